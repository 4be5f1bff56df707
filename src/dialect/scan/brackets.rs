//! Links and pictures whose brackets are mistyped. Only addresses that are beyond doubt are taken for some.

use super::{
    Scanner,
    attributes::{head, tail},
    containers::Container,
    inline::{Text, is_sure_address, label_start},
    pictures::is_address_of_picture,
    tables::{is_escaped, push_code_spans},
};
use crate::diagnostic::LINK_BRACKETS;
use std::ops::Range;

/// What the brackets of a text tell, so that rules about them are asked only where some may stand.
#[derive(Debug, Default)]
pub struct Brackets {
    opened: usize,
    closed: usize,
    /// Whether a callout's marker may stand anywhere.
    pub may_be_markers: bool,
    /// Whether a bracket of a link may stand twice anywhere.
    pub may_be_doubled: bool,
    /// Whether an attribute list may stand in brackets anywhere.
    pub may_be_lists: bool,
}

impl Brackets {
    /// Notes what stands at a place of `text`. All brackets must be seen.
    pub fn see(&mut self, text: &[u8], at: usize) {
        let next = text.get(at + 1);
        match text[at] {
            b'[' => {
                self.opened += 1;
                self.may_be_markers |= next == Some(&b'!');
                self.may_be_doubled |= next == Some(&b'[');
                self.may_be_lists |= next == Some(&b'.');
            }
            b']' => {
                self.closed += 1;
                self.may_be_doubled |= next == Some(&b'(') && text[..at].ends_with(b"]");
            }
            _ => {}
        }
    }

    /// Whether there are more of one kind than of the other, so that one of a link or picture may be missing.
    pub fn are_odd(&self) -> bool {
        self.opened != self.closed
    }

    fn of(text: &str) -> Self {
        let mut brackets = Self::default();
        memchr::memchr2_iter(b'[', b']', text.as_bytes()).for_each(|at| brackets.see(text.as_bytes(), at));
        brackets
    }
}

/// Whether a text is an address, and nothing else.
fn is_address(text: &str, is_picture: bool) -> bool {
    if is_picture { is_address_of_picture(text) } else { is_sure_address(text) && !text.contains([' ', '(', '<', '`']) }
}

