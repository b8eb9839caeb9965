//! Which fixes are applied: those that cannot change the meaning, and with the user's leave the others, but never one
//! that only an editor can choose, and of two that touch the same bytes the one for the worse finding.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::verdict::{Alternative, ByHand, Edit, Finding, Fix};

/// What happens to the fix of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate<'f> {
    /// It is applied, by this alternative.
    Applied(&'f Alternative),
    /// It would be with `--unsafe-fixes`.
    Unsafe,
    /// An editor must apply it.
    ByHand(ByHand),
    /// There is none.
    None,
}

/// What happens to the fix of a finding by itself.
pub fn fate(finding: &Finding, unsafe_too: bool) -> Fate<'_> {
    match &finding.fix {
        None => Fate::None,
        Some(Fix { by_hand: Some(why), .. }) => Fate::ByHand(*why),
        Some(Fix { safe: false, .. }) if !unsafe_too => Fate::Unsafe,
        Some(fix) => fix.alternatives.first().map_or(Fate::None, Fate::Applied),
    }
}

/// How many findings have a fix, by what is needed to apply it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// `--fix` applies it.
    pub safe: u64,
    /// `--fix --unsafe-fixes` applies it.
    pub not_safe: u64,
    /// An editor can.
    pub by_hand: u64,
}

/// Counts the fixes of findings.
pub fn tally<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Tally {
    let mut tally = Tally::default();
    for finding in findings {
        match fate(finding, false) {
            Fate::Applied(_) => tally.safe += 1,
            Fate::Unsafe => tally.not_safe += 1,
            Fate::ByHand(_) => tally.by_hand += 1,
            Fate::None => {}
        }
    }
    tally
}

/// The fixes to apply together, none of which touches bytes of another; `may_edit` says of a path whether it is one of
/// the texts.
pub fn together<'f>(
    findings: impl IntoIterator<Item = &'f Finding>,
    unsafe_too: bool,
    may_edit: impl Fn(&str) -> bool,
) -> Vec<(&'f Finding, &'f Alternative)> {
    let applied = |finding: &'f Finding| match fate(finding, unsafe_too) {
        Fate::Applied(alternative) => Some((finding, alternative)),
        _ => None,
    };
    let mut wanted: Vec<_> = findings.into_iter().filter_map(applied).collect();
    // The sort is stable: findings come in text order.
    wanted.sort_by_key(|(finding, _)| Reverse(finding.severity));
    let (mut taken, mut bytes) = (Vec::new(), BTreeMap::new());
    for (finding, alternative) in wanted {
        if alternative.edits.iter().all(|edit| may_edit(&edit.path) && is_free(&bytes, edit)) {
            bytes.extend(alternative.edits.iter().map(|edit| ((edit.path.as_str(), edit.span.start), edit.span.end)));
            taken.push((finding, alternative));
        }
    }
    taken.sort_by(|(a, _), (b, _)| {
        (&a.primary.path, a.primary.span.start).cmp(&(&b.primary.path, b.primary.span.start))
    });
    taken
}

/// Whether no edit before touches the bytes of this one, or puts something at the same place. `taken` are the ends of
/// all edits before, by path and start.
fn is_free(taken: &BTreeMap<(&str, u32), u32>, edit: &Edit) -> bool {
    let path = edit.path.as_str();
    let nearest = taken.range((path, 0)..=(path, edit.span.end)).next_back();
    nearest.is_none_or(|(_, end)| *end < edit.span.start)
}
