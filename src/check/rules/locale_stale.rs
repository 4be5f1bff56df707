//! Translations that are older than their source.

use crate::{
    check::{Check, Rule, Whole},
    diagnostic::{Diagnostic, LOCALE_STALE},
};

pub const RULE: Rule = Rule { codes: &[&LOCALE_STALE], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    for translation in whole.translations() {
        let (source, own) = whole.documents(&translation);
        let (Some(newest), Some(updated)) = (&source.front.updated, &own.front.updated) else { continue };
        if updated.value < newest.value {
            let message = format!("this text is of {}, its source `{}` of {}", updated.value, source.locale, newest.value);
            let help = "compare the texts, then write today's date here";
            found.push(Diagnostic::new(&LOCALE_STALE, updated.span, message).related(newest.span, "the source's date").help(help));
        }
    }
}
