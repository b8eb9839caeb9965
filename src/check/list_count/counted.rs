//! Members with numbers of their own: "seven instruments: two guitars, a drum, a flute and three horns". An article
//! stands for one; a list of which every member has a number is a sum, and one without numbers is counted by its
//! members.

use super::members::Members;
use crate::check::sentence::SentenceView;
use crate::quantity::{Form, Hedge, Number};
use crate::span::Span;
use rust_decimal::prelude::ToPrimitive;

/// Words behind an article that stand for several: "a pair of horns".
const SEVERAL: &[&str] = &[
    "pair",
    "couple",
    "set",
    "group",
    "team",
    "series",
    "range",
    "number",
    "handful",
    "bunch",
    "trio",
    "quartet",
    "dozen",
    "few",
    "family",
    "row",
    "string",
    "collection",
    "crew",
    "band",
    "host",
    "lot",
    "pack",
    "box",
    "fleet",
    "squad",
];

/// How many things the members of a list are together; `None` where one of them has neither a number nor an article.
pub(super) fn counted(view: &SentenceView<'_>, members: &Members) -> Option<u32> {
    let numbers: Vec<(u32, bool)> = members.spans.iter().map(|span| number(view, *span)).collect::<Option<_>>()?;
    let (said, one) = (numbers.iter().any(|(_, said)| *said), numbers.iter().any(|(_, said)| !said));
    (said && one).then(|| numbers.iter().map(|(n, _)| n).sum())
}

/// The number of a member, and whether it is written as one.
fn number(view: &SentenceView<'_>, member: Span) -> Option<(u32, bool)> {
    let inside = |span: Span| member.contains(span);
    let first = view.tokens().partition_point(|t| t.end <= member.start);
    let last = view.tokens().partition_point(|t| t.start < member.end);
    // "two nights in Bath and a day in York" for six towns.
    if (first..last).any(|i| view.is_a_time(i)) {
        return None;
    }
    let mut claims = view.claims.iter().filter(|c| inside(c.quantity.number_span) && view.says_a_number(c));
    match (claims.next(), claims.next()) {
        (Some(claim), None) if view.first_token(claim) == first && claim.quantity.hedge == Hedge::None => {
            match claim.quantity.number {
                Number::Value { value, form: Form::Whole, .. } => Some((value.to_u32()?, true)),
                _ => None,
            }
        }
        (None, None) => {
            let article = matches!(view.word(first), "a" | "an" | "A" | "An");
            let several = (first + 1..first + 3).any(|i| SEVERAL.contains(&view.word(i)));
            (article && !several).then_some((1, false))
        }
        _ => None,
    }
}
