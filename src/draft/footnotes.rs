//! Footnotes: raised numbers in the text, and the texts at the end of the page, each with a way back to where it was met first.

use super::writer::Writer;
use crate::{
    diagnostic::{Diagnostic, FOOTNOTE_UNMATCHED},
    dialect::{
        tree::{Block, BlockKind, Inline, InlineKind, Text},
        walk,
    },
    html::escape_into,
    text::Span,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// No label is longer, in bytes: looking on from each of many brackets would take a time that grows with their square.
const MAX_LABEL: usize = 100;

/// The footnotes of a guide.
#[derive(Debug, Default)]
pub struct Footnotes {
    /// The numbers of those that have a text, by their labels, from 1: in the order in which readers meet them, before those that
    /// nothing refers to.
    numbers: FxHashMap<Text, usize>,
    /// Those that a reference was written of, which the way back leads to.
    met: FxHashSet<usize>,
    /// What refers to a footnote that has no text.
    unmatched: Vec<Diagnostic>,
}

/// A footnote's text.
struct Note<'t> {
    label: &'t Text,
    span: Span,
    blocks: &'t [Block],
}

impl Footnotes {
    /// Numbers the footnotes of a guide.
    pub fn of(blocks: &[Block]) -> Self {
        let mut notes = Vec::new();
        collect(blocks, &mut notes);
        let mut footnotes = Self::default();
        let labels: FxHashSet<&Text> = notes.iter().map(|note| note.label).collect();
        walk::inlines(blocks, &mut |inlines| {
            each_inline(inlines, &mut |inline| match &inline.kind {
                InlineKind::FootnoteReference(label) if labels.contains(label) => footnotes.number(label),
                InlineKind::Text(text) => footnotes.unmatched.extend(missing(text, inline.span)),
                _ => {}
            });
        });
        notes.iter().for_each(|note| footnotes.number(note.label));
        footnotes
    }

    fn number(&mut self, label: &Text) {
        let next = self.numbers.len() + 1;
        self.numbers.entry(label.clone()).or_insert(next);
    }
}

/// The texts of footnotes in blocks and in what they hold, in order.
fn collect<'t>(blocks: &'t [Block], notes: &mut Vec<Note<'t>>) {
    for block in blocks {
        if let BlockKind::Footnote { label, blocks } = &block.kind {
            notes.push(Note { label, span: block.span, blocks });
        }
        walk::children(block, &mut |blocks| collect(blocks, notes));
    }
}

/// Gives `visit` inlines and those in them, in order.
fn each_inline(inlines: &[Inline], visit: &mut impl FnMut(&Inline)) {
    for inline in inlines {
        visit(inline);
        each_inline(walk::inside(inline), visit);
    }
}

/// The references in a text that stayed text, since there is no footnote for them. One with a backslash before it is none.
fn missing(text: &str, span: Span) -> Vec<Diagnostic> {
    if text.len() != span.range().len() {
        return Vec::new();
    }
    let finding = |at: usize| {
        let rest = &text[at + 2..];
        let label = &rest[..rest[..rest.floor_char_boundary(MAX_LABEL)].find(']')?];
        if label.is_empty() || label.contains(|letter: char| letter.is_whitespace() || letter == '[') {
            return None;
        }
        let start = span.range().start + at;
        let place = Span::new(span.file, start..start + label.len() + 3);
        let help = format!("write its text below: `[^{label}]: …`; if none is meant, write `\\[^{label}]`");
        Some(Diagnostic::new(&FOOTNOTE_UNMATCHED, place, format!("there is no footnote `{label}`")).help(help))
    };
    text.match_indices("[^").filter_map(|(at, _)| finding(at)).collect()
}

impl Writer<'_> {
    /// The number that stands for a footnote; what refers to none stays as its author wrote it.
    pub(super) fn footnote_reference(&mut self, label: &str) {
        let Some(number) = self.footnotes.numbers.get(label).copied() else {
            return self.escaped(&format!("[^{label}]"));
        };
        let id = if self.footnotes.met.insert(number) { format!(" id=\"fnref_{number}\"") } else { String::new() };
        self.raw(&format!("<sup class=\"footnote-reference\"{id}><a href=\"#fn_{number}\">{number}</a></sup>"));
    }

    /// The texts of all footnotes, at the end of the page.
    pub(super) fn footnote_texts(&mut self, blocks: &[Block]) {
        self.diagnostics.append(&mut self.footnotes.unmatched);
        if self.footnotes.numbers.is_empty() {
            return;
        }
        let mut notes = Vec::new();
        collect(blocks, &mut notes);
        // What has the same label is one footnote.
        notes.sort_by_key(|note| self.footnotes.numbers.get(note.label).copied());
        let texts = self.setting.texts;
        self.raw("<section class=\"footnotes\"");
        self.attribute("aria-label", &texts.footnotes);
        self.raw("><ol>\n");
        for same in notes.chunk_by(|one, other| one.label == other.label) {
            self.footnote_text(same);
        }
        self.raw("</ol></section>\n");
    }

    fn footnote_text(&mut self, notes: &[Note]) {
        let [first, again @ ..] = notes else { return };
        let Some(number) = self.footnotes.numbers.get(first.label).copied() else { return };
        let mut back = String::new();
        if self.footnotes.met.contains(&number) {
            back.push_str(&format!("<a href=\"#fnref_{number}\" class=\"footnote-back\" aria-label=\""));
            escape_into(&self.setting.texts.footnote_back, &mut back);
            back.push_str("\">↑</a> ");
        } else {
            let message = format!("nothing refers to the footnote `{}`", first.label);
            let unused = Diagnostic::new(&FOOTNOTE_UNMATCHED, first.span, message);
            self.diagnostics.push(unused.help(format!("write `[^{}]` where it belongs, or remove it", first.label)));
        }
        self.raw(&format!("<li id=\"fn_{number}\">"));
        match first.blocks {
            [Block { kind: BlockKind::Paragraph(inlines), span }, rest @ ..] => {
                self.paragraph_of_text(&back, inlines, *span);
                self.blocks(rest);
            }
            blocks => {
                self.raw(&back);
                self.blocks(blocks);
            }
        }
        for note in again {
            let message = format!("a second text of the footnote `{}`", note.label);
            let doubled = Diagnostic::new(&FOOTNOTE_UNMATCHED, note.span, message).related(first.span, "the first");
            self.diagnostics.push(doubled.help("give it another label, and refer to it"));
            self.blocks(note.blocks);
        }
        self.raw("</li>\n");
    }
}
