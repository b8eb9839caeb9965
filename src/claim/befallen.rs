//! Whom a cue speaks of, where nobody is counted: "killed the driver", "the death of Ray Colby", "he later died".

use super::govern::takes_a_person;
use super::member::{LONGEST_NAME, before_age, before_place, is_part_of_a_name, is_the};
use super::people::{SUFFERING, is_wound};
use super::scene::Scene;
use super::whom::{Person, Who, explained, is_somebody, name, whom};
use crate::token::{Class, Kind};

/// Whether the words before a cue leave open that it happened, or tell what somebody is accused of.
pub(super) fn is_open(scene: &Scene<'_>, cue: usize) -> bool {
    (scene.sentence.start..cue).any(|i| {
        matches!(
            scene.word(i),
            "if" | "If" | "unless" | "would" | "could" | "might" | "may" | "feared" | "fears" | "would-be" | "whether"
        )
    })
}

/// "killed the driver", "the death of Ray Colby", "shot himself", "the slain teen": who stands behind the cue.
pub(super) fn behind(scene: &Scene<'_>, start: usize, end: usize) -> Option<Person> {
    let of = scene.word(end) == "of";
    let at = end + usize::from(of);
    if at >= scene.sentence.end {
        return None;
    }
    match scene.word(at) {
        "him" => return Some(Person::one(at, at, Who::He)),
        // "before killing himself" tells of others as well.
        "himself" if is_shot(scene, start) => return Some(Person::one(at, at, Who::He)),
        "herself" if is_shot(scene, start) => return Some(Person::one(at, at, Who::She)),
        _ => {}
    }
    let adjective = matches!(scene.word(start), "slain" | "deceased" | "murdered" | "wounded" | "injured");
    let definite = is_the(scene, at) || adjective && is_the(scene, start.checked_sub(1)?);
    if definite {
        let last = (at..scene.sentence.end.min(at + 4)).find(|&i| is_somebody(scene, i))?;
        let parted = (at..last).any(|i| {
            scene.tokens[i].kind == Kind::Punct || scene.class(i).intersects(Class::PREPOSITION | Class::VERB)
        });
        return (!parted).then_some(Person::one(at, last, Who::Noun));
    }
    let length = (at..scene.sentence.end).take(LONGEST_NAME).take_while(|&i| is_part_of_a_name(scene, i)).count();
    let person = name(scene, at, (at + length).checked_sub(1)?)?;
    let object = of || !scene.class(person.last + 1).contains(Class::AUXILIARY);
    (object && length > 1).then_some(person)
}

/// "Moore was fatally shot", "he later died", "the victim is in stable condition", "his death": who stands before the
/// cue.
pub(super) fn before(scene: &Scene<'_>, start: usize, end: usize) -> Option<Person> {
    let first = scene.sentence.start;
    let nearest = start.checked_sub(1).filter(|&i| i >= first)?;
    if matches!(scene.word(start), "death" | "killing" | "murder" | "slaying") {
        return match scene.word(nearest) {
            // "until his death" tells of a life.
            _ if scene.tokens[nearest].kind == Kind::Clitic => whom(scene, nearest.checked_sub(1)?),
            _ => None,
        };
    }
    if takes_a_person(scene, start, end) {
        return None;
    }
    let dies = scene.class(start).contains(Class::DIES);
    let (mut at, mut suffers) = (start, dies);
    while at > first && start - at < FARTHEST {
        at -= 1;
        let wound = is_wound(scene, start) && SUFFERING.contains(&scene.word(at));
        let auxiliary = scene.class(at).contains(Class::AUXILIARY)
            && !matches!(scene.word(at), "had" | "has" | "have" | "do" | "did" | "does");
        suffers |= wound || auxiliary;
        let passes = wound
            || scene.class(at).intersects(Class::AUXILIARY | Class::ADVERB)
            || matches!(scene.tokens[at].kind, Kind::Digits)
            || scene.tokens[at].is_punct(',')
            || matches!(
                scene.word(at),
                "later"
                    | "found"
                    | "pronounced"
                    | "declared"
                    | "listed"
                    | "in"
                    | "shot"
                    | "and"
                    | "all"
                    | "both"
                    | "each"
            )
            || scene.word(at).ends_with("ly");
        if passes && !scene.class(at).contains(Class::NEGATION) {
            continue;
        }
        if let Some(before_it) = before_place(scene, at) {
            at = before_it + 1;
            continue;
        }
        let person = whom(scene, at);
        let person = person.or_else(|| explained(scene, at));
        return if person.is_some() && suffers { person } else { subject_of_the_sentence(scene, start) };
    }
    None
}

/// Whether a cue is that of a shot, which one may give oneself and live.
fn is_shot(scene: &Scene<'_>, cue: usize) -> bool {
    matches!(scene.word(cue), "shot" | "shoots" | "wounded" | "injured" | "shooting" | "injuring" | "wounding")
}

/// "He was hit by a car and died", "She was taken to Mercy Hospital with serious injuries": the sentence begins with
/// the one person, and nobody else stands before the cue.
fn subject_of_the_sentence(scene: &Scene<'_>, cue: usize) -> Option<Person> {
    let first = scene.sentence.start;
    // "was jailed for the killing of".
    let suffers = !matches!(
        scene.word(cue),
        "killing"
            | "killings"
            | "murder"
            | "murders"
            | "death"
            | "deaths"
            | "homicide"
            | "shooting"
            | "fatal"
            | "deceased"
    );
    let is_verb = |i: usize| matches!(scene.word(i), "was" | "is" | "were" | "been" | "remains" | "remained");
    let verb = (first + 1..cue.min(first + LONGEST_NAME + 3)).find(|&i| is_verb(i))?;
    let person = whom(scene, before_age(scene, verb)?).filter(|person| suffers && person.from == first)?;
    let others = (verb..cue).any(|i| {
        scene.class(i).intersects(Class::SUBORDINATOR | Class::RELATIVE | Class::PERSON | Class::NEGATION)
            || ACCUSED.contains(&scene.word(i))
    });
    (!others).then_some(person)
}

/// What becomes of those who did it.
const ACCUSED: &[&str] = &[
    "accused",
    "charged",
    "convicted",
    "sentenced",
    "arrested",
    "wanted",
    "suspected",
    "jailed",
    "questioned",
    "held",
    "indicted",
    "guilty",
    "found",
];

/// Farthest that a verb stands behind whom it speaks of, in tokens.
const FARTHEST: usize = 16;
