//! What a figure is a rate of: "$50 each", "$20 an hour", "1,200 cars a day", "12 per 100,000". And how many of one
//! unit of time go into another, which is an interval: a working week has five days or seven.

use rust_decimal::Decimal;

use super::sentence::SentenceView;
use crate::claim::Claim;
use crate::period::TimeUnit;
use crate::quantity::{Form, Hedge, Interval, Number};
use crate::token::Class;

/// What a figure is told for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Per<'r> {
    /// Nothing: a whole.
    Whole,
    /// "each", "apiece": every one of what is counted before or behind.
    Each,
    /// "per household", "a ticket": the noun.
    Noun(&'r str),
    /// "an hour", "weekly".
    Time(TimeUnit),
    /// "per 100,000 residents": the next figure is the base.
    Base,
}

/// What the words behind a figure say that it is told for, and the token behind them.
pub(super) fn per<'r>(view: &SentenceView<'r>, claim: &Claim) -> (Per<'r>, usize) {
    let end = view.end_token(claim);
    let time = |at: usize| {
        let entry = view.tokens().get(at).map(|t| view.reading.vocabulary.lexicon.entry(t.word))?;
        entry.class.contains(Class::TIME_UNIT).then(|| TimeUnit::from_lexicon(entry.time)).flatten()
    };
    match (view.word(end), view.word(end + 1)) {
        ("each" | "every" | "a" | "an" | "per", _) if time(end + 1).is_some() => {
            (time(end + 1).map_or(Per::Whole, Per::Time), end + 2)
        }
        ("each" | "apiece", _) => (Per::Each, end + 1),
        ("for", "each" | "every") if view.word(end + 2) != "of" => (Per::Noun(view.word(end + 2)), end + 3),
        ("per", _) | ("for", "every") if view.in_a_figure(end + 1) => (Per::Base, end + 1),
        ("a" | "per", noun) if !noun.is_empty() => (Per::Noun(noun), end + 2),
        ("hourly", _) => (Per::Time(TimeUnit::Hour), end + 1),
        ("daily", _) => (Per::Time(TimeUnit::Day), end + 1),
        ("weekly", _) => (Per::Time(TimeUnit::Week), end + 1),
        ("monthly", _) => (Per::Time(TimeUnit::Month), end + 1),
        ("yearly" | "annually", _) => (Per::Time(TimeUnit::Year), end + 1),
        _ => (Per::Whole, end),
    }
}

/// "12 per 100,000", "12 for every 100": the figure that another one is told for.
pub(super) fn is_base(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    match view.word_before(start, 1) {
        "per" => true,
        "every" => matches!(view.word_before(start, 2), "for" | "in" | "of"),
        _ => false,
    }
}

/// How many of `small` go into `large`: the least, the usual and the most, by the calendar and by working time (30 to
/// 60 hours a week, 225 to 366 days a year). Pay is only for time at work.
pub(super) fn parts_of(large: TimeUnit, small: TimeUnit, pay: bool) -> Option<(Interval, Decimal)> {
    use TimeUnit::{Day, Hour, Minute, Month, Quarter, Second, Week, Year};
    let (least, usual, most) = match (large, small) {
        (Year, Quarter) => (4, 4, 4),
        (Year, Month) => (12, 12, 12),
        (Year, Week) => (48, 52, 53),
        (Year, Day) => (225, 365, 366),
        (Year, Hour) if pay => (1500, 2080, 2800),
        (Year, Hour) => (1500, 8766, 8784),
        (Quarter, Month) => (3, 3, 3),
        (Quarter, Week) => (12, 13, 14),
        (Month, Week) => (4, 4, 5),
        (Month, Day) => (20, 30, 31),
        (Week, Day) => (5, 7, 7),
        (Week, Hour) if pay => (30, 40, 60),
        (Week, Hour) => (30, 168, 168),
        (Day, Hour) if pay => (6, 8, 14),
        (Day, Hour) => (6, 24, 24),
        (Hour, Minute) | (Minute, Second) => (60, 60, 60),
        (Day, Minute) => (1440, 1440, 1440),
        _ => return None,
    };
    Some((Interval::closed(Decimal::from(least), Decimal::from(most)), Decimal::from(usual)))
}

/// Words, with the marks between them, that lead from figures to what they make.
const LINKS: &[&str] = &[
    ", or",
    "\u{2014} or",
    "\u{2013} or",
    "( or",
    "=",
    ", i.e.",
    ", worth",
    "worth",
    ", totalling",
    "totalling",
    ", totaling",
    "totaling",
    ", which is",
    ", which makes",
    ", which comes to",
    "comes to",
    "come to",
    "came to",
    ", amounting to",
    "amounting to",
];

/// Whether the words between two figures say that the second is what the first ones make: ", or", ", for a total of",
/// "worth", "=".
pub(super) fn linked(view: &SentenceView<'_>, from: usize, total: &Claim) -> bool {
    let to = view.first_token(total);
    // A hedge and "a total of" belong to the figure.
    if to > from + 5 {
        return false;
    }
    let words: Vec<&str> = (from..to).map(|i| view.word(i)).collect();
    match &*words.join(" ") {
        "" | "," | "for" | ", for" | ", making" | "making" | ":" => total.quantity.total || is_in_all(view, total),
        words => LINKS.contains(&words),
    }
}

/// "£172,000 in all", "86.4 tonnes altogether".
fn is_in_all(view: &SentenceView<'_>, total: &Claim) -> bool {
    let end = view.end_token(total);
    view.says_in_all(end) || view.word(end) == "together"
}

/// Words behind a figure after which it is not the whole: a price for some, before tax, a share of it.
pub(super) fn goes_on(view: &SentenceView<'_>, at: usize) -> bool {
    matches!(
        view.word(at),
        "each"
            | "for"
            | "per"
            | "a"
            | "an"
            | "if"
            | "after"
            | "before"
            | "with"
            | "plus"
            | "more"
            | "extra"
            | "off"
            | "net"
            | "when"
            | "including"
            | "excluding"
            | "to"
            | "-"
            | "less"
            | "apiece"
            | "without"
            | "minus"
            | "+"
            | "and"
    )
}

/// Whether a noun behind "per" names one of what is counted: "household" and "200,000 households"; people go by many
/// names.
pub(super) fn names_one_of(view: &SentenceView<'_>, noun: &str, counted: &Claim) -> bool {
    let head = view.head(counted);
    let person =
        |word: &str| matches!(word, "person" | "head" | "capita" | "resident" | "inhabitant" | "citizen" | "taxpayer");
    let noun = noun.to_lowercase();
    head.as_deref() == Some(noun.as_str())
        || person(&noun) && counted.quantity.unit == crate::quantity::Unit::Person && noun != "taxpayer"
}

/// A number that can be calculated with: one value, said plainly or with a plain hedge.
pub(super) fn computable(claim: &Claim) -> Option<Decimal> {
    match claim.quantity.number {
        Number::Value { value, .. }
            if value > Decimal::ZERO && claim.quantity.change.is_none() && claim.quantity.hedge != Hedge::UpTo =>
        {
            Some(value)
        }
        _ => None,
    }
}

/// Half the last place that was written: how far a figure that was calculated is rounded.
pub(super) fn rounding(claim: &Claim) -> Decimal {
    match claim.quantity.number {
        Number::Value { place, form, .. } if form != Form::Magnitude => place / Decimal::TWO,
        _ => Decimal::ZERO,
    }
}
