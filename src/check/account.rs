//! Accounts: a total with its parts, in every order in which one sentence gives them.

mod apposed;
mod brackets;
mod colon;
mod run;
mod total;

use super::addend::{are_apart, can_overlap, counts_alike, is_a_year, is_item_mark, is_part};
use super::amount::value_or_nought;
use super::divided::division;
use super::opening::{is_split, opening, opens_with_of, opens_with_whom};
use super::sentence::SentenceView;
use crate::claim::{Claim, Standing};
use crate::quantity::{Form, Number, Unit};
use crate::verdict::Confidence;
use apposed::{apposition, closes_the_clause, is_apposed};
use brackets::in_brackets;
use colon::{itemised, parts_behind};
use run::{run, trails_off};
use rust_decimal::Decimal;
use total::{adds_to_a_stock, givers, is_product, is_summed_up, kinds_before, parts_before, states_a_total, summed_up};
pub(super) use total::{is_a_kind, opens_in_all, without_their_number};

/// A total and the figures that the text says are its parts; all stand in one block.
#[derive(Clone, Debug)]
pub(super) struct Account<'v> {
    /// The total.
    pub total: &'v Claim,
    /// The parts; none where the text says "a total of" and gives none.
    pub parts: Vec<&'v Claim>,
    /// How much of the total they are.
    pub kind: Kind,
    /// How sure it is that these are the parts, and all of them.
    pub confidence: Confidence,
}

/// How much of a total its parts make up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// All of it.
    Whole,
    /// Some of it: "including", "of which"; they can be less, never more.
    Some,
}

impl<'v> Account<'v> {
    /// The account of the claim `at` with these parts, if they are enough.
    fn of(view: &SentenceView<'v>, at: usize, parts: Vec<&'v Claim>, least: usize, kind: Kind) -> Option<Self> {
        // Parts of a list that is not complete can overlap.
        let sure = kind == Kind::Whole || are_apart(view, &parts);
        let confidence = if sure { Confidence::High } else { Confidence::Medium };
        // "Spain 88.1, Italy 31.9, in all 120 million": parts that leave the magnitude to their total.
        let total = &view.claims[at];
        let short = |c: &Claim| !has_magnitude(c) && value_or_nought(c) < Decimal::ONE_THOUSAND;
        if has_magnitude(total) && !parts.is_empty() && parts.iter().all(|c| short(c)) {
            return None;
        }
        (parts.len() >= least).then_some(Self { total, parts, kind, confidence })
    }
}

/// How sure it is that figures belong together which only a slip could show to do so: such an account can agree, and is
/// told of where a slip explains that it does not.
pub(super) const ONLY_A_SLIP: Confidence = Confidence::Low;

/// The account that the claim `at` is the total of.
pub(super) fn account<'v>(view: &SentenceView<'v>, at: usize, least: usize) -> Option<Account<'v>> {
    let total = &view.claims[at];
    if !is_part(total) || total.standing == Standing::Former {
        return None;
    }
    let whole = |parts| Account::of(view, at, parts, least, Kind::Whole);
    if states_a_total(view, total) {
        let before = parts_before(view, at);
        if is_product(total, &before) {
            return None;
        }
        if adds_to_a_stock(view, &before) {
            return Account::of(view, at, before, least, Kind::Some);
        }
        let orders = [parts_behind, in_brackets, givers];
        let found = whole(before).or_else(|| orders.iter().find_map(|order| whole(order(view, at))));
        return found.or_else(|| Account::of(view, at, Vec::new(), 0, Kind::Whole));
    }
    if is_summed_up(view, total) {
        let kinds = || Account::of(view, at, kinds_before(view, at), least, Kind::Whole);
        let of_kinds = || kinds().map(|found| Account { confidence: Confidence::Medium, ..found });
        return whole(summed_up(view, at)).or_else(|| whole(parts_behind(view, at))).or_else(of_kinds);
    }
    if view.claims.len() < at + 1 + least {
        return None;
    }
    if let Some(found) = whole(in_brackets(view, at)).or_else(|| itemised(view, at, least)) {
        return Some(found);
    }
    let opening = opening(view, at);
    let split = opening.is_none() && is_split(view, at);
    let apposed = opening.is_none() && !split && is_apposed(view, at);
    let parts = run(view, at, at + 1, opening == Some(Kind::Some));
    if opening.is_none() && !split && !apposed {
        return whole(parts.clone()).filter(|_| closes_the_clause(view, at, &parts));
    }
    match opening {
        None if split => {
            let alike = are_apart(view, &parts) || parts.iter().all(|c| counts_alike(view, c, total));
            let complete = !trails_off(view, &parts);
            whole(parts).filter(|_| alike && complete)
        }
        Some(Kind::Whole) => whole(parts),
        Some(Kind::Some) if is_a_year(total) => None,
        // "41,200 left, of whom 6,900 came back, and 60,100 came"
        Some(Kind::Some)
            if opens_with_whom(view, at)
                && parts.iter().skip(1).any(|c| value_or_nought(c) > value_or_nought(total)) =>
        {
            None
        }
        Some(Kind::Some) if can_overlap(total) && !are_apart(view, &parts) => {
            division(view, at).filter(|_| opens_with_of(view, at) || opens_with_whom(view, at))
        }
        Some(Kind::Some) => Account::of(view, at, parts, least, Kind::Some),
        None => Account::of(view, at, parts.clone(), least, apposition(view, at, &parts)?),
    }
}

/// Whether a figure says itself that it is a total: "a total of 12", "12 in all", "In all, 12".
pub(super) fn tells_a_total(view: &SentenceView<'_>, claim: &Claim) -> bool {
    states_a_total(view, claim) || is_summed_up(view, claim) || opens_in_all(view, claim)
}

/// Whether every part is less than the total, and no more of it is missing than there. Others are often the numbers of
/// versions, points and names.
pub(super) fn is_near(total: &Claim, parts: &[&Claim]) -> bool {
    let all = value_or_nought(total);
    let missing = parts.iter().try_fold(all, |left, c| left.checked_sub(value_or_nought(c)));
    parts.iter().all(|c| value_or_nought(c) < all)
        && missing.and_then(|m| m.abs().checked_add(m.abs())).is_some_and(|twice| twice <= all)
}

/// Whether a figure has a magnitude word: "12 million".
fn has_magnitude(claim: &Claim) -> bool {
    matches!(claim.quantity.number, Number::Value { form: Form::Magnitude, .. })
}

/// Whether a figure is more than the place of something: no "(2)" before an item, no "in the second"; nor the age of
/// those who are counted, "52 aged 0-4".
fn counts(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let age = matches!(claim.quantity.unit, Unit::Age(_)) && view.word_before(view.first_token(claim), 1) == "aged";
    claim.quantity.unit != Unit::Ordinal && !age && !is_item_mark(view, claim)
}
