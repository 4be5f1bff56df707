//! Translations that lack a step, a table's row, a picture or the like of their source, or have one besides.

use crate::{
    check::{
        Check, Rule,
        structure::{Difference, Kind},
        translations::{Compared, Side},
    },
    diagnostic::{Diagnostic, LOCALE_STRUCTURE},
    text::Span,
    words,
};

pub const RULE: Rule = Rule { codes: &[&LOCALE_STRUCTURE], check: Check::Translation(check) };

fn check(compared: &mut Compared, found: &mut Vec<Diagnostic>) {
    let Compared { source, own, differences, .. } = compared;
    let mut teller = Teller { source, own };
    found.extend(differences.iter().map(|difference| teller.tell(difference)));
}

impl Side<'_> {
    fn kind(&self, at: usize) -> Kind {
        self.outline().0[at].kind
    }

    /// The first line of a thing; the guide's title for what stands before all headings.
    fn place(&mut self, at: usize) -> Span {
        let span = self.outline().0[at].span;
        if at == 0 {
            return self.document.front.title.as_ref().map_or(span, |title| title.span);
        }
        let text = self.texts.at(span);
        let line = text.trim_start().lines().next().unwrap_or_default().trim_end();
        let start = span.start as usize + (text.len() - text.trim_start().len());
        Span::new(span.file, start..start + line.len())
    }

    /// How a thing begins, for a message.
    fn excerpt(&mut self, at: usize) -> String {
        excerpt(self.texts.at(self.outline().0[at].span))
    }
}

/// The words of the first line that has some, without the marks of lists, headings and quotes.
fn excerpt(text: &str) -> String {
    const MOST: usize = 48;
    let is_mark = |letter: char| letter.is_whitespace() || matches!(letter, '#' | '>' | '-' | '*' | '+' | '|' | '`');
    let mut lines = text.lines().map(|line| line.trim_matches(is_mark));
    let line = lines
        .find(|line| !line.is_empty() && !line.starts_with("[!"))
        .unwrap_or_default()
        .replace("**", "")
        .replace("{.action}", "")
        .replace('`', "'");
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

struct Teller<'t, 'w> {
    source: &'t mut Side<'w>,
    own: &'t mut Side<'w>,
}

impl Teller<'_, '_> {
    fn tell(&mut self, difference: &Difference) -> Diagnostic {
        let diagnostic = match *difference {
            Difference::Missing { source, count, after } => self.missing(source, count, after),
            Difference::Extra { own, count, after } => self.extra(own, count, after),
            Difference::Changed { source, own } => self.changed(source, own),
            Difference::Moved { source, own } => {
                let message = format!("this {} stands at another place than in the source", name(self.own.kind(own)));
                self.diagnostic(own, message, source, "there it stands here").help("give both texts the same order")
            }
            Difference::Rebuilt { source, own, ref missing, ref extra } => {
                let what = if own == 0 { "text" } else { "section" };
                let message = format!("this {what} is built otherwise than in the source{}", balance(missing, extra));
                self.diagnostic(own, message, source, "the source").help("compare both texts")
            }
        };
        match self.is_newer() {
            true => diagnostic.help("this text is newer than its source: perhaps it is the source that must be changed"),
            false => diagnostic,
        }
    }

    fn is_newer(&self) -> bool {
        let date = |side: &Side| side.document.front.updated.as_ref().map(|updated| updated.value);
        date(self.own).zip(date(self.source)).is_some_and(|(own, source)| own > source)
    }

    fn diagnostic(&mut self, own: usize, message: String, source: usize, label: &str) -> Diagnostic {
        let locale = &self.source.document.locale;
        let diagnostic = Diagnostic::new(&LOCALE_STRUCTURE, self.own.place(own), message);
        diagnostic.related(self.source.place(source), format!("`{locale}`: {label}"))
    }

    fn missing(&mut self, source: usize, count: usize, after: usize) -> Diagnostic {
        let (kind, excerpt) = (self.source.kind(source), self.source.excerpt(source));
        let message = match count {
            1 if excerpt.is_empty() => format!("below this, {} of the source is missing", one(kind)),
            1 => format!("below this, {} of the source is missing: `{excerpt}`", one(kind)),
            _ => format!("below this, {} of the source are missing, from `{excerpt}` on", words::count(count, name(kind))),
        };
        self.diagnostic(after, message, source, "what is missing").help("translate it")
    }

    fn extra(&mut self, own: usize, count: usize, after: usize) -> Diagnostic {
        let kind = self.own.kind(own);
        let message = match count {
            1 => format!("this {} is not in the source", name(kind)),
            _ => format!("{} from here on are not in the source", words::count(count, name(kind))),
        };
        self.diagnostic(own, message, after, "there it would come after this").help("remove it, or write it in the source too")
    }

    fn changed(&mut self, source: usize, own: usize) -> Diagnostic {
        let message = match (self.own.kind(own), self.source.kind(source)) {
            (Kind::Section(own), Kind::Section(source)) => format!("this heading has the level {own}, in the source {source}"),
            (Kind::Callout(own), Kind::Callout(source)) => {
                format!("this callout has the type `{}`, in the source `{}`", own.as_str(), source.as_str())
            }
            (Kind::Table(own), Kind::Table(source)) => {
                format!("this table has {}, in the source {source}", words::count(usize::from(own), "column"))
            }
            (own, source) => format!("this {} is a {} in the source", name(own), name(source)),
        };
        self.diagnostic(own, message, source, "the same there").help("make both alike")
    }
}

/// `: a step and 2 tables are missing, a picture is extra`.
fn balance(missing: &[(Kind, usize)], extra: &[(Kind, usize)]) -> String {
    let list = |counts: &[(Kind, usize)]| -> Vec<String> {
        counts.iter().map(|(kind, count)| if *count == 1 { one(*kind) } else { words::count(*count, name(*kind)) }).collect()
    };
    let told = |counts: &[(Kind, usize)], what: &str| {
        let verb = if matches!(counts, [(_, 1)]) { "is" } else { "are" };
        (!counts.is_empty()).then(|| format!("{} {verb} {what}", list(counts).join(", ")))
    };
    let told: Vec<String> = [told(missing, "missing"), told(extra, "not in the source")].into_iter().flatten().collect();
    if told.is_empty() { String::new() } else { format!(": {}", told.join("; ")) }
}

/// `a step`.
fn one(kind: Kind) -> String {
    let name = name(kind);
    let article = if name.starts_with(['A', 'a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {name}")
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Section(0..=2) => "section",
        Kind::Section(_) => "subsection",
        Kind::Step => "step",
        Kind::Tab => "tab",
        Kind::Question => "question",
        Kind::Item => "list item",
        Kind::Callout(_) => "callout",
        Kind::Details => "details block",
        Kind::Table(_) => "table",
        Kind::Row => "table row",
        Kind::Code => "code block",
        Kind::Image => "picture",
        Kind::ApiCall => "API call",
        Kind::Video => "video",
        Kind::Settings => "settings table",
        Kind::ControlPanel => "control panel block",
        Kind::Text | Kind::Link | Kind::Placeholder | Kind::Mark => "text",
    }
}
