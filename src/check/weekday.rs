//! Weekdays: "Monday, 2 October 2023" against the calendar.

use jiff::civil::Date;
use serde::Deserialize;

use super::birth::tokens_of;
use super::fix::{Way, either, replaced};
use super::sentence::{SentenceView, is_one_of};
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::{Dated, Reading};
use crate::period::{WrittenWeekday, day_in_words, weekday};
use crate::quantity::ordinal_ending;
use crate::span::Span;
use crate::token::{Class, Kind};
use crate::verdict::{Confidence, Failure, Fix, Mismatch, Outcome, Reason, Verdict};

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
        for (at, dated) in reading.dates.iter().enumerate() {
            let expr = &dated.expr;
            let first = expr.period.and_then(|p| p.start);
            // Of a week that is named by its end, the weekday is that of the last day.
            let last = expr.period.and_then(|p| p.last_day());
            let [opens, closes] = expr.range_weekdays;
            let sentence = &reading.sentences[dated.sentence as usize];
            let view = SentenceView::of(reading, sentence);
            let beside = bracketed(&view, reading, at);
            let pairs = [(expr.weekday.or(beside), last), (opens, first), (closes, last)];
            for (written, day) in pairs.into_iter().filter_map(|(written, day)| Some((written?, day))) {
                // Of a range, each end is shown by itself.
                let range = expr.range_weekdays.iter().any(Option::is_some);
                let span = if range { written.span } else { expr.span.cover(written.span) };
                let outcome = match day {
                    Some(day) => {
                        let fix = settled(&view, &written, expr.span, day);
                        hold(day, written.number, view.text(span), expr.relative, fix)
                    }
                    None => Outcome::NotChecked(Reason::NoDate),
                };
                out.push(Verdict { primary: view.place(span), outcome });
            }
            out.extend(counted_out(&view, reading, at));
        }
    }
}

/// "the first Monday in May, 13 May 2024": a weekday that is counted out in its month, and the day straight behind it.
fn counted_out(view: &SentenceView<'_>, reading: &Reading<'_>, at: usize) -> Option<Verdict> {
    let (named, told) = (&reading.dates[at], reading.dates.get(at + 1)?);
    let ((first, end), (next, behind)) = (tokens_of(view, named.expr.span), tokens_of(view, told.expr.span));
    let any = |class| (first..end).any(|i| view.class(i).contains(class));
    let ordinal = any(Class::ORDINAL) || (first..end).any(|i| view.word(i) == "last");
    let month = (next..behind).any(|i| view.class(i).contains(Class::MONTH));
    let apposed = next == end + 1 && matches!(view.word(end), "," | "(") && told.sentence == named.sentence;
    if !(ordinal && any(Class::WEEKDAY) && any(Class::MONTH) && month && apposed) {
        return None;
    }
    let (day, other) = (named.expr.period?.start?, told.expr.period?.start?);
    let single = |dated: &Dated| dated.expr.period.is_some_and(|p| p.start == p.last_day());
    // With one year for both, the weekday is counted out in that year.
    if !single(named) || !single(told) || day.month() != other.month() || day.year() != other.year() {
        return None;
    }
    let span = named.expr.span.cover(told.expr.span);
    let name = view.text(named.expr.span);
    let calculation = format!("{name} is {}", day_in_words(day));
    let outcome = if day == other {
        Outcome::Passed { calculation, message: format!("“{name}” is the day that is told"), labels: Vec::new() }
    } else {
        Outcome::Failed(Box::new(Failure {
            mismatch: Mismatch::Hard,
            confidence: Confidence::High,
            message: format!("{name} is {}, not {}", day_in_words(day), day_in_words(other)),
            help: Some("check which of the two is meant".to_owned()),
            primary_label: "two different days".to_owned(),
            labels: Vec::new(),
            calculation: Some(calculation),
            cause: None,
            fix: None,
        }))
    };
    Some(Verdict { primary: view.place(span), outcome })
}

