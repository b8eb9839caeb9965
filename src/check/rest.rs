//! The rest: "the remaining $2m", "the other 12", "the rest, 15 tonnes" closes an enumeration, whose total stands before
//! it in the same sentence or in one of the sentences of the paragraph before.

use super::account::{Account, Kind};
use super::addend::{counts_alike, is_a_rate, is_a_year, is_nested, is_part};
use super::amount::value;
use super::sentence::SentenceView;
use crate::claim::{Claim, Reading, Standing};
use crate::quantity::Unit;
use crate::token::Class;
use crate::verdict::Confidence;

/// "the remaining 20%", "the other 20%", "the rest, 20%".
pub(super) fn is_the_rest(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    let word = |back| view.word_before(start, back);
    matches!((word(2), word(1)), ("the" | "The", "remaining" | "other")) && word(3) != "of"
        || matches!((word(3), word(2), word(1)), ("the" | "The", "rest" | "remainder" | "balance", "," | "(" | "-"))
}

/// Every way to read the figure that a sentence calls the rest as what a total leaves; the surest comes first.
/// `index` is the number of the sentence.
pub(super) fn accounts_with_rest<'v>(
    reading: &'v Reading<'v>,
    view: &SentenceView<'v>,
    index: usize,
) -> Vec<Account<'v>> {
    let Some(rest) = view.claims.iter().rfind(|c| is_part(c) && is_the_rest(view, c) && !c.repeated) else {
        return Vec::new();
    };
    let before = |back: usize| {
        let sentence = reading.sentences.get(index.checked_sub(back)?)?;
        (sentence.block == view.sentence.block).then(|| SentenceView::of(reading, sentence))
    };
    let at = view.claims.partition_point(|c| c.quantity.span.start < rest.quantity.span.start);
    let own = members(view, &view.claims[..at], rest);
    let mut found = Vec::new();
    let mut add = |total: &'v Claim, parts: &[&'v Claim], sure: bool| {
        let parts: Vec<&Claim> = parts.iter().copied().chain(std::iter::once(rest)).collect();
        let larger = parts.iter().all(|c| value(c) < value(total));
        if parts.len() > 1 && (sure || larger) && !is_a_year(total) && total.standing != Standing::Former {
            let confidence = if sure { Confidence::High } else { Confidence::Medium };
            found.push(Account { total, parts, kind: Kind::Whole, confidence });
        }
    };
    if let Some(total) = view.claims.get(at + 1).filter(|c| is_of(view, rest, c) && counts_alike(view, rest, c)) {
        add(total, &own, true);
    } else if !own.is_empty() {
        within(view, &own, &mut add);
        if let Some(total) = before(1).and_then(|earlier| only(&earlier, rest)) {
            add(total, &own, opens_with_that(view));
        }
    } else if let Some(earlier) = before(1) {
        let members = members(&earlier, earlier.claims, rest);
        if opens_with_that(&earlier) {
            if let Some(total) = before(2).and_then(|first| only(&first, rest)) {
                add(total, &members, true);
            }
        } else {
            within(&earlier, &members, &mut add);
            // "The ferry carried 90 passengers. 41 got off. The other 49 stayed."
            if let Some(total) = before(2).filter(|_| !members.is_empty()).and_then(|first| only(&first, rest)) {
                add(total, &members, false);
            }
        }
    }
    found
}

/// The total among the figures of one sentence: "Of the 40 schools, 12 ...", "12 of the 40 schools", "40 tonnes of rice,
/// 25 by road".
fn within<'v>(view: &SentenceView<'v>, figures: &[&'v Claim], add: &mut impl FnMut(&'v Claim, &[&'v Claim], bool)) {
    let [first, others @ ..] = figures else { return };
    let Some(second) = others.first() else { return };
    if is_of(view, first, second) {
        let parts: Vec<&Claim> = std::iter::once(*first).chain(others[1..].iter().copied()).collect();
        add(second, &parts, true);
    } else if view.word(0) == "Of" && view.first_token(first) <= 4 {
        add(first, others, true);
    } else if is_counted(first) && straight_behind(view, first, second) {
        add(first, others, false);
    }
}

/// The figures among `claims` that can be parts beside the rest.
fn members<'v>(view: &SentenceView<'v>, claims: &'v [Claim], rest: &Claim) -> Vec<&'v Claim> {
    let member = |c: &&Claim| is_part(c) && counts_alike(view, rest, c) && !is_nested(view, c) && !is_a_rate(view, c);
    claims.iter().filter(member).collect()
}

/// The one figure of a sentence that the rest can be a part of.
fn only<'v>(view: &SentenceView<'v>, rest: &Claim) -> Option<&'v Claim> {
    match members(view, view.claims, rest)[..] {
        [total] if is_counted(total) => Some(total),
        _ => None,
    }
}

fn is_counted(claim: &Claim) -> bool {
    claim.quantity.noun.is_some() || matches!(claim.quantity.unit, Unit::Money(_) | Unit::Measure(_))
}

/// "12 of the 40", "12 out of 40".
fn is_of(view: &SentenceView<'_>, part: &Claim, whole: &Claim) -> bool {
    let between = view.end_token(part)..view.first_token(whole);
    let of = between.clone().any(|i| view.word(i) == "of");
    of && between.len() <= 3 && between.clone().all(|i| matches!(view.word(i), "of" | "out" | "the" | "its" | "their"))
}

/// "40 tonnes of rice, 25 by road": the second figure begins straight behind a comma or colon, without a verb between.
fn straight_behind(view: &SentenceView<'_>, first: &Claim, second: &Claim) -> bool {
    let (from, to) = (view.end_token(first), view.first_token(second));
    let verb = Class::AUXILIARY | Class::CONJUNCTION | Class::RISE | Class::FALL | Class::REPORTING | Class::VERB;
    // "42 km on Monday, 10 km on Tuesday"
    let alike = view.word(from) == view.word(view.end_token(second));
    to > from
        && !alike
        && to - from <= 8
        && matches!(view.word(to - 1), "," | ":" | "\u{2013}" | "\u{2014}")
        && !(from..to).any(|i| view.class(i).intersects(verb) || matches!(view.word(i), "to" | ";" | "those" | "these"))
}

/// "Of that, ...", "Of this amount", "Of these": the parts of what the sentence before states.
fn opens_with_that(view: &SentenceView<'_>) -> bool {
    view.word(0) == "Of" && matches!(view.word(1), "that" | "this" | "these" | "those" | "them" | "which" | "it")
        || matches!((view.word(0), view.word(1), view.word(2)), ("Of", "the", "total" | "sum" | "amount" | "money"))
}
