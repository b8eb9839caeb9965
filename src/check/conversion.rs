//! Conversions: "a 30-foot (48-kilometre) wall". Each side means plus or minus half its last written place. Money is
//! converted by the rates of the reference set.

mod rates;
mod temperature;
mod units;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::amount::like;
use super::brackets::bracketed;
use super::fix::{Right, fix, rewritten};
use super::sentence::SentenceView;
use super::working::{number, slip};
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::quantity::unit::{Dimension, MeasureUnit};
use crate::quantity::{Form, Hedge, Number, Unit};
use crate::span::Span;
use crate::verdict::{Confidence, Failure, Fix, Label, Mismatch, Outcome, Verdict};
use temperature::{Difference, difference};
use units::{are_converted, convert, convert_difference, mistaken_for, namesakes};

/// Parameters of the check `conversion`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Conversion {
    /// Share by which a conversion may be off for a warning only.
    soft_share: f64,
}

impl Default for Conversion {
    fn default() -> Self {
        Self { soft_share: 0.1 }
    }
}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Conversion>()?))
}

impl Check for Conversion {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        for view in SentenceView::all(scene.reading) {
            if view.claims.len() < 2 {
                continue;
            }
            for (outer, inner) in bracketed(&view) {
                out.extend(self.verdict(&view, outer, inner).or_else(|| rates::verdict(scene, &view, outer, inner)));
            }
        }
    }
}

/// A measured unit; pounds in brackets beside kilograms are no money.
pub(super) fn unit(view: &SentenceView<'_>, claim: &Claim) -> Option<MeasureUnit> {
    match claim.quantity.unit {
        Unit::Measure(unit) => Some(unit),
        Unit::Money(_) if view.text(claim.quantity.span).trim_end_matches('s').ends_with("pound") => {
            MeasureUnit::from_symbol("lb")
        }
        _ => None,
    }
}

impl Conversion {
    fn verdict(&self, view: &SentenceView<'_>, outer: &Claim, inner: &Claim) -> Option<Verdict> {
        let (from, to) = (unit(view, outer)?, unit(view, inner)?);
        let measured = |c: &Claim| matches!(c.quantity.unit, Unit::Measure(_));
        if !are_converted(from, to) || !measured(outer) && !measured(inner) {
            return None;
        }
        let Number::Value { value: stated, .. } = outer.quantity.number else { return None };
        let Number::Value { value: given, .. } = inner.quantity.number else { return None };
        let overlap = |convert: Convert, [one, other]: [(Decimal, Decimal); 2]| {
            let ends = convert(one.0, from, to).zip(convert(one.1, from, to));
            ends.is_some_and(|(a, b)| {
                let at = |size: Decimal| {
                    Some(a.min(b).checked_mul(size)? <= other.1 && other.0 <= a.max(b).checked_mul(size)?)
                };
                at(Decimal::ONE) == Some(true) || namesakes(from, to).any(|size| at(size) == Some(true))
            })
        };
        let near = [spread(outer)?, spread(inner)?];
        let fits = |convert: Convert| overlap(convert, near);
        let is_temperature = from.dimension() == Dimension::Temperature;
        let change = if is_temperature { difference(view, outer, inner) } else { Difference::No };
        let apart = convert_difference as Convert;
        let (convert, right) = match change {
            Difference::Yes => (apart, fits(apart)),
            Difference::Maybe => (convert as Convert, fits(convert) || fits(apart)),
            Difference::No => (convert as Convert, fits(convert)),
        };
        let computed = convert(stated, from, to)?;
        let place = view.place(inner.quantity.span);
        let (source, target) = (view.text(outer.quantity.span), view.text(inner.quantity.span));
        let written = |value| match inner.quantity.number {
            Number::Value { form: Form::Magnitude, .. } => like(view, inner, value),
            _ => shown(value, given, to, unit_as_written(view, inner)),
        };
        let shown = written(computed);
        let calculation = format!("{source} = {shown}, stated {target}");
        let label = Label { place: view.place(outer.quantity.span), message: format!("this is {shown}") };
        if right {
            let message = "the conversion is right".to_owned();
            return Some(Verdict {
                primary: place,
                outcome: Outcome::Passed { calculation, message, labels: vec![label] },
            });
        }
        let share = Decimal::try_from(self.soft_share).ok()?;
        let loosely = || Some(overlap(convert, [last_digits(outer)?, last_digits(inner)?]));
        let soft = (computed - given).abs() <= computed.abs().checked_mul(share)? || loosely() == Some(true);
        let other_way = if change == Difference::Yes { units::convert as Convert } else { apart };
        let mixed = (is_temperature && fits(other_way)).then(|| match change {
            Difference::Yes => "32 is added to a temperature, and not to a difference of temperatures".to_owned(),
            _ => "right for a difference of temperatures; a temperature is off by 32".to_owned(),
        });
        Some(Verdict {
            primary: place,
            outcome: Outcome::Failed(Box::new(Failure {
                mismatch: if soft { Mismatch::Soft } else { Mismatch::Hard },
                confidence: Confidence::High,
                message: format!("“{source}” is {shown}, not “{target}”"),
                help: Some(match namesakes(from, to).next().and_then(|size| computed.checked_mul(size)) {
                    Some(other) => format!("write {shown}, or {} for the other unit of that name", written(other)),
                    None => format!("write {shown}, or check the figure and the unit outside the brackets"),
                }),
                primary_label: format!("should be {shown}"),
                labels: vec![label],
                calculation: Some(calculation),
                cause: mixed
                    .or_else(|| other_unit(computed, (stated, given), from, to))
                    .or_else(|| slip(given, rounded(computed, given))),
                fix: (computed >= Decimal::ONE || given < Decimal::ONE)
                    .then(|| reconverted(view, inner, rounded(computed, given)))
                    .flatten(),
            })),
        })
    }
}

