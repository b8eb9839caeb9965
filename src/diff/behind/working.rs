//! Evidence from the rules: a finding that the old version did not have, on figures of which some moved and some did
//! not; and a working that was right, of which nothing is known now, and that the new values show to be wrong.

use std::collections::HashSet;

use super::written::{mended, moved_along, with_number};
use super::{Behind, Id, Reason, Search};
use crate::diff::Figure;
use crate::diff::aspect::number_of;
use crate::diff::relation::now;
use crate::lint::{Outcome, Passed};
use crate::quantity::Quantity;
use crate::verdict::{Finding, Severity};

impl<'v> Search<'v> {
    /// Findings that the old version did not have, on figures that moved and figures that did not.
    pub(super) fn by_findings(&self, old: &Outcome, new: &Outcome) -> Vec<(Id, Behind)> {
        let mut known: HashSet<(&str, Id)> = HashSet::new();
        for finding in old.found() {
            let all = self.before.all(&finding.primary, &finding.labels);
            known.extend(all.into_iter().filter_map(|id| Some((&*finding.rule, self.to_new(id)?))));
        }
        let held = self.held(old);
        let news = new.findings.iter().filter(|finding| finding.severity >= Severity::Warning);
        news.filter_map(|finding| {
            let all = self.after.all(&finding.primary, &finding.labels);
            if all.iter().any(|id| known.contains(&(&*finding.rule, *id))) {
                return None;
            }
            let stayed: Vec<Id> = all.iter().copied().filter(|id| self.stayed(*id)).collect();
            let first = *all.first()?;
            let id = if stayed.contains(&first) { first } else { stayed.first().copied().unwrap_or(first) };
            if stayed.len() == all.len()
                || stayed.is_empty() && !(all.len() == 1 && held.contains(&(&*finding.rule, first)))
            {
                return None;
            }
            Some((id, self.of_finding(id, finding, &all)))
        })
        .collect()
    }

    /// The rules that an old figure passed, by its counterpart.
    fn held<'o>(&self, old: &'o Outcome) -> HashSet<(&'o str, Id)> {
        let of = |passed: &'o Passed| {
            let ids = self.before.at(&passed.primary).filter_map(|id| self.to_new(id));
            ids.map(|id| (&*passed.rule, id)).collect::<Vec<_>>()
        };
        old.passed.iter().flat_map(of).collect()
    }

    fn of_finding(&self, id: Id, finding: &Finding, all: &[Id]) -> Behind {
        let others: Vec<Id> = all.iter().copied().filter(|other| *other != id).collect();
        let figure = self.new_figure(id);
        let primary = self.after.at(&finding.primary).any(|at| at == id);
        let right = primary.then(|| self.parts(&others)).flatten().and_then(|parts| now(quantity(figure)?, &parts));
        let right = right.and_then(|(value, _)| with_number(figure, value));
        // The other mention of the same figure tells it too.
        let along = || match others[..] {
            [other] if number_of(self.old_figure(other)?) == number_of(figure) => {
                moved_along(figure, self.new_figure(other))
            }
            _ => None,
        };
        Behind {
            reason: Reason::Working(finding.rule.clone()),
            message: finding.message.clone(),
            calculation: finding.calculation.clone(),
            now: mended(figure, finding).or(right).or_else(along),
            ..self.behind(id, &others)
        }
    }

    /// The quantities of figures before and after.
    fn parts(&self, ids: &[Id]) -> Option<Vec<(&'v Quantity, &'v Quantity)>> {
        ids.iter().map(|id| Some((quantity(self.old_figure(*id)?)?, quantity(self.new_figure(*id))?))).collect()
    }

    /// Workings that were right and of which nothing is known now, where the new values show that they are not.
    pub(super) fn by_workings(&self, old: &Outcome, new: &Outcome) -> Vec<(Id, Behind)> {
        let mut looked_at: HashSet<(&str, Id)> = HashSet::new();
        let passed = new.passed.iter().map(|passed| (&*passed.rule, &passed.primary));
        for (rule, place) in passed.chain(new.found().map(|finding| (&*finding.rule, &finding.primary))) {
            looked_at.extend(self.after.at(place).map(|id| (rule, id)));
        }
        old.passed.iter().filter_map(|passed| self.of_working(passed, &looked_at)).collect()
    }

    fn of_working(&self, passed: &Passed, looked_at: &HashSet<(&str, Id)>) -> Option<(Id, Behind)> {
        let all = self.before.all(&passed.primary, &passed.labels);
        let all: Vec<Id> = all.into_iter().map(|id| self.to_new(id)).collect::<Option<_>>()?;
        let (&id, others) = all.split_first()?;
        let moved = others.iter().any(|other| self.texts[other.0].moved(other.1));
        if !moved || !self.stayed(id) || looked_at.contains(&(&*passed.rule, id)) {
            return None;
        }
        let (value, working) = now(quantity(self.new_figure(id))?, &self.parts(others)?)?;
        let behind = Behind {
            reason: Reason::Working(passed.rule.clone()),
            message: format!(
                "\u{201c}{}\u{201d} was right, and does not fit any more what it was worked out from",
                self.new_figure(id).text
            ),
            calculation: Some(working),
            now: with_number(self.new_figure(id), value),
            ..self.behind(id, others)
        };
        Some((id, behind))
    }
}

fn quantity(figure: &Figure) -> Option<&Quantity> {
    figure.stated().map(|stated| &stated.claim.quantity)
}
