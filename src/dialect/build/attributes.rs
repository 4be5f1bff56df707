//! Attribute lists that are left in a text because they belong to nothing.

use super::Builder;
use crate::{
    diagnostic::ATTR_STRAY,
    dialect::attributes::{AttributeList, is_known_class},
    text::Span,
};

impl Builder<'_> {
    /// The text without the lists of known classes in it, if there are any: `(words){.action}`.
    pub(super) fn without_lists(&mut self, text: &str, span: Span) -> Option<String> {
        memchr::memchr(b'{', text.as_bytes())?;
        let mut out = String::new();
        let mut from = 0;
        for (at, _) in text.match_indices("{.") {
            let Some(list) = AttributeList::parse(&text[at..]).filter(|_| at >= from) else { continue };
            if !list.swallows && list.classes().any(is_known_class) {
                out.push_str(&text[from..at]);
                from = at + list.length;
                self.complain(&ATTR_STRAY, span, "this attribute list belongs to nothing", "remove it");
            }
        }
        (from > 0).then(|| out + &text[from..])
    }
}
