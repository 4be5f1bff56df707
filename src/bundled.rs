//! What the binary carries: theme, interface texts and services, which a site overrides file by file, and what diagnostics mean.

use include_dir::{Dir, include_dir};

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/templates");
static STATIC: Dir = include_dir!("$CARGO_MANIFEST_DIR/static");
static LOCALES: Dir = include_dir!("$CARGO_MANIFEST_DIR/locales");
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
