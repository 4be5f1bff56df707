//! The same picture at different steps, and pictures of another language.

use crate::{
    check::{
        Check, Rule,
        guide::{Guide, Picture},
    },
    diagnostic::{Diagnostic, IMAGE_LOCALE, IMAGE_REUSED},
};
use rustc_hash::FxHashMap;

pub const RULE: Rule = Rule { codes: &[&IMAGE_REUSED, &IMAGE_LOCALE], check: Check::Guide(check) };

const LANGUAGES: &[&str] = &["de", "en", "es", "fr", "it", "nl", "pl", "pt"];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let mut first: FxHashMap<&str, &Picture> = FxHashMap::default();
    for picture in &guide.pictures {
        found.extend(locale(picture, guide.language()));
        if !picture.is_figure || picture.image.address.is_empty() {
            continue;
        }
        let Some(earlier) = first.get(&*picture.image.address) else {
            first.insert(&picture.image.address, picture);
            continue;
        };
        if !are_alternatives(earlier, picture) {
            let message = format!("`{}` stands at another step already", picture.image.address);
            found.push(
                Diagnostic::new(&IMAGE_REUSED, picture.image.span, message)
                    .related(earlier.image.span, "the first time here")
                    .help("show here what a reader sees at this step"),
            );
        }
    }
}

/// Whether a reader sees only one of two pictures: they stand in different tabs of a block.
fn are_alternatives(one: &Picture, other: &Picture) -> bool {
    one.alternatives.iter().any(|(block, tab)| other.alternatives.iter().any(|(same, another)| block == same && tab != another))
}

/// `setup-fr.png`, `setup_en-gb.png` on a page of another language.
fn locale(picture: &Picture, language: &str) -> Option<Diagnostic> {
    let name = picture.image.address.rsplit('/').next()?;
    let (stem, _) = name.rsplit_once('.')?;
    let mut parts = stem.rsplit(['-', '_', '.', ' ']);
    let last = parts.next()?.to_ascii_lowercase();
    let before = parts.next()?.to_ascii_lowercase();
    let is_locale = LANGUAGES.contains(&before.as_str()) && last.len() == 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    let named = if is_locale { before } else { last };
    (LANGUAGES.contains(&named.as_str()) && named != language).then(|| {
        let message = format!("the name of this picture says `{named}`, and the page is `{language}`");
        Diagnostic::new(&IMAGE_LOCALE, picture.image.span, message).help("show the interface in the language of the page")
    })
}
