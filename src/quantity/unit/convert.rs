//! Conversions between units of one dimension, in exact decimals.

use rust_decimal::Decimal;

use super::{Dimension, MEASURES, MeasureUnit};

/// Nought degrees Celsius in kelvins.
const ICE_POINT: Decimal = Decimal::from_parts(27_315, 0, 0, false, 2);

impl MeasureUnit {
    /// How many base units of its dimension it is: metres, square metres, cubic metres, kilograms, metres a second,
    /// watts, joules, pascals, bytes, hertz, degrees of arc ... One for the scales of temperature, which differ in
    /// their zero too: see [`convert`].
    pub fn factor(self) -> Decimal {
        let row = &MEASURES[self.0 as usize];
        row.factor.checked_div(Decimal::from(row.divisor)).unwrap_or(Decimal::ONE)
    }
}

/// A value in another unit of the same dimension; `None` between dimensions and beyond 28 digits.
pub fn convert(value: Decimal, from: MeasureUnit, to: MeasureUnit) -> Option<Decimal> {
    if from == to {
        return Some(value);
    }
    if from.dimension() != to.dimension() {
        return None;
    }
    if from.dimension() == Dimension::Temperature {
        return from_kelvin(to_kelvin(value, from)?, to);
    }
    let (from, to) = (&MEASURES[from.0 as usize], &MEASURES[to.0 as usize]);
    let over = value.checked_mul(from.factor)?.checked_mul(Decimal::from(to.divisor))?;
    let under = to.factor.checked_mul(Decimal::from(from.divisor))?;
    Some(over.checked_div(under)?.normalize())
}

fn to_kelvin(value: Decimal, from: MeasureUnit) -> Option<Decimal> {
    match from.symbol() {
        "degC" => value.checked_add(ICE_POINT),
        "degF" => value
            .checked_sub(Decimal::from(32))?
            .checked_mul(Decimal::from(5))?
            .checked_div(Decimal::from(9))?
            .checked_add(ICE_POINT),
        _ => Some(value),
    }
}

fn from_kelvin(kelvin: Decimal, to: MeasureUnit) -> Option<Decimal> {
    match to.symbol() {
        "degC" => kelvin.checked_sub(ICE_POINT),
        "degF" => kelvin
            .checked_sub(ICE_POINT)?
            .checked_mul(Decimal::from(9))?
            .checked_div(Decimal::from(5))?
            .checked_add(Decimal::from(32)),
        _ => Some(kelvin),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(value: &str, from: &str, to: &str) -> String {
        let unit = |symbol| MeasureUnit::from_symbol(symbol).expect("a symbol of the table");
        convert(value.parse().expect("a decimal"), unit(from), unit(to))
            .map_or("none".to_owned(), |v| v.round_dp(6).normalize().to_string())
    }

    #[test]
    fn known_equalities() {
        insta::assert_snapshot!(row("26", "mi", "km"), @"41.842944");
        insta::assert_snapshot!(row("30", "ft", "m"), @"9.144");
        insta::assert_snapshot!(row("1", "acre", "ha"), @"0.404686");
        insta::assert_snapshot!(row("640", "acre", "mi2"), @"1");
        insta::assert_snapshot!(row("90", "km/h", "m/s"), @"25");
        insta::assert_snapshot!(row("100", "mph", "km/h"), @"160.9344");
        insta::assert_snapshot!(row("10", "kn", "km/h"), @"18.52");
        insta::assert_snapshot!(row("150", "lb", "kg"), @"68.038856");
        insta::assert_snapshot!(row("1", "bbl", "gal"), @"42");
        insta::assert_snapshot!(row("1", "cup", "tbsp"), @"16");
        insta::assert_snapshot!(row("1", "tbsp", "tsp"), @"3");
        insta::assert_snapshot!(row("2", "GWh", "MWh"), @"2000");
        insta::assert_snapshot!(row("1", "yd3", "ft3"), @"27");
        insta::assert_snapshot!(row("1", "acre-foot", "gal"), @"325851.428571");
        insta::assert_snapshot!(row("20", "degC", "degF"), @"68");
        insta::assert_snapshot!(row("-40", "degF", "degC"), @"-40");
        insta::assert_snapshot!(row("300", "K", "degC"), @"26.85");
        insta::assert_snapshot!(row("5", "km", "kg"), @"none");
    }
}
