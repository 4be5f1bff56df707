//! What stands around a description and says of which server it is: its caption, the label of its tab, its heading.

use super::{
    group::Server,
    line::Line,
    value::{direction_of, usual_protocol},
    words::Meanings,
};
use crate::{
    dialect::tree::{Inline, InlineKind},
    service::{Direction, Protocol},
};

/// A caption without a colon that has more letters than this is prose.
const LONGEST_CAPTION: usize = 100;

/// What sentences end with.
const ENDS: [char; 4] = ['.', '!', '?', '؟'];

/// What stands around blocks.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scope<'a> {
    /// The scope of the container that holds them.
    pub outer: Option<&'a Scope<'a>>,
    /// The label of a tab, the summary of a box, the header of a column.
    pub label: &'a [Inline],
    /// The nearest heading before them in this container.
    pub heading: &'a [Inline],
    /// The text right before them.
    pub caption: &'a [Inline],
}

impl<'a> Scope<'a> {
    /// The scope inside a container with this label.
    pub fn inner(outer: &'a Scope<'a>, label: &'a [Inline]) -> Self {
        Self { outer: Some(outer), label, ..Self::default() }
    }

    /// What the texts around say, the nearest first.
    pub fn levels(&self) -> Vec<Meanings> {
        let mut levels = vec![caption(self.caption)];
        let mut scope = Some(self);
        while let Some(here) = scope {
            levels.extend([here.heading, here.label].map(|inlines| Meanings::of(&Line::joined([inlines]).text)));
            scope = here.outer;
        }
        levels
    }
}

/// What a caption says: the sentence with which a text announces what follows, or a text that is no sentence. Prose says
/// nothing, for it speaks of other protocols too.
fn caption(inlines: &[Inline]) -> Meanings {
    if is_sentence(inlines) {
        return Meanings::default();
    }
    let lines = Line::split(inlines);
    let Some(text) = lines.iter().rev().map(|line| line.text.trim()).find(|text| !text.is_empty()) else { return Meanings::default() };
    let last = || text.rsplit(". ").next().unwrap_or(text);
    match text.ends_with([':', '：']) {
        true => Meanings::of(last()),
        false if text.ends_with(ENDS) || text.chars().count() > LONGEST_CAPTION => Meanings::default(),
        false => Meanings::of(text),
    }
}

/// Whether inlines end as a sentence does, which is seen before all of a long text is looked at.
fn is_sentence(inlines: &[Inline]) -> bool {
    let Some(Inline { kind: InlineKind::Text(text), .. }) = inlines.last() else { return false };
    text.trim_end().ends_with(ENDS)
}

/// Direction and protocol of a server at `port`: what its own labels say, else what the texts around it say, else what
/// is usual at the port. Where its label and a text contradict each other, the port tells which is a slip. The texts around
/// are asked for only where its labels leave something open.
pub fn settle<'l>(
    server: &Server,
    said: Option<Protocol>,
    port: Option<u16>,
    levels: impl FnOnce() -> &'l [Meanings],
) -> (Option<Direction>, Option<Protocol>) {
    let usual = port.and_then(usual_protocol);
    let mut protocol = said.or(server.protocol);
    let mut direction = server.direction.or(protocol.and_then(direction_of));
    if protocol.is_some_and(|protocol| usual == Some(protocol)) {
        direction = protocol.and_then(direction_of).or(direction);
    }
    let is_open = |protocol: Option<Protocol>, direction| protocol.is_none() && direction != Some(Direction::Outgoing);
    for level in if is_open(protocol, direction) { levels() } else { &[] } {
        if !is_open(protocol, direction) {
            break;
        }
        let mut named = level.protocols();
        match (named.next(), named.next()) {
            (Some(name), None) => {
                let way = direction_of(name);
                // Where no label says it, the port says which way the mail goes: a table below "IMAP" may hold SMTP too.
                let known = direction.or(usual.and_then(direction_of));
                let agrees = way.is_none_or(|way| known.is_none_or(|known| known == way)) && (way.is_some() || usual.is_none());
                if agrees || usual == Some(name) {
                    (protocol, direction) = (Some(name), way.or(direction));
                }
            }
            (Some(_), Some(_)) => break,
            (None, _) => {
                let is_usual = |way: &Direction| usual.and_then(direction_of).is_none_or(|usual| usual == *way);
                direction = direction.or(level.direction().filter(is_usual));
            }
        }
    }
    if direction == Some(Direction::Outgoing) {
        protocol = protocol.or(Some(Protocol::Smtp));
    }
    let fits = |usual: &Protocol| direction.is_none_or(|direction| direction_of(*usual) == Some(direction));
    protocol = protocol.or(usual.filter(fits));
    (direction.or(protocol.and_then(direction_of)), protocol)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(direction: Option<Direction>, port: u16, around: &[&str], expected: &str) {
        let levels: Vec<Meanings> = around.iter().map(|text| Meanings::of(text)).collect();
        let server = Server { direction, ..Server::default() };
        let (direction, protocol) = settle(&server, None, Some(port), || &levels);
        assert_eq!(format!("{} {}", direction.map_or("-", Direction::as_str), protocol.map_or("-", Protocol::as_str)), expected);
    }

    #[test]
    fn the_nearest_text_says_what_it_is() {
        check(None, 993, &["", "configuration pop", "imap"], "incoming pop3");
        check(Some(Direction::Incoming), 8993, &["imap"], "incoming imap");
        check(Some(Direction::Outgoing), 587, &["configuration imap"], "outgoing smtp");
        check(None, 8025, &["outgoing server", "imap"], "outgoing smtp");
    }

    #[test]
    fn the_port_says_it_where_nothing_else_does() {
        check(None, 995, &[], "incoming pop3");
        check(None, 993, &["imap and pop", "pop"], "incoming imap");
        check(None, 443, &["settings"], "- -");
    }

    #[test]
    fn the_port_tells_which_of_two_is_a_slip() {
        check(Some(Direction::Incoming), 465, &["smtp"], "outgoing smtp");
        check(Some(Direction::Incoming), 993, &["smtp"], "incoming imap");
        check(None, 587, &["imap"], "outgoing smtp");
    }
}
