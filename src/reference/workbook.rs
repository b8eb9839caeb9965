//! XLSX sets: a sheet becomes a table with tabs, line n being row n of the sheet, so that it is read, shown and quoted
//! like every other table.

use std::fmt::Write as _;
use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};
use rust_decimal::Decimal;

use super::fault::Unreadable;
use super::percentages::percentages;

/// Columns of a sheet that are read; a reference set has a quarter of them at most.
const WIDEST: u32 = 1000;

/// The table in a workbook: the sheet called "facts", else the first. Numbers are written as the shortest decimal that
/// the cell's binary number stands for, days as ISO 8601.
pub fn table_of_workbook(bytes: &[u8]) -> Result<String, Unreadable> {
    read(bytes).map_err(|error| Unreadable { message: format!("this is no workbook: {error}"), span: 0..0 })
}

fn read(bytes: &[u8]) -> Result<String, XlsxError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes))?;
    let names = workbook.sheet_names();
    let facts = names.iter().find(|name| name.eq_ignore_ascii_case("facts")).or(names.first());
    let Some(name) = facts else {
        return Ok(String::new());
    };
    let percentages = percentages(bytes, name);
    let mut cells = workbook.worksheet_cells_reader(name)?;
    let (mut text, mut row, mut column) = (String::new(), 0, 0);
    while let Some(cell) = cells.next_cell()? {
        let (at_row, at_column) = cell.get_position();
        let words = words(cell.get_value(), percentages.contains(&(at_row, at_column)));
        // Cells come in order; what is far to the right is a stray mark and no fact.
        if words.is_empty() || at_row < row || at_column >= WIDEST || at_row == row && at_column < column {
            continue;
        }
        while row < at_row {
            text.push('\n');
            (row, column) = (row + 1, 0);
        }
        while column < at_column {
            text.push('\t');
            column += 1;
        }
        text.extend(words.chars().map(|c| if c.is_control() { ' ' } else { c }));
    }
    Ok(text)
}

/// What a cell says; a number that is shown as a percentage is written as one, "70.6%" and not "0.706".
fn words(value: &DataRef<'_>, percentage: bool) -> String {
    let mut out = String::new();
    let written = match value {
        DataRef::Empty => Ok(()),
        DataRef::Int(number) if percentage => write!(out, "{}%", i128::from(*number) * 100),
        DataRef::Int(number) => write!(out, "{number}"),
        DataRef::Float(number) => match percentage.then(|| percent(*number)).flatten() {
            Some(percent) => write!(out, "{percent}%"),
            None => write!(out, "{number}"),
        },
        DataRef::String(words) | DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => out.write_str(words),
        DataRef::SharedString(words) => out.write_str(words),
        DataRef::Bool(truth) => write!(out, "{truth}"),
        DataRef::Error(error) => write!(out, "{error}"),
        DataRef::DateTime(day) => {
            let (year, month, day, ..) = day.to_ymd_hms_milli();
            write!(out, "{year:04}-{month:02}-{day:02}")
        }
    };
    written.expect("internal error: memory can be written");
    out.trim().to_owned()
}

/// A hundred times the shortest decimal that a number stands for: 0.706 is 70.6 and not 70.60000000000001.
fn percent(number: f64) -> Option<Decimal> {
    number.to_string().parse::<Decimal>().ok()?.checked_mul(Decimal::ONE_HUNDRED).map(|percent| percent.normalize())
}
