//! Instructions to figlint that suppress nothing. They are known only when all findings of a run are; this check gives
//! them a rule file, so that they have a severity, a page and examples like everything else.

use serde::Deserialize;

use super::{Check, ParameterFault, Parameters, Scene};
use crate::verdict::Verdict;

/// The check `suppression` has no parameters.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Suppression {}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Suppression>()?))
}

impl Check for Suppression {
    fn check(&self, _scene: &Scene<'_>, _out: &mut Vec<Verdict>) {}
}
