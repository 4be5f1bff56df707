//! One page or file of a site, made when it is asked for: the same bytes that a build writes.

use super::{Common, Renderer, assets, special};
use crate::{
    diagnostic::Diagnostic,
    path::{OutputPath, Route},
    service::Values,
    site::{LocaleId, PageId, Site},
    source::SourceTree,
    text::FileId,
};

/// Makes pages and files of a site.
pub struct OnDemand<'a> {
    renderer: Renderer<'a>,
    common: &'a Common,
}

/// What stands at a path of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// A page that shows a guide or a landing page.
    Page(PageId, Vec<u8>),
    /// Another page, or a text that the site makes.
    Text(Vec<u8>),
    /// A file of the site as it is.
    File(FileId),
    /// Nothing: a template has a mistake.
    Broken(Diagnostic),
}

impl<'a> OnDemand<'a> {
    pub fn new(site: &'a Site, tree: &'a SourceTree, values: &'a Values, common: &'a Common) -> Self {
        Self { renderer: Renderer::new(site, tree, values, common), common }
    }

    /// What a build writes to `path`, if it writes anything there. The search's files, and what only servers read, are left out.
    pub fn make(&self, path: &OutputPath) -> Option<Made> {
        let site = self.renderer.site;
        if let Some(page) = route_of(path).and_then(|route| site.by_route.get(&route)) {
            return Some(self.page(*page));
        }
        if let Some(own) = self.renderer.own_file(path) {
            return Some(Made::File(own));
        }
        if let Some(special) = special::find(&self.renderer, path) {
            return Some(self.checked(self.renderer.special(&special)));
        }
        assets::find(&self.renderer, path).or_else(|| special::find_text(&self.renderer, path).map(Made::Text))
    }

    /// The page that tells readers of a locale that there is nothing at an address.
    pub fn not_found(&self, locale: Option<LocaleId>) -> Made {
        let own = OutputPath::parse(&special::not_found_path(self.renderer.site, locale)).and_then(|path| self.renderer.own_file(&path));
        if let Some(bytes) = own.and_then(|file| self.renderer.tree.read(file).ok()) {
            return Made::Text(bytes);
        }
        self.checked(self.renderer.special(&special::Special::NotFound(locale)))
    }

    fn page(&self, id: PageId) -> Made {
        let page = self.renderer.site.page(id);
        let mut out = String::new();
        match self.renderer.page(page, &self.renderer.shared(page.guide), &mut out) {
            Ok(()) => Made::Page(id, out.into_bytes()),
            Err(mistake) => self.broken(mistake),
        }
    }

    fn checked(&self, made: Result<Vec<u8>, Diagnostic>) -> Made {
        made.map_or_else(|mistake| self.broken(mistake), Made::Text)
    }

    fn broken(&self, mistake: Diagnostic) -> Made {
        self.common.note(mistake.clone());
        Made::Broken(mistake)
    }
}

/// The address of the page that a file is.
pub fn route_of(path: &OutputPath) -> Option<Route> {
    match path.as_str().strip_suffix("index.html")? {
        "" => Some(Route::root()),
        folder => Route::parse(folder.strip_suffix('/')?),
    }
}
