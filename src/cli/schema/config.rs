//! The schema of `figlint.toml`.

use serde_json::{Map, Value, json};

use super::{day, document, map, one_of, string, strings, table, tables, vocabulary};
use crate::config::{ACROSS, DATE_ORDER, FAIL_ON, MONTHS};
use crate::quantity::Widths;
use crate::rule::SEVERITIES;

pub(super) fn schema() -> Value {
    let severity = map("Severities of rules and packs", &one_of("Error, warning, info, or off", SEVERITIES));
    let selected = strings("The only rules and packs that run");
    let ignored = strings("Rules and packs that do not run");
    let widths: Map<String, Value> =
        Widths::NAMES.iter().map(|name| ((*name).to_owned(), json!({ "type": ["number", "string"] }))).collect();
    let group = table(json!({ "name": string("For people"), "paths": strings("Globs of the texts") }), &["paths"]);
    let locale = string("Language and country, such as en-AU: whose money \"$\" is");
    let text = table(
        json!({
            "path": string("A glob of texts"),
            "date": day("The day on which they were written"),
            "title": string("Their headline"),
            "locale": locale,
            "place": string("Where they were written, or what they are about"),
        }),
        &["path"],
    );
    let special = table(
        json!({
            "paths": strings("Globs of the texts"), "select": selected, "ignore": ignored, "severity": severity,
        }),
        &["paths"],
    );
    let mut properties = vocabulary();
    let own = json!({
        "extend": string("The configuration file that this one builds on"),
        "rules": strings("Bundled packs, and rule files and folders; where a pack is named, no other bundled one runs"),
        "references": strings("Globs of reference sets"),
        "baseline": string("The file of findings that are known, relative to this file"),
        "exclude": strings("Texts that are not read, as patterns of .gitignore"),
        "select": selected,
        "ignore": ignored,
        "severity": severity,
        "fail-on": one_of("From which severity on a run fails", FAIL_ON),
        "across": one_of("Which texts are held against each other", ACROSS),
        "locale": locale,
        "date-order": one_of("Which number comes first in 3/4/2025", DATE_ORDER),
        "fiscal-year-start": one_of("The month with which fiscal years begin", MONTHS),
        "widths": {
            "type": "object", "description": "How loosely figures are read",
            "properties": widths, "additionalProperties": false,
        },
        "group": tables("Texts that are held against each other where `across` is `groups`", &group),
        "document": tables("What texts do not say of themselves", &text),
        "override": tables("What is different for some of the texts", &special),
    });
    if let Value::Object(own) = own {
        properties.extend(own);
    }
    document("config", "The configuration of figlint: figlint.toml", table(Value::Object(properties), &[]))
}
