//! Comments in code: all that translators are given of it, since all else must be the same in every language.

use super::{lines::without_markers, words::holds_words};
use crate::dialect::code_language;
use std::ops::Range;

/// How a language marks comments.
struct Syntax {
    /// What begins a comment that ends with its line.
    line: &'static [&'static str],
    /// What begins and ends one that may go on.
    block: Option<(&'static str, &'static str)>,
    /// Whether a `#` at the start of a line may as well be a prompt.
    has_prompts: bool,
}

const C: Option<(&str, &str)> = Some(("/*", "*/"));

/// The syntax of a language, by the name that fences have in lower case. Sessions on a terminal have none: `#` is their prompt.
fn syntax_of(language: &str) -> Option<Syntax> {
    let (line, block): (&[&str], _) = match language {
        "sh" | "bash" | "zsh" | "shell" | "fish" | "yaml" | "yml" | "toml" | "conf" | "properties" | "python" | "py" | "ruby" | "rb"
        | "perl" | "pl" | "r" | "dockerfile" | "docker" | "nginx" | "apache" | "apacheconf" | "powershell" | "ps1" | "make"
        | "makefile" | "nix" | "elixir" | "env" | "dotenv" => (&["#"], None),
        "ini" | "cfg" => (&["#", ";"], None),
        "zone" | "dns" | "bind" => (&[";"], None),
        "hcl" | "terraform" | "tf" | "php" => (&["#", "//"], C),
        "js" | "javascript" | "jsx" | "ts" | "typescript" | "tsx" | "json5" | "jsonc" | "java" | "c" | "cpp" | "c++" | "cs" | "csharp"
        | "go" | "rust" | "rs" | "swift" | "kotlin" | "scala" | "dart" | "groovy" | "scss" | "less" => (&["//"], C),
        "css" => (&[], C),
        "sql" => (&["--"], C),
        "lua" => (&["--"], None),
        "html" | "xml" | "svg" => (&[], Some(("<!--", "-->"))),
        _ => return None,
    };
    let has_prompts = matches!(language, "sh" | "bash" | "zsh" | "shell" | "fish");
    Some(Syntax { line, block, has_prompts })
}

/// The language of a block of code in fences, and what follows on its first line; none where the block has no fences.
pub fn fenced(written: &str) -> Option<(String, &str)> {
    let (opening, rest) = written.split_once('\n')?;
    let info = opening.trim_start_matches(['`', '~']);
    (info.len() + 3 <= opening.len()).then(|| (code_language(info), rest))
}

/// Where the words of comments stand in a block of code, which is given as it is written: with its fences, and the markers of
/// the `depth` quotes around it.
pub fn find(written: &str, depth: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let Some((language, rest)) = fenced(written) else { return found };
    let Some(syntax) = syntax_of(&language) else { return found };
    let lines = || rest.split_inclusive('\n').map(|line| without_markers(line.trim_end(), depth));
    let code = |line: &&str| !line.is_empty() && !line.starts_with("```") && !line.starts_with("~~~");
    let all_are_prompts = syntax.has_prompts && lines().filter(code).all(|line| line.starts_with('#'));
    let mut is_inside = false;
    for line in lines().filter(|_| !all_are_prompts) {
        let start = line.as_ptr() as usize - written.as_ptr() as usize;
        comments_of(line, &syntax, &mut is_inside, &mut |range: Range<usize>, has_end| {
            found.extend(words_of(written, start + range.start..start + range.end, has_end));
        });
    }
    found
}

/// Finds the comments of a line, and for each whether it has an end of its own; `is_inside` says whether one goes on from the line before, and afterwards to the next.
fn comments_of(line: &str, syntax: &Syntax, is_inside: &mut bool, found: &mut impl FnMut(Range<usize>, bool)) {
    let mut at = 0;
    while at < line.len() {
        let rest = &line[at..];
        if let (true, Some((_, end))) = (*is_inside, syntax.block) {
            let length = rest.find(end);
            found(at..at + length.unwrap_or(rest.len()), true);
            *is_inside = length.is_none();
            at += length.map_or(rest.len(), |length| length + end.len());
            continue;
        }
        let before = line[..at].chars().next_back();
        if let Some((start, _)) = syntax.block.filter(|(start, _)| rest.starts_with(start)) {
            *is_inside = true;
            at += start.len();
        } else if let Some(mark) = syntax.line.iter().find(|mark| rest.starts_with(**mark) && before.is_none_or(char::is_whitespace)) {
            return found(at + mark.len()..line.len(), false);
        } else {
            at += string_len(rest, before).or_else(|| rest.chars().next().map(char::len_utf8)).unwrap_or(1);
        }
    }
}

