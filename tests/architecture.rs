//! The layers of the program: a module uses only what lies below it. `ARCHITECTURE.md` says what each is for.

#![expect(clippy::disallowed_methods, reason = "the sources are read from disk")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// From the bottom up. A module uses the layers below its own, and of its own layer only itself.
const LAYERS: &[&[&str]] = &[
    &["html", "intl", "locale", "path", "progress", "text", "words"],
    &["diagnostic"],
    &["bundled", "service", "source"],
    &["explain", "profiles", "sink"],
    &["dialect"],
    &["settings"],
    &["draft"],
    &["corpus"],
    &["site"],
    &["personal"],
    &["search"],
    &["i18n", "render"],
    &["each"],
    // What is wrong: what a build finds, and rules.
    &["check"],
    &["fix", "report"],
    &["workspace"],
    &["preview"],
    &["edge"],
    &["cli"],
    // Functions and types of the crate's root, which tell the whole story.
    &["commands"],
    &["lib", "main"],
];

/// The layer of a module; what is no module is an item of the crate's root, which only the top may use.
fn layer(name: &str) -> usize {
    let root = LAYERS.iter().position(|layer| layer.contains(&"cli")).unwrap();
    LAYERS.iter().position(|layer| layer.contains(&name)).unwrap_or(root)
}

#[test]
fn modules_use_only_the_layers_below() {
    let mut wrong = Vec::new();
    for (file, text) in sources() {
        let module = module_of(&file);
        for used in uses(&text, depth_of(&file)) {
            if used != module && layer(&used) >= layer(&module) {
                wrong.push(format!("{} uses {used}", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "these use what lies above or beside them:\n{}", wrong.join("\n"));
}

#[test]
fn every_module_has_a_layer() {
    let listed: BTreeSet<&str> = LAYERS.iter().flat_map(|layer| layer.iter().copied()).collect();
    assert_eq!(listed.len(), LAYERS.iter().map(|layer| layer.len()).sum::<usize>(), "a module is listed twice");
    for (file, _) in sources() {
        let module = module_of(&file);
        assert!(listed.contains(&*module), "`{module}` has no layer: add it to LAYERS");
    }
}

#[test]
fn disk_clock_and_environment_stay_at_the_edge() {
    for (file, text) in sources() {
        let module = module_of(&file);
        let excused = code(&text).contains("clippy::disallowed");
        assert!(!excused || module == "edge", "{} excuses itself from clippy.toml", file.display());
    }
}

/// All files of `src`, relative to it, with their text.
fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    assert!(!files.is_empty());
    files
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            files.push((path.strip_prefix(root).unwrap().to_owned(), text));
        }
    }
}

/// The module below the crate's root that a file belongs to: `edge` of `edge/terminal/mod.rs`, `text` of `text.rs`.
fn module_of(file: &Path) -> String {
    let first = file.iter().next().unwrap().to_str().unwrap();
    first.strip_suffix(".rs").unwrap_or(first).to_owned()
}

/// How many `super::` lead from a file's module to the crate's root.
fn depth_of(file: &Path) -> usize {
    let parts = file.iter().count();
    match file.file_stem().and_then(|stem| stem.to_str()) {
        Some("lib" | "main") if parts == 1 => 0,
        Some("mod") => parts - 1,
        _ => parts,
    }
}

/// The names right below the crate's root that a file uses.
fn uses(text: &str, depth: usize) -> BTreeSet<String> {
    let code = code(text);
    let mut names = names_after(&code, "crate::");
    // Tests stand last, in a module of their own, where `super` is one more.
    let (code, tests) = code.split_once("#[cfg(test)]\nmod tests {").unwrap_or((&code, ""));
    let to_root = |depth: usize| "super::".repeat(depth);
    if depth > 0 {
        names.extend(names_after(code, &to_root(depth)));
        names.extend(names_after(tests, &to_root(depth + 1)));
    }
    names
}

/// The first names of the paths after each `prefix`: `a` of `crate::a::b`, `a` and `c` of `crate::{a::{b}, c}`.
fn names_after(code: &str, prefix: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        // The end of a longer path, or a name that only ends like it (`mycrate::`).
        if code[..at].ends_with(|letter: char| letter.is_alphanumeric() || "_:$".contains(letter)) {
            continue;
        }
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(list) => names.extend(list_heads(list)),
            None => names.extend(head(rest)),
        }
    }
    names.remove("super");
    names
}

/// The first names in a list of imports, whose opening brace is gone.
fn list_heads(list: &str) -> Vec<String> {
    let (mut depth, mut start, mut heads) = (0, 0, Vec::new());
    for (at, letter) in list.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                heads.extend(head(&list[start..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                heads.extend(head(&list[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    heads
}

/// The name that a path begins with.
fn head(path: &str) -> Option<String> {
    let name: String = path.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    (!name.is_empty()).then_some(name)
}

/// The text without comments and without what stands in strings.
fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let skipped = match letter {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => string_len(rest),
            'r' if is_raw_string(rest) && !out.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_') => raw_string_len(rest),
            '\'' => char_len(rest),
            _ => 0,
        };
        if skipped == 0 {
            out.push(letter);
        }
        rest = &rest[skipped.max(letter.len_utf8())..];
    }
    out
}

/// How long the string literal is that `text` starts with.
fn string_len(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn is_raw_string(text: &str) -> bool {
    text[1..].trim_start_matches('#').starts_with('"')
}

/// How long the raw string literal is that `text` starts with.
fn raw_string_len(text: &str) -> usize {
    let hashes = text[1..].bytes().take_while(|byte| *byte == b'#').count();
    let end = format!("\"{}", "#".repeat(hashes));
    let start = 2 + hashes;
    text[start..].find(&end).map_or(text.len(), |at| start + at + end.len())
}

/// How long the character literal is that `text` starts with; 0 for a lifetime.
fn char_len(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    match letters.next() {
        Some((_, '\\')) => text[3..].find('\'').map_or(0, |at| at + 4),
        Some(_) => letters.next().filter(|(_, letter)| *letter == '\'').map_or(0, |(at, _)| at + 1),
        None => 0,
    }
}

#[test]
fn imports_of_every_shape_are_seen() {
    let text = r##"
        //! See crate::comment and "crate::quoted_comment".
        use crate::{alpha::{Beta, gamma::Delta}, epsilon, zeta as other};
        /* crate::block */
        fn f<'a>(text: &'a str) -> crate::eta::Theta { mycrate::no(); '"'; '\''; '\u{1b}'; ("crate::string", r#"crate::"raw"#); super::super::iota::x() }
        #[cfg(test)]
mod tests { use super::super::kappa; use super::super::super::lambda; }
    "##;
    let expected = ["alpha", "epsilon", "eta", "iota", "lambda", "zeta"].map(String::from);
    assert_eq!(uses(&text.replace("        #[cfg(test)]", "#[cfg(test)]"), 2), BTreeSet::from(expected));
}

#[test]
fn a_file_knows_its_place() {
    for (file, module, depth) in [("lib.rs", "lib", 0), ("text.rs", "text", 1), ("edge/mod.rs", "edge", 1), ("edge/disk.rs", "edge", 2)] {
        assert_eq!((module_of(Path::new(file)), depth_of(Path::new(file))), (module.to_owned(), depth), "{file}");
    }
}
