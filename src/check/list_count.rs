//! Lists: "five values:" against the items that follow, as bullets, as numbered headings or in the same sentence.

mod count;
mod counted;
mod items;
mod members;
mod named_people;
mod names;
mod sections;

use rust_decimal::prelude::ToPrimitive;
use serde::Deserialize;

use super::fix::{Right, fix, rewritten};
use super::sentence::SentenceView;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::{Claim, Reading};
use crate::document::BlockKind;
use crate::quantity::{Hedge, Unit, singular};
use crate::span::Span;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};
use count::{
    counts_several, follows_another, governs, in_words, is_of_the_rest, is_owner, is_partitive, is_shown,
    opens_members, plain_count,
};
use counted::counted;
use items::items_after;
use members::members;
use named_people::{can_be_somebody, people};
use names::named;
use sections::sections;

/// Parameters of the check `list-count`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct ListCount {
    /// Longer lists are rarely counted by hand, and the figure before them is rarely their count.
    max_items: u32,
    /// Nouns of headlines that promise numbered headings: "Five things to know".
    heading_nouns: Vec<String>,
}

impl Default for ListCount {
    fn default() -> Self {
        let nouns = "things ways reasons tips lessons steps questions facts rules takeaways myths mistakes ideas principles \
                     points charts signs tricks habits stories books recommendations suggestions";
        Self { max_items: 40, heading_nouns: nouns.split(' ').map(str::to_owned).collect() }
    }
}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<ListCount>()?))
}

impl Check for ListCount {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        let reading = scene.reading;
        for (at, sentence) in reading.sentences.iter().enumerate() {
            let block = &reading.document.blocks[sentence.block as usize];
            if matches!(block.kind, BlockKind::TableCell(_)) {
                continue;
            }
            let view = SentenceView::of(reading, sentence);
            let last = reading.sentences.get(at + 1).is_none_or(|next| next.block != sentence.block);
            let told = self.one_by_one(&view).or_else(|| self.inline(&view)).or_else(|| self.named(&view));
            if let Some(verdict) = told.or_else(|| last.then(|| self.below(&view)).flatten()) {
                out.push(verdict);
            }
        }
    }
}

impl ListCount {
    /// "Three people died: a girl of six, her mother and a man of 40."
    fn one_by_one(&self, view: &SentenceView<'_>) -> Option<Verdict> {
        let (claim, n, found) = self.counts(view).find_map(|(at, claim, n)| Some((claim, n, people(view, at, n)?)))?;
        let labels = found.spans.iter().enumerate().map(|(i, span)| label(view, i, view.sentence.block, *span));
        let names: Vec<&str> = found.spans.iter().map(|span| view.text(*span)).collect();
        Some(judge(view, &Stated::by(claim, n), found.count, labels.collect(), &working(&names), found.confidence))
    }

    /// "in six states: New York, Ohio ... and Texas", "two districts – X and Y – were hit".
    fn inline(&self, view: &SentenceView<'_>) -> Option<Verdict> {
        let (_, claim, n) = self
            .counts(view)
            .find(|(_, claim, _)| opens_members(view, claim) && !is_partitive(view, claim) && !is_owner(view, claim))
            .filter(|(_, claim, _)| !follows_another(view, claim))?;
        let end = claim.quantity.span.end as usize;
        let sentence_end = view.tokens().last()?.end as usize;
        let found = members(view, end, sentence_end)?;
        // "three of the 12 libraries: Ash, Elm and Oak": figures before the list are none of its members.
        let opens = found.spans.first()?.start;
        let within = |c: &Claim| c.quantity.span.start >= opens && (c.quantity.span.start as usize) < found.end;
        let alone = found.semicolons || !view.claims.iter().any(|c| within(c) && view.says_a_number(c));
        let count = if alone { found.spans.len() as u32 } else { counted(view, &found)? };
        // "Two people died: a plane crashed and a boat sank."
        if claim.quantity.unit == Unit::Person && !found.spans.iter().all(|span| can_be_somebody(view, *span)) {
            return None;
        }
        let labels = found.spans.iter().enumerate().map(|(i, span)| label(view, i, view.sentence.block, *span));
        let names: Vec<&str> = found.spans.iter().map(|span| view.text(*span)).collect();
        Some(judge(view, &Stated::by(claim, n), count, labels.collect(), &working(&names), Confidence::High))
    }

