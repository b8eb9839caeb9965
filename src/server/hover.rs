//! What a figure was read as: its value with both intervals, what it is about and when, and what every rule says of it.

use lsp_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};

use super::document::Document;
use super::navigation::others;
use super::state::Server;
use super::workspace::Workspace;
use crate::check::interval_in_words;
use crate::claim::{Claim, Modality, PeriodOrigin, Reading, Standing};
use crate::period::day_in_words;
use crate::quantity::grouped;
use crate::report::extract::{Row, rows};
use crate::span::Span;
use crate::verdict::{Label, Mismatch, Outcome, Place};

impl Server {
    /// `textDocument/hover`.
    pub(super) fn hover(&mut self, params: HoverParams) -> Option<Hover> {
        let at = params.text_document_position_params;
        let markdown = self.client.markdown;
        let (document, workspace, _) = self.text(&at.text_document.uri)?;
        let byte = document.lines.offset(&document.text, at.position) as u32;
        let (span, lines) = read_as(document, workspace, byte)?;
        let said = said(document, workspace, span);
        let value = if markdown { lines.markdown(&said) } else { lines.plain(&said) };
        let kind = if markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
        Some(Hover {
            contents: HoverContents::Markup(MarkupContent { kind, value }),
            range: Some(document.lines.range(&document.text, span)),
        })
    }
}

/// What is shown of a figure: its words, and what was read, by name.
#[derive(Debug, Default)]
struct Card {
    words: String,
    read: Vec<(&'static str, String)>,
}

impl Card {
    fn add(&mut self, name: &'static str, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() {
            self.read.push((name, value));
        }
    }

    fn markdown(&self, said: &[String]) -> String {
        let mut lines = vec![format!("**{}**", escaped(&self.words)), String::new()];
        lines.extend(self.read.iter().map(|(name, value)| format!("- {name}: {}", escaped(value))));
        lines.extend([String::new(), "---".to_owned(), String::new()]);
        lines.extend(said.iter().map(|line| format!("- {}", escaped(line))));
        lines.join("\n")
    }

    fn plain(&self, said: &[String]) -> String {
        let read = self.read.iter().map(|(name, value)| format!("{name}: {value}"));
        std::iter::once(self.words.clone()).chain(read).chain(said.iter().cloned()).collect::<Vec<_>>().join("\n")
    }
}

/// Text that Markdown shows as it is.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '~' | '|' | '$') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The smallest figure or date at a byte, and how it was read.
fn read_as(document: &Document, workspace: &Workspace, byte: u32) -> Option<(Span, Card)> {
    let mut best: Option<(Span, Card)> = None;
    workspace.linter.with_readings(&document.to_text(), |reading| {
        rows(reading, &mut |row| {
            let span = Span::new(row.start, row.end);
            let nearer = best.as_ref().is_none_or(|(known, _)| span.len() < known.len());
            if span.start <= byte && byte <= span.end && nearer {
                let mut card = of_row(row);
                if let Some((claim, text)) = claim_at(reading, span) {
                    of_claim(&mut card, workspace, reading, claim, text);
                }
                best = Some((span, card));
            }
        });
    });
    best
}

/// What the machine formats say of a figure.
fn of_row(row: &Row<'_>) -> Card {
    let mut card = Card { words: row.text.split_whitespace().collect::<Vec<_>>().join(" "), read: Vec::new() };
    card.add("kind", row.kind.name());
    card.add("value", row.value.map(|value| grouped(value.normalize())).unwrap_or_default());
    card.add("hedge", if row.hedge == "none" { "" } else { row.hedge }.replace('_', " "));
    card.add("unit", row.unit.unwrap_or_default().replace('_', " "));
    card.add("change", row.change.unwrap_or_default());
    card.add("measure", row.measure.unwrap_or_default());
    card.add("about", row.about.join(", "));
    card.add("narrowed to", row.qualifiers.join(", "));
    if row.kind.name() != "date" && row.timex.is_some() && row.period.is_none() {
        card.add("length", row.timex.unwrap_or_default());
    }
    if row.measure.is_none() && row.value.is_none() {
        card.add("means", row.period.map(crate::period::Period::in_words).unwrap_or_default());
    }
    card
}

/// The claim whose figure these bytes of the file are, with the text of its block.
fn claim_at<'r>(reading: &'r Reading<'_>, span: Span) -> Option<(&'r Claim, &'r str)> {
    reading.claims.iter().find_map(|claim| {
        let sentence = &reading.sentences[claim.sentence as usize];
        let block = &reading.document.blocks[sentence.block as usize];
        let file = reading.document.to_file(block.map.to_file(claim.quantity.span));
        (file == span).then_some((claim, &*block.text))
    })
}

