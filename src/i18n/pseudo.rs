//! A pseudo-locale: made-up translations of everything that can be translated. What a page of it shows in plain letters no
//! translator can reach, and what does not fit there will not fit in a longer language.
//!
//! It is a locale like any other, whose files nobody wrote: catalogs of all guides, interface texts, a line in the
//! configuration. CLDR's names for such locales are `en-XA` and `ar-XB`.

use super::{Project, project::GuideFiles};
use crate::{
    bundled,
    corpus::{
        catalog::{Catalog, Entry, weave},
        config,
        includes::FRAGMENTS,
        messages,
        units::{SourceText, Unit, markup},
        yaml::{self, Value},
    },
    locale::Locale,
    path::SourcePath,
};
use fluent_syntax::{
    ast::{self, Expression, InlineExpression, Pattern, PatternElement, Resource},
    parser, serializer,
};
use rayon::prelude::*;
use regex::{Captures, Regex};
use std::{
    collections::{BTreeMap, HashSet},
    sync::LazyLock,
};

/// What made-up translations are like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pseudo {
    /// In letters with accents, longer by a third, between brackets.
    Accented,
    /// In letters that stand on their heads, from right to left.
    Bidi,
}

impl Pseudo {
    /// The label of its locale.
    pub fn label(self) -> &'static str {
        match self {
            Self::Accented => "en-xa",
            Self::Bidi => "ar-xb",
        }
    }

    fn tag(self) -> &'static str {
        match self {
            Self::Accented => "en-XA",
            Self::Bidi => "ar-XB",
        }
    }

    /// A translation of words without markup.
    fn words(self, text: &str) -> String {
        let spell = |found: &Captures| match found.name("word") {
            // Acronyms are names of protocols and the like, which no translation changes.
            Some(word) if is_acronym(word.as_str()) => word.as_str().to_owned(),
            Some(word) => match self {
                Self::Accented => fluent_pseudo::transform(word.as_str(), false, true).into_owned(),
                // Letters that are forced to run from right to left (Unicode Bidirectional Algorithm, RLO … PDF).
                Self::Bidi => format!("\u{202e}{}\u{202c}", fluent_pseudo::transform(word.as_str(), true, false)),
            },
            None => found[0].to_owned(),
        };
        WORDS.replace_all(text, spell).into_owned()
    }

    /// A translation of a unit's text, its markup as it is.
    fn text(self, text: &str) -> String {
        let part = |part: &markup::Part| match part {
            markup::Part::Text(text) => self.words(text),
            code => code.as_str().to_owned(),
        };
        self.marked(markup::parts(text).iter().map(part).collect())
    }

    /// With marks at its ends, so that texts that are cut off, or put together from pieces, are seen.
    fn marked(self, text: String) -> String {
        match self {
            Self::Accented => format!("⟦{text}⟧"),
            Self::Bidi => text,
        }
    }
}

fn is_acronym(word: &str) -> bool {
    word.chars().nth(1).is_some() && word.chars().all(char::is_uppercase)
}

/// Entities, and words.
static WORDS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"&[#\w]+;|(?P<word>[\p{L}\p{M}]+)").expect("the pattern is one"));

/// The files that a pseudo-locale adds to a site, or changes in it.
///
/// # Errors
/// Where the site has no configuration that could name a further locale, or has such a locale.
pub fn files(project: &Project, pseudo: Pseudo) -> Result<BTreeMap<SourcePath, Vec<u8>>, String> {
    let label = pseudo.label();
    let locale = Locale::parse(label).ok_or("a pseudo-locale's label is one")?;
    if project.corpus.config.locale(&locale).is_some() {
        return Err(format!("this site has a locale `{label}` of its own"));
    }
    let catalogs = project.guides.par_iter().filter_map(|guide| catalog(project, guide, &locale, pseudo));
    let mut files: Vec<(String, String)> = catalogs.collect();
    files.extend(fragments(project, pseudo));
    files.extend(interface(project, pseudo));
    files.push((config::FILE.to_owned(), configuration(project, pseudo)?));
    let file = |(path, text): (String, String)| Some((SourcePath::parse(&path)?, text.into_bytes()));
    Ok(files.into_iter().filter_map(file).collect())
}

