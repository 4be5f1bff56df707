//! What is answered while a site is being read.

use super::*;
use crate::{progress::NoProgress, source::SourceTree, workspace::Wishes};
use std::{fmt::Write, thread};

/// A site that is large enough to be shown before it is read; its first guide leads nowhere.
fn large() -> SourceTree {
    let mut text = "---\ntitle: First\n---\n\nFirst words. See [that](/pages/nowhere).\n".to_owned();
    let guides = (0..2_000).map(|number| {
        let guide = std::mem::take(&mut text);
        write!(text, "---\ntitle: Guide {}\n---\n\nText.\n", number + 1).unwrap();
        (format!("content/mail/g{number}/guide.en.md"), guide)
    });
    let config = ("polyguide.yaml".to_owned(), "title: Guides\nsource_locale: en\nlocales: { en: {} }\n".to_owned());
    SourceTree::from_memory(guides.chain([config]))
}

fn text(answer: Answer) -> String {
    String::from_utf8(answer.body).unwrap()
}

#[test]
fn pages_are_shown_before_all_is_read_and_lists_wait_for_it() {
    let tree = large();
    let preview = Preview::ahead(Workspace::ahead(&tree, &Wishes::default()).unwrap());
    let first = text(preview.answer("/en/mail/g0/", ""));
    assert!(first.contains("First words.") && first.contains("Guide 1"), "{first}");
    let before = preview.revision();
    thread::scope(|scope| {
        let list = scope.spawn(|| text(preview.answer("/_polyguide/", "")));
        preview.complete(Workspace::open(tree, Wishes::default(), &NoProgress).0);
        assert!(list.join().unwrap().contains("link-dead-page"));
    });
    assert!(preview.revision() > before, "browsers are told that more is known");
    assert!(text(preview.answer("/en/mail/g1999/", "")).contains("Text."));
}
