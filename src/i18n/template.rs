//! Templates: the texts of a guide, for translators.

use super::{
    ids,
    likeness::{self, Candidate},
};
use crate::{
    corpus::{
        catalog::{Catalog, Entry, pair},
        units::{Fingerprint, SourceText, Unit},
    },
    locale::Locale,
};
use std::collections::HashSet;

/// What translators are told of a guide.
pub struct About<'a> {
    /// What the site is called.
    pub title: &'a str,
    /// The locale of the guide.
    pub locale: &'a Locale,
    /// The path of the guide's file.
    pub file: &'a str,
    /// The address of its page.
    pub page: &'a str,
}

/// The template of a guide. Its ids are those of the template before, as far as its texts are the same or like them.
pub fn template(source: &SourceText, about: &About, before: Option<&Catalog>) -> Catalog {
    let units: Vec<&Unit> = source.offered().map(|(_, unit)| unit).collect();
    let mut ids = kept_ids(&units, before);
    let mut taken: HashSet<String> = ids.iter().flatten().cloned().collect();
    for (unit, id) in units.iter().zip(&mut ids) {
        let id = id.get_or_insert_with(|| ids::mint(unit, &taken));
        taken.insert(id.clone());
    }
    let entries = units.into_iter().zip(ids.into_iter().flatten()).map(|(unit, id)| entry(unit, id, about)).collect();
    let header = HEADER.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let mut template = Catalog { is_template: true, header, entries, ..Catalog::default() };
    template.set_field("Project-Id-Version", about.title);
    // What is not translated is in the language of the guide, and `msgfmt --check` wants to read of one.
    template.set_field(LANGUAGE, &language(about.locale));
    template
}

/// What gettext and its kin want to read at the top of a file; none of it changes by itself.
const HEADER: &[(&str, &str)] = &[
    ("Project-Id-Version", ""),
    ("Report-Msgid-Bugs-To", ""),
    ("PO-Revision-Date", ""),
    ("Last-Translator", ""),
    ("Language-Team", ""),
    (LANGUAGE, ""),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
];

/// The field of a header that says which language a file is in.
pub const LANGUAGE: &str = "Language";

/// A locale as gettext spells it: `pt_BR`.
pub fn language(locale: &Locale) -> String {
    locale.tag().replace('-', "_")
}

fn entry(unit: &Unit, id: String, about: &About) -> Entry {
    let headings = (!unit.headings.is_empty()).then(|| unit.headings.clone());
    let notes = headings.into_iter().chain([unit.kind.description(), about.page.to_owned()]).collect();
    Entry { notes, places: vec![format!("{}:{}", about.file, unit.line)], id, source: unit.text.clone(), ..Entry::default() }
}

/// The ids that units had in the template before.
fn kept_ids(units: &[&Unit], before: Option<&Catalog>) -> Vec<Option<String>> {
    let old: Vec<&Entry> = before.iter().flat_map(|before| before.live()).collect();
    let new_prints: Vec<Fingerprint> = units.iter().map(|unit| unit.fingerprint()).collect();
    let old_prints: Vec<Fingerprint> = old.iter().map(|entry| entry.fingerprint()).collect();
    let mut pairs = pair::same(&new_prints, &old_prints);
    let kind = |id: &'_ str| id.split('-').next().unwrap_or_default().to_owned();
    let kinds: Vec<String> = old.iter().map(|entry| kind(&entry.id)).collect();
    let new: Vec<Candidate> = units.iter().map(|unit| Candidate { text: &unit.text, kind: unit.kind.as_str() }).collect();
    let old_texts: Vec<Candidate> = old.iter().zip(&kinds).map(|(entry, kind)| Candidate { text: &entry.source, kind }).collect();
    likeness::fill(&new, &old_texts, &mut pairs);
    let mut seen = HashSet::new();
    // Whoever edits a template by hand may have made two entries of one id.
    pairs.into_iter().map(|pair| pair.map(|at| old[at].id.clone()).filter(|id| !id.is_empty() && seen.insert(id.clone()))).collect()
}
