//! What a landing page lists: the guides of its folder, and the folders below it with theirs.

use super::{
    Renderer,
    view::{Child, Listed},
};
use crate::{
    html::escape,
    site::{Availability, GuideId, Page, Section},
};

impl Renderer<'_> {
    pub(super) fn children(&self, page: &Page) -> Vec<Child> {
        let folder = self.folder_with_choices(&self.site.guide(page.guide).folder);
        let mut children: Vec<Child> = self.site.sections_of(folder).flat_map(|section| self.groups(page, section)).collect();
        children.extend(self.site.subfolders(folder).iter().filter_map(|landing| self.folder(page, *landing)));
        children
    }

    /// The folder itself, or where it holds nothing but one other, that one.
    fn folder_with_choices<'s>(&'s self, mut folder: &'s str) -> &'s str {
        loop {
            let has_guides = self.site.sections_of(folder).next().is_some();
            match *self.site.subfolders(folder) {
                [only] if !has_guides => folder = &self.site.guide(only).folder,
                _ => return folder,
            }
        }
    }

    fn groups(&self, page: &Page, section: &Section) -> Vec<Child> {
        let groups = section.groups.iter().map(|group| {
            let title = match &group.label {
                Some(label) => self.site.label(label, page.locale),
                None => self.message(page.locale, "all-guides", &[]),
            };
            Child { title_html: escape(&title), title, href: None, description: None, lang: None, guides: self.listed(page, &group.guides) }
        });
        groups.filter(|child| !child.guides.is_empty()).collect()
    }

    fn folder(&self, page: &Page, landing: GuideId) -> Option<Child> {
        let target = self.site.page_of(landing, page.locale)?;
        let folder = &self.site.guide(landing).folder;
        let own = self.site.sections_of(folder);
        let mut guides: Vec<GuideId> =
            own.flat_map(|section| section.groups.iter().flat_map(|group| group.guides.iter().copied())).collect();
        guides.extend_from_slice(self.site.subfolders(folder));
        let guides = self.listed(page, &guides);
        (!guides.is_empty()).then(|| Child {
            title: self.title(target).into_owned(),
            title_html: self.title_html(target),
            href: Some(page.route.relative(target.route.as_str())),
            description: self.description(target),
            lang: self.other_language(target).map(str::to_owned),
            guides,
        })
    }

    fn listed(&self, page: &Page, guides: &[GuideId]) -> Vec<Listed> {
        let pages = guides.iter().filter_map(|id| self.site.page_of(*id, page.locale)).filter(|other| !self.site.is_hidden(other));
        pages
            .map(|other| Listed {
                title: self.title(other).into_owned(),
                title_html: self.title_html(other),
                href: page.route.relative(other.route.as_str()),
                description: self.description(other),
                lang: self.other_language(other).map(str::to_owned),
                translated: other.availability != Availability::Fallback,
            })
            .collect()
    }

    fn description(&self, page: &Page) -> Option<String> {
        let excerpt = self.site.document(page.document?).front.excerpt.as_ref()?;
        Some(self.personal.html(&excerpt.value).into_owned())
    }
}
