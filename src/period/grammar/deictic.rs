//! Dates that point from the day of writing: "yesterday", "last Friday", "this August", "the past two years", and the
//! parts of any date: "early January", "the end of 2023".

use nom::{Parser, combinator::opt};

use super::amount::{amount_of_units, one_unit, unit};
use super::day::{month, month_year, weekday_day, weekday_name};
use super::number::{bare_year, century, decade, part_word, two_digits};
use super::{none, stop, the, year_after};
use crate::period::{Amount, Part, TimeUnit, Written, WrittenYear};
use crate::token::{Class, Grammar, Tokens, any_of, class, entry, glued, not_followed_by, punct, word};

/// "today", "yesterday", "tomorrow", "tonight", "tmrw".
pub(super) fn day_word(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, token) = class(Class::DAY_WORD)(i)?;
    let step = match i.text_of(token).to_ascii_lowercase().as_str() {
        "yesterday" | "yday" => -1,
        "tomorrow" | "tmrw" => 1,
        _ => 0,
    };
    Ok((rest, Written::Today(step)))
}

/// "night before last": the day before yesterday.
pub(super) fn night_before_last(i: Tokens<'_>) -> Grammar<'_, Written> {
    (word("night"), word("before"), word("last")).map(|_| Written::Today(-2)).parse(i)
}

/// "last", "past", "previous": -1; "this", "current": 0; "next", "coming", "upcoming": 1.
pub(super) fn step(i: Tokens<'_>) -> Grammar<'_, i32> {
    let (rest, token) = class(Class::DEICTIC)(i)?;
    let step = match i.text_of(token).to_ascii_lowercase().as_str() {
        "last" | "past" | "previous" => -1,
        "this" | "current" => 0,
        "next" | "coming" | "upcoming" => 1,
        _ => return none(),
    };
    Ok((rest, step))
}

/// "last week", "this August", "next Tuesday", "last December", "the past two years", "this summer", "last weekend".
pub(super) fn deictic(i: Tokens<'_>) -> Grammar<'_, Written> {
    if let Ok((rest, _)) = word("recent")(i) {
        let (rest, (amount, unit)) = amount_of_units(rest)?;
        return if amount == Amount::Some { stretched(rest, -1, amount, unit) } else { none() };
    }
    let (rest, step) = step(i)?;
    if let Ok((rest, _)) = any_of(&["night", "morning", "afternoon", "evening"])(rest) {
        return if step > 0 { none() } else { Ok((rest, Written::Today(step))) };
    }
    let past = any_of(&["past"])(i).is_ok();
    if let Ok((after, unit)) = one_unit(rest) {
        // "last week's Monday"; "next week Wednesday".
        if unit == TimeUnit::Week
            && let Ok((rest, name)) = (opt(punct('-')), weekday_name).map(|(_, name)| name).parse(after)
        {
            return Ok((rest, Written::WeekdayOfWeek(name.number, step)));
        }
        let half = opt((word("and"), any_of(&["a", "one"]), word("half"))).parse(after)?;
        return match half {
            (rest, Some(_)) => stretched(rest, step, Amount::AndHalf(1), unit),
            // "the past year" ends today; "last year" ended in December. A fortnight is none of the calendar's.
            _ if past || unit == TimeUnit::Fortnight => stretched(after, step, Amount::Exact(1), unit),
            _ if unit < TimeUnit::Day => none(),
            _ => Ok((after, Written::Unit(unit, step))),
        };
    }
    if let Ok((after, month)) = month(rest) {
        // "this may take a while" has no month.
        if step == 0 && rest.first().is_some_and(|t| !t.capital() && matches!(month, 3 | 5)) {
            return none();
        }
        let rest = after;
        let year = match step {
            -1 => WrittenYear::Last,
            0 => WrittenYear::Step(0),
            _ => WrittenYear::Next,
        };
        return Ok((rest, Written::Month(year, month)));
    }
    // "next Wednesday, March 31": the calendar day is the date, the weekday must agree with it.
    if let Ok((rest, day @ Written::Day { weekday: Some(_), .. })) = weekday_day(rest) {
        return Ok((rest, day));
    }
    if let Ok((rest, name)) = weekday_name(rest) {
        let (rest, of) = opt(super::stretch::of_month).parse(rest)?;
        return match of {
            Some(of) if step == -1 => Ok((rest, Written::NthWeekday(-1, name.number, Box::new(of)))),
            _ => Ok((rest, Written::Weekday(name.number, Some(step)))),
        };
    }
    if let Ok((rest, season)) = entry(Class::SEASON)(rest) {
        return Ok((rest, Written::Season(WrittenYear::Step(step), season.time)));
    }
    if let Ok((rest, _)) = word("weekend")(rest) {
        return Ok((rest, Written::Weekend(step)));
    }
    if let Ok(read) = own_calendar(rest, step) {
        return Ok(read);
    }
    let (rest, (amount, unit)) = amount_of_units(rest)?;
    stretched(rest, step, amount, unit)
}

/// "last season", "this fiscal year", "next working week", "this calendar year".
fn own_calendar(i: Tokens<'_>, step: i32) -> Grammar<'_, Written> {
    if let Ok((rest, _)) = any_of(&["season", "seasons"])(i) {
        return Ok((rest, Written::Open));
    }
    if let Ok((rest, _)) = word("workweek").or((word("working"), word("week")).map(|(token, _)| token)).parse(i) {
        return Ok((rest, Written::Unit(TimeUnit::Week, step)));
    }
    let (rest, which) = any_of(&["fiscal", "financial", "calendar"])(i)?;
    let (rest, unit) = one_unit(rest)?;
    let calendar = i.text_of(which).eq_ignore_ascii_case("calendar");
    match unit {
        TimeUnit::Year | TimeUnit::Quarter if calendar => Ok((rest, Written::Unit(unit, step))),
        TimeUnit::Year | TimeUnit::Quarter => Ok((rest, Written::Open)),
        _ => none(),
    }
}

/// "weekend" of "over the weekend"; whether it is a date, its article must say.
pub(super) fn weekend(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, _) = word("weekend")(i)?;
    let (rest, ()) = not_followed_by(any_of(&["of", "before", "after"])).parse(rest)?;
    Ok((rest, Written::TheWeekend))
}

/// "Mondays": every Monday.
pub(super) fn weekdays(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, name) = entry(Class::WEEKDAY)(i)?;
    if !name.class.contains(Class::PLURAL) {
        return none();
    }
    Ok((rest, Written::Every(Box::new(Written::Weekday(name.time, None)))))
}

/// "the last two years" and "the next two years"; "this two years" is nothing, and hours are durations.
fn stretched(i: Tokens<'_>, step: i32, amount: Amount, unit: TimeUnit) -> Grammar<'_, Written> {
    not_followed_by((glued(punct('-')), word("old"))).parse(i)?;
    match step {
        _ if unit < TimeUnit::Day => none(),
        -1 => Ok((i, Written::Trailing(amount, unit))),
        1 => Ok((i, Written::Coming(amount, unit))),
        _ => none(),
    }
}

/// "Monday", "Tuesday of next week", "Wednesday next week", "Tuesday, last week".
pub(super) fn weekday(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, name) = weekday_name(i)?;
    let of_week = (opt(punct(',')), opt(any_of(&["of", "from"])), the, step, word("week"))
        .map(|(_, _, (), step, _)| step)
        .parse(rest);
    // "the Tuesday before last", "the Friday after next".
    let beside = |i| match (any_of(&["before", "after"]), step).parse(i) {
        Ok((rest, (side, step))) if (step < 0) == i.text_of(side).eq_ignore_ascii_case("before") && step != 0 => {
            Ok((rest, 2 * step))
        }
        _ => none(),
    };
    match of_week {
        Err(_) if let Ok((rest, step)) = beside(rest) => Ok((rest, Written::Weekday(name.number, Some(step)))),
        Ok((rest, step)) => Ok((rest, Written::WeekdayOfWeek(name.number, step))),
        // "Thursday week": a week after the coming one.
        Err(_)
            if let Ok((after, _)) = word("week")(rest)
                && super::day::phrase_ends(after) =>
        {
            Ok((after, Written::Weekday(name.number, Some(2))))
        }
        Err(_) => Ok((rest, Written::Weekday(name.number, None))),
    }
}

/// "summer 2023", "winter of last year", and "spring" alone; whether that is a date, its neighbours must say.
pub(super) fn season(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, season) = entry(Class::SEASON)(i)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    // "the winter of 2021-22" begins in the first year.
    let rest = match (year, (glued(punct('-').or(punct('/')).or(punct('\u{2013}'))), glued(two_digits)).parse(rest)) {
        (Some(WrittenYear::Number(year)), Ok((after, (_, next)))) if (year + 1).rem_euclid(100) == next => after,
        _ => rest,
    };
    Ok((rest, Written::Season(year.unwrap_or_default(), season.time)))
}

/// "early January", "mid-2024", "late June 2024", "the mid-90s", "late last year", "latter part of 2022".
pub(super) fn part(i: Tokens<'_>) -> Grammar<'_, Written> {
    let of_part = (word("part"), word("of"));
    let (rest, part) = if let Ok((rest, _)) = word("latter")(i) {
        (of_part, the).map(|_| Part::Late).parse(rest)?
    } else {
        let (rest, part) = part_word(i)?;
        let (rest, _) = opt(glued(punct('-'))).parse(rest)?;
        let (rest, _) = opt(word("in").map(|_| ()).or((of_part, the).map(|_| ()))).parse(rest)?;
        (rest, part)
    };
    let (rest, of) = divisible(rest)?;
    Ok((rest, Written::Part(part, Box::new(of))))
}

/// What has an early, a middle and a late part: years, months, decades, "this year", "next month", "last week".
fn divisible(i: Tokens<'_>) -> Grammar<'_, Written> {
    if let Ok(read) = month_year(i) {
        return Ok(read);
    }
    if let Ok(read) = decade.or(bare_year).or(century).or(super::words::decade).parse(i) {
        return Ok(read);
    }
    let (rest, ()) = the(i)?;
    let (rest, step) = step(rest)?;
    if let Ok((rest, month)) = (month, stop).map(|(month, ())| month).parse(rest) {
        return Ok((rest, Written::Month(if step < 0 { WrittenYear::Last } else { WrittenYear::Step(step) }, month)));
    }
    let (rest, unit) = unit(rest)?;
    if unit < TimeUnit::Week { none() } else { Ok((rest, Written::Unit(unit, step))) }
}

/// The part that a noun before "of" names: "end", "start", "middle".
pub(in crate::period) fn part_of(noun: &str) -> Option<Part> {
    const NOUNS: &[(&str, Part)] = &[
        ("end", Part::Late),
        ("close", Part::Late),
        ("start", Part::Early),
        ("beginning", Part::Early),
        ("turn", Part::Early),
        ("middle", Part::Mid),
    ];
    NOUNS.iter().find(|(word, _)| noun.eq_ignore_ascii_case(word)).map(|&(_, part)| part)
}
