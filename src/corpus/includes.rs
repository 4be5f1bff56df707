//! Shared pieces of text: `{!> path !}` and `[[fragment:key]]`, spliced in with the way back to their files.

use super::{front_matter, yaml};
use crate::{
    diagnostic::{Diagnostic, INCLUDE_CYCLE, INCLUDE_MALFORMED, INCLUDE_MISSING, INCLUDE_OUTSIDE},
    dialect::source::Piece,
    locale::Locale,
    path::SourcePath,
    source::SourceTree,
    text::{FileId, Span},
    words,
};
use memchr::memmem;
use std::{collections::BTreeSet, ops::Range, sync::LazyLock};

/// The folder of fragments, beside the configuration.
pub const FRAGMENTS: &str = "fragments";
const MAX_DEPTH: usize = 8;
/// How far from its start a directive's end is looked for, in bytes.
const MAX_NAME: usize = 1000;
/// A page's text with all its includes stays below this.
const MAX_BYTES: usize = 16 << 20;

/// Where included files are looked for.
#[derive(Clone, Copy)]
pub struct Includes<'a> {
    pub tree: &'a SourceTree,
    /// The folder of the content.
    pub content: &'a str,
    /// The guide's locale and its fallbacks.
    pub chain: &'a [Locale],
    /// What elements say of the language of a locale's texts on a page of the guide: ` lang="en-GB"`.
    pub attributes: &'a dyn Fn(&Locale) -> String,
}

/// A text with its includes in it.
#[derive(Debug, Default)]
pub struct Spliced {
    pub text: String,
    pub pieces: Vec<Piece>,
    pub diagnostics: Vec<Diagnostic>,
    /// The files of fragments that are in another language than the guide, with what elements say of it.
    pub foreign: Vec<(FileId, String)>,
}

impl Spliced {
    /// The files that it was put together from.
    pub fn files(&self) -> Box<[FileId]> {
        let files: BTreeSet<FileId> = self.pieces.iter().map(|piece| piece.file).collect();
        files.into_iter().collect()
    }
}

/// Whether `text` may include anything.
pub fn has_includes(text: &str) -> bool {
    static OPENINGS: LazyLock<[memmem::Finder; 2]> = LazyLock::new(|| ["{!", "ragment:"].map(memmem::Finder::new));
    OPENINGS.iter().any(|opening| opening.find(text.as_bytes()).is_some())
}

/// A place where something is included.
struct Directive<'t> {
    range: Range<usize>,
    what: What<'t>,
    /// How it should have been written, if it is mistyped.
    meant: Option<String>,
}

enum What<'t> {
    File(&'t str),
    Fragment(&'t str),
}

impl Includes<'_> {
    /// The bytes of `text` from `start` on, with what they include.
    pub fn splice(&self, file: FileId, text: &str, start: usize) -> Spliced {
        let mut spliced = Spliced::default();
        self.add(file, text, start, "", &mut vec![file], &mut spliced);
        spliced
    }

    /// Adds a file's text; `prefix` goes before each of its lines but the first.
    fn add(&self, file: FileId, text: &str, start: usize, prefix: &str, open: &mut Vec<FileId>, out: &mut Spliced) {
        let mut from = start;
        while let Some(directive) = next_directive(text, from) {
            push_lines(file, text, from..directive.range.start, prefix, out);
            let span = Span::new(file, directive.range.clone());
            match self.find(&directive.what, open, span, out) {
                Some(included) => {
                    if let Some(meant) = directive.meant {
                        let message = format!("`{}` is mistyped", &text[directive.range.clone()]);
                        let mistyped = Diagnostic::new(&INCLUDE_MALFORMED, span, message).help(format!("write `{meant}`; it is taken so"));
                        out.diagnostics.push(mistyped.fix(span, meant));
                    }
                    let line_start = text[..directive.range.start].rfind('\n').map_or(0, |at| at + 1);
                    let own = &text[line_start..directive.range.start];
                    let inner = format!("{prefix}{}", if own.chars().all(|letter| matches!(letter, '>' | ' ' | '\t')) { own } else { "" });
                    self.include(included, &inner, open, span, out);
                }
                None => push_lines(file, text, directive.range.clone(), prefix, out),
            }
            from = directive.range.end;
        }
        push_lines(file, text, from..text.len(), prefix, out);
    }

    fn include(&self, included: FileId, prefix: &str, open: &mut Vec<FileId>, span: Span, out: &mut Spliced) {
        match yaml::load(self.tree, included) {
            Ok(text) if out.text.len() + text.len() < MAX_BYTES => {
                open.push(included);
                self.add(included, text.trim_end(), start_of_body(included, &text), prefix, open, out);
                open.pop();
            }
            Ok(_) => out.diagnostics.push(
                Diagnostic::new(&INCLUDE_CYCLE, span, "the text with all its includes is too long")
                    .help("include less, or split the guide into several"),
            ),
            Err(diagnostic) => out.diagnostics.push(diagnostic),
        }
    }

    fn find(&self, what: &What, open: &[FileId], span: Span, out: &mut Spliced) -> Option<FileId> {
        let found = match what {
            What::File(path) => self.find_file(path, span, out),
            What::Fragment(key) => self.find_fragment(key, span, out),
        }?;
        if open.contains(&found) || open.len() > MAX_DEPTH {
            let message = format!("`{}` includes itself", self.tree.path(found));
            out.diagnostics.push(Diagnostic::new(&INCLUDE_CYCLE, span, message).help("remove one of the includes of the circle"));
            return None;
        }
        Some(found)
    }

    fn find_file(&self, path: &str, span: Span, out: &mut Spliced) -> Option<FileId> {
        let Some(resolved) = SourcePath::resolve(self.content, path.trim_start_matches('/')) else {
            let message = format!("`{path}` lies outside the site");
            out.diagnostics.push(Diagnostic::new(&INCLUDE_OUTSIDE, span, message).help("include files of the site only"));
            return None;
        };
        let found = self.tree.find(&resolved);
        if found.is_none() {
            let message = format!("there is no file `{resolved}`");
            out.diagnostics.push(Diagnostic::new(&INCLUDE_MISSING, span, message).help("the path starts at the content folder"));
        }
        found
    }

    fn find_fragment(&self, key: &str, span: Span, out: &mut Spliced) -> Option<FileId> {
        let found = self.chain.iter().find_map(|locale| Some((locale, self.tree.find_text(&format!("{FRAGMENTS}/{key}.{locale}.md"))?)));
        if let Some((locale, file)) = found
            && self.chain.first().is_some_and(|own| !own.same_language(locale))
        {
            out.foreign.push((file, (self.attributes)(locale)));
        }
        if found.is_none() {
            let message = format!("there is no fragment `{key}`");
            let keys = self.fragment_keys();
            let help = if keys.is_empty() {
                format!("write it to `{FRAGMENTS}/{key}.<locale>.md`")
            } else {
                words::did_you_mean(key, &keys.iter().map(String::as_str).collect::<Vec<_>>())
            };
            out.diagnostics.push(Diagnostic::new(&INCLUDE_MISSING, span, message).help(help));
        }
        found.map(|(_, file)| file)
    }

    fn fragment_keys(&self) -> Vec<String> {
        let key = |path: &SourcePath| {
            let (key, _locale) = path.below(FRAGMENTS)?.strip_suffix(".md")?.rsplit_once('.')?;
            Some(key.to_owned())
        };
        let mut keys: Vec<String> = self.tree.iter().filter_map(|(_, path)| key(path)).collect();
        keys.dedup();
        keys
    }
}

