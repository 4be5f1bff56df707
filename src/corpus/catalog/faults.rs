//! What a translation must not change: the atoms of its source.

use super::{Entry, State, states};
use crate::{
    corpus::units::{Atom, AtomKind, Reading, SourceText},
    diagnostic::{Diagnostic, TRANSLATION_ATOM},
    dialect::vocabulary::Vocabulary,
    text::{FileId, Span},
};

/// What is wrong with the translations of a catalog: atoms that are gone, and those that came from nowhere.
pub fn faults(source: &SourceText, catalog: &super::Catalog, file: FileId, vocabulary: &Vocabulary) -> Vec<Diagnostic> {
    let states = states(source, catalog);
    let translated = states.into_iter().flatten().filter(|(state, _)| *state == State::Translated);
    translated.filter_map(|(_, entry)| fault(entry?, file, vocabulary)).collect()
}

/// What is wrong with a translation.
fn fault(entry: &Entry, file: FileId, vocabulary: &Vocabulary) -> Option<Diagnostic> {
    if entry.source == entry.translation {
        return None;
    }
    let (source, own) = (Reading::of(&entry.source, vocabulary), Reading::of(&entry.translation, vocabulary));
    let lost = missing(&source.atoms, &own.atoms);
    let foreign = missing(&own.atoms, &source.atoms);
    let message = match (lost.first(), foreign.first()) {
        (None, None) => return None,
        (Some(lost), Some(foreign)) if lost.kind == foreign.kind => {
            format!("this translation has the {} where its source has the {}", named(foreign), named(lost))
        }
        (Some(_), _) => format!("this translation lacks {}", list(&lost)),
        (None, Some(_)) => format!("this translation has {}, its source has not", list(&foreign)),
    };
    let help = "take it over from the source text exactly as it stands there";
    Some(Diagnostic::new(&TRANSLATION_ATOM, Span::new(file, entry.written.translation.clone()), message).help(help))
}

/// The atoms of one text that another lacks.
fn missing<'a>(wanted: &'a [Atom], there: &[Atom]) -> Vec<&'a Atom> {
    let mut left: Vec<&Atom> = there.iter().collect();
    let mut missing: Vec<&Atom> = Vec::new();
    for atom in wanted {
        match left.iter().position(|other| *other == atom) {
            Some(at) if atom.kind.is_counted() => _ = left.swap_remove(at),
            Some(_) => {}
            None if !atom.kind.is_counted() && missing.contains(&atom) => {}
            None => missing.push(atom),
        }
    }
    missing
}

fn named(atom: &Atom) -> String {
    match (atom.kind, atom.text.as_str()) {
        (AtomKind::Action, _) => "label in `{.action}`".into(),
        (kind, "") => kind.as_str().into(),
        (kind, text) => format!("{} `{text}`", kind.as_str()),
    }
}

fn list(atoms: &[&Atom]) -> String {
    let names: Vec<String> = atoms.iter().map(|atom| format!("the {}", named(atom))).collect();
    names.join(", ")
}
