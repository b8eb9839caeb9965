//! Amounts: a computed number as the author of the figure beside it would write it ("$25 million" and not
//! "25,000,000"), and the working of several figures in one scale with its unit behind ("(million dollars)").

use rust_decimal::Decimal;

use super::sentence::SentenceView;
use super::working::number;
use crate::claim::Claim;
use crate::quantity::{Form, Number, Unit};
use crate::token::{Class, Kind};

/// The value of a plain figure, scaled; nought for all others.
pub(super) fn value_or_nought(claim: &Claim) -> Decimal {
    claim.quantity.number.plain().unwrap_or_default()
}

/// How a figure is written around its numeral.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner<'v> {
    /// A sign or code of money before the numeral: "$", "GBP ".
    before: &'v str,
    /// What the numeral is multiplied by: a million in "3 million", a hundredth in "50 cents".
    scale: Decimal,
    /// Place of the last digit written, scaled.
    place: Decimal,
    /// Magnitude and unit behind the numeral: " million", "bn dollars", " km". Counted nouns are left out.
    after: (&'v str, &'v str),
}

impl<'v> Manner<'v> {
    /// The manner of a figure of a text.
    pub(super) fn of(view: &SentenceView<'v>, claim: &Claim) -> Self {
        let (span, numeral) = (claim.quantity.span, claim.quantity.number_span);
        let place = match claim.quantity.number {
            Number::Value { place, .. } => place,
            _ => Decimal::ONE,
        };
        let (scale, magnitude) = scale(view, claim);
        let measured = matches!(claim.quantity.unit, Unit::Money(_) | Unit::Measure(_) | Unit::Percent);
        let unit = if measured { &view.block()[numeral.end as usize..span.end as usize] } else { "" };
        Self { before: sign(view, claim), scale, place, after: (magnitude, unit) }
    }

    /// A number as its numeral is written: 3.2 for 3,200,000 in "$3.2 million".
    pub(super) fn numeral(&self, value: Decimal) -> Decimal {
        value.checked_div(self.scale).unwrap_or(value)
    }

    /// The sign or code of money before the numeral: "$".
    pub(super) fn sign(&self) -> &'v str {
        self.before
    }

    /// The unit behind the numeral, without its magnitude: " euros".
    pub(super) fn unit(&self) -> &'v str {
        self.after.1
    }

    /// A number in this manner.
    pub(super) fn write(&self, value: Decimal) -> String {
        let shown = self.numeral(value);
        let minus = if value.is_sign_negative() { "-" } else { "" };
        format!("{minus}{}{}{}{}", self.before, number(shown.abs()), self.after.0, self.after.1)
    }

    /// The same at the precision of the figure, unless that makes it the number `not`.
    pub(super) fn rounded(&self, value: Decimal, not: Decimal) -> String {
        let places = value.checked_div(self.place).and_then(|places| places.round().checked_mul(self.place));
        self.write(places.filter(|rounded| *rounded != not).unwrap_or(value))
    }
}

/// Magnitudes that a number can be told in, the largest first.
pub(super) const MAGNITUDES: [(i64, &str); 4] =
    [(1_000_000_000_000, " trillion"), (1_000_000_000, " billion"), (1_000_000, " million"), (1_000, " thousand")];

/// Those that are written behind a numeral.
pub(super) const WRITTEN: &[(i64, &str)] = MAGNITUDES.split_at(3).0;

/// A computed number to three digits, with the sign and unit of a figure beside it: "$35,300", "£65m"; where the
/// magnitude of that figure does not suit it, in its own.
pub(super) fn like(view: &SentenceView<'_>, claim: &Claim, value: Decimal) -> String {
    let manner = Manner::of(view, claim);
    let digits = manner.numeral(value).trunc().abs().to_string().len() as u32;
    let rounded = value.round_sf(digits.max(3)).unwrap_or(value);
    let numeral = manner.numeral(value).abs();
    if manner.scale <= Decimal::ONE || numeral >= Decimal::ONE && numeral < Decimal::ONE_THOUSAND {
        return manner.write(rounded);
    }
    let (power, word) =
        WRITTEN.iter().find(|(power, _)| rounded.abs() >= Decimal::from(*power)).copied().unwrap_or((1, ""));
    let scaled = rounded.checked_div(Decimal::from(power)).unwrap_or(rounded);
    format!("{}{}{word}{}", manner.before, number(scaled), manner.after.1)
}

