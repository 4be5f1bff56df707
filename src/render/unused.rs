//! Files of a site's theme that no page is made of.

use super::bundles;
use crate::{bundled, corpus::static_files, path::SourcePath, source::SourceTree, text::FileId};
use std::collections::BTreeSet;

/// A file of the theme that is a part of nothing.
pub struct Unused {
    /// Which file.
    pub file: FileId,
    /// What its author can do.
    pub help: &'static str,
}

const STYLE: &str = "name it in `static/css/order.txt`, with the names of the theme that stand in the bundled list, which yours \
                     replaces; what pages load by its address belongs into `static/` itself";
const SCRIPT: &str = "name it in `static/js/page.txt`, with the names of the theme that stand in the bundled list, which yours \
                      replaces; what pages load by its address belongs into `static/` itself";
const TEMPLATE: &str = "give it the name of a bundled template to replace that, or include it in one";

/// The files of a site's theme that no page is made of: what no list names, and templates that no other one includes.
pub fn unused(tree: &SourceTree) -> Vec<Unused> {
    let mut unused = unused_templates(tree);
    let of_bundles = |path: &SourcePath| path.below(static_files::FOLDER).is_some_and(static_files::is_bundled) && !is_note(path);
    let files: Vec<&SourcePath> = tree.below(static_files::FOLDER).filter(|path| of_bundles(path)).collect();
    let parts = if files.is_empty() { BTreeSet::new() } else { bundles::parts(tree) };
    for path in files {
        let below = path.below(static_files::FOLDER).unwrap_or_default();
        let help = if below.starts_with("css/") { STYLE } else { SCRIPT };
        unused.extend(tree.find(path).filter(|_| !parts.contains(below)).map(|file| Unused { file, help }));
    }
    unused
}

/// A template is used by its name: a bundled one has it, or another template writes it in quotes.
fn unused_templates(tree: &SourceTree) -> Vec<Unused> {
    let own: Vec<(FileId, &str)> = tree
        .below(super::templates::TEMPLATES)
        .filter(|path| !is_note(path))
        .filter_map(|path| Some((tree.find(path)?, path.below(super::templates::TEMPLATES)?)))
        .collect();
    if own.is_empty() {
        return Vec::new();
    }
    let bundled = bundled::templates();
    let texts: Vec<String> = own.iter().filter_map(|(file, _)| String::from_utf8(tree.read(*file).ok()?).ok()).collect();
    let is_named = |name: &str| {
        let is_in = |text: &str| [format!("\"{name}\""), format!("'{name}'")].iter().any(|quoted| text.contains(quoted));
        texts.iter().any(|text| is_in(text)) || bundled.iter().any(|(known, text)| *known == name || is_in(text))
    };
    own.iter().filter(|(_, name)| !is_named(name)).map(|(file, _)| Unused { file: *file, help: TEMPLATE }).collect()
}

/// Whether a file is there for people who work on the theme.
fn is_note(path: &SourcePath) -> bool {
    path.name().starts_with('.') || path.name().ends_with(".md")
}
