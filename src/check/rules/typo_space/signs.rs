//! Double spaces, spaces before a sign, and missing spaces after one, in all languages.

use super::{Text, letters_after, letters_before};
use crate::{check::prose::BREAK, diagnostic::Safety};

pub fn check(text: &mut Text) {
    let passage = text.passage;
    for (at, letter) in passage.text.char_indices() {
        match letter {
            ' ' => space(text, at),
            '\u{a0}' | '\u{202f}' => before_sign(text, at, letter.len_utf8()),
            '.' | ',' => after_sign(text, at),
            '(' => before_parenthesis(text, at),
            _ => {}
        }
    }
}

fn space(text: &mut Text, at: usize) {
    let passage = text.passage;
    if passage.before(at).is_none_or(char::is_whitespace) {
        return;
    }
    let rest = &passage.text[at..];
    let length = rest.len() - rest.trim_start_matches(' ').len();
    if length > 1 {
        return double(text, at, length);
    }
    let next = rest[1..].chars().next();
    match next {
        Some(')') if !matches!(passage.before(at), Some('(' | ':' | ';')) && opens_before(&passage.text[..at]) => {
            remove(text, at, 1, "a space stands before the parenthesis closes")
        }
        _ if passage.text[..at].ends_with('(') && next.is_some_and(|next| next != ')') => {
            remove(text, at, 1, "a space stands after the parenthesis opens");
        }
        _ => before_sign(text, at, 1),
    }
}

/// How far a parenthesis is looked for.
const NEAR: usize = 1000;
/// How far the beginning of a word is looked for.
const LONGEST_WORD: usize = 100;

/// Whether a parenthesis opens not far before the end of a text.
fn opens_before(text: &str) -> bool {
    text.bytes().rev().take(NEAR).any(|byte| byte == b'(')
}

/// Readers see one space, so that the fix changes nothing for them.
fn double(text: &mut Text, at: usize, length: usize) {
    let passage = text.passage;
    let is_break = |letter: char| matches!(letter, BREAK | '\n');
    let is_indentation = |letter: char| letter.is_whitespace() && !is_break(letter);
    let before = passage.text[..at].strip_suffix(['-', '*', '•', '–']).map(|line| line.trim_end_matches(is_indentation));
    let is_marker = before.is_some_and(|before| before.is_empty() || before.ends_with(is_break));
    let after = passage.after(at + length);
    if is_marker || after.is_none_or(char::is_whitespace) {
        return;
    }
    let range = at..at + length;
    if text.span(range.clone()).is_some_and(|span| text.guide.source_at(span).bytes().all(|byte| byte == b' ')) {
        text.report(range.clone(), "two spaces stand in a row", &[(range, " ")], Safety::Safe);
    }
}

fn remove(text: &mut Text, at: usize, length: usize, message: &str) {
    text.report(at..at + length + 1, message, &[(at..at + length, "")], Safety::Unsafe);
}

