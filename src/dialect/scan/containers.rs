//! The containers that a line stands in: quotes and list items, as CommonMark 0.31 §4 and §5 opens, continues and closes them.

/// A quote or list item that is open.
#[derive(Clone, Debug)]
pub struct Container {
    pub kind: ContainerKind,
    /// For an item: how many columns its content is indented, seen from its parent's content.
    pub indent: usize,
    /// For an item: how many columns its marker is indented.
    pub marker: usize,
    /// Whether anything but blank lines was seen in it.
    pub has_content: bool,
}

/// What a container is.
#[derive(Clone, Debug, PartialEq)]
pub enum ContainerKind {
    Item,
    Quote(QuoteKind),
}

/// What a quote was made into by its marker.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum QuoteKind {
    Plain,
    /// A callout; with the place of its diagnostic if it stood at the wrong depth and was put right.
    Callout(Option<usize>),
    /// Labels at its own depth, bodies one deeper.
    Tabs,
    /// Questions at its own depth, answers one deeper.
    Faq,
    /// API calls, carousel, settings.
    Other,
}

impl Container {
    pub fn quote() -> Self {
        Self { kind: ContainerKind::Quote(QuoteKind::Plain), indent: 0, marker: 0, has_content: false }
    }

    pub fn item(marker: usize, indent: usize) -> Self {
        Self { kind: ContainerKind::Item, indent, marker, has_content: false }
    }

    pub fn is_quote(&self) -> bool {
        matches!(self.kind, ContainerKind::Quote(_))
    }

    pub fn is(&self, kind: QuoteKind) -> bool {
        self.kind == ContainerKind::Quote(kind)
    }

    /// Whether labels stand at its own depth and bodies one deeper.
    pub fn is_labelled(&self) -> bool {
        self.is(QuoteKind::Tabs) || self.is(QuoteKind::Faq)
    }

    pub fn is_callout(&self) -> bool {
        matches!(self.kind, ContainerKind::Quote(QuoteKind::Callout(_)))
    }
}

/// Some keyboards make it easily, and it looks like a space; after a marker it is meant as one.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// The first byte of each bullet of word processors.
const FIRST_OF_BULLET: u8 = 0xE2;

/// What a new line needs at its start to stand in `containers`.
pub fn prefix(containers: &[Container]) -> String {
    let part = |container: &Container| if container.is_quote() { "> ".to_owned() } else { " ".repeat(container.indent) };
    containers.iter().map(part).collect()
}

/// A place in a line. Tabs count to the next multiple of four columns.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    pub line: &'a str,
    pub at: usize,
    pub column: usize,
    /// Columns of a tab that are used up only in part.
    pub spare: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(line: &'a str) -> Self {
        Self { line, at: 0, column: 0, spare: 0 }
    }

    pub fn rest(&self) -> &'a str {
        &self.line[self.at..]
    }

    pub fn is_blank(&self) -> bool {
        self.bytes().iter().all(|byte| matches!(byte, b' ' | b'\t'))
    }

    /// Whether a container's marker may stand here: white space that may stand before one, or its first letter.
    pub fn may_open_container(&self) -> bool {
        self.spare > 0
            || matches!(self.bytes().first(), Some(b' ' | b'\t' | b'>' | b'-' | b'*' | b'+' | b'0'..=b'9' | b'[') | Some(&FIRST_OF_BULLET))
    }

    fn bytes(&self) -> &'a [u8] {
        &self.line.as_bytes()[self.at..]
    }

    /// How many columns of white space stand here.
    pub fn indent(&self) -> usize {
        if !self.is_at_space() {
            return 0;
        }
        let mut ahead = *self;
        let start = ahead.column;
        while ahead.skip_column() {}
        ahead.column - start
    }

    /// Whether at least `columns` columns of white space stand here.
    pub fn is_indented(&self, columns: usize) -> bool {
        let mut ahead = *self;
        (0..columns).all(|_| ahead.skip_column())
    }

    /// Skips `columns` columns of white space, as far as they are there.
    pub fn skip(&mut self, columns: usize) {
        for _ in 0..columns {
            if !self.skip_column() {
                break;
            }
        }
    }

    /// Moves the text after the white space here to the right.
    pub fn move_text(&mut self, columns: usize) {
        let (start, indent) = (self.column, self.indent());
        self.skip(indent);
        self.column = start;
        self.spare = indent + columns;
    }

    fn is_at_space(&self) -> bool {
        self.spare > 0 || matches!(self.bytes().first(), Some(b' ' | b'\t'))
    }

    fn skip_column(&mut self) -> bool {
        if self.spare > 0 {
            self.spare -= 1;
            self.column += 1;
            return true;
        }
        match self.line.as_bytes().get(self.at) {
            Some(b' ') => {
                self.at += 1;
                self.column += 1;
                true
            }
            Some(b'\t') => {
                self.at += 1;
                self.spare = 3 - self.column % 4;
                self.column += 1;
                true
            }
            _ => false,
        }
    }

    /// Takes a `>` with up to three spaces before it and one after it.
    pub fn take_quote(&mut self) -> bool {
        if !self.is_at_space() && self.bytes().first() != Some(&b'>') {
            return false;
        }
        let mut ahead = *self;
        ahead.skip(4);
        if ahead.column - self.column > 3 || !ahead.rest().starts_with('>') {
            return false;
        }
        ahead.at += 1;
        ahead.column += 1;
        ahead.skip(1);
        *self = ahead;
        true
    }

    /// Takes a list marker with the spaces after it, and tells how far the item's content is indented.
    /// An ordered list that does not start at 1 and an empty item do not interrupt a paragraph.
    pub fn take_item(&mut self, in_paragraph: bool) -> Option<usize> {
        let mut ahead = *self;
        let start = ahead.column;
        let indent = ahead.indent();
        ahead.skip(indent);
        let width = marker_width(ahead.rest())?;
        if indent > 3 || is_thematic_break(ahead.rest()) {
            return None;
        }
        if in_paragraph && width > 1 && ahead.rest()[..width - 1].trim_start_matches('0') != "1" {
            return None;
        }
        ahead.at += width;
        ahead.column += width;
        let indent = ahead.after_marker(start);
        let is_empty = ahead.at == ahead.line.len();
        *self = ahead;
        indent.filter(|_| !(is_empty && in_paragraph))
    }

    /// Takes a bullet of a word processor as the mark of a list, which is one column wide as a dash.
    pub fn take_bullet(&mut self) -> Option<usize> {
        let mut ahead = *self;
        let start = ahead.column;
        let indent = ahead.indent();
        ahead.skip(indent);
        let width = bullet_width(ahead.rest()).filter(|_| indent < 4)?;
        ahead.at += width;
        ahead.column += 1;
        let indent = ahead.after_marker(start);
        *self = ahead;
        indent
    }

    /// Takes the spaces after a list's marker, and tells how far the item's content is indented, seen from column `start`.
    fn after_marker(&mut self, start: usize) -> Option<usize> {
        if self.rest().starts_with(NO_BREAK_SPACE) {
            self.at += NO_BREAK_SPACE.len_utf8();
            self.column += 1;
        }
        if self.is_blank() {
            self.at = self.line.len();
            return Some(self.column - start + 1);
        }
        let spaces = self.indent();
        self.skip(if spaces > 4 { 1 } else { spaces });
        Some(self.column - start)
    }
}

