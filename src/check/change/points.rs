//! Points for per cent: "rose 2% from 4% to 6%" is a rise of two percentage points, and of a half.

use serde::Deserialize;

use super::growth::{growth, is_points, nominal};
use super::step::{Step, steps};
use super::words::said_text;
use crate::check::fix::{Right, fix, replaced, rewritten};
use crate::check::sentence::SentenceView;
use crate::check::working::number;
use crate::check::{Check, ParameterFault, Parameters, Scene};
use crate::quantity::{Unit, Widths};
use crate::span::Span;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// The check `points`; it has no parameters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Points {}

/// Builds the check from its rule's parameters.
pub(in crate::check) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Points>()?))
}

impl Check for Points {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        for view in SentenceView::all(scene.reading) {
            if view.claims.iter().filter(|c| c.quantity.unit == Unit::Percent).count() < 2 {
                continue;
            }
            for step in steps(&view) {
                let failure = step.change.as_ref().and_then(|_| judge(scene.widths, &view, &step));
                if let (Some(failure), Some((claim, _))) = (failure, &step.change) {
                    let outcome = Outcome::Failed(Box::new(failure));
                    out.push(Verdict { primary: view.place(claim.quantity.span), outcome });
                }
            }
        }
    }
}

/// The failure where the stated percentage is the difference of two percentages and not their change in per cent.
fn judge(widths: &Widths, view: &SentenceView<'_>, step: &Step<'_>) -> Option<Failure> {
    let (claim, stated) = step.change.as_ref()?;
    let (base, result) = (&step.base_quantity, &step.result_quantity);
    let percentages = [stated.unit, base.unit, result.unit].iter().all(|unit| *unit == Unit::Percent);
    if !percentages || !is_points(stated, base, result) {
        return None;
    }
    let made = growth(widths, base, result)?;
    let said = nominal(stated)?;
    // "from 100% to 90%, down 10%" is both.
    if made.nominal.abs().round_dp(said.normalize().scale()) == said {
        return None;
    }
    let right = made.nominal.abs().round_dp(1);
    let (from, to, points) = (number(nominal(base)?), number(nominal(result)?), number(nominal(stated)?));
    let unit = if points == "1" { "percentage point" } else { "percentage points" };
    let percent =
        Span::new(claim.quantity.number_span.end, claim.quantity.span.end.max(claim.quantity.number_span.end));
    let label = |span, message: &str| Label { place: view.place(span), message: message.to_owned() };
    let mut labels =
        vec![label(step.base.quantity.span, "level before"), label(step.result.quantity.span, "level afterwards")];
    labels.sort_by_key(|l| l.place.span.start);
    Some(Failure {
        mismatch: Mismatch::Hard,
        confidence: Confidence::High,
        message: format!("{from}% to {to}% is {points} {unit}, or {}%, not “{}”", number(right), said_text(view, step)),
        help: Some(format!("write “{points} {unit}”")),
        primary_label: "per cent, where points are meant".to_owned(),
        labels,
        calculation: Some(format!(
            "{to} - {from} = {}{points} points",
            if made.nominal.is_sign_negative() { "-" } else { "+" }
        )),
        cause: Some("the difference of two percentages is in percentage points".to_owned()),
        fix: fix([
            replaced(view, percent, &format!(" {unit}")).map(|way| way.says(&format!("write {points} {unit}"))),
            rewritten(view, claim, Right::about(made.nominal.abs())),
        ]),
    })
}
