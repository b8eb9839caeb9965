//! `figlint schema`: JSON Schemas with which an editor completes and checks the files of users while they are typed.
//! The names in them come from the tables of the parsers where there are such tables; for the others tests hold the
//! two together.

mod config;
mod facts;
mod rules;

use std::io::Write;

use serde_json::{Map, Value, json};

use super::Status;
use super::args::{Schema, SchemaOf};
use super::session::Session;

pub(super) fn run(session: &mut Session, args: &Schema) -> Status {
    let schema = match args.of {
        SchemaOf::Config => config::schema(),
        SchemaOf::Rules => rules::schema(),
        SchemaOf::Facts => facts::schema(),
    };
    session.print(|_, out| {
        serde_json::to_writer_pretty(&mut *out, &schema)?;
        writeln!(out)
    });
    Status::Clean
}

/// A whole schema.
fn document(name: &str, title: &str, body: Value) -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("figlint/{name}.json"),
        "title": title,
    });
    if let (Value::Object(schema), Value::Object(body)) = (&mut schema, body) {
        schema.extend(body);
    }
    schema
}

/// A table with these keys and no others.
fn table(properties: Value, required: &[&str]) -> Value {
    let mut table = json!({ "type": "object", "required": required, "additionalProperties": false });
    table["properties"] = properties;
    table
}

/// `[[table]]`.
fn tables(what: &str, table: &Value) -> Value {
    json!({ "type": "array", "description": what, "items": table })
}

fn string(what: &str) -> Value {
    json!({ "type": "string", "description": what })
}

fn strings(what: &str) -> Value {
    json!({ "type": "array", "description": what, "items": { "type": "string" } })
}

fn boolean(what: &str) -> Value {
    json!({ "type": "boolean", "description": what })
}

fn day(what: &str) -> Value {
    json!({ "type": "string", "description": what, "format": "date" })
}

/// One of the words of a parser's table.
fn one_of<T>(what: &str, words: &[(&'static str, T)]) -> Value {
    json!({ "description": what, "enum": words.iter().map(|(word, _)| *word).collect::<Vec<_>>() })
}

/// A table with one schema for the values of any key.
fn map(what: &str, value: &Value) -> Value {
    json!({ "type": "object", "description": what, "additionalProperties": value })
}

/// `[[entity]]` and `[[measure]]`, which configurations and rule files have in common.
fn vocabulary() -> Map<String, Value> {
    let entity = table(
        json!({
            "name": string("Its name"),
            "kind": { "description": "What it is", "enum": ["place", "person", "body", "event"] },
            "within": string("The entity that it lies in or belongs to, by name"),
            "also_within": string("Another entity that it lies in"),
            "aliases": strings("Other names"),
            "demonyms": strings("Adjectives and names of its people"),
            "not": strings("Phrases that contain one of its names and do not mean it"),
            "person_name": boolean("Whether people are called so too"),
            "country": boolean("Whether it is a country"),
        }),
        &["name", "kind"],
    );
    let measure = table(
        json!({
            "id": string("Its name in facts and reports"),
            "counts": { "description": "What its figures are numbers of", "enum": ["person", "money", "percent", "thing", "amount", "duration", "rate"] },
            "accumulates": boolean("Whether it is a running total, which only grows within a period"),
            "stock": boolean("Whether it is a level at a time, which a later one replaces"),
            "one_of_place": boolean("Whether a country has one of it at a time, so that two texts on one time must agree"),
            "cues": strings("Words that say that a figure in the same clause is of this measure"),
            "nouns": strings("Counted nouns that say so by themselves"),
            "things": strings("Nouns that a counted thing must have where a cue says the measure; any where there are none"),
            "not": strings("Phrases that contain a cue and do not mean it"),
            "qualifiers": strings("Words that narrow it; figures with different ones are not the same quantity"),
            "sum_of": strings("Measures whose sum it is"),
            "settles": string("The measure that a figure is of where the text has no cue of `unless`"),
            "unless": string("The measure that keeps figures of this one from being settled"),
        }),
        &["id", "counts"],
    );
    Map::from_iter([
        ("entity".to_owned(), tables("Places, people, bodies and events that texts name", &entity)),
        ("measure".to_owned(), tables("What figures can be about", &measure)),
    ])
}

#[cfg(test)]
mod tests;
