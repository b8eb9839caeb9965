//! Units that are converted into each other: of one dimension and of different systems. Some names are two units
//! ("gallon", "ton"), and either may be meant.

use rust_decimal::Decimal;

use crate::quantity::unit::{Dimension, MeasureUnit, convert as to_unit};

/// Units that people convert into metric ones, and back.
const CUSTOMARY: &[&str] = &[
    "mi",
    "yd",
    "ft",
    "in",
    "furlong",
    "fathom",
    "acre",
    "mi2",
    "ft2",
    "yd2",
    "in2",
    "gal",
    "bbl",
    "pt",
    "qt",
    "cup",
    "tbsp",
    "tsp",
    "fl oz",
    "bushel",
    "acre-foot",
    "ft3",
    "yd3",
    "in3",
    "mi3",
    "ton",
    "long ton",
    "lb",
    "oz",
    "ozt",
    "st",
    "ct",
    "mph",
    "ft/s",
    "hp",
    "kcal",
    "BTU",
    "therm",
    "psi",
    "atm",
    "mmHg",
    "mpg",
    "degF",
];

/// Units of the sea and of the sky, which are converted into either.
const OF_TRAVEL: &[&str] = &["nmi", "kn", "ly", "AU"];

/// Units that are taken for each other by those who write.
const COMMON: &[&str] = &[
    "km", "m", "cm", "mm", "mi", "yd", "ft", "in", "km2", "m2", "ha", "acre", "mi2", "ft2", "l", "ml", "gal", "bbl",
    "kg", "g", "t", "lb", "oz", "ton", "km/h", "m/s", "mph", "kn",
];

/// Units whose name another one bears too, with the size of that one in the unit of the table: imperial for American
/// measures of volume, the long ton for the short one, the metric cup.
const NAMESAKES: &[(&str, Decimal)] = &[
    ("gal", millionths(1_200_950)),
    ("qt", millionths(1_200_950)),
    ("pt", millionths(1_200_950)),
    ("mpg", millionths(1_200_950)),
    ("fl oz", millionths(960_760)),
    ("bushel", millionths(1_032_057)),
    ("cup", millionths(1_056_688)),
    ("ton", millionths(1_120_000)),
];

/// Litres on a hundred kilometres, times miles to the American gallon.
const FUEL: Decimal = millionths(235_214_583);

const fn millionths(mantissa: u32) -> Decimal {
    Decimal::from_parts(mantissa, 0, 0, false, 6)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum System {
    Metric,
    Customary,
    Travel,
}

fn system(unit: MeasureUnit) -> System {
    if CUSTOMARY.contains(&unit.symbol()) {
        System::Customary
    } else if OF_TRAVEL.contains(&unit.symbol()) {
        System::Travel
    } else {
        System::Metric
    }
}

/// Whether one unit is converted into the other.
pub(super) fn are_converted(from: MeasureUnit, to: MeasureUnit) -> bool {
    let fuel = is_fuel(from) && is_fuel(to);
    (fuel || from.dimension() == to.dimension()) && system(from) != system(to)
}

fn is_fuel(unit: MeasureUnit) -> bool {
    matches!(unit.dimension(), Dimension::FuelUse | Dimension::FuelDistance)
}

/// Takes a number from one unit to another; nothing where it is too large, or where it has no counterpart.
pub(super) fn convert(value: Decimal, from: MeasureUnit, to: MeasureUnit) -> Option<Decimal> {
    if is_fuel(from) { FUEL.checked_div(value) } else { to_unit(value, from, to) }
}

/// The same for a difference of temperatures: 10 degrees Celsius are 18 degrees Fahrenheit.
pub(super) fn convert_difference(value: Decimal, from: MeasureUnit, to: MeasureUnit) -> Option<Decimal> {
    let zero = convert(Decimal::ZERO, from, to)?;
    convert(value, from, to)?.checked_sub(zero)
}

/// What a converted number has to be multiplied with where one of the two names means its other unit.
pub(super) fn namesakes(from: MeasureUnit, to: MeasureUnit) -> impl Iterator<Item = Decimal> {
    let size = |unit: MeasureUnit| NAMESAKES.iter().find(|(symbol, _)| *symbol == unit.symbol()).map(|(_, size)| *size);
    // More miles to the larger gallon, fewer of the larger gallons.
    let larger = if is_fuel(from) { size(to) } else { size(to).and_then(|size| Decimal::ONE.checked_div(size)) };
    [size(from), larger].into_iter().flatten()
}

/// Other units of the same dimension and system that a slip puts in the place of this one, each with how many of this
/// one it is.
pub(super) fn mistaken_for(unit: MeasureUnit) -> impl Iterator<Item = (&'static str, Decimal)> {
    let other = move |symbol: &&&str| **symbol != unit.symbol();
    COMMON.iter().filter(other).filter_map(move |symbol| {
        let own = MeasureUnit::from_symbol(symbol)?;
        let alike = own.dimension() == unit.dimension() && system(own) == system(unit);
        Some((*symbol, to_unit(Decimal::ONE, own, unit)?)).filter(|_| alike)
    })
}
