//! Suppression in the text: what instructions like `<!-- figlint-disable-next-line sum-mismatch -- why -->` mean, and
//! which findings they take out of the report. What none of them meets is a finding itself ([`unused`]).

mod met;
mod scope;
mod syntax;
mod unused;

use std::collections::BTreeMap;
use std::sync::Arc;

use met::Held;

use super::{Linter, Outcome, finish};
use crate::document::{Block, Document};
use crate::span::Span;
use crate::verdict::{Finding, Place};

/// The check whose rule unused and mistaken instructions are findings of.
pub(super) const CHECK: &str = "suppression";

/// An instruction of a text with everything that a finding about it needs once the text is gone.
#[derive(Clone, Debug)]
pub(super) struct Suppression {
    /// Where it stands.
    place: Place,
    /// The whole name as written: `figlint-disable`, and by mistake `figlint disable`.
    name: String,
    /// The word behind `figlint-`.
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

/// The instructions of one document.
#[derive(Clone, Debug, Default)]
pub(super) struct Suppressions {
    all: Vec<Suppression>,
    /// Where each paragraph stands that is repeated, and where it stands again, both as bytes of the file. Findings are
    /// told at the first, and instructions beside the others meet them, too.
    copies: Vec<(Span, Span)>,
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
    /// Stands in a Word document, whose readers would see it, and holds nowhere.
    Nowhere,
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

/// The instructions of a text. Nothing is done for a text without one.
pub(super) fn read(document: &Document<'_>) -> Suppressions {
    if document.instructions.is_empty() {
        return Suppressions::default();
    }
    let mut all: Vec<_> = document.instructions.iter().map(|one| syntax::read(document, one)).collect();
    scope::settle(document, &mut all);
    let place = |block: &Block<'_>| document.block_in_file(block);
    let again = |block: &Block<'_>| Some((place(&document.blocks[block.copy_of? as usize]), place(block)));
    Suppressions { all, copies: document.blocks.iter().filter_map(again).collect() }
}

/// Takes what is suppressed out of the findings, and adds what is wrong with the instructions.
pub(super) fn apply(linter: &Linter, suppressions: Vec<Suppressions>, outcome: &mut Outcome) {
    let mut by_path: BTreeMap<Arc<str>, Suppressions> = BTreeMap::new();
    for document in suppressions {
        let Some(first) = document.all.first() else { continue };
        let of_file = by_path.entry(Arc::clone(&first.place.path)).or_default();
        of_file.all.extend(document.all);
        of_file.copies.extend(document.copies);
    }
    if by_path.is_empty() {
        return;
    }
    let mut by_path: BTreeMap<Arc<str>, Held> = by_path.into_iter().map(|(path, all)| (path, Held::new(all))).collect();
    let mut by = |finding: &Finding| by_path.get_mut(&finding.primary.path)?.by(linter, finding);
    outcome.hide(&mut by);
    let about: Vec<Finding> = by_path.values_mut().flat_map(|held| unused::findings(linter, held.met())).collect();
    let mut by = |finding: &Finding| by_path.get_mut(&finding.primary.path)?.by(linter, finding);
    for finding in about {
        match by(&finding) {
            Some(by) => outcome.hidden.push(super::Hidden { finding, by }),
            None => outcome.findings.push(finding),
        }
    }
    outcome.findings.sort_by(finish::in_order);
    outcome.hidden.sort_by(|a, b| finish::in_order(&a.finding, &b.finding));
}

#[cfg(test)]
mod tests;
