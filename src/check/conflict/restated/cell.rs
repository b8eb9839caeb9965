//! Cells of tables against the prose beside them: only where a sentence has the words of a cell's row, and of its
//! column as far as that says anything, the two are one quantity. What else the table counts is told apart by those
//! words.

use super::same::Digits;
use super::slip::Slip;
use crate::check::context::Context;
use crate::check::context::stems::stems_of;
use crate::claim::Reading;
use crate::document::TableCell;

/// Headers of columns that only say that figures stand below them.
const BARE: &[&str] = &["figure", "number", "value", "amount", "count", "result", "detail"];

/// Whether the prose around a figure speaks of a cell's row and column, so that a slip between the two is one.
pub(super) fn speaks_of(
    reading: &Reading<'_>,
    cell: &TableCell,
    prose: &Context<'_>,
    slip: Slip,
    digits: Digits,
) -> bool {
    let enough = match slip {
        Slip::Exchanged => digits.significant >= 3,
        Slip::Magnitude => digits.significant >= 2,
        Slip::Missing => digits.significant >= 4,
    };
    let headers = [&cell.row_header, &cell.column_header].map(|header| header.as_deref().unwrap_or_default());
    let [row, column] = headers.map(|header| stems_of(reading, header));
    let says_nothing = |stem: &String| BARE.iter().any(|bare| bare.starts_with(stem.as_str()));
    enough
        && cell.column > 0
        && !prose.closed
        && !prose.corrects
        && !prose.base
        && !row.is_empty()
        && row.iter().all(|stem| prose.is_near(stem))
        && column.iter().all(|stem| says_nothing(stem) || prose.has(stem))
        && prose.may_be_of(headers.into_iter().find_map(only_year))
}

/// The year that a header names: "2024", "Outlays, 2024".
fn only_year(header: &str) -> Option<&str> {
    let mut years = header
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")));
    years.next().filter(|_| years.next().is_none())
}
