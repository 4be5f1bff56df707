//! Tables without a header: a screen reader cannot tell what their columns are.

use crate::{
    check::{Check, Rule, guide::Guide},
    diagnostic::{Diagnostic, TABLE_EMPTY_HEADER},
    text::Span,
};

pub const RULE: Rule = Rule { codes: &[&TABLE_EMPTY_HEADER], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    for (table, span) in guide.tables.iter().filter(|(table, _)| table.head.is_none() && table.alignments.len() > 1) {
        let source = guide.source_at(*span);
        // A table of HTML begins with a tag.
        let Some(line) = source.lines().next().filter(|line| line.contains('|')) else { continue };
        if table.rows.is_empty() {
            continue;
        }
        let place = Span::new(span.file, span.start as usize..span.start as usize + line.trim_end().len());
        found.push(
            Diagnostic::new(&TABLE_EMPTY_HEADER, place, "the header of this table is empty").help("say in it what each column holds"),
        );
    }
}
