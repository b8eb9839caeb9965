//! Years and decades in words: "nineteen ninety-six", "two thousand and fifteen", "the nineties", "fiscal 2023",
//! "year-end".

use nom::{Parser, combinator::opt};

use super::number::{century_of, number_ends, two_digits};
use super::{found, none, year_after};
use crate::period::{Part, TimeUnit, Written, WrittenYear};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, entry, glued, not_followed_by, punct, word};

/// "nineteen ninety-six", "nineteen hundred and ninety three", "twenty twenty-four", "nineteen oh five", "two thousand
/// and fifteen". A round "two thousand" is a number, and so is what goes on as one or counts something.
pub(super) fn year(i: Tokens<'_>) -> Grammar<'_, i16> {
    const GOES_ON: Class =
        Class::CARDINAL.union(Class::HUNDRED).union(Class::MAGNITUDE).union(Class::DOZEN).union(Class::FRACTION);
    let (rest, first) = entry(Class::CARDINAL)(i)?;
    let (rest, year) = if first.number == 2 {
        let (rest, thousand) = entry(Class::MAGNITUDE)(rest)?;
        let (rest, _) = opt(word("and")).parse(rest)?;
        let (rest, ones) = below_hundred(rest)?;
        found(rest, (thousand.number == 3 && ones > 0).then_some(2000 + ones))?
    } else {
        let (rest, _) = opt(glued(punct('-'))).parse(rest)?;
        let (rest, ones) = ones_of_century(rest)?;
        found(rest, (11..=20).contains(&first.number).then_some(first.number * 100 + ones))?
    };
    let (rest, ()) = not_followed_by((opt(glued(punct('-'))), class(GOES_ON))).parse(rest)?;
    if super::day::counted_noun(rest) { none() } else { found(rest, i16::try_from(year).ok()) }
}

/// A year in words alone; whether it can be one, its neighbours must say.
pub(super) fn bare_year(i: Tokens<'_>) -> Grammar<'_, Written> {
    year.map(Written::Year).parse(i)
}

/// "ninety-six", "hundred (and) ninety three", "oh five": what stands behind the century.
fn ones_of_century(i: Tokens<'_>) -> Grammar<'_, u32> {
    if let Ok((rest, _)) = class(Class::HUNDRED)(i) {
        return (opt(word("and")), below_hundred).map(|(_, ones)| ones).parse(rest);
    }
    if let Ok((rest, _)) = any_of(&["oh", "o"])(i) {
        let (rest, _) = opt(glued(punct('-'))).parse(rest)?;
        let (rest, ones) = entry(Class::CARDINAL)(rest)?;
        return found(rest, Some(ones.number).filter(|n| (1..10).contains(n)));
    }
    let (rest, ones) = below_hundred(i)?;
    found(rest, Some(ones).filter(|&n| n >= 10))
}

/// "seven", "fifteen", "ninety-six".
fn below_hundred(i: Tokens<'_>) -> Grammar<'_, u32> {
    let (rest, tens) = entry(Class::CARDINAL)(i)?;
    if tens.number >= 20
        && let Ok((after, ones)) = (opt(glued(punct('-'))), entry(Class::CARDINAL)).map(|(_, ones)| ones).parse(rest)
        && (1..10).contains(&ones.number)
    {
        return Ok((after, tens.number + ones.number));
    }
    Ok((rest, tens.number))
}

/// "nineties" of "the nineties": the last century's. "Twenties" may be either century's and is not read; "her forties"
/// are years of a life.
pub(super) fn decade(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, decade) = entry(Class::DECADE)(i)?;
    let before = i.first().and_then(|t| i.block().get(..t.start as usize)).unwrap_or_default();
    let first = i16::try_from(decade.number).ok().filter(|first| *first > 20 && !is_of_a_life(before));
    found(rest, first.map(|first| Written::Decade(1900 + first)))
}

/// "nineteen nineties": the decade with its century.
pub(super) fn decade_of_century(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, (century, decade)) = (entry(Class::CARDINAL), entry(Class::DECADE)).parse(i)?;
    let year = (15..=20).contains(&century.number) && decade.number >= 20;
    found(rest, i16::try_from(century.number * 100 + decade.number).ok().filter(|_| year).map(Written::Decade))
}

/// Whether the text before a decade says whose life it is of: "in her ", "his late ".
pub fn is_of_a_life(before: &str) -> bool {
    const WHOSE: &[&str] = &["his", "her", "their", "my", "your", "our", "whose"];
    let before = ["early ", "mid ", "mid-", "late ", "early-", "late-"]
        .iter()
        .find_map(|part| before.strip_suffix(part))
        .unwrap_or(before)
        .trim_end();
    WHOSE.iter().any(|owner| before.strip_suffix(owner).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

/// "fiscal 2023", "financial year 2022-23", "FY2023", "FY23", "fiscal year ended 31 March".
pub(super) fn fiscal(i: Tokens<'_>) -> Grammar<'_, Written> {
    let short = any_of(&["fy"])(i).is_ok();
    let (rest, _) = any_of(&["fiscal", "financial", "fy"])(i)?;
    if let Ok((rest, Written::Quarter(WrittenYear::Missing, number))) = super::stretch::quarter(rest) {
        return Ok((rest, Written::FiscalQuarter(None, number)));
    }
    if !short && let Ok(read) = super::other::ended(rest) {
        return Ok(read);
    }
    let (rest, _) = opt(word("year")).parse(rest)?;
    let (rest, first) = match super::number::year(rest) {
        Ok(read) => read,
        Err(_) if short => two_digits.map(century_of).parse(rest)?,
        Err(error) => return Err(error),
    };
    if let Ok((rest, second)) = (glued(punct('-').or(punct('/'))), glued(two_digits)).map(|(_, y)| y).parse(rest)
        && (first + 1).rem_euclid(100) == second
    {
        return Ok((rest, Written::Fiscal(first + 1)));
    }
    let (rest, ()) = number_ends(rest)?;
    Ok((rest, Written::Fiscal(first)))
}

/// "EOY", "EOM": the end of the year or month.
pub(super) fn end_of(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, token) = any_of(&["eoy", "eom"])(i)?;
    let unit = if i.text_of(token).ends_with(['y', 'Y']) { TimeUnit::Year } else { TimeUnit::Month };
    Ok((rest, Written::Part(Part::Late, Box::new(Written::Unit(unit, 0)))))
}

/// "financial year" behind its number.
pub(super) fn fiscal_year(i: Tokens<'_>) -> Grammar<'_, ()> {
    (any_of(&["fiscal", "financial", "tax"]), word("year")).map(|_| ()).parse(i)
}

/// "year-end", "year-end 2023", "year's end".
pub(super) fn year_end(i: Tokens<'_>) -> Grammar<'_, Written> {
    let (rest, _) = word("year")(i)?;
    let (rest, ()) = match rest.first() {
        Some(t) if t.kind == Kind::Clitic || t.is_punct('-') && !t.spaced() => (rest.skip(1), ()),
        _ => return none(),
    };
    let (rest, _) = word("end")(rest)?;
    let (rest, year) = opt(year_after).parse(rest)?;
    let of = match year {
        Some(WrittenYear::Number(year)) => Written::Year(year),
        Some(WrittenYear::Step(step)) => Written::Unit(TimeUnit::Year, step),
        _ => Written::Unit(TimeUnit::Year, 0),
    };
    Ok((rest, Written::Part(Part::Late, Box::new(of))))
}
