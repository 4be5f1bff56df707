//! Links whose texts say nothing: "here", "click here". Readers who jump from link to link hear only these words.

use crate::{
    check::{Check, Rule, guide::Guide, lexicon::Signs, prose::plain_text},
    diagnostic::{Diagnostic, LINK_VAGUE},
    dialect::{
        tree::{Inline, InlineKind},
        walk,
    },
};

pub const RULE: Rule = Rule { codes: &[&LINK_VAGUE], check: Check::Guide(check) };

/// By language, the texts that stand for "here".
const VAGUE: &[(&str, &[&str])] = &[
    ("en", &["here", "click here", "this link", "link", "this page", "this guide", "this article", "read more", "more", "learn more"]),
    (
        "fr",
        &[
            "ici",
            "cliquez ici",
            "cliquer ici",
            "ce lien",
            "lien",
            "cette page",
            "ce guide",
            "cet article",
            "en savoir plus",
            "lire la suite",
        ],
    ),
    (
        "de",
        &["hier", "hier klicken", "klicken sie hier", "diesen link", "dieser link", "link", "diese seite", "mehr erfahren", "weiterlesen"],
    ),
    (
        "es",
        &["aquí", "haga clic aquí", "haz clic aquí", "este enlace", "enlace", "esta página", "esta guía", "más información", "leer más"],
    ),
    ("it", &["qui", "clicca qui", "cliccare qui", "questo link", "link", "questa pagina", "questa guida", "maggiori informazioni"]),
    ("pl", &["tutaj", "tu", "kliknij tutaj", "kliknij tu", "ten link", "link", "ta strona", "więcej", "dowiedz się więcej"]),
    ("pt", &["aqui", "clique aqui", "esta ligação", "este link", "link", "esta página", "este guia", "mais informações", "saiba mais"]),
    ("nl", &["hier", "klik hier", "deze link", "deze pagina", "lees meer"]),
    ("ar", &["هنا", "انقر هنا", "اضغط هنا", "هذا الرابط", "المزيد"]),
];

fn check(guide: &Guide, found: &mut Vec<Diagnostic>) {
    let language = guide.document.locale.language();
    let Some((_, vague)) = VAGUE.iter().find(|(known, _)| *known == language) else { return };
    guide.with_signs(Signs::LINK.and(Signs::ACTION)).for_each(|passage| links(passage.inlines, vague, found));
}

fn links(inlines: &[Inline], vague: &[&str], found: &mut Vec<Diagnostic>) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Link { inlines: text, .. } => {
                let text = plain_text(text);
                let said = text.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
                // Who quotes the title of a section says where the link leads.
                let is_title = text.trim_start().starts_with(['«', '„', '“', '"']);
                if !is_title && vague.contains(&said.as_str()) {
                    let message = format!("the text `{}` does not say where this link leads", text.trim());
                    found.push(Diagnostic::new(&LINK_VAGUE, inline.span, message).help("let the words that name its target be the link"));
                }
            }
            _ => links(walk::inside(inline), vague, found),
        }
    }
}
