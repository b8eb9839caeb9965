//! "No deaths were reported" is a count of none, and may be held against a fact or another text; but only where it is
//! the last word on the whole event. An early report has no deaths yet, and a text may say so of the second of two
//! fires.

use jiff::civil::Date;

use super::sentence::{SentenceView, is_one_of};
use crate::claim::Claim;
use crate::quantity::Number;
use crate::reference::Fact;
use crate::token::Class;

/// Whether a claim says in words that there was nobody.
pub(super) fn is_none(claim: &Claim) -> bool {
    matches!(claim.quantity.number, Number::Value { value, .. } if value.is_zero())
}

/// Whether a count of none is final: known later than the day of the fact, and with no word that leaves more to come or
/// speaks of something else.
pub(super) fn is_final(view: &SentenceView<'_>, claim: &Claim, fact: &Fact) -> bool {
    let over = fact.period.and_then(|period| period.last_day()).or(fact.as_of);
    let later = over.zip(claim.as_of).is_some_and(|(over, known)| known > over);
    let elsewhen = days_near(view, claim).any(|day| over != Some(day));
    let elsewhen = fact.period.is_some() && claim.period.is_none() && elsewhen;
    later && !elsewhen && is_of_all(view)
}

/// Whether a sentence that counts nobody speaks of the whole event, and leaves nothing to come.
pub(super) fn is_of_all(view: &SentenceView<'_>) -> bool {
    // "the first quarter" is a time.
    let dated = |at: usize| view.dates().iter().any(|date| date.expr.span.contains(view.tokens()[at].span()));
    let open = |at: usize| {
        let word = view.word(at);
        let is = |words: &[&str]| is_one_of(words, word);
        is(OPEN) || is(ELSEWHERE) || view.class(at).contains(Class::RELATIVE) && !word.eq_ignore_ascii_case("that")
    };
    !(0..view.tokens().len()).any(|at| open(at) && !dated(at))
}

/// The single days that the sentence of a claim and the two before it name: "A lorry overturned on Saturday. Nobody
/// died." is no word on Friday's fire.
fn days_near<'r>(view: &SentenceView<'r>, claim: &Claim) -> impl Iterator<Item = Date> + use<'r> {
    let from = claim.sentence.saturating_sub(2);
    let dates = &view.reading.dates;
    let upto = dates.partition_point(|date| date.sentence <= claim.sentence);
    let near = dates[..upto].iter().rev().take_while(move |date| date.sentence >= from);
    near.filter_map(|date| {
        let period = date.expr.period?;
        period.start.filter(|start| period.last_day() == Some(*start))
    })
}

/// Words that leave more to come: "no deaths have been reported so far", "no deaths were immediately reported".
const OPEN: &[&str] = &[
    "yet",
    "far",
    "immediately",
    "immediate",
    "initially",
    "initial",
    "first",
    "early",
    "preliminary",
    "still",
    "until",
    "before",
    "as",
    "currently",
    "confirmed",
    "if",
    "unless",
    "would",
    "could",
    "may",
    "might",
    "not",
];

/// Words that speak of another event, or of some of the people only.
const ELSEWHERE: &[&str] = &[
    "other",
    "others",
    "another",
    "else",
    "second",
    "third",
    "earlier",
    "previous",
    "previously",
    "later",
    "similar",
    "separate",
    "last",
    "next",
    "additional",
    "further",
    "more",
    "new",
    "elsewhere",
    "though",
    "although",
    "but",
    "while",
    "among",
    "aboard",
    "inside",
    "both",
    "either",
    "these",
    "those",
    "each",
    "ever",
    "never",
    "past",
    "since",
    "local",
];
