//! `docs/schema/` is what `figlint schema` prints, and the files that come with figlint fit it. The validator knows the
//! few keywords that the schemas use.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::pages::page;
use crate::project::{Project, stdout};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema(name: &str) -> Value {
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
        check(&schema, &schema, &json(&toml::Value::Table(table)), "").expect_err("it does not fit")
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
    if let Err(wrong) = check(schema, schema, &value, "") {
        panic!("{}{wrong}", path.display());
    }
}

/// TOML as editors hold it against a schema: dates are strings.
fn json(value: &toml::Value) -> Value {
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

/// Whether a value fits, or where it does not.
fn check(root: &Value, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    for (keyword, wanted) in schema.as_object().into_iter().flatten() {
        let parts = || wanted.as_array().into_iter().flatten();
        match keyword.as_str() {
            "$ref" => {
                let path = wanted.as_str().and_then(|path| path.strip_prefix('#')).expect("it points into the schema");
                check(root, root.pointer(path).expect("it points at something"), value, at)?;
            }
            "type" => {
                let is = |name: &Value| match name.as_str() {
                    Some("object") => value.is_object(),
                    Some("array") => value.is_array(),
                    Some("string") => value.is_string(),
                    Some("number") => value.is_number(),
                    Some("boolean") => value.is_boolean(),
                    other => panic!("the type {other:?} is not known here"),
                };
                if !(is_text(wanted) && is(wanted) || parts().any(is)) {
                    return Err(format!("{at}: not a {}", wanted.as_str().unwrap_or("value of the types")));
                }
            }
            "enum" if !parts().any(|word| word == value) => {
                return Err(format!("{at}: {value} is none of the words"));
            }
            "const" if wanted != value => return Err(format!("{at}: not {wanted}")),
            "required" => {
                if let Some(key) = parts().find(|key| key.as_str().is_some_and(|key| value.get(key).is_none())) {
                    return Err(format!("{at}: {} is missing", key.as_str().unwrap_or_default()));
                }
            }
            "properties" | "additionalProperties" => {
                for (key, inner) in value.as_object().into_iter().flatten() {
                    let below = format!("{at}/{key}");
                    let named = schema["properties"].get(key);
                    match (keyword.as_str(), named) {
                        ("properties", Some(named)) => check(root, named, inner, &below)?,
                        ("additionalProperties", None) if *wanted == false => {
                            return Err(format!("{at}: no key {key}"));
                        }
                        ("additionalProperties", None) => check(root, wanted, inner, &below)?,
                        _ => {}
                    }
                }
            }
            "propertyNames" => {
                for key in value.as_object().into_iter().flatten().map(|(key, _)| key) {
                    check(root, wanted, &Value::from(key.as_str()), at).map_err(|_| format!("{at}: no key {key}"))?;
                }
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, wanted, item, &format!("{at}/{index}"))?;
                }
            }
            "anyOf" => {
                let reasons: Vec<_> = parts().map_while(|part| check(root, part, value, at).err()).collect();
                if reasons.len() == parts().count() {
                    return Err(format!("{at}: nothing of anyOf: {}", reasons.join("; ")));
                }
            }
            "allOf" => parts().try_for_each(|part| check(root, part, value, at))?,
            "if" if check(root, wanted, value, at).is_ok() => check(root, &schema["then"], value, at)?,
            "if" | "then" | "enum" | "const" | "description" | "title" | "format" | "pattern" | "$schema" | "$id"
            | "$defs" => {}
            other => panic!("the keyword {other} is not known here"),
        }
    }
    Ok(())
}

fn is_text(value: &Value) -> bool {
    value.is_string()
}
