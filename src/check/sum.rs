//! Sums: the parts of an enumeration against the total that the same sentence, or the one before it, states.

mod in_all;
mod left_over;
mod record;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::account::{Account, Kind, ONLY_A_SLIP, account};
use super::amount::{Manner, Scaled, plainly, value_or_nought};
use super::compare::Figure;
use super::fix::{Right, either, fix, rewritten};
use super::rest::accounts_with_rest;
use super::sentence::SentenceView;
use super::table::told::tables_told;
use super::table::total::tables;
use super::working::{one_digit, slip};
use super::{Check, ParameterFault, Parameters, Scene, compare};
use crate::claim::Claim;
use crate::quantity::meaning::last_place;
use crate::quantity::{Form, Hedge, Interval, Meaning, Number, Widths};
use crate::verdict::{Confidence, Failure, Fix, Label, Mismatch, Outcome, Reason, Verdict};
use in_all::{accounts_in_all, divided_before};
use left_over::accounts_with_left_over;
use record::record;

/// Parameters of the check `sum`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Sum {
    /// Fewest parts that make an enumeration.
    min_parts: usize,
}

impl Default for Sum {
    fn default() -> Self {
        Self { min_parts: 2 }
    }
}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Sum>()?))
}

impl Check for Sum {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        tables(scene.reading.document, out);
        tables_told(scene.reading, out);
        for view in SentenceView::all(scene.reading) {
            let remaining = remainder(scene, &view);
            for at in 0..view.claims.len() {
                let Some(account) = account(&view, at, self.min_parts) else { continue };
                if remaining.as_ref().is_some_and(|(total, _)| std::ptr::eq(*total, account.total)) {
                    continue;
                }
                let outcome = if account.parts.len() < self.min_parts {
                    Outcome::NotChecked(Reason::NoBase)
                } else {
                    add_up(scene, &view, &account)
                };
                out.push(Verdict { primary: view.place(account.total.quantity.span), outcome });
            }
            if let Some((total, outcome)) = remaining {
                out.push(Verdict { primary: view.place(total.quantity.span), outcome });
            }
        }
    }
}

/// What a sentence and those before it say of a total together: a figure that is called the rest, or left; parts told
/// one by one; the results of games. Of several readings, the one that adds up; else the surest, or of readings that
/// are not sure one that a slip explains.
fn remainder<'v>(scene: &Scene<'v>, view: &SentenceView<'v>) -> Option<(&'v Claim, Outcome)> {
    let mut accounts = accounts_with_rest(view);
    if accounts.is_empty() {
        accounts = accounts_with_left_over(view);
    }
    if accounts.is_empty() {
        accounts = accounts_in_all(view);
        accounts.extend(divided_before(view));
    }
    accounts.extend(record(view));
    let mut readings: Vec<_> = accounts.iter().map(|a| (a, add_up(scene, view, a))).collect();
    let passed = readings.iter().position(|(_, outcome)| matches!(outcome, Outcome::Passed { .. }));
    let sure = || readings.iter().position(|(account, _)| account.confidence > ONLY_A_SLIP);
    let explained = || {
        readings.iter().position(|(_, outcome)| matches!(outcome, Outcome::Failed(failure) if failure.cause.is_some()))
    };
    let (account, mut outcome) = readings.swap_remove(passed.or_else(sure).or_else(explained)?);
    if let Outcome::Failed(failure) = &mut outcome {
        failure.confidence = failure.confidence.max(Confidence::Medium);
    }
    Some((account.total, outcome))
}

