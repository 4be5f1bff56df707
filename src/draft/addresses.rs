//! Addresses with a host in them. Where text runs from right to left they must not be taken apart, so what stands around the
//! host belongs to one element: `https://` before it, a port and a path behind it.

use super::writer::Writer;
use crate::dialect::tree::{CodePart, Host, Inline, InlineKind};

/// What ends the scheme of an address.
const SCHEME_END: &str = "://";

impl Writer<'_> {
    pub(super) fn inlines(&mut self, inlines: &[Inline]) {
        // How much of the next text has been written with the host before it.
        let mut written = 0;
        for (at, inline) in inlines.iter().enumerate() {
            let next = inlines.get(at + 1).map(|next| &next.kind);
            match (&inline.kind, next) {
                (InlineKind::Text(text), Some(InlineKind::Host(host))) => {
                    let (before, start) = text[written..].split_at(start_of_address(&text[written..]));
                    self.text(before);
                    written = self.address(start, host, text_of(inlines.get(at + 2)));
                }
                // Written with the text before it.
                (InlineKind::Host(_), _) if at > 0 && matches!(inlines[at - 1].kind, InlineKind::Text(_)) => {}
                (InlineKind::Host(host), next) => written = self.address("", host, next.map_or("", text_in)),
                (InlineKind::Text(text), _) => {
                    self.text(&text[written..]);
                    written = 0;
                }
                _ => self.inline(inline),
            }
        }
    }

    /// Writes a text.
    pub(super) fn text(&mut self, text: &str) {
        if !self.setting.texts.is_right_to_left {
            return self.text_with_settings(text);
        }
        let mut from = 0;
        while let Some(scheme) = text[from..].find(SCHEME_END).map(|at| from + at + SCHEME_END.len()) {
            let start = from + start_of_address(&text[from..scheme]);
            let end = scheme + address_len(&text[scheme..]);
            self.text_with_settings(&text[from..start]);
            self.raw("<span class=\"address\">");
            self.escaped(&text[start..end]);
            self.raw("</span>");
            from = end;
        }
        self.text_with_settings(&text[from..]);
    }

    /// Writes a host with what belongs to its address; tells how much of the text behind it that was.
    fn address(&mut self, start: &str, host: &Host, behind: &str) -> usize {
        let port = port_len(behind);
        let end = port + path_len(&behind[port..]);
        match (start, &behind[..end]) {
            ("", "") => self.host_name(host, Self::host),
            ("", port_alone) if end == port => self.host_with_port(host, port_alone),
            (start, end) => self.whole_address(start, host, end, end.len() > port + 1),
        }
        end
    }

    /// Programs ask for hosts and ports one by one, so each can be copied for itself.
    fn host_with_port(&mut self, host: &Host, port: &str) {
        self.raw("<span class=\"address\">");
        self.host_name(host, Self::host);
        self.text_with_settings(port);
        self.raw("</span>");
    }

    /// An address that is copied as a whole, and stays in one piece unless it is long.
    fn whole_address(&mut self, start: &str, host: &Host, end: &str, is_long: bool) {
        self.raw(if is_long { "<span class=\"host address\">" } else { "<span class=\"host\">" });
        self.escaped(start);
        self.host_name(host, Self::bare_host);
        self.escaped(end);
        self.raw("</span>");
    }

    /// Writes code that is an address, which is copied as a whole.
    pub(super) fn code_address(&mut self, parts: &[CodePart]) {
        self.raw("<code class=\"host address\">");
        for part in parts {
            match part {
                CodePart::Text(text) => self.escaped(text),
                CodePart::Host(host) => self.bare_host(host.service),
            }
        }
        self.raw("</code>");
    }

    /// Writes a host by `write`, bold where its author wrote all of it so.
    pub(super) fn host_name(&mut self, host: &Host, write: fn(&mut Self, u16)) {
        if host.strong {
            self.raw("<strong>");
        }
        write(self, host.service);
        if host.strong {
            self.raw("</strong>");
        }
    }
}

/// Whether code is an address with a host in it, and nothing else.
pub(super) fn is_address(parts: &[CodePart]) -> bool {
    match parts {
        [CodePart::Text(start), CodePart::Host(_)] => is_scheme(start),
        [CodePart::Text(start), CodePart::Host(_), CodePart::Text(end)] => is_scheme(start) && is_end(end),
        [CodePart::Host(_), CodePart::Text(end)] => is_end(end) && port_len(end) < end.len(),
        _ => false,
    }
}

fn is_scheme(text: &str) -> bool {
    text.ends_with(SCHEME_END) && start_of_address(text) == 0
}

/// Whether a text is a port, a path or both.
fn is_end(text: &str) -> bool {
    let port = port_len(text);
    port + path_len(&text[port..]) == text.len()
}

fn text_of(inline: Option<&Inline>) -> &str {
    inline.map_or("", |inline| text_in(&inline.kind))
}

fn text_in(kind: &InlineKind) -> &str {
    if let InlineKind::Text(text) = kind { text } else { "" }
}

/// Where an address begins that goes on behind the text: at its scheme.
fn start_of_address(text: &str) -> usize {
    let Some(scheme) = text.strip_suffix(SCHEME_END) else { return text.len() };
    let letters = scheme.bytes().rev().take_while(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte)).count();
    if letters == 0 { text.len() } else { scheme.len() - letters }
}

/// How long the port is with which the text begins: `:443`.
fn port_len(text: &str) -> usize {
    let digits = text.strip_prefix(':').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    if digits == 0 { 0 } else { digits + 1 }
}

/// How long the path is with which the text begins.
fn path_len(text: &str) -> usize {
    if text.starts_with('/') { address_len(text) } else { 0 }
}

/// How much of the text is of an address, without what ends a sentence.
fn address_len(text: &str) -> usize {
    let is_address = |byte: &u8| byte.is_ascii_alphanumeric() || b"/-._~%?#=&+@:".contains(byte);
    text[..text.bytes().take_while(is_address).count()].trim_end_matches(['.', '?', ':']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_begins_at_its_scheme() {
        for (text, before) in
            [("Open https://", "Open "), ("(https://", "("), ("://", "://"), ("Open", "Open"), ("", ""), ("افتح imap+ssl://", "افتح ")]
        {
            assert_eq!(&text[..start_of_address(text)], before);
        }
    }

    #[test]
    fn an_address_ends_with_its_port_and_path() {
        for (text, end) in [
            (":993 and", ":993"),
            (": 993", ""),
            ("/owa.", "/owa"),
            ("/, or", "/"),
            (":8443/a?b=1#c) d", ":8443/a?b=1#c"),
            (". Or", ""),
            ("/é", "/"),
        ] {
            let port = port_len(text);
            assert_eq!(&text[..port + path_len(&text[port..])], end);
        }
    }
}
