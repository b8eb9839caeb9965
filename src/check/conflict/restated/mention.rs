//! Mentions: the figures of a text that can be slips of one another, and what two of them must share to be looked at
//! together.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::check::working::significant_digits;
use crate::claim::{Claim, Reading};
use crate::document::{BlockKind, TableCell};
use crate::quantity::{Form, Number, Unit};

/// A cell with more bytes is prose.
const LONGEST_CELL: usize = 40;

/// Units between which a slip is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kin {
    Money(u8),
    Percent,
    Count,
    Measure(u8),
}

/// A figure that can be a slip of another.
#[derive(Clone, Copy)]
pub(super) struct Mention<'r> {
    pub claim: &'r Claim,
    pub kin: Kin,
    pub value: Decimal,
    pub place: Decimal,
    pub form: Form,
    /// The lower end of a range, whose upper end is `value`.
    pub low: Option<Decimal>,
    /// The cell of a table that it stands in.
    pub cell: Option<&'r TableCell>,
}

impl<'r> Mention<'r> {
    /// Reads a claim; `None` where it is no figure that could be told again.
    pub(super) fn of(reading: &'r Reading<'_>, claim: &'r Claim) -> Option<Self> {
        let block = &reading.document.blocks[reading.sentences[claim.sentence as usize].block as usize];
        let written = claim.quantity.number_span.slice(&block.text);
        let (value, place, form, low) = match claim.quantity.number {
            Number::Value { value, place, form } => (value, place, form, None),
            // "between 437 and 450 billion": the magnitude belongs to the upper end at least.
            Number::Range { low, high, place } if written.ends_with(char::is_alphabetic) => {
                (high, place, Form::Magnitude, Some(low))
            }
            Number::Range { low, high, place } if place < Decimal::ONE => (high, place, Form::Decimals, Some(low)),
            Number::Range { low, high, place } => (high, place, Form::Whole, Some(low)),
            _ => return None,
        };
        if claim.repeated || value < Decimal::TWO && form == Form::Whole {
            return None;
        }
        let kin = match claim.quantity.unit {
            Unit::Money(currency) => Kin::Money(currency.0),
            Unit::Percent => Kin::Percent,
            Unit::None if form == Form::Magnitude && claim.quantity.noun.is_none() => {
                currency_before(reading, claim).map_or(Kin::Count, Kin::Money)
            }
            Unit::None | Unit::Thing | Unit::Person => Kin::Count,
            Unit::Measure(unit) => Kin::Measure(unit.0),
            _ => return None,
        };
        let cell = match &block.kind {
            BlockKind::TableCell(cell) if cell.header || block.text.len() > LONGEST_CELL => return None,
            BlockKind::TableCell(cell) => Some(cell),
            _ => None,
        };
        let named = is_a_name(claim, &block.text, written);
        (!named).then_some(Self { claim, kin, value, place, form, low, cell })
    }

    /// Its value without noughts behind the point, which mean nothing here.
    pub(super) fn plain(&self) -> Decimal {
        self.value.normalize()
    }

    /// Its digits from the largest to the smallest, without noughts: 1,304 and 3.14 are both 431.
    pub(super) fn digits(&self) -> Option<u64> {
        let mut rest = self.plain().mantissa().unsigned_abs();
        let mut counts = [0u8; 10];
        while rest > 0 {
            counts[(rest % 10) as usize] += 1;
            rest /= 10;
        }
        let total: u8 = counts[1..].iter().sum();
        (total <= 15).then(|| {
            (1..10).rev().flat_map(|d| std::iter::repeat_n(d as u64, counts[d].into())).fold(0, |all, d| all * 10 + d)
        })
    }

    /// Its digits as they are written: 284 for "2.84 million". None of a range, nor of what may be a year.
    pub(super) fn written(&self) -> Option<u64> {
        let written = self.value.checked_div(self.place)?.to_u64()?;
        let bare = self.claim.quantity.unit == Unit::None && self.claim.quantity.noun.is_none();
        let year = bare && self.form == Form::Whole && (1000..2100).contains(&written);
        (self.low.is_none() && !year).then_some(written)
    }

    /// How many digits it has without noughts at either end.
    pub(super) fn significant(&self) -> u32 {
        significant_digits(self.value)
    }
}

/// "rose to 2.4 billion pesos from 2.3 billion": the money that a bare number behind an amount of its sentence is of.
fn currency_before(reading: &Reading<'_>, claim: &Claim) -> Option<u8> {
    let sentence = &reading.sentences[claim.sentence as usize];
    let claims = &reading.claims[sentence.claims.start as usize..sentence.claims.end as usize];
    let own = claims.iter().position(|other| std::ptr::eq(other, claim))?;
    claims[..own].iter().rev().map(|other| other.quantity.unit).find(|unit| *unit != Unit::None).and_then(|unit| {
        match unit {
            Unit::Money(currency) => Some(currency.0),
            _ => None,
        }
    })
}

/// "007", "U+0430", "request!114", "mailer (1.13)", "4.20-rc7", `mode="755"`: a bare number that begins with a nought,
/// is glued to what stands beside it, stands alone in brackets or is given to a name is a code or a version, of which a
/// text has many.
fn is_a_name(claim: &Claim, text: &str, written: &str) -> bool {
    let before = &text[..claim.quantity.number_span.start as usize];
    let behind = &text[claim.quantity.number_span.end as usize..];
    let bare = claim.quantity.unit == Unit::None && claim.quantity.noun.is_none();
    let nought = written.len() > 1 && written.starts_with('0') && !written.contains('.');
    let glued = before.ends_with(['+', '!', '#', '@', '_', '\\']);
    let candidate =
        behind.strip_prefix('-').map_or("", |tail| tail.trim_start_matches(|c: char| c.is_ascii_lowercase()));
    let glued = glued || candidate.starts_with(|c: char| c.is_ascii_digit()) && !behind[1..].starts_with(candidate);
    let alone = before.ends_with('(') && behind.starts_with(')');
    let given = before.trim_end_matches(['"', '\'']).ends_with('=');
    nought || bare && (glued || alone || given)
}
