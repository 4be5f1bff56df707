//! Findings that a team knows already, in a file: so that it can start with none and sees what is new.
//!
//! A finding is known by its file, its kind and the text of its line, and by how many of that there are; so edits elsewhere
//! do not make it new.

use crate::{
    diagnostic::Diagnostic,
    source::SourceTree,
    text::{FileId, with_line_feeds},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name of the file, in the site's folder.
pub const FILE: &str = "polyguide-baseline.json";

/// How much of a line is kept.
const MAX_LINE: usize = 160;

/// How often each finding is known: by file, kind and line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    version: u32,
    findings: BTreeMap<String, BTreeMap<String, BTreeMap<String, usize>>>,
}

/// Findings, told apart.
#[derive(Debug, Default)]
pub struct Split {
    /// Those that the baseline does not know.
    pub new: Vec<Diagnostic>,
    /// Those that it knows.
    pub known: Vec<Diagnostic>,
    /// How many entries of the baseline no longer occur.
    pub mended: usize,
}

impl Baseline {
    /// The baseline that knows all of these findings.
    pub fn of(tree: &SourceTree, diagnostics: &[Diagnostic]) -> Self {
        let mut baseline = Self { version: 1, findings: BTreeMap::new() };
        let mut lines = Lines::new(tree);
        for diagnostic in diagnostics {
            *baseline.entry(lines.file(diagnostic), diagnostic.code.id, lines.key(diagnostic)) += 1;
        }
        baseline
    }

    fn entry(&mut self, file: String, code: &str, line: String) -> &mut usize {
        self.findings.entry(file).or_default().entry(code.to_owned()).or_default().entry(line).or_default()
    }

    /// The baseline that a file holds.
    ///
    /// # Errors
    /// Where it is none.
    pub fn parse(text: &str) -> Result<Self, String> {
        let baseline: Self = serde_json::from_str(text).map_err(|error| format!("is no baseline: {error}"))?;
        if baseline.version == 1 { Ok(baseline) } else { Err(format!("is a baseline of version {}, not 1", baseline.version)) }
    }

    /// The file: sorted, an entry a line, so that it is merged and reviewed like any other.
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// How many findings it knows.
    pub fn len(&self) -> usize {
        self.findings.values().flat_map(BTreeMap::values).flat_map(BTreeMap::values).sum()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Tells known findings from new ones.
    pub fn split(mut self, tree: &SourceTree, diagnostics: Vec<Diagnostic>) -> Split {
        let (mut split, mut lines) = (Split::default(), Lines::new(tree));
        for diagnostic in diagnostics {
            let left = self.findings.get_mut(&lines.file(&diagnostic)).and_then(|codes| codes.get_mut(diagnostic.code.id));
            match left.and_then(|left| left.get_mut(&lines.key(&diagnostic))).filter(|left| **left > 0) {
                Some(left) => {
                    *left -= 1;
                    split.known.push(diagnostic);
                }
                None => split.new.push(diagnostic),
            }
        }
        split.mended = self.len();
        split
    }
}

/// The lines of the file that is being talked about: findings come in the order of files and places.
struct Lines<'a> {
    tree: &'a SourceTree,
    text: Option<Text>,
}

/// A file's text.
struct Text {
    file: FileId,
    text: String,
    /// Where each of its lines starts.
    starts: Vec<usize>,
    /// The line that was asked for last, by its number, and what is kept of it.
    last: (usize, String),
}

impl<'a> Lines<'a> {
    fn new(tree: &'a SourceTree) -> Self {
        Self { tree, text: None }
    }

    fn file(&self, diagnostic: &Diagnostic) -> String {
        let at = diagnostic.span.file.0 as usize;
        if at < self.tree.len() { self.tree.path(diagnostic.span.file).to_string() } else { String::new() }
    }

