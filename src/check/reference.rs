//! The reference set: claims against the facts that the desk has verified.

mod event;
mod matched;
mod matching;
mod outdated;
#[cfg(test)]
mod tests;
mod why;
mod words;

use super::compare::{Figure, mismatch};
use super::fix::{self, Right, either, fix, rewritten};
use super::nobody;
use super::sentence::SentenceView;
use super::{Check, ParameterFault, Parameters, Scene, compare, working};
use crate::claim::Claim;
use crate::reference::{Fact, FactValue, Status};
use crate::verdict::{Confidence, Failure, Fix, Label, Outcome, Reason, Verdict};
use event::Events;
use matching::{Match, Matching, confidence, nearest};
use why::why;
use words::{fact_figure, fact_words, source_words, teller, value_words};

pub use matched::Matched;
pub(super) use outdated::build as build_outdated;

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(Reference(parameters.read::<Matching>()?)))
}

/// The check `reference`.
#[derive(Clone, Debug)]
struct Reference(Matching);

impl Check for Reference {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        if scene.facts.is_empty() {
            return;
        }
        let found = self.0.of_text(scene);
        let mut events = Events::default();
        for view in SentenceView::all(scene.reading) {
            for (claim, matches) in view.claims.iter().zip(found.get(view.range()).unwrap_or_default()) {
                let Some(matches) = matches else { continue };
                let Some((outcome, event)) = self.outcome(scene, &view, claim, matches) else { continue };
                let verdict = Verdict { primary: view.place(claim.quantity.span), outcome };
                match event {
                    Some(fact) => events.add(&view, claim, fact, verdict),
                    None => out.push(verdict),
                }
            }
        }
        events.judge(out);
    }
}

impl Reference {
    /// What the facts say of a claim, and the fact of the event that it is a count of, if it has no period of its own;
    /// nothing of outdated figures, which have a rule of their own.
    fn outcome<'a>(
        &self,
        scene: &Scene<'a>,
        view: &SentenceView<'_>,
        claim: &Claim,
        matches: &Result<Vec<Match<'a>>, Reason>,
    ) -> Option<(Outcome, Option<&'a Fact>)> {
        let matches = match matches {
            Ok(matches) => matches,
            Err(reason) => return Some((Outcome::NotChecked(*reason), None)),
        };
        let best = nearest(matches)?;
        if outdated::older(scene, claim, best, matches).is_some() {
            return None;
        }
        let event = (best.dated_by_document || matching::is_of_an_event(scene, claim, best)).then_some(best.fact);
        Some((self.hold(scene, view, claim, best, matches), event))
    }

    fn hold(
        &self,
        scene: &Scene<'_>,
        view: &SentenceView<'_>,
        claim: &Claim,
        best: &Match<'_>,
        matches: &[Match<'_>],
    ) -> Outcome {
        let fact = best.fact;
        let (Some(stated), Some(known)) = (Figure::of(&claim.quantity, scene.widths), fact_figure(scene, fact)) else {
            return Outcome::NotChecked(Reason::TooLarge);
        };
        let text = view.text(claim.quantity.span);
        let (what, who) = (fact_words(scene, fact), teller(fact));
        let says = value_words(view, claim, fact);
        let labels = vec![Label { place: fact.place.clone(), message: format!("{}: {says}", fact.id) }];
        let calculation = format!("“{text}” means {}; {who} says {}", words::words(&stated), words::words(&known));
        let contested = fact.status == Status::Contested
            && matches
                .iter()
                .any(|m| fact_figure(scene, m.fact).is_some_and(|other| mismatch(&stated, &other).is_none()));
        let values = if fact.status == Status::Contested { contested_values(view, claim, matches) } else { says };
        let later = self.0.is_update(claim, fact);
        match mismatch(&stated, &known) {
            None => Outcome::Passed { calculation, message: format!("agrees with {who} ({what})"), labels },
            Some(_) if contested => {
                Outcome::Passed { calculation, message: format!("agrees with one of several values ({what})"), labels }
            }
            Some(_) if later => {
                Outcome::Passed { calculation, message: format!("newer than {who}, supersedes it ({what})"), labels }
            }
            Some(_) if nobody::is_none(claim) && !nobody::is_final(view, claim, fact) => {
                Outcome::NotChecked(Reason::CountsSome)
            }
            // "A man was killed" says of nobody else that he lived.
            Some(_) if !view.says_a_number(claim) && !nobody::is_none(claim) => Outcome::NotChecked(Reason::CountsSome),
            Some(mismatch) => Outcome::Failed(Box::new(Failure {
                mismatch,
                // "Nobody died" may be said of one place of several.
                confidence: if nobody::is_none(claim) { Confidence::Medium } else { confidence(best) },
                message: format!("“{text}” does not agree with {who}, which says {values}: {what}"),
                help: Some(source_words(fact)),
                primary_label: format!("means {}", words::words(&stated)),
                labels,
                calculation: Some(calculation),
                cause: why(scene, claim, fact),
                fix: by_the_facts(view, claim, fact, matches),
            })),
        }
    }
}

/// The fact's value in place of the figure; of a contested fact, any of its values.
fn by_the_facts(view: &SentenceView<'_>, claim: &Claim, fact: &Fact, matches: &[Match<'_>]) -> Option<Fix> {
    if fact.status != Status::Contested {
        return fix([of_fact(view, claim, fact)]);
    }
    let contested = matches.iter().filter(|of| of.fact.status == Status::Contested);
    either(contested.map(|of| of_fact(view, claim, of.fact)))
}

/// A fact's value with its hedge, written as the figure is. A change is not told by a level, nor a level by a range.
fn of_fact(view: &SentenceView<'_>, claim: &Claim, fact: &Fact) -> Option<fix::Way> {
    match fact.value {
        FactValue::Value(value, hedge) if claim.quantity.change.is_none() => {
            rewritten(view, claim, Right::exactly(value).hedged(hedge))
        }
        _ => None,
    }
}

/// All values that stand side by side: "4,000 or 11,000".
fn contested_values(view: &SentenceView<'_>, claim: &Claim, matches: &[Match<'_>]) -> String {
    let contested = matches.iter().filter(|m| m.fact.status == Status::Contested);
    let mut values: Vec<String> = contested.map(|m| value_words(view, claim, m.fact)).collect();
    values.dedup();
    values.join(" or ")
}
