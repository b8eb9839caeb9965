//! Margins: how far two figures of a sentence lie apart, where it names that too: "by 22 votes to 12, a majority of
//! 10", "won by 12 votes, 342 to 330", "income was 148,200 euros and spending 139,750 euros; the surplus of 8,450
//! euros".

use rust_decimal::Decimal;

use super::growth::{apart, difference, nominal};
use super::step::{figures_of, is_level};
use super::tally::tally;
use crate::check::amount::like;
use crate::check::compare::may_be_one_unit;
use crate::check::income::{comes_in, goes_out};
use crate::check::sentence::SentenceView;
use crate::check::working::{bare, slip};
use crate::claim::Claim;
use crate::quantity::{Hedge, Interval, Meaning, Quantity, Unit, Widths};
use crate::token::{Class, Kind};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Words between two figures that are told together.
const REACH: usize = 8;

/// What both a margin and the sides of a vote or match are counted in.
const SCORED: &[&str] = &[
    "vote", "votes", "ballot", "ballots", "seat", "seats", "point", "points", "goal", "goals", "run", "runs", "try",
    "tries",
];

/// Appends what the margins of a sentence say.
pub(super) fn margins(widths: &Widths, view: &SentenceView<'_>, out: &mut Vec<Verdict>) {
    let figures = figures_of(view);
    for at in 0..figures.len().saturating_sub(1) {
        let Some((levels, margin)) =
            behind(view, &figures, at).or_else(|| ahead(view, &figures, at)).or_else(|| deviation(view, &figures, at))
        else {
            continue;
        };
        out.extend(
            judge(widths, view, &levels, margin)
                .map(|outcome| Verdict { primary: view.place(margin.quantity.span), outcome }),
        );
    }
}

/// Two levels, and how the text has them.
type Levels<'v> = ([Quantity; 2], [String; 2], Vec<&'v Claim>);

/// "by 22 votes to 12, a majority of 10", "income was 148 and spending 139; the surplus of 9": the margin stands last.
fn behind<'v>(view: &SentenceView<'v>, figures: &[&'v Claim], at: usize) -> Option<(Levels<'v>, &'v Claim)> {
    let margin = *figures.get(at + 2)?;
    let (a, b) = (figures[at], figures[at + 1]);
    let plain = |c: &Claim| is_level(view, c) && c.quantity.change.is_none();
    if !plain(a) || !plain(b) || !plain(margin) || !may_be_one_unit(a, b) || !may_be_one_unit(a, margin) {
        return None;
    }
    let (noun, end) = noun_of_margin(view, b, margin)?;
    let closes = |i: usize| view.tokens().get(i).is_none_or(|t| t.kind == Kind::Punct);
    let levels = match noun {
        "majority" | "margin" | "lead" | "gap" | "difference" if closes(end) || closes(end + 1) => {
            let tally = tally(view, figures, at)?;
            (tally.sides, tally.shown, tally.figures)
        }
        "surplus" | "deficit" | "shortfall"
            if (closes(end) || view.class(end).contains(Class::CONJUNCTION)) && in_and_out(view, a, b) =>
        {
            of_two(view, a, b)
        }
        _ => return None,
    };
    Some((levels, margin))
}

/// "won by 12 votes, 342 to 330", "lost by a single goal (3 to 2)": the margin stands first.
fn ahead<'v>(view: &SentenceView<'v>, figures: &[&'v Claim], at: usize) -> Option<(Levels<'v>, &'v Claim)> {
    let margin = figures[at];
    let tally = tally(view, figures, at + 1)?;
    let (start, end) = (view.first_token(margin), view.end_token(margin));
    let by = view.word_before(start, 1) == "by"
        || view.word_before(start, 1) == "of" && matches!(view.word_before(start, 2), "majority" | "margin" | "lead");
    // "by five wickets, 212 to 206" is counted in something else.
    let scored = margin.quantity.noun.is_none_or(|noun| SCORED.contains(&view.text(noun.head)));
    let beside = tally.tokens.0 == end + 1 && matches!(view.word(end), "," | "(" | ":" | "\u{2013}" | "\u{2014}");
    let closed = match view.word(end) {
        "(" => view.word(tally.tokens.1) == ")",
        _ => !matches!(view.word(tally.tokens.1), "%" | "-" | "in"),
    };
    let counts = |claim: &Claim| claim.quantity.unit.counts_things();
    let nouns = tally.figures.iter().all(|c| counts(c) && (c.quantity.noun.is_none() || may_be_one_unit(c, margin)));
    let sound = by && scored && beside && closed && nouns && counts(margin) && is_level(view, margin);
    sound.then_some(((tally.sides, tally.shown, tally.figures), margin))
}

