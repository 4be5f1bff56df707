//! The texts that diagnostics point into.

use crate::{
    source::SourceTree,
    text::{FileId, with_line_feeds},
};
use std::{
    cell::OnceCell,
    collections::HashMap,
    ops::{Add, Range, Sub},
};

/// The text of a file, and where its lines start.
#[derive(Debug)]
pub struct Source {
    /// The text. A byte that is not UTF-8 shows as `?`, so that all others keep their places.
    pub text: String,
    /// Offsets of the first bytes of all lines; never empty.
    lines: Vec<usize>,
    /// The letters before each [`STRIDE`] bytes, for lines that are too long to be counted for each finding in them.
    milestones: OnceCell<Vec<Letters>>,
}

/// So many bytes are counted one by one.
const STRIDE: usize = 1024;

/// A number of letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// In characters.
    pub chars: usize,
    /// In code units of UTF-16, which has two for what UTF-8 writes in four bytes.
    pub utf16: usize,
}

impl Letters {
    /// The letters that begin in `bytes` of UTF-8.
    fn of(bytes: &[u8]) -> Self {
        let chars = bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count();
        Self { chars, utf16: chars + bytes.iter().filter(|byte| **byte >= 0xf0).count() }
    }
}

impl Add for Letters {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { chars: self.chars + other.chars, utf16: self.utf16 + other.utf16 }
    }
}

impl Sub for Letters {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { chars: self.chars - other.chars, utf16: self.utf16 - other.utf16 }
    }
}

impl Source {
    /// The text that `bytes` spell.
    pub fn new(bytes: Vec<u8>) -> Self {
        let bytes = with_line_feeds(bytes);
        let text = simdutf8::basic::from_utf8(&bytes).map_or_else(|_| lossy(&bytes), str::to_owned);
        let lines = [0].into_iter().chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|newline| newline + 1)).collect();
        Self { text, lines, milestones: OnceCell::new() }
    }

    /// The line of an offset, from 0.
    pub fn line(&self, offset: usize) -> usize {
        self.lines.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The bytes of a line, without its newline.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let start = self.lines.get(line).copied().unwrap_or(self.text.len());
        let end = self.lines.get(line + 1).map_or(self.text.len(), |next| next - 1);
        start..end.max(start)
    }

    /// Line and column of an offset, both from 1.
    pub fn place(&self, offset: usize) -> (usize, usize) {
        let (line, before) = self.before(offset);
        (line + 1, before.chars + 1)
    }

    /// The line of an offset, from 0, and the letters before it in that line.
    pub fn before(&self, offset: usize) -> (usize, Letters) {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line(offset);
        let start = self.line_range(line).start;
        let before = match self.text.as_bytes().get(start..offset) {
            Some(near) if near.len() <= STRIDE => Letters::of(near),
            Some(_) => self.letters_to(offset) - self.letters_to(start),
            None => Letters::default(),
        };
        (line, before)
    }

    /// The letters from the start of the text.
    fn letters_to(&self, offset: usize) -> Letters {
        let milestones = self.milestones.get_or_init(|| {
            let count = |so_far: &mut Letters, few: &[u8]| Some(std::mem::replace(so_far, *so_far + Letters::of(few)));
            self.text.as_bytes().chunks(STRIDE).chain([&[][..]]).scan(Letters::default(), count).collect()
        });
        let passed = offset / STRIDE;
        let rest = self.text.as_bytes().get(passed * STRIDE..offset).unwrap_or_default();
        milestones.get(passed).map_or_else(Letters::default, |passed| *passed + Letters::of(rest))
    }
}

fn lossy(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|_| '?'));
    }
    text
}

/// A file that a diagnostic points into.
#[derive(Debug)]
pub struct Shown {
    /// Its path in the site.
    pub name: String,
    /// Its text, where it can be read.
    pub source: Option<Source>,
}

