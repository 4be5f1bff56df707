//! The site's own files below `static`, which are published as they are: at the root of the site, in the same folders.

use crate::{path::SourcePath, source::SourceTree, text::FileId};

/// The folder of a site's own assets.
pub const FOLDER: &str = "static";

/// Where a file is published, if it is one of these. What lies in `css` and `js` is for the bundles of the theme alone.
pub fn published(path: &SourcePath) -> Option<&str> {
    path.below(FOLDER).filter(|path| !is_bundled(path))
}

/// Whether a path below the folder is for the bundles alone.
pub fn is_bundled(path: &str) -> bool {
    path.starts_with("css/") || path.starts_with("js/")
}

/// The file that is published at an address below the root of the site.
pub fn find(tree: &SourceTree, address: &str) -> Option<FileId> {
    let path = SourcePath::resolve(FOLDER, address)?;
    published(&path)?;
    tree.find(&path)
}

/// All of them, each with the place where it is published.
pub fn all(tree: &SourceTree) -> impl Iterator<Item = (FileId, &str)> {
    tree.below(FOLDER).filter_map(|path| Some((tree.find(path)?, published(path)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_published_at_the_root() {
        let paths = ["static/a.pdf", "static/b/c.pdf", "static/css/d.css", "content/a.pdf"];
        let tree = SourceTree::from_memory(paths.map(|path| (path, "x")));
        assert_eq!(all(&tree).map(|(_, path)| path).collect::<Vec<_>>(), ["a.pdf", "b/c.pdf"]);
        assert!(find(&tree, "/b/c.pdf").is_some() && find(&tree, "a.pdf").is_some());
        assert!(["/css/d.css", "/../content/a.pdf", "/b", "/"].iter().all(|address| find(&tree, address).is_none()));
    }
}
