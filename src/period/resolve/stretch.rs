//! What runs from somewhere to somewhere: ranges, parts of years and months, "the last two years", "the first three
//! months".

use jiff::civil::Date;

use super::weekday::{near_weekday, step_weekday};
use super::{Context, Meaning, first_of, grain_of, resolve};
use crate::period::calendar::{Point, monday_of};
use crate::period::{Amount, Grain, Part, Period, Tense, TimeUnit, Written, WrittenYear};

/// What spans from somewhere to somewhere.
pub(super) fn stretch(written: &Written, context: Context) -> Option<Meaning> {
    match written {
        Written::Range(from, to) => Some(range(from, to, context)),
        Written::Part(part, of) => self::part(*part, of, context),
        Written::Stretch { last, amount, unit, of } => {
            let of = resolve(of, context);
            let whole = of.period?;
            let period = if *last {
                Period::between(unit.add(whole.end?, -*amount)?, whole.end?)?
            } else {
                Period::between(whole.start?, unit.add(whole.start?, *amount)?)?
            };
            let timex = named(period).unwrap_or_else(|| period.to_string());
            Some(Meaning { timex: Some(timex), period: Some(period), relative: of.relative, ..Meaning::default() })
        }
        Written::HalfOf(second, of) => half_of(*second, of, context),
        Written::Nth(unit, nth, of) => nth_unit(*unit, *nth, of, context),
        Written::Earlier(of) => {
            let period = Period { start: resolve(of, context).period?.start, end: context.anchor?.tomorrow().ok() };
            Some(Meaning::of_period(None, Some(period)))
        }
        Written::Later(of) => {
            let period = Period { start: context.anchor?.tomorrow().ok(), end: resolve(of, context).period?.end };
            Some(Meaning::of_period(None, Some(period)))
        }
        Written::Trailing(amount, unit) => Some(trailing(*amount, *unit, context.anchor)),
        Written::Coming(amount, unit) => Some(coming(*amount, *unit, context.anchor)),
        Written::Ago(Amount::Few, unit) => {
            let (from, to) = (unit.add(context.anchor?, -5)?, unit.add(context.anchor?, -2)?);
            let start = first_of(from, grain_of(*unit))?;
            Some(Meaning::of_period(None, Period::between(start, to.tomorrow().ok()?)))
        }
        Written::Ago(amount @ Amount::AndHalf(count), unit) if context.anchor.is_some() => {
            let day = back(context.anchor?, *unit, *count, *amount)?;
            Some(Meaning::relative(Point::around(day, grain_of(*unit))))
        }
        Written::Ago(..) => Some(Meaning::open("PAST_REF".to_owned())),
        _ => None,
    }
}

/// "the past two years": up to and with the anchor. From two years on the start is a whole month.
fn trailing(amount: Amount, unit: TimeUnit, anchor: Option<Date>) -> Meaning {
    let vague = || Meaning {
        period: anchor.map(|a| Period { start: None, end: a.tomorrow().ok() }),
        ..Meaning::open("PAST_REF".to_owned())
    };
    let (Some(anchor), Some(count)) = (anchor, count_of(amount)) else {
        return vague();
    };
    if unit == TimeUnit::Quarter && matches!(amount, Amount::Exact(_)) {
        return whole_units(anchor, unit, count.checked_neg(), 0).unwrap_or_else(vague);
    }
    let Some(start) = back(anchor, unit, count, amount) else {
        return vague();
    };
    let Ok(end) = anchor.tomorrow() else {
        return vague();
    };
    if unit >= TimeUnit::Year && count >= 2 {
        let month = |day: Date| Point::Month(day.year(), day.month().unsigned_abs());
        let timex = format!("{}/{}", month(start), month(anchor));
        return Meaning::of_period(Some(timex), month(start).first_day().and_then(|first| Period::between(first, end)));
    }
    Meaning::of_period(None, Period::between(start, end))
}

/// Whole weeks, months, quarters or years of the calendar: "the past two quarters" ended with the last that is over.
fn whole_units(anchor: Date, unit: TimeUnit, from: Option<i32>, to: i32) -> Option<Meaning> {
    let this = first_of(anchor, unit)?;
    let (start, end) = (unit.add(this, from?)?, unit.add(this, to)?);
    let name = |day: Date| Point::around(day, unit).map(|point| point.to_string());
    let (first, last) = (name(start)?, name(end.yesterday().ok()?)?);
    let timex = if first == last { first } else { format!("{first}/{last}") };
    Some(Meaning::of_period(Some(timex), Period::between(start, end)))
}

