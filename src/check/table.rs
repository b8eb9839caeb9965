//! Cells: the number that a cell of a table holds, and what its headers say about adding it up.

pub(in crate::check) mod change;
pub(in crate::check) mod ranges;
pub(in crate::check) mod share;
pub(in crate::check) mod told;
pub(in crate::check) mod total;

use rust_decimal::Decimal;

use super::sentence::is_one_of;
use crate::document::{Block, BlockKind, Document, TableCell};
use crate::span::Span;
use crate::verdict::Place;

/// A cell of a table: the number of its block, the block, and where in the table it stands.
pub(super) type Placed<'d> = (u32, &'d Block<'d>, &'d TableCell);

/// Calls `each` with the cells of every table of a document.
pub(super) fn tables<'d>(document: &'d Document<'d>, each: impl FnMut(&[Placed<'d>])) {
    let cells = document.blocks.iter().enumerate().filter_map(|(number, block)| match &block.kind {
        BlockKind::TableCell(at) => Some((number as u32, block, at)),
        _ => None,
    });
    cells.collect::<Vec<Placed<'d>>>().chunk_by(|a, b| a.2.table == b.2.table).for_each(each);
}

/// The place of all that a cell holds.
pub(super) fn place(document: &Document<'_>, block: u32) -> Place {
    let length = document.blocks[block as usize].text.len() as u32;
    Place::in_block(document, block, Span::new(0, length))
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// A number; nil where a dash or a word says that there is nothing.
    Number(Decimal),
    /// A percentage.
    Percent(Decimal),
    /// "n.a.", "...": there may be a number, and nobody knows it.
    Unknown,
    /// Words.
    Words,
}

/// What a row is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    /// A row that is added up.
    Part,
    /// "of which", "including": inside the row above.
    Detail,
    /// "Subtotal".
    Subtotal,
    /// "Total" and nothing else.
    Total,
    /// "Total assets", "Total page views": a subtotal, or a quantity with this name.
    NamedTotal,
    /// An average, a rate, a percentage.
    Rate,
}

/// What says that there is nothing.
const NIL: &[&str] = &["-", "\u{2013}", "\u{2014}", "\u{2212}", "nil", "none", "zero"];

/// What says that nobody knows.
const UNKNOWN: &[&str] = &["n.a.", "n.a", "n/a", "na", "...", "\u{2026}", "..", "?", "tbc", "tbd", "x"];

/// Reads a cell: "1,234", "$3.20", "12%", "1.4m"; "(45)", "-45" and "−45" are below nought; a dash is nil; marks of
/// footnotes ("*", "[1]", "(a)") are dropped.
pub(super) fn content(text: &str) -> Content {
    let text = without_footnote(text.trim());
    if is_one_of(NIL, text) {
        return Content::Number(Decimal::ZERO);
    }
    if is_one_of(UNKNOWN, text) {
        return Content::Unknown;
    }
    let inner = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    let minus = text.strip_prefix(['-', '\u{2212}', '\u{2013}']);
    let unsigned = inner.or(minus).or_else(|| text.strip_prefix('+')).unwrap_or(text);
    let (amount, percent) = unsigned.strip_suffix('%').map_or((unsigned, false), |amount| (amount.trim_end(), true));
    let Some(value) = amount_in(amount) else { return Content::Words };
    let value = if inner.is_some() || minus.is_some() { -value } else { value };
    if percent { Content::Percent(value) } else { Content::Number(value) }
}

/// Whether a cell has no number of its own: it is empty, a dash, or says that nobody knows.
pub(super) fn is_blank(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || is_one_of(NIL, text) || is_one_of(UNKNOWN, text)
}

/// "3.20" of "$3.20", "US$3.20", "GBP 3.20", "3.20m".
fn amount_in(text: &str) -> Option<Decimal> {
    let from = text.find(|c: char| c.is_ascii_digit())?;
    let lead = text[..from].trim();
    let sign =
        lead.chars().all(|c| matches!(c, '$' | '\u{a3}' | '\u{20ac}' | '\u{a5}' | '\u{20b9}' | '-' | '\u{2212}'));
    let code = lead.len() <= 4 && lead.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '$' | '\u{a3}'));
    if !(sign || code && lead.len() >= 2) {
        return None;
    }
    let digits = text[from..].trim_end_matches(|c: char| c.is_alphabetic()).trim_end();
    let power = match text[from + digits.len()..].trim().to_ascii_lowercase().as_str() {
        "" => 0,
        "k" | "thousand" => 3,
        "m" | "mn" | "million" => 6,
        "b" | "bn" | "billion" => 9,
        _ => return None,
    };
    if !digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.')) {
        return None;
    }
    let value: Decimal = digits.replace(',', "").parse().ok()?;
    let value = value.checked_mul(Decimal::from(10u64.pow(power)))?;
    Some(if lead.contains(['-', '\u{2212}']) { -value } else { value })
}

