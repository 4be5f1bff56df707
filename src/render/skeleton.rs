//! What pages that are alike have in common: their template, rendered once with marks where their texts go.
//!
//! Most guides of a locale differ in their texts alone. A template that prints its texts and never looks into them gives
//! the same markup around them, so it need not run for each: it runs for the first, on marks instead of texts, and the
//! texts of all are put in the marks' places. The bundled templates are such templates (`tests/templates.rs` holds that);
//! a site's own run for every page.

use super::view::{PageView, Text};
use crate::{html::escape_quoted_into, site::LocaleId};
use rustc_hash::FxHashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// Starts a mark. The `<` behind it shows whether the template escaped the text.
const MARK: char = '\u{E003}';

/// No more are kept: a site whose pages are all different has nothing of them.
const MAX_SKELETONS: usize = 2000;

/// A rendered template.
#[derive(Debug, Default)]
pub struct Skeleton {
    markup: String,
    holes: Vec<Hole>,
}

/// Where a text goes.
#[derive(Debug)]
struct Hole {
    at: usize,
    text: Text,
    escaped: bool,
}

/// What a template prints for a text.
pub fn mark(text: Text) -> String {
    if text.is_empty() { String::new() } else { format!("{MARK}<{}>", text.0) }
}

impl Skeleton {
    /// Finds the marks in what a template printed.
    pub fn new(rendered: &str) -> Self {
        let mut skeleton = Self { markup: String::with_capacity(rendered.len()), holes: Vec::new() };
        let mut parts = rendered.split(MARK);
        skeleton.markup.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let hole = number(part, "<", ">").map(|hole| (hole, false)).or_else(|| Some((number(part, "&lt;", "&gt;")?, true)));
            match hole {
                Some(((text, rest), escaped)) => {
                    skeleton.holes.push(Hole { at: skeleton.markup.len(), text, escaped });
                    skeleton.markup.push_str(rest);
                }
                None => {
                    skeleton.markup.push(MARK);
                    skeleton.markup.push_str(part);
                }
            }
        }
        skeleton
    }

    /// Writes the page whose texts `write` writes; it is told which one.
    pub fn fill<'t>(&self, out: &mut String, mut write: impl FnMut(Text, &mut String) -> &'t str) {
        let mut from = 0;
        for hole in &self.holes {
            out.push_str(&self.markup[from..hole.at]);
            from = hole.at;
            let text = write(hole.text, out);
            if hole.escaped { escape_quoted_into(text, out) } else { out.push_str(text) }
        }
        out.push_str(&self.markup[from..]);
    }
}

/// The number between `start` and `end`, and what comes after.
fn number<'t>(part: &'t str, start: &str, end: &str) -> Option<(Text, &'t str)> {
    let (number, rest) = part.strip_prefix(start)?.split_once(end)?;
    Some((Text(number.parse().ok()?), rest))
}

/// What else decides how a page looks: the reader's locale, how deep the page lies, and whether it has navigation.
type Place = (LocaleId, usize, bool);

/// The skeletons of a site, made when they are first asked for.
#[derive(Default)]
pub struct Skeletons<'a>(RwLock<FxHashMap<(Place, PageView<'a>), Arc<Skeleton>>>);

impl<'a> Skeletons<'a> {
    /// The skeleton of pages like this; `make` makes it. Two threads may make the same one, which harms nobody.
    pub fn get<E>(&self, key: (Place, PageView<'a>), make: impl FnOnce(&PageView<'a>) -> Result<Skeleton, E>) -> Result<Arc<Skeleton>, E> {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Ok(Arc::clone(known));
        }
        let made = Arc::new(make(&key.1)?);
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if all.len() < MAX_SKELETONS {
            all.insert(key, Arc::clone(&made));
        }
        Ok(made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_go_where_their_marks_are() {
        let escaped = mark(Text(2)).replace('<', "&lt;").replace('>', "&gt;");
        let skeleton = Skeleton::new(&format!("a{}b{escaped}\u{E003}c", mark(Text(1))));
        let mut out = String::new();
        skeleton.fill(&mut out, |text, _| if text == Text(1) { "<b>" } else { "'<" });
        assert_eq!(out, "a<b>b&#39;&lt;\u{E003}c");
    }
}
