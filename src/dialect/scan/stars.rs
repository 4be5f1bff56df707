//! Bold text whose asterisks CommonMark would pair with others than its author meant: `**« a »**b, **« c »**d`.
//!
//! CommonMark asks which letters stand beside asterisks, and takes the second pair of these as one that opens. Authors count: each
//! second `**` closes, as for the renderer that they wrote for. Where all of a line can be read so, a mark without width makes the
//! parser read it so too.

use super::{NOTE_STARTS, NOTHING, Scanner, masks, tables::code_spans};
use crate::{
    diagnostic::{BOLD_FLANKING, Diagnostic},
    dialect::places::Places,
};
use std::ops::Range;

/// The asterisks of a text, found in one pass.
pub struct Stars {
    /// Where two stand together; the third of three counts no more.
    pub pairs: Places,
    /// Whether any may refer to a note.
    pub may_be_notes: bool,
    /// Whether any may stand for letters that are hidden, and whether any surely is one of a code to dial.
    pub may_be_masks: bool,
    pub are_dialled: bool,
}

impl Stars {
    /// Looks through all of `text`.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut pairs, mut first, mut may_be_notes) = (Vec::new(), None, false);
        let (mut may_be_masks, mut are_dialled) = (false, false);
        for at in memchr::memchr_iter(b'*', bytes) {
            may_be_notes |= NOTE_STARTS.iter().any(|start| bytes[..=at].ends_with(start.as_bytes()));
            let is_second = first.is_some_and(|first| first + 1 == at);
            pairs.extend(first.filter(|_| is_second));
            first = (!is_second).then_some(at);
            may_be_masks |= is_second && matches!(bytes.get(at + 1), Some(b'*' | b'@'));
            are_dialled = are_dialled || masks::is_dialled(text, at);
        }
        Self { pairs: pairs.into(), may_be_notes, may_be_masks, are_dialled }
    }
}

/// Two asterisks, and what they can do by CommonMark's rules.
struct Pair {
    at: usize,
    before: Option<char>,
    after: Option<char>,
    /// How many single asterisks stand between the pair before and it.
    singles: usize,
}

impl Pair {
    fn can(&self, role: Role) -> bool {
        let (outside, inside) = self.sides(role);
        !is_space(inside) && (!is_sign(inside) || is_space(outside) || is_sign(outside))
    }

    /// The letters outside and inside of the bold text.
    fn sides(&self, role: Role) -> (Option<char>, Option<char>) {
        match role {
            Role::Opens => (self.before, self.after),
            Role::Closes => (self.after, self.before),
        }
    }

