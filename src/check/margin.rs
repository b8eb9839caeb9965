//! Margins: how far two figures of a sentence lie apart, where it names that too: "by 22 votes to 12, a majority of 10",
//! "income was 148,200 euros and spending 139,750 euros; the surplus of 8,450 euros".

use rust_decimal::Decimal;

use super::amount::like;
use super::growth::{apart, difference, nominal};
use super::sentence::SentenceView;
use super::step::{figures_of, is_level};
use super::than::may_be_one;
use super::working::{bare, number, slip};
use crate::claim::Claim;
use crate::quantity::{Hedge, Interval, Meaning, Quantity, Unit, Widths};
use crate::token::{Class, Kind};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Words between two figures that are told together.
const REACH: usize = 8;

/// Appends what the margins of a sentence say.
pub(super) fn margins(widths: &Widths, view: &SentenceView<'_>, out: &mut Vec<Verdict>) {
    let figures = figures_of(view);
    for three in figures.windows(3) {
        let [a, b, margin] = three else { continue };
        let levels = is_level(view, a) && is_level(view, b) && is_level(view, margin);
        let plain = three.iter().all(|c| c.quantity.change.is_none());
        let (base, margin) =
            if levels && plain && may_be_one(a, b) && may_be_one(a, margin) && is_margin(view, a, b, margin) {
                (b, margin)
            } else if levels && is_deviation(view, a, b, margin) {
                (margin, b)
            } else {
                continue;
            };
        out.extend(
            judge(widths, view, [a, base, margin])
                .map(|outcome| Verdict { primary: view.place(margin.quantity.span), outcome }),
        );
    }
}

/// Whether the third of three figures is called the difference of the first two.
fn is_margin(view: &SentenceView<'_>, a: &Claim, b: &Claim, margin: &Claim) -> bool {
    let start = view.first_token(margin);
    let noun = if view.word_before(start, 1) == "of" { view.word_before(start, 2) } else { return false };
    let (from, to) = (view.end_token(b), start.saturating_sub(2));
    let near = to.saturating_sub(from) <= REACH / 2
        && matches!(view.word(from), "," | ";" | "(" | "\u{2013}" | "\u{2014}" | "left" | "leave" | "gave" | "give")
        && (from + 1..to).all(|i| {
            view.class(i).contains(Class::DETERMINER)
                || matches!(
                    view.word(i),
                    "with"
                        | "giving"
                        | "leaving"
                        | "making"
                        | "for"
                        | "them"
                        | "him"
                        | "her"
                        | "us"
                        | "and"
                        | "so"
                        | "thus"
                )
        });
    // "with a majority of 18 needed", "a surplus of 3 million from last year"
    let end = view.end_token(margin);
    let closes = |i: usize| view.tokens().get(i).is_none_or(|t| t.kind == Kind::Punct);
    let other = view.class(end).contains(Class::PREPOSITION);
    match noun {
        _ if other || matches!(view.word(end), "needed" | "required" | "necessary") => false,
        "majority" | "margin" | "lead" | "gap" | "difference" => {
            near && (closes(end) || closes(end + 1)) && one_to_other(view, a, b)
        }
        "surplus" | "deficit" | "shortfall" => {
            near && (closes(end) || view.class(end).contains(Class::CONJUNCTION)) && in_and_out(view, a, b)
        }
        _ => false,
    }
}

/// "The mean was 13.9 °C, 1.2 degrees above the average of 1991-2020 (12.7 °C)".
fn is_deviation(view: &SentenceView<'_>, level: &Claim, margin: &Claim, norm: &Claim) -> bool {
    let (from, start) = (view.end_token(level), view.first_token(margin));
    let (end, to) = (view.end_token(margin), view.first_token(norm));
    let degrees = matches!(level.quantity.unit, Unit::Measure(unit) if unit.symbol().starts_with("deg"));
    let same = margin.quantity.unit == level.quantity.unit || view.word_before(end, 1).starts_with("degree");
    let told = |i: usize| {
        matches!(view.word(i), "," | "(" | "-" | "\u{2013}" | "\u{2014}" | "which" | "or" | "is" | "was" | "and")
    };
    let turns = Class::AUXILIARY | Class::CONJUNCTION | Class::REPORTING;
    level.quantity.unit == norm.quantity.unit
        && degrees
        && same
        && margin.quantity.hedge == Hedge::None
        && from < start
        && (from..start).all(told)
        && matches!(view.word(end), "above" | "below")
        && to.saturating_sub(end) <= REACH + 4
        && matches!(view.word_before(to, 1), "(" | "of")
        && (end..to).any(|i| matches!(view.word(i), "average" | "mean" | "norm" | "normal"))
        && !(end..to).any(|i| view.word(i) == "," || view.class(i).intersects(turns))
}

