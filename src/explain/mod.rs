//! What a diagnostic means, why it matters, an example and how it is mended: one text for the terminal and for the documentation.

mod page;
mod parts;
mod terminal;

pub use page::page;
pub use parts::{Fence, Part, parts};

use crate::{
    bundled,
    diagnostic::{CODES, Code, Severity},
    words::{nearest, or},
};
use std::{collections::BTreeMap, sync::LazyLock};

/// More codes than this are too many to choose from.
const MAX_PROPOSED: usize = 12;

/// The texts by code.
static TEXTS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| bundled::explanations().into_iter().collect());

/// The Markdown that explains a code: what was found, why it matters, an example, and the same mended.
pub fn explain(code: &str) -> Option<&'static str> {
    TEXTS.get(code).copied()
}

/// A code and its text.
#[derive(Clone, Copy, Debug)]
pub struct Explanation {
    /// The kind of mistake.
    pub code: &'static Code,
    /// Its Markdown.
    pub text: &'static str,
}

impl Explanation {
    /// The explanation of a code as a user types it.
    ///
    /// # Errors
    /// A message that proposes codes, where there is no such code.
    pub fn find(typed: &str) -> Result<Self, String> {
        let id = typed.trim().to_ascii_lowercase();
        let found = CODES.iter().find(|code| code.id == id).and_then(|code| Some(Self { code, text: explain(code.id)? }));
        found.ok_or_else(|| format!("there is no diagnostic `{typed}`; {}", proposal(&id)))
    }

    /// All explanations, in the order of the table of codes.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.iter().filter_map(|code| Some(Self { code, text: explain(code.id)? }))
    }

    /// The text for a terminal that is `width` columns wide, with or without colours.
    pub fn to_terminal(&self, width: usize, color: bool) -> String {
        terminal::draw(self, width, color)
    }

    /// The options of `check` that mend it, as its text says; empty where none do. A test holds that this is so.
    pub fn mended_by(&self) -> &'static str {
        ["--fix --unsafe", "--fix"].into_iter().find(|options| self.text.contains(&format!("`check {options}`"))).unwrap_or_default()
    }

    /// `a note in build, an error in check`.
    fn severities(&self) -> String {
        let (build, check) = (named(self.code.severity), named(self.code.severity_in_check));
        if build == check { build.to_owned() } else { format!("{build} in build, {check} in check") }
    }
}

fn named(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// The codes that may be meant: those with the word in their name, or the nearest.
fn proposal(id: &str) -> String {
    let with_word: Vec<&str> = CODES.iter().map(|code| code.id).filter(|code| !id.is_empty() && code.contains(id)).collect();
    let near = nearest(id, CODES.iter().map(|code| code.id));
    match (near, with_word.len()) {
        (_, 1..=MAX_PROPOSED) => format!("did you mean {}?", or(&with_word)),
        (Some(near), _) => format!("did you mean `{near}`?"),
        _ => "each diagnostic names its own in brackets, as in `warning[callout-glued]`".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_found_as_they_are_typed() {
        assert_eq!(Explanation::find("callout-case").unwrap().code.id, "callout-case");
        assert_eq!(Explanation::find("Callout-Case ").unwrap().code.id, "callout-case");
    }

    #[test]
    fn what_may_be_meant_is_proposed() {
        let message = |typed: &str| Explanation::find(typed).unwrap_err();
        assert_eq!(message("calout-case"), "there is no diagnostic `calout-case`; did you mean `callout-case`?");
        assert_eq!(message("api"), "there is no diagnostic `api`; did you mean `api-unparsable`, `api-method` or `api-section-mismatch`?");
        for typed in ["", "xyzzy"] {
            assert!(message(typed).ends_with("each diagnostic names its own in brackets, as in `warning[callout-glued]`"));
        }
    }
}
