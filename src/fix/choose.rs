//! Which fixes are applied: those that cannot change the meaning, and with the user's leave the others, but never one that
//! only an editor can choose, and of two that touch the same bytes the one for the worse finding.

use std::cmp::Reverse;

use crate::verdict::{Alternative, ByHand, Finding, Fix};

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
pub(super) fn together<'f>(
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
    let mut taken: Vec<(&Finding, &Alternative)> = Vec::new();
    for (finding, alternative) in wanted {
        let free = taken.iter().all(|(_, other)| !collide(alternative, other));
        if free && alternative.edits.iter().all(|edit| may_edit(&edit.path)) {
            taken.push((finding, alternative));
        }
    }
    taken.sort_by(|(a, _), (b, _)| {
        (&a.primary.path, a.primary.span.start).cmp(&(&b.primary.path, b.primary.span.start))
    });
    taken
}

/// Whether two alternatives touch the same bytes, or put something at the same place.
fn collide(a: &Alternative, b: &Alternative) -> bool {
    a.edits
        .iter()
        .any(|x| b.edits.iter().any(|y| x.path == y.path && x.span.start <= y.span.end && y.span.start <= x.span.end))
}
