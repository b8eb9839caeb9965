//! Words that tell of which time, thing or version a figure is; what `context` looks for around figures.

/// Words that say that a figure was wrong or has been replaced.
pub(in crate::check) const CORRECTS: &[&str] =
    &["corrected", "correction", "corrects", "correcting", "misstated", "revised", "instead"];

/// Adverbs that do so: "incorrectly said".
pub(in crate::check) const WRONGLY: &[&str] = &["incorrectly", "erroneously", "mistakenly", "wrongly", "inaccurately"];

/// What may follow "earlier" where a figure is taken back.
pub(in crate::check) const VERSIONS: &[&str] = &[
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
pub(in crate::check) const EMPTY: &[&str] = &[
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
pub(in crate::check) const ELSEWHEN: &[&str] = &["earlier", "ago", "previous", "previously", "prior", "next"];

/// Words that open what a figure is held against.
pub(in crate::check) const COMPARES: &[&str] =
    &["from", "than", "against", "compared", "versus", "vs", "after", "following", "over", "above", "below"];

/// Words that say that a thing is not the one spoken of before.
pub(in crate::check) const OTHER: &[&str] = &[
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

/// Words before a figure that the text has spoken of.
pub(in crate::check) const DEFINITE: &[&str] = &["the", "this", "these", "those", "its", "their"];

/// Words that say that a figure is an average.
pub(in crate::check) const AVERAGES: &[&str] =
    &["average", "averaged", "averages", "averaging", "mean", "median", "typical", "typically"];

/// Words of one kind that tell things apart: where two figures stand beside different ones, they are two figures. Each
/// line is a kind, each of its strings one side.
const CONTRASTS: &[&[&str]] = &[
    &["north northern", "south southern", "east eastern", "west western"],
    &["old", "new"],
    &["one first", "two second", "three third", "four fourth"],
    &["men male", "women female", "boys", "girls"],
    &["imports imported import", "exports exported export"],
    &["urban", "rural"],
    &["public", "private"],
    &["home", "away"],
    &["spring", "summer", "autumn", "winter"],
    &["net", "gross", "operating"],
    &["won", "lost"],
    &["rose", "fell"],
    &["killed", "injured", "missing"],
    &["primary elementary", "secondary"],
];

/// Verbs that headlines have in the present and bodies in the past, as stems.
pub(in crate::check) const IRREGULAR: &[(&str, &str)] = &[
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
    ("began", "begin"),
    ("begun", "begin"),
    ("broke", "break"),
    ("broken", "break"),
    ("brought", "bring"),
    ("built", "build"),
    ("caught", "catch"),
    ("chose", "choos"),
    ("chosen", "choos"),
    ("drew", "draw"),
    ("drawn", "draw"),
    ("drove", "driv"),
    ("driven", "driv"),
    ("fed", "feed"),
    ("felt", "feel"),
    ("fled", "flee"),
    ("flew", "fly"),
    ("fought", "fight"),
    ("found", "find"),
    ("froze", "freez"),
    ("frozen", "freez"),
    ("kept", "keep"),
    ("laid", "lay"),
    ("led", "lead"),
    ("left", "leav"),
    ("lent", "lend"),
    ("ran", "run"),
    ("sank", "sink"),
    ("sent", "send"),
    ("shrank", "shrink"),
    ("slid", "slid"),
    ("stole", "steal"),
    ("stolen", "steal"),
    ("stood", "stand"),
    ("struck", "strik"),
    ("swept", "sweep"),
    ("taught", "teach"),
    ("threw", "throw"),
    ("thrown", "throw"),
    ("wrote", "writ"),
    ("written", "writ"),
];

/// The kind in which a word tells things apart, and its side.
pub(in crate::check) fn contrast(word: &str) -> Option<(usize, usize)> {
    let is = |side: &&str| side.split(' ').any(|member| word.eq_ignore_ascii_case(member));
    CONTRASTS.iter().enumerate().find_map(|(kind, sides)| Some((kind, sides.iter().position(is)?)))
}
