//! The table of currencies: every code of ISO 4217 that is in use, and those of the newswires before the euro.

/// A row of the currency table.
#[derive(Debug)]
pub struct CurrencyRow {
    /// ISO 4217 code.
    pub code: &'static str,
    /// Lower-case words for the money: "dollar dollars". The first row that lists a word owns it without a nation.
    pub words: &'static str,
    /// Lower-case words that say whose money it is, with `_` inside names of two words: "canadian", "hong_kong".
    pub nations: &'static str,
    /// Abbreviations other than the code, in their own case: "Rs", "RM", "DM".
    pub short: &'static str,
}

macro_rules! table {
    ($($code:literal $words:literal $nations:literal $short:literal;)*) => {
        &[$(CurrencyRow { code: $code, words: $words, nations: $nations, short: $short }),*]
    };
}

/// Currencies. The bare "$" and "dollar" are the US dollar until the dialect of a text is known.
pub const CURRENCIES: &[CurrencyRow] = table! {
    "USD" "dollar dollars dlr dlrs buck bucks usd" "us u.s. american united_states" "";
    "EUR" "euro euros eur" "european" "";
    "GBP" "pound pounds sterling stg quid gbp" "british uk u.k. english jersey guernsey manx" "";
    "JPY" "yen jpy" "japanese" "";
    "CHF" "franc francs chf" "swiss" "SFr";
    "CAD" "dollar dollars dlrs buck bucks" "canadian canada" "";
    "AUD" "dollar dollars dlrs buck bucks" "australian australia aussie" "";
    "NZD" "dollar dollars dlrs" "new_zealand" "";
    "HKD" "dollar dollars dlrs" "hong_kong" "";
    "SGD" "dollar dollars dlrs" "singapore singaporean" "";
    "CNY" "yuan renminbi rmb cny" "chinese" "RMB CNH";
    "INR" "rupee rupees inr" "indian india" "Rs";
    "RUB" "rouble roubles ruble rubles" "russian soviet" "";
    "KRW" "won krw" "korean south_korean south_korea korea" "";
    "ILS" "shekel shekels" "israeli new_israeli israel" "NIS";
    "TRY" "lira liras" "turkish turkey" "TL";
    "NGN" "naira" "nigerian nigeria" "";
    "UAH" "hryvnia hryvnias hryvnya hryvnyas" "ukrainian ukraine" "";
    "BRL" "real reais reals" "brazilian brazil" "";
    "MXN" "peso pesos" "mexican mexico" "";
    "ZAR" "rand rands" "south_african south_africa" "";
    "KES" "shilling shillings" "kenyan kenya" "KSh Sh Ksh KShs";
    "SEK" "krona kronor kronas crown crowns kr" "swedish sweden" "SKr Skr";
    "NOK" "krone kroner crown crowns" "norwegian norway" "NKr Nkr";
    "DKK" "krone kroner crown crowns" "danish denmark" "DKr Dkr";
    "PLN" "zloty zlotys zlotych zł" "polish" "";
    "HTG" "gourde gourdes" "haitian" "";
    "PKR" "rupee rupees" "pakistani pakistan" "";
    "EGP" "pound pounds guinea" "egyptian egypt" "LE L.E. L.E";
    "SAR" "riyal riyals rial rials" "saudi saudi_arabian saudi_arabia" "SR";
    "AED" "dirham dirhams" "uae u.a.e. emirati united_arab_emirates" "Dh Dhs";
    "DEM" "mark marks deutschmark deutschmarks" "german west_german deutsche" "DM";
    "FRF" "franc francs" "french" "FF FFr";
    "ITL" "lira lire" "italian" "";
    "ESP" "peseta pesetas" "spanish" "Ptas";
    "NLG" "guilder guilders" "dutch" "";
    "BEF" "franc francs" "belgian" "BFr";
    "LUF" "franc francs" "luxembourg" "";
    "ATS" "schilling schillings" "austrian" "";
    "FIM" "markka markkaa markkas" "finnish" "";
    "PTE" "escudo escudos" "portuguese" "";
    "IEP" "punt punts pound pounds" "irish" "";
    "GRD" "drachma drachmas" "greek" "";
    "XEU" "ecu ecus" "european" "";
    "AFN" "afghani afghanis" "afghan" "";
    "ALL" "lek leks" "albanian" "";
    "AMD" "dram drams" "armenian" "";
    "AOA" "kwanza kwanzas" "angolan" "";
    "ARS" "peso pesos austral australs" "argentine argentinian argentina" "";
    "AWG" "florin florins" "aruban" "";
    "AZN" "manat manats" "azerbaijani azeri" "";
    "BAM" "mark marks" "bosnian convertible" "";
    "BBD" "dollar dollars" "barbadian barbados" "";
    "BDT" "taka takas" "bangladeshi bangladesh" "Tk";
    "BGN" "lev leva levs" "bulgarian" "";
    "BHD" "dinar dinars" "bahraini bahrain" "";
    "BIF" "franc francs" "burundian burundi" "";
    "BMD" "dollar dollars" "bermudian bermudan bermuda" "";
    "BND" "dollar dollars" "brunei" "";
    "BOB" "boliviano bolivianos" "bolivian" "";
    "BSD" "dollar dollars" "bahamian" "";
    "BTC" "bitcoin bitcoins" "" "BTC XBT";
    "BTN" "ngultrum ngultrums" "bhutanese" "";
    "BWP" "pula" "botswana" "";
    "BYN" "rouble roubles ruble rubles" "belarusian belarus" "";
    "BZD" "dollar dollars" "belize belizean" "";
    "CDF" "franc francs" "congolese" "";
    "CLP" "peso pesos" "chilean chile" "";
    "COP" "peso pesos" "colombian colombia" "";
    "CRC" "colon colones colons" "costa_rican" "";
    "CUP" "peso pesos" "cuban" "";
    "CVE" "escudo escudos" "cape_verdean" "";
    "CZK" "koruna korunas koruny crown crowns kč" "czech" "";
    "DJF" "franc francs" "djibouti djiboutian" "";
    "DOP" "peso pesos" "dominican" "";
    "DZD" "dinar dinars" "algerian" "";
    "ERN" "nakfa" "eritrean" "";
    "ETB" "birr birrs" "ethiopian" "";
    "FJD" "dollar dollars" "fijian fiji" "";
    "FKP" "pound pounds" "falkland" "";
    "GEL" "lari laris" "georgian" "";
    "GHS" "cedi cedis" "ghanaian ghana" "";
    "GIP" "pound pounds" "gibraltar" "";
    "GMD" "dalasi dalasis" "gambian" "";
    "GNF" "franc francs" "guinean" "";
    "GTQ" "quetzal quetzales quetzals" "guatemalan" "";
    "GYD" "dollar dollars" "guyanese guyana" "";
    "HNL" "lempira lempiras" "honduran" "";
    "HUF" "forint forints" "hungarian" "Ft";
    "IDR" "rupiah rupiahs" "indonesian indonesia" "Rp";
    "IQD" "dinar dinars" "iraqi" "";
    "IRR" "rial rials toman tomans" "iranian" "";
    "ISK" "krona kronur crown crowns" "icelandic" "";
    "JMD" "dollar dollars" "jamaican" "";
    "JOD" "dinar dinars" "jordanian" "";
    "KGS" "som soms" "kyrgyz" "";
    "KHR" "riel riels" "cambodian" "";
    "KMF" "franc francs" "comorian" "";
    "KPW" "won" "north_korean" "";
    "KWD" "dinar dinars" "kuwaiti" "";
    "KYD" "dollar dollars" "cayman cayman_islands" "";
    "KZT" "tenge tenges" "kazakh kazakhstani" "";
    "LAK" "kip kips" "lao laotian" "";
    "LBP" "pound pounds lira liras" "lebanese" "";
    "LKR" "rupee rupees" "sri_lankan sri_lanka" "";
    "LRD" "dollar dollars" "liberian" "";
    "LSL" "loti maloti" "lesotho" "";
    "LYD" "dinar dinars" "libyan" "";
    "MAD" "dirham dirhams" "moroccan" "";
    "MDL" "leu lei" "moldovan" "";
    "MGA" "ariary ariarys" "malagasy" "";
    "MKD" "denar denars" "macedonian" "";
    "MMK" "kyat kyats" "burmese myanmar" "";
    "MNT" "tugrik tugriks togrog togrogs" "mongolian" "";
    "MOP" "pataca patacas" "macau macanese" "";
    "MRU" "ouguiya ouguiyas" "mauritanian" "";
    "MUR" "rupee rupees" "mauritian" "";
    "MVR" "rufiyaa rufiyaas" "maldivian" "";
    "MWK" "kwacha kwachas" "malawian malawi" "";
    "MYR" "ringgit ringgits" "malaysian malaysia" "RM";
    "MZN" "metical meticais meticals" "mozambican" "";
    "NAD" "dollar dollars" "namibian" "";
    "NIO" "cordoba cordobas" "nicaraguan" "";
    "NPR" "rupee rupees" "nepalese nepali nepal" "NRs";
    "OMR" "rial rials riyal riyals" "omani" "";
    "PAB" "balboa balboas" "panamanian" "";
    "PEN" "sol soles" "peruvian" "";
    "PGK" "kina kinas" "papua_new_guinea papua_new_guinean" "";
    "PHP" "peso pesos" "philippine filipino philippines" "Php";
    "PYG" "guarani guaranis guaranies" "paraguayan" "";
    "QAR" "riyal riyals rial rials" "qatari qatar" "QR";
    "RON" "leu lei" "romanian" "";
    "RSD" "dinar dinars" "serbian yugoslav" "";
    "RWF" "franc francs" "rwandan rwanda" "";
    "SBD" "dollar dollars" "solomon solomon_islands" "";
    "SCR" "rupee rupees" "seychelles seychellois" "";
    "SDG" "pound pounds" "sudanese" "";
    "SLE" "leone leones" "sierra_leonean" "";
    "SOS" "shilling shillings" "somali" "";
    "SRD" "dollar dollars" "surinamese" "";
    "SSP" "pound pounds" "south_sudanese" "";
    "STN" "dobra dobras" "" "";
    "SYP" "pound pounds lira liras" "syrian" "";
    "SZL" "lilangeni emalangeni" "swazi" "";
    "THB" "baht bahts" "thai" "Bt";
    "TJS" "somoni somonis" "tajik tajikistani" "";
    "TMT" "manat manats" "turkmen" "";
    "TND" "dinar dinars" "tunisian" "";
    "TOP" "paanga pa'anga" "tongan" "";
    "TTD" "dollar dollars" "trinidad trinidadian" "";
    "TWD" "dollar dollars" "taiwan taiwanese new_taiwan" "";
    "TZS" "shilling shillings" "tanzanian tanzania" "TSh";
    "UGX" "shilling shillings" "ugandan uganda" "USh";
    "UYU" "peso pesos" "uruguayan" "";
    "UZS" "som soms sum sums" "uzbek" "";
    "VES" "bolivar bolivars bolivares" "venezuelan" "";
    "VND" "dong dongs" "vietnamese" "";
    "VUV" "vatu vatus" "vanuatu" "";
    "WST" "tala talas" "samoan" "";
    "XAF" "franc francs" "central_african" "FCFA";
    "XCD" "dollar dollars" "east_caribbean" "";
    "XDR" "sdr sdrs" "" "";
    "XOF" "franc francs" "cfa west_african" "CFA";
    "XPF" "franc francs" "pacific cfp" "";
    "YER" "rial rials riyal riyals" "yemeni" "";
    "ZMW" "kwacha kwachas" "zambian zambia" "";
    "ZWL" "dollar dollars" "zimbabwean zimbabwe" "";
    "BGL" "" "" "";
    "HRK" "kuna kunas" "croatian" "";
    "EEK" "kroon kroons" "estonian" "";
    "LTL" "litas litai" "lithuanian" "";
    "LVL" "lats" "latvian" "";
    "SKK" "koruna korunas crown crowns" "slovak" "";
    "SIT" "tolar tolars" "slovenian slovene" "";
    "CYP" "pound pounds" "cypriot cyprus" "";
    "MTL" "lira liras" "maltese" "";
    "ANG" "guilder guilders" "antillean netherlands_antillean" "";
    "SHP" "pound pounds" "saint_helena st_helena" "";
    "SVC" "colon colones colons" "salvadoran" "";
    "ETH" "ether" "" "ETH";
};

