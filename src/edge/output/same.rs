//! Whether a file holds certain bytes already.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

/// How much is read at once: a page in one go, a picture in a few.
const CHUNK: usize = 32 * 1024;

/// Whether the file at `path` holds `bytes`. A file that cannot be read does not.
pub fn bytes(path: &Path, bytes: &[u8]) -> bool {
    holds(path, bytes.len() as u64, bytes).unwrap_or(false)
}

/// Whether the files at both paths are equal. A file that cannot be read is not.
pub fn files(path: &Path, other: &Path) -> bool {
    let compare = || {
        let other = File::open(other)?;
        let len = other.metadata()?.len();
        holds(path, len, other)
    };
    compare().unwrap_or(false)
}

fn holds(path: &Path, len: u64, other: impl Read) -> io::Result<bool> {
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    Ok(metadata.is_file() && metadata.len() == len && same(file, other)?)
}

fn same(mut one: impl Read, mut other: impl Read) -> io::Result<bool> {
    let (mut ones, mut others) = ([0; CHUNK], [0; CHUNK]);
    loop {
        let (read, other_read) = (fill(&mut one, &mut ones)?, fill(&mut other, &mut others)?);
        if ones.get(..read) != others.get(..other_read) {
            return Ok(false);
        }
        if read == 0 {
            return Ok(true);
        }
    }
}

/// Reads until `buffer` is full or nothing is left, and returns how much there was.
fn fill(reader: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match reader.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn every_byte_counts() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = |name: &str| folder.path().join(name);
        for len in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
            let text = vec![b'a'; len];
            fs::write(path("a"), &text).unwrap();
            fs::write(path("b"), &text).unwrap();
            assert!(bytes(&path("a"), &text) && files(&path("a"), &path("b")), "{len}");
            assert!(!bytes(&path("a"), &[&text[..], b"a"].concat()), "{len}");
            if let Some(last) = len.checked_sub(1) {
                let mut other = text.clone();
                other[last] = b'b';
                fs::write(path("b"), &other).unwrap();
                assert!(!bytes(&path("a"), &other) && !files(&path("a"), &path("b")), "{len}");
            }
        }
        assert!(!bytes(&path("none"), b"") && !files(folder.path(), &path("a")));
    }
}