/// "The mean was 13.9 °C, 1.2 degrees above the average (12.7 °C)": the margin stands between.
fn deviation<'v>(view: &SentenceView<'v>, figures: &[&'v Claim], at: usize) -> Option<(Levels<'v>, &'v Claim)> {
    let (level, margin, norm) = (figures[at], figures[at + 1], *figures.get(at + 2)?);
    let levels = is_level(view, level) && is_level(view, margin) && is_level(view, norm);
    (levels && is_deviation(view, level, margin, norm)).then(|| (of_two(view, level, norm), margin))
}

fn of_two<'v>(view: &SentenceView<'v>, a: &'v Claim, b: &'v Claim) -> Levels<'v> {
    let quantity = |claim: &Claim| Quantity { unit: a.quantity.unit, ..claim.quantity.clone() };
    ([quantity(a), quantity(b)], [bare(view, a).to_owned(), bare(view, b).to_owned()], vec![a, b])
}

/// The noun that calls a figure the difference of those before it, of which `last` stands straight before it, and the
/// token behind the figure.
fn noun_of_margin<'v>(view: &SentenceView<'v>, last: &Claim, margin: &Claim) -> Option<(&'v str, usize)> {
    let start = view.first_token(margin);
    let (from, to) = (view.end_token(last), start.checked_sub(2)?);
    let near = view.word(start - 1) == "of"
        && to.saturating_sub(from) <= REACH / 2 + 1
        && matches!(view.word(from), "," | ";" | "(" | "\u{2013}" | "\u{2014}" | "left" | "leave" | "gave" | "give")
        && (from + 1..to).all(|i| {
            view.class(i).intersects(Class::DETERMINER | Class::PRONOUN | Class::CONJUNCTION)
                || matches!(
                    view.word(i),
                    "with"
                        | "giving"
                        | "leaving"
                        | "making"
                        | "for"
                        | "so"
                        | "thus"
                        | "won"
                        | "lost"
                        | "carried"
                        | "passed"
                        | "by"
                )
        });
    // "with a majority of 18 needed", "a surplus of 3 million from last year"
    let end = view.end_token(margin);
    let other =
        view.class(end).contains(Class::PREPOSITION) || matches!(view.word(end), "needed" | "required" | "necessary");
    (near && !other).then(|| (view.word(to), end))
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

/// "Income was 148,200 euros and spending 139,750 euros": what comes in, and what goes out.
fn in_and_out(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    let (comes, goes) = (|i: usize| comes_in(view, i), |i: usize| goes_out(view, i));
    let (start, from, to) = (view.first_token(a), view.end_token(a), view.first_token(b));
    let before = start.saturating_sub(4)..start;
    let between = from..to;
    let close = to.saturating_sub(from) <= REACH + 4;
    let told = |one: &dyn Fn(usize) -> bool, other: &dyn Fn(usize) -> bool| {
        before.clone().any(one) && between.clone().any(other)
    };
    close && (told(&comes, &goes) || told(&goes, &comes))
}

fn judge(
    widths: &Widths,
    view: &SentenceView<'_>,
    (levels, texts, figures): &Levels<'_>,
    margin: &Claim,
) -> Option<Outcome> {
    let [a, b] = levels;
    let made = difference(widths, b, a)?;
    let size = |interval: Interval| {
        let (low, high) = (interval.low.value()?, interval.high.value()?);
        let least =
            if low <= Decimal::ZERO && high >= Decimal::ZERO { Decimal::ZERO } else { low.abs().min(high.abs()) };
        Some(Interval::closed(least, low.abs().max(high.abs())))
    };
    let right = made.nominal.abs();
    let made = Meaning { soft: size(made.meaning.soft)?, hard: made.meaning.hard.and_then(size) };
    let stated = margin.quantity.meaning(widths)?;
    let (more, less) = if nominal(a) < nominal(b) { (1, 0) } else { (0, 1) };
    let shown = like(view, margin, right);
    let text = view.text(margin.quantity.span);
    let calculation = format!("{} - {} = {shown}, stated {}", texts[more], texts[less], bare(view, margin));
    let labels = figures
        .iter()
        .map(|claim| Label { place: view.place(claim.quantity.span), message: bare(view, claim).to_owned() })
        .collect();
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
        message: format!("{} and {} are {shown} apart, not “{text}”", texts[0], texts[1]),
        help: Some("check the margin and the two figures".to_owned()),
        primary_label: format!("should be {shown}"),
        labels,
        calculation: Some(calculation),
        cause: slip,
        fix: None,
    })))
}
