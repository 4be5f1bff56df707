//! Attribute lists that are not well formed (dialect.md §4.1): each is put right as it was obviously meant.

use super::{Scanner, inline::Text, tables::opening_quote};
use crate::{
    diagnostic::{
        ACTION_EMPTY, ATTR_DETACHED, ATTR_MALFORMED, ATTR_SPACE, ATTR_STRAY, ATTR_SWALLOWED_WORD, ATTR_WRONG_CLASS, Code,
        IMAGE_UNCLOSED_PAREN,
    },
    dialect::attributes::{AttributeList, is_known_class},
};
use std::ops::Range;

/// An edit of the text, in its own offsets.
type TextEdit = (Range<usize>, String);

impl Scanner<'_> {
    pub(super) fn attribute_lists(&mut self, text: &Text) {
        let mut rest = self.lists_up_to_stray_tick(text);
        while let Some(text) = rest {
            rest = self.lists_up_to_stray_tick(&text);
        }
    }

    /// Looks at the lists of a text, and gives back what follows the first backtick that was mended: code is told anew from there.
    fn lists_up_to_stray_tick<'t>(&mut self, text: &Text<'t>) -> Option<Text<'t>> {
        let mut done = 0;
        for at in memchr::memchr_iter(b'{', text.text.as_bytes()) {
            if at < done {
                continue;
            }
            if let Some(end) = self.lost_backtick(text, at) {
                return Some(text.after(end));
            }
            if text.in_code(at) {
                self.action_in_code(text, at);
                continue;
            }
            if let Some(length) = plain_list(text, at) {
                done = at + length;
                continue;
            }
            let typo = self.bracket_typo(text, at).or_else(|| self.swapped_alt(text, at)).or_else(|| self.doubled_braces(text, at));
            if let Some(end) = typo {
                done = end;
                continue;
            }
            if text.text[..at].ends_with('{') {
                continue;
            }
            if self.split_list(text, at) {
                return None;
            }
            if let Some(mut list) = AttributeList::parse(&text.text[at..]) {
                list.take_braces(braces_too_many(text.text, at, at + list.length));
                done = at + list.length;
                if self.stray_backtick(text, at, &list) {
                    return Some(text.after(done + 1));
                }
                self.attribute_list(text, at, &list);
            }
        }
        None
    }

    fn attribute_list(&mut self, text: &Text, at: usize, list: &AttributeList) {
        let owner = text.text[..at].trim_end();
        let gap = at - owner.len();
        if self.repeated(text, at, list) || self.dot_before_list(text, at, list) {
            return;
        }
        if let Some(open) = unclosed_address(&text.text[..at]) {
            let end = at + list.length;
            let closing = usize::from(text.text[end..].starts_with(')'));
            // A brace in its place is none of the address.
            let brace = usize::from(text.text[..at].ends_with('}') && !text.text[open..at].contains('{'));
            let edits = vec![(at - brace..at, ")".to_owned()), (at..end + closing, image_list(list))];
            let message = "the address before this attribute list is not closed";
            return self.mend(&IMAGE_UNCLOSED_PAREN, text, open..at + list.length, message, edits);
        }
        if list.is_path() && (gap > 0 || !owner.ends_with(['`', ')', '*', '_'])) || self.anchor_at_end(text, at, list) {
            return;
        }
        if owner.is_empty() {
            return self.list_on_its_own_line(text, at, list);
        }
        let is_alone = text.is_heading && text.text[at + list.length..].trim().is_empty();
        let mut edits = Vec::new();
        let mut code = None;
        if let Some(edit) = misquoted(text, owner).filter(|_| list.has_class("action")) {
            edits.extend(edit);
            code = Some((&ATTR_MALFORMED, "the label before this attribute list stands in quotes instead of backticks"));
        } else if !is_alone
            && !owner.ends_with(['`', ')', '>', '*', '_', super::NOTHING])
            && !owner.contains("][")
            && !ends_with_list(owner)
        {
            return self.stray_list(text, at, list);
        }
        if gap > 0 && !is_alone && (code.is_some() || owner.ends_with(['`', ')', '>', '*', '_']) || ends_with_list(owner)) {
            edits.push((owner.len()..at, String::new()));
            code = code.or(Some((&ATTR_DETACHED, "a space separates this attribute list from what it belongs to")));
        }
        if let Some((list_code, message)) = fault_of(text, at, list, owner) {
            edits.push((
                at..at + list.length,
                if is_image(owner) { image_list(list) } else { tidy_before(list, &text.text[at + list.length..]) },
            ));
            code = Some((list_code, message));
        }
        if let Some((code, message)) = code {
            let start = edits.iter().map(|(range, _)| range.start).min().unwrap_or(at).min(at);
            self.mend(code, text, start..at + list.length, message, edits);
        }
    }

    /// A list at the start of a line belongs to the picture or label at the end of the line above, or to nothing.
    fn list_on_its_own_line(&mut self, text: &Text, at: usize, list: &AttributeList) {
        let above = self.previous.content.clone();
        let owner = self.source.text[above.clone()].trim_end();
        let is_last = text.text[at + list.length..].trim().is_empty();
        let in_paragraph = !self.previous.blank && !owner.trim_start().starts_with(['#', '|']);
        let is_label = list.has_class("action") && owner.ends_with('`');
        if (is_last || is_label) && in_paragraph && owner.ends_with(['`', ')']) {
            let edits = vec![(above.start + owner.len()..text.place(at..at).end, String::new())];
            let message = "a line break separates this attribute list from what it belongs to";
            return self.repair(&ATTR_DETACHED, text.place(at..at + list.length), message, edits);
        }
        self.stray_list(text, at, list);
    }

    /// A list of classes that follows a plain word: it would be printed.
    fn stray_list(&mut self, text: &Text, at: usize, list: &AttributeList) {
        if text.text[..at].ends_with('=') && !list.classes().any(is_known_class) {
            return;
        }
        if list.classes().any(is_known_class) || list.has_dot {
            let message = "this attribute list belongs to nothing";
            let start = at - usize::from(text.text[..at].ends_with('\\'));
            self.mend(&ATTR_STRAY, text, start..at + list.length, message, vec![(start..at + list.length, String::new())]);
        }
    }

    /// `{.action}{.action}`: once is enough.
    fn repeated(&mut self, text: &Text, at: usize, list: &AttributeList) -> bool {
        let repeats = text.text[..at].ends_with('}')
            && text.text[..at]
                .rfind('{')
                .and_then(|open| {
                    AttributeList::parse(&text.text[open..]).filter(|before| {
                        text.text.get(open + before.length..at).is_some_and(|after| after.bytes().all(|byte| byte == b'}'))
                    })
                })
                .is_some_and(|before| before.classes().eq(list.classes()));
        if repeats {
            self.mend(
                &ATTR_MALFORMED,
                text,
                at..at + list.length,
                "this attribute list stands twice",
                vec![(at..at + list.length, String::new())],
            );
        }
        repeats
    }

    /// A backtick directly after the list that has no partner.
    fn stray_backtick(&mut self, text: &Text, at: usize, list: &AttributeList) -> bool {
        let end = at + list.length;
        let (owner, after) = (text.text[..at].trim_end(), &text.text[end..]);
        let is_stray = after.starts_with('`') && !after.starts_with("``") && after.matches('`').count() % 2 == 1 && owner.ends_with('`');
        if is_stray {
            let is_fine = owner.len() == at && !list.is_malformed && !list.swallows;
            let edit = if is_fine { (end..end + 1, String::new()) } else { (owner.len()..end + 1, list.tidy()) };
            let (code, message) = match list.swallows {
                true => (&ATTR_SWALLOWED_WORD, SWALLOWED),
                false => (&ATTR_MALFORMED, "a stray backtick follows this attribute list"),
            };
            self.mend(code, text, at..end + 1, message, vec![edit]);
        }
        is_stray
    }

    /// `!{alt)(address)` is meant as `![alt](address)`.
    fn bracket_typo(&mut self, text: &Text, at: usize) -> Option<usize> {
        if !text.text[..at].ends_with('!') {
            return None;
        }
        let inside = head(&text.text[at + 1..]);
        let middle = inside.find(")(").or_else(|| inside.find("](")).or_else(|| inside.find("}("))?;
        let is_typo = !inside[..middle].contains(['{', '[', '(', '}']);
        if !is_typo {
            return None;
        }
        let close = at + 1 + middle;
        let edits = vec![(at..at + 1, "[".to_owned()), (close..close + 1, "]".to_owned())];
        self.mend(&ATTR_MALFORMED, text, at - 1..close + 2, "this picture's brackets are mistyped", edits);
        Some(close + 2)
    }

    /// `![{.thumbnail}](address)`: the list stands where the alternative text belongs.
    fn swapped_alt(&mut self, text: &Text, at: usize) -> Option<usize> {
        if !text.text[..at].ends_with("![") {
            return None;
        }
        let list = AttributeList::parse(&text.text[at..])?;
        let end = at + list.length;
        let address = text.text[end..].strip_prefix("](")?;
        let close = end + 2 + address.find(')')? + 1;
        let mut edits = vec![(at..end, String::new())];
        if !text.text[close..].starts_with('{') {
            edits.push((close..close, image_list(&list)));
        }
        self.mend(&ATTR_MALFORMED, text, at - 2..close, "an attribute list stands where the alternative text belongs", edits);
        Some(close)
    }

    /// `{{.action}}`: templates of programs look so, but none with the dialect's classes. Or one of them too many: `{{.action}`.
    fn doubled_braces(&mut self, text: &Text, at: usize) -> Option<usize> {
        let rest = text.text[at..].strip_prefix('{').filter(|rest| rest.starts_with("{."))?;
        let list = AttributeList::parse(rest).filter(|list| list.classes().all(is_known_class) && !list.swallows)?;
        let is_closed = rest[list.length..].starts_with('}');
        let end = at + 1 + list.length + usize::from(is_closed);
        let owner = text.text[..at].trim_end();
        let (code, edits) = match owner.ends_with(['`', ')']) {
            true if is_closed => (&ATTR_MALFORMED, vec![(owner.len()..at + 1, String::new()), (end - 1..end, String::new())]),
            true => (&ATTR_MALFORMED, vec![(owner.len()..at + 1, String::new())]),
            false => (&ATTR_STRAY, vec![(at..end, String::new())]),
        };
        self.mend(code, text, at..end, "this attribute list has more braces than it needs", edits);
        Some(end)
    }

    /// `` `{.action}` `` is an interface label without text, and `` `Next{.action}` `` one whose list stands inside its backticks.
    fn action_in_code(&mut self, text: &Text, at: usize) {
        let Some(code) = text.codes.get(text.codes.partition_point(|code| code.end <= at)).cloned() else { return };
        let list = AttributeList::parse(&text.text[at..]).filter(|list| list.has_class("action") && at + list.length == code.end);
        let Some(list) = list else { return };
        // Code that began on the line above is no label whose start could be told.
        let Some(open) = code.start.checked_sub(1) else { return };
        let (label, before) = (&text.text[code.start..at], &text.text[..open]);
        if !label.is_empty() {
            if list.has_dot && !label.trim().is_empty() && !before.ends_with('`') {
                let edits = vec![(at..code.end + 1, format!("`{}", list.tidy()))];
                self.mend(&ATTR_MALFORMED, text, open..code.end + 1, "this attribute list stands inside of its label", edits);
            }
            return;
        }
        let has_two_spaces = (before.is_empty() || before.ends_with(' ')) && text.text[code.end + 1..].starts_with(' ');
        let whole = before.len()..code.end + 1 + usize::from(has_two_spaces);
        self.mend(&ACTION_EMPTY, text, whole.clone(), "this interface label has no text", vec![(whole, String::new())]);
    }

    pub(super) fn mend(&mut self, code: &'static Code, text: &Text, place: Range<usize>, message: &str, edits: Vec<TextEdit>) {
        let splices = edits.into_iter().map(|(range, replacement)| (text.place(range), replacement)).collect();
        self.repair(code, text.place(place), message, splices);
    }
}

