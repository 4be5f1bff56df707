//! Sections of guides: those that the team's navigation lists, and for the others one for each folder.

use super::{Guide, GuideId, LocaleId, SectionId, Site};
use crate::{
    corpus::{
        document::DocumentKind,
        front_matter::Order,
        navigation::{NavItem, NavTarget},
    },
    diagnostic::{Diagnostic, NAV_MISSING_GUIDE},
    text::Span,
    words,
};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Guides that belong together: what a page of one of them lists at its side.
#[derive(Clone, Debug)]
pub struct Section {
    /// What it is called.
    pub label: Label,
    /// Its landing page.
    pub landing: Option<GuideId>,
    /// Its guides.
    pub groups: Vec<Group>,
}

/// What lies in each folder: every landing page asks for it.
#[derive(Debug, Default)]
pub(crate) struct Folders {
    /// The sections whose landing page it is.
    sections: FxHashMap<String, Vec<SectionId>>,
    /// The landing pages of the folders right below it.
    below: FxHashMap<String, Vec<GuideId>>,
}

/// Guides of a section under a title of their own.
#[derive(Clone, Debug)]
pub struct Group {
    /// The title, if it has one.
    pub label: Option<Label>,
    /// The guides, in order.
    pub guides: Vec<GuideId>,
}

/// What a section or group is called.
#[derive(Clone, Debug)]
pub enum Label {
    /// As the navigation says; translators know it by the reference.
    Written { text: String, reference: Option<String> },
    /// As the landing page is called.
    Landing(GuideId),
    /// As the guide's front matter says, in each language.
    FrontMatter(GuideId),
}

