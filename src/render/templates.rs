//! The theme: templates and styles, the bundled ones overridden file by file by the site's.

use super::bundles::Bundles;
use crate::{
    bundled,
    diagnostic::{Diagnostic, TEMPLATE},
    path::SourcePath,
    source::SourceTree,
    text::{FileId, Span},
};
use std::collections::BTreeMap;
use tera::{Context, Tera};

/// The folder of a site's own templates.
const TEMPLATES: &str = "templates";
/// The folder of a site's own assets.
pub const STATIC: &str = "static";

/// Whether a file is a template or an asset of the theme.
pub fn is_of_theme(path: &SourcePath) -> bool {
    path.below(TEMPLATES).is_some() || path.below(STATIC).is_some()
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
            if let Some(name) = path.below(TEMPLATES).filter(|name| name.ends_with(".html"))
                && let Some(text) = tree.read(file).ok().and_then(|bytes| String::from_utf8(bytes).ok())
                && templates.get(name) != Some(&text)
            {
                templates.insert(name.to_owned(), text);
                files.insert(name.to_owned(), file);
            }
        }
        let tera = match compile(&templates) {
            Ok(tera) => tera,
            Err(message) => {
                diagnostics.push(mistake(&message, &files));
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
        self.tera.render_to(name, context, out).map_err(|error| mistake(&error.to_string(), &self.files))
    }
}

fn compile(templates: &BTreeMap<String, String>) -> Result<Tera, String> {
    let mut tera = Tera::new();
    tera.add_raw_templates(templates.iter().map(|(name, text)| (name.as_str(), text.as_str()))).map_err(|error| error.to_string())?;
    Ok(tera)
}

/// A mistake in a template, said of the site's file that the message names.
fn mistake(message: &str, files: &BTreeMap<String, FileId>) -> Diagnostic {
    let file = files.iter().find(|(name, _)| message.contains(name.as_str())).or(files.iter().next()).map(|(_, file)| *file);
    let first = message.lines().next().unwrap_or(message).trim_end_matches('.').to_owned();
    Diagnostic::new(&TEMPLATE, Span::top(file.unwrap_or(FileId(u32::MAX))), first)
        .help(message.lines().skip(1).collect::<Vec<_>>().join("\n"))
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
        assert_eq!(diagnostics.len(), 1);
        let mut out = Vec::new();
        assert!(theme.render("redirect.html", &Context::new(), &mut out).is_err(), "bundled templates want their variables");
    }
}
