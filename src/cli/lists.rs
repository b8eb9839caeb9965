//! `figlint measures` and `figlint units`: what figures can be about, and what they can be numbers of.

use std::fmt::Debug;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::Status;
use super::args::{List, ListFormat, Shared};
use super::session::Session;
use super::setup;
use crate::quantity::unit::{CURRENCIES, MEASURES};
use crate::report::Look;
use crate::vocabulary::Measure;

/// Cues of a measure that the table shows.
const SHOWN: usize = 4;

pub(super) fn measures(session: &mut Session, shared: &Shared, list: &List) -> Status {
    let settings = setup::settings(session, shared);
    let vocabulary = setup::vocabulary(&mut setup::rules(session, shared, &settings));
    let measures = &vocabulary.measures;
    session.print(|session, out| match list.output_format {
        ListFormat::Json => object(&[("measures", measures.iter().map(measure_json).collect())], out),
        ListFormat::Table => columns(session.look, ["measure", "counts", "cues"], &rows(measures, measure_row), out),
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
            columns(session.look, ["unit", "dimension", "names"], &units, out)?;
            writeln!(out)?;
            columns(session.look, ["currency", "names", "of"], &currencies, out)
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

fn columns(look: Look, heads: [&str; 3], rows: &[[String; 3]], out: &mut dyn Write) -> io::Result<()> {
    let width = |at: usize| rows.iter().map(|row| row[at].len()).chain([heads[at].len()]).max().unwrap_or_default();
    let (first, second) = (width(0), width(1));
    let head = format!("{:first$}  {:second$}  {}", heads[0], heads[1], heads[2]);
    writeln!(out, "{}", look.paint("1", &head))?;
    for [a, b, c] in rows {
        writeln!(out, "{}", format!("{a:first$}  {b:second$}  {c}").trim_end())?;
    }
    Ok(())
}
