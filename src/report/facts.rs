//! The facts of reference sets as figlint understood them: a table for people, one object for machines.

use std::io::{self, Write};

use rust_decimal::Decimal;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::Look;
use crate::reference::{Fact, FactValue, Status};
use crate::vocabulary::Vocabulary;

const HEADS: [&str; 6] = ["id", "measure", "about", "when", "value", "source"];
/// Longer cells are cut; the machine format has everything.
const WIDEST: usize = 40;

/// A table with one line a fact.
pub fn table<'f>(
    facts: impl Iterator<Item = &'f Fact>,
    vocabulary: &Vocabulary,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let rows: Vec<[String; 6]> = facts.map(|fact| row(fact, vocabulary)).collect();
    let widths: Vec<usize> = (0..HEADS.len())
        .map(|n| rows.iter().map(|row| row[n].width()).max().unwrap_or_default().max(HEADS[n].len()))
        .collect();
    let line = |cells: &[String; 6]| {
        let mut text = String::new();
        for (cell, width) in cells.iter().zip(&widths) {
            text.push_str(cell);
            text.extend(std::iter::repeat_n(' ', width + 2 - cell.width()));
        }
        text.trim_end().to_owned()
    };
    writeln!(out, "{}", look.paint("2", &line(&HEADS.map(str::to_owned))))?;
    for row in &rows {
        writeln!(out, "{}", line(row))?;
    }
    Ok(())
}

fn row(fact: &Fact, vocabulary: &Vocabulary) -> [String; 6] {
    let own = Line::new(fact, vocabulary);
    let mut measure = vec![own.measure];
    measure.extend(own.qualifiers.iter().map(String::as_str));
    measure.extend(own.change);
    measure.extend((own.modality != "actual").then_some(own.modality));
    let as_of = own.as_of.as_ref().map(|day| format!("as of {day}"));
    let when: Vec<&str> = own.period.into_iter().chain(as_of.as_deref()).collect();
    let number = match fact.value {
        FactValue::Value(value, _) => value.to_string(),
        FactValue::Range(low, high) => format!("{low} to {high}"),
    };
    let hedge = (own.value.is_some() && own.hedge != "none").then(|| own.hedge.replace('_', " "));
    let value: Vec<&str> =
        hedge.as_deref().into_iter().chain([number.as_str()]).chain(own.unit).chain(own.status).collect();
    [
        own.id.to_owned(),
        measure.join(" "),
        own.about.join(", "),
        when.join(", "),
        value.join(" "),
        own.source.unwrap_or_default().to_owned(),
    ]
    .map(|cell| cut(&cell))
}

fn cut(cell: &str) -> String {
    if cell.width() <= WIDEST {
        return cell.to_owned();
    }
    let mut short: String = cell.chars().take(WIDEST - 1).collect();
    while short.width() > WIDEST - 1 {
        short.pop();
    }
    short.push('…');
    short
}

/// `{"version":1,"facts":[...]}`.
pub fn json<'f>(facts: impl Iterator<Item = &'f Fact>, vocabulary: &Vocabulary, out: &mut dyn Write) -> io::Result<()> {
    let whole = Whole { version: 1, facts: facts.map(|fact| Line::new(fact, vocabulary)).collect() };
    serde_json::to_writer(&mut *out, &whole)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct Whole<'a> {
    version: u8,
    facts: Vec<Line<'a>>,
}

/// A fact with the names of its keys.
#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the names of the format")]
struct Line<'a> {
    id: &'a str,
    measure: &'a str,
    about: Vec<&'a str>,
    period: Option<&'a str>,
    as_of: Option<String>,
    value: Option<serde_json::Number>,
    low: Option<serde_json::Number>,
    high: Option<serde_json::Number>,
    hedge: &'static str,
    unit: Option<&'a str>,
    modality: &'static str,
    change: Option<&'static str>,
    qualifiers: &'a [String],
    status: Option<&'static str>,
    tolerance: Option<serde_json::Number>,
    source: Option<&'a str>,
    path: &'a str,
    line: u32,
    column: u32,
}

impl<'a> Line<'a> {
    fn new(fact: &'a Fact, vocabulary: &'a Vocabulary) -> Self {
        let (value, low, high, hedge) = match fact.value {
            FactValue::Value(value, hedge) => (exact(value), None, None, hedge.name()),
            FactValue::Range(low, high) => (None, exact(low), exact(high), "between"),
        };
        let person = matches!(fact.unit, crate::quantity::Unit::Person).then_some("person");
        Self {
            id: &fact.id,
            measure: &vocabulary.measures[fact.measure.0 as usize].id,
            about: fact.about_text.iter().map(String::as_str).collect(),
            period: fact.period_text.as_deref(),
            as_of: fact.as_of.map(|day| day.to_string()),
            value,
            low,
            high,
            hedge,
            unit: person.or(fact.unit_text.as_deref()),
            modality: fact.modality.name(),
            change: fact.change.map(crate::quantity::Change::name),
            qualifiers: &fact.qualifiers,
            status: match fact.status {
                Status::Plain => None,
                Status::Contested => Some("contested"),
                Status::Settled => Some("settled"),
            },
            tolerance: fact.tolerance.and_then(exact),
            source: fact.source.as_deref(),
            path: &fact.place.path,
            line: fact.place.start.line,
            column: fact.place.start.column,
        }
    }
}

/// The digits of a decimal as a JSON number.
fn exact(number: Decimal) -> Option<serde_json::Number> {
    number.to_string().parse().ok()
}
