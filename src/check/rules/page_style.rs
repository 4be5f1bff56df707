//! A page's own style: it is dropped, and only tells which size classes its author knows.

use crate::{
    check::{Check, Rule, guide::Guide},
    diagnostic::{Diagnostic, HTML_STYLE, SIZE_CLASS_UNDEFINED},
    text::Span,
    words::did_you_mean,
};
use memchr::memmem;
use std::ops::Range;

pub const RULE: Rule = Rule { codes: &[&HTML_STYLE, &SIZE_CLASS_UNDEFINED], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let styles = styles(guide);
    for style in &styles {
        let tag = style.start..style.start + "<style".len();
        found.push(
            Diagnostic::new(&HTML_STYLE, Span::new(guide.file(), tag), "a page's own style is dropped, so that all pages look alike")
                .help("remove it; `.w-N` and `.h-N` mean the same on every page"),
        );
    }
    let classes: Vec<&str> = styles.iter().flat_map(|style| size_classes(&guide.text[style.clone()])).collect();
    if classes.is_empty() {
        return;
    }
    for picture in &guide.pictures {
        for class in picture.image.classes.iter().filter(|class| is_size_class(class) && !classes.contains(&&***class)) {
            let message = format!("the page's style has no `.{class}`");
            found.push(Diagnostic::new(&SIZE_CLASS_UNDEFINED, picture.image.span, message).help(did_you_mean(class, &classes)));
        }
    }
}

/// The places of style elements in the body, code left out.
fn styles(guide: &Guide) -> Vec<Range<usize>> {
    let text = guide.text;
    let mut found = Vec::new();
    let mut at = guide.start;
    while let Some(open) = memmem::find(&text.as_bytes()[at..], b"<style").map(|offset| at + offset) {
        if guide.code().holds(open) {
            at = open + "<style".len();
            continue;
        }
        let close = text[open..].find("</style>").map_or(text.len(), |length| open + length + "</style>".len());
        at = close;
        let line = text[..open].rfind('\n').map_or(0, |newline| newline + 1);
        if text[line..open].trim().is_empty() {
            found.push(open..close);
        }
    }
    found
}

/// The size classes that a style gives a meaning.
fn size_classes(style: &str) -> Vec<&str> {
    let names =
        style.split('.').skip(1).map(|rest| rest.split(|letter: char| !letter.is_alphanumeric() && letter != '-').next().unwrap_or(""));
    names.filter(|name| is_size_class(name)).collect()
}

fn is_size_class(class: &str) -> bool {
    class
        .strip_prefix("w-")
        .or_else(|| class.strip_prefix("h-"))
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}
