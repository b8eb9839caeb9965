//! What stands behind a number: its unit, its counted noun, or nothing.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::preceded;
use rust_decimal::Decimal;

use super::noun;
use super::ordinal::can_be_numbered;
use super::unit::Currency;
use super::units::{
    Written, feet_and_inches, is_age_of_a_name, is_aged, magnitude_behind, of, shared, small_change, unit,
    unit_of_share, word_of_currency,
};
use super::{Change, Noun, Number, Unit};
use crate::period::TimeUnit;
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, followed_by, glued, punct, word};

/// What stood behind the number.
pub(super) struct Tail {
    pub unit: Unit,
    pub noun: Option<Noun>,
    pub change: Option<Change>,
    /// The number that it is with this unit, where that is another: 0.45 for "45" before "cents".
    pub number: Option<Number>,
}

pub(super) const NO_TAIL: Tail = Tail { unit: Unit::None, noun: None, change: None, number: None };

/// Whether the glued token behind a number is a unit and not the rest of a name: "5km", "31st", "13-year", "90s".
pub(super) fn unit_is_glued(i: Tokens<'_>) -> bool {
    let named = Class::UNIT
        | Class::UNIT_SYMBOL
        | Class::TIME_UNIT
        | Class::PERCENT
        | Class::CURRENCY_CODE
        | Class::CURRENCY_MINOR;
    let unit = alt((
        class(named).map(|_| ()),
        any_of(&[
            "st", "nd", "rd", "th", "h", "s", "pc", "bps", "bp", "pp", "yo", "in", "tco", "mtco", "y", "mo", "ms",
            "µs", "μs", "ns", "sq", "cu", "fl", "deg", "degs", "degree", "degrees",
        ])
        .map(|_| ()),
        (punct('-'), glued(class(Class::UNIT | Class::TIME_UNIT | Class::CURRENCY | Class::PERCENT))).map(|_| ()),
        feet_and_inches.map(|_| ()),
    ));
    followed_by(unit).parse(i).is_ok()
}

/// Unit or noun behind a number; nothing is right too.
pub(super) fn tail<'a>(i: Tokens<'a>, written: &Written<'a>, currency: Option<Currency>) -> Grammar<'a, Tail> {
    if let Some(currency) = currency {
        // "$4 and 20 cents" is one sum.
        let whole = written.value().filter(|_| !written.has_magnitude());
        let cents = whole.and_then(|value| small_change(i, currency, value).ok()).map(|(rest, sum)| (rest, Some(sum)));
        let (rest, number) = cents.unwrap_or_else(|| magnitude_behind(i, written));
        let (rest, more) = opt(more_or_fewer).parse(rest)?;
        let (rest, _) = opt(word_of_currency(currency)).parse(rest)?;
        return Ok((rest, Tail { change: more, number, ..of(Unit::Money(currency)) }));
    }
    match written.number {
        Number::Multiple { .. } => return Ok((i, of(Unit::Ratio))),
        Number::Share { .. } => return Ok(unit_of_share(i, written).unwrap_or_else(|_| share_tail(i))),
        _ => {}
    }
    if let Ok(read) = unit(i, written) {
        return Ok(read);
    }
    if let Ok(read) = of_unit(i, written) {
        return Ok(read);
    }
    if let Ok(read) = ordinal(i) {
        return Ok(read);
    }
    // "18f.example.org": what looked like the symbol of a unit was the rest of a name.
    let glued_letters = i.first().is_some_and(|t| t.kind == Kind::Word && !t.spaced());
    if glued_letters && any_of(&["s", "x"]).parse(i).is_err() {
        return Err(nom::Err::Error(()));
    }
    if is_aged(i, written) || is_age_of_a_name(i, written) {
        return Ok((i, of(Unit::Age(TimeUnit::Year))));
    }
    if let Some(unit) = shared(i, written) {
        return Ok((i, of(unit)));
    }
    Ok(counted_tail(i, written.number))
}

/// "of dollars", "of square miles" behind "tens of millions".
fn of_unit<'a>(i: Tokens<'a>, written: &Written<'a>) -> Grammar<'a, Tail> {
    match written.number {
        Number::Vague(_) => preceded(word("of"), |i| unit(i, written)).parse(i),
        _ => Err(nom::Err::Error(())),
    }
}

