//! Pictures and other files of the content folder that no guide uses.

use crate::{
    check::{Check, Rule, Whole},
    diagnostic::{ASSET_UNUSED, Code, Diagnostic, IMAGE_UNUSED},
    path::{SourcePath, is_picture},
    site::{DocumentId, LocaleId, links::Target},
    text::{FileId, Span},
    words,
};
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule { codes: &[&IMAGE_UNUSED, &ASSET_UNUSED], check: Check::Site(check) };

/// Files that are no part of a page.
const OTHERS: &[&str] = &["md", "yaml", "yml", "json", "txt", "ftl", "py", "sh", "toml", "lock"];
/// So many files of a folder are named.
const NAMED: usize = 4;

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    let content = &whole.site.corpus.config.content;
    if content.is_empty() {
        return;
    }
    let used = used(whole);
    let mut unused: BTreeMap<(&str, bool), Vec<(FileId, &SourcePath)>> = BTreeMap::new();
    let files = whole.tree.below(content).filter_map(|path| Some((whole.tree.find(path)?, path)));
    for (file, path) in files.filter(|(file, _)| !used.contains(file)) {
        let Some((stem, ending)) = path.name().rsplit_once('.') else { continue };
        let ending = ending.to_lowercase();
        if !stem.is_empty() && !OTHERS.contains(&ending.as_str()) {
            unused.entry((path.folder(), is_picture(path.name()))).or_default().push((file, path));
        }
    }
    for ((_, is_picture), files) in unused {
        let (code, what) = if is_picture { (&IMAGE_UNUSED, "shows") } else { (&ASSET_UNUSED, "links to") };
        found.push(diagnostic(code, what, &files));
    }
}

/// The files that guides show, link to and include.
fn used(whole: &Whole) -> FxHashSet<FileId> {
    let site = whole.site;
    let of_document = |(locale, id): &(LocaleId, DocumentId)| -> Vec<FileId> {
        let links = site.document(*id).facts.links.iter().enumerate();
        let target = |(number, link)| match site.target(*id, number as u32, link, *locale, whole.tree) {
            Target::Asset(file) => Some(file),
            _ => None,
        };
        links.filter_map(target).collect()
    };
    let linked = site.guides.par_iter().flat_map_iter(|guide| guide.documents.iter().flat_map(of_document));
    let mut used: FxHashSet<FileId> = linked.collect();
    used.extend(site.images.files());
    used.extend(site.corpus.documents.iter().filter_map(|document| document.included.as_deref()).flatten());
    used
}

fn diagnostic(code: &'static Code, what: &str, files: &[(FileId, &SourcePath)]) -> Diagnostic {
    let names: Vec<&str> = files.iter().take(NAMED).map(|(_, path)| path.name()).collect();
    let message = match files.len() - names.len() {
        0 => format!("no guide {what} {}", words::or(&names)),
        more => format!("no guide {what} {}, nor {} beside them", words::or(&names), words::count(more, "file")),
    };
    Diagnostic::new(code, Span::top(files[0].0), message).help("remove what nobody needs")
}