/// "the next six months": whole ones from the next on; other amounts from the day after the anchor.
fn coming(amount: Amount, unit: TimeUnit, anchor: Option<Date>) -> Meaning {
    if let (Some(anchor), Amount::Exact(count)) = (anchor, amount)
        && (TimeUnit::Week..=TimeUnit::Year).contains(&unit)
        && let Some(meaning) = count.checked_add(1).and_then(|to| whole_units(anchor, unit, Some(1), to))
    {
        return meaning;
    }
    let start = anchor.and_then(|a| a.tomorrow().ok());
    let end = anchor
        .zip(count_of(amount))
        .and_then(|(anchor, count)| unit.add(anchor, count))
        .and_then(|day| day.tomorrow().ok());
    if end.is_some() {
        return Meaning::of_period(None, Some(Period { start, end }));
    }
    Meaning {
        period: start.map(|day| Period { start: Some(day), end: None }),
        ..Meaning::open("FUTURE_REF".to_owned())
    }
}

fn count_of(amount: Amount) -> Option<i32> {
    match amount {
        Amount::Exact(count) | Amount::AndHalf(count) => Some(count),
        Amount::Few | Amount::Some => None,
    }
}

/// So many units back; half a month is 15 days, half a year six months, half a week three days.
fn back(anchor: Date, unit: TimeUnit, count: i32, amount: Amount) -> Option<Date> {
    let day = unit.add(anchor, count.checked_neg()?)?;
    if !matches!(amount, Amount::AndHalf(_)) {
        return Some(day);
    }
    match unit {
        TimeUnit::Month => TimeUnit::Day.add(day, -15),
        TimeUnit::Year => TimeUnit::Month.add(day, -6),
        TimeUnit::Decade => TimeUnit::Year.add(day, -5),
        TimeUnit::Century => TimeUnit::Year.add(day, -50),
        _ => TimeUnit::Day.add(day, -3),
    }
}

/// "the third week of 2018", "the last month of the year". Weeks are those of ISO 8601, and
/// belong to the year or month in which their Thursday lies.
fn nth_unit(unit: TimeUnit, nth: i32, of: &Written, context: Context) -> Option<Meaning> {
    let of = resolve(of, context);
    let whole = of.period?;
    let weeks = unit == TimeUnit::Week && matches!(whole.grain(), Grain::Year | Grain::Month);
    let start = if weeks && nth < 0 {
        // The fourth day before the end lies in the last week that has its Thursday in the year or month.
        unit.add(monday_of(TimeUnit::Day.add(whole.last_day()?, -3)?)?, nth.checked_add(1)?)?
    } else if weeks {
        unit.add(monday_of(TimeUnit::Day.add(whole.start?, 3)?)?, nth.checked_sub(1)?)?
    } else if nth < 0 {
        unit.add(whole.end?, nth)?
    } else {
        unit.add(whole.start?, nth.checked_sub(1)?)?
    };
    if weeks && !whole.contains(TimeUnit::Day.add(start, 3)?) {
        return None;
    }
    let period = Period::between(start, unit.add(start, 1)?)?;
    let timex = named(period).unwrap_or_else(|| period.to_string());
    Some(Meaning { timex: Some(timex), period: Some(period), relative: of.relative, ..Meaning::default() })
}

/// "the second half of the 1990s": five years, and so 50 of a century; half of a month ends with its 15th.
fn half_of(second: bool, of: &Written, context: Context) -> Option<Meaning> {
    let whole = resolve(of, context);
    let period = whole.period?;
    let (start, end) = (period.start?, period.end?);
    let middle = match of {
        Written::Decade(_) => TimeUnit::Year.add(start, 5)?,
        Written::Century(_) => TimeUnit::Year.add(start, 50)?,
        _ => TimeUnit::Day.add(start, 15)?,
    };
    let period = if second { Period::between(middle, end) } else { Period::between(start, middle) };
    Some(Meaning { timex: Some(period?.to_string()), period, ..whole })
}

/// The TIMEX3 name of a period that is a whole unit of the calendar.
pub(super) fn named(period: Period) -> Option<String> {
    let start = period.start?;
    [TimeUnit::Day, TimeUnit::Week, TimeUnit::Month, TimeUnit::Quarter, TimeUnit::Year, TimeUnit::Decade]
        .into_iter()
        .filter_map(|unit| Point::around(start, unit))
        .find(|point| point.period() == Some(period))
        .map(|point| point.to_string())
}

/// Early, mid and late, by the widths of this table: news writes "early" of January to April and of days 1 to 10.
fn part(part: Part, of: &Written, context: Context) -> Option<Meaning> {
    let whole = resolve(of, context);
    let period = whole.period?;
    let (start, end) = (period.start?, period.end?);
    if matches!(of, Written::Decade(_)) {
        let (from, to) = match part {
            Part::Early => (0, 3),
            Part::Mid => (4, 6),
            Part::Late => (7, 9),
        };
        let (from, to) = (TimeUnit::Year.add(start, from)?, TimeUnit::Year.add(start, to + 1)?);
        let timex = format!("{:04}/{:04}", from.year(), to.year() - 1);
        return Some(Meaning { timex: Some(timex), period: Period::between(from, to), ..whole });
    }
    let (unit, first, second) = match period.grain() {
        _ if matches!(of, Written::Century(_)) => (TimeUnit::Year, 33, 67),
        Grain::Year => (TimeUnit::Month, 4, 8),
        Grain::Quarter => (TimeUnit::Month, 1, 2),
        Grain::Month => (TimeUnit::Day, 10, 20),
        Grain::Week => (TimeUnit::Day, 2, 5),
        _ => return Some(whole),
    };
    let (first, second) = (unit.add(start, first)?, unit.add(start, second)?);
    let period = match part {
        Part::Early => Period::between(start, first),
        Part::Mid => Period::between(first, second),
        Part::Late => Period::between(second, end),
    };
    Some(Meaning { period, ..whole })
}

