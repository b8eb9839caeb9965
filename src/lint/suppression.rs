//! Suppression in the text: what instructions like `<!-- figlint-disable-next-line sum-mismatch -- why -->` mean, and
//! which findings they take out of the report. What none of them meets is a finding itself ([`unused`]).

mod scope;
mod syntax;
mod unused;

use std::collections::HashMap;
use std::sync::Arc;

use super::{HiddenBy, Linter, Outcome, finish};
use crate::document::Document;
use crate::rule::Rule;
use crate::span::Span;
use crate::verdict::{Finding, Place};

/// The check whose rule unused and mistaken instructions are findings of.
pub(super) const CHECK: &str = "suppression";

/// An instruction of a text with everything that a finding about it needs once the text is gone.
#[derive(Clone, Debug)]
pub(super) struct Suppression {
    /// Where it stands.
    place: Place,
    /// The word behind `figlint-`, as written.
    verb: String,
    /// What it means; `None` for a word that means nothing.
    kind: Option<Kind>,
    /// What it suppresses: one entry for each name, or one without a name for everything.
    entries: Vec<Entry>,
    /// Bytes from the first name to the last; `None` where names are not only words, as in front matter.
    list: Option<Span>,
    /// Behind `--`.
    reason: Option<String>,
    /// What goes when the whole instruction is removed, and what stands there then; `None` where that is not known.
    removal: Option<Removal>,
}

/// What an instruction means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// From here to `figlint-enable` or the end.
    Disable,
    /// Ends a `Disable`.
    Enable,
    /// The lines on which the comment stands.
    Line,
    /// The next line with text on it.
    NextLine,
    /// The whole file.
    File,
}

/// One name of an instruction.
#[derive(Clone, Debug)]
struct Entry {
    /// Rule or pack; `None` for all.
    name: Option<String>,
    /// The name in the text, or the whole instruction.
    place: Place,
    /// The bytes of the file in which it holds.
    holds: Span,
    /// Whether it met a finding or, of `figlint-enable`, a `figlint-disable`.
    used: bool,
}

/// An edit that leaves no trace of an instruction.
#[derive(Clone, Debug)]
struct Removal {
    span: Span,
    text: &'static str,
}

impl Entry {
    /// Whether it speaks of a rule. Only its own name suppresses the rule for unused suppressions: an instruction that
    /// suppresses everything would hide that it is not needed.
    fn names(&self, rule: &Rule) -> bool {
        match &self.name {
            None => rule.check_name != CHECK,
            Some(name) => *name == rule.id || (name == rule.pack() && rule.check_name != CHECK),
        }
    }
}

/// The instructions of a text. Nothing is done for a text without one.
pub(super) fn read(document: &Document<'_>) -> Vec<Suppression> {
    let mut out: Vec<_> = document.instructions.iter().map(|one| syntax::read(document, one)).collect();
    scope::settle(document, &mut out);
    out
}

/// Takes what is suppressed out of the findings, and adds what is wrong with the instructions.
pub(super) fn apply(linter: &Linter, suppressions: Vec<Suppression>, outcome: &mut Outcome) {
    if suppressions.is_empty() {
        return;
    }
    let mut by_path: HashMap<Arc<str>, Vec<Suppression>> = HashMap::new();
    for one in suppressions {
        by_path.entry(Arc::clone(&one.place.path)).or_default().push(one);
    }
    outcome.hide(|finding| suppressed(linter, &mut by_path, finding));
    let mut texts: Vec<_> = by_path.keys().cloned().collect();
    texts.sort();
    let about: Vec<Finding> = texts.iter().flat_map(|path| unused::findings(linter, &by_path[path])).collect();
    for finding in about {
        match suppressed(linter, &mut by_path, &finding) {
            Some(by) => outcome.hidden.push(super::Hidden { finding, by }),
            None => outcome.findings.push(finding),
        }
    }
    outcome.findings.sort_by(finish::in_order);
    outcome.hidden.sort_by(|a, b| finish::in_order(&a.finding, &b.finding));
}

/// By what a finding is suppressed. Every instruction that meets it is used; the one that stands last gives the reason.
fn suppressed(
    linter: &Linter,
    by_path: &mut HashMap<Arc<str>, Vec<Suppression>>,
    finding: &Finding,
) -> Option<HiddenBy> {
    let all = by_path.get_mut(&finding.primary.path)?;
    let rule = linter.rules.iter().find(|rule| rule.id == finding.rule)?;
    let mut by = None;
    for one in all.iter_mut().filter(|one| one.kind != Some(Kind::Enable)) {
        for entry in &mut one.entries {
            if entry.names(rule) && entry.holds.overlaps(finding.primary.span) {
                entry.used = true;
                by = Some(HiddenBy::Suppression { reason: one.reason.clone(), place: one.place.clone() });
            }
        }
    }
    by
}
