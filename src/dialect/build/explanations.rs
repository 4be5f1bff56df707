//! Sentences that ask to replace the mark: they hold only while the value is unknown (dialect.md §5.2).
//!
//! They are told by their form: a mark that stands alone in quotes or bold, in a pair of parentheses or in a sentence, on a
//! page that has a host with this mark. Without quotes, their words have to tell that the mark is spoken of.

use crate::dialect::{
    instructions::is_spoken_of,
    tree::{Block, Condition, Inline, InlineKind, ParameterId},
    vocabulary::Vocabulary,
    walk,
};
use std::ops::Range;

/// So many such sentences at most are marked in one text. For each all of its letters are looked at, and a text of
/// megabytes would take hours.
const MAX_EXPLANATIONS: usize = 200;

/// How far from an unquoted mark its words may stand, in letters.
const REACH: usize = 300;

/// Marks such sentences in all blocks.
pub fn mark(blocks: &mut [Block], vocabulary: &Vocabulary) {
    let mut first = None;
    walk::inlines(blocks, &mut |inlines| {
        if first.is_none() {
            first = inlines
                .iter()
                .find_map(host_of)
                .and_then(|service| Some((vocabulary.parameter_of_host(service)?, vocabulary.mark_of_host(service)?.to_owned())));
        }
    });
    let Some((parameter, mark)) = first else { return };
    let mut current = (parameter, mark);
    walk::inlines_mut(blocks, &mut |inlines| mark_inlines(inlines, vocabulary, &mut current));
}

fn host_of(inline: &Inline) -> Option<u16> {
    match &inline.kind {
        InlineKind::Host(host) => Some(host.service),
        InlineKind::Code(parts) => parts.iter().find_map(|part| match part {
            crate::dialect::tree::CodePart::Host(host) => Some(host.service),
            crate::dialect::tree::CodePart::Text(_) => None,
        }),
        InlineKind::Strong(inside) | InlineKind::Emphasis(inside) | InlineKind::Link { inlines: inside, .. } => {
            inside.iter().find_map(host_of)
        }
        _ => None,
    }
}

fn mark_inlines(inlines: &mut Vec<Inline>, vocabulary: &Vocabulary, current: &mut (ParameterId, String)) {
    for inline in inlines.iter() {
        if let Some(service) = host_of(inline)
            && let (Some(parameter), Some(mark)) = (vocabulary.parameter_of_host(service), vocabulary.mark_of_host(service))
        {
            *current = (parameter, mark.to_owned());
        }
    }
    if !may_hold_mark(inlines, &current.1) {
        return;
    }
    let condition = Condition { parameter: current.0, known: false };
    let mut from = 0;
    for _ in 0..MAX_EXPLANATIONS {
        let Some(found) = find(inlines, &current.1, from) else { break };
        from = wrap(inlines, found, condition);
    }
}

/// Whether the mark stands anywhere at this level, be it alone or in a question.
fn may_hold_mark(inlines: &[Inline], mark: &str) -> bool {
    inlines.iter().any(|inline| match &inline.kind {
        InlineKind::Text(text) => text.contains(mark),
        InlineKind::Strong(inside) | InlineKind::Emphasis(inside) => emphasized_letter(inside) == MARK,
        _ => false,
    })
}

/// A place in a list of inlines: which inline, and which byte of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    inline: usize,
    byte: usize,
}

/// The stretch around the next lone mark from inline `from` on.
fn find(inlines: &[Inline], mark: &str, from: usize) -> Option<(Place, Place)> {
    let letters = letters(inlines);
    let marks = (0..letters.len()).filter(|at| letters[*at].0.inline >= from);
    for at in marks {
        if is_lone_mark(&letters, at, mark) || is_set_off(&letters, at, mark) && speaks_of(&letters, at, mark) {
            return parenthesis(&letters, at)
                .or_else(|| sentence(&letters, at))
                .map(|(start, end)| (letters[start].0, end_of(&letters, end)));
        }
    }
    None
}

