//! The grammar of units: currency signs and words, per cent, ages, lengths of time, measurements.

mod age;
mod compound;
mod currency;
mod measure;
mod money;
mod over;
mod percent;
mod phrase;
mod pounds;
mod power;
mod symbol;
mod time;
mod written;

pub(super) use age::{age_group_in_words, bounded_age, decade_of_life_in_words, is_age_of_a_name, is_aged};
pub(super) use compound::feet_and_inches;
pub(super) use currency::{currency_prefix, letter_before, sign_and_letters, word_of_currency};
pub(super) use money::{magnitude_behind, small_change};
pub(super) use percent::percent;
pub(super) use time::{and_a_part, is_length, whole_unit};
pub(super) use written::Written;

use nom::Parser;
use rust_decimal::Decimal;

use super::tail::{NO_TAIL, Tail};
use super::{Form, Number, Unit};
use crate::token::{Class, Grammar, Kind, Look, Tokens};

/// Every word with which a unit can begin; all others cost this one test.
const START: Class = Class::UNIT
    .union(Class::UNIT_SYMBOL)
    .union(Class::UNIT_START)
    .union(Class::TIME_UNIT)
    .union(Class::CURRENCY)
    .union(Class::CURRENCY_CODE)
    .union(Class::CURRENCY_MINOR)
    .union(Class::PERCENT);

/// A unit behind a number: "%", "percentage points", "years old", "hours and 20 minutes", "dollars", "-foot".
///
/// Money stands before measurements because of "pounds", lengths of time behind ages because of "years old".
pub(in crate::quantity) fn unit<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    // "Tall" of "1.8m tall" is no unit, but it says that the letter before was one.
    if let Ok(read) = symbol::letter_of_length(i, written) {
        return Ok(read);
    }
    let i = if written.is_fraction() { of_an(i)?.0 } else { i };
    let i = if written.is_below_one() { of_one(i) } else { i };
    let begins = i.first().is_some_and(|t| match t.kind {
        Kind::Word => i.entry(t).class.intersects(START) || t.look.contains(Look::ALL_CAPS) && t.end - t.start == 4,
        Kind::Punct => true,
        Kind::Digits | Kind::Clitic => false,
    });
    if !begins {
        return Err(nom::Err::Error(()));
    }
    if let Ok(read) = percent::percent_change(i, written) {
        return Ok(read);
    }
    if let Ok((rest, age)) = age::age(i) {
        return Ok((rest, of(Unit::Age(age))));
    }
    if let Ok(read) = age::age_group(i, written).or_else(|_| age::decade_of_life(i, written)) {
        return Ok(read);
    }
    if let Ok(read) = time::length(i, written) {
        return Ok(read);
    }
    if let Ok(read) = pounds::pounds(i, written) {
        return Ok(read);
    }
    if let Ok(read) = money::behind(i, written) {
        return Ok(read);
    }
    measure::lengths(i, written)
}

/// "an hour" of "half an hour", "of a mile" of "a quarter of a mile", "a percentage point": the unit that a share
/// stands before, which makes it a value of that unit.
pub(super) fn unit_of_share<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    use crate::token::{glued, punct};
    use nom::branch::alt;

    let Number::Share { value } = written.number else {
        return Err(nom::Err::Error(()));
    };
    let hyphen = glued(punct('-')).map(|_| ());
    let (start, ()) = alt((hyphen, of_an)).parse(i)?;
    let number = Number::Value { value, place: value, form: super::Form::Decimals };
    let one = written.with(number);
    if let Ok((rest, tail)) = percent::percent_change(start, &one) {
        return Ok((rest, Tail { number: tail.number.or(Some(number)), ..tail }));
    }
    let (rest, unit) = alt((
        time::length_of_time.map(Unit::Duration),
        |i| currency::word(i).map(|(rest, currency)| (rest, Unit::Money(currency))),
        |i| measure::measure(i, &one).map(|(rest, unit)| (rest, Unit::Measure(unit))),
    ))
    .parse(start)?;
    Ok((rest, Tail { number: Some(number), ..of(unit) }))
}

/// "of", "of an" between "three quarters" and its unit, or nothing.
fn of_an(i: Tokens<'_>) -> Grammar<'_, ()> {
    use crate::token::{any_of, word};
    use nom::combinator::opt;

    (opt(word("of")), opt(any_of(&["a", "an", "one"]))).map(|_| ()).parse(i)
}

/// "of a" between "0.3" and "percentage point", or nothing.
fn of_one(i: Tokens<'_>) -> Tokens<'_> {
    use crate::token::{any_of, word};

    (word("of"), any_of(&["a", "an", "one"])).parse(i).map_or(i, |(rest, _)| rest)
}

/// The unit that the last of a few numbers has for all of them: "20, 25 and 30 Celsius", "45 and 50 mg",
/// "10-by-12-foot", "3 x 4 metres", "500- and 1,000-rupee", "19, 22 and 31 years old".
pub(super) fn shared<'a>(i: Tokens<'a>, written: &Written<'a>) -> Option<Unit> {
    use super::number::plain;
    use crate::token::{any_of, glued, punct};
    use nom::branch::alt;
    use nom::combinator::opt;

    let named = written
        .before()
        .split_whitespace()
        .next_back()
        .is_some_and(|word| i.lexicon().class(i.lexicon().id(&word.to_lowercase())).contains(Class::LABEL));
    let Number::Value { value, form, .. } = written.number else { return None };
    if named || written.letter().is_some() {
        return None;
    }
    // "to 743.8 million and 18.5 percent": a level, and the next change.
    let can_be_a_percentage = form != Form::Magnitude && value < Decimal::ONE_THOUSAND;
    let hyphen = |i| opt(glued(punct('-'))).parse(i);
    let between = |i| {
        let comma = (hyphen, punct(','), opt(any_of(&["and", "or"]))).map(|_| ());
        let joined = (hyphen, any_of(&["and", "or"])).map(|_| ());
        let by = (hyphen, any_of(&["by", "x"]), hyphen).map(|_| ());
        alt((joined, comma, by, punct('×').map(|_| ()))).parse(i)
    };
    let mut start = i;
    for _ in 0..MOST_SHARING {
        let (number_start, ()) = between(start).ok()?;
        let (rest, number) = plain(number_start).ok()?;
        let last = Written::of(number.number(), number_start, &rest);
        if percent::percent(rest).is_ok() {
            return can_be_a_percentage.then_some(Unit::Percent);
        }
        if let Ok((_, unit)) = measure::measure(rest, &last) {
            return Some(Unit::Measure(unit));
        }
        if let Ok((_, unit)) = age::age(rest) {
            return Some(Unit::Age(unit));
        }
        if let Ok((_, currency)) = (hyphen, currency::word).map(|(_, currency)| currency).parse(rest)
            && i.first().is_some_and(|t| t.is_punct('-'))
        {
            return Some(Unit::Money(currency));
        }
        start = rest;
    }
    None
}

/// Most numbers that share the unit of the last.
const MOST_SHARING: usize = 4;

/// A unit and nothing else.
pub(super) fn of(unit: Unit) -> Tail {
    Tail { unit, ..NO_TAIL }
}