/// "22 votes to 12", "31 against 24".
fn one_to_other(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    let words: Vec<&str> = (view.end_token(a)..view.first_token(b)).take(4).map(|i| view.word(i)).collect();
    let start = view.first_token(a);
    // "rose from 22 to 12", "between 22 to 12"
    let range = matches!(view.word_before(start, 1), "from" | "between" | "of");
    !range
        && matches!(
            words[..],
            ["to" | "against" | "versus"] | ["votes", "to" | "against"] | ["in", "favour", "to" | "against"]
        )
}

/// "Income was 148,200 euros and spending 139,750 euros": what comes in, and what goes out.
fn in_and_out(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    let is = |words: &[&str], i: usize| words.iter().any(|word| view.word(i).eq_ignore_ascii_case(word));
    let comes = |i: usize| is(&["income", "revenue", "revenues", "receipts", "earnings"], i);
    let goes = |i: usize| is(&["spending", "costs", "expenses", "expenditure", "outgoings", "budget"], i);
    let (start, from, to) = (view.first_token(a), view.end_token(a), view.first_token(b));
    let before = start.saturating_sub(4)..start;
    let between = from..to;
    let close = to.saturating_sub(from) <= REACH + 4;
    let told = |one: &dyn Fn(usize) -> bool, other: &dyn Fn(usize) -> bool| {
        before.clone().any(one) && between.clone().any(other)
    };
    close && (told(&comes, &goes) || told(&goes, &comes))
}

fn judge(widths: &Widths, view: &SentenceView<'_>, [a, b, margin]: [&Claim; 3]) -> Option<Outcome> {
    let unit = |claim: &Claim| Quantity { unit: a.quantity.unit, ..claim.quantity.clone() };
    let made = difference(widths, &unit(b), &unit(a))?;
    let size = |interval: Interval| {
        let (low, high) = (interval.low.value()?, interval.high.value()?);
        let least =
            if low <= Decimal::ZERO && high >= Decimal::ZERO { Decimal::ZERO } else { low.abs().min(high.abs()) };
        Some(Interval::closed(least, low.abs().max(high.abs())))
    };
    let right = made.nominal.abs();
    let made = Meaning { soft: size(made.meaning.soft)?, hard: made.meaning.hard.and_then(size) };
    let stated = margin.quantity.meaning(widths)?;
    let (more, less) = if nominal(&a.quantity) < nominal(&b.quantity) { (b, a) } else { (a, b) };
    let shown = like(view, margin, right);
    let text = view.text(margin.quantity.span);
    let calculation = format!("{} - {} = {shown}, stated {}", bare(view, more), bare(view, less), bare(view, margin));
    let label = |claim: &Claim| Label {
        place: view.place(claim.quantity.span),
        message: number(nominal(&claim.quantity).unwrap_or_default()),
    };
    let labels = vec![label(a), label(b)];
    let Some(mismatch) = apart(&stated, &made) else {
        let message = "the margin is that between the two figures".to_owned();
        return Some(Outcome::Passed { calculation, message, labels });
    };
    let said = nominal(&margin.quantity)?;
    // Absolute majorities are counted otherwise: 22 of 40 are 2 more than half.
    let far = said > right.checked_mul(Decimal::TWO)? || said.checked_mul(Decimal::TWO)? < right;
    let slip = slip(said, right);
    Some(Outcome::Failed(Box::new(Failure {
        mismatch: if far && slip.is_none() { Mismatch::Soft } else { mismatch },
        confidence: Confidence::High,
        message: format!("{} and {} are {shown} apart, not “{text}”", bare(view, a), bare(view, b)),
        help: Some("check the margin and the two figures".to_owned()),
        primary_label: format!("should be {shown}"),
        labels,
        calculation: Some(calculation),
        cause: slip,
        fix: None,
    })))
}
