//! Lengths of time: "18 months", "an hour and 20 minutes", "all week".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use nom::sequence::{preceded, terminated};
use rust_decimal::Decimal;

use super::symbol::nothing_follows;
use super::{Written, of};
use crate::period::TimeUnit;
use crate::quantity::number::plain;
use crate::quantity::tail::Tail;
use crate::quantity::{Form, Number, Unit};
use crate::token::{
    Class, Grammar, Kind, Token, Tokens, any_of, digits, entry, followed_by, glued, not_followed_by, punct, word,
};

/// "years", "-year", "months-long", "-day-long": the unit of a length of time.
pub(super) fn length_of_time(i: Tokens<'_>) -> Grammar<'_, TimeUnit> {
    let more = alt((
        any_of(&[
            "more",
            "additional",
            "extra",
            "full",
            "whole",
            "consecutive",
            "straight",
            "fewer",
            "less",
            "long",
            "solid",
            "working",
            "business",
            "calendar",
            "trading",
            "academic",
            "school",
        ])
        .map(|_| ()),
        glued(punct('-')).map(|_| ()),
    ));
    let (rest, (_, unit)) = (opt(more), entry(Class::TIME_UNIT)).parse(i)?;
    // "10 second graders", "quarter" as a fraction, and "3 second-hand" are no lengths.
    not_followed_by(alt((
        glued(punct('-')).and(any_of(&["hand", "class", "old"])).map(|_| ()),
        any_of(&["graders"]).map(|_| ()),
    )))
    .parse(rest)?;
    let (rest, _) = opt((glued(punct('-')), glued(any_of(&["long", "plus"])))).parse(rest)?;
    TimeUnit::from_lexicon(unit.time).map_or(Err(nom::Err::Error(())), |unit| Ok((rest, unit)))
}

/// Units that are decimal parts or multiples of another one: how many of it, by digits and their scale.
const DECIMAL_UNITS: &[(&[&str], TimeUnit, i64, u32)] = &[
    (&["millisecond", "milliseconds", "msec", "ms"], TimeUnit::Second, 1, 3),
    (&["microsecond", "microseconds", "µs", "μs"], TimeUnit::Second, 1, 6),
    (&["nanosecond", "nanoseconds", "ns"], TimeUnit::Second, 1, 9),
    (&["millennium", "millennia", "millenniums"], TimeUnit::Year, 1000, 0),
];

/// "milliseconds", "-millisecond", "millennia": seconds and years, with the number that they are of these.
fn decimal_unit<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let (start, _) = opt(glued(punct('-'))).parse(i)?;
    let read = DECIMAL_UNITS.iter().find_map(|&(words, unit, digits, scale)| {
        // "Ms" is a title.
        let (rest, _) = any_of(words).parse(start).ok().filter(|(_, token)| !token.capital())?;
        let number = written.times(Decimal::new(digits, scale))?;
        Some((rest, Tail { number: Some(number), ..of(Unit::Duration(unit)) }))
    });
    read.ok_or(nom::Err::Error(()))
}

/// "h" and "mo" behind digits, "s" behind decimals and "y" behind the preposition of a length: "3h", "9.58s", "for
/// 10y".
fn letter_of_time<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, TimeUnit> {
    let (rest, token) = any_of(&["h", "s", "y", "mo"]).parse(i)?;
    let decimals = matches!(written.number, Number::Value { form: Form::Decimals, .. });
    match i.text_of(token) {
        "h" if written.digits() => Ok((rest, TimeUnit::Hour)),
        "mo" if written.digits() => Ok((rest, TimeUnit::Month)),
        "y" | "Y"
            if written.digits() && !token.spaced() && written.follows(&["for ", "over ", "after ", "within "]) =>
        {
            Ok((rest, TimeUnit::Year))
        }
        "s" if written.digits() && decimals && !token.spaced() => Ok((rest, TimeUnit::Second)),
        _ => Err(nom::Err::Error(())),
    }
}

