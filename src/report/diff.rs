//! Changes of files as a unified diff, which `patch` and `git apply` understand.

use super::Style;
use similar::{ChangeTag, TextDiff};
use std::io::{self, Write};

/// Lines around a change.
const CONTEXT: usize = 3;

/// Writes the change of the file at `path`.
///
/// # Errors
/// Where `out` cannot be written to.
pub fn write(style: Style, path: &str, before: &str, after: &str, out: &mut dyn Write) -> io::Result<()> {
    let paint = |color: &'static str| if style.color { (color, "\x1b[0m") } else { ("", "") };
    let (bold, plain) = paint("\x1b[1m");
    writeln!(out, "{bold}--- a/{path}{plain}\n{bold}+++ b/{path}{plain}")?;
    let diff = TextDiff::from_lines(before, after);
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        let (color, plain) = paint("\x1b[36m");
        writeln!(out, "{color}{}{plain}", hunk.header())?;
        for change in hunk.iter_changes() {
            let (sign, (color, plain)) = match change.tag() {
                ChangeTag::Delete => ('-', paint("\x1b[31m")),
                ChangeTag::Insert => ('+', paint("\x1b[32m")),
                ChangeTag::Equal => (' ', ("", "")),
            };
            let (text, end) = line_and_end(change.value());
            write!(out, "{color}{sign}{text}{plain}{end}")?;
            if change.missing_newline() {
                writeln!(out, "\n\\ No newline at end of file")?;
            }
        }
    }
    Ok(())
}

/// A line and its break, which stands behind the colours.
fn line_and_end(line: &str) -> (&str, &str) {
    line.split_at(line.trim_end_matches(['\r', '\n']).len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    fn diff(color: bool, before: &str, after: &str) -> String {
        let mut out = Vec::new();
        write(Style { color, width: 80 }, "a b.md", before, after, &mut out).unwrap();
        String::from_utf8(out).unwrap().replace('\x1b', "␛").replace('\r', "␍")
    }

    #[test]
    fn changes_stand_between_the_lines_around_them() {
        expect![[r#"
            --- a/a b.md
            +++ b/a b.md
            @@ -2,8 +2,8 @@
             2
             3
             4
            -5␍
            +five␍
             6
             7
             8
            -9
            \ No newline at end of file
            +9
        "#]]
        .assert_eq(&diff(false, "1\n2\n3\n4\n5\r\n6\n7\n8\n9", "1\n2\n3\n4\nfive\r\n6\n7\n8\n9\n"));
        expect![[r#"
            ␛[1m--- a/a b.md␛[0m
            ␛[1m+++ b/a b.md␛[0m
            ␛[36m@@ -1 +1 @@␛[0m
            ␛[31m-1␛[0m
            ␛[32m+2␛[0m
        "#]]
        .assert_eq(&diff(true, "1\n", "2\n"));
    }
}
