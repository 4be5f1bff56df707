//! One pass over the Markdown parser's events, which makes the tree.

mod api;
mod attributes;
mod breaks;
mod code;
mod emphasis;
mod explanations;
mod frames;
mod gathered;
mod html;
mod inlines;
mod labels;
mod links;
mod names;
mod plain;
mod quotes;
mod regions;
mod sanitize;
mod signs;
mod tables;
mod tags;

use super::{
    places::Places,
    source::{Edited, Source, Window},
    tree::{Block, BlockKind, Inline, InlineKind},
    vocabulary::Vocabulary,
};
use crate::{
    diagnostic::{Code, Diagnostic, MACHINE_TRANSLATION, PLACEHOLDER_RAW_TAG},
    text::Span,
};
use frames::{Frame, Part};
use inlines::Piece;
use pulldown_cmark::{Event, Options, Parser};
use std::{borrow::Cow, cell::Cell, ops::Range};

/// Deeper than this nothing nests: what would is put beside instead of inside.
const MAX_DEPTH: usize = 48;

/// What a guide says.
#[derive(Debug, Default)]
pub struct Built {
    pub blocks: Vec<Block>,
    pub diagnostics: Vec<Diagnostic>,
    pub machine_translated: bool,
    /// Whether any text may depend on a value.
    pub may_hold_conditions: bool,
}

/// Turns the edited text into a tree.
pub fn build(source: &Source, edited: &Edited, vocabulary: &Vocabulary) -> Built {
    let mut builder = Builder::new(source, edited, vocabulary);
    builder.run();
    let mut blocks = builder.finish();
    let machine_translated = builder.take_machine_banner(&mut blocks);
    // Hosts are tokens by now, so a mark that is left stands by itself.
    let may_explain_mark = vocabulary.holds_mark(&edited.text);
    if may_explain_mark {
        explanations::mark(&mut blocks, vocabulary);
    }
    let may_hold_conditions = builder.holds_conditions || may_explain_mark;
    Built { blocks, diagnostics: builder.diagnostics, machine_translated, may_hold_conditions }
}

/// The inlines of a piece of text that stands inside raw HTML.
fn build_fragment(builder: &mut Builder, text: &str, span: Span) -> Vec<Inline> {
    let edited = Edited::new(text, Vec::new());
    let piece =
        super::source::Piece { start: 0, file: span.file, origin: span.start as usize, replaces: Some((span.end - span.start) as usize) };
    let source = Source { text, pieces: vec![piece] };
    let mut inner = Builder { is_fragment: true, notes: builder.notes, ..Builder::new(&source, &edited, builder.vocabulary) };
    inner.run();
    let blocks = inner.finish();
    builder.diagnostics.append(&mut inner.diagnostics);
    builder.holds_conditions |= inner.holds_conditions;
    if blocks.iter().any(|block| matches!(block.kind, BlockKind::Code { .. })) {
        return vec![Inline { span, kind: InlineKind::Text(text.into()) }];
    }
    let mut inlines: Vec<Inline> = Vec::new();
    push_lines(&blocks, span, &mut inlines);
    inlines
}

/// Appends the texts of blocks, a line for each. Items of lists keep what they start with: where lines may, they become a list again.
fn push_lines(blocks: &[Block], span: Span, out: &mut Vec<Inline>) {
    for block in blocks {
        let BlockKind::List(list) = &block.kind else {
            super::walk::inlines(std::slice::from_ref(block), &mut |more| {
                push_break(span, out);
                out.extend_from_slice(more);
            });
            continue;
        };
        for (number, item) in (list.start.unwrap_or_default()..).zip(&list.items) {
            let marker = if list.start.is_some() { format!("{number}. ") } else { "- ".to_owned() };
            push_break(span, out);
            out.push(Inline { span, kind: InlineKind::Text(marker.into()) });
            let mut lines = Vec::new();
            push_lines(&item.blocks, span, &mut lines);
            out.append(&mut lines);
        }
    }
}

fn push_break(span: Span, out: &mut Vec<Inline>) {
    if !out.is_empty() {
        out.push(Inline { span, kind: InlineKind::Break });
    }
}

struct Builder<'a> {
    source: &'a Source<'a>,
    edited: &'a Edited,
    vocabulary: &'a Vocabulary,
    /// Where the last span was.
    window: Cell<Option<Window>>,
    frames: Vec<Frame<'a>>,
    /// What the frames hold of blocks, each frame's above that of its parent.
    parts: Vec<Part>,
    /// What the frames hold of inlines, likewise.
    pieces: Vec<Piece>,
    /// How many containers are open that were too deep to be made.
    skipped: usize,
    diagnostics: Vec<Diagnostic>,
    /// Where asterisks stand in the edited text.
    stars: Places,
    /// Where what makes a text more than plain stands in it, see [`gathered::marks`].
    marks: Places,
    /// The level of the last heading; the page's title is the first.
    heading_level: u8,
    /// How many asterisks refer to notes of the text at most.
    notes: usize,
    /// Whether a comment made any text depend on a value.
    holds_conditions: bool,
    /// Whether this is a text inside raw HTML, in which no HTML is looked for again.
    is_fragment: bool,
}

