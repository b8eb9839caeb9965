//! Rows as comma-separated values, for spreadsheets: the fields of the machine format as columns, in its order, and
//! last the one that only some files have.

use rust_decimal::Decimal;

use super::Row;

/// The first line: the names of the fields.
pub const CSV_HEADER: [&str; 26] = [
    "path",
    "start",
    "end",
    "line",
    "column",
    "text",
    "kind",
    "value",
    "low",
    "high",
    "hedge",
    "unit",
    "noun",
    "change",
    "timex",
    "measure",
    "about",
    "qualifiers",
    "period",
    "as_of",
    "modality",
    "attribution",
    "context",
    "id",
    "status",
    "locator",
];

/// What stands between the items of a list in one cell.
const BETWEEN: &str = "; ";

/// The cells of a row. What is null in the machine format is empty, and a list is one cell.
pub fn csv_cells(row: &Row<'_>) -> [String; CSV_HEADER.len()] {
    let decimal = |value: Option<Decimal>| value.map(|value| value.normalize().to_string()).unwrap_or_default();
    let word = |value: Option<&str>| value.unwrap_or_default().to_owned();
    [
        row.path.to_owned(),
        row.start.to_string(),
        row.end.to_string(),
        row.line.to_string(),
        row.column.to_string(),
        row.text.to_owned(),
        row.kind.name().to_owned(),
        decimal(row.value),
        decimal(row.low),
        decimal(row.high),
        row.hedge.to_owned(),
        word(row.unit),
        word(row.noun),
        word(row.change),
        word(row.timex),
        word(row.measure),
        row.about.join(BETWEEN),
        row.qualifiers.join(BETWEEN),
        row.period.map(|period| period.to_string()).unwrap_or_default(),
        row.as_of.map(|day| day.to_string()).unwrap_or_default(),
        row.modality.to_owned(),
        word(row.attribution),
        row.context.to_owned(),
        format!("{:016x}", row.id),
        row.status.to_owned(),
        word(row.locator),
    ]
}
