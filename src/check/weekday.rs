//! Weekdays: "Monday, 2 October 2023" against the calendar.

use jiff::civil::Date;
use serde::Deserialize;

use super::sentence::SentenceView;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::period::weekday;
use crate::verdict::{Confidence, Failure, Mismatch, Outcome, Reason, Verdict};

/// The check `weekday`; it has no parameters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Weekday {}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Weekday>()?))
}

const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn name(number: u8) -> &'static str {
    NAMES[usize::from(number.saturating_sub(1)) % 7]
}

impl Check for Weekday {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        let reading = scene.reading;
        for dated in &reading.dates {
            let Some(written) = dated.expr.weekday else { continue };
            let sentence = &reading.sentences[dated.sentence as usize];
            if reading.document.blocks[sentence.block as usize].repeated {
                continue;
            }
            let view = SentenceView::of(reading, sentence);
            let day = dated.expr.period.and_then(|p| p.start);
            let outcome = match day {
                Some(day) => hold(day, written.number, view.text(dated.expr.span), dated.expr.relative),
                None => Outcome::NotChecked(Reason::NoDate),
            };
            out.push(Verdict { primary: view.place(dated.expr.span.cover(written.span)), outcome });
        }
    }
}

/// Holds a day against the weekday that was written with it.
fn hold(day: Date, written: u8, text: &str, relative: bool) -> Outcome {
    let right = weekday(day);
    let calculation = format!("{day} was a {}", name(right));
    if right == written {
        return Outcome::Passed {
            calculation,
            message: format!("“{text}” agrees with the calendar"),
            labels: Vec::new(),
        };
    }
    let nearest = (-3i32..=3)
        .filter_map(|days| day.checked_add(jiff::Span::new().days(days)).ok())
        .find(|d| weekday(*d) == written);
    let help = nearest.map(|other| {
        format!("write {} for the weekday, or {other} for the date, which was a {}", name(right), name(written))
    });
    Outcome::Failed(Box::new(Failure {
        mismatch: Mismatch::Hard,
        confidence: Confidence::High,
        message: format!("{day} was a {}, not a {}", name(right), name(written)),
        help,
        primary_label: if relative {
            "the year is taken from the text's date".to_owned()
        } else {
            "weekday and date disagree".to_owned()
        },
        labels: Vec::new(),
        calculation: Some(calculation),
        cause: None,
        fix: None,
    }))
}
