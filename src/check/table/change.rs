//! Columns of change in tables: "2023 | 2024 | Change". Each cell is held against the two levels of its row. Which
//! columns they are, and whether the change is in per cent or in their own unit, nothing says for certain; what fits
//! most rows is taken, and where nothing does, nothing is said.

use rust_decimal::Decimal;

use super::{Content, content, tables};
use crate::check::working::{number, slip};
use crate::document::{Document, TableCell};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// A cell with a number.
#[derive(Clone, Copy, Debug)]
struct Cell<'a> {
    block: u32,
    at: &'a TableCell,
    text: &'a str,
    value: Decimal,
    percent: bool,
}

/// How a column of change is read.
#[derive(Clone, Copy, Debug)]
struct Way {
    /// Columns of the level before and of the level after.
    levels: (u32, u32),
    /// In per cent of the level before, and not in its unit.
    relative: bool,
}

impl Way {
    /// What the change of a row is; `None` where the arithmetic goes over 28 digits.
    fn change(self, base: Decimal, result: Decimal) -> Option<Decimal> {
        if self.relative {
            result.checked_div(base)?.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED)
        } else {
            result.checked_sub(base)
        }
    }
}

/// One row of a column of change.
#[derive(Clone, Copy, Debug)]
struct Row<'a> {
    base: Cell<'a>,
    result: Cell<'a>,
    change: Cell<'a>,
}

/// How far a stated change lies from the levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    Fits,
    /// Apart by no more than the last place of the change.
    Near,
    Apart,
}

/// Appends what the columns of change of every table of a document say.
pub(in crate::check) fn change_columns(document: &Document<'_>, out: &mut Vec<Verdict>) {
    tables(document, |table| {
        let mut cells: Vec<Cell<'_>> = Vec::new();
        for &(block, found, at) in table {
            let (value, percent) = match content(&found.text) {
                Content::Number(value) => (value, false),
                Content::Percent(value) => (value, true),
                Content::Unknown | Content::Words => continue,
            };
            if !at.header && at.column > 0 {
                cells.push(Cell { block, at, text: found.text.trim(), value, percent });
            }
        }
        columns(document, &cells, out);
    });
}

/// Every column of change of one table.
fn columns(document: &Document<'_>, cells: &[Cell<'_>], out: &mut Vec<Verdict>) {
    let Some(first) = cells.first() else { return };
    let header = |column: u32| {
        cells.iter().find(|c| c.at.column == column).and_then(|c| c.at.column_header.as_deref()).unwrap_or("")
    };
    let last = cells.iter().map(|c| c.at.column).max().unwrap_or(first.at.column);
    for change in (1..=last).filter(|column| is_change(header(*column))) {
        let pairs = [(change.checked_sub(2), change.checked_sub(1)), (change.checked_sub(1), Some(change + 1))];
        let pairs = pairs.into_iter().chain([(Some(change + 1), Some(change + 2))]);
        let ways = pairs
            .filter_map(|(a, b)| in_order((a?, header(a?)), (b?, header(b?))))
            .flat_map(|levels| [true, false].map(|relative| Way { levels, relative }));
        let read = ways.map(|way| {
            let rows = rows(cells, change, way);
            let place = coarse(&rows);
            let fits: Vec<Fit> = rows.iter().filter_map(|row| fit(row, way, place)).collect();
            (rows, fits, way)
        });
        let sound = |fits: &[Fit]| fits.iter().filter(|fit| **fit == Fit::Fits).count();
        let best = read
            .filter(|(rows, fits, _)| rows.len() == fits.len())
            .max_by_key(|(_, fits, way)| (sound(fits), !way.relative));
        let Some((rows, fits, way)) = best else { continue };
        let right = sound(&fits);
        // Two that fit for each that does not, or the column is of something else.
        if right >= 2 && (fits.len() - right) * 2 <= right {
            out.extend(rows.iter().zip(&fits).filter_map(|(row, fit)| verdict(document, row, way, *fit)));
        }
    }
}

/// "Change", "% change", "Growth", "+/-", "y/y".
fn is_change(header: &str) -> bool {
    let header = header.to_lowercase();
    let words = ["change", "chg", "growth", "variation", "increase", "difference", "diff", "yoy", "rise"];
    header.contains("+/-")
        || header.contains("y/y")
        || header.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
}

/// The columns of the earlier and the later level, where their headers tell.
fn in_order((a, first): (u32, &str), (b, second): (u32, &str)) -> Option<(u32, u32)> {
    match (time(first)?, time(second)?) {
        (one, two) if one.0 != two.0 => None,
        (one, two) if one < two => Some((a, b)),
        (one, two) if two < one => Some((b, a)),
        _ => None,
    }
}

