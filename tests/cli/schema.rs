//! `docs/schema/` is what `figlint schema` prints, and the files that come with figlint fit it.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::json_schema::fault;
use crate::pages::page;
use crate::project::{Project, stdout};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A schema as the program prints it.
pub(crate) fn schema(name: &str) -> Value {
    let printed = stdout(&Project::new(&[]).run(&format!("schema {name}")).success());
    serde_json::from_str(&printed).expect("a schema is JSON")
}

#[test]
fn the_published_schemas_are_those_of_the_program() {
    for name in ["config", "rules", "facts"] {
        let printed = stdout(&Project::new(&[]).run(&format!("schema {name}")).success());
        page(&root().join(format!("docs/schema/{name}.json")), &printed);
    }
}

#[test]
fn the_files_that_come_with_figlint_fit() {
    let rules = schema("rules");
    let mut seen = 0;
    for pack in std::fs::read_dir(root().join("rules")).expect("there are rules").flatten() {
        for file in std::fs::read_dir(pack.path()).expect("a pack is a folder").flatten() {
            fits(&rules, &file.path());
            seen += 1;
        }
    }
    assert!(seen > 20);
    let examples = root().join("examples");
    for file in ["long-sums.toml", "berths.toml", "long-piers.toml", "names.toml"] {
        fits(&rules, &examples.join(file));
    }
    fits(&schema("config"), &examples.join("figlint.toml"));
    let facts = schema("facts");
    for set in ["reference.toml", "sets/short.toml", "sets/facts.json"] {
        fits(&facts, &examples.join(set));
    }
}

#[test]
fn what_does_not_fit_is_told() {
    let wrong = |name: &str, text: &str| {
        let schema = schema(name);
        let table: toml::Table = text.parse().expect("it is TOML");
        fault(&schema, &json(&toml::Value::Table(table))).expect("it does not fit")
    };
    assert_eq!(wrong("config", "fail-on = \"eror\""), "/fail-on: \"eror\" is none of the words");
    assert_eq!(wrong("config", "refrences = []"), ": no key refrences");
    assert_eq!(wrong("config", "rules = \"a\""), "/rules: not a array");
    assert_eq!(wrong("config", "[[override]]\nignore = []"), "/override/0: paths is missing");
    assert_eq!(wrong("config", "[widths]\nround = 1"), "/widths: no key round");
    assert!(wrong("facts", "[[fact]]\nid = \"a\"").contains("nothing of anyOf"));
    let rule = "id = \"a\"\ncheck = \"sum\"\nseverity = \"error\"\ntitle = \"\"\nwhy = \"\"\n";
    assert_eq!(wrong("rules", &format!("{rule}min-part = 3")), ": no key min-part");
}

/// Holds a TOML or JSON file against a schema.
#[track_caller]
fn fits(schema: &Value, path: &PathBuf) {
    let text = std::fs::read_to_string(path).expect("it can be read");
    let value = if path.extension().is_some_and(|ending| ending == "json") {
        serde_json::from_str(&text).expect("it is JSON")
    } else {
        json(&toml::Value::Table(text.parse().expect("it is TOML")))
    };
    if let Some(wrong) = fault(schema, &value) {
        panic!("{}{wrong}", path.display());
    }
}

/// TOML as editors hold it against a schema: dates are strings.
pub(crate) fn json(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::from(text.as_str()),
        toml::Value::Integer(number) => Value::from(*number),
        toml::Value::Float(number) => Value::from(*number),
        toml::Value::Boolean(value) => Value::from(*value),
        toml::Value::Datetime(moment) => Value::from(moment.to_string()),
        toml::Value::Array(list) => list.iter().map(json).collect(),
        toml::Value::Table(table) => table.iter().map(|(key, value)| (key.clone(), json(value))).collect(),
    }
}
