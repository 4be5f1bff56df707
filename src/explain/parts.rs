//! The parts of an explanation's text: the little of Markdown that `data/diagnostics` uses.

/// A part of an explanation, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// `## Example`, without its mark.
    Heading(&'a str),
    /// Lines of text that belong together, as they are typed.
    Paragraph(&'a str),
    /// An item of a list, without its mark.
    Item(&'a str),
    /// A file, or a piece of text without a path.
    Fence(Fence<'a>),
}

/// A fenced block: its info string is `language path`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fence<'a> {
    /// `markdown`; [`Fence::GONE`] says that a file of the example is not there any more.
    pub language: &'a str,
    /// Which file of a site it is; empty for what is no file.
    pub path: &'a str,
    /// The lines between the fences, with their last line end.
    pub text: &'a str,
}

impl Fence<'_> {
    /// The language of a file that was removed.
    pub const GONE: &'static str = "gone";
}

/// The parts of `text`.
pub fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (part, len) = next(rest);
        parts.extend(part);
        rest = &rest[len..];
    }
    parts
}

/// The part that `rest` starts with, and how long it is. A blank line is none.
fn next(rest: &str) -> (Option<Part<'_>>, usize) {
    let line = first_line(rest);
    let content = line.trim_end();
    if content.is_empty() {
        return (None, line.len());
    }
    if content.starts_with("```") {
        let (fence, len) = fence(rest);
        return (Some(Part::Fence(fence)), len);
    }
    if content.starts_with('#') {
        return (Some(Part::Heading(content.trim_start_matches('#').trim_start())), line.len());
    }
    let len = block_len(rest);
    let block = rest[..len].trim_end();
    let part = block.strip_prefix("- ").map_or(Part::Paragraph(block), Part::Item);
    (Some(part), len)
}

/// The lines up to the next blank line, item, heading or fence.
fn block_len(rest: &str) -> usize {
    let is_end = |line: &&str| line.trim().is_empty() || ["- ", "#", "```"].iter().any(|mark| line.starts_with(mark));
    let mut lines = rest.split_inclusive('\n');
    let first = lines.next().map_or(0, str::len);
    first + lines.take_while(|line| !is_end(line)).map(str::len).sum::<usize>()
}

fn fence(rest: &str) -> (Fence<'_>, usize) {
    let opening = first_line(rest);
    let marks = opening.len() - opening.trim_start_matches('`').len();
    let (language, path) = opening[marks..].trim().split_once(' ').unwrap_or((opening[marks..].trim(), ""));
    let is_closing = |line: &str| line.trim_end().len() >= marks && line.trim_end().bytes().all(|byte| byte == b'`');
    let body = &rest[opening.len()..];
    let len: usize = body.split_inclusive('\n').take_while(|line| !is_closing(line)).map(str::len).sum();
    let closing = first_line(&body[len..]).len();
    (Fence { language, path, text: &body[..len] }, opening.len() + len + closing)
}

fn first_line(text: &str) -> &str {
    text.split_inclusive('\n').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_apart() {
        let text = "# a-b\n\nOne\ntwo.\n- three\n- four\n  five\n\n````markdown x/y.md\n# z\n```\n\n````\nLast";
        let fence = Fence { language: "markdown", path: "x/y.md", text: "# z\n```\n\n" };
        let expected = [
            Part::Heading("a-b"),
            Part::Paragraph("One\ntwo."),
            Part::Item("three"),
            Part::Item("four\n  five"),
            Part::Fence(fence),
            Part::Paragraph("Last"),
        ];
        assert_eq!(parts(text), expected);
    }

    #[test]
    fn a_fence_may_lack_its_path_and_its_end() {
        assert_eq!(parts("```text\na"), [Part::Fence(Fence { language: "text", path: "", text: "a" })]);
        assert_eq!(parts("```"), [Part::Fence(Fence { language: "", path: "", text: "" })]);
    }
}
