//! Figures that were right once: the text repeats what an older fact says, and a newer one says something else.

use super::matching::{Match, Matching, confidence, nearest};
use super::words::{fact_figure, fact_words, source_words, teller, value_words};
use super::{Check, Figure, ParameterFault, Parameters, Scene, SentenceView, fix, mismatch, of_fact};
use crate::claim::Claim;
use crate::period::day_in_words;
use crate::reference::Status;
use crate::verdict::{Failure, Label, Mismatch, Outcome, Verdict};

/// The check `outdated`.
#[derive(Clone, Debug)]
struct Outdated(Matching);

/// Builds the check from its rule's parameters.
pub(in super::super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(Outdated(parameters.read::<Matching>()?)))
}

impl Check for Outdated {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        if scene.facts.is_empty() {
            return;
        }
        let found = self.0.of_text(scene);
        for view in SentenceView::all(scene.reading) {
            for (claim, matches) in view.claims.iter().zip(found.get(view.range()).unwrap_or_default()) {
                let Some(Ok(matches)) = matches else { continue };
                let Some(best) = nearest(matches) else { continue };
                if let Some(older) = older(scene, claim, best, matches) {
                    let outcome = failed(scene, &view, claim, best, older);
                    out.push(Verdict { primary: view.place(claim.quantity.span), outcome });
                }
            }
        }
    }
}

/// The fact that a claim repeats, where a newer one that it could know of says something else. A count of an event that
/// is dated by its text alone may count some of the same people, and repeats nothing.
pub(super) fn older<'m, 'f>(
    scene: &Scene<'_>,
    claim: &Claim,
    best: &Match<'f>,
    matches: &'m [Match<'f>],
) -> Option<&'m Match<'f>> {
    let known = best.fact.as_of?;
    let stated = Figure::of(&claim.quantity, scene.widths)?;
    let agrees = |of: &Match<'_>| fact_figure(scene, of.fact).is_some_and(|fact| mismatch(&stated, &fact).is_none());
    if best.dated_by_document || best.fact.status == Status::Contested || agrees(best) {
        return None;
    }
    let before = matches.iter().filter(|of| of.fact.about == best.fact.about);
    let before = before.filter(|of| of.fact.as_of.is_some_and(|day| day < known));
    before.filter(|of| agrees(of)).max_by_key(|of| of.fact.as_of)
}

fn failed(scene: &Scene<'_>, view: &SentenceView<'_>, claim: &Claim, best: &Match<'_>, older: &Match<'_>) -> Outcome {
    let text = view.text(claim.quantity.span);
    let day = |of: &Match<'_>| of.fact.as_of.map_or(String::new(), |day| format!(" as of {}", day_in_words(day)));
    let value = |of: &Match<'_>| value_words(view, claim, of.fact);
    let (new, old) = (value(best), value(older));
    let label = |of: &Match<'_>| Label {
        place: of.fact.place.clone(),
        message: format!("{}: {}{}", of.fact.id, value(of), day(of)),
    };
    Outcome::Failed(Box::new(Failure {
        mismatch: Mismatch::Hard,
        confidence: confidence(best),
        message: format!(
            "“{text}” is out of date: {} says {old}{}, and {new}{} ({})",
            teller(older.fact),
            day(older),
            day(best),
            fact_words(scene, best.fact)
        ),
        help: Some(format!("write {new}, or say of which day the figure is; {}", source_words(best.fact))),
        primary_label: format!("now {new}"),
        labels: vec![label(best), label(older)],
        calculation: None,
        cause: older.fact.as_of.map(|day| format!("{old} was the figure as of {}", day_in_words(day))),
        fix: fix([of_fact(view, claim, best.fact)]),
    }))
}
