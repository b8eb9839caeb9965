//! The grammar of numbers alone, without hedge or unit: what all kinds of them share, and the order in which they are
//! tried.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, value, verify};
use nom::sequence::{preceded, terminated};
use rust_decimal::Decimal;

use super::digits::{bare_number, digit_number};
use super::exponent::with_exponent;
use super::factor::factor;
use super::fraction::{measured, mixed, share};
use super::vague::vague;
use super::words::{small_word, spoken_decimals, word_number};
use super::{Form, Number};
use crate::token::{Class, Grammar, Kind, Tokens, any_of, class, entry, glued, punct, word};

/// A written value with the place of its last digit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Plain {
    pub value: Decimal,
    pub place: Decimal,
    pub form: Form,
}

impl Plain {
    /// A whole number to its last digit.
    pub(super) fn whole(value: Decimal) -> Self {
        Self { value, place: Decimal::ONE, form: Form::Whole }
    }

    /// Decimals by their digits: 3 with a scale of 2 is 0.03.
    pub(super) fn decimals(mantissa: i64, scale: u32) -> Self {
        Self { value: Decimal::new(mantissa, scale), place: Decimal::new(1, scale), form: Form::Decimals }
    }

    /// The number as it stands, without a second end.
    pub(super) fn number(self) -> Number {
        Number::Value { value: self.value, place: self.place, form: self.form }
    }

    /// Times a power of ten; `None` over 28 digits.
    pub(super) fn scaled(self, power: u32) -> Option<Self> {
        let factor = power_of_ten(power)?;
        Some(Self {
            value: self.value.checked_mul(factor)?,
            place: self.place.checked_mul(factor)?,
            form: Form::Magnitude,
        })
    }

    /// With a smaller part behind it: "two thousand" and "six". The part says how finely the number is written.
    pub(super) fn plus(self, part: Self) -> Option<Self> {
        let value = self.value.checked_add(part.value)?;
        Some(Self { value, place: part.place, form: part.form })
    }
}

/// Ten to this power, up to 24.
pub(super) fn power_of_ten(power: u32) -> Option<Decimal> {
    (power <= 24).then(|| Decimal::from_i128_with_scale(10i128.pow(power), 0))
}

