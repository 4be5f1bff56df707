//! Ids of headings: their own slugs, and those that older renderers gave them, to which links of old still lead.

use super::{Facts, Heading, SlotKind, writer::Writer};
use crate::{
    diagnostic::ANCHOR_DUPLICATE,
    dialect::{
        tree::{Inline, Text},
        vocabulary::Vocabulary,
    },
    text::Span,
};
use rustc_hash::{FxBuildHasher, FxHashMap};

/// Ids that the theme uses.
pub fn reserved_ids() -> &'static [&'static str] {
    &["content", "contents-title", "panel-title", "top", "search"]
}

/// How many ids a page has that is longer than most.
const ROOM: usize = 28;

/// The ids that a page has given away, with how often each was asked for as a slug.
pub struct Ids {
    used: FxHashMap<Text, usize>,
}

impl Default for Ids {
    /// None yet, with room for those of most pages.
    fn default() -> Self {
        Self { used: FxHashMap::with_capacity_and_hasher(ROOM, FxBuildHasher) }
    }
}

impl Ids {
    /// An id that nobody has: the slug itself, or with the next number.
    fn unique(&mut self, slug: &str) -> Text {
        let slug = if slug.is_empty() { "section" } else { slug };
        if self.take(slug) {
            return slug.into();
        }
        let mut count = self.used.get(slug).copied().unwrap_or_default();
        loop {
            count += 1;
            let id = format!("{slug}-{count}");
            if self.take(&id) {
                self.used.insert(slug.into(), count);
                return id.into();
            }
        }
    }

    /// Takes an id that its author chose, if nobody has it.
    fn take(&mut self, id: &str) -> bool {
        let is_free = !is_reserved(id) && !self.used.contains_key(id);
        if is_free {
            self.used.insert(id.into(), 0);
        }
        is_free
    }
}

/// Ids of the theme, and those that drafts make for tabs and footnotes.
fn is_reserved(id: &str) -> bool {
    reserved_ids().contains(&id) || id.starts_with("panel-") || id.starts_with("tab_") || id.starts_with("fn_") || id.starts_with("fnref_")
}

impl Writer<'_> {
    pub(super) fn heading(&mut self, level: u8, inlines: &[Inline], anchors: &[Text], span: Span) {
        let text = plain(inlines, self.setting.vocabulary);
        let id = self.ids.unique(&github_slug(&text));
        let number = self.facts.headings.len() as u32;
        let mut aliases = Vec::new();
        for anchor in anchors {
            self.author_anchor(anchor, span, &mut aliases);
        }
        aliases.shrink_to_fit();
        let shown_level = if self.plain_titles { 0 } else { level };
        let condition = self.conditions.last().copied();
        self.facts.headings.push(Heading { level: shown_level, text: text.into(), id: id.clone(), aliases, condition, span });
        let level = usize::from(level.clamp(2, 6)) - 2;
        self.raw(if self.plain_titles { "<p class=\"box-title\"" } else { ["<h2", "<h3", "<h4", "<h5", "<h6"][level] });
        self.attribute("id", &id);
        self.language(inlines);
        self.raw(">");
        self.slot(SlotKind::Aliases(number));
        self.inlines(inlines);
        self.raw(if self.plain_titles { "</p>" } else { ["</h2>", "</h3>", "</h4>", "</h5>", "</h6>"][level] });
        self.raw("\n");
    }

    fn author_anchor(&mut self, anchor: &Text, span: Span, aliases: &mut Vec<Text>) {
        let name = tidy(anchor);
        if name.is_empty() {
            return;
        }
        if self.ids.take(&name) {
            return aliases.push(name);
        }
        let is_of = |heading: &Heading| *heading.id == *name || heading.aliases.contains(&name);
        let is_own = self.facts.headings.iter().any(is_of) || self.facts.anchors.contains(&name);
        if is_own {
            let message = format!("the anchor `{name}` stands twice on this page");
            self.diagnostics
                .push(crate::diagnostic::Diagnostic::new(&ANCHOR_DUPLICATE, span, message).help("give each place a name of its own"));
        }
    }

    /// Anchors that stand by themselves.
    pub(super) fn anchor(&mut self, name: &Text, span: Span) {
        let mut taken = Vec::new();
        self.author_anchor(name, span, &mut taken);
        for name in taken {
            self.raw("<span class=\"anchor\"");
            self.attribute("id", &name);
            self.raw("></span>");
            self.facts.anchors.push(name);
        }
    }
}

