//! Tables that prose tells again: "In all, 1,420 patients were treated." beside a table whose row "Total" has 1,420 in
//! the column "Patients". Only a figure that a slip turns into that of the cell is wrong: another is as a rule of
//! another time, or counts more.

use rust_decimal::Decimal;

use super::{Content, Placed, RowKind, content, place, row_kind, scaled, tables};
use crate::check::account::tells_a_total;
use crate::check::amount::value_or_nought;
use crate::check::fix::{Right, fix, rewritten};
use crate::check::product::price::counted;
use crate::check::rest::years;
use crate::check::sentence::SentenceView;
use crate::check::working::{number, one_digit, slip};
use crate::claim::{Claim, Reading, Standing};
use crate::document::BlockKind;
use crate::quantity::{Hedge, singular};
use crate::span::Span;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Paragraphs before a table and behind it that can tell what it shows.
const NEAR: usize = 2;

/// Words of sentences that tell of another time or another number than the table.
const OTHER: &[&str] = &[
    "before",
    "earlier",
    "previous",
    "previously",
    "ago",
    "expected",
    "target",
    "than",
    "would",
    "lost",
    "gained",
    "new",
    "more",
    "fewer",
    "left",
];

/// Appends what the paragraphs around every table say of its total and its rows.
pub(in crate::check) fn tables_told(reading: &Reading<'_>, out: &mut Vec<Verdict>) {
    tables(reading.document, |cells| {
        let table = Table::of(cells);
        if table.cells.is_empty() {
            return;
        }
        let (first, last) = (cells[0].0 as usize, cells[cells.len() - 1].0 as usize);
        let blocks = &reading.document.blocks;
        let prose = |at: &usize| blocks[*at].kind == BlockKind::Paragraph;
        let before = (0..first).rev().take_while(prose).take(NEAR);
        let behind = (last + 1..blocks.len()).take_while(prose).take(NEAR);
        let mut around: Vec<usize> = before.chain(behind).collect();
        around.sort_unstable();
        for block in around {
            let from = reading.sentences.partition_point(|s| (s.block as usize) < block);
            for sentence in reading.sentences[from..].iter().take_while(|s| s.block as usize == block) {
                table.told_in(&SentenceView::of(reading, sentence), out);
            }
        }
    });
}

/// A number of a table that prose can tell.
struct Cell<'d> {
    placed: Placed<'d>,
    value: Decimal,
    /// The words of its column's header.
    column: Vec<String>,
    /// The name of its row; none in the row of the total.
    row: Option<&'d str>,
}

impl Cell<'_> {
    /// Whether the headers name every year that a sentence names.
    fn is_of_a_year(&self, years: &[&str]) -> bool {
        let headers = [&self.placed.2.column_header, &self.placed.2.caption];
        years.iter().all(|year| headers.iter().any(|text| text.as_deref().is_some_and(|text| text.contains(year))))
    }
}

struct Table<'d> {
    cells: Vec<Cell<'d>>,
}