/// A whole length of time: "years", "hours and 20 minutes", "h 20m", "year and a half". One of several parts is held
/// in the unit of the smallest, which is exact: "two hours and 30 minutes" are 150 minutes.
pub(super) fn length<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    if let Ok(read) = decimal_unit(i, written) {
        return Ok(read);
    }
    let (mut rest, mut unit) = alt((length_of_time, |i| letter_of_time(i, written))).parse(i)?;
    // A hundred runs at cricket.
    if unit == TimeUnit::Century && written.follows(&["scored ", "hit ", "made ", "struck ", "smashed ", "scoring "]) {
        return Err(nom::Err::Error(()));
    }
    let Some(mut value) = written.value() else {
        return Ok((rest, of(Unit::Duration(unit))));
    };
    if let Ok((after, part)) = and_a_part(rest) {
        let number = value.checked_add(part).map(|value| Number::Value { value, place: part, form: Form::Decimals });
        return Ok((after, Tail { number, ..of(Unit::Duration(unit)) }));
    }
    let (whole, first) = (rest, unit);
    let mut number = None;
    while let Ok((after, (count, smaller, times))) = next_part(rest, unit) {
        let sum = value.checked_mul(Decimal::from(times)).and_then(|value| value.checked_add(count));
        let Some(sum) = sum.filter(|_| value.is_integer()) else {
            break;
        };
        (value, unit, rest) = (sum, smaller, after);
        number = Some(Number::Value { value, place: Decimal::ONE, form: Form::Whole });
    }
    let comma = (punct(','), opt(word("and"))).map(|_| ());
    let uneven = preceded(alt((comma, word("and").map(|_| ()))), counted_unit).parse(rest);
    if number.is_some() && (is_chained(written) || uneven.is_ok_and(|(_, (_, next))| next < unit)) {
        return Ok((whole, of(Unit::Duration(first))));
    }
    Ok((rest, Tail { number, ..of(Unit::Duration(unit)) }))
}

/// "and a half", "and a quarter" behind the unit.
pub(in crate::quantity) fn and_a_part(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let half = word("half").map(|_| Decimal::new(5, 1));
    let quarter = word("quarter").map(|_| Decimal::new(25, 2));
    let (rest, (_, _, part)) = (word("and"), any_of(&["a", "one"]), alt((half, quarter))).parse(i)?;
    Ok((rest, part))
}

/// Whether "an hour" between two places is a length: behind "for" or "within", before "and a half" or "and 30 seconds".
/// Elsewhere it is what wages are paid for.
pub(in crate::quantity) fn is_length(start: Tokens<'_>, rest: Tokens<'_>) -> bool {
    const BEFORE: &[&str] = &[
        "for ",
        "within ",
        "after ",
        "lasted ",
        "lasting ",
        "lasts ",
        "last ",
        "took ",
        "takes ",
        "take ",
        "spent ",
        "spend ",
        "spending ",
        "waited ",
        "wait ",
        "waiting ",
        "stayed ",
        "served ",
        "serve ",
        "serving ",
        "missed ",
        "course of ",
    ];
    let or_two = (word("or"), word("two")).map(|_| ());
    // "A decade of drought": nothing is paid for by the decade.
    let long = start.get(1).is_some_and(|t| start.entry(t).time >= TimeUnit::Decade as u8) && word("of")(rest).is_ok();
    let goes_on = alt((and_a_part.map(|_| ()), (word("and"), counted_unit).map(|_| ()), or_two)).parse(rest).is_ok();
    // "For a second time" is no length, and "a week-long tour" is one without its article.
    let unit = start.get(1).is_some_and(|t| !start.entry(t).class.intersects(Class::ORDINAL | Class::FRACTION));
    let alone = !rest.first().is_some_and(|t| t.is_punct('-') && !t.spaced());
    let written = Written::of(Number::Share { value: Decimal::ONE }, start, &start);
    let line = rest.is_empty() && written.before().is_empty();
    goes_on || long || unit && alone && (line || written.follows(BEFORE))
}

