//! One item of a navigation: `[Label](target) {label=Text} {landing=folder/of/guide}`.

use super::{NavItem, NavTarget};
use crate::{
    diagnostic::{Diagnostic, NAV_SYNTAX},
    text::Span,
    words,
};

/// The item that `text` (what follows a bullet, at `span`) says. `span_of` tells where a slice of it stands.
pub(super) fn parse(text: &str, span: Span, span_of: &dyn Fn(&str) -> Span, diagnostics: &mut Vec<Diagnostic>) -> Option<NavItem> {
    let mut report = |diagnostic: Diagnostic| diagnostics.push(diagnostic);
    let (text, markers) = split_markers(without_comment(text));
    let (mut own_label, mut landing) = (None, None);
    for (key, value, marker) in markers {
        match key {
            "label" => own_label = Some(value.to_owned()),
            "landing" => landing = Some(tidy(value).to_owned()),
            _ => {
                let message = format!("unknown marker `{key}`");
                let help = words::did_you_mean(key, &["label", "landing"]);
                report(Diagnostic::new(&NAV_SYNTAX, span_of(marker), message).help(help));
            }
        }
    }
    let (label, target) = split_link(text, span_of, &mut report);
    let target = target.map_or(NavTarget::None, |target| {
        classify(target).unwrap_or_else(|| {
            let message = format!("`{target}` is no guide");
            report(Diagnostic::new(&NAV_SYNTAX, span_of(target), message).help("a navigation lists the folders of guides"));
            NavTarget::None
        })
    });
    let label = unescape(label.trim());
    if label.is_empty() {
        report(Diagnostic::new(&NAV_SYNTAX, span, "an item has no label").help("write items like `+ [Label](folder/of/guide)`"));
    }
    let says_nothing = label.is_empty() && target == NavTarget::None;
    (!says_nothing).then(|| NavItem { label, own_label, target, landing, span, children: Vec::new() })
}

/// The text without a comment at its end.
fn without_comment(text: &str) -> &str {
    let comment = text.strip_suffix("-->").and_then(|rest| rest.rsplit_once("<!--"));
    comment.map_or(text, |(before, _)| before.trim_end())
}

/// The text without the markers at its end, and these: key, value, and the whole.
fn split_markers(mut text: &str) -> (&str, Vec<(&str, &str, &str)>) {
    let mut markers = Vec::new();
    while let Some((before, inner)) = text.strip_suffix('}').and_then(|rest| rest.rsplit_once('{')) {
        let Some((key, value)) = inner.split_once('=') else { break };
        if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            break;
        }
        markers.push((key, value.trim(), &text[before.len()..]));
        text = before.trim_end();
    }
    markers.reverse();
    (text, markers)
}

/// Label and target of a link; a text that is none is all label.
fn split_link<'a>(text: &'a str, span_of: &dyn Fn(&str) -> Span, report: &mut dyn FnMut(Diagnostic)) -> (&'a str, Option<&'a str>) {
    let Some(link) = text.strip_prefix('[') else { return (text, None) };
    let Some((label, target)) = link.split_once("](") else {
        match link.strip_suffix(']') {
            Some(label) => return (label, None),
            None => report(Diagnostic::new(&NAV_SYNTAX, span_of(text), "a link is not closed").help("write `[Label](folder/of/guide)`")),
        }
        return (link, None);
    };
    match target.split_once(')') {
        Some((target, "")) => return (label, Some(target)),
        Some((target, rest)) => {
            report(Diagnostic::new(&NAV_SYNTAX, span_of(rest.trim()), "text after a link is not shown").help("put it into the label"));
            return (label, Some(target));
        }
        None => {}
    }
    let whole = span_of(text);
    let end = Span { start: whole.end, ..whole };
    report(Diagnostic::new(&NAV_SYNTAX, whole, "a link is not closed").help("write `)` at its end").fix(end, ")"));
    (label, Some(target))
}