/// The text of inlines without markup, its hosts as they are shown.
pub(super) fn plain(inlines: &[Inline], vocabulary: &Vocabulary) -> String {
    let mut text = String::new();
    crate::dialect::push_plain_text(inlines, &mut text, &mut |service| vocabulary.shown_host(service).unwrap_or_default().to_owned());
    if is_joined(&text) { text } else { joined(&text, ' ') }
}

/// The words of a text with `separator` between them.
fn joined(text: &str, separator: char) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(separator);
        }
        out.push_str(word);
    }
    out
}

/// Whether all white space in a text is one space between two words, as far as is seen at once: letters whose first bytes
/// are those of other white space are not looked at any closer.
fn is_joined(text: &str) -> bool {
    let is_odd = |byte: u8| matches!(byte, 0..b' ' | 0xC2 | 0xE1..=0xE3);
    let mut before = b' ';
    let is_next = |byte: u8| {
        let is_second_space = byte == b' ' && before == b' ';
        before = byte;
        !is_second_space && !is_odd(byte)
    };
    text.bytes().all(is_next) && !text.ends_with(' ')
}

/// An anchor's name without white space, which an id may not have.
fn tidy(name: &str) -> Text {
    joined(name, '-').into()
}

/// A heading's slug by GitHub's rules: letters of every script, digits, `-` and `_`, in lower case, spaces as `-`.
pub fn github_slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut rest = text.trim();
    loop {
        let (kept, after) = split_run(rest, |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'));
        slug.push_str(kept);
        let mut letters = after.chars();
        match letters.next() {
            None => return slug,
            Some(' ') => slug.push('-'),
            Some(letter @ 'A'..='Z') => slug.push(letter.to_ascii_lowercase()),
            Some('\0'..='\x7F') => {}
            Some(letter) if letter.is_alphanumeric() => slug.extend(letter.to_lowercase()),
            Some(_) => {}
        }
        rest = letters.as_str();
    }
}

/// The bytes at the start of a text that stay as they are, none of which may be part of a longer letter; and the rest.
fn split_run(text: &str, stays: impl Fn(u8) -> bool) -> (&str, &str) {
    text.split_at(text.bytes().position(|byte| !stays(byte)).unwrap_or(text.len()))
}

