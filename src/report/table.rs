//! Tables for people: columns as wide as their cells, in columns of the terminal, and cells that are too long cut.

use std::io::{self, Write};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::Look;

/// Between two columns.
pub(super) const GAP: &str = "  ";

/// Prints heads and rows, with no cell wider than `widest`.
pub fn table<const N: usize>(
    look: Look,
    heads: [&str; N],
    rows: &[[String; N]],
    widest: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let widths = widths(&heads, rows, widest);
    writeln!(out, "{}", look.paint("2", &line(&heads, &widths, |_, cell| cell.to_owned())))?;
    for row in rows {
        writeln!(out, "{}", line(&row.each_ref().map(String::as_str), &widths, |_, cell| cell.to_owned()))?;
    }
    Ok(())
}

/// How wide each column is: as its widest cell, and not wider than `widest`.
pub(super) fn widths<const N: usize>(heads: &[&str; N], rows: &[[String; N]], widest: usize) -> [usize; N] {
    let mut widths = heads.map(UnicodeWidthStr::width);
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width().min(widest));
        }
    }
    widths
}

/// One line, its cells cut and padded to the widths and then painted.
pub(super) fn line<const N: usize>(
    cells: &[&str; N],
    widths: &[usize; N],
    paint: impl Fn(usize, &str) -> String,
) -> String {
    let last = cells.iter().rposition(|cell| !cell.is_empty()).unwrap_or_default();
    let mut out = String::new();
    for column in 0..=last {
        let cell = cut(cells[column], widths[column]);
        if !cell.is_empty() {
            out.push_str(&paint(column, &cell));
        }
        if column < last {
            out.extend(std::iter::repeat_n(' ', widths[column].saturating_sub(cell.width())));
            out.push_str(GAP);
        }
    }
    out
}

/// A cell of at most so many columns, with an ellipsis where something was cut off.
fn cut(cell: &str, width: usize) -> String {
    if cell.width() <= width {
        return cell.to_owned();
    }
    let mut used = 1;
    let kept = cell.chars().take_while(|c| {
        used += c.width().unwrap_or_default();
        used <= width
    });
    let mut out: String = kept.collect();
    out.truncate(out.trim_end().len());
    out.push('…');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(cut("東京の人口", 6), "東京…");
        assert_eq!(cut("東京の人口", 10), "東京の人口");
        assert_eq!(cut("abc def", 5), "abc…");
    }

    #[test]
    fn columns_are_as_wide_as_what_is_seen() {
        let mut out = Vec::new();
        let rows = [["cm³", "東京", ""], ["m", "x", "y"]].map(|row| row.map(str::to_owned));
        table(Look::PLAIN, ["unit", "of", "by"], &rows, 40, &mut out).unwrap_or_default();
        insta::assert_snapshot!(String::from_utf8_lossy(&out), @"
        unit  of    by
        cm³   東京
        m     x     y
        ");
    }
}
