//! Dates that point from another date of the text, or from nothing that the text says: "a year earlier", "the same
//! period last year", "the following week", "that weekend", "the week after next", "the three months to June".

use nom::{Parser, combinator::opt};

use super::amount::amount_of_units;
use super::{found, none, plain, the, year_after};
use crate::period::{Amount, TimeUnit, Written, WrittenYear};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, entry, not_followed_by, punct, word};

/// "year earlier", "week later", "day before" (their "a" or "the" stands before), "week after next", "month before
/// last".
pub(super) fn unit_beside(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, unit) = super::amount::one_unit(i)?;
    if unit < TimeUnit::Day {
        return none();
    }
    let (rest, side) = any_of(&["earlier", "later", "before", "after"])(rest)?;
    let side_is = |words: &[&str]| words.iter().any(|w| i.text_of(side).eq_ignore_ascii_case(w));
    if side_is(&["earlier", "later"]) {
        return Ok((rest, Written::Shift(unit, if side_is(&["later"]) { 1 } else { -1 })));
    }
    if let Ok((rest, step)) = super::deictic::step(rest)
        && step == if side_is(&["after"]) { 1 } else { -1 }
        && ends(rest)
    {
        return Ok((rest, Written::Unit(unit, 2 * step)));
    }
    if ends(rest) { Ok((rest, Written::Shift(unit, if side_is(&["after"]) { 1 } else { -1 }))) } else { none() }
}

/// Whether the phrase ends here: nothing, a mark or a conjunction follows.
fn ends(i: Tokens<'_>) -> bool {
    i.first().is_none_or(|t| match t.kind {
        Kind::Word => i.entry(t).class.intersects(Class::CONJUNCTION | Class::AUXILIARY),
        Kind::Punct => t.word.as_punct().is_some_and(|mark| matches!(mark, '.' | ',' | ';' | ':' | ')' | '!' | '?')),
        _ => false,
    })
}

/// "same period last year", "same quarter of 2023", "corresponding month a year ago", "following week", "that weekend",
/// "following Friday".
pub(super) fn pointing(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, first) = any_of(&["same", "corresponding", "following", "preceding", "that"])(i)?;
    let is = |word: &str| i.text_of(first).eq_ignore_ascii_case(word);
    if (is("same") || is("corresponding"))
        && let Ok((after, ())) = period_noun(rest)
        && let Ok((after, year)) = other_year(after)
        && !after.first().is_some_and(|t| !t.spaced() && (t.is_punct('/') || t.is_punct('-')))
    {
        return Ok((after, Written::Same(year)));
    }
    if is("corresponding") {
        return none();
    }
    if let Ok((rest, _)) = word("weekend")(rest) {
        return Ok((rest, Written::Beside));
    }
    // "That Friday" may begin a clause.
    if !is("that")
        && let Ok((rest, _)) = super::day::weekday_name(rest)
    {
        return Ok((rest, Written::Beside));
    }
    let (rest, unit) = super::amount::one_unit(rest)?;
    let (rest, ()) = not_followed_by(word("ago")).parse(rest)?;
    if unit >= TimeUnit::Day { Ok((rest, Written::Beside)) } else { none() }
}

/// "period", "quarter", "month", "week", "day", "time".
fn period_noun(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (rest, _) = any_of(&["period", "quarter", "month", "months", "week", "day", "time", "half"])(i)?;
    Ok((rest, ()))
}

/// "last year", "of 2023", "a year ago", "the year before", "a year earlier": the year of "the same period".
fn other_year(i: Tokens<'_>) -> Grammar<'_, Option<WrittenYear>> {
    if let Ok((rest, year)) = year_after(i) {
        return Ok((rest, Some(year)));
    }
    let (rest, _) = opt(any_of(&["of", "in"])).parse(i)?;
    let (rest, _) = any_of(&["a", "the", "one"])(rest)?;
    let (rest, _) = word("year")(rest)?;
    let (rest, side) = any_of(&["ago", "earlier", "before"])(rest)?;
    let ago = i.text_of(side).eq_ignore_ascii_case("ago");
    Ok((rest, ago.then_some(WrittenYear::Step(-1))))
}

/// "year to date", "month-to-date".
pub(super) fn to_date(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, unit) = entry(Class::TIME_UNIT).map(|e| e.time).parse(i)?;
    let (rest, _) = (opt(punct('-')), word("to"), opt(punct('-')), word("date")).parse(rest)?;
    match TimeUnit::from_lexicon(unit) {
        Some(unit) if unit > TimeUnit::Day && unit <= TimeUnit::Year => Ok((rest, Written::ToDate(unit))),
        _ => none(),
    }
}

/// "three months to June", "year ended 31 March 2024", "five years to 2020", "week ending 5 May", "12 months through
/// March", "week of October 7", "week starting Monday".
pub(super) fn ended(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, (amount, unit)) = amount_of_units(i)?;
    let Amount::Exact(count) = amount else {
        return none();
    };
    let (rest, link) =
        any_of(&["to", "through", "ended", "ending", "of", "starting", "beginning", "commencing"])(rest)?;
    let link_is = |words: &[&str]| words.iter().any(|w| i.text_of(link).eq_ignore_ascii_case(w));
    let (rest, _) = opt(any_of(&["on", "in"])).parse(rest)?;
    let (rest, ()) = the(rest)?;
    // "the year to the end of June" ends with June.
    let (rest, _) = opt((word("end"), word("of"))).parse(rest)?;
    let (rest, date) = plain(rest).or_else(|_| super::number::bare_year(rest))?;
    let year = matches!(date, Written::Year(_));
    let day = matches!(date, Written::Day { .. } | Written::Weekday(..) | Written::Numeric { .. } | Written::Today(_));
    let month = matches!(date, Written::Month(..));
    if link_is(&["of", "starting", "beginning", "commencing"]) {
        let week_of = unit == TimeUnit::Week && count == 1 && day;
        return if week_of { Ok((rest, Written::WeekOf(link_is(&["of"]), Box::new(date)))) } else { none() };
    }
    let fits = day || month && unit >= TimeUnit::Month || year && unit >= TimeUnit::Year;
    if unit < TimeUnit::Day || !fits { none() } else { Ok((rest, Written::Ended(count, unit, Box::new(date)))) }
}

/// "year", "month", "week" of "the end of the year", "later in the week": the one that is running. What stands before
/// must say so, and the caller looks.
pub(super) fn running(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, unit) = super::amount::one_unit(i)?;
    let (rest, ()) = not_followed_by(class(Class::CARDINAL)).parse(rest)?;
    found(rest, Some(unit).filter(|u| (TimeUnit::Day..=TimeUnit::Year).contains(u)).map(|u| Written::Unit(u, 0)))
}
