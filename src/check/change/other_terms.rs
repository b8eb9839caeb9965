//! Changes that are told in other terms than the levels beside them: the price of what is quoted the other way round,
//! real growth, annual rates.

use super::step::Step;
use crate::check::sentence::SentenceView;

/// What is quoted as what it costs or as what it buys, and bonds, whose yields fall as their prices rise.
const QUOTED: &[&str] = &[
    "dollar", "yen", "mark", "sterling", "pound", "franc", "euro", "peso", "ruble", "rouble", "yuan", "rupee", "lira",
    "rand", "currency", "bond", "bonds", "yield", "yields",
];

/// Words of growth that is adjusted: for prices, to a year, for rates of exchange, for what was bought and sold.
const ADJUSTED: &[&str] = &[
    "real",
    "inflation",
    "annualized",
    "annualised",
    "annual",
    "constant",
    "underlying",
    "currency",
    "terms",
    "organic",
    "excluding",
];

/// Words of the sentence before the later of two levels, and behind it, that can say so.
const BEFORE: usize = 40;

/// Currencies and bonds are quoted as what they cost or as what they buy: "the yen rose to 153.50 from 154.67".
pub(super) fn quoted_inversely(view: &SentenceView<'_>, step: &Step<'_>) -> bool {
    around(view, step, 4).any(|i| {
        // "a pound of coffee"
        let currency = || view.word(i + 1) != "of" && !view.in_a_figure(i);
        QUOTED.contains(&view.word(i).to_ascii_lowercase().as_str()) && currency()
            || view.word(i) == "exchange" && view.word(i + 1).starts_with("rate")
    })
}

/// The change is told in other terms than the levels: real growth, an annual rate, another currency.
pub(super) fn other_terms(view: &SentenceView<'_>, step: &Step<'_>) -> bool {
    around(view, step, 8).any(|i| ADJUSTED.contains(&view.word(i)))
}

fn around(view: &SentenceView<'_>, step: &Step<'_>, behind: usize) -> std::ops::Range<usize> {
    let last = view.first_token(step.base).max(view.first_token(step.result));
    last.saturating_sub(BEFORE)..last + behind
}
