//! One mistake, told once: two rules can find fault with one figure by the same other figures, as a sum ("40 dead and
//! 63 wounded, 130 casualties in all") and as a relation. The surer one speaks for both.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use crate::span::Span;
use crate::verdict::{Failure, Mismatch, Outcome, Verdict};

/// Drops every failed verdict of a text that another rule's verdict tells as surely: the same primary place, and the
/// same other places. Verdicts without other places stay, since nothing shows what they rest on.
pub(super) fn tell_once(verdicts: &mut Vec<(u16, Verdict)>) {
    let mut told: HashMap<(Span, Vec<Span>), usize> = HashMap::new();
    let mut again = Vec::new();
    for (at, (rule, verdict)) in verdicts.iter().enumerate() {
        let Outcome::Failed(failure) = &verdict.outcome else { continue };
        let mut others: Vec<Span> = failure.labels.iter().map(|label| label.place.span).collect();
        if others.is_empty() {
            continue;
        }
        others.sort_unstable_by_key(|span| (span.start, span.end));
        match told.entry((verdict.primary.span, others)) {
            Entry::Vacant(first) => {
                first.insert(at);
            }
            Entry::Occupied(mut first) => {
                let (earlier, before) = &verdicts[*first.get()];
                let surer = matches!(&before.outcome, Outcome::Failed(before) if weight(before) >= weight(failure));
                if earlier != rule && surer {
                    again.push(at);
                } else if earlier != rule {
                    again.push(first.insert(at));
                }
            }
        }
    }
    again.sort_unstable();
    let mut at = 0;
    verdicts.retain(|_| {
        at += 1;
        again.binary_search(&(at - 1)).is_err()
    });
}

/// How much a failure weighs: how far the figures are apart, then how sure it is that they belong together.
fn weight(failure: &Failure) -> impl PartialOrd + use<> {
    let apart = match failure.mismatch {
        Mismatch::Hard => 2,
        Mismatch::Soft => 1,
        Mismatch::Note => 0,
    };
    (apart, failure.confidence)
}
