//! Pictures that show another language, and pictures of one guide that are the same file.

use crate::{
    check::{Check, Rule, Whole},
    diagnostic::{Diagnostic, IMAGE_DUPLICATE, IMAGE_OTHER_LOCALE},
    dialect::tree::Image,
    locale::Locale,
    path::SourcePath,
    site::{DocumentId, Guide, images::Picture, links::mend::Texts},
    text::{FileId, Span},
};
use rayon::prelude::*;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule { codes: &[&IMAGE_OTHER_LOCALE, &IMAGE_DUPLICATE], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let of_guide = |guide: &Guide| {
        let mut found = duplicates(whole, guide);
        for (_, id) in &guide.documents {
            found.extend(other_locales(whole, *id));
        }
        found
    };
    found.par_extend(whole.site.guides.par_iter().flat_map_iter(of_guide));
}

/// The pictures of a document that are files, with these.
fn pictures<'a>(whole: &Whole<'a>, id: DocumentId) -> impl Iterator<Item = (&'a Image, FileId)> {
    let site = whole.site;
    site.document(id).facts.images.iter().enumerate().filter_map(move |(number, image)| match site.images.picture(id, number as u32) {
        Picture::File(file, _) => Some((image, file)),
        _ => None,
    })
}

fn other_locales(whole: &Whole, id: DocumentId) -> Vec<Diagnostic> {
    let locale = &whole.site.document(id).locale;
    let mut texts = Texts::new(whole.tree);
    let mut found = Vec::new();
    for (image, file) in pictures(whole, id) {
        let path = whole.tree.path(file);
        let Some((other, name)) = own_name(whole, path, locale) else { continue };
        let message = format!("this picture is for readers of `{other}`, and there is `{name}`");
        let diagnostic = Diagnostic::new(&IMAGE_OTHER_LOCALE, image.span, message).help(format!("show `{name}`"));
        let instead = image.address.strip_suffix(path.name()).map(|folder| format!("{folder}{name}"));
        found.push(match texts.address(image.span, &image.address).zip(instead) {
            Some((span, instead)) => diagnostic.unsafe_fix(span, instead),
            None => diagnostic,
        });
    }
    found
}

/// The language that a picture's name says, and the name of the same picture in the page's own: `login-fr.png` for
/// `login-en.png`.
fn own_name(whole: &Whole, path: &SourcePath, locale: &Locale) -> Option<(Locale, String)> {
    let (stem, ending) = path.name().rsplit_once('.')?;
    let separators: &[char] = &['-', '_', '.'];
    let tags = whole.site.locales.iter().map(|known| &known.locale);
    for other in tags.filter(|other| !other.same_language(locale)) {
        let forms = [(other.as_str(), locale.as_str()), (other.language(), locale.language())];
        for (tag, own) in forms {
            let Some(before) = strip_suffix_ignoring_case(stem, tag).filter(|before| before.ends_with(separators)) else { continue };
            let written = &stem[before.len()..];
            let own = if written.chars().all(|letter| !letter.is_lowercase()) { own.to_uppercase() } else { own.to_owned() };
            let name = format!("{before}{own}.{ending}");
            if whole.tree.find_text(&format!("{}/{name}", path.folder())).is_some() {
                return Some((other.clone(), name));
            }
        }
    }
    None
}

fn strip_suffix_ignoring_case<'t>(text: &'t str, suffix: &str) -> Option<&'t str> {
    let at = text.len().checked_sub(suffix.len())?;
    text.get(at..)?.eq_ignore_ascii_case(suffix).then(|| &text[..at])
}

/// Pictures of a guide with equal bytes. Only those of equal sizes are read.
fn duplicates(whole: &Whole, guide: &Guide) -> Vec<Diagnostic> {
    let mut shown: BTreeMap<FileId, Span> = BTreeMap::new();
    for (_, id) in &guide.documents {
        pictures(whole, *id).for_each(|(image, file)| _ = shown.entry(file).or_insert(image.span));
    }
    let mut by_size: BTreeMap<(u32, u32), Vec<(FileId, Span)>> = BTreeMap::new();
    for (file, span) in shown {
        let Some(size) = whole.site.images.size(file) else { continue };
        by_size.entry((size.width, size.height)).or_default().push((file, span));
    }
    by_size.into_values().filter(|files| files.len() > 1).flat_map(|files| equal(whole, &files)).collect()
}

fn equal(whole: &Whole, files: &[(FileId, Span)]) -> Vec<Diagnostic> {
    let mut first: BTreeMap<Vec<u8>, (FileId, Span)> = BTreeMap::new();
    let mut found = Vec::new();
    for (file, span) in files {
        let Ok(bytes) = whole.tree.read(*file) else { continue };
        let Some((earlier, place)) = first.get(&bytes) else {
            first.insert(bytes, (*file, *span));
            continue;
        };
        let message = format!("`{}` is the same picture as `{}`", whole.tree.path(*file).name(), whole.tree.path(*earlier).name());
        let diagnostic = Diagnostic::new(&IMAGE_DUPLICATE, *span, message).related(*place, "the other one");
        found.push(diagnostic.help("keep one of the files; if the pictures should differ, take the right one"));
    }
    found
}
