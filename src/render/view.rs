//! What templates see of a page. All addresses are relative and ready to use.

use tera::{Map, Value};

use serde::Serialize;

/// A page.
#[derive(Default, Serialize)]
pub struct PageView {
    /// `guide`, `landing`, `home`, `alphabet`, `not_found` or `languages`.
    pub kind: &'static str,
    pub title: String,
    /// The title as HTML, with marks.
    pub title_html: String,
    /// The title with the names of open values in braces, where it holds any: `… pro{email-pro.server}.mail.ovh.net`.
    pub title_template: Option<String>,
    /// What may be typed for the open values of the page, as JSON: `{"email-pro.server":{"integer":[1,99]}}`.
    pub grammars: Option<String>,
    pub description: Option<String>,
    /// How the text begins, for search engines where its author wrote no description.
    pub summary: Option<String>,
    /// The language and direction of the text, for `<main>`.
    pub lang: String,
    pub dir: &'static str,
    pub translated: bool,
    pub notice: Option<String>,
    pub machine_notice: Option<String>,
    pub canonical: Option<String>,
    pub robots: Option<&'static str>,
    pub open_graph: Option<OpenGraph>,
    pub json_ld: Option<String>,
    pub breadcrumbs: Vec<Crumb>,
    pub contents: Vec<Entry>,
    pub updated: Option<Updated>,
    pub edit_url: Option<String>,
    pub previous: Option<Neighbor>,
    pub next: Option<Neighbor>,
    pub body: String,
}

impl PageView {
    /// The page as templates see it, with the lists that it shares with others: `alternates`, `languages` and `panel`.
    pub fn with_lists(&self, alternates: Value, languages: Value, panel: Value) -> Value {
        let mut map: Map = Value::from_serializable(self).into_map().unwrap_or_default();
        map.insert("alternates".into(), alternates);
        map.insert("languages".into(), languages);
        map.insert("panel".into(), panel);
        map.into()
    }
}

/// A list as templates see it.
pub fn list<T: Serialize>(items: &[T]) -> Value {
    Value::from_serializable(items)
}

/// The same page in another language.
#[derive(Serialize)]
pub struct Alternate {
    pub hreflang: String,
    pub href: String,
}

/// What other sites show of a link to the page (ogp.me).
#[derive(Serialize)]
pub struct OpenGraph {
    pub title: String,
    pub description: Option<String>,
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub url: Option<String>,
    /// `fr_FR`.
    pub locale: String,
    pub site_name: String,
}

/// A step of the path above the title.
#[derive(Serialize)]
pub struct Crumb {
    pub title: String,
    pub href: Option<String>,
    pub lang: Option<String>,
}

/// An entry of the page's contents.
#[derive(Serialize)]
pub struct Entry {
    pub id: String,
    /// The heading's text as HTML, with marks.
    pub html: String,
    pub children: Vec<Entry>,
}

/// When the text was last looked at.
#[derive(Serialize)]
pub struct Updated {
    /// `2026-03-11`.
    pub iso: String,
    /// A sentence in the reader's language.
    pub text: String,
}

/// The guide before or after.
#[derive(Serialize)]
pub struct Neighbor {
    pub title: String,
    pub href: String,
    pub lang: Option<String>,
}

/// A language that the reader can switch to.
#[derive(Serialize)]
pub struct Language {
    pub tag: String,
    pub name: String,
    pub lang: String,
    pub dir: &'static str,
    pub href: String,
    pub translated: bool,
}

/// A group of guides on a landing page.
#[derive(Serialize)]
pub struct Child {
    pub title: String,
    pub href: Option<String>,
    pub description: Option<String>,
    pub lang: Option<String>,
    pub guides: Vec<Listed>,
}

/// A guide on a landing page.
#[derive(Serialize)]
pub struct Listed {
    pub title: String,
    pub href: String,
    pub description: Option<String>,
    pub lang: Option<String>,
    pub translated: bool,
}
