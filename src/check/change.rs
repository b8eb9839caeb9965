//! Changes: a stated change, or the direction alone, against the two levels that the same sentence states.

mod discount;
pub(in crate::check) mod growth;
mod margin;
mod other_terms;
pub(in crate::check) mod points;
mod role;
pub(in crate::check) mod step;
pub(in crate::check) mod tally;
mod than;
mod told_twice;
mod trailing;
pub(in crate::check) mod two_sentences;
mod up_from;
mod when;
mod words;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::direction::in_points;
use super::fix::{Right, exchanged, fix, rewritten};
use super::sentence::SentenceView;
use super::table::change::change_columns;
use super::working::number;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::quantity::{Change, Form, Hedge, Interval, Number, Quantity, Unit, Widths};
use crate::token::Class;
use crate::verdict::{Failure, Fix, Mismatch, Outcome, Reason, Verdict};
use discount::discount;
use growth::{Made, absolute_unit, apart, difference, growth, growth_by, is_points, levels, nominal, percent, signed};
use margin::margins;
use other_terms::{other_terms, quoted_inversely};
use step::{Step, steps};
use than::comparisons;
use told_twice::told_twice;
use two_sentences::over_two;
use words::{Words, at_precision, cause, said_text, sign};

/// The check `change`; it has no parameters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeCheck {}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<ChangeCheck>()?))
}

impl Check for ChangeCheck {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        change_columns(scene.reading.document, out);
        for view in SentenceView::all(scene.reading) {
            let before = view.before();
            let with_claims = |view: &SentenceView<'_>| !view.claims.is_empty();
            let straight = before.filter(with_claims);
            let near = straight.or_else(|| before?.before().filter(with_claims));
            margins(scene.widths, &view, out);
            let over_two = near.and_then(|before| over_two(&view, &before, straight.is_none()));
            let twice = told_twice(&view, straight.as_ref());
            let steps = steps(&view).into_iter().chain(comparisons(&view, straight.as_ref()));
            let steps = steps.chain(twice).chain(discount(&view)).map(|step| (view, step));
            for (view, step) in steps.chain(over_two) {
                let primary = step.change.as_ref().map_or(step.result, |(claim, _)| claim);
                if let Some(outcome) = judge(scene.widths, &view, &step) {
                    out.push(Verdict { primary: view.place(primary.quantity.span), outcome });
                }
            }
        }
    }
}

fn judge(widths: &Widths, view: &SentenceView<'_>, step: &Step<'_>) -> Option<Outcome> {
    let unchecked = Some(Outcome::NotChecked(Reason::NoBase));
    if !step.one_unit(view) {
        return step.change.is_some().then_some(Outcome::NotChecked(Reason::NoBase));
    }
    let Some((base, result)) = levels(step) else { return unchecked };
    let Some((claim, stated)) = &step.change else { return direction_only(widths, view, step, &base, &result) };
    let says = step.says?;
    // "rose 3 points to 25%"
    let points = in_points(view, claim, stated).filter(|_| base.unit == Unit::Percent);
    let stated = points.as_ref().unwrap_or(stated);
    let relative = is_relative(stated);
    let points = relative && base.unit == Unit::Percent && is_points(stated, &base, &result);
    if points || !relative && !absolute_unit(stated, &base) {
        return None;
    }
    let made = match (relative, step.states_base()) {
        (true, true) => growth(widths, &base, &result),
        (true, false) => growth_by(widths, &step.base.quantity, &result, says.change),
        (false, _) => difference(widths, &at_least_as_fine(&base, stated), &at_least_as_fine(&result, stated)),
    };
    let Some(made) = made else {
        return Some(Outcome::NotChecked(Reason::TooLarge));
    };
    let stated_meaning = signed(percent(stated, widths)?, says.change)?;
    let words = Words { view, step, base: &base, result: &result, relative };
    let calculation = words.calculation(&made);
    let Some(mismatch) = apart(&stated_meaning, &made.meaning) else {
        let message = format!("“{}” agrees with the two levels", view.text(claim.quantity.span));
        return Some(Outcome::Passed { calculation, message, labels: words.labels() });
    };
    // "rose 5% to 7% from ..." may be a range after all.
    let guessed = stated.unit == Unit::Percent && matches!(claim.quantity.number, Number::Range { .. });
    // Points lie between the levels as they stand, whichever way these are quoted.
    let otherwise = || quoted_inversely(view, step) || other_terms(view, step);
    if guessed || recurs(view, claim) || stated.unit != Unit::PercentagePoint && otherwise() {
        return unchecked;
    }
    let nominal = nominal(stated)?;
    let reversed = (made.nominal > Decimal::ZERO) != (says.change == Change::Increase);
    let right = made.nominal.abs();
    let shown = match (relative, stated.unit) {
        (true, _) => format!("{}%", at_precision(right, stated)),
        (false, Unit::PercentagePoint) => format!("{} points", number(right)),
        (false, _) => words.amount(right),
    };
    let said = if relative { number(nominal.round_dp(2)) + "%" } else { number(nominal / words.scale()) };
    let noun = if made.nominal > Decimal::ZERO { "a rise" } else { "a fall" };
    Some(Outcome::Failed(Box::new(Failure {
        mismatch,
        confidence: step.confidence,
        message: format!("{} is {noun} of {shown}, not “{}”", words.way(), said_text(view, step)),
        help: Some("check the change and both levels".to_owned()),
        primary_label: "stated change".to_owned(),
        labels: words.labels(),
        calculation: Some(format!("{calculation}, stated {}{said}", sign(says.change))),
        cause: cause(nominal, &made, &base, &result, relative, reversed),
        fix: if reversed { None } else { recalculated(view, step, &made, stated, base.number) },
    })))
}

