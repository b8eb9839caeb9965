//! Reversed ranges: "from 2009 to 2003", "between 10 and 5 people", "from 12 May to 3 May 2021".

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;

use super::fix::{exchanged, fix};
use super::sentence::SentenceView;
use super::working::number;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::period::DateExpr;
use crate::quantity::{Number, Unit};
use crate::span::Span;
use crate::token::{Class, Kind};
use crate::verdict::{Confidence, Failure, Mismatch, Outcome, Verdict};

/// The last hour by the clock.
const LAST_HOUR: i64 = 12;

/// The check `range-order`; it has no parameters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RangeOrder {}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<RangeOrder>()?))
}

impl Check for RangeOrder {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        let reading = scene.reading;
        for dated in &reading.dates {
            let view = SentenceView::of(reading, &reading.sentences[dated.sentence as usize]);
            if let Some((from, to)) = reversed_dates(&dated.expr, view.text(dated.expr.span)) {
                let year = |text: &str| text.len() == 4;
                let day = |text: &str| !text.is_empty() && text.len() < 3;
                let years = ends(&view, dated.expr.span, year);
                let ends = years.or_else(|| ends(&view, dated.expr.span, day));
                out.push(verdict(&view, dated.expr.span, &from, &to, ends));
            }
        }
        for claim in &reading.claims {
            let Number::Range { low, high, .. } = claim.quantity.number else { continue };
            let view = SentenceView::of(reading, &reading.sentences[claim.sentence as usize]);
            // "from 45 to 30" is a change; only "between" says that the smaller number comes first.
            let between = view.text(claim.quantity.span).get(..7).is_some_and(|w| w.eq_ignore_ascii_case("between"));
            let counted = !counts_back(&view, claim.quantity.number_span.end);
            if low > high && between && counted && !names_ends(claim, high) && !is_place(&view, claim) {
                let ends = ends(&view, claim.quantity.number_span, |text| !text.is_empty());
                out.push(verdict(&view, claim.quantity.span, &number(low), &number(high), ends));
            }
        }
    }
}

/// "between 9 and 1" by the clock, "compatible between 1.2 and 1.1", "a step between 3 and 2": bare numbers as small as
/// these are as often hours, versions and places in an order, which are set side by side and are no range.
fn names_ends(claim: &Claim, smaller: Decimal) -> bool {
    claim.quantity.unit == Unit::None && claim.quantity.noun.is_none() && smaller <= Decimal::from(LAST_HOUR)
}

/// "section 90 between 30 and 20": bare numbers are places there, behind what is numbered, and no range.
fn is_place(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    let numbered = |at: usize| {
        view.class(at).contains(Class::LABEL) && view.tokens().get(at + 1).is_some_and(|t| t.kind == Kind::Digits)
    };
    claim.quantity.unit == Unit::None && (start.saturating_sub(PLACE_REACH)..start).any(numbered)
}

/// How many tokens before the range what it places can stand: "room 12 on floor 4 lies".
const PLACE_REACH: usize = 6;

/// "between 180 and 15 days before the vote" counts towards the vote; "between 500,000 and one mln" was not read whole.
fn counts_back(view: &SentenceView<'_>, end: u32) -> bool {
    let mut words = view.block()[end as usize..].split_whitespace();
    let next = words.next().unwrap_or_default();
    matches!(next, "mln" | "bln")
        || std::iter::once(next).chain(words.take(2)).any(|w| {
            matches!(w.trim_matches(|c: char| !c.is_alphabetic()), "before" | "ago" | "earlier" | "prior" | "until")
        })
}

/// Both ends where the first is later than the second. "Between February and February, 1986" sets two points side by
/// side and is no range, so of months and days only those with "from" are looked at.
fn reversed_dates(expr: &DateExpr, text: &str) -> Option<(String, String)> {
    let (from, to) = expr.timex.as_deref()?.split_once('/')?;
    // "from 2009 to 2003", "from 9 to 3 May 2024", "24 December 2023 to 2 December 2023"
    let years = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4).count();
    let led = from.len() == 4 || years == 2 || text.get(..4).is_some_and(|w| w.eq_ignore_ascii_case("from"));
    if expr.reversed && led && from.len() == to.len() {
        return Some((from.to_owned(), to.to_owned()));
    }
    // "from May 12 to May 3, 2021": with one year written, both days are that year's.
    let (start, end): (Date, Date) = (from.parse().ok()?, to.parse().ok()?);
    let same_month = start.month() == end.month() && start.day() > end.day() && start.year() + 1 == end.year();
    // "the 52 weeks to 28 December 2024": the first day was calculated, and nobody wrote it.
    let written = text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.parse() == Ok(start.day()));
    (years == 1 && same_month && written)
        .then(|| (format!("{} {}", start.strftime("%B"), start.day()), format!("{} {}", end.strftime("%B"), end.day())))
}

/// The numbers at both ends of a range that stand apart: years, the days of a month, figures.
fn ends(view: &SentenceView<'_>, span: Span, is_end: impl Fn(&str) -> bool) -> Option<(Span, Span)> {
    let text = view.text(span);
    let numeral = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let mut at = 0;
    let mut found = Vec::new();
    for word in text.split_inclusive(|c: char| !numeral(c)) {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        if is_end(digits) {
            found.push(Span::new(span.start + at as u32, span.start + (at + digits.len()) as u32));
        }
        at += word.len();
    }
    match found[..] {
        // Of "24 December 2023 to 2 December 2023" the days are to be exchanged.
        [first, second] if view.text(first) != view.text(second) => Some((first, second)),
        _ => None,
    }
}

fn verdict(view: &SentenceView<'_>, span: Span, from: &str, to: &str, ends: Option<(Span, Span)>) -> Verdict {
    let failure = Failure {
        mismatch: Mismatch::Hard,
        confidence: Confidence::High,
        message: format!("the range runs backwards: {from} comes after {to}"),
        help: Some("check both ends; if they are right, write the earlier or smaller one first".to_owned()),
        primary_label: "ends before it begins".to_owned(),
        labels: Vec::new(),
        calculation: None,
        cause: Some("a wrong year or number at one end, or the ends were exchanged".to_owned()),
        fix: fix([ends.and_then(|(first, second)| exchanged(view, first, second))]),
    };
    Verdict { primary: view.place(span), outcome: Outcome::Failed(Box::new(failure)) }
}
