//! Which findings are allowed, and which comments are of no use.

use super::Allow;
use crate::{
    diagnostic::{self, ALLOW_NO_REASON, ALLOW_UNKNOWN_CODE, ALLOW_UNUSED, CODES, Diagnostic},
    text::{FileId, Spanned},
    words,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::{cmp::Reverse, collections::BinaryHeap};

/// A finding that its author allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The finding.
    pub diagnostic: Diagnostic,
    /// Why it is allowed.
    pub reason: String,
}

/// Findings after all comments were heard.
#[derive(Clone, Debug, Default)]
pub struct Settled {
    /// Those that are not allowed.
    pub open: Vec<Diagnostic>,
    /// Those that are.
    pub allowed: Vec<Allowed>,
    /// What is wrong with the comments themselves. Only who looked for all kinds of mistakes can say that one is of no use.
    pub about_comments: Vec<Diagnostic>,
}

/// Parts findings into those that a comment allows, and the others. A comment about a kind of mistake that nobody looked for
/// may be of use.
pub fn settle(mut open: Vec<Diagnostic>, allows: &[Allow], was_looked_for: &dyn Fn(&str) -> bool) -> Settled {
    let judge = Judge::of(allows);
    let mut by: Vec<usize> = Vec::new();
    // A large site has hundreds of thousands of findings, few of which are allowed: the others stay where they are.
    let is_allowed = |diagnostic: &mut Diagnostic| {
        let at = judge.allowing(diagnostic);
        by.extend(at);
        at.is_some()
    };
    let taken: Vec<Diagnostic> = open.extract_if(.., is_allowed).collect();
    let used: FxHashSet<(usize, &str)> = by.iter().copied().zip(taken.iter().map(|diagnostic| diagnostic.code.id)).collect();
    let allowed = taken.into_iter().zip(by).map(|(diagnostic, at)| Allowed { diagnostic, reason: allows[at].reason.clone() }).collect();
    let complaints = |(at, allow): (usize, &Allow)| allow.complaints(&|code| !was_looked_for(code) || used.contains(&(at, code)));
    let about_comments = allows.iter().enumerate().flat_map(complaints).collect();
    Settled { open, allowed, about_comments }
}

/// From which byte on which comment, by its number, is the first whose scope holds it; up to the next such byte.
type Stretches = Vec<(usize, Option<usize>)>;

/// For each file and kind of mistake, which comments allow it where.
struct Judge<'a>(FxHashMap<(FileId, &'a str), Stretches>);

impl<'a> Judge<'a> {
    fn of(allows: &'a [Allow]) -> Self {
        let mut by_kind: FxHashMap<(FileId, &str), Vec<usize>> = FxHashMap::default();
        for (at, allow) in allows.iter().enumerate().filter(|(_, allow)| !allow.reason.is_empty()) {
            allow.codes.iter().for_each(|code| by_kind.entry((allow.span.file, &code.value)).or_default().push(at));
        }
        Self(by_kind.into_iter().map(|(kind, own)| (kind, stretches(allows, own))).collect())
    }

    /// The first comment that allows a finding.
    fn allowing(&self, diagnostic: &Diagnostic) -> Option<usize> {
        let stretches = self.0.get(&(diagnostic.span.file, diagnostic.code.id))?;
        let at = diagnostic.span.range().start;
        stretches[stretches.partition_point(|(from, _)| *from <= at).checked_sub(1)?].1
    }
}

/// The stretches of the scopes of some comments.
fn stretches(allows: &[Allow], mut own: Vec<usize>) -> Stretches {
    let scope = |at: usize| &allows[at].scope;
    let mut borders: Vec<usize> = own.iter().flat_map(|at| [scope(*at).start, scope(*at).end]).collect();
    borders.sort_unstable();
    borders.dedup();
    own.sort_by_key(|at| scope(*at).start);
    let mut coming = own.into_iter().peekable();
    let mut open = BinaryHeap::new();
    let first = |border: usize| {
        while let Some(at) = coming.next_if(|at| scope(*at).start <= border) {
            open.push(Reverse(at));
        }
        while open.peek().is_some_and(|Reverse(at)| scope(*at).end <= border) {
            open.pop();
        }
        open.peek().map(|Reverse(at)| *at)
    };
    let firsts: Vec<Option<usize>> = borders.iter().copied().map(first).collect();
    borders.into_iter().zip(firsts).collect()
}

impl Allow {
    /// What is wrong with the comment, if `is_used` tells which kinds of mistakes it was, or may be, needed for.
    fn complaints(&self, is_used: &dyn Fn(&str) -> bool) -> Vec<Diagnostic> {
        if self.codes.is_empty() {
            let nothing = Diagnostic::new(&ALLOW_UNKNOWN_CODE, self.span, "this comment names no kind of mistake");
            return vec![nothing.help("write `polyguide: allow CODE: reason`")];
        }
        let (known, unknown): (Vec<_>, Vec<_>) = self.codes.iter().partition(|code| diagnostic::code(&code.value).is_some());
        let mut found: Vec<Diagnostic> = unknown.into_iter().map(unknown_code).collect();
        if self.reason.is_empty() {
            let silent = Diagnostic::new(&ALLOW_NO_REASON, self.span, "this comment gives no reason, and so allows nothing");
            found.push(silent.help("write why after a colon: `polyguide: allow CODE: reason`"));
            return found;
        }
        let unused: Vec<_> = known.into_iter().filter(|code| !is_used(&code.value)).collect();
        let is_useless = unused.len() == self.codes.len();
        found.extend(unused.into_iter().map(|code| self.unused(code, is_useless)));
        found
    }

    fn unused(&self, code: &Spanned<String>, is_useless: bool) -> Diagnostic {
        let unused = Diagnostic::new(&ALLOW_UNUSED, code.span, format!("there is no `{}` to allow here", code.value));
        if is_useless { unused.help("delete the comment").fix(self.delete, "") } else { unused.help("delete this name") }
    }
}

fn unknown_code(code: &Spanned<String>) -> Diagnostic {
    let unknown = Diagnostic::new(&ALLOW_UNKNOWN_CODE, code.span, format!("`{}` is no kind of mistake", code.value));
    match words::nearest(&code.value, CODES.iter().map(|code| code.id)) {
        Some(near) => unknown.help(format!("did you mean `{near}`?")),
        None => unknown,
    }
}
