//! The same picture at different steps.

use crate::{
    check::{
        Check, Rule,
        guide::{Guide, Picture},
    },
    diagnostic::{Diagnostic, IMAGE_REUSED},
};
use rustc_hash::FxHashMap;

pub const RULE: Rule = Rule { codes: &[&IMAGE_REUSED], check: Check::Guide(check) };

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let mut first: FxHashMap<&str, &Picture> = FxHashMap::default();
    for picture in &guide.pictures {
        if !picture.is_figure || picture.image.address.is_empty() {
            continue;
        }
        let Some(earlier) = first.get(&*picture.image.address) else {
            first.insert(&picture.image.address, picture);
            continue;
        };
        if !are_alternatives(earlier, picture) {
            let message = format!("`{}` stands at another step already", picture.image.address);
            found.push(
                Diagnostic::new(&IMAGE_REUSED, picture.image.span, message)
                    .related(earlier.image.span, "the first time here")
                    .help("show here what a reader sees at this step"),
            );
        }
    }
}

/// Whether a reader sees only one of two pictures: they stand in different tabs of a block.
fn are_alternatives(one: &Picture, other: &Picture) -> bool {
    one.alternatives.iter().any(|(block, tab)| other.alternatives.iter().any(|(same, another)| block == same && tab != another))
}
