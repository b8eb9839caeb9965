//! Steps: two levels of one quantity with what the text says of the way between them. "Sales rose 20% from 50 to 70",
//! "to 104.8 billion yen from 92.1 billion", "3.3 million, up 2% from 3.2 million".

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::addend::same_unit;
use super::direction::{REACH, Said, breaks, directed, direction, is_change, is_noun_of_change, said_before};
use super::role::{Role, has_own_base, linked, role};
use super::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::{Form, Hedge, Number, Quantity, Unit, singular};
use crate::token::{Class, Kind as TokenKind};

/// Words behind the last level before the change that trails it: "in the rest of the country", "who were there in May".
const FAR: usize = 8;

/// A way from one level to another.
#[derive(Debug)]
pub(super) struct Step<'v> {
    /// The level before; the difference where the text states that alone.
    pub base: &'v Claim,
    /// The number of the level before.
    pub base_quantity: Quantity,
    /// The level after, as it stands in the text.
    pub result: &'v Claim,
    /// The number of the level after.
    pub result_quantity: Quantity,
    /// The figure for the change.
    pub change: Option<(&'v Claim, Quantity)>,
    /// Up or down, by the word nearest to the figures.
    pub says: Option<Said>,
}

/// Words of a clause between its figure and the change that trails it.
const LONGEST_CLAUSE: usize = 18;

/// Every step of a sentence, in text order. Linear in its claims: each looks at its neighbours only.
pub(super) fn steps<'v>(view: &SentenceView<'v>) -> Vec<Step<'v>> {
    let mut out = Vec::new();
    let figures = figures_of(view);
    if figures.len() < 2 {
        return out;
    }
    let roles: Vec<Role> = figures.iter().map(|c| role(view, c)).collect();
    let mut at = 0;
    while at + 1 < figures.len() {
        let found = step(view, &figures, &roles, at);
        at += if found.is_some() { 2 } else { 1 };
        out.extend(found);
    }
    out
}

/// The figures that can be levels or changes. Lengths of time stand between them ("in the four weeks to March 20") and are
/// none.
pub(super) fn figures_of<'v>(view: &SentenceView<'v>) -> Vec<&'v Claim> {
    let claims = view.claims.iter();
    claims.filter(|c| !matches!(c.quantity.unit, Unit::Duration(_) | Unit::Ordinal | Unit::Age(_))).collect()
}

