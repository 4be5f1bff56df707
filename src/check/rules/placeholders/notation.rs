//! Two notations on one page that are both right: the mark in bold, and the mark as it is.

use crate::{
    check::guide::Guide,
    diagnostic::{Diagnostic, PLACEHOLDER_NOTATION},
    text::Span,
};

pub fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let (mut bold, mut plain): (Vec<Span>, Vec<Span>) = (Vec::new(), Vec::new());
    // Code cannot be bold.
    for host in guide.hosts.iter().filter(|host| !host.in_code) {
        let written = guide.source_at(host.span);
        if is_bold(written) {
            bold.push(host.span);
        } else if !written.contains(['*', '<', '`', '[']) {
            plain.push(host.span);
        }
    }
    let (few, many, name) = if bold.len() > plain.len() { (plain, bold, "bold") } else { (bold, plain, "plain") };
    let Some(first) = many.first() else { return };
    for span in few {
        let message = format!("the mark of this placeholder is {name} elsewhere on the page");
        found.push(Diagnostic::new(&PLACEHOLDER_NOTATION, span, message).related(*first, "as here").help("write all of them alike"));
    }
}

/// `pro**?**.example.net`; other asterisks are told of where the text is read.
fn is_bold(written: &str) -> bool {
    written.matches("**").count() == 2 && written.matches('*').count() == 4 && !written.starts_with('*')
}
