//! How much time lies between two dates, as people count it, and what is said where a text states another length.

use std::ops::RangeInclusive;

use crate::check::birth::{certain, exact, tokens_of};
use crate::check::sentence::SentenceView;
use crate::claim::Dated;
use crate::period::{Period, TimeUnit, whole_units};
use crate::span::Span;
use crate::token::Class;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Lengths of more than so many days are not counted to a day without its year.
const SEASON: i64 = 160;

/// Years of a century or a decade that it may be more or less, as a fraction: "a decade later" is said eight years
/// later too.
const ROUNDED: i32 = 5;

/// A length of time in whole days, weeks, months or years.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    pub count: i32,
    pub unit: TimeUnit,
    /// So many more or fewer are right.
    slack: i32,
    /// "the following week": the next one of the calendar, and not seven days later.
    next: bool,
}

impl Length {
    /// So many units, which are days at the least; a decade is ten years, more or less.
    pub(super) fn of(count: i32, unit: TimeUnit) -> Option<Self> {
        let (times, unit, round) = match unit {
            TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => return None,
            TimeUnit::Day | TimeUnit::Week | TimeUnit::Month | TimeUnit::Year => (1, unit, false),
            TimeUnit::Fortnight => (2, TimeUnit::Week, false),
            TimeUnit::Quarter => (3, TimeUnit::Month, false),
            TimeUnit::Decade => (10, TimeUnit::Year, true),
            TimeUnit::Century => (100, TimeUnit::Year, true),
        };
        let count = count.checked_abs()?.checked_mul(times)?;
        Some(Self { count, unit, slack: if round { count / ROUNDED } else { 0 }, next: false })
    }

    /// "half a century", "half a year".
    pub(super) fn half(unit: TimeUnit) -> Option<Self> {
        match unit {
            TimeUnit::Year => Self::of(6, TimeUnit::Month),
            TimeUnit::Decade | TimeUnit::Century => {
                let whole = Self::of(1, unit)?;
                Some(Self { count: whole.count / 2, ..whole }.rounded())
            }
            _ => None,
        }
    }

    /// As loose as a decade or a century is.
    pub(super) fn rounded(self) -> Self {
        Self { slack: self.count / ROUNDED, ..self }
    }

    /// "the following week", which begins on Monday.
    pub(super) fn next(unit: TimeUnit) -> Option<Self> {
        Some(Self { next: true, ..Self::of(1, unit)? })
    }

    /// "after 21 days", of which the first and the last count or not.
    pub(super) fn inclusive(self) -> Self {
        Self { slack: self.slack.max(i32::from(self.unit == TimeUnit::Day)), ..self }
    }

    /// "the three-month trial" from May to July, of which the first and the last count or not.
    pub(super) fn counting_both_ends(self) -> Self {
        Self { slack: self.slack.max(1), ..self }
    }

    fn days(self) -> i64 {
        let each = match self.unit {
            TimeUnit::Year => 365,
            TimeUnit::Month => 30,
            TimeUnit::Week => 7,
            _ => 1,
        };
        i64::from(self.count) * each
    }

    /// Whether a time is narrow enough to count from it in this unit.
    fn counts_from(self, period: &Period) -> bool {
        let most = match self.unit {
            TimeUnit::Year => 366,
            TimeUnit::Month => 31,
            _ => 1,
        };
        width(period).is_some_and(|days| days <= most)
    }
}

/// A date of the text, with the sentence that it stands in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed<'a, 'r> {
    pub dated: &'a Dated,
    pub view: &'a SentenceView<'r>,
}

impl Placed<'_, '_> {
    fn text(&self) -> &str {
        self.view.text(self.dated.expr.span)
    }

    fn label(&self, message: &str) -> Label {
        Label { place: self.view.place(self.dated.expr.span), message: message.to_owned() }
    }
}

/// The days, months and years of a sentence that are certain: written out, or a day of a month whose year is the
/// text's.
pub(super) fn stated<'r>(view: &SentenceView<'r>) -> impl Iterator<Item = &'r Dated> {
    let view = *view;
    view.dates().iter().filter(move |d| exact(&view, &d.expr) || is_day_of_month(&view, d))
}

fn is_day_of_month(view: &SentenceView<'_>, dated: &Dated) -> bool {
    let (first, end) = tokens_of(view, dated.expr.span);
    certain(view, &dated.expr)
        && (first..end).any(|i| view.class(i).contains(Class::MONTH))
        && dated.expr.period.as_ref().and_then(width) == Some(1)
}

