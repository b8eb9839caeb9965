//! Sums: the parts of an enumeration against the total that the same sentence states.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::compare::Figure;
use super::sentence::SentenceView;
use super::working::{interval, number, slip};
use super::{Check, ParameterFault, Parameters, Scene, compare};
use crate::claim::{Claim, Standing};
use crate::quantity::{Form, Hedge, Interval, Meaning, Number, Unit, Widths};
use crate::verdict::{Confidence, Failure, Label, Outcome, Reason, Verdict};

/// Parameters of the check `sum`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Sum {
    /// Fewest parts that make an enumeration.
    min_parts: usize,
}

impl Default for Sum {
    fn default() -> Self {
        Self { min_parts: 2 }
    }
}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Sum>()?))
}

impl Check for Sum {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        for view in SentenceView::all(scene.reading) {
            for (at, total) in view.claims.iter().enumerate() {
                if total.repeated || !states_a_total(&view, total) {
                    continue;
                }
                let parts = match parts_before(&view, at) {
                    parts if parts.len() >= self.min_parts => parts,
                    _ => parts_after(&view, at),
                };
                let outcome = if parts.len() < self.min_parts {
                    Outcome::NotChecked(Reason::NoBase)
                } else {
                    add_up(scene, &view, total, &parts)
                };
                out.push(Verdict { primary: view.place(total.quantity.span), outcome });
            }
        }
    }
}

/// "for a total of $21 million", "a total of 12:", "which adds up to 90", "totalling 40".
fn states_a_total(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    let word = |back: usize| view.word_before(start, back);
    let after_total = claim.quantity.total && !matches!(word(1), "of" | "from" | "than" | "to");
    let adds_up = matches!(word(1), "totalling" | "totaling")
        || matches!((word(2), word(1)), ("up", "to")) && matches!(word(3), "adds" | "add" | "adding");
    (after_total || adds_up) && claim.standing == Standing::Own && is_part(claim)
}

/// A plain figure that can be added.
fn is_part(claim: &Claim) -> bool {
    claim.quantity.change.is_none()
        && matches!(claim.quantity.number, Number::Value { .. })
        && matches!(
            claim.quantity.hedge,
            Hedge::None | Hedge::Exactly | Hedge::About | Hedge::Nearly | Hedge::JustOver | Hedge::JustUnder
        )
        && matches!(claim.quantity.unit, Unit::None | Unit::Person | Unit::Thing | Unit::Money(_))
}

/// The run of figures of the same unit before the total. Each is a part: none is said to be inside another, and each
/// begins its own conjunct.
fn parts_before<'v>(view: &'v SentenceView<'_>, total: usize) -> Vec<&'v Claim> {
    let mut parts: Vec<&Claim> =
        view.claims[..total].iter().rev().take_while(|c| same_unit(c, &view.claims[total])).collect();
    parts.reverse();
    let sound = parts.iter().all(|c| is_part(c) && c.standing == Standing::Own && !c.quantity.total)
        && parts.windows(2).all(|pair| view.joined(pair[0], pair[1]));
    if sound { parts } else { Vec::new() }
}

/// "a total of 12: five men, four women and three children": the run behind a colon or dash.
fn parts_after<'v>(view: &'v SentenceView<'_>, total: usize) -> Vec<&'v Claim> {
    let end = view.end_token(&view.claims[total]);
    if !view.opens_a_list(end) {
        return Vec::new();
    }
    let parts: Vec<&Claim> =
        view.claims[total + 1..].iter().take_while(|c| same_unit(c, &view.claims[total])).collect();
    let sound = parts.len() == view.claims.len() - total - 1
        && parts.iter().all(|c| is_part(c))
        && parts.windows(2).all(|pair| view.joined(pair[0], pair[1]));
    if sound { parts } else { Vec::new() }
}

fn same_unit(a: &Claim, b: &Claim) -> bool {
    match (a.quantity.unit, b.quantity.unit) {
        (Unit::Money(x), Unit::Money(y)) => x == y,
        (Unit::Person | Unit::None | Unit::Thing, Unit::Person | Unit::None | Unit::Thing) => true,
        _ => false,
    }
}