fn catalog(project: &Project, guide: &GuideFiles, locale: &Locale, pseudo: Pseudo) -> Option<(String, String)> {
    let (template, _) = project.template(guide, &project.source(guide)?);
    let translated = |entry: Entry| Entry { translation: pseudo.text(&entry.source), ..entry };
    let entries = template.entries.into_iter().map(translated).collect();
    let catalog = Catalog { is_template: false, entries, ..template };
    Some((guide.path.catalog(locale), catalog.to_text()))
}

/// The shared texts of the source's language, made up.
fn fragments(project: &Project, pseudo: Pseudo) -> Vec<(String, String)> {
    let ending = format!(".{}.md", project.corpus.config.source_locale);
    let one = |path: &SourcePath| {
        let key = path.as_str().strip_suffix(&ending)?;
        let (file, text) = project.text(path.as_str())?;
        let source = SourceText::read(file, &text, &project.corpus.vocabulary);
        let entry =
            |(_, unit): (usize, &Unit)| Entry { source: unit.text.clone(), translation: pseudo.text(&unit.text), ..Entry::default() };
        let catalog = Catalog { entries: source.offered().map(entry).collect(), ..Catalog::default() };
        Some((format!("{key}.{}.md", pseudo.label()), weave(&source, &catalog, file).assembled.text))
    };
    project.tree.below(FRAGMENTS).filter_map(one).collect()
}

/// The configuration with one more locale.
fn configuration(project: &Project, pseudo: Pseudo) -> Result<String, String> {
    let missing = || format!("a pseudo-locale needs a `{}` with `locales`", config::FILE);
    let (file, mut text) = project.text(config::FILE).ok_or_else(missing)?;
    let (node, _) = yaml::mapping(file, &text);
    let Value::Map(entries) = &node.value else { return Err(missing()) };
    let locales = entries.iter().find(|entry| entry.key.value == "locales").ok_or_else(missing)?;
    let at = locales.value.span.start as usize;
    let line = format!("{}: {{ name: \"{}\", lang: {} }}", pseudo.label(), pseudo.marked(pseudo.words("Pseudo")), pseudo.tag());
    let before = text[..at].rfind('\n').map_or(at, |newline| at - newline - 1);
    match (&locales.value.value, text.as_bytes().get(at)) {
        (Value::Map(_), Some(b'{')) => text.insert_str(at + 1, &format!(" {line},")),
        (Value::Map(_), Some(_)) => text.insert_str(at, &format!("{line}\n{}", " ".repeat(before))),
        _ => return Err(missing()),
    }
    Ok(text)
}

/// The interface texts of the source's language, or of the last resort, made up.
fn interface(project: &Project, pseudo: Pseudo) -> Vec<(String, String)> {
    let source = &project.corpus.config.source_locale;
    let is_bundled = |label: &str| Locale::parse(label).is_some_and(|locale| locale == *source);
    let bundled = bundled::messages();
    let label = bundled.iter().map(|(label, ..)| *label).find(|label| is_bundled(label)).unwrap_or(messages::LAST_RESORT);
    let ours = bundled.iter().filter(|(own, ..)| *own == label).map(|(_, name, text)| ((*name).to_owned(), (*text).to_owned()));
    let folder = format!("{}/{source}", messages::FOLDER);
    let paths = project.tree.below(&folder).filter(|path| path.name().ends_with(".ftl"));
    let own = paths.filter_map(|path| Some((format!("site-{}", path.name()), project.text(path.as_str())?.1)));
    // Of a message that stands twice the site's counts.
    let mut known = HashSet::new();
    let mut file =
        |(name, text): (String, String)| (format!("{}/{}/{name}", messages::FOLDER, pseudo.label()), made_up(text, pseudo, &mut known));
    own.chain(ours).map(&mut file).collect()
}

/// A Fluent file whose texts are made up, without the messages that are known, which are those of files before it.
fn made_up(text: String, pseudo: Pseudo, known: &mut HashSet<String>) -> String {
    let (Ok(mut resource) | Err((mut resource, _))): Result<Resource<String>, _> = parser::parse(text);
    resource.body.retain(|entry| match entry {
        ast::Entry::Message(message) => known.insert(message.id.name.clone()),
        ast::Entry::Term(term) => known.insert(format!("-{}", term.id.name)),
        _ => false,
    });
    for entry in &mut resource.body {
        match entry {
            ast::Entry::Message(message) => {
                message.value.iter_mut().for_each(|value| pattern(value, pseudo, true));
                message.attributes.iter_mut().for_each(|attribute| pattern(&mut attribute.value, pseudo, true));
            }
            ast::Entry::Term(term) => pattern(&mut term.value, pseudo, false),
            _ => {}
        }
    }
    serializer::serialize(&resource)
}

