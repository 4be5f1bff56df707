//! Phrases that are wrong in their language, whatever they stand in.

use super::translation_residue::is_foreign;
use crate::{
    check::{Check, Rule, guide::Guide, prose::Passage},
    diagnostic::{Diagnostic, GRAMMAR},
};
use memchr::memmem::Finder;
use regex::{Captures, Regex};
use std::sync::LazyLock;

pub const RULE: Rule = Rule { codes: &[&GRAMMAR], check: Check::Guide(check) };

/// A kind of wrong phrase.
struct Phrase {
    /// Empty for all languages.
    language: &'static str,
    /// Letters without which it cannot stand in a text; they spare the search.
    hint: &'static str,
    /// The wrong words are the group `w`. Boundaries of words are those of ASCII: the others make a search slow.
    pattern: &'static str,
    /// What the wrong words become; empty where only an author can tell.
    right: &'static str,
    message: &'static str,
}

impl Phrase {
    fn is_of(&self, language: &str) -> bool {
        self.language == language || self.language.is_empty()
    }
}

const PHRASES: &[Phrase] = &[
    Phrase {
        language: "fr",
        hint: " suivante",
        pattern: r"(?i)(?-u:\b)(?:les|des|vos|nos|ces|aux|ses|leurs) [\p{L}-]+s (?P<w>suivante)(?-u:\b)",
        right: "suivantes",
        message: "the noun is plural, and its adjective is not",
    },
    Phrase {
        language: "fr",
        hint: " soit pas",
        pattern: r"(?i)(?-u:\b)(?:les|des|vos|nos|ces) [\p{L}-]+s ne (?P<w>soit) pas(?-u:\b)",
        right: "soient",
        message: "the noun is plural, and its verb is not",
    },
    Phrase {
        language: "fr",
        hint: "puis ",
        pattern: r"(?:^|[.!?:] |\x{2028})(?:Dans |Depuis |Sur )?[\p{L}-]{3,}ez(?-u:\b)(?:[^.!?\x{2028}]*?)[,\s]\s*puis (?P<w>appuyer|cliquer|valider|sélectionner|saisir|choisir|confirmer|appliquer)(?-u:\b)",
        right: "",
        message: "the sentence began as a request, and goes on with an infinitive",
    },
    Phrase {
        language: "fr",
        hint: ", ",
        pattern: r", (?P<w>[A-ZÉÈÀÊ][\p{Ll}]+ez)(?-u:\b)",
        right: "",
        message: "a capital letter follows a comma",
    },
    Phrase {
        language: "fr",
        hint: ", ",
        pattern: r", (?P<w>(?:complét|saisi|renseign|sélectionn|cliqu|appuy|indiqu)é) (?:les|la|le|vos|votre|sur) ",
        right: "",
        message: "a request ends in `-ez`",
    },
    Phrase {
        language: "fr",
        hint: "seront ",
        pattern: r"(?i)(?-u:\b)(?:les|des|vos|nos|ces) [\p{L}-]+s seront \p{L}+s(?-u:\b)[^.!?\x{2028}]* et (?P<w>\p{L}{3,}é)(?:$|\s)",
        right: "",
        message: "the noun is plural, and this participle is not",
    },
    Phrase {
        language: "fr",
        hint: " ou ult",
        pattern: r"(?-u:\b)(?P<w>[A-Z]\p{L}+ ou ultérieur)e?(?-u:\b)",
        right: "",
        message: "a version is missing that could be the earliest",
    },
    Phrase {
        language: "",
        hint: "etc",
        pattern: r"[\p{L}\p{N}]{2,},? (?P<w>etc)(?:[^.…\p{L}\p{N}/_-]|$)",
        right: "etc.",
        message: "it is short for two words, and ends in a full stop",
    },
    Phrase {
        language: "en",
        hint: "it's",
        pattern: r"(?i)(?-u:\b)(?:to|of|in|with|for|from|by|on|into) (?P<w>it's) [\p{L}-]+",
        right: "its",
        message: "`it's` is short for `it is`",
    },
    Phrase {
        language: "en",
        hint: "and it's",
        // What follows has a verb of its own, unless it is a question.
        pattern: r"(?i)(?-u:\b)and (?P<w>it's) (?:[a-gi-vx-z]\p{L}{2,}) (?:is|are|was|were|will|can|has|have|must)(?-u:\b)",
        right: "its",
        message: "`it's` is short for `it is`",
    },
    Phrase {
        language: "en",
        hint: "a ",
        pattern: r"(?-u:\b)(?P<w>a) (?:[aeio]\p{Ll}{3,})(?-u:\b)",
        right: "an",
        message: "`an` stands before a vowel",
    },
    Phrase {
        language: "en",
        hint: "an ",
        pattern: r"(?-u:\b)(?P<w>an) (?:[bcdfgjklmnpqrstvwz][aeiou]\p{Ll}{2,})(?-u:\b)",
        right: "a",
        message: "`a` stands before a consonant",
    },
    Phrase {
        language: "en",
        hint: " login",
        pattern: r"(?i)(?-u:\b)(?:can|must|should|will|may|could|cannot|can't) (?P<w>login)(?-u:\b)",
        right: "log in",
        message: "`login` is a noun",
    },
    Phrase {
        language: "en",
        hint: " setup",
        pattern: r"(?i)(?-u:\b)(?:can|must|should|will|may|could|cannot|can't) (?P<w>setup)(?-u:\b)",
        right: "set up",
        message: "`setup` is a noun",
    },
    Phrase {
        language: "en",
        hint: "be need",
        pattern: r"(?i)(?-u:\b)(?P<w>be need)(?-u:\b)",
        right: "need",
        message: "one of two verbs is too many",
    },
    Phrase { language: "es", hint: " el ", pattern: r"(?-u:\b)(?P<w>de el) \p{Ll}", right: "del", message: "`de el` is `del`" },
    Phrase { language: "es", hint: " el ", pattern: r"(?-u:\b)(?P<w>a el) \p{Ll}", right: "al", message: "`a el` is `al`" },
    Phrase {
        language: "it",
        hint: "ual",
        pattern: r"(?i)(?-u:\b)(?P<w>qual['’]è)(?:$|\s)",
        right: "qual è",
        message: "`qual è` has no apostrophe",
    },
    Phrase {
        language: "it",
        hint: "E'",
        pattern: r"(?:^|\s)(?P<w>E['’]) ",
        right: "È",
        message: "a capital `È` has an accent, not an apostrophe",
    },
];

