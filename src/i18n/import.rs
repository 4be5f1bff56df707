//! Translated files as catalogs.

use super::{
    Change,
    merge::{Merge, merge},
    project::{GuideFiles, Project, change},
};
use crate::{
    corpus::{
        catalog::{Catalog, TRANSLATION},
        units::{SourceText, Unit, align, translatable},
        yaml,
    },
    diagnostic::Diagnostic,
    locale::Locale,
    path::SourcePath,
    text::FileId,
};
use rayon::prelude::*;

/// A translated file that was taken into a catalog.
pub struct Imported {
    /// The catalog, unless it is as it was.
    pub change: Option<Change>,
    /// The file.
    pub file: SourcePath,
    /// The translations that it gave.
    pub texts: usize,
    /// What has no counterpart, or another one than in the same place.
    pub remarks: Vec<Remark>,
    /// Why nothing was taken over: what of the catalog that is there cannot be read.
    pub refused: Vec<Diagnostic>,
}

impl Imported {
    /// Whether the file says something that no catalog says.
    pub fn loses_texts(&self) -> bool {
        !self.refused.is_empty() || self.remarks.iter().any(|remark| remark.what.is_left_out())
    }
}

/// What could not be taken over as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// In which file.
    pub path: SourcePath,
    /// In which line.
    pub line: usize,
    /// What about it.
    pub what: Odd,
    /// The text.
    pub text: String,
}

/// What is odd about a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Odd {
    /// It is in the source, and in the translation nowhere.
    NotTranslated,
    /// It says in the translation what it says in the source.
    Copied,
    /// It is in the translation, and in the source nowhere.
    NotInSource,
    /// Its translation stands elsewhere in the file, and will stand where the source has it.
    Moved,
    /// It needs no translation, and is another than in the source, which will be shown.
    Differs,
}

impl Odd {
    /// Whether the file has a text that its catalog will not have.
    pub fn is_left_out(self) -> bool {
        matches!(self, Self::NotInSource | Self::Differs)
    }

    /// What people are told.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotTranslated => "has no translation in the file",
            Self::Copied => "is the same as in the source, and is taken as not translated",
            Self::NotInSource => "has no counterpart in the source, and is left out",
            Self::Moved => "stands elsewhere than in the source, whose order counts",
            Self::Differs => "differs from the source, whose text is shown",
        }
    }
}

/// What a file says in a catalog: the catalog, the number of translations, and what was odd.
pub struct Taken {
    /// The catalog.
    pub catalog: Catalog,
    /// The translations that the file gave.
    pub texts: usize,
    /// For each oddity the place among the units of the source, or of the translation where it is there alone or elsewhere.
    pub odd: Vec<(Odd, usize)>,
}

/// Takes the texts of a guide that was translated into `locale` into a catalog.
pub fn take(source: &SourceText, translation: &SourceText, mut catalog: Catalog, locale: &Locale, project: &Project) -> Taken {
    let alignment = align(source, translation, &project.corpus.vocabulary);
    let entries: Vec<usize> = (0..catalog.entries.len()).filter(|at| !catalog.entries[*at].is_obsolete).collect();
    let mut next_entry = entries.into_iter();
    let is_regional = locale.same_language(&project.corpus.config.source_locale);
    let (mut odd, mut texts) = (Vec::new(), 0);
    for (at, (unit, pair)) in source.units.iter().zip(&alignment.pairs).enumerate() {
        let own = pair.map(|pair| &translation.units[pair]);
        if !unit.is_offered {
            let is_same = |own: &Unit| own.text == unit.text || own.code().is_some_and(|code| unit.code() == Some(code));
            let differs = !own.is_some_and(is_same);
            odd.extend(differs.then_some((Odd::Differs, at)));
            continue;
        }
        let Some(entry) = next_entry.next().map(|at| &mut catalog.entries[at]) else { break };
        match own {
            // What a translator left alone in the catalog that is there stays as it is.
            Some(own) if !is_regional && is_copy(own, unit) && entry.translation != own.text => odd.push((Odd::Copied, at)),
            Some(own) => {
                entry.translation.clone_from(&own.text);
                (entry.is_fuzzy, entry.previous) = (false, None);
                texts += 1;
            }
            None => odd.push((Odd::NotTranslated, at)),
        }
    }
    odd.extend(alignment.moved.iter().filter_map(|at| Some((Odd::Moved, alignment.pairs[*at]?))));
    let is_paired = |at: &usize| alignment.pairs.contains(&Some(*at));
    odd.extend((0..translation.units.len()).filter(|at| !is_paired(at)).map(|at| (Odd::NotInSource, at)));
    if let Some(translator) = translation.translator() {
        catalog.set_field(TRANSLATION, translator.as_str());
    }
    Taken { catalog, texts, odd }
}

/// Whether a text of several words was not translated: it is the same as its source, and no name. Most words of a name keep
/// their capitals in all languages.
fn is_copy(own: &Unit, source: &Unit) -> bool {
    if own.text != source.text {
        return false;
    }
    let words = translatable(&own.text);
    let firsts = words.split_whitespace().skip(1).filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    let (capital, small): (Vec<char>, Vec<char>) = firsts.filter(|first| first.is_alphabetic()).partition(|first| first.is_uppercase());
    small.len() > capital.len()
}

impl Project<'_> {
    /// Takes the translated files of guides into catalogs.
    pub fn import(&self, locales: &[Locale]) -> Vec<Imported> {
        let of_guide = |guide: &GuideFiles| {
            let files: Vec<(&Locale, FileId)> = locales.iter().filter_map(|locale| Some((locale, guide.file(locale)?))).collect();
            let source = if files.is_empty() { None } else { self.source(guide) };
            let Some(source) = source else { return Vec::new() };
            let (template, _) = self.template(guide, &source);
            let import = |(locale, file)| self.import_file(guide, locale, file, &source, &template);
            files.into_iter().filter_map(import).collect::<Vec<_>>()
        };
        self.guides.par_iter().flat_map_iter(of_guide).collect()
    }

    fn import_file(&self, guide: &GuideFiles, locale: &Locale, file: FileId, source: &SourceText, template: &Catalog) -> Option<Imported> {
        let text = yaml::load(self.tree, file).ok()?;
        let translation = SourceText::read(file, &text, &self.corpus.vocabulary);
        let path = guide.path.catalog(locale);
        let before = match self.whole_catalog(&path) {
            Ok(before) => before,
            Err(refused) => {
                let file = self.tree.path(file).clone();
                return Some(Imported { change: None, file, texts: 0, remarks: Vec::new(), refused });
            }
        };
        let (catalog, _) = merge(template, before.as_ref().map(|(catalog, _)| catalog), locale, Merge::default());
        let taken = take(source, &translation, catalog, locale, self);
        let place = |unit: &Unit, file: FileId, what: Odd| Remark {
            path: self.tree.path(file).clone(),
            line: unit.line,
            what,
            text: unit.text.clone(),
        };
        let remark = |(what, at): &(Odd, usize)| match what {
            Odd::NotInSource | Odd::Moved => place(&translation.units[*at], file, *what),
            _ => place(&source.units[*at], guide.source, *what),
        };
        let remarks = taken.odd.iter().map(remark).filter(|remark| remark.what != Odd::Differs || !remark.text.is_empty()).collect();
        let before = before.map(|(_, text)| text);
        let after = self.named(taken.catalog, (guide, source), locale).to_text_over(before.as_deref().unwrap_or_default());
        let change = change(&path, before, after);
        Some(Imported { change, file: self.tree.path(file).clone(), texts: taken.texts, remarks, refused: Vec::new() })
    }
}
