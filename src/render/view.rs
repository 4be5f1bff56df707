//! What templates see of a page. All addresses are relative and ready to use.
//!
//! A view holds what a template may look into; its texts, which templates print and never look into, stand beside it in
//! [`Texts`]. So pages that are alike but for their texts have equal views (see [`super::skeleton`]).

use crate::{dialect::tree::ParameterId, draft::RareBlocks, site::LocaleId};
use serde::Serialize;
use std::borrow::Cow;

/// A text of a page, by its place in the page's [`Texts`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Text(pub u32);

impl Text {
    /// No text.
    pub const EMPTY: Self = Self(0);
    /// The page's body, which is too long to pass through a template.
    pub const BODY: Self = Self(u32::MAX);
    /// The navigation of the page's section, which is too long as well.
    pub const NAVIGATION: Self = Self(u32::MAX - 1);

    /// Whether nothing is printed.
    pub fn is_empty(self) -> bool {
        self == Self::EMPTY
    }
}

/// The texts of a page.
#[derive(Debug, Default)]
pub struct Texts<'a>(Vec<Cow<'a, str>>);

impl<'a> Texts<'a> {
    /// Room for the texts of most pages.
    pub fn with_room() -> Self {
        Self(Vec::with_capacity(40))
    }

    /// Takes a text.
    pub fn add(&mut self, text: impl Into<Cow<'a, str>>) -> Text {
        let text = text.into();
        if text.is_empty() {
            return Text::EMPTY;
        }
        self.0.push(text);
        Text(self.0.len() as u32)
    }

    /// Takes a text, if there is one.
    pub fn add_some(&mut self, text: Option<impl Into<Cow<'a, str>>>) -> Text {
        text.map_or(Text::EMPTY, |text| self.add(text))
    }

    /// The text; an empty one where there is none.
    pub fn get(&self, text: Text) -> &str {
        let place = (text.0 as usize).checked_sub(1);
        place.and_then(|place| self.0.get(place)).map_or("", |text| text)
    }
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PageView<'a> {
    /// `guide`, `landing`, `home`, `alphabet`, `not_found` or `languages`.
    pub kind: &'static str,
    pub title: Text,
    /// The title as HTML, with marks.
    pub title_html: Text,
    /// The title with the names of open values in braces, where it holds any: `… pro{email-pro.server}.mail.ovh.net`.
    pub title_template: Text,
    /// What may be typed for the open values of the page, as JSON: `{"email-pro.server":{"integer":[1,99]}}`.
    pub grammars: Text,
    /// Whether the window's title names the site behind the title.
    pub names_site: bool,
    pub description: Text,
    /// The description as HTML, with marks.
    pub description_html: Text,
    /// How the text begins, for search engines where its author wrote no description.
    pub summary: Text,
    /// The locale of the text, for the `lang` and `dir` of `<main>`.
    pub given: LocaleId,
    pub translated: bool,
    pub notice: Text,
    pub machine_notice: Text,
    /// Who translated the text, in a word for programs.
    pub translator: Option<&'static str>,
    /// The same for readers, unless a notice says so.
    pub translator_text: Text,
    pub stale_notice: Text,
    pub canonical: Text,
    pub robots: Option<&'static str>,
    /// Whether there is an `open_graph`: what other sites show of a link to the page (ogp.me).
    pub open_graph: bool,
    pub json_ld: Text,
    pub breadcrumbs: Vec<Crumb<'a>>,
    /// The list of the page's contents, as HTML.
    pub contents_html: Text,
    pub updated: Option<Updated>,
    pub edit_url: Text,
    pub previous: Option<Neighbor<'a>>,
    pub next: Option<Neighbor<'a>>,
    pub body: Text,
    /// The blocks of the body that most guides do without.
    pub rare: RareBlocks,
    /// Real translations, each with its `hreflang` and `href`.
    pub alternates: Vec<(&'a str, Text)>,
    pub languages: Vec<Language>,
    /// The values whose fields the panel has.
    pub panel: Vec<ParameterId>,
}

/// A step of the path above the title.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Crumb<'a> {
    pub title: Text,
    /// As HTML, with marks.
    pub title_html: Text,
    pub href: Text,
    pub lang: Option<&'a str>,
}

/// When the text was last looked at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Updated {
    /// `2026-03-11`.
    pub iso: Text,
    /// A sentence in the reader's language.
    pub text: Text,
}

/// The guide before or after.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Neighbor<'a> {
    pub title: Text,
    /// As HTML, with marks.
    pub title_html: Text,
    pub href: Text,
    pub lang: Option<&'a str>,
}

/// A language that the reader can switch to: templates see its `tag`, `name`, `lang` and `dir`, `href` and `translated`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Language {
    pub locale: LocaleId,
    pub href: Text,
    pub translated: bool,
}

/// An entry of the page's contents.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Entry<'a> {
    pub id: &'a str,
    /// The heading's text as HTML, with marks.
    pub html: Cow<'a, str>,
    /// On what value it depends, as attributes.
    pub condition: String,
    pub children: Vec<Entry<'a>>,
}

/// A group of guides on a landing page.
#[derive(Serialize)]
pub struct Child {
    pub title: String,
    /// As HTML, with marks.
    pub title_html: String,
    pub href: Option<String>,
    /// As HTML, with marks.
    pub description: Option<String>,
    pub lang: Option<String>,
    pub guides: Vec<Listed>,
}

/// A guide on a landing page.
#[derive(Serialize)]
pub struct Listed {
    pub title: String,
    /// As HTML, with marks.
    pub title_html: String,
    pub href: String,
    /// As HTML, with marks.
    pub description: Option<String>,
    pub lang: Option<String>,
    pub translated: bool,
}
