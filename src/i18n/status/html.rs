//! The status as a page that a team can publish.

use super::{Counts, GuideStatus, Held, LocaleStatus, Status};
use crate::{
    html::escape,
    intl::{endonym, endonym_with_region},
    locale::direction,
    words::{count, thousands},
};
use std::fmt::Write;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1c1c28;background:#fff;overflow-wrap:anywhere}\
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{padding:.3rem .6rem;border-bottom:1px solid #ccd;text-align:end;overflow-wrap:normal}\
th:first-child,td:first-child{text-align:start;overflow-wrap:anywhere}progress{width:10rem;max-width:100%}.by{border:1px solid #778;border-radius:.3rem;padding:0 .3rem;font-size:.85em}\
ol{padding-inline-start:1.5rem}\
@media(max-width:40rem){.sections thead{position:absolute;clip-path:inset(50%)}.sections tr,.sections th{display:block;border:0}.sections tr{padding:.4rem 0;border-bottom:1px solid #ccd}\
.sections th,.sections td{padding:0;border:0}.sections td{display:inline-block;margin-inline-end:.8rem}.sections td::before{content:attr(data-name) \" \"}.overview progress{display:none}}\
@media(prefers-color-scheme:dark){body{background:#16161e;color:#e8e8f0}a{color:#9cf}th,td,.sections tr{border-color:#445}}";

/// The columns of numbers.
const COLUMNS: [&str; 7] = ["Translated", "Stale", "Fuzzy", "Missing", "Covered", "Absent", "Words to do"];

/// A page with what is translated, by locale and section, and what to do next.
pub fn html(status: &Status) -> String {
    let title = format!("Translations of {}", escape(&status.title));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    if status.locales.len() > 1 {
        overview(status, &mut out);
    }
    for locale in &status.locales {
        of_locale(status, locale, &mut out);
    }
    out.push_str("</body>\n</html>\n");
    out
}

/// All locales, each with how much of it is translated, and the way to its section.
fn overview(status: &Status, out: &mut String) {
    out.push_str("<nav aria-label=\"Languages\">\n<table class=\"overview\">\n<thead><tr><th scope=\"col\">Language</th><th scope=\"col\">Translated</th><th scope=\"col\">Words to do</th></tr></thead>\n<tbody>\n");
    for locale in &status.locales {
        let all = all_of(locale);
        _ = writeln!(
            out,
            "<tr><th scope=\"row\"><a href=\"#{}\">{}</a></th><td>{} {} %</td><td>{}</td></tr>",
            escape(locale.locale.as_str()),
            name(status, locale),
            progress(all),
            percent(all),
            thousands(all.words),
        );
    }
    out.push_str("</tbody>\n</table>\n</nav>\n");
}

fn of_locale(status: &Status, locale: &LocaleStatus, out: &mut String) {
    let all = all_of(locale);
    let label = escape(locale.locale.as_str());
    _ = write!(
        out,
        "<section aria-labelledby=\"{label}\">\n<h2 id=\"{label}\">{} <small>{label}</small></h2>\n<p>{} {} of {} {} translated; {} to do.</p>\n",
        name(status, locale),
        progress(all),
        thousands(all.translated),
        count(all.texts(), "text"),
        if all.texts() == 1 { "is" } else { "are" },
        count(all.words, "word"),
    );
    out.push_str("<table class=\"sections\">\n<thead><tr><th scope=\"col\">Section</th>");
    for column in COLUMNS {
        _ = write!(out, "<th scope=\"col\">{column}</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for (section, guides) in locale.sections() {
        let section = if section.is_empty() { "The first pages" } else { section };
        row(&escape(section), Counts::sum(guides.iter().map(|guide| guide.counts)), out);
    }
    out.push_str("</tbody>\n</table>\n");
    to_do(status, locale.guides.iter().collect(), out);
    out.push_str("</section>\n");
}

fn all_of(locale: &LocaleStatus) -> Counts {
    Counts::sum(locale.guides.iter().map(|guide| guide.counts))
}

/// What a language calls itself, said to be in that language, and with its region where it is there more than once.
fn name(status: &Status, locale: &LocaleStatus) -> String {
    let (label, tag) = (locale.locale.as_str(), locale.locale.tag());
    let regions = status.locales.iter().filter(|other| other.locale.same_language(&locale.locale)).count();
    let name = if regions > 1 { endonym_with_region(label) } else { endonym(label) };
    format!("<bdi lang=\"{}\" dir=\"{}\">{}</bdi>", escape(&tag), direction(&tag), escape(&name))
}

fn progress(counts: Counts) -> String {
    let (all, done) = if counts.texts() == 0 { (1, 1) } else { (counts.texts(), counts.translated) };
    format!("<progress aria-hidden=\"true\" max=\"{all}\" value=\"{done}\"></progress>")
}

/// How many of a hundred texts are translated; all of them only if none is left. Where there is none, nothing is to do.
fn percent(counts: Counts) -> usize {
    (counts.translated * 100).checked_div(counts.texts()).unwrap_or(100)
}

fn row(name: &str, counts: Counts, out: &mut String) {
    _ = write!(out, "<tr><th scope=\"row\">{name}</th>");
    let numbers = [counts.translated, counts.stale, counts.fuzzy, counts.missing, counts.covered, counts.absent, counts.words];
    for (column, number) in COLUMNS.iter().zip(numbers) {
        _ = write!(out, "<td data-name=\"{column}\">{}</td>", thousands(number));
    }
    out.push_str("</tr>\n");
}

/// What to do next: stale texts first, since readers are shown them, then what is nearly done.
fn to_do(status: &Status, mut guides: Vec<&GuideStatus>, out: &mut String) {
    guides
        .retain(|guide| guide.held != Held::Absent && (guide.counts.words > 0 || guide.counts.stale > 0 || guide.translated_by.is_some()));
    guides.sort_by_key(|guide| (guide.counts.stale == 0, guide.counts.words, guide.folder.as_str()));
    if guides.is_empty() {
        return out.push_str("<p>There is nothing to do.</p>\n");
    }
    out.push_str("<h3>What to do next</h3>\n<ol>\n");
    for guide in guides {
        let file = escape(&guide.file);
        let place = match &status.edit_url {
            Some(url) => format!("<a href=\"{}\">{file}:{}</a>", escape(&url.replace("{path}", &guide.file)), guide.line),
            None => format!("<code>{file}:{}</code>", guide.line),
        };
        let by = guide.translated_by.as_ref().map_or(String::new(), |by| format!(" <span class=\"by\">{}</span>", escape(by)));
        let counts = guide.counts;
        _ = writeln!(
            out,
            "<li>{place} (<a href=\"{}\">page</a>){by}: {} stale, {} fuzzy, {} missing, {} words</li>",
            escape(&guide.page),
            counts.stale,
            counts.fuzzy,
            counts.missing,
            thousands(counts.words),
        );
    }
    out.push_str("</ol>\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn languages_are_named_and_listed_with_their_shares() {
        let guide = |folder: &str, translated, missing| GuideStatus {
            folder: folder.into(),
            held: Held::File,
            counts: Counts { translated, missing, words: missing * 5, ..Counts::default() },
            covered_by: None,
            file: format!("content/{folder}/guide.md"),
            line: 1,
            page: "/".into(),
            translated_by: None,
        };
        let locale = |label: &str, guides| LocaleStatus { locale: Locale::parse(label).unwrap(), guides };
        let locales = vec![locale("fr-fr", vec![guide("", 3, 0), guide("mail/a", 0, 1)]), locale("ar", vec![guide("mail/a", 1, 0)])];
        let page = html(&Status { title: "Guides".into(), locales, edit_url: None });
        let row = |name: &str, label: &str, share: &str| {
            let rows = page.lines().filter(|line| line.contains(&format!("href=\"#{label}\"")));
            assert!(rows.clone().count() == 1 && rows.clone().all(|row| row.contains(name) && row.contains(share)), "{page}");
        };
        row("<bdi lang=\"fr-FR\" dir=\"ltr\">Français</bdi>", "fr-fr", " 75 %<");
        row("<bdi lang=\"ar\" dir=\"rtl\">العربية</bdi>", "ar", " 100 %<");
        assert!(page.contains("<h2 id=\"fr-fr\">") && page.contains("3 of 4 texts are translated; 5 words to do"), "{page}");
        assert!(!page.contains(">.<"), "{page}");
    }

    #[test]
    fn where_there_is_nothing_to_translate_all_is_done() {
        assert_eq!(percent(Counts { covered: 2, ..Counts::default() }), 100);
        assert_eq!(percent(Counts { translated: 999, missing: 1, ..Counts::default() }), 99);
    }
}
