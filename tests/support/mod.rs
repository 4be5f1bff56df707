//! Building sites in memory, and what a reader sees of a page.

#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::disallowed_macros, clippy::disallowed_methods, reason = "a test that is skipped looks for its folder and says so")]

use polyguide::{
    Selection, diagnostic::Diagnostic, edge::disk, progress::NoProgress, service::Values, sink::MemorySink, source::SourceTree,
    text::line_and_column,
};
use std::{collections::BTreeMap, path::Path};

/// A built site.
pub struct Built {
    pub files: BTreeMap<String, String>,
    pub diagnostics: Vec<Diagnostic>,
    tree: SourceTree,
}

/// A folder beside the project that only some machines have.
pub fn shared(path: &str) -> Option<std::path::PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if !folder.exists() {
        println!("skipped: there is no ../shared/{path}");
        return None;
    }
    Some(folder)
}

/// Builds the site in a folder.
pub fn build_folder(folder: &Path, settings: &[&str]) -> Built {
    let tree = disk::read_tree(folder, &folder.join("public")).expect("the site can be read");
    build_tree(tree, settings)
}

/// Builds a site given as paths and texts.
pub fn build_texts(files: &[(&str, &str)], settings: &[&str]) -> Built {
    build_tree(SourceTree::from_memory(files.iter().map(|(path, text)| (*path, *text))), settings)
}

/// Builds a site whose files are given.
pub fn build_tree(tree: SourceTree, settings: &[&str]) -> Built {
    let (corpus, mut diagnostics) = polyguide::parse(&tree, &NoProgress);
    let (site, more) = polyguide::resolve(corpus, &tree, &Selection::default());
    diagnostics.extend(more);
    let values = Values::parse(settings, site.services()).expect("the values are allowed");
    let sink = MemorySink::default();
    let report = polyguide::render(&site, &tree, &values, &sink, &NoProgress).expect("memory never fails");
    diagnostics.extend(report.diagnostics);
    drop(site);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap_or_default();
    let files = sink.into_files().into_iter().map(|(path, bytes)| (path.to_string(), text(bytes))).collect();
    Built { files, diagnostics, tree }
}

impl Built {
    /// The file at `path`.
    pub fn file(&self, path: &str) -> &str {
        self.files.get(path).unwrap_or_else(|| panic!("there is no {path}; there are {:?}", self.files.keys().collect::<Vec<_>>()))
    }

    /// The pages with their paths.
    pub fn pages(&self) -> impl Iterator<Item = (&String, &String)> {
        self.files.iter().filter(|(path, _)| path.ends_with(".html"))
    }

    /// `path:line:column: code` for each diagnostic, sorted.
    pub fn findings(&self) -> Vec<String> {
        let line = |diagnostic: &Diagnostic| {
            let path = self.tree.path(diagnostic.span.file);
            let text = self.tree.read(diagnostic.span.file).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
            let (line, column) = line_and_column(&text, diagnostic.span.start as usize);
            (path.to_string(), line, format!("{path}:{line}:{column}: {}", diagnostic.code.id))
        };
        let mut lines: Vec<_> = self.diagnostics.iter().map(line).collect();
        lines.sort();
        lines.into_iter().map(|(.., line)| line).collect()
    }

    /// The lines of a file on which something was found, by the end of its path.
    pub fn lines_with_findings(&self, path_end: &str) -> Vec<usize> {
        let of_file = self.findings().into_iter().filter_map(|finding| {
            let (path, rest) = finding.split_once(':')?;
            path.ends_with(path_end).then(|| rest.split(':').next()?.parse().ok())?
        });
        of_file.collect()
    }
}

/// The inside of `<main>`, without the panel.
pub fn main_of(page: &str) -> String {
    let start = page.find("<main").expect("a page has a main");
    let main = &page[start..page.find("</main>").expect("main ends")];
    match (main.find("<section class=\"panel\""), main.find("</section>")) {
        (Some(from), Some(to)) if from < to => format!("{}{}", &main[..from], &main[to..]),
        _ => main.to_owned(),
    }
}

/// What a reader sees: text without tags; tags of blocks separate words, those of inlines do not.
pub fn visible(html: &str) -> String {
    const INLINE: &[&str] =
        &["a", "b", "strong", "em", "i", "span", "code", "sub", "sup", "u", "kbd", "del", "var", "abbr", "small", "mark"];
    let mut out = String::new();
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let end = rest[open..].find('>').map_or(rest.len(), |end| open + end + 1);
        let tag = rest[open + 1..end].trim_start_matches('/');
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
        if !INLINE.contains(&name.as_str()) {
            out.push('\n');
        }
        if let Some(alt) = tag.split(" alt=\"").nth(1).and_then(|alt| alt.split('"').next()).filter(|_| name == "img") {
            out.push_str(&format!("\n{alt}\n"));
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The words of a text, separated by single spaces.
pub fn words(text: &str) -> String {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The rule of a leak: markup of the dialect in what a reader sees.
pub fn leaks(html: &str) -> Vec<String> {
    let without_code = |tag: &str, html: String| {
        let pattern = regex::Regex::new(&format!(r"(?s)<{tag}(?: [^>]*)?>.*?</{tag}>")).expect("a good expression");
        pattern.replace_all(&html, " ").into_owned()
    };
    let text = ["script", "style", "pre", "code"].iter().fold(html.to_owned(), |html, tag| without_code(tag, html));
    let leak = regex::Regex::new(r"\w\*\w|\*\w|\*\*|\{ ?\.|\[!|///|\{(?:thumbnail|external|action)\b").expect("a good expression");
    visible(&text).lines().filter(|line| leak.is_match(line) && !line.contains("*.")).map(str::to_owned).collect()
}
