//! What a length of time is the length of: "a two-year war", "the mandate was renewed for 12 months", "eight years in
//! prison". Time is told beside everything, so the words must bind it, and standing near is not enough: "he fought for
//! two years" is no war's length.

use super::scene::Scene;
use crate::quantity::Quantity;
use crate::token::{Class, Kind};
use crate::vocabulary::{Counts, Match, Meaning, MeasureId};

/// Most words between a length and what it is an attribute of: "13-year United Nations peacekeeping mission".
const LONGEST_ATTRIBUTE: usize = 6;

/// Most tokens between a cue and the length that completes it: "renewed the mandate of the force in Mali for 12
/// months".
const FARTHEST_COMPLEMENT: usize = 10;

/// The measure of a length of time: of the noun whose attribute it is, of the words straight behind it, or of those
/// that it completes.
pub(super) fn measure(scene: &Scene<'_>, quantity: &Quantity) -> Option<MeasureId> {
    let (from, to) = (quantity.tokens.0 as usize, quantity.tokens.1 as usize);
    // "Elections were held 30 days later": how far apart two things are.
    if matches!(scene.word(to), "later" | "earlier" | "ago" | "before" | "after" | "apart") {
        return None;
    }
    attributed(scene, from, to).or_else(|| opened(scene, to)).or_else(|| completed(scene, from))
}

/// "two-year war", "18 months of fighting", "two years' detention".
fn attributed(scene: &Scene<'_>, from: usize, to: usize) -> Option<MeasureId> {
    let hyphenated = (from..to).any(|i| scene.tokens[i].is_punct('-')) || scene.word(to - 1).ends_with("long");
    let possessive = matches!(scene.word(to), "of" | "'" | "\u{2019}");
    if !(hyphenated || possessive) {
        return None;
    }
    let first = to + usize::from(possessive);
    let head = |found: &&Match| {
        let start = found.start as usize;
        start >= first
            && start - first <= LONGEST_ATTRIBUTE
            && start < scene.sentence.end
            && (first..start).all(|i| is_attribute(scene, i))
    };
    nouns(scene).filter(head).min_by_key(|found| found.start).and_then(|found| measured(scene, found))
}

/// What may stand between a length and its noun: adjectives, nouns, names, quotation marks.
fn is_attribute(scene: &Scene<'_>, at: usize) -> bool {
    let leaves = Class::PREPOSITION | Class::AUXILIARY | Class::CONJUNCTION | Class::SUBORDINATOR | Class::RELATIVE;
    match scene.tokens[at].kind {
        Kind::Punct => !(scene.tokens[at].is_punct(',') || scene.tokens[at].is_punct(';')),
        _ => !scene.class(at).intersects(leaves),
    }
}

/// "eight years in prison", "45 days without charge": the words straight behind the length.
fn opened(scene: &Scene<'_>, to: usize) -> Option<MeasureId> {
    cues(scene).filter(|found| found.start as usize == to).find_map(|found| measured(scene, found))
}

/// "served six years", "jailed the warlord for 14 years", "life expectancy is 53 years": what the length completes.
fn completed(scene: &Scene<'_>, from: usize) -> Option<MeasureId> {
    let near = |found: &&Match| {
        let end = found.end as usize;
        end <= from && from - end <= FARTHEST_COMPLEMENT && is_linked(scene, end, from)
    };
    cues(scene).filter(near).max_by_key(|found| found.end).and_then(|found| measured(scene, found))
}

/// Whether nothing parts a cue from the length that a word such as "for", "by" or "lasted" ties to it.
fn is_linked(scene: &Scene<'_>, cue: usize, from: usize) -> bool {
    let goes_on = |i: usize| {
        let part = scene.tokens[i].is_punct(',') && !beside_a_date(scene, i) || scene.tokens[i].is_punct(';');
        !part && !scene.class(i).intersects(Class::CONJUNCTION | Class::SUBORDINATOR.difference(Class::PREPOSITION))
    };
    let ties = |i: usize| {
        scene.class(i).contains(Class::AUXILIARY)
            || matches!(
                scene.word(i),
                "for" | "by" | "to" | "of" | "at" | "as" | "from" | "last" | "lasts" | "lasted" | "average"
            )
    };
    cue == from || (cue..from - 1).all(goes_on) && ties(from - 1)
}

/// "the vote, due on 12 October, by 14 months": the commas of an insertion that says when.
fn beside_a_date(scene: &Scene<'_>, comma: usize) -> bool {
    scene.dates.iter().any(|date| {
        let place = scene.tokens_in(date.span);
        place.end == comma || place.start > comma && place.start - comma <= 3
    })
}

fn cues<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s Match> {
    scene.matches.iter().filter(|found| matches!(found.meaning, Meaning::Cue(_)))
}

fn nouns<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s Match> {
    scene.matches.iter().filter(|found| matches!(found.meaning, Meaning::Noun(_)))
}

/// The measure of a phrase, if it is one of time.
fn measured(scene: &Scene<'_>, found: &Match) -> Option<MeasureId> {
    let (Meaning::Cue(measure) | Meaning::Noun(measure)) = found.meaning else { return None };
    (scene.vocabulary.measures[measure.0 as usize].counts == Counts::Duration).then_some(measure)
}
