//! Tables that state their own totals: the rows and the column called "Total" against the cells that they add up.

use std::cell::OnceCell;

use rust_decimal::Decimal;

use super::{Content, RowKind, content, is_rate, is_share, is_total, place, row_kind, scaled};
use crate::check::fix::fix;
use crate::check::working::{number, slip};
use crate::document::{Document, TableCell};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// A cell of a table with where it stands.
#[derive(Clone, Copy, Debug)]
struct Cell<'a> {
    block: u32,
    at: &'a TableCell,
    content: Content,
}

impl Cell<'_> {
    /// The number, where the cell holds one.
    fn value(&self) -> Option<Decimal> {
        match self.content {
            Content::Number(value) | Content::Percent(value) => Some(value),
            Content::Unknown | Content::Words => None,
        }
    }
}

/// The body of one table, in rows.
struct Body<'a> {
    document: &'a Document<'a>,
    /// Whether the document says that its figures are rounded; looked for once, and only where it matters.
    rounds: &'a OnceCell<bool>,
    rows: Vec<(RowKind, Vec<Cell<'a>>)>,
}

/// Appends what the totals of every table of a document say.
pub(in crate::check) fn tables(document: &Document<'_>, out: &mut Vec<Verdict>) {
    let rounds = OnceCell::new();
    super::tables(document, |placed| {
        // In HTML the name of a row can be marked as a header too.
        let body = placed.iter().filter(|(_, _, at)| !at.header || at.column == 0);
        let cells = body.map(|&(block, found, at)| Cell { block, at, content: content(&found.text) });
        table(document, &rounds, &cells.collect::<Vec<_>>(), out);
    });
}

/// One table: its total rows, column by column, and its total column, row by row.
fn table(document: &Document<'_>, rounds: &OnceCell<bool>, cells: &[Cell<'_>], out: &mut Vec<Verdict>) {
    let text = |cell: &Cell<'_>| document.blocks[cell.block as usize].text.as_ref();
    let rows = cells
        .chunk_by(|a, b| a.at.row == b.at.row)
        .filter(|row| row.iter().any(|c| !c.at.header))
        .map(|row| {
            (row.first().filter(|c| c.at.column == 0).map_or(RowKind::Part, |c| row_kind(text(c))), row.to_vec())
        })
        .collect();
    let body = Body { document, rounds, rows };
    let mut columns: Vec<u32> = body
        .rows
        .iter()
        .filter(|(kind, _)| matches!(kind, RowKind::Total | RowKind::Subtotal | RowKind::NamedTotal))
        .flat_map(|(_, row)| row.iter().map(|c| c.at.column).filter(|&column| column > 0))
        .collect();
    columns.sort_unstable();
    columns.dedup();
    let (mut down, mut along) = (Vec::new(), Vec::new());
    keep(&mut down, columns.into_iter().flat_map(|column| body.column(column)).collect());
    keep(&mut along, body.rows.iter().filter_map(|(_, row)| body.row(row)).collect());
    let mut wrong: Vec<&mut Verdict> = down.iter_mut().filter(|v| !passes(v)).collect();
    along.retain_mut(|row| passes(row) || !wrong.iter_mut().any(|column| agrees(column, row)));
    out.extend(down.into_iter().chain(along));
}

/// Whether a row finds the same wrong as a column: then the column's verdict takes in what the row shows.
fn agrees(column: &mut Verdict, row: &mut Verdict) -> bool {
    let same = column.primary == row.primary;
    let (Outcome::Failed(told), Outcome::Failed(again)) = (&mut column.outcome, &mut row.outcome) else { return false };
    if !same || told.message != again.message {
        return false;
    }
    told.labels.append(&mut again.labels);
    if let (Some(working), Some(more)) = (&mut told.calculation, again.calculation.take()) {
        working.push_str("; ");
        working.push_str(&more);
    }
    true
}

/// Appends the verdicts on one row or column of totals. Where most of them fail it is called "Total" and is no sum.
fn keep(out: &mut Vec<Verdict>, verdicts: Vec<Verdict>) {
    let failed = verdicts.iter().filter(|v| matches!(v.outcome, Outcome::Failed(_))).count();
    if verdicts.len() < 2 || failed * 2 <= verdicts.len() {
        out.extend(verdicts);
    }
}

