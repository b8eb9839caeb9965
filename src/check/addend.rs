//! Addends: which figures of a sentence can be added to one another, and which of them count groups that cannot
//! overlap.

use rust_decimal::Decimal;

use super::amount::value_or_nought;
use super::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::{Form, Hedge, Number, Unit, singular};
use crate::token::Class;

/// A plain figure that can be added.
pub(super) fn is_part(claim: &Claim) -> bool {
    claim.quantity.change.is_none()
        && matches!(claim.quantity.number, Number::Value { .. })
        && matches!(
            claim.quantity.hedge,
            Hedge::None | Hedge::Exactly | Hedge::About | Hedge::Nearly | Hedge::JustOver | Hedge::JustUnder
        )
        && (claim.quantity.unit.counts_things() || claim.quantity.unit.is_amount())
}

/// "another 12", "an additional $3 million": as a member of a list, a part like the others.
pub(super) fn is_another(claim: &Claim) -> bool {
    claim.quantity.additional
        && matches!(claim.quantity.number, Number::Value { .. })
        && claim.quantity.hedge == Hedge::None
}

/// Whether figures of the units of two can be added: two counts, or amounts in one unit, which large bare numbers
/// share.
pub(super) fn addable(a: &Claim, b: &Claim) -> bool {
    match (a.quantity.unit, b.quantity.unit) {
        (Unit::Money(x), Unit::Money(y)) => x == y,
        (Unit::Measure(x), Unit::Measure(y)) => x == y,
        (Unit::Measure(_), Unit::None) | (Unit::None, Unit::Measure(_)) => true,
        // "3.5 billion dollars, including the 2.9 billion from banks"
        (Unit::Money(_), Unit::None) => is_bare_magnitude(b),
        (Unit::None, Unit::Money(_)) => is_bare_magnitude(a),
        (x, y) => x.counts_things() && y.counts_things(),
    }
}

fn is_bare_magnitude(claim: &Claim) -> bool {
    claim.quantity.noun.is_none() && matches!(claim.quantity.number, Number::Value { form: Form::Magnitude, .. })
}

/// Whether two figures count the same: the same noun, one of them none, or people under two names.
pub(super) fn counts_alike(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    addable(a, b)
        && match (view.head(a), view.head(b)) {
            (Some(x), Some(y)) => x == y || (a.quantity.unit, b.quantity.unit) == (Unit::Person, Unit::Person),
            _ => true,
        }
}

/// Groups of people and things overlap: "12 dead, including 9 women and 5 visitors"; a bare number counts either, but
/// millions are as often money.
pub(super) fn can_overlap(claim: &Claim) -> bool {
    let bare = claim.quantity.unit == Unit::None && value_or_nought(claim) < Decimal::from(1_000_000);
    claim.quantity.unit == Unit::Person || claim.quantity.noun.is_some() || bare
}

/// Sets of groups of which nobody belongs to two.
const APART: &[&[&str]] = &[
    &["man", "woman", "child"],
    &["man", "woman", "boy", "girl"],
    &["male", "female"],
    &["primary", "secondary"],
    &["full", "part"],
    &["adult", "child"],
    &["adult", "teenager", "child"],
    &["husband", "wife"],
    &["son", "daughter"],
    &["brother", "sister"],
];

/// "nine women and seven men": groups that cannot overlap.
pub(super) fn are_apart(view: &SentenceView<'_>, parts: &[&Claim]) -> bool {
    // "nine primary and six secondary", "90 full time and 41 part time"
    let head = |c: &Claim| c.quantity.noun.map_or(view.word(view.end_token(c)), |noun| view.text(noun.head));
    let heads: Vec<String> = parts.iter().map(|c| singular(head(c))).collect();
    let different = heads.iter().enumerate().all(|(at, head)| !heads[..at].contains(head));
    heads.len() >= 2 && different && APART.iter().any(|set| heads.iter().all(|head| set.contains(&head.as_str())))
}