/// How long a string in quotes is; an apostrophe within a word begins none.
fn string_len(text: &str, before: Option<char>) -> Option<usize> {
    let quote = text.chars().next().filter(|letter| "\"'`".contains(*letter) && !before.is_some_and(char::is_alphanumeric))?;
    let mut is_escaped = false;
    let end = text.char_indices().skip(1).find(|(_, letter)| {
        let ends = *letter == quote && !is_escaped;
        is_escaped = *letter == '\\' && !is_escaped;
        ends
    });
    end.map(|(at, _)| at + 1)
}

/// The words of a comment, if it has any. What has no space behind its mark is code that is switched off, unless it is a
/// sentence.
fn words_of(code: &str, comment: Range<usize>, has_end: bool) -> Option<Range<usize>> {
    let inside = &code[comment.clone()];
    let text = inside.trim_start_matches(['#', '/', '*', '-', ';', '!', '=']);
    let (start, text) = (comment.end - text.len(), text.trim_end_matches(['#', '*', '-', '=', ' ', '\t', '/']));
    let is_plain =
        has_end || inside.starts_with(char::is_whitespace) || text.starts_with(char::is_whitespace) || text.split_whitespace().count() > 2;
    let words = text.trim();
    let start = start + text.len() - text.trim_start().len();
    (is_plain && !inside.starts_with('!') && holds_words(words)).then(|| start..start + words.len())
}

/// Code as it is written, without the words of its comments.
pub fn without(written: &str, depth: usize) -> String {
    let mut bare = String::with_capacity(written.len());
    let mut from = 0;
    for words in find(written, depth) {
        bare.push_str(&written[from..words.start]);
        from = words.end;
    }
    bare + &written[from..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(language: &str, code: &str) -> Vec<String> {
        let written = format!("```{language}\n{code}\n```");
        find(&written, 0).into_iter().map(|range| written[range].to_owned()).collect()
    }

    #[test]
    fn comments_of_many_languages() {
        for (language, code, expected) in [
            ("sh", "#!/bin/sh\n# List all\nls # all of them\necho \"a # b\" it's # c d", vec!["List all", "all of them", "c d"]),
            ("{.BASH}", "#PermitRootLogin no\n## Only for root ##\nid", vec!["Only for root"]),
            ("yaml", "a: b#c\nb: '# x' # why\n# 993\n", vec!["why"]),
            ("ini", "; Who\na=1 ; what\n", vec!["Who", "what"]),
            ("js", "// Go\nf('// x'); // on\n/* One\n * two */ g(\"http://a.b\")", vec!["Go", "on", "One", "two"]),
            ("sql", "-- All\nSELECT 1; /* one */", vec!["All", "one"]),
            ("html", "<p>a</p> <!-- Here\nand there -->\n", vec!["Here", "and there"]),
        ] {
            assert_eq!(found(language, code), expected, "{language}");
        }
    }

    #[test]
    fn what_is_no_comment_is_not_offered() {
        for (language, code) in
            [("", "# a b"), ("console", "# apt update"), ("bash", "# apt update\n# apt upgrade"), ("json", "// a b"), ("text", "# A")]
        {
            assert!(found(language, code).is_empty(), "{language}");
        }
        assert!(find("    # indented", 0).is_empty());
    }

    #[test]
    fn code_in_quotes_keeps_its_markers() {
        let written = "```sh\n> # Now\n> ls\n> ```";
        assert_eq!(find(written, 1), vec![Range { start: 10, end: 13 }]);
        assert_eq!(without(written, 1), "```sh\n> # \n> ls\n> ```");
    }
}
