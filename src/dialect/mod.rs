//! The guide dialect: an author's text to blocks and inlines with spans, and the edits it had to make.
//!
//! [`parse`] scans the lines once and makes the edits that tell the Markdown parser what the dialect means, runs that
//! parser, and turns its events into a [`tree`].

pub mod attributes;
mod build;
pub mod callouts;
pub mod components;
pub mod instructions;
#[cfg(test)]
mod outline;
mod places;
mod scan;
pub mod source;
#[cfg(test)]
mod tests;
pub mod tree;
mod trial;
pub mod vocabulary;
pub mod walk;

use crate::diagnostic::Diagnostic;
use memchr::memmem;
use source::{Edited, Source};
use tree::{Block, CodePart, Inline, InlineKind};
pub use trial::{Doubts, doubts};
use vocabulary::Vocabulary;

/// What a guide says, and what its author got wrong.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The blocks, in order.
    pub blocks: Vec<Block>,
    /// Mistakes, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether a banner said that a machine translated the page.
    pub machine_translated: bool,
    /// Abbreviations with what they stand for.
    pub abbreviations: Vec<(String, String)>,
    /// Whether there may be footnotes among the blocks.
    pub may_hold_footnotes: bool,
    /// Whether there may be text among the blocks that depends on a value.
    pub may_hold_conditions: bool,
}

/// Understands a guide's body. Always gives what could be understood; whatever had to be guessed is a diagnostic.
pub fn parse(source: &Source, vocabulary: &Vocabulary) -> Parsed {
    let scan = scan::scan(source, vocabulary);
    let edited = Edited::new(source.text, scan.splices);
    let built = build::build(source, &edited, vocabulary);
    let mut diagnostics = scan.diagnostics;
    diagnostics.extend(built.diagnostics);
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    Parsed {
        blocks: built.blocks,
        diagnostics,
        machine_translated: built.machine_translated,
        abbreviations: scan.abbreviations,
        may_hold_footnotes: memmem::find(edited.text.as_bytes(), b"[^").is_some(),
        may_hold_conditions: built.may_hold_conditions,
    }
}

/// The text of inlines without markup; a host is left out.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_plain_text(inlines, &mut text, &mut |_| String::new());
    text
}

/// The language of a fence's info string, in lower case: ```` ```bash ````, ```` ``` {.bash} ````, ```` ```bash[1] ````.
pub fn code_language(info: &str) -> String {
    let info = info.trim().trim_start_matches('{').trim_start_matches('.');
    let end = info.find(|letter: char| letter.is_whitespace() || matches!(letter, '{' | '}' | '[' | ',' | ':')).unwrap_or(info.len());
    info[..end].to_ascii_lowercase()
}

/// Appends the text of inlines without markup; `host` gives the text of a service's host.
pub fn push_plain_text(inlines: &[Inline], out: &mut String, host: &mut dyn FnMut(u16) -> String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Placeholder(text) => out.push_str(text),
            InlineKind::Code(parts) => {
                for part in parts {
                    match part {
                        CodePart::Text(text) => out.push_str(text),
                        CodePart::Host(found) => out.push_str(&host(found.service)),
                    }
                }
            }
            InlineKind::Host(found) => out.push_str(&host(found.service)),
            InlineKind::Break => out.push(' '),
            InlineKind::Image(image) => {
                if let Some(alt) = image.alt.as_text() {
                    out.push_str(alt);
                }
            }
            _ => push_plain_text(walk::inside(inline), out, host),
        }
    }
}
