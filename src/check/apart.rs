//! Years that lie between two dates of a text: "begun in 1962 and finished in 1971, nine years later", "six years later,
//! in 1990, it burned down", "sold in 1999, 12 years after the family bought it in 1987", "opened in 1962 and closed in
//! 1971, after nine years".

use std::ops::RangeInclusive;

use rust_decimal::prelude::ToPrimitive;

use super::birth::{exact, tokens_of};
use super::elapsed::whole;
use super::sentence::SentenceView;
use crate::claim::{Claim, Dated};
use crate::period::{Period, TimeUnit};
use crate::quantity::{Form, Hedge, Number, Unit};
use crate::span::Span;
use crate::token::Class;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Words between "12 years after" and the year of what it follows.
const REACH: usize = 10;

/// "nine years later": so many years from one of two dates to the other.
#[derive(Clone, Copy, Debug)]
struct Apart {
    span: Span,
    /// Its first token, and the one behind the word of order.
    tokens: (usize, usize),
    years: i32,
    /// What follows says from when: "after", "before".
    opens: bool,
}

/// A date of the text, with the sentence that it stands in.
type Placed<'a, 'r> = (&'a Dated, &'a SentenceView<'r>);

/// What the lengths of time of a sentence say of the dates that they lie between. `before` is the sentence before.
pub(super) fn apart(view: &SentenceView<'_>, before: Option<&SentenceView<'_>>, out: &mut Vec<Verdict>) {
    let dates = view.dates();
    if dates.is_empty() {
        return;
    }
    let from_dates = dates.iter().filter_map(|dated| counted_from_a_date(view, dated, dates));
    let from_claims = view.claims.iter().filter(|c| c.quantity.unit == Unit::Duration(TimeUnit::Year));
    let from_claims = from_claims.filter_map(|claim| {
        let end = view.end_token(claim);
        let word = view.word(end);
        let years = whole(claim).filter(|_| matches!(word, "later" | "earlier" | "after" | "before"))?;
        let opens = matches!(word, "after" | "before");
        Some(Apart { span: claim.quantity.span, tokens: (view.first_token(claim), end + 1), years, opens })
    });
    out.extend(view.claims.iter().filter_map(|claim| closed_after(view, claim)));
    for stretch in from_dates.chain(from_claims) {
        if hedged(view, stretch.tokens.0) {
            continue;
        }
        let ends = if stretch.opens { around(view, stretch) } else { ends(view, before, stretch) };
        out.extend(ends.and_then(|ends| judge(view, stretch, ends)));
    }
}

/// "opened in 1962 and closed in 1971, after nine years": the beginning and the end, each with its date.
fn closed_after(view: &SentenceView<'_>, claim: &Claim) -> Option<Verdict> {
    const BEGUN: &[&str] = &[
        "opened",
        "founded",
        "established",
        "began",
        "begun",
        "started",
        "launched",
        "introduced",
        "formed",
        "built",
        "married",
        "wed",
        "took",
        "appointed",
        "elected",
        "joined",
        "crowned",
        "installed",
    ];
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    if claim.quantity.unit != Unit::Duration(TimeUnit::Year) || !closes(view, end) {
        return None;
    }
    let Number::Value { value, form: Form::Whole, .. } = claim.quantity.number else { return None };
    let years = value.to_i32().filter(|_| claim.quantity.change.is_none())?;
    let nearly = matches!(view.word_before(start, 1), "nearly" | "almost");
    let first = start - usize::from(nearly);
    let hedged = !nearly && !matches!(claim.quantity.hedge, Hedge::None | Hedge::Exactly);
    let after = first.checked_sub(1).filter(|&i| view.word(i) == "after")?;
    let mut all = stated(view).map(|d| (d, tokens_of(view, d.expr.span)));
    let (Some(one), Some(two), None) = (all.next(), all.next(), all.next()) else { return None };
    let straight = two.1.1 + usize::from(view.word_before(after, 1) == ",") == after;
    let begun = (one.1.0.saturating_sub(REACH / 2)..one.1.0)
        .any(|i| BEGUN.iter().any(|word| view.word(i).eq_ignore_ascii_case(word)));
    if hedged || !straight || !begun {
        return None;
    }
    let stretch = Apart { span: claim.quantity.span, tokens: (start, end), years, opens: false };
    judge(view, stretch, ((two.0, view), (one.0, view)))
}

/// "nine years later" behind a date is itself a date to the readers; its years are those between the two.
fn counted_from_a_date(view: &SentenceView<'_>, dated: &Dated, dates: &[Dated]) -> Option<Apart> {
    let text = view.text(dated.expr.span);
    let shifted = text.ends_with(" years later") || text.ends_with(" years earlier");
    let anchor = dates.iter().rev().find(|d| d.expr.span.end <= dated.expr.span.start)?;
    if !dated.expr.dependent || !shifted || text.contains("half") || !exact(view, &anchor.expr) {
        return None;
    }
    let year = |dated: &Dated| dated.expr.period.and_then(|p| p.start).map(|day| i32::from(day.year()));
    let years = (year(dated)? - year(anchor)?).abs();
    Some(Apart { span: dated.expr.span, tokens: tokens_of(view, dated.expr.span), years, opens: false })
}

/// "some nine years later", "more than nine years later".
fn hedged(view: &SentenceView<'_>, at: usize) -> bool {
    view.class(at.saturating_sub(1)).contains(Class::HEDGE) && at > 0
        || matches!(view.word_before(at, 1), "than" | "or" | "to" | "another" | "and" | "final" | "only")
        || matches!(view.word_before(at, 1), "a" | "the")
}

/// The date that "nine years later" stands beside, and the only other one before it.
fn ends<'a, 'r>(
    view: &'a SentenceView<'r>,
    before: Option<&'a SentenceView<'r>>,
    stretch: Apart,
) -> Option<(Placed<'a, 'r>, Placed<'a, 'r>)> {
    let (start, end) = stretch.tokens;
    let all: Vec<(&Dated, (usize, usize))> = stated(view).map(|d| (d, tokens_of(view, d.expr.span))).collect();
    let comma = |at: usize| matches!(view.word(at), "," | "\u{2013}" | "\u{2014}" | "(");
    let preposition = |at: usize| matches!(view.word(at), "in" | "on");
    // "finished in 1971, nine years later" and "nine years later, in 1971"
    let beside = |&&(_, (first, last)): &&(&Dated, (usize, usize))| {
        let behind = last + 1 == start && comma(last) && closes(view, end);
        let ahead = first > end && first - end <= 2 && preposition(first - 1) && (comma(end) || end + 1 == first);
        behind || ahead
    };
    let &(near, (first, _)) = all.iter().find(beside)?;
    let mut far = all.iter().filter(|(_, (_, last))| *last <= first.min(start));
    match (far.next(), far.next()) {
        (Some((far, _)), None) => Some(((near, view), (far, view))),
        (None, _) => {
            let before = before?;
            let mut far = stated(before);
            let only = far.next().filter(|_| far.next().is_none() && before.dates().len() == 1)?;
            Some(((near, view), (only, before)))
        }
        _ => None,
    }
}

/// "sold in 1999, 12 years after they bought it in 1987"; "Eight years after the war ended in 1945, in 1953,": the one
/// date behind "after" and the one other date of the sentence.
fn around<'a, 'r>(view: &'a SentenceView<'r>, stretch: Apart) -> Option<(Placed<'a, 'r>, Placed<'a, 'r>)> {
    let (start, end) = stretch.tokens;
    let mut all = stated(view).map(|d| (d, tokens_of(view, d.expr.span)));
    let (Some(one), Some(two), None) = (all.next(), all.next(), all.next()) else { return None };
    if view.dates().len() != 2 {
        return None;
    }
    let plain = |from: usize, to: usize| {
        to.saturating_sub(from) <= REACH
            && !(from..to).any(|i| {
                matches!(view.word(i), "," | ";" | ":" | "(" | "\u{2013}" | "\u{2014}" | "and" | "but")
                    || view.class(i).contains(Class::RELATIVE)
            })
    };
    // "in 1999, 12 years after they bought it in 1987"
    let (first, last) = (one.1, two.1);
    if first.1 + 1 == start && view.word(first.1) == "," && last.0 >= end && plain(end, last.0) && closes(view, last.1)
    {
        return Some(((one.0, view), (two.0, view)));
    }
    // "Eight years after the war ended in 1945, in 1953 he died"
    let leads = start == 0 && first.0 >= end && plain(end, first.0) && view.word(first.1) == ",";
    let straight = last.0 <= first.1 + 2 && view.word(first.1 + 1) == "in";
    (leads && straight).then_some(((two.0, view), (one.0, view)))
}

/// Whether a clause ends at a place: "nine years later than planned" goes on.
fn closes(view: &SentenceView<'_>, at: usize) -> bool {
    matches!(view.word(at), "" | "." | "," | ";" | ")" | "\u{2013}" | "\u{2014}" | "!" | "?")
}

/// The days, months and years of a sentence that are written out and certain.
fn stated<'r>(view: &SentenceView<'r>) -> impl Iterator<Item = &'r Dated> {
    let view = *view;
    view.dates().iter().filter(move |d| exact(&view, &d.expr))
}

