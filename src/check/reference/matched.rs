//! The facts that each claim of a text is held against, looked for once: a figure that is out of date and one that was
//! never right are two rules, and both ask for the same facts.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::Scene;
use super::matching::{Match, Matching, can_be_a_fact};
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
        let claims = scene.reading.claims.iter();
        claims
            .map(|claim| (!claim.repeated && can_be_a_fact(claim)).then(|| self.matches(scene, &near, claim)))
            .collect()
    }
}
