//! The arithmetic of two levels: their difference and their change in per cent, as intervals.

use rust_decimal::Decimal;

use super::step::Step;
use crate::check::amount::MAGNITUDES;
use crate::quantity::interval::Bound;
use crate::quantity::{Change, Form, Interval, Meaning, Number, Quantity, Unit, Widths};
use crate::verdict::Mismatch;

/// What the two levels make, in the unit in which the change is stated.
#[derive(Debug)]
pub(in crate::check) struct Made {
    /// Both intervals.
    pub meaning: Meaning,
    /// From the numbers as written.
    pub nominal: Decimal,
}

/// Both levels, with the magnitude and unit that the text writes only once: "to 20.5 from 18.2 mln".
pub(in crate::check) fn levels(step: &Step<'_>) -> Option<(Quantity, Quantity)> {
    let (mut base, mut result) = (step.base_quantity.clone(), step.result_quantity.clone());
    for (own, other) in [(&mut base, &step.result_quantity), (&mut result, &step.base_quantity)] {
        if own.unit == Unit::None {
            own.unit = other.unit;
            lend_hundredth(own, other);
        }
        lend_magnitude(own, other)?;
    }
    Some((base, result))
}

/// "46 cents against 40": the cents are written once.
fn lend_hundredth(own: &mut Quantity, other: &Quantity) {
    let (Number::Value { value, place, form }, Number::Value { value: theirs, .. }, Unit::Money(_)) =
        (own.number, other.number, other.unit)
    else {
        return;
    };
    let hundredth = Decimal::new(1, 2);
    // "48.2 cents", "(43.1)"; two decimals are of the whole unit.
    let of_cents = form == Form::Whole || form == Form::Decimals && place == Decimal::new(1, 1);
    if theirs < Decimal::ONE && value >= Decimal::ONE && of_cents {
        own.number = Number::Value { value: value * hundredth, place: place * hundredth, form };
    }
}

/// Gives a bare number that is less than a thousandth of the other the other's magnitude.
fn lend_magnitude(own: &mut Quantity, other: &Quantity) -> Option<()> {
    let (Number::Value { value, place, form }, Number::Value { value: theirs, form: their_form, .. }) =
        (own.number, other.number)
    else {
        return Some(());
    };
    let far = value.checked_mul(Decimal::ONE_THOUSAND)? < theirs;
    if form == Form::Magnitude || their_form != Form::Magnitude || !far {
        return Some(());
    }
    // "23.2 million, or 48 cents a share, up from 16.6 million": the cents are a level of something else.
    if value < Decimal::ONE {
        return None;
    }
    let scale = MAGNITUDES.into_iter().map(|(scale, _)| Decimal::from(scale)).find(|s| theirs >= *s)?;
    own.number =
        Number::Value { value: value.checked_mul(scale)?, place: place.checked_mul(scale)?, form: Form::Magnitude };
    Some(())
}

/// (b - a) / a in per cent. The base stands twice in it and is one unknown, so it is b / a - 1 at the corners.
pub(in crate::check) fn growth(widths: &Widths, base: &Quantity, result: &Quantity) -> Option<Made> {
    let (a, b) = (base.meaning(widths)?, result.meaning(widths)?);
    let percent =
        |b: Interval, a: Interval| b.over(&a)?.minus(&Interval::point(Decimal::ONE))?.times(Decimal::ONE_HUNDRED);
    let ratio = nominal(result)?.checked_div(nominal(base)?)?;
    let meaning = Meaning { soft: percent(b.soft, a.soft)?, hard: percent(b.hard?, a.hard?) };
    Some(Made { meaning, nominal: (ratio - Decimal::ONE).checked_mul(Decimal::ONE_HUNDRED)? })
}

