//! Whether a temperature is a temperature or a difference of two: "it was 10 degrees" and "it warmed by 10 degrees".
//! The one is converted with the 32 of Fahrenheit's scale, the other without.

use crate::check::direction::{is_noun_of_change, said_before};
use crate::check::sentence::{SentenceView, is_one_of};
use crate::claim::Claim;

/// What the words around a temperature say that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Difference {
    /// "rise by 10 degrees", "two degrees warmer".
    Yes,
    /// "limit warming to 1.5 degrees", "a range of 10 degrees": some of these are levels.
    Maybe,
    /// A temperature.
    No,
}

/// Words of a sentence that speaks of how far temperatures lie apart.
const OF_CHANGE: &[&str] = &[
    "warm",
    "warms",
    "warmed",
    "warming",
    "cooled",
    "cooling",
    "heating",
    "difference",
    "differ",
    "range",
    "swing",
    "anomaly",
    "limit",
    "goal",
    "target",
    "threshold",
    "average",
    "normal",
    "climate",
    "industrial",
    "preindustrial",
    "within",
    "drop",
    "dropped",
    "rise",
    "rose",
    "risen",
    "rises",
    "rising",
    "increase",
    "increased",
    "fall",
    "fell",
    "change",
];

/// What a temperature lies above or below when it is a difference.
const BASES: &[&str] = &["average", "normal", "pre-industrial", "preindustrial", "the average", "the norm"];

/// What the words around a temperature and its conversion in brackets say of it.
pub(super) fn difference(view: &SentenceView<'_>, outer: &Claim, inner: &Claim) -> Difference {
    let start = view.first_token(outer);
    let behind = [view.end_token(outer), view.end_token(inner) + 1];
    let compared = behind.iter().any(|&i| {
        matches!(view.word(i), "warmer" | "cooler" | "colder" | "hotter" | "higher" | "lower")
            || matches!(view.word(i), "above" | "below") && BASES.iter().any(|base| view.behind(i + 1, base).is_some())
            || matches!((view.word(i), view.word(i + 1)), ("of", "warming" | "cooling"))
    });
    // "rose by 10 degrees"; "rose to 10 degrees" is where it went, and "by 10 degrees" alone can be a way to say so.
    let by = view.word_before(start, 1) == "by" && said_before(view, start, 4).is_some();
    // "a rise of 10 degrees", "a difference of 10 degrees"
    let noun = view.word_before(start, 2);
    let of = view.word_before(start, 1) == "of" && (is_noun_of_change(noun) || matches!(noun, "difference" | "swing"));
    let warmed = matches!(view.word_before(start, 1), "warmed" | "cooled");
    if compared || by || of || warmed {
        return Difference::Yes;
    }
    let speaks_of_change = outer.quantity.change.is_some() || view.words().any(|word| is_one_of(OF_CHANGE, word));
    if speaks_of_change { Difference::Maybe } else { Difference::No }
}
