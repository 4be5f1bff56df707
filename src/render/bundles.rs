//! The theme's styles and scripts: files joined in the order that a list beside them says, under a name with a hash.

use crate::{bundled, corpus::static_files, source::SourceTree};
use std::{
    collections::{BTreeMap, BTreeSet},
    hash::{BuildHasher, Hasher},
};

/// Each bundle that all locales share: what templates call it, the list of its files below `static`, how its text is made shorter.
const SHARED: [(&str, &str, Shorten); 12] = [
    ("css", "css/order.txt", shorten_css),
    ("tabs_css", "css/tabs.txt", shorten_css),
    ("api_css", "css/api.txt", shorten_css),
    ("code_css", "css/code.txt", shorten_css),
    ("blocks", "css/blocks.txt", shorten_css),
    ("dialogs", "css/dialogs.txt", shorten_css),
    ("forced", "css/forced.txt", shorten_css),
    ("front", "css/front.txt", shorten_css),
    ("print", "css/print.txt", shorten_css),
    (SEARCH_CSS, "css/search.txt", shorten_css),
    ("head", "js/head.txt", shorten_js),
    ("tabs", "js/tabs.txt", shorten_js),
];
/// The style of the search's dialog, which is loaded with its script.
pub const SEARCH_CSS: &str = "search_css";
/// The script that runs when a page has been read, and the ids of the interface texts that it shows, one a line.
const PAGE: [&str; 3] = ["page", "js/page.txt", "js/texts.txt"];
/// The script that is loaded when its reader searches, and its texts.
const SEARCH: [&str; 3] = ["search", "js/search.txt", "js/search-texts.txt"];
/// The script that is loaded when an address holds values, and its texts.
const LINK: [&str; 3] = ["link", "js/link.txt", "js/link-texts.txt"];
/// The script that is loaded when its reader unfolds the box with files of settings, and its texts.
const SETUP: [&str; 3] = ["setup", "js/setup.txt", "js/setup-texts.txt"];

/// What authors see of `serve` on every page. No build writes it.
const AUTHORS: [(&str, &str, Shorten); 2] =
    [("author.css", "css/author.txt", shorten_css), ("author.js", "js/author.txt", without_js_comments)];

type Shorten = fn(&str) -> String;

/// A file made of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// Its path in the output: `assets/css-01234567.css`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The bundles of a theme.
#[derive(Debug)]
pub struct Bundles {
    /// By what templates call them: those that all locales share.
    pub shared: BTreeMap<&'static str, Bundle>,
    /// By file name: what only `serve` adds to pages.
    pub authors: BTreeMap<&'static str, Bundle>,
    /// The script of pages.
    pub page: Script,
    /// The script of the search.
    pub search: Script,
    /// The script that tells of values from a link.
    pub link: Script,
    /// The script that makes files of settings.
    pub setup: Script,
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
            script: joined(list, shorten_js),
            texts: lines(&text_of(tree, texts)).map(str::to_owned).collect(),
        };
        let bundle =
            |(name, list, shorten): (&'static str, &str, Shorten)| (name, Bundle::new(name, extension(list), joined(list, shorten)));
        Self {
            shared: SHARED.into_iter().map(bundle).collect(),
            authors: AUTHORS.into_iter().map(bundle).collect(),
            page: script(PAGE),
            search: script(SEARCH),
            link: script(LINK),
            setup: script(SETUP),
        }
    }
}

impl Script {
    /// The script for a locale; `message` gives the interface text of an id, `constants` are further lines before the script.
    pub fn bundle(&self, message: impl Fn(&str) -> String, constants: &str) -> Bundle {
        let texts: BTreeMap<String, String> = self.texts.iter().map(|id| (id.replace('-', "_"), message(id))).collect();
        let texts = serde_json::to_string(&texts).unwrap_or_else(|_| "{}".into());
        Bundle::new(self.name, "js", format!("const texts={texts};\n{constants}{}", self.script))
    }
}

impl Bundle {
    fn new(name: &str, extension: &str, text: String) -> Self {
        Self { path: format!("assets/{name}-{:08x}.{extension}", hash(&text)), text }
    }
}