    /// "three towns, Ulm, Lindau and Isny, were cut off", "a trio of firms, Orlo, Banti and Kess".
    fn named(&self, view: &SentenceView<'_>) -> Option<Verdict> {
        let list = named(view, self.counts(view).map(|(_, claim, n)| (claim, n)))?;
        let labels = list.names.iter().enumerate().map(|(i, span)| label(view, i, view.sentence.block, *span));
        let names: Vec<&str> = list.names.iter().map(|span| view.text(*span)).collect();
        let count = Stated { span: list.count, n: list.n, claim: list.claim };
        Some(judge(view, &count, names.len() as u32, labels.collect(), &working(&names), Confidence::Medium))
    }

    /// "the following five values:" above bullets; "Five things to know" above numbered headings or a list.
    fn below(&self, view: &SentenceView<'_>) -> Option<Verdict> {
        let reading = view.reading;
        let block = view.sentence.block as usize;
        let text = view.block();
        let heading = matches!(reading.document.blocks[block].kind, BlockKind::Heading(_));
        let colon = text.trim_end().ends_with(':');
        let counts: Vec<_> = self.counts(view).collect();
        let (_, claim, n) = *counts.last()?;
        let close = text[claim.quantity.span.end as usize..].trim().trim_end_matches(':').is_empty();
        // "OAuth 1 & 2 provider, with breaking changes:" names a thing.
        let bare = claim.quantity.noun.is_none() && !in_words(view, claim);
        if (counts.len() > 1 || bare) && !close || !governs(view, claim) || heading && !self.promises(view, claim) {
            return None;
        }
        // A figure that is far from the number of items counts something else.
        let most = if close { (n / 2).max(2) } else { (n / 4).max(1) };
        let list = || items_after(reading.document, block, (n + most) as usize);
        let noun = claim.quantity.noun.map_or("", |noun| view.text(noun.head));
        let below = if heading { sections(reading.document, block, &singular(noun)) } else { None };
        let list = || list().filter(|items| !heading || !items.goes_on).map(|items| (items, heading || colon));
        let (items, sure) = match below {
            Some(sections) if sections.numbered => (sections.items, true),
            below => list().or_else(|| below.map(|sections| (sections.items, false)))?,
        };
        // Without a colon a bare number ("as GCC 12 did") and a figure within an item lead to no list.
        let item = reading.document.blocks[block].kind == BlockKind::ListItem;
        if !heading && !colon && (!items.close || bare || item || is_shown(view, claim)) {
            return None;
        }
        // Below a sentence of a change log stand the files that it touched.
        if !heading && !colon && items.blocks.iter().any(|&item| begins_with_a_file(reading, item)) {
            return None;
        }
        let labels: Vec<Label> = items
            .blocks
            .iter()
            .enumerate()
            .map(|(i, block)| label(view, i, *block, first_words(&reading.document.blocks[*block as usize].text)))
            .collect();
        let found = items.blocks.len() as u32;
        let most = if heading && sure { most.max(n / 2) } else { most };
        if n.abs_diff(found) > most {
            return None;
        }
        // "Two doctors", "a nurse": items that begin with a number count several.
        if found != n && items.blocks.iter().any(|block| counts_several(reading, *block)) {
            return None;
        }
        if found == n + 1 && items.blocks.last().is_some_and(|&last| is_of_the_rest(reading, last)) {
            return None;
        }
        // A list that goes on behind a picture or a paragraph has more items than were counted.
        if items.goes_on && found < n {
            return None;
        }
        let confidence = if sure { Confidence::High } else { Confidence::Medium };
        Some(judge(view, &Stated::by(claim, n), found, labels, "items", confidence))
    }

