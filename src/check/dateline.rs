//! Datelines: the publication dates that a text states of itself, against each other.

use serde::Deserialize;

use super::{Check, ParameterFault, Parameters, Scene};
use crate::document::{DateOrigin, StatedDate};
use crate::period::day_in_words;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Place, Verdict};

/// Parameters of the check `dateline`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Dateline {
    /// Days that two dates may lie apart; time zones make one.
    max_days: i32,
}

impl Default for Dateline {
    fn default() -> Self {
        Self { max_days: 1 }
    }
}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Dateline>()?))
}

impl Check for Dateline {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        let document = scene.reading.document;
        let stated = &document.metadata.stated_dates;
        let Some(best) = stated.iter().min_by_key(|d| d.origin) else { return };
        let others: Vec<&StatedDate> = stated.iter().filter(|d| d.origin != best.origin).collect();
        let Some(farthest) = others.iter().max_by_key(|d| days_apart(d, best)) else { return };
        let apart = days_apart(farthest, best);
        let place = |date: &StatedDate| Place::in_file(document, date.span, date.span.slice(document.source));
        let label = |date: &StatedDate| Label { place: place(date), message: says(date) };
        let calculation =
            format!("{} and {}: {apart} days apart", day_in_words(farthest.date), day_in_words(best.date));
        let outcome = if apart <= self.max_days {
            Outcome::Passed { calculation, message: "the text's own dates agree".to_owned(), labels: vec![label(best)] }
        } else {
            let agreeing = others.iter().filter(|d| days_apart(d, best) <= self.max_days).count();
            let support = if agreeing > 0 {
                format!("; {agreeing} more of the text's dates agree with it")
            } else {
                String::new()
            };
            Outcome::Failed(Box::new(Failure {
                mismatch: Mismatch::Hard,
                confidence: Confidence::High,
                message: format!("{}, {}", says(farthest), says(best)),
                help: Some(format!(
                    "one of the two is wrong{support}; relative dates were read from {}",
                    document.metadata.date.map_or_else(|| "neither".to_owned(), day_in_words)
                )),
                primary_label: says(farthest),
                labels: vec![label(best)],
                calculation: Some(calculation),
                cause: None,
                fix: None,
            }))
        };
        out.push(Verdict { primary: place(farthest), outcome });
    }
}

/// "the URL says 17 March 2023"
fn says(date: &StatedDate) -> String {
    format!("{} says {}", origin(date.origin), day_in_words(date.date))
}

fn days_apart(a: &StatedDate, b: &StatedDate) -> i32 {
    a.date.since(b.date).map_or(0, |span| span.get_days().abs())
}

fn origin(origin: DateOrigin) -> &'static str {
    match origin {
        DateOrigin::FrontMatter => "the front matter",
        DateOrigin::Meta => "the page's metadata",
        DateOrigin::JsonLd => "the page's JSON-LD",
        DateOrigin::CanonicalLink => "the canonical link",
        DateOrigin::Dateline => "the dateline",
        DateOrigin::Url => "the URL",
    }
}
