//! What is odd about links, and what their authors probably meant.
//!
//! What a name was probably meant to be is looked for last, once for all links that have it, and for so many names only:
//! where most links of a large site are dead, to compare each with all guides would take longer than everything else.

use super::mend::{self, Texts};
use crate::{
    diagnostic::{Code, Diagnostic, Safety},
    draft::Link,
    site::{DocumentId, Site},
    source::SourceTree,
    words,
};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// For how many names is looked what they were meant to be: an author who has more of them has moved their guides.
const MAX_WANTED: usize = 200;

/// What is odd about a link.
pub struct Finding<'a> {
    pub code: &'static Code,
    pub message: String,
    pub help: Help<'a>,
    /// The address to write instead, and whether it leads to the same place.
    pub instead: Option<(String, Safety)>,
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
        Self { code, message, help: Help::Say(help), instead: None }
    }

    /// With the address to write instead, and whether it leads to the same place.
    pub fn instead(mut self, address: String, safety: Safety) -> Self {
        self.instead = Some((address, safety));
        self
    }

    pub fn nearest(code: &'static Code, message: String, wanted: Wanted<'a>) -> Self {
        Self { code, message, help: Help::Nearest(wanted), instead: None }
    }
}

impl Wanted<'_> {
    fn nearest(&self, site: &Site) -> Option<String> {
        match self {
            Self::Guide(path) => nearest_folder(path, site).map(|near| format!("/pages/{near}")),
            Self::Product(name) => words::nearest(name, site.products.keys().map(String::as_str)).map(|near| format!("/products/{near}")),
            Self::Key(key) => site.corpus.link_files.nearest(key).map(|near| format!("/links/{near}")),
            Self::Place(name, id) => words::nearest(name, site.document(*id).facts.ids()).map(|near| format!("#{near}")),
        }
    }

    /// Whether this is the name that was found, misspelled. The guide of the same name in another product is another one.
    fn is_close(&self, near: &str) -> bool {
        match self {
            Self::Guide(name) | Self::Product(name) | Self::Key(name) => {
                near.splitn(3, '/').nth(2).is_some_and(|near| words::is_close(name, near))
            }
            Self::Place(name, _) => words::is_close(name, near.trim_start_matches('#')),
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

/// The findings of all links as diagnostics, in their order.
pub fn diagnostics(findings: Vec<(&Link, Finding)>, site: &Site, tree: &SourceTree) -> Vec<Diagnostic> {
    let nearest = nearest(&findings, site);
    let mut texts = Texts::new(tree);
    let mut diagnostic = |(link, finding): &(&Link, Finding)| {
        let diagnostic = Diagnostic::new(finding.code, link.span, finding.message.clone());
        let wanted = match &finding.help {
            Help::Say(help) => {
                let diagnostic = diagnostic.help(help.clone());
                return match &finding.instead {
                    Some((address, safety)) => mend::address(diagnostic, link, address, *safety, &mut texts),
                    None => diagnostic,
                };
            }
            Help::Nearest(wanted) => wanted,
        };
        let Some(near) = nearest.get(wanted).and_then(Option::as_ref) else { return diagnostic.help(wanted.other_help()) };
        let diagnostic = diagnostic.help(format!("did you mean `{near}`?"));
        if !wanted.is_close(near) {
            return diagnostic;
        }
        mend::address(diagnostic, link, near, Safety::Unsafe, &mut texts)
    };
    findings.iter().map(&mut diagnostic).collect()
}

/// The name that is nearest to each of the first that are wanted.
fn nearest<'f>(findings: &'f [(&Link, Finding)], site: &Site) -> FxHashMap<&'f Wanted<'f>, Option<String>> {
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
