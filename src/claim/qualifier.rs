//! The words that narrow a figure's measure: "underlying profit", "nine children among the dead".

use std::ops::Range;

use super::scene::Scene;
use crate::quantity::Quantity;
use crate::span::Span;
use crate::token::Class;
use crate::vocabulary::{Meaning, MeasureId};

/// The words that narrow the measure: those that the vocabulary declares, in the figure's segment, and a noun for
/// particular people, where the measure does not count just those.
pub(super) fn qualifiers(
    scene: &Scene<'_>,
    quantity: &Quantity,
    measure: Option<MeasureId>,
    segment: &Range<usize>,
) -> Vec<String> {
    let Some(measure) = measure else {
        return Vec::new();
    };
    let own = &scene.vocabulary.measures[measure.0 as usize];
    let declared = scene.matches.iter().filter(|m| m.meaning == Meaning::Qualifier(measure));
    let mut out: Vec<String> = declared
        .filter(|m| segment.contains(&(m.start as usize)))
        .map(|m| Span::new(scene.tokens[m.start as usize].start, scene.tokens[m.end as usize - 1].end))
        .map(|words| words.slice(scene.text).to_lowercase())
        .collect();
    for at in quantity.noun.map_or(0..0, |noun| scene.tokens_in(noun.phrase)) {
        let class = scene.class(at);
        let word = scene.word(at);
        let is_name = scene.matches.iter().any(|m| {
            matches!(m.meaning, Meaning::Demonym(_) | Meaning::Name(_))
                && (m.start as usize..m.end as usize).contains(&at)
        });
        let general = GENERAL.iter().any(|w| word.eq_ignore_ascii_case(w))
            || own.nouns.iter().any(|n| n.eq_ignore_ascii_case(word));
        if class.contains(Class::PERSON) && !general && !is_name {
            out.push(crate::quantity::singular(word));
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Nouns for people that narrow nothing: whoever is hit where they live, travel, shop or pray is called by what they
/// did.
pub(super) const GENERAL: &[&str] = &[
    "people",
    "person",
    "persons",
    "individuals",
    "lives",
    "souls",
    "victims",
    "victim",
    "residents",
    "resident",
    "inhabitants",
    "villagers",
    "villager",
    "townspeople",
    "townsfolk",
    "locals",
    "passengers",
    "passenger",
    "commuters",
    "commuter",
    "travellers",
    "travelers",
    "shoppers",
    "shopper",
    "worshippers",
    "worshipper",
    "worshipers",
    "bystanders",
    "bystander",
    "passers-by",
    "pedestrians",
    "pedestrian",
    "revellers",
    "revelers",
    "partygoers",
    "concertgoers",
    "festivalgoers",
    "holidaymakers",
    "occupants",
    "occupant",
];
