//! The grammar of a whole quantity: what leads it, its currency, the number or range, its unit or counted noun.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use rust_decimal::Decimal;

use super::hedge::{Lead, lead, trailing};
use super::measured_range::measured_range;
use super::number::{is_part_of_a_name, number};
use super::range::range;
use super::tail::{tail, unit_is_glued};
use super::units::{Written, currency_prefix, is_length};
use super::{Change, Form, Hedge, Noun, Number, Quantity, Unit, Vague, VagueRow};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, entry, glued, word};

/// What led the number.
#[derive(Clone, Copy, Debug, Default)]
struct Led {
    hedge: Option<Hedge>,
    total: bool,
    another: bool,
    additional: bool,
}

/// A quantity from its first leading word on: "at least 2,500 people", "a total of $21 million", "30-50%",
/// "between 20 and 30", "13-year", "600 more Kenyan police officers", "weeks".
///
/// Behind "from", "45 to 30" is no range but two figures.
pub(super) fn quantity(i: Tokens<'_>, after_from: bool) -> Grammar<'_, Quantity> {
    alt((|i| cardinal(i, after_from), ordinal_word)).parse(i)
}

/// "first elections", "third straight year": an ordinal in words with the noun it numbers.
fn ordinal_word(i: Tokens<'_>) -> Grammar<'_, Quantity> {
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
    let (rest, number) = entry(Class::ORDINAL).parse(i)?;
    let number_span = i.read_until(&rest);
    let noun = rest.first().filter(|t| {
        t.kind == Kind::Word && (!i.entry(*t).class.intersects(not_a_noun) || i.entry(*t).class.contains(Class::PERSON))
    });
    let token = noun.ok_or(nom::Err::Error(()))?;
    let value = Number::Value { value: Decimal::from(number.number), place: Decimal::ONE, form: Form::Whole };
    let rest = rest.skip(1);
    let noun = Noun { phrase: token.span(), head: token.span() };
    Ok((
        rest,
        Quantity {
            span: i.read_until(&rest),
            number_span,
            tokens: (0, 0),
            number: value,
            hedge: Hedge::None,
            unit: Unit::Ordinal,
            noun: Some(noun),
            change: None,
            total: false,
            additional: false,
        },
    ))
}

/// A quantity that counts or measures.
fn cardinal(i: Tokens<'_>, after_from: bool) -> Grammar<'_, Quantity> {
    let (after_lead, led) = leads(i);
    let (after_prefix, currency) = opt(currency_prefix).parse(after_lead)?;
    let hedge_inside = |i| opt(lead).parse(i);
    let (number_start, inner) = if currency.is_some() { (after_prefix, None) } else { hedge_inside(after_prefix)? };
    let led = with(led, inner);
    let (rest, number) = amount(number_start, currency.is_some(), led, after_from)?;
    let says_number = number_start.list()[..number_start.len() - rest.len()]
        .iter()
        .any(|t| i.text_of(*t) != "a" && i.text_of(*t) != "an");
    if is_part_of_a_name(rest) && !unit_is_glued(rest) {
        return Err(nom::Err::Error(()));
    }
    let number_span = number_start.read_until(&rest);
    let (rest, plus) = opt(glued(trailing)).parse(rest)?;
    let (rest, tail) = tail(rest, &Written::of(number, number_start, &rest), currency)?;
    let number = tail.number.unwrap_or(number);
    // "weeks" and "nearly a year" have no number word: the unit stands for it.
    let number_span = if says_number { number_span } else { number_start.read_until(&rest) };
    let (rest, or_so) = opt(trailing).parse(rest)?;
    let hedge = match number {
        Number::Vague(_) => Hedge::Vague,
        Number::Range { .. } => Hedge::Between,
        _ => led.hedge.or(plus).or(or_so).unwrap_or(Hedge::None),
    };
    let change = tail.change.or(led.additional.then_some(Change::Increase));
    Ok((
        rest,
        Quantity {
            span: i.read_until(&rest),
            number_span,
            tokens: (0, 0),
            number,
            hedge,
            unit: tail.unit,
            noun: tail.noun,
            change,
            total: led.total,
            additional: led.another || led.additional,
        },
    ))
}

/// Every leading phrase: "at least an additional", "a total of nearly".
fn leads(i: Tokens<'_>) -> (Tokens<'_>, Led) {
    let (mut rest, mut led) = (i, Led::default());
    while let Ok((after, next)) = lead(rest) {
        led = with(led, Some(next));
        rest = after;
    }
    (rest, led)
}

fn with(mut led: Led, next: Option<Lead>) -> Led {
    match next {
        // "more than an estimated 500": the first hedge is the bound.
        Some(Lead::Hedge(hedge)) => led.hedge = led.hedge.or(Some(hedge)),
        Some(Lead::Total) => led.total = true,
        Some(Lead::Another) => led.another = true,
        Some(Lead::Additional) => led.additional = true,
        None => {}
    }
    led
}

/// The number or range of a quantity. Lengths without a number ("weeks", "months-long", "year-long", "another year",
/// "the best part of a year") are read last.
fn amount(i: Tokens<'_>, money: bool, led: Led, after_from: bool) -> Grammar<'_, Number> {
    if !after_from && let Ok(read) = range(i) {
        return Ok(read);
    }
    if !after_from && let Ok(read) = measured_range(i) {
        return Ok(read);
    }
    if let Ok((rest, number)) = number(i) {
        let scaled = money.then(|| scaled_by_letter(rest, number)).flatten();
        return Ok(scaled.unwrap_or((rest, number)));
    }
    implied(i, led)
}

/// "$5 m": a lone letter is a magnitude only behind money.
fn scaled_by_letter(i: Tokens<'_>, number: Number) -> Option<(Tokens<'_>, Number)> {
    let mut letter = alt((value(6u32, word("m")), value(9, word("b")), value(3, word("k")), value(12, word("t"))));
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

/// Lengths of time that name no number: "weeks of", "months-long", "year-long", "another year", "nearly a decade".
fn implied(i: Tokens<'_>, led: Led) -> Grammar<'_, Number> {
    let one = Number::Value { value: Decimal::ONE, place: Decimal::ONE, form: Form::Whole };
    let unit = |i| entry(Class::TIME_UNIT).map(|e| e.class.contains(Class::PLURAL)).parse(i);
    let (_, (article, plural)) = (opt(any_of(&["a", "an", "the"])), unit).parse(i)?;
    let long = i.get(usize::from(article.is_some()) + 1).is_some_and(|t| t.is_punct('-') && !t.spaced())
        && i.get(usize::from(article.is_some()) + 2).is_some_and(|t| i.text_of(t) == "long");
    let rest = i.skip(usize::from(article.is_some()));
    if plural && article.is_none() && (led.hedge.is_none() || long) {
        return Ok((rest, Number::Vague(Vague { low: 2, high: None, row: VagueRow::Few })));
    }
    let hedged_article = article.is_some() && led.hedge.is_some();
    let another = led.another && article.is_none();
    if !plural && article.is_some_and(|t| i.text_of(t) != "the") && is_length(i, rest.skip(1)) {
        return Ok((rest, one));
    }
    if !plural && (hedged_article || another || long && article.is_none()) {
        return Ok((rest, one));
    }
    Err(nom::Err::Error(()))
}
