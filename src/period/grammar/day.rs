//! Days and months by name: "25 June 2024", "June 25", "Monday, 2 October 2023", "Sept. 2012", "2019-aug-1".

use nom::{Parser, combinator::opt};

use super::clock::zone;
use super::number::{day, digits_between, number_ends, ordinal, short_year, year};
use super::{none, stop, the, year_after};
use crate::period::{TimeUnit, Written, WrittenWeekday, WrittenYear};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, digits, entry, glued, punct, word};

/// A month's name without the stop of its abbreviation: 1 to 12.
pub(super) fn month(i: Tokens<'_>) -> Grammar<'_, u8> {
    entry(Class::MONTH).map(|e| e.time).parse(i)
}

/// A singular weekday: "Monday", "Mon".
pub(super) fn weekday_name(i: Tokens<'_>) -> Grammar<'_, WrittenWeekday> {
    let (rest, token) = class(Class::WEEKDAY)(i)?;
    let entry = i.entry(token);
    if entry.class.contains(Class::PLURAL) {
        return none();
    }
    Ok((rest, WrittenWeekday { span: token.span(), number: entry.time }))
}

/// "25 June", "25th of June, 2024", "2 Oct 2023", "15 April of 87", "8/Oct/2012", "25 June last year".
pub(super) fn day_month(i: Tokens<'_>) -> Grammar<'_, Written> {
    // "fifteen August" is a day only with its year; "one May morning" is none.
    let wordy = entry(Class::CARDINAL).map(|e| e.number).parse(i).ok().filter(|(_, n)| (1..=31).contains(n));
    let needs_year = day(i).is_err() && wordy.is_some();
    let (rest, day) = match (day(i), wordy) {
        (Err(_), Some((rest, number))) => super::found(rest, u8::try_from(number).ok())?,
        (read, _) => read?,
    };
    let (rest, _) = opt(word("day")).parse(rest)?;
    let (rest, _) = opt(joiner).parse(rest)?;
    let (rest, _) = opt(word("of")).parse(rest)?;
    let (rest, month) = month(rest)?;
    let (rest, year) = opt((stop, opt(joiner), year_of_day).map(|((), _, y)| y)).parse(rest)?;
    if needs_year && year.is_none() {
        return none();
    }
    Ok((rest, Written::Day { year: year.unwrap_or_default(), month, day, weekday: None }))
}

/// "June 25", "Sept. 27", "June the 25th, 2024", "May eighth, 2010", "August-10-2012".
///
/// A plain number before a noun is no day: "in June 25 people died".
pub(super) fn month_day(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, month) = month(i)?;
    let (rest, ()) = stop(rest)?;
    let (rest, joined) = opt(joiner).parse(rest)?;
    let (rest, comma) = opt(punct(',')).parse(rest)?;
    let (rest, ()) = the(rest)?;
    let plain = ordinal(rest).is_err();
    let (rest, day) = day(rest)?;
    let with_year = (opt(joiner), year_of_day).map(|(_, y)| y).parse(rest);
    if let Ok((rest, year)) = with_year {
        return Ok((rest, Written::Day { year, month, day, weekday: None }));
    }
    if plain {
        number_ends(rest)?;
        // "january-6-probe" is a name in an address.
        if counted_noun(rest) || joined.is_some() {
            return none();
        }
        // "at the end of June, 31 more than in May": behind a comma, a number with which a clause goes on is a count.
        if comma.is_some() && rest.first().is_some_and(|t| t.kind != Kind::Punct) {
            return none();
        }
    }
    Ok((rest, Written::Day { year: WrittenYear::Missing, month, day, weekday: None }))
}

/// "September 11" of "the September 11 attacks": called only behind an article, where no 11 attacks are counted.
pub(in crate::period) fn named_day(i: Tokens<'_>) -> Grammar<'_, Written> {
    const COUNTED: Class = Class::MAGNITUDE
        .union(Class::SHORT_MAGNITUDE)
        .union(Class::HUNDRED)
        .union(Class::PERCENT)
        .union(Class::CURRENCY)
        .union(Class::UNIT)
        .union(Class::TIME_UNIT);
    let (rest, month) = month(i)?;
    let (rest, ()) = stop(rest)?;
    let (rest, day) = day(rest)?;
    number_ends(rest)?;
    match rest.first() {
        Some(noun) if noun.kind == Kind::Word && !rest.entry(noun).class.intersects(COUNTED) => {
            Ok((rest, Written::Day { year: WrittenYear::Missing, month, day, weekday: None }))
        }
        _ => none(),
    }
}

/// How many days one month can be followed by; longer lists are of something else.
const MOST_DAYS: usize = 8;

/// "3" of "3, 5 and 9 August", "the 13th" of "the 13th and 15th of July": the month stands behind the last.
pub(super) fn day_in_list(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (first_rest, first) = day(i)?;
    let (mut rest, mut last) = (first_rest, first);
    for _ in 0..MOST_DAYS {
        let (after, conjunction) = list_joint(rest)?;
        let (after, ()) = the(after)?;
        let (after, next) = day(after)?;
        if next <= last {
            return none();
        }
        if conjunction {
            let (after, _) = opt(word("of")).parse(after)?;
            let (after, month) = month(after)?;
            let (_, year) = opt((stop, year_after).map(|((), year)| year)).parse(after)?;
            return Ok((first_rest, Written::Day { year: year.unwrap_or_default(), month, day: first, weekday: None }));
        }
        (rest, last) = (after, next);
    }
    none()
}

/// "5" behind "August 3 and", "5" and "9" behind "August 3,": a further day of the month before, with its own end.
pub(in crate::period) fn next_day_of<'a>(i: Tokens<'a>, before: &Written) -> Grammar<'a, Written> {
    let Written::Day { year, month, day: last, weekday: None } = *before else {
        return none();
    };
    let (start, mut conjunction) = list_joint(i)?;
    let (rest, ()) = the(start)?;
    let (rest, first) = day(rest)?;
    let (mut end, mut high) = (rest, first);
    for more in 0..MOST_DAYS {
        if high <= last || number_ends(end).is_err() {
            return none();
        }
        if conjunction {
            let (after, given) = opt(year_after).parse(end)?;
            return if given.is_some() || phrase_ends(after) {
                let rest = if more == 0 { after } else { rest };
                Ok((rest, Written::Day { year: given.unwrap_or(year), month, day: first, weekday: None }))
            } else {
                none()
            };
        }
        let (after, joined) = list_joint(end)?;
        let (after, next) = day(after)?;
        if next <= high {
            return none();
        }
        (end, high, conjunction) = (after, next, joined);
    }
    none()
}

/// "," between the members of a list, or "and", "or", "&" before its last (true).
pub(super) fn list_joint(i: Tokens<'_>) -> Grammar<'_, bool> {
    let (rest, comma) = opt(punct(',')).parse(i)?;
    let and = any_of(&["and", "or"]).or(punct('&'));
    let (rest, and) = opt(and).parse(rest)?;
    if comma.is_none() && and.is_none() { none() } else { Ok((rest, and.is_some())) }
}

/// "15th" of "on the 15th"; whether it is a day, the words around it must say.
pub(super) fn day_alone(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, day) = ordinal(i)?;
    let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day) && phrase_ends(rest));
    super::found(rest, day.map(Written::DayAlone))
}

