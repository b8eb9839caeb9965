//! Who is meant by a name, a pronoun or "the" and a noun: one person known already, or several by their names.

use super::member::{LONGEST_NAME, is_part_of_a_name, is_the};
use super::scene::Scene;
use super::victim::{is_age, is_one_person};
use crate::token::{Class, Kind};
use crate::vocabulary::Meaning;

/// What a text calls somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    He,
    She,
    /// "the victim", "the driver".
    Noun,
    /// "Ray Colby", "Colby".
    Name(String),
}

impl Who {
    /// Whether the two may be one person.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::He, Self::She) | (Self::She, Self::He) => false,
            (Self::Name(a), Self::Name(b)) => a.contains(b.as_str()) || b.contains(a.as_str()),
            _ => true,
        }
    }
}

/// A person, or several by their names, as tokens from first to last.
pub(super) struct Person {
    pub(super) from: usize,
    pub(super) last: usize,
    pub(super) who: Who,
    pub(super) count: usize,
}

impl Person {
    pub(super) fn one(from: usize, last: usize, who: Who) -> Self {
        Self { from, last, who, count: 1 }
    }
}

/// The person whose words end with a token.
pub(super) fn whom(scene: &Scene<'_>, last: usize) -> Option<Person> {
    let pronoun = |who| Some(Person::one(last, last, who));
    match scene.word(last) {
        "he" | "He" => return pronoun(Who::He),
        "she" | "She" => return pronoun(Who::She),
        _ => {}
    }
    if is_somebody(scene, last) {
        let longest = if is_age(scene, last) { 6 } else { 4 };
        let from = (scene.sentence.start.max(last.saturating_sub(longest))..last).rev().find(|&i| is_the(scene, i))?;
        let plain = (from + 1..last).all(|i| {
            (scene.tokens[i].kind != Kind::Punct || scene.tokens[i].is_punct('-'))
                && !scene
                    .class(i)
                    .intersects(Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::ORDINAL)
        });
        return plain.then_some(Person::one(from, last, Who::Noun));
    }
    let from =
        (scene.sentence.start..=last).rev().take(LONGEST_NAME).take_while(|&i| is_part_of_a_name(scene, i)).last()?;
    let and = from.checked_sub(1).filter(|&i| i > scene.sentence.start && scene.word(i) == "and");
    if and.is_some() { names(scene, last) } else { name(scene, from, last) }
}

/// "Robinson, Thomas, Doe, and Turner": several names, the last of which ends with a token.
fn names(scene: &Scene<'_>, last: usize) -> Option<Person> {
    let mark = |i: usize| scene.tokens[i].is_punct(',') || scene.word(i) == "and";
    let from = (scene.sentence.start..=last)
        .rev()
        .take_while(|&i| mark(i) || is_part_of_a_name(scene, i) || scene.tokens[i].kind == Kind::Digits)
        .last()?;
    let from = (from..last).find(|&i| is_part_of_a_name(scene, i))?;
    let begins = |i: usize| is_part_of_a_name(scene, i) && (i == from || mark(i - 1));
    let count = (from..=last).filter(|&i| begins(i)).count();
    let of_place = from > scene.sentence.start && scene.class(from - 1).contains(Class::PREPOSITION);
    let known = (from..=last).filter(|&i| begins(i)).all(|i| scene.class(i).is_empty());
    let words = scene.text.get(scene.tokens[from].start as usize..scene.tokens[last].end as usize)?;
    (count > 1 && known && !of_place).then(|| Person { from, last, who: Who::Name(words.to_owned()), count })
}

/// A name that is nobody else's: no place, no list of several.
pub(super) fn name(scene: &Scene<'_>, from: usize, last: usize) -> Option<Person> {
    let listed = from > scene.sentence.start && matches!(scene.word(from - 1), "and" | "the" | "The" | "&")
        || matches!(scene.word(last + 1), "and" | "&")
        || scene.tokens.get(last + 1).is_some_and(|t| t.kind == Kind::Clitic);
    let thing = scene.class(from).contains(Class::DETERMINER)
        || scene.matches.iter().any(|m| {
            matches!(m.meaning, Meaning::Name(_) | Meaning::Demonym(_)) && (from..=last).contains(&(m.start as usize))
        });
    let title = !scene.class(last).is_empty();
    let words = scene.text.get(scene.tokens[from].start as usize..scene.tokens[last].end as usize)?;
    (!listed && !thing && !title).then(|| Person::one(from, last, Who::Name(words.to_owned())))
}

/// "victim", "driver", "teen": one person by his noun.
pub(super) fn is_somebody(scene: &Scene<'_>, at: usize) -> bool {
    is_one_person(scene, at) || scene.word(at) == "victim" || scene.word(at) == "suspect"
}

/// "Maria Fenn, his girlfriend, was": the name that a phrase between commas explains, which ends at `last`.
pub(super) fn explained(scene: &Scene<'_>, last: usize) -> Option<Person> {
    if !scene.tokens[last + 1].is_punct(',') {
        return None;
    }
    let opened =
        (scene.sentence.start + 1..last).rev().take(LONGEST_NAME + 3).find(|&i| scene.tokens[i].is_punct(','))?;
    whom(scene, opened - 1).filter(|person| matches!(person.who, Who::Name(_)) && person.from < person.last)
}