/// What is wrong with a list that holds words.
const SWALLOWED: &str = "words of the sentence stand inside this attribute list and would vanish";

/// How far from a list or bracket is looked for what it belongs to, in bytes: looking on from each of many would take the square of
/// their number.
const MAX_REACH: usize = 1000;

/// The start of `text`, as far as is looked.
pub fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(MAX_REACH)]
}

/// The end of `text`, as far back as is looked.
pub fn tail(text: &str) -> &str {
    &text[text.ceil_char_boundary(text.len().saturating_sub(MAX_REACH))..]
}

/// Whether another attribute list ends here.
fn ends_with_list(owner: &str) -> bool {
    owner.ends_with('}')
        && owner.rfind('{').is_some_and(|open| {
            AttributeList::parse(&owner[open..]).is_some_and(|list| !list.swallows && open + list.length == owner.len())
        })
}

/// The length of a list as nearly all are, directly after what it fits: `{.action}` after code, `{.thumbnail}` or
/// `{.external}` after a link or picture. Nothing about it needs a closer look.
fn plain_list(text: &Text, at: usize) -> Option<usize> {
    let (before, rest) = text.text.split_at(at);
    let list = match before.as_bytes().last()? {
        b'`' if text.ends_code(at - 1) => "{.action}",
        b')' if rest.starts_with("{.e") => "{.external}",
        b')' => "{.thumbnail}",
        _ => return None,
    };
    let after = rest.strip_prefix(list)?;
    (!after.starts_with(['{', '`', '}'])).then_some(list.len())
}

