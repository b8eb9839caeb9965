//! What a sale brings in or a purchase costs: the verbs between a price and the total that it makes. "500 seats at $20
//! each brought in $10,000", "40 benches at $350 each, which cost the city $14,000".

use super::calculation::{Calculation, Certainty, Term};
use super::price::{counted, money};
use crate::check::Scene;
use crate::check::rate::{Per, names_one_of, per};
use crate::check::sentence::SentenceView;
use crate::check::working::bare;
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

/// Verbs whose object is what is paid for the figures behind it.
const PAYS: &[&str] = &["paid", "pays", "pay", "paying", "spent", "spends", "spend", "spending"];

/// Words behind a total that make it more or less than the price of what was sold.
const CHANGED: &[&str] =
    &["after", "before", "with", "including", "excluding", "plus", "minus", "less", "net", "profit", "more"];

/// How far behind the figure they stand.
const FAR: usize = 6;

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
    let adds = view.class(end).contains(Class::CONJUNCTION) && view.in_a_figure(end + 1);
    if !near || !recipient || each || is_changed(view, end) || adds {
        return None;
    }
    Some(if sure && !joined { Certainty::Offered } else { Certainty::Loose })
}

/// ", with training", "after costs": words behind a figure with which it is more or less than what was sold.
fn is_changed(view: &SentenceView<'_>, end: usize) -> bool {
    (end..end + FAR).any(|i| CHANGED.contains(&view.word(i)))
}

/// "paid $14,000 for 40 benches at $350 each", "raised $10,000 from 500 seats at $20 each": the total stands first, and
/// nothing else that was sold or bought.
pub(super) fn paid_for<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Calculation<'r>> {
    let [total, count, price] = claims else { return None };
    let words = |from: usize, to: usize| (from..to).take(5).map(|i| view.word(i)).collect::<Vec<_>>();
    let from = matches!(
        words(view.end_token(total), view.first_token(count))[..],
        ["for" | "from" | "on"] | ["by" | "from", "selling"] | ["on" | "for", "buying"] | ["from", "the", "sale", "of"]
    );
    let at = matches!(
        words(view.end_token(count), view.first_token(price))[..],
        ["at" | "for" | "costing"] | ["priced" | "sold", "at" | "for"]
    );
    let (told, end) = per(view, price);
    let each = told == Per::Each || matches!(told, Per::Noun(noun) if names_one_of(view, noun, count));
    let ends = view.tokens().get(end).is_none_or(|t| t.kind == Kind::Punct) && !is_changed(view, end);
    let same = money(total) && total.quantity.unit == price.quantity.unit;
    if !from || !at || !each || !ends || !same || !counted(count) {
        return None;
    }
    let start = view.first_token(total);
    let verb = (start.saturating_sub(RECIPIENT + 1)..start).rev().map(|i| view.word(i)).find_map(|word| {
        let sure = PAYS.contains(&word) || MAKES.contains(&word);
        let loose = MAY_MAKE.contains(&word).then_some(Certainty::Loose);
        if sure { Some(Certainty::Offered) } else { loose }
    });
    let computed = Term::of(count, scene.widths)?.by(Term::rounded(price, scene.widths)?)?;
    let working = format!("{} × {}", bare(view, count), bare(view, price));
    Some(Calculation { certainty: verb?, ..Calculation::offered(total, computed, working, vec![count, price]) })
}
