//! Currencies and units of measurement: one table each, with every name and symbol under which a unit is written.

mod convert;
mod currencies;
mod currency;
mod measures;

pub use convert::convert;
pub use currencies::{CURRENCIES, CurrencyRow};
pub use measures::{MEASURES, MeasureRow};

use crate::token::{Class, Entry, LexiconBuilder};

/// A currency, as row of [`CURRENCIES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(pub u8);

/// A unit of measurement, as row of [`MEASURES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureUnit(pub u8);

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Metres and feet.
    Length,
    /// Hectares and acres.
    Area,
    /// Litres and gallons.
    Volume,
    /// Grams and pounds.
    Mass,
    /// Degrees.
    Temperature,
    /// km/h, mph.
    Speed,
    /// Watts.
    Power,
    /// Joules and watt hours.
    Energy,
    /// Pascals and millibars.
    Pressure,
    /// Bytes.
    Data,
    /// Bits a second.
    DataRate,
    /// Hertz.
    Frequency,
    /// Degrees of arc.
    Angle,
    /// Volts.
    Voltage,
    /// Amperes.
    Current,
    /// Ampere hours.
    Charge,
    /// Ohms.
    Resistance,
    /// Newtons.
    Force,
    /// Newton metres.
    Torque,
    /// Lumens.
    LuminousFlux,
    /// Decibels.
    Level,
    /// Miles to the gallon.
    FuelDistance,
    /// Litres for a distance.
    FuelUse,
    /// Grams for a distance.
    FuelEmission,
    /// Greenhouse gases as tonnes of carbon dioxide.
    Emission,
    /// Barrels a day.
    Flow,
    /// Barrels of oil equivalent.
    OilEquivalent,
    /// Barrels of oil equivalent a day.
    OilEquivalentFlow,
    /// Containers of twenty feet.
    Capacity,
    /// Pixels.
    Resolution,
    /// Parts per million, and milligrams to the kilogram.
    Concentration,
    /// Metres a second, every second.
    Acceleration,
    /// Cubic metres a second.
    VolumeFlow,
    /// Kilograms to the cubic metre, and what air, water and blood hold of something.
    Density,
    /// Millimoles to the litre.
    Molarity,
    /// Moles.
    Amount,
    /// Sieverts.
    Dose,
    /// Becquerels.
    Activity,
    /// Operations a second.
    Computing,
    /// International units of a medicine or vitamin.
    Potency,
    /// Karats of gold.
    Fineness,
}

impl MeasureUnit {
    /// Its symbol.
    pub fn symbol(self) -> &'static str {
        MEASURES[self.0 as usize].symbol
    }

    /// What it measures.
    pub fn dimension(self) -> Dimension {
        MEASURES[self.0 as usize].dimension
    }

    /// Whether it measures temperature.
    pub fn is_temperature(self) -> bool {
        self.dimension() == Dimension::Temperature
    }

    /// The unit with this symbol.
    pub fn from_symbol(symbol: &str) -> Option<Self> {
        MEASURES.iter().position(|row| row.symbol == symbol).map(|at| Self(at as u8))
    }

    /// The unit that a word of the lexicon names.
    pub fn of_entry(entry: Entry) -> Option<Self> {
        entry.unit.checked_sub(1).map(Self)
    }

    /// Whether a text is one of the symbols that name it behind digits only, in the right case.
    pub fn is_symbol(self, text: &str) -> bool {
        MEASURES[self.0 as usize].symbols.split(' ').any(|symbol| symbol == text)
    }
}

/// Words with which units of several words begin: "square", "nautical", "per" (cent), "more" (years).
const STARTS: &str =
    "per square sq cubic cu degree degrees deg nautical metric short long troy fluid fl light basis acre more
     additional extra full whole consecutive straight fewer less working business calendar trading academic school
     age st nd rd th yo y h hr of a an bp bps pp ppt ppts permille in s tco mtco ktco gtco tonne tonnes b
     beats revolutions imperial parts part below degs astronomical pound foot solid mo millisecond milliseconds msec ms microsecond microseconds µs μs
     nanosecond nanoseconds ns millennium millennia millenniums";

/// Adds the names of all units and currencies to the lexicon.
pub fn register(lexicon: &mut LexiconBuilder) {
    for (row, currency) in (1..).zip(CURRENCIES) {
        for word in currency.words.split(' ').filter(|word| !word.is_empty()) {
            lexicon.add_currency(word, Class::CURRENCY, row);
        }
        for word in currency.nations.split([' ', '_']).filter(|word| !word.is_empty()) {
            lexicon.add(word, Class::UNIT_START, 0, 0);
        }
        for short in currency.short.split(' ').chain([currency.code]).filter(|short| !short.is_empty()) {
            lexicon.add_currency(&short.to_ascii_lowercase(), Class::CURRENCY_CODE, row);
        }
    }
    for &(code, words) in currencies::MINOR {
        let row = Currency::from_code(code).map_or(0, |currency| currency.0 + 1);
        for word in words.split(' ') {
            lexicon.add_currency(word, Class::CURRENCY_MINOR, row);
        }
    }
    for (row, measure) in (1..).zip(MEASURES) {
        for word in measure.words.split(' ').filter(|word| !word.is_empty()) {
            lexicon.add_unit(word, Class::UNIT, row);
        }
        for symbol in measure.symbols.split(' ').filter(|symbol| !symbol.is_empty()) {
            lexicon.add_unit(&symbol.to_lowercase(), Class::UNIT_SYMBOL, row);
        }
    }
    for word in STARTS.split_whitespace() {
        lexicon.add(word, Class::UNIT_START, 0, 0);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_named_rows_are_those_currencies() {
        let codes = [Currency::USD, Currency::EUR, Currency::GBP, Currency::JPY, Currency::INR].map(Currency::code);
        assert_eq!(codes, ["USD", "EUR", "GBP", "JPY", "INR"]);
        let of_sign = |sign| Currency::of_sign(sign).map(Currency::code);
        assert_eq!(['₽', '₩', '₪', '₺', '₦', '₴'].map(of_sign), ["RUB", "KRW", "ILS", "TRY", "NGN", "UAH"].map(Some));
        let of_letters = |letters| Currency::of_letters(letters).map(Currency::code);
        assert_eq!(
            ["C", "A", "NZ", "HK", "S", "R", "MX"].map(of_letters),
            ["CAD", "AUD", "NZD", "HKD", "SGD", "BRL", "MXN"].map(Some)
        );
    }

    #[test]
    fn whose_money_it_is() {
        let of = |nation, money| Currency::of_nation(nation, money).map(Currency::code);
        assert_eq!(of("Canadian", "dollars"), Some("CAD"));
        assert_eq!(of("Hong Kong", "dollars"), Some("HKD"));
        assert_eq!(of("Swiss", "francs"), Some("CHF"));
        assert_eq!(of("Swiss", "dollars"), None);
    }

    #[test]
    fn every_code_and_every_name_of_a_unit_is_there_once() {
        let mut codes = HashSet::new();
        assert!(CURRENCIES.len() < 255 && CURRENCIES.iter().all(|row| row.code.len() == 3 && codes.insert(row.code)));
        let mut names = HashSet::new();
        for row in MEASURES {
            let symbols = row.symbols.split(' ').map(str::to_lowercase).filter(|name| !name.is_empty());
            let mut own: HashSet<_> = symbols.collect();
            own.extend(row.words.split(' ').filter(|name| !name.is_empty()).map(str::to_owned));
            for name in own {
                assert!(names.insert(name.clone()), "{name} names two units");
            }
        }
        assert!(MEASURES.len() < 255);
    }
}
