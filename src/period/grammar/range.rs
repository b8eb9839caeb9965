//! Two dates that are one period: "from January to March 2024", "2-5 May", "1914-18", "February and March".

use nom::{Parser, combinator::opt};

use super::day::{list_joint, month, weekday_name};
use super::number::{day, number_ends, two_digits, year};
use super::words::fiscal_year;
use super::{found, none, single, stop, the, year_after};
use crate::period::{Written, WrittenYear};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, glued, not_followed_by, punct, word};

/// A range at its first date; a "from" or "between" stands before it and is not read here.
pub(super) fn range<'a>(i: Tokens<'a>, single: Option<&(Tokens<'a>, Written)>) -> Grammar<'a, Written> {
    let Some(first) = i.first() else {
        return none();
    };
    let numbers = || {
        let years = if first.end - first.start == 4 { years(i) } else { days_month(i, false) };
        years.or_else(|_| years_of_era(i))
    };
    let read = match first.kind {
        Kind::Digits => numbers(),
        _ if i.entry(first).class.intersects(Class::ORDINAL | Class::CARDINAL) => days_month(i, false),
        _ if i.entry(first).class.contains(Class::MONTH) => month_days(i, to),
        _ if i.entry(first).class.contains(Class::WEEKDAY) => weekdays_month(i).or_else(|_| weekdays_days(i)),
        _ => none(),
    };
    let Some((rest, single)) = single else {
        return read;
    };
    let joined = any_two(*rest, single).or_else(|_| months_and(*rest, single));
    match (read, joined) {
        (Ok(a), Ok(b)) => Ok(if b.0.len() < a.0.len() { b } else { a }),
        (Ok(a), Err(_)) => Ok(a),
        (Err(_), joined) => joined,
    }
    .map(|(rest, range)| of_year(rest, range))
}

/// "quarter of 2022" behind "July-September": the year of both months.
fn of_year(i: Tokens<'_>, range: Written) -> (Tokens<'_>, Written) {
    let undated = |end: &Written| month_of(end).is_some() && end.year() == Some(WrittenYear::Missing);
    match (any_of(&["quarter", "period"]), year_after).map(|(_, year)| year).parse(i) {
        Ok((rest, WrittenYear::Number(year)))
            if let Written::Range(from, to) = &range
                && undated(from)
                && undated(to) =>
        {
            (rest, range_of(from.in_year(year), to.in_year(year)))
        }
        _ => (i, range),
    }
}

/// "to", "until", "through", a hyphen or a dash between the two.
fn to(i: Tokens<'_>) -> Grammar<'_, ()> {
    any_of(&["to", "until", "till", "through", "thru"]).or(dash).map(|_| ()).parse(i)
}

/// "-", "–", "—" or "~".
fn dash(i: Tokens<'_>) -> Grammar<'_, crate::token::Token> {
    punct('-').or(punct('\u{2013}')).or(punct('\u{2014}')).or(punct('~')).parse(i)
}

/// "2010-2011", "1914-18", "2023/24", "2007 to 2015", "2014 and 2018" (only after a "between", which the caller sees).
fn years(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, first) = year(i)?;
    if let Ok((rest, short)) = (glued(dash.or(punct('/'))), glued(two_digits)).map(|(_, y)| y).parse(rest)
        && number_ends(rest).is_ok()
        && not_followed_by((dash, day)).parse(rest).is_ok()
    {
        let second = first - first.rem_euclid(100) + short;
        let second = if second <= first { second + 100 } else { second };
        // "1999-00" ends a century; "2023-10" is a month and "2023-04" too.
        return if let Ok((rest, ())) = fiscal_year(rest) {
            found(rest, (second == first + 1).then_some(Written::Fiscal(second)))
        } else if second - first < 50 {
            Ok((rest, range_of(Written::Year(first), Written::Year(second))))
        } else {
            none()
        };
    }
    // "2008/2009"
    if let Ok((rest, second)) = (glued(punct('/')), glued(year)).map(|(_, second)| second).parse(rest) {
        return found(rest, (first + 1 == second).then(|| range_of(Written::Year(first), Written::Year(second))));
    }
    let (rest, ()) = to(rest)?;
    let (rest, second) = year(rest)?;
    if first < second { Ok((rest, range_of(Written::Year(first), Written::Year(second)))) } else { none() }
}

/// "500 to 300 BC", "27-14 BC": one era for both.
fn years_of_era(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, first) = super::number::number_of_year(i)?;
    let (rest, ()) = to(rest)?;
    let (rest, second) = super::number::number_of_year(rest)?;
    let (rest, before) = super::number::era(rest)?;
    let year = |year| Written::YearOfEra(if before { 1 - year } else { year });
    found(rest, ((first > second) == before).then(|| range_of(year(first), year(second))))
}

/// "2 to 5 May", "2-5 May 2024", "the 13th to the 15th of July"; behind a "between" also "9th and the 17th of April".
fn days_month(i: Tokens<'_>, between: bool) -> Grammar<'_, Written> {
    let (rest, first) = day(i)?;
    let worded = rest.first().is_some_and(|t| t.kind == Kind::Word);
    let slash = punct('/')(rest).is_ok();
    let (rest, ()) = match () {
        () if between => word("and").map(|_| ()).parse(rest)?,
        () if slash => glued(punct('/')).map(|_| ()).parse(rest)?,
        () => to(rest)?,
    };
    let (rest, ()) = the(rest)?;
    let (rest, second) = day(rest)?;
    // "3/4 May" are two days, "1/2 May" hardly anything else; "3/9 May" is no range.
    if second < first && !worded || slash && second != first + 1 {
        return none();
    }
    let (rest, _) = opt(word("of")).parse(rest)?;
    let (rest, month) = month(rest)?;
    let (rest, year) = opt((stop, year_after).map(|((), y)| y)).parse(rest)?;
    in_month(rest, year.unwrap_or_default(), month, first, second)
}

/// "Friday 14 to Sunday 16 June": each day with its weekday, and one month for both.
fn weekdays_month(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, first_name) = weekday_name(i)?;
    let (rest, first) = (opt(punct(',')), day).map(|(_, day)| day).parse(rest)?;
    let (rest, ()) = to(rest)?;
    let (rest, second_name) = weekday_name(rest)?;
    let (rest, second) = (opt(punct(',')), day, opt(word("of"))).map(|(_, day, _)| day).parse(rest)?;
    let (rest, month) = month(rest)?;
    let (rest, year) = opt((stop, year_after).map(|((), y)| y)).parse(rest)?;
    let year = year.unwrap_or_default();
    let day = |name, day| Written::Day { year, month, day, weekday: Some(name) };
    found(rest, (first < second).then(|| range_of(day(first_name, first), day(second_name, second))))
}

/// "Monday to Friday, May 6 to 10", "Tuesday and Wednesday, 7 and 8 May": both weekdays, and then both days.
fn weekdays_days(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, first_name) = (weekday_name, stop).map(|(name, ())| name).parse(i)?;
    let and = any_of(&["and"]).or(punct('&')).parse(rest).is_ok();
    let joint = |i| if and { any_of(&["and"]).or(punct('&')).map(|_| ()).parse(i) } else { to(i) };
    let (rest, ()) = joint(rest)?;
    let (rest, second_name) = (weekday_name, stop).map(|(name, ())| name).parse(rest)?;
    let (rest, _) = (opt(punct(',')), opt(word("the"))).parse(rest)?;
    let (rest, days) = month_days(rest, joint).or_else(|_| days_month(rest, and))?;
    let Written::Range(from, to) = days else { return none() };
    let named = |day, name| match day {
        Written::Day { year, month, day, .. } => Written::Day { year, month, day, weekday: Some(name) },
        other => other,
    };
    Ok((rest, range_of(named(*from, first_name), named(*to, second_name))))
}

