//! Levels: the two figures between which something doubled or halved, or of which one is three times the other.

use rust_decimal::Decimal;

use super::{Saying, judge, rounded, said};
use crate::check::addend::is_a_year;
use crate::check::change::growth::{self, nominal};
use crate::check::change::step::Step;
use crate::check::change::two_sentences::same_subject;
use crate::check::compare::may_be_one_unit;
use crate::check::fix::{Right, fix, mended, rewritten};
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::{Hedge, Interval, Meaning, Number, Unit, Widths};
use crate::token::Class;
use crate::verdict::{Confidence, Label, Outcome};

/// Most words between a factor and its levels.
const FARTHEST: usize = 10;

/// "doubled to 90 from 50", "tripled in a year, from $2m to $6m", "rose from 40 to 120, tripling in a year",
/// "1,200 wells, three times as many as the 400 in the south".
pub(super) fn from_levels<'v>(
    widths: &Widths,
    view: &SentenceView<'v>,
    before: Option<SentenceView<'v>>,
    at: usize,
) -> Option<Outcome> {
    let claim = &view.claims[at];
    let said = said(widths, claim)?;
    let pair = moved(view, at).or_else(|| compared(view, at));
    // What the sentence before says can be something else after all.
    let confidence = if pair.is_some() { Confidence::High } else { Confidence::Medium };
    let pair = pair.or_else(|| since(view, &before?, at))?;
    let said = if is_times_more(view, claim) { one_more(&said)? } else { said };
    let (base, result) = pair;
    // "from 2 to 10 million tons": unit and magnitude are written once.
    let (before, after) = growth::levels(&Step::new(base, result, None, None))?;
    let (base_meaning, result_meaning) = (before.meaning(widths)?, after.meaning(widths)?);
    let ratio = Meaning {
        soft: result_meaning.soft.over(&base_meaning.soft)?,
        hard: match (result_meaning.hard, base_meaning.hard) {
            (Some(result), Some(base)) => result.over(&base),
            _ => None,
        },
    };
    let text = |claim: &Claim| view.text(claim.quantity.span);
    let labels = vec![
        Label { place: view.place(base.quantity.span), message: "from".to_owned() },
        Label { place: view.place(result.quantity.span), message: "to".to_owned() },
    ];
    let working = format!("{} / {} is {}", text(result), text(base), rounded(&ratio.soft));
    let outcome = judge(
        &Saying { meaning: said, word: text(claim), plain: claim.quantity.hedge == Hedge::None, share: false },
        &ratio,
        working,
        labels,
        confidence,
    );
    let right = || nominal(&after)?.checked_div(nominal(&before)?);
    Some(mended(outcome, || {
        let right = right()?;
        // Beyond the word that is nearest from below: "more than doubled".
        let below = [4, 3, 2].map(Decimal::from).into_iter().find(|factor| *factor < right);
        let below = below.filter(|factor| right < factor * Decimal::new(145, 2));
        let more = below.and_then(|factor| rewritten(view, claim, Right::about(factor).hedged(Hedge::MoreThan)));
        let plain = rewritten(view, claim, Right::about(right));
        fix([if plain.is_some() { plain } else { more }])
    }))
}

/// Base and result of a move, behind the factor or straight before it.
fn moved<'v>(view: &SentenceView<'v>, at: usize) -> Option<(&'v Claim, &'v Claim)> {
    let factor = &view.claims[at];
    let mut behind = view.claims[at + 1..].iter().filter(|c| is_level(c));
    let first = behind.next();
    // "doubled to 600, up 50% from 400"
    let change = view.claims.get(at + 2).filter(|c| first.is_some_and(|first| is_trailing_change(view, first, c)));
    let behind = first.zip(behind.next()).and_then(|(first, second)| {
        let close = is_clear(view, view.end_token(factor), view.first_token(first))
            && is_clear(view, view.end_token(change.unwrap_or(first)), view.first_token(second));
        from_to(view, first, second).filter(|_| close)
    });
    behind.or_else(|| {
        let mut before = view.claims[..at].iter().rev().filter(|c| is_level(c));
        let (second, first) = (before.next()?, before.next()?);
        let joined = view.word(view.end_token(second)) == ","
            && view.end_token(second) + 1 == view.first_token(factor)
            && is_clear(view, view.end_token(first), view.first_token(second));
        from_to(view, first, second).filter(|_| joined)
    })
}

