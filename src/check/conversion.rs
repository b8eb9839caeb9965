//! Conversions: "a 30-foot (48-kilometre) wall". Each side means plus or minus half its last written place. Money is
//! converted by the rates of the reference set.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::brackets::bracketed;
use super::difference::{Difference, difference};
use super::fix::{Right, fix, rewritten};
use super::sentence::SentenceView;
use super::working::{number, slip};
use super::{Check, ParameterFault, Parameters, Scene, rates};
use crate::claim::Claim;
use crate::quantity::{Form, Hedge, Number, Unit};
use crate::span::Span;
use crate::verdict::{Confidence, Failure, Fix, Label, Mismatch, Outcome, Verdict};

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

/// A unit by its symbol: dimension, whether it is metric, and how much of the dimension's base unit it is, as mantissa
/// and scale. Exact by the agreement of 1959; gallons are US gallons, tons short tons.
const UNITS: &[(&str, &str, bool, i64, u32)] = &[
    ("km", "length", true, 1000, 0),
    ("m", "length", true, 1, 0),
    ("cm", "length", true, 1, 2),
    ("mm", "length", true, 1, 3),
    ("mi", "length", false, 1_609_344, 3),
    ("nmi", "length", false, 1852, 0),
    ("yd", "length", false, 9144, 4),
    ("ft", "length", false, 3048, 4),
    ("in", "length", false, 254, 4),
    ("km2", "area", true, 1_000_000, 0),
    ("m2", "area", true, 1, 0),
    ("ha", "area", true, 10_000, 0),
    ("acre", "area", false, 4_046_856_422, 6),
    ("mi2", "area", false, 2_589_988_110, 3),
    ("ft2", "area", false, 9_290_304, 8),
    ("l", "volume", true, 1, 0),
    ("gal", "volume", false, 3_785_411_784, 9),
    ("bbl", "volume", false, 158_987_294_928, 9),
    ("kg", "mass", true, 1, 0),
    ("g", "mass", true, 1, 3),
    ("t", "mass", true, 1000, 0),
    ("ton", "mass", false, 90_718_474, 5),
    ("lb", "mass", false, 45_359_237, 8),
    ("oz", "mass", false, 28_349_523, 9),
    ("km/h", "speed", true, 1, 0),
    ("mph", "speed", false, 1_609_344, 6),
    ("degC", "temperature", true, 1, 0),
    ("degF", "temperature", false, 1, 0),
];

impl Check for Conversion {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        for view in SentenceView::all(scene.reading) {
            if view.claims.len() < 2 || view.claims[0].repeated {
                continue;
            }
            for (outer, inner) in bracketed(&view) {
                out.extend(self.verdict(&view, outer, inner).or_else(|| rates::verdict(scene, &view, outer, inner)));
            }
        }
    }
}

type Row = &'static (&'static str, &'static str, bool, i64, u32);

/// The dimension of a measured figure and how much of its base unit one of it is: metre, square metre, litre, kilogram,
/// kilometre an hour.
pub(super) fn dimension(view: &SentenceView<'_>, claim: &Claim) -> Option<(&'static str, Decimal)> {
    let (_, dimension, _, mantissa, scale) = unit(view, claim)?;
    Some((*dimension, Decimal::new(*mantissa, *scale)))
}

/// A measured unit; pounds in brackets beside kilograms are no money.
fn unit(view: &SentenceView<'_>, claim: &Claim) -> Option<Row> {
    let symbol = match claim.quantity.unit {
        Unit::Measure(unit) => unit.symbol(),
        Unit::Money(_) if view.text(claim.quantity.span).trim_end_matches('s').ends_with("pound") => "lb",
        _ => return None,
    };
    UNITS.iter().find(|row| row.0 == symbol)
}

