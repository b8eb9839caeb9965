//! Levels that a sentence tells with their way up or down from another one: "3.3 million, up 2% from 3.2 million".

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::role::{Role, has_own_base, linked, role};
use super::step::{Step, is_a_year, is_level, says_where};
use super::trailing::trailing;
use crate::check::addend::addable;
use crate::check::direction::{Said, directed, in_points, is_change, is_noun_of_change, said_before};
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::{Form, Hedge, Number, Quantity, Unit};
use crate::token::{Class, Kind};

/// Words of a clause between its figure and the change that trails it.
const LONGEST_CLAUSE: usize = 18;

/// "3.3 million, up 2% from 3.2 million", "3.3 million, up from 3.2 million", and "up 12 to 90 from 100", where the
/// readers take "12 to 90" for a range.
pub(super) fn by_comparison<'v>(
    view: &SentenceView<'v>,
    figures: &[&'v Claim],
    roles: &[Role],
    at: usize,
) -> Option<Step<'v>> {
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
        let change = share_to(view, middle, low).map_or(change, |value| {
            let share = Quantity { number: Number::Share { value }, unit: Unit::Ratio, ..part(low) };
            Some((middle, share))
        });
        let percentages = middle.quantity.unit == Unit::Percent && base.quantity.unit == Unit::Percent;
        return (percentages || middle.quantity.unit != Unit::Percent).then(|| Step {
            result_quantity: part(high),
            change,
            ..Step::new(base, middle, None, Some(says))
        });
    }
    let (from, to) = (view.end_token(middle), view.first_token(base));
    // "At 14 she fell from four metres": the verb has another subject.
    let told_of_others = |said: &Said| (from..said.at).any(|i| view.class(i).contains(Class::PRONOUN));
    let up = |said: &Said| {
        said.at >= from && to - said.at <= 3 && !is_noun_of_change(view.word(said.at)) && !told_of_others(said)
    };
    if let Some(says) = said_before(view, to, 2).filter(up) {
        // "3.3 million, up from 3.2 million"
        let result = listed_whole(view, &figures[..=at])?;
        // "84 million, up from 70 million, an increase of 20%"
        let change = trailing(view, figures, roles, at + 1);
        let says = change.and_then(|c| directed(view, c)).unwrap_or(says);
        return is_level(view, result).then(|| Step::new(base, result, change, Some(says)));
    }
    let result = *figures.get(at.checked_sub(1)?)?;
    let start = view.first_token(middle);
    let says = said_before(view, start, 2).or_else(|| directed(view, middle).filter(|said| said.at >= start))?;
    let adjacent = says.at.min(start).saturating_sub(view.end_token(result)) <= 6 && linked(view, result, middle)
        || at == 1 && one_clause(view, view.end_token(result), says.at.min(start));
    // Points of an index are no share of it.
    let points = in_points(view, middle, &middle.quantity).is_some() && base.quantity.unit != Unit::Percent;
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

/// The level of a sentence: its last figure, or, where that closes a list ("120 shops, 80 in Norway, 30 in Sweden and
/// 10 abroad, up from 95"), the one that the list adds up to. Of a list without such a total nobody knows what rose.
fn listed_whole<'v>(view: &SentenceView<'v>, figures: &[&'v Claim]) -> Option<&'v Claim> {
    let last = *figures.last()?;
    let ends_a_list = |pair: &[&Claim]| {
        let (from, to) = (view.end_token(pair[0]), view.first_token(pair[1]));
        to > from
            && view.class(to - 1).contains(Class::CONJUNCTION)
            && to - from <= 6
            && last.quantity.noun.is_none()
            && addable(pair[0], last)
    };
    if figures.len() < 3 || !figures[figures.len() - 2..].windows(2).all(ends_a_list) {
        return Some(last);
    }
    let mut sum = Decimal::ZERO;
    for claim in figures.iter().rev() {
        let value = claim.quantity.number.plain()?;
        if value == sum {
            return Some(claim);
        }
        sum = sum.checked_add(value)?;
    }
    None
}

/// "90 walkers had been lost on the hills of the north in the first six months of the year, down 10% from 100": one
/// clause without another figure, and the comma that ends it.
fn one_clause(view: &SentenceView<'_>, from: usize, to: usize) -> bool {
    let other = Class::CONJUNCTION | Class::RELATIVE | Class::SUBORDINATOR | Class::REPORTING;
    let joins = |i: usize| view.tokens()[i].kind == Kind::Punct || view.class(i).intersects(other);
    from + 1 < to && to - from <= LONGEST_CLAUSE && view.word(to - 1) == "," && !(from..to - 1).any(joins)
}

/// "climbed by a fifth to 73 million": a share, which the readers give the magnitude of the level that it leads to.
fn share_to(view: &SentenceView<'_>, range: &Claim, low: Decimal) -> Option<Decimal> {
    let mut before = (view.first_token(range)..view.end_token(range)).take_while(|&i| view.word(i) != "to");
    before.any(|i| view.class(i).contains(Class::FRACTION)).then(|| {
        let magnitudes = [1_000_000_000_000i64, 1_000_000_000, 1_000_000, 1_000].map(Decimal::from);
        magnitudes.into_iter().find(|scale| low >= *scale / Decimal::ONE_HUNDRED).map_or(low, |scale| low / scale)
    })
}

fn form_of(place: Decimal) -> Form {
    match place.cmp(&Decimal::ONE) {
        Ordering::Less => Form::Decimals,
        Ordering::Equal => Form::Whole,
        Ordering::Greater => Form::Magnitude,
    }
}
