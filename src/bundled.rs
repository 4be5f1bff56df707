//! What the binary carries: theme, interface texts and services, which a site overrides file by file, and what diagnostics mean.

use include_dir::{Dir, include_dir};

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");
static STATIC: Dir = include_dir!("$CARGO_MANIFEST_DIR/static");
/// The theme's scripts as the build shortened them.
static SCRIPTS: Dir = include_dir!("$OUT_DIR/js");
/// The interface texts of all locales.
static LOCALES: Dir = include_dir!("$OUT_DIR/locales");
static SERVICES: Dir = include_dir!("$CARGO_MANIFEST_DIR/data/services");
static DIAGNOSTICS: Dir = include_dir!("$CARGO_MANIFEST_DIR/data/diagnostics");

/// Templates by name: `parts/header.html`.
pub fn templates() -> Vec<(&'static str, &'static str)> {
    texts(&TEMPLATES)
}

/// The theme's assets by path below `static`.
pub fn assets() -> Vec<(&'static str, &'static [u8])> {
    let mut found = Vec::new();
    walk(&STATIC, &mut |path, bytes| found.push((path, bytes)));
    found
}

/// The shortened form of a script of the theme; none for a script that a site wrote itself.
pub fn short_script(script: &str) -> Option<&'static str> {
    let files = STATIC.get_dir("js")?.files();
    let known = files.into_iter().find(|file| file.contents() == script.as_bytes())?;
    SCRIPTS.get_file(known.path().file_name()?)?.contents_utf8()
}

/// Fluent files: locale, name, text.
pub fn messages() -> Vec<(&'static str, &'static str, &'static str)> {
    let split = |(path, text): (&'static str, &'static str)| {
        let (locale, name) = path.split_once('/')?;
        name.ends_with(".ftl").then_some((locale, name, text))
    };
    texts(&LOCALES).into_iter().filter_map(split).collect()
}

/// Services: id, YAML.
pub fn services() -> Vec<(&'static str, &'static str)> {
    texts(&SERVICES).into_iter().filter_map(|(path, text)| Some((path.strip_suffix(".yaml")?, text))).collect()
}

/// Explanations of diagnostics: code, Markdown.
pub fn explanations() -> Vec<(&'static str, &'static str)> {
    texts(&DIAGNOSTICS).into_iter().filter_map(|(path, text)| Some((path.strip_suffix(".md")?, text))).collect()
}

fn texts(folder: &'static Dir) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    walk(folder, &mut |path, bytes| found.extend(std::str::from_utf8(bytes).ok().map(|text| (path, text))));
    found
}

fn walk(folder: &'static Dir, visit: &mut dyn FnMut(&'static str, &'static [u8])) {
    let mut files: Vec<_> = folder.files().filter_map(|file| Some((file.path().to_str()?, file.contents()))).collect();
    files.sort();
    files.into_iter().for_each(|(path, bytes)| visit(path, bytes));
    let mut folders: Vec<_> = folder.dirs().collect();
    folders.sort_by_key(|folder| folder.path());
    folders.into_iter().for_each(|folder| walk(folder, visit));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_there() {
        assert!(templates().iter().any(|(name, _)| *name == "guide.html"));
        assert!(messages().iter().any(|(locale, ..)| *locale == "en-gb"));
        assert!(services().iter().any(|(id, _)| *id == "email-pro"));
        assert!(assets().iter().any(|(path, _)| *path == "css/order.txt"));
    }
}
