//! Whether two figures of one text, or of two, are the same figure said twice. It is asked only where one of them moved
//! and the other did not, so that everything that is not sure must be no.

use rust_decimal::Decimal;

use super::align::shared;
use super::aspect::{differ, value, within};
use super::version::{Figure, Said, Sentence, Stated};
use crate::claim::Standing;
use crate::period::{DateExpr, Period};
use crate::quantity::meaning::last_place;
use crate::quantity::{Quantity, Unit, Widths};

/// Digits from which on two equal numbers are hardly so by chance.
const TELLING: u32 = 3;

/// A figure with the sentence it stands in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention<'v> {
    pub figure: &'v Figure,
    pub sentence: &'v Sentence,
    /// All figures of the sentence.
    pub beside: &'v [Figure],
}

/// Whether two mentions are one figure.
pub(super) fn same(a: Mention<'_>, b: Mention<'_>) -> bool {
    match (&a.figure.said, &b.figure.said) {
        (Said::Claim(x), Said::Claim(y)) => same_claim(a, x, b, y),
        (Said::Date(x), Said::Date(y)) => same_day(x, y) && speak_alike(a, b, 2),
        _ => false,
    }
}

/// The same closed period; where one has no year of its own, the same day of any year.
fn same_day(x: &DateExpr, y: &DateExpr) -> bool {
    let (Some(a), Some(b)) = (x.period, y.period) else { return false };
    let day = |period: Period| {
        Some((period.start?.month(), period.start?.day())).filter(|_| period.last_day() == period.start)
    };
    a.is_closed() && a == b || (x.relative || y.relative) && day(a).is_some() && day(a) == day(b)
}

fn same_claim(one: Mention<'_>, x: &Stated, other: Mention<'_>, y: &Stated) -> bool {
    let (quantity, second) = (&x.claim.quantity, &y.claim.quantity);
    let (Some(fine), Some(coarse)) = (value(quantity), value(second)) else { return false };
    let telling = digits(fine.0) >= TELLING && digits(coarse.0) >= TELLING;
    let hedged = quantity.hedge != second.hedge && fine.0 != coarse.0;
    let (fine, coarse) = if fine.1 <= coarse.1 { (fine, coarse) } else { (coarse, fine) };
    let alone = |stated: &Stated| {
        stated.claim.standing == Standing::Own && !stated.claim.quantity.additional && stated.in_numbers
    };
    if !within(fine.0, coarse.0, coarse.1) || !alone(x) || !alone(y) || hedged || fine.0 <= Decimal::ONE {
        return false;
    }
    if differ(quantity.unit, second.unit) || quantity.unit != second.unit && !telling {
        return false;
    }
    let kind = matches!(quantity.unit, Unit::Ordinal | Unit::Age(_));
    if kind || quantity.change != second.change || x.claim.modality != y.claim.modality {
        return false;
    }
    if apart(x, y) || long_past(one, other, y) || long_past(other, one, x) {
        return false;
    }
    let measured = x.claim.measure.is_some() && x.claim.measure == y.claim.measure;
    let counted = x.counted.is_some() && x.counted == y.counted;
    match quantity.unit {
        // Of a toll, place and period make one quantity; what else is counted must be called the same.
        Unit::Person if measured => short(one) || short(other) || speak_alike(one, other, 1),
        Unit::Person | Unit::Thing => {
            let named = counted && fine.0 >= Decimal::ONE_HUNDRED && x.counted.as_deref().is_some_and(says_what);
            named || counted && telling || (counted || measured) && speak_alike(one, other, 2)
        }
        _ => telling && speak_alike(one, other, 1) || speak_alike(one, other, 2),
    }
}

/// Days before the day on which a figure was known from which on a date tells of another time.
const LONG: i32 = 60;

/// Whether a sentence tells of a time long before the other mention, which names none: "a year ago it had 900 staff".
fn long_past(mention: Mention<'_>, undated: Mention<'_>, known: &Stated) -> bool {
    let dates = |mention: Mention<'_>| mention.beside.iter().filter_map(Figure::date).count();
    let long = |date: &DateExpr| match (date.period.and_then(|period| period.last_day()), known.claim.as_of) {
        (Some(day), Some(known)) => known.since(day).is_ok_and(|span| span.get_days() > LONG),
        _ => date.dependent,
    };
    // A headline names no dates.
    !undated.sentence.heading && dates(undated) == 0 && mention.beside.iter().filter_map(Figure::date).any(long)
}

