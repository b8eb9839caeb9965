//! Parts in brackets behind their total: "$221 million ($200 million to the government and $21 million to a fund)".

use rust_decimal::Decimal;

use super::is_near;
use crate::check::addend::{addable, is_part, parted};
use crate::check::amount::value_or_nought;
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::Unit;
use crate::token::Class;

/// "$221 million ($200 million to the government and $21 million to a fund)": all figures of the bracket.
pub(super) fn in_brackets<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let Some(next) = view.claims.get(total + 1) else { return Vec::new() };
    let (end, next) = (view.end_token(&view.claims[total]), view.first_token(next));
    // "the $221 million deal in August ("
    let opening = (end..next.min(end + 6)).find(|&i| view.word(i) == "(");
    let near = |at: usize| {
        !(end..at).any(|i| view.word(i) == "," || view.class(i).intersects(Class::AUXILIARY | Class::CONJUNCTION))
    };
    let Some(opening) = opening.filter(|&at| near(at)) else { return Vec::new() };
    let closing = (opening..opening + 60).find(|&i| matches!(view.word(i), ")" | "")).unwrap_or(opening);
    let inside: Vec<&Claim> = view.claims[total + 1..]
        .iter()
        .take_while(|c| view.first_token(c) < closing)
        .filter(|c| !matches!(c.quantity.unit, Unit::Duration(_)))
        .collect();
    // "the first 100 rows (0 + 1 + ... + 99)": the stops of what was left out end the sentence.
    let elided = view.word(closing) != ")";
    let some = elided
        || (opening..closing).any(|i| {
            matches!(
                view.word(i),
                "including" | "includes" | "or" | "from" | "compared" | "vs" | "versus" | "up" | "down"
            ) || view.word(i) == "of"
                && view.class(i + 1).intersects(Class::DETERMINER | Class::PRONOUN | Class::RELATIVE)
        });
    let sound = !some
        && inside.iter().all(|c| is_part(c) && addable(c, &view.claims[total]))
        && inside.windows(2).all(|pair| parted(view, pair[0], pair[1]))
        && !is_balance(&view.claims[total], &inside)
        && !are_numbers(view, &view.claims[total], &inside)
        && (is_counted(&view.claims[total]) || is_near(&view.claims[total], &inside))
        && !is_version(&view.claims[total]);
    if sound { inside } else { Vec::new() }
}

/// "two rules (14 and 15)", "three films (Alien, Alien 2 and Alien 3)": the numbers of as many things as were counted,
/// or of things with one name.
fn are_numbers(view: &SentenceView<'_>, total: &Claim, parts: &[&Claim]) -> bool {
    let bare = parts.iter().all(|c| c.quantity.noun.is_none() && c.quantity.unit == Unit::None);
    let name = |c: &Claim| view.word_before(view.first_token(c), 1);
    let named = parts.iter().all(|c| name(c).starts_with(char::is_uppercase) && name(c) == name(parts[0]));
    let counted = Decimal::from(parts.len() as u64) == value_or_nought(total);
    bare && parts.len() > 1 && (counted || named)
}

/// "a surplus of 12 (52 arrivals and 40 departures)", "-12 (40 births and 52 deaths)": gains and losses, which leave
/// their difference.
fn is_balance(total: &Claim, parts: &[&Claim]) -> bool {
    let (all, values) = (value_or_nought(total), parts.iter().map(|c| value_or_nought(c)).collect::<Vec<_>>());
    let losses = all < Decimal::ZERO && values.iter().all(|part| *part > Decimal::ZERO);
    let left = match values[..] {
        [gains, losses] => gains.checked_sub(losses),
        _ => None,
    };
    losses || left.is_some_and(|left| left.abs() == all.abs())
}

/// Whether a figure says what it counts. A measure is no such word: "a 12 mm pipe (20 mm with its lining and 25 mm)".
fn is_counted(claim: &Claim) -> bool {
    let unit = claim.quantity.unit;
    claim.quantity.noun.is_some() || claim.measure.is_some() || !matches!(unit, Unit::None | Unit::Measure(_))
}

/// "release 60.2 (Layout 31.1 and Format 9)": a decimal number of nothing.
fn is_version(claim: &Claim) -> bool {
    claim.quantity.unit == Unit::None && !is_counted(claim) && !value_or_nought(claim).is_integer()
}
