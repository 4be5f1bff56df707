//! The bundled templates print a page's texts and never look into them, so that they need not run for every page.

mod support;

use polyguide::{edge::disk, source::SourceTree};
use std::path::Path;
use support::build_tree;

/// The site in this folder, with a template of its own that prints what the bundled one does.
fn with_own_template(folder: &Path) -> SourceTree {
    let tree = disk::read_tree(folder, &folder.join("public")).unwrap();
    let footer = include_str!("../templates/parts/footer.html");
    let own = ("templates/parts/footer.html".to_owned(), format!("{footer}{{# the same #}}").into_bytes());
    let is_content = |path: &str| !path.starts_with("templates/") && !path.starts_with("target");
    let files = tree.iter().map(|(file, path)| (path.to_string(), file)).filter(|(path, _)| is_content(path));
    SourceTree::from_memory(files.map(|(path, file)| (path, tree.read(file).unwrap())).chain([own]))
}

#[test]
fn pages_are_the_same_whether_their_template_runs_for_each_or_not() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bundled = build_tree(disk::read_tree(folder, &folder.join("public")).unwrap(), &[]);
    let own = build_tree(with_own_template(folder), &[]);
    assert!(own.findings().iter().all(|finding| !finding.contains("template")), "{:?}", own.findings());
    for (path, page) in bundled.pages() {
        assert_eq!(page, own.file(path), "{path}");
    }
}
