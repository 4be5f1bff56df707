//! Ports and securities in lists and lines of settings that an author wrote: words that readers copy have an element of their own.

use super::writer::Writer;
use crate::{dialect::tree::CodePart, text::Span};
use std::ops::Range;

/// What programs call a security, in every language.
const SECURITIES: [&str; 4] = ["SSL/TLS", "STARTTLS", "SSL", "TLS"];
/// What may stand around a word.
const AROUND: [char; 9] = ['(', ')', '[', ']', ',', ';', '.', ':', '\u{a0}'];

/// The words of a list or line that are settings.
#[derive(Debug, Default)]
pub struct SettingWords {
    ports: Vec<u16>,
    has_security: bool,
}

impl SettingWords {
    fn hold(&self, word: &str) -> bool {
        let is_port = || word.parse().is_ok_and(|port| self.ports.contains(&port));
        (self.has_security && SECURITIES.contains(&word)) || is_port()
    }

    /// Where they stand in a text.
    fn find(&self, text: &str) -> Vec<Range<usize>> {
        let place = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
        let words = text.split_whitespace().map(|word| word.trim_matches(AROUND)).filter(|word| self.hold(word));
        words.map(|word| place(word)..place(word) + word.len()).collect()
    }
}

impl Writer<'_> {
    /// Lets `write` write a list or paragraph, whose settings are marked if it has some.
    pub(super) fn with_setting_words(&mut self, span: Span, write: impl FnOnce(&mut Self)) {
        let mut words = SettingWords::default();
        for fact in self.settings.facts.iter().filter(|fact| fact.span == span) {
            words.ports.push(fact.port.value);
            words.has_security |= fact.security.is_some();
        }
        let before = (!words.ports.is_empty()).then(|| std::mem::replace(&mut self.setting_words, words));
        write(self);
        if let Some(before) = before {
            self.setting_words = before;
        }
    }

    /// Writes a text in which settings may stand.
    pub(super) fn text_with_settings(&mut self, text: &str) {
        if self.setting_words.ports.is_empty() {
            return self.plain_text(text);
        }
        let mut from = 0;
        for range in self.setting_words.find(text) {
            self.plain_text(&text[from..range.start]);
            self.raw("<span class=\"setting\">");
            self.escaped(&text[range.clone()]);
            self.raw("</span>");
            from = range.end;
        }
        self.plain_text(&text[from..]);
    }

    /// Whether a piece of code is a setting, and nothing else.
    pub(super) fn is_setting(&self, parts: &[CodePart]) -> bool {
        matches!(parts, [CodePart::Text(text)] if self.setting_words.hold(text))
    }

    fn plain_text(&mut self, text: &str) {
        if self.abbreviations.is_empty() { self.escaped(text) } else { self.abbreviated(text) }
    }
}
