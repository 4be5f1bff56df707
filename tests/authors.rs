//! `docs/authors.md` tells authors what a guide may hold. Its examples are sites, which are built and checked here, and whatever the
//! program knows by name is named on it, so that the page stays true and whole.
//!
//! A fence whose info string is `language path` is a file of a site. The files between two headings are one site, and a path that
//! comes again begins another. Since pages hide info strings, a path stands above its file as well, but for that of most examples.
//! What each site needs is added: a configuration, a title to guides without front matter, and the pictures that its guides show.

mod support;

use polyguide::{
    check,
    corpus::{front_matter, meta},
    diagnostic::{self, Severity},
    dialect::callouts,
    explain::{Part, parts},
    progress::NoProgress,
    source::SourceTree,
};
use std::collections::BTreeMap;

use support::{build_tree, main_of, visible, words};

const PAGE: &str = include_str!("../docs/authors.md");

/// The file that most examples are of.
const USUAL: &str = "content/mail/tablet/guide.en-gb.md";

/// The pages that it links to, by the addresses that it has for them.
const OTHERS: &[(&str, &str)] =
    &[("../README.md", include_str!("../README.md")), ("translators.md", include_str!("../docs/translators.md"))];

/// A site in memory.
type Site = BTreeMap<String, Vec<u8>>;

/// Without a locale of its own, German readers are shown the English text.
const CONFIG: &str = "title: Guides\nsource_locale: en-gb\nlocales:\n  en-gb: {}\n  de-de: { fallback: [en-gb] }\n";

/// A smallest PNG: one pixel.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\xdac\x64\xf8\xcfP\x0f\0\x03\x86\x01\x80Z4}k\0\0\0\0IEND\xaeB`\x82";

#[test]
fn examples_have_no_mistake() {
    let mut wrong = Vec::new();
    for (heading, site) in sites() {
        let tree = tree(&site);
        for found in check::findings(&tree, &NoProgress).expect("memory never fails").1 {
            if found.code.severity_in_check >= Severity::Warning {
                wrong.push(format!("{heading}: {}: {}: {}", tree.path(found.span.file), found.code.id, found.message));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn readers_see_no_markup_of_examples() {
    for (heading, site) in sites() {
        let built = build_tree(tree(&site), &[]);
        let guides = built.pages().filter(|(path, page)| path.starts_with("en-gb/mail/") && page.contains("<main"));
        let texts: Vec<String> = guides.map(|(_, page)| words(&visible(&main_of(page)))).collect();
        assert!(!texts.is_empty(), "{heading}: no page");
        for mark in ["{.", "[!", "///", "**", "{!>", "[[", "<!--", "{#"] {
            assert!(texts.iter().all(|text| !text.contains(mark)), "{heading}: `{mark}` in {texts:?}");
        }
    }
}

#[test]
fn every_key_and_every_type_of_callout_is_named() {
    let mut missing = Vec::new();
    let mut look_for = |name: &str, heading: &str| {
        if !section(heading).contains(&format!("`{name}`")) {
            missing.push(format!("`{name}` below “{heading}”"));
        }
    };
    front_matter::key_names().for_each(|key| look_for(key, "Front matter"));
    meta::KEYS.iter().for_each(|key| look_for(key, "meta.yaml"));
    let own = callouts::NAMES.iter().filter(|(_, _, is_own)| *is_own);
    own.for_each(|(name, ..)| look_for(name, "Callouts"));
    assert!(missing.is_empty(), "docs/authors.md does not name {}", missing.join(", "));
}

#[test]
fn links_of_the_page_lead_somewhere() {
    for to in PAGE.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
        let is_there = match to.split_once('#') {
            Some(("", anchor)) => has_heading(PAGE, anchor),
            Some(("diagnostics.md", code)) => diagnostic::code(code).is_some(),
            Some((file, anchor)) => OTHERS.iter().any(|(name, text)| *name == file && has_heading(text, anchor)),
            // Examples have links of their own, which `check` looks at.
            None => true,
        };
        assert!(is_there || is_of_example(to), "{to}");
    }
}

#[test]
fn paths_of_examples_are_seen() {
    let parts = parts(PAGE);
    for pair in parts.windows(2) {
        if let [before, Part::Fence(fence)] = pair
            && !["", USUAL].contains(&fence.path)
        {
            let line = format!("`{}`:", fence.path);
            assert!(matches!(before, Part::Paragraph(text) if text.ends_with(&line)), "nothing tells the path {line}");
        }
    }
}

/// The sites of the page, each with the heading that it stands under.
fn sites() -> Vec<(&'static str, Site)> {
    let mut sites = vec![("", Site::new())];
    for part in parts(PAGE) {
        match (part, sites.last_mut()) {
            (Part::Heading(heading), _) => sites.push((heading, Site::new())),
            (Part::Fence(fence), Some((heading, site))) if !fence.path.is_empty() => {
                let text = with_title(fence.path, fence.text).into_bytes();
                if site.contains_key(fence.path) {
                    let other = (*heading, Site::from([(fence.path.to_owned(), text)]));
                    sites.push(other);
                } else {
                    site.insert(fence.path.into(), text);
                }
            }
            _ => {}
        }
    }
    sites.retain(|(_, site)| !site.is_empty());
    assert!(sites.len() > 20, "the page has an example for nearly each construct, not {}", sites.len());
    sites.iter_mut().for_each(|(_, site)| surround(site));
    sites
}

/// A guide's text, with a title where its front matter is left out.
fn with_title(path: &str, text: &str) -> String {
    let is_whole = !path.contains("/guide.") || text.starts_with("---");
    if is_whole { text.into() } else { format!("---\ntitle: Guide {path}\n---\n\n{text}") }
}

/// Adds what every site needs. No two pictures are the same file.
fn surround(site: &mut Site) {
    let mut pictures = Vec::new();
    for (path, text) in &*site {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let text = String::from_utf8_lossy(text).into_owned();
        let shown = ["](images/", "src=\"images/"].into_iter().flat_map(|start| text.split(start).skip(1));
        let shown = shown.filter_map(|rest| rest.split([')', '"']).next());
        pictures.extend(shown.map(|name| format!("{folder}/images/{name}")));
    }
    for path in pictures {
        let bytes = [PNG, path.as_bytes()].concat();
        site.insert(path, bytes);
    }
    site.entry("polyguide.yaml".into()).or_insert_with(|| CONFIG.into());
}

fn tree(site: &Site) -> SourceTree {
    SourceTree::from_memory(site.iter().map(|(path, bytes)| (path, bytes.clone())))
}

/// The text of the page below a heading, without its examples: what stands there names nothing.
fn section(heading: &str) -> String {
    let below = parts(PAGE).into_iter().skip_while(|part| *part != Part::Heading(heading)).skip(1);
    let own = below.take_while(|part| !matches!(part, Part::Heading(_)));
    own.filter_map(|part| if let Part::Paragraph(text) | Part::Item(text) = part { Some(text) } else { None })
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether a text has a heading with this anchor, as GitHub makes them.
fn has_heading(text: &str, anchor: &str) -> bool {
    let slug = |heading: &str| {
        let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
        kept.collect::<String>().to_lowercase().replace(' ', "-")
    };
    parts(text).iter().any(|part| matches!(part, Part::Heading(heading) if slug(heading) == anchor))
}

/// Whether an address stands in an example.
fn is_of_example(address: &str) -> bool {
    let link = format!("]({address})");
    parts(PAGE).iter().any(|part| matches!(part, Part::Fence(fence) if fence.text.contains(&link)))
}