/// "rose 5%", "fell by a third": a change that is a share of the level before, and no difference of two.
fn is_relative(stated: &Quantity) -> bool {
    stated.unit == Unit::Percent || matches!(stated.number, Number::Share { .. })
}

/// The change that the levels make, or the level afterwards that the change makes where the one before is stated.
fn recalculated(view: &SentenceView<'_>, step: &Step<'_>, made: &Made, stated: &Quantity, base: Number) -> Option<Fix> {
    let (claim, _) = step.change.as_ref()?;
    let relative = is_relative(stated);
    let scale = if matches!(claim.quantity.number, Number::Share { .. }) { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    // "Down 100%" is nothing left: one of the levels has another magnitude than it should.
    let total = relative && made.nominal < Decimal::from(-99);
    // Basis points are held as points of a percentage, and would be written as such.
    let basis = view.text(claim.quantity.span).contains("basis");
    let change = rewritten(view, claim, Right::about(made.nominal.abs() / scale).hedged(Hedge::None));
    let level = |said: Decimal| {
        let Number::Value { value: from, place, .. } = base else { return None };
        let by = if relative { from.checked_mul(said)?.checked_div(Decimal::ONE_HUNDRED)? } else { said };
        // 31% more than 41 is no whole number; 20% more than 50 is.
        if relative && from < place.checked_mul(Decimal::ONE_HUNDRED)? && !by.checked_rem(place)?.is_zero() {
            return None;
        }
        let level = if made.nominal > Decimal::ZERO { from.checked_add(by)? } else { from.checked_sub(by)? };
        rewritten(view, step.result, Right::about(level).hedged(step.result.quantity.hedge))
    };
    let level = nominal(stated).filter(|_| step.states_base()).and_then(level);
    fix([change.filter(|_| !total && !basis), level.filter(|_| !basis)])
}

/// "up 50 basis points, from 3.25% to 4%": who counts in hundredths of a point does not round the levels.
fn at_least_as_fine(level: &Quantity, stated: &Quantity) -> Quantity {
    let hundredth = Decimal::new(1, 2);
    let counted = |place: Decimal| stated.unit == Unit::PercentagePoint && place <= hundredth;
    match (level.number, stated.number) {
        (Number::Value { value, place, .. }, Number::Value { place: step, .. })
            if counted(step) && place > hundredth =>
        {
            Quantity { number: Number::Value { value, place: hundredth, form: Form::Decimals }, ..level.clone() }
        }
        _ => level.clone(),
    }
}

/// "5% a year", "by 25 basis points twice": one change of several.
fn recurs(view: &SentenceView<'_>, change: &Claim) -> bool {
    let end = view.end_token(change);
    let times =
        matches!(view.word(end), "twice" | "thrice" | "each" | "every" | "per" | "annually" | "yearly" | "monthly");
    times || view.word(end) == "a" && view.class(end + 1).contains(Class::TIME_UNIT)
}

/// "rose from 50 to 40": the word against the two levels.
fn direction_only(
    widths: &Widths,
    view: &SentenceView<'_>,
    step: &Step<'_>,
    base: &Quantity,
    result: &Quantity,
) -> Option<Outcome> {
    let says = step.says?;
    let made = difference(widths, base, result)?;
    let zero = Interval::point(Decimal::ZERO);
    let against = |interval: Interval| match says.change {
        Change::Increase => interval.high.value().is_some_and(|high| high < Decimal::ZERO),
        Change::Decrease => interval.low.value().is_some_and(|low| low > Decimal::ZERO),
    };
    let words = Words { view, step, base, result, relative: false };
    let calculation = words.calculation(&made);
    let mismatch = match made.meaning.hard {
        Some(hard) if against(hard) => Mismatch::Hard,
        _ if against(made.meaning.soft) => Mismatch::Soft,
        _ => {
            let agrees = !made.meaning.soft.disjoint(&zero)
                || made.nominal.is_sign_positive() == (says.change == Change::Increase);
            let message = format!("“{}” agrees with the two levels", view.word(says.at));
            return agrees.then(|| Outcome::Passed { calculation, message, labels: words.labels() });
        }
    };
    if quoted_inversely(view, step) || other_terms(view, step) {
        return Some(Outcome::NotChecked(Reason::NoBase));
    }
    let noun = if made.nominal > Decimal::ZERO { "a rise" } else { "a fall" };
    Some(Outcome::Failed(Box::new(Failure {
        mismatch,
        confidence: step.confidence,
        message: format!("{} is {noun}, but the text says “{}”", words.way(), view.word(says.at)),
        help: Some("check the word and the order of the two levels".to_owned()),
        primary_label: "level afterwards".to_owned(),
        labels: words.labels(),
        calculation: Some(calculation),
        cause: Some("the two levels may be exchanged".to_owned()),
        fix: fix([exchanged(view, step.base.quantity.number_span, step.result.quantity.number_span)]),
    })))
}
