//! What all pages share.

use super::{chrome::Chrome, navigation::Navigation, panel::Fields, safety::CONTENT_SECURITY_POLICY, setup::Setups, templates::Theme};
use crate::{diagnostic::Diagnostic, personal::Personal, service::Values, site::Site, source::SourceTree};
use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};
use tera::Context;

/// Theme, interface texts, navigation and fields, made once. It borrows nothing, so it can be kept for as long as the site
/// means the same, whatever becomes of the bodies of its guides.
pub struct Common {
    pub(super) theme: Theme,
    pub(super) chrome: Chrome,
    pub(super) navigation: Navigation,
    pub(super) fields: Fields,
    pub(super) setups: Setups,
    /// Mistakes in templates that were seen so far.
    mistakes: Mutex<Vec<Diagnostic>>,
}

impl Common {
    /// Makes it, but for the navigation, of which each part is made when it is needed.
    pub fn new(site: &Site, tree: &SourceTree, values: &Values) -> Self {
        let personal = Personal::new(site, values);
        let ((theme, mistakes), fields) = rayon::join(|| Theme::read(tree), || Fields::new(site, &personal));
        let (chrome, setups) =
            rayon::join(|| Chrome::new(site, &personal, &theme.bundles), || Setups::new(site, values, &personal, &theme.bundles));
        Self { theme, chrome, navigation: Navigation::new(site), fields, setups, mistakes: Mutex::new(mistakes) }
    }

    /// Whether pages need more of values than to print them: the site's own templates may look into what they are given, and
    /// a script that holds values is named after its text.
    pub fn looks_into_values(&self) -> bool {
        !self.theme.is_bundled() || self.chrome.holds_marks()
    }

    /// A page for authors, which no build writes; `title` is the site's.
    ///
    /// # Errors
    /// Where the site's own template has a mistake.
    pub fn author_page(&self, template: &str, title: &str, mut context: Context) -> Result<Vec<u8>, Diagnostic> {
        let assets: BTreeMap<&str, &str> = self.theme.bundles.shared.iter().map(|(name, bundle)| (*name, bundle.path.as_str())).collect();
        context.insert("assets", &assets);
        context.insert("title", title);
        context.insert("policy", CONTENT_SECURITY_POLICY);
        let mut out = Vec::new();
        self.theme.render(template, &context, &mut out)?;
        Ok(out)
    }

    /// The text of a script or style for authors, which no build writes, by what the bundle is called.
    pub fn author_asset(&self, name: &str) -> Option<&str> {
        self.theme.bundles.authors.get(name).map(|bundle| bundle.text.as_str())
    }

    /// The mistakes in templates that were seen so far.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let mistakes = self.mistakes.lock().unwrap_or_else(PoisonError::into_inner).clone();
        mistakes.into_iter().chain(self.navigation.failures().cloned()).collect()
    }

    /// Keeps a mistake in a template that a page met.
    pub(super) fn note(&self, mistake: Diagnostic) {
        let mut mistakes = self.mistakes.lock().unwrap_or_else(PoisonError::into_inner);
        if !mistakes.contains(&mistake) {
            mistakes.push(mistake);
        }
    }
}