/// Nothing behind that a number could count: the end, a mark, or a word that opens the next phrase.
pub(super) fn phrase_ends(i: Tokens<'_>) -> bool {
    const NEXT: Class = Class::AUXILIARY.union(Class::PREPOSITION).union(Class::CONJUNCTION).union(Class::SUBORDINATOR);
    i.first().is_none_or(|t| match t.kind {
        Kind::Word => i.entry(t).class.intersects(NEXT) && !i.text_of(t).eq_ignore_ascii_case("of"),
        Kind::Punct => !t.is_punct('-') && !t.is_punct('/') && !t.is_punct('%'),
        _ => false,
    })
}

/// "2018 March 18", "2012/Aug/10", "2017 april".
pub(super) fn year_first(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, year) = year(i)?;
    let (rest, _) = opt(joiner).parse(rest)?;
    let (rest, month) = month(rest)?;
    let year = WrittenYear::Number(year);
    match (opt(joiner), day).map(|(_, day)| day).parse(rest) {
        Ok((rest, day)) if !counted_noun(rest) && digits(rest).is_err() => {
            Ok((rest, Written::Day { year, month, day, weekday: None }))
        }
        _ => Ok((rest, Written::Month(year, month))),
    }
}

/// "quarter" of "the March quarter", "the June 2024 quarter", behind the month: the three months that end with it.
pub(super) fn quarter_of_month<'a>(i: Tokens<'a>, month: &Written) -> Grammar<'a, Written> {
    let (rest, _) = opt(glued(punct('-'))).parse(i)?;
    let (rest, _) = word("quarter")(rest)?;
    match month {
        Written::Month(..) => Ok((rest, Written::Ended(1, TimeUnit::Quarter, Box::new(month.clone())))),
        _ => none(),
    }
}

/// "June 2024", "August, 2012", "Sep-2012", "October last year", "February this year", "June" alone.
pub(super) fn month_year(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, month) = month(i)?;
    let (after, year) = opt((stop, opt(joiner), year_after).map(|((), _, y)| y)).parse(rest)?;
    match year {
        Some(year) => Ok((after, Written::Month(year, month))),
        None => Ok((rest, Written::Month(WrittenYear::Missing, month))),
    }
}