/// How many braces follow a list, which reaches from `at` to `end`, that close nothing before it: one in `{.action}}`, and none in
/// `{`x`{.action}}`.
fn braces_too_many(text: &str, at: usize, end: usize) -> usize {
    let closing = text[end..].bytes().take_while(|byte| *byte == b'}').count();
    if closing == 0 {
        return 0;
    }
    let open = memchr::memchr2_iter(b'{', b'}', &text.as_bytes()[..at])
        .fold(0usize, |open, brace| if text.as_bytes()[brace] == b'{' { open + 1 } else { open.saturating_sub(1) });
    closing.saturating_sub(open)
}

/// What is wrong with the list itself.
fn fault_of(text: &Text, at: usize, list: &AttributeList, owner: &str) -> Option<(&'static Code, &'static str)> {
    if list.swallows {
        return Some((&ATTR_SWALLOWED_WORD, SWALLOWED));
    }
    if list.is_malformed {
        return Some((&ATTR_MALFORMED, "this attribute list is not well formed"));
    }
    if is_image(owner) && list.has_class("action") {
        return Some((&ATTR_WRONG_CLASS, "`.action` is for interface labels; a picture is a `.thumbnail`"));
    }
    let inside = &text.text[at + 1..at + list.length - 1];
    (inside.trim() != inside).then_some((&ATTR_SPACE, "a space stands next to the brace of this attribute list"))
}

