//! Components of MDX, in which guides are written too: `<Tabs>`, `<Api />`, `className`, `{/* … */}`, `[[cpnav:key]]`. They are put as
//! the dialect writes the same, before anything else looks at the text.

mod inline;
mod jsx;
mod lines;

use super::source::{Edited, Piece, Source, follow};
use crate::{
    diagnostic::{Diagnostic, Edit},
    text::{FileId, Span},
};
use jsx::MAX_TAG;
use memchr::memmem;
use std::{rc::Rc, sync::LazyLock};

/// Components whose tags stand on lines of their own, around blocks.
const BLOCKS: &[&str] = &["Tabs", "Tab", "Region", "Zone", "Carousel"];
/// Those that stand in a line.
const INLINES: &[&str] = &["ManagerLink", "Tooltip", "ApiLink", "LinkCard", "Api"];
/// Those that only work in a browser, of which nothing can be shown.
const WIDGETS: &[&str] = &["GuidedTour", "CreateToken", "AIChatbot"];

/// Stands for the text itself while pieces of it are followed to their files.
const TEXT: FileId = FileId(u32::MAX - 1);

/// A text whose components are put as the dialect writes them.
#[derive(Debug)]
pub struct Lowered {
    pub text: String,
    /// Where its parts came from.
    pub pieces: Vec<Piece>,
    /// What could not be put so.
    pub diagnostics: Vec<Diagnostic>,
}

impl Lowered {
    /// The components of `source` as the dialect, if it has any.
    pub fn of(source: &Source) -> Option<Self> {
        if !may_hold(source.text) {
            return None;
        }
        let (splices, diagnostics) = lines::lower(source);
        let edited = Edited::new(source.text, splices);
        let pieces = follow(&edited.pieces(TEXT), edited.text.len(), TEXT, source);
        Some(Self { text: Rc::unwrap_or_clone(edited.text), pieces, diagnostics })
    }

    /// Takes the fixes of findings away that would write the dialect over a component.
    pub fn keep_components(&self, diagnostics: &mut [Diagnostic]) {
        let replaced = self.pieces.iter().filter_map(|piece| Some(Span::new(piece.file, piece.origin..piece.origin + piece.replaces?)));
        let mut components: Vec<Span> = replaced.collect();
        components.sort_unstable();
        let is_over_one = |edit: &Edit| {
            let after = components.partition_point(|component| (component.file, component.start) < (edit.span.file, edit.span.end));
            let before = components[..after].last();
            before.is_some_and(|component| component.file == edit.span.file && edit.span.start < component.end)
        };
        for diagnostic in diagnostics {
            if diagnostic.fix.iter().any(|edit| edit.replacement.contains('\n') || is_over_one(edit)) {
                diagnostic.fix.clear();
            }
        }
    }
}

/// Whether a component, an attribute of JSX or a comment of MDX may stand in a text.
fn may_hold(text: &str) -> bool {
    static CONTROL_PANEL: LazyLock<memmem::Finder> = LazyLock::new(|| memmem::Finder::new("[[cpnav:"));
    CONTROL_PANEL.find(text.as_bytes()).is_some() || may_hold_tags(text)
}

fn may_hold_tags(text: &str) -> bool {
    memchr::memchr2_iter(b'<', b'{', text.as_bytes()).any(|at| {
        let rest = &text[at + 1..];
        match rest.as_bytes().first() {
            Some(b'A'..=b'Z') => [BLOCKS, INLINES, WIDGETS].iter().any(|names| names.contains(&name_at(rest))),
            Some(b'/') => rest.starts_with("/*") && text[at..].starts_with('{'),
            Some(b'a'..=b'z') => has_jsx_attribute(rest),
            _ => false,
        }
    })
}

fn name_at(text: &str) -> &str {
    &text[..text.bytes().take_while(u8::is_ascii_alphanumeric).count()]
}

/// Whether the tag that starts before `text` has `className`, or a value between braces.
fn has_jsx_attribute(text: &str) -> bool {
    let text = &text[..text.floor_char_boundary(MAX_TAG)];
    let tag = memchr::memchr2(b'>', b'\n', text.as_bytes()).map_or(text, |end| &text[..end]);
    tag.contains(" className=") || tag.contains("={")
}

#[cfg(test)]
mod tests;