/// The time that a header names: whether by a year, the year, and the half, quarter or month in it. "Last year" comes
/// before "this year", "before" before "after".
fn time(header: &str) -> Option<(bool, u16, u8)> {
    const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec";
    let header = header.to_lowercase();
    let words: Vec<&str> = header.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let year = |word: &&str| {
        let digits = word.strip_prefix("fy").unwrap_or(word);
        digits.parse::<u16>().ok().filter(|year| digits.len() == 4 && (1900..2100).contains(year))
    };
    let within = |word: &&str| match word.as_bytes() {
        [b'q' | b'h', digit @ b'1'..=b'4'] | [digit @ b'1'..=b'4', b'q' | b'h'] => Some(digit - b'0'),
        [_, _, _, ..] => MONTHS.split(' ').position(|month| word.starts_with(month)).map(|at| at as u8 + 1),
        _ => None,
    };
    if let Some(year) = words.iter().find_map(year) {
        return Some((true, year, words.iter().find_map(within).unwrap_or(0)));
    }
    let named = |word: &&str| match *word {
        "last" | "previous" | "prior" | "before" | "earlier" => Some(0),
        "this" | "current" | "after" | "now" => Some(1),
        _ => None,
    };
    Some((false, words.iter().find_map(named)?, 0))
}

/// Every row in which both levels and the change are numbers.
fn rows<'a>(cells: &[Cell<'a>], change: u32, way: Way) -> Vec<Row<'a>> {
    let rows = cells.chunk_by(|a, b| a.at.row == b.at.row);
    let found = rows.filter_map(|row| {
        let cell = |column: u32| row.iter().find(|c| c.at.column == column).copied();
        let (base, result, change) = (cell(way.levels.0)?, cell(way.levels.1)?, cell(change)?);
        let positive = base.value > Decimal::ZERO && result.value >= Decimal::ZERO && base.percent == result.percent;
        // "1.4m": how far it is rounded is not to be seen any more.
        let plain = |c: &Cell<'_>| !c.text.ends_with(|c: char| c.is_alphabetic());
        (positive && plain(&base) && plain(&result) && plain(&change)).then_some(Row { base, result, change })
    });
    found.collect()
}

/// The place to which all levels are rounded, where they end in noughts: 1,000 in "12,000 | 15,000".
fn coarse(rows: &[Row<'_>]) -> Decimal {
    let powers = [1_000_000u32, 100_000, 10_000, 1_000, 100].map(Decimal::from);
    let divides = |power: &Decimal| {
        rows.iter().all(|row| (row.base.value % power).is_zero() && (row.result.value % power).is_zero())
    };
    powers.into_iter().find(divides).unwrap_or_default()
}

fn fit(row: &Row<'_>, way: Way, coarse: Decimal) -> Option<Fit> {
    let place = |cell: &Cell<'_>| Decimal::new(1, cell.value.scale()).max(coarse);
    let (a, b) = (row.base.value, row.result.value);
    let (half_a, half_b) = (place(&row.base) / Decimal::TWO, place(&row.result) / Decimal::TWO);
    let change = |result: Decimal, base: Decimal| way.change(base, result);
    let (low, high) = (
        change(b.checked_sub(half_b)?, a.checked_add(half_a)?)?,
        change(b.checked_add(half_b)?, a.checked_sub(half_a)?)?,
    );
    // A difference is often rounded like the levels.
    let least = if way.relative { Decimal::ZERO } else { coarse };
    let own = Decimal::new(1, row.change.value.scale()).max(least);
    let stated = row.change.value;
    let within = |by: Decimal| stated.saturating_add(by) >= low && stated.saturating_sub(by) <= high;
    Some(match (within(own / Decimal::TWO), within(own)) {
        (true, _) => Fit::Fits,
        (_, true) => Fit::Near,
        _ => Fit::Apart,
    })
}

fn verdict(document: &Document<'_>, row: &Row<'_>, way: Way, fit: Fit) -> Option<Verdict> {
    let (a, b) = (row.base.value, row.result.value);
    let made = way.change(a, b)?;
    let right = made.round_dp(row.change.value.scale().max(u32::from(fit != Fit::Apart && way.relative)));
    let unit = if way.relative { "%" } else { "" };
    let signed = |value: Decimal| {
        format!("{}{unit}", if value > Decimal::ZERO { format!("+{}", number(value)) } else { number(value) })
    };
    let (base, result, stated) = (row.base.text, row.result.text, row.change.text);
    let working = if way.relative { format!("({result} - {base}) / {base}") } else { format!("{result} - {base}") };
    let calculation = format!("{working} = {}, stated {stated}", signed(right));
    let place = |cell: &Cell<'_>| super::place(document, cell.block);
    let label = |cell: &Cell<'_>, message: &str| Label { place: place(cell), message: message.to_owned() };
    let mut labels = vec![label(&row.base, "level before"), label(&row.result, "level afterwards")];
    labels.sort_by_key(|label| label.place.span.start);
    let outcome = if fit == Fit::Fits {
        let message = "the change agrees with the two levels of its row".to_owned();
        Outcome::Passed { calculation, message, labels }
    } else {
        let noun = if made > Decimal::ZERO { "a rise" } else { "a fall" };
        Outcome::Failed(Box::new(Failure {
            mismatch: if fit == Fit::Apart { Mismatch::Hard } else { Mismatch::Soft },
            confidence: Confidence::High,
            message: format!("{base} to {result} is {noun} of {}{unit}, not “{stated}”", number(right.abs())),
            help: Some("check the change and both levels".to_owned()),
            primary_label: "stated change".to_owned(),
            labels,
            calculation: Some(calculation),
            cause: slip(row.change.value.abs(), right.abs()),
            fix: None,
        }))
    };
    Some(Verdict { primary: place(&row.change), outcome })
}
