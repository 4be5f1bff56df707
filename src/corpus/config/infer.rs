//! What a site's files say about its locales.

use super::LocaleConfig;
use crate::{locale::Locale, source::SourceTree};
use std::collections::BTreeMap;

/// The folder of the guides, if all pages lie below one of the names that such folders have.
pub(super) fn content_folder(tree: &SourceTree) -> Option<&'static str> {
    let is_page = |name: &str| name.ends_with(".md") && (name.starts_with("guide.") || name.starts_with("index."));
    let pages: Vec<_> = tree.iter().filter(|(_, path)| is_page(path.name())).collect();
    ["content", "pages"].into_iter().find(|folder| !pages.is_empty() && pages.iter().all(|(_, path)| path.below(folder).is_some()))
}

/// How many guides each locale has below `content`, from the names `guide.<locale>.md`. A locale that has only
/// `index.<locale>.md` has none.
pub(super) fn guides_by_locale(tree: &SourceTree, content: &str) -> BTreeMap<Locale, usize> {
    let mut counts = BTreeMap::new();
    for (_, path) in tree.iter().filter(|(_, path)| path.below(content).is_some()) {
        let Some((stem, label)) = path.name().strip_suffix(".md").and_then(|name| name.split_once('.')) else { continue };
        if let (true, Some(locale)) = (matches!(stem, "guide" | "index"), Locale::parse(label)) {
            *counts.entry(locale).or_default() += usize::from(stem == "guide");
        }
    }
    counts
}

/// The one of `locales` that has most guides; of equals, the first by label.
pub(super) fn most_guides(locales: &[LocaleConfig], counts: &BTreeMap<Locale, usize>) -> Option<Locale> {
    let guides = |locale: &Locale| counts.get(locale).copied().unwrap_or(0);
    locales.iter().map(|config| &config.locale).max_by(|one, two| guides(one).cmp(&guides(two)).then_with(|| two.cmp(one))).cloned()
}

/// The locale of a site that has no guide yet: that of the interface texts to which all others fall back.
pub(super) fn default_locale() -> Locale {
    Locale::parse("en-gb").expect("a well-formed label")
}