/// Whether a noun says more than that people are counted.
fn says_what(noun: &str) -> bool {
    !matches!(noun, "person" | "people" | "man" | "woman" | "child" | "boy" | "girl" | "resident")
}

/// Whether a figure in brackets told another one in other money, and by how much that one has moved: "200,000 shillings
/// ($1,540)". Nobody can tell the rate, but if one of the two moved, the other has to move as far.
pub(super) fn converted(stayed: &Figure, before: &Figure, now: &Figure) -> Option<Decimal> {
    let (own, old, new) = (stayed.stated()?, before.stated()?, now.stated()?);
    let (own, old, new) = (&own.claim.quantity, &old.claim.quantity, &new.claim.quantity);
    let money = matches!((own.unit, new.unit), (Unit::Money(a), Unit::Money(b)) if a != b) && old.unit == new.unit;
    let ((own, _), (old, _), (new, _)) = (value(own)?, value(old)?, value(new)?);
    let moved = own.checked_mul(new)?.checked_div(old)?;
    (money && !within(moved, own, last_place(own))).then_some(moved)
}

/// Whether something says that they are two figures: other places, other periods, others of the kind.
fn apart(a: &Stated, b: &Stated) -> bool {
    let (x, y) = (&a.claim, &b.claim);
    let both = |a: bool, b: bool| a && b;
    let about = both(!x.about.is_empty(), !y.about.is_empty()) && !x.about.iter().any(|id| y.about.contains(id));
    let period = matches!((x.period, y.period), (Some(a), Some(b)) if a.period.disjoint(&b.period));
    let measure = matches!((x.measure, y.measure), (Some(a), Some(b)) if a != b);
    let counted = matches!((&a.counted, &b.counted), (Some(a), Some(b)) if a != b)
        && x.quantity.unit == Unit::Thing
        && y.quantity.unit == Unit::Thing;
    about || period || measure || counted || x.qualifiers != y.qualifiers
}

/// A headline of which the figure is nearly all: "Twelve dead".
fn short(mention: Mention<'_>) -> bool {
    mention.sentence.heading && mention.sentence.content.len() <= 2
}

/// Whether two sentences speak of the same: half of the words of the shorter one, and at least so many.
fn speak_alike(a: Mention<'_>, b: Mention<'_>, least: usize) -> bool {
    let (x, y) = (&a.sentence.content, &b.sentence.content);
    let shared = shared(x, y);
    shared >= least && 2 * shared >= x.len().min(y.len())
}

/// Whether a mention that did not move can still mean what the other one says now. `before` is what the other one said.
pub(super) fn still_holds(stayed: &Figure, before: &Figure, now: &Figure, widths: &Widths) -> bool {
    let (Some(stayed), Some(before), Some(now)) = (stayed.stated(), before.stated(), now.stated()) else {
        return false;
    };
    let (stayed, before, now) = (&stayed.claim.quantity, &before.claim.quantity, &now.claim.quantity);
    if differ(stayed.unit, now.unit) {
        return false;
    }
    if let (Some((v, place)), Some((w, other))) = (value(stayed), value(now)) {
        if v == w || place > other && within(w, v, place) {
            return true;
        }
        // What was written equally exactly has to move as far.
        if value(before) == Some((v, place)) && stayed.hedge == before.hedge && place == last_place(v).max(place) {
            return false;
        }
    }
    let meaning = |quantity: &Quantity| quantity.meaning(widths).map(|meaning| meaning.soft);
    !matches!((meaning(stayed), meaning(now)), (Some(a), Some(b)) if a.disjoint(&b))
}

/// How many digits a number has without the noughts at its end.
fn digits(value: Decimal) -> u32 {
    let mut mantissa = value.normalize().mantissa().unsigned_abs();
    while mantissa != 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
    }
    mantissa.checked_ilog10().map_or(0, |digits| digits + 1)
}
