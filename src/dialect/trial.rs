//! Fixes on trial. A fix is safe only where readers see the same words once it is made: that is tried, and not taken for granted, since
//! a stray sign in the same line can give what a fix writes another meaning.

use super::{
    parse, push_plain_text,
    scan::host_token,
    source::{Edited, Source, Splice},
    tree::{Block, BlockKind},
    vocabulary::Vocabulary,
    walk,
};
use crate::{
    diagnostic::{Diagnostic, Edit, Edits, Safety},
    text::{FileId, Span},
};
use rustc_hash::FxHashSet;
use std::{
    mem::{Discriminant, discriminant},
    ops::Range,
};

/// So many bytes are read to find the fixes that change a text, and so often a short one is read. What is not tried by then counts as
/// one of them.
const MAX_BYTES: usize = 32 << 20;
const MAX_TRIALS: usize = 100;

/// Findings whose safe fix would change what readers see, by place and kind.
#[derive(Clone, Debug, Default)]
pub struct Doubts(FxHashSet<(Span, &'static str)>);

impl Doubts {
    /// Whether they are about a finding.
    pub fn are_about(&self, found: &Diagnostic) -> bool {
        self.0.contains(&(found.span, found.code.id))
    }

    /// Adds those of another text.
    pub fn add(&mut self, others: &Self) {
        self.0.extend(&others.0);
    }
}

/// Which of `diagnostics` have a safe fix that would change what readers see of `source`, which was understood as `blocks`. A fix is
/// tried with those before it that pass, as they are made together: in its block, if that means the same by itself, else in all of
/// the text.
pub fn doubts<'d>(source: &Source, vocabulary: &Vocabulary, blocks: &[Block], diagnostics: impl Iterator<Item = &'d Diagnostic>) -> Doubts {
    let is_tried = |found: &&Diagnostic| found.safety == Safety::Safe && found.fix.iter().any(|edit| splice(source, edit).is_some());
    let mut on_trial: Vec<&Diagnostic> = diagnostics.filter(is_tried).collect();
    on_trial.sort_by_key(|found| (found.span, found.code.id));
    let (mut passed, mut failed, mut left) = (Vec::new(), Vec::new(), Vec::new());
    for fixes in on_trial.chunk_by(|one, other| block_of(source, blocks, one) == block_of(source, blocks, other)) {
        match block_of(source, blocks, fixes[0]).and_then(|at| Trial::of_block(source, vocabulary, &blocks[at])) {
            Some(mut trial) => {
                trial.add(fixes);
                passed.append(&mut trial.passed);
                failed.append(&mut trial.failed);
            }
            None => left.extend_from_slice(fixes),
        }
    }
    if !left.is_empty() {
        let mut trial = Trial { passed, ..Trial::new(source, vocabulary, 0..source.text.len(), blocks) };
        trial.add(&left);
        failed.append(&mut trial.failed);
    }
    Doubts(failed.into_iter().map(|found| (found.span, found.code.id)).collect())
}

/// The only block that a fix changes, by its place among `blocks`. None where it joins or splits lines, which can reach further.
fn block_of(source: &Source, blocks: &[Block], found: &Diagnostic) -> Option<usize> {
    let after = blocks.partition_point(|block| block.span <= found.span);
    let at = after.checked_sub(1)?;
    let within = source.range_of(blocks[at].span)?;
    let stays = |edit: &Edit| {
        let splice = splice(source, edit)?;
        let is_inside = within.start <= splice.range.start && splice.range.end <= within.end;
        Some(is_inside && !source.text[splice.range].contains('\n') && !splice.text.contains('\n'))
    };
    found.fix.iter().all(|edit| stays(edit) == Some(true)).then_some(at)
}

struct Trial<'a, 'd> {
    source: &'a Source<'a>,
    vocabulary: &'a Vocabulary,
    /// The bytes of the source that are read.
    within: Range<usize>,
    /// What readers see before.
    seen: Seen,
    /// How many are left.
    trials: usize,
    passed: Vec<&'d Diagnostic>,
    failed: Vec<&'d Diagnostic>,
}

impl<'a, 'd> Trial<'a, 'd> {
    fn new(source: &'a Source, vocabulary: &'a Vocabulary, within: Range<usize>, blocks: &[Block]) -> Self {
        let trials = (MAX_BYTES / within.len().max(1)).clamp(1, MAX_TRIALS);
        Self { source, vocabulary, within, seen: Seen::of(blocks), trials, passed: Vec::new(), failed: Vec::new() }
    }

    /// A trial in one block, if the block's lines mean the same without those around them.
    fn of_block(source: &'a Source, vocabulary: &'a Vocabulary, block: &Block) -> Option<Self> {
        let within = source.range_of(block.span)?;
        let alone = parse(&Source::of_file(FileId(0), &source.text[within.clone()], 0), vocabulary);
        let trial = Self::new(source, vocabulary, within, std::slice::from_ref(block));
        (Seen::of(&alone.blocks) == trial.seen).then_some(trial)
    }

    /// Adds fixes to those that pass: all of them, or else each half by itself.
    fn add(&mut self, fixes: &[&'d Diagnostic]) {
        if self.trials > 0 && self.passes(fixes) {
            self.passed.extend_from_slice(fixes);
        } else if self.trials == 0 || fixes.len() < 2 {
            self.failed.extend_from_slice(fixes);
        } else {
            let (first, second) = fixes.split_at(fixes.len() / 2);
            self.add(first);
            self.add(second);
        }
    }

    /// Whether readers see the same after these fixes and those that passed.
    fn passes(&mut self, fixes: &[&'d Diagnostic]) -> bool {
        self.trials -= 1;
        let mut edits = Edits::default();
        for found in self.passed.iter().chain(fixes) {
            edits.take(&found.fix);
        }
        let edits = edits.by_file().flat_map(|(_, edits)| edits);
        let splices: Vec<Splice> = edits.filter_map(|edit| self.inside(splice(self.source, edit)?)).collect();
        let mended = Edited::new(&self.source.text[self.within.clone()], splices).text;
        let parsed = parse(&Source::of_file(FileId(0), &mended, 0), self.vocabulary);
        let seen = Seen::of(&parsed.blocks);
        // A block that became another could mean something to those around it, which are not read.
        let is_whole = self.within.len() == self.source.text.len();
        seen.words == self.seen.words && (is_whole || seen.kinds == self.seen.kinds)
    }

    /// A splice of the source as one of the bytes that are read.
    fn inside(&self, splice: Splice) -> Option<Splice> {
        let offset = |at: usize| at.checked_sub(self.within.start).filter(|at| *at <= self.within.len());
        Some(Splice { range: offset(splice.range.start)?..offset(splice.range.end)?, text: splice.text })
    }
}

/// What readers see of blocks: their words, and of what kinds they are.
#[derive(PartialEq)]
struct Seen {
    words: String,
    kinds: Vec<Discriminant<BlockKind>>,
}

impl Seen {
    fn of(blocks: &[Block]) -> Self {
        Self { words: words(blocks), kinds: blocks.iter().map(|block| discriminant(&block.kind)).collect() }
    }
}

/// An edit of a file as one of the text that was put together.
fn splice(source: &Source, edit: &Edit) -> Option<Splice> {
    Some(Splice { range: source.range_of(edit.span)?, text: edit.replacement.clone() })
}

/// What readers see of a text, word by word.
fn words(blocks: &[Block]) -> String {
    let mut text = String::new();
    walk::inlines(blocks, &mut |inlines| {
        push_plain_text(inlines, &mut text, &mut |service| host_token(service, false).unwrap_or_default());
        text.push('\n');
    });
    push_code(blocks, &mut text);
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        words.push_str(word);
        words.push(' ');
    }
    words
}

fn push_code(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match &block.kind {
            BlockKind::Code { text, .. } => out.push_str(text),
            BlockKind::Api(calls) => calls.iter().for_each(|call| out.push_str(&call.path)),
            _ => walk::children(block, &mut |blocks| push_code(blocks, out)),
        }
        out.push('\n');
    }
}
