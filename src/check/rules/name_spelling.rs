//! Names that are spelled in more than one way on a page, or not as their owners spell them.

use crate::{
    check::{Check, Rule, guide::Guide, lexicon::Wanted, prose::Passage},
    diagnostic::{Diagnostic, NAME_SPELLING},
    text::Span,
};
use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;
use std::{collections::BTreeMap, sync::LazyLock};

pub const RULE: Rule = Rule { codes: &[&NAME_SPELLING], check: Check::Guide(check) };

/// Names with one right spelling.
const NAMES: &[&str] = &[
    "AlmaLinux",
    "CentOS",
    "DNSSEC",
    "FileZilla",
    "FreeBSD",
    "GitHub",
    "GitLab",
    "IPv4",
    "IPv6",
    "JavaScript",
    "LinkedIn",
    "MariaDB",
    "MongoDB",
    "MySQL",
    "Nextcloud",
    "OVHcloud",
    "OneDrive",
    "OpenStack",
    "PayPal",
    "PostgreSQL",
    "PowerShell",
    "PrestaShop",
    "PuTTY",
    "SharePoint",
    "TypeScript",
    "VMware",
    "WinSCP",
    "WordPress",
    "YouTube",
    "cPanel",
    "iPad",
    "iPhone",
    "macOS",
    "phpMyAdmin",
    "vCenter",
    "vSphere",
];

/// Names of which there are several spellings; a page keeps to one.
const VARIANTS: &[&[&str]] =
    &[&["E-mail Pro", "Email Pro", "EmailPro", "E-Mail Pro"], &["MX Plan", "MXplan", "MXPlan", "MXPLAN", "MX plan"]];

/// Finds all names in any case, the longest first. `None` only if the table were too big, which a test rules out.
static FINDER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let names = NAMES.iter().chain(VARIANTS.iter().copied().flatten());
    AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(names).ok()
});

/// The spellings of one name on a page: how often each stands there, and where first.
type Spellings<'t> = BTreeMap<&'t str, (usize, Span)>;

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let Some(finder) = FINDER.as_ref() else { return };
    let mut variants: Vec<Spellings> = vec![Spellings::new(); VARIANTS.len()];
    for passage in guide.wanted(Wanted::NAME) {
        for hit in finder.find_iter(&*passage.text) {
            let (range, number) = (hit.range(), hit.pattern().as_usize());
            if !stands_alone(passage, range.start, range.end) {
                continue;
            }
            let written = &passage.text[range.clone()];
            let Some(span) = passage.span(guide, range) else { continue };
            match NAMES.get(number) {
                Some(name) if written != *name && !is_capitals(written) => found.push(misspelled(name, written, span)),
                Some(_) => {}
                // In small letters it is a part of a technical name.
                None if is_small(written) => {}
                None => {
                    let group = VARIANTS.iter().position(|group| group.iter().any(|name| name.eq_ignore_ascii_case(written)));
                    if let Some(spellings) = group.and_then(|group| variants.get_mut(group)) {
                        spellings.entry(written).or_insert((0, span)).0 += 1;
                    }
                }
            }
        }
    }
    variants.iter().for_each(|spellings| mixed(spellings, found));
}

/// Whether a name may begin with a word: only texts with such a word are searched.
pub fn begins_name(word: &str) -> bool {
    let is_first = |first: &&str| word.get(..first.len()).is_some_and(|head| head.eq_ignore_ascii_case(first));
    let firsts = word.bytes().next().and_then(|letter| FIRSTS.get(&letter.to_ascii_lowercase()));
    firsts.into_iter().flatten().any(is_first)
}

/// The first words of all names, by their first letters in lower case.
static FIRSTS: LazyLock<FxHashMap<u8, Vec<&str>>> = LazyLock::new(|| {
    let mut firsts: FxHashMap<u8, Vec<&str>> = FxHashMap::default();
    let names = NAMES.iter().chain(VARIANTS.iter().copied().flatten());
    for first in names.filter_map(|name| name.split(' ').next()) {
        firsts.entry(first.as_bytes()[0].to_ascii_lowercase()).or_default().push(first);
    }
    firsts
});

fn misspelled(name: &str, written: &str, span: Span) -> Diagnostic {
    Diagnostic::new(&NAME_SPELLING, span, format!("`{written}` is spelled `{name}`")).unsafe_fix(span, name)
}

/// Each spelling that is not the usual one of the page.
fn mixed(spellings: &Spellings, found: &mut Vec<Diagnostic>) {
    let by_use = |(_, (count, span)): &(&&str, &(usize, Span))| (*count, std::cmp::Reverse(*span));
    let Some((usual, (_, first))) = spellings.iter().max_by_key(by_use) else { return };
    for (written, (count, span)) in spellings.iter().filter(|(written, _)| *written != usual) {
        let times = if *count > 1 { format!(" ({count} times)") } else { String::new() };
        let message = format!("this page calls it `{usual}` elsewhere, and here{times} `{written}`");
        found.push(
            Diagnostic::new(&NAME_SPELLING, *span, message)
                .related(*first, format!("`{usual}` here"))
                .help("use one spelling on the whole page"),
        );
    }
}

/// Whether a name is no part of a word, an address or a file's name.
fn stands_alone(passage: &Passage, start: usize, end: usize) -> bool {
    let joins = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '@' | '_' | '\\' | '#');
    let before = passage.before(start);
    let mut after = passage.text[end..].chars();
    let (next, then) = (after.next(), after.next());
    let is_domain = next == Some('.') && then.is_some_and(char::is_alphanumeric);
    !before.is_some_and(|letter| joins(letter) || letter == '.' || letter == '-') && !next.is_some_and(joins) && !is_domain
}

fn is_small(written: &str) -> bool {
    !written.contains(char::is_uppercase)
}

fn is_capitals(written: &str) -> bool {
    !written.bytes().any(|byte| byte.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_makes_an_automaton() {
        assert!(super::FINDER.is_some());
    }
}
