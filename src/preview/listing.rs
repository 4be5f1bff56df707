//! The page of everything that is wrong with the site.

use super::{
    address::parameter,
    found::{self, Places},
    page::address_of,
};
use crate::{
    diagnostic::{Diagnostic, Levels},
    site::{Availability, PageId},
    text::FileId,
    words::{count, thousands},
    workspace::Workspace,
};
use rustc_hash::FxHashMap;
use serde::Serialize;
use std::borrow::Cow;
use tera::Context;

/// So many are shown at once; whoever has more looks for some of them.
const MAX_SHOWN: usize = 200;

/// A file and what is wrong with it.
#[derive(Serialize)]
struct File {
    name: String,
    /// The page that shows it.
    address: Option<String>,
    found: Vec<found::Shown>,
}

/// What is looked for.
struct Filter {
    severity: String,
    code: String,
    /// A part of the file's path, in lower case.
    file: String,
}

impl Filter {
    fn new(query: &str) -> Self {
        let file = parameter(query, "file");
        Self { severity: parameter(query, "severity"), code: parameter(query, "code"), file: file.trim().to_lowercase() }
    }

    fn lets(&self, found: &Diagnostic, workspace: &Workspace, levels: &Levels) -> bool {
        (self.severity.is_empty() || self.severity == levels.severity(found).as_str())
            && (self.code.is_empty() || self.code == found.code.id)
            && (self.file.is_empty() || workspace.tree().name(found.span.file).to_lowercase().contains(&self.file))
    }
}

/// The page, with what an inspection found, or else a build; `query` may name a severity, a code and a part of a file's path.
pub fn page(workspace: &Workspace, inspected: Option<&[Diagnostic]>, query: &str) -> Result<Vec<u8>, Diagnostic> {
    let (filter, levels) = (Filter::new(query), workspace.levels());
    let all = inspected.map_or_else(|| workspace.diagnostics(), |found| found.iter().map(Cow::Borrowed).collect());
    let mut shown: Vec<&Cow<Diagnostic>> = all.iter().filter(|found| filter.lets(found, workspace, &levels)).collect();
    shown.sort_by_key(|found| (workspace.tree().name(found.span.file), found.span, found.code.id));
    shown.dedup();
    let mut context = Context::new();
    let found::Counts { errors, warnings, notes } = found::count(&all, &levels);
    let counts = format!("{}, {} and {}", count(errors, "error"), count(warnings, "warning"), count(notes, "note"));
    context.insert("counts", &counts);
    context.insert("codes", &codes(&all));
    context.insert("severity", &filter.severity);
    context.insert("code", &filter.code);
    context.insert("file", &parameter(query, "file"));
    context.insert("summary", &summary(shown.len()));
    shown.truncate(MAX_SHOWN);
    context.insert("files", &by_file(workspace, &shown));
    // A change came while the rules were asked; the page asks again.
    context.insert("partial", &inspected.is_none());
    context.insert("heading", "What is wrong");
    context.insert("here", "listing");
    workspace.author_page("author/listing.html", context)
}

fn summary(shown: usize) -> String {
    match shown {
        0 => "Nothing is wrong here.".into(),
        _ if shown > MAX_SHOWN => format!("The first {MAX_SHOWN} of {}.", thousands(shown)),
        _ => format!("{}.", count(shown, "finding")),
    }
}

/// The codes that were found, with how often, the most frequent first.
fn codes(all: &[Cow<Diagnostic>]) -> Vec<(&'static str, usize)> {
    let mut counts: FxHashMap<&'static str, usize> = FxHashMap::default();
    all.iter().for_each(|found| *counts.entry(found.code.id).or_default() += 1);
    let mut codes: Vec<(&'static str, usize)> = counts.into_iter().collect();
    codes.sort_by_key(|(code, count)| (std::cmp::Reverse(*count), *code));
    codes
}

fn by_file(workspace: &Workspace, shown: &[&Cow<Diagnostic>]) -> Vec<File> {
    let pages = pages_by_file(workspace);
    let mut places = Places::new(workspace.tree(), workspace.levels());
    let of_file = |shown: &[&Cow<Diagnostic>]| {
        let file = shown[0].span.file;
        File {
            name: workspace.tree().name(file).to_owned(),
            address: pages.get(&file).map(|page| address_of(workspace, *page)),
            found: shown.iter().map(|found| places.show(found)).collect(),
        }
    };
    shown.chunk_by(|one, other| one.span.file == other.span.file).map(of_file).collect()
}

/// For each guide's file the page that shows it in its own language.
fn pages_by_file(workspace: &Workspace) -> FxHashMap<FileId, PageId> {
    let site = workspace.site();
    let own = site.pages.iter().enumerate().filter(|(_, page)| page.availability == Availability::Translated);
    own.filter_map(|(at, page)| Some((site.file(page)?, PageId::new(at)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{progress::NoProgress, source::SourceTree, workspace::Wishes};

    #[test]
    fn names_in_messages_stand_as_code_and_one_mistake_is_no_mistakes() {
        let tree = SourceTree::from_memory([("content/mail/a/guide.en.md", "---\ntitle: Alpha\n---\n\nSee [that](/pages/no).\n")]);
        let workspace = Workspace::open(tree, Wishes::default(), &NoProgress).0;
        let list = String::from_utf8(page(&workspace, None, "").unwrap()).unwrap();
        assert!(list.contains("there is no guide <code>no</code>"), "{list}");
        assert!(list.contains("1 error, 0 warnings and 0 notes on the whole site"), "{list}");
    }

    #[test]
    fn a_list_without_what_the_rules_find_is_of_no_revision() {
        let tree = SourceTree::from_memory([("content/mail/a/guide.en.md", "---\ntitle: Alpha\n---\n\nText.\n")]);
        let workspace = Workspace::open(tree, Wishes::default(), &NoProgress).0;
        let list = |inspected| String::from_utf8(page(&workspace, inspected, "").unwrap()).unwrap();
        assert!(list(None).contains("data-revision=\"\""));
        assert!(list(Some(&[])).contains("data-revision=\"0\""));
    }
}