/// The list as it should have been written before `after`, which has a sign of its own where it starts with one.
fn tidy_before(list: &AttributeList, after: &str) -> String {
    let signs = ['.', ',', ';', ':', '!', '?'];
    let tidy = list.tidy();
    match list.swallows && tidy.ends_with(signs) && after.starts_with(signs) {
        true => tidy.trim_end_matches(signs).to_owned(),
        false => tidy,
    }
}

/// The list as it is written after a picture, where `.action` and `.external` can only be meant as `.thumbnail`.
pub fn image_list(list: &AttributeList) -> String {
    list.tidy().replace(".action", ".thumbnail").replace(".external", ".thumbnail")
}

pub fn is_image(owner: &str) -> bool {
    let owner = tail(owner);
    let Some(open) = owner.strip_suffix(')').and_then(|before| before.rfind("](")) else { return false };
    owner[..open].rfind('[').is_some_and(|bracket| owner[..bracket].ends_with('!'))
}

/// Where the address that is still open at the end of `before` starts.
fn unclosed_address(before: &str) -> Option<usize> {
    let skipped = before.len() - tail(before).len();
    let before = tail(before);
    let open = before.rfind("](")?;
    let address = &before[open + 2..];
    let is_open = !address.contains([')', ' ']) && !address.is_empty();
    let bracket = before[..open].rfind('[').unwrap_or(open);
    is_open.then(|| skipped + bracket - usize::from(before[..bracket].ends_with('!')))
}

/// The edits that turn quotes around the words before a list into backticks.
fn misquoted(text: &Text, owner: &str) -> Option<Vec<TextEdit>> {
    let skipped = owner.len() - tail(owner).len();
    let at = |range: Range<usize>| skipped + range.start..skipped + range.end;
    let owner = tail(owner);
    let last = owner.chars().next_back()?;
    let end = owner.len();
    if last == '`' {
        let closes_code = text.codes.binary_search_by_key(&(skipped + end - 1), |code| code.end).is_ok();
        let open = opening_quote(&owner[..end - 1])?;
        let width = owner[open..].chars().next()?.len_utf8();
        let is_short = owner.len() - open < 80 && !owner[open + width..end - 1].contains('`');
        return (!closes_code && is_short).then(|| vec![(at(open..open + width), "`".to_owned())]);
    }
    let opening = match last {
        '"' => '"',
        '”' => '“',
        '»' => '«',
        '’' => '‘',
        '“' => '„',
        '´' => '´',
        '\'' => '\'',
        _ => return None,
    };
    let before = &owner[..end - last.len_utf8()];
    if let Some(tick) = before.rfind('`').filter(|_| before.matches('`').count() % 2 == 1) {
        let label = &before[tick + 1..];
        if label.len() < 80 && !label.contains(['{', opening]) {
            return Some(vec![(at(before.len()..end), "`".to_owned())]);
        }
    }
    let open = before.rfind(opening)?;
    if last == '\'' && before[..open].ends_with(char::is_alphanumeric) {
        return None;
    }
    let is_empty = before[open + opening.len_utf8()..].trim().is_empty();
    if is_empty || owner.len() - open > 80 || before[open..].contains(['`', '{']) {
        return None;
    }
    Some(vec![(at(open..open + opening.len_utf8()), "`".to_owned()), (at(end - last.len_utf8()..end), "`".to_owned())])
}
