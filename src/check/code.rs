//! Where code stands in a text of Markdown, for all that looks at an author's bytes and not at the tree: what looks like
//! markup or a comment there is an example.

use rustc_hash::FxHashMap;
use std::ops::Range;

/// The places of code in a text: blocks between fences, and code in lines.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Code {
    /// Apart from each other, in order.
    ranges: Vec<Range<usize>>,
}

impl Code {
    /// The code in a text whose body starts at a byte.
    pub fn in_text(text: &str, start: usize) -> Self {
        let mut search = Search { text, ..Search::default() };
        let mut at = start;
        for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
            search.line(at, line);
            at += line.len();
        }
        search.end_paragraph();
        if let Some(fence) = search.open {
            search.found.ranges.push(fence.start..text.len());
        }
        search.found
    }

    /// Whether a byte of the text stands in code.
    pub fn holds(&self, at: usize) -> bool {
        let next = self.ranges.partition_point(|range| range.end <= at);
        self.ranges.get(next).is_some_and(|range| range.contains(&at))
    }
}

/// A fence that opened a block of code.
struct Fence {
    /// Where its line starts.
    start: usize,
    mark: char,
    length: usize,
    /// In how many quotes it stands.
    depth: usize,
}

/// A search for code, line by line.
#[derive(Default)]
struct Search<'a> {
    text: &'a str,
    found: Code,
    open: Option<Fence>,
    /// The runs of backticks in the paragraph that is being read: where each starts, and how long it is.
    runs: Vec<Range<usize>>,
    /// In how many quotes that paragraph stands.
    depth: usize,
}

impl Search<'_> {
    fn line(&mut self, at: usize, line: &str) {
        if let Some(fence) = &self.open {
            let (depth, inside) = without_quotes(line, fence.depth);
            if depth == fence.depth {
                if fence.is_closed_by(inside) {
                    self.found.ranges.push(fence.start..at + line.len());
                    self.open = None;
                }
                return;
            }
            // The quote ends, and its code with it.
            self.found.ranges.push(fence.start..at);
            self.open = None;
        }
        let (depth, inside, begins_item) = without_markers(line);
        let begins_block = begins_item || depth != self.depth || inside.starts_with(['#', '|']);
        if begins_block || inside.trim().is_empty() {
            self.end_paragraph();
        }
        self.depth = depth;
        if let Some((mark, length)) = opening(inside) {
            self.end_paragraph();
            self.open = Some(Fence { start: at, mark, length, depth });
        } else {
            let from = at + line.len() - inside.len();
            self.runs.extend(runs(inside).map(|run| from + run.start..from + run.end));
        }
    }

    /// Pairs the runs of backticks of a paragraph: each with the next one of its length (CommonMark 0.31, section 6.1).
    fn end_paragraph(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        let mut by_length: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        runs.iter().enumerate().for_each(|(at, run)| by_length.entry(run.len()).or_default().push(at));
        let mut next = 0;
        while let Some(run) = runs.get(next) {
            // A backslash before the run takes its first mark away, unless code is open.
            let is_escaped = self.text[..run.start].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
            let opening = run.start + usize::from(is_escaped)..run.end;
            let same = by_length.get(&opening.len()).map_or(&[][..], |places| places);
            let closing = same.get(same.partition_point(|place| *place <= next)).filter(|_| !opening.is_empty());
            if let Some(closing) = closing {
                self.found.ranges.push(opening.start..runs[*closing].end);
            }
            next = closing.map_or(next, |closing| *closing) + 1;
        }
    }
}

impl Fence {
    /// Whether a line closes the block: as many of the same marks or more, and nothing else.
    fn is_closed_by(&self, line: &str) -> bool {
        let line = line.trim();
        line.len() >= self.length && line.chars().all(|letter| letter == self.mark)
    }
}

/// The mark and length of the fence that a line begins with; after one of backticks there are no others.
fn opening(line: &str) -> Option<(char, usize)> {
    let mark = line.chars().next().filter(|letter| matches!(letter, '`' | '~'))?;
    let info = line.trim_start_matches(mark);
    let length = line.len() - info.len();
    (length >= 3 && (mark == '~' || !info.contains('`'))).then_some((mark, length))
}

