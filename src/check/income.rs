//! Income and spending: words for what comes in and what goes out, two amounts of which neither is a part of the other.

use super::sentence::{SentenceView, is_one_of};
use crate::claim::Claim;

/// Words before an amount that comes in.
const COMES_IN: &[&str] =
    &["income", "revenue", "revenues", "receipts", "earnings", "earned", "received", "collected", "took"];

/// Words before an amount that goes out.
const GOES_OUT: &[&str] = &["spending", "spent", "costs", "expenses", "expenditure", "outgoings", "budget"];

/// Most words between such a word and its amount: "Revenue of the county will come to 212 million".
const REACH: usize = 8;

/// Whether the word `at` speaks of what comes in.
pub(super) fn comes_in(view: &SentenceView<'_>, at: usize) -> bool {
    is_one_of(COMES_IN, view.word(at))
}

/// Whether the word `at` speaks of what goes out.
pub(super) fn goes_out(view: &SentenceView<'_>, at: usize) -> bool {
    is_one_of(GOES_OUT, view.word(at))
}

/// "Income rose to 184 million": an amount that comes in.
pub(super) fn is_income(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    (start.saturating_sub(REACH)..start).any(|at| comes_in(view, at))
}