/// A figure in its own words, without hedge and noun: "$12.5 million".
pub(super) fn plainly(view: &SentenceView<'_>, claim: &Claim) -> String {
    Manner::of(view, claim).write(value_or_nought(claim))
}

/// What stands between hedge and numeral: a sign glued to it, or a word for money.
pub(super) fn sign<'v>(view: &SentenceView<'v>, claim: &Claim) -> &'v str {
    let lead = &view.block()[claim.quantity.span.start as usize..claim.quantity.number_span.start as usize];
    let words = lead.trim_end();
    let last = words.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let word = view.first_token(claim)..view.end_token(claim);
    let money = || word.clone().any(|i| view.class(i).contains(Class::CURRENCY_CODE) && view.word(i) == &words[last..]);
    if matches!(claim.quantity.unit, Unit::Money(_)) && (words.len() == lead.len() || money()) {
        &lead[last..]
    } else {
        ""
    }
}

/// What the numeral is multiplied by, and the words that say so.
fn scale<'v>(view: &SentenceView<'v>, claim: &Claim) -> (Decimal, &'v str) {
    let text = view.text(claim.quantity.number_span);
    let one = (Decimal::ONE, "");
    let Some(last) = text.rfind(|c: char| c.is_ascii_digit()) else { return in_words(view, claim).unwrap_or(one) };
    let (numeral, rest) = text.split_at(last + 1);
    let plain: String = numeral.chars().filter(|c| *c != ',').collect();
    match plain.parse::<Decimal>().ok().and_then(|plain| value_or_nought(claim).abs().checked_div(plain)) {
        Some(scale) if scale > Decimal::ZERO && is_power_of_ten(scale) => (scale, rest),
        _ => one,
    }
}

/// "ten million": the magnitude that ends a number in words.
fn in_words<'v>(view: &SentenceView<'v>, claim: &Claim) -> Option<(Decimal, &'v str)> {
    let span = claim.quantity.number_span;
    let token = view.tokens().iter().rev().find(|t| span.contains(t.span()) && t.kind == Kind::Word)?;
    let entry = view.reading.vocabulary.lexicon.entry(token.word);
    let magnitude = entry.class.intersects(Class::MAGNITUDE) && token.start > span.start;
    let words = view.block().get((token.start as usize).checked_sub(1)?..token.end as usize)?;
    (magnitude && entry.number <= 12).then(|| (Decimal::from(10u64.pow(entry.number)), words))
}

fn is_power_of_ten(scale: Decimal) -> bool {
    let scale = scale.normalize();
    let mantissa = scale.mantissa();
    mantissa == 1 || mantissa > 0 && 10i128.checked_pow(mantissa.ilog10()) == Some(mantissa)
}

/// Several figures written in one scale, with the words for scale and unit that belong behind them.
#[derive(Clone, Debug)]
pub(super) struct Scaled {
    scale: Decimal,
    /// " (million dollars)"; empty for plain counts.
    pub unit: String,
}

impl Scaled {
    /// The magnitude that all figures share, so that the working reads "3.2 + 3 = 6.2 (million dollars)".
    pub(super) fn of<'v>(claims: impl Iterator<Item = &'v Claim> + Clone) -> Self {
        let scaled = claims.clone().all(|c| {
            matches!(c.quantity.number, Number::Value { form: Form::Magnitude, .. }) || value_or_nought(c).is_zero()
        });
        // "3.1 + 1.2 + 0.5 (billion)": the largest in which all are short.
        let short = |scale: Decimal| {
            claims.clone().map(|c| value_or_nought(c).abs()).filter(|v| !v.is_zero()).all(|v| {
                let shown = v.checked_div(scale).unwrap_or(v).normalize();
                shown >= Decimal::ONE || shown.scale() == 1
            })
        };
        let (scale, name) = MAGNITUDES
            .into_iter()
            .map(|(scale, name)| (Decimal::from(scale), name.trim_start()))
            .find(|(scale, _)| scaled && short(*scale))
            .unwrap_or((Decimal::ONE, ""));
        let unit = claims.map(|c| c.quantity.unit).find_map(|unit| match unit {
            Unit::Money(currency) => Some(currency.plural()),
            Unit::Measure(measure) => Some(measure.symbol()),
            _ => None,
        });
        let words = [name, unit.unwrap_or("")].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
        Self { scale, unit: if words.is_empty() { words } else { format!(" ({words})") } }
    }

    /// A number in this scale.
    pub(super) fn show(&self, value: Decimal) -> String {
        number(value.checked_div(self.scale).unwrap_or(value))
    }
}
