//! Sums: the parts of an enumeration against the total that the same sentence states.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::account::{Account, Kind, account};
use super::compare::Figure;
use super::sentence::SentenceView;
use super::table::tables;
use super::working::{interval, number, slip};
use super::{Check, ParameterFault, Parameters, Scene, compare};
use crate::claim::Claim;
use crate::quantity::{Form, Hedge, Interval, Meaning, Number, Widths};
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
        tables(scene.reading.document, out);
        for view in SentenceView::all(scene.reading) {
            for at in 0..view.claims.len() {
                let Some(account) = account(&view, at, self.min_parts) else { continue };
                let outcome = if account.parts.len() < self.min_parts {
                    Outcome::NotChecked(Reason::NoBase)
                } else {
                    add_up(scene, &view, &account)
                };
                out.push(Verdict { primary: view.place(account.total.quantity.span), outcome });
            }
        }
    }
}

fn value(claim: &Claim) -> Decimal {
    match claim.quantity.number {
        Number::Value { value, .. } => value,
        _ => Decimal::ZERO,
    }
}

/// Adds the parts as intervals and holds the sum against the total.
fn add_up(scene: &Scene<'_>, view: &SentenceView<'_>, account: &Account<'_>) -> Outcome {
    let (total, parts) = (account.total, &account.parts[..]);
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
    let some = account.kind == Kind::Some;
    let below = some && sum.meaning.soft.low.value() <= stated.meaning.soft.high.value();
    match compare::mismatch(&sum, &stated).filter(|_| !below) {
        None if some => {
            Outcome::Passed { calculation, message: "the parts are no more than the total".to_owned(), labels }
        }
        None => Outcome::Passed { calculation, message: "the parts add up to the stated total".to_owned(), labels },
        Some(mismatch) => Outcome::Failed(Box::new(Failure {
            mismatch,
            // Parts of a list that is not complete can overlap.
            confidence: if some { Confidence::Medium } else { Confidence::High },
            message: if some {
                format!("the parts add up to {}, more than “{}”", number(exact), view.text(total.quantity.span))
            } else {
                format!("the parts add up to {}, not to “{}”", number(exact), view.text(total.quantity.span))
            },
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
