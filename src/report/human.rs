//! Diagnostics drawn like rustc draws its own: place, excerpt, carets, help.

use super::{
    Report, Style,
    excerpt::{Excerpt, are_near, clip, printable},
    side_by_side,
    sources::{Shown, Source, Sources},
};
use crate::{
    diagnostic::{Diagnostic, Edit, Levels, Severity},
    source::SourceTree,
    text::{FileId, Span},
};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Patch, Renderer, Snippet, normalize_untrusted_str};
use std::{
    borrow::Cow,
    collections::BTreeMap,
    io::{self, Write},
    ops::Range,
};

/// A replacement over more lines is not drawn.
const MAX_FIX_LINES: usize = 6;
/// Lines that are longer together are not drawn as a fix makes them: unlike excerpts they are not cropped.
const MAX_FIX_BYTES: usize = 4000;

/// So many mistakes of one kind are drawn for one file; of the rest it is said how many they are.
const MAX_SAME: usize = 100;
/// So many of one kind are drawn for the whole site: a habit of a team gives one in every guide, and nobody reads more of them.
const MAX_OF_KIND: usize = 1000;
/// So many notes of one kind are.
const MAX_NOTES: usize = 200;

/// How diagnostics are drawn.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// What the stream can show.
    pub style: Style,
    /// How bad each kind of mistake counts.
    pub levels: Levels,
}

/// How many mistakes of each kind there were.
#[derive(Default)]
struct Counts {
    in_file: BTreeMap<(FileId, &'static str), usize>,
    /// Those that are not too many of their file, and how many of the kind are drawn.
    in_site: BTreeMap<&'static str, (usize, usize)>,
}

impl Counts {
    /// Counts a diagnostic; whether it is to be drawn.
    fn is_shown(&mut self, diagnostic: &Diagnostic, severity: Severity) -> bool {
        let code = diagnostic.code.id;
        let same = self.in_file.entry((diagnostic.span.file, code)).or_default();
        *same += 1;
        if *same > MAX_SAME {
            return false;
        }
        let most = if severity == Severity::Note { MAX_NOTES } else { MAX_OF_KIND };
        let (all, most) = self.in_site.entry(code).or_insert((0, most));
        *all += 1;
        *all <= *most
    }

    /// What is said of those that were not drawn.
    fn left_out(self, sources: &mut Sources) -> Vec<String> {
        let in_file = self.in_file.into_iter().filter(|(_, count)| *count > MAX_SAME).map(|((file, code), count)| {
            sources.load(&[file]);
            let name = sources.get(file).map_or("", |shown| &shown.name);
            format!("{} more of `{code}` in `{name}` are not shown", count - MAX_SAME)
        });
        let in_site = self.in_site.into_iter().filter(|(_, (all, most))| all > most);
        let in_site = in_site.map(|(code, (all, most))| format!("{} more of `{code}` in this site are not shown", all - most));
        let mut left_out: Vec<String> = in_file.chain(in_site).collect();
        if !left_out.is_empty() {
            left_out.push("`polyguide check --format short` lists all".to_owned());
        }
        left_out
    }
}

/// A place in a file, and what is said there.
struct Place<'a> {
    span: Range<usize>,
    label: Option<&'a str>,
}

/// Draws what a report shows, for people.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    Drawing { style: report.style, levels: report.levels.clone() }.draw(report.tree, report.shown, out)
}

impl Drawing {
    /// Draws `diagnostics`, each followed by an empty line.
    ///
    /// # Errors
    /// Where `out` cannot be written to.
    pub fn draw<'a>(
        &self,
        tree: &SourceTree,
        diagnostics: impl IntoIterator<Item = &'a Diagnostic>,
        out: &mut (impl Write + ?Sized),
    ) -> io::Result<()> {
        let renderer = if self.style.color { Renderer::styled() } else { Renderer::plain() }.term_width(self.style.width);
        let mut counts = Counts::default();
        let is_shown = |diagnostic: &&Diagnostic| counts.is_shown(diagnostic, self.levels.severity(diagnostic));
        let shown: Vec<&Diagnostic> = diagnostics.into_iter().filter(is_shown).collect();
        side_by_side::write(shown.len(), out, |few| self.draw_few(&renderer, tree, &shown[few]))?;
        for more in counts.left_out(&mut Sources::new(tree)) {
            writeln!(out, "{}\n", renderer.render(&[Group::with_title(Level::NOTE.primary_title(printable(&more)))]))?;
        }
        Ok(())
    }

    /// Draws diagnostics that follow each other, which are mostly in the same files.
    fn draw_few(&self, renderer: &Renderer, tree: &SourceTree, diagnostics: &[&Diagnostic]) -> String {
        let mut sources = Sources::new(tree);
        let mut drawn = String::new();
        for diagnostic in diagnostics {
            sources.load(&files(diagnostic));
            drawn += &renderer.render(&self.groups(diagnostic, &sources));
            drawn += "\n\n";
        }
        drawn
    }

    fn groups<'a>(&self, diagnostic: &'a Diagnostic, sources: &'a Sources) -> Vec<Group<'a>> {
        let level = match self.levels.severity(diagnostic) {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let mut group = Group::with_title(level.primary_title(printable(&diagnostic.message)).id(diagnostic.code.id));
        for file in files(diagnostic) {
            if let Some(shown) = sources.get(file) {
                group = draw_file(group, shown, places(diagnostic, file), file == diagnostic.span.file);
            }
        }
        let fix = sources.get(diagnostic.span.file).and_then(|shown| draw_fix(shown, diagnostic));
        if let (None, Some(help)) = (&fix, &diagnostic.help) {
            group = group.element(Level::HELP.message(printable(help)));
        }
        [group].into_iter().chain(fix).collect()
    }
}

