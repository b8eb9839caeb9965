//! Ranges in tables: an average lies within the range beside it, and the range over all rows begins and ends where the
//! ranges of the rows do.

use rust_decimal::Decimal;

use super::{Content, Placed, content, is_blank, place, tables};
use crate::check::sentence::is_one_of;
use crate::check::working::{number, slip};
use crate::document::{Document, TableCell};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Ranges over all rows that are looked at in one table; each costs a walk over the table.
const MOST_WHOLES: usize = 16;

/// What a cell tells.
#[derive(Clone, Copy, Debug)]
enum Figures {
    Words,
    /// A number, and half of its last written place.
    Value(Decimal, Decimal),
    /// Its ends, and half of the last written place of the coarser one.
    Range(Decimal, Decimal, Decimal),
}

/// What the header of a column says that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Average,
    /// From the least to the most of what was measured.
    Extent,
    /// Where an average is believed to lie.
    Interval,
    Other,
}

/// A cell of a table's body.
#[derive(Clone, Copy, Debug)]
struct Cell<'a> {
    block: u32,
    at: &'a TableCell,
    column: Column,
    figures: Figures,
}

/// Appends what the ranges of every table of a document say.
pub(in crate::check) fn range_columns<'a>(document: &'a Document<'a>, out: &mut Vec<Verdict>) {
    tables(document, |placed| {
        let cell = |&(block, text, at): &Placed<'a>| {
            let column = at.column_header.as_deref().map_or(Column::Other, column);
            let of_use = !at.header && (column != Column::Other || at.column == 0);
            of_use.then(|| Cell { block, at, column, figures: read(&text.text) })
        };
        table(document, &placed.iter().filter_map(cell).collect::<Vec<_>>(), out);
    });
}

fn table(document: &Document<'_>, cells: &[Cell<'_>], out: &mut Vec<Verdict>) {
    let mut averages: Vec<&Cell<'_>> = Vec::new();
    for cell in cells {
        if averages.last().is_some_and(|last| last.at.row != cell.at.row) {
            averages.clear();
        }
        match (cell.column, cell.figures) {
            (Column::Average, _) => averages.push(cell),
            (Column::Extent | Column::Interval, Figures::Range(..)) => {
                out.extend(averages.drain(..).filter_map(|average| within(document, average, cell)));
            }
            _ => {}
        }
    }
    let is_all = |c: &&Cell<'_>| c.column == Column::Extent && c.at.row_header.as_deref().is_some_and(is_whole);
    for all in cells.iter().filter(is_all).take(MOST_WHOLES) {
        let group = group(all.at.row_header.as_deref());
        let part = |c: &&Cell<'_>| {
            c.at.column == all.at.column
                && c.at.row != all.at.row
                && (group.is_none() || group == self::group(c.at.row_header.as_deref()))
        };
        out.extend(hull(document, all, &cells.iter().filter(part).copied().collect::<Vec<_>>()));
    }
}

/// "mean" beside "range": nothing where one of the two is no number.
fn within(document: &Document<'_>, average: &Cell<'_>, range: &Cell<'_>) -> Option<Verdict> {
    let (Figures::Value(value, half), Figures::Range(low, high, slack)) = (average.figures, range.figures) else {
        return None;
    };
    let apart = low.saturating_sub(value).max(value.saturating_sub(high));
    let calculation = format!("{} between {} and {}", number(value), number(low), number(high));
    let labels = vec![label(document, range, format!("from {} to {}", number(low), number(high)))];
    let outcome = if apart <= half + slack {
        Outcome::Passed { calculation, message: "the average lies within its range".to_owned(), labels }
    } else {
        Outcome::Failed(Box::new(Failure {
            mismatch: Mismatch::Hard,
            confidence: Confidence::Medium,
            message: format!(
                "an average of {} lies outside its range, {} to {}",
                number(value),
                number(low),
                number(high)
            ),
            help: Some("check the average and both ends of the range".to_owned()),
            primary_label: "lies outside the range".to_owned(),
            labels,
            calculation: Some(calculation),
            cause: None,
            fix: None,
        }))
    };
    Some(Verdict { primary: place(document, average.block), outcome })
}

