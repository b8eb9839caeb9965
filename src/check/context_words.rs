//! Words that tell of which time, thing or version a figure is; what `context` looks for around figures.

/// Words that say that a figure was wrong or has been replaced.
pub(super) const CORRECTS: &[&str] =
    &["corrected", "correction", "corrects", "correcting", "misstated", "revised", "instead"];

/// Adverbs that do so: "incorrectly said".
pub(super) const WRONGLY: &[&str] = &["incorrectly", "erroneously", "mistakenly", "wrongly", "inaccurately"];

/// What may follow "earlier" where a figure is taken back.
pub(super) const VERSIONS: &[&str] = &[
    "version",
    "versions",
    "story",
    "report",
    "article",
    "figure",
    "estimate",
    "dispatch",
    "reported",
    "stated",
    "said",
    "announced",
];

/// Words that carry no meaning of their own and are in no class of the lexicon.
pub(super) const EMPTY: &[&str] = &[
    "dlr",
    "dlrs",
    "stg",
    "cts",
    "pct",
    "year",
    "years",
    "month",
    "months",
    "quarter",
    "week",
    "today",
    "yesterday",
    "period",
    "total",
    "first",
    "second",
    "third",
    "fourth",
    "last",
    "previous",
    "compared",
    "earlier",
    "date",
];

/// Words behind which a figure is another time's, beside years that are not the text's own.
pub(super) const ELSEWHEN: &[&str] = &["earlier", "ago", "previous", "previously", "prior", "next"];

/// Words that open what a figure is held against.
pub(super) const COMPARES: &[&str] =
    &["from", "than", "against", "compared", "versus", "vs", "after", "following", "over", "above", "below"];

/// Words that say that a thing is not the one spoken of before.
pub(super) const OTHER: &[&str] = &[
    "other",
    "another",
    "separate",
    "separately",
    "neighboring",
    "neighbouring",
    "second",
    "elsewhere",
    "different",
    "rival",
    "rivals",
    "opponent",
    "opponents",
    "competitor",
    "counterpart",
];

/// Words that say that a figure is an average.
pub(super) const AVERAGES: &[&str] =
    &["average", "averaged", "averages", "averaging", "mean", "median", "typical", "typically"];

/// Words of one kind that tell things apart: where two figures stand beside different ones, they are two figures.
const CONTRASTS: &[&[&str]] = &[
    &["north", "south", "east", "west", "northern", "southern", "eastern", "western"],
    &["old", "new"],
    &["one", "two", "three", "four", "first", "second", "third", "fourth"],
    &["men", "women", "boys", "girls", "male", "female"],
    &["imports", "exports", "imported", "exported"],
    &["urban", "rural"],
    &["public", "private"],
    &["home", "away"],
    &["spring", "summer", "autumn", "winter"],
    &["net", "gross", "operating"],
    &["won", "lost"],
    &["rose", "fell"],
    &["killed", "injured", "missing"],
];

/// Verbs that headlines have in the present and bodies in the past, as stems.
pub(super) const IRREGULAR: &[(&str, &str)] = &[
    ("fell", "fall"),
    ("fallen", "fall"),
    ("rose", "ris"),
    ("risen", "ris"),
    ("bought", "buy"),
    ("sold", "sell"),
    ("gave", "giv"),
    ("given", "giv"),
    ("paid", "pay"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("made", "mak"),
    ("took", "tak"),
    ("taken", "tak"),
    ("won", "win"),
    ("lost", "los"),
    ("spent", "spend"),
    ("sought", "seek"),
    ("shot", "shoot"),
    ("held", "hold"),
    ("met", "meet"),
];

/// The list of words that a word tells things apart with.
pub(super) fn contrast(word: &str) -> Option<usize> {
    CONTRASTS.iter().position(|list| list.iter().any(|member| word.eq_ignore_ascii_case(member)))
}
