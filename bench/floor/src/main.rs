//! The floor under every site generator on pulldown-cmark: what is left when nothing but the unavoidable is done.
//!
//! It finds the Markdown files of a folder, skips their front matter, turns them into HTML between a fixed head and tail of 10 KB
//! (about what navigation and metadata take in a real page) and writes them, on all cores. Links stay as they are, nothing is
//! localized, no template runs. `polyguide build` is measured as a multiple of this.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use pulldown_cmark::{Options, Parser, html};
use rayon::prelude::*;
use walkdir::WalkDir;

const HEAD: &str = include_str!("head.html");
const TAIL: &str = include_str!("tail.html");

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [content, out] = arguments.as_slice() else {
        eprintln!("usage: floor CONTENT OUT");
        return ExitCode::from(2);
    };
    match build(content, out) {
        Ok(pages) => {
            println!("{pages} pages");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Writes a page for each Markdown file below `content`; the number of pages.
fn build(content: &Path, out: &Path) -> io::Result<usize> {
    let files = markdown_files(content)?;
    files.par_iter().try_for_each(|file| write_page(file, content, out))?;
    Ok(files.len())
}

fn markdown_files(content: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(content) {
        let path = entry?.into_path();
        if path.extension().is_some_and(|extension| extension == "md") {
            files.push(path);
        }
    }
    Ok(files)
}

/// Writes `a/b/guide.fr.md` to `OUT/a/b/guide.fr/index.html`.
fn write_page(file: &Path, content: &Path, out: &Path) -> io::Result<()> {
    let page = page(&fs::read_to_string(file)?);
    let place = file.strip_prefix(content).map_err(io::Error::other)?;
    let folder = out.join(place.with_extension(""));
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("index.html"), page)
}

fn page(source: &str) -> String {
    // HTML is seldom twice as long as its Markdown, so the text hardly ever moves.
    let mut page = String::with_capacity(HEAD.len() + source.len() * 2 + TAIL.len());
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    page.push_str(HEAD);
    html::push_html(&mut page, Parser::new_ext(without_front_matter(source), options));
    page.push_str(TAIL);
    page
}

fn without_front_matter(source: &str) -> &str {
    let after = source.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    after.map_or(source, |(_, body)| body)
}
