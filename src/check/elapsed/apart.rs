//! Time that lies between two dates of a text: "begun in 1962 and finished in 1971, nine years later", "six years
//! later, in 1990, it burned down", "sold in 1999, 12 years after the family bought it in 1987", "opened in 1962 and
//! closed in 1971, after nine years", "the strike began on 5 May; the following day, 6 May, it spread".

use rust_decimal::prelude::ToPrimitive;

use super::between::{Length, Placed, held, stated};
use super::stretch::{Stretch, stretches};
use crate::check::birth::tokens_of;
use crate::check::sentence::{SentenceView, is_one_of};
use crate::claim::{Claim, Dated};
use crate::quantity::{Form, Hedge, Number, Unit};
use crate::token::Class;
use crate::verdict::Verdict;

/// Words between "12 years after" and the year of what it follows.
const REACH: usize = 10;

/// Words of a noun behind the year that leads it: "the 2004 spring flood".
const NOUN: usize = 3;

/// What the lengths of time of a sentence say of the dates that they lie between. `before` is the sentence before.
pub(super) fn apart(view: &SentenceView<'_>, before: Option<&SentenceView<'_>>, out: &mut Vec<Verdict>) {
    if view.dates().is_empty() {
        return;
    }
    out.extend(view.claims.iter().filter_map(|claim| closed_after(view, claim)));
    for stretch in stretches(view) {
        let ends = if stretch.opens { around(view, stretch) } else { ends(view, before, stretch) };
        out.extend(ends.and_then(|ends| held(view, stretch.span, stretch.length, ends)));
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
    let Unit::Duration(unit) = claim.quantity.unit else { return None };
    if !view.ends_clause(end) {
        return None;
    }
    let Number::Value { value, form: Form::Whole, .. } = claim.quantity.number else { return None };
    let length = Length::of(value.to_i32().filter(|_| claim.quantity.change.is_none())?, unit)?;
    let nearly = matches!(view.word_before(start, 1), "nearly" | "almost");
    let first = start - usize::from(nearly);
    let hedged = !nearly && !matches!(claim.quantity.hedge, Hedge::None | Hedge::Exactly);
    let after = first.checked_sub(1).filter(|&i| view.word(i) == "after")?;
    let mut all = stated(view).map(|d| (d, tokens_of(view, d.expr.span)));
    let (Some(one), Some(two), None) = (all.next(), all.next(), all.next()) else { return None };
    let straight = two.1.1 + usize::from(view.word_before(after, 1) == ",") == after;
    let begun = (one.1.0.saturating_sub(REACH / 2)..one.1.0).any(|i| is_one_of(BEGUN, view.word(i)));
    if hedged || !straight || !begun {
        return None;
    }
    let ends = (Placed { dated: two.0, view }, Placed { dated: one.0, view });
    held(view, claim.quantity.span, length.inclusive(), ends)
}

/// The date that "nine years later" stands beside, and the only other one before it.
fn ends<'a, 'r>(
    view: &'a SentenceView<'r>,
    before: Option<&'a SentenceView<'r>>,
    stretch: Stretch,
) -> Option<(Placed<'a, 'r>, Placed<'a, 'r>)> {
    let (start, end) = stretch.tokens;
    let all: Vec<(&Dated, (usize, usize))> = stated(view).map(|d| (d, tokens_of(view, d.expr.span))).collect();
    let comma = |at: usize| matches!(view.word(at), "," | "\u{2013}" | "\u{2014}" | "(");
    let preposition = |at: usize| matches!(view.word(at), "in" | "on");
    // "finished in 1971, nine years later" and "nine years later, in 1971"
    let beside = |&&(_, (first, last)): &&(&Dated, (usize, usize))| {
        let behind = last + 1 == start && comma(last) && view.ends_clause(end);
        let led = first > end && first - end <= 2 && preposition(first - 1) && (comma(end) || end + 1 == first);
        // "the following day, 9 May"
        let ahead = led || first == end + 1 && comma(end);
        behind || ahead
    };
    let &(dated, (first, _)) = all.iter().find(beside)?;
    let near = Placed { dated, view };
    let mut far = all.iter().filter(|(_, (_, last))| *last <= first.min(start));
    match (far.next(), far.next()) {
        (Some((dated, _)), None) => Some((near, Placed { dated, view })),
        (None, _) => {
            let before = before?;
            let mut far = stated(before);
            let dated = far.next().filter(|_| far.next().is_none() && before.dates().len() == 1)?;
            Some((near, Placed { dated, view: before }))
        }
        _ => None,
    }
}

/// "sold in 1999, 12 years after they bought it in 1987"; "Eight years after the war ended in 1945, in 1953,": the one
/// date behind "after" and the one other date of the sentence.
fn around<'a, 'r>(view: &'a SentenceView<'r>, stretch: Stretch) -> Option<(Placed<'a, 'r>, Placed<'a, 'r>)> {
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
    let (first, last) = (one.1, two.1);
    let ends = (Placed { dated: one.0, view }, Placed { dated: two.0, view });
    // "in 1999, 12 years after they bought it in 1987"
    if first.1 + 1 == start
        && view.word(first.1) == ","
        && last.0 >= end
        && plain(end, last.0)
        && view.ends_clause(last.1)
    {
        return Some(ends);
    }
    // "Eight years after the war ended in 1945, in 1953 he died", "A decade after the 1945 fire, it burned again in
    // 1953"
    let comma = (first.1..=first.1 + NOUN).find(|&i| view.word(i) == ",")?;
    let leads = start == 0 && first.0 >= end && plain(end, comma);
    let dated = matches!(view.word_before(last.0, 1), "in" | "on");
    let other = Class::REPORTING | Class::SUBORDINATOR;
    let told = |i: usize| view.class(i).intersects(other) || view.word(i) == "had";
    let main = comma + 1..last.0;
    let straight =
        main.len() == 1 || view.ends_clause(last.1) && plain(main.start, main.end) && !main.clone().any(told);
    (leads && dated && straight).then_some(ends)
}
