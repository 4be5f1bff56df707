//! What a site publishes as it is: its own files in `static`.

use super::*;

#[test]
fn a_file_of_the_site_goes_before_one_that_would_be_made() {
    let own = ["robots.txt", "404.html", "index.html", "sitemap.xml", "de/404.html", ".well-known/security.txt", "a/b.pdf"];
    let paths: Vec<String> = own.iter().map(|path| format!("static/{path}")).collect();
    let files: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), path.as_str())).collect();
    let mut desk = Desk::new(&files);
    desk.check_against_a_build();
    for (path, text) in own.iter().zip(&paths) {
        assert_eq!(desk.page(path), *text);
    }
    let Made::Text(unknown) = desk.workspace.not_found(None) else { panic!("a page") };
    assert_eq!(unknown, b"static/404.html");
    desk.edit(&[("static/404.html", None), ("static/index.html", None)]);
    assert!(desk.page("404.html").contains("<html") && desk.page("index.html").contains("<html"));
}

#[test]
fn the_page_of_a_guide_is_never_hidden() {
    let desk = Desk::new(&[("static/de/mail/a/index.html", "Mine")]);
    desk.check_against_a_build();
    assert!(desk.page("de/mail/a/index.html").contains("Alpha auf Deutsch"));
    assert_eq!(desk.findings(), ["static/de/mail/a/index.html:1: route-duplicate"]);
}

#[test]
fn guides_link_to_files_that_are_published_as_they_are() {
    let guide = "---\ntitle: Gamma\n---\n\nSee [m](/downloads/m.pdf), [r](/robots.txt) and [b](/pages/mail/b).\n";
    let mut desk = Desk::new(&[("content/mail/c/guide.en.md", guide), ("static/downloads/m.pdf", "PDF"), ("static/robots.txt", "R")]);
    desk.check_against_a_build();
    let page = desk.page("en/mail/c/index.html");
    assert!(page.contains("href=\"../../../downloads/m.pdf\"") && page.contains("href=\"../../../robots.txt\""), "{page}");
    assert_eq!(desk.findings(), Vec::<String>::new());
    desk.edit(&[("static/downloads/m.pdf", None)]);
    assert_eq!(desk.findings(), ["content/mail/c/guide.en.md:5: link-dead-page"]);
}
