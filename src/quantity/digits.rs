//! Numbers written in digits: their decimals, the magnitudes behind them, mixed digits and words.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{map_opt, opt, value, verify};
use nom::sequence::{preceded, terminated};
use rust_decimal::Decimal;

use super::Form;
use super::exponent::exponent_begins;
use super::fraction::vulgar_parts;
use super::groups::{grouped, size};
use super::metres::{is_length_by_context, metres};
use super::number::{Plain, and, begins_number, plural_magnitude};
use super::words::{small_word, word_group};
use crate::token::{
    Class, Grammar, Kind, Token, Tokens, any_of, class, digits, entry, followed_by, glued, not_followed_by, punct, word,
};

/// Most digits of a written number; more do not fit a decimal with room to calculate.
const MOST_DIGITS: usize = 24;

/// Digits with groups and decimals, and magnitudes behind them: "2,500", "3.25", "1.2 million", "7bn",
/// "4 thousand 3 hundred and 21", "6 crore and two hundred".
pub(super) fn digit_number(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let (mut rest, first) = digit_value(i)?;
    if is_length_by_context(i, rest) {
        return Ok((rest, first));
    }
    let Ok((after, mut last)) = magnitude_after_digits(rest) else {
        return Ok((rest, first));
    };
    let mut plain = first.scaled(last).ok_or(nom::Err::Error(()))?;
    rest = after;
    if let Ok((after, half)) = and_a_half(rest, last) {
        return plain.plus(half).map_or(Ok((rest, plain)), |sum| Ok((after, sum)));
    }
    while let Ok((after, (part, power))) = smaller_part(rest, last) {
        let Some(sum) = plain.plus(part) else { break };
        (plain, last, rest) = (sum, power, after);
    }
    Ok((rest, plain))
}

/// Digits or one number word behind which nothing goes on: no magnitude, fraction, "dozen", "in ten", "and a half",
/// "times". Most numbers are such, and a look at the next two tokens spares them all grammars that begin like them and
/// read more.
pub(super) fn bare_number(i: Tokens<'_>) -> Option<(Tokens<'_>, Plain)> {
    let first = i.first()?;
    let (rest, plain) = match first.kind {
        Kind::Digits => digit_value(i).ok()?,
        Kind::Word => {
            let cardinal = Some(i.entry(first)).filter(|e| e.class.contains(Class::CARDINAL))?;
            (i.skip(1), Plain::whole(Decimal::from(cardinal.number)))
        }
        Kind::Punct | Kind::Clitic => return None,
    };
    (!number_goes_on(rest)).then_some((rest, plain))
}

/// Words that make more of the number before them than it is by itself.
const FURTHER: Class = Class::MAGNITUDE
    .union(Class::SHORT_MAGNITUDE)
    .union(Class::HUNDRED)
    .union(Class::DOZEN)
    .union(Class::VAGUE_PLURAL)
    .union(Class::FRACTION)
    .union(Class::CARDINAL)
    .union(Class::MULTIPLE);

/// "every", "each".
fn each(i: Tokens<'_>) -> bool {
    any_of(&["every", "each"]).parse(i).is_ok()
}

/// Whether what stands behind digits or a number word can belong to the number.
fn number_goes_on(i: Tokens<'_>) -> bool {
    let Some(next) = i.first() else {
        return false;
    };
    if exponent_begins(i) {
        return true;
    }
    match next.kind {
        Kind::Word if i.entry(next).class.intersects(FURTHER) => true,
        Kind::Word => {
            let behind = i.skip(1);
            let is = |word: &str| i.text_of(next).eq_ignore_ascii_case(word);
            match next.end - next.start {
                // "one in ten", "two of every five"
                2 if is("in") => begins_number(behind) || each(behind),
                2 if is("of") => each(behind),
                // "two and a half", "two-and-a-half"
                3 if is("and") => {
                    begins_number(behind)
                        || behind
                            .first()
                            .is_some_and(|t| t.kind == Kind::Punct || behind.text_of(t).eq_ignore_ascii_case("an"))
                }
                4 if is("over") => begins_number(behind),
                1 | 3..=5 => ["x", "out", "times", "fold", "point", "dozs", "grand"].iter().any(|word| is(word)),
                _ => false,
            }
        }
        Kind::Digits => i.get(1).is_some_and(|t| t.is_punct('/') || t.is_punct('\u{2044}')),
        Kind::Punct => next.word.as_punct().is_none_or(|mark| match mark {
            '-' | '/' | '&' | '\u{2044}' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2014}' | '×' => true,
            mark => !mark.is_ascii() && vulgar_parts(mark).is_some(),
        }),
        Kind::Clitic => false,
    }
}

