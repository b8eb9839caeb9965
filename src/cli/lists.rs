//! `figlint measures` and `figlint units`: what figures can be about, and what they can be numbers of.

use std::fmt::Debug;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::Status;
use super::args::{List, ListFormat, Shared};
use super::session::Session;
use super::setup;
use crate::quantity::unit::{CURRENCIES, MEASURES};
use crate::report::table;
use crate::vocabulary::Measure;

/// Cues of a measure that the table shows.
const SHOWN: usize = 4;
/// Nothing is cut: the names of a unit are what the list is for.
const WIDEST: usize = usize::MAX;

pub(super) fn measures(session: &mut Session, shared: &Shared, list: &List) -> Status {
    let settings = setup::settings(session, shared);
    let vocabulary = setup::vocabulary(&mut setup::rules(session, shared, &settings));
    let measures = &vocabulary.measures;
    session.print(|session, out| match list.output_format {
        ListFormat::Json => object(&[("measures", measures.iter().map(measure_json).collect())], out),
        ListFormat::Table => {
            table(session.look, ["measure", "counts", "cues"], &rows(measures, measure_row), WIDEST, out)
        }
    });
    Status::Clean
}

fn measure_row(measure: &Measure) -> [String; 3] {
    let cues: Vec<&str> = measure.cues.iter().chain(&measure.nouns).take(SHOWN).map(String::as_str).collect();
    let more = if measure.cues.len() + measure.nouns.len() > SHOWN { " ..." } else { "" };
    [measure.id.clone(), words(&measure.counts), format!("{}{more}", cues.join(", "))]
}

fn measure_json(measure: &Measure) -> Value {
    json!({
        "id": measure.id,
        "counts": words(&measure.counts),
        "accumulates": measure.accumulates,
        "stock": measure.stock,
        "sum_of": measure.sum_of,
        "cues": measure.cues,
        "nouns": measure.nouns,
        "not": measure.not,
    })
}

pub(super) fn units(session: &mut Session, list: &List) -> Status {
    session.print(|session, out| match list.output_format {
        ListFormat::Json => {
            let units = MEASURES.iter().map(|row| {
                json!({ "symbol": row.symbol, "dimension": words(&row.dimension), "names": names(row.words, row.symbols) })
            });
            let currencies = CURRENCIES
                .iter()
                .map(|row| json!({ "code": row.code, "names": names(row.words, row.short), "of": nations(row.nations) }));
            object(&[("units", units.collect()), ("currencies", currencies.collect())], out)
        }
        ListFormat::Table => {
            let units = rows(MEASURES, |row| {
                [row.symbol.to_owned(), words(&row.dimension), names(row.words, row.symbols).join(", ")]
            });
            let currencies = rows(CURRENCIES, |row| {
                [row.code.to_owned(), names(row.words, row.short).join(", "), nations(row.nations).join(", ")]
            });
            table(session.look, ["unit", "dimension", "names"], &units, WIDEST, out)?;
            writeln!(out)?;
            table(session.look, ["currency", "names", "of"], &currencies, WIDEST, out)
        }
    });
    Status::Clean
}

fn names(words: &'static str, short: &'static str) -> Vec<&'static str> {
    let mut names: Vec<&str> = words.split(' ').filter(|name| !name.is_empty()).collect();
    let short = short.split(' ').filter(|name| !name.is_empty() && !words.split(' ').any(|word| word == *name));
    names.extend(short);
    names
}

fn nations(listed: &str) -> Vec<String> {
    listed.split(' ').filter(|nation| !nation.is_empty()).map(|nation| nation.replace('_', " ")).collect()
}

fn rows<T>(list: &[T], row: impl Fn(&T) -> [String; 3]) -> Vec<[String; 3]> {
    list.iter().map(row).collect()
}

/// The name of a variant as words: "data rate" for `DataRate`.
fn words(variant: &impl Debug) -> String {
    let mut out = String::new();
    for c in format!("{variant:?}").chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push(' ');
        }
        out.extend(c.to_lowercase());
    }
    out
}

/// `{"version":1,"KEY":[...]}` with an item a line.
fn object(lists: &[(&str, Vec<Value>)], out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\"version\":1")?;
    for (key, list) in lists {
        write!(out, ",\"{key}\":[")?;
        for (at, item) in list.iter().enumerate() {
            write!(out, "{}{item}", if at == 0 { "\n" } else { ",\n" })?;
        }
        write!(out, "]")?;
    }
    writeln!(out, "}}")
}
