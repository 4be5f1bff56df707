//! The place of a guide among its neighbors.

use std::cmp::Ordering;

/// A guide's `order`: numbers, then texts, then those that have none.
#[derive(Clone, Debug, Default)]
pub enum Order {
    /// A number in any spelling: `2`, `08`, `'04'`, `1.5`. Always finite.
    Number(f64),
    /// Anything else, compared by its letters.
    Text(String),
    /// None was given. (The legacy site's default was `z`.)
    #[default]
    Last,
}

impl Order {
    /// The order that `text` spells.
    pub fn parse(text: &str) -> Self {
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte));
        match text.parse::<f64>() {
            // `-0` and `0` are one place.
            Ok(number) if is_number(text) && number.is_finite() => Self::Number(number + 0.0),
            _ => Self::Text(text.to_owned()),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Text(_) => 1,
            Self::Last => 2,
        }
    }
}

impl Ord for Order {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(one), Self::Number(two)) => one.total_cmp(two),
            (Self::Text(one), Self::Text(two)) => one.cmp(two),
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

impl PartialOrd for Order {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Order {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Order {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_before_texts_and_nothing_comes_last() {
        let mut orders = [Order::Last, Order::parse("b"), Order::parse("10"), Order::parse("08"), Order::parse("1.5"), Order::parse("inf")];
        orders.sort();
        let expected = [Order::Number(1.5), Order::Number(8.0), Order::Number(10.0), Order::parse("b"), Order::parse("inf"), Order::Last];
        assert_eq!(orders, expected);
        assert_eq!(Order::parse("-0"), Order::parse("0"));
    }
}