/// The change in per cent where the text states the level afterwards and the difference. The difference d stands twice
/// in d / (b - d) and is one unknown; the quotient rises with it and falls with b.
pub(super) fn growth_by(widths: &Widths, difference: &Quantity, result: &Quantity, way: Change) -> Option<Made> {
    let plain = |quantity: &Quantity| Quantity { change: None, ..quantity.clone() };
    let (d, b) = (plain(difference).meaning(widths)?, result.meaning(widths)?);
    let rises = way == Change::Increase;
    let at = |d: Decimal, b: Decimal| {
        let base = if rises { b.checked_sub(d)? } else { b.checked_add(d)? };
        let share = d.checked_div(base).filter(|_| base > Decimal::ZERO)?.checked_mul(Decimal::ONE_HUNDRED)?;
        Some(if rises { share } else { -share })
    };
    let interval = |d: Interval, b: Interval| {
        let (d, b) = ((d.low.value()?, d.high.value()?), (b.low.value()?, b.high.value()?));
        let (least, most) = (at(d.0, b.1)?, at(d.1, b.0)?);
        Some(Interval::closed(least.min(most), least.max(most)))
    };
    let meaning =
        Meaning { soft: interval(d.soft, b.soft)?, hard: d.hard.zip(b.hard).and_then(|(d, b)| interval(d, b)) };
    Some(Made { meaning, nominal: at(nominal(difference)?, nominal(result)?)? })
}

/// b - a.
pub(super) fn difference(widths: &Widths, base: &Quantity, result: &Quantity) -> Option<Made> {
    let (a, b) = (base.meaning(widths)?, result.meaning(widths)?);
    let meaning = Meaning { soft: b.soft.minus(&a.soft)?, hard: b.hard?.minus(&a.hard?) };
    Some(Made { meaning, nominal: nominal(result)?.checked_sub(nominal(base)?)? })
}

/// The number as written; shares as per cent.
pub(in crate::check) fn nominal(quantity: &Quantity) -> Option<Decimal> {
    match quantity.number {
        Number::Share { value } => value.checked_mul(Decimal::ONE_HUNDRED),
        number => number.plain(),
    }
}

/// The stated change, shares as per cent.
pub(super) fn percent(stated: &Quantity, widths: &Widths) -> Option<Meaning> {
    let meaning = stated.meaning(widths)?;
    if !matches!(stated.number, Number::Share { .. }) {
        return Some(meaning);
    }
    let hundred = |interval: Interval| interval.times(Decimal::ONE_HUNDRED);
    Some(Meaning { soft: hundred(meaning.soft)?, hard: meaning.hard.and_then(hundred) })
}

pub(super) fn signed(meaning: Meaning, change: Change) -> Option<Meaning> {
    if change == Change::Increase {
        return Some(meaning);
    }
    let zero = Interval::point(Decimal::ZERO);
    Some(Meaning { soft: zero.minus(&meaning.soft)?, hard: meaning.hard.and_then(|hard| zero.minus(&hard)) })
}

/// Like two mentions of one quantity, but ends that touch are one: 12.5% may be written as 12 or 13.
pub(super) fn apart(stated: &Meaning, made: &Meaning) -> Option<Mismatch> {
    let closed = |interval: Interval| Interval { low: close(interval.low), high: close(interval.high) };
    let disjoint = |a: Interval, b: Interval| closed(a).disjoint(&closed(b));
    match (stated.hard, made.hard) {
        (Some(a), Some(b)) if disjoint(a, b) => Some(Mismatch::Hard),
        _ => disjoint(stated.soft, made.soft).then_some(Mismatch::Soft),
    }
}

fn close(bound: Bound) -> Bound {
    bound.value().map_or(Bound::Infinite, Bound::Closed)
}

/// "rose 2% from 4% to 6%": the figure is the difference of the levels; `percent-point-mixup` speaks of it.
pub(super) fn is_points(stated: &Quantity, base: &Quantity, result: &Quantity) -> bool {
    let difference = nominal(result).zip(nominal(base)).map(|(b, a)| b.saturating_sub(a).abs());
    difference.is_some() && difference == nominal(stated)
}

/// Whether a change that is no percentage can be the difference of the levels.
pub(super) fn absolute_unit(stated: &Quantity, base: &Quantity) -> bool {
    match (stated.unit, base.unit) {
        (Unit::PercentagePoint, base) => base == Unit::Percent,
        (Unit::Percent | Unit::Ratio | Unit::Duration(_), _) => false,
        (Unit::None, _) | (Unit::Person, Unit::None) => true,
        (x, y) => x == y && x != Unit::Thing,
    }
}
