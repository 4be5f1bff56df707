//! Shortens the theme's scripts, gathers the interface texts and misspelled words, and makes cargo compile the crate again when a file that the binary carries is changed or added.

#![expect(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "a build script speaks to cargo and writes what the crate includes"
)]

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    for folder in ["data", "locales", "static", "templates"] {
        println!("cargo::rerun-if-changed={folder}");
    }
    let out = env::var("OUT_DIR")?;
    take_interface_texts(Path::new("locales"), &Path::new(&out).join("locales"))?;
    shorten_scripts(Path::new("static/js"), &Path::new(&out).join("js"))?;
    Ok(fs::write(Path::new(&out).join("misspelled.txt"), misspelled_words())?)
}

/// A line for each English word that is known to be misspelled: in lower case, and what may be meant, with commas between; sorted.
/// A text is at hand when the program starts, while the addresses in a table of so many words would have to be filled in each time.
fn misspelled_words() -> String {
    let is_plain = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    let words = typos_dict::WORD.map.entries().map(|(word, right)| (word.into_inner().to_ascii_lowercase(), right));
    let known = words.filter(|(word, right)| is_plain(word) && !right.is_empty());
    let mut lines: Vec<String> = known.map(|(word, right)| format!("{word},{}\n", right.join(","))).collect();
    lines.sort_unstable();
    lines.concat()
}

/// Copies the Fluent files of each locale: the translations of the guides beside them are no business of other sites.
fn take_interface_texts(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let _ = fs::remove_dir_all(to);
    for locale in fs::read_dir(from)? {
        let locale = locale?;
        if !locale.file_type()?.is_dir() {
            continue;
        }
        let folder = to.join(locale.file_name());
        fs::create_dir_all(&folder)?;
        for entry in fs::read_dir(locale.path())? {
            let path = entry?.path();
            if let (Some("ftl"), Some(name)) = (path.extension().and_then(|it| it.to_str()), path.file_name()) {
                fs::copy(&path, folder.join(name))?;
            }
        }
    }
    Ok(())
}

/// Writes each script of a folder into another one, shortened, under its name.
fn shorten_scripts(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let _ = fs::remove_dir_all(to);
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        if let (Some("js"), Some(name)) = (path.extension().and_then(|it| it.to_str()), path.file_name()) {
            fs::write(to.join(name), shortened(&fs::read_to_string(&path)?).map_err(|error| format!("{}: {error}", path.display()))?)?;
        }
    }
    Ok(())
}

/// A script without what browsers do not need. Names outside of blocks and functions stay: other scripts use them.
fn shortened(script: &str) -> Result<String, String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, script, SourceType::unambiguous()).parse();
    if let Some(error) = parsed.errors.first() {
        return Err(error.to_string());
    }
    let mut program = parsed.program;
    let mangle = MangleOptions { top_level: Some(false), ..MangleOptions::default() };
    let options = MinifierOptions { mangle: Some(mangle), compress: Some(CompressOptions::safest()) };
    let scoping = Minifier::new(options).minify(&allocator, &mut program).scoping;
    Ok(Codegen::new().with_options(CodegenOptions::minify()).with_scoping(scoping).build(&program).code)
}
