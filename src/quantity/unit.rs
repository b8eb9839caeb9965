//! Currencies and units of measurement: one table each, with every name and symbol under which a unit is written.

use crate::token::{Class, LexiconBuilder};

/// A currency, as row of [`CURRENCIES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(pub u8);

/// A unit of measurement, as row of [`MEASURES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureUnit(pub u8);

/// A row of the currency table.
#[derive(Debug)]
pub struct CurrencyRow {
    /// ISO 4217 code.
    pub code: &'static str,
    /// What stands straight before the number: "$", "US$", "€".
    pub symbols: &'static [&'static str],
    /// Lower-case words behind the number: "dollars euro".
    pub words: &'static str,
}

/// A row of the unit table.
#[derive(Debug)]
pub struct MeasureRow {
    /// SI or customary symbol, as in the machine format.
    pub symbol: &'static str,
    /// What it measures; only units of one dimension are compared.
    pub dimension: Dimension,
    /// Lower-case words and symbols, singular and plural.
    pub words: &'static str,
}

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
    /// Bytes.
    Data,
}

macro_rules! currency {
    ($code:literal, [$($symbol:literal),*], $words:literal) => {
        CurrencyRow { code: $code, symbols: &[$($symbol),*], words: $words }
    };
}

/// Currencies by ISO 4217. The bare "$" is the US dollar unless the document's dialect says otherwise; of two symbols
/// that fit, the longer one is read.
pub const CURRENCIES: &[CurrencyRow] = &[
    currency!("USD", ["$", "US$", "USD"], "dollar dollars usd"),
    currency!("EUR", ["€", "EUR"], "euro euros eur"),
    currency!("GBP", ["£", "GBP"], "pound pounds sterling gbp"),
    currency!("JPY", ["¥", "JPY"], "yen jpy"),
    currency!("CHF", ["CHF", "Fr"], "franc francs chf"),
    currency!("CAD", ["C$", "CA$", "CAD"], "cad"),
    currency!("AUD", ["A$", "AU$", "AUD"], "aud"),
    currency!("NZD", ["NZ$", "NZD"], "nzd"),
    currency!("HKD", ["HK$", "HKD"], "hkd"),
    currency!("SGD", ["S$", "SGD"], "sgd"),
    currency!("CNY", ["CNY", "RMB"], "yuan renminbi cny rmb"),
    currency!("INR", ["₹", "Rs", "INR"], "rupee rupees inr"),
    currency!("RUB", ["₽", "RUB"], "rouble roubles ruble rubles rub"),
    currency!("KRW", ["₩", "KRW"], "won krw"),
    currency!("ILS", ["₪", "NIS", "ILS"], "shekel shekels ils"),
    currency!("TRY", ["₺", "TRY"], "lira try"),
    currency!("NGN", ["₦", "NGN"], "naira ngn"),
    currency!("UAH", ["₴", "UAH"], "hryvnia uah"),
    currency!("BRL", ["R$", "BRL"], "real reais brl"),
    currency!("MXN", ["MX$", "MXN"], "mxn"),
    currency!("ZAR", ["ZAR"], "rand zar"),
    currency!("KES", ["KSh", "Sh", "KES"], "kes shilling shillings"),
    currency!("SEK", ["SEK"], "krona kronor sek"),
    currency!("NOK", ["NOK"], "kroner krone nok"),
    currency!("DKK", ["DKK"], "dkk"),
    currency!("PLN", ["PLN"], "zloty zlotys pln"),
    currency!("HTG", ["HTG"], "gourde gourdes htg"),
    currency!("PKR", ["PKR"], "pkr"),
    currency!("EGP", ["EGP"], "egp"),
    currency!("SAR", ["SAR"], "riyal riyals sar"),
    currency!("AED", ["AED"], "dirham dirhams aed"),
    currency!("DEM", ["DM", "DEM"], "mark marks dem"),
    currency!("FRF", ["FRF"], "frf"),
    currency!("ITL", ["ITL"], "lire itl"),
];

macro_rules! measure {
    ($symbol:literal, $dimension:ident, $words:literal) => {
        MeasureRow { symbol: $symbol, dimension: Dimension::$dimension, words: $words }
    };
}

/// Units of measurement. Words that are units only behind digits ("m", "t", "in") are not listed; the grammar knows them.
pub const MEASURES: &[MeasureRow] = &[
    measure!("km", Length, "km kms kilometre kilometres kilometer kilometers"),
    measure!("m", Length, "metre metres meter meters"),
    measure!("cm", Length, "cm centimetre centimetres centimeter centimeters"),
    measure!("mm", Length, "mm millimetre millimetres millimeter millimeters"),
    measure!("mi", Length, "mile miles"),
    measure!("yd", Length, "yard yards"),
    measure!("ft", Length, "foot feet ft"),
    measure!("in", Length, "inch inches"),
    measure!("nmi", Length, "nmi"),
    measure!("ha", Area, "hectare hectares ha"),
    measure!("acre", Area, "acre acres"),
    measure!("km2", Area, "sqkm"),
    measure!("m2", Area, "sqm"),
    measure!("mi2", Area, "sqmi"),
    measure!("ft2", Area, "sqft"),
    measure!("l", Volume, "litre litres liter liters"),
    measure!("gal", Volume, "gallon gallons"),
    measure!("bbl", Volume, "barrel barrels bbl"),
    measure!("kg", Mass, "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
    measure!("g", Mass, "gram grams gramme grammes"),
    measure!("t", Mass, "tonne tonnes"),
    measure!("ton", Mass, "ton tons"),
    measure!("lb", Mass, "lb lbs"),
    measure!("oz", Mass, "ounce ounces oz"),
    measure!("degC", Temperature, "celsius centigrade"),
    measure!("degF", Temperature, "fahrenheit"),
    measure!("km/h", Speed, "kph kmh"),
    measure!("mph", Speed, "mph"),
    measure!("W", Power, "watt watts"),
    measure!("kW", Power, "kw kilowatt kilowatts"),
    measure!("MW", Power, "mw megawatt megawatts"),
    measure!("GW", Power, "gw gigawatt gigawatts"),
    measure!("kWh", Energy, "kwh"),
    measure!("MWh", Energy, "mwh"),
    measure!("GWh", Energy, "gwh"),
    measure!("TWh", Energy, "twh"),
    measure!("B", Data, "byte bytes"),
    measure!("kB", Data, "kb kilobyte kilobytes"),
    measure!("MB", Data, "mb megabyte megabytes"),
    measure!("GB", Data, "gb gigabyte gigabytes"),
    measure!("TB", Data, "tb terabyte terabytes"),
];

impl Currency {
    /// Its ISO 4217 code.
    pub fn code(self) -> &'static str {
        CURRENCIES[self.0 as usize].code
    }

    /// The currency with this ISO 4217 code.
    pub fn from_code(code: &str) -> Option<Self> {
        CURRENCIES.iter().position(|row| row.code == code).map(|at| Self(at as u8))
    }
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
}

/// Adds the names of all units and currencies to the lexicon; their numbers are rows from 1.
pub fn register(lexicon: &mut LexiconBuilder) {
    for (row, currency) in CURRENCIES.iter().enumerate() {
        for word in currency.words.split(' ') {
            lexicon.add(word, Class::CURRENCY, row as u32 + 1, 0);
        }
    }
    for (row, measure) in MEASURES.iter().enumerate() {
        for word in measure.words.split(' ') {
            lexicon.add(word, Class::UNIT, row as u32 + 1, 0);
        }
    }
}
