//! The formats of `extract`: every figure and date that was read, one a line, as JSON, as comma-separated values or as
//! a table for people.

mod csv;
mod json;
mod kind;
mod rows;
mod table;
#[cfg(test)]
mod tests;

pub use csv::{CSV_HEADER, csv_cells};
pub use json::{json_string, jsonl_row};
pub use kind::{Filter, Kind};
pub use rows::rows;
pub use table::Table;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::period::Period;

/// One figure or date, with exactly the fields of the machine format and in its order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row<'r> {
    /// The file, as given.
    pub path: &'r str,
    /// First byte in the file.
    pub start: u32,
    /// Byte after the last one.
    pub end: u32,
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes, from 1.
    pub column: u32,
    /// Where it is in words, in a file whose bytes say nothing to its readers.
    pub locator: Option<&'r str>,
    /// Hedge, currency, number and unit or counted noun, as they stand there.
    pub text: &'r str,
    /// count, money, percent, ratio, measurement ...
    pub kind: Kind,
    /// The number as written, scaled.
    pub value: Option<Decimal>,
    /// Lower bound, for ranges, bounds and vague words.
    pub low: Option<Decimal>,
    /// Upper bound.
    pub high: Option<Decimal>,
    /// none, about, nearly ...
    pub hedge: &'static str,
    /// Currency code, symbol or singular noun.
    pub unit: Option<&'r str>,
    /// The counted noun as written.
    pub noun: Option<&'r str>,
    /// increase or decrease.
    pub change: Option<&'static str>,
    /// TIMEX3 value.
    pub timex: Option<&'r str>,
    /// Id of the measure.
    pub measure: Option<&'r str>,
    /// What it is about.
    pub about: &'r [&'r str],
    /// Words that narrow the measure.
    pub qualifiers: &'r [String],
    /// The days it covers.
    pub period: Option<Period>,
    /// The day on which it was known.
    pub as_of: Option<Date>,
    /// actual, planned, pledged or estimated.
    pub modality: &'static str,
    /// Whose figure it is.
    pub attribution: Option<&'r str>,
    /// The sentence around it.
    pub context: &'r str,
    /// Stable while the sentence is; printed as 16 hexadecimal digits.
    pub id: u64,
    /// unchecked, passed or failed.
    pub status: &'static str,
}