fn judge(view: &SentenceView<'_>, stretch: Apart, ends: (Placed<'_, '_>, Placed<'_, '_>)) -> Option<Verdict> {
    let ((a, a_view), (b, b_view)) = ends;
    let ((early, early_view), (late, late_view)) = if a.expr.period?.start? <= b.expr.period?.start? {
        ((a, a_view), (b, b_view))
    } else {
        ((b, b_view), (a, a_view))
    };
    let (from, to) = (early.expr.period?, late.expr.period?);
    let right = between(&from, &to)?;
    let text = |dated: &Dated, view: &SentenceView<'_>| view.text(dated.expr.span).to_owned();
    let (early_text, late_text) = (text(early, early_view), text(late, late_view));
    let years = match (right.start(), right.end()) {
        (low, high) if low == high => low.to_string(),
        (low, high) => format!("{low} or {high}"),
    };
    let unit = if years == "1" { "year" } else { "years" };
    let calculation = format!("{late_text} is {years} {unit} after {early_text}, stated {}", stretch.years);
    let label = |dated: &Dated, view: &SentenceView<'_>, message: &str| Label {
        place: view.place(dated.expr.span),
        message: message.to_owned(),
    };
    let labels = vec![label(early, early_view, "from here"), label(late, late_view, "to here")];
    let primary = view.place(stretch.span);
    if right.contains(&stretch.years) {
        let message = "the dates are as far apart as the text says".to_owned();
        return Some(Verdict { primary, outcome: Outcome::Passed { calculation, message, labels } });
    }
    // From December 1962 to January 1971 are eight years and a month.
    let off = (right.start() - stretch.years).max(stretch.years - right.end());
    let one_sentence = std::ptr::eq(early_view.sentence, late_view.sentence);
    let stated = view.text(stretch.span);
    Some(Verdict {
        primary,
        outcome: Outcome::Failed(Box::new(Failure {
            mismatch: if off > 1 { Mismatch::Hard } else { Mismatch::Soft },
            confidence: if one_sentence { Confidence::High } else { Confidence::Medium },
            message: format!("{late_text} is {years} {unit} after {early_text}, not “{stated}”"),
            help: Some(format!("write {years}, or check the two dates")),
            primary_label: format!("says {}", stretch.years),
            labels,
            calculation: Some(calculation),
            cause: None,
            fix: None,
        })),
    })
}

/// The years between two dates, as people count them: on the calendar, and in whole years where days or months are known.
fn between(from: &Period, to: &Period) -> Option<RangeInclusive<i32>> {
    let calendar = from.calendar_difference(to, TimeUnit::Year)?;
    let whole_year =
        |p: &Period| p.start.zip(p.last_day()).is_some_and(|(a, b)| a.day_of_year() == 1 && b.month() == 12);
    if whole_year(from) || whole_year(to) {
        return Some(calendar);
    }
    let elapsed = from.elapsed(to, TimeUnit::Year)?;
    Some(*elapsed.start().min(calendar.start())..=*elapsed.end().max(calendar.end()))
}
