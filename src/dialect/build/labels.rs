//! Tabs and FAQ: labels at the quote's own depth, bodies one deeper.

use super::{
    Builder,
    frames::{take_anchors, trim},
    quotes::take_line,
};
use crate::{
    diagnostic::{Diagnostic, TABS_DUPLICATE_LABEL, TABS_EMPTY, TABS_NO_LABEL, TABS_STEP_GAP, TABS_STEP_LABEL},
    dialect::{
        plain_text,
        tree::{Block, BlockKind, Inline, InlineKind, Tab, TabsKind},
    },
    text::{Span, trimmed},
};
use std::collections::BTreeMap;

/// The word for a step in the languages of guides, in lower case.
const STEP_WORDS: &[&str] = &[
    "étape",
    "etape",
    "step",
    "schritt",
    "paso",
    "passo",
    "passaggio",
    "fase",
    "etap",
    "krok",
    "etapa",
    "stap",
    "steg",
    "trin",
    "vaihe",
    "adım",
    "lépés",
    "pas",
    "шаг",
    "крок",
    "الخطوة",
    "خطوة",
    "步骤",
    "ステップ",
    "手順",
    "단계",
];

impl Builder<'_> {
    pub(super) fn tabs(&mut self, blocks: Vec<Block>) -> BlockKind {
        let mut tabs = group(blocks, true);
        for tab in &mut tabs {
            tab.anchors.extend(take_anchors(&mut tab.label));
            unwrap_bold(&mut tab.label);
        }
        let labels: Vec<String> = tabs.iter().map(|tab| plain_text(&tab.label).trim().to_owned()).collect();
        let kind = if are_steps(&labels) { TabsKind::Steps } else { TabsKind::Alternatives };
        self.check_tabs(&tabs, &labels);
        if kind == TabsKind::Steps {
            self.check_steps(&tabs, &labels);
        }
        BlockKind::Tabs { kind, tabs }
    }

    fn check_tabs(&mut self, tabs: &[Tab], labels: &[String]) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for (tab, label) in tabs.iter().zip(labels) {
            if label.is_empty() {
                self.complain(&TABS_NO_LABEL, tab.span, "this content has no label", "put `> **Label**` on the line above it");
            } else if let Some(first) = seen.insert(label, tab.span) {
                let message = format!("the label `{label}` stands twice");
                let diagnostic = Diagnostic::new(&TABS_DUPLICATE_LABEL, tab.span, message)
                    .help("give each tab a label of its own; other renderers merge these")
                    .related(first, "first here");
                self.diagnostics.push(diagnostic);
            }
            if tab.blocks.is_empty() {
                self.complain(&TABS_EMPTY, tab.span, "this tab has no content", "write its content on lines that start with `>>`");
            }
        }
    }

    /// A step that is called by another word than the others of its series.
    fn odd_step(&mut self, tab: &Tab, word: &str, usual: &str) {
        let message = format!("`{word}` is the odd one out: the other steps are called `{usual}`");
        let diagnostic = Diagnostic::new(&TABS_STEP_LABEL, tab.span, message).help("use the same word for all steps");
        let place = self.source.written_at(tab.span).and_then(|label| label.find(word)).map(|at| {
            let start = tab.span.start as usize + at;
            Span::new(tab.span.file, start..start + word.len())
        });
        self.diagnostics.push(match place {
            Some(place) => diagnostic.unsafe_fix(place, usual),
            None => diagnostic,
        });
    }

    fn check_steps(&mut self, tabs: &[Tab], labels: &[String]) {
        let steps: Vec<Option<(&str, u32)>> = labels.iter().map(|label| step(label)).collect();
        let mut words: BTreeMap<String, usize> = BTreeMap::new();
        for (word, _) in steps.iter().flatten() {
            *words.entry(word.to_lowercase()).or_default() += 1;
        }
        let usual = words.iter().max_by_key(|(_, count)| **count).map(|(word, _)| word.clone()).unwrap_or_default();
        let written = steps.iter().flatten().map(|(word, _)| *word).find(|word| word.to_lowercase() == usual).unwrap_or_default();
        for (at, (tab, step)) in tabs.iter().zip(&steps).enumerate() {
            let Some((word, number)) = step else { continue };
            if word.to_lowercase() != usual {
                self.odd_step(tab, word, written);
            }
            let before = at.checked_sub(1).and_then(|at| steps[at]).map_or(0, |(_, number)| number);
            if *number != before + 1 && (at > 0 || *number != 0) {
                let message = if at == 0 {
                    format!("the first step has the number {number}")
                } else {
                    format!("step {number} follows on step {before}")
                };
                self.complain(&TABS_STEP_GAP, tab.span, message, "number the steps from 1 without gaps");
            }
        }
    }
}