/// The signs that word processors put before an item.
const BULLETS: &[char] = &['•', '●', '▪', '◦', '‣', DASH];

/// A dash that word processors make of a hyphen.
pub const DASH: char = '–';

/// The length of the bullet that `text` starts with, if a space and a text follow.
pub fn bullet_width(text: &str) -> Option<usize> {
    if text.as_bytes().first() != Some(&FIRST_OF_BULLET) {
        return None;
    }
    let bullet = BULLETS.iter().find(|bullet| text.starts_with(**bullet))?.len_utf8();
    let after = &text[bullet..];
    (after.starts_with([' ', '\t', NO_BREAK_SPACE]) && !after.trim().is_empty()).then_some(bullet)
}

/// The length of the list marker that `text` starts with.
pub fn marker_width(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let width = match bytes.first()? {
        b'-' | b'*' | b'+' => 1,
        b'0'..=b'9' => {
            let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
            (digits <= 9 && matches!(bytes.get(digits), Some(b'.' | b')'))).then_some(digits + 1)?
        }
        _ => return None,
    };
    (matches!(bytes.get(width), None | Some(b' ' | b'\t')) || text[width..].starts_with(NO_BREAK_SPACE)).then_some(width)
}

/// Whether `text` is a thematic break: three or more of the same mark, with nothing else but spaces.
pub fn is_thematic_break(text: &str) -> bool {
    let mut marks = text.bytes().filter(|byte| !matches!(byte, b' ' | b'\t'));
    let Some(first) = marks.next().filter(|mark| matches!(mark, b'-' | b'*' | b'_')) else { return false };
    let mut count = 1;
    for mark in marks {
        if mark != first {
            return false;
        }
        count += 1;
    }
    count >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_and_their_indents() {
        let item = |line: &str, in_paragraph| Cursor::new(line).take_item(in_paragraph);
        assert_eq!(item("- a", false), Some(2));
        assert_eq!(item("  10.  a", false), Some(7));
        assert_eq!(item("-", false), Some(2));
        assert_eq!(item("-a", false), None);
        assert_eq!(item("- - -", false), None, "a thematic break");
        assert_eq!((item("2. a", true), item("1. a", true)), (None, Some(3)));
        assert_eq!(item("\t- a", false), None, "indented code");
    }

    #[test]
    fn quotes_take_one_space() {
        let mut cursor = Cursor::new(">>  a");
        assert!(cursor.take_quote() && cursor.take_quote() && !cursor.take_quote());
        assert_eq!(cursor.rest(), " a");
        let mut tab = Cursor::new(">\ta");
        tab.take_quote();
        assert_eq!((tab.indent(), tab.rest()), (2, "a"), "the tab reaches to column 4, one column is the quote's");
    }
}
