//! Numbers with an exponent: "5 × 10^6", "2.5×10⁻³", "1e-9", "10⁶", "2^10". Technical and clinical texts write very
//! large and very small figures so.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value, verify};
use rust_decimal::Decimal;

use super::Form;
use super::digits::digit_value;
use super::number::Plain;
use crate::token::{Grammar, Kind, Token, Tokens, any_of, digits, glued, not_followed_by, punct};

/// Greatest exponent that is read; what it makes of its base must fit a decimal as well.
const GREATEST: i32 = 96;

/// "5 × 10^6", "2.5x10-3", "1e-9", "10⁶", "2^10": digits and a power of them. Nothing that goes on behind.
pub(super) fn with_exponent(i: Tokens<'_>) -> Grammar<'_, Plain> {
    let (rest, base) = digit_value(i)?;
    let (rest, plain) = alt((|i| times_ten(i, base), |i| letter_e(i, base), |i| to_the_power(i, base))).parse(rest)?;
    // "1e4f2b" is the name of something.
    let goes_on = rest.first().is_some_and(|t| !t.spaced() && matches!(t.kind, Kind::Word | Kind::Digits));
    if goes_on && !is_glued_unit(rest) { Err(nom::Err::Error(())) } else { Ok((rest, plain)) }
}

/// Whether an exponent can begin here. Behind most digits none does, and one look says so.
pub(super) fn exponent_begins(i: Tokens<'_>) -> bool {
    let ten = |at: usize| i.get(at).is_some_and(|t| t.kind == Kind::Digits && i.text_of(t) == "10");
    i.first().is_some_and(|t| match t.kind {
        Kind::Word => {
            matches!(i.text_of(t), "x" | "X") && ten(1)
                || !t.spaced() && matches!(i.text_of(t), "e" | "E") && i.get(1).is_some_and(|t| !t.spaced())
        }
        Kind::Punct => {
            matches!(t.word.as_punct(), Some('×' | '·' | '⋅' | '*')) && ten(1)
                || !t.spaced() && (t.is_punct('^') || superscript(t).is_some())
        }
        Kind::Digits | Kind::Clitic => false,
    })
}

/// "× 10^6", "x10⁻³", "· 10-3" behind the digits.
fn times_ten(i: Tokens<'_>, base: Plain) -> Grammar<'_, Plain> {
    let times = alt((punct('×'), punct('·'), punct('⋅'), punct('*'), any_of(&["x"])));
    let ten = verify(digits, |t: &Token| i.text_of(*t) == "10");
    let mut below = (glued(minus), glued(digits)).map(|(_, token)| token);
    let (start, _) = (times, ten).parse(i)?;
    let (rest, exponent) = if let Ok(read) = raised(start) {
        read
    } else {
        let (rest, token) = below.parse(start)?;
        (rest, -small(i.text_of(token))?)
    };
    scaled(base, exponent).map(|plain| (rest, plain))
}

/// "e-9", "E6", "e+03" behind the digits, all glued.
fn letter_e(i: Tokens<'_>, base: Plain) -> Grammar<'_, Plain> {
    let sign = alt((value(-1, glued(minus)), value(1, glued(punct('+')))));
    let (rest, (_, sign, token)) = (glued(any_of(&["e"])), opt(sign), glued(digits)).parse(i)?;
    not_followed_by(glued(punct('-'))).parse(rest)?;
    scaled(base, sign.unwrap_or(1) * small(i.text_of(token))?).map(|plain| (rest, plain))
}

/// "^8" behind any base, "⁶" behind ten: raised digits behind others are marks of footnotes.
fn to_the_power(i: Tokens<'_>, base: Plain) -> Grammar<'_, Plain> {
    let (rest, exponent) = raised(i)?;
    let caret = i.first().is_some_and(|t| t.is_punct('^'));
    if !caret && base.value != Decimal::TEN {
        return Err(nom::Err::Error(()));
    }
    power(base.value, exponent).map(|value| (rest, of_magnitude(value)))
}

/// "^6", "^-3", "⁶", "⁻³" glued behind a base.
fn raised(i: Tokens<'_>) -> Grammar<'_, i32> {
    let caret = (glued(punct('^')), opt(glued(minus)), glued(digits));
    if let Ok((rest, (_, sign, token))) = { caret }.parse(i) {
        let exponent = small(i.text_of(token))?;
        return Ok((rest, if sign.is_some() { -exponent } else { exponent }));
    }
    let (mut rest, mut exponent, mut count) = (i, 0i32, 0);
    let negative = rest.first().is_some_and(|t| t.is_punct('\u{207b}') && !t.spaced());
    rest = rest.skip(usize::from(negative));
    while let Some(digit) = rest.first().filter(|t| !t.spaced()).and_then(superscript).filter(|d| *d < 10) {
        (rest, exponent, count) = (rest.skip(1), exponent * 10 + digit, count + 1);
        if count > 2 {
            return Err(nom::Err::Error(()));
        }
    }
    if count == 0 { Err(nom::Err::Error(())) } else { Ok((rest, if negative { -exponent } else { exponent })) }
}

fn minus(i: Tokens<'_>) -> Grammar<'_, Token> {
    alt((punct('-'), punct('\u{2212}'), punct('\u{2013}'))).parse(i)
}

/// A raised digit, or 10 for a raised minus.
fn superscript(token: Token) -> Option<i32> {
    Some(match token.word.as_punct()? {
        '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁴' => 4,
        '⁵' => 5,
        '⁶' => 6,
        '⁷' => 7,
        '⁸' => 8,
        '⁹' => 9,
        '\u{207b}' => 10,
        _ => return None,
    })
}

fn small(written: &str) -> Result<i32, nom::Err<()>> {
    written.parse().ok().filter(|n| *n <= GREATEST).ok_or(nom::Err::Error(()))
}

/// The base times this power of ten, to the last digit that was written.
fn scaled(base: Plain, exponent: i32) -> Result<Plain, nom::Err<()>> {
    let factor = power(Decimal::TEN, exponent)?;
    let (value, place) = (base.value.checked_mul(factor), base.place.checked_mul(factor));
    match (value, place) {
        (Some(value), Some(place)) if !value.is_zero() || base.value.is_zero() => {
            Ok(Plain { value: value.normalize(), place: place.normalize(), form: form(value) })
        }
        _ => Err(nom::Err::Error(())),
    }
}

/// A power that stands by itself; it is exact to its own size.
fn of_magnitude(value: Decimal) -> Plain {
    Plain { value, place: if value.is_integer() { Decimal::ONE } else { value }, form: form(value) }
}

fn form(value: Decimal) -> Form {
    if value.is_integer() { Form::Magnitude } else { Form::Decimals }
}

/// The base to this power, where 28 digits hold it.
fn power(base: Decimal, exponent: i32) -> Result<Decimal, nom::Err<()>> {
    let mut product = Decimal::ONE;
    for _ in 0..exponent.abs().min(GREATEST) {
        let next = if exponent < 0 { product.checked_div(base) } else { product.checked_mul(base) };
        product = next.filter(|p| !p.is_zero() || base.is_zero()).ok_or(nom::Err::Error(()))?;
    }
    Ok(product)
}

/// A unit glued behind the exponent: "5e3mg".
fn is_glued_unit(i: Tokens<'_>) -> bool {
    super::tail::unit_is_glued(i)
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn powers_of_ten_and_others() {
        let cases = [
            ("some 4 × 10^5 spores", "some 4 × 10^5 spores = 400000 about Thing spores"),
            ("3.5×10⁻² mol", "3.5×10⁻² mol = 0.035 none Measure"),
            ("7 x 10⁸ grains", "7 x 10⁸ grains = 700000000 none Thing grains"),
            ("6.2 · 10-4 of it", "6.2 · 10-4 = 0.00062 none None"),
            ("at 2.5e-6 m", "2.5e-6 m = 0.0000025 none Measure"),
            ("read 3E4 rows", "3E4 rows = 30000 none Thing rows"),
            ("about 10⁹ stars", "about 10⁹ stars = 1000000000 about Thing stars"),
            ("2^8 tiles", "2^8 tiles = 256 none Thing tiles"),
            ("-1.5e3 volts", "-1.5e3 volts = -1500 none Measure"),
            ("between 10^3 and 10^4 cells", "between 10^3 and 10^4 cells = [1000, 10000] between Thing cells"),
            ("a 4 x 10 metre shed", "4"),
            ("1,200² tiles", "1,200"),
            ("12 m² of tiles", "12 m² = 12 none Measure"),
        ];
        for (text, expected) in cases {
            let read = rows(text).replace('\n', " ; ");
            assert!(read.starts_with(expected), "{text}: {read}");
        }
    }

    #[test]
    fn names_with_an_e() {
        for text in ["the commit 3e7f0a9", "in ward 4E", "built as 12e34-b", "tower 5e6a fell"] {
            assert_eq!(rows(text), "", "{text}");
        }
    }
}