/// What only the claim itself says: intervals, and where its period comes from.
fn of_claim(card: &mut Card, workspace: &Workspace, reading: &Reading<'_>, claim: &Claim, text: &str) {
    if let Some(meaning) = claim.quantity.meaning(&workspace.linter.widths) {
        card.add("read as", interval_in_words(&meaning.soft));
        let hard = meaning.hard.filter(|hard| *hard != meaning.soft);
        card.add("wrong outside", hard.map(|hard| interval_in_words(&hard)).unwrap_or_default());
    }
    if let Some(period) = claim.period {
        let from = match period.origin {
            PeriodOrigin::Clause => "in its clause",
            PeriodOrigin::Sentence => "in its sentence",
            PeriodOrigin::Inherited => "taken over from the figure before",
            PeriodOrigin::Shared => "that of another figure of its sentence",
            PeriodOrigin::Paragraph => "of which the sentence before tells",
            PeriodOrigin::LeadIn => "in the words before the list",
            PeriodOrigin::Heading => "in the heading of its section",
            PeriodOrigin::Headline => "in the headline",
        };
        let date = period.date.and_then(|date| reading.dates.get(date as usize));
        let written = date.filter(|date| date.sentence == claim.sentence).map(|date| date.expr.span.slice(text));
        let words = written.map(|written| format!(": \u{201c}{written}\u{201d}")).unwrap_or_default();
        card.add("period", format!("{} ({from}{words})", period.period.in_words()));
    }
    if let Some(day) = claim.as_of {
        let from = if claim.as_of_stated { "as the text says" } else { "the text\u{2019}s date" };
        card.add("as of", format!("{} ({from})", day_in_words(day)));
    }
    card.add("modality", if claim.modality == Modality::Actual { "" } else { claim.modality.name() });
    card.add("source", claim.attribution.map(|span| span.slice(text)).unwrap_or_default());
    card.add(
        "standing",
        match claim.standing {
            Standing::Own => "",
            Standing::Part => "a part of another figure",
            Standing::Named => "one person, told of without a number",
            Standing::Former => "a former figure",
        },
    );
}

/// What the rules say of a figure, or of another that it was held against: what is wrong first, then what agrees, then
/// why it was not checked itself.
fn said(document: &Document, workspace: &Workspace, span: Span) -> Vec<String> {
    let (mut wrong, mut right, mut open) = (Vec::new(), Vec::new(), Vec::new());
    let id = |index: u16| workspace.linter.rules.get(index as usize).map_or("", |rule| &*rule.id);
    let here = |place: &Place| place.span.overlaps(span) && *place.path == *document.path;
    for (index, verdict) in workspace.live.verdicts() {
        let own = here(&verdict.primary);
        if !own && !others(verdict).any(here) {
            continue;
        }
        match &verdict.outcome {
            Outcome::Failed(failure) => {
                let working = failure.calculation.as_deref().map(|working| format!(" ({working})")).unwrap_or_default();
                let how = match failure.mismatch {
                    Mismatch::Hard => "wrong",
                    Mismatch::Soft => "in doubt",
                    Mismatch::Note => "worth a look",
                };
                wrong.push(format!("{how}, {}: {}{working}", id(index), failure.message));
                wrong.extend(failure.labels.iter().filter_map(|label| fact(workspace, label)));
            }
            Outcome::Passed { calculation, message, labels } => {
                right.push(format!("right, {}: {message} ({calculation})", id(index)));
                right.extend(labels.iter().filter_map(|label| fact(workspace, label)));
            }
            Outcome::NotChecked(reason) => open.push(format!("not checked, {}: {}", id(index), reason.text())),
        }
    }
    let mut said = [wrong, right, open].concat();
    said.dedup();
    if said.is_empty() {
        said.push("not checked: no rule looks at it".to_owned());
    }
    said
}

/// A fact with its source.
fn fact(workspace: &Workspace, label: &Label) -> Option<String> {
    let is_it = |place: &Place| place.span == label.place.span && place.path == label.place.path;
    let fact = workspace.linter.facts.list.iter().find(|fact| is_it(&fact.place))?;
    let source = fact.source.as_deref().map(|source| format!("; source: {source}")).unwrap_or_default();
    let name = label.place.path.rsplit('/').next().unwrap_or_default();
    Some(format!("fact {} ({name}:{}){source}", label.message, fact.place.start.line))
}
