//! From a site to finished files: each page by itself, in parallel, pure.

mod alphabet;
mod assets;
mod body;
mod bundles;
mod chrome;
mod common;
mod hosting;
mod lists;
mod navigation;
mod on_demand;
mod page;
mod panel;
mod safety;
mod setup;
mod shaped;
mod shared;
mod skeleton;
mod special;
mod templates;
mod unused;
mod values;
mod view;

use crate::{
    diagnostic::Diagnostic,
    locale::Locale,
    personal::Personal,
    progress::Progress,
    service::Values,
    sink::{NoSink, Sink},
    site::{Availability, GuideId, Site},
    source::SourceTree,
    text::FileId,
};
pub use common::Common;
pub use on_demand::{Made, OnDemand, route_of};
pub use safety::CONTENT_SECURITY_POLICY;
pub use setup::texts as profile_texts;
pub use shaped::{Shaped, ShapedFiles};
pub use templates::{has_templates, is_of_theme};
pub use unused::{Unused, unused};

use assets::OwnFirst;
use chrome::Chrome;
use navigation::Navigation;
use panel::Fields;
use rayon::prelude::*;
use setup::Setups;
use skeleton::Skeletons;
use std::{
    collections::BTreeSet,
    io,
    sync::{Mutex, PoisonError},
};
use templates::Theme;

/// So many guides are rendered in a row at most: a thread that is done finds others to render, until the end.
const IN_A_ROW: usize = 8;

/// What was written.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// For each locale how many pages are translated, and how many are shown in another language.
    pub pages: Vec<(Locale, usize, usize)>,
    /// Mistakes in templates.
    pub diagnostics: Vec<Diagnostic>,
    /// What was not written, as it looks into values that are marks. Sites whose values are known have none.
    pub shaped: Vec<Shaped>,
}

/// What pages are rendered with.
struct Renderer<'a> {
    site: &'a Site,
    tree: &'a SourceTree,
    theme: &'a Theme,
    values: &'a Values,
    personal: Personal<'a>,
    chrome: &'a Chrome,
    navigation: &'a Navigation,
    fields: &'a Fields,
    setups: &'a Setups,
    skeletons: Skeletons<'a>,
    /// Files that pages link to, besides pictures.
    linked: Mutex<BTreeSet<FileId>>,
    /// What is left out, as it looks into values that are marks.
    shaped: Mutex<Vec<Shaped>>,
}

/// Writes the whole site.
///
/// # Errors
/// Where a file cannot be written.
pub fn render(site: &Site, tree: &SourceTree, values: &Values, sink: &dyn Sink, progress: &dyn Progress) -> io::Result<Report> {
    render_with(site, tree, values, &Common::new(site, tree, values), sink, progress)
}

/// The same, with what all pages share, which was made for these values.
///
/// # Errors
/// Where a file cannot be written.
pub fn render_with(
    site: &Site,
    tree: &SourceTree,
    values: &Values,
    common: &Common,
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> io::Result<Report> {
    let renderer = Renderer::new(site, tree, values, common);
    renderer.make_all_navigation();
    progress.phase("render", site.pages.len());
    let own_first = OwnFirst { renderer: &renderer, sink };
    // The large files are begun first, so that none is left over when the pages are done.
    let (special, guides) = rayon::join(|| special::write(&renderer, &own_first), || renderer.write_guides(sink, progress));
    let mut diagnostics = guides?;
    diagnostics.extend(common.diagnostics());
    diagnostics.extend(special?);
    assets::write(&renderer, &own_first)?;
    renderer.write_profiles(&own_first)?;
    hosting::write(&renderer, &own_first)?;
    diagnostics.sort_by(|one, other| (one.span, &one.message).cmp(&(other.span, &other.message)));
    diagnostics.dedup();
    let mut shaped = renderer.shaped.into_inner().unwrap_or_else(PoisonError::into_inner);
    shaped.sort();
    Ok(Report { pages: counts(site), diagnostics, shaped })
}

/// The mistakes in templates that the pages of a site meet, without writing any. The bundled templates have none
/// (`tests/templates.rs` runs them), so that only a site's own are run, for every page.
///
/// # Errors
/// Where a file that pages are made of can suddenly not be read.
pub fn mistakes(site: &Site, tree: &SourceTree, progress: &dyn Progress) -> io::Result<Vec<Diagnostic>> {
    if !has_templates(tree) {
        return Ok(Vec::new());
    }
    let (theme, mistakes) = Theme::read(tree);
    if theme.is_bundled() {
        return Ok(mistakes);
    }
    Ok(render(site, tree, &Values::default(), &NoSink, progress)?.diagnostics)
}

impl<'a> Renderer<'a> {
    fn new(site: &'a Site, tree: &'a SourceTree, values: &'a Values, common: &'a Common) -> Self {
        let Common { theme, chrome, navigation, fields, setups, .. } = common;
        let personal = Personal::new(site, values);
        Self {
            site,
            tree,
            theme,
            values,
            personal,
            chrome,
            navigation,
            fields,
            setups,
            skeletons: Skeletons::default(),
            linked: Mutex::default(),
            shaped: Mutex::default(),
        }
    }
}

impl Renderer<'_> {
    /// Writes all guides; the mistakes in templates that they met.
    fn write_guides(&self, sink: &dyn Sink, progress: &dyn Progress) -> io::Result<Vec<Diagnostic>> {
        let guides = (0..self.site.guides.len()).into_par_iter().with_max_len(IN_A_ROW).map(GuideId::new);
        let failed = guides.map_init(String::new, |buffer, guide| self.write_guide(guide, buffer, sink, progress));
        Ok(failed.collect::<io::Result<Vec<Vec<Diagnostic>>>>()?.into_iter().flatten().collect())
    }

    /// Writes a guide in all its languages, each page by way of `buffer`. What its pages share is made once.
    fn write_guide(&self, id: GuideId, buffer: &mut String, sink: &dyn Sink, progress: &dyn Progress) -> io::Result<Vec<Diagnostic>> {
        let shared = self.shared(id);
        let mut failed = Vec::new();
        for id in self.site.guide(id).pages.iter().flatten() {
            let page = self.site.page(*id);
            progress.step();
            if self.looks_into_values(page) {
                self.leave_out(Shaped::Page(*id));
                continue;
            }
            buffer.clear();
            match self.page(page, &shared, buffer) {
                Ok(()) => sink.write(&page.route.file(), buffer.as_bytes())?,
                Err(diagnostic) => failed.push(diagnostic),
            }
        }
        Ok(failed)
    }
}

/// For each locale how many pages are translated, and how many are shown in another language.
pub fn counts(site: &Site) -> Vec<(Locale, usize, usize)> {
    let count = |locale| {
        let own = site.pages.iter().filter(|page| page.locale == locale);
        let (translated, fallback): (Vec<_>, Vec<_>) = own.partition(|page| page.availability != Availability::Fallback);
        (site.locale(locale).locale.clone(), translated.len(), fallback.len())
    };
    site.selected_locales().map(count).collect()
}
