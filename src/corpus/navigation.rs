//! The navigation as its author wrote it: the list in `index.md`, and its labels in other languages.

mod item;
mod list;

use super::yaml::{self, Value};
use crate::{
    diagnostic::{Diagnostic, LOCALE_UNKNOWN, NAV_SYNTAX},
    locale::Locale,
    path::SourcePath,
    source::SourceTree,
    text::{FileId, Span, Spanned},
};
use std::collections::BTreeMap;

/// The levels of a navigation, at most: deeper ones nobody finds again.
pub const MAX_DEPTH: usize = 12;

/// The navigation's file, in the content folder.
const INDEX: &str = "index.md";

/// What `index.md` and the files `index-translations.<language>.yaml` beside it say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavigationSource {
    /// `index.md`.
    pub file: FileId,
    /// The items of the first level, in order.
    pub roots: Vec<NavItem>,
    /// By language or locale in lower case (`fr`, `fr-ca`): the labels by [`NavItem::reference`].
    pub labels: BTreeMap<String, BTreeMap<String, Spanned<String>>>,
}

/// An item of the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavItem {
    /// What the author wrote, in English as a rule. A guide has its own title in each language.
    pub label: String,
    /// `{label=…}`: what a guide is called here, instead of its title.
    pub own_label: Option<String>,
    /// Where it leads.
    pub target: NavTarget,
    /// `{landing=…}`: the path of the guide that a group opens.
    pub landing: Option<String>,
    /// The item's line without its indentation.
    pub span: Span,
    /// The items below it, in order.
    pub children: Vec<NavItem>,
}

/// Where an item leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NavTarget {
    /// Nowhere: a heading of a group.
    None,
    /// `products/email-pro`: a product, by its reference without `products/`.
    Product(String),
    /// `email-pro-getting-started`: a section of a product, by its reference.
    Section(String),
    /// `mail/email-pro/outlook`: a guide, by its folder below the content's root.
    Guide(String),
}

impl NavItem {
    /// The name by which translations call a group; of one without a target, its label in lower case with `-` between
    /// the words. Guides have none.
    pub fn reference(&self) -> Option<String> {
        match &self.target {
            NavTarget::Product(reference) | NavTarget::Section(reference) => Some(reference.clone()),
            NavTarget::Guide(_) => None,
            NavTarget::None => {
                let words = self.label.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty());
                Some(words.collect::<Vec<_>>().join("-").to_lowercase())
            }
        }
    }
}

impl NavigationSource {
    /// The label that translators gave to `reference` for readers of `locale`: for the locale, else for its language.
    pub fn label(&self, reference: &str, locale: &Locale) -> Option<&str> {
        let in_language = |language: &str| self.labels.get(language)?.get(reference);
        let label = in_language(locale.as_str()).or_else(|| in_language(locale.language()))?;
        Some(&label.value)
    }
}

/// Reads the navigation in the folder `content` (tidy, or empty for the site's folder). There is none where `index.md`
/// is missing, or is a page of text: it has neither a heading `Contents` nor a list at its beginning.
pub fn read(tree: &SourceTree, content: &str) -> (Option<NavigationSource>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let index = tree.iter().find(|(_, path)| path.below(content) == Some(INDEX));
    let Some((file, _)) = index else { return (None, diagnostics) };
    let roots = match yaml::load(tree, file) {
        Ok(text) => list::parse(file, &text, &mut diagnostics),
        Err(unreadable) => {
            diagnostics.push(unreadable);
            None
        }
    };
    let Some(roots) = roots else { return (None, diagnostics) };
    let labels = read_labels(tree, content, &mut diagnostics);
    (Some(NavigationSource { file, roots, labels }), diagnostics)
}

/// Whether the navigation in the folder `content` is read from a file.
pub fn is_source(path: &SourcePath, content: &str) -> bool {
    path.below(content).is_some_and(|below| below == INDEX || language_of(below).is_some())
}

type Labels = BTreeMap<String, Spanned<String>>;

