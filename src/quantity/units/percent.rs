//! Per cent, percentage points and basis points.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use rust_decimal::Decimal;

use super::{Written, of};
use crate::quantity::tail::Tail;
use crate::quantity::{Change, Unit};
use crate::token::{Class, Grammar, Tokens, any_of, class, glued, not_followed_by, punct, word};

/// "%", "percent", "percentage points", "basis points", "53% more", "20% higher". A hundred basis points are one
/// percentage point, and are held as such.
pub(super) fn percent_change<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let (rest, tail) = alt((
        |i| basis_points(i, written),
        points.map(|()| of(Unit::PercentagePoint)),
        |i| per_mille(i, written),
        percent.map(|()| of(Unit::Percent)),
        percentage.map(|()| of(Unit::Percent)),
    ))
    .parse(i)?;
    let (rest, change) = opt(alt((
        value(Change::Increase, any_of(&["more", "higher", "larger", "bigger", "increase", "rise", "up"])),
        value(Change::Decrease, any_of(&["less", "fewer", "lower", "smaller", "decrease", "drop", "down"])),
    )))
    .parse(rest)?;
    Ok((rest, Tail { change, ..tail }))
}

/// "%", "percent", "per cent", "per-cent", "pct", "-percent", "5pc"; "3 pc" are no per cent.
pub(in crate::quantity) fn percent(i: Tokens<'_>) -> Grammar<'_, ()> {
    let sign = alt((punct('%'), punct('\u{ff05}'))).map(|_| ());
    let one_word = (opt(glued(punct('-'))), any_of(&["percent", "percentage", "pct"])).map(|_| ());
    let short = verify(glued(word("pc")), |t| i.text_of(*t) == "pc").map(|_| ());
    let two_words = (opt(glued(punct('-'))), word("per"), opt(glued(punct('-'))), word("cent")).map(|_| ());
    alt((sign, one_word, two_words, short)).parse(i)
}

/// "percentage points", "percent points", "pct points", "%-points", "-percentage-point", "pp".
fn points(i: Tokens<'_>) -> Grammar<'_, ()> {
    let hyphen = |i| opt(glued(punct('-'))).parse(i);
    let spelt = (hyphen, class(Class::PERCENT), hyphen, any_of(&["point", "points", "pts", "pt"])).map(|_| ());
    let signed = (percent, hyphen, any_of(&["point", "points", "pts", "pt"])).map(|_| ());
    alt((spelt, signed, any_of(&["pp", "ppt", "ppts"]).map(|_| ()))).parse(i)
}

/// "percentage" alone, as in "a 30 percentage rise"; not before another word that it belongs to.
fn percentage(i: Tokens<'_>) -> Grammar<'_, ()> {
    let (rest, _) = word("percentage").parse(i)?;
    not_followed_by(glued(punct('-'))).parse(rest)?;
    Ok((rest, ()))
}

/// "basis points", "-basis-point", "bps", "bp".
fn basis_points<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let hyphen = |i| opt(glued(punct('-'))).parse(i);
    let spelt = (hyphen, word("basis"), hyphen, any_of(&["point", "points"])).map(|_| ());
    let (rest, ()) = alt((spelt, any_of(&["bps", "bp"]).map(|_| ()))).parse(i)?;
    scaled(rest, written, 2, Unit::PercentagePoint)
}

/// "‰", "per mille".
fn per_mille<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let spelt = (word("per"), any_of(&["mille", "mil", "mill"])).map(|_| ());
    let (rest, ()) = alt((punct('‰').map(|_| ()), any_of(&["permille"]).map(|_| ()), spelt)).parse(i)?;
    scaled(rest, written, 1, Unit::Percent)
}

/// The number divided by a power of ten.
fn scaled<'a>(rest: Tokens<'a>, written: &Written<'a>, power: u32, unit: Unit) -> Grammar<'a, Tail> {
    let number = written.times(Decimal::new(1, power)).ok_or(nom::Err::Error(()))?;
    Ok((rest, Tail { number: Some(number), ..of(unit) }))
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn shares_of_a_hundred_and_their_differences() {
        insta::assert_snapshot!(rows("up 12 per cent, 3 pct and 5 per-cent"), @"
        12 per cent = 12 none Percent  increase
        3 pct = 3 none Percent
        5 per-cent = 5 none Percent
        ");
        insta::assert_snapshot!(rows("fell 5pc to 40-45pc; 3 pc games and a 3PC set"), @"
        5pc = 5 none Percent  decrease
        40-45pc = [40, 45] between Percent
        3 pc games = 3 none Thing games
        ");
        insta::assert_snapshot!(rows("fell 2 percentage points and 1.5 %-points"), @"
        2 percentage points = 2 none PercentagePoint  decrease
        1.5 %-points = 1.5 none PercentagePoint
        ");
        insta::assert_snapshot!(rows("by 25 basis points, a 50-basis-point cut or 75bps"), @"
        25 basis points = 0.25 none PercentagePoint
        50-basis-point = 0.5 none PercentagePoint
        75bps = 0.75 none PercentagePoint
        ");
        insta::assert_snapshot!(rows("half a percentage point above a quarter of one percent"), @"
        half a percentage point = 0.5 none PercentagePoint
        above a quarter of one percent = 0.25 more_than Percent
        ");
    }
}
