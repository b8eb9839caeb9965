//! What began on one day and ended on another: "the 14-day strike began on 3 May and ended on 16 May".

use super::between::{Length, Placed, held, stated};
use super::lasted::workdays;
use crate::check::birth::tokens_of;
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::period::TimeUnit;
use crate::quantity::Unit;
use crate::token::{Class, Kind};
use crate::verdict::Verdict;

/// Words between a length of time and the verb of what lasts so long: "14-day strike of the port's crane drivers".
const REACH: usize = 8;

const BEGINS: &[&str] = &["began", "started", "opened", "begins", "starts", "opens"];

const ENDS: &[&str] = &["ended", "finished", "closed", "concluded", "ends", "finishes", "closes", "concludes"];

/// Holds the length of what begins and ends in one clause against its two dates.
pub(super) fn ended(view: &SentenceView<'_>, claim: &Claim, count: i32) -> Option<Verdict> {
    let Unit::Duration(unit) = claim.quantity.unit else { return None };
    let end = view.end_token(claim);
    let begins = (end..end + REACH).find(|&i| BEGINS.contains(&view.word(i)))?;
    let other = Class::CONJUNCTION | Class::RELATIVE | Class::AUXILIARY | Class::REPORTING;
    let of_it = |i: usize| view.tokens()[i].kind == Kind::Word && !view.class(i).intersects(other);
    if !view.text(claim.quantity.span).contains('-') || !(end..begins).all(of_it) {
        return None;
    }
    let behind = |verb: usize| {
        let at = verb + 1 + usize::from(matches!(view.word(verb + 1), "on" | "in"));
        stated(view).find(|dated| tokens_of(view, dated.expr.span).0 == at)
    };
    let first = behind(begins)?;
    let and = tokens_of(view, first.expr.span).1;
    let and = and + usize::from(view.word(and) == ",");
    let last = behind(and + 1).filter(|_| view.word(and) == "and" && ENDS.contains(&view.word(and + 1)))?;
    let days = (first.expr.period?.start?, last.expr.period?.end?);
    if unit == TimeUnit::Day && workdays(days.0, days.1) == Some(count) {
        return None;
    }
    let placed = |dated| Placed { dated, view };
    held(view, claim.quantity.span, Length::of(count, unit)?.counting_both_ends(), (placed(first), placed(last)))
}
