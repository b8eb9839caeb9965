//! Datelines: the publication dates that a text states of itself, against each other; "today" against the day of the
//! text; and days in words against those in their markup.

mod marked;

use jiff::civil::Date;
use serde::Deserialize;

use super::sentence::SentenceView;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::document::{DateOrigin, Document, StatedDate};
use crate::period::day_in_words;
use crate::span::Span;
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
        let (stated, old): (Vec<&StatedDate>, Vec<&StatedDate>) =
            document.metadata.stated_dates.iter().partition(|d| d.date.year() >= FIRST_YEAR);
        out.extend(old.into_iter().map(|date| too_old(document, date)));
        out.extend(self.among(document, &stated));
        self.today(scene, out);
        marked::check(scene, self.max_days, out);
    }
}

/// Years before this one are slips in a publication date: 1075 for 1975.
const FIRST_YEAR: i16 = 1900;

impl Dateline {
    /// The dates that the text states of itself against the first of them in order of precedence.
    fn among(&self, document: &Document<'_>, stated: &[&StatedDate]) -> Option<Verdict> {
        let best = *stated.iter().min_by_key(|d| d.origin)?;
        // "Published: 2 March" and "NAIROBI, March 21 -" are both datelines.
        let another =
            |d: &&&StatedDate| d.origin != best.origin || d.origin == DateOrigin::Dateline && d.span != best.span;
        let others: Vec<&StatedDate> = stated.iter().filter(another).copied().collect();
        let farthest = *others.iter().max_by_key(|d| days_apart(d.date, best.date))?;
        let apart = days_apart(farthest.date, best.date);
        let label = |date: &StatedDate| Label { place: place(document, date), message: says(date) };
        let calculation =
            format!("{} and {}: {apart} days apart", day_in_words(farthest.date), day_in_words(best.date));
        // A report is filed before it is published; a dateline of the day after has not happened yet.
        let ahead = farthest.origin == DateOrigin::Dateline
            && best.origin == DateOrigin::FrontMatter
            && farthest.date > best.date
            && !says_a_year(farthest.span.slice(document.source));
        let outcome = if apart <= self.max_days && !ahead {
            Outcome::Passed { calculation, message: "the text's own dates agree".to_owned(), labels: vec![label(best)] }
        } else {
            let agreeing = others.iter().filter(|d| days_apart(d.date, best.date) <= self.max_days).count();
            let support = if agreeing > 0 && apart > self.max_days {
                format!("; {agreeing} more of the text's dates agree with it")
            } else {
                String::new()
            };
            Outcome::Failed(Box::new(Failure {
                mismatch: if apart > self.max_days { Mismatch::Hard } else { Mismatch::Soft },
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
        Some(Verdict { primary: place(document, farthest), outcome })
    }

    /// "today, Thursday 16 July" against the day of the text.
    fn today(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        let reading = scene.reading;
        let Some(date) = reading.document.metadata.date else { return };
        for pair in reading.dates.windows(2) {
            let [word, day] = pair else { continue };
            let view = SentenceView::of(reading, &reading.sentences[word.sentence as usize]);
            let single = day.expr.period.and_then(|p| p.last_day().filter(|last| p.start == Some(*last)));
            let Some(written) = single.filter(|_| word.sentence == day.sentence) else { continue };
            let (from, to) = (word.expr.span.end, day.expr.span.start);
            let joined =
                from <= to && matches!(view.text(Span::new(from, to)).trim(), "" | "," | "(" | "\u{2013}" | "-");
            // "Today, 20 July 1969" is quoted from another day's paper.
            if !joined || !view.text(word.expr.span).eq_ignore_ascii_case("today") || written.year() != date.year() {
                continue;
            }
            let apart = days_apart(date, written);
            let calculation = format!("{} and {}: {apart} days apart", day_in_words(written), day_in_words(date));
            let outcome = if apart <= self.max_days {
                let message = "“today” is the day of the text".to_owned();
                Outcome::Passed { calculation, message, labels: Vec::new() }
            } else {
                Outcome::Failed(Box::new(Failure {
                    mismatch: Mismatch::Hard,
                    confidence: Confidence::Medium,
                    message: format!(
                        "“today” is {} here, but the text is of {}",
                        day_in_words(written),
                        day_in_words(date)
                    ),
                    help: Some("check the day, and the text's own date".to_owned()),
                    primary_label: format!("{apart} days from the text's date"),
                    labels: Vec::new(),
                    calculation: Some(calculation),
                    cause: None,
                    fix: None,
                }))
            };
            out.push(Verdict { primary: view.place(word.expr.span.cover(day.expr.span)), outcome });
        }
    }
}

fn place(document: &Document<'_>, date: &StatedDate) -> Place {
    Place::in_document(document, date.span, date.span.slice(document.source))
}

/// "Published: 12 May 1075".
fn too_old(document: &Document<'_>, date: &StatedDate) -> Verdict {
    let failure = Failure {
        mismatch: Mismatch::Hard,
        confidence: Confidence::High,
        message: format!("{} says {}: no text is that old", origin(date.origin), date.date),
        help: Some("check the year".to_owned()),
        primary_label: format!("the year {}", date.date.year()),
        labels: Vec::new(),
        calculation: None,
        cause: Some("a wrong digit in the year".to_owned()),
        fix: None,
    };
    Verdict { primary: place(document, date), outcome: Outcome::Failed(Box::new(failure)) }
}

/// Agencies write "NAIROBI, March 18 -"; a line with a year is the page's own, and time zones make a day.
fn says_a_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
}

/// "the URL says 17 March 2023"
fn says(date: &StatedDate) -> String {
    format!("{} says {}", origin(date.origin), day_in_words(date.date))
}

/// Days between two dates, whichever is first.
fn days_apart(a: Date, b: Date) -> i32 {
    a.since(b).map_or(0, |span| span.get_days().abs())
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
