//! Every kind of mistake is explained in `data/diagnostics/<code>.md`, with an example that shows it and the same example mended.
//! These texts are the fixtures: the example must give the diagnostic, the mended one must not, and a fix must lead from one to the other.
//!
//! A fence whose info string is `language path` is a file of a site. The mended site has the example's files except where "Mended"
//! shows them anew (`gone path`: not at all). What every example needs is added: a configuration with the locales of the guides, a
//! title to guides that have no front matter (but where front matter is the subject), and the picture `images/window.png` where it is used.

mod support;

use polyguide::{
    check::{self, RULES},
    diagnostic::{CODES, Code, Diagnostic, Edit, Safety},
    explain::{Explanation, Fence, Part, page, parts},
    path::SourcePath,
    progress::NoProgress,
    source::{Files, Refused, SourceTree},
};
use rayon::prelude::*;
use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use support::{build_tree, visible, words};

/// A site in memory.
type Site = BTreeMap<String, Vec<u8>>;

/// All that is found in a site: by a build, and by the rules.
fn find(tree: &SourceTree) -> Vec<Diagnostic> {
    check::findings(tree, &NoProgress).expect("memory never fails").1
}

/// Whether rules find it. Examples are short, so that rules may find more in them than what they are to show.
fn is_of_rules(code: &Code) -> bool {
    RULES.iter().any(|rule| rule.codes.iter().any(|other| other.id == code.id))
}

/// Mistakes that no text in a file can show: each is made here.
const MADE: &[Made] = &[
    ("file-encoding", not_utf_8),
    ("file-outside", a_link_out_of_the_site),
    ("file-too-large", too_large),
    ("file-unreadable", unreadable),
    ("message-missing", a_language_without_texts),
    ("nesting-too-deep", too_deep),
];

