//! Impossible dates: days that are in no calendar, such as 31 June or 29 February 2023.

use serde::Deserialize;

use super::sentence::{SentenceView, is_one_of};
use super::{Check, ParameterFault, Parameters, Scene};
use crate::span::Span;
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
            if !text.bytes().any(|b| b.is_ascii_alphabetic()) || is_spoken_of(&view, dated.expr.span) {
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

/// Whether the text speaks about the date and does not give it: the date alone in quotation marks, "there is no 31
/// June", "dates such as 30 February", "31 April does not exist", "no longer accepts June 31". "Entries are accepted
/// until 31 June" gives it.
fn is_spoken_of(view: &SentenceView<'_>, date: Span) -> bool {
    const BEFORE: &[&str] = &[" no", " such as", " like"];
    const ABOUT: &[&str] = &["exist", "exists", "nonexistent", "nonsensical", "invalid", "impossible"];
    let block = view.block();
    let (before, behind) = (&block[..date.start as usize], &block[date.end as usize..]);
    let quoted = before.ends_with(['"', '\'', '\u{201c}', '\u{2018}', '`'])
        && behind.trim_start_matches([',', '.']).starts_with(['"', '\'', '\u{201d}', '\u{2019}', '`']);
    let before = before.trim_end().to_ascii_lowercase();
    quoted
        || BEFORE.iter().any(|words| before.ends_with(words))
        || view.words().any(|word| is_one_of(ABOUT, word))
        || is_taken(view, date.start)
}

/// "accepts June 31", "rejects the date 31 June": what is taken is the date itself, and nothing is done on that day.
fn is_taken(view: &SentenceView<'_>, start: u32) -> bool {
    let end = view.tokens().partition_point(|t| t.start < start);
    let takes = |word: &str| ["accept", "reject", "refuse"].iter().any(|verb| word.starts_with(verb));
    let timed =
        |word: &str| matches!(word, "on" | "by" | "until" | "till" | "from" | "since" | "before" | "after" | "in");
    let Some(at) = (0..end).rfind(|&i| takes(view.word(i))) else { return false };
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
