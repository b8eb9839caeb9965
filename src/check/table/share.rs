//! Columns of shares in tables: "Votes | %". Each share is that of the amount beside it in the total of the amounts.
//! Which column it belongs to, nothing says for certain; the one that most rows fit is taken, and where none does,
//! nothing is said.

use rust_decimal::Decimal;

use super::{Content, RowKind, content, is_share, place, row_kind, tables};
use crate::check::working::{number, slip};
use crate::document::{Document, TableCell};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Fewest rows that show which amounts the shares are of; one less where the total stands with them or they have
/// decimals.
const LEAST: usize = 3;

/// A cell with a number.
#[derive(Clone, Copy, Debug)]
struct Cell<'a> {
    block: u32,
    at: &'a TableCell,
    value: Decimal,
    total: bool,
}

/// A share beside its amount.
#[derive(Clone, Copy, Debug)]
struct Row<'a> {
    amount: Cell<'a>,
    share: Cell<'a>,
    /// What the share should be.
    right: Decimal,
    fits: bool,
}

/// Appends what the columns of shares of every table of a document say.
pub(in crate::check) fn share_columns(document: &Document<'_>, out: &mut Vec<Verdict>) {
    tables(document, |table| {
        let (mut amounts, mut shares): (Vec<Cell<'_>>, Vec<Cell<'_>>) = (Vec::new(), Vec::new());
        for &(block, found, at) in table.iter().filter(|(_, _, at)| !at.header && at.column > 0) {
            let total = match at.row_header.as_deref().map(row_kind) {
                Some(RowKind::Part) | None => false,
                Some(RowKind::Total) => true,
                // Rows within rows, and averages.
                Some(_) => return,
            };
            let cell = |value| Cell { block, at, value, total };
            match content(&found.text) {
                Content::Percent(value) => shares.push(cell(value)),
                Content::Number(value) if is_share(at.column_header.as_deref()) => shares.push(cell(value)),
                Content::Number(value) => amounts.push(cell(value)),
                Content::Unknown | Content::Words => {}
            }
        }
        let by_column = |a: &Cell<'_>, b: &Cell<'_>| a.at.column.cmp(&b.at.column).then(a.at.row.cmp(&b.at.row));
        amounts.sort_by(by_column);
        shares.sort_by(by_column);
        for column in shares.chunk_by(|a, b| a.at.column == b.at.column) {
            let best = amounts
                .chunk_by(|a, b| a.at.column == b.at.column)
                .filter_map(|amounts| rows(amounts, column))
                .max_by_key(|rows| rows.iter().filter(|row| row.fits).count());
            out.extend(best.iter().flatten().map(|row| judge(document, row)));
        }
    });
}

/// The rows of a column of shares beside a column of amounts; `None` where it is of something else.
fn rows<'a>(amounts: &[Cell<'a>], shares: &[Cell<'a>]) -> Option<Vec<Row<'a>>> {
    let stated = amounts.iter().find(|c| c.total).map(|c| c.value);
    let sum = || amounts.iter().filter(|c| !c.total).try_fold(Decimal::ZERO, |sum, c| sum.checked_add(c.value));
    let whole = stated.or_else(sum).filter(|whole| *whole > Decimal::ZERO)?;
    let scale = |cells: &[Cell<'_>]| cells.iter().map(|c| c.value.scale()).max().unwrap_or(0);
    let half = |scale: u32| Decimal::try_new(5, scale + 1).ok();
    let percent = |amount: Decimal| amount.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
    // An amount with decimals may be rounded itself.
    let coarse = if scale(amounts) > 0 { percent(half(scale(amounts))?)? } else { Decimal::ZERO };
    let width = half(scale(shares))?.checked_add(coarse.checked_mul(Decimal::TWO)?)?;
    let mut rows = Vec::new();
    for share in shares.iter().filter(|c| !c.total) {
        let at = amounts.binary_search_by_key(&share.at.row, |c| c.at.row).ok()?;
        let right = percent(amounts[at].value)?;
        let fits = right.checked_sub(share.value)?.abs() <= width;
        rows.push(Row { amount: amounts[at], share: *share, right, fits });
    }
    let fits = rows.iter().filter(|row| row.fits).count();
    // Two with a decimal hardly fit by chance.
    let sure = stated.is_some() || scale(shares) > 0;
    let least = if sure { LEAST - 1 } else { LEAST };
    (fits >= least && (rows.len() - fits) * 2 <= fits).then_some(rows)
}

fn judge(document: &Document<'_>, row: &Row<'_>) -> Verdict {
    let place = |cell: &Cell<'_>| place(document, cell.block);
    let right = row.right.round_dp(row.share.value.scale());
    let (stated, amount) = (number(row.share.value), number(row.amount.value));
    let labels = vec![Label { place: place(&row.amount), message: "the amount".to_owned() }];
    let calculation = format!("{amount} is {}% of the total, stated {stated}%", number(right));
    let outcome = if row.fits {
        Outcome::Passed { calculation, message: "the share is that of its amount".to_owned(), labels }
    } else {
        Outcome::Failed(Box::new(Failure {
            mismatch: Mismatch::Hard,
            confidence: Confidence::High,
            message: format!("{amount} is {}% of the total, not {stated}%", number(right)),
            help: Some("check the share and the amount beside it; the other rows fit the total".to_owned()),
            primary_label: "stated share".to_owned(),
            labels,
            calculation: Some(calculation),
            cause: slip(row.share.value, right),
            fix: crate::check::fix::fix([crate::check::fix::cell(document, row.share.block, row.share.value, right)]),
        }))
    };
    Verdict { primary: place(&row.share), outcome }
}