/// "and" or "&" inside a number.
pub(super) fn and(i: Tokens<'_>) -> Grammar<'_, ()> {
    alt((value((), word("and")), value((), punct('&')))).parse(i)
}

/// "thousands", "lakhs" behind a number: the power of ten. Without a number before them they are vague.
pub(super) fn plural_magnitude(i: Tokens<'_>) -> Grammar<'_, u32> {
    alt((
        value(2, word("hundreds")),
        value(3, word("thousands")),
        value(6, word("millions")),
        value(9, word("billions")),
        value(12, word("trillions")),
    ))
    .parse(i)
}

/// Words with which a number begins, besides "a" and "point".
pub(super) const BEGINS: Class = Class::CARDINAL
    .union(Class::HUNDRED)
    .union(Class::MAGNITUDE)
    .union(Class::DOZEN)
    .union(Class::VAGUE_PLURAL)
    .union(Class::VAGUE_FEW)
    .union(Class::FRACTION)
    .union(Class::MULTIPLE);

/// Whether a number of any kind can begin here. Grammars ask at many words that begin none, and one look at the word,
/// and behind "a" at the next, spares them all that [`number`] and [`plain`] would try in turn.
pub(super) fn begins_number(i: Tokens<'_>) -> bool {
    let Some(first) = i.first() else {
        return false;
    };
    match first.kind {
        Kind::Digits => true,
        Kind::Word => {
            let length = first.end - first.start;
            i.entry(first).class.intersects(BEGINS)
                || length == 1
                    && word("a")(i).is_ok()
                    && i.get(1).is_some_and(|t| t.kind == Kind::Punct || i.entry(t).class.intersects(BEGINS))
                || length == 5 && word("point")(i).is_ok()
        }
        Kind::Punct => first.word.as_punct().is_some_and(|mark| mark == '.' || !mark.is_ascii()),
        Kind::Clitic => false,
    }
}

/// Any number: "2,500", "8.7 million", "two dozen", "half", "one in ten", "doubling", "tens of thousands".
///
/// Vague words come first, because "several hundred" begins like "several" and "a few hundred" like nothing else;
/// shares before plain numbers, because "one in ten" begins like "one"; mixed numbers before shares, because "a half"
/// is the end of "two and a half".
pub(super) fn number(i: Tokens<'_>) -> Grammar<'_, Number> {
    if let Some((rest, plain)) = bare_number(i) {
        return Ok((rest, plain.number()));
    }
    if begins_number(i) { composed(i) } else { Err(nom::Err::Error(())) }
}

/// Any number, by all grammars in turn.
fn composed(i: Tokens<'_>) -> Grammar<'_, Number> {
    let worded = |i| if begins_with_a_word(i) { vague(i) } else { Err(nom::Err::Error(())) };
    alt((
        worded,
        alt((with_exponent, half_of_magnitude, dozen, mixed, measured)).map(Plain::number),
        share,
        factor,
        plain.map(Plain::number),
    ))
    .parse(i)
}

/// Whether a vague word can stand there; digits begin none.
fn begins_with_a_word(i: Tokens<'_>) -> bool {
    i.first().is_some_and(|t| t.kind == Kind::Word)
}

/// "1,660", "11.5 million", "8.7bn", "twenty-eight thousand", "a hundred", "half a million", "two dozen", "5 1/2".
pub(super) fn plain(i: Tokens<'_>) -> Grammar<'_, Plain> {
    if let Some(read) = bare_number(i) {
        return Ok(read);
    }
    if begins_number(i) { composed_plain(i) } else { Err(nom::Err::Error(())) }
}

/// A plain number, by all grammars in turn.
fn composed_plain(i: Tokens<'_>) -> Grammar<'_, Plain> {
    alt((with_exponent, half_of_magnitude, dozen, mixed, digit_number, word_number, spoken_decimals, pair_of)).parse(i)
}

/// "a pair of" people, or "a pair" that ends its clause: two. "A pair of shoes" is one.
fn pair_of(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let (rest, _) = (word("a"), word("pair")).parse(i)?;
    let two = Plain::whole(Decimal::TWO);
    if rest.first().is_none_or(|t| t.kind == Kind::Punct && !t.is_punct('-')) {
        return Ok((rest, two));
    }
    let (rest, _) = word("of")(rest)?;
    // Behind one adjective at most.
    let people = (0..2).any(|at| rest.get(at).is_some_and(|t| rest.entry(t).class.contains(Class::PERSON)));
    let named = rest.first().is_some_and(|t| rest.entry(t).class.contains(Class::DETERMINER));
    if people && !named { Ok((rest, two)) } else { Err(nom::Err::Error(())) }
}

/// "two dozen", "a dozen", "dozen", "half a dozen", "3 dozens", "two and a half dozen": twelves.
fn dozen(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let a = value(Decimal::ONE, any_of(&["a", "one"]));
    let half = value(Decimal::new(5, 1), (opt(word("a")), word("half"), opt(glued(punct('-'))), opt(word("a"))));
    let count =
        |i| alt((mixed.map(|p| p.value), digit_number.map(|p| p.value), small_word.map(Decimal::from))).parse(i);
    let counted = preceded((opt(glued(punct('-'))), class(Class::DOZEN)), nom::combinator::success(()));
    let singular = (opt(alt((half, count, a))), counted).map(|(count, ())| count.unwrap_or(Decimal::ONE));
    let plural = (count, any_of(&["dozens", "dozs"])).map(|(count, _)| count);
    map_opt(alt((singular, plural)), |count| Some(Plain::whole(count.checked_mul(Decimal::from(12))?))).parse(i)
}

/// "half a million", "a half-billion", "a quarter million", "quarter of a million", "three quarters of a million".
fn half_of_magnitude(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let a = |i| opt((opt(glued(punct('-'))), word("a"))).parse(i);
    let half = value(Decimal::new(5, 1), (opt(word("a")), word("half"), a, opt(glued(punct('-')))));
    let part = map_opt(share, |number| match number {
        Number::Share { value } => Some(value),
        _ => None,
    });
    let quarter =
        |i| value(Decimal::new(25, 2), (opt(any_of(&["a", "one"])), opt(glued(punct('-'))), word("quarter"))).parse(i);
    let of_a = (alt((quarter, part)), word("of"), any_of(&["a", "one"])).map(|(part, ..)| part);
    let of_one = terminated(quarter, opt(glued(punct('-'))));
    let magnitude = verify(entry(Class::MAGNITUDE), |e| e.number >= 3);
    map_opt((alt((half, of_a, of_one)), magnitude), |(part, e)| {
        let factor = power_of_ten(e.number)?;
        Some(Plain {
            value: part.checked_mul(factor)?,
            place: factor.checked_div(Decimal::TEN)?,
            form: Form::Magnitude,
        })
    })
    .parse(i)
}

#[cfg(test)]
mod tests;