/// "May 2-5", "August 10 to 22, 2012", "July 13 through 15"; behind a "between" also "May 2 and 5".
fn month_days<'a>(i: Tokens<'a>, joint: impl Fn(Tokens<'a>) -> Grammar<'a, ()>) -> Grammar<'a, Written> {
    let (rest, month) = month(i)?;
    let (rest, ()) = stop(rest)?;
    let (rest, first) = day(rest)?;
    let worded = rest.first().is_some_and(|t| t.kind == Kind::Word);
    let (rest, ()) = joint(rest)?;
    let (rest, ()) = the(rest)?;
    let (rest, second) = day(rest)?;
    number_ends(rest)?;
    if second < first && !worded {
        return none();
    }
    let (rest, year) = opt(year_after).parse(rest)?;
    if year.is_none() && super::day::counted_noun(rest) {
        return none();
    }
    in_month(rest, year.unwrap_or_default(), month, first, second)
}

/// Days of one month. A range that runs backwards is kept, where words and not a dash (as in scores) join it.
fn in_month(i: Tokens<'_>, year: WrittenYear, month: u8, first: u8, second: u8) -> Grammar<'_, Written> {
    if first == second {
        return none();
    }
    let day = |day| Written::Day { year, month, day, weekday: None };
    Ok((i, range_of(day(first), day(second))))
}

/// "February and March", "April/May", "the 1970s and 1980s": months and decades that follow each other. Others are two
/// dates.
fn months_and<'a>(rest: Tokens<'a>, first: &Written) -> Grammar<'a, Written> {
    let slash = (glued(punct('/')), glued(class(Class::MONTH))).parse(rest).is_ok();
    let (rest, _) = word("and").or(punct('/')).parse(rest)?;
    if let (Written::Decade(a), Ok((rest, second @ Written::Decade(b)))) = (first, single(rest)) {
        return found(rest, (a + 10 == b && !slash).then(|| range_of(first.clone(), second)));
    }
    let Some(a) = month_of(first) else {
        return none();
    };
    let (rest, second) = month_part(rest)?;
    match month_of(&second) {
        Some(b) if a % 12 + 1 == b => Ok((rest, range_of(first.clone(), second))),
        _ => none(),
    }
}

