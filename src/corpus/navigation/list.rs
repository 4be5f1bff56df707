//! The list of a navigation: lines, by their indentation, to a tree.

use super::{MAX_DEPTH, NavItem, item};
use crate::{
    corpus::slices::place,
    diagnostic::{COMMENT_UNCLOSED, Diagnostic, NAV_SYNTAX},
    text::{FileId, Span},
};

/// The items of the first level, or `None` where the text is no navigation.
pub(super) fn parse(file: FileId, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Vec<NavItem>> {
    let list = list_of(text)?;
    let mut tree = Tree::default();
    let mut lines = list.lines();
    while let Some(line) = lines.next() {
        let said = line.trim();
        let span = Span::new(file, place(text, said));
        if said.starts_with("<!--") {
            if !said.contains("-->") && !lines.any(|line| line.contains("-->")) {
                diagnostics.push(Diagnostic::new(&COMMENT_UNCLOSED, span, "a comment is never closed").help("close it with `-->`"));
            }
        } else if let Some(entry) = bullet(said) {
            let item = item::parse(entry, span, &|part| Span::new(file, place(text, part)), diagnostics);
            if item.is_some_and(|item| tree.push(indentation(line), item)) {
                let message = format!("an item is nested deeper than {MAX_DEPTH} levels");
                diagnostics.push(Diagnostic::new(&NAV_SYNTAX, span, message).help("indent it less"));
            }
        } else if !is_empty(said) {
            let help = "write items like `+ [Label](folder/of/guide)`, indented by 4 spaces for each level";
            diagnostics.push(Diagnostic::new(&NAV_SYNTAX, span, "this line is no item of a list").help(help));
        }
    }
    Some(tree.finish())
}

/// The part of `text` that is the list: what follows a heading `Contents`, or the whole where it begins with an item.
/// A text with front matter is a page.
fn list_of(text: &str) -> Option<&str> {
    let text = text.trim_start_matches('\u{feff}');
    if is_front_matter(text) {
        return None;
    }
    if let Some(heading) = text.lines().find(|line| is_contents(line)) {
        return text.get(place(text, heading).end..);
    }
    let first = text.lines().map(str::trim).find(|line| !is_empty(line))?;
    bullet(first).map(|_| text)
}

fn is_front_matter(text: &str) -> bool {
    let mut lines = text.lines();
    lines.next().is_some_and(|line| line.trim_end() == "---")
        && lines.next().is_some_and(|line| line.split_once(':').is_some_and(|(key, _)| !key.contains(['[', '+'])))
}

fn is_contents(line: &str) -> bool {
    let name = line.trim_start_matches('#');
    name.len() < line.len() && name.trim().eq_ignore_ascii_case("contents")
}

/// Whether a line says nothing: it is blank, or a rule.
fn is_empty(line: &str) -> bool {
    line.is_empty() || (line.len() >= 3 && line.bytes().all(|byte| byte == b'-'))
}

/// What follows the bullet of an item.
fn bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(['+', '*', '-'])?;
    (rest.is_empty() || rest.starts_with(['[', ' ', '\t', '\u{a0}'])).then(|| rest.trim())
}

/// The column in which the text of `line` begins; tabs stop at every fourth.
fn indentation(line: &str) -> usize {
    let mut column = 0;
    for char in line.chars() {
        match char {
            '\t' => column += 4 - column % 4,
            char if char.is_whitespace() => column += 1,
            _ => break,
        }
    }
    column
}

/// Items whose children may still come, each with its indentation, and the finished roots.
#[derive(Default)]
struct Tree {
    open: Vec<(usize, NavItem)>,
    roots: Vec<NavItem>,
}

impl Tree {
    /// Puts `item` below the last item that is indented less; tells whether that is too deep, and it became a sibling.
    fn push(&mut self, indentation: usize, item: NavItem) -> bool {
        while self.open.last().is_some_and(|(other, _)| *other >= indentation) {
            self.close();
        }
        let too_deep = self.open.len() >= MAX_DEPTH;
        if too_deep {
            self.close();
        }
        self.open.push((indentation, item));
        too_deep
    }