    /// The line of a finding; of one about a whole file, what it says.
    fn key(&mut self, diagnostic: &Diagnostic) -> String {
        let (file, start) = (diagnostic.span.file, diagnostic.span.range().start);
        let is_file = (file.0 as usize) < self.tree.len();
        if !is_file || diagnostic.span.range().is_empty() && start == 0 {
            return diagnostic.message.clone();
        }
        if self.text.as_ref().is_none_or(|text| text.file != file) {
            let bytes = with_line_feeds(self.tree.read(file).unwrap_or_default());
            self.text = Some(Text::new(file, String::from_utf8_lossy(&bytes).into_owned()));
        }
        self.text.as_mut().map_or_else(String::new, |text| text.line(start).to_owned())
    }
}

impl Text {
    fn new(file: FileId, text: String) -> Self {
        let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1)).collect();
        Self { file, text, starts, last: (usize::MAX, String::new()) }
    }

    /// The line that holds a byte, without its indentation, each gap in it a single space.
    fn line(&mut self, at: usize) -> &str {
        let next = self.starts.partition_point(|start| *start <= at.min(self.text.len()));
        if self.last.0 != next {
            let start = next.checked_sub(1).map_or(0, |line| self.starts[line]);
            let line = &self.text[start..self.starts.get(next).copied().unwrap_or(self.text.len())];
            let words = line.split_whitespace().flat_map(|word| std::iter::once(' ').chain(word.chars()));
            self.last = (next, words.skip(1).take(MAX_LINE).collect());
        }
        &self.last.1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        diagnostic::{CALLOUT_CASE, HTML_BAD_BR, NAV_SYNTAX},
        text::Span,
    };
    use expect_test::expect;

    const TEXT: &str = "one </br> two </br>\nthree </br>\n";

    fn tree(text: &str) -> SourceTree {
        SourceTree::from_memory([("a.md", text)])
    }

    fn found(text: &str) -> Vec<Diagnostic> {
        let breaks = text.match_indices("</br>").map(|(at, _)| Diagnostic::new(&HTML_BAD_BR, Span::new(FileId(0), at..at + 5), "x"));
        breaks.chain([Diagnostic::new(&NAV_SYNTAX, Span::top(FileId(0)), "the file")]).collect()
    }

    fn split(text: &str) -> (usize, usize, usize) {
        let Split { new, known, mended } = Baseline::of(&tree(TEXT), &found(TEXT)).split(&tree(text), found(text));
        (new.len(), known.len(), mended)
    }

    #[test]
    fn it_is_sorted_and_read_as_it_was_written() {
        let baseline = Baseline::of(&tree(TEXT), &found(TEXT));
        expect![[r#"
            {
              "version": 1,
              "findings": {
                "a.md": {
                  "html-bad-br": {
                    "one </br> two </br>": 2,
                    "three </br>": 1
                  },
                  "nav-syntax": {
                    "the file": 1
                  }
                }
              }
            }
        "#]]
        .assert_eq(&baseline.to_text());
        assert_eq!(Baseline::parse(&baseline.to_text()), Ok(baseline));
        assert!(Baseline::parse("{}").is_err() && Baseline::parse(r#"{"version":2,"findings":{}}"#).is_err());
    }

    #[test]
    fn edits_elsewhere_make_nothing_new() {
        assert_eq!(split(TEXT), (0, 4, 0));
        assert_eq!(split(&format!("before\n\n{TEXT}after </br>\n")), (1, 4, 0));
        assert_eq!(split("one </br> two </br>\nthree\n"), (0, 3, 1), "one is mended");
        assert_eq!(split("one </br> two </br>\n   three   </br>\n"), (0, 4, 0), "spaces do not count");
        assert_eq!(split("one </br> two </br>\nthree </br>\nthree </br>\n"), (1, 4, 0), "one more of the same");
    }

    #[test]
    fn the_kind_counts() {
        let other = vec![Diagnostic::new(&CALLOUT_CASE, Span::new(FileId(0), 4..9), "x")];
        assert_eq!(Baseline::of(&tree(TEXT), &found(TEXT)).split(&tree(TEXT), other).new.len(), 1);
    }
}