/// Where the text of an included file starts: what it says about itself, if it is a guide too, is no text.
fn start_of_body(file: FileId, text: &str) -> usize {
    if text.starts_with("---") { front_matter::read(file, text).1 } else { 0 }
}

fn next_directive(text: &str, from: usize) -> Option<Directive<'_>> {
    let bytes = text.as_bytes().get(from..)?;
    memchr::memchr2_iter(b'{', b'[', bytes).find_map(|at| directive(text, from + at))
}

/// The directive that starts at `start`, if one does. It ends on its line.
fn directive(text: &str, start: usize) -> Option<Directive<'_>> {
    let rest = &text[start..];
    let line = rest.get(..rest.floor_char_boundary(MAX_NAME))?.split('\n').next()?;
    let inside = |opening: &str, closing: &str| {
        let (name, _) = line.strip_prefix(opening)?.split_once(closing)?;
        let range = start..start + opening.len() + name.len() + closing.len();
        (!name.trim().is_empty()).then_some((name.trim(), range))
    };
    if let Some((path, range)) = inside("{!>", "!}") {
        return Some(Directive { range, what: What::File(path), meant: None });
    }
    match inside("[[fragment:", "]]") {
        Some((key, range)) => Some(Directive { range, what: What::Fragment(key), meant: None }),
        None => mistyped_file(line, start).or_else(|| mistyped_fragment(line, start)),
    }
}

/// `{! a.md !}` and `{!> a.md }`: a sign of a directive is missing.
fn mistyped_file(line: &str, start: usize) -> Option<Directive<'_>> {
    let inside = line.strip_prefix("{!")?.trim_start_matches('>');
    let opening = line.len() - inside.len();
    let end = inside.find(['!', '}'])?;
    let path = inside[..end].trim();
    let closing = inside[end..].len() - inside[end..].trim_start_matches('!').trim_start_matches('}').len();
    let is_path = path.ends_with(".md") && !path.contains(char::is_whitespace);
    let range = start..start + opening + end + closing;
    is_path.then(|| Directive { range, what: What::File(path), meant: Some(format!("{{!> {path} !}}")) })
}

