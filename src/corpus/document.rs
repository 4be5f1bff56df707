//! One file of a guide: its front matter, its facts and the draft of its body.

use super::{
    body::Body,
    catalog::Share,
    front_matter::{self, FrontMatter},
    includes::Includes,
    translator::Translator,
    written_date,
};
use crate::{
    diagnostic::{Diagnostic, FM_DATE_IN_TEXT, FM_DATE_MISMATCH, FM_MISSING},
    dialect::{
        self, Parsed,
        source::{Piece, Source},
    },
    draft::{self, Draft, Facts, Foreign, Scratch, Setting},
    locale::Locale,
    settings::{self, Settings},
    text::{FileId, Span},
};

/// What one file of a guide says.
#[derive(Debug)]
pub struct Document {
    /// The file.
    pub file: FileId,
    /// The guide's folder below the content folder; empty for the content folder itself.
    pub folder: String,
    /// Whether it is a guide, or the landing page of a folder.
    pub kind: DocumentKind,
    /// The language it is written in.
    pub locale: Locale,
    /// What it says of itself.
    pub front: FrontMatter,
    /// What other stages want to know of its body.
    pub facts: Facts,
    /// Its body.
    pub draft: Draft,
    /// Who translated it, where its front matter, a banner at its top or its catalog says so.
    pub translator: Option<Translator>,
    /// The files whose text is part of its own, if it includes any or tries to.
    pub included: Option<Box<[FileId]>>,
    /// Whether readers are to know that passages of it are older than its source, or are still the source's.
    pub is_stale: bool,
    /// How it was put together, if its file is a catalog.
    pub catalog: Option<Box<Translated>>,
}

/// How a document was put together from a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translated {
    /// The file that the catalog translates.
    pub source: FileId,
    /// How much of it is translated.
    pub share: Share,
    /// What elements say of its title's language, if that is still the source's: ` lang="en-GB"`.
    pub title_attributes: Option<Box<str>>,
}

/// What a file of content is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// `guide.<locale>.md`.
    Guide,
    /// `index.<locale>.md`.
    Landing,
}

impl Document {
    /// Where it stands among the documents of a corpus.
    pub fn place(&self) -> (&str, DocumentKind, &Locale) {
        (&self.folder, self.kind, &self.locale)
    }

    /// Whether pages and other guides see the same in another reading of the same file, but for its body.
    pub fn means_the_same(&self, other: &Self) -> bool {
        self.front == other.front && self.facts.mean_the_same(&other.facts)
    }

    /// Its title, or its folder's name.
    pub fn title(&self) -> &str {
        match &self.front.title {
            Some(title) => &title.value,
            None => self.folder.rsplit('/').next().unwrap_or(&self.folder),
        }
    }
}

/// A file that is about to be read.
pub struct Unread<'a> {
    pub file: FileId,
    pub folder: &'a str,
    pub kind: DocumentKind,
    pub locale: &'a Locale,
    pub text: &'a str,
    /// Whether readers are to know that passages of it are older than its source, or are still the source's.
    pub is_stale: bool,
    /// Where the text came from, if the file is a catalog.
    pub origin: Option<Origin<'a>>,
}

/// Where a text came from that is that of no file.
pub struct Origin<'a> {
    /// The text of the catalog.
    pub file_text: &'a str,
    /// Where the bytes of the text came from.
    pub pieces: &'a [Piece],
    /// How it was put together.
    pub translated: Translated,
    /// Who translated it, where the catalog says so.
    pub translator: Option<Translator>,
}

impl Origin<'_> {
    /// Stands for the text itself until places in it are known as places in files.
    const TEXT: FileId = FileId(u32::MAX);

    pub(super) fn source<'t>(&self, text: &'t str) -> Source<'t> {
        Source { text, pieces: self.pieces.to_vec() }
    }
}

/// A document while its tree is still there, for those who want to know more of it than a [`Document`] keeps.
pub struct Seen<'a> {
    /// What is kept of it.
    pub document: &'a Document,
    /// The whole text of its file.
    pub text: &'a str,
    /// The byte of the file where its body starts.
    pub start: usize,
    /// The text that was parsed, and where its bytes came from.
    pub source: &'a Source<'a>,
    /// Its tree.
    pub parsed: &'a Parsed,
    /// What is wrong with it.
    pub found: &'a [Diagnostic],
    /// The mail settings in it.
    pub settings: &'a Settings,
    /// The services and how their hosts are written.
    pub setting: Setting<'a>,
}

