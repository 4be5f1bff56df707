//! An explanation for a terminal: headings stand out, text is wrapped, files are indented.

use super::{
    Explanation,
    parts::{Fence, Part, parts},
};
use textwrap::{Options, fill};

/// Longer lines are hard to read.
const MAX_WIDTH: usize = 100;
/// Shorter lines would be broken words.
const MIN_WIDTH: usize = 20;

const BOLD: &str = "\x1b[1m";
const CYAN: &str = "\x1b[36m";
const DIM: &str = "\x1b[2m";
const RESET: &str = "\x1b[0m";

/// What the terminal can show.
struct Terminal {
    width: usize,
    color: bool,
}

/// The text for a terminal that is `width` columns wide.
pub(super) fn draw(explanation: &Explanation, width: usize, color: bool) -> String {
    let terminal = Terminal { width: width.clamp(MIN_WIDTH, MAX_WIDTH), color };
    let title = terminal.styled(BOLD, explanation.code.id);
    let mut out = format!("{title}\n{}", terminal.styled(DIM, &explanation.severities()));
    let parts = parts(explanation.text);
    for pair in parts.windows(2) {
        let in_list = matches!(pair, [Part::Item(_), Part::Item(_)]);
        out.push_str(if in_list { "\n" } else { "\n\n" });
        out.push_str(&terminal.part(&pair[1]));
    }
    out + "\n"
}

impl Terminal {
    fn part(&self, part: &Part) -> String {
        match part {
            Part::Heading(text) => self.styled(BOLD, text),
            Part::Paragraph(text) => self.wrapped(text, "", ""),
            Part::Item(text) => self.wrapped(text, "- ", "  "),
            Part::Fence(fence) => self.fence(fence),
        }
    }

    fn wrapped(&self, text: &str, first: &str, others: &str) -> String {
        let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
        fill(&self.with_code(&joined), Options::new(self.width).initial_indent(first).subsequent_indent(others).break_words(false))
    }

    /// Code in colour instead of in backticks, where there is colour.
    fn with_code(&self, text: &str) -> String {
        let mut out = String::new();
        for (at, piece) in text.split('`').enumerate() {
            match (at % 2 == 1, self.color) {
                (true, true) => out.push_str(&self.styled(CYAN, piece)),
                (true, false) => out.push_str(&format!("`{piece}`")),
                (false, _) => out.push_str(piece),
            }
        }
        out
    }

    /// A file: its path, and its lines below it.
    fn fence(&self, fence: &Fence) -> String {
        let path = self.styled(DIM, fence.path);
        if fence.language == Fence::GONE {
            return format!("  {path} {}", self.styled(DIM, "is gone"));
        }
        let lines: Vec<String> = fence.text.lines().map(|line| format!("    {line}").trim_end().to_owned()).collect();
        let lines = lines.join("\n");
        if fence.path.is_empty() { lines } else { format!("  {path}\n{lines}") }
    }

    fn styled(&self, style: &str, text: &str) -> String {
        if self.color { format!("{style}{text}{RESET}") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::CALLOUT_CASE;
    use expect_test::{Expect, expect};

    const TEXT: &str = "# callout-case\n\nThe type of a callout, such as `Warning`, is known in\nlower case only.\n\n- one\n- two `x`\n\n## Example\n\n```markdown a.md\n> [!Warning]\n>\n\nText \n```\n\n```gone b.md\n```\n\n```text\nend\n```\n";

    #[track_caller]
    fn check(color: bool, expected: Expect) {
        let explanation = Explanation { code: &CALLOUT_CASE, text: TEXT };
        expected.assert_eq(&draw(&explanation, 30, color).replace('\x1b', "^"));
    }

    #[test]
    fn lines_are_wrapped_and_files_indented() {
        check(
            false,
            expect![[r#"
            callout-case
            note

            The type of a callout, such as
            `Warning`, is known in lower
            case only.

            - one
            - two `x`

            Example

              a.md
                > [!Warning]
                >

                Text

              b.md is gone

                end
        "#]],
        );
    }

    #[test]
    fn what_stands_out_has_a_style() {
        check(
            true,
            expect![[r#"
            ^[1mcallout-case^[0m
            ^[2mnote^[0m

            The type of a callout, such as
            ^[36mWarning^[0m, is known in lower
            case only.

            - one
            - two ^[36mx^[0m

            ^[1mExample^[0m

              ^[2ma.md^[0m
                > [!Warning]
                >

                Text

              ^[2mb.md^[0m ^[2mis gone^[0m

                end
        "#]],
        );
    }
}
