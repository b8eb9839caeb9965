//! The facts that each claim of a text is held against, looked for once: a figure that is out of date and one that was
//! never right are two rules, and both ask for the same facts.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::Scene;
use super::matching::{Match, Matching, can_be_a_fact};
use crate::claim::Claim;
use crate::verdict::Reason;

/// What was found for one claim; `None` where it is no figure that facts speak of.
type Found<'f> = Option<Result<Vec<Match<'f>>, Reason>>;

/// What was found for each claim of a text, by the claim's index.
#[derive(Debug, Default)]
pub struct Matched<'f>(OnceCell<(Matching, Vec<Found<'f>>)>);

impl Matching {
    /// What is found for each claim of a text. Checks with the same parameters share one search.
    pub(super) fn of_text<'s>(&self, scene: &Scene<'s>) -> Cow<'s, [Found<'s>]> {
        let (parameters, found) = scene.matched.0.get_or_init(|| (self.clone(), self.search(scene)));
        if parameters == self { Cow::Borrowed(found) } else { Cow::Owned(self.search(scene)) }
    }

    fn search<'s>(&self, scene: &Scene<'s>) -> Vec<Found<'s>> {
        let near = scene.facts.near(scene.reading);
        let claims = &scene.reading.claims;
        let mut found: Vec<Found<'s>> = claims
            .iter()
            .map(|claim| (!claim.repeated && can_be_a_fact(claim)).then(|| self.matches(scene, &near, claim)))
            .collect();
        for (at, pair) in claims.windows(2).enumerate() {
            let (parts, wholes) = found.split_at_mut(at + 1);
            if let [.., Some(Ok(of_part))] = parts
                && let Some(of_whole @ Ok(_)) = &mut wholes[0]
                && is_part_of(scene, &pair[0], &pair[1])
            {
                leave_to_the_part(of_part, of_whole);
            }
        }
        found
    }
}

/// "won 98 of the 200 seats": nothing but "of the" between a figure and the one behind it.
fn is_part_of(scene: &Scene<'_>, part: &Claim, whole: &Claim) -> bool {
    let block = scene.reading.sentences[part.sentence as usize].block;
    let text = &scene.reading.document.blocks[block as usize].text;
    part.sentence == whole.sentence
        && text
            .get(part.quantity.span.end as usize..whole.quantity.span.start as usize)
            .is_some_and(|between| matches!(between.trim(), "of" | "of the" | "out of"))
}

/// A fact that goes with a part is none of the whole that it is taken of.
fn leave_to_the_part(of_part: &[Match<'_>], of_whole: &mut Result<Vec<Match<'_>>, Reason>) {
    let Ok(matches) = of_whole else { return };
    matches.retain(|of| !of_part.iter().any(|part| std::ptr::eq(part.fact, of.fact)));
    if matches.is_empty() {
        *of_whole = Err(Reason::CountsSome);
    }
}
