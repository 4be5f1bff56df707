//! What is answered while a site is being read.

use super::*;
use crate::{progress::NoProgress, source::SourceTree, workspace::Wishes};
use std::{sync::mpsc, thread, time::Duration};

/// A site that is large enough to be shown before it is read; its guides lead nowhere.
fn large() -> SourceTree {
    let guide = |number: usize| {
        let text = format!("---\ntitle: Guide {number}\n---\n\nText. See [that](/pages/nowhere).\n");
        (format!("content/mail/g{number}/guide.en.md"), text)
    };
    let config = ("polyguide.yaml".to_owned(), "title: Guides\nsource_locale: en\nlocales: { en: {} }\n".to_owned());
    SourceTree::from_memory((0..2_000).map(guide).chain([config]))
}

fn text(answer: Answer) -> String {
    String::from_utf8(answer.body).unwrap()
}

#[test]
fn pages_are_shown_before_all_is_read_and_who_asks_what_is_wrong_waits_for_it() {
    let tree = large();
    let preview = Preview::ahead(Workspace::ahead(&tree, &Wishes::default()).unwrap());
    let first = text(preview.answer("/en/mail/g0/", ""));
    assert!(first.contains("Text.") && first.contains("Guide 1"), "{first}");
    let before = preview.revision();
    let (sender, answers) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(|| sender.send(text(preview.answer("/_polyguide/page.json", "path=/en/mail/g1/"))));
        assert!(answers.recv_timeout(Duration::from_millis(500)).is_err(), "not all is read");
        preview.complete(Workspace::open(tree, Wishes::default(), &NoProgress).0);
        assert!(answers.recv().unwrap().contains("link-dead-page"));
    });
    assert!(preview.revision() > before, "browsers are told that more is known");
    assert!(text(preview.answer("/_polyguide/", "")).contains("link-dead-page"));
}