/// The letters at this level with their places; an inline with others in it is one object, of the letter it counts as.
fn letters(inlines: &[Inline]) -> Vec<(Place, char)> {
    let mut letters = Vec::new();
    for (at, inline) in inlines.iter().enumerate() {
        match &inline.kind {
            InlineKind::Text(text) => letters.extend(text.char_indices().map(|(byte, letter)| (Place { inline: at, byte }, letter))),
            InlineKind::Strong(inside) | InlineKind::Emphasis(inside) => {
                letters.push((Place { inline: at, byte: 0 }, emphasized_letter(inside)));
            }
            InlineKind::Host(_) => letters.push((Place { inline: at, byte: 0 }, HOST)),
            InlineKind::Code(_) if host_of(inline).is_some() => letters.push((Place { inline: at, byte: 0 }, CODE)),
            InlineKind::When { .. } | InlineKind::Break => letters.push((Place { inline: at, byte: 0 }, BARRIER)),
            _ => letters.push((Place { inline: at, byte: 0 }, OBJECT)),
        }
    }
    letters
}

const OBJECT: char = '\u{FFFC}';
/// Code with a host in it.
const CODE: char = '\u{FFF3}';
const HOST: char = '\u{FFF0}';
const BARRIER: char = '\u{FFF1}';
const MARK: char = '\u{FFF2}';

/// Emphasis with nothing but a mark, quoted or not, counts as a lone mark.
fn emphasized_letter(inside: &[Inline]) -> char {
    if let [Inline { kind: InlineKind::Text(text), .. }] = inside
        && text.len() > 16
    {
        return OBJECT;
    }
    let text = crate::dialect::plain_text(inside);
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || is_quote(letter));
    match text {
        "?" => MARK,
        "." | "!" => OBJECT,
        _ if matches!(inside, [Inline { kind: InlineKind::Host(_), .. }]) => HOST,
        _ => OBJECT,
    }
}

fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '«' | '»' | '“' | '”' | '„' | '‘' | '’' | '\'' | '‹' | '›' | '‚' | '「' | '」')
}

fn is_lone_mark(letters: &[(Place, char)], at: usize, mark: &str) -> bool {
    if letters[at].1 == MARK {
        return mark == "?";
    }
    let matches_mark = mark.chars().eq(letters[at..].iter().take(mark.chars().count()).map(|(_, letter)| *letter));
    if !matches_mark {
        return false;
    }
    let before = letters[..at].iter().rev().map(|(_, letter)| *letter).find(|letter| !letter.is_whitespace());
    let after = letters[at + mark.chars().count()..].iter().map(|(_, letter)| *letter).find(|letter| !letter.is_whitespace());
    before.is_some_and(is_quote) && after.is_some_and(is_quote)
}

/// Whether a mark stands at a place between spaces.
fn is_set_off(letters: &[(Place, char)], at: usize, mark: &str) -> bool {
    let is_space = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|(_, letter)| letter.is_whitespace());
    let length = mark.chars().count();
    is_space(at.checked_sub(1))
        && is_space(Some(at + length))
        && mark.chars().eq(letters[at..].iter().take(length).map(|(_, letter)| *letter))
}

/// Whether the words around a mark in its sentence say that it is to be replaced.
fn speaks_of(letters: &[(Place, char)], at: usize, mark: &str) -> bool {
    let after = at + mark.chars().count();
    let start = (at.saturating_sub(REACH)..at)
        .rev()
        .find(|index| ends_sentence(letters, *index))
        .map_or(at.saturating_sub(REACH), |index| index + 1);
    let end =
        (after..letters.len()).take(REACH).take_while(|index| !ends_sentence(letters, *index)).last().map_or(after, |index| index + 1);
    let text = |range: Range<usize>| letters[range].iter().map(|(_, letter)| *letter).collect::<String>();
    is_spoken_of(&text(start..at), &text(after..end))
}

