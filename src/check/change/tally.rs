//! Tallies: the two sides of a vote or a match, told in one breath. "22 votes to 12", "212 in favour to 204 against",
//! "340 to 330"; where the smaller side stands first, the readers take it for a range.

use rust_decimal::Decimal;

use crate::check::compare::may_be_one_unit;
use crate::check::sentence::SentenceView;
use crate::check::working::{bare, number};
use crate::claim::Claim;
use crate::quantity::{Change, Form, Hedge, Number, Quantity};

/// Larger sides are told rounded.
const MOST_EXACT: Decimal = Decimal::from_parts(10_000, 0, 0, false, 0);

/// Two sides, in the order in which they stand.
#[derive(Debug)]
pub(in crate::check) struct Tally<'v> {
    /// Their numbers; small ones are exact.
    pub sides: [Quantity; 2],
    /// The same as the text has them.
    pub shown: [String; 2],
    /// The figures in which they stand: two, or a range.
    pub figures: Vec<&'v Claim>,
    /// Tokens of the sentence from the first figure to the end of the last.
    pub tokens: (usize, usize),
}

/// The tally that begins with the figure `at` of some figures of a sentence.
pub(in crate::check) fn tally<'v>(view: &SentenceView<'v>, figures: &[&'v Claim], at: usize) -> Option<Tally<'v>> {
    let first = *figures.get(at)?;
    if let Number::Range { low, high, place } = first.quantity.number {
        let side = |value| {
            let number = Number::Value { value, place, form: Form::Whole };
            exact(Quantity { number, hedge: Hedge::None, ..first.quantity.clone() })
        };
        let told = view.text(first.quantity.number_span).contains(" to ") && is_whole(low) && is_whole(high);
        return told.then(|| Tally {
            sides: [side(low), side(high)],
            shown: [number(low), number(high)],
            figures: vec![first],
            tokens: (view.first_token(first), view.end_token(first)),
        });
    }
    let second = *figures.get(at + 1)?;
    let value = |claim: &Claim| matches!(claim.quantity.number, Number::Value { .. });
    let plain = |claim: &Claim| claim.quantity.change != Some(Change::Increase) && value(claim);
    // "40 votes to 60 abstentions"
    let noun = |claim: &Claim| claim.quantity.noun.map(|noun| view.text(noun.head));
    let other = noun(second).is_some() && noun(first) != noun(second);
    (plain(first) && plain(second) && !other && may_be_one_unit(first, second) && one_to_other(view, first, second))
        .then(|| {
            let unit =
                |claim: &Claim| exact(Quantity { unit: first.quantity.unit, change: None, ..claim.quantity.clone() });
            Tally {
                sides: [unit(first), unit(second)],
                shown: [first, second].map(|claim| bare(view, claim).to_owned()),
                figures: vec![first, second],
                tokens: (view.first_token(first), view.end_token(second)),
            }
        })
}

fn is_whole(value: Decimal) -> bool {
    value.fract().is_zero() && value > Decimal::ONE
}

/// Whoever tells both sides of a vote has counted.
fn exact(mut side: Quantity) -> Quantity {
    let counted = matches!(side.number, Number::Value { value, form: Form::Whole, .. } if value < MOST_EXACT);
    let people = side.unit.counts_things();
    if counted && people && side.hedge == Hedge::None {
        side.hedge = Hedge::Exactly;
    }
    side
}

/// "22 votes to 12", "31 against 24".
fn one_to_other(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    let words: Vec<&str> = (view.end_token(a)..view.first_token(b)).take(4).map(|i| view.word(i)).collect();
    let start = view.first_token(a);
    // "rose from 22 to 12", "between 22 to 12"
    let range = matches!(view.word_before(start, 1), "from" | "between" | "of" | "From");
    let majority =
        view.word_before(start, 1) == "of" && matches!(view.word_before(start, 2), "majority" | "margin" | "vote");
    (!range || majority)
        && matches!(
            words[..],
            ["to" | "against" | "versus"]
                | ["votes", "to" | "against"]
                | ["in", "favour" | "favor", "to" | "against"]
                | ["for", "to" | "and"]
        )
}
