//! Code blocks. A host in them is shown with its mark as it is everywhere, whatever its author wrote around the mark.

use super::Builder;
use crate::{
    diagnostic::PLACEHOLDER_NOTATION,
    dialect::{
        tree::{Block, BlockKind, Text},
        vocabulary::{FoundHost, Vocabulary},
    },
    text::Span,
};
use std::ops::Range;

impl Builder<'_> {
    pub(super) fn code_block(&self, language: Text, text: &str, span: Span) -> Block {
        let text = match self.vocabulary.may_hold_host(text) {
            true => shown(text, self.vocabulary).into(),
            false => text.into(),
        };
        Block { span, kind: BlockKind::Code { language, text } }
    }

    /// Tells of the hosts in a block's bytes that are written in another way than they are shown.
    pub(super) fn explain_code(&mut self, range: Range<usize>) {
        let edited = self.edited;
        let Some(code) = edited.text.get(range.clone()).filter(|code| self.vocabulary.may_hold_host(code)) else { return };
        for (place, host) in others(code, self.vocabulary) {
            let span = self.span(range.start + place.start..range.start + place.end);
            let (message, help) = ("this placeholder is written in another notation", format!("write `{host}`"));
            self.offer(&PLACEHOLDER_NOTATION, span, message, help, vec![(span, host)]);
        }
    }
}

/// The code with its hosts as they are shown.
fn shown(code: &str, vocabulary: &Vocabulary) -> String {
    let mut out = String::with_capacity(code.len());
    let mut from = 0;
    for (place, host) in others(code, vocabulary) {
        out.push_str(code.get(from..place.start).unwrap_or_default());
        out.push_str(&host);
        from = place.end;
    }
    out.push_str(code.get(from..).unwrap_or_default());
    out
}

/// The hosts in code that are written in another way than they are shown, without the asterisks around them: in code these are text.
fn others(code: &str, vocabulary: &Vocabulary) -> Vec<(Range<usize>, String)> {
    let other = |host: FoundHost| {
        let place = host.start + host.lead..host.end - host.trail;
        let shown = vocabulary.shown_host(host.service)?;
        (!host.mark.is_empty() && code[place.clone()] != *shown).then(|| (place, shown.to_owned()))
    };
    vocabulary.find_hosts(code).into_iter().filter_map(other).collect()
}
