//! The texts of pictures: those that tell nothing, and the same one on several.

use crate::{
    check::{Check, Rule, guide::Guide},
    diagnostic::{Diagnostic, IMAGE_ALT_DUPLICATE, IMAGE_ALT_USELESS},
    dialect::tree::Image,
};
use std::collections::BTreeMap;

pub const RULE: Rule = Rule { codes: &[&IMAGE_ALT_USELESS, &IMAGE_ALT_DUPLICATE], check: Check::Guide(check) };

/// Texts that could stand on any picture.
const USELESS: &[&str] = &[
    "image",
    "img",
    "picture",
    "photo",
    "screenshot",
    "screen",
    "capture",
    "capture d'écran",
    "bild",
    "screenshot 1",
    "imagen",
    "captura",
    "captura de pantalla",
    "immagine",
    "schermata",
    "obraz",
    "zrzut ekranu",
    "imagem",
    "captura de ecrã",
    "alt",
    "alt text",
    "thumbnail",
];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let mut by_alt: BTreeMap<&str, Vec<&Image>> = BTreeMap::new();
    for image in guide.pictures.iter().map(|picture| picture.image) {
        let Some(alt) = image.alt.as_text() else { continue };
        let same = by_alt.entry(alt.trim()).or_default();
        if !same.iter().any(|other| other.address == image.address) {
            same.push(image);
        }
    }
    for (alt, images) in &by_alt {
        match &images[..] {
            [first, second, rest @ ..] if !alt.is_empty() => found.push(duplicate(alt, first, second, rest)),
            _ => found.extend(images.iter().filter(|image| is_useless(alt, image)).map(|image| useless(alt, image))),
        }
    }
}

fn duplicate(alt: &str, first: &Image, second: &Image, rest: &[&Image]) -> Diagnostic {
    let message = format!("{} have the same text, `{alt}`", crate::words::count(rest.len() + 2, "picture"));
    let places = std::iter::once(&second).chain(rest).map(|image| image.span);
    places
        .fold(Diagnostic::new(&IMAGE_ALT_DUPLICATE, first.span, message), |all, place| all.related(place, "the same text"))
        .help("say for each picture what a reader sees in it: a screen reader reads nothing else")
}

fn useless(alt: &str, image: &Image) -> Diagnostic {
    let message =
        if alt.is_empty() { "this picture has no text".to_owned() } else { format!("`{alt}` does not tell what this picture shows") };
    Diagnostic::new(&IMAGE_ALT_USELESS, image.span, message).help("say what a reader sees in it: a screen reader reads nothing else")
}

/// Whether a text is missing, could stand anywhere, or is a part of the file's name.
fn is_useless(alt: &str, image: &Image) -> bool {
    let lower = alt.to_lowercase();
    let name = image.address.rsplit('/').next().unwrap_or_default().to_lowercase();
    let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
    let is_one_word = !lower.contains(char::is_whitespace);
    alt.is_empty() || USELESS.contains(&lower.as_str()) || lower == name || is_one_word && lower.len() <= 20 && stem.contains(&lower)
}