/// The files that a diagnostic points into, its own first.
fn files(diagnostic: &Diagnostic) -> Vec<FileId> {
    let mut files = vec![diagnostic.span.file];
    for (span, _) in &diagnostic.related {
        if !files.contains(&span.file) {
            files.push(span.file);
        }
    }
    files
}

/// The places of a diagnostic in `file`, its own first.
fn places(diagnostic: &Diagnostic, file: FileId) -> impl Iterator<Item = (Span, Option<&str>)> {
    let related = diagnostic.related.iter().map(|(span, label)| (*span, Some(&**label)));
    [(diagnostic.span, None)].into_iter().chain(related).filter(move |(span, _)| span.file == file)
}

/// Appends the excerpts of a file to `group`.
fn draw_file<'a>(group: Group<'a>, shown: &'a Shown, places: impl Iterator<Item = (Span, Option<&'a str>)>, primary: bool) -> Group<'a> {
    let Some(source) = &shown.source else { return group.element(Origin::path(&*shown.name)) };
    let mut excerpts: Vec<Vec<Place>> = Vec::new();
    for (span, label) in places {
        let place = Place { span: clip(source, span.range()), label };
        match excerpts.iter_mut().find(|others| others.iter().any(|other| are_near(source, &other.span, &place.span))) {
            Some(others) => others.push(place),
            None => excerpts.push(vec![place]),
        }
    }
    excerpts.iter().enumerate().fold(group, |group, (at, places)| draw_excerpt(group, shown, source, places, primary && at == 0))
}

/// Appends an excerpt to `group`. Its first place is the diagnostic's own if `primary`.
fn draw_excerpt<'a>(group: Group<'a>, shown: &'a Shown, source: &'a Source, places: &[Place<'a>], primary: bool) -> Group<'a> {
    let spans: Vec<Range<usize>> = places.iter().map(|place| place.span.clone()).collect();
    let Some(excerpt) = Excerpt::new(source, &spans) else {
        let (line, column) = spans.first().map_or((1, 1), |span| source.place(span.start));
        return group.element(Origin::path(&*shown.name).line(line).char_column(column));
    };
    let annotations: Vec<Annotation> = places
        .iter()
        .enumerate()
        .map(|(at, place)| {
            let kind = if primary && at == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            kind.span(excerpt.inside(&place.span)).label(place.label.map(printable))
        })
        .collect();
    let first_line = excerpt.first_line;
    group.element(Snippet::source(excerpt.text).path(&*shown.name).line_start(first_line).annotations(annotations))
}

/// The edits that mend it, drawn as the lines that they make, under the help.
fn draw_fix<'a>(shown: &'a Shown, diagnostic: &'a Diagnostic) -> Option<Group<'a>> {
    let source = shown.source.as_ref()?;
    let edits: Vec<(Range<usize>, Cow<str>)> = drawable(source, diagnostic)?.into_iter().map(|edit| below_line(source, edit)).collect();
    let spans: Vec<Range<usize>> = edits.iter().map(|(span, _)| span.clone()).collect();
    let excerpt = Excerpt::new(source, &spans).filter(|excerpt| excerpt.text.len() <= MAX_FIX_BYTES)?;
    let patches = edits.into_iter().map(|(span, text)| Patch::new(excerpt.inside(&span), printable(&text).into_owned()));
    let patches: Vec<Patch> = patches.collect();
    let help = diagnostic.help.as_deref().unwrap_or("write this");
    // Unlike all other texts, this one would be printed as it is.
    let title = Level::HELP.secondary_title(normalize_untrusted_str(&printable(help)));
    let first_line = excerpt.first_line;
    Some(title.element(Snippet::source(excerpt.text).path(&*shown.name).line_start(first_line).patches(patches)))
}

/// An edit as it is drawn: lines that are inserted above one are shown as lines below the one before, since otherwise the
/// line would look as if it went.
fn below_line<'a>(source: &Source, edit: &'a Edit) -> (Range<usize>, Cow<'a, str>) {
    let (span, text) = (edit.span.range(), edit.replacement.as_str());
    let Some(lines) = text.strip_suffix('\n').filter(|_| span.is_empty()) else { return (span, text.into()) };
    match source.text[..span.start].strip_suffix('\n') {
        Some(above) => (above.len()..above.len(), format!("\n{lines}").into()),
        None => (span, text.into()),
    }
}

/// The edits, if all of them are in the diagnostic's file, on few lines, apart from each other and at the bounds of characters.
fn drawable<'a>(source: &Source, diagnostic: &'a Diagnostic) -> Option<Vec<&'a Edit>> {
    let mut edits: Vec<&Edit> = diagnostic.fix.iter().collect();
    edits.sort_by_key(|edit| edit.span);
    let (first, last) = (edits.first()?.span.range(), edits.last()?.span.range());
    let lines = source.line(last.end).saturating_sub(source.line(first.start));
    let replaced: usize = edits.iter().map(|edit| edit.replacement.matches('\n').count()).sum();
    let is_whole = |edit: &&Edit| {
        edit.span.file == diagnostic.span.file && edit.span.start <= edit.span.end && source.text.get(edit.span.range()).is_some()
    };
    let apart = edits.windows(2).all(|pair| matches!(pair, [one, other] if one.span.end <= other.span.start));
    (lines + replaced < MAX_FIX_LINES && edits.iter().all(is_whole) && apart).then_some(edits)
}

#[cfg(test)]
mod tests;
