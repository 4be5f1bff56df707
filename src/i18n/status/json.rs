//! The status for programs.

use super::{Counts, GuideStatus, Status};
use crate::locale::Locale;
use serde_json::{Value, json};

/// The status as JSON: locales, their sections, their guides.
pub fn json(status: &Status) -> String {
    let locales: Vec<Value> = status
        .locales
        .iter()
        .map(|locale| {
            let section = |(section, guides): (&str, Vec<&GuideStatus>)| {
                let counts = counts(Counts::sum(guides.iter().map(|guide| guide.counts)));
                json!({ "section": section, "texts": counts, "guides": guides.into_iter().map(guide).collect::<Vec<_>>() })
            };
            let all = counts(Counts::sum(locale.guides.iter().map(|guide| guide.counts)));
            json!({ "locale": locale.locale.as_str(), "texts": all, "sections": locale.sections().into_iter().map(section).collect::<Vec<_>>() })
        })
        .collect();
    format!("{:#}\n", json!({ "title": status.title, "locales": locales }))
}

fn guide(guide: &GuideStatus) -> Value {
    json!({
        "guide": guide.folder,
        "held_by": guide.held.as_str(),
        "covered_by": guide.covered_by.as_ref().map(Locale::as_str),
        "texts": counts(guide.counts),
        "file": guide.file,
        "line": guide.line,
        "page": guide.page,
        "translated_by": guide.translated_by,
    })
}

fn counts(counts: Counts) -> Value {
    json!({
        "translated": counts.translated,
        "stale": counts.stale,
        "fuzzy": counts.fuzzy,
        "missing": counts.missing,
        "covered": counts.covered,
        "absent": counts.absent,
        "words_to_do": counts.words,
    })
}
