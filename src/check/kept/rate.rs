//! Rates that a country has one of at a time: inflation, unemployment, turnout. Two texts state the same one only where
//! their words name no narrower or other one, so what is not known to be harmless keeps a figure out.

use std::sync::Arc;

use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::Unit;
use crate::token::{Class, Kind};
use crate::vocabulary::Measure;

/// The words of a sentence that say which of several rates its figure is, or nothing where it may be any: `None` where
/// the claim is no such rate, or of a part of the country only.
pub(super) fn basis(view: &SentenceView<'_>, claim: &Claim, measure: &Measure) -> Option<Vec<Arc<str>>> {
    let rate = measure.one_of_place && claim.quantity.unit == Unit::Percent && claim.quantity.change.is_none();
    if !rate || claim.stated_period().is_none() || !claim.qualifiers.is_empty() {
        return None;
    }
    let count = view.sentence.tokens.len();
    let cue = (0..count).find(|&i| measure.cues.iter().any(|cue| view.behind(i, cue).is_some()))?;
    let narrowed = cue.checked_sub(1).is_some_and(|i| !is_harmless(view, i));
    if narrowed || (0..count).any(|i| PARTS.iter().any(|part| view.behind(i, part).is_some())) {
        return None;
    }
    let named = BASES.iter().filter(|base| (0..count).any(|i| view.behind(i, base).is_some()));
    Some(named.map(|base| Arc::from(*base)).collect())
}

/// Whether a word before the name of a rate leaves it the rate of the whole: "Peru's inflation", "annual inflation",
/// but not "food inflation".
fn is_harmless(view: &SentenceView<'_>, at: usize) -> bool {
    let plain = Class::DETERMINER | Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::REPORTING;
    view.tokens()[at].kind != Kind::Word
        || view.class(at).intersects(plain)
        || view.word(at).chars().next().is_some_and(char::is_uppercase)
        || matches!(view.word(at), "annual" | "headline" | "overall" | "national" | "official" | "voter" | "consumer")
}

/// Words for a part of the people, the prices or the country.
const PARTS: &[&str] = &[
    "among",
    "aged",
    "age",
    "under",
    "over",
    "men",
    "women",
    "youth",
    "young",
    "graduates",
    "students",
    "migrants",
    "urban",
    "rural",
    "city",
    "cities",
    "capital",
    "province",
    "region",
    "regions",
    "district",
    "excluding",
    "except",
    "without",
    "food",
    "energy",
    "fuel",
    "services",
    "goods",
    "core",
    "underlying",
    "harmonised",
    "harmonized",
    "long-term",
    "registered",
    "ilo",
    "abroad",
    "overseas",
    "far",
    "noon",
    "midday",
    "a.m.",
    "p.m.",
    "clock",
    "hour",
    "hours",
    "average",
    "averaged",
    "peak",
    "peaked",
    "record",
    "target",
    "if",
    "unlike",
    "while",
    "whereas",
];

/// Words that say which of several rates of a whole country is meant.
const BASES: &[&str] = &[
    "annual",
    "annualised",
    "annualized",
    "monthly",
    "month",
    "quarter",
    "quarterly",
    "year-on-year",
    "seasonally",
    "adjusted",
    "unadjusted",
    "raw",
    "preliminary",
    "provisional",
    "flash",
    "initial",
    "early",
    "partial",
    "revised",
    "final",
    "estimate",
    "estimated",
    "survey",
    "presidential",
    "parliamentary",
    "legislative",
    "general",
    "local",
    "regional",
    "municipal",
    "european",
    "primary",
    "referendum",
    "by-election",
    "runoff",
    "run-off",
    "round",
    "first",
    "second",
    "wholesale",
    "producer",
    "retail",
    "consumer",
    "real",
    "nominal",
    "cpi",
    "rpi",
    "pce",
    "hicp",
];
