//! Findings that an author allows in place, each with a reason: `<!-- polyguide: allow CODE: reason -->` in a guide,
//! `# polyguide: allow CODE: reason` in YAML and Fluent.

mod judge;
mod read;
#[cfg(test)]
mod tests;

pub use judge::{Allowed, Settled, settle};
pub use read::in_markdown;

use crate::{
    corpus::yaml,
    diagnostic::Diagnostic,
    path::SourcePath,
    source::SourceTree,
    text::{FileId, Span, Spanned},
};
use rayon::prelude::*;
use std::{
    collections::{BTreeSet, HashSet},
    ops::Range,
};

/// A comment that allows findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allow {
    /// The comment.
    pub span: Span,
    /// What to delete where it is of no use: the comment with its line, if it leaves nothing there.
    delete: Span,
    /// The kinds of mistakes that it allows, as they were typed.
    codes: Vec<Spanned<String>>,
    /// Why; empty where the author does not say.
    reason: String,
    /// The bytes of the file in which they are allowed.
    scope: Range<usize>,
}

/// How comments are written in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Syntax {
    /// `<!-- … -->`, and `# …` in the front matter.
    Markdown,
    /// `# …`
    Hash,
}

/// The folders beside the content that a site is made of; what else lies there is none of its business.
const SITE: &[&str] = &["data", "fragments", "links", "locales"];

/// How comments are written in the file at `path`, if it may hold any.
fn syntax(path: &SourcePath) -> Option<Syntax> {
    match path.name().rsplit_once('.') {
        Some((_, "md")) => Some(Syntax::Markdown),
        Some((_, "yaml" | "yml" | "ftl")) => Some(Syntax::Hash),
        None if path.as_str().starts_with("links/") => Some(Syntax::Markdown),
        _ => None,
    }
}

/// The comments in all files that were not shown to [`observe`](super::observe): configuration, data, shared texts.
pub fn beside_documents(tree: &SourceTree, content: &str, documents: &HashSet<FileId>) -> Vec<Allow> {
    let is_of_site = |path: &SourcePath| path.below(content).is_some() || SITE.iter().any(|folder| path.below(folder).is_some());
    let files = tree.iter().filter(|(file, path)| !documents.contains(file) && (path.folder().is_empty() || is_of_site(path)));
    let files: Vec<FileId> = files.map(|(file, _)| file).collect();
    files.into_par_iter().flat_map_iter(|file| of_file(tree, file)).collect()
}

/// The comments in files in which something was found and which are no documents: all that a build still wants to know
/// when it has read its guides.
pub fn beside(tree: &SourceTree, diagnostics: &[Diagnostic], documents: &HashSet<FileId>) -> Vec<Allow> {
    let files: BTreeSet<FileId> = diagnostics.iter().map(|diagnostic| diagnostic.span.file).collect();
    let files: Vec<FileId> = files.into_iter().filter(|file| !documents.contains(file) && (file.0 as usize) < tree.len()).collect();
    files.into_par_iter().flat_map_iter(|file| of_file(tree, file)).collect()
}

fn of_file(tree: &SourceTree, file: FileId) -> Vec<Allow> {
    let Some(syntax) = syntax(tree.path(file)) else { return Vec::new() };
    // What is no text was said already.
    yaml::load(tree, file).map_or_else(|_| Vec::new(), |text| read::in_file(syntax, file, &text))
}
