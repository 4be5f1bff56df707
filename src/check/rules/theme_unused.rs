//! Styles, scripts and templates of the site that no page is made of.

use crate::{
    check::{Check, Rule, Whole},
    diagnostic::{Diagnostic, THEME_UNUSED},
    render::unused,
    text::Span,
};

pub const RULE: Rule = Rule { codes: &[&THEME_UNUSED], check: Check::Site(check) };

fn check(whole: &Whole, found: &mut Vec<Diagnostic>) {
    for unused in unused(whole.tree) {
        let message = format!("no page is made of `{}`", whole.tree.path(unused.file));
        found.push(Diagnostic::new(&THEME_UNUSED, Span::top(unused.file), message).help(unused.help));
    }
}
