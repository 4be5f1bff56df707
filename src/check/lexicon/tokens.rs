//! The words of a guide in their order, with what separates them.

use crate::{check::guide::Guide, corpus::document::Seen, text::Span};

/// A word, or what stands between two stretches of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'t> {
    /// A word, as it is written.
    Word(&'t str),
    /// Something that is no word and separates its neighbors: punctuation, code, a name with digits in it.
    Break,
}

/// Shows the texts of a guide one after the other: title, summary, passages, alternative texts. Each comes with its
/// tokens, and with a way from a token's place among them to that in the file, where it is the author's own.
pub fn each_text(guide: &Guide, visit: &mut impl FnMut(&[Token], &dyn Fn(usize) -> Option<Span>)) {
    let (mut tokens, mut starts) = (Vec::new(), Vec::new());
    let front = &guide.document.front;
    for text in [&front.title, &front.excerpt].into_iter().flatten() {
        split(&text.value, &mut tokens, &mut starts);
        visit(&tokens, &|at| inside(guide, &text.value, text.span, word(&tokens, &starts, at)?));
    }
    for passage in &guide.passages {
        split(&passage.text, &mut tokens, &mut starts);
        visit(&tokens, &|at| {
            let (start, word) = word(&tokens, &starts, at)?;
            passage.span(guide, start..start + word.len())
        });
    }
    for picture in &guide.pictures {
        let Some(alt) = picture.image.alt.as_text() else { continue };
        split(alt, &mut tokens, &mut starts);
        visit(&tokens, &|at| inside(guide, alt, picture.image.span, word(&tokens, &starts, at)?));
    }
}

fn word<'t>(tokens: &[Token<'t>], starts: &[usize], at: usize) -> Option<(usize, &'t str)> {
    match tokens.get(at)? {
        Token::Word(word) => Some((*starts.get(at)?, word)),
        Token::Break => None,
    }
}

/// The place of a word of a text that stands somewhere in the bytes of `around`.
fn inside(seen: &Seen, text: &str, around: Span, (start, word): (usize, &str)) -> Option<Span> {
    let from = seen.text.get(around.range())?.find(text)? + around.start as usize + start;
    Some(Span::new(around.file, from..from + word.len()))
}

/// Splits a text into tokens, each with the place where it starts.
fn split<'t>(text: &'t str, tokens: &mut Vec<Token<'t>>, starts: &mut Vec<usize>) {
    tokens.clear();
    starts.clear();
    let mut push = |token: Token<'t>, start: usize| {
        if token != Token::Break || tokens.last() != Some(&Token::Break) {
            tokens.push(token);
            starts.push(start);
        }
    };
    for piece in text.split_whitespace() {
        let from = piece.as_ptr() as usize - text.as_ptr() as usize;
        let start = piece.len() - piece.trim_start_matches(|letter: char| !letter.is_alphanumeric()).len();
        let end = piece.trim_end_matches(|letter: char| !letter.is_alphanumeric()).len().max(start);
        if start > 0 {
            push(Token::Break, from);
        }
        let inner = &piece[start..end];
        if inner.contains(|letter: char| !letter.is_alphabetic() && !"'’-".contains(letter)) {
            push(Token::Break, from + start);
        } else {
            for (number, word) in inner.split(['\'', '’', '-']).enumerate() {
                if number > 0 {
                    push(Token::Break, from + start);
                }
                if !word.is_empty() {
                    push(Token::Word(word), word.as_ptr() as usize - text.as_ptr() as usize);
                }
            }
        }
        if end < piece.len() {
            push(Token::Break, from + end);
        }
    }
}