fn before_sign(text: &mut Text, at: usize, length: usize) {
    let passage = text.passage;
    let (Some(before), Some(sign)) = (passage.before(at), passage.after(at + length)) else { return };
    let after = passage.after(at + length + sign.len_utf8());
    let ends = after.is_none_or(|letter| letter.is_whitespace() || matches!(letter, ')' | '"' | '”' | '»'));
    let opens = matches!(before, '«' | '“' | '„' | '‘' | '‚');
    let is_word = before.is_alphanumeric() || !before.is_whitespace() && !before.is_ascii_punctuation() && !opens || before == ')';
    let is_wrong = match sign {
        ',' | '.' => true,
        ':' | ';' | '?' | '!' => matches!(text.guide.language(), "en" | "de" | "es" | "it" | "pl" | "pt" | "nl"),
        _ => false,
    };
    let place = at + length..at + length + sign.len_utf8();
    // A sign that is marked by itself is spoken of: replace **?** by the number.
    let is_spoken_of =
        || passage.marks_until(place.end).iter().any(|(_, mark)| *mark == place) || sign == '?' && passage.speaks_of(place.clone());
    let is_smiley = matches!(sign, ':' | ';') && after == Some(')');
    // No sentence begins with a small letter: what goes on so is one about the sign.
    let next = passage.text[place.end..].trim_start().chars().next();
    // And who lists signs, as those of a password, speaks of them: `! ? * $`.
    let is_listed = next.is_some_and(|next| matches!(next, '?' | '!' | '*' | '$' | '%' | '&' | '#' | '@' | '+' | '=' | '^' | '~' | '/'));
    let goes_on =
        matches!(sign, '?' | '!') && after.is_some_and(char::is_whitespace) && (is_listed || next.is_some_and(char::is_lowercase));
    if is_wrong && ends && is_word && !is_smiley && !goes_on && !is_spoken_of() {
        remove(text, at, length, &format!("a space stands before the `{sign}`"));
    }
}

/// `end.Begin` and `one,two`, but neither `example.net` nor `rw,sync,hard`, nor a name of programmers: `net.BlockList`, `net.Server()`.
fn after_sign(text: &mut Text, at: usize) {
    let passage = text.passage;
    let sign = &passage.text[at..=at];
    let (before, after) = (letters_before(&passage.text, at), letters_after(&passage.text, at + 1));
    if before < 2 || after < 2 {
        return;
    }
    let is_break = |letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | '"' | '«' | '»' | '“' | '”');
    let is_sign = |letter: char| !letter.is_alphabetic() && !matches!(letter, '\'' | '’' | '-');
    // The sign is the only one among the letters around it; others may end the sentence.
    let first = passage.text[..at].rsplit(is_sign).next().unwrap_or_default();
    let word = passage.text[at + 1..].split(is_sign).next().unwrap_or_default();
    let rest = passage.text[at + 1 + word.len()..].trim_start_matches(['.', ',', ':', ';', '!', '?']);
    if !passage.before(at - first.len()).is_none_or(is_break) || !rest.chars().next().is_none_or(is_break) {
        return;
    }
    let mut next = passage.text[at + 1..].chars();
    let begins = next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase);
    let is_lower = first.chars().all(|letter| !letter.is_uppercase());
    let is_name = word.chars().skip(1).any(char::is_uppercase) || rest.starts_with('(');
    if sign == "," || begins && is_lower && !is_name && before >= 3 && after >= 2 {
        text.report(at..at + 1, &format!("no space follows the `{sign}`"), &[(at..at + 1, &format!("{sign} "))], Safety::Unsafe);
    }
}

/// `993(IMAP)`, but neither `file(s)` nor `director(rice)`.
fn before_parenthesis(text: &mut Text, at: usize) {
    let passage = text.passage;
    let Some(before) = passage.before(at).filter(|letter| letter.is_alphanumeric()) else { return };
    let to = passage.text.floor_char_boundary(at.saturating_add(NEAR));
    let Some(length) = passage.text[at..to].find(')') else { return };
    let inside = &passage.text[at + 1..at + length];
    let first = inside.chars().next();
    let is_ending = first.is_none_or(|letter| !letter.is_uppercase()) && !inside.contains(' ') && !before.is_ascii_digit();
    let from = passage.text.floor_char_boundary(at.saturating_sub(LONGEST_WORD));
    let word = passage.text[from..at].rsplit(char::is_whitespace).next().unwrap_or_default();
    let names_on = passage.text[at + length + 1..].strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let is_call = names_on || word.contains(['.', '_', '/', ':']) || inside.contains(['=', '"', '$']);
    if inside.chars().count() >= 3 && first.is_some_and(char::is_alphabetic) && !is_ending && !is_call {
        text.report(at..at + 1, "no space stands before the parenthesis", &[(at..at + 1, " (")], Safety::Unsafe);
    }
}
