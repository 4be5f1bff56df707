//! What is exported, and why what is not.

use super::*;

const CONFIG: &str = "title: Guides\ncontent: .\nsource_locale: en-gb\nlocales: { en-gb: {}, de-de: {} }\n";

/// For each file that is written the path, or else what is wrong; for Markdown and for XLIFF.
fn exported(files: &[(&str, Vec<u8>)]) -> (Vec<String>, Vec<String>) {
    let tree = SourceTree::from_memory(files.iter().cloned());
    let project = Project::open(&tree);
    let locales = project.targets(&[]).unwrap();
    let said = |refused: Vec<Diagnostic>| {
        let one = |found: &Diagnostic| format!("{}: {}", tree.path(found.span.file), found.code.id);
        refused.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    let markdown = project.export(&locales).into_iter().map(|one| one.map_or_else(said, |one| one.change.unwrap().path.to_string()));
    let xliff = project.to_xliff(&locales).into_iter().map(|one| one.map_or_else(said, |(path, _)| path.to_string()));
    (markdown.collect(), xliff.collect())
}

#[test]
fn a_catalog_that_cannot_be_read_whole_is_told_and_the_others_are_exported() {
    let po = translated(GUIDE).to_text();
    let files = [
        ("polyguide.yaml", CONFIG.into()),
        ("a/guide.en-gb.md", GUIDE.into()),
        ("locales/de-de/guides/a.po", po.clone().into()),
        ("b/guide.en-gb.md", GUIDE.into()),
        ("locales/de-de/guides/b.po", po.replace("(Set up)\"", "(Set up)").into()),
        ("c/guide.en-gb.md", GUIDE.into()),
        ("locales/de-de/guides/c.po", [po.as_bytes(), b"# caf\xe9\n"].concat()),
    ];
    let (broken, in_latin) = ("locales/de-de/guides/b.po: catalog-syntax", "locales/de-de/guides/c.po: file-encoding");
    let (markdown, xliff) = exported(&files);
    assert_eq!(markdown, ["a/guide.de-de.md", broken, in_latin]);
    assert_eq!(xliff, ["de-de/a.xlf", broken, in_latin]);
}

#[test]
fn a_guide_that_cannot_be_read_is_told() {
    let files = [
        ("polyguide.yaml", CONFIG.into()),
        ("a/guide.en-gb.md", b"caf\xe9\n".to_vec()),
        ("locales/de-de/guides/a.po", translated(GUIDE).to_text().into()),
    ];
    assert_eq!(exported(&files).0, ["a/guide.en-gb.md: file-encoding"]);
}

#[test]
fn a_catalog_without_a_guide_is_told_where_all_guides_are_exported() {
    let po = translated(GUIDE).to_text();
    let files: [(&str, String); 6] = [
        ("polyguide.yaml", CONFIG.into()),
        ("a/guide.en-gb.md", GUIDE.into()),
        ("a/guide.de-de.md", GUIDE.into()),
        ("locales/de-de/guides/a.po", po.clone()),
        ("locales/de-de/guides/gone.po", po.clone()),
        ("locales/fr-fr/guides/gone.po", po),
    ];
    let tree = SourceTree::from_memory(files);
    let mut project = Project::open(&tree);
    let locales = project.targets(&[]).unwrap();
    let told =
        |project: &Project| project.without_guide(&locales).iter().map(|found| tree.path(found.span.file).to_string()).collect::<Vec<_>>();
    assert_eq!(told(&project), ["locales/de-de/guides/gone.po"]);
    project.keep(&["a".to_owned()]).unwrap();
    assert_eq!(told(&project), Vec::<String>::new());
}