/// "a" and "full" of "a full year", "an entire week", "all" of "all day": one whole unit behind it.
pub(in crate::quantity) fn whole_unit(i: Tokens<'_>) -> Grammar<'_, ()> {
    const NEXT: Class = Class::PREPOSITION.union(Class::CONJUNCTION).union(Class::SUBORDINATOR).union(Class::AUXILIARY);
    // Neither "a full second list" nor "a full quarter of them".
    let other = Class::PLURAL | Class::ORDINAL | Class::FRACTION;
    let singular = |i| verify(entry(Class::TIME_UNIT), |unit| !unit.class.intersects(other)).parse(i);
    let full = (any_of(&["a", "an"]), any_of(&["full", "whole", "entire", "solid"])).map(|_| ());
    if let Ok((rest, ())) = terminated(full, followed_by(singular)).parse(i) {
        return Ok((rest, ()));
    }
    let (rest, _) = terminated(word("all"), followed_by(any_of(&["day", "week", "month", "year"]))).parse(i)?;
    // "All day nurseries" are no length.
    let ends = rest.get(1).is_none_or(|t| match t.kind {
        Kind::Word => rest.entry(t).class.intersects(NEXT) || ["long", "round"].contains(&rest.text_of(t)),
        kind => kind == Kind::Punct && !t.is_punct('-'),
    });
    if ends { Ok((rest, ())) } else { Err(nom::Err::Error(())) }
}

/// Whether a larger unit that the calendar makes uneven stands straight before: in "3 months, 14 days and 16 hours" the
/// parts do not add up to a number of hours.
fn is_chained(written: &Written<'_>) -> bool {
    const LARGER: &[&str] = &["year", "years", "month", "months"];
    let before = written.before().trim_end();
    let before = before.strip_suffix("and").map_or(before, str::trim_end);
    let before = before.strip_suffix(',').unwrap_or(before);
    LARGER.iter().any(|unit| before.ends_with(unit))
}

/// "and 20 minutes", ", 3 months", "20m", "fifteen" behind a larger unit: how many, their unit, and how many of them
/// the larger one has. Only units that divide it exactly, and only fewer than would make another one.
fn next_part(i: Tokens<'_>, larger: TimeUnit) -> Grammar<'_, (Decimal, TimeUnit, u32)> {
    // "1 hr. 20 min."
    let (i, _) = opt(glued(punct('.'))).parse(i)?;
    let comma = (punct(','), opt(word("and"))).map(|_| ());
    let (start, _) = opt(alt((word("and").map(|_| ()), comma))).parse(i)?;
    let (rest, (count, smaller)) = alt((counted_letter, counted_unit, |i| bare_minutes(i, larger))).parse(start)?;
    let fits = |times: &u32| count.is_integer() && count < Decimal::from(*times);
    match how_many(smaller, larger).filter(fits) {
        Some(times) => Ok((rest, (count, smaller, times))),
        None => Err(nom::Err::Error(())),
    }
}

/// "20m", "30 s": minutes and seconds by their letters, which behind another number would be metres or millions.
fn counted_letter(i: Tokens<'_>) -> Grammar<'_, (Decimal, TimeUnit)> {
    let (rest, (count, letter)) = (digits, any_of(&["m", "s"])).parse(i)?;
    let unit = if i.text_of(letter) == "m" { TimeUnit::Minute } else { TimeUnit::Second };
    match i.text_of(count).parse() {
        Ok(count) => Ok((rest, (count, unit))),
        Err(_) => Err(nom::Err::Error(())),
    }
}

/// "45 minutes", "three months".
fn counted_unit(i: Tokens<'_>) -> Grammar<'_, (Decimal, TimeUnit)> {
    (plain, length_of_time).map(|(count, unit)| (count.value, unit)).parse(i)
}

/// "fifteen" of "one hour fifteen", where nothing else is counted, and "30" of "1h30".
fn bare_minutes(i: Tokens<'_>, larger: TimeUnit) -> Grammar<'_, (Decimal, TimeUnit)> {
    if let Ok((rest, minutes)) = glued(digits).parse(i)
        && let ([_, _], Ok(count)) = (i.text_of(minutes).as_bytes(), i.text_of(minutes).parse())
    {
        let ends = larger == TimeUnit::Hour && rest.first().is_none_or(|t| t.spaced() || t.kind == Kind::Punct);
        return if ends { Ok((rest, (count, TimeUnit::Minute))) } else { Err(nom::Err::Error(())) };
    }
    let (rest, count) = plain(i)?;
    let ends = match rest.first() {
        None => nothing_follows(i),
        Some(t) => t.kind == Kind::Punct && matches!(t.word.as_punct(), Some('.' | ',' | ';' | ')')),
    };
    let second = i.first().is_some_and(Token::spaced);
    if larger == TimeUnit::Hour && ends && second && count.value >= Decimal::TEN {
        return Ok((rest, (count.value, TimeUnit::Minute)));
    }
    Err(nom::Err::Error(()))
}

/// How many of the smaller unit make the larger; `None` where that depends on the calendar.
fn how_many(smaller: TimeUnit, larger: TimeUnit) -> Option<u32> {
    let months = |unit| match unit {
        TimeUnit::Month => Some(1),
        TimeUnit::Quarter => Some(3),
        TimeUnit::Year => Some(12),
        TimeUnit::Decade => Some(120),
        TimeUnit::Century => Some(1200),
        _ => None,
    };
    let seconds = |unit: TimeUnit| (unit <= TimeUnit::Fortnight).then(|| unit.seconds() as u32);
    let times = |small: u32, large: u32| (small < large && large.is_multiple_of(small)).then(|| large / small);
    match (months(smaller), months(larger), seconds(smaller), seconds(larger)) {
        (Some(small), Some(large), ..) | (_, _, Some(small), Some(large)) => times(small, large),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
