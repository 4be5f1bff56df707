//! What is odd about links, and what their authors probably meant.
//!
//! What a name was probably meant to be is looked for last, once for all links that have it, and for so many names only:
//! where most links of a large site are dead, to compare each with all guides would take longer than everything else.

use crate::{
    diagnostic::{Code, Diagnostic},
    site::{
        DocumentId, Site,
        written::{in_address, text_of},
    },
    source::SourceTree,
    text::Span,
    words,
};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;

/// For how many names is looked what they were meant to be: an author who has more of them has moved their guides.
const MAX_WANTED: usize = 200;

/// What is odd about a link.
pub struct Finding<'a> {
    pub code: &'static Code,
    pub message: String,
    pub help: Help<'a>,
    /// The part of the address that is to be written anew.
    wrong: &'a str,
    /// What is written instead where that leads where the link leads already.
    right: Option<String>,
}

/// What the author can do.
pub enum Help<'a> {
    Say(String),
    /// Write the name that is nearest to this one.
    Nearest(Wanted<'a>),
}

/// A name that nothing has.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Wanted<'a> {
    /// The folder of a guide.
    Guide(&'a str),
    /// A product of the navigation.
    Product(&'a str),
    /// A key below `links`.
    Key(&'a str),
    /// A place on the pages that show a document.
    Place(String, DocumentId),
}

impl<'a> Finding<'a> {
    pub fn new(code: &'static Code, message: String, help: String) -> Self {
        Self { code, message, help: Help::Say(help), wrong: "", right: None }
    }

    /// `wrong` is how the name that is wanted stands in the address.
    pub fn nearest(code: &'static Code, message: String, wanted: Wanted<'a>, wrong: &'a str) -> Self {
        Self { code, message, help: Help::Nearest(wanted), wrong, right: None }
    }

    /// With what to write in the address instead of a part of it.
    pub fn write(mut self, wrong: &'a str, right: impl Into<String>) -> Self {
        (self.wrong, self.right) = (wrong, Some(right.into()));
        self
    }
}

impl Wanted<'_> {
    /// The name that is nearest.
    fn nearest(&self, site: &Site) -> Option<String> {
        let near = match self {
            Self::Guide(path) => nearest_folder(path, site),
            Self::Product(name) => words::nearest(name, site.products.keys().map(String::as_str)),
            Self::Key(key) => site.corpus.link_files.nearest(key),
            Self::Place(name, id) => words::nearest(name, site.document(*id).facts.ids()),
        };
        near.map(str::to_owned)
    }

    /// What stands before such a name in an address.
    fn prefix(&self) -> &'static str {
        match self {
            Self::Guide(_) => "/pages/",
            Self::Product(_) => "/products/",
            Self::Key(_) => "/links/",
            Self::Place(..) => "#",
        }
    }

    /// The help where no name is near.
    fn other_help(&self) -> String {
        match self {
            Self::Guide(_) => "the link is shown as text until the guide is there".into(),
            Self::Product(_) => "products stand in the navigation, `index.md` of the content folder".into(),
            Self::Key(key) => format!("write the file `links/{key}` with lines `- [locale](address)`"),
            Self::Place(..) => "give the place a name with `<a name=\"…\"></a>`".into(),
        }
    }
}

/// The nearest names of those that are wanted.
type Near<'f> = FxHashMap<&'f Wanted<'f>, Option<String>>;

/// The findings of all links as diagnostics, in their order.
pub fn diagnostics(findings: Vec<(Span, Finding)>, site: &Site, tree: &SourceTree) -> Vec<Diagnostic> {
    let near = nearest(&findings, site);
    let by_file: Vec<&[(Span, Finding)]> = findings.chunk_by(|one, other| one.0.file == other.0.file).collect();
    let of_file = |findings: &[(Span, Finding)]| {
        let text = OnceCell::new();
        let place = |span: Span, wrong: &str| in_address(text.get_or_init(|| text_of(tree, span.file)).as_deref()?, span, wrong);
        findings.iter().map(|(span, finding)| diagnostic(*span, finding, &near, &place)).collect::<Vec<Diagnostic>>()
    };
    by_file.into_par_iter().flat_map_iter(of_file).collect()
}

/// A finding with its help, and with the edit that mends it: a safe one where the link leads there already.
fn diagnostic(span: Span, finding: &Finding, near: &Near, place: &dyn Fn(Span, &str) -> Option<Span>) -> Diagnostic {
    let found = Diagnostic::new(finding.code, span, finding.message.clone());
    let wrong = || Some(finding.wrong).filter(|wrong| !wrong.is_empty()).and_then(|wrong| place(span, wrong));
    match &finding.help {
        Help::Say(help) => {
            let found = found.help(help);
            match finding.right.as_ref().zip(wrong()) {
                Some((right, place)) => found.fix(place, right),
                None => found,
            }
        }
        Help::Nearest(wanted) => match near.get(wanted) {
            Some(Some(near)) => {
                let found = found.help(format!("did you mean `{}{near}`?", wanted.prefix()));
                match wrong() {
                    Some(place) => found.unsafe_fix(place, near),
                    None => found,
                }
            }
            _ => found.help(wanted.other_help()),
        },
    }
}

/// What the first names that are wanted were probably meant to be.
fn nearest<'f>(findings: &'f [(Span, Finding)], site: &Site) -> Near<'f> {
    let mut seen = FxHashSet::default();
    let wanted = findings.iter().filter_map(|(_, finding)| match &finding.help {
        Help::Nearest(wanted) => Some(wanted),
        Help::Say(_) => None,
    });
    let wanted: Vec<&Wanted> = wanted.filter(|wanted| seen.insert(*wanted)).take(MAX_WANTED).collect();
    wanted.into_par_iter().map(|wanted| (wanted, wanted.nearest(site))).collect()
}

/// The folder that shares its last part with `path`, or is spelled nearly alike.
fn nearest_folder<'s>(path: &str, site: &'s Site) -> Option<&'s str> {
    let known = || site.guides.iter().map(|guide| guide.folder.as_str()).filter(|folder| !folder.is_empty());
    let last = path.rsplit('/').next().unwrap_or(path);
    let shares_last: Vec<&str> = known().filter(|folder| folder.rsplit('/').next() == Some(last)).collect();
    match shares_last[..] {
        [] => words::nearest(path, known()),
        [only] => Some(only),
        _ => words::nearest(path, shares_last),
    }
}
