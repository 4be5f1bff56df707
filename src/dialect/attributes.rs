//! Attribute lists: `{.thumbnail .w-400 width="800" #id}`.

use crate::words::nearest;

/// What stands between the braces, and how well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttributeList<'t> {
    /// Bytes of the whole list, both braces (or what stands for them) included.
    pub length: usize,
    /// What stands between them.
    inside: &'t str,
    /// Whether a class lacks its dot or another bracket stands for the closing brace.
    pub is_malformed: bool,
    /// Whether any class has its dot.
    pub has_dot: bool,
    /// Whether words of the sentence got between the braces.
    pub swallows: bool,
}

/// A word of a list.
#[derive(Clone, Copy)]
enum Word<'t> {
    /// A class, without its dot.
    Class(&'t str),
    /// An id, without its `#`.
    Id(&'t str),
    /// Another attribute.
    Pair(&'t str, &'t str),
    /// A word of the sentence that got between the braces.
    Swallowed(&'t str),
}

/// Classes that mean something to the dialect.
pub fn is_known_class(class: &str) -> bool {
    matches!(class, "action" | "thumbnail" | "external" | "external-link" | "ref") || size_class(class).is_some()
}

/// The class of the dialect that a misspelled one is meant to be: `.Action`, `.thumbnails`.
fn meant_class(class: &str) -> &str {
    const CLASSES: &[&str] = &["action", "thumbnail", "external"];
    if is_known_class(class) {
        return class;
    }
    let translated = matches!(class, "azione" | "akcja" | "ação" | "acao");
    if translated { "action" } else { nearest(&class.to_ascii_lowercase(), CLASSES.iter().copied()).unwrap_or(class) }
}

/// The dimension (`w` or `h`) and pixels of a size class such as `w-400`.
pub fn size_class(class: &str) -> Option<(char, u32)> {
    let (dimension, pixels) = class.split_once('-')?;
    let dimension = matches!(dimension, "w" | "h").then(|| dimension.chars().next())??;
    let digits = !pixels.is_empty() && pixels.len() <= 4 && pixels.bytes().all(|byte| byte.is_ascii_digit());
    Some((dimension, digits.then(|| pixels.parse().ok())??))
}

impl<'t> AttributeList<'t> {
    /// The list that `text` starts with. Braces with anything else in them, such as `{serviceName}` or JSON, are none.
    pub fn parse(text: &'t str) -> Option<Self> {
        let inside = text.strip_prefix('{')?;
        let inside = &inside[..inside.floor_char_boundary(200)];
        let inside = inside.split('\n').next().unwrap_or(inside);
        let (colon, inside) = inside.strip_prefix(':').map_or((0, inside), |inside| (1, inside));
        let (end, closing) = closing(inside).map(|end| (end, closing_length(&inside[end..]))).or_else(|| Some((unclosed(inside)?, 0)))?;
        let is_malformed = colon > 0 || !inside[end..].starts_with('}') || closing != 1;
        let mut list = Self { length: 1 + colon + end + closing, inside: &inside[..end], is_malformed, has_dot: false, swallows: false };
        if let Some(class) = only_class(list.inside) {
            list.has_dot = true;
            list.is_malformed |= meant_class(class) != class;
            return Some(list);
        }
        let mut says_something = false;
        for token in Tokens(list.inside) {
            match word(token)? {
                Word::Class(class) => {
                    list.has_dot |= token.starts_with('.');
                    list.is_malformed |= !token.starts_with('.') || token[1..] != *class;
                    says_something = true;
                }
                Word::Id(_) => says_something = true,
                Word::Pair(name, _) => says_something |= is_attribute(name),
                Word::Swallowed(_) => list.swallows = true,
            }
        }
        list.is_malformed |= !list.swallows && has_separator(list.inside);
        // Words alone are no list.
        (says_something && (list.has_dot || !list.swallows)).then_some(list)
    }

    /// Makes braces that follow the list, and close nothing else, part of it.
    pub fn take_braces(&mut self, count: usize) {
        self.length += count;
        self.is_malformed |= count > 0;
    }

    /// Classes, without their dots.
    pub fn classes(&self) -> impl Iterator<Item = &'t str> {
        self.words().filter_map(|word| if let Word::Class(class) = word { Some(class) } else { None })
    }

    /// Ids, without their `#`.
    pub fn ids(&self) -> impl Iterator<Item = &'t str> {
        self.words().filter_map(|word| if let Word::Id(id) = word { Some(id) } else { None })
    }

    /// Other attributes; their names as written.
    pub fn pairs(&self) -> impl Iterator<Item = (&'t str, &'t str)> {
        self.words().filter_map(|word| if let Word::Pair(name, value) = word { Some((name, value)) } else { None })
    }

    /// Whether `class` is in it.
    pub fn has_class(&self, class: &str) -> bool {
        self.classes().any(|known| known == class)
    }

    /// Whether it is rather a path in an object, as templates of programs have them: `{.status.phase}`.
    pub fn is_path(&self) -> bool {
        let classes = self.inside.strip_prefix('.').unwrap_or_default();
        let is_name = |name: &str| name.starts_with(|letter: char| letter.is_ascii_alphabetic()) && !is_known_class(meant_class(name));
        classes.contains('.') && !classes.contains([' ', '=', '#', ',', ';', ':']) && classes.split('.').all(is_name)
    }

    /// Whether it says nothing but an id.
    pub fn is_id(&self) -> bool {
        self.inside.strip_prefix('#').is_some_and(is_name)
    }

    /// Whether it says what only pictures have: that it is a thumbnail, or how large it is.
    pub fn is_of_picture(&self) -> bool {
        self.classes().any(|class| class == "thumbnail" || size_class(class).is_some())
    }

    /// The list as it should have been written, followed by the words that got into it.
    pub fn tidy(&self) -> String {
        let mut parts: Vec<String> = self.classes().map(|class| format!(".{class}")).collect();
        parts.extend(self.ids().map(|id| format!("#{id}")));
        parts.extend(self.pairs().map(|(name, value)| format!("{}=\"{value}\"", name.to_ascii_lowercase())));
        let mut text = format!("{{{}}}", parts.join(" "));
        for word in self.words() {
            if let Word::Swallowed(word) = word {
                if !is_punctuation(word) {
                    text.push(' ');
                }
                text.push_str(word);
            }
        }
        text
    }

    fn words(&self) -> impl Iterator<Item = Word<'t>> {
        let only = only_class(self.inside);
        let others = if only.is_some() { "" } else { self.inside };
        only.map(|class| Word::Class(meant_class(class))).into_iter().chain(Tokens(others).filter_map(word))
    }
}

