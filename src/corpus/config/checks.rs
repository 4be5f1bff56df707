//! What the values of `polyguide.yaml` may be, one by one: each gives the value, or says what is wrong with it.

use super::LocaleConfig;
use crate::{
    corpus::address::{is_web_address, why_not_of_site},
    diagnostic::{CONFIG, Diagnostic},
    locale::{Locale, valid_tag},
    path::SourcePath,
    source::SourceTree,
    text::Spanned,
    words,
};

/// The tag that `typed` spells, in its usual case.
pub(super) fn tag(typed: Spanned<String>, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let tag = valid_tag(&typed.value);
    if tag.is_none() {
        let wrong = Diagnostic::new(&CONFIG, typed.span, format!("`{}` is no language tag", typed.value));
        diagnostics.push(wrong.help("write a language, and a region if it matters: `fr`, `en-GB`, `zh-Hant-TW` (BCP 47)"));
    }
    tag
}

/// The locale of the site that `typed` names.
pub(super) fn known_locale(
    locales: &[LocaleConfig],
    typed: Spanned<String>,
    what: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Spanned<Locale>> {
    let found = Locale::parse(&typed.value).filter(|locale| locales.iter().any(|config| config.locale == *locale));
    if found.is_none() {
        let labels: Vec<&str> = locales.iter().map(|config| config.locale.as_str()).collect();
        let unknown = Diagnostic::new(&CONFIG, typed.span, format!("the {what} `{}` is none of the site's locales", typed.value));
        diagnostics.push(unknown.help(words::did_you_mean(&typed.value, &labels)));
    }
    found.map(|value| Spanned { value, span: typed.span })
}

/// The folder below the site's that `typed` names, if it holds a file.
pub(super) fn folder(tree: &SourceTree, typed: Spanned<String>, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let text = typed.value.trim_end_matches('/');
    let text = text.strip_prefix("./").unwrap_or(text);
    if matches!(text, "" | ".") {
        return Some(String::new());
    }
    if SourcePath::parse(text).is_none() {
        let wrong = Diagnostic::new(&CONFIG, typed.span, format!("`{}` is no folder below the site's folder", typed.value));
        diagnostics.push(wrong.help("write a relative path with `/` and without `..`"));
        return None;
    }
    if !tree.iter().any(|(_, path)| path.below(text).is_some()) {
        let empty = Diagnostic::new(&CONFIG, typed.span, format!("the folder `{text}` holds no file"));
        diagnostics.push(empty.help("name the folder with the guides, seen from that of `polyguide.yaml`"));
    }
    Some(text.to_owned())
}

/// `typed` with a `/` at its end, if a site can stand there.
pub(super) fn base_url(typed: Spanned<String>, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    if let Some(why) = why_not_of_site(&typed.value) {
        let wrong = Diagnostic::new(&CONFIG, typed.span, format!("`{}` is no address that a site can have", typed.value));
        diagnostics.push(wrong.help(why));
        return None;
    }
    Some(if typed.value.ends_with('/') { typed.value } else { typed.value + "/" })
}

/// `typed`, if a page's path can be put into it.
pub(super) fn edit_url(typed: Spanned<String>, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let message = if !is_web_address(&typed.value) {
        format!("`{}` is no absolute address", typed.value)
    } else if !typed.value.contains("{path}") {
        "`edit_url` does not say where the file's path belongs".to_owned()
    } else {
        return Some(typed.value);
    };
    let wrong = Diagnostic::new(&CONFIG, typed.span, message);
    diagnostics.push(wrong.help("write an address with `{path}`, such as `https://git.example.net/guides/edit/main/{path}`"));
    None
}

/// The share of a hundred that `typed` spells.
pub(super) fn percent(typed: Spanned<String>, diagnostics: &mut Vec<Diagnostic>) -> Option<usize> {
    let share = typed.value.trim_end_matches(['%', ' ']).parse().ok().filter(|share| *share <= 100);
    if share.is_none() {
        let wrong = Diagnostic::new(&CONFIG, typed.span, format!("`{}` is no share of a hundred", typed.value));
        diagnostics.push(wrong.help("write a whole number from 0 to 100"));
    }
    share
}

/// Whether `typed` is `true`.
pub(super) fn flag(typed: Spanned<String>, diagnostics: &mut Vec<Diagnostic>) -> Option<bool> {
    let flag = typed.value.parse().ok();
    if flag.is_none() {
        diagnostics.push(
            Diagnostic::new(&CONFIG, typed.span, format!("`{}` is neither `true` nor `false`", typed.value)).help("write one of them"),
        );
    }
    flag
}