impl Shown {
    /// The file `id` of `tree`. Ids beyond its files are those of what it refused, in order.
    fn new(tree: &SourceTree, id: FileId) -> Self {
        let source = tree.holds(id).then(|| tree.read(id).ok().map(Source::new)).flatten();
        Self { name: tree.name(id).to_owned(), source }
    }
}

/// So many files are remembered besides those that are being talked about: the source of a translation is talked about
/// again and again.
const REMEMBERED: usize = 4;

/// The files that are being talked about, and a few before them. Others are forgotten, as a site's texts are larger than
/// its mistakes.
pub struct Sources<'a> {
    tree: &'a SourceTree,
    shown: HashMap<FileId, Shown>,
    /// All that are shown, those that were talked about last at the end.
    recent: Vec<FileId>,
}

impl<'a> Sources<'a> {
    /// The files of `tree`, none of them read.
    pub fn new(tree: &'a SourceTree) -> Self {
        Self { tree, shown: HashMap::new(), recent: Vec::new() }
    }

    /// Reads `files` and forgets those that were not talked about for long.
    pub fn load(&mut self, files: &[FileId]) {
        for file in files {
            self.shown.entry(*file).or_insert_with(|| Shown::new(self.tree, *file));
        }
        self.recent.retain(|file| !files.contains(file));
        let forgotten = self.recent.len().saturating_sub(REMEMBERED);
        self.recent.drain(..forgotten).for_each(|file| _ = self.shown.remove(&file));
        self.recent.extend(files);
    }

    /// A file that was loaded.
    pub fn get(&self, file: FileId) -> Option<&Shown> {
        self.shown.get(&file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_by_offset() {
        let source = Source::new("a\né b\r\n\nc".into());
        assert_eq!(source.place(0), (1, 1));
        assert_eq!(source.place(5), (2, 3));
        assert_eq!(source.place(source.text.len()), (4, 2));
        assert_eq!(source.line_range(0), 0..1);
        assert_eq!(source.line_range(2), 8..8);
        assert_eq!(source.line_range(99), 10..10);
        assert_eq!(Source::new(Vec::new()).place(0), (1, 1));
    }

    #[test]
    fn columns_of_long_lines_are_those_of_counting() {
        let text = format!("a\n{}\nb", "é𝄞 x".repeat(STRIDE));
        let source = Source::new(text.clone().into());
        let end_of_line = text.len() - 2;
        for offset in [2, 3, STRIDE, STRIDE + 5, 3 * STRIDE, 3 * STRIDE + 1, end_of_line - 1, end_of_line] {
            let before = &text[2..text.floor_char_boundary(offset)];
            let letters = Letters { chars: before.chars().count(), utf16: before.encode_utf16().count() };
            assert_eq!(source.before(offset), (1, letters), "{offset}");
        }
        assert_eq!(source.place(text.len()), (3, 2));
        assert_eq!(Source::new(vec![b'x'; 2 * STRIDE]).place(2 * STRIDE), (1, 2 * STRIDE + 1));
    }

    #[test]
    fn bytes_that_are_no_text_keep_their_place() {
        assert_eq!(Source::new(b"\xff\xfea\xe2\x82b".into()).text, "??a??b");
    }

    #[test]
    fn only_what_is_talked_about_is_kept() {
        let tree = SourceTree::from_memory([("a.md", "A"), ("b.md", "B")]);
        let mut sources = Sources::new(&tree);
        sources.load(&[FileId(0)]);
        sources.load(&[FileId(1), FileId(7)]);
        assert!(sources.get(FileId(0)).is_some());
        (8..=7 + REMEMBERED as u32).for_each(|file| sources.load(&[FileId(1), FileId(file)]));
        assert!(sources.get(FileId(0)).is_none());
        assert_eq!(sources.get(FileId(1)).and_then(|shown| shown.source.as_ref()).map(|source| &*source.text), Some("B"));
        assert!(sources.get(FileId(7)).is_some_and(|shown| shown.source.is_none()));
    }
}
