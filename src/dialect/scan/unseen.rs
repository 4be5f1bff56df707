//! Signs without width at the start of a line, which come with what is copied from web pages: CommonMark takes the line as text.

use super::{
    Scanner,
    containers::{Cursor, marker_width},
    leaves::Leaf,
};
use crate::diagnostic::TYPO_SPACE;

/// Those that mean nothing there.
const UNSEEN: &[char] = &['\u{200b}', '\u{2060}', '\u{feff}'];

impl Scanner<'_> {
    /// The start of a line, behind the signs that nobody sees, if they stand before the mark of a block or are all that there is.
    pub(super) fn start_of_line<'t>(&mut self, start: usize, text: &'t str) -> Cursor<'t> {
        let mut cursor = Cursor::new(text);
        if text.as_bytes().first().is_none_or(u8::is_ascii)
            || !text.starts_with(UNSEEN)
            || matches!(self.leaf, Leaf::Fence { .. } | Leaf::Raw { .. })
        {
            return cursor;
        }
        let rest = text.trim_start_matches(UNSEEN);
        let hashes = rest.bytes().take_while(|byte| *byte == b'#').count();
        let is_heading = (1..=6).contains(&hashes) && rest[hashes..].starts_with(' ');
        if is_heading || rest.trim().is_empty() || rest.starts_with('>') || marker_width(rest).is_some() {
            let end = text.len() - rest.len();
            let place = start..start + end;
            let message = "a sign without width at the start of this line keeps it from being what it looks like";
            self.repair_with_help(&TYPO_SPACE, place.clone(), message, "remove it", vec![(place, String::new())]);
            cursor.at = end;
        }
        cursor
    }
}
