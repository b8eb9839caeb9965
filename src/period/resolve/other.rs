//! What points from another date of the sentence, or ends or begins with one: "a year earlier", "the same period last
//! year", "the three months to June", "the week of 7 October".

use jiff::civil::Date;

use super::stretch::named;
use super::{Context, Meaning, resolve};
use crate::period::calendar::{Point, monday_of};
use crate::period::{Grain, Period, TimeUnit, Written, WrittenYear};

/// What hangs on another date; `None` for other expressions and where that date is missing.
pub(super) fn other(written: &Written, context: Context) -> Option<Meaning> {
    match *written {
        Written::Every(ref of) => {
            let timex = resolve(of, Context { anchor: None, base: None, ..context }).timex;
            Some(Meaning { timex, relative: true, ..Meaning::default() })
        }
        Written::Shift(unit, step) => moved(context.base?, unit, step),
        Written::Same(year) => {
            let base = context.base?;
            let step = match year {
                None => -1,
                Some(WrittenYear::Number(year)) => i32::from(year) - i32::from(base.start?.year()),
                Some(WrittenYear::Step(step)) => {
                    i32::from(context.anchor?.year()) + step - i32::from(base.last_day()?.year())
                }
                Some(_) => return None,
            };
            if step == 0 { None } else { moved(base, TimeUnit::Year, step) }
        }
        Written::ToDate(unit) => {
            let anchor = context.anchor?;
            let whole = Point::around(anchor, unit)?;
            let period = Period::between(whole.first_day()?, anchor.tomorrow().ok()?);
            Some(Meaning { timex: Some(whole.to_string()), period, relative: true, ..Meaning::default() })
        }
        Written::Ended(count, unit, ref last) => {
            let last = resolve(last, context);
            let Some(end) = last.period.and_then(|p| p.end) else {
                return Some(Meaning { impossible: last.impossible, relative: last.relative, ..Meaning::default() });
            };
            let period = Period::between(unit.add(end, count.checked_neg()?)?, end)?;
            Some(Meaning { timex: Some(name_of(period)), period: Some(period), ..last })
        }
        Written::WeekOf(holds, ref day) => {
            let day = resolve(day, context);
            let first = day.period?.start?;
            let first = if holds { monday_of(first)? } else { first };
            let period = Period::between(first, TimeUnit::Week.add(first, 1)?)?;
            Some(Meaning { timex: Some(name_of(period)), period: Some(period), ..day })
        }
        _ => None,
    }
}

/// The same stretch of the calendar, so many units away: a month stays a month. What is no longer than a year can be
/// moved.
fn moved(base: Period, unit: TimeUnit, step: i32) -> Option<Meaning> {
    let (start, end) = (base.start?, base.end?);
    let grain = base.grain();
    // "The day before" a month is a day; "a year earlier" than a day is a day of the year before.
    let fine = match unit {
        TimeUnit::Day => grain == Grain::Day,
        TimeUnit::Week => matches!(grain, Grain::Day | Grain::Week),
        _ => TimeUnit::Year.add(start, 1)? >= end,
    };
    let period = Period::between(unit.add(start, step)?, moved_end(start, end, unit, step)?)?;
    fine.then(|| Meaning { timex: Some(name_of(period)), period: Some(period), relative: true, ..Meaning::default() })
}

/// The end moves by its last day, so that 29 February does not make a day of nothing; whole months stay whole.
fn moved_end(start: Date, end: Date, unit: TimeUnit, step: i32) -> Option<Date> {
    if end.day() == 1 || start == end.yesterday().ok()? && unit < TimeUnit::Month {
        unit.add(end, step)
    } else {
        unit.add(end.yesterday().ok()?, step)?.tomorrow().ok()
    }
}

/// The TIMEX3 name, or the interval.
fn name_of(period: Period) -> String {
    named(period).unwrap_or_else(|| period.to_string())
}