/// From the first day of the one to the last day of the other; a year that only one of them has serves both.
fn range(from: &Written, to: &Written, context: Context) -> Meaning {
    let (from_year, to_year) = (from.year(), to.year());
    let (first, second) = match (from_year, to_year) {
        // A range without a year is dated by its start: what began on 10 May and ends on 3 July is running in June.
        (Some(WrittenYear::Missing), Some(WrittenYear::Missing)) if context.tense == Tense::Back => {
            let first = resolve(from, context);
            let second = after(to, &first, context);
            (first, second)
        }
        (Some(WrittenYear::Missing), _) => {
            let second = resolve(to, context);
            let year = second.period.and_then(|p| p.start).map(Date::year);
            (before(from, year, &second, context), second)
        }
        (_, Some(WrittenYear::Missing)) => {
            let first = resolve(from, context);
            let second = after(to, &first, context);
            (first, second)
        }
        _ => weekdays(from, to, context).unwrap_or_else(|| (resolve(from, context), resolve(to, context))),
    };
    let impossible = first.impossible || second.impossible;
    let relative = first.relative || second.relative;
    // Of ends that are stretches themselves ("the mid-1990s": 1994/1996) the outer ones count.
    let outer = |(a, b): (&String, &String)| {
        let (from, to) = (a.split('/').next().unwrap_or(a), b.rsplit('/').next().unwrap_or(b));
        format!("{from}/{to}")
    };
    let timex = first.timex.as_ref().zip(second.timex.as_ref()).map(outer);
    let period = first
        .period
        .and_then(|p| p.start)
        .zip(second.period.and_then(|p| p.end))
        .and_then(|(a, b)| Period::between(a, b));
    let starts = first.period.and_then(|p| p.start).zip(second.period.and_then(|p| p.start));
    // Days of one month that run backwards without a year cannot mean a year less a few days.
    let alike = std::mem::discriminant(from) == std::mem::discriminant(to);
    let reversed = alike && starts.is_some_and(|(a, b)| b < a) || within_month(from, to);
    Meaning { timex, period: period.filter(|_| !reversed), relative, impossible, reversed }
}

/// "from 5 May to 2 May": the later day of one month first, with one year or none.
fn within_month(from: &Written, to: &Written) -> bool {
    match (from, to) {
        (
            Written::Day { year: one, month: a, day: first, .. },
            Written::Day { year: other, month: b, day: second, .. },
        ) => a == b && second < first && [one, other].contains(&&WrittenYear::Missing),
        _ => false,
    }
}

/// "Friday to Monday": the latest that has begun, or the next where the clause looks ahead; "this Friday to this
/// Monday".
fn weekdays(from: &Written, to: &Written, context: Context) -> Option<(Meaning, Meaning)> {
    let (Written::Weekday(first, step), Written::Weekday(second, None | Some(0))) = (from, to) else {
        return None;
    };
    let start = match step {
        None => near_weekday(context.anchor?, *first, context.tense)?,
        Some(step) => step_weekday(context.anchor?, *first, *step)?,
    };
    let end = near_weekday(start, *second, Tense::Ahead)?;
    Some((Meaning::relative(Some(Point::Day(start))), Meaning::relative(Some(Point::Day(end)))))
}

/// The first end in the year of the second, or in the year before where it would lie after it.
fn before(from: &Written, year: Option<i16>, second: &Meaning, context: Context) -> Meaning {
    let Some(year) = year else {
        return resolve(from, context);
    };
    let in_year = |year| resolve(&from.in_year(year), context);
    let first = in_year(year);
    let late = |m: &Meaning| {
        m.period.and_then(|p| p.start).zip(second.period.and_then(|p| p.start)).is_some_and(|(a, b)| a > b)
    };
    let first = if late(&first) { in_year(year - 1) } else { first };
    Meaning { relative: second.relative, ..first }
}

/// The second end in the year of the first, or in the year after where it would lie before it.
fn after(to: &Written, first: &Meaning, context: Context) -> Meaning {
    let Some(start) = first.period.and_then(|p| p.start) else {
        return resolve(to, context);
    };
    let in_year = |year| resolve(&to.in_year(year), context);
    let second = in_year(start.year());
    let early = second.period.and_then(|p| p.start).is_some_and(|day| day < start);
    let second = if early { in_year(start.year() + 1) } else { second };
    Meaning { relative: first.relative, ..second }
}
