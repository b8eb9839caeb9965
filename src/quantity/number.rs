//! The grammar of numbers alone: digits with separators, number words, magnitudes, vague words, shares and factors,
//! without hedge or unit.

use nom::branch::alt;
use nom::combinator::{map_opt, opt, value, verify};
use nom::multi::fold_many0;
use nom::sequence::{pair, preceded, terminated};
use nom::{IResult, Parser};
use rust_decimal::Decimal;

use super::{Form, Number, Vague, VagueRow};
use crate::token::{
    Class, Grammar, Tokens, any_of, class, digits, entry, followed_by, glued, not_followed_by, punct, word,
};

/// Most digits of a written number; more do not fit a decimal with room to calculate.
const MOST_DIGITS: usize = 24;

/// A written value with the place of its last digit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Plain {
    pub value: Decimal,
    pub place: Decimal,
    pub form: Form,
}

impl Plain {
    /// The number as it stands, without a second end.
    pub(super) fn number(self) -> Number {
        Number::Value { value: self.value, place: self.place, form: self.form }
    }

    fn scaled(self, power: u32) -> Option<Self> {
        let factor = power_of_ten(power)?;
        Some(Self {
            value: self.value.checked_mul(factor)?,
            place: self.place.checked_mul(factor)?,
            form: Form::Magnitude,
        })
    }
}

fn power_of_ten(power: u32) -> Option<Decimal> {
    (power <= 24).then(|| Decimal::from_i128_with_scale(10i128.pow(power), 0))
}

