//! The grammar of messages: lists, counts and "did you mean", so that every message reads alike.

/// `` `fr` ``, `` `fr` or `de` ``, `` `fr`, `de` or `it` ``.
pub fn or<S: AsRef<str>>(names: &[S]) -> String {
    list(names, "or")
}

/// `` `fr`, `de` and `it` ``.
pub fn and<S: AsRef<str>>(names: &[S]) -> String {
    list(names, "and")
}

fn list<S: AsRef<str>>(names: &[S], last_word: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    match &quoted[..] {
        [] => String::new(),
        [only] => only.clone(),
        [firsts @ .., last] => format!("{} {last_word} {last}", firsts.join(", ")),
    }
}

/// The right word with the capitals of the wrong one.
pub fn in_case_of(word: &str, right: &str) -> String {
    let mut letters = right.chars();
    match letters.next() {
        _ if word.chars().count() > 1 && !word.chars().any(char::is_lowercase) => right.to_uppercase(),
        Some(first) if word.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => right.to_owned(),
    }
}

/// `1 page`, `2 pages`, `15,300 pages`: for nouns whose plural takes an `s`.
pub fn count(number: usize, noun: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{} {noun}{s}", thousands(number))
}

/// `15,300`.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The candidate that `word` was probably meant to be, if one is near; the first of those that are equally near.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = Letters::of(word);
    let mut nearest: Option<(usize, &str)> = None;
    for candidate in candidates {
        let limit = (word.len().max(candidate.len()) / 3).max(1);
        let limit = nearest.map_or(limit, |(least, _)| limit.min(least.saturating_sub(1)));
        // To count the edits takes long, and hardly any of many candidates is near.
        if letters.least_edits(&Letters::of(candidate)) > limit {
            continue;
        }
        let edits = strsim::damerau_levenshtein(word, candidate);
        if edits == 0 {
            return Some(candidate);
        }
        if edits <= limit {
            nearest = Some((edits, candidate));
        }
    }
    nearest.map(|(_, candidate)| candidate)
}

/// How often letters stand in a word; unlike letters may share a place.
struct Letters([u8; 32]);

impl Letters {
    fn of(word: &str) -> Self {
        let mut counts = [0_u8; 32];
        for letter in word.chars() {
            let count = &mut counts[letter as usize % 32];
            *count = count.saturating_add(1);
        }
        Self(counts)
    }

    /// So many edits it takes at least from one word to the other: each can mend one letter that is missing and one too many.
    fn least_edits(&self, other: &Self) -> usize {
        let surplus = |ones: &[u8; 32], others: &[u8; 32]| -> usize {
            ones.iter().zip(others).map(|(one, other)| usize::from(one.saturating_sub(*other))).sum()
        };
        surplus(&self.0, &other.0).max(surplus(&other.0, &self.0))
    }
}

/// Whether two words are so near that one is the other misspelled: a nearest name may still be another one.
pub fn is_close(word: &str, other: &str) -> bool {
    strsim::damerau_levenshtein(word, other) <= (word.len() / 8).max(2)
}

/// `` did you mean `locales`? `` for the nearest candidate, or the list of what is allowed.
pub fn did_you_mean(word: &str, candidates: &[&str]) -> String {
    match nearest(word, candidates.iter().copied()) {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None => format!("allowed: {}", or(candidates)),
    }
}

/// [`did_you_mean`], and in any case the list of what is allowed: for a command line, where nothing else can be looked up.
pub fn allowed(word: &str, candidates: &[&str]) -> String {
    match nearest(word, candidates.iter().copied()) {
        Some(_) if candidates.len() > 1 => format!("{} (allowed: {})", did_you_mean(word, candidates), or(candidates)),
        _ => did_you_mean(word, candidates),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_like_sentences() {
        assert_eq!(or(&["fr"]), "`fr`");
        assert_eq!(or(&["fr", "de", "it"]), "`fr`, `de` or `it`");
        assert_eq!(and(&["fr", "de"]), "`fr` and `de`");
    }

    #[test]
    fn right_words_have_the_capitals_of_wrong_ones() {
        assert_eq!(["teh", "Teh", "TEH", "T"].map(|word| in_case_of(word, "the")), ["the", "The", "THE", "The"]);
    }

    #[test]
    fn counts_have_plurals_and_thousands() {
        assert_eq!(count(1, "page"), "1 page");
        assert_eq!(count(15300, "page"), "15,300 pages");
        assert_eq!(thousands(1234567), "1,234,567");
    }

    #[test]
    fn the_first_of_the_nearest_is_proposed() {
        assert_eq!(nearest("abcdef", ["abcxyf", "abcdxf", "abcdex"]), Some("abcdxf"));
        assert_eq!(nearest("abcdef", ["abdcef", "abcdef", "abcdef"]), Some("abcdef"));
        assert_eq!(nearest("été", ["ete", "etat"]), None, "two letters of three");
    }

    #[test]
    fn a_near_path_may_be_another_one() {
        assert!(is_close("mail/email_pro/colaborative", "mail/email_pro/collaborative"));
        assert!(!is_close("mail/mx_plan/android", "mail/email_pro/android"));
    }

    #[test]
    fn only_near_words_are_proposed() {
        assert_eq!(did_you_mean("locals", &["title", "locales"]), "did you mean `locales`?");
        assert_eq!(did_you_mean("xyz", &["title", "locales"]), "allowed: `title` or `locales`");
        assert_eq!(allowed("locals", &["title", "locales"]), "did you mean `locales`? (allowed: `title` or `locales`)");
        assert_eq!(allowed("xyz", &["title", "locales"]), "allowed: `title` or `locales`");
    }
}
