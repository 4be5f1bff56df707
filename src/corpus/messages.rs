//! The interface texts in every locale, and asking them for a text.

mod catalog;
mod file;
mod outline;
mod uses;

pub use outline::{MessageOutline, Select, outline};

use super::yaml;
use crate::{
    diagnostic::{Diagnostic, LOCALE_UNKNOWN, MESSAGE_MISSING},
    locale::{Locale, Localized},
    source::SourceTree,
    text::{FileId, Span},
};
use catalog::Catalog;
use file::MessageFile;
use std::{
    collections::{BTreeMap, BTreeSet},
    iter,
    sync::{Mutex, PoisonError},
};

/// The folder of the catalogs, beside the site's configuration.
pub const FOLDER: &str = "locales";

/// What the names of their files end in.
pub const EXTENSION: &str = ".ftl";

/// The locale whose bundled texts are complete, and which all others fall back to at last.
pub const LAST_RESORT: &str = "en-gb";

/// A Fluent file of this program: the label of its locale, its name, its text.
pub type BundledFile<'a> = (&'a str, &'a str, &'a str);

/// The interface texts of all locales: the bundled ones, and over them, message by message, those of the site.
pub struct Messages {
    /// One for each locale that has a Fluent file, sorted by label.
    catalogs: Vec<Catalog>,
    last_resort: Locale,
    /// What was asked for in vain. It changes no text, it is only told at the end.
    missing: Mutex<BTreeSet<String>>,
}

