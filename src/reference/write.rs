//! Facts as TOML, for a person to look through and add to a set.

use std::fmt::Write as _;

use super::iso::iso_day;
use super::keys::{CHANGES, HEDGES, MODALITIES, STATUSES};
use super::row::{Row, Written};
use super::value::percentage_text;
use super::{Fact, FactValue};
use crate::claim::Modality;
use crate::quantity::Hedge;
use crate::vocabulary::Vocabulary;

/// A fact as a `[[fact]]` table that reads back as the same fact.
pub fn to_toml(fact: &Fact, vocabulary: &Vocabulary) -> String {
    let mut table = Table::default();
    table.text("id", &fact.id);
    table.text("measure", &vocabulary.measures[fact.measure.0 as usize].id);
    table.list("about", fact.about_text.iter().map(String::as_str));
    if let Some(period) = &fact.period_text {
        table.text("period", period);
    }
    if let Some(day) = fact.as_of {
        table.bare("as_of", &day.to_string());
    }
    match fact.value {
        FactValue::Value(value, hedge) => {
            table.bare("value", &value.normalize().to_string());
            let name = HEDGES.iter().find(|(_, known)| *known == hedge && hedge != Hedge::None);
            table.texts("hedge", name.map(|(name, _)| *name));
        }
        FactValue::Range(low, high) => {
            table.bare("low", &low.normalize().to_string());
            table.bare("high", &high.normalize().to_string());
        }
    }
    table.texts("unit", fact.unit_text.as_deref());
    let modality = MODALITIES.iter().find(|(_, known)| *known == fact.modality && fact.modality != Modality::Actual);
    table.texts("modality", modality.map(|(name, _)| *name));
    let change = CHANGES.iter().find(|(_, known)| *known == fact.change);
    table.texts("change", change.map(|(name, _)| *name));
    if !fact.qualifiers.is_empty() {
        table.list("qualifiers", fact.qualifiers.iter().map(String::as_str));
    }
    let status = STATUSES.iter().find(|(_, known)| *known == fact.status);
    table.texts("status", status.map(|(name, _)| *name));
    table.texts("tolerance", fact.tolerance.and_then(percentage_text).as_deref());
    table.texts("source", fact.source.as_deref());
    table.finish()
}

/// A row as a `[[fact]]` table, with its keys as they were written.
pub(super) fn row(row: &Row<'_>) -> String {
    let mut table = Table::default();
    for entry in &row.entries {
        match &entry.value {
            Written::Text(text) if matches!(&*entry.key, "as_of" | "checked_on") && iso_day(text.trim()).is_some() => {
                table.bare(&entry.key, text.trim());
            }
            Written::Text(text) => table.text(&entry.key, text.trim()),
            Written::Number(number) | Written::Day(number) => table.bare(&entry.key, number),
            Written::List(list) => table.list(
                &entry.key,
                list.iter().filter_map(|item| match item {
                    Written::Text(text) => Some(&**text),
                    _ => None,
                }),
            ),
            Written::Other(_) => {}
        }
    }
    table.finish()
}

/// Lines of a table, until the widest key is known.
#[derive(Debug, Default)]
struct Table(Vec<(String, String)>);

impl Table {
    fn bare(&mut self, key: &str, value: &str) {
        self.0.push((key.to_owned(), value.to_owned()));
    }

    fn text(&mut self, key: &str, text: &str) {
        self.bare(key, &quoted(text));
    }

    fn texts(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    fn list<'t>(&mut self, key: &str, items: impl Iterator<Item = &'t str>) {
        let items: Vec<String> = items.map(quoted).collect();
        self.bare(key, &format!("[{}]", items.join(", ")));
    }

    fn finish(self) -> String {
        let widest = self.0.iter().map(|(key, _)| key.len()).max().unwrap_or_default();
        let mut out = String::from("[[fact]]\n");
        for (key, value) in &self.0 {
            let _ = writeln!(out, "{key:widest$} = {value}");
        }
        out
    }
}

/// A basic string of one line.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