/// The range of the row "All" against those of the other rows; nothing where one of them is no range.
fn hull(document: &Document<'_>, all: &Cell<'_>, parts: &[Cell<'_>]) -> Option<Verdict> {
    let Figures::Range(low, high, _) = all.figures else { return None };
    let ranges: Vec<(Decimal, Decimal)> = parts
        .iter()
        .filter(|part| !is_blank(&document.blocks[part.block as usize].text))
        .map(|part| match part.figures {
            Figures::Range(low, high, _) => Some((low, high)),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let least = ranges.iter().map(|r| r.0).min()?;
    let most = ranges.iter().map(|r| r.1).max()?;
    let calculation = format!(
        "the rows reach from {} to {}, stated {} to {}",
        number(least),
        number(most),
        number(low),
        number(high)
    );
    let labels = || {
        let bounding =
            |part: &&Cell<'_>| matches!(part.figures, Figures::Range(low, high, _) if low == least || high == most);
        parts.iter().filter(bounding).map(|part| label(document, part, "a row that it covers".to_owned())).collect()
    };
    let outcome = if (low, high) == (least, most) {
        Outcome::Passed { calculation, message: "the range covers its rows".to_owned(), labels: labels() }
    } else if low != least && high != most {
        // Where both ends are others, it is a range of something else.
        return None;
    } else {
        let (stated, right) = if low == least { (high, most) } else { (low, least) };
        Outcome::Failed(Box::new(Failure {
            mismatch: Mismatch::Hard,
            confidence: Confidence::Medium,
            message: format!(
                "the rows reach from {} to {}, their whole from {} to {}",
                number(least),
                number(most),
                number(low),
                number(high)
            ),
            help: Some("check this range and those of the rows".to_owned()),
            primary_label: format!("{} here, {} in the rows", number(stated), number(right)),
            labels: labels(),
            calculation: Some(calculation),
            cause: slip(stated, right),
            fix: None,
        }))
    };
    Some(Verdict { primary: place(document, all.block), outcome })
}

fn label(document: &Document<'_>, cell: &Cell<'_>, message: String) -> Label {
    Label { place: place(document, cell.block), message }
}

/// "Range (km)" is one; a "reference range", "target range" or "price range" says what ought to be.
fn column(header: &str) -> Column {
    let header = header.to_lowercase();
    let header = header.split(['(', '[', ',']).next().unwrap_or_default().trim();
    match header {
        "mean" | "average" | "avg" | "avg." | "median" | "estimate" => Column::Average,
        "range" | "min–max" | "min-max" | "min/max" | "min to max" => Column::Extent,
        "ci" | "95% ci" | "95 % ci" | "90% ci" | "99% ci" | "confidence interval" | "interval" => Column::Interval,
        _ => Column::Other,
    }
}

/// "All", "All regions", "Overall (primary)".
fn is_whole(header: &str) -> bool {
    let first = header.split_whitespace().next().unwrap_or_default().trim_end_matches([':', ',', '*']);
    is_one_of(&["all", "overall", "total", "combined"], first)
}

/// What stands in parentheses at the end of a row's header: "All (primary)" covers the rows with "(primary)".
fn group(header: Option<&str>) -> Option<&str> {
    let header = header?.trim().strip_suffix(')')?;
    header.rsplit_once('(').map(|(_, group)| group)
}

/// "0.4%", "[-1.5%, 0.7%]", "12–18", "12 to 18".
fn read(text: &str) -> Figures {
    let text = text.trim().trim_end_matches(['*', '\u{2020}', '\u{2021}']);
    if let Some((value, half)) = value(text) {
        return Figures::Value(value, half);
    }
    let bare = text.strip_prefix(['[', '(']).and_then(|t| t.strip_suffix([']', ')'])).unwrap_or(text);
    let ends = [", ", " to ", "\u{2013}", " - ", "-", "; "].iter().find_map(|mark| {
        let at = bare.get(1..)?.find(mark)? + 1;
        Some((value(&bare[..at])?, value(&bare[at + mark.len()..])?))
    });
    match ends {
        Some(((low, a), (high, b))) if low <= high => Figures::Range(low, high, a.max(b)),
        _ => Figures::Words,
    }
}

/// A number with its sign, currency or per cent sign, and half of its last written place; behind a word for a magnitude
/// that is another.
fn value(text: &str) -> Option<(Decimal, Decimal)> {
    let (Content::Number(value) | Content::Percent(value)) = content(text) else { return None };
    let written =
        text.contains(|c: char| c.is_ascii_digit()) && !text.contains(|c: char| c == '(' || c.is_alphabetic());
    written.then(|| (value, Decimal::new(5, value.scale() + 1)))
}
