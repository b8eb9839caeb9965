//! Prices with something taken off or put on: "a 15% discount on the $80 coat brings it to $68", "with 30% off, the
//! $120 coat costs $84", "with a 10% surcharge the $50 ticket costs $55".

use rust_decimal::Decimal;

use super::step::{Step, figures_of, is_level};
use crate::check::direction::Said;
use crate::check::sentence::{SentenceView, is_one_of};
use crate::claim::Claim;
use crate::quantity::{Change, Form, Hedge, Number, Quantity, Unit};
use crate::token::Class;

/// Larger prices are told rounded.
const MOST_EXACT: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// What is taken off a price, and what is put on it.
const TAKEN_OFF: &[&str] = &["off", "discount", "reduction", "rebate", "markdown"];
const PUT_ON: &[&str] = &["surcharge", "markup", "mark-up", "tip", "vat", "levy"];

/// Verbs before a price: "costs $84", "pay only $84".
const COSTS: &[&str] = &["cost", "costs", "costing", "pay", "pays", "paid", "paying", "charges", "charged"];

/// Words of a chain of changes: "and a further 10% for members".
const AGAIN: &[&str] = &["another", "further", "extra", "additional", "plus", "each", "both", "two", "per", "then"];

/// The price before, the price afterwards and what lies between; all figures of the sentence.
pub(super) fn discount<'v>(view: &SentenceView<'v>) -> Option<Step<'v>> {
    let figures = figures_of(view);
    let [_, _, _] = figures[..] else { return None };
    let at = figures.iter().position(|c| c.quantity.unit == Unit::Percent)?;
    let change = figures[at];
    let says = named(view, change)?;
    let mut prices = figures.iter().copied().filter(|c| is_price(view, c));
    let (first, second) = (prices.next()?, prices.next()?);
    // Of "a 15% discount on an $80 coat" is told what it costs the shop, too.
    let subject = at == 0 && matches!(view.word(view.first_token(first).saturating_sub(2)), "on" | "off" | "from");
    let told = |price: &Claim| is_told(view, price, subject);
    let (base, result) = match (told(first), told(second)) {
        (false, true) => (first, second),
        (true, false) => (second, first),
        _ => return None,
    };
    let sound = first.quantity.unit == second.quantity.unit
        && matches!(change.quantity.number, Number::Value { .. })
        && matches!(change.quantity.hedge, Hedge::None | Hedge::Exactly)
        && related(view, &figures, base, subject)
        && !view.words().any(|word| is_one_of(AGAIN, word));
    sound.then(|| Step {
        base_quantity: to_the_unit(&base.quantity),
        result_quantity: to_the_unit(&result.quantity),
        ..Step::new(base, result, Some(change), Some(says))
    })
}

/// Whether all three stand in one clause, and the price before is no end of another change.
fn related(view: &SentenceView<'_>, figures: &[&Claim], base: &Claim, subject: bool) -> bool {
    let between = view.first_token(figures[0])..view.end_token(figures[2]);
    let other = |i: usize| {
        view.class(i).intersects(Class::RELATIVE | Class::REPORTING)
            || subject && view.class(i).contains(Class::AUXILIARY)
            || view.word(i) == ";"
    };
    let end = view.end_token(figures[2]);
    // "and pay $20 for parking"
    let bought = view.word(end) == "for" || view.word(end) == "in";
    let start = view.first_token(base);
    let moved = !subject && matches!(view.word_before(start, 1), "from" | "over" | "above" | "under" | "below");
    !between.clone().any(other) && !bought && !moved
}

/// Prices are not rounded: "$250" is no $245, but may be $249.99.
fn to_the_unit(price: &Quantity) -> Quantity {
    match price.number {
        Number::Value { value, place, form: Form::Whole } if value < MOST_EXACT => {
            Quantity { number: Number::Value { value, place, form: Form::Decimals }, ..price.clone() }
        }
        _ => price.clone(),
    }
}

/// "15% off", "a 15% student discount", "a discount of 15%", "10% VAT".
fn named(view: &SentenceView<'_>, change: &Claim) -> Option<Said> {
    let (start, end) = (view.first_token(change), view.end_token(change));
    let is = |at: usize, words: &[&str]| is_one_of(words, view.word(at));
    let behind_of = start.checked_sub(2).filter(|_| view.word_before(start, 1) == "of");
    [Some(end), Some(end + 1), behind_of].into_iter().flatten().find_map(|at| {
        let change = if is(at, TAKEN_OFF) {
            Change::Decrease
        } else if is(at, PUT_ON) {
            Change::Increase
        } else {
            return None;
        };
        Some(Said { change, at })
    })
}

fn is_price(view: &SentenceView<'_>, claim: &Claim) -> bool {
    matches!(claim.quantity.unit, Unit::Money(_)) && is_level(view, claim) && claim.quantity.change.is_none()
}

/// Whether a price is what the change leads to: "brings it to $68", "costs $84", "is yours for $68".
fn is_told(view: &SentenceView<'_>, price: &Claim, subject: bool) -> bool {
    let start = view.first_token(price);
    let back = usize::from(matches!(view.word_before(start, 1), "only" | "just" | "now" | "you" | "us")) + 1;
    let word = view.word_before(start, back);
    let sold =
        || matches!(view.word_before(start, back + 1), "sells" | "sold" | "selling" | "goes" | "yours" | "available");
    word == "to" || !subject && (COSTS.contains(&word) || word == "for" && sold())
}
