//! Which texts of its source a translated file was made from: a line for each, with its fingerprint, readable in a diff.

use super::pair;
use crate::corpus::units::{Fingerprint, SourceText, Unit, UnitKind, plain_text};

/// How much of a text its line shows.
const MAX_SHOWN: usize = 60;

/// The texts that a translation was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Synced {
    /// Each with its beginning, in order.
    pub texts: Vec<(Fingerprint, String)>,
}

/// What became of a source since its translation was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// The units that are new, or others than they were.
    pub changed: Vec<usize>,
    /// The beginnings of texts that are gone.
    pub gone: Vec<String>,
}

impl Drift {
    /// Whether nothing changed.
    pub fn is_none(&self) -> bool {
        self.changed.is_empty() && self.gone.is_empty()
    }
}

impl Synced {
    /// The texts of a source as they are now.
    pub fn of(source: &SourceText) -> Self {
        let text = |unit: &Unit| {
            let words = plain_text(&unit.text);
            let shown: String = words.chars().take(MAX_SHOWN).collect();
            (unit.fingerprint(), format!("{} {shown}", unit.kind.as_str()).trim_end().to_owned())
        };
        Self { texts: units(source).map(|(_, unit)| text(unit)).collect() }
    }

    /// Reads the file.
    pub fn parse(text: &str) -> Self {
        let line = |line: &str| {
            let (fingerprint, rest) = line.split_once(' ').unwrap_or((line, ""));
            Some((Fingerprint::parse(fingerprint)?, rest.trim().to_owned()))
        };
        Self { texts: text.lines().filter_map(line).collect() }
    }

    /// What stands for the texts, in order.
    pub fn fingerprints(&self) -> impl Iterator<Item = Fingerprint> {
        self.texts.iter().map(|(fingerprint, _)| *fingerprint)
    }

    /// The file's text; `source` and `translation` are the paths of both.
    pub fn to_text(&self, source: &str, translation: &str) -> String {
        let mut out = format!(
            "# The texts of {source} that {translation} was made from.\n# Once it says what they say now, `polyguide i18n sync` writes them anew.\n"
        );
        for (fingerprint, text) in &self.texts {
            out.push_str(format!("{fingerprint} {text}").trim_end());
            out.push('\n');
        }
        out
    }

    /// What became of the source since then. Texts that only moved are the same.
    pub fn drift(&self, source: &SourceText) -> Drift {
        let (places, new): (Vec<usize>, Vec<Fingerprint>) = units(source).map(|(at, unit)| (at, unit.fingerprint())).unzip();
        let old: Vec<Fingerprint> = self.fingerprints().collect();
        let pairs = pair::same(&new, &old);
        let is_there = |at: &usize| pairs.contains(&Some(*at));
        let changed: Vec<usize> = (0..new.len()).filter(|at| pairs[*at].is_none()).map(|at| places[at]).collect();
        let mut gone: Vec<String> = (0..old.len()).filter(|at| !is_there(at)).map(|at| self.texts[at].1.clone()).collect();
        // A text that changed is one and not two.
        for at in &changed {
            let kind = source.units[*at].kind.as_str();
            if let Some(other) = gone.iter().position(|gone| gone.split(' ').next() == Some(kind)) {
                gone.remove(other);
            }
        }
        Drift { changed, gone }
    }
}

/// The units that are noted, with their places among all: comments are part of their code.
fn units(source: &SourceText) -> impl Iterator<Item = (usize, &Unit)> {
    source.units.iter().enumerate().filter(|(_, unit)| unit.kind != UnitKind::Comment)
}
