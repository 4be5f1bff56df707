//! What rules know of a word by itself. They are asked once for each word, and then only look at words of their trait.

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// The rules that want to look at it.
    pub wanted: Wanted,
    /// The languages that have it as a small word, a bit each.
    pub small: u8,
}

impl Traits {
    /// What is known of one word or another.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { wanted: self.wanted.and(other.wanted), small: self.small | other.small }
    }
}

/// A set of rules that want to look at a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted(u16);

impl Wanted {
    /// It is known to be misspelled.
    pub const MISSPELLED: Self = Self(1);
    /// It is two small words.
    pub const GLUED: Self = Self(1 << 1);
    /// A name begins with it, in whatever spelling.
    pub const NAME: Self = Self(1 << 2);
    /// It names a certificate.
    pub const CERTIFICATE: Self = Self(1 << 3);
    /// It names encryption.
    pub const ENCRYPTION: Self = Self(1 << 4);
    /// The word of an interface begins with it, in some language.
    pub const INTERFACE: Self = Self(1 << 5);
    /// It is one of those that are often wrong beside another.
    pub const SLIP: Self = Self(1 << 6);

    /// The set if `condition` holds, else the empty one.
    pub fn when(self, condition: bool) -> Self {
        if condition { self } else { Self::default() }
    }

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether one of `others` is among them.
    pub const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}