/// Any number: "2,500", "8.7 million", "two dozen", "half", "one in ten", "doubling", "tens of thousands".
///
/// Vague words come first, because "several hundred" begins like "several" and "a few hundred" like nothing else;
/// shares before plain numbers, because "one in ten" begins like "one".
pub(super) fn number(i: Tokens<'_>) -> Grammar<'_, Number> {
    alt((vague, half_of_magnitude.map(Plain::number), share, factor, plain.map(Plain::number))).parse(i)
}

/// "1,660", "11.5 million", "8.7bn", "twenty-eight thousand", "a hundred", "half a million", "two dozen".
pub(super) fn plain(i: Tokens<'_>) -> Grammar<'_, Plain> {
    alt((half_of_magnitude, and_a_half, dozen, digit_number, word_number)).parse(i)
}

/// Digits with groups and decimals, and a magnitude behind them: "2,500", "3.25", "1.2 million", "7bn".
fn digit_number(i: Tokens<'_>) -> Grammar<'_, Plain> {
    map_opt((digit_value, opt(magnitude_after_digits)), |(plain, power)| match power {
        Some(power) => plain.scaled(power),
        None => Some(plain),
    })
    .parse(i)
}

/// "2,500,000.75": groups of three behind commas, decimals behind a full stop, all without white space.
fn digit_value(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let (rest, first) = digits(i)?;
    let lead = (first.end - first.start) as usize;
    let group = |i| verify(glued(digits), |t: &crate::token::Token| t.end - t.start == 3).parse(i);
    let (rest, ()) = if lead <= 3 {
        fold_many0(preceded(glued(punct(',')), group), || (), |(), _| ()).parse(rest)?
    } else {
        (rest, ())
    };
    let (rest, decimals) = opt(preceded(glued(punct('.')), glued(digits))).parse(rest)?;
    let span = i.read_until(&rest);
    let scale = decimals.map_or(0, |t| t.end - t.start);
    decimal(span.slice(i.block()), scale).map_or(Err(nom::Err::Error(())), |value| {
        let place = Decimal::new(1, scale);
        let form = if scale > 0 { Form::Decimals } else { Form::Whole };
        Ok((rest, Plain { value, place, form }))
    })
}

/// Digits without their separators as an exact decimal.
fn decimal(written: &str, scale: u32) -> Option<Decimal> {
    let mut mantissa: i128 = 0;
    let mut count = 0;
    for digit in written.bytes().filter(u8::is_ascii_digit) {
        mantissa = mantissa * 10 + i128::from(digit - b'0');
        count += 1;
    }
    (count <= MOST_DIGITS).then(|| Decimal::from_i128_with_scale(mantissa, scale))
}

/// million, "-million", "bn", glued "m" or "k": the power of ten.
fn magnitude_after_digits(i: Tokens<'_>) -> Grammar<'_, u32> {
    let long = entry(Class::MAGNITUDE).map(|e| e.number);
    let hyphened = preceded(glued(punct('-')), glued(entry(Class::MAGNITUDE))).map(|e| e.number);
    let short = glued(entry(Class::SHORT_MAGNITUDE)).map(|e| e.number);
    let spaced =
        terminated(followed_by(any_of(&["bn", "mn", "mln", "bln", "tn", "trn"])), not_followed_by(glued(punct('.'))))
            .and(entry(Class::SHORT_MAGNITUDE))
            .map(|((), e)| e.number);
    let hundred = preceded(followed_by(word("hundred")), entry(Class::HUNDRED)).map(|_| 2);
    alt((long, hyphened, short, spaced, hundred)).parse(i)
}

/// "two dozen", "a dozen", "dozen": twelves.
fn dozen(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let count =
        alt((value(Some(Decimal::ONE), any_of(&["a", "one"])), map_opt(small_word, |n| Some(Some(Decimal::from(n))))));
    map_opt((opt(count), class(Class::DOZEN)), |(count, _)| {
        let value = count.flatten().unwrap_or(Decimal::ONE).checked_mul(Decimal::from(12))?;
        Some(Plain { value, place: Decimal::ONE, form: Form::Whole })
    })
    .parse(i)
}

/// "half a million", "a quarter of a million", "one and a half million".
fn half_of_magnitude(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let half = value(Decimal::new(5, 1), (word("half"), any_of(&["a"])));
    let quarter = value(Decimal::new(25, 2), (word("a"), word("quarter"), word("of"), word("a")));
    map_opt((alt((half, quarter, and_a_half.map(|p| p.value))), entry(Class::MAGNITUDE)), |(part, e)| {
        let factor = power_of_ten(e.number)?;
        Some(Plain {
            value: part.checked_mul(factor)?,
            place: factor.checked_div(Decimal::TEN)?,
            form: Form::Magnitude,
        })
    })
    .parse(i)
}

/// "three and a half", "2 and a half".
fn and_a_half(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let half = Decimal::new(5, 1);
    let whole = alt((digit_value.map(|p| p.value), small_word.map(Decimal::from)));
    map_opt((whole, word("and"), word("a"), word("half")), |(whole, ..)| {
        Some(Plain { value: whole.checked_add(half)?, place: half, form: Form::Decimals })
    })
    .parse(i)
}

/// One to ninety-nine in words: "eight", "twenty-eight", "forty two".
fn small_word(i: Tokens<'_>) -> Grammar<'_, u32> {
    let cardinal = |i| entry(Class::CARDINAL).map(|e| e.number).parse(i);
    let tens = |i| verify(cardinal, |n| *n >= 20).parse(i);
    let unit = |i| verify(cardinal, |n| (1..10).contains(n)).parse(i);
    let compound = pair(tens, preceded(opt(glued(punct('-'))), unit)).map(|(tens, unit)| tens + unit);
    alt((compound, cardinal)).parse(i)
}

/// Number words with hundreds and magnitudes: "twenty-eight thousand six hundred forty-two", "a hundred and one",
/// "a million". A lone "one" is read here; whether it counts anything is decided by what follows it.
fn word_number(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let (mut rest, first) = word_group(i)?;
    let (mut total, mut current) = (Decimal::ZERO, Decimal::from(first));
    let mut last_power = u32::MAX;
    let mut place = Decimal::ONE;
    while let Ok((after, power)) = magnitude_after_word(rest) {
        if power >= last_power {
            break;
        }
        let Some(scaled) = power_of_ten(power) else {
            break;
        };
        total += current * scaled;
        current = Decimal::ZERO;
        (last_power, place, rest) = (power, scaled, after);
        match preceded(opt(word("and")), word_group_below_magnitude).parse(rest) {
            Ok((after, group)) => (current, place, rest) = (Decimal::from(group), Decimal::ONE, after),
            Err(_) => break,
        }
    }
    let form = if place > Decimal::ONE { Form::Magnitude } else { Form::Whole };
    Ok((rest, Plain { value: total + current, place, form }))
}

fn magnitude_after_word(i: Tokens<'_>) -> Grammar<'_, u32> {
    preceded(opt(glued(punct('-'))), entry(Class::MAGNITUDE)).map(|e| e.number).parse(i)
}

/// A group that follows "thousand": not another bare "one" that counts something itself.
fn word_group_below_magnitude(i: Tokens<'_>) -> Grammar<'_, u32> {
    not_followed_by(word("one")).parse(i)?;
    word_group(i)
}

/// Up to three digits in words: "six hundred forty-two", "a hundred and one", "eighty", "a" before a magnitude.
fn word_group(i: Tokens<'_>) -> Grammar<'_, u32> {
    let hundred = |i| class(Class::HUNDRED).parse(i);
    let a = |i| value(1u32, any_of(&["a", "one"])).parse(i);
    let below = |i| verify(small_word, |n| *n < 100).parse(i);
    let tail = |i| opt(alt((preceded(word("and"), below), below))).parse(i);
    let hundreds = (alt((a, verify(small_word, |n| *n > 0))), opt(glued(punct('-'))), hundred, tail)
        .map(|(count, _, _, tail)| count * 100 + tail.unwrap_or(0));
    let lone_magnitude = terminated(value(1u32, word("a")), followed_by(class(Class::MAGNITUDE)));
    alt((hundreds, small_word, lone_magnitude)).parse(i)
}

/// "dozens", "tens of thousands", "several hundred", "a few thousand", "a couple", "several".
pub(super) fn vague(i: Tokens<'_>) -> Grammar<'_, Number> {
    alt((vague_of_vague, few_magnitudes, vague_plural, vague_few)).map(Number::Vague).parse(i)
}

fn row_of(low: i64) -> VagueRow {
    if low >= 2000 { VagueRow::Thousands } else { VagueRow::Many }
}

/// "tens of thousands", "hundreds of thousands", "hundreds of millions".
fn vague_of_vague(i: Tokens<'_>) -> Grammar<'_, Vague> {
    let tens = alt((value(10i64, word("tens")), value(100, word("hundreds")), value(1000, word("thousands"))));
    map_opt((tens, word("of"), entry(Class::VAGUE_PLURAL)), |(factor, _, e)| {
        let low = i64::from(e.number).checked_mul(factor)?;
        // "millions" and above have no top; "thousands" end below the next word.
        let high = (e.number < 2_000_000 || factor < 1000).then(|| low / 2 * 10 - i64::from(e.number) / 2000);
        Some(Vague { low, high, row: row_of(low) })
    })
    .parse(i)
}

/// "several hundred", "a few dozen", "a few thousand": the few times the magnitude.
fn few_magnitudes(i: Tokens<'_>) -> Grammar<'_, Vague> {
    let count = alt((
        value((3i64, 9i64), any_of(&["several"])),
        value((2, 5), (opt(word("a")), any_of(&["few"]))),
        value((2, 3), (word("a"), word("couple"), opt(word("of")))),
    ));
    let magnitude = alt((
        value(12i64, class(Class::DOZEN)),
        value(100, class(Class::HUNDRED)),
        map_opt(entry(Class::MAGNITUDE), |e| 10i64.checked_pow(e.number)),
    ));
    (count, magnitude)
        .map(|((low, high), unit)| {
            let low = low * unit;
            Vague { low, high: Some(high * unit), row: if low >= 1000 { VagueRow::Thousands } else { VagueRow::Many } }
        })
        .parse(i)
}

/// "dozens", "scores", "hundreds", "thousands", "millions".
fn vague_plural(i: Tokens<'_>) -> Grammar<'_, Vague> {
    entry(Class::VAGUE_PLURAL)
        .map(|e| {
            let low = i64::from(e.number);
            let high = match low {
                20 | 24 => Some(99),
                40 => Some(199),
                200 => Some(999),
                2000 => Some(9999),
                2_000_000 => Some(999_000_000),
                _ => None,
            };
            Vague { low, high, row: row_of(low) }
        })
        .parse(i)
}

/// "a couple (of)", "a few", "several", "a handful of".
fn vague_few(i: Tokens<'_>) -> Grammar<'_, Vague> {
    let couple = value((2, 2, VagueRow::Couple), (word("a"), word("couple"), opt(word("of"))));
    let few = value((3, 5, VagueRow::Few), (word("a"), word("few")));
    let several = value((3, 9, VagueRow::Several), word("several"));
    alt((couple, few, several)).map(|(low, high, row)| Vague { low, high: Some(high), row }).parse(i)
}

/// "one in ten", "two out of three", "half", "a third", "two-thirds", "three quarters".
pub(super) fn share(i: Tokens<'_>) -> Grammar<'_, Number> {
    alt((one_in_many, fraction)).map(|value| Number::Share { value }).parse(i)
}

/// "one in ten", "1 in 5", "nine out of ten".
fn one_in_many(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let small = |i| alt((digit_value.map(|p| p.value), word_number.map(|p| p.value))).parse(i);
    let of = alt((value((), word("in")), value((), (word("out"), word("of")))));
    let (rest, (part, (), whole)) = (small, of, small).parse(i)?;
    not_followed_by(alt((value((), class(Class::TIME_UNIT)), value((), punct('%'))))).parse(rest)?;
    let whole_number = part.is_integer() && whole.is_integer() && part < whole && part > Decimal::ZERO;
    // "five in 2023" is no share.
    let small_enough = whole <= Decimal::ONE_HUNDRED
        || (part == Decimal::ONE && whole % Decimal::ONE_HUNDRED == Decimal::ZERO && whole != Decimal::from(2000));
    match part.checked_div(whole) {
        Some(value) if whole_number && small_enough => Ok((rest, value)),
        _ => Err(nom::Err::Error(())),
    }
}

/// "half" (of, the, a ...), "a third", "one-quarter", "two-thirds", "three quarters".
fn fraction(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let counted = map_opt(
        (alt((value(1u32, any_of(&["a"])), small_word)), opt(glued(punct('-'))), entry(Class::FRACTION)),
        |(part, _, e)| {
            (part > 0 && part < e.number).then(|| Decimal::from(part).checked_div(Decimal::from(e.number)))?
        },
    );
    let half = terminated(
        value(Decimal::new(5, 1), word("half")),
        followed_by(alt((
            value(
                (),
                any_of(&[
                    "of", "the", "a", "an", "its", "their", "his", "her", "our", "all", "that", "this", "those",
                    "these", "were", "are", "is", "was",
                ]),
            ),
            value((), class(Class::PERSON)),
            value((), punct('.')),
            value((), punct(',')),
            end_of_input,
        ))),
    );
    alt((counted, half)).parse(i)
}

fn end_of_input(i: Tokens<'_>) -> IResult<Tokens<'_>, (), ()> {
    if i.is_empty() { Ok((i, ())) } else { Err(nom::Err::Error(())) }
}

/// "doubled", "doubling", "twice the", "double its", "three times", "fivefold".
fn factor(i: Tokens<'_>) -> Grammar<'_, Number> {
    let determiner =
        |i| followed_by(any_of(&["the", "its", "their", "his", "her", "that", "what", "as", "those", "this"])).parse(i);
    let noun_like = terminated(
        preceded(
            followed_by(any_of(&["double", "twice", "triple", "treble", "thrice", "quadruple"])),
            entry(Class::MULTIPLE),
        ),
        determiner,
    );
    let verb = preceded(
        not_followed_by(any_of(&["double", "twice", "triple", "treble", "thrice", "quadruple", "halves"])),
        entry(Class::MULTIPLE),
    );
    let one_word = alt((noun_like, verb)).map(|e| Decimal::new(i64::from(e.number), 1));
    let times = terminated(
        alt((digit_value.map(|p| p.value), word_number.map(|p| p.value))),
        (
            word("times"),
            followed_by(any_of(&[
                "the", "as", "its", "their", "more", "higher", "larger", "bigger", "that", "greater",
            ])),
        ),
    );
    alt((one_word, times)).map(|factor| Number::Multiple { factor }).parse(i)
}
