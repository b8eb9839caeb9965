//! Round after round: the texts are fixed, looked at again, and fixed again, since a right total can be the part of
//! another, and fixes that overlap wait for each other.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::apply::apply;
use super::choose::{Fate, fate, together};
use crate::document::File;
use crate::lint::{Content, HiddenBy, Outcome, Text};
use crate::span::Span;
use crate::verdict::{Alternative, Edit, Finding};

/// What is to be done.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    /// Fixes that can change the meaning too.
    pub unsafe_too: bool,
    /// Most rounds.
    pub rounds: usize,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Mended {
    /// The texts that are others now.
    pub changed: Vec<Changed>,
    /// What was fixed, in the order in which it was.
    pub fixed: Vec<Fixed>,
    /// Texts whose edits cannot be put into them: path and reason.
    pub refused: Vec<(String, String)>,
    /// Whether nothing was left to do in the end.
    pub settled: bool,
}

/// A text that is another now.
#[derive(Clone, Debug)]
pub struct Changed {
    /// Its place among the texts.
    pub index: usize,
    /// As it was.
    pub before: Vec<u8>,
    /// As it is to be.
    pub after: Vec<u8>,
}

/// A finding that was fixed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The text.
    pub path: String,
    /// The line in the state in which it was found.
    pub line: u32,
    /// Id of the rule.
    pub rule: String,
    /// The words as they were.
    pub was: String,
    /// The words as they are.
    pub now: String,
}

/// A finding that is hidden, and must stay untouched wherever it moves to.
struct Shield {
    rule: String,
    path: String,
    span: Span,
    by: HiddenBy,
}

/// Fixes texts in memory until nothing is left to do. `outcome` is what was found in them, and becomes what is found at
/// last; what it hides stays hidden and untouched. `look` checks the texts anew.
pub fn until_stable(
    texts: &mut [Text],
    outcome: &mut Outcome,
    given: Given,
    mut look: impl FnMut(&[Text]) -> Outcome,
) -> Mended {
    let mut mended = Mended::default();
    let mut shields: Vec<Shield> = outcome.hidden.iter().filter_map(Shield::of).collect();
    let mut before: BTreeMap<usize, Vec<u8>> = BTreeMap::new();
    let mut refused = HashSet::new();
    for _ in 0..given.rounds {
        let paths: HashSet<&str> = texts.iter().map(|text| text.path.as_str()).collect();
        let may_edit = |path: &str| paths.contains(path) && !refused.contains(path);
        let chosen = together(&outcome.findings, given.unsafe_too, may_edit);
        if chosen.is_empty() {
            mended.settled = true;
            break;
        }
        let fixed = one_round(texts, &chosen, &mut shields, &mut before, &mut mended.refused);
        refused.extend(mended.refused.iter().map(|(path, _)| path.clone()));
        if fixed.is_empty() {
            continue;
        }
        mended.fixed.extend(fixed);
        *outcome = look(texts);
        outcome.hide(|finding| shields.iter().find(|shield| shield.covers(finding)).map(|shield| shield.by.clone()));
    }
    let left = outcome.findings.iter().any(|finding| matches!(fate(finding, given.unsafe_too), Fate::Applied(_)));
    mended.settled |= !left;
    mended.changed = before
        .into_iter()
        .filter_map(|(index, before)| match &texts[index].content {
            Content::Bytes(after) => Some(Changed { index, before, after: after.clone() }),
            Content::File(_) => None,
        })
        .filter(|changed| changed.before != changed.after)
        .collect();
    mended
}

fn one_round(
    texts: &mut [Text],
    chosen: &[(&Finding, &Alternative)],
    shields: &mut [Shield],
    before: &mut BTreeMap<usize, Vec<u8>>,
    refused: &mut Vec<(String, String)>,
) -> Vec<Fixed> {
    let mut fixed = Vec::new();
    let mut by_path: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, (_, way)) in chosen.iter().enumerate() {
        for edit in &way.edits {
            let here = by_path.entry(&edit.path).or_default();
            if here.last() != Some(&at) {
                here.push(at);
            }
        }
    }
    for (index, text) in texts.iter_mut().enumerate() {
        let Some(here) = by_path.get(text.path.as_str()) else { continue };
        let chosen: Vec<_> = here.iter().map(|at| chosen[*at]).collect();
        match fixed_text(text, &chosen, shields, &mut fixed) {
            Ok((bytes, after)) => {
                before.entry(index).or_insert(bytes);
                text.content = Content::Bytes(after);
            }
            Err(why) => refused.push((text.path.clone(), why)),
        }
    }
    fixed
}