impl Site {
    /// Makes the sections and tells each guide its own.
    pub(super) fn make_navigation(&mut self) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        let mut sections = Vec::new();
        if let Some(source) = self.corpus.navigation.take() {
            let mut missing = Vec::new();
            let mut plan = Plan { site: self, sections: &mut sections, missing: &mut missing, products: Vec::new() };
            for item in &source.roots {
                plan.item(item, None);
            }
            let products = plan.products;
            diagnostics.extend(missing_guides(missing));
            for (reference, section) in products {
                if let Some(landing) = landing_of(self, &sections[section]) {
                    sections[section].landing = Some(landing);
                    self.products.insert(reference, landing);
                }
            }
            self.corpus.navigation = Some(source);
        }
        sections.retain(|section: &Section| section.groups.iter().any(|group| !group.guides.is_empty()));
        self.assign(&sections);
        let rest = self.folder_sections();
        self.assign_from(&rest, sections.len());
        sections.extend(rest);
        self.sections = sections;
        self.folders = self.make_folders();
        self.make_neighbors();
        diagnostics
    }

    fn make_folders(&self) -> Folders {
        let mut folders = Folders::default();
        for (at, section) in self.sections.iter().enumerate() {
            let Some(landing) = section.landing else { continue };
            folders.sections.entry(self.guide(landing).folder.clone()).or_default().push(SectionId(at as u32));
        }
        for (at, guide) in self.guides.iter().enumerate() {
            if guide.kind == DocumentKind::Landing && !guide.folder.is_empty() {
                folders.below.entry(parent(&guide.folder).to_owned()).or_default().push(GuideId(at as u32));
            }
        }
        folders
    }

    fn assign(&mut self, sections: &[Section]) {
        self.assign_from(sections, 0);
    }

    fn assign_from(&mut self, sections: &[Section], first: usize) {
        for (at, section) in sections.iter().enumerate() {
            for guide in section.groups.iter().flat_map(|group| &group.guides) {
                self.guides[guide.0 as usize].section.get_or_insert(SectionId((first + at) as u32));
            }
        }
    }

    /// A section for each folder whose guides no navigation lists.
    fn folder_sections(&self) -> Vec<Section> {
        let mut folders: BTreeMap<&str, Vec<GuideId>> = BTreeMap::new();
        for (at, guide) in self.guides.iter().enumerate() {
            if guide.kind == DocumentKind::Guide && guide.section.is_none() {
                folders.entry(parent(&guide.folder)).or_default().push(GuideId(at as u32));
            }
        }
        folders.into_iter().filter_map(|(folder, guides)| self.folder_section(folder, guides)).collect()
    }

    fn folder_section(&self, folder: &str, mut guides: Vec<GuideId>) -> Option<Section> {
        let landing = self.landing(folder)?;
        guides.sort_by_cached_key(|id| (self.order(self.guide(*id)), self.guide(*id).folder.clone()));
        let mut groups: Vec<(Option<String>, Group)> = Vec::new();
        for id in guides {
            let name = self.source_document(self.guide(id)).and_then(|document| document.front.section.clone());
            match groups.iter_mut().find(|(known, _)| *known == name) {
                Some((_, group)) => group.guides.push(id),
                None => {
                    let label = name.as_ref().map(|_| Label::FrontMatter(id));
                    groups.push((name, Group { label, guides: vec![id] }));
                }
            }
        }
        groups.sort_by_key(|(name, _)| name.is_some());
        let groups = groups.into_iter().map(|(_, group)| group).collect();
        Some(Section { label: Label::Landing(landing), landing: Some(landing), groups })
    }

    fn order(&self, guide: &Guide) -> Order {
        self.source_document(guide).and_then(|document| document.front.order.clone()).unwrap_or_default()
    }

    /// The document that says what holds for a guide in all languages: the source's, else the first.
    pub fn source_document(&self, guide: &Guide) -> Option<&crate::corpus::document::Document> {
        let source = self.source_locale();
        let own = guide.documents.iter().find(|(locale, _)| *locale == source).or(guide.documents.first());
        own.map(|(_, id)| self.document(*id))
    }

    fn make_neighbors(&mut self) {
        let orders: Vec<Vec<GuideId>> =
            self.sections.iter().map(|section| section.groups.iter().flat_map(|group| group.guides.iter().copied()).collect()).collect();
        for (at, order) in orders.iter().enumerate() {
            let own: Vec<GuideId> = order
                .iter()
                .copied()
                .filter(|id| self.guide(*id).section == Some(SectionId(at as u32)) && !self.is_hidden_guide(*id))
                .collect();
            for (place, id) in own.iter().enumerate() {
                let before = place.checked_sub(1).map(|before| own[before]);
                self.guides[id.0 as usize].neighbors = (before, own.get(place + 1).copied());
            }
        }
    }

    /// Whether a guide is left out of lists.
    pub fn is_hidden_guide(&self, guide: GuideId) -> bool {
        self.source_document(self.guide(guide)).is_some_and(|document| document.front.hidden)
    }

    /// What a label says to readers of a locale.
    pub fn label(&self, label: &Label, locale: LocaleId) -> String {
        match label {
            Label::Written { text, reference } => {
                let translated = reference.as_ref().and_then(|reference| {
                    let source = self.corpus.navigation.as_ref()?;
                    self.locale(locale).chain.iter().find_map(|locale| source.label(reference, locale))
                });
                translated.unwrap_or(text).to_owned()
            }
            Label::Landing(landing) => match self.page_of(*landing, locale) {
                Some(page) => self.title(page).into_owned(),
                None => self.folder_title(self.guide(*landing), locale).into_owned(),
            },
            Label::FrontMatter(guide) => {
                let shown = self.page_of(*guide, locale).and_then(|page| page.document).map(|id| self.document(id));
                let own = shown.and_then(|document| document.front.section.clone());
                own.or_else(|| self.source_document(self.guide(*guide)).and_then(|document| document.front.section.clone()))
                    .unwrap_or_default()
            }
        }
    }

    /// The title of a landing page that nobody wrote.
    pub(super) fn folder_title(&self, guide: &Guide, locale: LocaleId) -> std::borrow::Cow<'_, str> {
        if guide.folder.is_empty() {
            return self.corpus.config.title.as_str().into();
        }
        match self.sections_of(&guide.folder).next().map(|section| &section.label) {
            Some(label @ Label::Written { .. }) => self.label(label, locale).into(),
            _ => readable(guide.folder.rsplit('/').next().unwrap_or(&guide.folder)).into(),
        }
    }

    /// The landing pages of the folders right below a folder.
    pub fn subfolders(&self, folder: &str) -> &[GuideId] {
        self.folders.below.get(folder).map_or(&[], |guides| guides)
    }

    /// The sections whose landing page is that of a folder.
    pub fn sections_of(&self, folder: &str) -> impl Iterator<Item = &Section> {
        self.folders.sections.get(folder).into_iter().flatten().map(|id| self.section(*id))
    }
}

