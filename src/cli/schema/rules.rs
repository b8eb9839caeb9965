//! The schema of rule files and of vocabulary.

use serde_json::{Map, Value, json};

use super::{day, document, one_of, string, strings, table, tables, vocabulary};
use crate::check::{Build, Parameters, REGISTRY};
use crate::rule::SEVERITIES;

pub(super) fn schema() -> Value {
    let mut properties = vocabulary();
    let own = json!({
        "id": { "type": "string", "description": "The rule's id, which is the name of its file", "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$" },
        "check": { "description": "The algorithm", "enum": REGISTRY.iter().map(|(name, _)| *name).collect::<Vec<_>>() },
        "severity": one_of("Of a clear contradiction", SEVERITIES),
        "title": string("What is wrong when it finds something, in one line"),
        "why": string("What an editor needs to know"),
        "passed-one": string("What one figure that is right is called in the closing lines"),
        "passed": string("What several of them are called"),
        "example": tables("Texts with what must be found in them", &example()),
    });
    if let Value::Object(own) = own {
        properties.extend(own);
    }
    let common: Vec<String> = properties.keys().cloned().collect();
    let parameters = REGISTRY.iter().map(|(name, build)| {
        let names: Vec<String> = common.iter().cloned().chain(parameters(*build)).collect();
        json!({
            "if": { "properties": { "check": { "const": name } }, "required": ["check"] },
            "then": { "propertyNames": { "enum": names } },
        })
    });
    let rule = json!(["id", "check", "severity", "title", "why"]);
    let body = json!({
        "type": "object",
        "properties": properties,
        "anyOf": [{ "required": rule }, { "required": ["entity"] }, { "required": ["measure"] }],
        "allOf": parameters.collect::<Vec<_>>(),
    });
    document("rules", "A rule file or vocabulary of figlint", body)
}

fn example() -> Value {
    let other =
        table(json!({ "path": string("Its path"), "date": day("Its date"), "text": string("The text") }), &["text"]);
    let mut all = Map::new();
    if let Value::Object(keys) = json!({
        "text": string("The text"),
        "finds": strings("What must be found, as it stands in the text; empty: nothing"),
        "date": day("The day on which the text was written"),
        "title": string("Its headline"),
        "format": { "description": "How it is read", "enum": ["txt", "md", "html"] },
        "reference": string("A reference set in TOML"),
        "severity": one_of("What every finding must be", SEVERITIES),
        "others": tables("Texts that are checked together with it", &other),
    }) {
        all = keys;
    }
    table(Value::Object(all), &["text", "finds"])
}

/// The names of a check's own parameters, by what it says of one that it does not have.
pub(super) fn parameters(build: Build) -> Vec<String> {
    let unknown = toml::Table::from_iter([(NO_NAME.to_owned(), toml::Value::Boolean(true))]);
    match build(&Parameters::new(&unknown)) {
        Ok(_) => Vec::new(),
        Err(fault) => names(&fault.message),
    }
}

/// No parameter is called so.
pub(super) const NO_NAME: &str = "?";

/// The names in serde's "unknown field `?`, expected one of `a`, `b`".
pub(super) fn names(message: &str) -> Vec<String> {
    let names = message.split('`').skip(1).step_by(2).map(str::to_owned);
    names.filter(|name| name != NO_NAME).collect()
}
