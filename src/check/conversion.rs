//! Conversions: "a 30-foot (48-kilometre) wall". Each side means plus or minus half its last written place.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::brackets::bracketed;
use super::sentence::SentenceView;
use super::working::{number, slip};
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::quantity::{Form, Hedge, Number, Unit};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

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
                out.extend(self.verdict(&view, outer, inner));
            }
        }
    }
}

type Row = &'static (&'static str, &'static str, bool, i64, u32);

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
        let computed = convert(stated, from, to)?;
        let (one, other) = (convert(low, from, to)?, convert(high, from, to)?);
        let right = one <= most && least <= other;
        let place = view.place(inner.quantity.span);
        let (source, target) = (view.text(outer.quantity.span), view.text(inner.quantity.span));
        let shown = number(rounded(computed, given));
        let calculation = format!("{source} = {shown} {}, stated {}", to.0, number(given));
        let label = Label { place: view.place(outer.quantity.span), message: format!("{shown} {}", to.0) };
        if right {
            let message = "the conversion is right".to_owned();
            return Some(Verdict {
                primary: place,
                outcome: Outcome::Passed { calculation, message, labels: vec![label] },
            });
        }
        let share = Decimal::try_from(self.soft_share).ok()?;
        let near = (computed - given).abs() <= computed.abs().checked_mul(share)?;
        Some(Verdict {
            primary: place,
            outcome: Outcome::Failed(Box::new(Failure {
                mismatch: if near { Mismatch::Soft } else { Mismatch::Hard },
                confidence: Confidence::High,
                message: format!("“{source}” is {shown} {}, not “{target}”", to.0),
                help: Some("convert again, and check the unit on either side".to_owned()),
                primary_label: format!("should be about {shown} {}", to.0),
                labels: vec![label],
                calculation: Some(calculation),
                cause: other_unit(computed, given, from, to).or_else(|| slip(given, rounded(computed, given))),
                fix: None,
            })),
        })
    }
}

/// The value with half its last written place on either side.
fn spread(claim: &Claim) -> Option<(Decimal, Decimal, Decimal)> {
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

/// As many digits as the stated figure has behind the point, or three significant ones.
fn rounded(computed: Decimal, given: Decimal) -> Decimal {
    let places = given.normalize().scale();
    let small = computed.abs() < Decimal::TEN;
    computed.round_dp(if small { places.max(1) } else { places })
}

/// "30 feet (48 kilometres)" would be right in another unit of the same dimension: 30 miles, 9 metres.
fn other_unit(computed: Decimal, given: Decimal, from: Row, to: Row) -> Option<String> {
    let close = |value: Decimal| !value.is_zero() && ((value - given) / value).abs() < Decimal::new(5, 2);
    if close(computed) || from.1 == "temperature" {
        return None;
    }
    let ratio = given.checked_div(computed)?;
    UNITS
        .iter()
        .filter(|row| row.1 == from.1 && row.2 == from.2 && row.0 != from.0)
        .find_map(|row| {
            let factor = Decimal::new(row.3, row.4).checked_div(Decimal::new(from.3, from.4))?;
            close(computed.checked_mul(factor)?)
                .then(|| format!("{} was meant for {}: the two differ by {}", row.0, from.0, number(ratio.round_dp(1))))
        })
        .or_else(|| {
            UNITS.iter().filter(|row| row.1 == to.1 && row.2 == to.2 && row.0 != to.0).find_map(|row| {
                let factor = Decimal::new(to.3, to.4).checked_div(Decimal::new(row.3, row.4))?;
                close(computed.checked_mul(factor)?).then(|| format!("{} was meant for {}", row.0, to.0))
            })
        })
}
