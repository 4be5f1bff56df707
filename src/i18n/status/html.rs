//! The status as a page that a team can publish.

use super::{Counts, GuideStatus, Held, Status};
use crate::{html::escape, words::thousands};
use std::fmt::Write;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1c1c28;background:#fff}\
table{border-collapse:collapse;width:100%;margin:1rem 0}th,td{padding:.3rem .6rem;border-bottom:1px solid #ccd;text-align:end}\
th:first-child,td:first-child{text-align:start}progress{width:10rem}.by{border:1px solid #778;border-radius:.3rem;padding:0 .3rem;font-size:.85em}\
@media(prefers-color-scheme:dark){body{background:#16161e;color:#e8e8f0}a{color:#9cf}th,td{border-color:#445}}";

/// A page with what is translated, by locale and section, and what to do next.
pub fn html(status: &Status) -> String {
    let title = format!("Translations of {}", escape(&status.title));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    );
    for locale in &status.locales {
        let all = Counts::sum(locale.guides.iter().map(|guide| guide.counts));
        let name = escape(locale.locale.as_str());
        _ = write!(
            out,
            "<section aria-labelledby=\"{name}\">\n<h2 id=\"{name}\">{name}</h2>\n<p><progress max=\"{}\" value=\"{}\"></progress> \
             {} of {} texts are translated; {} words are to do.</p>\n",
            all.texts().max(1),
            all.translated,
            thousands(all.translated),
            thousands(all.texts()),
            thousands(all.words),
        );
        out.push_str("<table>\n<thead><tr><th scope=\"col\">Section</th><th scope=\"col\">Translated</th><th scope=\"col\">Stale</th><th scope=\"col\">Fuzzy</th><th scope=\"col\">Missing</th><th scope=\"col\">Absent</th><th scope=\"col\">Words to do</th></tr></thead>\n<tbody>\n");
        for (section, guides) in locale.sections() {
            let section = if section.is_empty() { "." } else { section };
            row(&escape(section), Counts::sum(guides.iter().map(|guide| guide.counts)), &mut out);
        }
        out.push_str("</tbody>\n</table>\n");
        to_do(status, locale.guides.iter().collect(), &mut out);
        out.push_str("</section>\n");
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn row(name: &str, counts: Counts, out: &mut String) {
    _ = write!(out, "<tr><th scope=\"row\">{name}</th>");
    for number in [counts.translated, counts.stale, counts.fuzzy, counts.missing, counts.absent, counts.words] {
        _ = write!(out, "<td>{}</td>", thousands(number));
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