    /// Whether it stands between spaces, where it may be meant as a sign.
    fn is_set_off(&self) -> bool {
        is_space(self.before) && is_space(self.after)
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Role {
    Opens,
    Closes,
}

impl Role {
    fn other(self) -> Self {
        if self == Self::Opens { Self::Closes } else { Self::Opens }
    }
}

impl Scanner<'_> {
    /// Looks at a line of a paragraph; `goes_on` tells that it is not the first.
    pub(super) fn bold_of_line(&mut self, range: Range<usize>, goes_on: bool) {
        self.bold_is_open &= goes_on;
        if self.may_be_bold(&range) {
            self.bold_is_open = self.bold(range, self.bold_is_open);
        }
    }

    /// Looks at a text that is whole by itself: a heading, a cell.
    pub(super) fn bold_of_text(&mut self, range: Range<usize>) {
        if self.may_be_bold(&range) {
            self.bold(range, false);
        }
    }

    /// Whether two asterisks stand in a range of the source.
    pub(super) fn may_be_bold(&self, range: &Range<usize>) -> bool {
        self.bold_places.any_in(range)
    }

    /// Reads a text by counting, if that is not how the parser reads it. Tells whether bold text is open at its end.
    fn bold(&mut self, range: Range<usize>, is_open: bool) -> bool {
        if let Some(count) = self.plain_pairs(&range, is_open) {
            return is_open != (count % 2 == 1);
        }
        let Some(pairs) = self.pairs(&range, is_open) else { return false };
        let first = if is_open { Role::Closes } else { Role::Opens };
        let roles = std::iter::successors(Some(first), |role| Some(role.other()));
        let roles: Vec<Role> = roles.take(pairs.len()).collect();
        let stays_open = is_open != (pairs.len() % 2 == 1);
        let all = || pairs.iter().zip(&roles);
        // Those that are set off are signs in `2 ** 3`, unless one of them is missing to pair with the others.
        let is_wrong = all().any(|(pair, role)| !pair.can(*role) && !pair.is_set_off())
            || pairs.iter().filter(|pair| pair.is_set_off()).count() % 2 == 1;
        let is_sure = all().filter(|(_, role)| **role == Role::Closes).all(|(pair, _)| pair.singles % 2 == 0);
        if is_wrong && is_sure && !stays_open {
            for (at, (pair, role)) in all().enumerate().filter(|(_, (pair, role))| !pair.can(**role)) {
                let place = if *role == Role::Opens { pair.at + 2 } else { pair.at };
                self.splice(place..place, NOTHING.to_string());
                let partner = if *role == Role::Opens { pairs.get(at + 1) } else { at.checked_sub(1).map(|at| &pairs[at]) };
                if *role == Role::Closes && partner.is_some_and(|opening| !opening.can(Role::Opens)) {
                    continue;
                }
                let other = partner.map_or(pair.at, |partner| partner.at);
                let span = self.source.span(pair.at.min(other)..pair.at.max(other) + 2);
                let diagnostic = Diagnostic::new(&BOLD_FLANKING, span, "CommonMark would print these asterisks")
                    .help("put the asterisks next to the words they emphasize, with a space outside");
                self.out.diagnostics.push(diagnostic);
            }
        }
        stays_open
    }

    /// How many pairs of asterisks a text has, if the parser reads them as they are counted, as it does in most texts. Where code or
    /// what is mended may hold some, or three stand together, that is not asked.
    fn plain_pairs(&self, range: &Range<usize>, is_open: bool) -> Option<usize> {
        let text = &self.source.text[range.clone()];
        if self.is_replaced_around(range.start) || memchr::memchr2(b'`', b'\\', text.as_bytes()).is_some() {
            return None;
        }
        let mut role = if is_open { Role::Closes } else { Role::Opens };
        let mut count = 0;
        for at in self.bold_places.within(range) {
            let at = at - range.start;
            let (before, after) = (text[..at].chars().next_back(), text.get(at + 2..)?.chars().next());
            let pair = Pair { at, before, after, singles: 0 };
            if before == Some('*') || after == Some('*') || !pair.can(role) {
                return None;
            }
            role = role.other();
            count += 1;
        }
        Some(count)
    }

    /// What was replaced in the line of a place, the last first.
    fn all_replaced_around(&self, at: usize) -> impl Iterator<Item = &Range<usize>> {
        let start = memchr::memrchr(b'\n', &self.source.text.as_bytes()[..at]).map_or(0, |newline| newline + 1);
        let splices = self.out.splices.iter().rev().take_while(move |splice| splice.range.end > start);
        splices.map(|splice| &splice.range).filter(|range| !range.is_empty())
    }

    fn is_replaced_around(&self, at: usize) -> bool {
        self.all_replaced_around(at).next().is_some()
    }

    /// What was replaced in the line of a place, in order.
    fn replaced_around(&self, at: usize) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = self.all_replaced_around(at).cloned().collect();
        ranges.sort_by_key(|range| range.start);
        ranges
    }

    /// The pairs of asterisks in a text, of which `is_open` tells whether it starts in bold; none where three and more stand together
    /// that can be read in too many ways.
    fn pairs(&self, range: &Range<usize>, is_open: bool) -> Option<Vec<Pair>> {
        let text = &self.source.text[range.clone()];
        let mut runs = self.runs(range).into_iter().peekable();
        let mut pairs = Vec::new();
        let mut singles = 0;
        while let Some(run) = runs.next() {
            let (before, after) = (text[..run.start].chars().next_back(), text[run.end..].chars().next());
            let is_bold = is_open != (pairs.len() % 2 == 1);
            match run.len() {
                1 => singles += usize::from(!(is_space(before) && is_space(after))),
                2 => pairs.push(Pair { at: range.start + run.start, before, after, singles: std::mem::take(&mut singles) }),
                // `***all***` in a text that is not bold stands for itself.
                3 if !is_bold => _ = runs.next_if(|next| next.len() == 3)?,
                // `**a *b***`: the first closes what stands inside.
                3 if singles % 2 == 1 => {
                    singles = 0;
                    pairs.push(Pair { at: range.start + run.start + 1, before: Some('*'), after, singles });
                }
                _ => return None,
            }
        }
        Some(pairs)
    }

    /// The asterisks of a text that are no code and not escaped, those together that stand together.
    fn runs(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let text = &self.source.text[range.clone()];
        let codes = code_spans(text);
        let replaced = self.replaced_around(range.start);
        let is_in = |ranges: &[Range<usize>], at: usize| {
            let next = ranges.partition_point(|range| range.end <= at);
            ranges.get(next).is_some_and(|range| range.start <= at)
        };
        let mut runs = Vec::new();
        let mut from = 0;
        while let Some(at) = memchr::memchr(b'*', &text.as_bytes()[from..]).map(|at| from + at) {
            from = at + text[at..].bytes().take_while(|byte| *byte == b'*').count();
            if !text[..at].ends_with('\\') && !is_in(&codes, at) && !is_in(&replaced, range.start + at) {
                runs.push(at..from);
            }
        }
        runs
    }
}

fn is_space(letter: Option<char>) -> bool {
    letter.is_none_or(char::is_whitespace)
}

fn is_sign(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| !letter.is_alphanumeric() && !letter.is_whitespace())
}
