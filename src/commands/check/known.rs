//! `--baseline` and `--write-baseline`.

use super::super::Failure;
use crate::{
    check::baseline::{self, Baseline},
    cli::Check,
    diagnostic::Diagnostic,
    edge::{disk, rewrite::replace},
    source::SourceTree,
    words::count,
};
use std::path::PathBuf;

/// Findings, told apart by what the baseline knows.
pub struct Known {
    /// Those that it does not know.
    pub new: Vec<Diagnostic>,
    /// Those that it knows, if there is a baseline.
    pub known: Option<Vec<Diagnostic>>,
    /// What is to be said of it.
    pub remarks: Vec<String>,
}

impl Known {
    /// Tells what was found apart. Reads the baseline that was named, or the one in the site's folder; writes it anew where that was asked for.
    ///
    /// # Errors
    /// Where it cannot be read or written, or is none.
    pub fn read(options: &Check, tree: &SourceTree, found: Vec<Diagnostic>) -> Result<Self, Failure> {
        let path = options.baseline.clone().unwrap_or_else(|| options.folder.site.join(baseline::FILE));
        if options.write_baseline {
            return Self::write(path, tree, found);
        }
        let Some(text) = disk::read_if_there(&path)? else {
            return match &options.baseline {
                Some(path) => Err(format!("there is no baseline `{}`; write it with --write-baseline", path.display()).into()),
                None => Ok(Self { new: found, known: None, remarks: Vec::new() }),
            };
        };
        let baseline = Baseline::parse(&text).map_err(|reason| format!("`{}` {reason}", path.display()))?;
        let split = baseline.split(tree, found);
        // What was not looked at is not mended.
        let is_whole = options.locales.locale.is_empty() && options.changed_since.is_none();
        let mut remarks = vec![format!("{} of the baseline not shown", count(split.known.len(), "finding"))];
        if split.mended > 0 && is_whole {
            remarks.push(told_of_mended(split.mended));
        }
        Ok(Self { new: split.new, known: Some(split.known), remarks })
    }

    fn write(path: PathBuf, tree: &SourceTree, found: Vec<Diagnostic>) -> Result<Self, Failure> {
        let baseline = Baseline::of(tree, &found);
        replace(&path, baseline.to_text().as_bytes())?;
        let remark = format!("wrote {} to `{}`", count(baseline.len(), "finding"), path.display());
        Ok(Self { new: Vec::new(), known: Some(found), remarks: vec![remark] })
    }
}

/// What is said where findings of the baseline no longer occur.
fn told_of_mended(number: usize) -> String {
    let are = if number == 1 { "is" } else { "are" };
    format!("{} of the baseline {are} mended; run --write-baseline", count(number, "finding"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_elsewhere() {
        assert_eq!(told_of_mended(1), "1 finding of the baseline is mended; run --write-baseline");
        assert_eq!(told_of_mended(30_000), "30,000 findings of the baseline are mended; run --write-baseline");
    }
}