/// Adds the parts as intervals and holds the sum against the total.
fn add_up(scene: &Scene<'_>, view: &SentenceView<'_>, account: &Account<'_>) -> Outcome {
    let (total, parts) = (account.total, &account.parts[..]);
    let Some((sum, stated)) = intervals(scene.widths, total, parts) else {
        return Outcome::NotChecked(Reason::TooLarge);
    };
    let exact = sum.nominal.unwrap_or_default();
    let scaled = Scaled::of(parts.iter().copied().chain(std::iter::once(total)));
    let terms: Vec<String> = parts.iter().map(|c| scaled.show(value_or_nought(c))).collect();
    let some = account.kind == Kind::Some;
    let stated_as = if some { "of" } else { "stated" };
    let calculation = format!(
        "{} = {}{}, {stated_as} {}",
        terms.join(" + "),
        scaled.show(exact),
        scaled.unit,
        scaled.show(value_or_nought(total))
    );
    let labels = parts
        .iter()
        .map(|c| Label { place: view.place(c.quantity.span), message: format!("part: {}", plainly(view, c)) })
        .collect();
    let below = some && sum.meaning.soft.low.value() <= stated.meaning.soft.high.value();
    let hair = some.then(|| by_a_hair(account, exact)).flatten();
    let mismatch = match &hair {
        Some(_) => Some(Mismatch::Soft),
        None => compare::mismatch(&sum, &stated).filter(|_| !below),
    };
    let Some(mismatch) = mismatch else {
        let message = if some && exact != value_or_nought(total) {
            "the parts are no more than the total"
        } else {
            "the parts add up to the stated total"
        };
        return Outcome::Passed { calculation, message: message.to_owned(), labels };
    };
    let manner = Manner::of(view, total);
    let slipped = slip(value_or_nought(total), exact).or_else(|| wrong_part(view, account, exact));
    // Parts that make exactly the total but for a slip are all of it.
    let sure = some && mismatch == Mismatch::Hard && slipped.is_some();
    Outcome::Failed(Box::new(Failure {
        mismatch,
        confidence: if sure { Confidence::High } else { account.confidence },
        message: format!(
            "the parts add up to {}, {} “{}”",
            manner.rounded(exact, value_or_nought(total)),
            if some && exact > value_or_nought(total) { "more than" } else { "not to" },
            view.text(total.quantity.span)
        ),
        help: Some(format!(
            "as written, the parts can make {}; check the total and whether a part is missing",
            interval_in(&manner, &sum.meaning.hard.unwrap_or(sum.meaning.soft))
        )),
        primary_label: "stated total".to_owned(),
        labels,
        calculation: Some(calculation),
        cause: hair.map(|(part, right)| one_digit_off(view, part, right)).or(slipped),
        fix: recount(view, account, exact),
    }))
}

/// The total that the parts make; and every part that would make the total with one other digit or without a slip.
/// Where the total itself is no such slip, only the editor knows which of them is wrong.
fn recount(view: &SentenceView<'_>, account: &Account<'_>, exact: Decimal) -> Option<Fix> {
    let (total, parts) = (account.total, &account.parts[..]);
    let slipped = |claim: &Claim, right: Decimal| {
        let numeral = |value| Manner::of(view, claim).numeral(value);
        one_digit(value_or_nought(claim), right) || slip(numeral(value_or_nought(claim)), numeral(right)).is_some()
    };
    let recounted = || rewritten(view, total, Right::exactly(exact).from(parts, total));
    let recounted = if account.kind == Kind::Some { None } else { recounted() };
    let others = parts.iter().filter_map(|part| {
        let right = missing(part, account, exact).filter(|right| slipped(part, *right))?;
        rewritten(view, part, Right::exactly(right).hedged(part.quantity.hedge))
    });
    let ways: Vec<_> = recounted.into_iter().chain(others).map(Some).collect();
    if ways.len() > 1 && !slipped(total, exact) { either(ways) } else { fix(ways) }
}

/// What a part must be for the parts to make the total.
fn missing(part: &Claim, account: &Account<'_>, sum: Decimal) -> Option<Decimal> {
    let right = value_or_nought(part).checked_add(value_or_nought(account.total))?.checked_sub(sum)?;
    (right > Decimal::ZERO).then_some(right)
}

