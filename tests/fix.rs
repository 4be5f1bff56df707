//! `check --fix` over real guides: what is mended stays mended, and readers see what they saw.

mod support;

use polyguide::{
    check::{Findings, all_findings},
    edge::disk,
    fix::{Fixed, Fixes, fix},
    progress::NoProgress,
    source::SourceTree,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};
use support::{Built, build_tree, shared, visible};

fn look(tree: &SourceTree) -> std::io::Result<Findings> {
    all_findings(tree, &NoProgress)
}

fn read(folder: &Path) -> SourceTree {
    disk::read_tree(folder, &folder.join("public")).unwrap()
}

/// What a reader sees of each page, word by word, and the places that links can lead to.
fn seen<'b>(built: &'b Built) -> BTreeMap<&'b String, (Vec<String>, BTreeSet<&'b str>)> {
    let page = |(path, html): (&'b String, &'b String)| {
        let words = visible(html).split_whitespace().map(str::to_owned).collect();
        let anchors = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        (path, (words, anchors))
    };
    built.pages().map(page).collect()
}

/// Mends a site in memory, and holds that nothing else happens to it.
#[track_caller]
fn check(folder: &Path) {
    let before = build_tree(read(folder), &[]);
    let Fixed { tree, findings, changes, mended } = fix(read(folder), Fixes::Safe, &look).unwrap();
    assert!((mended > 0) == !changes.is_empty());
    let left: Vec<String> =
        findings.open.iter().filter(|one| Fixes::Safe.mend(one)).map(|one| format!("{one:?} in {}", tree.path(one.span.file))).collect();
    assert!(left.is_empty(), "these are left with a safe fix:\n{}", left.join("\n"));
    let texts: BTreeMap<_, Vec<u8>> = changes.iter().map(|(path, change)| (path.clone(), change.after.clone().into_bytes())).collect();
    let again = fix(read(folder).with(texts), Fixes::Safe, &look).unwrap();
    assert!(again.changes.is_empty(), "a second time changes {:?}", again.changes.keys());
    let after = build_tree(tree, &[]);
    let (before, after) = (seen(&before), seen(&after));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "addresses");
    for ((path, (words, anchors)), (other_words, other_anchors)) in before.iter().zip(after.values()) {
        if let Some(at) = (0..words.len().max(other_words.len())).find(|at| words.get(*at) != other_words.get(*at)) {
            let around = |words: &[String]| words[at.saturating_sub(8)..(at + 8).min(words.len())].join(" ");
            panic!("{path}: readers saw\n  {}\nand see\n  {}", around(words), around(other_words));
        }
        assert_eq!(anchors, other_anchors, "{path}");
    }
}

#[test]
fn the_bundled_site() {
    check(Path::new(env!("CARGO_MANIFEST_DIR")));
}

#[test]
fn the_seed() {
    if let Some(folder) = shared("seed") {
        check(&folder);
    }
}

#[test]
fn the_corpus() {
    if let Some(folder) = shared("corpus/ovh") {
        check(&folder);
    }
}
