//! A share told twice: in words and in per cent, of which one stands in brackets or in apposition to the other. "More
//! than half (56%) of the members", "a majority of residents, 53%,", "53%, or a majority,".

use super::share_of::said;
use super::share_pair::ends;
use super::{Saying, judge, percentage};
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::{Meaning, Number, Unit, Widths};
use crate::span::Span;
use crate::token::{Class, Kind};
use crate::verdict::{Confidence, Label, Outcome};

/// Words of what the share is of: "of the registered voters".
const LONGEST_WHOLE: usize = 5;

/// Plurals of what is itself told in per cent.
const AMOUNTS: &[&str] = &[
    "gains", "losses", "cuts", "taxes", "duties", "tariffs", "fees", "rates", "shares", "stakes", "sales", "profits",
    "costs", "prices", "revenues", "earnings", "funds", "points", "raises", "exports", "imports",
];

/// A share in words: its tokens, the index of the first figure behind it, and the share itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct InWords<'v> {
    pub span: Span,
    pub tokens: (usize, usize),
    pub next: usize,
    pub saying: Saying<'v>,
}

/// Holds a share in words against the percentage that tells it again, if there is one.
pub(super) fn told_in_percent(widths: &Widths, view: &SentenceView<'_>, share: &InWords<'_>) -> Option<Outcome> {
    let (percent, straight) = behind(view, share).or_else(|| Some((before(view, share)?, true)))?;
    let given: Meaning = said(widths, percent)?;
    let text = view.text(percent.quantity.span);
    let label = Label { place: view.place(percent.quantity.span), message: "in per cent".to_owned() };
    let confidence = if straight { Confidence::High } else { Confidence::Medium };
    let working = format!("{text} is {}", percentage(&given.soft));
    Some(judge(&share.saying, &given, working, vec![label], confidence))
}

/// The percentage behind a share, and whether it stands straight behind it.
fn behind<'v>(view: &SentenceView<'v>, share: &InWords<'_>) -> Option<(&'v Claim, bool)> {
    let percent = view.claims.get(share.next).filter(|c| is_percentage(view, c))?;
    let (end, first, last) = (share.tokens.1, view.first_token(percent), view.end_token(percent));
    // "two thirds (20%) of the 30% levy"
    let of_another = view.claims.get(share.next + 1).is_some_and(|c| {
        c.quantity.unit == Unit::Percent && (last..view.first_token(c)).take(3).any(|i| view.word(i) == "of")
    });
    if of_another {
        return None;
    }
    let or = view.word_before(first, 1) == "or" && view.word_before(first, 2) == ",";
    let mark = first.checked_sub(if or { 2 } else { 1 }).filter(|&mark| mark >= end)?;
    let bracketed = view.word(mark) == "(" && view.word(last) == ")";
    let apposed = matches!(view.word(mark), "," | "\u{2013}" | "\u{2014}") && view.word(last) == view.word(mark);
    // "half of them", "a majority of residents": people or things; what "half of the gains (2%)" tells are the gains.
    let group = |i: usize| {
        let word = view.word(i);
        view.class(i).intersects(Class::PERSON | Class::COLLECTIVE)
            || word == "them"
            || word.ends_with('s')
                && word.len() > 3
                && !view.class(i).intersects(Class::RISE | Class::FALL)
                && !AMOUNTS.contains(&word)
    };
    let whole = mark - end <= LONGEST_WHOLE
        && view.word(end) == "of"
        && (end + 1..mark).all(|i| view.tokens()[i].kind == Kind::Word && !view.class(i).intersects(Class::RELATIVE))
        && group(mark - 1);
    let straight = mark == end;
    let counted = view.text(share.span).split_whitespace().count() > 3 && share.span.end == view.tokens()[end - 1].end;
    let named = counted && !group(end - 1) && view.text(share.span).contains(" of ");
    (!named && (bracketed && (straight || whole) || apposed && (whole || or && straight)))
        .then_some((percent, straight))
}

/// "53%, or a majority,", "53% (more than half)", "53% of the growers (more than half)".
fn before<'v>(view: &SentenceView<'v>, share: &InWords<'_>) -> Option<&'v Claim> {
    let start = share.tokens.0;
    let percent = view.claims[..share.next].iter().rev().find(|c| view.end_token(c) <= start)?;
    let from = view.end_token(percent);
    let joint: Vec<&str> = (from..start).take(LONGEST_WHOLE + 2).map(|i| view.word(i)).collect();
    let apposed = match joint[..] {
        ["," | "("] | [",", "or"] | [",", "that", "is"] => ends(view, share.tokens.1),
        ["of", .., "("] => joint.len() == start - from && view.word(share.tokens.1) == ")",
        _ => false,
    };
    (apposed && is_percentage(view, percent)).then_some(percent)
}

/// A percentage of something, and no change.
fn is_percentage(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let signed = matches!(view.word_before(view.first_token(claim), 1), "+" | "-" | "\u{2212}" | "up" | "down");
    claim.quantity.unit == Unit::Percent
        && claim.quantity.change.is_none()
        && !signed
        && matches!(claim.quantity.number, Number::Value { .. })
}
