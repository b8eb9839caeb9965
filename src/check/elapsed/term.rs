//! Terms of contracts: "24 months from 1 June 2022, that is until 31 May 2024". A term ends on the eve of the day on
//! which it is over, or on that day itself.

use jiff::civil::Date;

use super::whole;
use crate::check::birth::tokens_of;
use crate::check::sentence::SentenceView;
use crate::claim::Dated;
use crate::period::TimeUnit;
use crate::quantity::Unit;
use crate::span::Span;
use crate::token::Kind;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Words between the beginning of a term and its end: ", that is up to and including".
const REACH: usize = 6;

/// Holds the days on which the terms of a sentence end against their lengths.
pub(super) fn terms(view: &SentenceView<'_>, out: &mut Vec<Verdict>) {
    let dates = view.dates();
    for pair in dates.windows(2) {
        let [dated, end] = pair else { continue };
        if runs_until(view, dated, end)
            && let (Some((span, over)), Some(last)) = (over(view, dated), last(end))
        {
            out.extend(judge(view, span, over, end, last));
        }
    }
}

/// The length of a term with its beginning, and the day on which it is over.
fn over(view: &SentenceView<'_>, dated: &Dated) -> Option<(Span, Date)> {
    let text = view.text(dated.expr.span);
    let day = dated.expr.period.filter(|p| p.last_day() == p.start)?.start?;
    if [" from ", " beginning ", " starting ", " commencing "].iter().any(|word| text.contains(word)) {
        // "24 months from 1 June 2022" is a day to the readers.
        return Some((dated.expr.span, day));
    }
    let (span, add) = length(view, tokens_of(view, dated.expr.span).0)?;
    Some((span.cover(dated.expr.span), day.checked_add(add).ok()?))
}

/// The length in front of "from" and the beginning of a term: "24 months from", "thirty-six (36) months from".
fn length(view: &SentenceView<'_>, beginning: usize) -> Option<(Span, jiff::Span)> {
    let from = beginning - usize::from(beginning > 0 && view.word_before(beginning, 1) == "on");
    let end = from.checked_sub(1).filter(|&i| starts(view.word(i)))?;
    let unit_at = end.checked_sub(1)?;
    let bracketed = view.word_before(unit_at, 1) == ")";
    let claim = view.claims.iter().rev().find(|claim| {
        let behind = view.end_token(claim);
        behind == end && matches!(claim.quantity.unit, Unit::Duration(_)) || bracketed && behind + 1 == unit_at
    })?;
    let count = i64::from(whole(claim)?);
    let unit = match claim.quantity.unit {
        Unit::Duration(unit) => Some(unit),
        _ => view.tokens().get(unit_at).and_then(|token| {
            let entry = view.reading.vocabulary.lexicon.entry(token.word);
            TimeUnit::from_lexicon(entry.time).filter(|_| token.kind == Kind::Word)
        }),
    };
    let length = match unit? {
        TimeUnit::Year => jiff::Span::new().try_years(count),
        TimeUnit::Month => jiff::Span::new().try_months(count),
        TimeUnit::Week => jiff::Span::new().try_weeks(count),
        TimeUnit::Day => jiff::Span::new().try_days(count),
        _ => return None,
    };
    // With the bracket before "(36) months".
    let start = claim.quantity.span.start - u32::from(bracketed);
    Some((Span::new(start, claim.quantity.span.end), length.ok()?))
}

fn starts(word: &str) -> bool {
    matches!(word, "from" | "beginning" | "starting" | "commencing")
}

fn last(dated: &Dated) -> Option<Date> {
    let period = dated.expr.period?;
    let last = period.last_day()?;
    period.start.is_none_or(|start| start == last).then_some(last)
}

/// "that is until", "and ends on", ", expiring on": nothing else between the two days of a term.
fn runs_until(view: &SentenceView<'_>, dated: &Dated, end: &Dated) -> bool {
    const ENDS: &[&str] = &["until", "to", "till", "ends", "ending", "ended", "expires", "expiring", "through"];
    const BESIDE: &[&str] =
        &[",", "(", "that", "is", "i.e.", "and", "on", "up", "including", "so", "therefore", "thus", "which", "it"];
    let between = tokens_of(view, dated.expr.span).1..tokens_of(view, end.expr.span).0;
    let mut words = between.clone().map(|i| view.word(i));
    let said = words.clone().any(|word| ENDS.contains(&word)) || view.text(end.expr.span).starts_with("until ");
    said && between.len() <= REACH && words.all(|word| ENDS.contains(&word) || BESIDE.contains(&word))
}

fn judge(view: &SentenceView<'_>, span: Span, over: Date, end: &Dated, last: Date) -> Option<Verdict> {
    let eve = over.yesterday().ok()?;
    let (text, right) = (view.text(span), eve.strftime("%-d %B %Y").to_string());
    let calculation = format!("{text} ends on {right}, stated {}", last.strftime("%-d %B %Y"));
    let labels = vec![Label { place: view.place(span), message: format!("until {right}") }];
    let outcome = if last == eve || last == over {
        Outcome::Passed { calculation, message: "the term ends on the day stated".to_owned(), labels }
    } else {
        Outcome::Failed(Box::new(Failure {
            mismatch: Mismatch::Hard,
            confidence: Confidence::High,
            message: format!("“{text}” ends on {right}, not on {}", last.strftime("%-d %B %Y")),
            help: Some(format!("write {right}, or check the length and the day on which it begins")),
            primary_label: format!("should be {right}"),
            labels,
            calculation: Some(calculation),
            cause: None,
            fix: None,
        }))
    };
    Some(Verdict { primary: view.place(end.expr.span), outcome })
}
