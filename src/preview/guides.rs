//! The page of all guides: which locale has which text.

use super::address::parameter;
use crate::{
    corpus::document::DocumentKind,
    diagnostic::Diagnostic,
    site::{Availability, Guide, LocaleId, Site},
    words::{count, thousands},
    workspace::Workspace,
};
use serde::Serialize;
use tera::Context;

/// So many guides are shown at once; whoever has more looks for some of them.
const MAX_SHOWN: usize = 400;

/// A locale, and how many guides it has.
#[derive(Default, Serialize)]
struct Column {
    tag: String,
    name: String,
    translated: usize,
    regional: usize,
    fallback: usize,
    absent: usize,
}

/// A guide in all locales.
#[derive(Serialize)]
struct Row {
    title: String,
    folder: String,
    cells: Vec<Cell>,
}

/// A guide in one locale.
#[derive(Clone, Serialize)]
struct Cell {
    /// `translated`, `regional`, `fallback` or `absent`.
    state: &'static str,
    /// Of its page.
    address: String,
    /// The locale of the text that is shown.
    given: String,
    hidden: bool,
}

/// The page; `query` may name a part of a folder or title, and a state that some locale must have.
pub fn page(workspace: &Workspace, query: &str) -> Result<Vec<u8>, Diagnostic> {
    let (wanted, state) = (parameter(query, "folder").trim().to_lowercase(), parameter(query, "state"));
    let site = workspace.site();
    let locales: Vec<LocaleId> = site.selected_locales().collect();
    let rows: Vec<Row> =
        site.guides.iter().filter(|guide| guide.kind == DocumentKind::Guide).map(|guide| row(site, guide, &locales)).collect();
    let columns: Vec<Column> = locales.iter().enumerate().map(|(at, locale)| column(site, *locale, &rows, at)).collect();
    let is_shown = |row: &&Row| {
        (wanted.is_empty() || row.folder.to_lowercase().contains(&wanted) || row.title.to_lowercase().contains(&wanted))
            && (state.is_empty() || row.cells.iter().any(|cell| cell.state == state))
    };
    let shown: Vec<&Row> = rows.iter().filter(is_shown).collect();
    let summary = match shown.len() {
        0 => "No guide is like this.".to_owned(),
        many if many > MAX_SHOWN => format!("The first {MAX_SHOWN} of {} guides.", thousands(many)),
        many => format!("{}.", count(many, "guide")),
    };
    let mut context = Context::new();
    context.insert("heading", "All guides");
    context.insert("here", "guides");
    context.insert("columns", &columns);
    context.insert("rows", &shown[..shown.len().min(MAX_SHOWN)]);
    context.insert("summary", &summary);
    context.insert("folder", &parameter(query, "folder"));
    context.insert("state", &state);
    workspace.author_page("author/guides.html", context)
}

fn row(site: &Site, guide: &Guide, locales: &[LocaleId]) -> Row {
    let title = site.source_document(guide).map(|document| document.title().to_owned()).unwrap_or_default();
    Row { title, folder: guide.folder.clone(), cells: locales.iter().map(|locale| cell(site, guide, *locale)).collect() }
}

fn cell(site: &Site, guide: &Guide, locale: LocaleId) -> Cell {
    let Some(page) = guide.pages.get(locale.index()).copied().flatten().map(|id| site.page(id)) else {
        return Cell { state: "absent", address: String::new(), given: String::new(), hidden: false };
    };
    let state = match page.availability {
        Availability::Translated => "translated",
        Availability::Regional => "regional",
        Availability::Fallback => "fallback",
    };
    let given = site.locale(site.given_locale(page)).locale.to_string();
    Cell { state, address: format!("/{}", page.route), given, hidden: site.is_hidden(page) }
}

fn column(site: &Site, locale: LocaleId, rows: &[Row], at: usize) -> Column {
    let known = site.locale(locale);
    let mut column = Column { tag: known.locale.to_string(), name: known.name.clone(), ..Column::default() };
    for cell in rows.iter().filter_map(|row| row.cells.get(at)) {
        *match cell.state {
            "translated" => &mut column.translated,
            "regional" => &mut column.regional,
            "fallback" => &mut column.fallback,
            _ => &mut column.absent,
        } += 1;
    }
    column
}
