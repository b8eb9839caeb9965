//! The schema of reference sets, for TOML, and for JSON and YAML, which may be a plain list.

use serde_json::{Map, Value, json};

use super::{day, document, string};
use crate::reference::{KEYS, words_of};

pub(super) fn schema() -> Value {
    let properties: Map<String, Value> = KEYS.iter().map(|key| ((*key).to_owned(), of(key))).collect();
    let fact = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        "anyOf": [
            { "required": ["says"] },
            { "required": ["id", "measure", "value"] },
            { "required": ["id", "measure", "low", "high"] },
        ],
    });
    let list = json!({ "type": "array", "description": "Verified figures", "items": { "$ref": "#/$defs/fact" } });
    let body = json!({
        "$defs": { "fact": fact },
        "anyOf": [
            { "type": "object", "properties": { "fact": list }, "additionalProperties": false },
            list,
        ],
    });
    document("facts", "A reference set of figlint", body)
}

/// What a key of a fact takes.
fn of(key: &str) -> Value {
    let listed = words_of(key);
    let what = what(key);
    match key {
        "value" | "low" | "high" => json!({ "type": ["number", "string"], "description": what }),
        "period" => json!({ "type": ["string", "number"], "description": what }),
        "about" | "qualifiers" => {
            json!({ "type": ["string", "array"], "description": what, "items": { "type": "string" } })
        }
        "as_of" | "checked_on" => day(what),
        _ if !listed.is_empty() => json!({ "description": what, "enum": listed }),
        _ => string(what),
    }
}

fn what(key: &str) -> &'static str {
    match key {
        "id" => "A name for the fact, once in all sets",
        "measure" => "What it counts; `figlint measures` lists what there is",
        "about" => "What all must be in the context of a figure: places, bodies, events, words",
        "period" => "What it covers: 2024, 2024-05, 2024-Q1, 2024-01-01/2024-03-31",
        "as_of" => "When it was known",
        "value" => "The figure",
        "low" => "The lower bound of a range",
        "high" => "The upper bound of a range",
        "hedge" => "How the figure is meant",
        "unit" => "A currency, a unit, or the noun of what is counted",
        "source" => "Where it comes from",
        "url" => "The address of the source",
        "note" => "For people",
        "checked_by" => "Who checked it",
        "checked_on" => "When it was checked",
        "tolerance" => "How far a figure may be off, like \"1%\"",
        "status" => "Contested figures may stand side by side",
        "modality" => "Whether it has happened",
        "change" => "A rise or fall, and no level",
        "qualifiers" => "Words that narrow the measure",
        "says" => "The fact as a sentence, in place of the other keys",
        _ => "",
    }
}
