//! The table of units of measurement, with the exact factor of each to the base unit of its dimension.

use rust_decimal::Decimal;

use super::Dimension;

/// A row of the unit table.
#[derive(Debug)]
pub struct MeasureRow {
    /// SI or customary symbol, as in the machine format.
    pub symbol: &'static str,
    /// What it measures; only units of one dimension are compared.
    pub dimension: Dimension,
    /// How many base units it is, times `divisor`. Scales of temperature are converted by functions instead.
    pub factor: Decimal,
    /// Divides `factor`; not 1 only where the quotient has no end: a kilometre an hour is 5/18 of a metre a second.
    pub divisor: u32,
    /// Lower-case words and symbols, singular and plural, that are a unit behind any number and in any case.
    pub words: &'static str,
    /// Symbols that are a unit only straight behind digits, and only in this case: "m", "t", "Wh".
    pub symbols: &'static str,
}

const fn number(mantissa: u64, scale: u32) -> Decimal {
    Decimal::from_parts(mantissa as u32, (mantissa >> 32) as u32, 0, false, scale)
}

macro_rules! table {
    ($($symbol:literal $dimension:ident $mantissa:literal e-$scale:literal / $divisor:literal $words:literal $symbols:literal;)*) => {
        &[$(MeasureRow {
            symbol: $symbol,
            dimension: Dimension::$dimension,
            factor: number($mantissa, $scale),
            divisor: $divisor,
            words: $words,
            symbols: $symbols,
        }),*]
    };
}