/// The class in a list that holds nothing else, as nearly all do.
fn only_class(inside: &str) -> Option<&str> {
    let name = inside.strip_prefix('.')?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (!name.is_empty() && name.bytes().all(is_name)).then_some(name)
}

/// Whether lists have an attribute of this name.
fn is_attribute(name: &str) -> bool {
    const ATTRIBUTES: &[&str] =
        &["width", "height", "alt", "title", "target", "rel", "id", "class", "style", "lang", "name", "loading", "align"];
    ATTRIBUTES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// What a token means; none if no list has such a token.
fn word(token: &str) -> Option<Word<'_>> {
    if is_punctuation(token) {
        return Some(Word::Swallowed(token));
    }
    let (name, word) = if let Some(class) = token.strip_prefix('.') {
        (class, Word::Class(meant_class(class)))
    } else if let Some(id) = token.strip_prefix('#') {
        (id, Word::Id(id))
    } else if let Some((name, value)) = token.split_once('=') {
        (name, Word::Pair(name, value.trim_matches(['"', '\''])))
    } else {
        return Some(if is_known_class(token) { Word::Class(token) } else { Word::Swallowed(token) });
    };
    is_name(name).then_some(word)
}

/// Where the list closes: at its brace, or at the bracket that was typed instead of it.
fn closing(inside: &str) -> Option<usize> {
    let mut quoted = None;
    let mut instead = None;
    let mut open = 0;
    for (at, byte) in inside.bytes().enumerate() {
        match (byte, quoted) {
            (b'"' | b'\'', None) => quoted = Some(byte),
            (byte, Some(quote)) if byte == quote => quoted = None,
            (b'}', None) => return Some(instead.unwrap_or(at)),
            (b'(', None) => open += 1,
            (b')', None) if open > 0 => open -= 1,
            (b')' | b']', None) => instead = instead.or(Some(at)),
            (b'{' | b'<' | b'`' | b'|', None) => break,
            _ => {}
        }
    }
    instead
}

