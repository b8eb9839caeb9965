//! Tables that state their own totals: the row and the column called "Total" against the cells that they add up.

use rust_decimal::Decimal;

use super::working::{number, slip};
use crate::document::{BlockKind, Document, TableCell};
use crate::span::Span;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Place, Verdict};

/// A number of a table with where it stands.
#[derive(Clone, Copy, Debug)]
struct Cell<'a> {
    block: u32,
    at: &'a TableCell,
    /// Nothing where the cell holds words.
    value: Option<Decimal>,
}

/// Appends what the totals of every table of a document say.
pub(super) fn tables(document: &Document<'_>, out: &mut Vec<Verdict>) {
    let mut cells: Vec<Cell<'_>> = Vec::new();
    for (block, content) in document.blocks.iter().enumerate() {
        if let BlockKind::TableCell(at) = &content.kind {
            if cells.first().is_some_and(|first| first.at.table != at.table) {
                table(document, &cells, out);
                cells.clear();
            }
            cells.push(Cell { block: block as u32, at, value: value(&content.text) });
        }
    }
    table(document, &cells, out);
}

/// One table: its total row, column by column, and its total column, row by row.
fn table(document: &Document<'_>, cells: &[Cell<'_>], out: &mut Vec<Verdict>) {
    let body: Vec<&Cell<'_>> = cells.iter().filter(|c| !c.at.header).collect();
    let text = |cell: &Cell<'_>| document.blocks[cell.block as usize].text.as_ref();
    let heads = || body.iter().filter(|c| c.at.column == 0);
    // Rows within rows and subtotals would be counted twice.
    if heads().any(|c| is_nested(text(c))) {
        return;
    }
    if let Some(row) = heads().find(|c| is_total(text(c))).map(|c| c.at.row) {
        // What stands below the total is no part of it; two totals leave open of what each is.
        let single = heads().filter(|c| is_total(text(c))).count() == 1;
        let totals = body.iter().filter(|c| single && c.at.row == row && c.at.column > 0);
        keep(
            out,
            totals.filter_map(|total| {
                let above = |c: &&&Cell<'_>| c.at.row < row && c.at.column == total.at.column;
                judge(document, total, &body.iter().filter(above).copied().collect::<Vec<_>>())
            }),
        );
    }
    let totals = body.iter().filter(|c| c.at.column_header.as_deref().is_some_and(is_total));
    keep(
        out,
        totals.filter_map(|total| {
            let from = body.partition_point(|c| c.at.row < total.at.row);
            let to = body.partition_point(|c| c.at.row <= total.at.row);
            let before = |c: &&&Cell<'_>| c.at.column > 0 && c.at.column < total.at.column;
            judge(document, total, &body[from..to].iter().filter(before).copied().collect::<Vec<_>>())
        }),
    );
}

/// Appends the verdicts on one row or column of totals. Where most of them fail it is called "Total" and is no sum.
fn keep(out: &mut Vec<Verdict>, verdicts: impl Iterator<Item = Verdict>) {
    let verdicts: Vec<Verdict> = verdicts.collect();
    let failed = verdicts.iter().filter(|v| matches!(v.outcome, Outcome::Failed(_))).count();
    if verdicts.len() < 2 || failed * 2 <= verdicts.len() {
        out.extend(verdicts);
    }
}

/// "Total" and nothing else: "Total page views" names a quantity.
fn is_total(text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', '*']).to_lowercase();
    matches!(text.as_str(), "total" | "totals" | "grand total" | "sum" | "in total")
}

fn is_nested(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    text.contains("total") && !is_total(&text) || text.starts_with("of which") || text.starts_with("including")
}

/// The number that a cell holds: "1,234", "$3.20", "(45)" and "-45" are below nought, a dash is nil.
fn value(text: &str) -> Option<Decimal> {
    let text = text.trim().trim_end_matches(['*', '\u{2020}', '\u{2021}']);
    if matches!(text, "-" | "\u{2013}" | "\u{2014}") {
        return Some(Decimal::ZERO);
    }
    let inner = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    let minus = text.strip_prefix(['-', '\u{2212}']);
    let digits = inner.or(minus).unwrap_or(text).trim_start_matches(['$', '\u{a3}', '\u{20ac}']);
    let plain = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'));
    let value: Decimal = plain.then(|| digits.replace(',', "").parse().ok()).flatten()?;
    Some(if inner.is_some() || minus.is_some() { -value } else { value })
}

/// Holds a total against its parts; nothing where a part is no number or the column is one that is not added up.
fn judge(document: &Document<'_>, total: &Cell<'_>, parts: &[&Cell<'_>]) -> Option<Verdict> {
    let stated = total.value?;
    let values: Vec<Decimal> = parts.iter().map(|c| c.value).collect::<Option<_>>()?;
    if values.len() < 2
        || is_rate(total.at.column_header.as_deref())
        || parts.iter().any(|c| is_rate(c.at.row_header.as_deref()))
    {
        return None;
    }
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, v| sum.checked_add(*v))?;
    let scale = values.iter().map(Decimal::scale).chain([stated.scale()]).max().unwrap_or(0);
    let place = Decimal::new(1, scale);
    // Each figure may be rounded by half a place, the total too.
    let rounding = place * Decimal::from(values.len() as u64 + 1) / Decimal::TWO;
    let off = (sum - stated).abs();
    let terms: Vec<String> = values.iter().map(|v| number(*v)).collect();
    let calculation = format!("{} = {}, stated {}", terms.join(" + "), number(sum), number(stated));
    let spot = |cell: &Cell<'_>| {
        let length = document.blocks[cell.block as usize].text.len() as u32;
        Place::in_block(document, cell.block, Span::new(0, length))
    };
    let labels = || {
        parts
            .iter()
            .zip(&values)
            .map(|(c, v)| Label { place: spot(c), message: format!("part: {}", number(*v)) })
            .collect()
    };
    let loose = scale > 0 || scaled(total.at);
    let outcome = if off.is_zero() || off <= rounding && loose {
        Outcome::Passed { calculation, message: "the cells add up to the stated total".to_owned(), labels: labels() }
    } else {
        Outcome::Failed(Box::new(Failure {
            mismatch: if off <= rounding { Mismatch::Soft } else { Mismatch::Hard },
            confidence: Confidence::High,
            message: format!("the cells add up to {}, not to {}", number(sum), number(stated)),
            help: Some("check the total and each cell above or before it".to_owned()),
            primary_label: "stated total".to_owned(),
            labels: labels(),
            calculation: Some(calculation),
            cause: slip(stated, sum),
            fix: None,
        }))
    };
    Some(Verdict { primary: spot(total), outcome })
}

/// Percentages, averages, rates and years are not added up.
fn is_rate(header: Option<&str>) -> bool {
    header.is_some_and(|header| {
        let header = header.to_lowercase();
        [
            "%", "percent", "per cent", "share", "average", "avg", "mean", "median", "rate", "per ", "ratio", "change",
            "rank", "year", "index", "age",
        ]
        .iter()
        .any(|word| header.contains(word))
    })
}

/// Whether header or caption says that the figures are in thousands or more, and so rounded.
fn scaled(cell: &TableCell) -> bool {
    let words = [cell.column_header.as_deref(), cell.row_header.as_deref(), cell.caption.as_deref()];
    words.into_iter().flatten().any(|text| {
        let text = text.to_lowercase();
        ["million", "billion", "thousand", "000", "bn", "$m", "\u{a3}m", "\u{20ac}m", " m)", "rounded", "rounding"]
            .iter()
            .any(|word| text.contains(word))
    })
}
