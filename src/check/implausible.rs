//! Values that this world does not have: a man of 131 years, an earthquake of magnitude 12, thirty hours a day. The
//! bounds stand in the rule file.

use rust_decimal::Decimal;
use serde::Deserialize;
use toml::Spanned;

use super::bound::{Bound, Row};
use super::sentence::SentenceView;
use super::working::number;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::quantity::unit::MeasureUnit;
use crate::quantity::{Hedge, Number, Unit};
use crate::verdict::{Confidence, Failure, Mismatch, Outcome, Verdict};

/// Parameters of the check `implausible`, as the rule file has them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    bound: Vec<Spanned<Row>>,
}

/// The check `implausible`.
#[derive(Clone, Debug)]
struct Implausible {
    bounds: Vec<Bound>,
}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    let bounds = parameters.read::<Written>()?.bound.into_iter().map(Bound::read).collect::<Result<_, _>>()?;
    Ok(Box::new(Implausible { bounds }))
}

/// Units that are taken for each other: what was meant where a value fits in the other one.
const TAKEN_FOR: &[(&str, &str)] =
    &[("degC", "degF"), ("km/h", "mph"), ("kn", "km/h"), ("kg", "lb"), ("lb", "oz"), ("kg", "g"), ("m", "ft")];

impl Check for Implausible {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        for view in SentenceView::all(scene.reading) {
            for claim in view.claims {
                if claim.quantity.change.is_some() {
                    continue;
                }
                let Some(values) = values(claim) else { continue };
                let outcome = self.bounds.iter().find_map(|bound| judge(&view, claim, bound, values));
                out.extend(outcome.map(|outcome| Verdict { primary: view.place(claim.quantity.span), outcome }));
            }
        }
    }
}

/// The least and the most that a figure says, as written.
fn values(claim: &Claim) -> Option<(Option<Decimal>, Option<Decimal>)> {
    match claim.quantity.number {
        Number::Value { value, .. } => Some(match claim.quantity.hedge {
            Hedge::LessThan | Hedge::AtMost | Hedge::Nearly | Hedge::JustUnder | Hedge::MostOf => (Some(value), None),
            Hedge::MoreThan | Hedge::AtLeast | Hedge::JustOver => (None, Some(value)),
            _ => (Some(value), Some(value)),
        }),
        Number::Range { low, high, .. } => Some((Some(low.min(high)), Some(low.max(high)))),
        Number::Vague(_) | Number::Share { .. } | Number::Multiple { .. } => None,
    }
}

fn judge(
    view: &SentenceView<'_>,
    claim: &Claim,
    bound: &Bound,
    (least, most): (Option<Decimal>, Option<Decimal>),
) -> Option<Outcome> {
    let unit = claim.quantity.unit;
    let own = |value: Option<Decimal>| value.and_then(|value| bound.in_own_unit(value, unit));
    let (least, most) = (own(least), own(most));
    if least.or(most).is_none() || !bound.speaks_of(view, claim) {
        return None;
    }
    let above = most.zip(bound.high).filter(|(value, high)| value > high);
    let below = least.zip(bound.low).filter(|(value, low)| value < low);
    let symbol = if matches!(bound.unit, Unit::Measure(_)) { format!(" {}", bound.symbol) } else { String::new() };
    let text = view.text(claim.quantity.span);
    let Some((value, limit)) = above.or(below) else {
        let ends = [
            bound.low.map(|low| format!("at least {}", number(low))),
            bound.high.map(|high| format!("at most {}", number(high))),
        ];
        let calculation = format!("{text}, {}{symbol}", ends.into_iter().flatten().collect::<Vec<_>>().join(" and "));
        let message = format!("“{text}” is possible for the {}", bound.name);
        return Some(Outcome::Passed { calculation, message, labels: Vec::new() });
    };
    let (than, end) = if above.is_some() { ("more", "most") } else { ("less", "least") };
    let known = if bound.certain { "is possible" } else { "is known" };
    let exact = claim.quantity.unit == bound.unit;
    let shown = if exact {
        text.to_owned()
    } else {
        format!("{text} = {}{symbol}", number(value.round_sf(4).unwrap_or(value)))
    };
    Some(Outcome::Failed(Box::new(Failure {
        mismatch: Mismatch::Hard,
        confidence: if bound.certain { Confidence::High } else { Confidence::Medium },
        message: format!("“{text}” is {than} than {known} for the {}", bound.name),
        help: Some(format!("check the figure and its unit; the {end} is {}{symbol} ({})", number(limit), bound.source)),
        primary_label: format!("the {end} is {}{symbol}", number(limit)),
        labels: Vec::new(),
        calculation: Some(format!("{shown}, the {end} is {}{symbol}", number(limit))),
        cause: meant(claim, bound, text).or_else(|| tenth(claim, bound)),
        fix: None,
    })))
}

/// "130 °C" was perhaps meant in °F.
fn meant(claim: &Claim, bound: &Bound, text: &str) -> Option<String> {
    let (Unit::Measure(unit), Number::Value { value, .. }) = (claim.quantity.unit, claim.quantity.number) else {
        return None;
    };
    let symbol = unit.symbol();
    let other = |(a, b): &(&'static str, &'static str)| (*a == symbol).then_some(*b).or((*b == symbol).then_some(*a));
    TAKEN_FOR.iter().filter_map(other).find_map(|name| {
        let value = bound.in_own_unit(value, Unit::Measure(MeasureUnit::from_symbol(name)?))?;
        bound.holds(value).then(|| format!("the unit of “{text}” may be wrong: as {name} it would be possible"))
    })
}

/// A point that was dropped: "72" for 7.2. Ages, shares and lengths of time have none.
fn tenth(claim: &Claim, bound: &Bound) -> Option<String> {
    let (Unit::Measure(_) | Unit::None | Unit::Person, Number::Value { value, .. }) =
        (claim.quantity.unit, claim.quantity.number)
    else {
        return None;
    };
    let tenth = value.fract().is_zero().then(|| value.checked_div(Decimal::TEN))??;
    let fits = bound.in_own_unit(tenth, claim.quantity.unit).is_some_and(|value| bound.holds(value));
    fits.then(|| format!("a decimal point may be missing: {} would be possible", number(tenth)))
}