/// ", up 50%" straight behind a level that is no percentage.
fn is_trailing_change(view: &SentenceView<'_>, level: &Claim, change: &Claim) -> bool {
    let end = view.end_token(level);
    let said =
        view.word(end) == "," && matches!(view.word(end + 1), "up" | "down") && view.first_token(change) == end + 2;
    said && change.quantity.unit == Unit::Percent && level.quantity.unit != Unit::Percent
}

/// The earlier level first: "from a to b", "to b from a".
fn from_to<'v>(view: &SentenceView<'v>, first: &'v Claim, second: &'v Claim) -> Option<(&'v Claim, &'v Claim)> {
    let preposition = |claim: &Claim| view.word_before(view.first_token(claim), 1);
    let pair = match (preposition(first), preposition(second)) {
        ("from", "to") => (first, second),
        ("to", "from") => (second, first),
        _ => return None,
    };
    may_be_one_unit(first, second).then_some(pair)
}

/// "1,200 wells, three times as many as the south, with 400", "twice as much as in May, 80 tons against 40".
fn compared<'v>(view: &SentenceView<'v>, at: usize) -> Option<(&'v Claim, &'v Claim)> {
    let factor = &view.claims[at];
    let next = view.claims.get(at + 1).filter(|c| is_level(c))?;
    let (end, start) = (view.end_token(factor), view.first_token(next));
    if !is_clear(view, end, start) {
        return None;
    }
    let before = view.word_before(start, 1);
    // "three times as many as last year's 40: 120"
    let behind = view.claims.get(at + 2).filter(|c| is_level(c) && may_be_one_unit(c, next));
    let told = |c: &&Claim| view.word(view.end_token(next)) == ":" && view.end_token(next) + 1 == view.first_token(c);
    if let Some(result) = behind.filter(told).filter(|_| matches!(before, "the" | "'s" | "\u{2019}s" | "as")) {
        return Some((next, result));
    }
    if before == "(" && view.word(view.end_token(next)) == ")" {
        return in_brackets_each(view, next, view.claims.get(at + 2)?);
    }
    if matches!(before, "," | "(" | ":" | "\u{2013}" | "\u{2014}") {
        let base = view.claims.get(at + 2).filter(|c| is_level(c) && may_be_one_unit(c, next))?;
        let against = view.end_token(next)..view.first_token(base);
        let words: Vec<&str> = against.clone().take(3).map(|i| view.word(i)).collect();
        let versus = matches!(
            words[..],
            ["against" | "versus" | "vs"]
                | ["compared", "with" | "to"]
                | ["against" | "versus", "the"]
                | [",", "compared", "with" | "to"]
                | [",", "against" | "versus"]
        );
        return (versus && against.len() <= 3).then_some((base, next));
    }
    let result = view.claims[..at].last().filter(|c| is_level(c) && may_be_one_unit(c, next))?;
    // "6.1 tons, is twice the 2.2 tons"
    let copula = matches!(view.word_before(view.first_token(factor), 1), "is" | "was" | "are" | "were");
    let start = view.first_token(factor) - usize::from(copula);
    let joined = (copula || matches!(view.word_before(start, 1), "," | "(" | "\u{2013}" | "\u{2014}"))
        && start <= view.end_token(result) + 4
        && is_clear(view, view.end_token(result), start);
    let base = matches!(before, "the" | "its" | "their" | "his" | "her" | "our" | "'s" | "\u{2019}s" | "with" | "than");
    (joined && base).then_some((next, result))
}

