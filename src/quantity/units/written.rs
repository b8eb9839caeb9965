//! The number that a unit stands behind, with what the grammar of units asks about it.

use rust_decimal::Decimal;

use crate::quantity::{Form, Number};
use crate::token::{Kind, Token, Tokens};

/// How much of the text before a number is looked at, in bytes.
const BEFORE: usize = 60;

/// How far back the beginning of a quotation is looked for, in bytes.
const LONGEST_QUOTATION: usize = 400;

/// A number that was read, and its place in the text.
#[derive(Clone, Copy, Debug)]
pub(in crate::quantity) struct Written<'a> {
    /// What was read.
    pub number: Number,
    block: &'a str,
    start: usize,
    last: Option<Token>,
}

impl<'a> Written<'a> {
    /// The number between two places of the tokens.
    pub(in crate::quantity) fn of(number: Number, start: Tokens<'a>, rest: &Tokens<'a>) -> Self {
        let count = start.len() - rest.len();
        Self {
            number,
            block: start.block(),
            start: start.first().map_or(0, |t| t.start as usize),
            last: count.checked_sub(1).and_then(|last| start.get(last)),
        }
    }

    /// The same place with another number.
    pub(in crate::quantity) fn with(self, number: Number) -> Self {
        Self { number, ..self }
    }

    /// Whether it ends in digits or in a fraction sign, behind which symbols of one letter are units.
    pub(super) fn digits(&self) -> bool {
        self.last.is_some_and(|t| t.kind != Kind::Word)
    }

    /// The letter straight behind the digits that was read as a magnitude: "m" of "1.8m".
    pub(super) fn letter(&self) -> Option<&'a str> {
        let last = self.last.filter(|t| t.kind == Kind::Word && !t.spaced() && t.end - t.start == 1)?;
        Some(last.text(self.block))
    }

    /// The text before it, as far as it matters.
    pub(in crate::quantity) fn before(&self) -> &'a str {
        let from = self.start.saturating_sub(BEFORE);
        (from..=self.start).find_map(|from| self.block.get(from..self.start)).unwrap_or("")
    }

    /// The word straight before it that ends the text before, where it is one of these; as "age of ", with its space.
    pub(in crate::quantity) fn follows(&self, words: &[&str]) -> bool {
        let before = self.before();
        words.iter().any(|word| {
            let (rest, last) = before.len().checked_sub(word.len()).and_then(|at| before.split_at_checked(at)).unzip();
            last.is_some_and(|last| last.eq_ignore_ascii_case(word))
                && rest.is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '-'))
        })
    }

    /// Whether it begins with these words: "between the ages of " of such a range.
    pub(super) fn opens(&self, words: &str) -> bool {
        self.block.get(self.start..self.start + words.len()).is_some_and(|text| text.eq_ignore_ascii_case(words))
    }

    /// Whether a quotation is open before it, or may be one that began too long ago to be looked for.
    pub(super) fn is_quoted(&self) -> bool {
        let from = self.start.saturating_sub(LONGEST_QUOTATION);
        let before = (from..=self.start).find_map(|from| self.block.get(from..self.start)).unwrap_or("");
        from > 0
            || before.bytes().filter(|&b| b == b'"').count() % 2 == 1
            || before.contains("``")
            || before.contains('\u{201c}')
    }

    /// Its value, where it is one value.
    pub(in crate::quantity) fn value(&self) -> Option<Decimal> {
        match self.number {
            Number::Value { value, .. } => Some(value),
            _ => None,
        }
    }

    /// Whether "million" or the like belongs to it.
    pub(in crate::quantity) fn has_magnitude(&self) -> bool {
        matches!(self.number, Number::Value { form: Form::Magnitude, .. } | Number::Vague(_))
            || matches!(self.number, Number::Range { low, .. } if low >= Decimal::from(10_000))
    }

    /// Whether it is written with decimals and less than one.
    pub(super) fn is_below_one(&self) -> bool {
        matches!(self.number, Number::Value { value, form: Form::Decimals, .. } if value.abs() < Decimal::ONE)
    }

    /// Whether it ends in "half", "quarters" and the like.
    pub(super) fn is_fraction(&self) -> bool {
        let last = self.last.map_or("", |t| t.text(self.block));
        // "7/8 of a mile"
        if self.last.is_some_and(|t| self.block[..t.start as usize].ends_with(['/', '\u{2044}'])) {
            return true;
        }
        ["half", "quarter", "quarters", "third", "thirds"].iter().any(|part| part.eq_ignore_ascii_case(last))
    }

    /// The number times a factor; `None` for vague words, and beyond 28 digits.
    pub(super) fn times(&self, factor: Decimal) -> Option<Number> {
        let scaled = |n: Decimal| n.checked_mul(factor).map(|n| n.normalize());
        match self.number {
            Number::Value { value, place, form } => {
                let (value, place) = (scaled(value)?, scaled(place)?);
                let form = match form {
                    Form::Whole if factor > Decimal::ONE => Form::Magnitude,
                    Form::Whole if !value.is_integer() => Form::Decimals,
                    same => same,
                };
                Some(Number::Value { value, place, form })
            }
            Number::Range { low, high, place } => {
                Some(Number::Range { low: scaled(low)?, high: scaled(high)?, place: scaled(place)? })
            }
            _ => None,
        }
    }
}
