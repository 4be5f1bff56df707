//! Links: their addresses, with hosts, and their texts.

use super::{
    Builder,
    frames::trim,
    inlines::{address, clean},
};
use crate::{
    diagnostic::{LINK_EMPTY_TEXT, LINK_TRAILING_SPACE, LINK_UNSAFE},
    dialect::tree::{Destination, Inline, InlineKind, Tag},
    text::Span,
};
use std::sync::Arc;

/// Schemes that a link may have.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "ftp", "ftps", "sftp", "ssh", "xmpp", "irc", "ircs", "sip", "geo"];

impl Builder<'_> {
    pub(super) fn link(&mut self, to: &str, title: &str, mut inlines: Vec<Inline>, span: Span) -> InlineKind {
        let ends_in_space = match inlines.last() {
            Some(Inline { kind: InlineKind::Text(text), .. }) => text.ends_with(char::is_whitespace),
            _ => false,
        };
        if ends_in_space {
            self.complain(&LINK_TRAILING_SPACE, span, "this link's text ends in a space", "put the space after the link");
        }
        let is_image = matches!(inlines[..], [Inline { kind: InlineKind::Image(_), .. }]);
        if !is_image {
            trim(&mut inlines);
        }
        let to = clean(to);
        if let Some(scheme) = unsafe_scheme(&to) {
            let help = "it is shown as text";
            self.complain(&LINK_UNSAFE, span, format!("links may not lead to `{scheme}:`"), help);
            return InlineKind::Element { tag: Box::new(Tag { name: "span".into(), attributes: Vec::new() }), inlines };
        }
        if to.starts_with('<') && to.ends_with('>') {
            self.raw_placeholder(&to, span, format!("`{to}` would become a link to send mail"));
            return InlineKind::Placeholder(to.as_ref().into());
        }
        let is_filled = to.starts_with("{legacy}");
        if inlines.is_empty() && !is_filled {
            self.complain(&LINK_EMPTY_TEXT, span, "this link has no text", "give it one: its address is shown");
            inlines = address(&to).into_inlines(span);
        }
        InlineKind::Link { to: Arc::new(Destination { address: address(&to), title: address(title) }), inlines }
    }
}

/// The scheme of an address, if it is not one of those that links may have.
pub fn unsafe_scheme(address: &str) -> Option<String> {
    if address.starts_with(['/', '#', '.']) || address.starts_with("https://") || !address.contains(':') {
        return None;
    }
    let seen: String = address.chars().filter(|letter| !letter.is_whitespace() && !letter.is_control()).collect();
    let (scheme, _) = seen.split_once(':')?;
    let is_scheme = !scheme.is_empty() && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'));
    let is_scheme = is_scheme && scheme.starts_with(|letter: char| letter.is_ascii_alphabetic());
    (is_scheme && !SCHEMES.contains(&scheme.to_ascii_lowercase().as_str())).then(|| scheme.to_owned())
}