/// The files below `static` that bundles are made of, the lists that say so among them.
pub fn parts(tree: &SourceTree) -> BTreeSet<String> {
    let shared = SHARED.iter().chain(&AUTHORS).map(|(_, list, _)| *list);
    let scripts = [PAGE, SEARCH, LINK, SETUP];
    let mut parts: BTreeSet<String> = scripts.iter().map(|[_, _, texts]| (*texts).to_owned()).collect();
    for list in shared.chain(scripts.iter().map(|[_, list, _]| *list)) {
        let folder = list.rsplit_once('/').map_or("", |(folder, _)| folder);
        parts.extend(lines(&text_of(tree, list)).map(|name| format!("{folder}/{name}")));
        parts.insert(list.to_owned());
    }
    parts
}

/// `css` or `js`: each kind of file has a folder of its own.
fn extension(list: &str) -> &str {
    list.split('/').next().unwrap_or_default()
}

fn lines(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn text_of(tree: &SourceTree, path: &str) -> String {
    let own = tree.find_text(&format!("{}/{path}", static_files::FOLDER)).and_then(|file| String::from_utf8(tree.read(file).ok()?).ok());
    own.or_else(|| {
        let (_, bytes) = bundled::assets().into_iter().find(|(known, _)| *known == path)?;
        std::str::from_utf8(bytes).ok().map(str::to_owned)
    })
    .unwrap_or_default()
}

/// CSS without comments and without what separates nothing. Texts in quotes and escaped letters stay as they are.
fn shorten_css(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    squeeze(css, |sign| "{};,>".contains(sign), |sign| "{};,>:".contains(sign), &mut out);
    out
}

/// Leaves out comments, spaces `before` and `after` signs, semicolons that end a block, and zeros before a decimal point.
fn squeeze(text: &str, before: fn(char) -> bool, after: fn(char) -> bool, out: &mut String) {
    let mut rest = text;
    let (mut last, mut is_spaced) = (';', false);
    while let Some(next) = rest.chars().next() {
        let (token, others) = rest.split_at(token_len(rest, next));
        rest = others;
        if next.is_whitespace() || token.starts_with("/*") {
            is_spaced |= next.is_whitespace();
            continue;
        }
        if is_spaced && !after(last) && !before(next) {
            out.push(' ');
        }
        if (is_spaced || ",:".contains(last)) && next == '0' && is_fraction(rest) {
            is_spaced = false;
            continue;
        }
        if last == ';' && next == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push_str(token);
        (last, is_spaced) = (if next == '\\' { ' ' } else { next }, false);
    }
}

/// Whether `text` goes on with a decimal point and digits.
fn is_fraction(text: &str) -> bool {
    text.strip_prefix('.').is_some_and(|digits| digits.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// How long the comment, the text in quotes or the escaped letter is at the start of `text`; else its first letter.
fn token_len(text: &str, first: char) -> usize {
    let letter_at = |at: usize| text[at..].chars().next().map_or(0, char::len_utf8);
    match first {
        '/' if text.starts_with("/*") => text[2..].find("*/").map_or(text.len(), |at| at + 4),
        '\\' => 1 + letter_at(1),
        '"' | '\'' => {
            let mut end = 1;
            while end < text.len() && !text[end..].starts_with(first) {
                end += if text[end..].starts_with('\\') { 1 + letter_at(end + 1) } else { letter_at(end) };
            }
            (end + 1).min(text.len())
        }
        _ => first.len_utf8(),
    }
}

/// A script of the theme as the build shortened it; one that a site wrote itself without what is easy to leave out.
fn shorten_js(js: &str) -> String {
    bundled::short_script(js).map_or_else(|| without_js_comments(js), |short| format!("{short}\n"))
}

/// JavaScript without the lines that are comments, indentation, empty lines and spaces beside signs. No script of a theme may hold a text that goes
/// over several lines, as its indentation would go, too.
fn without_js_comments(js: &str) -> String {
    let mut out = String::with_capacity(js.len());
    let mut in_comment = false;
    for line in js.lines().map(str::trim) {
        let was_in_comment = in_comment;
        in_comment = (in_comment || line.starts_with("/*")) && !line.ends_with("*/");
        if !was_in_comment && !line.is_empty() && !line.starts_with("//") && !line.starts_with("/*") {
            squeeze_js_line(line, &mut out);
            out.push('\n');
        }
    }
    out
}

/// Leaves out spaces beside signs. A line with what may be a template, a pattern or an escape stays as it is.
fn squeeze_js_line(line: &str, out: &mut String) {
    let is_sign = |letter: char| "{}()[];,=<>&|?:!".contains(letter);
    if line.contains(['`', '/', '\\']) { out.push_str(line) } else { squeeze(line, is_sign, is_sign, out) }
}

fn hash(text: &str) -> u32 {
    let mut hasher = rustc_hash::FxBuildHasher.build_hasher();
    hasher.write(text.as_bytes());
    (hasher.finish() >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_lose_comments_and_what_no_rule_needs() {
        for (css, short) in [
            ("/* a */\n  b {\n\n  c: d; /* e */\n}\n", "b{c:d}"),
            (
                "a , b > c :hover,\nd::after { --x: 1px  solid ; e: calc(1px + 2px); }",
                "a,b>c :hover,d::after{--x:1px solid;e:calc(1px + 2px)}",
            ),
            ("@layer a, b;\n@media (x: 1rem) and (y) { c { d: e } }", "@layer a,b;@media (x:1rem) and (y){c{d:e}}"),
            ("a/* b */.c /* d */ .e { }", "a.c .e{}"),
            ("a { b: \"c ; /* d */ \\\" } \" ' ; ' }", "a{b:\"c ; /* d */ \\\" } \" ' ; '}"),
            ("a { content: \"\\2197\" / \"\"; content: \"é, ß\" }", "a{content:\"\\2197\" / \"\";content:\"é, ß\"}"),
            ("a { b: 0.5em 0 10.5px; c: -0.1px d( 0.5, 0.25 ) \" 0.5\" }", "a{b:.5em 0 10.5px;c:-0.1px d( .5,.25 ) \" 0.5\"}"),
            ("a\\: b, c\\{ d { }", "a\\: b,c\\{ d{}"),
            ("a { b: \"c", "a{b:\"c"),
            ("a { b: c; /* d", "a{b:c;"),
            ("a\\", "a\\"),
        ] {
            assert_eq!(shorten_css(css), short);
            assert_eq!(shorten_css(short), short, "once more");
        }
    }

    #[test]
    fn comments_are_left_out_of_scripts() {
        let script = "// a\n{\n  /** b\n   * c\n   */\n  const d = '// e'; // f\n  /* g */\n  h(\"/*\");\n}\n";
        assert_eq!(without_js_comments(script), "{\nconst d = '// e'; // f\nh(\"/*\");\n}\n");
    }

    #[test]
    fn scripts_lose_spaces_beside_signs() {
        for (script, short) in [
            ("const a = (b, c) => { return !b && c; };", "const a=(b,c)=>{return!b&&c};"),
            ("a = b + +c - -d;", "a=b + +c - -d;"),
            ("say(\" a = b \", ' ; ');", "say(\" a = b \",' ; ');"),
            ("a = `b = ${c}`;", "a = `b = ${c}`;"),
            ("a = / = /.test(b) ? 1 : 2;", "a = / = /.test(b) ? 1 : 2;"),
            ("a = b", "a=b"),
        ] {
            assert_eq!(without_js_comments(script), format!("{short}\n"));
        }
    }

    #[test]
    fn the_site_overrides_files_of_a_bundle_one_by_one() {
        let tree =
            SourceTree::from_memory([("static/js/page.txt", "a.js\nb.js\n"), ("static/js/a.js", "a();"), ("static/js/b.js", "b();")]);
        let bundles = Bundles::read(&tree);
        assert!(bundles.shared["css"].text.contains("@layer"));
        assert!(bundles.shared["print"].path.ends_with(".css"));
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