/// Words for the hundredth part of a unit of money, and the currency that they are read as without a nation.
pub(super) const MINOR: &[(&str, &str)] = &[
    ("USD", "cent cents ct cts c"),
    ("GBP", "penny pence pennies p"),
    ("INR", "paisa paise"),
    ("RUB", "kopeck kopecks kopek kopeks"),
    ("FRF", "centime centimes"),
    ("DEM", "pfennig pfennigs"),
    ("MXN", "centavo centavos"),
    ("MYR", "sen"),
    ("EUR", "eurocent eurocents"),
    ("PLN", "grosz groszy"),
    ("AED", "fils"),
    ("EGP", "piastre piastres piaster piasters"),
    ("THB", "satang"),
    ("NGN", "kobo"),
    ("GHS", "pesewa pesewas"),
];

/// Codes that are also words of capital headlines, or abbreviations of something else ("TOP 10", "COP 28"): they are
/// money only behind a number.
pub(super) const WORDLIKE: &[&str] = &[
    "ALL", "TOP", "AWG", "CUP", "MAD", "PEN", "SOS", "MOP", "GEL", "COP", "BAM", "BOB", "RON", "SIT", "STN", "PHP",
    "SLE",
];

/// Money that is no more, most of it since the euro.
pub(super) const WITHDRAWN: &[&str] = &[
    "DEM", "FRF", "ITL", "ESP", "NLG", "BEF", "LUF", "ATS", "FIM", "PTE", "IEP", "GRD", "XEU", "BGL", "HRK", "EEK",
    "LTL", "LVL", "SKK", "SIT", "CYP", "MTL",
];

/// Countries whose money is the euro, by their codes in ISO 3166.
pub(super) const EURO_AREA: &str = "AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV ME MT NL PT SI SK XK";
