//! Pictures whose name says that they show another language: `login-fr.png` on a page in English.

use crate::{
    check::{Check, Rule, Whole},
    diagnostic::{Diagnostic, IMAGE_LOCALE},
    dialect::tree::Image,
    locale::Locale,
    site::{DocumentId, Guide, images::Picture, links::mend::Texts},
};
use rayon::prelude::*;

pub const RULE: Rule = Rule { codes: &[&IMAGE_LOCALE], check: Check::Site(check) };

/// Languages that names of pictures say, besides those of the site.
const LANGUAGES: &[&str] = &["de", "en", "es", "fr", "it", "nl", "pl", "pt"];

/// What stands before a language in a name.
const SEPARATORS: &[char] = &['-', '_', '.', ' '];

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let of_guide = |guide: &Guide| guide.documents.iter().flat_map(|(_, id)| of_document(whole, *id)).collect::<Vec<_>>();
    found.par_extend(whole.site.guides.par_iter().flat_map_iter(of_guide));
}

fn of_document(whole: &Whole, id: DocumentId) -> Vec<Diagnostic> {
    let document = whole.site.document(id);
    let mut texts = Texts::new(whole.tree);
    let mut found = Vec::new();
    for (number, image) in document.facts.images.iter().enumerate() {
        let name = image.address.rsplit('/').next().unwrap_or_default();
        let Some(named) = Named::of(name, whole).filter(|named| named.language != document.locale.language()) else { continue };
        let own = named.in_language_of(&document.locale).filter(|own| is_there(whole, id, number, own));
        found.push(tell(&named, own, image, &document.locale, &mut texts));
    }
    found
}

/// The name of a picture, taken apart.
struct Named<'n> {
    name: &'n str,
    /// Where its language stands, with the region if it has one.
    tag: &'n str,
    language: String,
}

impl<'n> Named<'n> {
    fn of(name: &'n str, whole: &Whole) -> Option<Self> {
        let (stem, _) = name.rsplit_once('.')?;
        let is_language = |part: &str| {
            let part = part.to_ascii_lowercase();
            LANGUAGES.contains(&&*part) || whole.site.locales.iter().any(|known| known.locale.language() == part)
        };
        let (before, last) = stem.rsplit_once(SEPARATORS)?;
        let region = || last.len() == 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
        let before_last = before.rsplit_once(SEPARATORS).map(|(_, part)| part).filter(|part| is_language(part) && region());
        let (start, language) = match before_last {
            Some(language) => (before.len() - language.len(), language),
            None if is_language(last) => (stem.len() - last.len(), last),
            None => return None,
        };
        Some(Self { name, tag: &stem[start..], language: language.to_ascii_lowercase() })
    }

    /// What the picture is called in another language.
    fn in_language_of(&self, locale: &Locale) -> Option<String> {
        let own = if self.tag.len() > self.language.len() { locale.as_str() } else { locale.language() };
        let is_upper = self.tag.chars().all(|letter| !letter.is_lowercase());
        let own = if is_upper { own.to_uppercase() } else { own.to_owned() };
        let (before, after) = self.name.rsplit_once(self.tag)?;
        Some(format!("{before}{own}{after}"))
    }
}

/// Whether a file of this name lies beside a picture's.
fn is_there(whole: &Whole, id: DocumentId, number: usize, name: &str) -> bool {
    match whole.site.images.picture(id, number as u32) {
        Picture::File(file, _) => whole.tree.find_text(&format!("{}/{name}", whole.tree.path(file).folder())).is_some(),
        _ => false,
    }
}

fn tell(named: &Named, own: Option<String>, image: &Image, locale: &Locale, texts: &mut Texts) -> Diagnostic {
    let Some(own) = own else {
        let message = format!("the name of this picture says `{}`, and the page is `{}`", named.language, locale.language());
        return Diagnostic::new(&IMAGE_LOCALE, image.span, message).help("show the interface in the language of the page");
    };
    let message = format!("the name of this picture says `{}`, and there is `{own}`", named.language);
    let diagnostic = Diagnostic::new(&IMAGE_LOCALE, image.span, message).help(format!("show `{own}`"));
    let instead = image.address.strip_suffix(named.name).map(|folder| format!("{folder}{own}"));
    match texts.address(image.span, &image.address).zip(instead) {
        Some((span, instead)) => diagnostic.unsafe_fix(span, instead),
        None => diagnostic,
    }
}
