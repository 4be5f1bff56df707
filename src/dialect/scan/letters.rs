//! Which letters that can mean something stand in a line: found in one pass over the text, so that each rule looks only at
//! lines that can concern it.

use super::brackets::Brackets;
use crate::dialect::places::Places;
use memchr::memchr3_iter;
use std::ops::Range;

/// How many bytes lie between two of the letters in most guides, or more.
const USUAL_DISTANCE: usize = 16;

/// A set of the letters that rules ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters(u8);

/// The letters, each with its bit.
const BRACE: u8 = 1;
const TICK: u8 = 2;
const ANGLE: u8 = 4;
const BRACKET: u8 = 8;
const PIPE: u8 = 16;

/// Where the letters stand in a text.
#[derive(Debug)]
pub struct LetterPlaces<'t> {
    text: &'t [u8],
    places: Places,
}

impl<'t> LetterPlaces<'t> {
    /// Looks through all of `text`, in two passes side by side, as one finds three letters at most. What its brackets tell is seen on
    /// the way.
    pub fn of(text: &'t str) -> (Self, Brackets) {
        let text = text.as_bytes();
        let mut brackets = Brackets::default();
        let frames = memchr3_iter(b'[', b']', b'|', text).inspect(|at| brackets.see(text, *at));
        let mut frames = frames.filter(|at| text[*at] != b'[').peekable();
        let mut places = Vec::with_capacity(text.len() / USUAL_DISTANCE);
        for mark in memchr3_iter(b'{', b'`', b'<', text) {
            while let Some(frame) = frames.next_if(|frame| *frame < mark) {
                places.push(frame);
            }
            places.push(mark);
        }
        places.extend(frames);
        (Self { text, places: places.into() }, brackets)
    }

    /// Whether any of them stands in a part of the text.
    pub fn any_in(&self, part: &Range<usize>) -> bool {
        self.places.any_in(part)
    }

    /// The letters in a part of the text.
    pub fn within(&self, part: &Range<usize>) -> Letters {
        Letters(self.places.within(part).iter().fold(0, |found, place| found | bit(self.text[*place])))
    }
}

impl Letters {
    /// Whether there is none: nearly all lines are plain words.
    pub fn is_empty(self) -> bool {
        self.0 & !PIPE == 0
    }

    /// `{`: attribute lists.
    pub fn has_brace(self) -> bool {
        self.0 & BRACE != 0
    }

    /// `` ` ``: code.
    pub fn has_tick(self) -> bool {
        self.0 & TICK != 0
    }

    /// `<`: tags and comments.
    pub fn has_angle(self) -> bool {
        self.0 & ANGLE != 0
    }

    /// `]`: links, pictures and markers.
    pub fn has_bracket(self) -> bool {
        self.0 & BRACKET != 0
    }

    /// `|`: rows of tables.
    pub fn has_pipe(self) -> bool {
        self.0 & PIPE != 0
    }
}

/// The bit of a byte.
fn bit(byte: u8) -> u8 {
    match byte {
        b'{' => BRACE,
        b'`' => TICK,
        b'<' => ANGLE,
        b']' => BRACKET,
        b'|' => PIPE,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Letters {
        LetterPlaces::of(text).0.within(&(0..text.len()))
    }

    #[test]
    fn letters_are_found_wherever_they_stand() {
        for at in 0..70 {
            let mut text = "é".repeat(35);
            text.insert(at / 2 * 2, '{');
            assert_eq!(letters(&text), Letters(BRACE));
        }
        let all = letters("{`<]|");
        assert!(all.has_brace() && all.has_tick() && all.has_angle() && all.has_bracket() && all.has_pipe());
        assert!(letters("a | (b) [c! }>").is_empty() && !letters("a]").is_empty());
    }

    #[test]
    fn letters_of_other_lines_do_not_count() {
        let (places, _) = LetterPlaces::of("a {b}\nc\n`d` | e");
        assert_eq!([0..5, 6..7, 8..15, 0..5].map(|line| places.within(&line).0), [BRACE, 0, TICK | PIPE, BRACE]);
    }
}
