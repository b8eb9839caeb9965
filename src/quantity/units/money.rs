//! Money: signs, codes and words, before the number and behind it.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, verify};
use rust_decimal::Decimal;

use super::currency::{code, is_ambiguous, sign, word};
use super::symbol::nothing_follows;
use super::{Written, of};
use crate::quantity::number::plain;
use crate::quantity::tail::Tail;
use crate::quantity::unit::Currency;
use crate::quantity::{Form, Number, Unit};
use crate::token::{Class, Grammar, Kind, Look, Tokens, class, entry, glued, punct, word as exactly};

/// Money behind the number: "€", "dollars", "-cent", "USD", "USD million", "MEUR", "dollars and 20 cents".
pub(super) fn behind<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    alt((
        |i| minor(i, written),
        // "USD" is a word too, but only a code stands before "million".
        |i| code_behind(i, written),
        |i| major(i, written),
        |i| sign_behind(i).map(|(rest, currency)| (rest, of(Unit::Money(currency)))),
        |i| magnitude_and_code(i, written),
    ))
    .parse(i)
}

/// "dollars", "-dollar", and the small change behind it. "Won", "real" and the like need a number that can be money,
/// and the end of their phrase.
fn major<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let (start, hyphen) = opt(glued(punct('-'))).parse(i)?;
    let (rest, currency) = word(start)?;
    let read = start.len() - rest.len();
    let last = start.list()[..read].last().map_or("", |t| i.text_of(*t));
    let noun_follows = rest
        .first()
        .is_some_and(|t| t.kind == Kind::Word && !i.entry(t).class.intersects(Class::PREPOSITION | Class::CONJUNCTION));
    let large = written.has_magnitude() || written.value().is_some_and(|value| value >= Decimal::from(1000));
    if is_ambiguous(last) && read == 1 && (hyphen.is_none() && noun_follows && !large || last.len() < 4 && !large) {
        return Err(nom::Err::Error(()));
    }
    let (rest, number) = match written.value().map(|value| small_change(rest, currency, value)) {
        Some(Ok((after, number))) => (after, Some(number)),
        _ => (rest, None),
    };
    Ok((rest, Tail { number, ..of(Unit::Money(currency)) }))
}

/// "and 20 cents", "forty five": the hundredths behind whole units of money.
pub(in crate::quantity) fn small_change(i: Tokens<'_>, currency: Currency, whole: Decimal) -> Grammar<'_, Number> {
    let below = |i| verify(plain, |p| p.value < Decimal::ONE_HUNDRED && p.form == Form::Whole).parse(i);
    let cents = (opt(punct(',')), opt(exactly("and")), below, entry(Class::CURRENCY_MINOR));
    let (rest, count) = alt((cents.map(|(_, _, count, _)| count), below)).parse(i)?;
    let said = i.len() - rest.len();
    let minor = i.list()[..said].last().is_some_and(|t| i.entry(*t).class.contains(Class::CURRENCY_MINOR));
    let ends = match rest.first() {
        None => nothing_follows(i),
        Some(t) => t.kind == Kind::Punct && !matches!(t.word.as_punct(), Some('-' | '%')),
    };
    let two_digits = count.value >= Decimal::TEN && i.first().is_some_and(|t| t.kind == Kind::Word);
    let value = count.value.checked_div(Decimal::ONE_HUNDRED).and_then(|part| whole.checked_add(part));
    match value.filter(|_| whole.is_integer() && (minor || ends && two_digits && currency != Currency::JPY)) {
        Some(value) => Ok((rest, Number::Value { value, place: Decimal::new(1, 2), form: Form::Decimals })),
        None => Err(nom::Err::Error(())),
    }
}

/// "cents", "-cent", "pence", "p", "¢": hundredths, held in the unit itself.
fn minor<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let (start, hyphen) = opt(glued(punct('-'))).parse(i)?;
    let (rest, currency) = if let Ok((rest, _)) = punct('¢').parse(start) {
        (rest, Currency::USD)
    } else {
        minor_word(start, written, hyphen.is_some())?
    };
    let number = written.times(Decimal::new(1, 2)).ok_or(nom::Err::Error(()))?;
    Ok((rest, Tail { number: Some(number), ..of(Unit::Money(currency)) }))
}

