//! What a sale brings in or a purchase costs: the verbs between a price and the total that it makes. "500 seats at $20 each
//! brought in $10,000", "40 benches at $350 each, which cost the city $14,000".

use super::calculation::Certainty;
use super::sentence::SentenceView;
use crate::claim::Claim;
use crate::token::{Class, Kind};

/// Verbs whose object is what the figures before them make.
const MAKES: &[&str] = &[
    "brought",
    "brings",
    "bring",
    "bringing",
    "fetched",
    "fetches",
    "fetching",
    "earned",
    "earns",
    "earning",
    "grossed",
    "grosses",
    "grossing",
    "yielded",
    "yields",
    "yielding",
    "generated",
    "generates",
    "generating",
    "cost",
    "costs",
    "costing",
    "worth",
];

/// The same of verbs whose object can hold gifts and other takings, or leave out what the sale cost.
const MAY_MAKE: &[&str] = &[
    "raised",
    "raises",
    "raise",
    "raising",
    "netted",
    "nets",
    "netting",
    "took",
    "takes",
    "taking",
    "made",
    "makes",
    "making",
    "collected",
    "collecting",
];

/// Words behind a total that make it more or less than the price of what was sold.
const CHANGED: &[&str] =
    &["after", "before", "with", "including", "excluding", "plus", "minus", "less", "net", "profit", "more"];

/// Most words between verb and total: "cost the city council".
const RECIPIENT: usize = 3;

/// Whether the words from a token to a total say that it is what the figures before them make, and how surely.
pub(super) fn made_by_a_sale(view: &SentenceView<'_>, from: usize, total: &Claim) -> Option<Certainty> {
    let (to, end) = (view.first_token(total), view.end_token(total));
    let skip = |at: usize, ok: &dyn Fn(usize) -> bool| at + usize::from(at < to && ok(at));
    let at = skip(from, &|i| view.word(i) == ",");
    let joined = view.class(at).contains(Class::CONJUNCTION);
    let at = skip(at, &|i| joined || view.class(i).contains(Class::RELATIVE));
    let at = skip(at, &|i| view.class(i).contains(Class::AUXILIARY));
    let at = skip(at, &|i| matches!(view.word(i), "have" | "has" | "been"));
    let verb = view.word(at);
    let for_or_at = verb == "for" || verb == "at" && (at..to).any(|i| view.word(i) == "cost");
    let (sure, behind) = match verb {
        _ if for_or_at => (true, to),
        _ if MAKES.contains(&verb) => (true, at + 1 + usize::from(view.word(at + 1) == "in")),
        _ if MAY_MAKE.contains(&verb) => (false, at + 1 + usize::from(view.word(at + 1) == "in")),
        _ => return None,
    };
    let near = to <= at + 5;
    let named = |i: usize| {
        let word = view.tokens().get(i).is_some_and(|t| t.kind == Kind::Word);
        let other = Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::VERB | Class::RELATIVE;
        word && !view.in_a_figure(i) && !view.class(i).intersects(other)
    };
    let recipient = behind <= to && to - behind <= RECIPIENT && (behind..to).all(named);
    let each = matches!(view.word(end), "each" | "apiece" | "a" | "an" | "per" | "-" | "to" | "off" | "extra")
        || view.word(end) == "for" && matches!(view.word(end + 1), "each" | "every" | "a" | "one");
    let changed = (end..end + 6).any(|i| CHANGED.contains(&view.word(i)));
    let adds = view.class(end).contains(Class::CONJUNCTION) && view.in_a_figure(end + 1);
    if !near || !recipient || each || changed || adds {
        return None;
    }
    Some(if sure && !joined { Certainty::Offered } else { Certainty::Loose })
}