#[expect(clippy::unreadable_literal, reason = "a column of factors, with their scales beside them")]
/// Units of measurement. Customary ones are those of the United States; "ton" is the short one.
///
/// Sources: the international yard and pound (1959), NIST Handbook 44 appendix C, the SI brochure.
pub const MEASURES: &[MeasureRow] = table! {
    "km" Length 1000 e-0 / 1 "km kms kilometre kilometres kilometer kilometers" "";
    "m" Length 1 e-0 / 1 "metre metres meter meters" "m";
    "cm" Length 1 e-2 / 1 "cm cms centimetre centimetres centimeter centimeters" "";
    "mm" Length 1 e-3 / 1 "mm millimetre millimetres millimeter millimeters" "";
    "mi" Length 1609344 e-3 / 1 "mile miles" "mi";
    "yd" Length 9144 e-4 / 1 "yard yards" "yd yds";
    "ft" Length 3048 e-4 / 1 "foot feet ft" "";
    "in" Length 254 e-4 / 1 "inch inches" "";
    "nmi" Length 1852 e-0 / 1 "nmi" "";
    "ha" Area 10000 e-0 / 1 "hectare hectares" "ha";
    "acre" Area 40468564224 e-7 / 1 "acre acres" "ac";
    "km2" Area 1000000 e-0 / 1 "sqkm" "";
    "m2" Area 1 e-0 / 1 "sqm" "";
    "mi2" Area 2589988110336 e-6 / 1 "sqmi" "";
    "ft2" Area 9290304 e-8 / 1 "sqft" "";
    "l" Volume 1 e-3 / 1 "litre litres liter liters" "l L ltr ltrs";
    "gal" Volume 3785411784 e-12 / 1 "gallon gallons" "gal gals";
    "bbl" Volume 158987294928 e-12 / 1 "barrel barrels bbl bbls" "";
    "kg" Mass 1 e-0 / 1 "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes" "";
    "g" Mass 1 e-3 / 1 "gram grams gramme grammes" "g gm gms";
    "t" Mass 1000 e-0 / 1 "tonne tonnes" "t";
    "ton" Mass 90718474 e-5 / 1 "ton tons" "";
    "lb" Mass 45359237 e-8 / 1 "lb lbs" "";
    "oz" Mass 28349523125 e-12 / 1 "ounce ounces oz" "";
    "degC" Temperature 1 e-0 / 1 "celsius centigrade celcius" "C";
    "degF" Temperature 1 e-0 / 1 "fahrenheit farenheit" "F";
    "km/h" Speed 5 e-0 / 18 "kph kmh kmph" "";
    "mph" Speed 44704 e-5 / 1 "mph m.p.h." "";
    "W" Power 1 e-0 / 1 "watt watts" "W";
    "kW" Power 1000 e-0 / 1 "kw kilowatt kilowatts" "";
    "MW" Power 1000000 e-0 / 1 "mw megawatt megawatts" "";
    "GW" Power 1000000000 e-0 / 1 "gw gigawatt gigawatts" "";
    "kWh" Energy 3600000 e-0 / 1 "kwh" "";
    "MWh" Energy 3600000000 e-0 / 1 "mwh" "";
    "GWh" Energy 3600000000000 e-0 / 1 "gwh" "";
    "TWh" Energy 3600000000000000 e-0 / 1 "twh" "";
    "B" Data 1 e-0 / 1 "byte bytes" "";
    "kB" Data 1000 e-0 / 1 "kb kilobyte kilobytes" "";
    "MB" Data 1000000 e-0 / 1 "mb megabyte megabytes" "";
    "GB" Data 1000000000 e-0 / 1 "gb gigabyte gigabytes" "";
    "TB" Data 1000000000000 e-0 / 1 "tb terabyte terabytes" "";
    "PB" Data 1000000000000000 e-0 / 1 "petabyte petabytes" "PB";
    "EB" Data 1000000000000000000 e-0 / 1 "exabyte exabytes" "EB";
    "bit" Data 125 e-3 / 1 "bit bits" "";
    "kbit" Data 125 e-0 / 1 "kilobit kilobits" "kbit";
    "Mbit" Data 125000 e-0 / 1 "megabit megabits" "Mbit";
    "Gbit" Data 125000000 e-0 / 1 "gigabit gigabits" "Gbit";
    "kbit/s" DataRate 125 e-0 / 1 "kbps" "";
    "Mbit/s" DataRate 125000 e-0 / 1 "mbps" "";
    "Gbit/s" DataRate 125000000 e-0 / 1 "gbps" "";
    "dm" Length 1 e-1 / 1 "decimetre decimetres decimeter decimeters" "dm";
    "um" Length 1 e-6 / 1 "micrometre micrometres micrometer micrometers micron microns" "µm μm um";
    "nm" Length 1 e-9 / 1 "nanometre nanometres nanometer nanometers" "nm";
    "furlong" Length 201168 e-3 / 1 "furlong furlongs" "";
    "fathom" Length 18288 e-4 / 1 "fathom fathoms" "";
    "ly" Length 9460730472580800 e-0 / 1 "lightyear lightyears" "ly";
    "AU" Length 149597870700 e-0 / 1 "" "AU";
    "cm2" Area 1 e-4 / 1 "" "";
    "mm2" Area 1 e-6 / 1 "" "";
    "yd2" Area 83612736 e-8 / 1 "" "";
    "in2" Area 64516 e-8 / 1 "" "";
    "m3" Volume 1 e-0 / 1 "" "cbm";
    "km3" Volume 1000000000 e-0 / 1 "bcm" "";
    "cm3" Volume 1 e-6 / 1 "" "cc";
    "mm3" Volume 1 e-9 / 1 "" "";
    "ft3" Volume 28316846592 e-12 / 1 "" "";
    "yd3" Volume 764554857984 e-12 / 1 "" "";
    "in3" Volume 16387064 e-12 / 1 "" "";
    "mi3" Volume 4168181825440579584 e-9 / 1 "" "";
    "ml" Volume 1 e-6 / 1 "ml mls millilitre millilitres milliliter milliliters" "";
    "cl" Volume 1 e-5 / 1 "centilitre centilitres centiliter centiliters" "cl";
    "dl" Volume 1 e-4 / 1 "decilitre decilitres deciliter deciliters" "dl dL";
    "hl" Volume 1 e-1 / 1 "hectolitre hectolitres hectoliter hectoliters" "hl hL";
    "Ml" Volume 1000 e-0 / 1 "megalitre megalitres megaliter megaliters" "";
    "pt" Volume 473176473 e-12 / 1 "pint pints" "pt pts";
    "qt" Volume 946352946 e-12 / 1 "quart quarts" "qt qts";
    "cup" Volume 2365882365 e-13 / 1 "cup cups" "";
    "tbsp" Volume 1478676478125 e-17 / 1 "tablespoon tablespoons tbsp tbsps" "";
    "tsp" Volume 492892159375 e-17 / 1 "teaspoon teaspoons tsp tsps" "";
    "fl oz" Volume 295735295625 e-16 / 1 "" "";
    "bushel" Volume 3523907016688 e-14 / 1 "bushel bushels" "";
    "acre-foot" Volume 123348183754752 e-11 / 1 "" "";
    "mg" Mass 1 e-6 / 1 "mg mgs milligram milligrams milligramme milligrammes" "";
    "ug" Mass 1 e-9 / 1 "mcg microgram micrograms microgramme microgrammes" "µg μg ug";
    "ng" Mass 1 e-12 / 1 "nanogram nanograms nanogramme nanogrammes" "ng";
    "kt" Mass 1000000 e-0 / 1 "kilotonne kilotonnes kiloton kilotons" "kt";
    "Mt" Mass 1000000000 e-0 / 1 "megatonne megatonnes megaton megatons" "Mt";
    "Gt" Mass 1000000000000 e-0 / 1 "gigatonne gigatonnes gigaton gigatons" "Gt";
    "long ton" Mass 10160469088 e-7 / 1 "" "";
    "st" Mass 635029318 e-8 / 1 "stone" "";
    "ozt" Mass 311034768 e-10 / 1 "" "";
    "ct" Mass 2 e-4 / 1 "carat carats" "";
    "K" Temperature 1 e-0 / 1 "kelvin kelvins" "K";
    "m/s" Speed 1 e-0 / 1 "" "mps";
    "km/s" Speed 1000 e-0 / 1 "" "";
    "ft/s" Speed 3048 e-4 / 1 "" "fps";
    "kn" Speed 463 e-0 / 900 "knot knots" "kn kts";
    "mW" Power 1 e-3 / 1 "milliwatt milliwatts" "";
    "TW" Power 1000000000000 e-0 / 1 "terawatt terawatts" "TW";
    "hp" Power 74569987158227022 e-14 / 1 "hp bhp horsepower" "";
    "Wh" Energy 3600 e-0 / 1 "" "Wh";
    "J" Energy 1 e-0 / 1 "joule joules" "J";
    "kJ" Energy 1000 e-0 / 1 "kilojoule kilojoules" "kJ";
    "MJ" Energy 1000000 e-0 / 1 "megajoule megajoules" "MJ";
    "GJ" Energy 1000000000 e-0 / 1 "gigajoule gigajoules" "GJ";
    "kcal" Energy 4184 e-0 / 1 "kcal kcals kilocalorie kilocalories calorie calories" "cal";
    "BTU" Energy 105505585262 e-8 / 1 "btu btus" "";
    "therm" Energy 105505585262 e-3 / 1 "therm therms" "";
    "eV" Energy 1602176634 e-28 / 1 "electronvolt electronvolts" "eV";
    "Pa" Pressure 1 e-0 / 1 "pascal pascals" "Pa";
    "hPa" Pressure 100 e-0 / 1 "hectopascal hectopascals millibar millibars" "hPa mbar";
    "kPa" Pressure 1000 e-0 / 1 "kilopascal kilopascals" "kPa";
    "MPa" Pressure 1000000 e-0 / 1 "megapascal megapascals" "MPa";
    "bar" Pressure 100000 e-0 / 1 "" "bar bars";
    "psi" Pressure 6894757293168 e-9 / 1 "psi p.s.i." "";
    "atm" Pressure 101325 e-0 / 1 "atmospheres" "atm";
    "mmHg" Pressure 133322387415 e-9 / 1 "mmhg" "";
    "Hz" Frequency 1 e-0 / 1 "hz hertz" "";
    "kHz" Frequency 1000 e-0 / 1 "khz kilohertz" "";
    "MHz" Frequency 1000000 e-0 / 1 "mhz megahertz" "";
    "GHz" Frequency 1000000000 e-0 / 1 "ghz gigahertz" "";
    "rpm" Frequency 1 e-0 / 60 "rpm r.p.m." "";
    "deg" Angle 1 e-0 / 1 "" "";
    "rad" Angle 5729577951308232088 e-17 / 1 "radian radians" "rad rads";
    "V" Voltage 1 e-0 / 1 "volt volts" "V";
    "kV" Voltage 1000 e-0 / 1 "kilovolt kilovolts" "kV";
    "A" Current 1 e-0 / 1 "amp amps ampere amperes" "";
    "mA" Current 1 e-3 / 1 "milliamp milliamps" "mA";
    "mAh" Charge 36 e-1 / 1 "mah" "";
    "ohm" Resistance 1 e-0 / 1 "ohm ohms" "Ω Ω";
    "N" Force 1 e-0 / 1 "newton newtons" "";
    "dB" Level 1 e-0 / 1 "decibel decibels" "dB dBA";
    "mpg" FuelDistance 1 e-0 / 1 "mpg m.p.g." "";
    "l/100km" FuelUse 1 e-0 / 1 "" "";
    "g/km" FuelEmission 1 e-0 / 1 "" "";
    "tCO2e" Emission 1000 e-0 / 1 "" "";
    "ktCO2e" Emission 1000000 e-0 / 1 "" "";
    "MtCO2e" Emission 1000000000 e-0 / 1 "" "";
    "GtCO2e" Emission 1000000000000 e-0 / 1 "" "";
    "bpd" Flow 1 e-0 / 1 "bpd" "";
    "boe" OilEquivalent 1 e-0 / 1 "boe" "";
    "boepd" OilEquivalentFlow 1 e-0 / 1 "boepd boed" "";
    "TEU" Capacity 1 e-0 / 1 "teu teus" "";
    "MP" Resolution 1000000 e-0 / 1 "megapixel megapixels" "";
    "ppm" Concentration 1 e-6 / 1 "ppm" "";
    "ppb" Concentration 1 e-9 / 1 "ppb" "";
    "KiB" Data 1024 e-0 / 1 "kib kibibyte kibibytes" "";
    "MiB" Data 1048576 e-0 / 1 "mib mebibyte mebibytes" "";
    "GiB" Data 1073741824 e-0 / 1 "gib gibibyte gibibytes" "";
    "TiB" Data 1099511627776 e-0 / 1 "tib tebibyte tebibytes" "";
    "kB/s" DataRate 1000 e-0 / 1 "" "";
    "MB/s" DataRate 1000000 e-0 / 1 "" "";
    "GB/s" DataRate 1000000000 e-0 / 1 "" "";
    "Tbit" Data 125000000000 e-0 / 1 "terabit terabits" "Tbit";
    "Tbit/s" DataRate 125000000000 e-0 / 1 "tbps" "";
    "bpm" Frequency 1 e-0 / 60 "bpm" "";
    "m/s2" Acceleration 1 e-0 / 1 "" "";
    "l/s" VolumeFlow 1 e-3 / 1 "" "";
    "l/min" VolumeFlow 1 e-3 / 60 "" "";
    "m3/s" VolumeFlow 1 e-0 / 1 "cumec cumecs" "";
    "ft3/s" VolumeFlow 28316846592 e-12 / 1 "cusec cusecs" "cfs";
    "kg/m3" Density 1 e-0 / 1 "" "";
    "g/m3" Density 1 e-3 / 1 "" "";
    "mg/m3" Density 1 e-6 / 1 "" "";
    "ug/m3" Density 1 e-9 / 1 "" "";
    "g/cm3" Density 1000 e-0 / 1 "" "";
    "g/l" Density 1 e-0 / 1 "" "";
    "g/dl" Density 10 e-0 / 1 "" "";
    "mg/l" Density 1 e-3 / 1 "" "";
    "mg/dl" Density 1 e-2 / 1 "" "";
    "mg/ml" Density 1 e-0 / 1 "" "";
    "ug/l" Density 1 e-6 / 1 "" "";
    "ug/dl" Density 1 e-5 / 1 "" "";
    "ug/ml" Density 1 e-3 / 1 "" "";
    "ng/ml" Density 1 e-6 / 1 "" "";
    "mmol/l" Molarity 1 e-0 / 1 "" "";
    "mmol" Amount 1 e-3 / 1 "millimole millimoles" "mmol";
    "g/kg" Concentration 1 e-3 / 1 "" "";
    "mg/kg" Concentration 1 e-6 / 1 "" "";
    "ug/kg" Concentration 1 e-9 / 1 "" "";
    "imp gal" Volume 454609 e-8 / 1 "" "";
    "imp pt" Volume 56826125 e-11 / 1 "" "";
    "cwt" Mass 5080234544 e-8 / 1 "cwt hundredweight hundredweights" "";
    "Bcf" Volume 28316846592 e-3 / 1 "bcf" "";
    "Tcf" Volume 28316846592 e-0 / 1 "tcf" "";
    "Mtoe" Energy 41868000000000000 e-0 / 1 "mtoe" "";
    "Sv" Dose 1 e-0 / 1 "sievert sieverts" "Sv";
    "mSv" Dose 1 e-3 / 1 "millisievert millisieverts msv" "";
    "uSv" Dose 1 e-6 / 1 "microsievert microsieverts" "µSv μSv";
    "Bq" Activity 1 e-0 / 1 "becquerel becquerels" "Bq";
    "pc" Length 30856775814913673 e-0 / 1 "parsec parsecs" "";
    "GFLOPS" Computing 1 e-0 / 1 "gigaflops gigaflop" "";
    "px" Resolution 1 e-0 / 1 "px pixel pixels" "";
    "IU" Potency 1 e-0 / 1 "iu" "";
    "mol" Amount 1 e-0 / 1 "" "mol";
    "umol" Amount 1 e-6 / 1 "micromole micromoles" "µmol μmol umol";
    "nmol" Amount 1 e-9 / 1 "nanomole nanomoles nmol" "";
    "mol/l" Molarity 1000 e-0 / 1 "" "";
    "umol/l" Molarity 1 e-3 / 1 "" "";
    "nmol/l" Molarity 1 e-6 / 1 "" "";
    "pg" Mass 1 e-15 / 1 "picogram picograms" "";
    "ng/dl" Density 1 e-8 / 1 "" "";
    "ng/l" Density 1 e-9 / 1 "" "";
    "pg/ml" Density 1 e-9 / 1 "" "";
    "ml/min" VolumeFlow 1 e-6 / 60 "" "";
    "ml/h" VolumeFlow 1 e-6 / 3600 "" "";
    "m3/h" VolumeFlow 1 e-0 / 3600 "" "";
    "cm/s" Speed 1 e-2 / 1 "" "";
    "mm/s" Speed 1 e-3 / 1 "" "";
    "kb/d" Flow 1000 e-0 / 1 "kbpd" "";
    "mb/d" Flow 1000000 e-0 / 1 "mbpd" "";
    "Å" Length 1 e-10 / 1 "angstrom angstroms ångström ångströms" "Å";
    "karat" Fineness 1 e-0 / 24 "karat karats" "";
    "dunam" Area 1000 e-0 / 1 "dunam dunams" "";
    "q" Mass 100 e-0 / 1 "quintal quintals" "";
    "keV" Energy 1602176634 e-25 / 1 "" "keV";
    "MeV" Energy 1602176634 e-22 / 1 "" "MeV";
    "GeV" Energy 1602176634 e-19 / 1 "" "GeV";
    "TeV" Energy 1602176634 e-16 / 1 "" "TeV";
    "MMBtu" Energy 105505585262 e-2 / 1 "mmbtu" "";
    "mV" Voltage 1 e-3 / 1 "millivolt millivolts" "mV";
    "kN" Force 1000 e-0 / 1 "kilonewton kilonewtons" "";
    "Nm" Torque 1 e-0 / 1 "" "";
    "lb ft" Torque 13558179483314004 e-16 / 1 "" "";
    "lm" LuminousFlux 1 e-0 / 1 "lumen lumens" "";
    "arcmin" Angle 1 e-0 / 60 "arcminute arcminutes" "";
    "arcsec" Angle 1 e-0 / 3600 "arcsecond arcseconds" "";
    "gal/min" VolumeFlow 3785411784 e-12 / 60 "gpm" "";
};
