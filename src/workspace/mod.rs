//! A site that is being worked on: the only state that changes. Files change, and what is known of the site follows, with as
//! little work as their meaning allows; pages are made when they are asked for.

mod ahead;
mod indexes;
mod inspection;
#[cfg(test)]
mod tests;

pub use indexes::Indexes;
pub use inspection::Inspection;

use crate::{
    check::{self, IsOver},
    corpus::{Corpus, Opened, Purpose, Toolbox, document::Seen, meta},
    diagnostic::{Diagnostic, Findings, Levels},
    path::{OutputPath, SourcePath},
    progress::Progress,
    render::{self, Common, Made, OnDemand},
    search::Material,
    service::Values,
    site::{DocumentId, LocaleId, PageId, Selection, Site, images::Sizes, resolve_with},
    source::{Changes, SourceTree},
    text::{FileId, Span},
};
use std::{
    borrow::Cow,
    collections::BTreeSet,
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
};
use tera::Context;

/// What the command line asks of the site.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Which locales, and where the site stands.
    pub selection: Selection,
    /// Values that are fixed: `email-pro.server=3`.
    pub set: Vec<String>,
    /// A server whose service was not named.
    pub server: Option<String>,
}

/// A site that is being worked on.
pub struct Workspace {
    tree: SourceTree,
    wishes: Wishes,
    values: Values,
    /// There is one at all times but in the middle of a change.
    site: Option<Site>,
    /// The guides' files of which only the heads were read.
    unread: BTreeSet<FileId>,
    toolbox: Toolbox,
    /// What was found in files by themselves.
    read: Findings,
    /// What was found when they were taken together.
    resolved: Findings,
    /// What pages share, made when the first is asked for after a change that it depends on.
    common: OnceLock<Common>,
    revision: u64,
    looks: u64,
    rendered: AtomicUsize,
}

/// What a change led to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// The guides' files that were parsed.
    pub parsed: Vec<SourcePath>,
    /// Whether all files were taken together again.
    pub resolved: bool,
}

impl Workspace {
    /// Reads a site. Where `wishes` do not fit it, what is wrong comes with the workspace, whose diagnostics may say why.
    pub fn open(tree: SourceTree, wishes: Wishes, progress: &dyn Progress) -> (Self, Result<(), String>) {
        let Opened { corpus, toolbox, findings: read, .. } = Corpus::open(&tree, progress, Purpose::Pages, &|_: &Seen| ());
        progress.phase("resolve", 0);
        let (site, resolved) = resolve_with(corpus, &tree, &wishes.selection, Sizes::default());
        let mut workspace = Self::new(tree, wishes, site, toolbox, (read, resolved));
        let fits = workspace.update_values();
        (workspace, fits)
    }

    /// A site as it was read, and what was found in files by themselves and together.
    fn new(tree: SourceTree, wishes: Wishes, site: Site, toolbox: Toolbox, (read, resolved): (Findings, Findings)) -> Self {
        Self {
            tree,
            wishes,
            values: Values::default(),
            site: Some(site),
            unread: BTreeSet::new(),
            toolbox,
            read,
            resolved,
            common: OnceLock::new(),
            revision: 0,
            looks: 0,
            rendered: AtomicUsize::new(0),
        }
    }

    /// The site, as of the last change.
    pub fn site(&self) -> &Site {
        self.site.as_ref().expect("there is a site when nothing changes it")
    }

    /// Its files.
    pub fn tree(&self) -> &SourceTree {
        &self.tree
    }

    /// Counts changes.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Counts changes of files that pages show without naming their bytes, such as pictures.
    pub fn looks(&self) -> u64 {
        self.looks
    }

    /// How many pages were made.
    pub fn rendered(&self) -> usize {
        self.rendered.load(Ordering::Relaxed)
    }

    /// Takes over what changed.
    pub fn apply(&mut self, changes: &Changes) -> Applied {
        self.tree.apply(changes);
        let Some(mut site) = self.site.take() else { return Applied::default() };
        let update = site.corpus.update(&self.tree, changes, &mut self.toolbox, &mut self.read);
        let modified: Vec<FileId> = changes.modified.iter().filter_map(|path| self.tree.find(path)).collect();
        let resolved = update.means_other || modified.iter().any(|file| site.images.holds(*file));
        if resolved {
            let mut sizes = std::mem::take(&mut site.images).into_sizes();
            sizes.retain(|file, _| !modified.contains(file) && self.tree.holds(*file));
            (site, self.resolved) = resolve_with(site.corpus, &self.tree, &self.wishes.selection, sizes);
        } else {
            self.look_again(&site, &update.parsed);
        }
        self.site = Some(site);
        if resolved {
            // A value that no longer fits, since a service is being edited, stays what it was.
            _ = self.update_values();
        }
        if resolved || changes.files().any(render::is_of_theme) {
            self.common = OnceLock::new();
        }
        self.revision += 1;
        self.looks += u64::from(changes.files().any(is_shown_as_it_is));
        Applied { parsed: update.parsed.iter().map(|file| self.tree.path(*file).clone()).collect(), resolved }
    }