/// "Monday, 2 October 2023", "Sun., March 6, 2016", "Tuesday the 19th", "Friday, 21".
pub(super) fn weekday_day(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, name) = weekday_name(i)?;
    let (rest, ()) = stop(rest)?;
    let (rest, _) = opt(punct(',')).parse(rest)?;
    let (rest, the) = opt(word("the")).parse(rest)?;
    for read in [day_month, month_day, year_first, super::numeric::numeric] {
        if let Ok((rest, Written::Day { year, month, day, .. })) = read(rest) {
            return Ok((rest, Written::Day { year, month, day, weekday: Some(name) }));
        }
    }
    if let Ok(numeric) = super::numeric::numeric(rest) {
        return Ok(numeric);
    }
    let plain = the.is_none() && ordinal(rest).is_err();
    let (rest, day) = day(rest)?;
    number_ends(rest)?;
    // "on Monday 21 people": a plain number needs the end of the clause behind it.
    if plain && rest.first().is_some_and(|t| t.kind != Kind::Punct || t.is_punct('-')) {
        return none();
    }
    Ok((rest, Written::WeekdayDay(name, day)))
}

/// "Christmas Day", "Christmas Eve", "New Year's Eve", "Boxing Day", "Valentine's Day", with a year or without.
pub(super) fn holiday(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, first) = class(Class::DATE_START)(i)?;
    let is = |name: &str| i.text_of(first).eq_ignore_ascii_case(name);
    let rest = if is("new") {
        let (rest, _) = word("year")(rest)?;
        rest.first().filter(|t| t.kind == Kind::Clitic).map_or(rest, |_| rest.skip(1))
    } else if is("valentine") {
        rest.first().filter(|t| t.kind == Kind::Clitic).map_or(rest, |_| rest.skip(1))
    } else {
        rest
    };
    let (rest, kind) = if is("halloween") { (rest, None) } else { any_of(&["day", "eve"]).map(Some).parse(rest)? };
    let eve = kind.is_some_and(|t| i.text_of(t).eq_ignore_ascii_case("eve"));
    let (month, day) = match () {
        () if is("halloween") => (10, 31),
        () if is("christmas") => (12, if eve { 24 } else { 25 }),
        () if is("boxing") && !eve => (12, 26),
        () if is("new") => {
            if eve {
                (12, 31)
            } else {
                (1, 1)
            }
        }
        () if is("valentine") && !eve => (2, 14),
        () => return none(),
    };
    let (rest, year) = opt(year_after).parse(rest)?;
    Ok((rest, Written::Day { year: year.unwrap_or_default(), month, day, weekday: None }))
}

/// The year after a day: as after a month, or two digits ("3 Feb 82", "Aug 9, 96").
fn year_of_day(i: Tokens<'_>) -> Grammar<'_, WrittenYear> {
    if let Ok(read) = year_after(i) {
        return Ok(read);
    }
    if let Ok(read) = year_behind_time(i) {
        return Ok(read);
    }
    let (rest, _) = opt(punct(',')).parse(i)?;
    let (rest, _) = opt(word("of")).parse(rest)?;
    short_year.map(WrittenYear::Number).parse(rest)
}

/// "18:08:06 CET 2016" of "Thu Jan 14 18:08:06 CET 2016": the year of a time stamp.
fn year_behind_time(i: Tokens<'_>) -> Grammar<'_, WrittenYear> {
    let part = || (glued(punct(':')), glued(digits_between(2, 0..=60)));
    let (rest, _) = digits_between(2, 0..=23)(i)?;
    let (rest, _) = part().parse(rest)?;
    let (rest, _) = opt(part()).parse(rest)?;
    let (rest, _) = opt(zone).parse(rest)?;
    super::number::year.map(WrittenYear::Number).parse(rest)
}

/// "-" or "/" without spaces, between the parts of "8/Oct/2012".
fn joiner(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (rest, _) = glued(punct('-').or(punct('/'))).parse(i)?;
    if rest.first().is_some_and(|t| !t.spaced()) { Ok((rest, ())) } else { none() }
}

/// Whether a noun follows that the number before could count: "people", "per cent", "million", "soldiers".
pub(in crate::period) fn counted_noun(i: Tokens<'_>) -> bool {
    const NOUN: Class = Class::PERSON
        .union(Class::COLLECTIVE)
        .union(Class::MAGNITUDE)
        .union(Class::SHORT_MAGNITUDE)
        .union(Class::HUNDRED)
        .union(Class::DOZEN)
        .union(Class::PERCENT)
        .union(Class::CURRENCY)
        .union(Class::UNIT)
        .union(Class::TIME_UNIT);
    const FUNCTION: Class = Class::CLOSED.union(Class::VERB).union(Class::REPORTING).union(Class::MONTH);
    let Some(next) = i.first().filter(|t| t.kind == Kind::Word && t.spaced()) else {
        return false;
    };
    let class = i.entry(next).class;
    if class.intersects(NOUN) {
        return true;
    }
    !next.capital() && !class.intersects(FUNCTION) && i.text_of(next).ends_with('s')
}
