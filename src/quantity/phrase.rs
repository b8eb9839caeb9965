//! The grammar of a whole quantity: what leads it, its currency, the number or range, its unit or counted noun.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::preceded;
use rust_decimal::Decimal;

use super::digits::digit_value;
use super::hedge::{Lead, bound, lead, unbounded_lead};
use super::implied::{UNCOUNTED, implied, or_two};
use super::measured_range::{below_nought, measured_range};
use super::name::is_part_of_a_name;
use super::number::{BEGINS, Plain, begins_number, number};
use super::ordinal::{compound, ordinal_range, ordinal_words};
use super::range::{range, two_bounds};
use super::tail::{tail, unit_is_glued};
use super::trailing::{or_equal_to, trailing};
use super::unit::Currency;
use super::units::{Written, age_group_in_words, bounded_age, currency_prefix, decade_of_life_in_words};
use super::{Change, Form, Hedge, Number, Quantity, Unit};
use crate::period::TimeUnit;
use crate::token::{Class, Grammar, Kind, Tokens, any_of, entry, glued, punct, word};

/// What led the number.
#[derive(Clone, Copy, Debug, Default)]
struct Led {
    hedge: Option<Hedge>,
    total: bool,
    another: bool,
    additional: bool,
}

/// What stands before a quantity and decides how it is read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Before {
    /// "from": "45 to 30" is no range but two figures.
    pub from: bool,
    /// "a", "an": "a thirty-second spot" is a length of time, "the thirty-second president" none.
    pub article: bool,
    /// A number: in "5 - 3" and "10 minus 4" the sign is no sign of the second.
    pub number: bool,
    /// A word behind which "negative" is a sign and no result of a test.
    pub negatable: bool,
}

