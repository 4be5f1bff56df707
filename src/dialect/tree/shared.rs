//! Texts that are parts of one text.

use std::{fmt, ops::Deref, rc::Rc};

/// A text of the tree. Most are parts of the text that was parsed, and share it: a guide has hundreds.
#[derive(Clone)]
pub struct SharedText {
    whole: Rc<String>,
    start: u32,
    end: u32,
}

impl SharedText {
    /// `part`, which shares `whole` if it lies in it.
    pub fn new(whole: &Rc<String>, part: &str) -> Self {
        let start = (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize).filter(|start| start + part.len() <= whole.len());
        let range = start.and_then(|start| Some((u32::try_from(start).ok()?, u32::try_from(start + part.len()).ok()?)));
        match range {
            Some((start, end)) => Self { whole: Rc::clone(whole), start, end },
            None => part.into(),
        }
    }

    /// How many bytes it has.
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// A part of this text.
    pub fn part(&self, part: &str) -> Self {
        Self::new(&self.whole, part)
    }
}

impl Deref for SharedText {
    type Target = str;

    fn deref(&self) -> &str {
        self.whole.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// As long as a text may be: what is longer than places can tell is cut.
impl<T: Into<String>> From<T> for SharedText {
    fn from(text: T) -> Self {
        let whole: Rc<String> = Rc::new(text.into());
        let end = u32::try_from(whole.len()).unwrap_or_else(|_| whole.floor_char_boundary(u32::MAX as usize) as u32);
        Self { whole, start: 0, end }
    }
}

impl PartialEq for SharedText {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl fmt::Debug for SharedText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_share_what_they_lie_in() {
        let whole = Rc::new("aé b".to_owned());
        let (part, other) = (SharedText::new(&whole, &whole[1..3]), SharedText::new(&whole, "aé"));
        assert_eq!((&*part, &*other, Rc::strong_count(&whole)), ("é", "aé", 2));
        assert_eq!((part, SharedText::new(&whole, &whole[5..])), ("é".into(), "".into()));
    }
}