/// The step whose two levels, or whose change and base, are the figures `at` and `at + 1`.
fn step<'v>(view: &SentenceView<'v>, figures: &[&'v Claim], roles: &[Role], at: usize) -> Option<Step<'v>> {
    let (first, second) = (figures[at], figures[at + 1]);
    if !linked(view, first, second) {
        return None;
    }
    let (base, result) = match (roles[at], roles[at + 1]) {
        (Role::To, Role::From) => (second, first),
        (Role::From, Role::To) => (first, second),
        (Role::Other, Role::From) => {
            return by_comparison(view, figures, at).or_else(|| compared(view, figures, roles, at));
        }
        (Role::Other, Role::Instead) => return compared(view, figures, roles, at),
        (Role::Other, Role::Other) => return remaining(view, figures, roles, at),
        _ => return None,
    };
    if !is_level(view, base) || !is_level(view, result) {
        return None;
    }
    let before = at.checked_sub(1).filter(|&i| roles[i] == Role::Other).map(|i| figures[i]);
    let change = before
        .filter(|c| linked(view, c, first) && !has_own_base(view, c, first) && directed(view, c).is_some())
        .or_else(|| trailing(view, figures, roles, at + 1));
    let says = change.and_then(|c| directed(view, c)).or_else(|| said_before(view, view.first_token(first), REACH));
    Some(Step::new(base, result, change, says))
}

/// "3.3 million, up 2% from 3.2 million", "3.3 million, up from 3.2 million", and "up 12 to 90 from 100", where the
/// readers take "12 to 90" for a range.
fn by_comparison<'v>(view: &SentenceView<'v>, figures: &[&'v Claim], at: usize) -> Option<Step<'v>> {
    let (middle, base) = (figures[at], figures[at + 1]);
    // "in the six districts has fallen by 20 percent, from 500 to 400": both levels stand behind.
    let goes_on = figures.get(at + 2).is_some_and(|next| role(view, next) == Role::To && linked(view, base, next));
    if !is_level(view, base) || goes_on {
        return None;
    }
    if let Number::Range { low, high, place } = middle.quantity.number {
        let says = directed(view, middle)?;
        let whole = |value| Number::Value { value, place, form: form_of(place) };
        let part =
            |value| Quantity { number: whole(value), hedge: Hedge::None, change: None, ..middle.quantity.clone() };
        let change = Some((middle, part(low)));
        // "climbed by a fifth to 73 from 61"
        let share =
            low < Decimal::ONE && !view.text(middle.quantity.number_span).starts_with(|c: char| c.is_ascii_digit());
        let change = if share {
            let share = Quantity { number: Number::Share { value: low }, unit: Unit::Ratio, ..part(low) };
            Some((middle, share))
        } else {
            change
        };
        let percentages = middle.quantity.unit == Unit::Percent && base.quantity.unit == Unit::Percent;
        return (percentages || middle.quantity.unit != Unit::Percent).then(|| Step {
            result_quantity: part(high),
            change,
            ..Step::new(base, middle, None, Some(says))
        });
    }
    let (from, to) = (view.end_token(middle), view.first_token(base));
    let up = |said: &Said| said.at >= from && to - said.at <= 3 && !is_noun_of_change(view.word(said.at));
    if let Some(says) = said_before(view, to, 2).filter(up) {
        // "3.3 million, up from 3.2 million"
        let result = listed_whole(view, &figures[..=at])?;
        return is_level(view, result).then(|| Step::new(base, result, None, Some(says)));
    }
    let result = *figures.get(at.checked_sub(1)?)?;
    let start = view.first_token(middle);
    let says = said_before(view, start, 2).or_else(|| directed(view, middle).filter(|said| said.at >= start))?;
    let adjacent = says.at.min(start).saturating_sub(view.end_token(result)) <= 6 && linked(view, result, middle)
        || at == 1 && one_clause(view, view.end_token(result), says.at.min(start));
    let points = view.text(middle.quantity.span).ends_with("points");
    // "2 million were added, so that they fell by 1 million from 12 million": something else fell.
    let others = (view.end_token(result)..says.at.min(start)).any(|i| matches!(view.word(i), "that" | "they"));
    let sound = adjacent
        && is_change(middle)
        && !is_a_year(view, middle)
        && is_level(view, result)
        && !says_where(view, result)
        && !points
        && !others
        && !has_own_base(view, middle, base);
    sound.then(|| Step::new(base, result, Some(middle), Some(says)))
}

/// The level of a sentence: its last figure, or, where that closes a list ("120 shops, 80 in Norway, 30 in Sweden and 10
/// abroad, up from 95"), the one that the list adds up to. Of a list without such a total nobody knows what rose.
fn listed_whole<'v>(view: &SentenceView<'v>, figures: &[&'v Claim]) -> Option<&'v Claim> {
    let last = *figures.last()?;
    let ends_a_list = |pair: &[&Claim]| {
        let (from, to) = (view.end_token(pair[0]), view.first_token(pair[1]));
        to > from
            && view.class(to - 1).contains(Class::CONJUNCTION)
            && to - from <= 6
            && last.quantity.noun.is_none()
            && same_unit(pair[0], last)
    };
    if figures.len() < 3 || !figures[figures.len() - 2..].windows(2).all(ends_a_list) {
        return Some(last);
    }
    let value = |claim: &Claim| match claim.quantity.number {
        Number::Value { value, .. } => Some(value),
        _ => None,
    };
    let mut sum = Decimal::ZERO;
    for claim in figures.iter().rev() {
        let value = value(claim)?;
        if value == sum {
            return Some(claim);
        }
        sum = sum.checked_add(value)?;
    }
    None
}

/// "90 walkers had been lost on the hills of the north in the first six months of the year, down 10% from 100": one clause
/// without another figure, and the comma that ends it.
fn one_clause(view: &SentenceView<'_>, from: usize, to: usize) -> bool {
    let other = Class::CONJUNCTION | Class::RELATIVE | Class::SUBORDINATOR | Class::REPORTING;
    let joins = |i: usize| view.tokens()[i].kind == TokenKind::Punct || view.class(i).intersects(other);
    from + 1 < to && to - from <= LONGEST_CLAUSE && view.word(to - 1) == "," && !(from..to - 1).any(joins)
}

/// "1,140 pupils remain of the 1,900 of ten years ago, a drop of 40%", "of the 1,900 pupils 1,140 are left, a drop of 40%".
fn remaining<'v>(view: &SentenceView<'v>, figures: &[&'v Claim], roles: &[Role], at: usize) -> Option<Step<'v>> {
    let (first, second) = (figures[at], figures[at + 1]);
    let of_the = |claim: &Claim| {
        let start = view.first_token(claim);
        matches!((view.word_before(start, 2), view.word_before(start, 1)), ("of" | "Of", "the" | "its" | "their"))
    };
    let (base, result) = match (of_the(first), of_the(second)) {
        (true, false) => (first, second),
        (false, true) => (second, first),
        _ => return None,
    };
    let (from, to) = (view.end_token(first), view.end_token(second) + 3);
    let left = |i: usize| matches!(view.word(i), "remain" | "remains" | "remained" | "left");
    if !is_level(view, base) || !is_level(view, result) || !(from..to).any(left) {
        return None;
    }
    let change = trailing(view, figures, roles, at + 1)?;
    Some(Step::new(base, result, Some(change), directed(view, change)))
}

/// "1,512, compared with 1,204 last year, a rise of 26%", "increased 26%, with 1,512 compared with 1,204 last year".
fn compared<'v>(view: &SentenceView<'v>, figures: &[&'v Claim], roles: &[Role], at: usize) -> Option<Step<'v>> {
    let (result, base) = (figures[at], figures[at + 1]);
    let start = view.first_token(base);
    let opens =
        (1..=4).any(|back| matches!(view.word_before(start, back), "compared" | "against" | "versus" | "instead"));
    if !opens || !is_level(view, base) || !is_level(view, result) || is_change_of_level(result) {
        return None;
    }
    let leads = |c: &&Claim| {
        let (from, to) = (view.end_token(c), view.first_token(result));
        c.quantity.unit == Unit::Percent
            && to - from.min(to) <= 3
            && (from..to).all(|i| matches!(view.word(i), "," | "with" | "to" | "at"))
    };
    let before = at.checked_sub(1).map(|i| figures[i]).filter(leads);
    let change = before.filter(|c| directed(view, c).is_some()).or_else(|| trailing(view, figures, roles, at + 1))?;
    let says = directed(view, change);
    Some(Step::new(base, result, Some(change), says))
}

/// "up 3.2 million": a figure that is a change itself.
fn is_change_of_level(claim: &Claim) -> bool {
    claim.quantity.change.is_some() || matches!(claim.quantity.unit, Unit::Percent | Unit::PercentagePoint)
}

/// The change that trails the first of two figures: "512, a rise of 24%".
pub(super) fn trailing_in<'v>(view: &SentenceView<'v>, figures: &[&'v Claim]) -> Option<(&'v Claim, Said)> {
    let change = trailing(view, figures, &[Role::Other, Role::Other], 0)?;
    Some((change, directed(view, change)?))
}

fn form_of(place: Decimal) -> Form {
    match place.cmp(&Decimal::ONE) {
        Ordering::Less => Form::Decimals,
        Ordering::Equal => Form::Whole,
        Ordering::Greater => Form::Magnitude,
    }
}

/// "from 50 to 70, a 40% increase", "to 70 from 50, up 40%", "from 50 to 70 (up 40%)".
fn trailing<'v>(view: &SentenceView<'v>, figures: &[&'v Claim], roles: &[Role], last: usize) -> Option<&'v Claim> {
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

/// A plain number whose notation is understood: no eighths ("63-1/2").
pub(super) fn is_level(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let end = view.end_token(claim);
    let fraction = matches!(view.word(end), "-" | "/") && view.word(end + 1).bytes().all(|b| b.is_ascii_digit());
    matches!(claim.quantity.number, Number::Value { .. }) && !claim.repeated && !fraction && !is_a_year(view, claim)
}

/// "up 40% from 2024": a bare number of four digits.
fn is_a_year(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let text = view.text(claim.quantity.number_span);
    let bare = claim.quantity.noun.is_none() && matches!(claim.quantity.unit, Unit::None | Unit::Thing | Unit::Person);
    bare && text.len() == 4
        && (text.starts_with("19") || text.starts_with("20"))
        && text.bytes().all(|b| b.is_ascii_digit())
}

/// "in the six northern districts": a place of the sentence and none of its levels.
fn says_where(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    let before = if view.word_before(start, 1) == "the" { 2 } else { 1 };
    matches!(view.word_before(start, before), "in" | "In" | "across" | "Across" | "among" | "Among" | "within")
}

impl<'v> Step<'v> {
    /// A way between two levels that both stand in the text.
    pub(super) fn new(base: &'v Claim, result: &'v Claim, change: Option<&'v Claim>, says: Option<Said>) -> Self {
        let change = change.map(|c| (c, c.quantity.clone()));
        let (base_quantity, result_quantity) = (base.quantity.clone(), result.quantity.clone());
        Self { base, base_quantity, result, result_quantity, change, says }
    }

    /// Whether the level before stands in the text, and not only the difference.
    pub(super) fn states_base(&self) -> bool {
        self.base.quantity.number == self.base_quantity.number
    }

    /// Whether both levels can be levels of one quantity: one unit, or one of them left out.
    pub(super) fn one_unit(&self, view: &SentenceView<'_>) -> bool {
        let (a, b) = (&self.base_quantity, &self.result_quantity);
        let head = |c: &Claim| c.quantity.noun.map(|n| singular(&view.text(n.head).to_lowercase()));
        let tail = |c: &Claim| matches!(view.word(view.end_token(c)), "cts" | "cents" | "ct" | "cent" | "pence" | "p");
        let fits = match (a.unit, b.unit) {
            (Unit::None, other) | (other, Unit::None) => {
                other != Unit::Percent || a.unit == b.unit || bare_percent(a, b)
            }
            (Unit::Thing, Unit::Thing) => head(self.base) == head(self.result),
            // "4.27 million barrels" is a measurement, "four million barrels" a count to the readers.
            (Unit::Thing, Unit::Person | Unit::Measure(_)) | (Unit::Person | Unit::Measure(_), Unit::Thing) => true,
            (x, y) => x == y,
        };
        !self.states_base() || fits && tail(self.base) == tail(self.result)
    }
}

/// "to 45% from 50": the sign is written once.
fn bare_percent(a: &Quantity, b: &Quantity) -> bool {
    let small = |q: &Quantity| matches!(q.number, Number::Value { value, form, .. } if form != Form::Magnitude && value < Decimal::ONE_HUNDRED);
    small(a) && small(b)
}