/// Words that begin with the letter of a vowel and the sound of a consonant, or the other way around.
const SOUNDS: &[&str] = &["one", "once", "euro", "european", "ewe", "eucalyptus", "nginx", "eureka"];

/// A phrase and how it is found: its hint, and then all of it.
struct Search {
    phrase: &'static Phrase,
    hint: Finder<'static>,
    pattern: Regex,
}

static COMPILED: LazyLock<Vec<Search>> = LazyLock::new(|| {
    let search =
        |phrase: &'static Phrase| Some(Search { phrase, hint: Finder::new(phrase.hint), pattern: Regex::new(phrase.pattern).ok()? });
    PHRASES.iter().filter_map(search).collect()
});

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let language = guide.language();
    for Search { phrase, hint, pattern } in COMPILED.iter().filter(|search| search.phrase.is_of(language)) {
        for passage in guide.holding(hint) {
            found.extend(pattern.captures_iter(&passage.text).filter_map(|hit| wrong(guide, passage, phrase, &hit)));
        }
    }
}

fn wrong(guide: &Guide, passage: &Passage, phrase: &Phrase, hit: &Captures) -> Option<Diagnostic> {
    let words = hit.name("w")?;
    // The boundaries of the patterns are those of ASCII: a letter with an accent is one as well.
    let is_inside = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let starts_inside = is_inside(passage.before(words.start())) && words.as_str().starts_with(char::is_alphabetic);
    if starts_inside || is_inside(passage.after(words.end())) && words.as_str().ends_with(char::is_alphabetic) {
        return None;
    }
    let next = passage.text[words.end()..].split_whitespace().next().unwrap_or_default();
    if SOUNDS.contains(&next) || matches!(words.as_str(), "a" if next == "else") {
        return None;
    }
    if is_foreign(guide, passage) {
        return None;
    }
    let span = passage.span(guide, words.range())?;
    let diagnostic = Diagnostic::new(&GRAMMAR, span, format!("`{}`: {}", words.as_str(), phrase.message));
    Some(if phrase.right.is_empty() {
        diagnostic.help("read the sentence anew")
    } else {
        diagnostic.help(format!("write `{}`", phrase.right)).unsafe_fix(span, phrase.right)
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn all_patterns_compile() {
        assert_eq!(super::COMPILED.len(), super::PHRASES.len());
    }
}