/// "twice as many cats (40) as dogs (20)": both levels in brackets.
fn in_brackets_each<'v>(view: &SentenceView<'v>, result: &'v Claim, base: &'v Claim) -> Option<(&'v Claim, &'v Claim)> {
    let (from, to) = (view.end_token(result) + 1, view.first_token(base));
    let versus = matches!(view.word(from), "as" | "than") && to > from + 1 && is_clear(view, from + 1, to);
    let closed = view.word_before(to, 1) == "(" && view.word(view.end_token(base)) == ")";
    (versus && closed && is_level(base) && may_be_one_unit(result, base)).then_some((base, result))
}

/// "The zoo had 300,000 visitors last year. This year the number doubled to 600,000", "This year it had twice that,
/// 600,000".
fn since<'v>(view: &SentenceView<'v>, before: &SentenceView<'v>, at: usize) -> Option<(&'v Claim, &'v Claim)> {
    let [factor, result] = view.claims else { return None };
    let (factor, result) = if at == 0 { (factor, result) } else { (result, factor) };
    let (end, start) = (view.end_token(factor), view.first_token(result));
    let doubled_to = at == 0 && end + 1 == start && view.word(end) == "to";
    let subject = (0..view.first_token(factor)).any(|i| {
        matches!(
            view.word(i),
            "number" | "figure" | "total" | "amount" | "sum" | "It" | "it" | "That" | "This" | "that"
        )
    });
    let times_that = match (view.word(end), view.word(end + 1)) {
        ("as", "many" | "much") | ("that" | "the", "number" | "figure" | "amount" | "total") => Some(end + 2),
        ("that", _) => Some(end + 1),
        _ => None,
    };
    let beside = times_that.is_some_and(|end| match at {
        0 => matches!(view.word(end), "," | ":" | "(" | "\u{2013}" | "\u{2014}") && end + 1 == start,
        _ => {
            view.ends_clause(end)
                && matches!(view.word_before(view.first_token(factor), 1), "," | "or" | "\u{2013}" | "\u{2014}")
        }
    });
    let mut levels = before.claims.iter().filter(|c| is_level(c) && may_be_one_unit(c, result) && !is_a_year(c));
    let base = levels.next().filter(|_| levels.next().is_none())?;
    let told = doubled_to && (subject || same_subject(view, before, false)) || beside;
    (told && is_level(result)).then_some((base, result))
}

/// Whether a clause ends here.
/// A figure that something can be at: a count, money, a measurement, a percentage.
fn is_level(claim: &Claim) -> bool {
    let unit = claim.quantity.unit;
    claim.quantity.change.is_none()
        && matches!(claim.quantity.number, Number::Value { .. } | Number::Range { .. })
        && (unit.counts_things() || unit.is_amount() || unit == Unit::Percent)
}

/// Whether the words between say nothing of something else.
fn is_clear(view: &SentenceView<'_>, from: usize, to: usize) -> bool {
    let other = Class::CONJUNCTION | Class::AUXILIARY | Class::REPORTING | Class::RISE | Class::FALL | Class::MULTIPLE;
    // "between 1950 and 2000"
    let between = |i: usize| view.word(i) == "and" && view.word_before(i, 2) == "between";
    to >= from
        && to - from <= FARTHEST
        && !(from..to).any(|i| {
            // "May" is a month.
            view.class(i).intersects(other) && !view.tokens()[i].capital() && !between(i)
                || matches!(view.word(i), ";" | "while" | "after" | "when" | "which")
        })
}

/// "three times more than": three times as many for most, four times for some.
fn is_times_more(view: &SentenceView<'_>, factor: &Claim) -> bool {
    let end = view.end_token(factor);
    (end..end + 2).any(|i| matches!(view.word(i), "more" | "higher" | "larger" | "bigger" | "greater" | "faster"))
}

fn one_more(said: &Meaning) -> Option<Meaning> {
    let wider = |interval: Interval| Some(interval.cover(&interval.plus(&Interval::point(Decimal::ONE))?));
    Some(Meaning { soft: wider(said.soft)?, hard: said.hard.and_then(wider) })
}