/// `[[ Fragment: a ]]` and `[fragment:a]]`: spaces, a capital, or a bracket that is missing.
fn mistyped_fragment(line: &str, start: usize) -> Option<Directive<'_>> {
    let inside = line.strip_prefix('[')?.trim_start_matches('[').trim_start();
    let (word, inside) = inside.split_once(':').filter(|(word, _)| word.eq_ignore_ascii_case("fragment"))?;
    let opening = word.as_ptr() as usize - line.as_ptr() as usize + word.len() + 1;
    let end = inside.find(']')?;
    let closing = inside[end..].bytes().take_while(|byte| *byte == b']').count();
    let brackets = line.bytes().take_while(|byte| *byte == b'[').count() + closing;
    let key = inside[..end].trim();
    // `[fragment: a]` may be the text of a link.
    let is_key = !key.is_empty() && !key.contains(char::is_whitespace) && brackets > 2;
    let range = start..start + opening + end + closing;
    is_key.then(|| Directive { range, what: What::Fragment(key), meant: Some(format!("[[fragment:{key}]]")) })
}

/// Adds bytes of a file, with `prefix` after each line break.
fn push_lines(file: FileId, text: &str, range: Range<usize>, prefix: &str, out: &mut Spliced) {
    let mut at = range.start;
    for line in text.get(range.clone()).unwrap_or_default().split_inclusive('\n') {
        out.pieces.push(Piece { start: out.text.len(), file, origin: at, replaces: None });
        out.text.push_str(line);
        at += line.len();
        if line.ends_with('\n') && !prefix.is_empty() {
            out.pieces.push(Piece { start: out.text.len(), file, origin: at, replaces: Some(0) });
            out.text.push_str(prefix);
        }
        if prefix.is_empty() {
            break;
        }
    }
    if prefix.is_empty() && at < range.end {
        out.text.push_str(&text[at..range.end]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn splice(files: &[(&str, &str)]) -> (String, Vec<&'static str>) {
        let tree = SourceTree::from_memory(files.iter().map(|(path, text)| (*path, *text)));
        let file = tree.find_text("content/a.md").unwrap();
        let chain = [Locale::parse("fr").unwrap(), Locale::parse("en").unwrap()];
        let includes = Includes { tree: &tree, content: "content", chain: &chain, attributes: &|given| format!(" lang=\"{given}\"") };
        let text = String::from_utf8(tree.read(file).unwrap()).unwrap();
        let spliced = includes.splice(file, &text, 0);
        (spliced.text, spliced.diagnostics.iter().map(|diagnostic| diagnostic.code.id).collect())
    }

    #[test]
    fn files_and_fragments() {
        let (text, codes) = splice(&[
            ("content/a.md", "A\n> {!> x/b.md !}\n[[fragment:f]]\n[[fragment:nosuch]] {!> ../../x !}\n"),
            ("content/x/b.md", "B\nC\n"),
            ("fragments/f.en.md", "F"),
        ]);
        assert_eq!(text, "A\n> B\n> C\nF\n[[fragment:nosuch]] {!> ../../x !}\n");
        assert_eq!(codes, ["include-missing", "include-outside"]);
    }

    #[test]
    fn front_matter_of_an_included_file_is_no_text() {
        for (included, shown) in
            [("---\ntitle: B\n---\n\nB\n", "\nB"), ("---\n\nB\n", "---\n\nB"), ("---\n\nB\n\n---\nC\n", "---\n\nB\n\n---\nC")]
        {
            let (text, codes) = splice(&[("content/a.md", "A\n{!> b.md !}\n"), ("content/b.md", included)]);
            assert_eq!((text, codes), (format!("A\n{shown}\n"), Vec::new()), "{included}");
        }
    }

    #[test]
    fn directives_that_are_mistyped_are_told_and_taken_as_meant() {
        let fragment = ("fragments/f.en.md", "F");
        for mistyped in ["[fragment:f]]", "[[fragment:f]", "[[ Fragment: f ]]", "{! b.md !}", "{!> b.md }", "{!>b.md!"] {
            let text = format!("A {mistyped} b\n");
            let (text, codes) = splice(&[("content/a.md", &text), ("content/b.md", "F\n"), fragment]);
            assert_eq!((&*text, &codes[..]), ("A F b\n", &["include-malformed"][..]), "{mistyped}");
        }
        for other in ["[fragment: f](x)", "[fragment:f]", "{! b !}", "{! b.md is", "[[a fragment:f]]", "{!x"] {
            let (text, codes) = splice(&[("content/a.md", other), ("content/b.md", "F\n"), fragment]);
            assert_eq!((&*text, codes.len()), (other, 0), "{other}");
        }
    }

    #[test]
    fn circles_end() {
        let (_, codes) = splice(&[("content/a.md", "{!> b.md !}"), ("content/b.md", "{!> a.md !}")]);
        assert_eq!(codes, ["include-cycle"]);
    }

    #[test]
    fn places_point_into_the_included_file() {
        let tree = SourceTree::from_memory([("content/a.md", "xx\n> {!> b.md !}\n"), ("content/b.md", "B\nCC")]);
        let (a, b) = (tree.find_text("content/a.md").unwrap(), tree.find_text("content/b.md").unwrap());
        let includes = Includes { tree: &tree, content: "content", chain: &[], attributes: &|_| String::new() };
        let spliced = includes.splice(a, "xx\n> {!> b.md !}\n", 0);
        let source = crate::dialect::source::Source { text: &spliced.text, pieces: spliced.pieces };
        let at = spliced.text.find("CC").unwrap();
        assert_eq!(source.span(at..at + 2), Span::new(b, 2..4));
    }
}
