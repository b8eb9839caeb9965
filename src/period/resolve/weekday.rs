//! Which day a weekday's name means: "Tuesday", "last Friday", "Monday the 21st", "the last Sunday of March".

use jiff::civil::Date;

use crate::period::calendar::{day_of, weekday};
use crate::period::{Period, Tense, TimeUnit};

/// The nearest such weekday up to the anchor, or from it on where the clause looks ahead.
pub(super) fn near_weekday(anchor: Date, number: u8, tense: Tense) -> Option<Date> {
    let back = (i32::from(weekday(anchor)) - i32::from(number)).rem_euclid(7);
    let ahead = (i32::from(number) - i32::from(weekday(anchor))).rem_euclid(7);
    TimeUnit::Day.add(anchor, if tense == Tense::Ahead { ahead } else { -back })
}

/// "last Friday" is before the anchor, "next Friday" after it, "this Friday" in its week.
pub(super) fn step_weekday(anchor: Date, number: u8, step: i32) -> Option<Date> {
    let back = (i32::from(weekday(anchor)) - i32::from(number)).rem_euclid(7);
    let days = match step {
        ..0 => -(if back == 0 { 7 } else { back }) + 7 * step.checked_add(1)?,
        0 => i32::from(number) - i32::from(weekday(anchor)),
        _ => 7_i32.checked_mul(step)?.checked_sub(back)?,
    };
    TimeUnit::Day.add(anchor, days)
}

/// "Monday the 21st": the nearest month up to the anchor in which the 21st is a Monday; the coming one where the clause
/// looks ahead, or where it is a month away at most and the past one is not.
pub(super) fn weekday_and_day(anchor: Date, number: u8, day: u8, tense: Tense) -> Option<Date> {
    let search = |sign: i32| {
        (0..=36).find_map(|months| {
            let month = TimeUnit::Month.add(anchor, sign * months)?;
            let found = day_of(month.year(), month.month().unsigned_abs(), day)?;
            let right_side = if sign > 0 { found >= anchor } else { found <= anchor };
            (weekday(found) == number && right_side).then_some(found)
        })
    };
    let (back, ahead) = (search(-1), search(1));
    let near = |day: Option<Date>| {
        day.is_some_and(|d| TimeUnit::Day.add(anchor, 31) >= Some(d) && TimeUnit::Day.add(anchor, -31) <= Some(d))
    };
    if tense == Tense::Ahead || near(ahead) && !near(back) { ahead.or(back) } else { back.or(ahead) }
}

/// "the 15th": the latest such day up to the anchor, or the next one where the clause looks ahead.
pub(super) fn day_alone(anchor: Date, day: u8, tense: Tense) -> Option<Date> {
    let sign = if tense == Tense::Ahead { 1 } else { -1 };
    (0..=2).find_map(|months| {
        let month = TimeUnit::Month.add(anchor, sign * months)?;
        let found = day_of(month.year(), month.month().unsigned_abs(), day)?;
        (if sign > 0 { found >= anchor } else { found <= anchor }).then_some(found)
    })
}

/// The n-th such weekday of a period, the last for -1.
pub(super) fn nth_weekday(period: Period, nth: i32, number: u8) -> Option<Date> {
    let day = if nth < 0 {
        let last = period.last_day()?;
        TimeUnit::Day.add(last, -(i32::from(weekday(last)) - i32::from(number)).rem_euclid(7))?
    } else {
        let first = period.start?;
        let days = (i32::from(number) - i32::from(weekday(first))).rem_euclid(7);
        TimeUnit::Day.add(first, days.checked_add(nth.checked_sub(1)?.checked_mul(7)?)?)?
    };
    period.contains(day).then_some(day)
}