/// "exactly $25 million", "$24.5 million to $25.5 million".
fn interval_in(manner: &Manner<'_>, interval: &Interval) -> String {
    match (interval.low.value(), interval.high.value()) {
        (Some(low), Some(high)) if low == high => format!("exactly {}", manner.write(low)),
        (Some(low), Some(high)) => format!("{} to {}", manner.write(low), manner.write(high)),
        _ => super::working::interval(interval),
    }
}

/// Figures behind "including" that make nearly all of the total, nine tenths or more as "nearly" means it, and would
/// make all of it with one other digit. Lists that are meant to be incomplete hardly ever come so close.
fn by_a_hair<'v>(account: &Account<'v>, sum: Decimal) -> Option<(&'v Claim, Decimal)> {
    let total = value_or_nought(account.total);
    let missing = total.checked_sub(sum).filter(|missing| *missing > Decimal::ZERO)?;
    let nearly = missing.checked_mul(Decimal::TEN)? <= total;
    let right = |part: &Claim| value_or_nought(part).checked_add(missing);
    let close = |c: &&&Claim| right(c).is_some_and(|right| one_digit(value_or_nought(c), right));
    let part = account.parts.iter().filter(|_| nearly).find(close)?;
    Some((part, right(part)?))
}

fn one_digit_off(view: &SentenceView<'_>, part: &Claim, right: Decimal) -> String {
    let right = Manner::of(view, part).write(right);
    let part = plainly(view, part);
    format!("with {right} instead of {part} the parts would make all of it: one digit may be wrong")
}

/// A slip in one of the parts with which the total would be right.
fn wrong_part(view: &SentenceView<'_>, account: &Account<'_>, sum: Decimal) -> Option<String> {
    account.parts.iter().find_map(|part| {
        let right = missing(part, account, sum)?;
        let manner = Manner::of(view, part);
        let cause = slip(manner.numeral(value_or_nought(part)), manner.numeral(right))?;
        Some(format!("with {} instead of {} it adds up: {cause}", manner.write(right), plainly(view, part)))
    })
}

/// The sum of the parts, each read at the finest precision among them, and the total as it was written.
fn intervals(widths: &Widths, total: &Claim, parts: &[&Claim]) -> Option<(Figure, Figure)> {
    let places = parts.iter().filter_map(|c| match c.quantity.number {
        Number::Value { place, form, .. } if form != Form::Whole => Some(place),
        _ => None,
    });
    let finest = places.min();
    let some_exact = parts.iter().any(|c| matches!(c.quantity.number, Number::Value { value, form: Form::Whole, .. } if !(value % Decimal::TEN).is_zero()));
    let coarser =
        parts.iter().map(|c| last_place(value_or_nought(c))).min() <= Some(last_place(value_or_nought(total)));
    let zero = Meaning { soft: Interval::point(Decimal::ZERO), hard: Some(Interval::point(Decimal::ZERO)) };
    let meaning = parts.iter().try_fold(zero, |sum, part| {
        let own = match (part.quantity.number, finest) {
            (Number::Value { value, form, .. }, Some(place))
                if form != Form::Whole && part.quantity.hedge == Hedge::None =>
            {
                both(Interval::around(value, place / Decimal::TWO)?)
            }
            (Number::Value { value, .. }, _) if some_exact && part.quantity.hedge == Hedge::None => {
                both(Interval::point(value))
            }
            // That each of several counts was rounded is possible, but hardly that all of them were in one direction.
            (Number::Value { value, form: Form::Whole, .. }, None) if coarser && part.quantity.hedge == Hedge::None => {
                Meaning { soft: Interval::point(value), hard: part.quantity.meaning(widths)?.hard }
            }
            _ => part.quantity.meaning(widths)?,
        };
        Some(Meaning { soft: sum.soft.plus(&own.soft)?, hard: Some(sum.hard?.plus(&own.hard?)?) })
    })?;
    let nominal = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(value_or_nought(part)))?;
    Some((Figure { meaning, nominal: Some(nominal), hedge: Hedge::None }, Figure::of(&total.quantity, widths)?))
}

fn both(interval: Interval) -> Meaning {
    Meaning { soft: interval, hard: Some(interval) }
}
