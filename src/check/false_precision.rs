//! False precision: "over 1,379", "about 4,213". A bound or an "about" promises a round figure.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::fix::{fix, safe, unhedged};
use super::sentence::SentenceView;
use super::working::significant_digits;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::quantity::{Form, Hedge, Number};
use crate::verdict::{Confidence, Failure, Mismatch, Outcome, Verdict};

/// Parameters of the check `false-precision`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct FalsePrecision {
    /// Digits, without the noughts at the end, that are too many behind "over" or "about".
    digits: u32,
}

impl Default for FalsePrecision {
    fn default() -> Self {
        Self { digits: 4 }
    }
}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<FalsePrecision>()?))
}

impl Check for FalsePrecision {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        for claim in &scene.reading.claims {
            let quantity = &claim.quantity;
            let Number::Value { value, form: Form::Whole, .. } = quantity.number else { continue };
            let hedged = matches!(quantity.hedge, Hedge::About | Hedge::Nearly | Hedge::MoreThan);
            // "over 2024" is a year.
            let year = (Decimal::from(1500)..=Decimal::from(2100)).contains(&value)
                && !quantity.number_span.slice(block(scene, claim)).contains(',');
            if !hedged || year || significant_digits(value.trunc()) < self.digits {
                continue;
            }
            let view = SentenceView::of(scene.reading, &scene.reading.sentences[claim.sentence as usize]);
            let text = view.text(quantity.span);
            let failure = Failure {
                mismatch: Mismatch::Hard,
                confidence: Confidence::High,
                message: format!("“{text}” is a rough word with an exact figure"),
                help: Some("leave the word out if the figure was counted, or round the figure".to_owned()),
                primary_label: "rough word, exact figure".to_owned(),
                labels: Vec::new(),
                calculation: None,
                cause: None,
                // A sentence that begins with digits is a matter of taste.
                fix: if text.starts_with(char::is_uppercase) {
                    fix([unhedged(&view, claim)])
                } else {
                    safe(unhedged(&view, claim))
                },
            };
            out.push(Verdict { primary: view.place(quantity.span), outcome: Outcome::Failed(Box::new(failure)) });
        }
    }
}

fn block<'r>(scene: &Scene<'r>, claim: &Claim) -> &'r str {
    SentenceView::of(scene.reading, &scene.reading.sentences[claim.sentence as usize]).block()
}