/// Makes sections of the items of a navigation.
struct Plan<'a> {
    site: &'a Site,
    sections: &'a mut Vec<Section>,
    missing: &'a mut Vec<(String, Span)>,
    products: Vec<(String, usize)>,
}

impl Plan<'_> {
    fn item(&mut self, item: &NavItem, section: Option<usize>) {
        let label = || Label::Written { text: item.label.clone(), reference: item.reference() };
        let inner = match (&item.target, section) {
            (NavTarget::Guide(path), section) => {
                self.guide(path, item, section);
                section
            }
            // A guide that lies in the content folder itself has a path without a slash, as the names of sections are.
            (NavTarget::Section(path), section) if item.children.is_empty() => {
                self.guide(path, item, section);
                section
            }
            (NavTarget::Section(_) | NavTarget::None, Some(section)) => {
                self.sections[section].groups.push(Group { label: Some(label()), guides: Vec::new() });
                Some(section)
            }
            (target, _) => {
                let landing = item.landing.as_ref().and_then(|path| self.site.by_folder.get(path).copied());
                let has_guides = item.children.iter().any(|child| !matches!(child.target, NavTarget::Product(_) | NavTarget::None));
                if let NavTarget::Product(reference) = target {
                    self.products.push((reference.clone(), self.sections.len()));
                }
                let is_section = has_guides || matches!(target, NavTarget::Product(_));
                is_section.then(|| {
                    self.sections.push(Section { label: label(), landing, groups: Vec::new() });
                    self.sections.len() - 1
                })
            }
        };
        for child in &item.children {
            self.item(child, inner);
        }
    }

    fn guide(&mut self, path: &str, item: &NavItem, section: Option<usize>) {
        let Some(id) = self.site.by_folder.get(path.trim_matches('/')) else {
            return self.missing.push((path.to_owned(), item.span));
        };
        let Some(section) = section else { return };
        let groups = &mut self.sections[section].groups;
        match groups.last_mut() {
            Some(group) => group.guides.push(*id),
            None => groups.push(Group { label: None, guides: vec![*id] }),
        }
    }
}

/// The landing page of the folder that holds most guides of a section.
fn landing_of(site: &Site, section: &Section) -> Option<GuideId> {
    if section.landing.is_some() {
        return section.landing;
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for guide in section.groups.iter().flat_map(|group| &group.guides) {
        *counts.entry(parent(&site.guide(*guide).folder)).or_default() += 1;
    }
    let (folder, _) = counts.into_iter().max_by_key(|(folder, count)| (*count, std::cmp::Reverse(folder.len())))?;
    site.landing(folder)
}

/// Navigations list guides by the hundred, so those that are missing are one finding.
fn missing_guides(missing: Vec<(String, Span)>) -> Option<Diagnostic> {
    let (first, span) = missing.first()?;
    let message = match missing.len() {
        1 => format!("there is no guide `{first}`"),
        count => format!("there is no guide `{first}`, nor {} listed below it", words::count(count - 1, "other")),
    };
    Some(Diagnostic::new(&NAV_MISSING_GUIDE, *span, message).help("entries without a guide are not shown; remove them, or add the guides"))
}

/// The folder that a folder lies in.
pub fn parent(folder: &str) -> &str {
    folder.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// `Email pro` for `email_pro`.
fn readable(name: &str) -> String {
    let spaced = name.replace(['_', '-'], " ");
    let mut letters = spaced.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
