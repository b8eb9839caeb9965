//! Ordinals in words: "fourth", "twenty-first", "hundred and first", "one hundred twenty-fifth", "two millionth".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, value, verify};
use nom::sequence::preceded;
use rust_decimal::Decimal;

use super::digits::digit_value;
use super::number::{Plain, and};
use super::words::{great_ordinal, hyphen, word_number};
use super::{Form, Hedge, Noun, Number, Quantity, Unit};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, entry, followed_by, glued, word};

/// "first elections", "third straight year", "twenty-first": an ordinal with the noun it numbers, if one stands there.
/// Whether a lone one counts as a figure is the reader's to decide by what stands before it.
pub(super) fn ordinal_words(i: Tokens<'_>) -> Grammar<'_, Quantity> {
    let (rest, value) = alt((compound, simple)).parse(i)?;
    let number_span = i.read_until(&rest);
    let token = rest.first().filter(|t| t.kind == Kind::Word && can_be_numbered(i.entry(*t).class));
    let noun = token.map(|t| Noun { phrase: t.span(), head: t.span() });
    let rest = if noun.is_some() { rest.skip(1) } else { rest };
    let read = Quantity {
        span: i.read_until(&rest),
        number_span,
        tokens: (0, 0),
        number: Number::Value { value, place: Decimal::ONE, form: Form::Whole },
        hedge: Hedge::None,
        unit: Unit::Ordinal,
        noun,
        change: None,
        total: false,
        additional: false,
    };
    Ok((rest, read))
}

/// "between the tenth and the fifteenth", "between the 3rd and 9th": places from one to another. "Between the first and
/// second rounds" names two.
pub(super) fn ordinal_range(i: Tokens<'_>) -> Grammar<'_, Quantity> {
    let digits = (digit_value, glued(any_of(&["st", "nd", "rd", "th"]))).map(|(plain, _)| plain.value);
    let mut place = preceded(opt(word("the")), alt((compound, simple, digits)));
    let (rest, _) = word("between").parse(i)?;
    let (rest, low) = place.parse(rest)?;
    let (rest, _) = word("and").parse(rest)?;
    let (rest, high) = place.parse(rest)?;
    let apart = high.checked_sub(low).is_some_and(|between| between > Decimal::ONE);
    let named = rest.first().is_some_and(|t| t.kind == Kind::Word && can_be_numbered(i.entry(t).class));
    if !apart || named {
        return Err(nom::Err::Error(()));
    }
    let read = Quantity {
        span: i.read_until(&rest),
        number_span: i.skip(1).read_until(&rest),
        tokens: (0, 0),
        number: Number::Range { low, high, place: Decimal::ONE },
        hedge: Hedge::Between,
        unit: Unit::Ordinal,
        noun: None,
        change: None,
        total: false,
        additional: false,
    };
    Ok((rest, read))
}

/// Words that an ordinal can number: nouns, and what stands before them.
pub(super) fn can_be_numbered(class: Class) -> bool {
    let not_a_noun = Class::DETERMINER
        | Class::PREPOSITION
        | Class::CONJUNCTION
        | Class::SUBORDINATOR
        | Class::PRONOUN
        | Class::AUXILIARY
        | Class::VERB
        | Class::ADVERB
        | Class::ORDINAL
        | Class::CARDINAL
        | Class::REPORTING
        | Class::TIME_UNIT;
    !class.intersects(not_a_noun) || class.contains(Class::PERSON)
}

/// "first", "fiftieth", "millionth".
fn simple(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    followed_by(class(Class::ORDINAL)).parse(i)?;
    alt((great_ordinal, verify(entry(Class::ORDINAL), |e| e.number > 0).map(|e| Decimal::from(e.number)))).parse(i)
}

/// A number in words whose last word is an ordinal: "twenty-first", "five hundred and first", "two hundredth",
/// "a hundred trillionth".
pub(super) fn compound(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let first = Class::CARDINAL | Class::HUNDRED | Class::MAGNITUDE | Class::DETERMINER;
    followed_by(class(first)).parse(i)?;
    let hundred = value(Decimal::ONE_HUNDRED, class(Class::HUNDRED));
    let base = verify(word_number, |p: &Plain| p.form != Form::Decimals).map(|p| p.value);
    let (rest, base) = alt((base, hundred)).parse(i)?;
    alt((|i| unit_after_tens(i, base), |i| after_hundreds(i, base), |i| of_power(i, base))).parse(rest)
}

/// "-first" behind "twenty".
fn unit_after_tens(i: Tokens<'_>, base: Decimal) -> Grammar<'_, Decimal> {
    let tens = base.checked_rem(Decimal::ONE_HUNDRED).unwrap_or_default();
    let round = tens >= Decimal::from(20) && tens.checked_rem(Decimal::TEN).is_some_and(|rest| rest.is_zero());
    let unit = verify(preceded(opt(hyphen), entry(Class::ORDINAL)), |e| (1..10).contains(&e.number));
    map_opt(unit, |e| if round { base.checked_add(Decimal::from(e.number)) } else { None }).parse(i)
}

/// "first" or "and first" behind "five hundred", "and twenty-first" behind "two thousand".
fn after_hundreds(i: Tokens<'_>, base: Decimal) -> Grammar<'_, Decimal> {
    let round = base.checked_rem(Decimal::ONE_HUNDRED).is_some_and(|rest| rest.is_zero()) && !base.is_zero();
    let small = verify(preceded(opt(and), entry(Class::ORDINAL)), |e| (1..100).contains(&e.number));
    map_opt(small, |e| if round { base.checked_add(Decimal::from(e.number)) } else { None }).parse(i)
}

/// "hundredth" behind "two", "millionth" behind "two".
fn of_power(i: Tokens<'_>, base: Decimal) -> Grammar<'_, Decimal> {
    let power = alt((value(Decimal::ONE_HUNDRED, word("hundredth")), great_ordinal));
    map_opt(preceded(opt(hyphen), power), |power| (base < power).then(|| base.checked_mul(power))?).parse(i)
}
