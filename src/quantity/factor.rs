//! Factors: "doubled", "twice the", "three times as many", "fivefold", "20-fold".

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, value};
use nom::sequence::{preceded, terminated};
use rust_decimal::Decimal;

use super::Number;
use super::digits::digit_value;
use super::words::word_number;
use crate::token::{Class, Grammar, Tokens, any_of, digits, entry, followed_by, glued, not_followed_by, punct, word};

/// Adverbs and adjectives that need what they multiply behind them: "twice the rate", but not "let's think twice".
const BEFORE_NOUNS: &[&str] = &["double", "twice", "triple", "treble", "thrice", "quadruple"];

/// "doubled", "doubling", "twice the", "double its", "three times as many", "fivefold", "a 20-fold rise".
pub(super) fn factor(i: Tokens<'_>) -> Grammar<'_, Number> {
    let multiplied = any_of(&["the", "its", "their", "his", "her", "that", "what", "as", "those", "this"]);
    let noun_like =
        terminated(preceded(followed_by(any_of(BEFORE_NOUNS)), entry(Class::MULTIPLE)), followed_by(multiplied));
    let verb = preceded(not_followed_by(alt((any_of(BEFORE_NOUNS), any_of(&["halves"])))), entry(Class::MULTIPLE));
    let one_word = alt((noun_like, verb)).map(|e| Decimal::new(i64::from(e.number), 1));
    alt((one_word, times)).map(|factor| Number::Multiple { factor }).parse(i)
}

/// "three times the", "2.5 times higher", "20-fold", "10x".
fn times(i: Tokens<'_>) -> Grammar<'_, Decimal> {
    let count = alt((digit_value.map(|p| p.value), word_number.map(|p| p.value)));
    let compared = any_of(&[
        "the", "as", "its", "their", "more", "higher", "larger", "bigger", "that", "greater", "faster", "what",
    ]);
    let times = (word("times"), followed_by(compared)).map(|_| ());
    let fold = (opt(glued(punct('-'))), glued(any_of(&["fold"]))).map(|_| ());
    // "10x" multiplies, "4x4" drives.
    let letter = alt((value((), word("x")), value((), punct('×'))));
    let letter = (glued(letter), not_followed_by(glued(digits))).map(|_| ());
    terminated(count, alt((times, fold, letter))).parse(i)
}