/// Lines of pictures: "1080p" is no price.
const LINES: [u32; 6] = [360, 480, 720, 1080, 1440, 2160];

/// "cents", "Canadian cents", "pence", glued "p" and "c".
fn minor_word<'a>(i: Tokens<'a>, written: &Written<'a>, hyphen: bool) -> Grammar<'a, Currency> {
    let nation = i.first().filter(|t| !i.entry(*t).class.contains(Class::CURRENCY_MINOR));
    let start = if nation.is_some() { i.skip(1) } else { i };
    let (rest, token) = class(Class::CURRENCY_MINOR).parse(start)?;
    let text = i.text_of(token);
    let lines = || written.value().is_some_and(|value| LINES.iter().any(|&lines| value == Decimal::from(lines)));
    let fits = match text {
        "p" => written.digits() && !token.spaced() && !hyphen && !lines(),
        "c" => written.digits() && nation.is_none() && !hyphen,
        "P" | "C" | "ct" | "Ct" | "CT" | "Sen" | "SEN" => false,
        _ => true,
    };
    let currency = match nation {
        Some(nation) => Currency::of_nation(i.text_of(nation), if text == "sen" { "ringgit" } else { "dollars" }),
        None => Currency::of_entry(i.entry(token)),
    };
    match currency.filter(|_| fits) {
        Some(currency) => Ok((rest, currency)),
        None => Err(nom::Err::Error(())),
    }
}

/// "20€", "10 $": the sign behind its number, where it does not lead another one.
fn sign_behind(i: Tokens<'_>) -> Grammar<'_, Currency> {
    let (rest, currency) = sign(i)?;
    let leads = rest.first().is_some_and(|t| t.kind == Kind::Digits);
    if leads { Err(nom::Err::Error(())) } else { Ok((rest, currency)) }
}

/// "USD", "42MYR", "75 USD million". Codes that are words as well need a large number.
fn code_behind<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let (rest, currency) = code(i)?;
    let large = written.has_magnitude() || written.value().is_some_and(|value| value >= Decimal::from(1000));
    if !large && !currency.code_leads() {
        return Err(nom::Err::Error(()));
    }
    let (rest, _) = opt(glued(punct('$'))).parse(rest)?;
    // "CFA francs": the nation's letters are a code by themselves.
    let rest = word(i).map_or(rest, |(behind, named)| if named == currency { behind } else { rest });
    let (rest, number) = magnitude_behind(rest, written);
    Ok((rest, Tail { number, ..of(Unit::Money(currency)) }))
}

/// "million" behind the currency: "75 USD million".
pub(in crate::quantity) fn magnitude_behind<'a>(i: Tokens<'a>, written: &Written<'a>) -> (Tokens<'a>, Option<Number>) {
    let read = entry(Class::MAGNITUDE | Class::SHORT_MAGNITUDE).parse(i).ok();
    let spelt = i.first().is_some_and(|t| t.end - t.start > 1);
    let number = read.filter(|_| spelt && !written.has_magnitude()).and_then(|(rest, e)| {
        let factor = Decimal::from_i128_with_scale(10i128.checked_pow(e.number)?, 0);
        Some((rest, written.times(factor)?))
    });
    number.map_or((i, None), |(rest, number)| (rest, Some(number)))
}

/// "MEUR", "MSEK", "KUSD": a magnitude and a code in one word, as accounts write it.
fn magnitude_and_code<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    let token = i.first().filter(|t| t.kind == Kind::Word && t.look.contains(Look::ALL_CAPS));
    let read = token.and_then(|token| {
        let (letter, code) = i.text_of(token).split_at_checked(1)?;
        let power = match letter {
            "K" | "T" => 3,
            "M" => 6,
            "B" => 9,
            _ => return None,
        };
        let number = written.times(Decimal::from(10u64.pow(power)))?;
        Some(Tail { number: Some(number), ..of(Unit::Money(Currency::from_code(code)?)) })
    });
    read.map_or(Err(nom::Err::Error(())), |tail| Ok((i.skip(1), tail)))
}

#[cfg(test)]
mod tests;