fn read_labels(tree: &SourceTree, content: &str, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<String, Labels> {
    let mut languages: BTreeMap<String, Labels> = BTreeMap::new();
    for (id, path) in tree.iter() {
        let Some(language) = path.below(content).and_then(language_of) else { continue };
        let Some(locale) = Locale::parse(language) else {
            let message = format!("`{language}` is no language");
            diagnostics
                .push(Diagnostic::new(&LOCALE_UNKNOWN, Span::top(id), message).help("name the file like `index-translations.fr.yaml`"));
            continue;
        };
        match yaml::load(tree, id) {
            Ok(text) => languages.entry(locale.as_str().to_owned()).or_default().extend(parse_labels(id, &text, diagnostics)),
            Err(unreadable) => diagnostics.push(unreadable),
        }
    }
    languages
}

/// `fr` of `index-translations.fr.yaml`.
fn language_of(name: &str) -> Option<&str> {
    let language = name.strip_prefix("index-translations.")?;
    language.strip_suffix(".yaml").or_else(|| language.strip_suffix(".yml"))
}

/// The lines `reference: Label`. An empty label is none; of two for one reference, the last counts.
fn parse_labels(file: FileId, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Labels {
    let (node, errors) = yaml::mapping(file, text);
    diagnostics.extend(errors.into_iter().map(|error| error.into_diagnostic(&NAV_SYNTAX)));
    let mut labels = Labels::new();
    let Value::Map(entries) = node.value else {
        diagnostics.extend((node.value != Value::Null).then(|| {
            Diagnostic::new(&NAV_SYNTAX, node.span, "the translations are no mapping").help("write lines like `email-pro: E-mail Pro`")
        }));
        return labels;
    };
    for entry in entries {
        let reference = entry.key.value.trim().trim_start_matches("products/").to_owned();
        let label = match entry.value.value {
            Value::Text(label) => Spanned { value: label.trim().to_owned(), span: entry.value.span },
            Value::Null => continue,
            Value::List(_) | Value::Map(_) => {
                let message = format!("the label of `{reference}` is no text");
                diagnostics.push(Diagnostic::new(&NAV_SYNTAX, entry.value.span, message).help("put it in quotes"));
                continue;
            }
        };
        if let Some(earlier) = labels.insert(reference, label) {
            let message = format!("`{}` has two labels", entry.key.value);
            let twice = Diagnostic::new(&NAV_SYNTAX, entry.key.span, message).help("keep one of them; the last one counts");
            diagnostics.push(twice.related(earlier.span, "the first one"));
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "## Contents\n+ Mail services\n    + [Email Pro](products/email-pro)\n";

    fn read_files(files: &[(&str, &str)]) -> (Option<NavigationSource>, Vec<String>) {
        let tree = SourceTree::from_memory(files.iter().copied());
        let (navigation, diagnostics) = read(&tree, "pages");
        let said = diagnostics.into_iter().map(|found| {
            let path = tree.path(found.span.file).as_str();
            let text = files.iter().find(|(name, _)| *name == path).map_or("", |(_, text)| &text[found.span.range()]);
            format!("{} {text:?}: {}", path.trim_start_matches("pages/"), found.message)
        });
        (navigation, said.collect())
    }

    #[test]
    fn groups_have_labels_in_other_languages() {
        let (navigation, said) = read_files(&[
            ("pages/index.md", INDEX),
            ("pages/index-translations.fr.yaml", "email-pro: E-mail Pro\nmail-services: \"Services\"\nold: 404\nempty:\n"),
            ("pages/index-translations.FR-ca.yml", "products/email-pro: Courriel Pro\n"),
            ("pages/mail/index-translations.de.yaml", "email-pro: x\n"),
        ]);
        let navigation = navigation.unwrap();
        let label = |reference: &str, locale: &str| navigation.label(reference, &Locale::parse(locale).unwrap());
        assert_eq!(label("email-pro", "fr-fr"), Some("E-mail Pro"));
        assert_eq!(label("email-pro", "fr-ca"), Some("Courriel Pro"));
        assert_eq!(label("mail-services", "fr-ca"), Some("Services"));
        assert_eq!(label("old", "fr-fr"), Some("404"));
        assert_eq!((label("empty", "fr-fr"), label("email-pro", "de-de")), (None, None));
        let references: Vec<_> = navigation.roots.iter().chain(&navigation.roots[0].children).map(NavItem::reference).collect();
        assert_eq!(references, [Some("mail-services".into()), Some("email-pro".into())]);
        assert!(said.is_empty(), "{said:?}");
    }

    #[test]
    fn mistakes_in_translations_leave_the_other_labels() {
        let (navigation, said) = read_files(&[
            ("pages/index.md", INDEX),
            ("pages/index-translations.fr.yaml", "a: b: c\nemail-pro: E-mail Pro\nlist: [x]\nemail-pro: Autre\n"),
            ("pages/index-translations.french.yaml", ""),
            ("pages/index-translations.de.yaml", ""),
            ("pages/index-translations.es.yaml", "# none yet\n"),
        ]);
        let french = Locale::parse("fr-fr").unwrap();
        assert_eq!(navigation.unwrap().label("email-pro", &french), Some("Autre"));
        assert_eq!(
            said,
            [
                "index-translations.fr.yaml \":\": not valid YAML: mapping values are not allowed in this context",
                "index-translations.fr.yaml \"[x\": the label of `list` is no text",
                "index-translations.fr.yaml \"email-pro\": `email-pro` has two labels",
                "index-translations.french.yaml \"\": `french` is no language",
            ]
        );
    }

    #[test]
    fn without_a_list_there_is_no_navigation() {
        assert_eq!(read_files(&[("pages/mail/index.md", INDEX)]), (None, vec![]));
        assert_eq!(read_files(&[("pages/index.md", "# Welcome\n\nSome text.\n")]), (None, vec![]));
        let tree = SourceTree::from_memory([("index.md", INDEX)]);
        assert_eq!(read(&tree, "").0.unwrap().roots.len(), 1);
    }
}
