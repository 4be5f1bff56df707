//! The messages of one locale.

use super::{
    Arg, Reference,
    file::{Entry, MessageFile},
    uses::{Use, UseKind},
};
use crate::{
    diagnostic::{Diagnostic, MESSAGES_SYNTAX},
    locale::Locale,
    text::{FileId, Span},
    words,
};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use unic_langid::LanguageIdentifier;

/// The messages of one locale: the site's, and the bundled ones that the site leaves as they are.
pub(super) struct Catalog {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
    /// The messages that have a text, with the variables that they need, their references' included.
    messages: BTreeMap<String, BTreeSet<String>>,
    site_file: Option<FileId>,
    is_bundled: bool,
}

impl Catalog {
    /// The messages of `site`, then those of `bundled`; of several with one id the first counts. Mistakes in `site`
    /// are reported.
    pub fn new(
        locale: Locale,
        site: Vec<MessageFile>,
        bundled: Vec<MessageFile>,
        reference: &Reference,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let (site_file, is_bundled) = (site.first().and_then(|file| file.file), !bundled.is_empty());
        let files: Vec<MessageFile> = site.into_iter().chain(bundled).collect();
        let entries = Entries::new(&files, diagnostics);
        entries.check(reference, diagnostics);
        let messages = entries.messages();
        let bundle = bundle(&locale, files.into_iter().map(|file| file.resource));
        Self { locale, bundle, messages, site_file, is_bundled }
    }

    /// Whose messages they are.
    pub fn locale(&self) -> &Locale {
        &self.locale
    }

    /// The first Fluent file that the site has for the locale.
    pub fn site_file(&self) -> Option<FileId> {
        self.site_file
    }

    /// Whether the program brings texts for the locale.
    pub fn is_bundled(&self) -> bool {
        self.is_bundled
    }

    /// Whether there is a text.
    pub fn has(&self, id: &str) -> bool {
        self.messages.contains_key(id)
    }

    /// Each message that has a text, sorted by id, with the variables that it needs.
    pub fn messages(&self) -> impl Iterator<Item = (&str, &BTreeSet<String>)> {
        self.messages.iter().map(|(id, variables)| (&**id, variables))
    }

    /// The text of a message. A variable without a value stays as `{$name}`.
    pub fn format(&self, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let values: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, fluent_value(*value))).collect();
        // What goes wrong here was reported when the file was read.
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }
}

fn fluent_value(arg: Arg<'_>) -> FluentValue<'_> {
    match arg {
        Arg::Text(text) => text.into(),
        Arg::Number(number) => number.into(),
    }
}

fn bundle(locale: &Locale, resources: impl Iterator<Item = FluentResource>) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = locale.tag().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Marks around values would be copied along with a host's name.
    bundle.set_use_isolating(false);
    // Fails only for a function that is already there.
    let _ = bundle.add_builtins();
    for resource in resources {
        // Its errors are ids that are already there: the first counts.
        let _ = bundle.add_resource(resource);
    }
    bundle
}

/// The entries of a locale that count, by name, each with its file.
struct Entries<'f>(BTreeMap<&'f str, (&'f MessageFile, &'f Entry)>);

impl<'f> Entries<'f> {
    /// The first entry of each name. A second one in the site's files is reported.
    fn new(files: &'f [MessageFile], diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut entries: BTreeMap<&str, (&MessageFile, &Entry)> = BTreeMap::new();
        for file in files {
            for entry in &file.entries {
                let Some((first_file, first)) = entries.get(&*entry.name) else {
                    entries.insert(&entry.name, (file, entry));
                    continue;
                };
                if let Some((span, first)) = file.span(entry).zip(first_file.span(first)) {
                    diagnostics.push(twice(&entry.name, span, first));
                }
            }
        }
        Self(entries)
    }

    fn messages(&self) -> BTreeMap<String, BTreeSet<String>> {
        let texts = self.0.values().filter(|(_, entry)| entry.has_text && !entry.is_term);
        texts.map(|(_, entry)| (entry.name.clone(), self.variables(entry))).collect()
    }

    /// The variables that an entry needs, those of the messages that it refers to included.
    fn variables(&self, entry: &'f Entry) -> BTreeSet<String> {
        self.reachable(entry).values().flat_map(|entry| entry.uses.variables()).map(str::to_owned).collect()
    }

    /// `entry` and the messages that it refers to, at any remove.
    fn reachable(&self, entry: &'f Entry) -> HashMap<&'f str, &'f Entry> {
        let mut found = HashMap::from([(&*entry.name, entry)]);
        let mut open = vec![entry];
        while let Some(entry) = open.pop() {
            for name in entry.uses.messages() {
                let Some((_, next)) = self.0.get(name) else { continue };
                if found.insert(&next.name, next).is_none() {
                    open.push(next);
                }
            }
        }
        found
    }

    /// Reports what would show braces, or nothing, to readers: a text that is gone, and references that lead nowhere.
    fn check(&self, reference: &Reference, diagnostics: &mut Vec<Diagnostic>) {
        for (file, entry) in self.0.values() {
            let Some(span) = file.span(entry) else { continue };
            let allowed = reference.get(&entry.name).filter(|_| !entry.is_term);
            if allowed.is_some() && !entry.has_text {
                let message = format!("the message `{}` has no text", entry.name);
                diagnostics.push(Diagnostic::new(&MESSAGES_SYNTAX, span, message).help("write its text after `=`"));
            }
            for used in entry.uses.iter() {
                let Some(span) = file.span_of_use(used) else { continue };
                diagnostics.extend(self.wrong(entry, used, span, allowed));
            }
        }
    }

    fn wrong(&self, entry: &Entry, used: &Use, span: Span, allowed: Option<&BTreeSet<String>>) -> Option<Diagnostic> {
        let wrong = |message: String, help: &str| Some(Diagnostic::new(&MESSAGES_SYNTAX, span, message).help(help.to_owned()));
        let name = &*used.name;
        let is = |term: bool| self.0.get(name).is_some_and(|(_, other)| other.is_term == term && other.has_text);
        match used.kind {
            UseKind::Variable => {
                let allowed = allowed.filter(|allowed| !allowed.contains(name))?;
                wrong(format!("the message `{}` has no variable `${name}`", entry.name), &variable_help(allowed))
            }
            UseKind::Message if !is(false) => {
                wrong(format!("there is no message `{name}` in this locale"), "write the text itself, or add the message")
            }
            UseKind::Message => {
                let (_, other) = self.0.get(name)?;
                let cycle = self.reachable(other).contains_key(&*entry.name);
                let message = || format!("the message `{}` contains itself", entry.name);
                cycle.then(|| wrong(message(), "write the text itself in one of them"))?
            }
            UseKind::Term if !is(true) => {
                wrong(format!("there is no term `-{name}` in this locale"), "write the text itself, or add the term")
            }
            UseKind::Function if name != "NUMBER" => wrong(format!("there is no function `{name}`"), "the only one is `NUMBER`"),
            UseKind::Term | UseKind::Function => None,
        }
    }
}

fn variable_help(allowed: &BTreeSet<String>) -> String {
    let names: Vec<String> = allowed.iter().map(|name| format!("${name}")).collect();
    match names.is_empty() {
        true => "it has no variables".into(),
        false => format!("it has {}", words::and(&names)),
    }
}

fn twice(name: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&MESSAGES_SYNTAX, span, format!("the message `{name}` stands twice"))
        .help("keep one of them; the first one counts")
        .related(first, "the one that counts")
}