fn pattern(of: &mut Pattern<String>, pseudo: Pseudo, is_whole: bool) {
    for element in &mut of.elements {
        match element {
            PatternElement::TextElement { value } => *value = pseudo.words(value),
            PatternElement::Placeable { expression } => placeable(expression, pseudo),
        }
    }
    if is_whole && pseudo == Pseudo::Accented {
        let mark = |mark: &str| PatternElement::TextElement { value: mark.to_owned() };
        of.elements.insert(0, mark("⟦"));
        of.elements.push(mark("⟧"));
    }
}

fn placeable(expression: &mut Expression<String>, pseudo: Pseudo) {
    match expression {
        Expression::Select { variants, .. } => variants.iter_mut().for_each(|variant| pattern(&mut variant.value, pseudo, false)),
        Expression::Inline(InlineExpression::Placeable { expression }) => placeable(expression, pseudo),
        Expression::Inline(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{source::SourceTree, text::FileId};
    use expect_test::expect;

    #[test]
    fn words_are_made_up_and_markup_stays() {
        let text = "Press `Save`{.action} on **pro?.mail.ovh.net**, see [the page](/a/b) &nbsp; 993";
        assert_eq!(
            Pseudo::Accented.text(text),
            "⟦Ƥřeeşş `Şaaṽee`{.action} ooƞ **pro?.mail.ovh.net**, şeeee [ŧħee ƥaaɠee](/a/b) &nbsp; 993⟧"
        );
        assert_eq!(Pseudo::Accented.words("an SSL I"), "aaƞ SSL I");
        assert_eq!(Pseudo::Bidi.text("Go **on**"), "\u{202e}⅁o\u{202c} **\u{202e}ou\u{202c}**");
    }

    #[test]
    fn interface_texts_keep_their_values_and_forms() {
        let text = "a = Read { $count ->\n    [one] a page\n   *[other] { $count } pages\n}\n    .title = More\n-name = Site\nb = Known\n"
            .to_owned();
        expect![[r#"
            a =
                ⟦Řeeaaḓ { $count ->
                    [one] aa ƥaaɠee
                   *[other] { $count } ƥaaɠeeş
                }⟧
                .title = ⟦Ḿoořee⟧
            -name = Şiŧee
        "#]]
        .assert_eq(&made_up(text, Pseudo::Accented, &mut ["b".to_owned()].into()));
    }

    #[test]
    fn a_site_gets_one_more_locale() {
        for (locales, expected) in [
            ("locales:\n  en: {}\n  de: {}\n", "locales:\n  en-xa: { name: \"⟦Ƥşeeuuḓoo⟧\", lang: en-XA }\n  en: {}\n  de: {}\n"),
            ("locales: { en: {} }\n", "locales: { en-xa: { name: \"⟦Ƥşeeuuḓoo⟧\", lang: en-XA }, en: {} }\n"),
        ] {
            let yaml = format!("title: A\nsource_locale: en\n{locales}");
            let tree = SourceTree::from_memory([
                ("polyguide.yaml", yaml.as_str()),
                ("content/a/guide.en.md", "---\ntitle: Open\n---\nGo `on`.\n"),
                ("fragments/f.en.md", "Go `on`.\n"),
            ]);
            let files = files(&Project::open(&tree), Pseudo::Accented).unwrap();
            let text = |path: &str| String::from_utf8(files[&SourcePath::parse(path).unwrap()].clone()).unwrap();
            assert_eq!(text("polyguide.yaml"), format!("title: A\nsource_locale: en\n{expected}"));
            let (catalog, found) = Catalog::parse(FileId(0), &text("locales/en-xa/guides/a.po"));
            assert!(found.is_empty());
            let translations: Vec<&str> = catalog.entries.iter().map(|entry| entry.translation.as_str()).collect();
            assert_eq!(translations, ["⟦Oƥeeƞ⟧", "⟦Ɠoo `on`.⟧"]);
            assert_eq!(text("fragments/f.en-xa.md"), "⟦Ɠoo `on`.⟧\n");
            assert!(files.keys().any(|path| path.as_str() == "locales/en-xa/interface.ftl"));
        }
        let tree = SourceTree::from_memory([("guide.en.md", "")]);
        assert!(super::files(&Project::open(&tree), Pseudo::Bidi).unwrap_err().contains("needs a `polyguide.yaml`"));
    }
}
