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
    text::FileId,
};

/// So many bytes are read to find the fixes that change a text, and so often a short one is read. What is not tried by then counts as
/// one of them.
const MAX_BYTES: usize = 32 << 20;
const MAX_TRIALS: usize = 100;

/// Those of `diagnostics` whose safe fix would change what readers see of `source`, which was understood as `blocks`. A fix is tried
/// with those before it that pass, as they are made together.
pub fn doubtful<'d>(
    source: &Source,
    vocabulary: &Vocabulary,
    blocks: &[Block],
    diagnostics: impl Iterator<Item = &'d Diagnostic>,
) -> Vec<&'d Diagnostic> {
    let is_tried = |found: &&Diagnostic| found.safety == Safety::Safe && found.fix.iter().any(|edit| splice(source, edit).is_some());
    let mut on_trial: Vec<&Diagnostic> = diagnostics.filter(is_tried).collect();
    if on_trial.is_empty() {
        return Vec::new();
    }
    on_trial.sort_by_key(|found| (found.span, found.code.id));
    let trials = (MAX_BYTES / source.text.len().max(1)).clamp(1, MAX_TRIALS);
    let mut trial = Trial { source, vocabulary, words: words(blocks), trials, passed: Vec::new(), failed: Vec::new() };
    trial.add(&on_trial);
    trial.failed
}

struct Trial<'a, 'd> {
    source: &'a Source<'a>,
    vocabulary: &'a Vocabulary,
    /// What readers see before.
    words: String,
    /// How many are left.
    trials: usize,
    passed: Vec<&'d Diagnostic>,
    failed: Vec<&'d Diagnostic>,
}

impl<'d> Trial<'_, 'd> {
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

    /// Whether readers see the same words after these fixes and those that passed.
    fn passes(&mut self, fixes: &[&'d Diagnostic]) -> bool {
        self.trials -= 1;
        let mut edits = Edits::default();
        for found in self.passed.iter().chain(fixes) {
            edits.take(&found.fix);
        }
        let edits = edits.by_file().flat_map(|(_, edits)| edits);
        let splices: Vec<Splice> = edits.filter_map(|edit| splice(self.source, edit)).collect();
        let mended = Edited::new(self.source.text, splices).text;
        let parsed = parse(&Source::of_file(FileId(0), &mended, 0), self.vocabulary);
        words(&parsed.blocks) == self.words
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