/// A line without the markers of at most so many quotes, and of how many there were some.
fn without_quotes(line: &str, most: usize) -> (usize, &str) {
    let (mut depth, mut rest) = (0, line);
    while depth < most
        && let Some(inside) = rest.trim_start_matches([' ', '\t']).strip_prefix('>')
    {
        (depth, rest) = (depth + 1, inside);
    }
    (depth, rest)
}

/// A line without the markers of quotes and items of lists; of how many quotes there were some, and whether an item begins.
fn without_markers(line: &str) -> (usize, &str, bool) {
    let (mut depth, mut begins_item) = (0, false);
    let mut rest = line.trim_start_matches([' ', '\t']);
    loop {
        let (inside, is_item) = match rest.strip_prefix('>') {
            Some(inside) => (inside, false),
            None => match without_bullet(rest) {
                Some(inside) => (inside, true),
                None => return (depth, rest, begins_item),
            },
        };
        depth += usize::from(!is_item);
        begins_item |= is_item;
        rest = inside.trim_start_matches([' ', '\t']);
    }
}

/// The text behind the marker of an item of a list.
fn without_bullet(line: &str) -> Option<&str> {
    let number = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let inside = match line.len() - number.len() {
        0 => line.strip_prefix(['-', '*', '+']),
        1..=9 => number.strip_prefix(['.', ')']),
        _ => None,
    };
    inside.filter(|inside| inside.starts_with([' ', '\t']))
}

/// The runs of backticks in a line.
fn runs(line: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + line.get(at..)?.find('`')?;
        at = start + line[start..].bytes().take_while(|byte| *byte == b'`').count();
        Some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a text that are code.
    fn code(text: &str) -> Vec<&str> {
        Code::in_text(text, 0).ranges.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_fence_closes_with_as_many_of_its_marks_and_nothing_else() {
        assert_eq!(code("````\n```\na\n```\n````\nb\n"), ["````\n```\na\n```\n````\n"]);
        assert_eq!(code("~~~html\n```\n~~~ a\n~~~~\nb\n"), ["~~~html\n```\n~~~ a\n~~~~\n"]);
        assert_eq!(code("``` a\n``` b\n```\nc\n"), ["``` a\n``` b\n```\n"]);
        assert_eq!(code("a\n```\nb"), ["```\nb"]);
    }

    #[test]
    fn fences_stand_in_quotes_and_lists() {
        assert_eq!(code("> ```\n> > a\n> ```\n> b\n"), ["> ```\n> > a\n> ```\n"]);
        assert_eq!(code("> ```\n> a\nb `c`\n"), ["> ```\n> a\n", "`c`"]);
        assert_eq!(code("1. ```\n   a\n   ```\nb\n"), ["1. ```\n   a\n   ```\n"]);
        assert_eq!(code("- a\n\n    ```\n    b\n    ```\n\nc\n"), ["    ```\n    b\n    ```\n"]);
    }

    #[test]
    fn code_in_lines_ends_with_as_many_marks() {
        assert_eq!(code("Write `<a>`, ``b ` c`` and ` d."), ["`<a>`", "``b ` c``"]);
        assert_eq!(code("a `b\nc` d"), ["`b\nc`"]);
        assert_eq!(code("a `b\n\nc` d\n- `e\n- f`\n| `g` |\n| ` |\n"), ["`g`"]);
        assert_eq!(code(r"a \`b` c` \\`d`"), ["` c`", "`d`"]);
        assert_eq!(code("``` `a` ```\n"), ["``` `a` ```"]);
    }

    #[test]
    fn a_byte_is_in_code_or_not() {
        let found = Code::in_text("a `b` c `d`", 0);
        assert_eq!((0..11).filter(|at| found.holds(*at)).collect::<Vec<_>>(), [2, 3, 4, 8, 9, 10]);
    }
}