/// "Friday (May 10, 2024)", "10 May 2024 (a Friday)": a weekday that a bracket parts from the day.
fn bracketed(view: &SentenceView<'_>, reading: &Reading<'_>, at: usize) -> Option<WrittenWeekday> {
    let day = &reading.dates[at];
    let (first, end) = tokens_of(view, day.expr.span);
    let single = day.expr.period.is_some_and(|p| p.start == p.last_day());
    let token = match (view.word_before(first, 1), view.word(end)) {
        ("(", ")") => first.checked_sub(2)?,
        (_, "(") => end + 1 + usize::from(matches!(view.word(end + 1), "a" | "the")),
        _ => return None,
    };
    let closed = token < first || view.word(token + 1) == ")";
    let name = view.tokens().get(token).filter(|_| single && closed && view.class(token).contains(Class::WEEKDAY))?;
    // "on Mondays (6 May 2024 is a holiday)" has many of them.
    let one = !view.text(name.span()).ends_with('s');
    let number = view.reading.vocabulary.lexicon.entry(name.word).time;
    one.then(|| WrittenWeekday { span: name.span(), number })
}

/// The right weekday in place of the written one, or the nearest day with this weekday in place of the date: which of
/// the two is wrong only the editor knows.
fn settled(view: &SentenceView<'_>, written: &WrittenWeekday, date: Span, day: Date) -> Option<Fix> {
    if weekday(day) == written.number {
        return None;
    }
    let moved = nearest(day, written.number).and_then(|other| moved(view, date, day, other));
    either([renamed(view, written.span, day), moved])
}

/// The right weekday, as long and in the case that was written.
fn renamed(view: &SentenceView<'_>, written: Span, day: Date) -> Option<Way> {
    let text = view.text(written);
    let mut right = name(weekday(day)).to_owned();
    if text.len() <= 5 && !text.ends_with("day") {
        right.truncate(3);
    }
    if text.bytes().all(|b| b.is_ascii_uppercase()) {
        right.make_ascii_uppercase();
    }
    replaced(view, written, &right)
}

/// Another day of the same month in place of the only number in a date that is its day: "4" for "3", "4th" for "3rd".
fn moved(view: &SentenceView<'_>, date: Span, day: Date, other: Date) -> Option<Way> {
    if (day.year(), day.month()) != (other.year(), other.month()) {
        return None;
    }
    let mut days = view.tokens().iter().filter(|token| {
        date.contains(token.span()) && token.kind == Kind::Digits && view.text(token.span()).parse() == Ok(day.day())
    });
    let token = days.next().filter(|_| days.next().is_none())?;
    let digits = token.span();
    let mut text = format!("{:0width$}", other.day(), width = digits.len().min(2) as usize);
    if !view.text(digits).starts_with('0') {
        text = other.day().to_string();
    }
    let behind = view.block().get(digits.end as usize..digits.end as usize + 2).unwrap_or_default();
    let ordinal = is_one_of(&["st", "nd", "rd", "th"], behind);
    let span = Span::new(digits.start, digits.end + if ordinal { 2 } else { 0 });
    let ending = if ordinal { ordinal_ending(other.day().unsigned_abs().into()) } else { "" };
    let way = replaced(view, span, &format!("{text}{ending}"))?;
    Some(way.says(&format!("write {}", day_in_words(other))))
}

/// The day within three days of another that has this weekday.
fn nearest(day: Date, number: u8) -> Option<Date> {
    (-3i32..=3).filter_map(|days| day.checked_add(jiff::Span::new().days(days)).ok()).find(|d| weekday(*d) == number)
}

/// Holds a day against the weekday that was written with it.
fn hold(day: Date, written: u8, text: &str, relative: bool, fix: Option<Fix>) -> Outcome {
    let right = weekday(day);
    let calculation = format!("{} is a {}", day_in_words(day), name(right));
    if right == written {
        return Outcome::Passed {
            calculation,
            message: format!("“{text}” agrees with the calendar"),
            labels: Vec::new(),
        };
    }
    let help = nearest(day, written).map(|other| {
        format!(
            "write {} for the weekday, or {} for the date, which is a {}",
            name(right),
            day_in_words(other),
            name(written)
        )
    });
    Outcome::Failed(Box::new(Failure {
        mismatch: Mismatch::Hard,
        confidence: Confidence::High,
        message: format!("{} is a {}, not a {}", day_in_words(day), name(right), name(written)),
        help,
        primary_label: if relative {
            "the year is taken from the text's date".to_owned()
        } else {
            "weekday and date disagree".to_owned()
        },
        labels: Vec::new(),
        calculation: Some(calculation),
        cause: None,
        fix,
    }))
}
