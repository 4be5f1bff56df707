//! The words of a text and its signs, found in one pass, which all rules share.

use super::signs::Signs;

/// A word: letters, digits and hyphens between them. An apostrophe ends a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last.
    pub end: u32,
    /// How it stands.
    pub stand: Stand,
}

/// How a word stands in its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stand {
    /// Whether nothing but white space is between it and the word before it.
    pub follows: bool,
    /// Whether all that sticks to it, up to the next white space, are letters, hyphens and apostrophes, but for signs at the ends.
    pub is_plain: bool,
    /// Whether a hyphen is in it.
    pub is_compound: bool,
}

/// What a character is to a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Hyphen,
    Apostrophe,
    Space,
    Sign,
}

static ASCII: [Class; 128] = {
    let mut classes = [Class::Sign; 128];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        classes[at] = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'-' => Class::Hyphen,
            b'\'' => Class::Apostrophe,
            b' ' | b'\t'..=b'\r' => Class::Space,
            _ => Class::Sign,
        };
        at += 1;
    }
    classes
};

fn class(letter: char) -> Class {
    match letter {
        '\0'..='\x7f' => ASCII[letter as usize],
        '×' | '÷' => Class::Sign,
        // The letters of Latin scripts, so that no table must be asked for them.
        '\u{c0}'..='\u{24f}' => Class::Letter,
        '’' => Class::Apostrophe,
        _ if letter.is_alphabetic() => Class::Letter,
        _ if letter.is_numeric() => Class::Digit,
        _ if letter.is_whitespace() => Class::Space,
        _ => Class::Sign,
    }
}

/// Puts the words of a text into `words`, in their order; gives its signs.
pub fn scan(text: &str, words: &mut Vec<Span>) -> Signs {
    words.clear();
    let mut scanner = Scanner::new(words);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let length = letters(&bytes[at..]);
        if length > 0 {
            let end = at + length;
            let is_alone = !scanner.in_piece && is_plain_space(bytes, end);
            if is_alone {
                scanner.word_alone(at, end)
            } else {
                scanner.letters(at, end)
            }
            at = end + usize::from(is_alone);
            continue;
        }
        let letter = if byte.is_ascii() { Some(char::from(*byte)) } else { text[at..].chars().next() };
        let Some(letter) = letter else { break };
        scanner.next(bytes, at, letter);
        at += letter.len_utf8();
    }
    scanner.end_piece();
    scanner.signs
}

/// How many bytes are letters, up to the first that is none or takes more than two bytes. Those of Latin scripts take one or two.
fn letters(bytes: &[u8]) -> usize {
    let mut length = bytes.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(bytes.len());
    loop {
        length += match bytes.get(length..) {
            Some([b'a'..=b'z' | b'A'..=b'Z', ..]) => 1,
            // × and ÷ stand among the letters.
            Some([0xc3, 0x97 | 0xb7, ..]) => return length,
            Some([0xc3..=0xc8, _, ..]) => 2,
            _ => return length,
        };
    }
}

/// Whether the byte at `at`, behind a letter, is a space that no rule looks at.
fn is_plain_space(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at..at + 2), Some([b' ', after]) if !Signs::is_odd_after_space(*after))
}

struct Scanner<'w> {
    words: &'w mut Vec<Span>,
    signs: Signs,
    /// The word that is being read: its first byte, the byte after its last letter, whether a hyphen is between.
    word: Option<(usize, usize, bool)>,
    /// The first word of the piece between white space that is being read.
    piece: usize,
    /// Whether a letter or digit stands in the piece, then a sign, and then another letter or digit: it is no plain word.
    in_piece: bool,
    sign: bool,
    is_odd: bool,
    /// Whether only white space came since the last word.
    gap: bool,
}

impl<'w> Scanner<'w> {
    fn new(words: &'w mut Vec<Span>) -> Self {
        Self { words, signs: Signs::default(), word: None, piece: 0, in_piece: false, sign: false, is_odd: false, gap: true }
    }

    fn next(&mut self, bytes: &[u8], at: usize, letter: char) {
        let class = class(letter);
        match class {
            Class::Letter | Class::Digit => {
                self.letters(at, at + letter.len_utf8());
                self.is_odd |= class == Class::Digit;
            }
            Class::Hyphen if self.word.is_some() => {}
            Class::Hyphen => self.gap = false,
            Class::Apostrophe => {
                self.end_word(at);
                self.gap = false;
            }
            Class::Space => {
                self.end_word(at);
                self.end_piece();
                self.signs.add(Signs::at(bytes, at, letter));
            }
            Class::Sign => {
                self.end_word(at);
                self.gap = false;
                self.sign = self.in_piece;
                self.signs.add(Signs::at(bytes, at, letter));
            }
        }
    }

