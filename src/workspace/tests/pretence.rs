//! A pseudo-locale of a site that is being written.

use super::*;
use crate::{
    i18n::{Project, pretence::Pretence, pseudo},
    source::Layer,
};

const CONFIG: (&str, &str) = ("polyguide.yaml", "title: A\nsource_locale: en\nlocales: { en: {} }\n");
const GUIDE: (&str, &str) = ("content/a/guide.en.md", "---\ntitle: A\n---\n\nOpen.\n");

type Written = BTreeMap<SourcePath, Vec<u8>>;

fn written(files: &[(&str, &str)]) -> Written {
    files.iter().map(|(path, text)| (SourcePath::parse(path).unwrap(), text.as_bytes().to_vec())).collect()
}

/// A page as it is shown, which is as a build from nothing would show it.
fn page(workspace: &Workspace, files: &Written, path: &str) -> Option<String> {
    let show = |workspace: &Workspace| match workspace.make(&OutputPath::parse(path).unwrap())? {
        Made::Page(_, bytes) => Some(String::from_utf8(bytes).unwrap()),
        other => panic!("{path}: {other:?}"),
    };
    let shown = show(workspace);
    let tree = SourceTree::from_memory([("none", "")]).with(files.clone());
    if let Ok(made_up) = pseudo::files(&Project::open(&tree), pseudo::Pseudo::Accented) {
        assert_eq!(shown, show(&Workspace::open(tree.with(made_up), Wishes::default(), &NoProgress).0), "{path}");
    }
    shown
}

#[test]
fn what_is_made_up_follows_what_is_written() {
    let first = written(&[CONFIG, GUIDE]);
    let disk = Layer::new(first.clone());
    let tree = || SourceTree::from_memory([("none", "")]).under(&disk);
    let mut pretence = Pretence::new(tree(), pseudo::Pseudo::Accented).unwrap();
    let mut workspace = Workspace::open(pretence.over(tree()), Wishes::default(), &NoProgress).0;
    let shown = page(&workspace, &first, "en-xa/a/index.html").unwrap();
    assert!(shown.contains("⟦Oƥeeƞ.⟧"), "{shown}");
    let again = GUIDE.1.replace("Open", "Go");
    for (files, path, expected) in [
        (written(&[CONFIG, (GUIDE.0, &again)]), "en-xa/a/index.html", Some("⟦Ɠoo.⟧")),
        (written(&[("polyguide.yaml", "x"), (GUIDE.0, &again)]), "en-xa/a/index.html", Some("⟦Ɠoo.⟧")),
        (written(&[CONFIG, GUIDE, ("content/b/guide.en.md", GUIDE.1)]), "en-xa/b/index.html", Some("⟦Oƥeeƞ.⟧")),
        (written(&[CONFIG, ("content/b/guide.en.md", GUIDE.1)]), "en-xa/a/index.html", None),
    ] {
        workspace.apply(&pretence.follow(&disk.replace(files.clone())));
        let shown = page(&workspace, &files, path);
        assert_eq!(shown.as_deref().and_then(|page| expected.filter(|text| page.contains(text))), expected, "{shown:?}");
    }
}