impl Scanner<'_> {
    /// Brackets that have no partner in their line.
    pub(super) fn odd_brackets(&mut self, range: &Range<usize>) {
        let source = self.source;
        let text = &source.text[range.clone()];
        if !Brackets::of(text).are_odd() {
            return;
        }
        let mut codes = Vec::new();
        push_code_spans(text, &mut codes);
        let text = Text { text, start: range.start, codes, is_heading: false };
        for at in memchr::memchr2_iter(b'[', b']', text.text.as_bytes()) {
            if text.in_code(at) || is_escaped(text.text, at) {
                continue;
            }
            match text.text.as_bytes()[at] {
                b'[' => self.unclosed_text(&text, at),
                _ => self.unopened_text(&text, at),
            }
        }
    }

    /// `[text(address)` and `![text}(images/a.png)`: the bracket that closes the text is missing, or another sign.
    fn unclosed_text(&mut self, text: &Text, at: usize) {
        let after = head(&text.text[at + 1..]);
        let after = &after[..after.find(['[', ']']).unwrap_or(after.len())];
        let is_picture = text.text[..at].ends_with('!');
        let found = after.match_indices('(').find_map(|(open, _)| {
            let address = &after[open + 1..];
            let address = &address[..address.find(')')?];
            is_address(address, is_picture).then_some((open, open + 2 + address.len()))
        });
        let Some((open, end)) = found else { return };
        let label = &after[..open];
        if label.trim().is_empty() || (!is_picture && label.ends_with(' ')) {
            return;
        }
        let is_mistyped = [('(', ')'), ('{', '}')].iter().any(|(open, close)| label.ends_with(*close) && !label.contains(*open));
        let place = at + 1 + open - usize::from(is_mistyped)..at + 1 + open;
        let whole = text.place(at - usize::from(is_picture)..at + 1 + end);
        let edits = vec![(text.place(place), "]".to_owned())];
        self.repair(&LINK_BRACKETS, whole, "the bracket after this text is missing", edits);
    }

    /// `!text](images/a.png)`: the bracket that opens the text is missing.
    fn unopened_text(&mut self, text: &Text, at: usize) {
        let Some(inside) = head(&text.text[at + 1..]).strip_prefix('(').filter(|_| label_start(&text.text[..at]).is_none()) else { return };
        if text.text[..at].strip_suffix(']').is_some_and(|before| label_start(before).is_some()) {
            // It stands twice.
            return;
        }
        let Some(address) = inside.find(')').map(|end| &inside[..end]) else { return };
        let end = at + 3 + address.len();
        let before = tail(&text.text[..at]);
        let mark = is_address(address, true).then(|| before.rfind('!')).flatten().map(|mark| at - before.len() + mark);
        let mark = mark.filter(|mark| {
            let is_start = text.text[..*mark].chars().next_back().is_none_or(|before| before.is_whitespace() || before == '|');
            is_start && text.text[mark + 1..at].starts_with(char::is_alphanumeric)
        });
        if let Some(mark) = mark {
            let edits = vec![(text.place(mark + 1..mark + 1), "[".to_owned())];
            return self.repair(&LINK_BRACKETS, text.place(mark..end), "the bracket before this text is missing", edits);
        }
        if is_address(address, true) || is_address(address, false) {
            let message = "the bracket before the text of this link is missing";
            self.complain(&LINK_BRACKETS, text.place(at..end), message, "write `[` where its text begins; it is shown as it stands");
        }
    }

    /// `[text]](address)` and `[[text](address)`: a bracket stands twice. The text ends at `bracket`.
    pub(super) fn doubled_bracket(&mut self, text: &Text, bracket: usize, address: &str) {
        let before = &text.text[..bracket];
        let place = match (label_start(before), before.strip_suffix(']').and_then(label_start)) {
            (None, Some(open)) if open + 1 < bracket => bracket..bracket + 1,
            (Some(open), _) if before[..open - 1].ends_with('[') && self.stays_open(text, open - 2, bracket + address.len() + 3) => {
                open - 2..open - 1
            }
            _ => return,
        };
        if is_address(address, true) || is_address(address, false) || address.starts_with('#') {
            let edits = vec![(text.place(place.clone()), String::new())];
            self.repair(&LINK_BRACKETS, text.place(place), "this bracket stands twice", edits);
        }
    }

    /// Whether the bracket at `open` is not closed behind `end`, neither in its line nor in the next.
    fn stays_open(&self, text: &Text, open: usize, end: usize) -> bool {
        let closes = |text: &str| {
            let mut depth = 0usize;
            memchr::memchr2_iter(b'[', b']', text.as_bytes()).any(|at| {
                let is_last = depth == 0 && text.as_bytes()[at] == b']';
                depth = if text.as_bytes()[at] == b'[' { depth + 1 } else { depth.saturating_sub(1) };
                is_last
            })
        };
        let below = self.content_below(text.start + text.text.len()).map(|(_, content)| content);
        !is_escaped(text.text, open) && !closes(head(&text.text[end..])) && !below.is_some_and(|below| closes(head(below)))
    }

    /// `[text]((address))` and `[text](( address)`: a parenthesis too many. `inside` follows the first. Tells whether it was so.
    pub(super) fn doubled_parenthesis(&mut self, text: &Text, bracket: usize, inside: &str) -> bool {
        let Some(doubled) = inside.strip_prefix('(') else { return false };
        let spaces = doubled.len() - doubled.trim_start().len();
        let Some(address) = doubled.find(')').map(|end| doubled[spaces..].get(..end - spaces).unwrap_or_default()) else { return false };
        if !is_address(address, true) && !is_address(address, false) {
            return false;
        }
        let start = bracket + 2;
        let close = start + 1 + spaces + address.len();
        let mut edits = vec![(text.place(start..start + 1 + spaces), String::new())];
        if text.text[close + 1..].starts_with(')') {
            edits.push((text.place(close + 1..close + 2), String::new()));
        }
        self.repair(&LINK_BRACKETS, text.place(start..close + 1), "this address stands in two parentheses", edits);
        true
    }

    /// `![images/a.png]` and `![text]{images/a.png}`: the address stands in other brackets than parentheses.
    pub(super) fn mistyped_address(&mut self, text: &Text, bracket: usize) {
        let Some(open) = label_start(&text.text[..bracket]).filter(|open| text.text[..open - 1].ends_with('!')) else { return };
        let after = head(&text.text[bracket + 1..]);
        let edits = if let Some(inside) = after.strip_prefix('{') {
            let Some(address) = inside.find('}').map(|end| &inside[..end]).filter(|address| is_address(address, true)) else { return };
            let end = bracket + 2 + address.len();
            vec![(text.place(bracket + 1..bracket + 2), "(".to_owned()), (text.place(end..end + 1), ")".to_owned())]
        } else if is_address(&text.text[open..bracket], true) {
            vec![(text.place(open..open), "](".to_owned()), (text.place(bracket..bracket + 1), ")".to_owned())]
        } else {
            return;
        };
        let end = edits.last().map_or(bracket + 1, |(place, _)| place.end - text.start);
        self.repair(&LINK_BRACKETS, text.place(open - 2..end), "the address of this picture stands in other brackets", edits);
    }

    /// `(text)[address]`: parentheses and brackets have changed places. The address ends at `bracket`.
    pub(super) fn swapped_brackets(&mut self, text: &Text, bracket: usize) {
        let Some(open) = label_start(&text.text[..bracket]) else { return };
        let address = &text.text[open..bracket];
        let Some(before) = tail(&text.text[..open - 1]).strip_suffix(')') else { return };
        let Some(start) = before.rfind('(') else { return };
        let label_at = open - 2 - (before.len() - start - 1);
        let is_picture = text.text[..label_at - 1].ends_with('!');
        if !is_address(address, is_picture) || before[start + 1..].trim().is_empty() || before[start..].contains([']', '`']) {
            return;
        }
        let edit = |at: usize, sign: &str| (text.place(at..at + 1), sign.to_owned());
        let edits = vec![edit(label_at - 1, "["), edit(open - 2, "]"), edit(open - 1, "("), edit(bracket, ")")];
        let whole = text.place(label_at - 1 - usize::from(is_picture)..bracket + 1);
        self.repair(&LINK_BRACKETS, whole, "parentheses and brackets have changed places", edits);
    }

    /// `[text]` at the end of a line and `(address)` at the start of the next.
    pub(super) fn address_below(&mut self, text: &Text, bracket: usize) {
        let end = text.start + bracket + 1;
        let Some(open) = label_start(&text.text[..bracket]) else { return };
        let Some((start, inside)) = self.content_below(end).and_then(|(start, below)| Some((start, below.strip_prefix('(')?))) else {
            return;
        };
        let is_picture = text.text[..open - 1].ends_with('!');
        if inside.find(')').is_some_and(|close| is_address(&inside[..close], is_picture)) {
            let message = "a line break separates this text from its address";
            self.repair(&LINK_BRACKETS, text.place(open - 1..bracket + 1), message, vec![(end..start, String::new())]);
        }
    }

    /// What stands on the line below the one that ends at `end`, and where it starts: in the same quotes, without their marks.
    pub(super) fn content_below(&self, end: usize) -> Option<(usize, &str)> {
        let below = self.source.text[end..].trim_start_matches([' ', '\r']).strip_prefix('\n')?.split('\n').next()?;
        let start = self.source.text[end..].find('\n')? + end + 1;
        let content = below.trim_start_matches(['>', ' ', '\t']);
        let marks = &below[..below.len() - content.len()];
        let is_same_quote = marks.matches('>').count() == self.containers.iter().filter(|container| Container::is_quote(container)).count();
        is_same_quote.then(|| (start + marks.len(), content))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_brackets_of_a_text_tell() {
        let told = |text| {
            let Brackets { may_be_markers, may_be_doubled, may_be_lists, .. } = Brackets::of(text);
            [may_be_markers, may_be_doubled, may_be_lists]
        };
        assert_eq!(told("> [!warning] a"), [true, false, false]);
        assert_eq!(["[[a](b)", "[a]](b)"].map(told), [[false, true, false]; 2]);
        assert_eq!(told("`a`[.action]"), [false, false, true]);
        assert_eq!(["[a] (b) ! .", "]", "a[b]]", ""].map(told), [[false; 3]; 4]);
        assert_eq!(["[a](b", "[a[b]", "a]", "["].map(|text| Brackets::of(text).are_odd()), [false, true, true, true]);
    }
}