/// A quantity from its first leading word on: "at least 2,500 people", "a total of $21 million", "30-50%",
/// "between 20 and 30", "13-year", "600 more Kenyan police officers", "weeks", "twenty-first".
///
/// Ordinals of several words come first, because "twenty-first" begins like "twenty".
pub(super) fn quantity(i: Tokens<'_>, before: Before) -> Grammar<'_, Quantity> {
    let several_words = compound(i).is_ok_and(|(rest, _)| {
        let last = i.list()[i.len() - rest.len() - 1];
        !(before.article && !last.spaced() && i.entry(last).class.contains(Class::TIME_UNIT))
    });
    if several_words {
        return ordinal_words(i);
    }
    if let Ok(read) = ordinal_range(i) {
        return Ok(read);
    }
    alt((|i| cardinal(i, before), ordinal_words, decade_of_life_in_words, age_group_in_words)).parse(i)
}

/// A quantity that counts or measures.
fn cardinal(i: Tokens<'_>, before: Before) -> Grammar<'_, Quantity> {
    let first = bound(i).ok();
    if let Some((rest, hedge)) = first
        && let Ok((rest, (number, currency))) = two_bounds(rest, hedge)
    {
        return behind(i, i, rest, number, currency, Led::default());
    }
    let (after_lead, led) = leads(i, first);
    if !before.from
        && !before.number
        && let Ok((rest, number)) = degrees_around_nought(after_lead)
    {
        return behind(i, after_lead, rest, number, None, led);
    }
    let (after_sign, negative) = opt(|i| sign(i, before)).parse(after_lead)?;
    let (number_start, currency) = opt(currency_prefix).parse(after_sign)?;
    let (rest, (number, inside)) = amount(number_start, currency.is_some(), led, before.from)?;
    let currency = currency.or(inside);
    match negative {
        Some(()) if currency.is_none() => behind(i, after_lead, rest, negated(number)?, None, led),
        Some(()) => behind(i, number_start, rest, negated(number)?, currency, led),
        None => behind(i, number_start, rest, number, currency, led),
    }
}

/// "-18 °C to -34 °C", "between -5 and 3 degrees".
fn degrees_around_nought(i: Tokens<'_>) -> Grammar<'_, Number> {
    preceded(opt(word("between")), below_nought).parse(i)
}

/// A minus sign glued to what follows and to nothing before it, "minus", "negative".
fn sign(i: Tokens<'_>, before: Before) -> Grammar<'_, ()> {
    let mark = |i| {
        let (rest, mark) = alt((punct('-'), punct('\u{2212}'), punct('\u{2013}'))).parse(i)?;
        let glued_on = rest.first().is_some_and(|t| !t.spaced());
        let free =
            mark.spaced() || (mark.start as usize).checked_sub(1).is_none_or(|at| i.block().as_bytes()[at] == b'(');
        if glued_on && free { Ok((rest, ())) } else { Err(nom::Err::Error(())) }
    };
    if before.number {
        return Err(nom::Err::Error(()));
    }
    let negative = |i| if before.negatable { value((), word("negative")).parse(i) } else { Err(nom::Err::Error(())) };
    alt((mark, value((), word("minus")), negative)).parse(i)
}

/// The same number below nought; vague counts and factors have no sign.
pub(super) fn negated(number: Number) -> Result<Number, nom::Err<()>> {
    match number {
        Number::Value { value, place, form } => Ok(Number::Value { value: -value, place, form }),
        Number::Share { value } => Ok(Number::Share { value: -value }),
        _ => Err(nom::Err::Error(())),
    }
}

/// What stands behind the number, and with it the whole quantity.
fn behind<'a>(
    i: Tokens<'a>,
    number_start: Tokens<'a>,
    rest: Tokens<'a>,
    number: Number,
    currency: Option<Currency>,
    led: Led,
) -> Grammar<'a, Quantity> {
    let says_number = number_start.list()[..number_start.len() - rest.len()]
        .iter()
        .any(|t| !UNCOUNTED.iter().any(|word| i.text_of(*t).eq_ignore_ascii_case(word)));
    if is_part_of_a_name(rest) && !unit_is_glued(rest) {
        return Err(nom::Err::Error(()));
    }
    let number_span = number_start.read_until(&rest);
    let written = Written::of(number, number_start, &rest);
    let (rest, age_bound) = opt(|i| bounded_age(i, &written)).parse(rest)?;
    let (rest, plus) = opt(trailing).parse(rest)?;
    let (rest, number) = if plus == Some(Hedge::About) { scaled_by_word(rest, number) } else { (rest, number) };
    let plus = age_bound.or(plus);
    let (rest, tail) = tail(rest, &Written::of(number, number_start, &rest), currency)?;
    let number = tail.number.unwrap_or(number);
    let two = if says_number { None } else { or_two(rest, number) };
    let (rest, number) = two.unwrap_or((rest, number));
    // "weeks" and "nearly a year" have no number word: the unit stands for it.
    let number_span = if says_number { number_span } else { number_start.read_until(&rest) };
    let (rest, or_so) = opt(trailing).parse(rest)?;
    let (rest, equal) = opt(or_equal_to).parse(rest)?;
    let hedge = match number {
        Number::Vague(_) => Hedge::Vague,
        Number::Range { .. } => Hedge::Between,
        _ => joined(led.hedge, plus.or(or_so), equal.is_some()),
    };
    let change = tail.change.or(led.additional.then_some(Change::Increase));
    let shares = matches!(number, Number::Range { high, .. } if high <= Decimal::ONE && !high.is_integer());
    let unit = if age_bound.is_some() && tail.unit == Unit::None {
        Unit::Age(TimeUnit::Year)
    } else if shares && tail.unit.counts_things() {
        Unit::Ratio
    } else {
        tail.unit
    };
    Ok((
        rest,
        Quantity {
            span: i.read_until(&rest),
            number_span,
            tokens: (0, 0),
            number,
            hedge,
            unit,
            noun: tail.noun,
            change,
            total: led.total,
            additional: led.another || led.additional,
        },
    ))
}

/// Of a hedge before and one behind, the bound is the one that says more: "about 500 or more" is at least 500.
fn joined(before: Option<Hedge>, behind: Option<Hedge>, or_equal: bool) -> Hedge {
    match (before, behind) {
        (Some(Hedge::MoreThan), None) if or_equal => Hedge::AtLeast,
        (Some(Hedge::LessThan), None) if or_equal => Hedge::AtMost,
        (None | Some(Hedge::About), Some(hedge)) => hedge,
        (before, _) => before.unwrap_or(Hedge::None),
    }
}

/// Every leading phrase: "at least an additional", "a total of nearly". `first` is the bound that stands first.
fn leads<'a>(i: Tokens<'a>, first: Option<(Tokens<'a>, Hedge)>) -> (Tokens<'a>, Led) {
    let mut next = first.map(|(rest, hedge)| (rest, Lead::Hedge(hedge))).or_else(|| unbounded_lead(i).ok());
    let (mut rest, mut led) = (i, Led::default());
    while let Some((after, read)) = next {
        led = with(led, read);
        rest = after;
        next = lead(rest).ok();
    }
    (rest, led)
}

fn with(mut led: Led, next: Lead) -> Led {
    match next {
        // "more than an estimated 500": the first hedge is the bound.
        Lead::Hedge(hedge) => led.hedge = led.hedge.or(Some(hedge)),
        Lead::Total => led.total = true,
        Lead::Another => led.another = true,
        Lead::Additional => led.additional = true,
    }
    led
}

/// Words of time that are none, or more: "second", "quarter".
const BEGINS_NUMBER: Class = BEGINS.union(Class::ORDINAL).union(Class::DETERMINER).union(Class::HEDGE);

/// The number or range of a quantity, with the currency that stands inside "between £5 and £10". Lengths without a
/// number ("weeks", "months-long", "year-long", "another year", "the best part of a year") are read last.
fn amount(i: Tokens<'_>, money: bool, led: Led, after_from: bool) -> Grammar<'_, (Number, Option<Currency>)> {
    let only_a_unit = i.first().is_some_and(|t| {
        let class = i.entry(t).class;
        class.contains(Class::TIME_UNIT) && !class.intersects(BEGINS_NUMBER)
    });
    if only_a_unit {
        return implied(i, led.hedge.is_some(), led.another).map(|(rest, number)| (rest, (number, None)));
    }
    let begins = begins_number(i);
    if !after_from && (begins || word("between")(i).is_ok()) {
        if let Ok(read) = range(i) {
            return Ok(read);
        }
        if let Ok((rest, number)) = measured_range(i) {
            return Ok((rest, (number, None)));
        }
    }
    if begins && let Ok((rest, number)) = number(i) {
        let rest = said_in_digits(i, rest, number).unwrap_or(rest);
        let (rest, number) = money.then(|| scaled_by_letter(rest, number)).flatten().unwrap_or((rest, number));
        return Ok((rest, (number, None)));
    }
    implied(i, led.hedge.is_some(), led.another).map(|(rest, number)| (rest, (number, None)))
}

/// "(30)" behind "thirty", as contracts have it: the same number in digits.
fn said_in_digits<'a>(i: Tokens<'a>, rest: Tokens<'a>, number: Number) -> Option<Tokens<'a>> {
    rest.first().filter(|t| t.is_punct('('))?;
    i.first().filter(|t| t.kind == Kind::Word)?;
    let (rest, (again, _)) = (digit_value, glued(punct(')'))).parse(rest.skip(1)).ok()?;
    (number.value() == Some(again.value)).then_some(rest)
}

/// "$5 m": a lone letter is a magnitude only behind money.
fn scaled_by_letter(i: Tokens<'_>, number: Number) -> Option<(Tokens<'_>, Number)> {
    let mut letter = alt((
        value(6u32, any_of(&["m", "mm", "mil", "mill"])),
        value(9, word("b")),
        value(3, word("k")),
        value(12, word("t")),
    ));
    let (rest, power) = letter.parse(i).ok()?;
    let factor = Decimal::from(10u64.pow(power));
    match number {
        Number::Value { value, place, form: Form::Whole | Form::Decimals } => {
            let (value, place) = (value.checked_mul(factor)?, place.checked_mul(factor)?);
            Some((rest, Number::Value { value, place, form: Form::Magnitude }))
        }
        _ => None,
    }
}

/// "thousand" behind "thirty-odd".
fn scaled_by_word(i: Tokens<'_>, number: Number) -> (Tokens<'_>, Number) {
    let read = entry(Class::MAGNITUDE).parse(i).ok();
    let scaled = read.and_then(|(rest, e)| match number {
        Number::Value { value, place, form: Form::Whole } => {
            let plain = Plain { value, place, form: Form::Whole }.scaled(e.number)?;
            Some((rest, plain.number()))
        }
        _ => None,
    });
    scaled.unwrap_or((i, number))
}
