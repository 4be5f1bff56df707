//! A text with its codes numbered: what XLIFF says of it, apart from how it is written.

use crate::corpus::units::markup::{Part, parts};

/// A piece of a text in which codes are numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// What is translated.
    Text(String),
    /// The code of that number, by itself.
    Alone(String),
    /// Where what the code of that number surrounds begins.
    Open(String),
    /// Where it ends.
    Close(String),
}

/// What stands for the codes of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// Its number, from 1.
    pub id: String,
    /// What it is, or what begins it.
    pub open: String,
    /// What ends it, if it surrounds something.
    pub close: Option<String>,
}

/// The pieces of a text. Codes that `codes` has already keep their numbers, each once; others get new ones there.
pub fn tag(text: &str, codes: &mut Vec<Code>) -> Vec<Piece> {
    let parts = parts(text);
    let known = codes.len();
    let mut used = vec![false; known];
    let mut numbers: Vec<Option<String>> = vec![None; parts.len()];
    let mut opened: Vec<(usize, usize)> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let (open, close) = match part {
            Part::Alone(code) => (*code, None),
            Part::Open(number, code) => {
                opened.push((*number, at));
                (
                    *code,
                    parts.iter().find_map(|part| if let Part::Close(other, end) = part { (other == number).then_some(*end) } else { None }),
                )
            }
            Part::Close(number, _) => {
                let start = opened.iter().find(|(other, _)| other == number).map(|(_, start)| *start);
                numbers[at] = start.and_then(|start| numbers[start].clone());
                continue;
            }
            Part::Text(_) => continue,
        };
        let found = (0..known).find(|at| !used[*at] && codes[*at].open == open && codes[*at].close.as_deref() == close);
        numbers[at] = Some(match found {
            Some(at) => {
                used[at] = true;
                codes[at].id.clone()
            }
            None => {
                let id = (codes.len() + 1).to_string();
                codes.push(Code { id: id.clone(), open: open.to_owned(), close: close.map(str::to_owned) });
                id
            }
        });
    }
    let piece = |(part, number): (&Part, Option<String>)| match (part, number) {
        (Part::Alone(_), Some(id)) => Piece::Alone(id),
        (Part::Open(..), Some(id)) => Piece::Open(id),
        (Part::Close(..), Some(id)) => Piece::Close(id),
        (part, _) => Piece::Text(part.as_str().to_owned()),
    };
    parts.iter().zip(numbers).map(piece).collect()
}

/// The text that pieces stand for.
///
/// # Errors
/// The number of a code that `codes` does not have, or that is used as another kind of code than it is.
pub fn untag(pieces: &[Piece], codes: &[Code]) -> Result<String, String> {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Alone(id) => out.push_str(&find(id, codes).filter(|code| code.close.is_none()).ok_or(id.clone())?.open),
            Piece::Open(id) => out.push_str(&find(id, codes).filter(|code| code.close.is_some()).ok_or(id.clone())?.open),
            Piece::Close(id) => out.push_str(find(id, codes).and_then(|code| code.close.as_deref()).ok_or(id.clone())?),
        }
    }
    Ok(out)
}

fn find<'c>(id: &str, codes: &'c [Code]) -> Option<&'c Code> {
    codes.iter().find(|code| code.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_has_the_codes_of_its_source_in_its_own_order() {
        let mut codes = Vec::new();
        let source = "Press `A`{.action}, then **B** on `host`.";
        let tagged = tag(source, &mut codes);
        assert_eq!(untag(&tagged, &codes).as_deref(), Ok(source));
        let translation = "Auf `host`: **B**, `X`{.action} und **C**.";
        let tagged = tag(translation, &mut codes);
        let ids: Vec<&str> = tagged
            .iter()
            .filter_map(|piece| if let Piece::Open(id) | Piece::Alone(id) = piece { Some(id.as_str()) } else { None })
            .collect();
        assert_eq!(ids, ["3", "2", "1", "4"], "what the source does not have gets a number of its own");
        assert_eq!(untag(&tagged, &codes).as_deref(), Ok(translation));
        assert_eq!(untag(&[Piece::Alone("9".into())], &codes), Err("9".into()));
        assert_eq!(untag(&[Piece::Alone("2".into())], &codes), Err("2".into()), "a pair is no single code");
    }
}
