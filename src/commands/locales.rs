//! The locales of a command line.

use crate::{
    locale::Locale,
    site::Site,
    words::{allowed, or},
};

/// Whether all of them are the site's; what is wrong with the first that is not.
pub fn check_locales(asked: &[Locale], site: &Site) -> Result<(), String> {
    let locales = site.locales();
    asked.iter().find(|locale| !locales.contains(locale)).map_or(Ok(()), |unknown| Err(unknown_locale(unknown, &locales)))
}

/// A region is more often wrong than a language, though its letters may be far off.
fn unknown_locale(unknown: &Locale, locales: &[Locale]) -> String {
    let labels: Vec<&str> = locales.iter().map(Locale::as_str).collect();
    let hint = match locales.iter().find(|locale| locale.same_language(unknown)) {
        Some(locale) => format!("did you mean `{locale}`? (allowed: {})", or(&labels)),
        None => allowed(unknown.as_str(), &labels),
    };
    format!("this site has no locale `{unknown}`; {hint}")
}