/// Labels with their bodies: a paragraph or heading of the quote itself is a label, a quote in it a body.
pub fn group(blocks: Vec<Block>, one_line: bool) -> Vec<Tab> {
    let mut tabs: Vec<Tab> = Vec::new();
    for block in blocks {
        match block.kind {
            BlockKind::Quote(body) => last(&mut tabs, block.span).blocks.extend(body),
            BlockKind::Paragraph(label) | BlockKind::Plain(label) if one_line => add_labels(&mut tabs, label, block.span),
            BlockKind::Paragraph(label) | BlockKind::Plain(label) => tabs.push(tab(label, block.span)),
            BlockKind::Heading { inlines, anchors, .. } => tabs.push(Tab { anchors, ..tab(inlines, block.span) }),
            kind => last(&mut tabs, block.span).blocks.push(Block { span: block.span, kind }),
        }
    }
    tabs
}

/// Each line is a label; text below a bold label that is not bold itself is its body.
fn add_labels(tabs: &mut Vec<Tab>, mut inlines: Vec<Inline>, span: Span) {
    let mut first_is_bold = None;
    while !inlines.is_empty() {
        let mut line = take_line(&mut inlines);
        trim(&mut line);
        let Some(place) = line.first().map(|inline| inline.span) else { continue };
        let is_bold = matches!(&line[..], [Inline { kind: InlineKind::Strong(_), .. }]) || step(&plain_text(&line)).is_some();
        if first_is_bold == Some(true) && !is_bold {
            last(tabs, place).blocks.push(Block { span: place, kind: BlockKind::Paragraph(line) });
        } else {
            first_is_bold.get_or_insert(is_bold);
            tabs.push(tab(line, if place.file == span.file { place } else { span }));
        }
    }
}

fn tab(label: Vec<Inline>, span: Span) -> Tab {
    Tab { span, label, anchors: Vec::new(), blocks: Vec::new() }
}

fn last(tabs: &mut Vec<Tab>, span: Span) -> &mut Tab {
    if tabs.is_empty() {
        tabs.push(tab(Vec::new(), span));
    }
    let last = tabs.len() - 1;
    &mut tabs[last]
}

fn unwrap_bold(label: &mut Vec<Inline>) {
    trim(label);
    if let [Inline { kind: InlineKind::Strong(inside), .. }] = &mut label[..] {
        *label = std::mem::take(inside);
        trim(label);
    }
}

/// The word and number of a step's label: `Step 3`, `Étape 3 : save`, `ステップ3`.
pub fn step(label: &str) -> Option<(&str, u32)> {
    let label = trimmed(label);
    let digit = label.find(|letter: char| letter.is_numeric())?;
    let word = label[..digit].trim();
    let known = STEP_WORDS.contains(&word.to_lowercase().as_str());
    let digits: String = label[digit..]
        .chars()
        .map_while(|letter| letter.to_digit(10).or_else(|| arabic_digit(letter)))
        .map(|digit| digit.to_string())
        .collect();
    known.then(|| digits.parse().ok().map(|number| (word, number)))?
}

fn arabic_digit(letter: char) -> Option<u32> {
    ('\u{660}'..='\u{669}').contains(&letter).then(|| u32::from(letter) - 0x660)
}

/// Whether most labels are those of steps.
fn are_steps(labels: &[String]) -> bool {
    let steps = labels.iter().filter(|label| step(label).is_some()).count();
    steps > 0 && steps * 2 >= labels.len()
}
