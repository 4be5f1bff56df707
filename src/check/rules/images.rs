//! Pictures of one guide that are the same file.

use crate::{
    check::{Check, Rule, Whole},
    diagnostic::{Diagnostic, IMAGE_DUPLICATE},
    dialect::tree::Image,
    site::{DocumentId, Guide, images::Picture},
    text::{FileId, Span},
};
use rayon::prelude::*;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule { codes: &[&IMAGE_DUPLICATE], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    found.par_extend(whole.site.guides.par_iter().flat_map_iter(|guide| duplicates(whole, guide)));
}

/// The pictures of a document that are files, with these.
fn pictures<'a>(whole: &Whole<'a>, id: DocumentId) -> impl Iterator<Item = (&'a Image, FileId)> {
    let site = whole.site;
    site.document(id).facts.images.iter().enumerate().filter_map(move |(number, image)| match site.images.picture(id, number as u32) {
        Picture::File(file, _) => Some((image, file)),
        _ => None,
    })
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