/// Understands one file; `see` is shown it while its tree is there, and may note something of it.
pub fn read<T>(
    unread: Unread,
    includes: Includes,
    setting: Setting,
    scratch: &mut Scratch,
    see: &impl Fn(&Seen) -> T,
) -> (Document, T, Vec<Diagnostic>) {
    let Unread { file: own_file, folder, kind, locale, text, origin, is_stale } = unread;
    let file = if origin.is_some() { Origin::TEXT } else { own_file };
    let (mut front, start, mut diagnostics) = head(file, text, kind);
    let body = Body::of(file, text, start, &includes, origin.as_ref());
    diagnostics.extend(body.diagnostics.iter().cloned());
    let setting = Setting { foreign: Foreign { files: &body.foreign, ..setting.foreign }, ..setting };
    let source = body.source();
    let mut parsed = dialect::parse(&source, setting.vocabulary);
    let settings = settings::recognize(&parsed.blocks);
    let (draft, mut facts, more) = draft::write(&parsed, &settings, setting, scratch);
    diagnostics.append(&mut parsed.diagnostics);
    diagnostics.extend(settings::diagnostics(&settings.facts, setting.services));
    diagnostics.extend(more);
    if let Some(lowered) = &body.lowered {
        lowered.keep_components(&mut diagnostics);
    }
    if front.excerpt.is_none() {
        facts.summary = draft::summary(&parsed.blocks, setting.vocabulary);
    }
    diagnostics.extend(date_in_text(&front, &text[start..], file, start));
    if let Some(origin) = &origin {
        relocate(origin, text, own_file, &mut front, &mut diagnostics);
    }
    let translator = front.translation.or(parsed.machine_translated.then_some(Translator::Machine));
    let document = Document {
        file: own_file,
        folder: folder.to_owned(),
        kind,
        locale: locale.clone(),
        front,
        facts,
        draft,
        translator: origin.as_ref().map_or(translator, |origin| origin.translator),
        included: body.included.clone(),
        is_stale,
        catalog: origin.as_ref().map(|origin| Box::new(origin.translated.clone())),
    };
    // The file of a translation is a catalog, in which no Markdown stands.
    let (text, start) = origin.map_or((text, start), |origin| (origin.file_text, origin.file_text.len()));
    let (parsed, settings, found) = (&parsed, &settings, &diagnostics);
    let seen = see(&Seen { document: &document, text, start, source: &source, parsed, found, settings, setting });
    (document, seen, diagnostics)
}

/// What a file says of itself; its body is not looked at, and it seems to be empty.
pub fn read_head(unread: Unread) -> Document {
    let Unread { file, folder, kind, locale, text, .. } = unread;
    let (front, ..) = head(file, text, kind);
    Document {
        file,
        folder: folder.to_owned(),
        kind,
        locale: locale.clone(),
        translator: front.translation,
        front,
        facts: Facts::default(),
        draft: Draft::default(),
        included: None,
        is_stale: false,
        catalog: None,
    }
}

/// What a file says of itself. A landing page needs no title.
fn head(file: FileId, text: &str, kind: DocumentKind) -> (FrontMatter, usize, Vec<Diagnostic>) {
    let (front, start, mut diagnostics) = front_matter::read(file, text);
    if kind == DocumentKind::Landing && front.title.is_none() {
        diagnostics.retain(|diagnostic| diagnostic.code != &FM_MISSING);
    }
    (front, start, diagnostics)
}

/// Turns places in a text that was put together into places in the files that it came from. What is wrong with the source's
/// own text is told of the source; and a fix is for Markdown, not for the strings of a catalog.
fn relocate(origin: &Origin, text: &str, catalog: FileId, front: &mut FrontMatter, diagnostics: &mut Vec<Diagnostic>) {
    let source = origin.source(text);
    let relocate = |span: &mut Span| {
        if span.file == Origin::TEXT {
            *span = source.span(span.range());
        }
    };
    front.spans_mut(relocate);
    for diagnostic in &mut *diagnostics {
        diagnostic.spans_mut(relocate);
        if diagnostic.fix.iter().any(|edit| edit.span.file == catalog) {
            diagnostic.fix.clear();
        }
    }
    diagnostics.retain(|diagnostic| diagnostic.span.file != origin.translated.source);
}

/// How long the line break and the blank lines at the start of `text` are.
fn blank_lines(text: &str) -> usize {
    let blank = text.split_inclusive('\n').take_while(|line| line.trim().is_empty());
    blank.map(str::len).sum()
}

/// A first line such as `**Last updated 19/03/2020**`, where the front matter says another date or none.
fn date_in_text(front: &FrontMatter, body: &str, file: FileId, start: usize) -> Option<Diagnostic> {
    let line = body.lines().find(|line| !line.trim().is_empty())?;
    let inside = line.trim().strip_prefix("**")?.strip_suffix("**")?;
    let date = written_date::read(inside)?;
    let at = start + (line.as_ptr() as usize - body.as_ptr() as usize);
    let place = Span::new(file, at..at + line.len());
    let Some(updated) = &front.updated else {
        let finding = Diagnostic::new(&FM_DATE_IN_TEXT, place, "this line says when the guide was updated, its front matter does not");
        return Some(finding.help(format!("write `updated: {date}` into the front matter and remove the line")));
    };
    (date != updated.value).then(|| {
        let message = format!("this line says {date}, the front matter {}", updated.value);
        Diagnostic::new(&FM_DATE_MISMATCH, place, message)
            .help("remove the line; the page shows the date of the front matter")
            .unsafe_fix(Span::new(file, at..at + line.len() + blank_lines(&body[at - start + line.len()..])), "")
    })
}
