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

/// The candidate that `word` was probably meant to be, if one is near.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (word.len().max(candidate.len()) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
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
    fn counts_have_plurals_and_thousands() {
        assert_eq!(count(1, "page"), "1 page");
        assert_eq!(count(15300, "page"), "15,300 pages");
        assert_eq!(thousands(1234567), "1,234,567");
    }

    #[test]
    fn only_near_words_are_proposed() {
        assert_eq!(did_you_mean("locals", &["title", "locales"]), "did you mean `locales`?");
        assert_eq!(did_you_mean("xyz", &["title", "locales"]), "allowed: `title` or `locales`");
        assert_eq!(allowed("locals", &["title", "locales"]), "did you mean `locales`? (allowed: `title` or `locales`)");
        assert_eq!(allowed("xyz", &["title", "locales"]), "allowed: `title` or `locales`");
    }
}