    fn close(&mut self) {
        let Some((_, item)) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some((_, parent)) => parent.children.push(item),
            None => self.roots.push(item),
        }
    }

    fn finish(mut self) -> Vec<NavItem> {
        while !self.open.is_empty() {
            self.close();
        }
        self.roots
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use std::fmt::Write;

    fn show(items: &[NavItem], depth: usize, out: &mut String) {
        for item in items {
            write!(out, "{:1$}{2} {3:?}", "", depth * 2, item.label, item.target).unwrap();
            item.own_label.iter().for_each(|label| write!(out, " label={label}").unwrap());
            item.landing.iter().for_each(|landing| write!(out, " landing={landing}").unwrap());
            out.push('\n');
            show(&item.children, depth + 1, out);
        }
    }

    #[track_caller]
    fn check(text: &str, expected: Expect) {
        let mut diagnostics = Vec::new();
        let mut out = String::new();
        match parse(FileId(0), text, &mut diagnostics) {
            Some(roots) => show(&roots, 0, &mut out),
            None => out.push_str("no navigation\n"),
        }
        for found in diagnostics {
            let fix: Vec<String> = found.fix.iter().map(|edit| format!(" fix@{}: {:?}", edit.span.start, edit.replacement)).collect();
            writeln!(out, "{} {:?} {}{}", found.code.id, &text[found.span.range()], found.message, fix.concat()).unwrap();
        }
        expected.assert_eq(&out);
    }

    #[test]
    fn the_list_is_a_tree() {
        check(
            "-----\n## Contents\n+ Mail\n    + [Email Pro](products/email-pro)\n        + [First steps](email-pro-first-steps)\n            + [Outlook](mail/email_pro/outlook)\n    + [FAQ](mail/faq)\n+ Domains\n",
            expect![[r#"
                Mail None
                  Email Pro Product("email-pro")
                    First steps Section("email-pro-first-steps")
                      Outlook Guide("mail/email_pro/outlook")
                  FAQ Guide("mail/faq")
                Domains None
            "#]],
        );
    }

    #[test]
    fn any_indentation_and_bullet_will_do() {
        check(
            "* A\r\n  - [B](x/b)\r\n\t+[C](x/c)\r\n\t\t+ D\r\n      - [E](x/e)\r\n  * F\r\n",
            expect![[r#"
                A None
                  B Guide("x/b")
                    C Guide("x/c")
                      D None
                      E Guide("x/e")
                  F None
            "#]],
        );
    }

    #[test]
    fn what_is_no_item_is_said() {
        check(
            "Ignored before.\n# contents\n\n+ A\n    text\n<!-- + B -->\n<!--\n+ C\n-->\n## More\n    + [D](x/d)\n1. E\n+\n<!-- open\n+ F\n",
            expect![[r###"
                A None
                  D Guide("x/d")
                nav-syntax "text" this line is no item of a list
                nav-syntax "## More" this line is no item of a list
                nav-syntax "1. E" this line is no item of a list
                nav-syntax "+" an item has no label
                comment-unclosed "<!-- open" a comment is never closed
            "###]],
        );
    }

    #[test]
    fn depth_is_bounded() {
        let mut text = String::from("## Contents\n");
        for level in 0..14 {
            writeln!(text, "{:1$}+ L{level}", "", level * 2).unwrap();
        }
        check(
            &text,
            expect![[r#"
                L0 None
                  L1 None
                    L2 None
                      L3 None
                        L4 None
                          L5 None
                            L6 None
                              L7 None
                                L8 None
                                  L9 None
                                    L10 None
                                      L11 None
                                      L12 None
                                      L13 None
                nav-syntax "+ L12" an item is nested deeper than 12 levels
                nav-syntax "+ L13" an item is nested deeper than 12 levels
            "#]],
        );
    }

    #[test]
    fn a_page_is_no_navigation() {
        for page in ["", "# Welcome\n- a\n", "---\ntitle: x\n---\n## Contents\n+ a\n", "Text\n+ a\n", "***bold***\n"] {
            check(page, expect!["no navigation\n"]);
        }
    }
}
