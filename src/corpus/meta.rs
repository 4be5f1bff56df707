//! `meta.yaml` beside a guide: what holds for the guide in every language.

use super::{
    fields::{Fields, Keys},
    yaml,
};
use crate::{
    diagnostic::{Diagnostic, META_UNKNOWN_KEY, META_YAML},
    locale::Locale,
    text::{FileId, Span, Spanned},
};

/// The name of the file.
pub const FILE: &str = "meta.yaml";

/// The keys of the file.
pub const KEYS: &[&str] = &["id", "full_slug", "disable_languages", "translation_banner", "banner", "reference_category", "aliases"];

/// What a guide's `meta.yaml` says. Texts are never empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The guide's id, unique in the site: usually a UUID.
    pub id: Option<Spanned<String>>,
    /// An old address of the guide, as it was written.
    pub full_slug: Option<Spanned<String>>,
    /// The locales in which the guide is absent on purpose.
    pub disable_languages: Vec<Spanned<Locale>>,
    /// Whether the translations were made by a machine, and say so.
    pub translation_banner: bool,
    /// The name of a notice above the page.
    pub banner: Option<String>,
    /// The subject that the guide is filed under.
    pub reference_category: Option<String>,
    /// Addresses that lead here as well, as they were written.
    pub aliases: Vec<Spanned<String>>,
}

/// Reads a `meta.yaml`. A broken entry leaves the others.
pub fn read(file: FileId, text: &str) -> (Meta, Vec<Diagnostic>) {
    let (node, errors) = yaml::mapping(file, text);
    let mut fields = Fields::new(&META_YAML, &META_UNKNOWN_KEY);
    fields.diagnostics.extend(errors.into_iter().map(|error| error.into_diagnostic(&META_YAML)));
    let keys = fields.keys(&node, "`meta.yaml`", KEYS);
    let mut text = |key: &str| keys.get(key).and_then(|entry| fields.text(entry)).filter(|text| !text.value.is_empty());
    let (id, full_slug, banner, category) = (text("id"), text("full_slug"), text("banner"), text("reference_category"));
    let meta = Meta {
        id,
        full_slug,
        disable_languages: disable_languages(&mut fields, &keys),
        translation_banner: keys.get("translation_banner").and_then(|entry| fields.truth(entry)).unwrap_or(false),
        banner: banner.map(|text| text.value),
        reference_category: category.map(|text| text.value),
        aliases: keys.get("aliases").map_or_else(Vec::new, |entry| fields.texts(entry)),
    };
    fields.diagnostics.sort_by_key(|found| found.span.start);
    (meta, fields.diagnostics)
}

fn disable_languages(fields: &mut Fields, keys: &Keys<'_>) -> Vec<Spanned<Locale>> {
    let typed = keys.get("disable_languages").map_or_else(Vec::new, |entry| fields.texts(entry));
    typed.into_iter().filter_map(|typed| locale(fields, &typed.value, typed.span)).collect()
}

fn locale(fields: &mut Fields, label: &str, span: Span) -> Option<Spanned<Locale>> {
    let locale = Locale::parse(label);
    if locale.is_none() {
        fields.report(span, format!("`{label}` is no locale"), "write a language and a region: `fr-ca`");
    }
    locale.map(|value| Spanned { value, span })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        let diagnostics = read(FileId(0), text).1;
        diagnostics.into_iter().map(|found| format!("{} {}: {}", found.code.id, &text[found.span.range()], found.message)).collect()
    }

    #[test]
    fn everything_that_can_be_said() {
        let text = "full_slug: mail/phone\nid: 16fd1abf\ndisable_languages:\n- fr-CA\n- pl-pl\ntranslation_banner: true\nbanner: 'new'\nreference_category: mail\naliases: [a, b]";
        let (meta, diagnostics) = read(FileId(0), text);
        assert_eq!(diagnostics, []);
        assert_eq!(meta.id.map(|id| id.value).as_deref(), Some("16fd1abf"));
        let slug = meta.full_slug.unwrap();
        assert_eq!((&*slug.value, &text[slug.span.range()]), ("mail/phone", "mail/phone"));
        let disabled: Vec<&str> = meta.disable_languages.iter().map(|locale| locale.value.as_str()).collect();
        assert_eq!(disabled, ["fr-ca", "pl-pl"]);
        assert!(meta.translation_banner);
        assert_eq!((meta.banner.as_deref(), meta.reference_category.as_deref()), (Some("new"), Some("mail")));
        assert_eq!(meta.aliases.len(), 2);
    }

    #[test]
    fn mistakes_are_said_where_they_are() {
        assert_eq!(
            said("idd: x\ntranslation_banner: maybe\ndisable_languages: [fr, french language]\nid: [x]\n"),
            [
                "meta-unknown-key idd: unknown key `idd`",
                "meta-yaml-error maybe: `translation_banner` must be `true` or `false`",
                "meta-yaml-error french language: `french language` is no locale",
                "meta-yaml-error [x: `id` must be a text",
            ]
        );
    }

    #[test]
    fn a_broken_entry_leaves_the_others() {
        let text = "id: 16fd1abf\nbanner: a: b\ndisable_languages: fr-ca\n";
        assert_eq!(read(FileId(0), text).0.disable_languages.len(), 1);
        assert_eq!(said(text), ["meta-yaml-error :: not valid YAML: mapping values are not allowed in this context"]);
        assert_eq!(read(FileId(0), ""), Default::default());
    }
}
