//! A site as its authors see it while they write: every page as a build writes it, with what is wrong beside it.

mod address;
mod found;
mod guides;
mod kinds;
mod listing;
mod page;
#[cfg(test)]
mod tests;

use crate::{
    diagnostic::{Diagnostic, Levels},
    path::{OutputPath, encoded},
    render::Made,
    search,
    site::{LocaleId, Site},
    source::Changes,
    text::FileId,
    workspace::{Applied, Indexes, Inspection, Workspace},
};
use address::Address;
use found::Counts;
use kinds::{HTML, JSON, content_type};
use std::sync::{OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// The folder of what only authors see.
pub const OWN: &str = "_polyguide/";

/// A site that is shown while it changes.
pub struct Preview {
    workspace: RwLock<Workspace>,
    /// Set once all of the site is read. Until then pages are shown, and whoever asks about the whole site waits.
    whole: OnceLock<()>,
    indexes: Indexes,
    inspection: Inspection,
}

/// What a request is answered with.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status of HTTP.
    pub status: u16,
    /// The content type.
    pub kind: &'static str,
    /// The bytes.
    pub body: Vec<u8>,
    /// Where to go instead.
    pub location: Option<String>,
}

impl Answer {
    fn new(status: u16, kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, kind, body: body.into(), location: None }
    }

    /// An answer for people who read it as it is.
    pub fn text(status: u16, text: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", text)
    }

    fn redirect(address: String) -> Self {
        Self { location: Some(address), ..Self::text(307, "") }
    }
}

impl Preview {
    /// Shows a site.
    pub fn new(workspace: Workspace) -> Self {
        Self { whole: OnceLock::from(()), ..Self::ahead(workspace) }
    }

    /// Shows a site before all of it is read; see [`Workspace::ahead`].
    pub fn ahead(workspace: Workspace) -> Self {
        Self { workspace: RwLock::new(workspace), whole: OnceLock::new(), indexes: Indexes::default(), inspection: Inspection::default() }
    }

    /// Shows the site as a whole from now on.
    pub fn complete(&self, mut whole: Workspace) {
        let before = {
            let mut workspace = self.write();
            whole.come_after(&workspace);
            std::mem::replace(&mut *workspace, whole)
        };
        _ = self.whole.set(());
        drop(before);
    }

    /// Takes over what changed.
    pub fn apply(&self, changes: &Changes) -> Applied {
        self.inspection.make_way(|| self.write().apply(changes))
    }

    /// How many mistakes of each severity a build finds in the site.
    pub fn counts(&self) -> Counts {
        found::count(&self.workspace().diagnostics(), &Levels::default())
    }

    /// Counts changes.
    pub fn revision(&self) -> u64 {
        self.workspace().revision()
    }

    /// The site as it is now.
    pub fn workspace(&self) -> RwLockReadGuard<'_, Workspace> {
        self.workspace.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Workspace> {
        self.workspace.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers a request for the path of a URL, with its query.
    pub fn answer(&self, path: &str, query: &str) -> Answer {
        match address::parse(path) {
            None => Answer::text(400, "This is no address of a site.\n"),
            Some(Address::Folder(folder)) => match folder.strip_prefix(OWN) {
                Some(own) => self.own(own, query),
                None => self.file(&format!("{folder}index.html")),
            },
            Some(Address::File(file)) => match file.as_str().strip_prefix(OWN) {
                Some(own) => self.own(own, query),
                None => self.search(file.as_str()).unwrap_or_else(|| self.file(file.as_str())),
            },
        }
    }

    /// A page or file of the site.
    fn file(&self, path: &str) -> Answer {
        self.read_for(path);
        let workspace = self.workspace();
        let shown = page::show(&workspace, path);
        match &shown.made {
            Some(Made::File(file)) => read(&workspace, *file, path),
            Some(Made::Text(bytes)) if !path.ends_with(".html") => Answer::new(200, content_type(path), bytes.clone()),
            None if page::is_folder(&workspace, path) => Answer::redirect(encoded(&format!("/{path}/"))),
            _ => Answer::new(shown.status(), HTML, shown.into_html(&workspace)),
        }
    }

    /// Reads what is missing for the page at `path`, while the site is not read as a whole.
    fn read_for(&self, path: &str) {
        let is_missing = |path: &OutputPath| self.whole.get().is_none() && self.workspace().lacks(path);
        if let Some(path) = OutputPath::parse(path).filter(is_missing) {
            self.write().read_for(&path);
        }
    }

    /// A file of the search's index.
    fn search(&self, path: &str) -> Option<Answer> {
        let locales = |site: &Site| (0..site.locales.len()).map(LocaleId::new).collect::<Vec<_>>();
        let (locale, name) = {
            let workspace = self.workspace();
            let of = |locale: LocaleId| Some((locale, path.strip_prefix(&search::folder(workspace.site(), locale))?.to_owned()));
            locales(workspace.site()).into_iter().find_map(of)?
        };
        self.whole.wait();
        Some(match self.indexes.file(&self.workspace, locale, &name) {
            Ok(Some(bytes)) => Answer::new(200, content_type(path), bytes),
            Ok(None) => Answer::text(404, "The index of the search has no such file.\n"),
            Err(error) => Answer::text(500, &format!("{error}\n")),
        })
    }

    /// What only authors see.
    fn own(&self, path: &str, query: &str) -> Answer {
        if ["", "guides/", "page.json"].contains(&path) {
            self.whole.wait();
        }
        // A page tells at once what a build finds, and asks again for what the rules find. The list waits for them.
        if path.is_empty() || path == "page.json" && address::parameter(query, "rules") == "wait" {
            drop(self.inspection.look(&self.workspace));
        }
        let workspace = self.workspace();
        let inspected = self.inspection.known(&workspace);
        let inspected = inspected.as_ref().map(|found| &found[..]);
        match path {
            "" => page(listing::page(&workspace, inspected, query)),
            "guides/" => page(guides::page(&workspace, query)),
            "page.json" => Answer::new(200, JSON, page::state(&workspace, inspected, &address::parameter(query, "path"))),
            name => match workspace.author_asset(name) {
                Some(text) => Answer::new(200, content_type(name), text),
                None => Answer::text(404, "There is no such page.\n"),
            },
        }
    }
}

/// A page for authors, or the mistake in the template that a site puts in its place.
fn page(made: Result<Vec<u8>, Diagnostic>) -> Answer {
    made.map_or_else(|mistake| Answer::text(500, &format!("{}\n", mistake.message)), |bytes| Answer::new(200, HTML, bytes))
}

/// A file of the site as it is.
fn read(workspace: &Workspace, file: FileId, path: &str) -> Answer {
    match workspace.tree().read(file) {
        Ok(bytes) => Answer::new(200, content_type(path), bytes),
        Err(_) => Answer::text(404, "The file cannot be read.\n"),
    }
}

/// The file of a page's folder.
fn index_of(folder: &str) -> Option<OutputPath> {
    OutputPath::parse(&format!("{folder}index.html"))
}