impl<'a> Builder<'a> {
    fn new(source: &'a Source<'a>, edited: &'a Edited, vocabulary: &'a Vocabulary) -> Self {
        let stars = Places::new(memchr::memchr_iter(b'*', edited.text.as_bytes()));
        Self {
            source,
            edited,
            vocabulary,
            window: Cell::new(None),
            frames: vec![Frame::root()],
            parts: Vec::new(),
            pieces: Vec::new(),
            skipped: 0,
            diagnostics: Vec::new(),
            notes: emphasis::notes(&edited.text, stars.all()),
            stars,
            marks: gathered::marks(&edited.text),
            heading_level: 1,
            holds_conditions: false,
            is_fragment: false,
        }
    }

    fn run(&mut self) {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_DEFINITION_LIST
            | Options::ENABLE_TASKLISTS;
        let edited = self.edited;
        let mut events = Parser::new_ext(&edited.text, options).into_offset_iter();
        let mut next = events.next();
        while let Some((event, range)) = next {
            next = match event {
                Event::Start(tag) if plain::may_be_plain(&tag) => self.start_or_plain(tag, range, &mut events),
                event => {
                    self.event(event, range);
                    events.next()
                }
            }
        }
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(_) => self.end(range),
            Event::Text(text) => self.text(&text, range),
            Event::Code(code) => self.code(&code, range),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::Html(html) => self.block_html(&html, range),
            Event::SoftBreak => self.push_text("\n", range),
            Event::HardBreak => self.push_inline(InlineKind::Break, range),
            Event::Rule => self.push_block(BlockKind::Rule, range),
            Event::FootnoteReference(label) => self.push_inline(InlineKind::FootnoteReference(label.as_ref().into()), range),
            Event::TaskListMarker(done) => self.task(done),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, range),
        }
    }

    fn finish(&mut self) -> Vec<Block> {
        while self.frames.len() > 1 {
            let end = self.edited.text.len();
            self.skipped = 0;
            self.end(end..end);
        }
        match self.frames.pop() {
            Some(root) => self.take_blocks(root.parts, root.inlines).into_vec(),
            None => Vec::new(),
        }
    }

    /// The frame that is being filled.
    fn top(&mut self) -> &mut Frame<'a> {
        if self.frames.is_empty() {
            self.frames.push(Frame::root());
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    /// The bytes of the file that a range of the edited text came from.
    fn span(&self, range: Range<usize>) -> Span {
        if let Some(span) = self.window.get().and_then(|window| window.span(&range)) {
            return span;
        }
        self.window.set(Window::around(self.source, self.edited, range.start));
        self.source.span(self.edited.source_range(range))
    }

    fn complain(&mut self, code: &'static Code, span: Span, message: impl Into<String>, help: impl Into<Cow<'static, str>>) {
        self.diagnostics.push(Diagnostic::new(code, span, message).help(help));
    }

    /// [`Self::complain`], with what mends it. Inside raw HTML places are not known so well that anything could be mended there.
    fn offer(
        &mut self,
        code: &'static Code,
        span: Span,
        message: impl Into<String>,
        help: impl Into<Cow<'static, str>>,
        edits: Vec<(Span, String)>,
    ) {
        let diagnostic = Diagnostic::new(code, span, message).help(help);
        let edits = if self.is_fragment { Vec::new() } else { edits };
        self.diagnostics.push(edits.into_iter().fold(diagnostic, |diagnostic, (span, text)| diagnostic.fix(span, text)));
    }

    /// A placeholder in angle brackets, which belongs between backticks.
    fn raw_placeholder(&mut self, raw: &str, span: Span, message: String) {
        let backtick = |at: u32| (Span { start: at, end: at, ..span }, "`".to_owned());
        let edits = vec![backtick(span.start), backtick(span.end)];
        self.offer(&PLACEHOLDER_RAW_TAG, span, message, format!("write `` `{raw}` ``"), edits);
    }

    /// A banner at the top that says the page was translated by a machine becomes a state of the page.
    fn take_machine_banner(&mut self, blocks: &mut Vec<Block>) -> bool {
        let is_banner = |block: &Block| match &block.kind {
            BlockKind::Callout { blocks, .. } => blocks.len() <= 2 && blocks.iter().any(|block| plain_text_of(block).contains("SYSTRAN")),
            _ => false,
        };
        let Some(at) = blocks.iter().take(4).position(is_banner) else { return false };
        let banner = blocks.remove(at);
        let help = "write `translation_banner: true` into `meta.yaml` instead";
        self.complain(&MACHINE_TRANSLATION, banner.span, "this banner says that the page was translated by a machine", help);
        true
    }
}

/// What is said of a text in angle brackets that browsers would hide.
fn looks_like_tag(text: &str) -> String {
    format!("`{}` looks like an HTML tag", text.lines().next().unwrap_or_default())
}

/// Takes what stands on a stack from `from` on, as far as `wanted` wants it.
fn take_from<T, U>(stack: &mut Vec<T>, from: usize, wanted: impl Fn(T) -> Option<U>) -> Vec<U> {
    let mut taken = Vec::with_capacity(stack.len() - from);
    if stack.len() == from + 1 {
        // What is on most pages alone in its list needs no drain.
        if let Some(only) = stack.pop().and_then(wanted) {
            taken.push(only);
        }
    } else {
        taken.extend(stack.drain(from..).filter_map(wanted));
    }
    taken
}

fn plain_text_of(block: &Block) -> String {
    match &block.kind {
        BlockKind::Paragraph(inlines) | BlockKind::Plain(inlines) => super::plain_text(inlines),
        _ => String::new(),
    }
}
