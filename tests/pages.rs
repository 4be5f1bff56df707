//! What every page of the bundled site keeps to: ids, links, headings, languages, and what it tells search engines.

mod support;

use regex::Regex;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::OnceLock,
};
use support::{Built, build_folder, build_texts, main_of};

const BASE: &str = "https://guides.example.org/";

fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| build_folder(Path::new(env!("CARGO_MANIFEST_DIR")), &[]))
}

/// The pages that hold text; the others only lead to them.
fn texts() -> impl Iterator<Item = (&'static String, &'static String)> {
    built().pages().filter(|(_, html)| !html.contains("http-equiv=\"refresh\""))
}

/// The pages of guides and folders: those with an address that is told to others.
fn listed() -> impl Iterator<Item = (&'static String, &'static String)> {
    let is_listed = |html: &str| !html.contains("class=\"kind-languages\"") && !html.contains("class=\"kind-alphabet\"");
    texts().filter(move |(path, html)| path.ends_with("/index.html") && is_listed(html))
}

/// What the first group of `pattern` matches.
fn all(html: &str, pattern: &str) -> Vec<String> {
    let pattern = Regex::new(pattern).unwrap();
    pattern.captures_iter(html).map(|found| unescaped(&found[1])).collect()
}

fn first(html: &str, pattern: &str) -> Option<String> {
    all(html, pattern).into_iter().next()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

fn ids(html: &str) -> Vec<String> {
    all(html, r#"\sid="([^"]*)""#)
}

/// The file that a relative address leads to from a page, and its fragment.
fn target(page: &str, address: &str) -> (String, Option<String>) {
    let (path, fragment) = address.split_once('#').map_or((address, None), |(path, fragment)| (path, Some(fragment.to_owned())));
    if path.is_empty() {
        return (page.to_owned(), fragment);
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    let from_root = path.strip_prefix('/');
    if from_root.is_some() {
        assert!(page.ends_with("404.html"), "{page}: {address} is not relative; only what is shown at any address may do so");
        parts.clear();
    }
    for part in from_root.unwrap_or(path).split('/') {
        match part {
            "." => {}
            ".." => assert!(parts.pop().is_some(), "{page}: {address} leaves the site"),
            part => parts.push(part),
        }
    }
    let mut file = parts.join("/");
    if file.is_empty() || file.ends_with('/') {
        file.push_str("index.html");
    }
    (file, fragment)
}

/// The page at an address of the web.
fn page_at(address: &str) -> &'static str {
    let path = address.strip_prefix(BASE).unwrap_or_else(|| panic!("{address} is not below {BASE}"));
    built().file(&format!("{path}index.html"))
}

fn canonical(html: &str) -> Option<String> {
    first(html, r#"<link rel="canonical" href="([^"]*)""#)
}

/// Languages and addresses of a page's translations.
fn alternates(html: &str) -> BTreeMap<String, String> {
    let pattern = Regex::new(r#"<link rel="alternate" hreflang="([^"]*)" href="([^"]*)""#).unwrap();
    pattern.captures_iter(html).map(|found| (found[1].to_owned(), found[2].to_owned())).collect()
}

fn is_fallback(html: &str) -> bool {
    html.contains("data-notice=\"fallback\"")
}

#[test]
fn the_site_has_translations_and_pages_without_one() {
    assert!(listed().count() > 100);
    assert!(listed().any(|(_, html)| is_fallback(html)), "the other tests need pages that are shown in another language");
}

#[test]
fn every_id_stands_once() {
    for (path, html) in built().pages() {
        let mut seen = BTreeSet::new();
        for id in ids(html) {
            assert!(!id.is_empty() && !id.contains(char::is_whitespace), "{path}: `{id}` is no id");
            assert!(seen.insert(id.clone()), "{path}: `{id}` stands twice");
        }
    }
}

#[test]
fn every_reference_to_an_id_has_its_element() {
    for (path, html) in built().pages() {
        let ids: BTreeSet<String> = ids(html).into_iter().collect();
        for list in all(html, r#"\s(?:aria-labelledby|aria-describedby|aria-controls|for)="([^"]*)""#) {
            for id in list.split_whitespace() {
                assert!(ids.contains(id), "{path}: there is no `{id}`");
            }
        }
    }
}

#[test]
fn every_link_within_the_site_has_its_target() {
    let site = built();
    let ids: BTreeMap<&str, BTreeSet<String>> = site.pages().map(|(path, html)| (path.as_str(), ids(html).into_iter().collect())).collect();
    for (path, html) in site.pages() {
        for address in all(html, r#"\s(?:href|src)="([^"]*)""#) {
            if address.contains(':') {
                continue;
            }
            let (file, fragment) = target(path, &address);
            assert!(site.files.contains_key(&file), "{path}: `{address}` leads to {file}, which is missing");
            if let Some(fragment) = fragment {
                assert!(ids[file.as_str()].contains(&fragment), "{path}: `{address}` has no target in {file}");
            }
        }
    }
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    for (path, html) in built().pages() {
        let foreign = all(html, r#"(<(?:script|img|iframe|source|video|audio)\s[^>]*src="(?:https?:)?//[^>]*>)"#);
        let styles = all(html, r#"(<link rel="(?:stylesheet|icon|preload)" href="(?:https?:)?//[^>]*>)"#);
        assert!(foreign.is_empty() && styles.is_empty(), "{path}: {foreign:?} {styles:?}");
        assert!(!html.contains(" style=\"") && !html.contains("<style"), "{path}: a style that a strict policy forbids");
    }
}

#[test]
fn headings_go_down_by_single_steps() {
    for (path, html) in texts() {
        let levels: Vec<usize> = all(html, r"<h([1-6])[\s>]").iter().map(|level| level.parse().unwrap()).collect();
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1, "{path}: one title");
        assert_eq!(levels.first(), Some(&1), "{path}: the title is first");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{path}: {levels:?} leaves a level out");
    }
}

#[test]
fn pictures_have_a_description_and_a_size() {
    for (path, html) in texts() {
        for picture in all(html, r"(<img\s[^>]*>)") {
            for attribute in [" alt=\"", " width=\"", " height=\""] {
                assert!(picture.contains(attribute), "{path}: {picture} has no {attribute}");
            }
        }
    }
}

#[test]
fn titles_and_descriptions_are_there_once() {
    for (path, html) in listed() {
        let once = |pattern: &str| {
            let found = all(html, pattern);
            assert_eq!(found.len(), 1, "{path}: {pattern} matches {found:?}");
            assert!(!found[0].trim().is_empty(), "{path}: {pattern} is empty");
            found.into_iter().next().unwrap()
        };
        let title = once(r"<title(?: lang=[^>]*)?>([^<]*)</title>");
        let description = once(r#"<meta name="description" content="([^"]*)""#);
        assert!(title.starts_with(&once(r#"<meta property="og:title" content="([^"]*)""#)), "{path}: two titles");
        assert_eq!(description, once(r#"<meta property="og:description" content="([^"]*)""#), "{path}");
        assert!(once(r#"<meta property="og:url" content="([^"]*)""#).starts_with(BASE), "{path}");
        assert!(!once(r#"<meta property="og:locale" content="([^"]*)""#).contains('-'), "{path}: og:locale has an underscore");
    }
}

#[test]
fn languages_are_those_of_the_text() {
    for (path, html) in texts().filter(|(path, _)| path.contains('/')) {
        let reader = first(html, r#"<html lang="([^"]*)""#).unwrap_or_else(|| panic!("{path}: no language"));
        assert_eq!(path.split('/').next().unwrap(), reader.to_lowercase(), "{path}: the reader's language");
        let main = first(html, r#"<main id="content" lang="([^"]*)""#).unwrap_or_else(|| panic!("{path}: the text has no language"));
        assert_eq!(main != reader, is_fallback(html), "{path}: another language is said");
        let notice = first(html, r#"data-notice="fallback" lang="([^"]*)""#);
        assert!(!is_fallback(html) || notice == Some(reader), "{path}: the notice is in the reader's language");
    }
}

/// The first strong letter decides in `<bdi>`; other elements have to say it.
#[test]
fn text_in_another_language_has_its_direction() {
    let rtl = |lang: &str| lang == "ar";
    for (path, html) in texts() {
        let page = first(html, r#"<html lang="([^"]*)""#).unwrap_or_default();
        for tag in all(html, r#"<((?:[a-z0-9]+)\s[^>]*\blang="[^>]*)>"#) {
            let lang = first(&tag, r#"\slang="([^"]*)""#).unwrap_or_default();
            if tag.starts_with("bdi ") || tag.starts_with("title ") || rtl(&lang) == rtl(&page) && !tag.contains(" dir=") {
                continue;
            }
            let wanted = if rtl(&lang) { "rtl" } else { "ltr" };
            assert_eq!(first(&tag, r#"\sdir="([^"]*)""#).as_deref(), Some(wanted), "{path}: <{tag}>");
        }
    }
}

#[test]
fn translations_name_each_other_and_a_page_for_everyone_else() {
    for (path, html) in listed().filter(|(_, html)| !is_fallback(html)) {
        let own = first(html, r#"<html lang="([^"]*)""#).unwrap();
        let alternates = alternates(html);
        assert_eq!(alternates.get(&own), canonical(html).as_ref(), "{path}: names itself, as its canonical");
        assert!(alternates.contains_key("x-default"), "{path}: x-default");
        for (lang, address) in &alternates {
            let other = page_at(address);
            assert!(!is_fallback(other), "{path}: {address} is no translation to {lang}");
            assert!(alternates == self::alternates(other), "{path}: {address} names others");
        }
    }
}

#[test]
fn a_page_in_another_language_is_canonical_to_its_original() {
    for (path, html) in listed().filter(|(_, html)| is_fallback(html)) {
        assert!(alternates(html).is_empty(), "{path}: it is no translation");
        let original = page_at(&canonical(html).unwrap_or_else(|| panic!("{path}: no canonical")));
        assert_eq!(canonical(original), canonical(html), "{path}");
        assert_eq!(first(original, r#"<html lang="([^"]*)""#), first(html, r#"<main id="content" lang="([^"]*)""#), "{path}");
    }
}

#[test]
fn structured_data_is_json_about_pages_that_exist() {
    let mut count = 0;
    for (path, html) in texts() {
        for text in all(html, r#"(?s)<script type="application/ld\+json">(.*?)</script>"#) {
            let data: serde_json::Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}: {text}"));
            assert_eq!(data["@context"], "https://schema.org", "{path}");
            let items = data["itemListElement"].as_array().unwrap_or_else(|| panic!("{path}: no list"));
            for (at, item) in items.iter().enumerate() {
                assert_eq!(item["position"], at + 1, "{path}");
                page_at(item["item"].as_str().unwrap_or_default());
            }
            count += 1;
        }
    }
    assert!(count > 50, "most pages say where they are");
}

#[test]
fn the_sitemap_is_well_formed_and_lists_the_originals() {
    let sitemap = built().file("sitemap.xml");
    assert!(sitemap.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    let mut open = Vec::new();
    for tag in all(sitemap, "<([^?>]*)>") {
        let name = tag.split_whitespace().next().unwrap_or_default().trim_start_matches('/').to_owned();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?} stay open");
    assert!(all(sitemap, "&([a-z#0-9]*)[^a-z#0-9;]").is_empty(), "a bare `&`");
    let listed_there: BTreeSet<String> = all(sitemap, "<loc>([^<]*)</loc>").into_iter().collect();
    let originals: BTreeSet<String> = listed().filter(|(_, html)| !is_fallback(html)).filter_map(|(_, html)| canonical(html)).collect();
    assert_eq!(listed_there, originals);
}

#[test]
fn redirects_lead_to_a_page_of_the_site() {
    for (path, html) in built().pages().filter(|(_, html)| html.contains("http-equiv=\"refresh\"")) {
        let address = first(html, r#"content="0; url=([^"]*)""#).unwrap();
        let (file, _) = target(path, &address);
        let page = built().file(&file);
        assert!(!page.contains("http-equiv=\"refresh\""), "{path}: leads to a page that leads on");
        assert!(html.contains("noindex"), "{path}");
    }
}

#[test]
fn styles_of_rare_blocks_come_with_the_pages_that_have_some() {
    let front = "---\ntitle: A\n---\n\n";
    for (body, needed) in [
        ("Text with `code`.\n\n> [!faq]\n>\n> Why?\n>> So.\n", [].as_slice()),
        ("> [!tabs]\n> **Step 1**\n>> Do.\n", &[]),
        ("> [!tabs]\n> **Windows**\n>> A.\n>>\n> **macOS**\n>> B.\n", &["tabs", "tabs_css"]),
        ("- a\n\n  > [!primary]\n  >\n  > ```sh\n  > b\n  > ```\n", &["code_css"]),
        ("> [!api]\n>\n> @api {v1} /me GET /me\n", &["api_css"]),
        ("<iframe class=\"video\" src=\"https://www.youtube-nocookie.com/embed/abc\"></iframe>\n", &["blocks"]),
        ("A picture that is missing: ![b](images/c.png)\n", &["blocks"]),
    ] {
        let text = format!("{front}{body}");
        let built = support::build_texts(&[("a/guide.en-gb.md", &text)], &[]);
        let page = built.file("en-gb/a/index.html");
        for asset in ["tabs", "tabs_css", "code_css", "api_css", "blocks"] {
            assert_eq!(page.contains(&format!("assets/{asset}-")), needed.contains(&asset), "{asset} in {body}");
        }
    }
}

#[test]
fn films_among_the_files_of_a_guide_are_published() {
    let text = "---\ntitle: A\n---\n\n<video controls>\n<source src=\"images/b.mp4\">\n</video>\n";
    let built = support::build_texts(&[("a/guide.en-gb.md", text), ("a/images/b.mp4", "film")], &[]);
    assert!(built.file("en-gb/a/index.html").contains("media/a/images/b.mp4\">"));
    assert_eq!(built.file("media/a/images/b.mp4"), "film");
}

#[test]
fn only_pages_that_are_no_guides_have_their_styles() {
    for (path, html) in texts() {
        assert_eq!(html.contains("assets/front-"), !html.contains("class=\"kind-guide\""), "{path}");
    }
}

#[test]
fn the_box_of_a_task_stands_in_the_line_of_its_text() {
    let text = "---\ntitle: A\n---\n\n- [ ] one\n- [x] two\n\nText\n\n- [ ] three\n\n- [x] four\n\n  more\n";
    let built = build_texts(&[("a/guide.en.md", text)], &[]);
    let page = built.pages().find(|(path, _)| path.contains("a/")).map(|(_, html)| html).unwrap();
    let tasks: Vec<String> = all(page, r"<li>([^\n]*[☐☑][^\n]*)");
    assert_eq!(tasks, ["☐ one</li>", "☑ two</li>", "<p>☐ three</p>", "<p>☑ four</p>"]);
}

#[test]
fn a_picture_on_another_host_is_no_link_within_a_link() {
    let guide =
        "---\ntitle: A\n---\n\n[![Build](https://img.example/a.svg)](https://build.example/)\n\n![Chart](https://img.example/b.svg)\n";
    let built = build_texts(&[("content/a/guide.en-gb.md", guide)], &[]);
    let page = built.file("en-gb/a/index.html");
    assert!(page.contains("<a href=\"https://build.example/\"><span class=\"missing-image\">Build</span></a>"), "{page}");
    assert!(page.contains("<a class=\"missing-image\" href=\"https://img.example/b.svg\">Chart</a>"), "{page}");
}

#[test]
fn pictures_that_editors_paste_are_shown() {
    let guide = "---\ntitle: A\n---\n\n![Dot](data:image/png;base64,iVBORw0KGgo=)\n\n![Page](data:text/html;base64,PGI+)\n";
    let built = build_texts(&[("content/a/guide.en-gb.md", guide)], &[]);
    let page = built.file("en-gb/a/index.html");
    assert!(page.contains("<img src=\"data:image/png;base64,iVBORw0KGgo=\" alt=\"Dot\""), "{page}");
    assert!(!page.contains("<img src=\"data:text"), "{page}");
}

#[test]
fn hosts_in_titles_and_in_links_of_raw_html_have_their_values() {
    let guide = "---\ntitle: A\n---\n\n\
        [a](https://e.example/ \"go to pro?.mail.ovh.net now\") <abbr title=\"at pro?.mail.ovh.net\">b</abbr>\n\n\
        <a href=\"https://pro?.mail.ovh.net/owa\" title=\"to pro?.mail.ovh.net\">c</a> <a href=\"javascript:x\">d</a>\n\n\
        <iframe src=\"https://www.youtube.com/embed/x\" title=\"Film of pro?.mail.ovh.net\"></iframe>\n";
    let built = build_texts(&[("content/a/guide.en-gb.md", guide)], &["email-pro.server=3"]);
    let page = main_of(built.file("en-gb/a/index.html"));
    assert_eq!(all(&page, "title=\"([^\"]*)\""), ["go to pro3.mail.ovh.net now", "at pro3.mail.ovh.net", "to pro3.mail.ovh.net"]);
    assert!(page.contains("<a href=\"https://pro3.mail.ovh.net/owa\""), "{page}");
    assert!(page.contains(">Film of pro3.mail.ovh.net</a>"), "{page}");
    assert_eq!(built.findings(), ["content/a/guide.en-gb.md:7:76: link-unsafe"]);
}

#[test]
fn what_scripts_and_styles_in_a_line_hold_is_for_no_reader() {
    let guide = "---\ntitle: A\n---\n\nOne <script>var a = *1*</script>two <style>p { x: y }</style>three <script>four\n";
    let built = build_texts(&[("content/a/guide.en-gb.md", guide)], &[]);
    assert!(main_of(built.file("en-gb/a/index.html")).contains("<p>One two three four</p>"), "{}", built.file("en-gb/a/index.html"));
}

#[test]
fn links_to_files_of_guides_lead_to_the_guides() {
    let guide = "---\ntitle: A\n---\n\n[a](/pages/b/c.md) [b](/pages/b/c/guide.en-gb.md) [c](../b/c.md) [d](/pages/b.md) [e](/pages/d.md) [f](guide.en-gb.md#x)\n\n## X\n";
    let built = build_texts(&[("content/a/guide.en-gb.md", guide), ("content/b/c/guide.en-gb.md", "---\ntitle: C\n---\n\nText\n")], &[]);
    let links = all(&main_of(built.file("en-gb/a/index.html")), "<a href=\"([^\"]*)\">[a-f]<");
    assert_eq!(links, ["../b/c/", "../b/c/", "../b/c/", "../b/", "./#x"]);
    assert_eq!(built.findings(), ["content/a/guide.en-gb.md:5:83: link-dead-page"]);
}

#[test]
fn footnotes_are_numbered_as_they_are_met_and_lead_back() {
    let guide = "---\ntitle: A\n---\n\nA **b[^two]**, c[^one], d[^two] and e[^none].\n\n[^one]: First.\n[^two]: Second.\n\n    More.\n[^three]: Third.\n[^one]: Again.\n";
    let built = build_texts(&[("content/a/guide.en-gb.md", guide)], &[]);
    let main = main_of(built.file("en-gb/a/index.html"));
    let reference = |id: &str, number: u8| format!("<sup class=\"footnote-reference\"{id}><a href=\"#fn_{number}\">{number}</a></sup>");
    let text = format!(
        "<p>A <strong>b{}</strong>, c{}, d{} and e[^none].</p>",
        reference(" id=\"fnref_1\"", 1),
        reference(" id=\"fnref_2\"", 2),
        reference("", 1)
    );
    assert!(main.contains(&text), "{main}");
    let back = |number: u8| format!("<a href=\"#fnref_{number}\" class=\"footnote-back\" aria-label=\"Back to the text\">↑</a> ");
    let notes = format!(
        "<li id=\"fn_1\"><p>{}Second.</p>\n<p>More.</p>\n</li>\n<li id=\"fn_2\"><p>{}First.</p>\n<p>Again.</p>\n</li>\n<li id=\"fn_3\"><p>Third.</p>\n</li>",
        back(1),
        back(2)
    );
    assert!(main.contains(&notes), "{main}");
    let file = "content/a/guide.en-gb.md";
    let places = ["5:38", "11:1", "12:1"].map(|place| format!("{file}:{place}: footnote-unmatched"));
    assert_eq!(built.findings(), places);
}

#[test]
fn addresses_may_be_written_in_percent() {
    let guide = "---\ntitle: A\n---\n\n[a](/pages/d%20%C3%A9)\n\n![b](images/%C3%A9%20x.svg)\n";
    let files = [
        ("content/a/guide.en-gb.md", guide),
        ("content/d é/guide.en-gb.md", "---\ntitle: D\n---\n\nText\n"),
        ("content/a/images/é x.svg", "<svg/>"),
    ];
    let findings = build_texts(&files, &[]).findings();
    assert!(findings.iter().all(|found| !found.contains("link-dead") && !found.contains("image-missing")), "{findings:?}");
}
