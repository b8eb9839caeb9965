//! The schemas say what the parsers read: the same names, on both sides.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde_json::Value;

use super::*;
use crate::check::REGISTRY;
use crate::rule::{Fault, FaultKind, Source, load};
use crate::vocabulary::{Entity, Measure};

/// The keys at a path of a schema.
fn keys(schema: &Value, path: &str) -> BTreeSet<String> {
    let object = schema.pointer(path).and_then(Value::as_object);
    object.map(|object| object.keys().cloned().collect()).unwrap_or_default()
}

/// The keys that a parser knows where it meets one that it does not.
fn known(faults: &[Fault]) -> BTreeSet<String> {
    let unknown = faults.iter().find_map(|fault| match &fault.kind {
        FaultKind::UnknownKey { known, .. } => Some(known),
        _ => None,
    });
    unknown.into_iter().flatten().map(|key| (*key).to_owned()).collect()
}

#[test]
fn the_configuration_has_the_keys_that_are_read() {
    let schema = config::schema();
    let read = |text: &str| known(&crate::config::parse(&Source::new("figlint.toml", text), 0).faults);
    assert_eq!(keys(&schema, "/properties"), read("zz = 1"));
    for name in ["group", "document", "override"] {
        let path = format!("/properties/{name}/items/properties");
        assert_eq!(keys(&schema, &path), read(&format!("[[{name}]]\npath = \"a\"\npaths = [\"a\"]\nzz = 1")), "{name}");
    }
}

#[test]
fn rule_files_have_the_keys_that_are_read() {
    let schema = rules::schema();
    let example = "id = \"a\"\ncheck = \"weekday\"\nseverity = \"error\"\ntitle = \"\"\nwhy = \"\"\n[[example]]\n\
                   text = \"\"\nfinds = []\nzz = 1";
    let faults = load([Source::new("a.toml", example)]).faults;
    assert_eq!(keys(&schema, "/properties/example/items/properties"), known(&faults));
    let unknown = toml::Table::from_iter([(rules::NO_NAME.to_owned(), toml::Value::Boolean(true))]);
    let fields = |message: String| rules::names(&message).into_iter().collect::<BTreeSet<_>>();
    let entity = Entity::deserialize(unknown.clone()).expect_err("it is none").message().to_owned();
    assert_eq!(keys(&schema, "/properties/entity/items/properties"), fields(entity));
    let measure = Measure::deserialize(unknown).expect_err("it is none").message().to_owned();
    assert_eq!(keys(&schema, "/properties/measure/items/properties"), fields(measure));
}

#[test]
fn checks_say_which_parameters_they_have() {
    let of = |name: &str| REGISTRY.iter().find(|(known, _)| *known == name).map(|(_, build)| rules::parameters(*build));
    assert!(of("sum").is_some_and(|names| names.contains(&"min-parts".to_owned())));
    assert_eq!(of("weekday"), Some(Vec::new()));
}

#[test]
fn facts_have_a_word_for_every_key() {
    let schema = facts::schema();
    for (key, value) in schema["$defs"]["fact"]["properties"].as_object().into_iter().flatten() {
        assert_ne!(value["description"], "", "{key}");
    }
}
