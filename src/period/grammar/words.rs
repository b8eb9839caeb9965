//! Years and decades in words: "nineteen ninety-six", "two thousand and fifteen", "the nineties".

use nom::{Parser, combinator::opt};

use super::{found, none};
use crate::period::Written;
use crate::token::{Class, Grammar, Tokens, any_of, class, entry, glued, not_followed_by, punct, word};

/// "nineteen ninety-six", "nineteen hundred and ninety three", "twenty twenty-four", "nineteen oh five", "two thousand and
/// fifteen". A round "two thousand" is a number, and so is what goes on as one or counts something.
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

/// "nineties" of "the nineties": the last century's. "Twenties" may be either century's and is not read.
pub(super) fn decade(i: Tokens<'_>) -> Grammar<'_, Written> {
    const NAMES: &[&str] = &["thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    let (rest, token) = class(Class::DATE_START)(i)?;
    let name = i.text_of(token);
    let place = NAMES.iter().position(|n| name.eq_ignore_ascii_case(n)).and_then(|n| i16::try_from(n).ok());
    found(rest, place.map(|n| Written::Decade(1930 + 10 * n)))
}
