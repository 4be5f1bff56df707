//! `locales/<tag>/glossary.yaml`: how a language calls things, what names it keeps, and how it labels what readers click.

use super::{
    fields::Fields,
    messages,
    yaml::{self, Entry, Value},
};
use crate::{
    diagnostic::{Diagnostic, GLOSSARY_DATA},
    locale::Locale,
    source::SourceTree,
    text::{FileId, Spanned},
};
use std::{collections::BTreeMap, ops::Range};

/// The name of the file, in the folder of a locale.
pub const FILE: &str = "glossary.yaml";

const KEYS: &[&str] = &["keep", "terms", "labels"];
const TERM_KEYS: &[&str] = &["use", "not"];

/// The words of a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    /// Names that every language writes so.
    pub keep: Vec<String>,
    /// How things are called.
    pub terms: Vec<Term>,
    /// The labels of controls: what the source calls them, and what this language does; several where products differ.
    pub labels: Vec<(String, Vec<String>)>,
}

/// How a thing is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// In the language of the source.
    pub source: Phrase,
    /// In this language, the best first; none if only the others are known.
    pub renderings: Vec<Phrase>,
    /// What it must not be called.
    pub wrong: Vec<Phrase>,
}

/// Words that are looked for in texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// As its author wrote it, without the hyphens that only say that more may follow.
    pub text: String,
    words: Vec<Word>,
}

/// A word of a phrase, in lower case. `-` at its ends says that more letters may stand there: `compte-` is also "comptes".
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    text: String,
    opens_left: bool,
    opens_right: bool,
}

