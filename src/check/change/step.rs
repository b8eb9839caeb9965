//! Steps: two levels of one quantity with what the text says of the way between them. "Sales rose 20% from 50 to 70",
//! "to 104.8 billion yen from 92.1 billion", "3.3 million, up 2% from 3.2 million".

use rust_decimal::Decimal;

use super::growth::nominal;
use super::role::{Role, has_own_base, linked, role};
use super::trailing::trailing;
use super::up_from::by_comparison;
use crate::check::direction::{REACH, Said, directed, direction, in_points, is_noun_of_change, said_before};
use crate::check::rate::is_base;
use crate::check::sentence::SentenceView;
use crate::claim::{Claim, PeriodOrigin};
use crate::quantity::{Form, Number, Quantity, Unit};
use crate::token::{Class, Kind};
use crate::verdict::Confidence;

/// A way from one level to another.
#[derive(Debug)]
pub(in crate::check) struct Step<'v> {
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
    /// How sure it is that the change is one between these levels.
    pub confidence: Confidence,
}

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

/// The figures that can be levels or changes. Lengths of time ("in the four weeks to March 20") and the bases of rates
/// stand between them and are none.
pub(in crate::check) fn figures_of<'v>(view: &SentenceView<'v>) -> Vec<&'v Claim> {
    let between =
        |c: &Claim| matches!(c.quantity.unit, Unit::Duration(_) | Unit::Ordinal | Unit::Age(_)) || is_base(view, c);
    view.claims.iter().filter(|c| !between(c)).collect()
}

/// The one figure of a sentence.
pub(super) fn only_level<'v>(view: &SentenceView<'v>) -> Option<&'v Claim> {
    let mut figures = figures_of(view).into_iter();
    let first = figures.next().filter(|c| is_level(view, c) && c.quantity.change.is_none())?;
    figures.next().is_none().then_some(first)
}

