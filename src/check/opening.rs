//! Openings: the words between a total and the figures behind it that make these its parts: "consists of", "is split
//! into", "including", "of which", "Of the 40,".

use super::account::Kind;
use super::sentence::SentenceView;
use crate::claim::Claim;
use crate::token::Class;

/// Most words between a total and the figures that a verb or "including" opens behind it.
const NEAR: usize = 12;

/// The same where they are one phrase.
const FARTHEST: usize = 24;

/// "$60m is split into a $40m tranche and a $20m tranche", "the 90 seats are divided among the Reds with 51 and ...".
pub(super) fn is_split(view: &SentenceView<'_>, at: usize) -> bool {
    let (end, next) = (view.end_token(&view.claims[at]), view.first_token(&view.claims[at + 1]));
    next <= end + NEAR
        && (end..next)
            .any(|i| matches!(view.word(i), "into" | "between" | "among") && (end..i).any(|i| is_a_split(view, i)))
}

/// A verb that deals something out as a whole.
pub(super) fn is_a_split(view: &SentenceView<'_>, at: usize) -> bool {
    matches!(
        view.word(at),
        "split"
            | "splits"
            | "divided"
            | "divides"
            | "broken"
            | "breaks"
            | "separated"
            | "shared"
            | "falls"
            | "distributed"
    )
}

/// What stands between a total and the figures behind it: "consists of", "made up of"; "including", "of which".
pub(super) fn opening(view: &SentenceView<'_>, at: usize) -> Option<Kind> {
    let (end, next) = (view.end_token(&view.claims[at]), view.first_token(&view.claims[at + 1]));
    // What stands farther off belongs to the figure only where no other clause begins between.
    let clause = Class::AUXILIARY | Class::REPORTING | Class::RELATIVE | Class::SUBORDINATOR;
    let far = next > end + NEAR && (end..next - 4).any(|i| view.class(i).intersects(clause));
    // "a 2-d array consisting of", "a 3 by 7 region": a measurement of what consists of the others.
    let measures = view.word(end) == "-" || view.word_before(view.first_token(&view.claims[at]), 1) == "by";
    // "40 lines in the old file, but the rest consisted of 12": what is made of the parts is named behind "but".
    let turns = (end..next).any(|i| view.word(i) == "but");
    if next <= end || next > end + FARTHEST || far || measures || turns {
        return None;
    }
    (end..next).find_map(|i| match (view.word(i), view.word(i + 1)) {
        ("consists" | "consist" | "consisted" | "consisting" | "composed" | "up", "of") => Some(Kind::Whole),
        ("comprising" | "comprises" | "comprise" | "comprised", _) if i + 3 >= next => Some(Kind::Whole),
        ("including" | "includes" | "included", _) if i + 5 >= next => Some(Kind::Some),
        ("of", "which" | "whom") if i + 4 >= next => Some(Kind::Some),
        (",", _) if i + 1 == next && opens_with_of(view, at) => Some(Kind::Some),
        _ => None,
    })
}

/// "of whom", "of which" between the total and the next figure.
pub(super) fn opens_with_whom(view: &SentenceView<'_>, at: usize) -> bool {
    let next = view.first_token(&view.claims[at + 1]);
    (next.saturating_sub(4)..next).any(|i| view.word(i) == "of" && matches!(view.word(i + 1), "whom" | "which"))
}

/// "Of the 13 billion dollars of frozen debt, ..."
pub(super) fn opens_with_of(view: &SentenceView<'_>, at: usize) -> bool {
    at == 0 && is_of_the(view, &view.claims[0])
}

/// "Of the 40", which leads its sentence; in "Of the income, $40" the figure is a part of the income.
pub(super) fn is_of_the(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let first = view.first_token(claim);
    view.word(0) == "Of" && first <= 7 && !(0..first).any(|i| view.word(i) == ",")
}
