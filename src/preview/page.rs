//! A page with what is wrong with it: the build's bytes, a script and a style in their head, and what the script asks for.

use super::{
    OWN,
    address::{self, Address},
    found::{self, Counts, Places},
    index_of,
};
use crate::{
    diagnostic::Diagnostic,
    path::OutputPath,
    render::Made,
    site::{LocaleId, PageId},
    workspace::Workspace,
};
use serde::Serialize;
use std::hash::{DefaultHasher, Hash, Hasher};
use tera::Context;

/// What stands at a path, or is shown because nothing does.
pub struct Shown {
    pub made: Option<Made>,
    /// What an unknown address is answered with.
    instead: Option<Made>,
    /// Changes whenever the page looks different.
    seal: u64,
}

/// What the script of a page asks for, to know whether the page has changed, and what is wrong.
#[derive(Serialize)]
struct State {
    seal: String,
    /// What is wrong with the page.
    page: Vec<found::Shown>,
    /// How much is wrong with the site.
    site: Counts,
    /// Whether the rules were applied, and not only what a build finds is told.
    inspected: bool,
}

/// What a path of the output shows.
pub fn show(workspace: &Workspace, path: &str) -> Shown {
    let made = OutputPath::parse(path).and_then(|path| workspace.make(&path));
    let instead = made.is_none().then(|| workspace.not_found(locale_of(workspace, path)));
    let seal = seal(workspace, made.as_ref().or(instead.as_ref()));
    Shown { made, instead, seal }
}

/// Whether a page stands at `path` with a slash behind it.
pub fn is_folder(workspace: &Workspace, path: &str) -> bool {
    index_of(&format!("{path}/")).and_then(|path| workspace.make(&path)).is_some()
}

/// The state of the page at the path of a URL, as JSON; with what an inspection found, if there is one.
pub fn state(workspace: &Workspace, inspected: Option<&[Diagnostic]>, path: &str) -> Vec<u8> {
    let shown = match address::parse(path) {
        Some(Address::Folder(folder)) => show(workspace, &format!("{folder}index.html")),
        Some(Address::File(file)) => show(workspace, file.as_str()),
        None => show(workspace, ""),
    };
    let levels = workspace.levels();
    let site = inspected.map_or_else(|| found::count(&workspace.diagnostics(), &levels), |found| found::count(found, &levels));
    let mut places = Places::new(workspace.tree(), levels);
    let page = shown.diagnostics(workspace, inspected).into_iter().map(|found| places.show(found)).collect();
    let state = State { seal: shown.seal(), page, site, inspected: inspected.is_some() };
    serde_json::to_vec(&state).unwrap_or_default()
}

impl Shown {
    /// The status of HTTP.
    pub fn status(&self) -> u16 {
        match &self.made {
            None => 404,
            Some(Made::Broken(_)) => 500,
            Some(_) => 200,
        }
    }

    /// The page, with what `serve` adds to it.
    pub fn into_html(self, workspace: &Workspace) -> Vec<u8> {
        let seal = self.seal();
        match self.made.or(self.instead) {
            Some(Made::Page(_, bytes) | Made::Text(bytes)) => with_additions(bytes, &seal),
            Some(Made::Broken(mistake)) => broken(workspace, &mistake, &seal),
            Some(Made::File(_)) | None => Vec::new(),
        }
    }

    fn seal(&self) -> String {
        format!("{:016x}", self.seal)
    }

    /// What is wrong with the page.
    fn diagnostics<'a>(&'a self, workspace: &'a Workspace, inspected: Option<&'a [Diagnostic]>) -> Vec<&'a Diagnostic> {
        match self.made.as_ref().or(self.instead.as_ref()) {
            Some(Made::Page(page, _)) => {
                inspected.map_or_else(|| workspace.page_diagnostics(*page), |found| workspace.of_page(*page, found))
            }
            Some(Made::Broken(mistake)) => vec![mistake],
            _ => Vec::new(),
        }
    }
}

fn seal(workspace: &Workspace, made: Option<&Made>) -> u64 {
    let mut hasher = DefaultHasher::new();
    workspace.looks().hash(&mut hasher);
    match made {
        Some(Made::Page(_, bytes) | Made::Text(bytes)) => bytes.hash(&mut hasher),
        Some(Made::Broken(mistake)) => mistake.message.hash(&mut hasher),
        Some(Made::File(file)) => file.hash(&mut hasher),
        None => {}
    }
    hasher.finish()
}

/// The locale that an address begins with.
fn locale_of(workspace: &Workspace, path: &str) -> Option<LocaleId> {
    let first = path.split('/').next().unwrap_or_default();
    workspace.site().selected_locales().find(|id| workspace.site().locale(*id).locale.as_str() == first)
}

/// The page with a script and a style at the end of its head, or at its end where a template has no head.
fn with_additions(mut page: Vec<u8>, seal: &str) -> Vec<u8> {
    let additions = format!(
        "<link rel=\"stylesheet\" href=\"/{OWN}author.css\">\n<script type=\"module\" src=\"/{OWN}author.js\" data-seal=\"{seal}\"></script>\n"
    );
    let at = memchr::memmem::find(&page, b"</head>").unwrap_or(page.len());
    page.splice(at..at, additions.into_bytes());
    page
}

/// What stands in for a page whose template has a mistake.
fn broken(workspace: &Workspace, mistake: &Diagnostic, seal: &str) -> Vec<u8> {
    let mut context = Context::new();
    context.insert("heading", "A template has a mistake");
    context.insert("message", &mistake.message);
    context.insert("seal", seal);
    // The site may have put a template of its own in the place of this one, too.
    workspace.author_page("author/broken.html", context).unwrap_or_else(|mistake| mistake.message.into_bytes())
}

/// The address of a page.
pub fn address_of(workspace: &Workspace, page: PageId) -> String {
    format!("/{}", workspace.site().page(page).route)
}
