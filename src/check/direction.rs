//! Words of direction: which way the text says that a level went, and which word says so of a figure.

use rust_decimal::Decimal;

use super::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::{Change, Form, Number, Quantity, Unit};
use crate::token::Class;

/// Words between a verb and the figure that it leads to.
pub(super) const REACH: usize = 5;

/// A word of direction.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    /// Up or down.
    pub change: Change,
    /// Where it stands, as token of the sentence.
    pub at: usize,
}

/// The direction of a figure for a change: the word before it, or the noun behind it ("a 25 percent increase").
pub(super) fn directed(view: &SentenceView<'_>, claim: &Claim) -> Option<Said> {
    if !is_change(claim) && !matches!(claim.quantity.number, Number::Range { .. }) {
        return None;
    }
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    // "rose above 300 to 320": a level that was passed; "above" is a hedge to the readers.
    if (start.saturating_sub(1)..=start)
        .any(|i| matches!(view.word(i), "above" | "below" | "past" | "beyond" | "through"))
    {
        return None;
    }
    // "40% less" is one figure to the readers; in "a third more" the word stands behind it.
    let compared =
        |i: usize| matches!(view.word(i), "more" | "less" | "fewer") && !view.word(i + 1).starts_with("than");
    let change = match view.word(end) {
        _ if (start..end).any(compared) => claim.quantity.change,
        "more" if compared(end) => Some(Change::Increase),
        "less" | "fewer" if compared(end) => Some(Change::Decrease),
        _ => None,
    };
    if let Some(change) = change {
        return Some(Said { change, at: start });
    }
    // "25 percent increase" is one figure to the readers.
    let inside = (start..end).rev().take(2).find_map(|i| Some(Said { change: direction(view, i)?, at: i }));
    inside
        .or_else(|| {
            (end..end + 2)
                .find_map(|i| Some(Said { change: direction(view, i)?, at: i }))
                .filter(|_| noun_follows(view, end))
        })
        .or_else(|| said_before(view, start, REACH))
        .or_else(|| gained(view, claim, start))
}

/// "lost 12%", "shed a quarter of its water": of a share, what is lost or gained says where the level goes.
fn gained(view: &SentenceView<'_>, claim: &Claim, start: usize) -> Option<Said> {
    let share = claim.quantity.unit == Unit::Percent || matches!(claim.quantity.number, Number::Share { .. });
    let at = start.checked_sub(1).filter(|_| share)?;
    let change = match view.word(at) {
        "lost" | "shed" | "losing" | "shedding" | "loses" => Change::Decrease,
        "added" | "adding" | "adds" => Change::Increase,
        _ => return None,
    };
    Some(Said { change, at })
}

fn noun_follows(view: &SentenceView<'_>, end: usize) -> bool {
    (end..end + 2).any(|i| is_noun_of_change(view.word(i)) || matches!(view.word(i), "higher" | "lower"))
}

pub(super) fn is_noun_of_change(word: &str) -> bool {
    matches!(
        word,
        "increase"
            | "decrease"
            | "rise"
            | "drop"
            | "fall"
            | "decline"
            | "gain"
            | "jump"
            | "reduction"
            | "growth"
            | "cut"
            | "surge"
    )
}

/// The nearest word of direction before a place, within reach and in the same clause.
pub(super) fn said_before(view: &SentenceView<'_>, start: usize, reach: usize) -> Option<Said> {
    for at in (start.saturating_sub(reach)..start).rev() {
        if let Some(change) = direction(view, at) {
            return (!is_subject(view, at, start)).then_some(Said { change, at });
        }
        if breaks(view, at) || matches!(view.word(at), "," | "%" | "pct" | "percent") {
            return None;
        }
    }
    None
}

/// "Growth slowed to 2% from 3%", "increased competition pushed prices": the word is a noun with a verb of its own, or
/// belongs to one, and says nothing of the figures.
fn is_subject(view: &SentenceView<'_>, at: usize, figure: usize) -> bool {
    let word = view.word(at).to_ascii_lowercase();
    let noun = word.ends_with("ing")
        || matches!(
            word.as_str(),
            "growth"
                | "increase"
                | "increases"
                | "rise"
                | "rises"
                | "gain"
                | "gains"
                | "jump"
                | "surge"
                | "reduction"
                | "decline"
                | "declines"
                | "drop"
                | "fall"
                | "decrease"
                | "slump"
                | "cut"
                | "cuts"
                | "increased"
                | "reduced"
                | "expanded"
        );
    let next = view.word(at + 1);
    let goes_on = at + 1 >= figure
        || next == ","
        || next.ends_with("ly")
        || view.class(at + 1).intersects(Class::PREPOSITION | Class::DETERMINER);
    noun && !goes_on
}

/// Whether a word says up or down.
pub(super) fn direction(view: &SentenceView<'_>, at: usize) -> Option<Change> {
    let class = view.class(at);
    match view.word(at) {
        "off" | "dipped" | "slipped" | "eased" | "dropping" | "reduction" | "lowered" | "narrowed" | "narrows"
        | "narrowing" => Some(Change::Decrease),
        "advanced" | "growth" | "raised" | "lifted" | "boosted" | "hiked" | "rallied" | "widened" | "widens"
        | "widening" => Some(Change::Increase),
        // What is lost or added is not where a level goes.
        "lost" | "added" | "shed" | "lower" | "higher" => None,
        _ if class.contains(Class::RISE) => Some(Change::Increase),
        _ if class.contains(Class::FALL) => Some(Change::Decrease),
        _ => None,
    }
}

/// A figure that can be the change itself.
pub(super) fn is_change(claim: &Claim) -> bool {
    matches!(claim.quantity.number, Number::Value { .. } | Number::Share { .. })
}

/// A word that begins another clause.
pub(super) fn breaks(view: &SentenceView<'_>, at: usize) -> bool {
    matches!(
        view.word(at),
        ";" | ":"
            | "\u{2014}"
            | "("
            | ")"
            | "and"
            | "but"
            | "or"
            | "while"
            | "whereas"
            | "which"
            | "who"
            | "than"
            | "after"
            | "before"
            | "when"
            | "as"
            | "plus"
            | "/"
            | "per"
    )
}

/// A change in points of a percentage, as one: "1.5 points", "half a percentage point".
pub(super) fn in_points(view: &SentenceView<'_>, change: &Claim, quantity: &Quantity) -> Option<Quantity> {
    let is_point = |word: &str| matches!(word, "point" | "points");
    let end = view.end_token(change);
    let half_a = view.word(end) == "a"
        && (is_point(view.word(end + 1)) || view.word(end + 1) == "percentage" && is_point(view.word(end + 2)));
    let number = match quantity.number {
        Number::Share { value } if half_a => Number::Value { value, place: Decimal::new(1, 1), form: Form::Decimals },
        number if quantity.unit == Unit::PercentagePoint => number,
        number => {
            quantity.noun.filter(|noun| is_point(view.text(noun.phrase)))?;
            number
        }
    };
    Some(Quantity { number, unit: Unit::PercentagePoint, ..quantity.clone() })
}
