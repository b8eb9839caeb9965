//! Holds two readings of one quantity against each other.

use rust_decimal::Decimal;

use crate::claim::Claim;
use crate::quantity::interval::Bound;
use crate::quantity::{Hedge, Meaning, Quantity, Unit, Widths};
use crate::verdict::Mismatch;

/// A figure as comparisons see it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figure {
    /// Both intervals.
    pub meaning: Meaning,
    /// The number itself, where there is one.
    pub nominal: Option<Decimal>,
    /// How it is bounded.
    pub hedge: Hedge,
}

impl Figure {
    /// A quantity of a text; `None` where the arithmetic goes over 28 digits.
    pub(super) fn of(quantity: &Quantity, widths: &Widths) -> Option<Self> {
        Some(Self { meaning: quantity.meaning(widths)?, nominal: quantity.number.value(), hedge: quantity.hedge })
    }

    /// Whether it says how large it can be at most, and at least.
    pub(super) fn is_bounded(&self) -> bool {
        let unbounded = |bound| matches!(bound, Bound::Infinite);
        self.meaning.hard.is_some_and(|hard| !unbounded(hard.low) && !unbounded(hard.high))
    }
}

/// Whether two figures can be of one quantity, so far as their units say: the same unit, two counts, or an amount and a
/// bare number.
pub(super) fn may_be_one_unit(a: &Claim, b: &Claim) -> bool {
    let (a, b) = (a.quantity.unit, b.quantity.unit);
    // "318 million pounds", "last year's 306 million"; "541 tons", "when it was 603"
    let amount = |a: Unit, b: Unit| a.is_amount() && b == Unit::None;
    a == b || a.counts_things() && b.counts_things() || amount(a, b) || amount(b, a)
}

/// Whether two mentions of one quantity can both be right; `None` where they can.
///
/// The same number under different hedges is one figure, unless the bounds are opposite.
pub(super) fn mismatch(a: &Figure, b: &Figure) -> Option<Mismatch> {
    if a.nominal.is_some() && a.nominal == b.nominal && !opposite(a.hedge, b.hedge) {
        return None;
    }
    if let (Some(x), Some(y)) = (a.meaning.hard, b.meaning.hard)
        && x.disjoint(&y)
    {
        return Some(Mismatch::Hard);
    }
    let promises_nothing = a.hedge == Hedge::UpTo || b.hedge == Hedge::UpTo;
    let mismatch = if promises_nothing { Mismatch::Note } else { Mismatch::Soft };
    a.meaning.soft.disjoint(&b.meaning.soft).then_some(mismatch)
}

/// "more than 40" and "fewer than 40".
fn opposite(a: Hedge, b: Hedge) -> bool {
    let above = |hedge| matches!(hedge, Hedge::MoreThan | Hedge::JustOver);
    let below = |hedge| matches!(hedge, Hedge::LessThan | Hedge::JustUnder | Hedge::Nearly);
    above(a) && below(b) || below(a) && above(b)
}
