//! Which findings of a text its instructions meet. Both are asked for by name and place, so that a text full of
//! instructions and of findings takes no longer than its length.

use std::collections::HashMap;

use super::{CHECK, Suppression, Suppressions};
use crate::lint::{HiddenBy, Linter};
use crate::rule::Rule;
use crate::span::Span;
use crate::verdict::Finding;

/// The instructions of a text, and what they met so far.
#[derive(Debug)]
pub(super) struct Held {
    all: Vec<Suppression>,
    /// What suppresses a rule or pack, or everything, by where it begins to hold.
    entries: HashMap<Option<String>, Vec<Slot>>,
    /// Where findings stand of a rule or pack, or of any.
    found: HashMap<Option<String>, Vec<Span>>,
    /// Where repeated paragraphs stand, in their order, and where each stands again.
    copies: Vec<(Span, Span)>,
}

/// An entry by the numbers of its instruction and of itself.
#[derive(Debug)]
struct Slot {
    holds: Span,
    at: (usize, usize),
    /// The nearest slot before it that holds farther.
    farther: Option<usize>,
}

impl Held {
    pub(super) fn new(Suppressions { all, mut copies }: Suppressions) -> Self {
        copies.sort_unstable();
        let mut entries: HashMap<Option<String>, Vec<Slot>> = HashMap::new();
        for (n, one) in all.iter().enumerate() {
            // `figlint-enable` holds nowhere.
            for (m, entry) in one.entries.iter().enumerate().filter(|(_, entry)| !entry.holds.is_empty()) {
                let slot = Slot { holds: entry.holds, at: (n, m), farther: None };
                entries.entry(entry.name.clone()).or_default().push(slot);
            }
        }
        for slots in entries.values_mut() {
            slots.sort_by_key(|slot| slot.holds.start);
            for n in 1..slots.len() {
                let mut before = Some(n - 1);
                while let Some(one) = before.filter(|one| slots[*one].holds.end <= slots[n].holds.end) {
                    before = slots[one].farther;
                }
                slots[n].farther = before;
            }
        }
        Self { all, entries, found: HashMap::new(), copies }
    }

    /// By what a finding is suppressed, and takes note of it. Of several instructions the one that begins to hold last
    /// gives the reason.
    pub(super) fn by(&mut self, linter: &Linter, finding: &Finding) -> Option<HiddenBy> {
        let rule = linter.rules.iter().find(|rule| rule.id == finding.rule)?;
        let span = finding.primary.span;
        let until = self.copies.partition_point(|(first, _)| first.start <= span.start);
        let copies = self.copies[..until].iter().rev().take_while(|(first, _)| first.contains(span));
        let places: Vec<Span> = copies.map(|(_, copy)| *copy).chain([span]).collect();
        let mut last: Option<&Slot> = None;
        for name in names(rule) {
            let Some(slots) = self.entries.get(&name) else { continue };
            let mut before = slots.partition_point(|slot| slot.holds.start < span.end).checked_sub(1);
            while let Some(n) = before.filter(|n| slots[*n].holds.end <= span.start) {
                before = slots[n].farther;
            }
            let met = before.map(|n| &slots[n]);
            last = last.into_iter().chain(met).max_by_key(|slot| (slot.holds.start, slot.at));
            self.found.entry(name).or_default().extend(&places);
        }
        let one = &self.all[last?.at.0];
        Some(HiddenBy::Suppression { reason: one.reason.clone(), place: one.place.clone() })
    }

    /// The instructions, those entries marked that met a finding.
    pub(super) fn met(&mut self) -> &[Suppression] {
        for (name, slots) in &self.entries {
            let mut found = self.found.get(name).cloned().unwrap_or_default();
            found.sort_unstable();
            // From where on a finding ends behind a byte, among those up to each.
            let mut end = 0;
            for span in &mut found {
                end = end.max(span.end);
                span.end = end;
            }
            for slot in slots {
                let before = found.partition_point(|span| span.start < slot.holds.end);
                let met = found[..before].last().is_some_and(|span| slot.holds.start < span.end);
                self.all[slot.at.0].entries[slot.at.1].used |= met;
            }
        }
        &self.all
    }
}

/// The names that suppress a rule. Only its own suppresses the rule for unused suppressions: an instruction that
/// suppresses everything would hide that it is not needed.
fn names(rule: &Rule) -> impl Iterator<Item = Option<String>> {
    let wider = (rule.check_name != CHECK).then(|| [Some(rule.pack().to_owned()), None]);
    std::iter::once(Some(rule.id.clone())).chain(wider.into_iter().flatten())
}