/// "1,240[1]", "25*", "25 (a)", "25¹".
fn without_footnote(text: &str) -> &str {
    let marks = ['*', '\u{2020}', '\u{2021}', '\u{a7}', '\u{b9}', '\u{b2}', '\u{b3}'];
    let text = text.trim_end_matches(marks).trim_end();
    let opening = match text.as_bytes().last() {
        Some(b']') => text.rfind('['),
        Some(b')') => {
            text.rfind('(').filter(|&at| text[at + 1..text.len() - 1].bytes().all(|b| b.is_ascii_lowercase()))
        }
        _ => None,
    };
    let short = |at: usize| (1..=3).contains(&(text.len() - at - 2));
    opening.filter(|&at| at > 0 && short(at)).map_or(text, |at| text[..at].trim_end())
}

/// "Total" and nothing else: "Total page views" names a quantity.
pub(super) fn is_total(text: &str) -> bool {
    let text = without_footnote(text.trim()).trim_end_matches(':').to_lowercase();
    matches!(text.as_str(), "total" | "totals" | "grand total" | "sum" | "in total" | "overall total")
}

/// What the first cell of a row says of the row.
pub(super) fn row_kind(label: &str) -> RowKind {
    if is_total(label) {
        return RowKind::Total;
    }
    let text = without_footnote(label.trim()).trim_end_matches(':').to_lowercase();
    if matches!(text.as_str(), "subtotal" | "sub-total" | "sub total") {
        RowKind::Subtotal
    } else if ["of which", "including", "thereof", "incl.", "o/w"].iter().any(|opening| text.starts_with(opening)) {
        RowKind::Detail
    } else if has_word(&text, &["total", "subtotal", "sum", "net", "gross", "balance"]) {
        RowKind::NamedTotal
    } else if text.contains('%') || has_word(&text, &["percent", "average", "avg", "mean", "median", "rate", "ratio"]) {
        RowKind::Rate
    } else {
        RowKind::Part
    }
}

/// Percentages, averages, rates, ranks and years are not added up.
pub(super) fn is_rate(header: Option<&str>) -> bool {
    header.is_some_and(|header| {
        let header = header.to_lowercase();
        let words = [
            "percent", "per", "share", "average", "avg", "mean", "median", "rate", "ratio", "change", "growth", "rank",
            "index", "age", "pos", "position", "no", "price", "each",
        ];
        header.contains(['%', '#', '\u{b1}'])
            || is_quotient(&header)
            || header.trim() == "year"
            || has_word(&header, &words)
    })
}

/// "Yield (t/ha)", "km/h": a unit divided by another, in brackets or alone. "Other/unknown" names two things.
fn is_quotient(header: &str) -> bool {
    let unit = header.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map_or(header, |(unit, _)| unit);
    unit.len() <= 8
        && !unit.contains(' ')
        && unit.split_once('/').is_some_and(|(above, below)| {
            (1..=3).contains(&above.len()) && (1..=4).contains(&below.len()) && below.chars().all(char::is_alphanumeric)
        })
}

/// Whether a column holds shares of one whole: "%", "Share", and not "% change".
pub(super) fn is_share(header: Option<&str>) -> bool {
    header.is_some_and(|header| {
        let header = header.to_lowercase();
        let other = ["change", "growth", "rate", "swing", "increase", "turnout", "points", "+/-"];
        (header.contains('%') || has_word(&header, &["percent", "percentage", "share"])) && !has_word(&header, &other)
    })
}

fn has_word(text: &str, words: &[&str]) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
}

/// Whether header or caption says that the figures are in thousands or more, and so rounded.
pub(super) fn scaled(cell: &TableCell) -> bool {
    let words = [cell.column_header.as_deref(), cell.row_header.as_deref(), cell.caption.as_deref()];
    words.into_iter().flatten().any(|text| {
        let text = text.to_lowercase();
        let letters =
            ["million", "millions", "billion", "billions", "thousand", "thousands", "bn", "m", "mn", "k", "000s"];
        text.contains("000") || has_word(&text, &letters) || has_word(&text, &["rounded", "rounding"])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &str) {
        let found = match content(text) {
            Content::Number(value) => value.normalize().to_string(),
            Content::Percent(value) => format!("{}%", value.normalize()),
            Content::Unknown => "?".to_owned(),
            Content::Words => "words".to_owned(),
        };
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn cells_hold_numbers() {
        case("1,234", "1234");
        case(" $3.20 ", "3.2");
        case("US$ 14", "14");
        case("GBP 1.4m", "1400000");
        case("(45)", "-45");
        case("-$45", "-45");
        case("\u{2212}45", "-45");
        case("+12", "12");
        case("\u{2013}", "0");
        case("Nil", "0");
        case("n/a", "?");
        case("42.1%", "42.1%");
        case("1,240[1]", "1240");
        case("25 (a)", "25");
        case("25*", "25");
        case("12 of 40", "words");
        case("3rd", "words");
        case("2019-20", "words");
        case("Q1", "words");
    }

    #[test]
    fn labels_say_what_a_row_is() {
        assert_eq!(row_kind("Total*"), RowKind::Total);
        assert_eq!(row_kind("Sub-total:"), RowKind::Subtotal);
        assert_eq!(row_kind("Total assets"), RowKind::NamedTotal);
        assert_eq!(row_kind("of which grants"), RowKind::Detail);
        assert_eq!(row_kind("Corporate tax"), RowKind::Part);
        assert_eq!(row_kind("Average"), RowKind::Rate);
    }
}
