//! What a figure would be now: from the old values of a working the relation that held between them is found again, and
//! the new values are put into it.

use rust_decimal::{Decimal, RoundingStrategy};

use super::aspect::{value, within};
use crate::quantity::{Quantity, Unit, grouped};

/// How the last of some figures follows from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    /// All together.
    Sum,
    /// The first less the second.
    Difference,
    /// The first times the second.
    Product,
    /// The first as a percentage of the second.
    Share,
    /// From the first to the second, in per cent, whatever the direction.
    Change,
}

/// Every relation with the sort of result that it has.
const RELATIONS: [(Relation, bool); 5] = [
    (Relation::Sum, false),
    (Relation::Difference, false),
    (Relation::Product, false),
    (Relation::Share, true),
    (Relation::Change, true),
];

/// What `result` would be with the new parts: the value, rounded to the place where it was written, and the working.
/// Nothing where no relation held between the old figures, where several did that part now, or where what stands there
/// still holds.
pub(super) fn now(result: &Quantity, parts: &[(&Quantity, &Quantity)]) -> Option<(Decimal, String)> {
    let (stated, place) = value(result)?;
    let before: Vec<Decimal> = parts.iter().map(|(old, _)| Some(value(old)?.0)).collect::<Option<_>>()?;
    let after: Vec<Decimal> = parts.iter().map(|(_, new)| Some(value(new)?.0)).collect::<Option<_>>()?;
    let percent = matches!(result.unit, Unit::Percent | Unit::Ratio);
    let mut found: Option<(Decimal, String)> = None;
    for (relation, _) in RELATIONS.into_iter().filter(|(_, of_percent)| *of_percent == percent) {
        for (a, b) in relation.orders(before.len()) {
            let Some(was) = relation.of(&before, a, b).filter(|was| within(was.abs(), stated, place)) else {
                continue;
            };
            let right = relation.of(&after, a, b)?;
            // A rise that is a fall now, and two relations that held and now part: nobody knows what would be written.
            if was.is_sign_negative() != right.is_sign_negative() || within(right.abs(), stated, place) {
                return None;
            }
            let rounded = rounded_to(right.abs(), place)?;
            if found.as_ref().is_some_and(|(other, _)| *other != rounded) {
                return None;
            }
            found = found.or_else(|| Some((rounded, relation.words(&after, a, b, rounded))));
        }
    }
    found
}

impl Relation {
    /// Which two figures it can be of.
    fn orders(self, count: usize) -> Vec<(usize, usize)> {
        match self {
            Self::Sum if count >= 2 => vec![(0, 1)],
            Self::Product if count == 2 => vec![(0, 1)],
            Self::Difference | Self::Share | Self::Change if count >= 2 => vec![(0, 1), (1, 0)],
            _ => Vec::new(),
        }
    }

    fn of(self, values: &[Decimal], a: usize, b: usize) -> Option<Decimal> {
        let (x, y) = (values[a], values[b]);
        match self {
            Self::Sum => values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value)),
            Self::Difference => x.checked_sub(y),
            Self::Product => x.checked_mul(y),
            Self::Share => x.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(y),
            Self::Change => Some(y.checked_sub(x)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(x)?),
        }
    }

    /// "12 + 19 = 31".
    fn words(self, values: &[Decimal], a: usize, b: usize, result: Decimal) -> String {
        let power = power_of(values);
        let scaled = |value: Decimal| {
            let value = value.checked_div(Decimal::from(power.0)).unwrap_or(value);
            grouped(value.normalize())
        };
        let (x, y) = (scaled(values[a]), scaled(values[b]));
        let left = match self {
            Self::Sum => values.iter().map(|value| scaled(*value)).collect::<Vec<_>>().join(" + "),
            Self::Difference => format!("{x} - {y}"),
            Self::Product => format!("{} \u{d7} {}", grouped(values[a].normalize()), grouped(values[b].normalize())),
            Self::Share => return format!("{x} / {y} = {}%", grouped(result)),
            Self::Change => return format!("from {x} to {y} is {}%", grouped(result)),
        };
        let result = if self == Self::Product { grouped(result) } else { scaled(result) };
        let unit = if self == Self::Product { "" } else { power.1 };
        format!("{left} = {result}{unit}")
    }
}

/// Magnitudes that figures are told in.
const POWERS: [(u64, &str); 3] =
    [(1_000_000_000_000, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million")];

/// The largest magnitude in which all of the numbers can be told.
fn power_of(values: &[Decimal]) -> (u64, &'static str) {
    let least = values.iter().map(Decimal::abs).min().unwrap_or_default();
    POWERS.into_iter().find(|(power, _)| least >= Decimal::from(*power)).unwrap_or((1, ""))
}

/// A value at the place where another was written.
pub(super) fn rounded_to(value: Decimal, place: Decimal) -> Option<Decimal> {
    let steps = value.checked_div(place)?.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    Some(steps.checked_mul(place)?.normalize())
}
