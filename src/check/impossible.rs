//! Impossible percentages: what cannot go below nought cannot fall by more than 100 per cent.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::sentence::SentenceView;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::quantity::{Hedge, Number, Unit};
use crate::token::Class;
use crate::verdict::{Confidence, Failure, Mismatch, Outcome, Verdict};

/// Parameters of the check `impossible`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Impossible {
    /// Words for things that can go below nought; a sentence with one of them is left alone.
    signed: Vec<String>,
}

impl Default for Impossible {
    fn default() -> Self {
        let words = "profit profits earnings income net loss losses balance surplus deficit growth return returns margin \
                     margins temperature temperatures equity result results ebitda ebit cash inflation yield yields flow \
                     flows inflows savings position contribution quarterly performance portfolio rate rates";
        Self { signed: words.split_whitespace().map(str::to_owned).collect() }
    }
}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Impossible>()?))
}

impl Check for Impossible {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        for view in SentenceView::all(scene.reading) {
            for claim in view.claims {
                let Some(value) = over_a_hundred(claim) else { continue };
                if !is_a_fall(&view, claim) || self.can_be_negative(&view) {
                    continue;
                }
                out.push(Verdict { primary: view.place(claim.quantity.span), outcome: failed(&view, claim, value) });
            }
        }
    }
}

impl Impossible {
    fn can_be_negative(&self, view: &SentenceView<'_>) -> bool {
        view.words().any(|word| self.signed.iter().any(|signed| signed.eq_ignore_ascii_case(word)))
    }
}

/// The number of a percentage that is more than 100, or "more than 100%".
fn over_a_hundred(claim: &Claim) -> Option<Decimal> {
    let Number::Value { value, .. } = claim.quantity.number else { return None };
    let hundred = Decimal::ONE_HUNDRED;
    let over = value > hundred || value == hundred && matches!(claim.quantity.hedge, Hedge::MoreThan | Hedge::JustOver);
    (claim.quantity.unit == Unit::Percent && over).then_some(value)
}

/// "fell by 120%", "down 120%", "a 120% reduction", "120% less than".
fn is_a_fall(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let verb = |at: usize| {
        view.class(at).contains(Class::FALL)
            && !matches!(view.word(at), "lost" | "lower" | "shed" | "cut" | "contracted")
    };
    let before = match view.word_before(start, 1) {
        "by" | "nearly" | "almost" | "about" => start.checked_sub(2).is_some_and(verb),
        _ => start.checked_sub(1).is_some_and(verb),
    };
    let noun = |at: usize| matches!(view.word(at), "decrease" | "decline" | "drop" | "reduction" | "fall");
    let behind = noun(end) && !matches!(view.word_before(start, 1), "than" | "of");
    let smaller = |at: usize| matches!(view.word(at), "less" | "fewer" | "lower" | "cheaper" | "smaller");
    let less = (end.saturating_sub(1)..=end).any(|at| smaller(at) && view.word(at + 1) == "than");
    let inside = (start..end).any(noun);
    // "down 120% of", "dropped 150% from the table" speak of levels.
    (before || behind || inside || less) && view.word(end) != "of"
}

fn failed(view: &SentenceView<'_>, claim: &Claim, value: Decimal) -> Outcome {
    let text = view.text(claim.quantity.span);
    let of_base = value.checked_sub(Decimal::ONE_HUNDRED).unwrap_or_default();
    let shown = value.normalize();
    Outcome::Failed(Box::new(Failure {
        mismatch: Mismatch::Hard,
        confidence: Confidence::High,
        message: format!("a fall of “{text}” leaves less than nothing"),
        help: Some("check the percentage, and which of the two levels it is of".to_owned()),
        primary_label: "a fall of more than 100%".to_owned(),
        labels: Vec::new(),
        calculation: Some(format!("100 - {} = -{}", value.normalize(), of_base.normalize())),
        cause: Some(format!("the level before may have been {shown}% of the one afterwards, or {shown}% more than it")),
        fix: None,
    }))
}