impl Conversion {
    fn verdict(&self, view: &SentenceView<'_>, outer: &Claim, inner: &Claim) -> Option<Verdict> {
        let (from, to) = (unit(view, outer)?, unit(view, inner)?);
        let measured = |c: &Claim| matches!(c.quantity.unit, Unit::Measure(_));
        if from.1 != to.1 || from.2 == to.2 || !measured(outer) && !measured(inner) {
            return None;
        }
        let (stated, low, high) = spread(outer)?;
        let (given, least, most) = spread(inner)?;
        let fits = |convert: Convert| {
            let ends = convert(low, from, to).zip(convert(high, from, to));
            ends.is_some_and(|(one, other)| one <= most && least <= other)
        };
        let change = if from.1 == "temperature" { difference(view, outer, inner) } else { Difference::No };
        let apart = convert_difference as Convert;
        let (convert, right) = match change {
            Difference::Yes => (apart, fits(apart)),
            Difference::Maybe => (convert as Convert, fits(convert) || fits(apart)),
            Difference::No => (convert as Convert, fits(convert)),
        };
        let computed = convert(stated, from, to)?;
        let place = view.place(inner.quantity.span);
        let (source, target) = (view.text(outer.quantity.span), view.text(inner.quantity.span));
        let shown = shown(computed, given, to, unit_as_written(view, inner));
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
        let near = (computed - given).abs() <= computed.abs().checked_mul(share)?;
        let other_way = if change == Difference::Yes { self::convert as Convert } else { apart };
        let mixed = (from.1 == "temperature" && fits(other_way)).then(|| match change {
            Difference::Yes => "32 is added to a temperature, and not to a difference of temperatures".to_owned(),
            _ => "right for a difference of temperatures; a temperature is off by 32".to_owned(),
        });
        Some(Verdict {
            primary: place,
            outcome: Outcome::Failed(Box::new(Failure {
                mismatch: if near { Mismatch::Soft } else { Mismatch::Hard },
                confidence: Confidence::High,
                message: format!("“{source}” is {shown}, not “{target}”"),
                help: Some(format!("write {shown}, or check the figure and the unit outside the brackets")),
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

/// The value with half its last written place on either side.
pub(super) fn spread(claim: &Claim) -> Option<(Decimal, Decimal, Decimal)> {
    let Number::Value { value, place, form } = claim.quantity.number else { return None };
    let mut step = place;
    if form == Form::Whole && !value.is_zero() {
        while (value % (step * Decimal::TEN)).is_zero() {
            step *= Decimal::TEN;
        }
    }
    let loose = matches!(claim.quantity.hedge, Hedge::None | Hedge::Exactly);
    let half = if loose { step / Decimal::TWO } else { step };
    Some((value, value.checked_sub(half)?, value.checked_add(half)?))
}

/// Takes a number from one unit to another; nothing where it is too large.
type Convert = fn(Decimal, Row, Row) -> Option<Decimal>;

fn convert(value: Decimal, from: Row, to: Row) -> Option<Decimal> {
    if from.1 == "temperature" {
        let (nine, five, offset) = (Decimal::from(9), Decimal::from(5), Decimal::from(32));
        return if from.2 {
            value.checked_mul(nine)?.checked_div(five)?.checked_add(offset)
        } else {
            value.checked_sub(offset)?.checked_mul(five)?.checked_div(nine)
        };
    }
    let (a, b) = (Decimal::new(from.3, from.4), Decimal::new(to.3, to.4));
    value.checked_mul(a)?.checked_div(b)
}

/// The same for a difference of temperatures: 10 degrees Celsius are 18 degrees Fahrenheit.
fn convert_difference(value: Decimal, from: Row, to: Row) -> Option<Decimal> {
    let zero = convert(Decimal::ZERO, from, to)?;
    convert(value, from, to)?.checked_sub(zero)
}

/// Three significant digits, or as many as the stated figure has; no more decimals than it, where it has any.
pub(super) fn rounded(computed: Decimal, given: Decimal) -> Decimal {
    if given.scale() > 0 && computed >= Decimal::ONE {
        return computed.round_dp(given.scale()).normalize();
    }
    let digits = given.normalize().mantissa().unsigned_abs().checked_ilog10().map_or(3, |log| log + 1);
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
fn shown(computed: Decimal, given: Decimal, to: Row, unit: Option<&str>) -> String {
    const SMALLER: &[(&str, &str, i64)] = &[("km", "m", 1000), ("m", "cm", 100), ("mi", "ft", 5280), ("t", "kg", 1000)];
    let smaller = SMALLER.iter().find(|(unit, _, _)| *unit == to.0 && computed < Decimal::ONE);
    if let Some((_, unit, factor)) = smaller {
        return format!("{} {unit}", number((computed * Decimal::from(*factor)).round_sf(3).unwrap_or(computed)));
    }
    let right = number(rounded(computed, given));
    let unit = unit.unwrap_or(match to.0 {
        "degC" => "\u{b0}C",
        "degF" => "\u{b0}F",
        symbol => symbol,
    });
    if unit.starts_with('\u{b0}') { format!("{right}{unit}") } else { format!("{right} {unit}") }
}

/// "30 feet (48 kilometres)" would be right with another unit on one side: 30 miles.
fn other_unit(computed: Decimal, (stated, given): (Decimal, Decimal), from: Row, to: Row) -> Option<String> {
    let close = |value: Decimal| !value.is_zero() && ((value - given) / value).abs() < Decimal::new(5, 2);
    if from.1 == "temperature" || close(computed) {
        return None;
    }
    let size = |row: Row| Decimal::new(row.3, row.4);
    let others = |of: Row| UNITS.iter().filter(move |row| row.1 == of.1 && row.2 == of.2 && row.0 != of.0);
    let outside = others(from)
        .find(|row| computed.checked_mul(size(row) / size(from)).is_some_and(close))
        .map(|row| format!("the wrong unit: {} {} would be {} {}", number(stated), row.0, number(given), to.0));
    outside.or_else(|| {
        others(to)
            .find(|row| computed.checked_mul(size(to) / size(row)).is_some_and(close))
            .map(|row| format!("the wrong unit: {} {} would be {} {}", number(stated), from.0, number(given), row.0))
    })
}
