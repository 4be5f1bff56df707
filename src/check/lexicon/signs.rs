//! Which signs a text has. Most rules look for one or two of them, and most texts have neither.

use crate::check::prose::{ACTION, CODE, THING};

/// A set of signs, and of what is odd about some of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(u16);

impl Signs {
    /// `?`
    pub const QUESTION: Self = Self(1);
    /// `:`
    pub const COLON: Self = Self(1 << 1);
    /// `!` or `;`
    pub const EXCLAMATION: Self = Self(1 << 2);
    /// `(` or `)`
    pub const PARENTHESIS: Self = Self(1 << 3);
    /// `"`
    pub const QUOTE: Self = Self(1 << 4);
    /// `«` or `»`
    pub const GUILLEMET: Self = Self(1 << 5);
    /// `“`, `”` or `„`
    pub const CURLY_QUOTE: Self = Self(1 << 6);
    /// A quotation mark of any form.
    pub const QUOTATION: Self = Self::QUOTE.and(Self::GUILLEMET).and(Self::CURLY_QUOTE);
    /// Something to click.
    pub const ACTION: Self = Self(1 << 7);
    /// Code.
    pub const CODE: Self = Self(1 << 8);
    /// A picture or a sign.
    pub const THING: Self = Self(1 << 9);
    /// A space beside another one, or on the wrong side of a sign; or a sign that sticks to letters on both sides.
    pub const ODD: Self = Self(1 << 10);
    /// A link.
    pub const LINK: Self = Self(1 << 11);

    /// Both sets together.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of `wanted` is among them.
    pub const fn any(self, wanted: Self) -> bool {
        self.0 & wanted.0 != 0
    }

    /// Adds others.
    pub fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// What the sign or space at a byte of a text adds.
    pub(super) fn at(bytes: &[u8], at: usize, sign: char) -> Self {
        let before = at.checked_sub(1).map_or(b' ', |before| bytes[before]);
        let after = bytes.get(at + sign.len_utf8()).copied().unwrap_or(b' ');
        match sign {
            ' ' if before == b'(' || Self::is_odd_after_space(after) => Self::ODD,
            '\u{a0}' | '\u{202f}' if is_closing(after) => Self::ODD,
            '.' | ',' if may_be_letter(before) && may_be_letter(after) => Self::ODD,
            '(' if may_be_letter(before) || before.is_ascii_digit() => Self::PARENTHESIS.and(Self::ODD),
            _ => Self::of(sign),
        }
    }

    /// Whether a space is odd before this byte.
    pub(super) fn is_odd_after_space(byte: u8) -> bool {
        byte == b' ' || is_closing(byte)
    }

    fn of(sign: char) -> Self {
        match sign {
            '?' => Self::QUESTION,
            ':' => Self::COLON,
            '!' | ';' => Self::EXCLAMATION,
            '(' | ')' => Self::PARENTHESIS,
            '"' => Self::QUOTE,
            '«' | '»' => Self::GUILLEMET,
            '“' | '”' | '„' => Self::CURLY_QUOTE,
            ACTION => Self::ACTION,
            CODE => Self::CODE,
            THING => Self::THING,
            _ => Self::default(),
        }
    }
}

fn is_closing(byte: u8) -> bool {
    matches!(byte, b')' | b',' | b'.' | b':' | b';' | b'?' | b'!')
}

/// Whether a byte is a letter, or begins or ends one that is not of ASCII.
fn may_be_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || !byte.is_ascii()
}
