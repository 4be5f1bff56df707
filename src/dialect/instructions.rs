//! The words of sentences that ask to replace a mark by the reader's value, in the languages of guides (dialect.md §5.2).

/// Beginnings of the words for "replace".
const REPLACE: &[&str] =
    &["remplac", "replac", "substitu", "ersetz", "sustitu", "reemplaz", "sostitu", "zastąp", "zmień", "zamień", "vervang"];

/// The words before what comes instead.
pub const BY: &[&str] = &["par", "by", "with", "durch", "mit", "por", "con", "na", "przez", "door"];

/// What Polish puts there without such a word, and words that other languages join with an article.
const BY_JOINED: &[&str] = &["numerem", "cyfrą", "liczbą", "pelo", "pela", "col", "met"];

/// Articles: no question ends with one.
const ARTICLES: &[&str] = &["the", "le", "das", "el", "la", "il", "o", "het"];

/// What a mark is called, and who replaces it.
const SIGNS: &[&str] = &[
    "sign",
    "symbol",
    "mark",
    "character",
    "sie",
    "signe",
    "symbole",
    "caractère",
    "interrogation",
    "zeichen",
    "fragezeichen",
    "signo",
    "símbolo",
    "carácter",
    "interrogación",
    "segno",
    "simbolo",
    "carattere",
    "interrogativo",
    "znak",
    "zapytania",
    "sinal",
    "interrogação",
    "teken",
    "vraagteken",
];

/// Where a word for "replace" begins, in a text in small letters.
pub fn replace_word(text: &str) -> Option<usize> {
    REPLACE.iter().filter_map(|word| text.find(word)).min()
}

/// Whether the sign between two parts of a sentence stands for itself without quotes, as in "replace the ? by your number":
/// the sentence goes on after it, as none does after its end, and what stands before it leads up to a thing.
pub fn is_spoken_of(before: &str, after: &str) -> bool {
    let is_set_off = before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace);
    if !is_set_off || !after.trim_start().starts_with(char::is_lowercase) {
        return false;
    }
    let (before, after) = (before.to_lowercase(), after.to_lowercase());
    let is_letter_between = |letter: char| !letter.is_alphanumeric();
    let word = before.trim_end().rsplit(is_letter_between).next().unwrap_or_default();
    let next = after.trim_start().split(is_letter_between).next().unwrap_or_default();
    let leads_up = || {
        let is_named = SIGNS.contains(&word) || replace_word(word) == Some(0);
        ARTICLES.contains(&word) || is_named && (BY.contains(&next) || BY_JOINED.contains(&next))
    };
    leads_up() && (replace_word(&before).is_some() || replace_word(&after).is_some())
}

#[cfg(test)]
mod tests {
    use super::is_spoken_of;

    #[test]
    fn a_sign_that_is_spoken_of_needs_no_quotes() {
        for text in [
            "Replace the ? with your server number",
            "The ? must be replaced by your number",
            "replace the question mark ? by your number",
            "Remplacez le ? par le numéro de votre serveur",
            "remplacer le signe ? par le numéro",
            "Das ? muss durch die Nummer Ihres Servers ersetzt werden",
            "Ersetzen Sie ? durch die Nummer",
            "Sustituya el ? por el número",
            "dove il ? dovrà essere sostituito con il numero",
            "Zastąp ? numerem serwera",
            "zmień znak ? na numer serwera",
            "Deverá substituir o ? pelo número",
        ] {
            let (before, after) = text.split_once('?').unwrap();
            assert!(is_spoken_of(before, after), "{text}");
        }
    }

    #[test]
    fn questions_are_questions() {
        for text in [
            "Do you want to replace the server ? with this menu you can",
            "How do I replace it? by hand",
            "Comment remplacer le serveur ? par ce menu",
            "Voulez-vous le remplacer ? cliquez ici",
            "Quel est le ? ",
            "Quel est le ? dans le menu",
            "Remplacez-le ? Par le menu",
            "Was ist das? Ersetzen Sie es durch",
        ] {
            let (before, after) = text.split_once('?').unwrap();
            assert!(!is_spoken_of(before, after), "{text}");
        }
    }
}
