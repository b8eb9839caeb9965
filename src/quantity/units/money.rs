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
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn before_the_number() {
        insta::assert_snapshot!(rows("US$3.4m, C$20, HK$7bn and R$ 90"), @"
        US$3.4m = 3400000 none Money(Currency(0))
        C$20 = 20 none Money(Currency(5))
        HK$7bn = 7000000000 none Money(Currency(8))
        R$ 90 = 90 none Money(Currency(18))
        ");
        insta::assert_snapshot!(rows("Rs 500, RM25, CHF 12 and NOK 4 million"), @"
        Rs 500 = 500 none Money(Currency(11))
        RM25 = 25 none Money(Currency(119))
        CHF 12 = 12 none Money(Currency(4))
        NOK 4 million = 4000000 none Money(Currency(23))
        ");
        insta::assert_snapshot!(rows("rupees 300 but Euro 2024, TOP 10 and COP 28"), @"
        rupees 300 = 300 none Money(Currency(11))
        2024 = 2024 none None
        28 = 28 none None
        ");
        insta::assert_snapshot!(rows("A $300 fine"), @"$300 = 300 none Money(Currency(0))");
    }

    #[test]
    fn of_ranges_and_vague_amounts() {
        insta::assert_snapshot!(rows("cuts of between $3 and $4 million, or more than £20m but less than £25m"), @"
        between $3 and $4 million = [3000000, 4000000] between Money(Currency(0))  decrease
        more than £20m but less than £25m = [20000000, 25000000] between Money(Currency(2))
        ");
        insta::assert_snapshot!(rows("tens of millions of dollars and hundreds of thousands of euros"), @"
        tens of millions of dollars = [20000000, 99999000] vague Money(Currency(0))
        hundreds of thousands of euros = [200000, 999999] vague Money(Currency(1))
        ");
        insta::assert_snapshot!(rows("the 200- and 500-rupee notes"), @"
        200 = 200 none Money(Currency(11))
        500-rupee = 500 none Money(Currency(11))
        ");
    }

    #[test]
    fn letters_and_older_ways() {
        insta::assert_snapshot!(rows("spent R2.6 billion, N750 million and P9 million, R3,400 each"), @"
        R2.6 billion = 2600000000 none Money(Currency(20))
        N750 million = 750000000 none Money(Currency(16))
        P9 million = 9000000 none Money(Currency(128))
        R3,400 = 3400 none Money(Currency(20))
        ");
        insta::assert_snapshot!(rows("the R700 is a car, and N95 a mask"), @"");
        insta::assert_snapshot!(rows("$US40 million, $A35, CA$70, Bds$15 and DKr 60m"), @"
        $US40 million = 40000000 none Money(Currency(0))
        $A35 = 35 none Money(Currency(6))
        CA$70 = 70 none Money(Currency(5))
        Bds$15 = 15 none Money(Currency(52))
        DKr 60m = 60000000 none Money(Currency(24))
        ");
        insta::assert_snapshot!(rows("PHP 350,000 but PHP 7, TOP 1,000 and ALL 4,000"), @"
        PHP 350,000 = 350000 none Money(Currency(128))
        4,000 = 4000 none None
        ");
        insta::assert_snapshot!(rows("Rs. 8,500 crore, 2 lakh crore rupees and Rs1,750"), @"
        Rs. 8,500 crore = 85000000000 none Money(Currency(11))
        2 lakh crore rupees = 2000000000000 none Money(Currency(11))
        Rs1,750 = 1750 none Money(Currency(11))
        ");
    }

    #[test]
    fn small_change_behind() {
        insta::assert_snapshot!(rows("nine dollars, forty cents and 14 pounds 20 pence"), @"
        nine dollars, forty cents = 9.4 none Money(Currency(0))
        14 pounds 20 pence = 14.2 none Money(Currency(2))
        ");
        insta::assert_snapshot!(rows("it sold for $1.75 mil, a $2-a-day wage and $60-a-barrel oil"), @"
        $1.75 mil = 1750000 none Money(Currency(0))
        $2 = 2 none Money(Currency(0))
        $60 = 60 none Money(Currency(0))
        ");
    }

    #[test]
    fn behind_the_number() {
        insta::assert_snapshot!(rows("30€, 15 $ and 80MYR"), @"
        30€ = 30 none Money(Currency(1))
        15 $ = 15 none Money(Currency(0))
        80MYR = 80 none Money(Currency(119))
        ");
        insta::assert_snapshot!(rows("6 million Canadian dollars, 40 Hong Kong dollars, 9 Swiss francs"), @"
        6 million Canadian dollars = 6000000 none Money(Currency(5))
        40 Hong Kong dollars = 40 none Money(Currency(8))
        9 Swiss francs = 9 none Money(Currency(4))
        ");
        insta::assert_snapshot!(rows("a 500-euro fine and a two-million-dollar prize"), @"
        500-euro = 500 none Money(Currency(1))
        two-million-dollar = 2000000 none Money(Currency(0))
        ");
        insta::assert_snapshot!(rows("60 USD million or 12 MEUR"), @"
        60 USD million = 60000000 none Money(Currency(0))
        12 MEUR = 12000000 none Money(Currency(1))
        ");
        insta::assert_snapshot!(rows("3 mln dlrs, 400 mln stg, 2.5 billion francs"), @"
        3 mln dlrs = 3000000 none Money(Currency(0))
        400 mln stg = 400000000 none Money(Currency(2))
        2.5 billion francs = 2500000000 none Money(Currency(4))
        ");
        insta::assert_snapshot!(rows("of the 200, 50 won in court and 7 real reasons"), @"
        200 = 200 none None
        50 = 50 none None
        7 real reasons = 7 none Thing reasons
        ");
        insta::assert_snapshot!(rows("900 billion won for 3 billion reais"), @"
        900 billion won = 900000000000 none Money(Currency(13))
        3 billion reais = 3000000000 none Money(Currency(18))
        ");
        insta::assert_snapshot!(rows("70 ALL STARS"), @"70 = 70 none None");
    }

    #[test]
    fn small_change() {
        insta::assert_snapshot!(rows("45 cents, a 12-cent dividend and 34 cts"), @"
        45 cents = 0.45 none Money(Currency(0))
        12-cent = 0.12 none Money(Currency(0))
        34 cts = 0.34 none Money(Currency(0))
        ");
        insta::assert_snapshot!(rows("99p, 210 pence and 1080p"), @"
        99p = 0.99 none Money(Currency(2))
        210 pence = 2.1 none Money(Currency(2))
        ");
        insta::assert_snapshot!(rows("three dollars and 20 cents"), @"three dollars and 20 cents = 3.2 none Money(Currency(0))");
        insta::assert_snapshot!(rows("seven dollars twenty five."), @"seven dollars twenty five = 7.25 none Money(Currency(0))");
        insta::assert_snapshot!(rows("seven dollars twenty times"), @"
        seven dollars = 7 none Money(Currency(0))
        twenty times = 20 none Thing times
        ");
        insta::assert_snapshot!(rows("$4 a gallon"), @"$4 = 4 none Money(Currency(0))");
    }
}
