//! Impossible dates: days that are in no calendar, such as 31 June or 29 February 2023.

use serde::Deserialize;

use super::sentence::SentenceView;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::verdict::{Confidence, Failure, Mismatch, Outcome, Verdict};

/// The check `calendar-day`; it has no parameters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarDay {}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<CalendarDay>()?))
}

impl Check for CalendarDay {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        let reading = scene.reading;
        for dated in reading.dates.iter().filter(|dated| dated.expr.impossible) {
            let sentence = &reading.sentences[dated.sentence as usize];
            let view = SentenceView::of(reading, sentence);
            let text = view.text(dated.expr.span);
            // Numbers alone ("31/6/2024", "2.30") may be something else; a month's name makes a date of them.
            if reading.document.blocks[sentence.block as usize].repeated
                || !text.bytes().any(|b| b.is_ascii_alphabetic())
                || is_an_example(&view, dated.expr.span.start)
            {
                continue;
            }
            let failure = Failure {
                mismatch: Mismatch::Hard,
                confidence: Confidence::High,
                message: format!("no calendar has “{text}”"),
                help: Some(help(text).to_owned()),
                primary_label: "there is no such day".to_owned(),
                labels: Vec::new(),
                calculation: None,
                cause: None,
                fix: None,
            };
            out.push(Verdict { primary: view.place(dated.expr.span), outcome: Outcome::Failed(Box::new(failure)) });
        }
    }
}

/// "no longer accepts June 31", "rejects dates such as 31 June", "the invalid date 31 June": the text itself knows that
/// there is no such day. "Entries are accepted until 31 June" does not.
fn is_an_example(view: &SentenceView<'_>, start: u32) -> bool {
    let end = view.tokens().partition_point(|t| t.start < start);
    let known = |word: &str| {
        ["accept", "reject", "refuse"].iter().any(|verb| word.starts_with(verb))
            || matches!(word, "invalid" | "impossible" | "nonexistent" | "nonsensical")
    };
    let timed =
        |word: &str| matches!(word, "on" | "by" | "until" | "till" | "from" | "since" | "before" | "after" | "in");
    let Some(at) = (0..end).rfind(|&i| known(view.word(i))) else { return false };
    !(at..end).any(|i| timed(view.word(i)))
}

fn help(text: &str) -> &'static str {
    if text.contains("29") && text.to_lowercase().contains("feb") {
        "29 February comes in leap years only, such as 2020 and 2024; check the day and the year"
    } else if text.to_lowercase().contains("feb") {
        "February has 28 days, 29 in leap years; check the day and the month"
    } else {
        "April, June, September and November have 30 days, the other months 31; check the day and the month"
    }
}
