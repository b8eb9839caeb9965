//! Faults of the reference sets. They are found when a set is loaded, before any text is read; this check gives them a
//! rule file, so that they have a severity, a page and examples like everything else.

use serde::Deserialize;

use super::{Check, ParameterFault, Parameters, Scene};
use crate::verdict::Verdict;

/// The check `reference-data` has no parameters.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ReferenceData {}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<ReferenceData>()?))
}

impl Check for ReferenceData {
    fn check(&self, _scene: &Scene<'_>, _out: &mut Vec<Verdict>) {}
}
