//! The list of files that polyguide made: what it may delete.

use super::{Error, lock};
use crate::path::OutputPath;
use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

/// The name of the file in [`super::OWN_FOLDER`].
pub const NAME: &str = "manifest";

/// The first line, with the version of the format.
const HEADER: &str = "polyguide manifest 1";

/// The files of a finished build, sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Relative to the output folder.
    pub paths: BTreeSet<OutputPath>,
}

impl Manifest {
    /// Reads a manifest: the header, then a path on each line. `None` where the header is another. A line that is no
    /// tidy path is passed over, as nothing outside the folder may ever be deleted.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        (lines.next()? == HEADER).then(|| Self { paths: lines.filter_map(OutputPath::parse).collect() })
    }

    /// The manifest as text.
    pub fn to_text(&self) -> String {
        let mut text = format!("{HEADER}\n");
        for path in &self.paths {
            text.push_str(path.as_str());
            text.push('\n');
        }
        text
    }
}

/// The files of the folder that `own` belongs to.
pub fn read(own: &Path) -> Result<Vec<OutputPath>, Error> {
    let path = own.join(NAME);
    let text = fs::read_to_string(&path).map_err(Error::io("read", &path))?;
    Ok(Manifest::parse(&text).unwrap_or_default().paths.into_iter().collect())
}

/// Makes a manifest without files in `own`, of the folder `out`, and locks it: its text and the open file. There is none where
/// another build made one first.
pub fn create(own: &Path, out: &Path) -> Result<Option<(String, File)>, Error> {
    let path = own.join(NAME);
    // Of two builds that begin at once, only one can make the file; the other must never put its own in its place.
    let mut file = match File::options().write(true).create_new(true).open(&path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(None),
        made => made.map_err(Error::io("write", &path))?,
    };
    lock::lock(&file, out)?;
    let text = Manifest::default().to_text();
    file.write_all(text.as_bytes()).map_err(Error::io("write", &path))?;
    Ok(Some((text, file)))
}

/// Puts `text` in the place of the manifest in `own`, at once. The file is locked for as long as it is open.
pub fn write(own: &Path, text: &str) -> Result<File, Error> {
    let (path, new) = (own.join(NAME), own.join("manifest.new"));
    let put = || {
        let mut file = File::create(&new)?;
        file.write_all(text.as_bytes())?;
        // Nobody else knows of it yet; where it cannot be locked, there are no locks.
        _ = file.try_lock();
        fs::rename(&new, &path).map(|()| file)
    };
    put().map_err(Error::io("write", &path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let text = "polyguide manifest 1\na/index.html\nb.css\n";
        let manifest = Manifest::parse(text).unwrap();
        assert_eq!(manifest.paths.len(), 2);
        assert_eq!(manifest.to_text(), text);
        assert_eq!(Manifest::parse("polyguide manifest 2\n"), None);
        assert_eq!(Manifest::parse(""), None);
    }

    #[test]
    fn nothing_outside_the_folder_is_ever_listed() {
        let manifest = Manifest::parse("polyguide manifest 1\n../a\n/etc/passwd\n\nb/../../c\nok\n").unwrap();
        assert_eq!(manifest.paths, BTreeSet::from([OutputPath::parse("ok").unwrap()]));
    }
}
