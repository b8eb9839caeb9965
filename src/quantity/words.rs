//! Number words in every composition: "twenty-eight thousand six hundred forty-two", "a hundred and one", "two point
//! five million", "nineteen seventy-three", "three million, two hundred & forty".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, value, verify};
use nom::sequence::{pair, preceded, terminated};
use rust_decimal::Decimal;

use super::digits::{abbreviated, and_a_half, greater_magnitude};
use super::number::{Plain, and, plural_magnitude, power_of_ten};
use crate::token::{
    Class, Grammar, Tokens, any_of, class, digits, entry, followed_by, glued, not_followed_by, punct, word,
};

/// Most decimals in words: "nought point nought three" has two.
const MOST_DECIMALS: u32 = 12;

/// Number words with hundreds, decimals and magnitudes: "twenty-eight thousand six hundred forty-two", "a hundred and
/// one", "a million". A lone "one" is read here; whether it counts anything is decided by what follows it.
pub(super) fn word_number(i: Tokens<'_>) -> Grammar<'_, Plain> {
    if let Ok((rest, year)) = year_words(i) {
        return Ok((rest, Plain::whole(Decimal::from(year))));
    }
    let (rest, first) = alt((word_group, bare_magnitude)).parse(i)?;
    // "A million and a half": half of the magnitude.
    let halved =
        pair(magnitude, |rest| followed_by(and).parse(rest)).parse(rest).ok().and_then(|(after, (power, ()))| {
            let (rest, half) = and_a_half(after, power).ok()?;
            Some((rest, Plain::whole(Decimal::from(first)).scaled(power)?.plus(half)?))
        });
    if let Some(read) = halved {
        return Ok(read);
    }
    let (rest, decimals) = opt(decimal_words).parse(rest)?;
    let first = Plain::whole(Decimal::from(first));
    match decimals.and_then(|part| first.plus(part)) {
        Some(plain) => {
            let (rest, power) = opt(magnitude).parse(rest)?;
            Ok((rest, power.and_then(|power| plain.scaled(power)).unwrap_or(plain)))
        }
        None => Ok(magnitudes(rest, first)),
    }
}

/// The magnitudes behind the first group, each lower than the one before: " thousand six hundred forty-two".
fn magnitudes(i: Tokens<'_>, first: Plain) -> (Tokens<'_>, Plain) {
    let (mut total, mut current, mut rest) = (Plain::whole(Decimal::ZERO), first, i);
    let mut last_power = u32::MAX;
    // Where a comma was passed, the number ends before it if "of" follows: "two thousand, five hundred of them".
    let mut before_comma = None;
    while let Ok((after, power)) = magnitude(rest) {
        let sum = current.scaled(power).and_then(|scaled| total.plus(scaled));
        let Some(sum) = sum.filter(|_| power < last_power) else {
            break;
        };
        (total, current, rest, last_power) = (sum, Plain::whole(Decimal::ZERO), after, power);
        let Ok((after, (comma, group))) = alt((and_one, pair(joint, group_below_magnitude))).parse(rest) else {
            break;
        };
        if comma {
            if group < 100 {
                break;
            }
            before_comma = before_comma.or(Some((rest, total)));
        }
        (current, rest) = (Plain::whole(Decimal::from(group)), after);
    }
    match before_comma {
        Some(ended) if followed_by(any_of(&["of", "in"])).parse(rest).is_ok() => ended,
        _ if current.value.is_zero() => (rest, if last_power == u32::MAX { first } else { total }),
        _ => total.plus(current).map_or((rest, total), |sum| (rest, sum)),
    }
}

/// Nothing, "and", "&", "," or ", and" between a magnitude and the next group; true with a comma.
fn joint(i: Tokens<'_>) -> Grammar<'_, bool> {
    (opt(glued(punct(','))), opt(and)).map(|(comma, _)| comma.is_some()).parse(i)
}

/// "thousand", "-million", "lakhs", "thousands": the power of ten behind number words.
fn magnitude(i: Tokens<'_>) -> Grammar<'_, u32> {
    let one = preceded(opt(glued(punct('-'))), entry(Class::MAGNITUDE)).map(|e| e.number);
    let (rest, power) = alt((one, plural_magnitude, abbreviated)).parse(i)?;
    Ok(greater_magnitude(rest, power).unwrap_or((rest, power)))
}

/// "thousand nine hundred twenty": a magnitude that says its one only by what follows.
fn bare_magnitude(i: Tokens<'_>) -> Grammar<'_, u32> {
    let tail = |i| preceded((class(Class::MAGNITUDE), opt(and)), word_group).parse(i);
    value(1, followed_by(tail)).parse(i)
}

/// "point 5", "point two five" without a number before it, as speakers say .5: alone, or behind a preposition and
/// before a share. "At that point 30 people" is a place in time.
pub(super) fn spoken_decimals(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let point = i.first().filter(|t| i.entry(*t).class.contains(Class::LEAD));
    let Some(point) = point else { return Err(nom::Err::Error(())) };
    let in_digits = preceded(word("point"), digits).map(|t| t.span().slice(i.block()));
    let in_digits = map_opt(in_digits, |written| {
        Some(Plain::decimals(written.parse().ok()?, u32::try_from(written.len()).ok()?)).filter(|_| written.len() < 5)
    });
    let (rest, plain) = alt((in_digits, decimal_words)).parse(i)?;
    let before = i.block()[..point.start as usize].trim_end();
    let alone = before.is_empty() && rest.is_empty();
    let led = [" by", " of", " to", " from", " about", " nearly"].iter().any(|word| before.ends_with(word));
    let shared =
        alt((value((), class(Class::PERCENT)), value((), punct('%')), value((), (word("of"), any_of(&["a", "one"])))));
    if alone || led && followed_by(shared).parse(rest).is_ok() { Ok((rest, plain)) } else { Err(nom::Err::Error(())) }
}

/// " point two", " point zero three", " point eleven".
fn decimal_words(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let (rest, _) = word("point")(i)?;
    let two_digits = verify(small_word, |n| *n > 9);
    if let Ok((rest, number)) = { two_digits }.parse(rest) {
        return Ok((rest, Plain::decimals(i64::from(number), 2)));
    }
    let (mut rest, first) = digit_word(rest)?;
    let (mut mantissa, mut scale) = (i64::from(first), 1);
    while let Ok((after, digit)) = digit_word(rest) {
        if scale == MOST_DECIMALS {
            break;
        }
        (mantissa, scale, rest) = (mantissa * 10 + i64::from(digit), scale + 1, after);
    }
    Ok((rest, Plain::decimals(mantissa, scale)))
}

/// nought to nine.
fn digit_word(i: Tokens<'_>) -> Grammar<'_, u32> {
    verify(entry(Class::CARDINAL).map(|e| e.number), |n| *n < 10).parse(i)
}

/// "nineteen seventy-three", "twenty twenty-four": a year said in two halves.
fn year_words(i: Tokens<'_>) -> Grammar<'_, u32> {
    let century = verify(entry(Class::CARDINAL).map(|e| e.number), |n| (17..=20).contains(n));
    let rest_of_year = verify(small_word, |n| *n > 9);
    let scaled_further = class(Class::HUNDRED | Class::MAGNITUDE);
    terminated(pair(century, rest_of_year), not_followed_by(scaled_further))
        .map(|(century, year)| century * 100 + year)
        .parse(i)
}

/// One to ninety-nine in words: "eight", "twenty-eight", "forty two".
pub(super) fn small_word(i: Tokens<'_>) -> Grammar<'_, u32> {
    let cardinal = |i| entry(Class::CARDINAL).map(|e| e.number).parse(i);
    let unit = |i| verify(cardinal, |n| (1..10).contains(n)).parse(i);
    let compound = pair(tens, preceded(opt(hyphen), unit)).map(|(tens, unit)| tens + unit);
    // "threescore and ten"
    let scores = pair(terminated(tens, word("and")), verify(cardinal, |n| *n < 20)).map(|(tens, more)| tens + more);
    let scored = |i: Tokens<'_>| i.first().is_some_and(|t| i.text_of(t).ends_with("score"));
    if scored(i) {
        return alt((compound, scores, cardinal)).parse(i);
    }
    alt((compound, cardinal)).parse(i)
}

/// twenty to ninety.
pub(super) fn tens(i: Tokens<'_>) -> Grammar<'_, u32> {
    verify(entry(Class::CARDINAL).map(|e| e.number), |n| *n >= 20).parse(i)
}

/// A hyphen or dash glued between two number words.
pub(super) fn hyphen(i: Tokens<'_>) -> Grammar<'_, ()> {
    value((), glued(alt((punct('-'), punct('\u{2010}'), punct('\u{2011}'), punct('\u{2013}'), punct('\u{2014}')))))
        .parse(i)
}

/// "and one" behind "a thousand"; "a thousand, one of them" and "a thousand and one hundred" end otherwise.
fn and_one(i: Tokens<'_>) -> Grammar<'_, (bool, u32)> {
    let scaled = class(Class::HUNDRED | Class::MAGNITUDE | Class::CARDINAL | Class::PREPOSITION | Class::DETERMINER);
    value((false, 1), (word("and"), word("one"), not_followed_by(scaled), not_followed_by(glued(punct('-'))))).parse(i)
}

/// A group that follows "thousand": not another bare "one" that counts something itself.
fn group_below_magnitude(i: Tokens<'_>) -> Grammar<'_, u32> {
    let lone_one = terminated(word("one"), not_followed_by(class(Class::HUNDRED | Class::MAGNITUDE)));
    not_followed_by(lone_one).parse(i)?;
    word_group(i)
}

/// Up to four digits in words: "six hundred forty-two", "a hundred and one", "hundred fifteen", "eighty", "a" before a
/// magnitude.
pub(super) fn word_group(i: Tokens<'_>) -> Grammar<'_, u32> {
    let hundred = |i| alt((class(Class::HUNDRED), word("hundreds"))).parse(i);
    let a = |i| value(1u32, any_of(&["a", "one"])).parse(i);
    // "two hundred and three hundred" are two numbers.
    let below =
        |i| terminated(verify(small_word, |n| (1..100).contains(n)), not_followed_by(class(Class::HUNDRED))).parse(i);
    let tail = |i| alt((preceded(and, below), below)).parse(i);
    let counted = (alt((a, verify(small_word, |n| *n > 0))), opt(glued(punct('-'))), hundred, opt(tail))
        .map(|(count, _, _, tail)| count * 100 + tail.unwrap_or(0));
    let bare = preceded(class(Class::HUNDRED), alt((tail, value(0, followed_by(class(Class::MAGNITUDE))))))
        .map(|tail| 100 + tail);
    let lone_magnitude = terminated(value(1u32, word("a")), followed_by(class(Class::MAGNITUDE)));
    alt((counted, bare, small_word, lone_magnitude)).parse(i)
}

/// thousandth, millionth, billionth, trillionth: the power itself.
pub(super) fn great_ordinal(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let power = alt((
        value(3u32, word("thousandth")),
        value(6, word("millionth")),
        value(9, word("billionth")),
        value(12, word("trillionth")),
    ));
    map_opt(power, power_of_ten).parse(i)
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn compositions() {
        let cases = [
            ("a thousand and one goats", "a thousand and one goats = 1001 none Thing goats"),
            ("a thousand, one of them ill", "a thousand = 1000 none None"),
            ("a million and a half goats", "a million and a half goats = 1500000 none Thing goats"),
            (
                "two million and half a dozen goats",
                "two million = 2000000 none None ; half a dozen goats = 6 none Thing goats",
            ),
            ("a quarter million goats", "a quarter million goats = 250000 none Thing goats"),
            ("quarter of a million goats", "quarter of a million goats = 250000 none Thing goats"),
            ("a hundred crore goats", "a hundred crore goats = 1000000000 none Thing goats"),
            ("threescore and ten goats", "threescore and ten goats = 70 none Thing goats"),
            ("fourscore goats", "fourscore goats = 80 none Thing goats"),
            ("sixty and ten goats", "sixty = 60 none None ; ten goats = 10 none Thing goats"),
            ("thirtyfive goats", "thirtyfive goats = 35 none Thing goats"),
            ("one, two, three", "one = 1 none None ; two = 2 none None ; three = 3 none None"),
            ("one left, two stayed", "two = 2 none None"),
            ("a pair of brothers", "a pair of brothers = 2 none Person brothers"),
            ("a pair of shoes", ""),
            ("a three-way race, a four-wheel drive", ""),
            ("at half past seven, or a quarter past", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(rows(text).replace('\n', " ; "), expected, "{text}");
        }
    }
}