/// The year of "and July 2019" behind "in May" or "in May, June": called behind a date without one. Only what stands no
/// later in the year than the last shares it: "in December and January 2019" are of two years.
pub(in crate::period) fn year_of_list(i: Tokens<'_>, first: &Written) -> Option<i16> {
    let mut rest = i;
    for _ in 0..MOST_DATES {
        let (after, last) = list_joint(rest).ok()?;
        let (after, next) = single(after).ok()?;
        let alike = std::mem::discriminant(&next) == std::mem::discriminant(first);
        match next.year().filter(|_| alike && first.place_in_year() <= next.place_in_year())? {
            WrittenYear::Number(year) if last => return Some(year),
            WrittenYear::Missing if !last => rest = after,
            _ => return None,
        }
    }
    None
}

/// How many dates can share a year; longer lists are of something else.
const MOST_DATES: usize = 8;

/// A month with its part: "early April", "March".
fn month_part(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, written) = single(i)?;
    if month_of(&written).is_some() { Ok((rest, written)) } else { none() }
}

fn month_of(written: &Written) -> Option<u8> {
    match written {
        Written::Month(_, month) => Some(*month),
        Written::Part(_, of) => month_of(of),
        _ => None,
    }
}

/// Any two dates with "to", a dash, or (after "between") "and" between them: "10 May - 3 June 2024", "April to June",
/// "Friday to Monday", "March to date".
fn any_two<'a>(rest: Tokens<'a>, first: &Written) -> Grammar<'a, Written> {
    // "July 1, 1986, to March 1, 1987"
    let rest = (punct(','), any_of(&["to", "through"])).parse(rest).map_or(rest, |_| rest.skip(1));
    // "Jan.-March"
    let rest = if month_of(first).is_some() { stop(rest)?.0 } else { rest };
    // ISO 8601 joins its days with a slash.
    let iso = matches!(first, Written::Day { year: WrittenYear::Number(_), .. });
    let (rest, ()) = match (glued(punct('/')), glued(year)).parse(rest) {
        Ok(_) if iso => (rest.skip(1), ()),
        _ => to(rest)?,
    };
    let now = (opt(word("the")), any_of(&["date", "present", "now"]), opt(word("day")));
    if let Ok((rest, ..)) = { now }.parse(rest) {
        return Ok((rest, range_of(first.clone(), Written::Today(0))));
    }
    let (rest, second) = edge(rest)?;
    if can_join(first, &second) { Ok((rest, range_of(first.clone(), second))) } else { none() }
}

/// "between April and June", from the "April": called only where "between" stands before.
pub(in crate::period) fn between(i: Tokens<'_>) -> Grammar<'_, Written> {
    let and = |i| word("and").map(|_| ()).parse(i);
    if let Ok(read) = days_month(i, true).or_else(|_| month_days(i, and)) {
        return Ok(read);
    }
    let (rest, first) = edge(i)?;
    let (rest, _) = word("and")(rest)?;
    let (rest, second) = edge(rest)?;
    if can_join(&first, &second) { Ok((rest, range_of(first, second))) } else { none() }
}

/// "the middle of March to the end of June", from its first noun.
pub(in crate::period) fn edges(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, first) = edge(i)?;
    let (rest, ()) = to(rest)?;
    let (rest, second) = edge(rest)?;
    if can_join(&first, &second) { Ok((rest, range_of(first, second))) } else { none() }
}

/// One end of a range: a date, or "the end of 2008".
pub(in crate::period) fn edge(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, ()) = the(i)?;
    if let Some(part) = rest.first().and_then(|t| super::part_of(rest.text_of(t)))
        && let Ok((rest, of)) = (word("of"), single).map(|(_, of)| of).parse(rest.skip(1))
    {
        return Ok((rest, Written::Part(part, Box::new(of))));
    }
    // "from year to year" is no range.
    let trigger = rest.first().is_some_and(|t| {
        let class = rest.entry(t).class;
        t.kind == Kind::Digits || class.intersects(super::TRIGGERS) && !class.contains(Class::TIME_UNIT)
    });
    if trigger { single(rest) } else { none() }
}

/// Whether two readings can be the ends of one period: not a time and a day, nor an amount and a year.
fn can_join(first: &Written, second: &Written) -> bool {
    let end = |w: &Written| {
        !matches!(
            w,
            Written::Time(..)
                | Written::DayAlone(_)
                | Written::Beside
                | Written::Open
                | Written::Trailing(..)
                | Written::Coming(..)
                | Written::Range(..)
                | Written::Shift(..)
                | Written::Same(_)
                | Written::ToDate(_)
                | Written::Ended(..)
                | Written::WeekOf(..)
                | Written::Every(_)
                | Written::TheWeekend
        )
    };
    end(first) && end(second)
}

fn range_of(from: Written, to: Written) -> Written {
    Written::Range(Box::new(from), Box::new(to))
}
