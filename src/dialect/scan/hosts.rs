//! Hosts with their marks: one token each, found before emphasis can take them apart.

use super::{HOST_MARK, Scanner, inline::Text};
use crate::{
    diagnostic::{Diagnostic, PLACEHOLDER_BROKEN_EMPHASIS, PLACEHOLDER_INVERTED_BOLD, PLACEHOLDER_LOST, PLACEHOLDER_NOTATION},
    dialect::vocabulary::FoundHost,
    service::MOST_SERVICES,
};
use std::ops::Range;

/// The characters that say which service a token is about.
const FIRST_SERVICE: u32 = 0xE100;
const FIRST_STRONG_SERVICE: u32 = 0xE200;

/// The token that stands for a service's host in the edited text.
pub fn host_token(service: u16, strong: bool) -> Option<String> {
    let first = if strong { FIRST_STRONG_SERVICE } else { FIRST_SERVICE };
    let number = (usize::from(service) < MOST_SERVICES).then(|| char::from_u32(first + u32::from(service)))??;
    Some([HOST_MARK, number].iter().collect())
}

/// The service, and whether its host was all bold, that the character after [`HOST_MARK`] stands for.
pub fn host_of_token(letter: char) -> Option<(u16, bool)> {
    let number = u32::from(letter);
    match number {
        FIRST_SERVICE..FIRST_STRONG_SERVICE => Some(((number - FIRST_SERVICE) as u16, false)),
        FIRST_STRONG_SERVICE..0xE300 => Some(((number - FIRST_STRONG_SERVICE) as u16, true)),
        _ => None,
    }
}

/// What a host becomes: which bytes its token replaces, and whether all of it was meant bold.
struct Meant {
    range: Range<usize>,
    strong: bool,
    kind: Notation,
}

#[derive(PartialEq)]
enum Notation {
    Right,
    Inverted,
    Broken,
    Other,
}

impl Scanner<'_> {
    /// Whether any part of a host stands in a range of the source.
    pub(super) fn may_hold_host(&self, range: &Range<usize>) -> bool {
        self.host_places.any_in(range)
    }

    pub(super) fn hosts(&mut self, text: &Text) {
        for host in self.vocabulary.find_hosts(text.text) {
            let place = text.place(host.start..host.end);
            if host.mark.is_empty() && host.opening.is_empty() && host.closing.is_empty() {
                self.lost_marks.push((place.start + host.lead..place.end - host.trail, host.service));
                continue;
            }
            let Some(shown) = self.vocabulary.shown_host(host.service) else { continue };
            let shown = shown.to_owned();
            let meant = if text.in_code(host.start + host.lead) { whole(&host) } else { meant(&host) };
            let Some(token) = host_token(host.service, meant.strong) else { continue };
            self.hosts_seen = true;
            self.explain(&host, &meant, text, &shown);
            self.splice(text.place(meant.range), token);
        }
    }

    fn explain(&mut self, host: &FoundHost, meant: &Meant, text: &Text, shown: &str) {
        let (code, message) = match meant.kind {
            Notation::Right => return,
            Notation::Inverted => {
                (&PLACEHOLDER_INVERTED_BOLD, "the emphasis ends where the placeholder begins, so that all but it is bold")
            }
            Notation::Broken => (&PLACEHOLDER_BROKEN_EMPHASIS, "the emphasis around this placeholder is not in balance"),
            Notation::Other => (&PLACEHOLDER_NOTATION, "this placeholder is written in another notation"),
        };
        let place = text.place(host.start..host.end);
        let fixed = if meant.strong { format!("**{shown}**") } else { shown.to_owned() };
        let span = self.source.span(place);
        let fix_span = self.source.span(text.place(meant.range.clone()));
        let diagnostic = Diagnostic::new(code, span, message).help(format!("write `{fixed}`")).fix(fix_span, fixed);
        self.out.diagnostics.push(diagnostic);
    }

    /// A host without its mark is a mistake on a page that has others with it.
    pub(super) fn report_lost_marks(&mut self) {
        if !self.hosts_seen {
            return;
        }
        for (place, service) in std::mem::take(&mut self.lost_marks) {
            let Some(shown) = self.vocabulary.shown_host(service) else { continue };
            let diagnostic =
                Diagnostic::new(&PLACEHOLDER_LOST, self.source.span(place.clone()), "this host does not exist: its placeholder is lost")
                    .help(format!("write `{shown}`, as elsewhere on the page"))
                    .unsafe_fix(self.source.span(place), shown);
            self.out.diagnostics.push(diagnostic);
        }
    }
}

/// In code everything between the asterisks is the host, and no asterisk is emphasis.
fn whole(host: &FoundHost) -> Meant {
    let range = host.start + host.lead..host.end - host.trail;
    let kind = if host.opening.is_empty() && host.closing.is_empty() { Notation::Right } else { Notation::Broken };
    Meant { range, strong: false, kind }
}

/// Which of the asterisks around and in a host belong to it: those in the middle always, those around it only in balance.
fn meant(host: &FoundHost) -> Meant {
    let inner = host.start + host.lead..host.end - host.trail;
    let is_tag = host.opening.starts_with('<') || host.closing.starts_with('<');
    let balanced = host.opening == host.closing || (is_tag && !host.opening.is_empty() && !host.closing.is_empty());
    let marked = !host.opening.is_empty() || !host.closing.is_empty();
    if host.mark.is_empty() {
        return Meant { range: inner, strong: false, kind: Notation::Broken };
    }
    let wrapped = host.lead.min(host.trail);
    if wrapped > 0 && marked && !is_tag {
        let strong = wrapped >= 2;
        let inverted = host.lead == host.opening.len() && host.trail == host.closing.len();
        let kind = if inverted { Notation::Inverted } else { Notation::Broken };
        let surplus = if host.lead == host.trail || kind == Notation::Broken { host.lead.max(host.trail) } else { wrapped };
        let range = inner.start - surplus.min(host.lead)..inner.end + surplus.min(host.trail);
        return Meant { range, strong, kind };
    }
    let kind = if !balanced {
        Notation::Broken
    } else if (host.mark.contains('X') && !host.is_own_mark)
        || is_tag
        || host.opening.starts_with('\\')
        || matches!(host.opening.as_str(), "*" | "***" | "_" | "__" | "___")
    {
        Notation::Other
    } else {
        Notation::Right
    };
    Meant { range: inner, strong: false, kind }
}
