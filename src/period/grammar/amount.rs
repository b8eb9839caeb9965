//! Counted units of time that name a date: "three years ago", "a few weeks ago", "two weeks after yesterday". A count
//! alone ("for three years") is a duration and is not read here.

use nom::{Parser, combinator::opt};

use super::number::{cardinal, century, day, ordinal};
use super::{found, none};
use crate::period::{Amount, TimeUnit, Written};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, entry, not_followed_by, punct, word};

/// "3 years ago", "few weeks ago", "decade ago" (its "a" stands before), "days before", "2 days after tomorrow",
/// "15th century", "20 of this month".
pub(super) fn counted(i: Tokens<'_>) -> Grammar<'_, Written> {
    if ordinal(i).is_ok() {
        return century.or(day_of_month).parse(i);
    }
    let Ok((rest, (amount, unit))) = amount_of_units(i) else {
        return day_of_month.or(weekdays_ago).or(number_then_step).parse(i);
    };
    if let Ok((rest, _)) = word("ago")(rest) {
        return if unit < TimeUnit::Day { none() } else { Ok(ago(rest, amount, unit)) };
    }
    if amount == Amount::Some && matches!(unit, TimeUnit::Day | TimeUnit::Week | TimeUnit::Month) && any_few(i).is_err()
    {
        let (rest, _) = any_of(&["before", "after"])(rest)?;
        return Ok((rest, Written::Beside));
    }
    let Amount::Exact(count) = amount else {
        return none();
    };
    if let Ok(read) = smaller_parts_ago(rest, count, unit) {
        return Ok(read);
    }
    if let Ok((rest, side)) = any_of(&["later", "earlier"])(rest) {
        let back = i.text_of(side).eq_ignore_ascii_case("earlier");
        let days = unit >= TimeUnit::Day && not_followed_by(any_of(&["than", "in"])).parse(rest).is_ok();
        return if days { Ok((rest, Written::Shift(unit, if back { -count } else { count }))) } else { none() };
    }
    if let Ok((rest, _)) = (word("from"), word("now")).parse(rest) {
        return if unit < TimeUnit::Day { none() } else { Ok((rest, Written::Ahead(amount, unit))) };
    }
    let (rest, relation) = any_of(&["before", "after", "from"])(rest)?;
    let sign = if i.text_of(relation).eq_ignore_ascii_case("before") { -1 } else { 1 };
    let (rest, base) = day_base(rest)?;
    // "12 days from 1 June to 13 June" is a length of time and a range.
    if unit < TimeUnit::Day || any_of(&["to", "until", "till", "through"])(rest).is_ok() {
        return none();
    }
    Ok((rest, Written::Shifted(sign * count, unit, Box::new(base))))
}

/// Behind "a year ago": "today" makes it a day.
fn ago(i: Tokens<'_>, amount: Amount, unit: TimeUnit) -> (Tokens<'_>, Written) {
    match (amount, super::deictic::day_word(i)) {
        (Amount::Exact(count), Ok((rest, day))) => (rest, Written::Shifted(-count, unit, Box::new(day))),
        _ => (i, Written::Ago(amount, unit)),
    }
}

/// "and 2 days ago", ", three months ago" behind a larger count: all of it lies back.
fn smaller_parts_ago(i: Tokens<'_>, count: i32, unit: TimeUnit) -> Grammar<'_, Written> {
    let (rest, _) = opt(punct(',').or(word("and"))).parse(i)?;
    let (rest, (amount, smaller)) = amount_of_units(rest)?;
    let (rest, _) = word("ago")(rest)?;
    match amount {
        Amount::Exact(more) if TimeUnit::Day <= smaller && smaller < unit => {
            let day = Written::Shifted(-more, smaller, Box::new(Written::Today(0)));
            Ok((rest, Written::Shifted(-count, unit, Box::new(day))))
        }
        _ => none(),
    }
}

/// "two Sundays ago", "three Fridays from now": the weekday, so many back or ahead.
fn weekdays_ago(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, count) = cardinal(i)?;
    let (rest, name) = entry(Class::WEEKDAY)(rest)?;
    let back = any_of(&["ago", "back"]).map(|_| -1);
    let ahead = (word("from"), word("now")).map(|_| 1);
    let (rest, sign) = back.or(ahead).parse(rest)?;
    if (1..=52).contains(&count) { Ok((rest, Written::Weekday(name.time, Some(sign * count)))) } else { none() }
}

/// "12 previous months", "three coming weeks".
fn number_then_step(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, count) = cardinal(i)?;
    // "96 last year" is a number and a year.
    let (rest, side) = any_of(&["previous", "preceding", "next", "coming", "following"])(rest)?;
    let back = ["previous", "preceding"].iter().any(|w| i.text_of(side).eq_ignore_ascii_case(w));
    let (rest, unit) = unit(rest)?;
    match if back { -1 } else { 1 } {
        _ if unit < TimeUnit::Day => none(),
        -1 => Ok((rest, Written::Trailing(Amount::Exact(count), unit))),
        _ => Ok((rest, Written::Coming(Amount::Exact(count), unit))),
    }
}

