//! The names of currencies: signs, codes and words, and where they stand before a number.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use rust_decimal::Decimal;

use crate::quantity::Form;
use crate::quantity::number::plain;
use crate::quantity::unit::Currency;
use crate::token::{Class, Grammar, Kind, Token, Tokens, class, glued, punct};

/// "$", "US$", "€", "Rs", "USD", "rupees" straight before the number; of two that fit, the longer one.
pub(in crate::quantity) fn currency_prefix(i: Tokens<'_>) -> Grammar<'_, Currency> {
    alt((letters_and_sign, sign_and_letters, sign, code_before, word_before, letter_before)).parse(i)
}

/// "R" of "R1.2 billion", "N" of "N500 million", "P" of "P3 million": letters that are money only before a magnitude
/// or grouped digits ("R4,500"). "R500" and "N95" are names.
pub(in crate::quantity) fn letter_before(i: Tokens<'_>) -> Grammar<'_, Currency> {
    let letter = i.first().filter(|t| t.kind == Kind::Word && t.spaced() && t.end - t.start == 1);
    let code = match letter.map(|t| i.text_of(t)) {
        Some("R") => "ZAR",
        Some("N") => "NGN",
        Some("P") => "PHP",
        _ => return Err(nom::Err::Error(())),
    };
    let start = i.skip(1);
    let glued_on = start.first().is_some_and(|t| !t.spaced());
    match Currency::from_code(code).filter(|_| glued_on && is_a_sum(start)) {
        Some(currency) => Ok((start, currency)),
        None => Err(nom::Err::Error(())),
    }
}

/// Whether a number is one that names and years are not written like: with a magnitude or with grouped digits.
fn is_a_sum(i: Tokens<'_>) -> bool {
    plain(i).is_ok_and(|(rest, number)| {
        let grouped = || i.list()[..i.len() - rest.len()].iter().any(|t| t.is_punct(','));
        number.form == Form::Magnitude || number.value >= Decimal::from(1000) && grouped()
    })
}

/// "$", "€", "£".
pub(super) fn sign(i: Tokens<'_>) -> Grammar<'_, Currency> {
    let currency = i.first().filter(|t| t.kind == Kind::Punct).and_then(|t| t.word.as_punct());
    match currency.and_then(Currency::of_sign) {
        Some(currency) => Ok((i.skip(1), currency)),
        None => Err(nom::Err::Error(())),
    }
}

/// "US$", "HK$", "R$", "mxn$", "E£". Tokenised newswire writes "C $"; "A $" is an article.
fn letters_and_sign(i: Tokens<'_>) -> Grammar<'_, Currency> {
    let (Some(letters), Some(mark)) = (i.first(), i.get(1)) else {
        return Err(nom::Err::Error(()));
    };
    let text = i.text_of(letters);
    let joined = !mark.spaced() || matches!(text, "C" | "c" | "HK" | "NZ");
    if letters.kind != Kind::Word || mark.kind != Kind::Punct || !joined {
        return Err(nom::Err::Error(()));
    }
    let entry = i.entry(letters);
    let by_code = || Currency::of_entry(entry).filter(|_| entry.class.contains(Class::CURRENCY_CODE));
    let currency = match mark.word.as_punct() {
        Some('$') => Currency::of_letters(text).or_else(by_code),
        Some('£') => Some("EGP").filter(|_| matches!(text, "E" | "LE")).and_then(Currency::from_code),
        Some('¢') => Some("GHS").filter(|_| text == "GH").and_then(Currency::from_code),
        Some('¥') => Some("CNY").filter(|_| matches!(text, "CN" | "RMB")).and_then(Currency::from_code),
        _ => None,
    };
    currency.map_or(Err(nom::Err::Error(())), |currency| Ok((i.skip(2), currency)))
}

/// "$US", "$A", "$NZ": the older way of the southern papers.
pub(in crate::quantity) fn sign_and_letters(i: Tokens<'_>) -> Grammar<'_, Currency> {
    let (rest, (_, letters)) = (punct('$'), glued(any_word)).parse(i)?;
    let number = rest.first().is_some_and(|t| t.kind == Kind::Digits && !t.spaced());
    match Currency::of_letters(i.text_of(letters)).filter(|_| number) {
        Some(currency) => Ok((rest, currency)),
        None => Err(nom::Err::Error(())),
    }
}

/// Any word.
fn any_word(i: Tokens<'_>) -> Grammar<'_, Token> {
    match i.first().filter(|t| t.kind == Kind::Word) {
        Some(token) => Ok((i.skip(1), token)),
        None => Err(nom::Err::Error(())),
    }
}

/// "USD 5", "Rs500", "RM 42", before digits.
fn code_before(i: Tokens<'_>) -> Grammar<'_, Currency> {
    let (rest, currency) = code(i)?;
    let (rest, _) = opt(glued(punct('.'))).parse(rest)?;
    let digits = rest.first().is_some_and(|t| t.kind == Kind::Digits);
    let large = || plain(rest).is_ok_and(|(_, number)| number.value >= Decimal::from(1000));
    if digits && (currency.code_leads() || !currency.is_english_word() && large()) {
        Ok((rest, currency))
    } else {
        Err(nom::Err::Error(()))
    }
}

/// A code or abbreviation in its own case.
pub(super) fn code(i: Tokens<'_>) -> Grammar<'_, Currency> {
    let (rest, token) = class(Class::CURRENCY_CODE).parse(i)?;
    match Currency::of_entry(i.entry(token)).filter(|currency| currency.is_code(i.text_of(token))) {
        Some(currency) => Ok((rest, currency)),
        None => Err(nom::Err::Error(())),
    }
}

/// "rupees 500", "Malaysian ringgit 20", before digits. Words that mean something else too do not lead, and the euro,
/// which is a championship as well, only where a sum follows.
fn word_before(i: Tokens<'_>) -> Grammar<'_, Currency> {
    let (rest, currency) = word(i)?;
    let last = i.list()[..i.len() - rest.len()].last().map_or("", |t| i.text_of(*t));
    let digits = rest.first().is_some_and(|t| t.kind == Kind::Digits);
    let euro = last.eq_ignore_ascii_case("euro");
    if digits && (!euro || is_a_sum(rest)) && !is_ambiguous(last) {
        Ok((rest, currency))
    } else {
        Err(nom::Err::Error(()))
    }
}

/// Most words that say whose money it is: "Papua New Guinean".
const LONGEST_NATION: usize = 3;

/// "dollars", "US dollars", "Hong Kong dollars", "Swiss francs".
pub(super) fn word(i: Tokens<'_>) -> Grammar<'_, Currency> {
    let mut between = 0;
    while between <= LONGEST_NATION {
        let Some(token) = i.get(between).filter(|t| t.kind == Kind::Word) else {
            break;
        };
        let entry = i.entry(token);
        if entry.class.contains(Class::CURRENCY) {
            let currency = match (i.first(), between.checked_sub(1).and_then(|last| i.get(last))) {
                (Some(first), Some(last)) => {
                    let nation = &i.block()[first.start as usize..last.end as usize];
                    Currency::of_nation(nation, i.text_of(token))
                }
                _ => Currency::of_entry(entry),
            };
            if let Some(currency) = currency {
                return Ok((i.skip(between + 1), currency));
            }
        }
        if !entry.class.contains(Class::UNIT_START) {
            break;
        }
        between += 1;
    }
    Err(nom::Err::Error(()))
}

/// Words for money that are other words as well.
pub(super) fn is_ambiguous(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "real", "reals", "won", "mark", "marks", "rand", "som", "sums", "sum", "sol", "colon", "colons", "crown",
        "crowns", "pound", "pounds", "buck", "bucks", "sterling", "lats", "kip", "kips", "punt", "punts", "dong",
        "tala", "leone", "guinea", "austral", "kina", "dram", "drams", "lei", "lev", "leu", "toman", "quid", "ether",
    ];
    WORDS.iter().any(|other| other.eq_ignore_ascii_case(word))
}

/// The word of a currency that its sign has said already: "$5 million dollars" and "US$ 5 dollars".
pub(in crate::quantity) fn word_of_currency(currency: Currency) -> impl Fn(Tokens<'_>) -> Grammar<'_, ()> {
    move |i| match alt((word, code)).parse(i) {
        Ok((rest, named)) if named == currency => Ok((rest, ())),
        _ => Err(nom::Err::Error(())),
    }
}
