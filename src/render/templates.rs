//! The theme: templates and styles, the bundled ones overridden file by file by the site's.

use super::bundles::Bundles;
use crate::{
    bundled,
    corpus::static_files,
    diagnostic::{Diagnostic, TEMPLATE},
    path::SourcePath,
    source::SourceTree,
    text::{FileId, Span},
};
use std::collections::BTreeMap;
use tera::{Context, ErrorKind, Tera};

/// The folder of a site's own templates.
pub const TEMPLATES: &str = "templates";
/// Whether a file is a template or an asset of the theme.
pub fn is_of_theme(path: &SourcePath) -> bool {
    path.below(TEMPLATES).is_some() || path.below(static_files::FOLDER).is_some()
}

/// Whether a site has templates of its own.
pub fn has_templates(tree: &SourceTree) -> bool {
    tree.iter().any(|(_, path)| template_name(path).is_some())
}

fn template_name(path: &SourcePath) -> Option<&str> {
    path.below(TEMPLATES).filter(|name| name.ends_with(".html"))
}

/// Templates, ready to render, with styles and scripts.
pub struct Theme {
    tera: Tera,
    files: BTreeMap<String, FileId>,
    /// Styles and scripts.
    pub bundles: Bundles,
}

impl Theme {
    /// The theme of a site. A template of the site that has a mistake is reported, and the bundled one is used.
    pub fn read(tree: &SourceTree) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut templates: BTreeMap<String, String> =
            bundled::templates().into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
        let mut files = BTreeMap::new();
        for (file, path) in tree.iter() {
            if let Some(name) = template_name(path)
                && let Some(text) = tree.read(file).ok().and_then(|bytes| String::from_utf8(bytes).ok())
                && templates.get(name) != Some(&text)
            {
                templates.insert(name.to_owned(), text);
                files.insert(name.to_owned(), file);
            }
        }
        let tera = match compile(&templates) {
            Ok(tera) => tera,
            Err(error) => {
                diagnostics.push(mistake(&error, &files));
                let bundled = bundled::templates().into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
                compile(&bundled).unwrap_or_default()
            }
        };
        (Self { tera, files, bundles: Bundles::read(tree) }, diagnostics)
    }

    /// Whether all templates are the bundled ones.
    pub fn is_bundled(&self) -> bool {
        self.files.is_empty()
    }

    /// Renders a template to `out`.
    pub fn render(&self, name: &str, context: &Context, out: &mut Vec<u8>) -> Result<(), Diagnostic> {
        self.tera.render_to(name, context, out).map_err(|error| mistake(&error, &self.files))
    }

    /// What a template gives, as text; `room` is about how many bytes that are.
    ///
    /// # Errors
    /// As [`Self::render`].
    pub fn text(&self, name: &str, context: &Context, room: usize) -> Result<String, Diagnostic> {
        let mut out = Vec::with_capacity(room);
        self.render(name, context, &mut out)?;
        Ok(String::from_utf8(out).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
    }
}

fn compile(templates: &BTreeMap<String, String>) -> Result<Tera, tera::Error> {
    let mut tera = Tera::new();
    tera.add_raw_templates(templates.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
    Ok(tera)
}

/// A mistake in a template, at its place in the site's file.
fn mistake(error: &tera::Error, files: &BTreeMap<String, FileId>) -> Diagnostic {
    let (said, help) = match error.kind() {
        ErrorKind::SyntaxError(report) => (Some(report), "until it is mended, the bundled templates are used"),
        ErrorKind::RenderingError(report) => (Some(report), "templates are given what the bundled ones use"),
        _ => (None, "until it is mended, the bundled templates are used"),
    };
    let message = said.map_or_else(|| error.to_string(), |report| report.message().to_owned());
    let file = said.and_then(|report| files.get(report.filename())).or_else(|| named(&message, files));
    let span = match (said, file) {
        (Some(report), Some(file)) => Span::new(*file, report.span().range.clone()),
        (_, file) => Span::top(file.copied().unwrap_or(FileId(u32::MAX))),
    };
    Diagnostic::new(&TEMPLATE, span, in_our_style(&message)).help(help)
}

/// The file whose name stands in a message, or the first.
fn named<'a>(message: &str, files: &'a BTreeMap<String, FileId>) -> Option<&'a FileId> {
    files.iter().find(|(name, _)| message.contains(name.as_str())).or_else(|| files.iter().next()).map(|(_, file)| file)
}

/// The library's reason: lower case, no full stop, names in backticks.
fn in_our_style(message: &str) -> String {
    let message = message.trim_end_matches('.').replace('\'', "`");
    let mut letters = message.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_templates_are_sound() {
        let (_, diagnostics) = Theme::read(&SourceTree::from_memory([("a.md", "")]));
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
    }

    #[test]
    fn a_site_overrides_a_template() {
        let tree = SourceTree::from_memory([("templates/redirect.html", "Gone to {{ target }}")]);
        let (theme, diagnostics) = Theme::read(&tree);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        let mut context = Context::new();
        context.insert("target", "x");
        let mut out = Vec::new();
        theme.render("redirect.html", &context, &mut out).unwrap();
        assert_eq!(out, b"Gone to x");
    }

    #[test]
    fn a_broken_template_is_a_diagnostic() {
        let (theme, diagnostics) = Theme::read(&SourceTree::from_memory([("templates/guide.html", "{% if %}")]));
        let [found] = &diagnostics[..] else { panic!("{diagnostics:?}") };
        assert_eq!(found.span.range(), 6..8, "the place in the template: {found:?}");
        assert!(found.message.starts_with(char::is_lowercase) && !found.message.contains('\n'), "{}", found.message);
        let mut out = Vec::new();
        assert!(theme.render("redirect.html", &Context::new(), &mut out).is_err(), "bundled templates want their variables");
    }
}