impl<'d> Table<'d> {
    /// The numbers of a table with one row of totals, under headers of words; no others can be told apart.
    fn of(cells: &[Placed<'d>]) -> Self {
        let kind = |at: &Placed<'d>| at.2.row_header.as_deref().map_or(RowKind::Part, row_kind);
        let mut totals: Vec<u32> = cells.iter().filter(|c| kind(c) == RowKind::Total).map(|c| c.2.row).collect();
        totals.dedup();
        let found = cells.iter().filter(|c| !c.2.header && c.2.column > 0 && !scaled(c.2));
        let found = found.filter_map(|&placed| {
            let (_, block, at) = placed;
            let Content::Number(value) = content(&block.text) else { return None };
            let column = words(at.column_header.as_deref()?);
            let row = match kind(&placed) {
                RowKind::Total => None,
                RowKind::Part => Some(at.row_header.as_deref()?),
                _ => return None,
            };
            (!column.is_empty()).then_some(Cell { placed, value, column, row })
        });
        let cells = if totals.len() == 1 { found.collect() } else { Vec::new() };
        Self { cells }
    }

    /// What a sentence says of the cells.
    fn told_in(&self, view: &SentenceView<'_>, out: &mut Vec<Verdict>) {
        let other = view.dates().len() > 1 || view.words().any(|word| OTHER.contains(&word));
        if view.claims.is_empty() || other {
            return;
        }
        let said: Vec<String> = view.words().map(singular).collect();
        let (named, years) = (self.names_in(view), years(view));
        for claim in view.claims.iter().filter(|c| can_tell_a_cell(c)) {
            let row = if tells_a_total(view, claim) { None } else { Some(&named[..]) };
            let row = match row {
                None => None,
                Some([name]) => Some(*name),
                Some(_) => continue,
            };
            let mut meant = self.cells.iter().filter(|cell| {
                cell.row == row
                    && cell.is_of_a_year(&years)
                    && cell.column.iter().all(|word| said.contains(word))
                    && speaks_of(view, claim, cell)
            });
            if let Some(cell) = meant.next().filter(|_| meant.next().is_none())
                && let Some(outcome) = self.judge(view, claim, cell)
            {
                out.push(Verdict { primary: view.place(claim.quantity.span), outcome });
            }
        }
    }

    /// The rows that a sentence names.
    fn names_in(&self, view: &SentenceView<'_>) -> Vec<&'d str> {
        let text = view
            .text(Span::new(view.tokens().first().map_or(0, |t| t.start), view.tokens().last().map_or(0, |t| t.end)));
        let mut named: Vec<&str> =
            self.cells.iter().filter_map(|cell| cell.row).filter(|name| has(text, name)).collect();
        named.sort_unstable();
        named.dedup();
        named
    }

    fn judge(&self, view: &SentenceView<'_>, claim: &Claim, cell: &Cell<'_>) -> Option<Outcome> {
        let (stated, right) = (value_or_nought(claim), cell.value);
        let calculation = format!("{} in the table, stated {}", number(right), number(stated));
        let place = place(view.reading.document, cell.placed.0);
        let labels = vec![Label { place, message: "the cell of the table".to_owned() }];
        if stated == right {
            let message = "the sentence tells what the table shows".to_owned();
            return Some(Outcome::Passed { calculation, message, labels });
        }
        let slip = slip(stated, right);
        let explained = slip.is_some() || one_digit(stated, right);
        // Another cell has this number, or the cells make it: then the total in the table is wrong, and told as that.
        let column = |c: &&Cell<'_>| c.placed.2.column == cell.placed.2.column && c.row.is_some();
        let sum = self.cells.iter().filter(column).try_fold(Decimal::ZERO, |sum, c| sum.checked_add(c.value));
        let elsewhere = sum == Some(stated) || self.cells.iter().any(|c| c.value == stated);
        if !explained || elsewhere {
            return None;
        }
        let sure = slip.is_some() && cell.row.is_none() && sum == Some(right);
        Some(Outcome::Failed(Box::new(Failure {
            mismatch: Mismatch::Hard,
            confidence: if sure { Confidence::High } else { Confidence::Medium },
            message: format!("the table has {}, not “{}”", number(right), view.text(claim.quantity.span)),
            help: Some("check the sentence and the table".to_owned()),
            primary_label: "told in the text".to_owned(),
            labels,
            calculation: Some(calculation),
            cause: slip.or_else(|| Some("one digit may be wrong".to_owned())),
            fix: fix([rewritten(view, claim, Right::exactly(right))]),
        })))
    }
}

/// A plain count of three digits or more: with fewer, one digit turns any number into any other.
fn can_tell_a_cell(claim: &Claim) -> bool {
    counted(claim)
        && matches!(claim.quantity.hedge, Hedge::None | Hedge::Exactly)
        && claim.quantity.change.is_none()
        && claim.standing == Standing::Own
        && value_or_nought(claim) >= Decimal::ONE_HUNDRED
}

/// Whether the noun of a figure, or the verb behind one that has none, is a word of the cell's column.
fn speaks_of(view: &SentenceView<'_>, claim: &Claim, cell: &Cell<'_>) -> bool {
    let of_column = |word: &str| cell.column.contains(&singular(word));
    if let Some(noun) = claim.quantity.noun {
        return of_column(view.text(noun.head));
    }
    let end = view.end_token(claim);
    (end..end + 3).take_while(|&i| !view.in_a_figure(i)).any(|i| of_column(view.word(i)))
}

/// The words of a header, in the singular: "Votes cast" is vote, cast.
fn words(header: &str) -> Vec<String> {
    let all = header.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 2);
    all.map(singular).filter(|word| !matches!(&**word, "the" | "and" | "number")).collect()
}

/// Whether a name stands in a text as words of their own.
fn has(text: &str, name: &str) -> bool {
    let edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    name.len() > 2
        && name.starts_with(char::is_uppercase)
        && text
            .match_indices(name)
            .any(|(at, _)| edge(text[..at].chars().next_back()) && edge(text[at + name.len()..].chars().next()))
}
