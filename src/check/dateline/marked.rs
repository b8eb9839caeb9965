//! Days that are told twice, to readers in words and to machines in markup: `<time datetime="2024-03-05">5
//! March</time>`.

use jiff::civil::Date;

use super::{FIRST_YEAR, days_apart};
use crate::check::Scene;
use crate::check::sentence::SentenceView;
use crate::claim::{Dated, Reading};
use crate::document::MarkedDay;
use crate::period::{DateExpr, DateKind, day_in_words};
use crate::span::Span;
use crate::token::Class;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Place, Verdict};

/// Holds each day in the markup against the one date in its words. Ranges, durations and dates that count from another
/// ("today", "last Monday") are left alone, and so are two dates in one element.
pub(super) fn check(scene: &Scene<'_>, max_days: i32, out: &mut Vec<Verdict>) {
    let reading = scene.reading;
    let marked = &reading.document.marked_days;
    if marked.is_empty() {
        return;
    }
    let block = |dated: &Dated| reading.sentences[dated.sentence as usize].block;
    let in_source = |dated: &Dated| reading.document.blocks[block(dated) as usize].map.to_file(dated.expr.span);
    let mut dates: Vec<(Span, &Dated)> = reading.dates.iter().map(|dated| (in_source(dated), dated)).collect();
    dates.sort_by_key(|(span, _)| span.start);
    for day in marked.iter().filter(|day| day.date.year() >= FIRST_YEAR && !is_compared_already(reading, day)) {
        let from = dates.partition_point(|(span, _)| span.start < day.words.start);
        let mut inside = dates[from..].iter().take_while(|(span, _)| span.end <= day.words.end);
        if let (Some((_, dated)), None) = (inside.next(), inside.next()) {
            out.extend(hold(reading, day, dated, max_days));
        }
    }
}

/// Whether both are publication dates of the page, which are held against each other as such.
fn is_compared_already(reading: &Reading<'_>, day: &MarkedDay) -> bool {
    let stated = &reading.document.metadata.stated_dates;
    let is_stated = |within: Span| stated.iter().any(|date| within.contains(date.span));
    is_stated(day.markup) && is_stated(day.words)
}

/// A day without a year is that of the year that brings it nearest, and at most a warning.
fn hold(reading: &Reading<'_>, day: &MarkedDay, dated: &Dated, max_days: i32) -> Option<Verdict> {
    let view = SentenceView::of(reading, &reading.sentences[dated.sentence as usize]);
    let (written, full) = in_words(&view, &dated.expr, day.date)?;
    let apart = days_apart(written, day.date);
    let document = reading.document;
    let markup = Place::in_document(document, day.markup, day.markup.slice(document.source));
    let label = Label { place: markup, message: format!("the markup says {}", day_in_words(day.date)) };
    let calculation = format!("{} and {}: {apart} days apart", day_in_words(written), day_in_words(day.date));
    let outcome = if apart == 0 || day.timed && apart <= max_days {
        let message = "the day in words is the one in the markup".to_owned();
        Outcome::Passed { calculation, message, labels: vec![label] }
    } else {
        Outcome::Failed(Box::new(Failure {
            mismatch: if full && apart > max_days { Mismatch::Hard } else { Mismatch::Soft },
            confidence: Confidence::High,
            message: format!(
                "“{}” is marked as {}: readers and machines are told different days",
                view.text(dated.expr.span),
                day_in_words(day.date)
            ),
            help: Some("check the words, and the `datetime` in the markup".to_owned()),
            primary_label: "readers see this day".to_owned(),
            labels: vec![label],
            calculation: Some(calculation),
            cause: None,
            fix: None,
        }))
    };
    Some(Verdict { primary: view.place(dated.expr.span), outcome })
}

/// The day that was written, and whether with its year; `None` for anything but a day of a month that is named, or a
/// day as machines write it: of "3/5/2024" nobody knows which is the month.
fn in_words(view: &SentenceView<'_>, expr: &DateExpr, near: Date) -> Option<(Date, bool)> {
    let timex = expr.timex.as_deref().filter(|_| expr.kind == DateKind::Date && !expr.dependent)?;
    let (year, month_day) = timex.split_at_checked(4)?;
    let (month, day) = month_day.strip_prefix('-')?.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    let mut tokens = view.tokens().iter().enumerate().filter(|(_, token)| expr.span.contains(token.span()));
    let named = tokens.any(|(at, _)| view.class(at).contains(Class::MONTH));
    if let Some(year) = year.parse().ok().filter(|_| !expr.relative) {
        let by_machine = view.text(expr.span).starts_with(timex);
        return Some((Date::new(year, month, day).ok().filter(|_| named || by_machine)?, true));
    }
    let years = [near.year() - 1, near.year(), near.year() + 1];
    let days = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    days.min_by_key(|date| days_apart(*date, near)).filter(|_| named).map(|date| (date, false))
}
