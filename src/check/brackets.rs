//! Figures that stand twice: a figure and, in the brackets straight behind it, the same one written otherwise, as in
//! contracts ("thirty (30) days") and in conversions ("10 miles (16 km)").

use super::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::Unit;

/// Words that open brackets in which another figure stands than the one before.
const OTHER: &[&str] = &[
    "such",
    "as",
    "like",
    "was",
    "were",
    "formerly",
    "previously",
    "originally",
    "now",
    "then",
    "soon",
    "or",
    "later",
    "today",
    "up",
    "down",
    "from",
    "of",
    "plus",
    "another",
    "including",
    "every",
    "each",
    "since",
    "until",
    "in",
    "page",
    "note",
];

/// Every figure of a sentence with the one in the brackets behind it. Nothing else stands in the brackets.
pub(super) fn bracketed<'r>(view: &SentenceView<'r>) -> impl Iterator<Item = (&'r Claim, &'r Claim)> {
    let text = view.block();
    view.claims.windows(2).filter_map(move |pair| {
        let (outer, inner) = (&pair[0], &pair[1]);
        let between = text.get(outer.quantity.span.end as usize..inner.quantity.number_span.start as usize)?;
        let opens = between.trim_start_matches([' ', '-', '\u{a0}']).strip_prefix('(')?;
        // "(about 20)", "($20)", "(US$20)"; "(C11)" is a name.
        let glued = opens.ends_with(char::is_alphabetic) && !matches!(inner.quantity.unit, Unit::Money(_));
        // "(such as 20)", "(formerly 20)": another figure.
        let other = opens.split_whitespace().any(|word| OTHER.contains(&word));
        let hedge = !glued && !other && opens.chars().all(|c| c.is_alphabetic() || c == ' ' || is_currency(c));
        // A unit that was read with neither ("(20 days)", "(37.8 C)") may stand before the bracket closes.
        let rest = text[inner.quantity.span.end as usize..].trim_start();
        // "two (14)s": what stands in the brackets is itself counted.
        let counted = rest.strip_prefix(')').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        (hedge && opens.len() <= 20 && rest.starts_with(')') && !counted).then_some((outer, inner))
    })
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥' | '₹' | '₽' | '₩' | '₪' | '₺' | '₦' | '₴')
}