/// How long what closes a list is: a bracket that was typed before the brace, and a brace too many, are part of it.
fn closing_length(text: &str) -> usize {
    if text.starts_with([')', ']']) && text[1..].starts_with('}') { 2 } else { 1 }
}

/// Where a list ends that nothing closes: after the classes of the dialect that it starts with. Classes without their dots could be
/// words, but where the line ends with them.
fn unclosed(inside: &str) -> Option<usize> {
    let mut end = 0;
    let mut has_dot = false;
    for word in inside.split_inclusive(' ') {
        let name = word.trim_end_matches(|letter: char| letter.is_whitespace() || "\"»”.,;:!?".contains(letter));
        if !is_known_class(name.strip_prefix('.').unwrap_or(name)) {
            break;
        }
        has_dot |= name.starts_with('.');
        end += name.len();
        if word.len() != name.len() + 1 {
            break;
        }
        end += 1;
    }
    let is_list = end > 0 && (has_dot || inside[end..].trim().is_empty());
    is_list.then(|| inside[..end].trim_end().len())
}

/// Whether a word that got between the braces is the end of a sentence or of a part of it.
fn is_punctuation(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| b".,;:!?".contains(&byte))
}

/// The tokens of a list; quoted values may hold spaces.
struct Tokens<'t>(&'t str);

impl<'t> Iterator for Tokens<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        loop {
            let rest = self.0.trim_start();
            let (token, after) = rest.split_at(first_class(&rest[..token_end(rest)]));
            self.0 = after;
            match token {
                "" => return None,
                "." if !after.is_empty() => {}
                "," | ";" | ":" if starts_attribute(after) => {}
                token => return Some(token.strip_prefix([',', ':']).filter(|token| starts_attribute(token)).unwrap_or(token)),
            }
        }
    }
}

/// Whether a text starts with an attribute, and not with a word of a sentence.
fn starts_attribute(text: &str) -> bool {
    let text = text.trim_start_matches([' ', ',', ';', ':']);
    let name = text.bytes().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let is_class = text.strip_prefix('.').is_some_and(|class| class.starts_with(|letter: char| letter.is_ascii_alphabetic()));
    is_class || is_attribute(&text[..name]) && text[name..].starts_with('=') || is_known_class(text)
}

/// Whether a sign of a sentence stands between the parts of a list: `{.external:target="_blank"}`.
fn has_separator(inside: &str) -> bool {
    let mut quoted = false;
    inside.bytes().any(|byte| {
        quoted ^= byte == b'"';
        !quoted && matches!(byte, b',' | b';' | b':')
    })
}

/// Where the first white space outside of quotes stands.
fn token_end(text: &str) -> usize {
    let mut quoted = None;
    let is_end = |letter: char| {
        match (letter, quoted) {
            ('"' | '\'', None) => quoted = Some(letter),
            (letter, Some(quote)) if letter == quote => quoted = None,
            _ => {}
        }
        letter.is_whitespace() && quoted.is_none()
    };
    text.find(is_end).unwrap_or(text.len())
}

