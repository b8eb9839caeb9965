//! The enumeration behind a total, member by member: where it goes on, and what ends it.

use super::counts;
use crate::check::addend::{addable, clause_between, is_a_rate, is_another, is_nested, is_part, one_verb, parted};
use crate::check::opening::opens_with_whom;
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::token::{Class, Kind};

/// The members of the enumeration that begins with the claim `from`, behind the claim `total`. Each may have a verb
/// where `verbs` says so and they are one; then the end of the bracket or the clause ends them, and so does "12 of
/// them".
pub(super) fn run<'v>(view: &SentenceView<'v>, total: usize, from: usize, verbs: bool) -> Vec<&'v Claim> {
    let all = &view.claims[total];
    let whom = verbs && opens_with_whom(view, total);
    let mut parts: Vec<&Claim> = Vec::new();
    for claim in view.claims[from..].iter().filter(|c| counts(view, c)) {
        let member = (is_part(claim) || is_another(claim))
            && addable(claim, all)
            && (!is_a_rate(view, claim) || is_a_rate(view, all));
        let goes_on = |last: &&Claim| {
            parted(view, last, claim)
                && (!clause_between(view, last, claim) || verbs && one_verb(view, parts[0], claim))
                && !(verbs && (is_named(view, claim) && !is_named(view, parts[0]) || is_nested(view, claim)))
                && !(verbs && ends(view, &parts, claim, whom))
        };
        if !member || !parts.last().is_none_or(goes_on) {
            break;
        }
        parts.push(claim);
    }
    parts
}

/// "Leeds ($2 million), York ($1 million) and others": the list goes on with what has no figure.
pub(super) fn trails_off(view: &SentenceView<'_>, parts: &[&Claim]) -> bool {
    let Some(last) = parts.last() else { return false };
    let end = view.end_token(last);
    let behind = (end..view.tokens().len()).find(|&i| !matches!(view.word(i), ")" | ",")).unwrap_or(end);
    let goes_on = behind > end && view.class(behind).contains(Class::CONJUNCTION);
    let rest = |i: usize| matches!(view.word(i), "others" | "other" | "rest" | "remainder");
    goes_on || (end..view.tokens().len()).any(rest)
}

/// "Emigration was 410, of whom 60 were citizens, immigration 600": a figure whose name stands before it. Behind one
/// that has none it is no member.
fn is_named(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let at = view.first_token(claim).wrapping_sub(1);
    view.tokens().get(at).is_some_and(|t| t.kind == Kind::Word) && view.class(at).is_empty()
}

/// Whether the list ends before this claim: with its bracket, or with a semicolon, which goes on with a list only where
/// it has stood between all of its members.
fn ends(view: &SentenceView<'_>, parts: &[&Claim], claim: &Claim, whom: bool) -> bool {
    let between =
        |a: &Claim, b: &Claim, mark: &str| (view.end_token(a)..view.first_token(b)).any(|i| view.word(i) == mark);
    let Some(last) = parts.last() else { return false };
    let commas = parts.len() > 1 && !between(parts[0], parts[1], ";");
    between(last, claim, ")") && !between(last, claim, "(") || between(last, claim, ";") && (whom || commas)
}
