//! What a factor stands for: "doubled", "nearly tripled", "more than halved".

use rust_decimal::Decimal;

use super::interval::{Bound, Interval};
use super::{Hedge, Meaning, Widths};

/// doubled, tripled, halved: the rows of the table; other factors a tenth and a sixth of themselves. A hedge cuts the
/// row at the factor: "more than doubled" is above 2, "nearly doubled" from 1.8 to below 2.
pub(super) fn multiple(factor: Decimal, hedge: Hedge, widths: &Widths) -> Option<Meaning> {
    let (soft, hard) = bare_multiple(factor)?;
    let (top, widest) = (soft.high, hard.high);
    let cut = |soft, hard| Some(Meaning { soft, hard: Some(hard) });
    let above = |low, high| Interval { low, high };
    let below =
        |share: Decimal| Some(Interval { low: Bound::Closed(factor.checked_mul(share)?), high: Bound::Open(factor) });
    match hedge {
        Hedge::MoreThan | Hedge::AtLeast => {
            let low = if hedge == Hedge::AtLeast { Bound::Closed(factor) } else { Bound::Open(factor) };
            let next = factor.checked_mul(Decimal::new(15, 1))?;
            cut(above(low, Bound::Closed(next)), above(low, Bound::Infinite))
        }
        Hedge::JustOver => cut(above(Bound::Open(factor), top), above(Bound::Open(factor), widest)),
        Hedge::Nearly | Hedge::MostOf => cut(below(widths.nearly_soft)?, below(widths.nearly_hard)?),
        Hedge::JustUnder => cut(below(widths.just_under_soft)?, below(widths.nearly_hard)?),
        Hedge::LessThan | Hedge::AtMost | Hedge::UpTo => {
            let high = if hedge == Hedge::LessThan { Bound::Open(factor) } else { Bound::Closed(factor) };
            let all = above(Bound::Closed(Decimal::ZERO), high);
            Some(Meaning { soft: all, hard: (hedge != Hedge::UpTo).then_some(all) })
        }
        Hedge::None | Hedge::Exactly | Hedge::About | Hedge::Between | Hedge::Vague => cut(soft, hard),
    }
}

/// Soft and hard interval of a factor without a hedge.
fn bare_multiple(factor: Decimal) -> Option<(Interval, Interval)> {
    let hundredths = |low: i64, high: i64| Interval::closed(Decimal::new(low, 2), Decimal::new(high, 2));
    Some(if factor == Decimal::TWO {
        (hundredths(190, 210), hundredths(175, 250))
    } else if factor == Decimal::from(3) {
        (hundredths(270, 330), hundredths(250, 350))
    } else if factor == Decimal::new(5, 1) {
        (hundredths(45, 55), hundredths(40, 60))
    } else {
        let share = |part| factor.checked_mul(Decimal::new(part, 2));
        (Interval::closed(share(90)?, share(110)?), Interval::closed(share(83)?, share(117)?))
    })
}
