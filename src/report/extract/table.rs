//! Rows for people: a table a text, one line a figure, with what an editor looks for first.

use std::io::{self, Write};

use rust_decimal::Decimal;

use super::Row;
use crate::quantity::grouped;
use crate::report::Look;
use crate::report::table::{GAP, line, widths};

/// The rows of one text, kept until the widths of the columns are known.
#[derive(Debug, Default)]
pub struct Table {
    path: String,
    rows: Vec<[String; COLUMNS]>,
}

const COLUMNS: usize = 6;
const HEADS: [&str; COLUMNS] = ["place", "figure", "value", "measure", "about", "when"];
/// The colour of each column as SGR code; 0 is that of the terminal.
const COLORS: [&str; COLUMNS] = ["2", "1", "36", "33", "0", "32"];
/// Longer cells are cut even where there is room: the table is for looking through, the machine formats have
/// everything.
const WIDEST: usize = 44;
/// Columns are not cut below this for a narrow terminal.
const NARROWEST: usize = 12;
/// Longest denominator of a fraction that is shown as one.
const LARGEST_DENOMINATOR: i64 = 99;
/// Places behind the point that are shown of a number without an end that is no such fraction.
const PLACES: u32 = 4;

impl Table {
    /// Adds a row; all rows are of one text.
    pub fn push(&mut self, row: &Row<'_>) {
        if self.rows.is_empty() {
            row.path.clone_into(&mut self.path);
        }
        let measure = row.measure.unwrap_or_default().replace('_', " ");
        let period = row.period.map(crate::period::Period::in_words).filter(|words| !words.is_empty());
        self.rows.push([
            format!("{}:{}", row.line, row.column),
            one_line(row.text),
            value(row),
            [measure.as_str(), row.change.unwrap_or_default()].join(" ").trim().to_owned(),
            row.about.join(", "),
            period.or_else(|| row.timex.map(str::to_owned)).unwrap_or_default(),
        ]);
    }

    /// Prints the table; nothing where there is no row.
    pub fn write(&self, look: Look, out: &mut dyn Write) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let widths = self.widths(look.width);
        writeln!(out, "{}", look.paint("1", &self.path))?;
        writeln!(out, "{GAP}{}", line(&HEADS, &widths, |_, cell| look.paint("2;4", cell)))?;
        for row in &self.rows {
            let cells = row.each_ref().map(String::as_str);
            writeln!(out, "{GAP}{}", line(&cells, &widths, |column, cell| look.paint(COLORS[column], cell)))?;
        }
        writeln!(out)
    }

    /// How wide each column is: as its widest cell, and less for the widest columns where a line is too long.
    fn widths(&self, room: usize) -> [usize; COLUMNS] {
        let mut widths = widths(&HEADS, &self.rows, WIDEST);
        loop {
            let over = (widths.iter().sum::<usize>() + COLUMNS * GAP.len()).saturating_sub(room);
            let Some(widest) = widths.iter_mut().max_by_key(|width| **width).filter(|width| **width > NARROWEST) else {
                return widths;
            };
            if over == 0 {
                return widths;
            }
            *widest -= 1;
        }
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn value(row: &Row<'_>) -> String {
    let number = match (row.value, row.low, row.high) {
        (Some(value), _, _) => number(value),
        (None, Some(low), Some(high)) => format!("{} to {}", number(low), number(high)),
        (None, Some(low), None) => format!("from {}", number(low)),
        (None, None, Some(high)) => format!("up to {}", number(high)),
        (None, None, None) => String::new(),
    };
    let unit = match (row.noun, row.unit) {
        (Some(noun), _) => noun.to_owned(),
        (None, Some("person")) => "people".to_owned(),
        (None, unit) => unit.unwrap_or_default().replace('_', " "),
    };
    let hedge = if row.hedge == "none" { String::new() } else { row.hedge.replace('_', " ") };
    [number, unit, hedge].iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// A number as people write it: "5,500,000", "0.5", "1/3" for what has no end.
fn number(value: Decimal) -> String {
    let value = value.normalize();
    if value.scale() <= PLACES {
        return grouped(value);
    }
    // Two thirds of 28 digits, times three, are off by the last digit or two.
    let almost_whole = |denominator: &i64| {
        let times = value.checked_mul(Decimal::from(*denominator))?;
        let near = times.round();
        let off = (times - near).abs();
        (off < Decimal::new(1, 24) && !near.is_zero()).then_some((near, *denominator))
    };
    match (2..=LARGEST_DENOMINATOR).find_map(|denominator| almost_whole(&denominator)) {
        Some((numerator, denominator)) if value.scale() > 20 => format!("{}/{denominator}", grouped(numerator)),
        _ if value.abs() < Decimal::ONE => value.to_string(),
        _ => grouped(value.round_dp(PLACES).normalize()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_people_write_them() {
        let p = |numerator: i64, denominator: i64| number(Decimal::from(numerator) / Decimal::from(denominator));
        assert_eq!(p(1, 3), "1/3");
        assert_eq!(p(2, 3), "2/3");
        assert_eq!(p(10, 7), "10/7");
        assert_eq!(p(1, 2), "0.5");
        assert_eq!(p(5_500_000, 1), "5,500,000");
        assert_eq!(p(-12345, 10), "-1,234.5");
        assert_eq!(p(1, 3000), "0.0003333333333333333333333333");
        assert_eq!(number("0.00001".parse().unwrap_or_default()), "0.00001");
        assert_eq!(number("1234.567891".parse().unwrap_or_default()), "1,234.5679");
    }
}