/// What may follow a magnitude behind digits: "3 hundred" or "40 thousand" behind "2 million", "and 21" behind
/// "hundred", "and two hundred" in words. "5 million and 20 dogs" are two figures.
fn smaller_part(i: Tokens<'_>, last: u32) -> Grammar<'_, (Plain, u32)> {
    let whole = |i| verify(digit_value, |p: &Plain| p.form == Form::Whole).parse(i);
    let next = map_opt((whole, magnitude_after_digits), |(p, power)| {
        (power < last).then(|| p.scaled(power)).flatten().map(|p| (p, power))
    });
    let below_hundred = alt((whole, small_word.map(|n| Plain::whole(Decimal::from(n)))));
    let below_hundred = verify(preceded(and, below_hundred), move |p| {
        last == 2 && p.value < Decimal::ONE_HUNDRED && p.value > Decimal::ZERO
    });
    let scaled_further =
        alt((value((), class(Class::HUNDRED | Class::MAGNITUDE)), value((), punct('%')), value((), glued(digits))));
    let units = terminated(below_hundred, not_followed_by(scaled_further)).map(|p| (p, 0));
    let hundreds = verify(preceded(and, word_group), |n| *n >= 100).map(|n| (Plain::whole(Decimal::from(n)), 0));
    alt((next, units, hundreds)).parse(i)
}

/// "2,500,000.75", "12,34,567", "1 234 567", "1.234.567", "1.234,5": groups by what their separators leave no doubt
/// of, decimals behind a full stop; or ".75".
pub(super) fn digit_value(i: Tokens<'_>) -> Grammar<'_, Plain> {
    if let Ok(read) = lone_decimals(i) {
        return Ok(read);
    }
    let (rest, lead) = digits(i)?;
    let (rest, continental) = grouped(i, rest, lead);
    let comma_decimals = |i| preceded(glued(punct(',')), glued(verify(digits, |t: &Token| size(*t) < 3))).parse(i);
    let measured = Class::MAGNITUDE | Class::PERCENT | Class::UNIT | Class::CURRENCY | Class::CURRENCY_CODE;
    let sign = alt((punct('%'), punct('€'), punct('°')));
    let scaled = alt((value((), class(measured)), value((), sign)));
    let (rest, decimals) = if continental {
        opt(comma_decimals).parse(rest)?
    } else if rest.first().is_some_and(|t| t.is_punct(',')) && size(lead) < 4 {
        // "3,4 million", "2,5 %" and "19,50 €" leave no doubt either.
        opt(terminated(comma_decimals, followed_by(scaled))).parse(rest)?
    } else {
        opt(preceded(glued(punct('.')), glued(digits))).parse(rest)?
    };
    exact(i, rest, decimals.map_or(0, |t| size(t) as u32))
}

/// ".75", where nothing stands before the stop.
fn lone_decimals(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let (rest, (stop, decimals)) = (punct('.'), glued(digits)).parse(i)?;
    let before = (stop.start as usize).checked_sub(1).and_then(|at| i.block().as_bytes().get(at));
    if before.is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'.' || *b == b',') {
        return Err(nom::Err::Error(()));
    }
    exact(i, rest, size(decimals) as u32)
}

/// What was read between `i` and `rest` as an exact decimal.
fn exact<'a>(i: Tokens<'a>, rest: Tokens<'a>, scale: u32) -> Grammar<'a, Plain> {
    decimal(i.read_until(&rest).slice(i.block()), scale).map_or(Err(nom::Err::Error(())), |value| {
        let form = if scale > 0 { Form::Decimals } else { Form::Whole };
        Ok((rest, Plain { value, place: Decimal::new(1, scale), form }))
    })
}

/// Digits without their separators as an exact decimal.
fn decimal(written: &str, scale: u32) -> Option<Decimal> {
    let mut mantissa: i128 = 0;
    let mut count = 0;
    for digit in written.bytes().filter(u8::is_ascii_digit) {
        count += 1;
        if count > MOST_DIGITS {
            return None;
        }
        mantissa = mantissa * 10 + i128::from(digit - b'0');
    }
    Some(Decimal::from_i128_with_scale(mantissa, scale))
}

/// million, "-million", "bn", glued "m" or "k", "lakhs", "hundred", and of two that follow each other ("lakh crore",
/// "thousand million") both: the power of ten.
fn magnitude_after_digits(i: Tokens<'_>) -> Grammar<'_, u32> {
    let (rest, power) = one_magnitude(i)?;
    Ok(greater_magnitude(rest, power).unwrap_or((rest, power)))
}

/// A magnitude of the same size or a greater one behind another: "crore" behind "lakh".
pub(super) fn greater_magnitude(i: Tokens<'_>, power: u32) -> Grammar<'_, u32> {
    verify(entry(Class::MAGNITUDE), |e| e.number >= power).map(|e| e.number + power).parse(i)
}

/// "and a half" behind "two million": half of the magnitude. "Two million and a half dozen" is something else.
pub(super) fn and_a_half(i: Tokens<'_>, power: u32) -> Grammar<'_, Plain> {
    let goes_on = alt((
        value((), class(Class::MAGNITUDE | Class::DOZEN | Class::HUNDRED)),
        value((), any_of(&["of", "a"])),
        value((), glued(punct('-'))),
    ));
    let half = terminated((and, any_of(&["a", "one"]), word("half")), not_followed_by(goes_on));
    let part = |()| Plain::decimals(5, 1).scaled(power);
    map_opt(half.map(|_| ()), part).parse(i)
}

fn one_magnitude(i: Tokens<'_>) -> Grammar<'_, u32> {
    let long = entry(Class::MAGNITUDE).map(|e| e.number);
    let hyphened = preceded(glued(punct('-')), glued(entry(Class::MAGNITUDE))).map(|e| e.number);
    let short = preceded(not_followed_by(metres), glued(entry(Class::SHORT_MAGNITUDE))).map(|e| e.number);
    let hundred = value(2, class(Class::HUNDRED));
    alt((long, hyphened, short, abbreviated, thousands_apart, hundred, plural_magnitude)).parse(i)
}

/// "mln", "bn" behind a space, as wires write them: "28 mln", "seven mln"; and "grand".
pub(super) fn abbreviated(i: Tokens<'_>) -> Grammar<'_, u32> {
    let of_wires =
        terminated(followed_by(any_of(&["bn", "mn", "mln", "bln", "tn", "trn"])), not_followed_by(glued(punct('.'))))
            .and(entry(Class::SHORT_MAGNITUDE))
            .map(|((), e)| e.number);
    alt((of_wires, grand)).parse(i)
}

/// "grand" that ends its phrase: "ten grand a month". Before a noun it says how large that is.
fn grand(i: Tokens<'_>) -> Grammar<'_, u32> {
    const NEXT: Class =
        Class::PREPOSITION.union(Class::CONJUNCTION).union(Class::DETERMINER).union(Class::SUBORDINATOR);
    let (rest, _) = word("grand")(i)?;
    let ends = rest.first().is_none_or(|t| match t.kind {
        Kind::Word => rest.entry(t).class.intersects(NEXT),
        kind => kind == Kind::Punct && !matches!(t.word.as_punct(), Some(',' | '-')),
    });
    if ends { Ok((rest, 3)) } else { Err(nom::Err::Error(())) }
}

/// "k" behind a space: "40 k a year". Not a capital, which is an initial or kelvin, nor the length of a race.
fn thousands_apart(i: Tokens<'_>) -> Grammar<'_, u32> {
    let small = verify(word("k"), |t| i.text_of(*t) == "k");
    let race = any_of(&["run", "runs", "race", "races", "walk", "ride", "swim", "course"]);
    let goes_on = alt((value((), race), value((), glued(punct('-'))), value((), glued(punct('.')))));
    value(3, terminated(small, not_followed_by(goes_on))).parse(i)
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn separators_and_magnitudes() {
        let cases = [
            ("3'400'500 goats", "3'400'500 goats = 3400500 none Thing goats"),
            ("3,4 million goats", "3,4 million goats = 3400000 none Thing goats"),
            ("on 3, 4 million goats", "3 = 3 none None ; 4 million goats = 4000000 none Thing goats"),
            ("2 lakh crore rupees", "2 lakh crore rupees = 2000000000000 none Money"),
            ("5 thousand crore goats", "5 thousand crore goats = 50000000000 none Thing goats"),
            ("2 million and a half goats", "2 million and a half goats = 2500000 none Thing goats"),
            ("40 k goats", "40 k goats = 40000 none Thing goats"),
            ("a 40 k run", "40 = 40 none None"),
            ("paid 40 grand for goats", "40 grand = 40000 none None"),
            ("six grand a goat", "six grand = 6000 none None"),
            ("six grand goats", "six grand goats = 6 none Thing goats"),
            ("9 quadrillion goats", "9 quadrillion goats = 9000000000000000 none Thing goats"),
            ("two and a half dozen goats", "two and a half dozen goats = 30 none Thing goats"),
            ("a fifty-fifty chance of goats", ""),
            ("one sixteenth of the goats", "one sixteenth of the goats = 0.0625 none Ratio goats"),
            ("rose by point 4 percent", "point 4 percent = 0.4 none Percent  increase"),
            ("at that point 40 goats left", "40 goats = 40 none Thing goats"),
        ];
        for (text, expected) in cases {
            let read = rows(text).replace('\n', " ; ");
            assert!(read.starts_with(expected), "{text}: {read}");
        }
    }
}