/// The glossaries of a site by locale, and what is wrong with them.
pub fn read_all(tree: &SourceTree) -> (BTreeMap<Locale, Glossary>, Vec<Diagnostic>) {
    let (mut glossaries, mut diagnostics) = (BTreeMap::new(), Vec::new());
    for (file, path) in tree.iter() {
        let locale = path.below(messages::FOLDER).and_then(|below| Locale::parse(below.strip_suffix(FILE)?.strip_suffix('/')?));
        let Some(locale) = locale else { continue };
        match yaml::load(tree, file) {
            Ok(text) => {
                let (glossary, found) = read(file, &text);
                glossaries.insert(locale, glossary);
                diagnostics.extend(found);
            }
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    (glossaries, diagnostics)
}

/// What a glossary's text says.
pub fn read(file: FileId, text: &str) -> (Glossary, Vec<Diagnostic>) {
    let (node, errors) = yaml::mapping(file, text);
    let mut fields = Fields::new(&GLOSSARY_DATA, &GLOSSARY_DATA);
    let keys = fields.keys(&node, "a glossary", KEYS);
    let mut glossary = Glossary::default();
    if let Some(keep) = keys.get("keep") {
        glossary.keep = fields.texts(keep).into_iter().map(|name| name.value).filter(|name| !name.is_empty()).collect();
    }
    if let Some(terms) = keys.get("terms") {
        let entries = fields.entries(&terms.value, "`terms`");
        glossary.terms = entries.into_iter().filter_map(|entry| term(&mut fields, entry)).collect();
    }
    if let Some(labels) = keys.get("labels") {
        for entry in fields.entries(&labels.value, "`labels`") {
            let labels: Vec<String> = fields.texts(entry).into_iter().map(|label| label.value).filter(|label| !label.is_empty()).collect();
            if labels.is_empty() {
                fields.report(
                    entry.key.span,
                    format!("`{}` has no label", entry.key.value),
                    "write what stands on the control after the colon",
                );
            } else {
                glossary.labels.push((entry.key.value.trim().to_owned(), labels));
            }
        }
    }
    let errors = errors.into_iter().map(|error| error.into_diagnostic(&GLOSSARY_DATA));
    (glossary, errors.chain(fields.diagnostics).collect())
}

/// `mailbox: boîte aux lettres`, or a mapping with what to use and what not.
fn term(fields: &mut Fields, entry: &Entry) -> Option<Term> {
    let phrases = |texts: Vec<Spanned<String>>| texts.iter().filter_map(|text| Phrase::parse(&text.value)).collect::<Vec<_>>();
    let (renderings, wrong) = match &entry.value.value {
        Value::Map(_) => {
            let keys = fields.keys(&entry.value, "a term", TERM_KEYS);
            let renderings = keys.get("use").map(|entry| fields.texts(entry)).unwrap_or_default();
            let wrong = keys.get("not").map(|entry| fields.texts(entry)).unwrap_or_default();
            (phrases(renderings), phrases(wrong))
        }
        _ => (phrases(fields.texts(entry)), Vec::new()),
    };
    let source = Phrase::parse(&entry.key.value);
    if source.is_none() || renderings.is_empty() && wrong.is_empty() {
        let message = format!("`{}` has no word to use", entry.key.value);
        fields.report(entry.key.span, message, "write `term: word`, or `term: { use: word, not: [other word] }`");
    }
    Some(Term { source: source?, renderings, wrong }).filter(|term| !term.renderings.is_empty() || !term.wrong.is_empty())
}

/// So many letters may follow on a word whose ends are not said: most plurals and cases.
const ENDING: usize = 2;

impl Phrase {
    /// The words of a text; none if it has none.
    pub fn parse(text: &str) -> Option<Self> {
        let word = |part: &str| {
            let text = part.trim_matches('-').to_lowercase();
            let is_word = text.chars().any(char::is_alphanumeric);
            is_word.then(|| Word { text, opens_left: part.starts_with('-'), opens_right: part.ends_with('-') })
        };
        let words: Vec<Word> = text.split_whitespace().filter_map(word).collect();
        let shown = text.split_whitespace().map(|part| part.trim_matches('-')).collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(Self { text: shown, words })
    }

    /// Where it first stands in a text, in any case and with the usual endings.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        self.search(text, ENDING)
    }

    /// Where it first stands in a text, in any case and without other endings than those that it asks for.
    pub fn find_exactly(&self, text: &str) -> Option<Range<usize>> {
        self.search(text, 0)
    }

    fn search(&self, text: &str, ending: usize) -> Option<Range<usize>> {
        let words = words(text);
        let run = words.windows(self.words.len()).find(|run| run.iter().zip(&self.words).all(|((_, word), own)| own.is(word, ending)))?;
        let ((first, _), (last, word)) = (run.first()?, run.last()?);
        Some(*first..last + word.len())
    }
}

impl Word {
    fn is(&self, word: &str, ending: usize) -> bool {
        let word = word.to_lowercase();
        let Some(start) = (if self.opens_left { word.rfind(&self.text) } else { word.starts_with(&self.text).then_some(0) }) else {
            return false;
        };
        let rest = &word[start + self.text.len()..];
        self.opens_right || rest.chars().count() <= ending
    }
}

/// The words of a text, with the places where they start. What hyphens and apostrophes join stands apart.
fn words(text: &str) -> Vec<(usize, &str)> {
    let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let is_between = |letter: char| !letter.is_alphanumeric() && letter != '-';
    text.split(is_between).map(|word| word.trim_matches('-')).filter(|word| !word.is_empty()).map(|word| (start(word), word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrase: &str, text: &str) -> bool {
        Phrase::parse(phrase).unwrap().find(text).is_some()
    }

    #[test]
    fn phrases_are_found_with_endings_and_in_any_case() {
        assert!(found("mailbox", "Both Mailboxes") && found("boîte aux lettres", "vos boîtes aux lettres."));
        assert!(!found("account", "accounting") && found("account-", "accounting") && !found("mail", "e-mail"));
        assert!(found("-konto", "Ihr E-Mail-Konto") && !found("konto", "Ihr Mailkonto"));
        assert_eq!(Phrase::parse("compte-").unwrap().find("Vos comptes"), Some(4..11));
        assert_eq!(Phrase::parse("compte").unwrap().find_exactly("Vos comptes"), None);
        assert!(Phrase::parse(" - ").is_none());
    }

    #[test]
    fn a_glossary_is_read_with_every_mistake_at_its_place() {
        let text = "keep: [Email Pro]\nterms:\n  mailbox: boîte\n  user: { use: [compte, client], not: identifiant }\n  none:\nlabels:\n  Save: Enregistrer\n  Go:\nterm: x\n";
        let (glossary, found) = read(FileId(0), text);
        assert_eq!(glossary.keep, ["Email Pro"]);
        let terms: Vec<String> =
            glossary.terms.iter().map(|term| format!("{} {} {}", term.source.text, term.renderings.len(), term.wrong.len())).collect();
        assert_eq!(terms, ["mailbox 1 0", "user 2 1"]);
        assert_eq!(glossary.labels, [("Save".to_owned(), vec!["Enregistrer".to_owned()])]);
        let said: Vec<String> = found.iter().map(|found| format!("{}: {}", &text[found.span.range()], found.message)).collect();
        assert_eq!(said, ["term: unknown key `term`", "none: `none` has no word to use", "Go: `Go` has no label"]);
    }
}
