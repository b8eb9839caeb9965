//! What became of the people of a figure in the same sentence: "a man was shot and taken to hospital, where he died"
//! counts one dead, and none of the injured.

use rust_decimal::Decimal;

use super::scene::Scene;
use crate::quantity::{Number, Quantity};
use crate::token::{Class, Kind};
use crate::vocabulary::{Counts, Meaning, MeasureId};

/// The measure that the end of the sentence gives to the people of a figure of `measure`, if it tells that they died.
pub(super) fn of(scene: &Scene<'_>, quantity: &Quantity, measure: MeasureId) -> Option<MeasureId> {
    let people = |id: MeasureId| {
        let own = &scene.vocabulary.measures[id.0 as usize];
        own.counts == Counts::Person && own.accumulates
    };
    let Number::Value { value, .. } = quantity.number else { return None };
    if !people(measure) {
        return None;
    }
    let end = quantity.tokens.1 as usize;
    let own = &scene.vocabulary.measures[measure.0 as usize];
    let settles = own.settles.as_deref().and_then(|other| scene.vocabulary.measure(other));
    let unless = own.unless.as_deref().and_then(|other| scene.vocabulary.measure(other));
    let behind = || scene.matches.iter().filter(|m| m.start as usize > end);
    let ends = |final_only: bool| {
        behind().find_map(|m| match m.meaning {
            Meaning::Cue(other) if other != measure && people(other) => {
                let cue = m.start as usize;
                let ends = if final_only { is_final(scene, cue) } else { settles == Some(other) };
                (ends && is_of_the_same(scene, end, cue, value)).then_some(other)
            }
            _ => None,
        })
    };
    // "was shot in the leg and is in stable condition": who was shot was injured, unless he died of it.
    let lives = || settles.filter(|_| outlives(scene, end, value, unless));
    ends(true).or_else(|| ends(false)).or_else(lives)
}

/// "was also shot, but survived", "was shot in the left leg". `unless` counts those who did not outlive it.
fn outlives(scene: &Scene<'_>, end: usize, value: Decimal, unless: Option<MeasureId>) -> bool {
    let rest = end..scene.sentence.end;
    let died = |id: MeasureId| {
        scene.matches.iter().any(|m| m.meaning == Meaning::Cue(id) && rest.contains(&(m.start as usize)))
    };
    if unless.is_some_and(died) {
        return false;
    }
    // "in the leg", "to his lower left arm".
    let of_a_limb = |i: usize| {
        let phrase = i + 1..scene.sentence.end.min(i + LONGEST_LIMB);
        let mut words = phrase.take_while(|&at| scene.tokens[at].kind == Kind::Word);
        matches!(scene.word(i), "in" | "to")
            && matches!(scene.word(i + 1), "the" | "his" | "her" | "their")
            && words.any(|at| LIMBS.contains(&scene.word(at)))
    };
    let survives =
        |i: usize| matches!(scene.word(i), "survived" | "survives" | "survive") && is_of_the_same(scene, end, i, value);
    rest.clone().any(|i| survives(i) || of_a_limb(i)) && !rest.skip(1).any(|i| scene.class(i).contains(Class::NEGATION))
}

/// Farthest that a limb stands behind its preposition, in tokens, plus one: "in the lower left leg".
const LONGEST_LIMB: usize = 5;

/// Where a shot is hardly ever deadly.
const LIMBS: &[&str] = &[
    "leg", "legs", "foot", "feet", "ankle", "ankles", "knee", "knees", "thigh", "calf", "arm", "arms", "hand", "hands",
    "finger", "fingers", "wrist", "elbow", "buttocks", "hip", "toe", "forearm", "shin",
];

/// "died", "succumbed", "pronounced dead": what nobody outlives, and nobody does to others.
fn is_final(scene: &Scene<'_>, cue: usize) -> bool {
    match scene.word(cue) {
        "dead" => matches!(scene.word(cue - 1), "pronounced" | "declared"),
        _ => scene.class(cue).contains(Class::DIES),
    }
}

/// Whether the subject of the verb at `cue` are the people of the figure that ends at `end`: a pronoun in their number
/// ("where he died"), or none at all ("and later died").
fn is_of_the_same(scene: &Scene<'_>, end: usize, cue: usize, value: Decimal) -> bool {
    if scene.figures.iter().any(|figure| (end..cue).contains(&figure.start)) {
        return false;
    }
    let passed = |i: &usize| {
        let word = scene.word(*i);
        scene.tokens[*i].kind == Kind::Word
            && (scene.class(*i).intersects(Class::AUXILIARY | Class::ADVERB)
                && !scene.class(*i).contains(Class::NEGATION)
                || matches!(
                    word,
                    "pronounced" | "declared" | "both" | "all" | "in" | "listed" | "suffered" | "sustained"
                )
                || word.ends_with("ly"))
    };
    let Some(subject) = (end..cue).rev().find(|i| !passed(i)) else { return false };
    match scene.word(subject) {
        "he" | "she" => value == Decimal::ONE && opens(scene, subject),
        "they" => value > Decimal::ONE && opens(scene, subject),
        "where" | "and" | "but" | "who" => subject > end,
        // "two of the wounded died".
        _ => scene.word(end) == "of" && scene.word(end + 1) == "the" && subject == end + 2,
    }
}

/// "where he", "but she": a pronoun that speaks of whom the sentence spoke of before.
fn opens(scene: &Scene<'_>, pronoun: usize) -> bool {
    matches!(scene.word(pronoun - 1), "where" | "but" | "and" | "before")
}