/// The step whose two levels, or whose change and base, are the figures `at` and `at + 1`.
fn step<'v>(view: &SentenceView<'v>, figures: &[&'v Claim], roles: &[Role], at: usize) -> Option<Step<'v>> {
    let (first, second) = (figures[at], figures[at + 1]);
    if !linked(view, first, second) {
        return of_two_times(view, figures, roles, at);
    }
    let (base, result) = match (roles[at], roles[at + 1]) {
        (Role::To, Role::From) => (second, first),
        (Role::From, Role::To) => (first, second),
        (Role::Other, Role::To) if grows(view, first, second) => (first, second),
        (Role::Other, Role::From) => {
            return by_comparison(view, figures, roles, at).or_else(|| compared(view, figures, roles, at));
        }
        (Role::Other, Role::Instead) => return compared(view, figures, roles, at),
        (Role::Other, Role::Other) => {
            return remaining(view, figures, roles, at).or_else(|| of_two_times(view, figures, roles, at));
        }
        _ => return None,
    };
    if !is_level(view, base) || !is_level(view, result) {
        return None;
    }
    let before = at.checked_sub(1).filter(|&i| roles[i] == Role::Other).map(|i| figures[i]);
    let change = before
        .filter(|c| linked(view, c, first) && !has_own_base(view, c, first) && directed(view, c).is_some())
        .filter(|c| !turns(view, c, first))
        .or_else(|| trailing(view, figures, roles, at + 1));
    let says = change.and_then(|c| directed(view, c)).or_else(|| said_before(view, view.first_token(first), REACH));
    Some(Step::new(base, result, change, says))
}

/// "1,140 pupils remain of the 1,900 of ten years ago, a drop of 40%", "of the 1,900 pupils 1,140 are left, a drop of
/// 40%".
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

/// "a fleet of 41 trams will grow to 61": what rises is the figure before the verb.
fn grows(view: &SentenceView<'_>, subject: &Claim, result: &Claim) -> bool {
    let between = view.end_token(subject)..view.first_token(result).saturating_sub(1);
    let verb = |i: usize| view.class(i).intersects(Class::AUXILIARY | Class::ADVERB) || direction(view, i).is_some();
    let moves = between.clone().any(|i| direction(view, i).is_some());
    moves && between.into_iter().all(verb) && subject.quantity.change.is_none() && !says_where(view, subject)
}

/// "After a fall of 30% sales rose again, from 70 to 90": behind the comma something goes a way of its own. "Rose 40%,
/// climbing from 50 to 70" goes on.
fn turns(view: &SentenceView<'_>, change: &Claim, first: &Claim) -> bool {
    let behind = (view.end_token(change)..view.first_token(first)).skip_while(|&i| view.word(i) != ",");
    let goes_on = |word: &str| word.ends_with("ing") || matches!(word, "up" | "down") || is_noun_of_change(word);
    behind.into_iter().any(|i| direction(view, i).is_some() && !goes_on(view.word(i)))
}

/// "900 tons in 2020 and 1,200 tons in 2021, a rise of a third": two levels, each with its own time.
fn of_two_times<'v>(view: &SentenceView<'v>, figures: &[&'v Claim], roles: &[Role], at: usize) -> Option<Step<'v>> {
    let (first, second) = (figures[at], figures[at + 1]);
    let period = |claim: &Claim| Some(claim.period.filter(|of| of.origin == PeriodOrigin::Clause)?.period);
    let (one, other) = (period(first)?, period(second)?);
    let (base, result) = if one.end <= other.start { (first, second) } else { (second, first) };
    let apart = one.end <= other.start || other.end <= one.start;
    let between = view.end_token(first)..view.first_token(second);
    let told = Class::VERB | Class::AUXILIARY | Class::REPORTING | Class::RELATIVE | Class::SUBORDINATOR;
    let and =
        between.clone().rfind(|&i| view.class(i).contains(Class::CONJUNCTION) || matches!(view.word(i), "," | ";"));
    let there_were = Class::PREPOSITION | Class::DETERMINER | Class::AUXILIARY | Class::PRONOUN;
    let of_time = |i: usize| view.in_a_date(i) || view.class(i).intersects(there_were) || view.word(i) == "there";
    let joined = and.is_some_and(|and| {
        between.len() <= 2 * REACH
            && (between.start..and).all(|i| view.in_a_date(i) || !view.class(i).intersects(told))
            && (and + 1..between.end).all(of_time)
    });
    let plain = |c: &Claim| is_level(view, c) && c.quantity.change.is_none();
    if !joined || !apart || one.end.is_none() || other.end.is_none() || !plain(base) || !plain(result) {
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
    if !opens || !is_level(view, base) || !is_level(view, result) {
        return None;
    }
    let before = at.checked_sub(1).map(|i| figures[i]).filter(|c| leads(view, c, result));
    let change = before.filter(|c| directed(view, c).is_some()).or_else(|| trailing(view, figures, roles, at + 1))?;
    // "45% full, compared with 52% a year ago, a fall of 7 points": no growth of which another is told.
    let shares = in_points(view, change, &change.quantity).is_some() && base.quantity.unit == Unit::Percent;
    if result.quantity.change.is_some() || is_percentage(result) && !shares {
        return None;
    }
    Some(Step::new(base, result, Some(change), directed(view, change)))
}

/// "increased 26%, with 1,512", "26% more horses than last year: 1,512".
fn leads(view: &SentenceView<'_>, change: &Claim, level: &Claim) -> bool {
    let (from, to) = (view.end_token(change), view.first_token(level));
    let announces = to > from && matches!(view.word(to - 1), ":" | "(" | "\u{2013}" | "\u{2014}");
    let told = Class::VERB | Class::AUXILIARY | Class::REPORTING | Class::CONJUNCTION | Class::RELATIVE;
    let comma = (from..to).all(|i| matches!(view.word(i), "," | "with" | "to" | "at")) && to - from.min(to) <= 3;
    let phrase = announces
        && to - from <= REACH + 4
        && !(from..to - 1).any(|i| view.class(i).intersects(told) || view.tokens()[i].kind == Kind::Punct);
    change.quantity.unit == Unit::Percent && (comma || phrase)
}

fn is_percentage(claim: &Claim) -> bool {
    matches!(claim.quantity.unit, Unit::Percent | Unit::PercentagePoint)
}

/// A plain number whose notation is understood: no eighths ("63-1/2").
pub(in crate::check) fn is_level(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let end = view.end_token(claim);
    let fraction = matches!(view.word(end), "-" | "/") && view.word(end + 1).bytes().all(|b| b.is_ascii_digit());
    matches!(claim.quantity.number, Number::Value { .. }) && !fraction && !is_a_year(view, claim)
}

/// "up 40% from 2024": a bare number of four digits.
pub(in crate::check) fn is_a_year(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let text = view.text(claim.quantity.number_span);
    let bare = claim.quantity.noun.is_none() && claim.quantity.unit.counts_things();
    bare && text.len() == 4
        && (text.starts_with("19") || text.starts_with("20"))
        && text.bytes().all(|b| b.is_ascii_digit())
}

/// "in the six northern districts": a place of the sentence and none of its levels.
pub(super) fn says_where(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    let before = if view.word_before(start, 1) == "the" { 2 } else { 1 };
    matches!(view.word_before(start, before), "in" | "In" | "across" | "Across" | "among" | "Among" | "within")
}

impl<'v> Step<'v> {
    /// A way between two levels that both stand in the text.
    pub(in crate::check) fn new(
        base: &'v Claim,
        result: &'v Claim,
        change: Option<&'v Claim>,
        says: Option<Said>,
    ) -> Self {
        let change = change.map(|c| (c, c.quantity.clone()));
        let (base_quantity, result_quantity) = (base.quantity.clone(), result.quantity.clone());
        Self { base, base_quantity, result, result_quantity, change, says, confidence: Confidence::High }
    }

    /// Whether the level before stands in the text, and not only the difference.
    pub(super) fn states_base(&self) -> bool {
        nominal(&self.base.quantity) == nominal(&self.base_quantity)
    }

    /// Whether both levels can be levels of one quantity: one unit, or one of them left out.
    pub(super) fn one_unit(&self, view: &SentenceView<'_>) -> bool {
        let (a, b) = (&self.base_quantity, &self.result_quantity);
        let tail = |c: &Claim| matches!(view.word(view.end_token(c)), "cts" | "cents" | "ct" | "cent" | "pence" | "p");
        let fits = match (a.unit, b.unit) {
            (Unit::None, other) | (other, Unit::None) => {
                other != Unit::Percent || a.unit == b.unit || bare_percent(a, b)
            }
            (Unit::Thing, Unit::Thing) => view.head(self.base) == view.head(self.result),
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
