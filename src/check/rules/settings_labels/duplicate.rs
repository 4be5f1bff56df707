//! Two settings of a list with the same label: a reader must guess that each belongs to the server above it.

use super::inlines_of;
use crate::{
    check::guide::Guide,
    diagnostic::{Diagnostic, SETTINGS_DUPLICATE_LABEL},
    dialect::{plain_text, tree::Inline},
    settings::Meanings,
    text::Span,
};
use std::collections::BTreeMap;

pub fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    for (list, _) in guide.lists.iter().filter(|(_, span)| guide.settings.tables.contains_key(span)) {
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        for item in &list.items {
            let inlines = inlines_of(&item.blocks);
            let text = plain_text(inlines);
            let Some((label, _)) = text.split_once(':') else { continue };
            let label = label.trim().to_lowercase();
            let place = inlines.first().map_or(item.span, |inline: &Inline| inline.span);
            let names_server = Meanings::of(&label).direction().is_some() || Meanings::of(&label).protocol().is_some();
            let Some(first) = seen.insert(label.clone(), place).filter(|_| !names_server) else { continue };
            found.push(
                Diagnostic::new(&SETTINGS_DUPLICATE_LABEL, place, format!("the label `{label}` stands twice in this list"))
                    .related(first, "first here")
                    .help("say in each label which server it belongs to"),
            );
        }
    }
}