/// What a share is a share of: "half the population", "half of whom", "one in ten Haitians".
pub(super) fn share_tail(i: Tokens<'_>) -> (Tokens<'_>, Tail) {
    let lead_in = (opt(word("of")), opt(any_of(&["the", "its", "their", "all", "those", "these"])));
    let plain = Tail { unit: Unit::Ratio, ..NO_TAIL };
    if let Ok((rest, _)) = preceded(word("of"), any_of(&["whom", "them", "which", "that"])).parse(i) {
        return (rest, plain);
    }
    let direct = noun::counted(i);
    let led_in = { lead_in }.parse(i).ok().and_then(|(rest, _)| noun::counted(rest).or_else(|| whole(rest)));
    match direct.or(led_in) {
        Some((rest, noun)) => (rest, Tail { noun: Some(noun), ..plain }),
        None => (i, plain),
    }
}

/// A collective that shares are taken of: "the population", "the city".
pub(super) fn whole(i: Tokens<'_>) -> Option<(Tokens<'_>, Noun)> {
    let token = i.first().filter(|t| {
        t.kind == Kind::Word
            && matches!(
                i.text_of(*t),
                "population" | "country" | "city" | "total" | "electorate" | "workforce" | "force" | "budget"
            )
    })?;
    Some((i.skip(1), Noun { phrase: token.span(), head: token.span() }))
}

/// The counted noun, with "more", "fewer" and "of" before it.
pub(super) fn counted_tail(i: Tokens<'_>, number: Number) -> (Tokens<'_>, Tail) {
    if let Ok((rest, noun)) = hyphened_noun(i) {
        return (rest, Tail { unit: class_of_head(i, noun), noun: Some(noun), ..NO_TAIL });
    }
    let vague = matches!(number, Number::Vague(_));
    let (after_more, change) = opt(more_or_fewer).parse(i).unwrap_or((i, None));
    let of = preceded(word("of"), opt(any_of(&["the", "other"])));
    let before_noun = if vague { { of }.parse(after_more).map_or(after_more, |(rest, _)| rest) } else { after_more };
    let one = matches!(number, Number::Value { value, .. } if value == Decimal::ONE);
    let found = if one { noun::single(before_noun) } else { noun::counted(before_noun) };
    match found {
        Some((rest, noun)) => (rest, Tail { unit: class_of_head(i, noun), noun: Some(noun), change, number: None }),
        // "dozens more" counts no change; "215,000 more" does.
        None => (after_more, Tail { change: change.filter(|_| !vague), ..NO_TAIL }),
    }
}

/// People or other things, by the head of the noun phrase.
pub(super) fn class_of_head(i: Tokens<'_>, noun: Noun) -> Unit {
    let head = i.list().iter().find(|t| t.span() == noun.head);
    match head {
        Some(token) if i.entry(*token).class.contains(Class::PERSON) => Unit::Person,
        _ => Unit::Thing,
    }
}

/// "10-member", "13-nation", "five-storey": the noun in the singular behind a hyphen.
pub(super) fn hyphened_noun(i: Tokens<'_>) -> Grammar<'_, Noun> {
    let things = any_of(&[
        "nation", "country", "state", "party", "seat", "point", "storey", "story", "room", "bed", "bedroom", "page",
        "game", "member", "vehicle", "car", "judge",
    ]);
    let noun = alt((class(Class::PERSON), things));
    preceded(glued(punct('-')), glued(noun)).map(|token| Noun { phrase: token.span(), head: token.span() }).parse(i)
}

/// "more", "additional", "extra": a rise; "fewer", "less": a fall. Not before "than" with a number ("more than 12").
pub(super) fn more_or_fewer(i: Tokens<'_>) -> Grammar<'_, Change> {
    alt((
        value(Change::Increase, any_of(&["more", "additional", "extra", "further"])),
        value(Change::Decrease, any_of(&["fewer", "less"])),
    ))
    .parse(i)
}

/// "31st", "19th": glued ordinal endings, with the noun they number.
fn ordinal(i: Tokens<'_>) -> Grammar<'_, Tail> {
    let (rest, _) = glued(any_of(&["st", "nd", "rd", "th"])).parse(i)?;
    let noun = rest
        .first()
        .filter(|t| t.kind == Kind::Word && t.spaced() && can_be_numbered(i.entry(*t).class))
        .map(|t| Noun { phrase: t.span(), head: t.span() });
    Ok((rest, Tail { unit: Unit::Ordinal, noun, ..NO_TAIL }))
}