/// The bytes of a text before and after. Says what was fixed, and moves the shields.
fn fixed_text(
    text: &Text,
    chosen: &[(&Finding, &Alternative)],
    shields: &mut [Shield],
    fixed: &mut Vec<Fixed>,
) -> Result<(Vec<u8>, Vec<u8>), String> {
    let bytes = text.bytes().map_err(|error| error.to_string())?.into_owned();
    let edits = chosen.iter().flat_map(|(_, way)| &way.edits).filter(|edit| edit.path == text.path);
    let edits: Vec<&Edit> = edits.collect();
    let after = apply(&text.path, &bytes, &edits).map_err(|error| error.to_string())?;
    if let Ok(file) = File::open(&text.path, &bytes) {
        fixed.extend(chosen.iter().map(|(finding, way)| Fixed::of(&text.path, &file, &bytes, finding, way)));
        let moves = Moves::of(&file, &edits);
        for shield in shields.iter_mut().filter(|shield| shield.path == text.path) {
            shield.span = moves.moved(shield.span);
        }
    }
    Ok((bytes, after))
}

/// By how much the bytes behind edits move.
struct Moves(Vec<(u32, i64)>);

impl Moves {
    fn of(file: &File<'_>, edits: &[&Edit]) -> Self {
        let grown = |edit: &Edit| {
            file.encode(&edit.text).map_or(0, |new| i64::try_from(new.len()).unwrap_or(0)) - i64::from(edit.span.len())
        };
        let mut moves: Vec<(u32, i64)> = edits.iter().map(|edit| (edit.span.end, grown(edit))).collect();
        moves.sort_unstable();
        let mut sum = 0;
        for (_, by) in &mut moves {
            sum += *by;
            *by = sum;
        }
        Self(moves)
    }

    fn moved(&self, span: Span) -> Span {
        let moved = |at: u32| {
            let before = self.0.partition_point(|(end, _)| *end <= at);
            let by = before.checked_sub(1).map_or(0, |last| self.0[last].1);
            u32::try_from(i64::from(at) + by).unwrap_or(at)
        };
        let (start, end) = (moved(span.start), moved(span.end));
        Span::new(start.min(end), end.max(start))
    }
}

impl Shield {
    fn of(hidden: &crate::lint::Hidden) -> Option<Self> {
        // What the text itself suppresses is suppressed again.
        if matches!(hidden.by, HiddenBy::Suppression { .. }) {
            return None;
        }
        let finding = &hidden.finding;
        Some(Self {
            rule: finding.rule.clone(),
            path: finding.primary.path.to_string(),
            span: finding.primary.span,
            by: hidden.by.clone(),
        })
    }

    fn covers(&self, finding: &Finding) -> bool {
        let span = finding.primary.span;
        self.rule == finding.rule
            && self.path == *finding.primary.path
            && self.span.start < span.end
            && span.start < self.span.end
    }
}

impl Fixed {
    /// The words of the finding with the edits in them, and without.
    fn of(path: &str, file: &File<'_>, bytes: &[u8], finding: &Finding, way: &Alternative) -> Self {
        let here = |edit: &&Edit| edit.path == path;
        let own = *finding.primary.path == *path;
        let first = way.edits.iter().find(here).map_or(finding.primary.span, |edit| edit.span);
        let start = if own { finding.primary.span } else { first };
        let whole = way.edits.iter().filter(here).fold(start, |span, edit| span.cover(edit.span));
        let slice = |span: Span| bytes.get(span.range()).unwrap_or_default();
        let (mut was, mut now, mut at) = (Vec::new(), Vec::new(), whole.start);
        was.extend_from_slice(slice(whole));
        let mut edits: Vec<&Edit> = way.edits.iter().filter(here).collect();
        edits.sort_by_key(|edit| edit.span.start);
        for edit in edits {
            now.extend_from_slice(slice(Span::new(at, edit.span.start.max(at))));
            now.extend(file.encode(&edit.text).unwrap_or_default().iter());
            at = edit.span.end;
        }
        now.extend_from_slice(slice(Span::new(at, whole.end.max(at))));
        let text = |bytes: &[u8]| file.decode(bytes).split_whitespace().collect::<Vec<_>>().join(" ");
        let line = if own { finding.primary.start.line } else { 0 };
        Self { path: path.to_owned(), line, rule: finding.rule.clone(), was: text(&was), now: text(&now) }
    }
}