/// A code, and what makes a site that shows it.
type Made = (&'static str, fn() -> SourceTree);

/// Mistakes that only the web knows of; `src/check/external.rs` and `src/edge/web` have their tests.
const ASKED_OF_THE_WEB: &[&str] = &["external-dead", "external-moved", "external-unreachable"];

/// Mistakes in files that are imported, which are no part of a site; `src/i18n/xliff` has their tests.
const IMPORTED: &[&str] = &["xliff-code", "xliff-language", "xliff-stale", "xliff-syntax"];

/// Mistakes in files of sites, which are no part of a site either; `src/each/rows` has their tests.
const OF_SITES: &[&str] = &["each-column", "each-name", "each-syntax", "each-value"];

/// Fixes that make less than "Mended" shows, and why.
const MENDED_SAYS_MORE: &[(&str, &str)] = &[("comment-unclosed", "where the comment should end only its author knows")];

/// What examples show besides their own mistake, since one cannot be without the other.
const SHOWS_MORE: &[(&str, &str)] =
    &[("image-locale", "image-missing"), ("size-class-mismatch", "html-style"), ("size-class-undefined", "html-style")];

/// A smallest PNG: one pixel.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\xdac\x64\xf8\xcfP\x0f\0\x03\x86\x01\x80Z4}k\0\0\0\0IEND\xaeB`\x82";

#[test]
fn every_code_has_an_explanation_and_every_explanation_a_code() {
    let codes: BTreeSet<&str> = CODES.iter().map(|code| code.id).collect();
    let explained: BTreeSet<&str> = polyguide::bundled::explanations().into_iter().map(|(id, _)| id).collect();
    assert_eq!(codes.difference(&explained).collect::<Vec<_>>(), Vec::<&&str>::new(), "these have no file in data/diagnostics");
    assert_eq!(explained.difference(&codes).collect::<Vec<_>>(), Vec::<&&str>::new(), "these explain no code");
}

#[test]
fn explanations_are_shaped_alike() {
    for explanation in Explanation::all() {
        let (id, parts) = (explanation.code.id, parts(explanation.text));
        let headings: Vec<&str> = parts.iter().filter_map(|part| if let Part::Heading(text) = part { Some(*text) } else { None }).collect();
        assert!(headings == [id, "Example", "Mended"] || is_made(explanation.code) && headings == [id], "{id}: {headings:?}");
        assert!(matches!(parts.last(), Some(Part::Paragraph(_))), "{id}: ends with what to do");
        assert!(explanation.text.lines().all(|line| line.len() <= 120), "{id}: a long line");
    }
}

#[test]
fn examples_show_their_mistake_and_fixes_mend_it() {
    let all: Vec<Explanation> = Explanation::all().collect();
    let wrong: Vec<String> = all.par_iter().filter(|one| !is_made(one.code)).filter_map(|one| check_example(one).err()).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

#[test]
fn mistakes_that_no_text_can_show_are_found() {
    for (id, make) in MADE {
        let found = find(&make());
        assert!(found.iter().any(|diagnostic| diagnostic.code.id == *id), "{id}: not among {:?}", ids(&found));
    }
    let neighbours =
        [(GUIDE, "---\ntitle: Café\n---\n\n> > Text\n"), ("locales/fr-fr/site.ftl", "last-updated = Mise à jour : { $date }\n")];
    let found = find(&SourceTree::from_memory(neighbours));
    assert!(found.is_empty(), "what lies near is right: {found:?}");
}

#[test]
fn the_page_of_the_documentation_is_up_to_date() {
    expect_test::expect_file!["../docs/diagnostics.md"].assert_eq(&page());
}

const GUIDE: &str = "content/a/guide.en-gb.md";

/// A site with one guide.
fn guide(bytes: &[u8]) -> SourceTree {
    let mut site = Site::from([(GUIDE.to_owned(), bytes.to_vec())]);
    surround(&mut site);
    tree(&site)
}

fn not_utf_8() -> SourceTree {
    guide(b"---\ntitle: Guide\n---\n\nCaf\xe9\n")
}

fn too_large() -> SourceTree {
    guide(format!("---\ntitle: Guide\n---\n\n{}", "Words and more words.\n".repeat(500_000)).as_bytes())
}

fn too_deep() -> SourceTree {
    guide(format!("---\ntitle: Guide\n---\n\n{}Text\n", "> ".repeat(500)).as_bytes())
}

fn a_link_out_of_the_site() -> SourceTree {
    let refused = vec![Refused { path: "content/b".into(), reason: Refused::OUTSIDE.into() }];
    SourceTree::new(vec![SourcePath::parse(GUIDE).unwrap()], Box::new(OneText), refused)
}

fn unreadable() -> SourceTree {
    let paths = [GUIDE, "content/b/guide.en-gb.md"].map(|path| SourcePath::parse(path).unwrap());
    SourceTree::new(paths.into(), Box::new(OneText), Vec::new())
}

fn a_language_without_texts() -> SourceTree {
    SourceTree::from_memory([(GUIDE, "---\ntitle: Guide\n---\n"), ("locales/nl-nl/site.ftl", "page-updated = Gewijzigd\n")])
}

/// A folder of which one file can be read.
struct OneText;

impl Files for OneText {
    fn read(&self, path: &SourcePath) -> io::Result<Vec<u8>> {
        if path.as_str() == GUIDE { Ok(b"---\ntitle: Guide\n---\n".into()) } else { Err(io::ErrorKind::PermissionDenied.into()) }
    }
}

fn is_made(code: &Code) -> bool {
    MADE.iter().any(|(id, _)| *id == code.id) || [ASKED_OF_THE_WEB, IMPORTED, OF_SITES].concat().contains(&code.id)
}

/// Builds the example and the mended one.
fn check_example(explanation: &Explanation) -> Result<(), String> {
    let id = explanation.code.id;
    let wrong = |what: String| Err(format!("{id}: {what}"));
    let (bad, good) = sites(explanation);
    let all = find(&tree(&bad));
    let found: Vec<&Diagnostic> = all.iter().filter(|diagnostic| diagnostic.code.id == id).collect();
    if found.is_empty() {
        return wrong(format!("the example shows only {:?}", ids(&all)));
    }
    if let Some(badly) = found.iter().find(|diagnostic| !is_said_well(diagnostic)) {
        return wrong(format!("a message ends without full stop, and there is help or a fix: {badly:?}"));
    }
    let left = find(&tree(&good));
    if left.iter().any(|diagnostic| diagnostic.code.id == id) {
        return wrong("the mended example still has it".into());
    }
    let is_excused = |code: &Code| is_of_rules(code) || SHOWS_MORE.contains(&(id, code.id));
    if let Some(other) = all.iter().find(|other| other.code.id != id && !is_excused(other.code)) {
        return wrong(format!("the example has another mistake: {}: {}", other.code.id, other.message));
    }
    if let Some(other) = left.iter().find(|other| !is_excused(other.code)) {
        return wrong(format!("the mended example has a mistake: {}: {}", other.code.id, other.message));
    }
    let edits: Vec<&Edit> = found.iter().flat_map(|diagnostic| &diagnostic.fix).collect();
    let mended_by = match found.iter().find(|diagnostic| !diagnostic.fix.is_empty()).map(|diagnostic| diagnostic.safety) {
        None => "",
        Some(Safety::Safe) => "--fix",
        Some(Safety::Unsafe) => "--fix --unsafe",
    };
    if mended_by != explanation.mended_by() {
        return wrong(format!("it is mended by `{mended_by}`, but its text says `{}`", explanation.mended_by()));
    }
    if edits.is_empty() {
        return Ok(());
    }
    let fixed = apply(&bad, &edits);
    if mended_by == "--fix" && texts(&bad) != texts(&fixed) {
        return wrong("a safe fix changes what readers see".into());
    }
    let says_more = MENDED_SAYS_MORE.iter().any(|(more, _)| *more == id);
    match says_more {
        true if find(&tree(&fixed)).iter().any(|diagnostic| diagnostic.code.id == id) => wrong("the fix does not mend it".into()),
        true if fixed == good => wrong("the fix makes all that is shown".into()),
        false if fixed != good => wrong(format!("the fix makes something else:\n{}", difference(&fixed, &good))),
        _ => Ok(()),
    }
}

/// Whether a diagnostic is said as all are: lower case, no full stop, and what to do.
fn is_said_well(diagnostic: &Diagnostic) -> bool {
    let first_word = diagnostic.message.split(' ').next().unwrap_or_default();
    let is_name = first_word.chars().filter(|letter| letter.is_uppercase()).count() > 1;
    let starts_lower = is_name || !first_word.starts_with(char::is_uppercase);
    starts_lower && !diagnostic.message.ends_with('.') && (diagnostic.help.is_some() || !diagnostic.fix.is_empty())
}

fn ids(diagnostics: &[Diagnostic]) -> BTreeSet<&str> {
    diagnostics.iter().map(|diagnostic| diagnostic.code.id).collect()
}

/// The site of the example, and the mended one.
fn sites(explanation: &Explanation) -> (Site, Site) {
    let (mut bad, mut good) = (Site::new(), Site::new());
    let mut is_mended = false;
    for part in parts(explanation.text) {
        match part {
            Part::Heading(heading) => is_mended = heading == "Mended",
            Part::Fence(fence) if !fence.path.is_empty() => {
                let text = with_title(&fence, explanation.code);
                if fence.language == Fence::GONE {
                    good.remove(fence.path);
                } else {
                    good.insert(fence.path.into(), text.clone());
                }
                if !is_mended {
                    bad.insert(fence.path.into(), text);
                }
            }
            _ => {}
        }
    }
    surround(&mut bad);
    surround(&mut good);
    (bad, good)
}

/// The file's text, with a title if it is a guide without front matter and its subject is another.
fn with_title(fence: &Fence, code: &Code) -> Vec<u8> {
    let is_guide = fence.path.starts_with("content/") && fence.path.contains("/guide.") && fence.path.ends_with(".md");
    if !is_guide || code.id.starts_with("fm-") || fence.text.starts_with("---") {
        return fence.text.into();
    }
    format!("---\ntitle: Guide {}\n---\n\n{}", fence.path, fence.text).into()
}

/// Adds what every site needs.
fn surround(site: &mut Site) {
    let uses_picture = |text: &Vec<u8>| String::from_utf8_lossy(text).contains("images/window.png");
    let with_picture: Vec<String> = site.iter().filter(|(_, text)| uses_picture(text)).map(|(path, _)| path.clone()).collect();
    for path in with_picture {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        site.entry(format!("{folder}/images/window.png")).or_insert_with(|| PNG.into());
    }
    let config = config(site);
    site.entry("polyguide.yaml".into()).or_insert(config);
}

/// A configuration with the locales that guides are written in.
fn config(site: &Site) -> Vec<u8> {
    let of_guide = |path: &String| {
        let name = path.rsplit('/').next()?.strip_suffix(".md")?.strip_prefix("guide.")?;
        Some(name.to_ascii_lowercase())
    };
    let mut locales: BTreeSet<String> = site.keys().filter_map(of_guide).collect();
    locales.insert("en-gb".into());
    let lines: String = locales.iter().map(|locale| format!("  {locale}: {{}}\n")).collect();
    format!("title: Guides\nsource_locale: en-gb\nlocales:\n{lines}").into()
}

fn tree(site: &Site) -> SourceTree {
    SourceTree::from_memory(site.iter().map(|(path, bytes)| (path, bytes.clone())))
}

/// The site after `edits`, which lie apart; the same edit twice is one.
fn apply(site: &Site, edits: &[&Edit]) -> Site {
    let tree = tree(site);
    let mut edits: Vec<&Edit> = edits.to_vec();
    edits.sort_by_key(|edit| (edit.span.file, edit.span.start, edit.span.end));
    edits.dedup();
    let mut fixed = site.clone();
    for edit in edits.into_iter().rev() {
        let bytes = fixed.get_mut(tree.path(edit.span.file).as_str()).expect("edits are made in files");
        bytes.splice(edit.span.range(), edit.replacement.bytes());
    }
    fixed
}

/// What readers see of each page.
fn texts(site: &Site) -> Vec<(String, String)> {
    let built = build_tree(tree(site), &[]);
    built.pages().map(|(path, page)| (path.clone(), words(&visible(page)))).collect()
}

/// The files that differ, as they are and as they should be.
fn difference(is: &Site, should: &Site) -> String {
    let differ = is.iter().filter(|(path, bytes)| should.get(*path) != Some(bytes));
    let show = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    differ
        .map(|(path, bytes)| {
            format!("{path} is\n{}\nand should be\n{}", show(bytes), should.get(path).map_or_else(String::new, |bytes| show(bytes)))
        })
        .collect()
}
