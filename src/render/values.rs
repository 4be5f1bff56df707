//! A page's view as the values that templates read.

use super::{
    Renderer,
    view::{Crumb, Language, Neighbor, PageView, Text},
};
use tera::{Map, Value};

/// Gives the value of a text: the text itself, or a mark in its place.
pub type Say<'a> = &'a dyn Fn(Text) -> Value;

impl Renderer<'_> {
    /// The page as templates see it, but for the list of its contents.
    pub(super) fn page_values(&self, view: &PageView, say: Say) -> Map {
        let given = self.site.locale(view.given);
        let some = |text: Text| if text.is_empty() { Value::none() } else { say(text) };
        let alternates = view.alternates.iter().map(|(hreflang, href)| map([("hreflang", (*hreflang).into()), ("href", say(*href))]));
        Map::from_iter([
            ("kind".into(), view.kind.into()),
            ("title".into(), say(view.title)),
            ("title_html".into(), say(view.title_html)),
            ("title_template".into(), some(view.title_template)),
            ("grammars".into(), some(view.grammars)),
            ("names_site".into(), view.names_site.into()),
            ("has_tabs".into(), view.rare.tabs.into()),
            ("has_code".into(), view.rare.code.into()),
            ("has_api".into(), view.rare.api.into()),
            ("has_rare_blocks".into(), view.rare.others.into()),
            ("description".into(), some(view.description)),
            ("description_html".into(), some(view.description_html)),
            ("summary".into(), some(view.summary)),
            ("lang".into(), given.lang.as_str().into()),
            ("dir".into(), given.dir.into()),
            ("translated".into(), view.translated.into()),
            ("notice".into(), some(view.notice)),
            ("machine_notice".into(), some(view.machine_notice)),
            ("translator".into(), view.translator.into()),
            ("translator_text".into(), some(view.translator_text)),
            ("stale_notice".into(), some(view.stale_notice)),
            ("canonical".into(), some(view.canonical)),
            ("robots".into(), view.robots.into()),
            ("open_graph".into(), view.open_graph.then(|| self.open_graph(view, say)).into()),
            ("json_ld".into(), some(view.json_ld)),
            ("breadcrumbs".into(), view.breadcrumbs.iter().map(|crumb| crumb_value(crumb, say)).collect::<Vec<_>>().into()),
            ("contents_html".into(), say(view.contents_html)),
            ("updated".into(), view.updated.as_ref().map(|it| map([("iso", say(it.iso)), ("text", say(it.text))])).into()),
            ("edit_url".into(), some(view.edit_url)),
            ("previous".into(), view.previous.as_ref().map(|neighbor| neighbor_value(neighbor, say)).into()),
            ("next".into(), view.next.as_ref().map(|neighbor| neighbor_value(neighbor, say)).into()),
            ("body".into(), say(view.body)),
            ("alternates".into(), alternates.collect::<Vec<_>>().into()),
            ("languages".into(), view.languages.iter().map(|language| self.language_value(language, say)).collect::<Vec<_>>().into()),
        ])
    }

    fn open_graph(&self, view: &PageView, say: Say) -> Value {
        map([
            ("title", say(view.title)),
            ("description", if view.description.is_empty() { Value::none() } else { say(view.description) }),
            ("type", if view.kind == "guide" { "article" } else { "website" }.into()),
            ("url", if view.canonical.is_empty() { Value::none() } else { say(view.canonical) }),
            ("locale", self.site.locale(view.given).lang.replace('-', "_").into()),
            ("site_name", self.site.corpus.config.title.as_str().into()),
        ])
    }

    fn language_value(&self, language: &Language, say: Say) -> Value {
        let known = self.site.locale(language.locale);
        map([
            ("tag", known.locale.as_str().into()),
            ("name", known.name.as_str().into()),
            ("lang", known.lang.as_str().into()),
            ("dir", known.dir.into()),
            ("href", say(language.href)),
            ("translated", language.translated.into()),
        ])
    }
}

fn crumb_value(crumb: &Crumb, say: Say) -> Value {
    let href = if crumb.href.is_empty() { Value::none() } else { say(crumb.href) };
    map([("title", say(crumb.title)), ("title_html", say(crumb.title_html)), ("href", href), ("lang", crumb.lang.into())])
}

fn neighbor_value(neighbor: &Neighbor, say: Say) -> Value {
    map([
        ("title", say(neighbor.title)),
        ("title_html", say(neighbor.title_html)),
        ("href", say(neighbor.href)),
        ("lang", neighbor.lang.into()),
    ])
}

fn map<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    entries.into_iter().map(|(key, value)| (key.into(), value)).collect::<Map>().into()
}