/// A twentieth: nobody rounds by more to write a figure shorter, so that "100 km" is no 60 km.
const ROUNDED_BY: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// From where to where a figure may lie: half its last written place on either side, but no more than a twentieth of a
/// number that ends in noughts; twice as much behind "about".
pub(super) fn spread(claim: &Claim) -> Option<(Decimal, Decimal)> {
    let Number::Value { value, place, .. } = claim.quantity.number else { return None };
    let most = value.abs().checked_mul(ROUNDED_BY)?.max(place.checked_div(Decimal::TWO)?);
    around(claim, |half| half.min(most))
}

/// The same however far the noughts reach: "100 km" may be 50 km and 150 km.
fn last_digits(claim: &Claim) -> Option<(Decimal, Decimal)> {
    around(claim, |half| half)
}

fn around(claim: &Claim, within: impl Fn(Decimal) -> Decimal) -> Option<(Decimal, Decimal)> {
    let Number::Value { value, place, form } = claim.quantity.number else { return None };
    let mut step = place;
    if form == Form::Whole && !value.is_zero() {
        while let Some(next) = step.checked_mul(Decimal::TEN).filter(|next| (value % next).is_zero()) {
            step = next;
        }
    }
    let half = within(step / Decimal::TWO);
    let exact = matches!(claim.quantity.hedge, Hedge::None | Hedge::Exactly);
    let half = if exact { half } else { half.checked_mul(Decimal::TWO)? };
    Some((value.checked_sub(half)?, value.checked_add(half)?))
}

/// Takes a number from one unit to another; nothing where it is too large.
type Convert = fn(Decimal, MeasureUnit, MeasureUnit) -> Option<Decimal>;

/// Three significant digits, or as many as the stated figure has; no more decimals than it, where it has any.
pub(super) fn rounded(computed: Decimal, given: Decimal) -> Decimal {
    if given.scale() > 0 && computed >= Decimal::ONE {
        return computed.round_dp(given.scale()).normalize();
    }
    let digits = given.normalize().to_string().trim_matches('0').bytes().filter(u8::is_ascii_digit).count() as u32;
    computed.round_sf(digits.max(3)).unwrap_or(computed).normalize()
}

/// The right number in place of the one in the brackets. The unit stays, so that what is less than one of it, and would
/// be told in a smaller one, is left to the editor.
pub(super) fn reconverted(view: &SentenceView<'_>, inner: &Claim, right: Decimal) -> Option<Fix> {
    fix([rewritten(view, inner, Right::exactly(right).hedged(inner.quantity.hedge))])
}

/// The unit behind a figure, in its own words: "degrees Fahrenheit"; nothing for "-kilometre", which has no plural.
fn unit_as_written<'r>(view: &SentenceView<'r>, claim: &Claim) -> Option<&'r str> {
    let behind = Span::new(claim.quantity.number_span.end, claim.quantity.span.end.max(claim.quantity.number_span.end));
    let text = view.text(behind).trim();
    (!text.is_empty() && !text.starts_with('-')).then_some(text)
}

/// The right figure with its unit; what is less than one in a smaller unit: "9.14 m" for 0.00914 km.
fn shown(computed: Decimal, given: Decimal, to: MeasureUnit, unit: Option<&str>) -> String {
    const SMALLER: &[(&str, &str, i64)] = &[("km", "m", 1000), ("m", "cm", 100), ("mi", "ft", 5280), ("t", "kg", 1000)];
    let smaller = SMALLER.iter().find(|(unit, _, _)| *unit == to.symbol() && computed < Decimal::ONE);
    if let Some((_, unit, factor)) = smaller {
        return format!("{} {unit}", number((computed * Decimal::from(*factor)).round_sf(3).unwrap_or(computed)));
    }
    let right = number(rounded(computed, given));
    let unit = unit.unwrap_or(match to.symbol() {
        "degC" => "\u{b0}C",
        "degF" => "\u{b0}F",
        symbol => symbol,
    });
    if unit.starts_with('\u{b0}') { format!("{right}{unit}") } else { format!("{right} {unit}") }
}

/// "30 feet (48 kilometres)" would be right with another unit on one side: 30 miles.
fn other_unit(
    computed: Decimal,
    (stated, given): (Decimal, Decimal),
    from: MeasureUnit,
    to: MeasureUnit,
) -> Option<String> {
    let close = |value: Decimal| {
        let off = value.checked_sub(given).and_then(|off| off.checked_div(value));
        off.is_some_and(|off| off.abs() < Decimal::new(5, 2))
    };
    if from.dimension() == Dimension::Temperature || close(computed) {
        return None;
    }
    let (stated, given) = (number(stated), number(given));
    let outside = mistaken_for(from)
        .find(|(_, size)| computed.checked_mul(*size).is_some_and(close))
        .map(|(symbol, _)| format!("the wrong unit: {stated} {symbol} would be {given} {}", to.symbol()));
    outside.or_else(|| {
        mistaken_for(to)
            .find(|(_, size)| computed.checked_div(*size).is_some_and(close))
            .map(|(symbol, _)| format!("the wrong unit: {stated} {} would be {given} {symbol}", from.symbol()))
    })
}
