//! Sets in any format as TOML, with what people write in tables put as a set has it: "1,660" as 1660, "19 April 2024"
//! as 2024-04-19. figlint's own reader says what such a cell means; where it cannot tell, the cell stays as it is and
//! is told with its row and column.

use std::borrow::Cow;

use super::fault::{Fault, Source, Unreadable};
use super::iso::{iso_day, iso_period, iso_text};
use super::row::{Entry, Row, Written};
use super::{Format, schema, write};
use crate::claim::Reading;
use crate::document::{Document, Given};
use crate::period::Period;
use crate::quantity::{Number, Unit};
use crate::vocabulary::Vocabulary;

/// A set in any format as TOML, every row with its keys. What no fact can be made of is told and written all the same.
/// `path` is only shown in faults.
pub fn import(
    path: &str,
    text: &str,
    format: Format,
    vocabulary: &Vocabulary,
    faults: &mut Vec<Fault>,
) -> Result<String, Unreadable> {
    let source = Source::new(path, text, format == Format::Workbook);
    let then = |row: &Row<'_>, faults: &mut Vec<Fault>| {
        let row = mended(row, vocabulary);
        schema::read(&row, &source, vocabulary, faults);
        write::row(&row)
    };
    Ok(format.each_row(&source, faults, &then)?.join("\n"))
}

/// The row with every cell as a set has it, as far as it can be told.
fn mended<'r>(row: &'r Row<'_>, vocabulary: &Vocabulary) -> Row<'r> {
    let mut entries: Vec<Entry<'r>> = Vec::with_capacity(row.entries.len() + 1);
    let mut currency = None;
    for entry in &row.entries {
        let value = match (&*entry.key, &entry.value) {
            ("value" | "low" | "high", Written::Text(text)) => number(text, vocabulary).map(|(number, unit)| {
                if let Unit::Money(unit) = unit {
                    currency = Some((unit.code(), entry));
                }
                Written::Number(Cow::Owned(number))
            }),
            ("as_of" | "checked_on", Written::Text(text)) => day(text, vocabulary).map(Written::Day),
            ("period", Written::Text(text)) => period(text, vocabulary).map(|text| Written::Text(text.into())),
            _ => None,
        };
        entries.push(Entry {
            key: Cow::Borrowed(&entry.key),
            key_span: entry.key_span,
            value: value.unwrap_or_else(|| entry.value.borrowed()),
            span: entry.span,
        });
    }
    if let Some((code, entry)) = currency
        && !entries.iter().any(|entry| entry.key == "unit")
    {
        let value = Written::Text(Cow::Borrowed(code));
        entries.push(Entry { key: Cow::Borrowed("unit"), key_span: entry.key_span, value, span: entry.span });
    }
    Row { head: row.head, whole: row.whole, entries }
}

/// The number that a cell is, and its unit: "1,660", "$30 million", "70.6%".
fn number(text: &str, vocabulary: &Vocabulary) -> Option<(String, Unit)> {
    let text = text.trim();
    with_reading(text, vocabulary, |reading| {
        let [claim] = &reading.claims[..] else { return None };
        let whole = claim.quantity.span.slice(&reading.document.blocks.first()?.text) == text;
        match claim.quantity.number {
            Number::Value { value, .. } if whole => Some((value.normalize().to_string(), claim.quantity.unit)),
            _ => None,
        }
    })
}

/// The day that a cell is: "19 April 2024", "19/04/2024". A day that could be another one stays open.
fn day<'t>(text: &'t str, vocabulary: &Vocabulary) -> Option<Cow<'t, str>> {
    if iso_day(text.trim()).is_some() {
        return Some(Cow::Borrowed(text.trim()));
    }
    let period = dates(text, vocabulary)?;
    let day = period.start.filter(|start| period.last_day() == Some(*start))?;
    Some(Cow::Owned(day.to_string()))
}

/// The period that a cell is: "March 2024", "first quarter of 2024".
fn period(text: &str, vocabulary: &Vocabulary) -> Option<String> {
    if iso_period(text.trim()).is_some() {
        return None;
    }
    dates(text, vocabulary).filter(Period::is_closed).map(|period| iso_text(&period))
}

/// What a cell means that is nothing but a date.
fn dates(text: &str, vocabulary: &Vocabulary) -> Option<Period> {
    let text = text.trim();
    with_reading(text, vocabulary, |reading| {
        let [date] = &reading.dates[..] else { return None };
        let whole = date.expr.span.slice(&reading.document.blocks.first()?.text) == text;
        date.expr.period.filter(|_| whole)
    })
}

fn with_reading<T>(text: &str, vocabulary: &Vocabulary, then: impl FnOnce(&Reading<'_>) -> Option<T>) -> Option<T> {
    let document = Document::read("cell.txt", text, &Given::default());
    then(&Reading::read(&document, vocabulary))
}