/// A value for a variable of a message.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arg<'a> {
    /// Shown as it is, without any character around it.
    Text(&'a str),
    /// A number of things: chooses the plural form, and is shown in digits. Ports and years are texts.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl Messages {
    /// The texts of `bundled` and of the site's `locales/<label>/…/*.ftl`, of which a message that stands twice counts
    /// once, the first time.
    pub fn read(tree: &SourceTree, bundled: &[BundledFile<'_>]) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let mut site = site_files(tree, &mut diagnostics);
        let mut ours: BTreeMap<Locale, Vec<MessageFile>> = BTreeMap::new();
        for (label, _, text) in bundled {
            let Some(locale) = Locale::parse(label) else { continue };
            // Mistakes in our own files are found by this program's tests: a site's author can do nothing about them.
            ours.entry(locale).or_default().push(MessageFile::parse(None, text, &mut Vec::new()));
        }
        let locales: BTreeSet<Locale> = site.keys().chain(ours.keys()).cloned().collect();
        let reference = reference(&ours);
        let mut catalogs = Vec::new();
        for locale in locales {
            let (own, bundled) = (site.remove(&locale).unwrap_or_default(), ours.remove(&locale).unwrap_or_default());
            catalogs.push(Catalog::new(locale, own, bundled, &reference, &mut diagnostics));
        }
        report_missing(&catalogs, &reference, &mut diagnostics);
        diagnostics.sort_by_key(|found| found.span);
        // A constant that is one.
        let last_resort = Locale::parse(LAST_RESORT).expect("the last resort is a locale");
        (Self { catalogs, last_resort, missing: Mutex::default() }, diagnostics)
    }

    /// The text of the message `id` for a reader whose locale is the first of `chain` and whose fallbacks are the
    /// others: of each locale of the chain in turn, each before another region of its language, then of
    /// [`LAST_RESORT`]. Where nobody has the message it is `id` itself, and [`Self::missing`] tells so.
    pub fn get(&self, chain: &[Locale], id: &str, args: &[(&str, Arg<'_>)]) -> Localized<String> {
        let asked = chain.first().unwrap_or(&self.last_resort).clone();
        match self.candidates(chain).find_map(|catalog| Some((catalog, catalog.format(id, args)?))) {
            Some((catalog, value)) => Localized { asked, given: catalog.locale().clone(), value },
            None => {
                self.missing.lock().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned());
                Localized { given: asked.clone(), asked, value: id.to_owned() }
            }
        }
    }

    /// The messages that a site shows whose guides are written in `source` first, each with whether `locale` has it itself or in
    /// another region of its language.
    pub fn shown_in<'a>(&'a self, locale: &'a Locale, source: &'a Locale) -> impl Iterator<Item = (&'a str, bool)> {
        let of = |wanted: &'a Locale| self.catalogs.iter().filter(move |known| known.locale().same_language(wanted));
        let all = of(source).chain(of(&self.last_resort)).flat_map(|catalog| catalog.messages().map(|(id, _)| id));
        let ids: BTreeSet<&str> = all.collect();
        ids.into_iter().map(move |id| (id, of(locale).any(|catalog| catalog.has(id))))
    }

    /// Whether [`Self::get`] finds a text.
    pub fn has(&self, chain: &[Locale], id: &str) -> bool {
        self.candidates(chain).any(|catalog| catalog.has(id))
    }

    /// The text of every message that has no variables, by its id with `_` for `-`, as templates name it.
    pub fn static_texts(&self, chain: &[Locale]) -> BTreeMap<String, String> {
        let mut texts = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for catalog in self.candidates(chain) {
            for (id, variables) in catalog.messages() {
                if seen.insert(id) && variables.is_empty() {
                    texts.extend(catalog.format(id, &[]).map(|text| (id.replace('-', "_"), text)));
                }
            }
        }
        texts
    }

    /// The messages that `locale` has itself, sorted by id, each with the variables that it needs.
    pub fn own_messages(&self, locale: &Locale) -> impl Iterator<Item = (&str, &BTreeSet<String>)> {
        self.catalogs.iter().filter(move |catalog| catalog.locale() == locale).flat_map(Catalog::messages)
    }

    /// The ids that were asked for and that nobody has, sorted.
    pub fn missing(&self) -> Vec<String> {
        self.missing.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// The catalogs that may answer a reader, the best first. One may come twice.
    fn candidates<'a>(&'a self, chain: &'a [Locale]) -> impl Iterator<Item = &'a Catalog> {
        chain.iter().chain(iter::once(&self.last_resort)).flat_map(|locale| {
            let exact = self.catalogs.iter().filter(move |catalog| catalog.locale() == locale);
            exact.chain(self.catalogs.iter().filter(move |catalog| catalog.locale().same_language(locale)))
        })
    }
}

/// For each message of the bundled [`LAST_RESORT`], its variables: what the program asks for, and with what.
type Reference = BTreeMap<String, BTreeSet<String>>;

fn reference(ours: &BTreeMap<Locale, Vec<MessageFile>>) -> Reference {
    let mut reference = Reference::new();
    let english = ours.iter().filter(|(locale, _)| locale.as_str() == LAST_RESORT);
    for message in english.flat_map(|(_, files)| files).flat_map(|file| &file.entries).filter(|entry| entry.has_text && !entry.is_term) {
        reference.entry(message.name.clone()).or_insert_with(|| message.uses.variables().map(str::to_owned).collect());
    }
    reference
}

/// The Fluent files of the site by locale, each locale's sorted by path.
fn site_files(tree: &SourceTree, diagnostics: &mut Vec<Diagnostic>) -> BTreeMap<Locale, Vec<MessageFile>> {
    let mut files: BTreeMap<Locale, Vec<MessageFile>> = BTreeMap::new();
    for (id, path) in tree.iter() {
        let Some(below) = path.below(FOLDER).filter(|below| below.ends_with(EXTENSION)) else { continue };
        let folder = below.split_once('/').map_or("", |(folder, _)| folder);
        let Some(locale) = Locale::parse(folder) else {
            diagnostics.push(no_locale(id, folder));
            continue;
        };
        match yaml::load(tree, id) {
            Ok(text) => files.entry(locale).or_default().push(MessageFile::parse(Some(id), &text, diagnostics)),
            Err(unreadable) => diagnostics.push(unreadable),
        }
    }
    files
}

fn no_locale(file: FileId, folder: &str) -> Diagnostic {
    let message = match folder {
        "" => format!("a Fluent file lies in `{FOLDER}` itself"),
        folder => format!("the folder `{folder}` is no locale"),
    };
    Diagnostic::new(&LOCALE_UNKNOWN, Span::top(file), message).help(format!("move the file to a folder like `{FOLDER}/fr-fr`"))
}

/// Reports what a locale of the site lacks. What another region's catalog of the language has is not missed by anyone,
/// and a bundled catalog is none of the author's business.
fn report_missing(catalogs: &[Catalog], reference: &Reference, diagnostics: &mut Vec<Diagnostic>) {
    for catalog in catalogs {
        let Some(file) = catalog.site_file() else { continue };
        let language = || catalogs.iter().filter(|other| other.locale().same_language(catalog.locale()));
        if language().any(Catalog::is_bundled) {
            continue;
        }
        for id in reference.keys().filter(|id| !language().any(|other| other.has(id))) {
            let message = format!("the message `{id}` is missing in `{}`", catalog.locale());
            let help = "readers see it in another language; translate it in this folder";
            diagnostics.push(Diagnostic::new(&MESSAGE_MISSING, Span::top(file), message).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use std::fmt::Write;

    const BUNDLED: &[BundledFile<'_>] = &[
        (
            "en-gb",
            "interface.ftl",
            "menu = Menu\nnext-page = Next\nwho = It is { $name }\nguides = { $count ->\n    [one] { $count } guide\n   *[other] { $count } guides\n}\nboth = { menu }, { who }\n",
        ),
        ("fr-fr", "interface.ftl", "menu = Menu du guide\nnext-page = Suivant\n"),
        (
            "pl-pl",
            "interface.ftl",
            "guides = { $count ->\n    [one] { $count } poradnik\n    [few] { $count } poradniki\n    [many] { $count } poradników\n   *[other] { $count } poradnika\n}\n",
        ),
        (
            "ar",
            "interface.ftl",
            "guides = { $count ->\n    [zero] zero\n    [one] one\n    [two] two\n    [few] few { $count }\n    [many] many { $count }\n   *[other] other { $count }\n}\n",
        ),
    ];

    fn read(files: &[(&str, &str)]) -> (Messages, Vec<Diagnostic>) {
        Messages::read(&SourceTree::from_memory(files.iter().copied()), BUNDLED)
    }

    fn chain(labels: &[&str]) -> Vec<Locale> {
        labels.iter().filter_map(|label| Locale::parse(label)).collect()
    }

    #[track_caller]
    fn given(files: &[(&str, &str)], labels: &[&str], id: &str, expected: &str) {
        let text = read(files).0.get(&chain(labels), id, &[]);
        assert_eq!(format!("{}: {}", text.given, text.value), expected);
        assert_eq!(Some(text.asked), Locale::parse(labels[0]));
    }

    #[track_caller]
    fn check(files: &[(&str, &str)], expected: Expect) {
        let tree = SourceTree::from_memory(files.iter().copied());
        let mut out = String::new();
        for found in Messages::read(&tree, BUNDLED).1 {
            let path = tree.path(found.span.file);
            let text = files.iter().find(|(name, _)| *name == path.as_str()).map_or("", |(_, text)| &text[found.span.range()]);
            let help = found.help.map(|help| format!(" ({help})")).unwrap_or_default();
            writeln!(out, "{} {path} {text:?}: {}{help}", found.code.id, found.message).unwrap();
        }
        expected.assert_eq(&out);
    }

    #[test]
    fn a_text_is_looked_up_along_the_chain() {
        given(&[], &["fr-fr"], "menu", "fr-fr: Menu du guide");
        given(&[], &["fr-ca"], "menu", "fr-fr: Menu du guide");
        given(&[], &["fr-fr"], "guides", "en-gb: {$count} guides");
        given(&[], &["nl-nl", "fr-ca", "pl-pl"], "menu", "fr-fr: Menu du guide");
        given(&[], &["nl-nl"], "menu", "en-gb: Menu");
        let swiss = [("locales/fr-ca/a.ftl", "menu = Carte\n"), ("locales/fr-be/a.ftl", "menu = Liste\n")];
        given(&swiss, &["fr-ch"], "menu", "fr-be: Liste");
        given(&swiss, &["fr-CA", "de-de"], "menu", "fr-ca: Carte");
        given(&swiss, &["fr-CA", "de-de"], "next-page", "fr-fr: Suivant");
    }

    #[test]
    fn a_site_replaces_message_by_message() {
        let site = [("locales/fr-FR/mine.ftl", "menu = Sommaire\nown = À nous\n")];
        given(&site, &["fr-fr"], "menu", "fr-fr: Sommaire");
        given(&site, &["fr-fr"], "next-page", "fr-fr: Suivant");
        given(&site, &["fr-fr"], "own", "fr-fr: À nous");
        check(&site, expect![""]);
    }

    #[test]
    fn what_nobody_has_is_its_id_and_is_remembered() {
        let messages = read(&[]).0;
        let french = chain(&["fr-fr"]);
        assert_eq!(messages.get(&french, "no-such", &[]).value, "no-such");
        assert_eq!(messages.get(&french, "no-such", &[]).given, french[0]);
        messages.get(&french, "menu", &[]);
        assert_eq!(messages.missing(), ["no-such"]);
        assert!(messages.has(&french, "who") && !messages.has(&french, "no-such"));
        assert_eq!(messages.get(&[], "menu", &[]).value, "Menu");
    }

    #[test]
    fn values_are_copied_without_invisible_characters() {
        let messages = read(&[]).0;
        let text = messages.get(&chain(&["en-gb"]), "both", &[("name", "pro3.mail.example".into())]);
        assert_eq!(text.value, "Menu, It is pro3.mail.example");
    }

    #[test]
    fn plurals_are_those_of_the_language() {
        let messages = read(&[]).0;
        let text = |label: &str, count: usize| messages.get(&chain(&[label]), "guides", &[("count", count.into())]).value;
        let polish: Vec<String> = [1, 2, 5, 22, 112].map(|count| text("pl-pl", count)).into();
        assert_eq!(polish, ["1 poradnik", "2 poradniki", "5 poradników", "22 poradniki", "112 poradników"]);
        let arabic: Vec<String> = [0, 1, 2, 3, 11, 100].map(|count| text("ar", count)).into();
        assert_eq!(arabic, ["zero", "one", "two", "few 3", "many 11", "other 100"]);
        assert_eq!(text("ar-ma", 2), "two");
        assert_eq!((text("en-ie", 1), text("fr-fr", 0)), ("1 guide".into(), "0 guides".into()));
    }

    #[test]
    fn what_is_indented_by_mistake_is_told() {
        check(
            &[(
                "locales/fr-fr/a.ftl",
                "own = Un texte\n    # Un commentaire.\n  next-page = Suivant\nmenu = { own }\n    # Un autre.\nmine = Le\n    n = 3 { own } # là\n# Bien.\n",
            )],
            expect![[r##"
                messages-syntax locales/fr-fr/a.ftl "# Un commentaire.": this comment is indented, so it belongs to the text above (take away the spaces before it)
                messages-syntax locales/fr-fr/a.ftl "next-page = Suivant": this message is indented, so it belongs to the text above (take away the spaces before it)
                messages-syntax locales/fr-fr/a.ftl "# Un autre.": this comment is indented, so it belongs to the text above (take away the spaces before it)
            "##]],
        );
    }

    #[test]
    fn templates_get_every_text_without_variables() {
        let messages = read(&[("locales/fr-fr/a.ftl", "own = { menu } !\nguides = Guides\n")]).0;
        let texts: Vec<String> = messages.static_texts(&chain(&["fr-ca"])).into_iter().map(|(id, text)| format!("{id}={text}")).collect();
        assert_eq!(texts, ["guides=Guides", "menu=Menu du guide", "next_page=Suivant", "own=Menu du guide !"]);
        let english = messages.static_texts(&chain(&["en-gb"]));
        assert_eq!(english.keys().collect::<Vec<_>>(), ["menu", "next_page"], "what a reference needs is needed");
    }

    #[test]
    fn mistakes_are_said_where_they_are() {
        check(
            &[(
                "locales/fr-fr/a.ftl",
                "who = Voici { $nom }\nmenu = { $x }\nnext-page =\n    .title = x\nguides = { OTHER($count) } { -brand } { gone }\nloop = { ring }\nring = { loop }\n-term = { $any }\nmine = { $any }\nmenu = b\n",
            )],
            expect![[r#"
                messages-syntax locales/fr-fr/a.ftl "nom": the message `who` has no variable `$nom` (it has `$name`)
                messages-syntax locales/fr-fr/a.ftl "x": the message `menu` has no variable `$x` (it has no variables)
                messages-syntax locales/fr-fr/a.ftl "next-page": the message `next-page` has no text (write its text after `=`)
                messages-syntax locales/fr-fr/a.ftl "OTHER": there is no function `OTHER` (the only one is `NUMBER`)
                messages-syntax locales/fr-fr/a.ftl "brand": there is no term `-brand` in this locale (write the text itself, or add the term)
                messages-syntax locales/fr-fr/a.ftl "gone": there is no message `gone` in this locale (write the text itself, or add the message)
                messages-syntax locales/fr-fr/a.ftl "ring": the message `loop` contains itself (write the text itself in one of them)
                messages-syntax locales/fr-fr/a.ftl "loop": the message `ring` contains itself (write the text itself in one of them)
                messages-syntax locales/fr-fr/a.ftl "menu": the message `menu` stands twice (keep one of them; the first one counts)
            "#]],
        );
    }

    #[test]
    fn files_outside_of_a_locale_are_said() {
        check(
            &[("locales/a.ftl", "menu = x\n"), ("locales/fr_FR/a.ftl", "menu = x\n"), ("locales/README.md", "x")],
            expect![[r#"
                locale-unknown locales/a.ftl "": a Fluent file lies in `locales` itself (move the file to a folder like `locales/fr-fr`)
                locale-unknown locales/fr_FR/a.ftl "": the folder `fr_FR` is no locale (move the file to a folder like `locales/fr-fr`)
            "#]],
        );
    }

    #[test]
    fn a_new_language_is_told_what_it_lacks() {
        check(
            &[
                ("locales/nl-nl/a.ftl", "menu = Menu\nnext-page = Volgende\nwho = { $name }\n"),
                ("locales/nl-be/b.ftl", "guides = gidsen\n"),
                ("locales/pl-pl/c.ftl", "menu = x\n"),
                ("locales/fr-ca/d.ftl", "menu = x\n"),
            ],
            expect![[r#"
                message-missing locales/nl-be/b.ftl "": the message `both` is missing in `nl-be` (readers see it in another language; translate it in this folder)
                message-missing locales/nl-nl/a.ftl "": the message `both` is missing in `nl-nl` (readers see it in another language; translate it in this folder)
            "#]],
        );
    }

    #[test]
    fn all_threads_ask_one_value() {
        fn shared<T: Send + Sync>() {}
        shared::<Messages>();
    }
}
