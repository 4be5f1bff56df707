//! What servers are told of a site, besides its pages.

mod support;

#[test]
fn redirects_are_rules_of_the_server_too() {
    let guide = "---\ntitle: A\naliases: [alt, 'zwei Worte', /ganz/wo/anders, eigen]\n---\n\nText.\n";
    let config = "title: A\ncontent: .\nbase_url: https://a.example/docs/\nlocales: { de: {} }\n";
    let long = "x/".repeat(800);
    let own = ("static/de/eigen/index.html", "own");
    let built = support::build_texts(
        &[("polyguide.yaml", config), ("a/guide.de.md", guide), own, ("a/meta.yaml", &format!("full_slug: {long}"))],
        &[],
    );
    let froms = |file: &str, start: &str, end: &str| {
        let lines = built.file(file).lines().filter_map(|line| line.strip_prefix(start)?.split(end).next().map(str::to_owned));
        lines.collect::<Vec<_>>()
    };
    let all = ["alt/", "zwei Worte/"].map(|from| format!("/docs/de/{from}")).into_iter().chain(["/docs/ganz/wo/anders/".to_owned()]);
    assert_eq!(froms("_nginx.conf", "location = \"", "\""), all.collect::<Vec<_>>(), "neither own files nor what nginx cannot read");
    let twice = ["/docs/de/alt/", "/docs/de/zwei%20Worte/", "/docs/ganz/wo/anders/"].iter().flat_map(|from| [*from; 2]);
    let listed: Vec<String> = froms("_redirects", "/", " ").into_iter().map(|from| format!("/{from}")).collect();
    assert_eq!(listed, twice.collect::<Vec<_>>());
    assert!(built.file(&format!("de/{long}index.html")).contains("refresh"), "the page is there for other hosts");
}

#[test]
fn a_site_without_redirects_has_no_rules_for_them() {
    let built = support::build_texts(&[("a/guide.de.md", "---\ntitle: A\n---\n\nText.\n")], &[]);
    assert!(!built.files.contains_key("_redirects"));
    assert!(!built.file("_nginx.conf").contains("location = "));
}
