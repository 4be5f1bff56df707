//! Which letters that can mean something stand in a line: found in one pass, so that each rule looks only at lines that
//! can concern it.

/// A set of the letters that rules ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters(u8);

/// The letters, each with its bit.
const BRACE: u8 = 1;
const TICK: u8 = 2;
const ANGLE: u8 = 4;
const BRACKET: u8 = 8;
const PIPE: u8 = 16;

impl Letters {
    /// The letters of `text`.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let Some(end) = bytes.last_chunk::<CHUNK>() else { return Self(bytes.iter().fold(0, |found, byte| found | bit(*byte))) };
        let mut found = [0; CHUNK];
        // The last bytes are looked at with some of those before them.
        for chunk in bytes.as_chunks::<CHUNK>().0.iter().chain([end]) {
            for (found, byte) in found.iter_mut().zip(chunk) {
                *found |= bit(*byte);
            }
        }
        Self(found.into_iter().fold(0, |all, one| all | one))
    }

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

/// How many bytes are looked at in one go, by one instruction: [`bit`] must not branch.
const CHUNK: usize = 16;

/// The bit of a byte.
fn bit(byte: u8) -> u8 {
    let bit = |letter: u8, bit: u8| u8::from(byte == letter) * bit;
    bit(b'{', BRACE) | bit(b'`', TICK) | bit(b'<', ANGLE) | bit(b']', BRACKET) | bit(b'|', PIPE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_found_wherever_they_stand() {
        for at in 0..70 {
            let mut text = "é".repeat(35);
            text.insert(at / 2 * 2, '{');
            assert_eq!(Letters::of(&text), Letters(BRACE));
        }
        let all = Letters::of("{`<]|");
        assert!(all.has_brace() && all.has_tick() && all.has_angle() && all.has_bracket() && all.has_pipe());
        assert!(Letters::of("a | (b) [c! }>").is_empty() && !Letters::of("a]").is_empty());
    }
}
