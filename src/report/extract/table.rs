//! Rows for people: a table a text, with what an editor looks for first.

use std::io::{self, Write};

use unicode_width::UnicodeWidthStr;

use super::Row;
use crate::report::Look;

/// The rows of one text, kept until the widths of the columns are known.
#[derive(Debug, Default)]
pub struct Table {
    path: String,
    rows: Vec<[String; COLUMNS]>,
}

const COLUMNS: usize = 6;
const HEADS: [&str; COLUMNS] = ["place", "figure", "value", "measure", "about", "period"];
/// Longer cells are cut: the table is for looking through, the machine formats have everything.
const WIDEST: usize = 44;

impl Table {
    /// Adds a row; all rows are of one text.
    pub fn push(&mut self, row: &Row<'_>) {
        row.path.clone_into(&mut self.path);
        let period = row.period.map(|period| period.to_string());
        self.rows.push([
            format!("{}:{}", row.line, row.column),
            row.text.split_whitespace().collect::<Vec<_>>().join(" "),
            value(row),
            [row.measure.unwrap_or_default(), row.change.unwrap_or_default()].join(" ").trim().to_owned(),
            row.about.join(", "),
            row.timex.map(str::to_owned).or(period).unwrap_or_default(),
        ]);
    }

    /// Prints the table; nothing where there is no row.
    pub fn write(&self, look: Look, out: &mut dyn Write) -> io::Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let widths: Vec<usize> = (0..COLUMNS)
            .map(|n| {
                let cells = self.rows.iter().map(|row| row[n].width().min(WIDEST));
                cells.max().unwrap_or_default().max(HEADS[n].len())
            })
            .collect();
        writeln!(out, "{}", look.paint("1", &self.path))?;
        let heads = HEADS.map(str::to_owned);
        let heads = line(&heads, &widths);
        writeln!(out, "{}", look.paint("2", &heads))?;
        for row in &self.rows {
            writeln!(out, "{}", line(row, &widths))?;
        }
        writeln!(out)
    }
}

fn value(row: &Row<'_>) -> String {
    let number = match (row.value, row.low, row.high) {
        (Some(value), _, _) => value.normalize().to_string(),
        (None, Some(low), Some(high)) => format!("{} to {}", low.normalize(), high.normalize()),
        (None, Some(low), None) => format!("from {}", low.normalize()),
        (None, None, Some(high)) => format!("up to {}", high.normalize()),
        (None, None, None) => String::new(),
    };
    let unit = row.unit.unwrap_or_default();
    let hedge = if row.hedge == "none" { "" } else { row.hedge };
    [number.as_str(), unit, hedge].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

fn line(cells: &[String; COLUMNS], widths: &[usize]) -> String {
    let mut out = String::new();
    for (cell, &width) in cells.iter().zip(widths) {
        let cell = cut(cell);
        out.push_str("  ");
        out.push_str(&cell);
        out.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width())));
    }
    out.truncate(out.trim_end().len());
    out
}

fn cut(cell: &str) -> String {
    if cell.width() <= WIDEST {
        return cell.to_owned();
    }
    let mut out = String::new();
    for c in cell.chars() {
        if out.width() + 2 > WIDEST {
            break;
        }
        out.push(c);
    }
    out.push('…');
    out
}