/// What a target names, or `None` for an address of another site.
fn classify(target: &str) -> Option<NavTarget> {
    let target = tidy(target);
    if target.contains("://") || target.starts_with("mailto:") {
        return None;
    }
    Some(match target.strip_prefix("products/") {
        _ if target.is_empty() => NavTarget::None,
        Some(product) => NavTarget::Product(product.to_owned()),
        None if target.contains('/') => NavTarget::Guide(target.to_owned()),
        None => NavTarget::Section(target.to_owned()),
    })
}

/// A path without what people put around it: `../a/b/`, `/pages/a/b.md` and `a/b` are one.
fn tidy(path: &str) -> &str {
    let mut path = path.trim();
    while let Some(rest) = path.strip_prefix("../").or_else(|| path.strip_prefix("./")) {
        path = rest;
    }
    path = path.strip_prefix("/pages/").unwrap_or(path).trim_matches('/');
    path.strip_suffix(".md").unwrap_or(path)
}

/// A label without the backslashes that Markdown needs before punctuation.
fn unescape(label: &str) -> String {
    let mut out = String::with_capacity(label.len());
    let mut chars = label.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\\' if chars.peek().is_some_and(char::is_ascii_punctuation) => out.extend(chars.next()),
            char => out.push(char),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{corpus::slices::place, text::FileId};

    fn parsed(text: &str) -> (Option<NavItem>, Vec<String>) {
        let mut diagnostics = Vec::new();
        let span_of = |part: &str| Span::new(FileId(0), place(text, part));
        let item = parse(text, span_of(text), &span_of, &mut diagnostics);
        let said = diagnostics.into_iter().map(|found| {
            let fix: String = found.fix.iter().map(|edit| format!(" fix@{}", edit.span.start)).collect();
            format!("{:?} {}{fix}", &text[found.span.range()], found.message)
        });
        (item, said.collect())
    }

    #[track_caller]
    fn check(text: &str, label: &str, target: NavTarget, said: &[&str]) {
        let (item, found) = parsed(text);
        let item = item.unwrap();
        assert_eq!((&*item.label, item.target), (label, target), "{text}");
        assert_eq!(found, said, "{text}");
    }

    #[test]
    fn targets_are_told_apart() {
        let guide = || NavTarget::Guide("mail/setup".into());
        check("Mail [new]", "Mail [new]", NavTarget::None, &[]);
        check("[Mail]", "Mail", NavTarget::None, &[]);
        check("[Mail]()", "Mail", NavTarget::None, &[]);
        check("[Mail](a/b) <!-- soon -->", "Mail", NavTarget::Guide("a/b".into()), &[]);
        check("[Mail](products/mail)", "Mail", NavTarget::Product("mail".into()), &[]);
        check("[Mail](mail-setup)", "Mail", NavTarget::Section("mail-setup".into()), &[]);
        for target in ["mail/setup", "../mail/setup/", "/pages/mail/setup.md", " /mail/setup"] {
            check(&format!("[[1\\] *x*\\* ]({target})"), "[1] *x*\\*".replace('\\', "").as_str(), guide(), &[]);
        }
    }

    #[test]
    fn slips_leave_what_can_be_read() {
        check("[Mail](mail/set", "Mail", NavTarget::Guide("mail/set".into()), &["\"[Mail](mail/set\" a link is not closed fix@15"]);
        check("[Mail", "Mail", NavTarget::None, &["\"[Mail\" a link is not closed"]);
        check("[A](b/c) new!", "A", NavTarget::Guide("b/c".into()), &["\"new!\" text after a link is not shown"]);
        check("[A](https://b.example/)", "A", NavTarget::None, &["\"https://b.example/\" `https://b.example/` is no guide"]);
        check("[](b/c)", "", NavTarget::Guide("b/c".into()), &["\"[](b/c)\" an item has no label"]);
        assert_eq!(parsed("[]()").0, None);
    }

    #[test]
    fn markers_follow_the_link() {
        let (item, said) = parsed("[Email](products/email) {landing=mail/start/}{label=Mail & more} {lable=x}");
        let item = item.unwrap();
        assert_eq!((item.own_label.as_deref(), item.landing.as_deref()), (Some("Mail & more"), Some("mail/start")));
        assert_eq!(said, ["\"{lable=x}\" unknown marker `lable`"]);
        assert_eq!(parsed("Set {x}").0.unwrap().label, "Set {x}");
    }
}