fn width(period: &Period) -> Option<i32> {
    whole_units(period.start?, period.end?, TimeUnit::Day)
}

/// Holds a length of time against the two dates between which it lies; `None` where they are too wide for it.
pub(super) fn held(
    view: &SentenceView<'_>,
    span: Span,
    length: Length,
    (a, b): (Placed<'_, '_>, Placed<'_, '_>),
) -> Option<Verdict> {
    let (first, second) = periods(length, a.dated, b.dated)?;
    let ((early, from), (late, to)) =
        if first.start? <= second.start? { ((a, first), (b, second)) } else { ((b, second), (a, first)) };
    let right = between(&from, &to, length)?;
    let told = match (right.start(), right.end()) {
        (low, high) if low == high => low.to_string(),
        (low, high) => format!("{low} or {high}"),
    };
    let unit = length.unit.name();
    let units = if told == "1" { unit.to_owned() } else { format!("{unit}s") };
    let (early_text, late_text) = (early.text(), late.text());
    let calculation = format!("{late_text} is {told} {units} after {early_text}, stated {}", length.count);
    let labels = vec![early.label("from here"), late.label("to here")];
    let primary = view.place(span);
    let off = (right.start() - length.count).max(length.count - right.end());
    if off <= length.slack {
        let message = "the dates are as far apart as the text says".to_owned();
        return Some(Verdict { primary, outcome: Outcome::Passed { calculation, message, labels } });
    }
    // From December 1962 to January 1971 are eight years and a month; "the next day" is no other day.
    let next_day = length.unit == TimeUnit::Day && length.count == 1;
    let one_sentence = std::ptr::eq(a.view.sentence, b.view.sentence);
    Some(Verdict {
        primary,
        outcome: Outcome::Failed(Box::new(Failure {
            mismatch: if off > 1 || next_day { Mismatch::Hard } else { Mismatch::Soft },
            confidence: if one_sentence && length.slack == 0 { Confidence::High } else { Confidence::Medium },
            message: format!("{late_text} is {told} {units} after {early_text}, not “{}”", view.text(span)),
            help: Some(format!("write {told} {units}, or check the two dates")),
            primary_label: format!("says {}", length.count),
            labels,
            calculation: Some(calculation),
            cause: None,
            fix: None,
        })),
    })
}

/// The days of two dates. One without its year is of the year that brings it nearest to the other.
fn periods(length: Length, a: &Dated, b: &Dated) -> Option<(Period, Period)> {
    let (first, second) = (a.expr.period?, b.expr.period?);
    if !length.counts_from(&first) || !length.counts_from(&second) {
        return None;
    }
    if !a.expr.relative && !b.expr.relative {
        return Some((first, second));
    }
    if length.days() > SEASON {
        return None;
    }
    let moved = |period: Period, to: &Period| {
        let years = (-1..=1).filter_map(|years| Period::day(TimeUnit::Year.add(period.start?, years)?));
        years.min_by_key(|day| day.elapsed(to, TimeUnit::Day).map_or(i32::MAX, |days| days.start().abs()))
    };
    if a.expr.relative { Some((moved(first, &second)?, second)) } else { Some((first, moved(second, &first)?)) }
}

/// The units between two dates, as people count them: on the calendar, and as whole ones that have passed where days or
/// months are known. Weeks are counted from day to day, to the nearest.
fn between(from: &Period, to: &Period, length: Length) -> Option<RangeInclusive<i32>> {
    let unit = length.unit;
    let calendar = from.calendar_difference(to, unit)?;
    let whole_year =
        |p: &Period| p.start.zip(p.last_day()).is_some_and(|(a, b)| a.day_of_year() == 1 && b.month() == 12);
    if unit == TimeUnit::Year && (whole_year(from) || whole_year(to)) {
        return Some(calendar);
    }
    if unit == TimeUnit::Week && !length.next {
        let days = *from.elapsed(to, TimeUnit::Day)?.start();
        return Some((days + 3) / 7..=(days + 4) / 7);
    }
    let elapsed = from.elapsed(to, unit)?;
    // Twelve months that begin on 1 March are over on 28 February.
    let counts_last = matches!(unit, TimeUnit::Month | TimeUnit::Year) && width(to) == Some(1);
    let full = whole_units(from.start?, to.end?, unit).filter(|_| counts_last).unwrap_or(*calendar.end());
    Some(*elapsed.start().min(calendar.start())..=full.max(*elapsed.end()).max(*calendar.end()))
}
