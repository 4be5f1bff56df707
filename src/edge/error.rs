//! The machine's failures. They travel by `?`; an author's mistakes are diagnostics and do not.

use std::{
    fmt, io,
    path::{Path, PathBuf},
};

/// What the machine could not do, and with which file or folder.
#[derive(Debug)]
pub enum Error {
    /// The operating system refused.
    Io {
        /// What was tried: `write`.
        verb: &'static str,
        /// With which file or folder.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
    /// Polyguide refused, for the safety of what lies there.
    Refused {
        /// Which file or folder.
        path: PathBuf,
        /// Why, and what to do: it follows the path in the message.
        reason: String,
    },
}

impl Error {
    /// The error of a failed `verb` at `path`: what [`Result::map_err`] takes.
    pub fn io(verb: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { verb, path: path.to_owned(), source }
    }

    /// A refusal.
    pub fn refused(path: &Path, reason: impl Into<String>) -> Self {
        Self::Refused { path: path.to_owned(), reason: reason.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io { verb, path, source } => write!(formatter, "cannot {verb} `{}`: {}", path.display(), reason(source)),
            Self::Refused { path, reason } => write!(formatter, "`{}` {reason}", path.display()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Refused { .. } => None,
        }
    }
}

/// Lets a failure with its path pass through interfaces that know only `io::Error`.
impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        let kind = match &error {
            Error::Io { source, .. } => source.kind(),
            Error::Refused { .. } => io::ErrorKind::Other,
        };
        Self::new(kind, error)
    }
}

/// Why it failed, as messages say it: `permission denied`, not `Permission denied (os error 13)`.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let Some(code) = error.raw_os_error() else { return text };
    let text = text.strip_suffix(&format!(" (os error {code})")).unwrap_or(&text);
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_what_where_and_why() {
        let denied = || io::Error::from_raw_os_error(13);
        let error = Error::io("write", Path::new("public/x"))(denied());
        assert_eq!(error.to_string(), format!("cannot write `public/x`: {}", reason(&denied())));
        assert!(!reason(&denied()).contains("os error"));
        assert_eq!(io::Error::from(error).to_string(), format!("cannot write `public/x`: {}", reason(&denied())));
    }
}