/// How long the first of the classes in a token is: `.thumbnail.w-400` are two, an id may follow, and a sentence may end in a list.
fn first_class(token: &str) -> usize {
    let class = token.split('=').next().unwrap_or(token);
    let end = class.get(1..).filter(|_| token.starts_with('.')).and_then(|class| class.find(['.', '#', ',', ';', ':', '!', '?']));
    end.map_or(token.len(), |at| at + 1)
}

/// Signs without width get into names that are copied from web pages.
fn is_name(text: &str) -> bool {
    let is_unseen = |letter| matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    !text.is_empty() && text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_' | ':') || is_unseen(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidy(text: &str) -> Option<String> {
        AttributeList::parse(text).map(|list| list.tidy() + "|" + &text[list.length..])
    }

    #[test]
    fn lists_are_told_from_braces() {
        for text in ["{serviceName}", "{v1}", "{\"a\": 1}", "{ovh_www}/x", "{legacy}1374", "{}", "{% if %}", "{a b}", "{.}"] {
            assert_eq!(tidy(text), None, "{text}");
        }
        assert_eq!(tidy("{.thumbnail .h-600} x").as_deref(), Some("{.thumbnail .h-600}| x"));
        assert_eq!(tidy("{.thumbnail width=592 alt=\"a b\"}").as_deref(), Some("{.thumbnail width=\"592\" alt=\"a b\"}|"));
    }

    #[test]
    fn malformed_lists_are_put_right() {
        assert_eq!(tidy("{thumbnail .h-600}").as_deref(), Some("{.thumbnail .h-600}|"));
        assert_eq!(tidy("{.thumbnail)").as_deref(), Some("{.thumbnail}|"));
        assert_eq!(tidy("{.action]. Then").as_deref(), Some("{.action}|. Then"));
        assert_eq!(tidy("{.action aus.}<br>").as_deref(), Some("{.action} aus.|<br>"));
        assert_eq!(tidy("{.action, then").as_deref(), Some("{.action}|, then"));
        assert_eq!(tidy("{.action. Then").as_deref(), Some("{.action}|. Then"));
        assert_eq!(tidy("{thumbnail .h-600").as_deref(), Some("{.thumbnail .h-600}|"));
        assert_eq!((tidy("{thumbnail").as_deref(), tidy("{thumbnail of")), (Some("{.thumbnail}|"), None));
        assert_eq!(tidy("{.action#a}").as_deref(), Some("{.action #a}|"));
        assert_eq!(tidy("{.Actions .thumbnial} x").as_deref(), Some("{.action .thumbnail}| x"));
        assert_eq!(tidy("{.Action}").as_deref(), Some("{.action}|"));
        assert_eq!(tidy("{.a\u{200b}ction}").as_deref(), Some("{.action}|"));
        assert_eq!(tidy("{.lead .iframe}").as_deref(), Some("{.lead .iframe}|"));
        assert_eq!(tidy("{.thumbnail.w-400}").as_deref(), Some("{.thumbnail .w-400}|"));
        assert_eq!(tidy("{.external:target=\"_blank\"} x").as_deref(), Some("{.external target=\"_blank\"}| x"));
        assert_eq!(tidy("{.thumbnail:width=50%}").as_deref(), Some("{.thumbnail width=\"50%\"}|"));
        assert_eq!(tidy("{.thumbnail, width=300px}").as_deref(), Some("{.thumbnail width=\"300px\"}|"));
        assert_eq!((tidy("{,action}").as_deref(), tidy("{.akcja}").as_deref()), (Some("{.action}|"), Some("{.action}|")));
        assert_eq!(tidy("{.action (2)}.").as_deref(), Some("{.action} (2)|."));
    }

    #[test]
    fn size_classes_have_a_dimension_and_pixels() {
        assert_eq!(size_class("h-600"), Some(('h', 600)));
        assert_eq!((size_class("x-600"), size_class("w-"), size_class("w-99999")), (None, None, None));
    }
}
