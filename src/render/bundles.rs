//! The theme's styles and scripts: files joined in the order that a list beside them says, under a name with a hash.

use super::templates::STATIC;
use crate::{bundled, source::SourceTree};
use std::{
    collections::BTreeMap,
    hash::{BuildHasher, Hasher},
};

/// Each bundle that all locales share: what templates call it, the list of its files below `static`, how its text is made shorter.
const SHARED: [(&str, &str, Shorten); 3] = [
    ("css", "css/order.txt", without_css_comments),
    ("head", "js/head.txt", without_js_comments),
    (SEARCH_CSS, "css/search.txt", without_css_comments),
];
/// The style of the search's dialog, which is loaded with its script.
pub const SEARCH_CSS: &str = "search_css";
/// The script that runs when a page has been read, and the ids of the interface texts that it shows, one a line.
const PAGE: [&str; 3] = ["page", "js/page.txt", "js/texts.txt"];
/// The script that is loaded when its reader searches, and its texts.
const SEARCH: [&str; 3] = ["search", "js/search.txt", "js/search-texts.txt"];

type Shorten = fn(&str) -> String;

/// A file made of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// Its path in the output: `assets/css-0123456789abcdef.css`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The bundles of a theme.
#[derive(Debug)]
pub struct Bundles {
    /// By what templates call them: those that all locales share.
    pub shared: BTreeMap<&'static str, Bundle>,
    /// The script of pages.
    pub page: Script,
    /// The script of the search.
    pub search: Script,
}

/// A script that starts with interface texts, so that there is one for each locale.
#[derive(Debug)]
pub struct Script {
    name: &'static str,
    script: String,
    texts: Vec<String>,
}

impl Bundles {
    /// The bundled files, overridden one by one by those of the site.
    pub fn read(tree: &SourceTree) -> Self {
        let joined = |list: &str, shorten: Shorten| -> String {
            let folder = list.rsplit_once('/').map_or("", |(folder, _)| folder);
            lines(&text_of(tree, list)).map(|name| shorten(&text_of(tree, &format!("{folder}/{name}")))).collect()
        };
        let script = |[name, list, texts]: [&'static str; 3]| Script {
            name,
            script: joined(list, without_js_comments),
            texts: lines(&text_of(tree, texts)).map(str::to_owned).collect(),
        };
        let shared = SHARED.into_iter().map(|(name, list, shorten)| (name, Bundle::new(name, joined(list, shorten)))).collect();
        Self { shared, page: script(PAGE), search: script(SEARCH) }
    }
}

impl Script {
    /// The script for a locale; `message` gives the interface text of an id, `constants` are further lines before the script.
    pub fn bundle(&self, message: impl Fn(&str) -> String, constants: &str) -> Bundle {
        let texts: BTreeMap<String, String> = self.texts.iter().map(|id| (id.replace('-', "_"), message(id))).collect();
        let texts = serde_json::to_string(&texts).unwrap_or_else(|_| "{}".into());
        Bundle::new(self.name, format!("const texts={texts};\n{constants}{}", self.script))
    }
}

impl Bundle {
    fn new(name: &str, text: String) -> Self {
        let (name, extension) =
            if name == "css" { (name, "css") } else { name.strip_suffix("_css").map_or((name, "js"), |name| (name, "css")) };
        Self { path: format!("assets/{name}-{:016x}.{extension}", hash(&text)), text }
    }
}

fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn text_of(tree: &SourceTree, path: &str) -> String {
    let own = tree.find_text(&format!("{STATIC}/{path}")).and_then(|file| String::from_utf8(tree.read(file).ok()?).ok());
    own.or_else(|| {
        let (_, bytes) = bundled::assets().into_iter().find(|(known, _)| *known == path)?;
        std::str::from_utf8(bytes).ok().map(str::to_owned)
    })
    .unwrap_or_default()
}

/// CSS without comments, indentation and empty lines.
fn without_css_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start + 2..].find("*/").map_or("", |end| &rest[start + 2 + end + 2..]);
    }
    out.push_str(rest);
    out.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::with_capacity(out.len()), |text, line| text + line + "\n")
}

/// JavaScript without the lines that are comments, indentation and empty lines. No script of a theme may hold a text that goes
/// over several lines, as its indentation would go, too.
fn without_js_comments(js: &str) -> String {
    let mut out = String::with_capacity(js.len());
    let mut in_comment = false;
    for line in js.lines().map(str::trim) {
        let was_in_comment = in_comment;
        in_comment = (in_comment || line.starts_with("/*")) && !line.ends_with("*/");
        if !was_in_comment && !line.is_empty() && !line.starts_with("//") && !line.starts_with("/*") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

fn hash(text: &str) -> u64 {
    let mut hasher = rustc_hash::FxBuildHasher.build_hasher();
    hasher.write(text.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_are_left_out_of_styles() {
        assert_eq!(without_css_comments("/* a */\n  b {\n\n  c: d; /* e */\n}\n"), "b {\nc: d;\n}\n");
    }

    #[test]
    fn comments_are_left_out_of_scripts() {
        let script = "// a\n{\n  /** b\n   * c\n   */\n  const d = '// e'; // f\n  /* g */\n  h(\"/*\");\n}\n";
        assert_eq!(without_js_comments(script), "{\nconst d = '// e'; // f\nh(\"/*\");\n}\n");
    }

    #[test]
    fn the_site_overrides_files_of_a_bundle_one_by_one() {
        let tree =
            SourceTree::from_memory([("static/js/page.txt", "a.js\nb.js\n"), ("static/js/a.js", "a();"), ("static/js/b.js", "b();")]);
        let bundles = Bundles::read(&tree);
        assert!(bundles.shared["css"].text.contains("@layer"));
        assert!(bundles.page.bundle(|_| String::new(), "").text.ends_with("};\na();\nb();\n"));
    }

    #[test]
    fn the_page_script_starts_with_the_texts_of_its_locale() {
        let tree = SourceTree::from_memory([("static/js/page.txt", ""), ("static/js/texts.txt", "copy\ncopy-done\n")]);
        let page = Bundles::read(&tree).page.bundle(|id| format!("<{id}> \"x\""), "");
        assert_eq!(page.text, "const texts={\"copy\":\"<copy> \\\"x\\\"\",\"copy_done\":\"<copy-done> \\\"x\\\"\"};\n");
        assert!(page.path.starts_with("assets/page-") && page.path.ends_with(".js"));
    }
}