    /// "Five things to know": a headline that begins with the count of what its sections are.
    fn promises(&self, view: &SentenceView<'_>, claim: &Claim) -> bool {
        let noun = claim.quantity.noun.map_or("", |noun| view.text(noun.head)).to_lowercase();
        view.first_token(claim) <= 1 && self.heading_nouns.contains(&noun)
    }

    /// The figures of a sentence that can be the count of a list, with their number.
    fn counts<'v>(&self, view: &'v SentenceView<'_>) -> impl Iterator<Item = (usize, &'v Claim, u32)> {
        let max = self.max_items;
        view.claims.iter().enumerate().filter_map(move |(at, claim)| {
            let n = plain_count(view, claim)?.to_u32().filter(|n| (2..=max).contains(n))?;
            Some((at, claim, n))
        })
    }
}

fn label(view: &SentenceView<'_>, at: usize, block: u32, span: Span) -> Label {
    let place = crate::verdict::Place::in_block(view.reading.document, block, span);
    Label { place, message: format!("{}", at + 1) }
}

/// The members of a list as a sum; code is left out of blocks, and stands as dots.
fn working(names: &[&str]) -> String {
    names.join(" + ").replace('\u{fffc}', "\u{2026}")
}

/// "src/main.c (read): Close the file", "doc/README: Say so".
fn begins_with_a_file(reading: &Reading<'_>, block: u32) -> bool {
    let word = reading.document.blocks[block as usize].text.split_whitespace().next().unwrap_or_default();
    let ending = word.trim_end_matches([':', ',']).rsplit_once('.').map_or("", |(_, ending)| ending);
    word.contains('/') || !ending.is_empty() && ending.bytes().all(|b| b.is_ascii_lowercase())
}

/// The first words of an item, for its label.
fn first_words(text: &str) -> Span {
    let line = text.lines().next().unwrap_or_default();
    let end = line.char_indices().filter(|(_, c)| c.is_whitespace()).nth(4).map_or(line.len(), |(at, _)| at);
    Span::new(0, end as u32)
}

/// How many a text says there are.
struct Stated<'c> {
    span: Span,
    n: u32,
    /// The figure; "both" is none.
    claim: Option<&'c Claim>,
}

impl<'c> Stated<'c> {
    fn by(claim: &'c Claim, n: u32) -> Self {
        Self { span: claim.quantity.span, n, claim: Some(claim) }
    }
}

fn judge(
    view: &SentenceView<'_>,
    by: &Stated<'_>,
    count: u32,
    labels: Vec<Label>,
    working: &str,
    confidence: Confidence,
) -> Verdict {
    let (stated, n) = (view.text(by.span), by.n);
    let hedge = by.claim.map_or(Hedge::None, |claim| claim.quantity.hedge);
    let calculation = if working == "items" {
        format!("{count} items counted, {n} stated")
    } else {
        format!("{working} = {count}, stated {n}")
    };
    let outcome = if count == n {
        Outcome::Passed { calculation, message: format!("“{stated}” has as many items as it says"), labels }
    } else {
        let soft = hedge == Hedge::About;
        let cause = if count < n {
            "an item was cut, or the list was never complete: then write “including”"
        } else {
            "an item was added, or one item was split in two, after the figure was written"
        };
        Outcome::Failed(Box::new(Failure {
            mismatch: if soft { Mismatch::Soft } else { Mismatch::Hard },
            confidence,
            message: format!("“{stated}”, but {count} {} listed", if count == 1 { "is" } else { "are" }),
            help: Some(format!(
                "write {count}, or check which item is {}",
                if count < n { "missing" } else { "too many" }
            )),
            primary_label: format!("says {n}"),
            labels,
            calculation: Some(calculation),
            cause: Some(cause.to_owned()),
            fix: fix([by.claim.and_then(|claim| rewritten(view, claim, Right::exactly(count.into()).hedged(hedge)))]),
        }))
    };
    Verdict { primary: view.place(by.span), outcome }
}
