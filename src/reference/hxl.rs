//! Humanitarian tables: a row of HXL hashtags under the header says what the columns are, so that no column needs to be
//! renamed. A wide table gives one fact for each row and column of figures. Columns with other tags are left alone:
//! such tables have many. The standard is at <https://hxlstandard.org>.

use std::borrow::Cow;

use super::fault::{Fault, Source};
use super::iso::{iso_day, iso_period};
use super::row::{Entry, Row, Written};
use super::table::{Cell, number, row_span};
use crate::quantity::unit::Currency;
use crate::span::Span;

/// The tag row stands within so many rows.
const HEADER: usize = 25;

/// Tag, attribute, measure, and whether it is a level at a day. The first that fits counts, so that the plain tag comes
/// last.
const MEASURES: &[(&str, &str, &str, bool)] = &[
    ("affected", "killed", "deaths", false),
    ("affected", "dead", "deaths", false),
    ("affected", "injured", "injured", false),
    ("affected", "wounded", "injured", false),
    ("affected", "missing", "missing", false),
    ("affected", "displaced", "displaced", true),
    ("affected", "idps", "displaced", true),
    ("affected", "kidnapped", "kidnapped", false),
    ("affected", "abducted", "kidnapped", false),
    ("affected", "hospitalised", "hospitalised", false),
    ("affected", "hospitalized", "hospitalised", false),
    ("affected", "vaccinated", "vaccinated", false),
    ("affected", "infected", "cases", false),
    ("affected", "", "affected", false),
    ("population", "", "population", true),
    ("value", "funding", "funding", false),
    ("value", "", "funding", false),
];

/// Attributes that narrow a measure, and the qualifier in facts and texts.
const QUALIFIERS: &[(&str, &str)] = &[
    ("children", "children"),
    ("civilians", "civilians"),
    ("civilian", "civilians"),
    ("f", "women"),
    ("m", "men"),
    ("women", "women"),
    ("men", "men"),
];

/// What a column is.
#[derive(Debug)]
enum Column {
    Ignored,
    Id,
    About,
    AsOf,
    Day,
    Start,
    End,
    Source,
    Url,
    Currency,
    Figure(Figure),
}

/// A column of figures.
#[derive(Debug)]
struct Figure {
    measure: &'static str,
    /// A level at a day: the row's date is when it was known, not when it happened.
    level: bool,
    qualifiers: Vec<&'static str>,
    currency: Option<String>,
    pledged: bool,
}