/// "three years" of "in three years' time": called only after "in"; the words behind say that it lies ahead.
pub(in crate::period) fn in_time(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, written) = ahead(i)?;
    let mark = rest.first().filter(|t| t.kind == Kind::Clitic || t.is_punct('\'') || t.is_punct('\u{2019}'));
    let (rest, _) = word("time")(mark.map_or(rest, |_| rest.skip(1)))?;
    Ok((rest, written))
}

/// "five days" of "will end in five days": called only after "in" in a clause that looks ahead.
pub(in crate::period) fn ahead(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, (amount, unit)) = amount_of_units(i)?;
    match amount {
        Amount::Exact(_) if unit >= TimeUnit::Day => Ok((rest, Written::Ahead(amount, unit))),
        _ => none(),
    }
}

/// "20 of next month", "20th of the current month", "the 15th day of next month".
pub(super) fn day_of_month(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, day) = day(i)?;
    let (rest, _) = opt(word("day")).parse(rest)?;
    let (rest, _) = word("of")(rest)?;
    let (rest, ()) = super::the(rest)?;
    let (rest, step) = super::deictic::step(rest)?;
    let (rest, _) = word("month")(rest)?;
    Ok((rest, Written::DayOfMonth(day, step)))
}

/// What days can be counted from: "yesterday", "Friday", "next Friday", "25 June".
fn day_base(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, base) = super::plain(i)?;
    let day = matches!(base, Written::Today(_) | Written::Day { .. } | Written::Weekday(..) | Written::Numeric { .. });
    if day { Ok((rest, base)) } else { none() }
}

/// "two weeks", "few months", "couple of days", "days", "month and a half": an amount and its unit.
pub(super) fn amount_of_units(i: Tokens<'_>) -> Grammar<'_, (Amount, TimeUnit)> {
    if let Ok((rest, count)) = cardinal(i) {
        let (rest, half) = opt((word("and"), any_of(&["a", "one"]), word("half"))).parse(rest)?;
        let (rest, unit) = unit(rest)?;
        return Ok((rest, (if half.is_some() { Amount::AndHalf(count) } else { Amount::Exact(count) }, unit)));
    }
    if let Ok((rest, few)) = any_few(i) {
        let (rest, unit) = unit(rest)?;
        return Ok((rest, (few, unit)));
    }
    let (rest, token) = class(Class::TIME_UNIT)(i)?;
    let Some(unit) = TimeUnit::from_lexicon(i.entry(token).time) else {
        return none();
    };
    if i.entry(token).class.contains(Class::PLURAL) {
        return Ok((rest, (Amount::Some, unit)));
    }
    let (rest, half) = opt((word("and"), any_of(&["a", "one"]), word("half"))).parse(rest)?;
    Ok((rest, (if half.is_some() { Amount::AndHalf(1) } else { Amount::Exact(1) }, unit)))
}

/// "few", "several", "couple", "couple of".
fn any_few(i: Tokens<'_>) -> Grammar<'_, Amount> {
    let (rest, token) = class(Class::VAGUE_FEW)(i)?;
    let text = i.text_of(token);
    let (rest, _) = opt(word("of")).parse(rest)?;
    let amount = match () {
        () if text.eq_ignore_ascii_case("few") => Amount::Few,
        () if text.eq_ignore_ascii_case("couple") => Amount::Exact(2),
        () => Amount::Some,
    };
    Ok((rest, amount))
}

/// A unit of time, singular or plural; not the "second" of "second time".
pub(super) fn unit(i: Tokens<'_>) -> Grammar<'_, TimeUnit> {
    let (rest, entry) = entry(Class::TIME_UNIT)(i)?;
    found(rest, TimeUnit::from_lexicon(entry.time))
}

/// A unit of time in the singular that ends its phrase: not the "year" of "year-old".
pub(super) fn one_unit(i: Tokens<'_>) -> Grammar<'_, TimeUnit> {
    let (rest, token) = class(Class::TIME_UNIT)(i)?;
    if i.entry(token).class.contains(Class::PLURAL) {
        return none();
    }
    let (rest, ()) = not_followed_by((punct('-'), any_word)).parse(rest)?;
    found(rest, TimeUnit::from_lexicon(i.entry(token).time))
}

fn any_word(i: Tokens<'_>) -> Grammar<'_, ()> {
    match i.first() {
        Some(t) if t.kind == Kind::Word && !t.spaced() => Ok((i.skip(1), ())),
        _ => none(),
    }
}
