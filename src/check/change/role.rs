//! Prepositions before figures: which of two levels is the one before ("from 50") and which the one after ("to 70"),
//! and whether the two stand in one clause.

use crate::check::direction::breaks;
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::token::Class;

/// Words between a figure and the one that it belongs to: a month, "a year earlier", "seasonally adjusted".
const GAP: usize = 12;

/// The preposition that a figure stands behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    From,
    To,
    /// "instead of": what would be, or was, without the change.
    Instead,
    Other,
}

/// The preposition before a figure, with what may stand between: "from January's", "from a record", "from year-ago".
pub(super) fn role(view: &SentenceView<'_>, claim: &Claim) -> Role {
    let start = view.first_token(claim);
    for back in 1..=6 {
        let Some(at) = start.checked_sub(back) else { return Role::Other };
        match view.word(at) {
            "from" | "From" | "against" | "versus" | "vs" => return Role::From,
            "to" | "with" if matches!(view.word_before(at, 1), "compared" | "comparison") => return Role::From,
            "to" => return Role::To,
            "at" if matches!(view.word_before(at, 1), "close" | "closed" | "end" | "ended" | "finish" | "finished") => {
                return Role::To;
            }
            "of" if view.word_before(at, 1) == "instead" => return Role::Instead,
            "a" | "an" | "the" | "its" | "their" | "-" | "year" | "ago" | "record" | "revised" | "provisional"
            | "'s" | "\u{2019}s" | "last" | "just" | "only" | "previous" | "earlier" | "restated" | "adjusted"
            | "high" | "low" | "some" | "about" | "in" | "prior" => {}
            _ if view.class(at).intersects(Class::MONTH | Class::TIME_UNIT) => {}
            _ => return Role::Other,
        }
    }
    Role::Other
}

/// Whether two figures stand in one clause, near each other.
pub(super) fn linked(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    let (from, to) = (view.end_token(a), view.first_token(b));
    // "between 2019 and 2023"
    let between = |i: usize| view.word(i) == "and" && view.word_before(i, 2) == "between";
    from <= to && to - from <= GAP && !(from..to).any(|i| breaks(view, i) && !between(i))
}

/// "rose 5% from January to 104 from 92 a year earlier": the change has a base of its own.
pub(super) fn has_own_base(view: &SentenceView<'_>, change: &Claim, first: &Claim) -> bool {
    let (from, to) = (view.end_token(change), view.first_token(first));
    let prepositions = (from..to)
        .filter(|&i| matches!(view.word(i), "from" | "over" | "above" | "below" | "on" | "against" | "versus"));
    let own = prepositions.clone().count();
    // The preposition of the first level itself stands last.
    own > usize::from(role(view, first) == Role::From)
}
