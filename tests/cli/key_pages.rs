//! The pages name the keys that are read. docs/configuration.md has every key that a configuration can have and no other,
//! with the defaults of the program, and shows each in an example; examples/figlint.toml has every key too.
//! docs/writing-rules.md has every key of a fact.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::json_schema::fault;
use crate::project::{Project, stdout};
use crate::schema::{json, schema};

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("it is there")
}

/// Every key of the schema, those in tables as `group.paths`.
fn keys() -> BTreeSet<String> {
    let schema = schema("config");
    let mut out = BTreeSet::new();
    for (key, value) in schema["properties"].as_object().expect("it describes a table") {
        out.insert(key.clone());
        let inner = value["properties"].as_object().or_else(|| value["items"]["properties"].as_object());
        out.extend(inner.into_iter().flat_map(|inner| inner.keys()).map(|name| format!("{key}.{name}")));
    }
    out
}

/// The keys that stand in the first column of the page's tables, with the columns behind them.
fn rows(page: &str) -> BTreeMap<String, Vec<String>> {
    let row = |line: &str| {
        let mut cells = line.strip_prefix("| `")?.split(" | ").map(|cell| cell.trim_end_matches(" |").to_owned());
        Some((cells.next()?.trim_end_matches('`').to_owned(), cells.collect()))
    };
    page.lines().filter_map(row).collect()
}

/// The examples of the page.
fn blocks(page: &str) -> Vec<toml::Table> {
    let blocks = page.split("```toml\n").skip(1).filter_map(|rest| rest.split_once("```"));
    blocks.map(|(block, _)| block.parse().expect("it is TOML")).collect()
}

/// The keys that an example sets, those in tables as `group.paths`.
fn set(table: &toml::Table) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for (key, value) in table {
        out.insert(key.clone());
        let inner = value.as_array().into_iter().flatten().filter_map(toml::Value::as_table).chain(value.as_table());
        out.extend(inner.flat_map(|inner| inner.keys()).map(|name| format!("{key}.{name}")));
    }
    out
}

#[test]
fn the_page_has_every_key_and_no_other() {
    let found: BTreeSet<String> = rows(&read("docs/configuration.md")).into_keys().collect();
    assert_eq!(found, keys());
}

#[test]
fn the_page_has_the_defaults_and_the_words_of_the_program() {
    let rows = rows(&read("docs/configuration.md"));
    let shown = stdout(&Project::new(&[]).run("check --isolated --show-settings").success());
    let mut seen = 0;
    for line in shown.lines().filter_map(|line| line.strip_suffix("# built in")) {
        let (key, value) = line.trim().split_once(" = ").expect("a setting");
        assert_eq!(rows[key][1], format!("`{value}`"), "{key}");
        seen += 1;
    }
    assert!(seen > 10, "{shown}");
    for (key, value) in schema("config")["properties"].as_object().expect("it describes a table") {
        for word in value["enum"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            assert!(rows[key][0].contains(&format!("`{word}`")), "{key} can be {word}");
        }
    }
}

#[test]
fn the_page_shows_every_key_at_work() {
    let (schema, mut seen) = (schema("config"), BTreeSet::new());
    for block in blocks(&read("docs/configuration.md")) {
        seen.extend(set(&block));
        assert_eq!(fault(&schema, &json(&toml::Value::Table(block))), None);
    }
    let missing: Vec<String> =
        keys().into_iter().filter(|key| !key.starts_with("widths.") && !seen.contains(key)).collect();
    assert_eq!(missing, [""; 0]);
}

#[test]
fn the_example_has_every_key() {
    let example = read("examples/figlint.toml");
    for key in keys().into_iter().filter(|key| !key.contains('.')) {
        let is = |line: &str| {
            let line = line.trim_start_matches(['#', ' ', '[']);
            line.strip_prefix(&key).is_some_and(|rest| rest.trim_start().starts_with(['=', ']']))
        };
        assert!(example.lines().any(is), "{key}");
    }
}

#[test]
fn the_page_of_reference_sets_has_every_key_of_a_fact() {
    let page = read("docs/writing-rules.md");
    let first: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next()).collect();
    let found: BTreeSet<&str> = first.iter().flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    let schema = schema("facts");
    for key in schema["$defs"]["fact"]["properties"].as_object().expect("it describes a fact").keys() {
        assert!(found.contains(key.as_str()), "{key}");
    }
}
