//! Parts straight behind their total, with no word to say so: "a jury of 12, seven women and five men,".

use super::{Kind, is_near};
use crate::check::addend::{are_apart, clause_between, parted};
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::Unit;
use crate::token::Class;

/// "Twelve pupils have not missed a day, seven girls and five boys.": the groups that end a sentence are those of its
/// only other count.
pub(super) fn closes_the_clause(view: &SentenceView<'_>, at: usize, parts: &[&Claim]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let (total, start) = (&view.claims[at], view.first_token(first));
    let counts = |c: &&Claim| c.quantity.unit.counts_things();
    let only = view.claims.iter().filter(counts).count() == parts.len() + 1;
    let kin = total.quantity.noun.is_some_and(|noun| {
        let last = view.tokens().partition_point(|t| t.end < noun.head.end);
        total.quantity.unit == Unit::Person && view.class(last).contains(Class::PERSON)
    });
    only && kin
        && at == 0
        && view.first_token(total) == 0
        && view.word_before(start, 1) == ","
        && !(0..start - 1).any(|i| view.word(i) == ",")
        && view.end_token(last) + 1 >= view.tokens().len()
        && are_apart(view, parts)
        && is_near(total, parts)
}

/// Whether the next figure begins straight behind a comma, and one of the two counts something. A place or a time may
/// stand before the comma: "90 pupils at present, 41 girls and 49 boys".
pub(super) fn is_apposed(view: &SentenceView<'_>, at: usize) -> bool {
    let (claim, next) = (&view.claims[at], &view.claims[at + 1]);
    let (end, comma) = (view.end_token(claim), view.first_token(next).saturating_sub(1));
    let other = Class::CONJUNCTION | Class::AUXILIARY | Class::NEGATION | Class::INCLUDING | Class::RELATIVE;
    (claim.quantity.noun.is_some() || next.quantity.noun.is_some())
        && view.word(comma) == ","
        && (end == comma
            || (end..comma).len() <= 4
                && view.class(end).intersects(Class::PREPOSITION | Class::DETERMINER | Class::ADVERB)
                && !(end..comma).any(|i| view.word(i) == "," || view.class(i).intersects(other)))
}

/// "a jury of 12, seven women and five men,": all of them; "3,400 people, 1,900 in Asia and 800 in Peru": some of them.
pub(super) fn apposition(view: &SentenceView<'_>, at: usize, parts: &[&Claim]) -> Option<Kind> {
    let (first, last) = (parts.first()?, parts.last()?);
    let all: Vec<&Claim> = std::iter::once(&view.claims[at]).chain(parts.iter().copied()).collect();
    let close = view.word(view.end_token(&view.claims[at])) == ",";
    // "five men, four women and two children" are one list.
    if are_apart(view, parts) && !are_apart(view, &all) {
        let behind = view.end_token(last);
        let whole = close || is_near(&view.claims[at], parts);
        return (whole && !(behind..behind + 4).any(|i| view.class(i).contains(Class::INCLUDING)))
            .then_some(Kind::Whole);
    }
    // "1,200 nurses, 400 doctors, 300 in labs and 500 in offices": the doctors are in a list that is under way.
    let listed = at.checked_sub(1).is_some_and(|before| {
        let (before, total) = (&view.claims[before], &view.claims[at]);
        parted(view, before, total) && !clause_between(view, before, total)
    });
    if !close || listed {
        return None;
    }
    let place = |c: &&Claim| view.word(view.end_token(c));
    let placed = view.class(view.end_token(first)).contains(Class::PREPOSITION) && place(first) != "of";
    let bare = parts.iter().all(|c| c.quantity.noun.is_none() && place(c) == place(first));
    (view.claims[at].quantity.noun.is_some() && placed && bare).then_some(Kind::Some)
}
