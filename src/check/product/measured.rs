//! Products of measured figures: areas ("a 40 m by 25 m hall of 1,000 square metres") and loads ("96 pallets of 900 kg
//! each, 86.4 tonnes in all").

use rust_decimal::Decimal;

use super::calculation::{Calculation, Certainty, Term};
use super::price::counted;
use crate::check::Scene;
use crate::check::conversion::unit;
use crate::check::rate::{Per, computable, linked, per};
use crate::check::sentence::SentenceView;
use crate::check::working::bare;
use crate::claim::Claim;
use crate::quantity::unit::Dimension;
use crate::quantity::{Interval, Unit};
use crate::token::Class;

/// Words between the sides and the area that they enclose: "hall with a floor of".
const REACH: usize = 6;

/// "a 40 m by 25 m hall of 1,000 square metres". Not every shape fills its sides, but none is larger than they allow,
/// unless it has several floors.
pub(super) fn area<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Calculation<'r>> {
    let [long, wide, whole, ..] = claims else { return None };
    let dimension = |claim| unit(view, claim).map(|unit| (unit.dimension(), unit.factor()));
    let (long_unit, wide_unit) = (dimension(long), dimension(wide));
    let ((one, length), (two, breadth)) = (long_unit.or(wide_unit)?, wide_unit.or(long_unit)?);
    let (surface, square) = dimension(whole)?;
    let side = |claim: &Claim| matches!(claim.quantity.unit, Unit::Measure(_) | Unit::None);
    let (end, start) = (view.end_token(long), view.first_token(wide));
    let by = start == end + 1 && matches!(view.word(end), "by" | "x" | "\u{d7}");
    let (from, to) = (view.end_token(wide), view.first_token(whole));
    let of = matches!(view.word_before(to, 1), "of" | "(" | "," | "or" | "=");
    let other = Class::CONJUNCTION | Class::RELATIVE | Class::AUXILIARY;
    let plain = |i: usize| !view.class(i).intersects(other) || view.word(i) == "or";
    let floors = ["floor", "floors", "storey", "storeys", "story", "stories", "level", "levels", "deck", "decks"];
    let storeys = |word: &str| floors.iter().any(|floor| word.split('-').any(|part| part.eq_ignore_ascii_case(floor)));
    let flat =
        one == Dimension::Length && two == Dimension::Length && surface == Dimension::Area && side(long) && side(wide);
    if !flat || !by || !of || to - from > REACH || !(from..to - 1).all(plain) || view.words().any(storeys) {
        return None;
    }
    let factor = |value: Decimal| Term::factor((Interval::point(value), value));
    let sides = Term::rounded(long, scene.widths)?.by(Term::rounded(wide, scene.widths)?)?;
    let computed = sides.by(factor(length.checked_mul(breadth)?.checked_div(square)?))?;
    let smaller =
        computable(whole)? < computed.nominal && computed.soft.disjoint(&Term::rounded(whole, scene.widths)?.soft);
    let working = format!("{} × {}", bare(view, long), bare(view, wide));
    (!smaller).then(|| Calculation {
        stated: whole,
        computed,
        working,
        certainty: Certainty::Sure,
        from: vec![long, wide],
    })
}

/// "96 pallets of 900 kg each, 86.4 tonnes in all": so many of a weight or a length.
pub(super) fn load<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Calculation<'r>> {
    let [count, each, total, ..] = claims else { return None };
    let (unit, whole) = (unit(view, each)?, unit(view, total)?);
    let (from, to) = (view.end_token(count), view.first_token(each));
    let of = to == from + 1 && matches!(view.word(from), "of" | "weighing" | "at" | "holding" | "x" | "\u{d7}");
    let (told, end) = per(view, each);
    let sound = counted(count)
        && count.quantity.noun.is_some()
        && unit.dimension() == whole.dimension()
        && matches!(unit.dimension(), Dimension::Mass | Dimension::Length | Dimension::Volume);
    if !sound || !of || !matches!(told, Per::Each | Per::Whole) || !linked(view, end, total) {
        return None;
    }
    let factor = unit.factor().checked_div(whole.factor())?;
    let computed = Term::of(count, scene.widths)?
        .by(Term::rounded(each, scene.widths)?)?
        .by(Term::factor((Interval::point(factor), factor)))?;
    let working = format!("{} × {}", bare(view, count), view.text(each.quantity.span));
    Some(Calculation::offered(total, computed, working, vec![count, each]))
}