fn value(claim: &Claim) -> Decimal {
    match claim.quantity.number {
        Number::Value { value, .. } => value,
        _ => Decimal::ZERO,
    }
}

/// Adds the parts as intervals and holds the sum against the total.
fn add_up(scene: &Scene<'_>, view: &SentenceView<'_>, total: &Claim, parts: &[&Claim]) -> Outcome {
    let Some((sum, stated)) = intervals(scene.widths, total, parts) else {
        return Outcome::NotChecked(Reason::TooLarge);
    };
    let exact = sum.nominal.unwrap_or_default();
    let scale = common_scale(total, parts);
    let shown = |claim: &Claim| number(value(claim) / scale);
    let terms: Vec<String> = parts.iter().map(|c| shown(c)).collect();
    let calculation = format!("{} = {}, stated {}", terms.join(" + "), number(exact / scale), shown(total));
    let labels = parts
        .iter()
        .map(|c| Label { place: view.place(c.quantity.span), message: format!("part: {}", shown(c)) })
        .collect();
    match compare::mismatch(&sum, &stated) {
        None => Outcome::Passed { calculation, message: "the parts add up to the stated total".to_owned(), labels },
        Some(mismatch) => Outcome::Failed(Box::new(Failure {
            mismatch,
            confidence: Confidence::High,
            message: format!("the parts add up to {}, not to “{}”", number(exact), view.text(total.quantity.span)),
            help: Some(format!(
                "as written, the parts can make {}; check the total and whether a part is missing",
                interval(&sum.meaning.hard.unwrap_or(sum.meaning.soft))
            )),
            primary_label: "stated total".to_owned(),
            labels,
            calculation: Some(calculation),
            cause: slip(value(total), exact),
            fix: None,
        })),
    }
}

/// The sum of the parts, each read at the finest precision among them, and the total as it was written.
fn intervals(widths: &Widths, total: &Claim, parts: &[&Claim]) -> Option<(Figure, Figure)> {
    let places = parts.iter().filter_map(|c| match c.quantity.number {
        Number::Value { place, form, .. } if form != Form::Whole => Some(place),
        _ => None,
    });
    let finest = places.min();
    let some_exact = parts.iter().any(|c| matches!(c.quantity.number, Number::Value { value, form: Form::Whole, .. } if !(value % Decimal::TEN).is_zero()));
    let zero = Meaning { soft: Interval::point(Decimal::ZERO), hard: Some(Interval::point(Decimal::ZERO)) };
    let meaning = parts.iter().try_fold(zero, |sum, part| {
        let own = match (part.quantity.number, finest) {
            (Number::Value { value, form, .. }, Some(place))
                if form != Form::Whole && part.quantity.hedge == Hedge::None =>
            {
                both(Interval::around(value, place / Decimal::TWO)?)
            }
            (Number::Value { value, .. }, _) if some_exact && part.quantity.hedge == Hedge::None => {
                both(Interval::point(value))
            }
            _ => part.quantity.meaning(widths)?,
        };
        Some(Meaning { soft: sum.soft.plus(&own.soft)?, hard: Some(sum.hard?.plus(&own.hard?)?) })
    })?;
    let nominal = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(value(part)))?;
    Some((Figure { meaning, nominal: Some(nominal), hedge: Hedge::None }, Figure::of(&total.quantity, widths)?))
}

fn both(interval: Interval) -> Meaning {
    Meaning { soft: interval, hard: Some(interval) }
}

/// The magnitude that all figures share, so that the working reads "3.2 + 3 = 6.2".
fn common_scale(total: &Claim, parts: &[&Claim]) -> Decimal {
    let all_scaled = parts
        .iter()
        .chain(std::iter::once(&total))
        .all(|c| matches!(c.quantity.number, Number::Value { form: Form::Magnitude, .. }));
    let smallest = parts.iter().chain(std::iter::once(&total)).map(|c| value(c)).min().unwrap_or(Decimal::ONE);
    [1_000_000_000_000i64, 1_000_000_000, 1_000_000, 1_000]
        .into_iter()
        .map(Decimal::from)
        .find(|scale| all_scaled && smallest >= *scale)
        .unwrap_or(Decimal::ONE)
}
