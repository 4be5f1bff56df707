//! The JSON Schema of `polyguide.yaml`, from the table of its keys.

use super::keys::{CODE_NAMES, KEYS, Key, Kind};
use serde_json::{Map, Value, json};

/// What a locale looks like.
const LOCALE: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

/// The schema (draft 2020-12).
pub fn schema() -> Value {
    let mut schema = of_keys(KEYS);
    let head = [
        ("$schema", "https://json-schema.org/draft/2020-12/schema"),
        ("title", "polyguide.yaml"),
        ("description", "The configuration of a site of Polyguide."),
    ];
    for (key, value) in head {
        schema[key] = value.into();
    }
    schema
}

fn of(kind: &Kind) -> Value {
    match kind {
        Kind::Text => json!({ "type": ["string", "number"] }),
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Percent => json!({ "type": "integer", "minimum": 0, "maximum": 100 }),
        Kind::Address => json!({ "type": "string", "pattern": "^https?://" }),
        Kind::Locale => json!({ "type": "string", "pattern": LOCALE }),
        Kind::Texts => one_or_many(&of(&Kind::Text)),
        Kind::Locales => one_or_many(&of(&Kind::Locale)),
        Kind::OneOf(words) => json!({ "enum": words }),
        Kind::Keys(keys) => of_keys(keys),
        Kind::ByLocale(value) => {
            json!({ "type": ["object", "null"], "propertyNames": { "pattern": LOCALE }, "additionalProperties": of(value) })
        }
        Kind::ByCode(value) => {
            let properties: Map<String, Value> = CODE_NAMES.iter().map(|code| ((*code).to_owned(), of(value))).collect();
            json!({ "type": ["object", "null"], "properties": properties, "additionalProperties": false })
        }
    }
}

fn one_or_many(one: &Value) -> Value {
    json!({ "anyOf": [one, { "type": "array", "items": one }] })
}

/// A mapping with these keys and no others. Nothing is an empty mapping.
fn of_keys(keys: &[Key]) -> Value {
    let property = |key: &Key| {
        let mut value = of(&key.kind);
        value["description"] = key.about.into();
        (key.name.to_owned(), value)
    };
    let properties: Map<String, Value> = keys.iter().map(property).collect();
    json!({ "type": ["object", "null"], "properties": properties, "additionalProperties": false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{corpus::config::read, source::SourceTree};

    fn is_valid(yaml: &str) -> bool {
        let value: Value = serde_saphyr::from_str(yaml).unwrap();
        jsonschema::validator_for(&schema()).unwrap().is_valid(&value)
    }

    #[test]
    fn what_the_project_ships_is_valid() {
        assert!(is_valid(include_str!("../../../polyguide.yaml")));
        assert!(is_valid(include_str!("../../commands/new/polyguide.yaml")));
        assert!(is_valid("locales:\n  de:\n  fr: { fallback: [de], name: Français }\n"));
    }

    #[test]
    fn what_is_refused_when_it_is_read_is_not_valid() {
        for yaml in [
            "titel: A",
            "base_url: guides.example.net",
            "source_locale: fr_FR_x",
            "max_untranslated: 101",
            "stale_notice: 1",
            "locales: { fr: { fallbacks: [de] } }",
            "check: { severity: { callout-cases: off } }",
            "check: { severity: { callout-case: bad } }",
            "check: { external: { ignored: x } }",
        ] {
            assert!(!is_valid(yaml), "{yaml}");
            assert!(!read(&SourceTree::from_memory([("polyguide.yaml", yaml)])).1.is_empty(), "{yaml}");
        }
    }

    #[test]
    fn every_key_that_is_read_is_in_the_schema() {
        let schema = schema();
        let is_known = |pointer: String| assert!(schema.pointer(&pointer).is_some(), "{pointer}");
        let read =
            include_str!("raw.rs").split("get(\"").chain(include_str!("raw.rs").split("text(\"")).filter_map(|rest| rest.split_once("\")"));
        for key in read.map(|(key, _)| key).filter(|key| key.bytes().all(|byte| byte == b'_' || byte.is_ascii_lowercase())) {
            let places = ["", "/properties/locales/additionalProperties", "/properties/check", "/properties/check/properties/external"];
            let is_there = |place: &&str| schema.pointer(&format!("{place}/properties/{key}")).is_some();
            assert!(places.iter().any(is_there), "{key}");
        }
        is_known("/properties/check/properties/severity/properties/callout-case".into());
    }
}
