//! What a date that was read means: its days in the light of the document's date and the tense, as a [`DateExpr`].

use jiff::civil::Date;

use super::DateOptions;
use super::found::Found;
use crate::period::resolve::{Context, Meaning, resolve};
use crate::period::{DateExpr, DateKind, Lead, Period, Tense, Written, WrittenYear};
use crate::span::Span;
use crate::token::Tokens;

impl Found {
    /// The expression with its days; `base` is the date before it in its sentence.
    pub(super) fn resolved(self, sentence: Tokens<'_>, options: DateOptions, base: Option<Period>) -> DateExpr {
        let tense = if needs_tense(&self.written) {
            Tense::around(sentence, &(self.start..self.tokens.end))
        } else {
            Tense::Back
        };
        let mut meaning = resolve(
            &self.written,
            Context { anchor: options.anchor, tense, order: options.order, fiscal_start: options.fiscal_start, base },
        );
        let mut kind = kind_of(&self.written);
        if self.lead == Lead::Since {
            kind = DateKind::Period;
            meaning = since(meaning, options.anchor);
        }
        let first = sentence.get(self.start).map_or(0, |t| t.start);
        let last = sentence.get(self.tokens.end.saturating_sub(1)).map_or(first, |t| t.end);
        DateExpr {
            span: Span::new(first, last.max(first)),
            kind,
            timex: meaning.timex,
            period: meaning.period,
            relative: meaning.relative,
            weekday: match &self.written {
                Written::WeekdayDay(name, _) => Some(*name),
                // "the week to Friday, 5 May": the weekday of its last day.
                Written::Ended(_, _, last) => last.weekday(),
                written => written.weekday(),
            },
            range_weekdays: match &self.written {
                Written::Range(first, last) => [first.weekday(), last.weekday()],
                _ => [None, None],
            },
            lead: self.lead,
            impossible: meaning.impossible,
            dependent: matches!(self.written, Written::Shift(..) | Written::Same(_)),
            step: match self.written {
                Written::Shift(unit, count) => Some((count, unit)),
                _ => None,
            },
            reversed: meaning.reversed,
        }
    }
}

/// From the start of what was named to the document's date; the TIMEX3 value stays that of what was named.
fn since(meaning: Meaning, anchor: Option<Date>) -> Meaning {
    let Some(start) = meaning.period.and_then(|p| p.start) else {
        return meaning;
    };
    let end = anchor.filter(|a| *a >= start).and_then(|a| a.tomorrow().ok());
    Meaning { period: Some(Period { start: Some(start), end }), ..meaning }
}

/// Whether the year or week must come from the tense.
fn needs_tense(written: &Written) -> bool {
    match written {
        Written::Day { year, .. } | Written::Month(year, _) | Written::Quarter(year, _) | Written::Half(year, _) => {
            *year == WrittenYear::Missing
        }
        Written::Weekday(_, None) | Written::WeekdayDay(..) | Written::DayAlone(_) | Written::TheWeekend => true,
        Written::Ended(_, _, of)
        | Written::WeekOf(_, of)
        | Written::Part(_, of)
        | Written::NthWeekday(_, _, of)
        | Written::Nth(_, _, of)
        | Written::HalfOf(_, of)
        | Written::Shifted(_, _, of) => needs_tense(of),
        Written::Range(from, to) => needs_tense(from) || needs_tense(to),
        _ => false,
    }
}

/// Points on the calendar are dates; what runs from somewhere to somewhere is a period.
fn kind_of(written: &Written) -> DateKind {
    match written {
        Written::Time(..) => DateKind::Time,
        Written::Range(..)
        | Written::Trailing(..)
        | Written::Coming(..)
        | Written::Stretch { .. }
        | Written::HalfOf(..)
        | Written::Earlier(_)
        | Written::Later(_)
        | Written::Decade(_)
        | Written::Century(_)
        | Written::Every(_)
        | Written::Ended(..)
        | Written::ToDate(_)
        | Written::Same(_) => DateKind::Period,
        _ => DateKind::Date,
    }
}
