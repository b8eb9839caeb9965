//! What differs between two mentions of one figure, apart from how it is written: "twelve" and "12", "$5m" and
//! "$5 million", "half" and "50%" are no change.

use rust_decimal::Decimal;

use super::version::{Figure, Stated};
use crate::period::DateExpr;
use crate::quantity::unit::convert;
use crate::quantity::{Hedge, Number, Quantity, Unit};

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// The number.
    Value,
    /// The number was rounded, or given more exactly.
    Precision,
    /// "about", "at least" ...
    Hedge,
    /// Currency or unit.
    Unit,
    /// What is counted: houses, schools.
    Counted,
    /// What it is a figure of: killed, injured.
    Measure,
    /// The day or period, or the weekday beside it.
    Date,
    /// Planned, pledged, estimated, or so.
    Modality,
    /// Who says so.
    Attribution,
}

impl Aspect {
    /// Its name in all formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Precision => "precision",
            Self::Hedge => "hedge",
            Self::Unit => "unit",
            Self::Counted => "counted",
            Self::Measure => "measure",
            Self::Date => "date",
            Self::Modality => "modality",
            Self::Attribution => "attribution",
        }
    }

    /// Whether a figure that depends on this one has to change too.
    pub(super) fn moves(self) -> bool {
        matches!(self, Self::Value | Self::Precision | Self::Unit | Self::Date)
    }
}

/// What differs between two mentions, in the order of [`Aspect`]; nothing where they say the same.
pub(super) fn aspects(old: &Figure, new: &Figure) -> Vec<Aspect> {
    match (old.stated(), new.stated(), old.date(), new.date()) {
        (Some(a), Some(b), ..) => of_claims(a, b),
        (_, _, Some(a), Some(b)) if old.text != new.text && !same_date(a, b) => vec![Aspect::Date],
        _ => Vec::new(),
    }
}

fn of_claims(old: &Stated, new: &Stated) -> Vec<Aspect> {
    let mut all = Vec::new();
    let (a, b) = (&old.claim, &new.claim);
    let (p, q) = (&a.quantity, &b.quantity);
    if !same_number(p, q) {
        all.push(if rounded(p, q) { Aspect::Precision } else { Aspect::Value });
    }
    let hedges = |hedge| !matches!(hedge, Hedge::Between | Hedge::Vague);
    if p.hedge.name() != q.hedge.name() && hedges(p.hedge) && hedges(q.hedge) {
        all.push(Aspect::Hedge);
    }
    if differ(p.unit, q.unit) {
        all.push(Aspect::Unit);
    }
    let counted = matches!((p.unit, q.unit), (Unit::Thing, Unit::Thing))
        && matches!((&old.counted, &new.counted), (Some(a), Some(b)) if a != b);
    if counted {
        all.push(Aspect::Counted);
    }
    if matches!((a.measure, b.measure), (Some(a), Some(b)) if a != b) || p.change != q.change {
        all.push(Aspect::Measure);
    }
    if a.modality != b.modality {
        all.push(Aspect::Modality);
    }
    let name = |source: &Option<std::sync::Arc<str>>| {
        source.as_ref().map(|name| name.to_lowercase().trim_start_matches("the ").to_owned())
    };
    if name(&old.attribution) != name(&new.attribution) {
        all.push(Aspect::Attribution);
    }
    all
}

/// Whether two units are two, and not one that is only written at one place, or a share beside its percentage.
pub(super) fn differ(a: Unit, b: Unit) -> bool {
    let share = |unit| matches!(unit, Unit::Percent | Unit::Ratio);
    a != b && a != Unit::None && b != Unit::None && !(share(a) && share(b))
}

/// The same days, and no other weekday beside them.
fn same_date(a: &DateExpr, b: &DateExpr) -> bool {
    let days = |date: &DateExpr| date.weekday.map(|day| day.number);
    if matches!((days(a), days(b)), (Some(a), Some(b)) if a != b) {
        return false;
    }
    match (a.period, b.period) {
        (Some(a), Some(b)) => a == b,
        _ => a.timex.is_some() && a.timex == b.timex,
    }
}

/// Whether two quantities have the same number, also where one is a conversion of the other.
pub(super) fn same_number(a: &Quantity, b: &Quantity) -> bool {
    if let (Unit::Measure(from), Unit::Measure(to)) = (a.unit, b.unit)
        && from != to
        && let (Some((x, _)), Some((y, place))) = (value(a), value(b))
        && let Some(converted) = convert(x, from, to)
    {
        return within(converted, y, place);
    }
    match (a.number, b.number) {
        (Number::Range { low, high, .. }, Number::Range { low: x, high: y, .. }) => (low, high) == (x, y),
        (Number::Vague(a), Number::Vague(b)) => a == b,
        _ => matches!((value(a), value(b)), (Some((a, _)), Some((b, _))) if a == b),
    }
}

/// Whether one of two numbers is the other, rounded.
pub(super) fn rounded(a: &Quantity, b: &Quantity) -> bool {
    let (Some(one), Some(other)) = (value(a), value(b)) else { return false };
    let (fine, coarse) = if one.1 < other.1 { (one, other) } else { (other, one) };
    fine.1 != coarse.1 && !differ(a.unit, b.unit) && within(fine.0, coarse.0, coarse.1)
}

/// Whether a value rounds to one that was written to this place.
pub(super) fn within(value: Decimal, written: Decimal, place: Decimal) -> bool {
    value.checked_sub(written).is_some_and(|off| -place / Decimal::TWO <= off && off < place / Decimal::TWO)
}

/// The number and the place of its last digit; shares as percentages.
pub(super) fn value(quantity: &Quantity) -> Option<(Decimal, Decimal)> {
    match quantity.number {
        Number::Value { value, place, .. } => Some((value, place)),
        Number::Share { value } => {
            Some((value.checked_mul(Decimal::ONE_HUNDRED)?.round_dp(4).normalize(), Decimal::ONE))
        }
        Number::Multiple { factor } => Some((factor, Decimal::ONE)),
        Number::Range { .. } | Number::Vague(_) => None,
    }
}

/// A number as a key: the same for all ways to write it.
pub(super) fn number_in_digits(quantity: &Quantity) -> String {
    match quantity.number {
        Number::Range { low, high, .. } => format!("{} {}", low.normalize(), high.normalize()),
        Number::Vague(vague) => format!("{vague:?}"),
        _ => value(quantity).map_or_else(String::new, |(value, _)| value.normalize().to_string()),
    }
}

/// The number of a figure as a key; none for dates and what is no number.
pub(super) fn number_of(figure: &Figure) -> Option<String> {
    figure.stated().map(|stated| number_in_digits(&stated.claim.quantity)).filter(|number| !number.is_empty())
}
