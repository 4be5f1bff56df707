//! All explanations as a page of the documentation.

use super::{
    Explanation, named,
    parts::{Fence, Part, parts},
};

const INTRODUCTION: &str = "\
# Diagnostics

Every mistake that polyguide finds has a code, which stands in brackets in front of the message: `warning[callout-glued]`. This page
explains each of them. `polyguide check --explain callout-glued` prints the same text.

A mistake may count more in `check` than in `build`: a missing picture stops a release, not a preview. The last column names the
options with which `polyguide check` mends it, at least where the intent is plain: `--fix` never changes what readers see, and what
`--unsafe` adds should be read.

Made of the files in `data/diagnostics` by `UPDATE_EXPECT=1 cargo test --test diagnostics`.

";

/// The page: a table of all codes, then each explanation.
pub fn page() -> String {
    let mut page = INTRODUCTION.to_owned();
    page.push_str("| code | in `build` | in `check` | mended by |\n| --- | --- | --- | --- |\n");
    for explanation in Explanation::all() {
        page.push_str(&row(&explanation));
    }
    for explanation in Explanation::all() {
        page.push('\n');
        push_section(&explanation, &mut page);
    }
    page
}

fn row(explanation: &Explanation) -> String {
    let code = explanation.code;
    let fix = Some(explanation.mended_by()).filter(|options| !options.is_empty()).map(|options| format!("`{options}`")).unwrap_or_default();
    format!("| [{0}](#{0}) | {1} | {2} | {fix} |\n", code.id, named(code.severity), named(code.severity_in_check))
}

/// An explanation one level deeper, with the files' paths where they are seen.
fn push_section(explanation: &Explanation, page: &mut String) {
    let parts = parts(explanation.text);
    page.push_str(&format!("## {}\n", explanation.code.id));
    for pair in parts.windows(2) {
        let in_list = matches!(pair, [Part::Item(_), Part::Item(_)]);
        page.push_str(if in_list { "" } else { "\n" });
        match &pair[1] {
            Part::Heading(text) => page.push_str(&format!("**{text}**\n")),
            Part::Paragraph(text) => page.push_str(&format!("{text}\n")),
            Part::Item(text) => page.push_str(&format!("- {text}\n")),
            Part::Fence(fence) => push_fence(fence, page),
        }
    }
}

fn push_fence(fence: &Fence, page: &mut String) {
    if fence.language == Fence::GONE {
        page.push_str(&format!("`{}` is gone.\n", fence.path));
        return;
    }
    if !fence.path.is_empty() {
        page.push_str(&format!("`{}`\n\n", fence.path));
    }
    let marks = if fence.text.contains("````") { "`````" } else { "````" };
    page.push_str(&format!("{marks}{}\n{}{marks}\n", fence.language, fence.text));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::IMAGE_MISSING;
    use expect_test::expect;

    #[test]
    fn a_section_shows_paths_and_stands_one_level_deeper() {
        let text = "# image-missing\n\nText.\n\n- a\n- b\n\n## Example\n\n```markdown a.md\n```bash\n```\n\n```gone b.md\n```\n";
        let explanation = Explanation { code: &IMAGE_MISSING, text };
        let mut page = row(&explanation);
        push_section(&explanation, &mut page);
        expect![[r#"
            | [image-missing](#image-missing) | warning | error |  |
            ## image-missing

            Text.

            - a
            - b

            **Example**

            `a.md`

            ````markdown
            ```bash
            ````

            `b.md` is gone.
        "#]]
        .assert_eq(&page);
    }
}