    fn update_values(&mut self) -> Result<(), String> {
        let (Wishes { set, server, .. }, site) = (&self.wishes, self.site());
        self.values = Values::chosen(set, server.as_deref(), site.services(), &site.services_in_use())?;
        Ok(())
    }

    /// Finds again what is wrong with links and pictures of guides whose places moved.
    fn look_again(&mut self, site: &Site, parsed: &[FileId]) {
        for (at, document) in site.corpus.documents.iter().enumerate() {
            if parsed.binary_search(&document.file).is_ok() {
                self.resolved.replace(document.file, site.look_again(DocumentId::new(at), &self.tree));
            }
        }
    }

    fn common(&self) -> &Common {
        self.common.get_or_init(|| Common::new(self.site(), &self.tree, &self.values))
    }

    /// What a build writes to `path`, if it writes anything there; see [`OnDemand::make`].
    pub fn make(&self, path: &OutputPath) -> Option<Made> {
        let made = OnDemand::new(self.site(), &self.tree, &self.values, self.common()).make(path);
        if let Some(Made::Page(..)) = made {
            self.rendered.fetch_add(1, Ordering::Relaxed);
        }
        made
    }

    /// The page for unknown addresses, for readers of a locale.
    pub fn not_found(&self, locale: Option<LocaleId>) -> Made {
        OnDemand::new(self.site(), &self.tree, &self.values, self.common()).not_found(locale)
    }

    /// A page of the theme's for authors, which says of which revision it is.
    ///
    /// # Errors
    /// Where the site's own template has a mistake.
    pub fn author_page(&self, template: &str, mut context: Context) -> Result<Vec<u8>, Diagnostic> {
        context.insert("revision", &self.revision);
        self.common().author_page(template, &self.site().corpus.config.title, context)
    }

    /// A script or style of the theme's for authors, by its file name.
    pub fn author_asset(&self, name: &str) -> Option<&str> {
        self.common().author_asset(name)
    }

    /// What the search's index of a locale is made of.
    pub fn search_material(&self, locale: LocaleId) -> Material {
        Material::collect(self.site(), &self.tree, &self.values, locale)
    }

    /// What `check` finds in the site; nothing where that is over before. It reads all guides once more.
    pub fn inspect(&self, is_over: IsOver) -> Option<Vec<Diagnostic>> {
        // Mistakes in templates are known once the templates are read.
        self.common();
        let found = self.diagnostics().into_iter().map(Cow::into_owned).collect();
        check::inspect(self.site(), &self.tree, &self.toolbox, found, is_over)
    }

    /// What an inspection found, of that what is wrong with a page.
    pub fn of_page<'f>(&self, page: PageId, inspected: &'f [Diagnostic]) -> Vec<&'f Diagnostic> {
        let files = self.files_of(page);
        let place = |found: &Diagnostic| (found.span, found.code.id);
        // A mistake in an included file is one of the page, too.
        let own: BTreeSet<(Span, &str)> = self.page_diagnostics(page).into_iter().map(place).collect();
        inspected.iter().filter(|found| files.contains(&found.span.file) || own.contains(&place(found))).collect()
    }

    /// How bad mistakes count in an inspection.
    pub fn levels(&self) -> Levels {
        Levels { in_check: true, strict: false, configured: self.site().corpus.config.severities.clone() }
    }

    /// What a build finds in the site.
    pub fn diagnostics(&self) -> Vec<Cow<'_, Diagnostic>> {
        let found = self.read.iter().chain(self.resolved.iter()).map(Cow::Borrowed);
        let in_templates = self.common.get().map(Common::diagnostics).unwrap_or_default();
        found.chain(in_templates.into_iter().map(Cow::Owned)).collect()
    }

    /// The files that a page is made of: its text, and the metadata of its guide.
    fn files_of(&self, page: PageId) -> Vec<FileId> {
        let site = self.site();
        let page = site.page(page);
        let content = [site.corpus.config.content.as_str(), &site.guide(page.guide).folder, meta::FILE];
        let meta = content.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("/");
        site.file(page).into_iter().chain(self.tree.find_text(&meta)).collect()
    }

    /// What a build finds that is wrong with a page: with its text and what that includes, its links and pictures, and the metadata of its guide.
    pub fn page_diagnostics(&self, page: PageId) -> Vec<&Diagnostic> {
        let files = self.files_of(page);
        let own = files.iter().flat_map(|file| self.read.of(*file).iter().chain(self.resolved.of(*file)));
        let general = self.read.general.iter().chain(&self.resolved.general);
        let mut found: Vec<&Diagnostic> = own.chain(general.filter(|found| files.contains(&found.span.file))).collect();
        found.sort_by_key(|found| (found.span, found.code.id));
        found.dedup();
        found
    }
}

/// Whether pages show a file, or link to it, without naming its bytes; of all others, the pages are different themselves.
fn is_shown_as_it_is(path: &SourcePath) -> bool {
    let extension = path.name().rsplit_once('.').map_or("", |(_, extension)| extension);
    !["css", "ftl", "html", "js", "md", "yaml", "yml"].contains(&extension)
}
