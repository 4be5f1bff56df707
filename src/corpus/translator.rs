//! Who translated a guide.

/// Who made a translation, as far as its file says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Translator {
    /// A person.
    Human,
    /// A program, and nobody has looked at it.
    Machine,
    /// A program, and a person went over it.
    Reviewed,
}

impl Translator {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Human, Self::Machine, Self::Reviewed];

    /// Its name in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Machine => "machine",
            Self::Reviewed => "reviewed",
        }
    }

    /// The one of a name, in any case.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str().eq_ignore_ascii_case(name.trim()))
    }
}