/// The slugs of Python-Markdown and of the old theme's script, which links of old guides lead to.
fn legacy_slugs(text: &str) -> Vec<Text> {
    let is_odd = |byte: u8| matches!(byte, b'_' | b'.' | b'/' | b'\'' | b'(' | b'&' | b',' | b':' | b'?' | b'!' | b'"' | 0x80..);
    if !text.bytes().any(is_odd) {
        return Vec::new();
    }
    let room = || String::with_capacity(text.len());
    let mut slugs = LegacySlugs { python: room(), script: room(), ..LegacySlugs::default() };
    let mut rest = text;
    while !rest.is_empty() {
        let (word, after) = split_run(rest, |byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9'));
        slugs.push_word(word);
        let mut letters = after.chars();
        if let Some(letter) = letters.next().and_then(fold) {
            letter.to_lowercase().for_each(|letter| slugs.push(letter));
        }
        rest = letters.as_str();
    }
    let LegacySlugs { python, script, .. } = slugs;
    let mut slugs = Vec::new();
    for slug in [python, script] {
        // What those renderers made of a text in another script is not a word: nobody links to `--`.
        if slug.starts_with(|letter: char| letter.is_ascii_alphanumeric()) && !slugs.iter().any(|known: &Text| **known == *slug) {
            slugs.push(Text::from(&*slug));
        }
    }
    slugs
}

/// Both slugs while they are made of letters in lower case. A separator waits for the letter after it: none stands at an end.
#[derive(Default)]
struct LegacySlugs {
    /// Words, with one `-` between two.
    python: String,
    is_between: bool,
    /// Letters, with a `-` for each space.
    script: String,
    spaces: usize,
    has_begun: bool,
}

impl LegacySlugs {
    /// Adds letters of `a` to `z` and digits.
    fn push_word(&mut self, word: &str) {
        if word.is_empty() {
            return;
        }
        self.begin_letter();
        self.begin_word();
        self.python.push_str(word);
        self.script.push_str(word);
    }

    fn push(&mut self, letter: char) {
        match letter {
            ' ' => (self.is_between, self.spaces) = (true, self.spaces + usize::from(self.has_begun)),
            '-' => self.is_between = true,
            _ => {}
        }
        if !letter.is_whitespace() {
            self.begin_letter();
        }
        if letter.is_ascii_alphanumeric() || letter == '_' {
            self.begin_word();
            self.python.push(letter);
        }
        if letter.is_ascii_alphanumeric() {
            self.script.push(letter);
        }
    }

    fn begin_letter(&mut self) {
        self.has_begun = true;
        (0..std::mem::take(&mut self.spaces)).for_each(|_| self.script.push('-'));
    }

    fn begin_word(&mut self) {
        if std::mem::take(&mut self.is_between) && !self.python.is_empty() {
            self.python.push('-');
        }
    }
}

/// A letter without its diacritics (those that Unicode takes apart from it), in the languages of guides.
fn fold(letter: char) -> Option<char> {
    Some(match letter {
        '\0'..='\u{7F}' => letter,
        '\u{300}'..='\u{36F}' => return None,
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' | 'Ā' | 'Ă' | 'Ą' => 'A',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'Ç' | 'Ć' | 'Ĉ' | 'Ċ' | 'Č' => 'C',
        'ď' | 'ḑ' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'È' | 'É' | 'Ê' | 'Ë' | 'Ē' | 'Ĕ' | 'Ė' | 'Ę' | 'Ě' => 'E',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' => 'i',
        'Ì' | 'Í' | 'Î' | 'Ï' | 'Ĩ' | 'Ī' | 'Ĭ' | 'Į' | 'İ' => 'I',
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ṅ' => 'n',
        'Ñ' | 'Ń' | 'Ņ' | 'Ň' => 'N',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ō' | 'ŏ' | 'ő' => 'o',
        'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' | 'Ō' | 'Ŏ' | 'Ő' => 'O',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'Ŕ' | 'Ŗ' | 'Ř' => 'R',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'Ś' | 'Ŝ' | 'Ş' | 'Š' | 'Ș' => 'S',
        'ţ' | 'ť' | 'ț' => 't',
        'Ţ' | 'Ť' | 'Ț' => 'T',
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'Ù' | 'Ú' | 'Û' | 'Ü' | 'Ũ' | 'Ū' | 'Ŭ' | 'Ů' | 'Ű' | 'Ų' => 'U',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'Ý' | 'Ÿ' | 'Ŷ' => 'Y',
        'ź' | 'ż' | 'ž' => 'z',
        'Ź' | 'Ż' | 'Ž' => 'Z',
        _ => letter,
    })
}

impl Heading {
    /// The slugs that older renderers gave it, where they differ from its own.
    pub fn legacy_ids(&self) -> Vec<Text> {
        legacy_slugs(&self.text)
            .into_iter()
            .filter(|slug| **slug != *self.id && !self.aliases.contains(slug) && !is_reserved(slug))
            .collect()
    }
}

impl Facts {
    /// The ids of all places that links can lead to, but for those of older renderers and those that the site adds.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let headings = self.headings.iter().flat_map(|heading| std::iter::once(&heading.id).chain(&heading.aliases));
        headings.chain(&self.anchors).map(|id| &**id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_keep_letters_of_every_script() {
        assert_eq!(github_slug("Étape 1 : ajouter l'adresse"), "étape-1--ajouter-ladresse");
        assert_eq!(github_slug("الخطوة 1"), "الخطوة-1");
    }

    #[test]
    fn legacy_slugs_of_both_kinds() {
        assert_eq!(
            legacy_slugs("Que faire si l'un de mes périphériques ?"),
            ["que-faire-si-lun-de-mes-peripheriques".into(), "que-faire-si-lun-de-mes-peripheriques-".into(),] as [Text; 2]
        );
        assert_eq!(legacy_slugs("A / B"), ["a-b".into(), "a--b".into()] as [Text; 2]);
        assert!(legacy_slugs("Plain title").is_empty());
        assert!(legacy_slugs("الخطوة الأولى").is_empty(), "no slug without a word in it");
    }

    #[test]
    fn words_are_joined_whatever_stands_between() {
        for text in ["a b", " a b", "a b\n", "a  b", "a\u{a0}b", "a\u{2003}b", "a\u{3000}b", "\ta\u{85}b", "a\u{1680}b"] {
            assert_eq!(joined(text, '-'), "a-b", "{text:?}");
        }
    }

    #[test]
    fn equal_slugs_get_numbers() {
        let mut ids = Ids::default();
        assert_eq!([ids.unique("a"), ids.unique("a"), ids.unique("content")].map(String::from), ["a", "a-1", "content-1"]);
    }
}
