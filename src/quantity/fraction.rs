//! Shares and mixed numbers: "1/2", "5 1/2", "¾", "two-thirds", "three and a half", "one in ten", "half".

use nom::branch::alt;
use nom::combinator::{map_opt, opt, value, verify};
use nom::sequence::{delimited, preceded, terminated};
use nom::{IResult, Parser};
use rust_decimal::Decimal;

use super::digits::digit_value;
use super::name::is_part_of_a_name;
use super::number::{Plain, and, power_of_ten};
use super::units::currency_prefix;
use super::words::{hyphen, small_word, tens, word_number};
use super::{Form, Number};
use crate::token::{
    Class, Grammar, Token, Tokens, any_of, class, digits, entry, followed_by, glued, not_followed_by, punct, word,
};

/// Denominators that mixed numbers are written with; behind others, "5 3/17" is a number and something else.
const MIXED_DENOMINATORS: &[i64] = &[2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64, 100];

/// "one in ten", "two out of three", "half", "a third", "two-thirds", "three quarters", "1/2", "¾".
pub(super) fn share(i: Tokens<'_>) -> Grammar<'_, Number> {
    alt((one_in_many, many_to_one, written, worded, half_of_something, one_over))
        .map(|value| Number::Share { value })
        .parse(i)
}

/// A fraction of a unit: "1/4 mile", "¾ inch", "half a mile", "half mile", "half an hour", "1/2 million".
pub(super) fn measured(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let unit = Class::UNIT | Class::TIME_UNIT | Class::PERCENT | Class::CURRENCY;
    let of = alt((value((), (word("of"), any_of(&["a", "an"]))), value((), opt(glued(punct('-'))))));
    let written = terminated(written, followed_by((of, class(unit))));
    let half = value(Decimal::new(5, 1), (word("half"), any_of(&["a", "an"])));
    // "half-year profit" names a period, "half-century-old" an age.
    let lasting = (glued(punct('-')), not_followed_by(any_of(&["year", "yearly", "time", "century"])));
    let hyphened = value(Decimal::new(5, 1), terminated(word("half"), followed_by(lasting)));
    let half = terminated(alt((half, hyphened)), followed_by((opt(glued(punct('-'))), class(unit))));
    // "A half litre", "half mile"; of time only days and what is shorter are halved without an article.
    let short = any_of(&["second", "minute", "hour", "hours", "day"]);
    let bare = value(Decimal::new(5, 1), (opt(word("a")), word("half")));
    let bare = terminated(bare, followed_by(alt((class(Class::UNIT), short))));
    let half = alt((half, bare));
    let million =
        map_opt((self::written, entry(Class::MAGNITUDE)), |(part, e)| part.checked_mul(power_of_ten(e.number)?));
    alt((
        million.map(|value| Plain { value, place: value, form: Form::Magnitude }),
        alt((written, half)).map(|value| Plain { value, place: value, form: Form::Decimals }),
    ))
    .parse(i)
}

/// "5 1/2", "5-1/2", "5½", "three and a half", "2 and a half", "two and fifty-four hundredths", with a magnitude
/// behind.
pub(super) fn mixed(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let whole = |i| verify(digit_value, |p: &Plain| p.form == Form::Whole).map(|p| p.value).parse(i);
    let in_digits = (whole, opt(glued(punct('-'))), mixed_part).map(|(whole, _, part)| (whole, part));
    // "three-and-a-half-year"
    let and = |i| delimited(opt(hyphen), and, opt(hyphen)).parse(i);
    let in_words = (alt((whole, small_word.map(Decimal::from))), and, alt((and_part, written)))
        .map(|(whole, (), part)| (whole, part));
    map_opt((alt((in_digits, in_words)), opt(entry(Class::MAGNITUDE))), |((whole, part), magnitude)| {
        let plain = Plain { value: whole.checked_add(part)?, place: part, form: Form::Decimals };
        match magnitude {
            Some(e) => {
                let factor = power_of_ten(e.number)?;
                let value = plain.value.checked_mul(factor)?;
                Some(Plain { value, place: factor.checked_div(Decimal::TEN)?, form: Form::Magnitude })
            }
            None => Some(plain),
        }
    })
    .parse(i)
}

/// "a half", "a fifth", "three quarters" behind "two and"; the "half" and "quarter" of "two and half years" and "one
/// and quarter of hours" only before a unit of time.
fn and_part(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let half = value(Decimal::new(5, 1), (any_of(&["a", "an", "one"]), opt(hyphen), word("half")));
    let unit = |i| followed_by(class(Class::TIME_UNIT)).parse(i);
    let of = value((), opt(terminated(word("of"), (opt(any_of(&["a", "an"])), unit))));
    let bare = alt((value(Decimal::new(5, 1), word("half")), value(Decimal::new(25, 2), word("quarter"))));
    let of_time = terminated(bare, (of, unit));
    verify(alt((half, worded, of_time)), |part| *part < Decimal::ONE).parse(i)
}

/// The fraction of a mixed number in digits: " 1/2", "½".
fn mixed_part(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let usual = |i| {
        let (rest, (_, _, below)) = (digits, glued(slash), glued(digits)).parse(i)?;
        let below: i64 = i.text_of(below).parse().unwrap_or(0);
        if MIXED_DENOMINATORS.contains(&below) { Ok((rest, ())) } else { Err(nom::Err::Error(())) }
    };
    alt((vulgar, preceded(followed_by(usual), written))).parse(i)
}

/// "1/2", "3/8", "¾": below one. Not "9/11", and nothing that goes on like a date or a name.
fn written(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    alt((vulgar, in_digits)).parse(i)
}

fn slash(i: Tokens<'_>) -> Grammar<'_, Token> {
    alt((punct('/'), punct('\u{2044}'))).parse(i)
}

/// Two numbers with a slash. "2/8" can be a date and "3/15" hardly anything else, so that the words behind it must show
/// a share, or the fraction be one of the usual ones inside a sentence, or stand all alone.
fn in_digits(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let (rest, (above_token, _, below)) = (digits, glued(slash), glued(digits)).parse(i)?;
    let number = |t: Token| i.text_of(t).parse::<u32>().ok().filter(|n| *n <= 100 && !i.text_of(t).starts_with('0'));
    let (Some(above), Some(below)) = (number(above_token), number(below)) else {
        return Err(nom::Err::Error(()));
    };
    if above >= below || (above, below) == (9, 11) || is_part_of_a_name(rest) {
        return Err(nom::Err::Error(()));
    }
    let opens = above_token.start < 8 && i.block()[..above_token.start as usize].trim().is_empty();
    let alone = opens && rest.is_empty();
    let usual = matches!(below, 2 | 3 | 4 | 5 | 8 | 16 | 32 | 64) && above % 2 + below % 2 > 0;
    if alone || usual && !opens || followed_by(shared).parse(rest).is_ok() {
        quotient(above, below).map_or(Err(nom::Err::Error(())), |value| Ok((rest, value)))
    } else {
        Err(nom::Err::Error(()))
    }
}

/// What is shared or measured behind a fraction: "of", a unit, a magnitude.
fn shared(i: Tokens<'_>) -> Grammar<'_, ()> {
    let unit = Class::UNIT | Class::TIME_UNIT | Class::PERCENT | Class::CURRENCY | Class::MAGNITUDE;
    let words = any_of(&["of", "point", "points", "pct", "cts", "full", "majority", "share", "stake"]);
    value((), preceded(opt(glued(punct('-'))), alt((words, class(unit))))).parse(i)
}

/// "½", "⅔": one character.
fn vulgar(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let token = i.first().ok_or(nom::Err::Error(()))?;
    let parts = token.word.as_punct().and_then(vulgar_parts);
    match parts.and_then(|(above, below)| quotient(above, below)) {
        Some(value) => Ok((i.skip(1), value)),
        None => Err(nom::Err::Error(())),
    }
}

/// Numerator and denominator of a vulgar fraction.
pub(super) fn vulgar_parts(mark: char) -> Option<(u32, u32)> {
    Some(match mark {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅐' => (1, 7),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        '⅑' => (1, 9),
        '⅒' => (1, 10),
        _ => return None,
    })
}

fn quotient(above: u32, below: u32) -> Option<Decimal> {
    Decimal::from(above).checked_div(Decimal::from(below))
}

/// "a third", "one-quarter", "two-thirds", "three quarters", "three halves", "one twenty-fifth", "five hundredths".
fn worded(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    alt((one_part, compound_parts, many_parts, improper)).parse(i)
}

/// "three twenty-fifths", "one hundred thirty-fifths": a denominator of two words. "Twenty-three fifths" has one.
fn compound_parts(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let hundreds = (any_of(&["a", "one"]), class(Class::HUNDRED)).map(|_| 100);
    let below_twenty = verify(small_word, |n| *n < 20);
    let fraction = verify(entry(Class::FRACTION), |e| e.class.contains(Class::PLURAL) && (3..10).contains(&e.number));
    let parts = (tens, opt(hyphen), fraction).map(|(tens, _, e)| tens + e.number);
    map_opt((alt((hundreds, below_twenty)), opt(hyphen), parts), |(part, _, whole)| quotient(part, whole)).parse(i)
}

/// "a third", "one-quarter", "one twenty-fifth". "A third man" is counted, not shared.
fn one_part(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let compound = (tens, hyphen, entry(Class::FRACTION)).map(|(tens, (), e)| tens + e.number);
    let simple = verify(entry(Class::FRACTION), |e| e.number > 2).map(|e| e.number);
    let half = (word("one"), opt(hyphen), word("half")).map(|_| 2);
    let parts = preceded((any_of(&["a", "one"]), opt(hyphen)), alt((compound, simple)));
    let (rest, below) = alt((half, parts)).parse(i)?;
    let last = i.list()[i.len() - rest.len() - 1];
    let ordinal = i.entry(last).class.contains(Class::ORDINAL);
    // "A fourth-grade class" neither.
    let hyphened = rest.first().is_some_and(|t| t.is_punct('-') && !t.spaced());
    if ordinal && (hyphened || followed_by(numbered_noun).parse(rest).is_ok()) {
        return Err(nom::Err::Error(()));
    }
    quotient(1, below).map_or(Err(nom::Err::Error(())), |value| Ok((rest, value)))
}

/// A word that an ordinal before it numbers: no word of the closed classes, which follow a share.
pub(super) fn numbered_noun(i: Tokens<'_>) -> Grammar<'_, Token> {
    let after_a_share = Class::CLOSED
        | Class::RELATIVE
        | Class::VERB
        | Class::ADDITION
        | Class::RISE
        | Class::FALL
        | Class::REPORTING
        | Class::MULTIPLE
        | Class::COLLECTIVE;
    match i.first().filter(|t| t.spaced() && !i.entry(*t).class.intersects(after_a_share)) {
        Some(token) if token.kind == crate::token::Kind::Word => Ok((i.skip(1), token)),
        _ => Err(nom::Err::Error(())),
    }
}

/// "two-thirds", "three quarters", "fifty-four hundredths": fewer parts than make a whole.
fn many_parts(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    // The lexicon knows "halves" as a verb.
    let parts = terminated(small_word, (opt(glued(punct('-'))), not_followed_by(word("halves"))));
    map_opt((parts, entry(Class::FRACTION)), |(part, e)| {
        (part > 1 && part < e.number).then(|| quotient(part, e.number))?
    })
    .parse(i)
}

/// "three halves", "twenty-three fifths"; "four quarters" are a year.
fn improper(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let halves = verify(terminated(small_word, word("halves")), |n| *n > 2).map(|n| (n, 2));
    let others = preceded(
        not_followed_by((small_word, opt(glued(punct('-'))), any_of(&["quarters", "halves"]))),
        (small_word, opt(glued(punct('-'))), entry(Class::FRACTION)),
    );
    let others = verify(others, |(part, _, e)| *part > e.number && e.class.contains(Class::PLURAL));
    map_opt(alt((halves, others.map(|(part, _, e)| (part, e.number)))), |(part, whole)| quotient(part, whole)).parse(i)
}

/// "half" (of, the, a ...), where what follows can be halved.
fn half_of_something(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let halved = any_of(&[
        "of", "the", "a", "an", "its", "their", "his", "her", "our", "all", "that", "this", "those", "these", "were",
        "are", "is", "was", "interest", "stake", "share", "or",
    ]);
    // "fell by half to 312 from 415"
    let level = (any_of(&["to", "from"]), opt(currency_prefix), digit_value);
    terminated(
        value(Decimal::new(5, 1), preceded(opt(any_of(&["a", "one"])), word("half"))),
        followed_by(alt((
            value((), halved),
            value((), level),
            value((), class(Class::PERSON)),
            value((), punct('.')),
            value((), punct(',')),
            end_of_input,
        ))),
    )
    .parse(i)
}

/// "one in ten", "1 in 5", "nine out of ten", "two of every five", "one-in-three" before a noun.
fn one_in_many(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let small = |i| alt((digit_value.map(|p| p.value), word_number.map(|p| p.value))).parse(i);
    let every = |i| any_of(&["every", "each"]).parse(i);
    let hyphened = |i| glued(punct('-')).parse(i);
    let of = alt((
        value(false, (word("in"), opt(every))),
        value(true, (word("out"), word("of"), opt(every))),
        value(true, (word("of"), every)),
        value(true, (hyphened, glued(word("in")), hyphened)),
    ));
    let (rest, (part, sure, whole)) = (small, of, small).parse(i)?;
    not_followed_by(alt((value((), class(Class::TIME_UNIT)), value((), punct('%'))))).parse(rest)?;
    let whole_number = part.is_integer() && whole.is_integer() && part < whole && part > Decimal::ZERO;
    // "five in 2023" is no share.
    let hundreds = whole.checked_rem(Decimal::ONE_HUNDRED).is_some_and(|rest| rest.is_zero());
    let small_enough = sure
        || whole <= Decimal::ONE_HUNDRED
        || part == Decimal::ONE && hundreds && whole != Decimal::from(2000)
        || (3..=6).filter_map(power_of_ten).any(|power| power == whole);
    match part.checked_div(whole) {
        Some(value) if whole_number && small_enough => Ok((rest, value)),
        _ => Err(nom::Err::Error(())),
    }
}

/// "3-to-1", "two-to-one" of "a two-to-one majority": how many times the other side.
fn many_to_one(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let hyphen = |i| glued(punct('-')).parse(i);
    let many = alt((digit_value.map(|p| p.value), small_word.map(Decimal::from)));
    let one = alt((word("one"), verify(digits, |t| i.text_of(*t) == "1")));
    let (rest, many) = terminated(many, (hyphen, glued(word("to")), hyphen, one)).parse(i)?;
    if many > Decimal::ONE { Ok((rest, many)) } else { Err(nom::Err::Error(())) }
}

/// "one over three", where nothing follows that three could count: read aloud from a formula.
fn one_over(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let one = alt((value((), word("one")), value((), verify(digits, |t| i.text_of(*t) == "1"))));
    let below = alt((digit_value, word_number));
    let ended = alt((end_of_input, value((), punct('.')), value((), punct(',')), value((), punct(')'))));
    let (rest, below) = terminated(preceded((one, word("over")), below), followed_by(ended)).parse(i)?;
    match Decimal::ONE.checked_div(below.value).filter(|_| below.form != Form::Decimals && below.value > Decimal::ONE) {
        Some(value) => Ok((rest, value)),
        None => Err(nom::Err::Error(())),
    }
}

fn end_of_input(i: Tokens<'_>) -> IResult<Tokens<'_>, (), ()> {
    if i.is_empty() { Ok((i, ())) } else { Err(nom::Err::Error(())) }
}