impl Body<'_> {
    /// The subtotals and the total of one column. A row named "Total ..." counts as a subtotal where it is one; where
    /// it is none, or rows lie within rows, nobody knows what the total adds up, and only one that fits is told.
    fn column(&self, column: u32) -> Vec<Verdict> {
        let (mut leaves, mut open, mut sums) = (Vec::new(), Vec::new(), Vec::new());
        let mut unclear = self.rows.iter().filter(|(kind, _)| *kind == RowKind::Total).count() > 1;
        let mut found = Vec::new();
        for (at, (kind, row)) in self.rows.iter().enumerate() {
            let Some(cell) = row.iter().find(|c| c.at.column == column) else { continue };
            match kind {
                RowKind::Part => {
                    leaves.push(cell);
                    open.push(cell);
                }
                RowKind::Detail | RowKind::Rate => unclear = true,
                RowKind::Subtotal | RowKind::NamedTotal => {
                    let verdict = self.judge(cell, &open).or_else(|| self.judge(cell, &leaves));
                    let passed = verdict.as_ref().is_some_and(passes);
                    if passed || *kind == RowKind::Subtotal && open.len() > 1 {
                        found.extend(verdict);
                        sums.push(cell);
                        open.clear();
                    } else {
                        unclear = true;
                    }
                }
                RowKind::Total if leaves.is_empty() => return self.below(cell, at).into_iter().collect(),
                RowKind::Total => {
                    let both: Vec<_> = sums.iter().chain(&open).copied().collect();
                    let ways = [&leaves, &both, &open];
                    let verdicts: Vec<_> = ways.iter().filter_map(|parts| self.judge(cell, parts)).collect();
                    let fits = verdicts.iter().position(passes);
                    let choice =
                        fits.or_else(|| (!unclear && !verdicts.is_empty()).then_some(usize::from(!sums.is_empty())));
                    found.extend(choice.and_then(|i| verdicts.into_iter().nth(i)));
                }
            }
        }
        found
    }

    /// A total in the first row, above its parts. They may be told in several ways ("by age", "by sex"), so that one
    /// that is far off says nothing.
    fn below(&self, total: &Cell<'_>, at: usize) -> Option<Verdict> {
        let rows = &self.rows[at + 1..];
        if rows.iter().any(|(kind, _)| *kind != RowKind::Part) {
            return None;
        }
        let parts: Vec<_> =
            rows.iter().filter_map(|(_, row)| row.iter().find(|c| c.at.column == total.at.column)).collect();
        self.judge(total, &parts).filter(|verdict| passes(verdict) || near(total, &parts))
    }

    /// The total of one row: of the cells before it, or behind it where it stands first.
    fn row(&self, row: &[Cell<'_>]) -> Option<Verdict> {
        let at = row.iter().position(|c| c.at.column_header.as_deref().is_some_and(is_total))?;
        let adds = |c: &&Cell<'_>| c.at.column > 0 && !is_rate(c.at.column_header.as_deref());
        let is_number = |c: &&Cell<'_>| c.content != Content::Words;
        let mut parts: Vec<_> = row[..at].iter().rev().take_while(is_number).filter(adds).collect();
        parts.reverse();
        if parts.is_empty() && row[..at].iter().all(|c| c.content == Content::Words) {
            let behind: Vec<_> = row[at + 1..].iter().take_while(is_number).filter(adds).collect();
            return self.judge(&row[at], &behind).filter(|verdict| passes(verdict) || near(&row[at], &behind));
        }
        self.judge(&row[at], &parts)
    }

    /// Holds a total against its parts; nothing where a part is no number or the column is one that is not added up.
    fn judge(&self, total: &Cell<'_>, parts: &[&Cell<'_>]) -> Option<Verdict> {
        let stated = total.value()?;
        let values: Vec<Decimal> = parts.iter().map(|c| c.value()).collect::<Option<_>>()?;
        let shares = is_share(total.at.column_header.as_deref()) || matches!(total.content, Content::Percent(_));
        let whole = shares && stated == Decimal::ONE_HUNDRED && values.iter().all(|v| *v >= Decimal::ZERO);
        if values.len() < 2 || !whole && (shares || is_rate(total.at.column_header.as_deref())) {
            return None;
        }
        let sum = values.iter().try_fold(Decimal::ZERO, |sum, v| sum.checked_add(*v))?;
        // Shares that are far from the whole are answers to a question that takes several.
        if whole && (sum < Decimal::from(90) || sum > Decimal::from(110)) {
            return None;
        }
        let scale = values.iter().map(Decimal::scale).chain([stated.scale()]).max().unwrap_or(0);
        // Each figure may be rounded by half a place, the total too.
        let rounding = Decimal::try_new(5, scale + 1).ok()?.checked_mul(Decimal::from(values.len() as u64 + 1))?;
        let missing = stated.checked_sub(sum)?;
        let off = missing.abs();
        let loose = || scale > 0 || whole || scaled(total.at) || self.says_that_it_rounds();
        let terms: Vec<String> = values.iter().map(|v| number(*v)).collect();
        let calculation = format!("{} = {}, stated {}", terms.join(" + "), number(sum), number(stated));
        let labels = parts
            .iter()
            .zip(&values)
            .map(|(c, v)| Label { place: place(self.document, c.block), message: format!("part: {}", number(*v)) })
            .collect();
        let outcome = if off.is_zero() || off <= rounding && loose() {
            Outcome::Passed { calculation, message: "the cells add up to the stated total".to_owned(), labels }
        } else {
            let right = |v: Decimal| v.checked_add(missing).filter(|right| *right > Decimal::ZERO);
            let wrong = values.iter().find_map(|v| slip(*v, right(*v)?));
            Outcome::Failed(Box::new(Failure {
                mismatch: if off <= rounding { Mismatch::Soft } else { Mismatch::Hard },
                confidence: Confidence::High,
                message: format!("the cells add up to {}, not to {}", number(sum), number(stated)),
                help: Some("check the total and each cell above or before it".to_owned()),
                primary_label: "stated total".to_owned(),
                labels,
                calculation: Some(calculation),
                cause: slip(stated, sum).or_else(|| wrong.map(|slip| format!("in one of the cells: {slip}"))),
                fix: fix([crate::check::fix::cell(self.document, total.block, stated, sum)]),
            }))
        };
        Some(Verdict { primary: place(self.document, total.block), outcome })
    }

    /// "Totals may not add up because of rounding."
    fn says_that_it_rounds(&self) -> bool {
        let says = |text: &str| text.contains("rounding") || text.contains("rounded");
        *self.rounds.get_or_init(|| self.document.blocks.iter().any(|block| says(&block.text)))
    }
}

fn passes(verdict: &Verdict) -> bool {
    matches!(verdict.outcome, Outcome::Passed { .. })
}

/// Whether the parts come within a quarter of the total.
fn near(total: &Cell<'_>, parts: &[&Cell<'_>]) -> bool {
    let sum = parts.iter().filter_map(|c| c.value()).try_fold(Decimal::ZERO, Decimal::checked_add);
    let off = sum.zip(total.value()).and_then(|(sum, all)| sum.checked_sub(all)?.checked_div(all));
    off.is_some_and(|off| off.abs() <= Decimal::new(25, 2))
}
