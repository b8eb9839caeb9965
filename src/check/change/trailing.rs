//! Changes that trail the levels that they are told of: "from 50 to 70, a 40% increase", "512, a rise of 24%".

use super::role::Role;
use crate::check::direction::{REACH, Said, breaks, directed, direction, is_change};
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::Unit;

/// Words behind the last level before the change that trails it: "in the rest of the country", "who were there in May".
const FAR: usize = 8;

/// "from 50 to 70, a 40% increase", "to 70 from 50, up 40%", "from 50 to 70 (up 40%)".
pub(super) fn trailing<'v>(
    view: &SentenceView<'v>,
    figures: &[&'v Claim],
    roles: &[Role],
    last: usize,
) -> Option<&'v Claim> {
    let claim = *figures.get(last + 1)?;
    let (end, to) = (view.end_token(figures[last]), view.first_token(claim));
    // "to 1,500 in 2020, a 60% rise", "8,400 in the rest of the country, a third more"
    let from = end + usize::from(matches!(view.word(end), "who" | "that" | "which"));
    // "from 52 a year before, a drop of 21%": the "before" opens no clause.
    let opens_clause = |i: usize| breaks(view, i) && !(view.word(i) == "before" && view.word(i + 1) == ",");
    let from = (from..from + FAR).find(|&i| i >= to || opens_clause(i) || view.word(i) == ",").filter(|&i| i < to)?;
    let opens = matches!(view.word(from), "," | "(" | "-" | "\u{2013}" | "\u{2014}");
    let plain = (from + 1..to).all(|i| {
        matches!(view.word(i), "a" | "an" | "or" | "of" | "by" | "some" | "up" | "down" | "nearly" | "almost" | "about")
            || direction(view, i).is_some()
    });
    let end = view.end_token(claim);
    let compares = matches!(view.word(end), "from" | "on" | "over" | "than" | "compared" | "to" | "in")
        || matches!(view.word(end + 1), "from" | "on" | "over" | "than" | "compared" | "to" | "of");
    let sound = opens && plain && to - from <= REACH && !compares && roles[last + 1] == Role::Other;
    // "from 52 to 41 ships, or by 21%", "to 3% from 5%, by two percentage points" take their direction from the verb.
    let led = matches!(view.word(from + 1), "or" | "by");
    let told =
        directed(view, claim).is_some() || led && matches!(claim.quantity.unit, Unit::Percent | Unit::PercentagePoint);
    (sound && is_change(claim) && told).then_some(claim)
}

/// The change that trails the first of two figures: "512, a rise of 24%".
pub(super) fn trailing_in<'v>(view: &SentenceView<'v>, figures: &[&'v Claim]) -> Option<(&'v Claim, Said)> {
    let change = trailing(view, figures, &[Role::Other, Role::Other], 0)?;
    Some((change, directed(view, change)?))
}
