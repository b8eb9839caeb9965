//! Products of measured figures: areas ("a 40 m by 25 m hall of 1,000 square metres"), loads ("96 pallets of 900 kg each, 86.4
//! tonnes in all"), journeys ("the 180 km take three hours at 60 km an hour") and densities of people.

use rust_decimal::Decimal;

use super::Scene;
use super::calculation::{Calculation, Term};
use super::conversion::dimension;
use super::price::counted;
use super::rate::{Per, linked, per, value};
use super::sentence::SentenceView;
use super::working::bare;
use crate::claim::Claim;
use crate::period::TimeUnit;
use crate::quantity::{Interval, Unit};
use crate::token::Class;

/// Words between the sides and the area that they enclose: "hall with a floor of".
const REACH: usize = 6;

/// "a 40 m by 25 m hall of 1,000 square metres". Not every shape fills its sides, but none is larger than they allow,
/// unless it has several floors.
pub(super) fn area<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Calculation<'r>> {
    let [long, wide, whole, ..] = claims else { return None };
    let (long_unit, wide_unit) = (dimension(view, long), dimension(view, wide));
    let ((one, length), (two, breadth)) = (long_unit.or(wide_unit)?, wide_unit.or(long_unit)?);
    let (surface, square) = dimension(view, whole)?;
    let side = |claim: &Claim| matches!(claim.quantity.unit, Unit::Measure(_) | Unit::None);
    let (end, start) = (view.end_token(long), view.first_token(wide));
    let by = start == end + 1 && matches!(view.word(end), "by" | "x" | "\u{d7}");
    let (from, to) = (view.end_token(wide), view.first_token(whole));
    let of = matches!(view.word_before(to, 1), "of" | "(" | "," | "or" | "=");
    let plain = |i: usize| {
        !view.class(i).intersects(Class::VERB | Class::CONJUNCTION | Class::RELATIVE | Class::AUXILIARY)
            || matches!(view.word(i), "or" | "hall")
    };
    let storeys = |word: &str| {
        word.contains("floor") || word.contains("store") || word.contains("level") || word.contains("deck")
    };
    let flat = one == "length" && two == "length" && surface == "area" && side(long) && side(wide);
    if !flat || !by || !of || to - from > REACH || !(from..to - 1).all(plain) || view.words().any(storeys) {
        return None;
    }
    let factor = |value: Decimal| Term::factor((Interval::point(value), value));
    let sides = Term::rounded(long, scene.widths)?.by(Term::rounded(wide, scene.widths)?)?;
    let computed = sides.by(factor(length.checked_mul(breadth)?.checked_div(square)?))?;
    let smaller = value(whole)? < computed.nominal && computed.soft.disjoint(&Term::rounded(whole, scene.widths)?.soft);
    let working = format!("{} × {}", bare(view, long), bare(view, wide));
    (!smaller).then(|| Calculation { stated: whole, computed, working, certain: true, from: vec![long, wide] })
}

/// "96 pallets of 900 kg each, 86.4 tonnes in all": so many of a weight or a length.
pub(super) fn load<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Calculation<'r>> {
    let [count, each, total, ..] = claims else { return None };
    let ((one, unit), (all, whole)) = (dimension(view, each)?, dimension(view, total)?);
    let (from, to) = (view.end_token(count), view.first_token(each));
    let of = to == from + 1 && matches!(view.word(from), "of" | "weighing" | "at" | "holding" | "x" | "\u{d7}");
    let (told, end) = per(view, each);
    let sound =
        counted(count) && count.quantity.noun.is_some() && one == all && matches!(one, "mass" | "length" | "volume");
    if !sound || !of || !matches!(told, Per::Each | Per::Whole) || !linked(view, end, total) {
        return None;
    }
    let factor = unit.checked_div(whole)?;
    let computed = Term::of(count, scene.widths)?
        .by(Term::rounded(each, scene.widths)?)?
        .by(Term::factor((Interval::point(factor), factor)))?;
    let working = format!("{} × {}", bare(view, count), view.text(each.quantity.span));
    Some(Calculation::offered(total, computed, working, vec![count, each]))
}

/// "At 60 km an hour the 180 km take three hours", "the walk of 12 km at 4 km an hour takes three hours".
pub(super) fn journey<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Calculation<'r>> {
    const OTHERWISE: &[&str] = &[
        "top",
        "maximum",
        "limit",
        "stops",
        "break",
        "breaks",
        "rest",
        "including",
        "with",
        "where",
        "first",
        "last",
        "not",
    ];
    let [one, two, time] = claims else { return None };
    let (first, second) = (dimension(view, one)?, dimension(view, two)?);
    let (way, (_, metres), speed, (_, kmh)) = match (first.0, second.0) {
        ("length", "speed") => (one, first, two, second),
        ("speed", "length") => (two, second, one, first),
        _ => return None,
    };
    let hours = match time.quantity.unit {
        Unit::Duration(TimeUnit::Hour) => Decimal::ONE,
        Unit::Duration(TimeUnit::Minute) => Decimal::from(60),
        _ => return None,
    };
    let at = matches!(view.word_before(view.first_token(speed), 1), "at" | "At" | "of");
    let takes = matches!(view.word_before(view.first_token(time), 1), "take" | "takes" | "took");
    let whole = view.claims.len() == 3 && !view.words().any(|word| OTHERWISE.contains(&word));
    if !at || !takes || !whole {
        return None;
    }
    let factor = metres.checked_mul(hours)?.checked_div(kmh.checked_mul(Decimal::ONE_THOUSAND)?)?;
    let computed = Term::rounded(way, scene.widths)?
        .over(Term::rounded(speed, scene.widths)?)?
        .by(Term::factor((Interval::point(factor), factor)))?;
    let working = format!("{} ÷ {}", view.text(way.quantity.span), view.text(speed.quantity.span));
    Some(Calculation { stated: time, computed, working, certain: true, from: vec![way, speed] })
}

/// "4,200 people on 12 square kilometres, a density of 350 people per square kilometre".
pub(super) fn density<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Calculation<'r>> {
    let [one, two, rate] = claims else { return None };
    let surface = |claim: &Claim| dimension(view, claim).is_some_and(|(of, _)| of == "area");
    let (people, land) = match (surface(one), surface(two)) {
        (false, true) => (one, two),
        (true, false) => (two, one),
        _ => return None,
    };
    let end = view.end_token(rate);
    let square = match (view.word(end), view.word(end + 1), view.word(end + 2)) {
        ("per" | "a", "square", unit) => {
            view.text(land.quantity.span).contains(unit.trim_end_matches('s')) && !unit.is_empty()
        }
        ("per" | "a", unit, _) => unit == "hectare" && view.text(land.quantity.span).contains(unit),
        _ => false,
    };
    let start = view.first_token(rate);
    let dense = (start.saturating_sub(REACH)..start).any(|i| view.word(i) == "density");
    if view.claims.len() != 3 || !square || !dense || !counted(people) || !counted(rate) {
        return None;
    }
    let computed = Term::rounded(people, scene.widths)?.over(Term::rounded(land, scene.widths)?)?;
    let working = format!("{} ÷ {}", bare(view, people), bare(view, land));
    Some(Calculation { stated: rate, computed, working, certain: true, from: vec![people, land] })
}
