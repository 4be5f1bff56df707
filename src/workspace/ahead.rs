//! A large site before all of it is read. Its pages are known by the heads of its guides; the body of a guide is read when its page is
//! asked for, so that an author who starts to work need not wait for all others.

use super::{Wishes, Workspace};
use crate::{
    corpus::{Corpus, Opened},
    path::OutputPath,
    render,
    site::{Site, images::Sizes, resolve_with},
    source::{Changes, SourceTree},
    text::FileId,
};

/// A site with fewer Markdown files is read as a whole before anybody could notice.
const MANY: usize = 2_000;

impl Workspace {
    /// The site without the bodies of its guides, if that is worth it and possible: values that are asked for can be judged only
    /// once it is known which services the bodies use.
    pub fn ahead(tree: &SourceTree, wishes: &Wishes) -> Option<Self> {
        let is_markdown = |name: &str| name.ends_with(".md");
        let is_large = tree.iter().filter(|(_, path)| is_markdown(path.name())).count() >= MANY;
        let is_plain = wishes.set.is_empty() && wishes.server.is_none();
        (is_large && is_plain).then(|| Self::of_heads(tree, wishes)).flatten()
    }

    pub(super) fn of_heads(tree: &SourceTree, wishes: &Wishes) -> Option<Self> {
        let Opened { corpus, toolbox, findings, .. } = Corpus::open_heads(tree)?;
        let unread = corpus.documents.iter().map(|document| document.file).collect();
        let (site, resolved) = resolve_with(corpus, tree, &wishes.selection, Sizes::default());
        let workspace = Self::new(tree.clone(), wishes.clone(), site, toolbox, (findings, resolved));
        Some(Self { unread, ..workspace })
    }

    /// Whether a body is missing for the page at `path`.
    pub fn lacks(&self, path: &OutputPath) -> bool {
        !self.unread.is_empty() && self.bodies_of(path).any(|file| self.unread.contains(&file))
    }

    /// Reads the bodies that are missing for the page at `path`: those of its guide in all languages, since their headings are
    /// compared.
    pub fn read_for(&mut self, path: &OutputPath) {
        let files: Vec<FileId> = self.bodies_of(path).filter(|file| self.unread.contains(file)).collect();
        let modified = files.iter().map(|file| self.tree.path(*file).clone()).collect();
        self.apply(&Changes { modified, ..Changes::default() });
        files.iter().for_each(|file| _ = self.unread.remove(file));
    }

    /// The files of the guide whose page is at `path`.
    fn bodies_of<'a>(&'a self, path: &OutputPath) -> impl Iterator<Item = FileId> + use<'a> {
        let site: &Site = self.site();
        let page = render::route_of(path).and_then(|route| site.by_route.get(&route));
        let documents = page.map(|page| &site.guide(site.page(*page).guide).documents);
        documents.into_iter().flatten().map(|(_, document)| site.document(*document).file)
    }

    /// Comes in the place of one that was ahead of it: what was counted goes on.
    pub fn come_after(&mut self, ahead: &Self) {
        self.revision = ahead.revision + 1;
        self.looks = ahead.looks;
        self.rendered = ahead.rendered().into();
    }
}