/// The index of the row of tags, if there is one: at least one tag, and nothing but tags.
pub(super) fn tags(table: &[Vec<Cell<'_>>]) -> Option<usize> {
    let is_tag = |cell: &Cell<'_>| {
        cell.text.trim().strip_prefix('#').is_some_and(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    table.iter().take(HEADER).position(|row| row.iter().all(|cell| cell.is_empty() || is_tag(cell)))
}

fn column(tag: &str) -> Column {
    let lower = tag.trim().trim_start_matches('#').to_lowercase();
    let mut parts = lower.split('+').map(str::trim);
    let tag = parts.next().unwrap_or_default();
    let attributes: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let has = |name: &str| attributes.contains(&name);
    let code = has("code") || has("id") || attributes.iter().any(|a| a.ends_with("_code"));
    match tag {
        "meta" if has("source") => Column::Source,
        "meta" if has("url") => Column::Url,
        "meta" if has("id") => Column::Id,
        "source" => Column::Source,
        "currency" => Column::Currency,
        "date" if has("start") => Column::Start,
        "date" if has("end") => Column::End,
        "date" if has("reported") || has("published") || has("updated") => Column::AsOf,
        "date" => Column::Day,
        _ if code => Column::Ignored,
        "country" | "loc" | "crisis" | "event" | "cause" => Column::About,
        _ if tag.strip_prefix("adm").is_some_and(|level| level.len() == 1) => Column::About,
        _ => figure(tag, &attributes),
    }
}

fn figure(tag: &str, attributes: &[&str]) -> Column {
    let has = |name: &str| attributes.contains(&name);
    let fits = |row: &&(&str, &str, &str, bool)| row.0 == tag && (row.1.is_empty() || has(row.1));
    let Some(&(_, _, measure, level)) = MEASURES.iter().find(fits) else {
        return Column::Ignored;
    };
    // Requirements, shares and indicators are no counts.
    if ["pct", "ind", "required", "requested", "planned", "targeted"].into_iter().any(has) {
        return Column::Ignored;
    }
    let mut qualifiers: Vec<_> = QUALIFIERS.iter().filter(|(name, _)| has(name)).map(|&(_, words)| words).collect();
    qualifiers.sort_unstable();
    qualifiers.dedup();
    let currency = attributes.iter().map(|a| a.to_uppercase()).find(|a| Currency::from_code(a).is_some());
    Column::Figure(Figure { measure, level, qualifiers, currency, pledged: has("pledged") })
}

/// One row for each figure below the tags.
pub(super) fn rows<'a>(
    table: &[Vec<Cell<'a>>],
    tags: usize,
    source: &Source<'a>,
    faults: &mut Vec<Fault>,
) -> Vec<Row<'a>> {
    let columns: Vec<Column> = table[tags].iter().map(|cell| column(&cell.text)).collect();
    if !columns.iter().any(|column| matches!(column, Column::Figure(_))) {
        let whole = row_span(&table[tags]);
        let known: Vec<String> = MEASURES
            .iter()
            .map(
                |(tag, attribute, ..)| {
                    if attribute.is_empty() { format!("#{tag}") } else { format!("#{tag}+{attribute}") }
                },
            )
            .collect();
        faults.push(Fault {
            message: "no tag in this row is that of a figure".to_owned(),
            help: Some(format!("figures have the tags {}", known.join(", "))),
            place: source.place(whole, whole),
            other: None,
        });
    }
    let mut rows = Vec::new();
    for record in &table[tags + 1..] {
        for (at, (cell, column)) in record.iter().zip(&columns).enumerate() {
            if let Column::Figure(figure) = column
                && !cell.is_empty()
            {
                rows.push(row(record, &columns, (cell, figure, table[tags][at].span), source));
            }
        }
    }
    rows
}

fn row<'a>(
    record: &[Cell<'a>],
    columns: &[Column],
    (cell, figure, tag): (&Cell<'a>, &Figure, Span),
    source: &Source<'a>,
) -> Row<'a> {
    let text = |words: &str| Written::Text(Cow::Owned(words.to_owned()));
    let find = |wanted: fn(&Column) -> bool| {
        record.iter().zip(columns).find(|(cell, column)| wanted(column) && !cell.is_empty()).map(|(cell, _)| cell)
    };
    let mut entries = Vec::new();
    let mut add = |key: &'static str, value: Written<'a>, span: Span| {
        entries.push(Entry { key: Cow::Borrowed(key), key_span: tag, value, span });
    };
    let id = find(|c| matches!(c, Column::Id))
        .map_or_else(|| format!("row-{}", source.line(cell.span)), |cell| cell.text.trim().to_owned());
    let id = [&[id.as_str(), figure.measure], &figure.qualifiers[..]].concat().join("-");
    add("id", text(&id), cell.span);
    add("measure", text(figure.measure), tag);
    let about: Vec<&Cell<'a>> = record
        .iter()
        .zip(columns)
        .filter(|(cell, column)| matches!(column, Column::About) && !cell.is_empty())
        .map(|(cell, _)| cell)
        .collect();
    if let [first, ..] = &about[..] {
        add("about", Written::List(about.iter().map(|cell| text(cell.text.trim())).collect()), first.span);
    }
    let day = find(|c| matches!(c, Column::Day));
    // A level is known on a day; a longer time is its period as it is that of everything else.
    let level = figure.level
        && !day.is_some_and(|day| iso_day(day.text.trim()).is_none() && iso_period(day.text.trim()).is_some());
    let (start, end) = (find(|c| matches!(c, Column::Start)), find(|c| matches!(c, Column::End)));
    if let Some(first) = start.or(end) {
        let side = |cell: Option<&Cell<'a>>| cell.map_or("..".to_owned(), |cell| cell.text.trim().to_owned());
        add("period", text(&format!("{}/{}", side(start), side(end))), first.span);
    } else if let Some(day) = day.filter(|_| !level) {
        add("period", text(day.text.trim()), day.span);
    }
    let known = find(|c| matches!(c, Column::AsOf)).or(day.filter(|_| level));
    if let Some(known) = known {
        add("as_of", text(known.text.trim()), known.span);
    }
    add("value", number(cell), cell.span);
    if let Some(code) = &figure.currency {
        add("unit", text(code), tag);
    } else if let Some(code) = find(|c| matches!(c, Column::Currency)).filter(|_| figure.measure == "funding") {
        add("unit", text(code.text.trim()), code.span);
    }
    if !figure.qualifiers.is_empty() {
        add("qualifiers", Written::List(figure.qualifiers.iter().map(|q| text(q)).collect()), tag);
    }
    if figure.pledged {
        add("modality", text("pledged"), tag);
    }
    if let Some(cell) = find(|c| matches!(c, Column::Source)) {
        add("source", Written::Text(cell.text.clone()), cell.span);
    }
    if let Some(cell) = find(|c| matches!(c, Column::Url)) {
        add("url", Written::Text(cell.text.clone()), cell.span);
    }
    Row { head: cell.span, whole: row_span(record), entries }
}