/// "38.50 dlrs a share": a rate, no part of a sum that is none.
pub(super) fn is_a_rate(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let end = view.end_token(claim);
    (end..end + 2)
        .any(|i| matches!(view.word(i), "per" | "each") || matches!((view.word(i), view.word(i + 1)), ("a", "share")))
}

/// "in fiscal 1986, of which": no figure at all.
pub(super) fn is_a_year(claim: &Claim) -> bool {
    let year = |value: Decimal| value >= Decimal::from(1900) && value < Decimal::from(2100);
    claim.quantity.unit == Unit::None
        && matches!(claim.quantity.number, Number::Value { value, form: Form::Whole, .. } if year(value))
}

/// "12 of them", "of whom 12": a part of a part; and figures that "including" opens.
pub(super) fn is_nested(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let (first, end) = (view.first_token(claim), view.end_token(claim));
    let those = |i: usize| matches!(view.word(i), "them" | "these" | "those" | "whom" | "which" | "that");
    view.word(end) == "of" && those(end + 1)
        || view.word_before(first, 2) == "of" && those(first.wrapping_sub(1))
        || (first.saturating_sub(2)..first).any(|i| view.class(i).contains(Class::INCLUDING))
}

/// A word between two figures that says that the second is of something else.
pub(super) fn clause_between(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    turns_between(view, a, b)
        || (view.end_token(a)..view.first_token(b)).any(|i| view.class(i).contains(Class::AUXILIARY))
}

fn turns_between(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    (view.end_token(a)..view.first_token(b)).any(|i| {
        view.class(i).contains(Class::REPORTING)
            || matches!(
                view.word(i),
                "while" | "but" | "per" | "each" | "compared" | "against" | "total" | "after" | "up" | "down"
            )
    })
}

/// "3 were owed to banks and 6 to states", "50 were sold in Rome and 16 were sold in Oslo": what is said of the second
/// is said with the verb of the first.
pub(super) fn one_verb(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    let verb = |claim: &Claim| {
        let end = view.end_token(claim);
        let at = (end..end + 5)
            .take_while(|&i| view.word(i) != "," && !view.class(i).contains(Class::CONJUNCTION))
            .find(|&i| view.class(i).contains(Class::AUXILIARY))?;
        Some((view.word(at), view.word(at + 1)))
    };
    !turns_between(view, a, b) && verb(b).is_none_or(|own| verb(a) == Some(own))
}

/// "(2)" before the second item of a list within a sentence: the place of the item, and no figure of it.
pub(super) fn is_item_mark(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let (first, end) = (view.first_token(claim), view.end_token(claim));
    let small =
        matches!(claim.quantity.number, Number::Value { value, form: Form::Whole, .. } if value <= Decimal::from(20));
    small
        && claim.quantity.unit == Unit::None
        && view.word_before(first, 1) == "("
        && view.word(end) == ")"
        && matches!(view.word_before(first, 2), ":" | "," | ";" | "and")
        && view.in_a_figure(end + 1)
}

/// The first token of a member of a list: that of the figure, or of the mark "(2)" or "(b)" before it.
pub(super) fn opening_token(view: &SentenceView<'_>, claim: &Claim) -> usize {
    let first = view.first_token(claim);
    let marked = view.word_before(first, 1) == ")" && view.word_before(first, 3) == "(";
    if marked { first - 3 } else { first }
}

/// Two members of one enumeration, with words between that may say what each is for: "$2m to the town and $3m".
pub(super) fn parted(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    let (from, to) = (view.end_token(a), view.first_token(b));
    let mark = |i: usize| view.class(i).contains(Class::CONJUNCTION) || matches!(view.word(i), "," | ";" | "+");
    let relates =
        |i: usize| matches!(view.word(i), "from" | "than" | "including" | "to" | "or" | "times" | "out" | "of");
    (from..to).any(mark)
        && !(from..to).any(|i| matches!(view.word(i), "whom" | "which" | "than" | "including"))
        && !(to.saturating_sub(2)..to).any(|i| i >= from && relates(i))
}