    /// A word with a plain space behind it, where no piece has begun: what most words are. It does what its letters and the space would
    /// do one by one.
    fn word_alone(&mut self, start: usize, end: usize) {
        let stand = Stand { follows: self.gap && !self.words.is_empty(), is_plain: true, is_compound: false };
        self.words.push(Span { start: start as u32, end: end as u32, stand });
        self.gap = true;
        self.piece = self.words.len();
    }

    /// Letters or digits in a row.
    fn letters(&mut self, start: usize, end: usize) {
        self.in_piece = true;
        self.is_odd |= self.sign;
        self.word = match self.word {
            None => Some((start, end, false)),
            Some((first, last, is_compound)) => Some((first, end, is_compound || last < start)),
        };
    }

    /// Ends the word before a byte; hyphens at its end are none of it.
    fn end_word(&mut self, at: usize) {
        let Some((start, end, is_compound)) = self.word.take() else { return };
        let stand = Stand { follows: self.gap && !self.words.is_empty(), is_plain: false, is_compound };
        self.words.push(Span { start: start as u32, end: end as u32, stand });
        self.gap = end == at;
    }

    fn end_piece(&mut self) {
        if let Some((_, end, _)) = self.word {
            self.end_word(end);
        }
        let is_plain = !self.is_odd;
        self.words[self.piece..].iter_mut().for_each(|word| word.stand.is_plain = is_plain);
        self.piece = self.words.len();
        (self.in_piece, self.sign, self.is_odd) = (false, false, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::prose::words;
    use proptest::{prelude::*, test_runner::RngSeed};

    fn scanned(text: &str) -> Vec<(&str, Stand)> {
        let mut found = Vec::new();
        scan(text, &mut found);
        found.iter().map(|word| (&text[word.start as usize..word.end as usize], word.stand)).collect()
    }

    /// The words with what tells how they stand: `~` after a word that follows, `!` after one that is not plain.
    fn told(text: &str) -> String {
        let mark = |is: bool, mark| if is { mark } else { "" };
        let word = |(word, stand): &(&str, Stand)| format!("{word}{}{}", mark(stand.follows, "~"), mark(!stand.is_plain, "!"));
        scanned(text).iter().map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_follow_each_other_where_only_space_is_between() {
        assert_eq!(told("one two, three (four) five"), "one two~ three four five");
        assert_eq!(told("an e-mail - or -two- l’adresse\u{a0}là"), "an e-mail~ or two l adresse là~");
        assert_eq!(told("  été\n\u{2028}ici"), "été ici~");
    }

    #[test]
    fn what_sticks_to_a_name_with_signs_or_digits_is_no_plain_word() {
        assert_eq!(told("see example.net, v2 or (that)."), "see example~! net! v2! or~ that");
        assert_eq!(told("Depuis-la 2 m² \u{fff1}s"), "Depuis-la 2~! m²~! s");
    }

    #[test]
    fn signs_are_found() {
        let signs = |text: &str| scan(text, &mut Vec::new());
        assert!(!signs("a word and, another. Yes").any(Signs::ODD));
        for odd in ["two  spaces", "before .", "( after", "a (b )", "one,two", "end.Begin", "word(s)", "là\u{a0}."] {
            assert!(signs(odd).any(Signs::ODD), "{odd}");
        }
        assert!(signs("«\u{a0}so\u{a0}»").any(Signs::GUILLEMET) && signs("really?").any(Signs::QUESTION));
        assert!(!signs("plain").any(Signs::QUESTION.and(Signs::QUOTE).and(Signs::PARENTHESIS)));
    }

    /// What is found when each letter is looked at by itself.
    fn one_by_one(text: &str) -> (Vec<Span>, Signs) {
        let mut words = Vec::new();
        let mut scanner = Scanner::new(&mut words);
        text.char_indices().for_each(|(at, letter)| scanner.next(text.as_bytes(), at, letter));
        scanner.end_piece();
        let signs = scanner.signs;
        (words, signs)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn words_are_those_of_a_plain_split(text in "[a-zé'’ .,0-9½×ßЖ中\u{301}-]{0,40}") {
            let plain: Vec<&str> = words(&text).map(|(_, word)| word).collect();
            prop_assert_eq!(scanned(&text).into_iter().map(|(word, _)| word).collect::<Vec<_>>(), plain);
        }

        #[test]
        fn words_that_are_taken_at_once_are_the_same(text in "[a-zé( )\\t\u{a0},.1×-]{0,12}") {
            let mut words = Vec::new();
            let signs = scan(&text, &mut words);
            prop_assert_eq!((words, signs), one_by_one(&text));
        }
    }
}