/// The pair of parentheses around a letter, with the space before it.
fn parenthesis(letters: &[(Place, char)], at: usize) -> Option<(usize, usize)> {
    let mut depth = 0usize;
    let mut open = None;
    for index in (0..at).rev() {
        match letters[index].1 {
            ')' => depth += 1,
            '(' if depth == 0 => {
                open = Some(index);
                break;
            }
            '(' => depth -= 1,
            BARRIER => break,
            _ => {}
        }
    }
    let mut open = open?;
    let mut depth = 0usize;
    for (index, (_, letter)) in letters.iter().enumerate().skip(at) {
        match *letter {
            '(' => depth += 1,
            ')' if depth == 0 => {
                while open > 0 && letters[open - 1].1.is_whitespace() {
                    open -= 1;
                }
                return Some((open, index));
            }
            ')' => depth -= 1,
            BARRIER => return None,
            _ => {}
        }
    }
    None
}

/// The sentence around a letter. Where the host stands in the same sentence, only the clause after its comma.
fn sentence(letters: &[(Place, char)], at: usize) -> Option<(usize, usize)> {
    let mut start = (0..at).rev().find(|index| ends_sentence(letters, *index)).map_or(0, |index| index + 1);
    let mut end = (at + 1..letters.len()).find(|index| ends_sentence(letters, *index)).unwrap_or(letters.len() - 1);
    if letters[end].1 == BARRIER && end > at {
        end -= 1;
    }
    if let Some(host) = (start..at).rev().find(|index| matches!(letters[*index].1, HOST | CODE)) {
        let is_clause = |index: &usize| matches!(letters[*index].1, ',' | ';' | '،' | '：' | '(' | '–' | '—');
        // A sentence that lacks its full stop: a capital follows on the host.
        let next = (host + 1..at).find(|index| !letters[*index].1.is_whitespace());
        let is_sentence = |index: &usize| *index > host + 1 && letters[*index].1.is_uppercase();
        start = (host..at).find(is_clause).or(next.filter(is_sentence).map(|_| host + 1))?;
        if matches!(letters[end].1, '.' | '!') {
            end -= 1;
        }
    } else if (at..=end).any(|index| letters[index].1 == HOST) {
        return None;
    }
    (end > at).then_some((start, end))
}

fn ends_sentence(letters: &[(Place, char)], at: usize) -> bool {
    let next = letters.get(at + 1).map(|(_, letter)| *letter);
    match letters[at].1 {
        '.' | '!' | '。' => next.is_none_or(char::is_whitespace),
        // A mark without quotes is followed by small letters.
        '?' => {
            let after = letters[at + 1..].iter().take(4).map(|(_, letter)| *letter).find(|letter| !letter.is_whitespace());
            next.is_some_and(char::is_whitespace) && after.is_some_and(char::is_uppercase)
        }
        BARRIER => true,
        _ => false,
    }
}

fn end_of(letters: &[(Place, char)], at: usize) -> Place {
    letters.get(at + 1).map_or(Place { inline: usize::MAX, byte: 0 }, |(place, _)| *place)
}

/// Puts the stretch into a [`InlineKind::When`] and tells at which inline to go on.
fn wrap(inlines: &mut Vec<Inline>, (start, end): (Place, Place), condition: Condition) -> usize {
    let mut before = Vec::new();
    let mut inside = Vec::new();
    let mut after = Vec::new();
    for (at, inline) in std::mem::take(inlines).into_iter().enumerate() {
        let InlineKind::Text(text) = &inline.kind else {
            let place = Place { inline: at, byte: 0 };
            if place < start {
                before.push(inline)
            } else if place < end {
                inside.push(inline)
            } else {
                after.push(inline)
            }
            continue;
        };
        let cut = |place: Place| {
            if at < place.inline {
                text.len()
            } else if at > place.inline {
                0
            } else {
                place.byte.min(text.len())
            }
        };
        let (first, second) = (cut(start), cut(end).max(cut(start)));
        let add = |part: &str, list: &mut Vec<Inline>| {
            if !part.is_empty() {
                list.push(Inline { span: inline.span, kind: InlineKind::Text(part.into()) });
            }
        };
        add(&text[..first], &mut before);
        add(&text[first..second], &mut inside);
        add(&text[second..], &mut after);
    }
    let span = inside.first().or(before.last()).map_or(crate::text::Span::top(crate::text::FileId(0)), |inline| inline.span);
    before.push(Inline { span, kind: InlineKind::When { condition, inlines: inside } });
    let next = before.len();
    before.extend(after);
    *inlines = before;
    next
}
