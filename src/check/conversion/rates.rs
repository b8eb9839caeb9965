//! Money in two currencies: "£10m ($12.7m)", held against the rates of exchange in the reference set.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::{reconverted, rounded, spread};
use crate::check::Scene;
use crate::check::sentence::SentenceView;
use crate::check::working::{number, slip};
use crate::claim::Claim;
use crate::period::day_in_words;
use crate::quantity::unit::Currency;
use crate::quantity::{Number, Unit};
use crate::reference::{Fact, FactValue};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Days between the text and the rate within which the rate is that of the text. The pairs of large currencies move
/// by some 2 per cent within a month, and by 15 hardly ever.
const MONTH: i32 = 31;
/// Days after which a rate says nothing of a text.
const YEAR: i32 = 366;
/// Share by which a conversion may be off: writers convert at the rate of the day, of last month or of the report.
const SOFT: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
/// Share from which on no rate of those days explains it.
const HARD: Decimal = Decimal::from_parts(15, 0, 0, false, 2);

/// What the rates say of a sum of money and the one in the brackets behind it; nothing where there is no rate.
pub(super) fn verdict(scene: &Scene<'_>, view: &SentenceView<'_>, outer: &Claim, inner: &Claim) -> Option<Verdict> {
    let (Unit::Money(from), Unit::Money(to)) = (outer.quantity.unit, inner.quantity.unit) else { return None };
    let written = scene.reading.document.metadata.date;
    if from == to || long_ago(outer, written) {
        return None;
    }
    let (fact, factor) = factor(scene, from, to, written)?;
    let days = match (fact.as_of, written) {
        (Some(known), Some(written)) => known.since(written).ok()?.get_days().abs(),
        _ => 0,
    };
    let (Number::Value { value: stated, .. }, Number::Value { value: given, .. }) =
        (outer.quantity.number, inner.quantity.number)
    else {
        return None;
    };
    let ((low, high), (least, most)) = (spread(outer)?, spread(inner)?);
    let computed = stated.checked_mul(factor)?;
    let within = |share: Decimal| {
        let low = low.checked_mul(factor)?.checked_mul(Decimal::ONE - share)?;
        let high = high.checked_mul(factor)?.checked_mul(Decimal::ONE + share)?;
        Some(low <= most && least <= high)
    };
    if days > YEAR {
        return None;
    }
    let (source, target) = (view.text(outer.quantity.span), view.text(inner.quantity.span));
    let FactValue::Value(value, _) = fact.value else { return None };
    let day = fact.as_of.map_or(String::new(), |day| format!(" as of {}", day_in_words(day)));
    let pair = fact.unit_text.as_deref().unwrap_or_default();
    let shown = format!("{} {}", number(rounded(computed, given)), to.code());
    let calculation = format!("{source} = {shown} at {} {pair}{day}, stated {target}", number(value));
    let labels = vec![
        Label { place: view.place(outer.quantity.span), message: format!("this is about {shown}") },
        Label { place: fact.place.clone(), message: format!("{}: {} {pair}{day}", fact.id, number(value)) },
    ];
    let primary = view.place(inner.quantity.span);
    if within(SOFT)? {
        let message = "the conversion fits the rate of exchange".to_owned();
        return Some(Verdict { primary, outcome: Outcome::Passed { calculation, message, labels } });
    }
    let near = within(HARD)?;
    if near && days > MONTH {
        return None;
    }
    Some(Verdict {
        primary,
        outcome: Outcome::Failed(Box::new(Failure {
            mismatch: if near || days > MONTH { Mismatch::Soft } else { Mismatch::Hard },
            confidence: Confidence::High,
            message: format!("“{source}” is about {shown}, not “{target}”"),
            help: Some("convert again, or check which of the two sums the source gives".to_owned()),
            primary_label: format!("about {shown}"),
            labels,
            calculation: Some(calculation),
            cause: if within_turned(stated, given, factor) {
                Some(format!("the rate was turned round: divided where {source} is to be multiplied, or the reverse"))
            } else {
                slip(given, rounded(computed, given))
            },
            fix: reconverted(view, inner, rounded(computed, given)),
        })),
    })
}

/// The rate nearest to the day of the text, and what one unit of `from` is in `to`.
fn factor<'f>(scene: &Scene<'f>, from: Currency, to: Currency, day: Option<Date>) -> Option<(&'f Fact, Decimal)> {
    let value = |fact: &Fact| match fact.value {
        FactValue::Value(value, _) if value > Decimal::ZERO => Some(value),
        _ => None,
    };
    if let Some(fact) = scene.facts.rate(to, from, day) {
        return Some((fact, value(fact)?));
    }
    let fact = scene.facts.rate(from, to, day)?;
    Some((fact, Decimal::ONE.checked_div(value(fact)?)?))
}

/// Whether a sum is one of a past year, which was converted at the rate of that year.
fn long_ago(claim: &Claim, written: Option<Date>) -> bool {
    let end = claim.stated_period().and_then(|of| of.period.last_day());
    end.zip(written).is_some_and(|(end, written)| written.since(end).is_ok_and(|span| span.get_days() > YEAR))
}

/// Whether the stated sum is what dividing instead of multiplying gives, within a fiftieth.
fn within_turned(stated: Decimal, given: Decimal, factor: Decimal) -> bool {
    let off = stated.checked_div(factor).and_then(|turned| turned.checked_sub(given));
    off.is_some_and(|off| off.abs() <= given.abs() * Decimal::from_parts(2, 0, 0, false, 2))
}
