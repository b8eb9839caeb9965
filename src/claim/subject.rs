//! The subject of a verb that befalls people: "A man, 34, was later found shot", "a cyclist was hit by a lorry and
//! died".

use super::govern::is_of_a_parent;
use super::member::{Member, age_behind, before_place};
use super::people::{People, SUFFERING, is_wound};
use super::victim::{is_age, is_lone_one};
use crate::token::{Class, Kind};

/// Farthest that a verb can stand behind its subject, in tokens.
const FARTHEST: usize = 7;

impl People<'_> {
    pub(super) fn subject(self, verb: usize) -> Option<Member> {
        let scene = self.scene;
        let (mut upto, mut steps) = (verb, 0);
        while upto > scene.sentence.start && steps < FARTHEST {
            let head = upto - 1;
            (upto, steps) = (head, steps + 1);
            if is_of_a_parent(scene, head) || is_of_a_parent(scene, head + 1) {
                continue;
            }
            // "five people, one of whom died".
            if scene.word(head) == "of" && scene.class(head + 1).intersects(Class::RELATIVE | Class::PRONOUN) {
                return head
                    .checked_sub(1)
                    .filter(|&one| is_lone_one(scene, one))
                    .map(|one| Member::one(one, head + 1));
            }
            if is_lone_one(scene, head) {
                // "One is in critical condition" is one of those counted before.
                return (head..verb).all(|i| scene.word(i) != "in").then_some(Member::one(head, head));
            }
            let known =
                || self.counted_up_to(head).or_else(|| self.both_up_to(head)).or_else(|| self.named_up_to(head));
            if let Some(known) = known() {
                return Some(known);
            }
            if scene.class(head).contains(Class::PERSON) || is_age(scene, head) {
                return self.one_up_to(head);
            }
            let suffers = || is_wound(scene, verb) && SUFFERING.contains(&scene.word(head));
            let passes = match scene.tokens[head].kind {
                Kind::Punct => scene.tokens[head].is_punct(','),
                Kind::Digits => true,
                Kind::Clitic => false,
                Kind::Word => {
                    let word = scene.word(head);
                    scene.class(head).intersects(Class::AUXILIARY | Class::ADVERB | Class::RELATIVE)
                        && !scene.class(head).contains(Class::NEGATION)
                        || word.ends_with("ly")
                        || matches!(
                            word,
                            "later"
                                | "found"
                                | "pronounced"
                                | "in"
                                | "and"
                                | "shot"
                                | "left"
                                | "reported"
                                | "listed"
                                | "taken"
                                | "transported"
                                | "rushed"
                                | "airlifted"
                                | "flown"
                        )
                        || suffers()
                }
            };
            if !passes {
                upto = before_place(scene, head)? + 1;
            }
        }
        None
    }

    /// "A cyclist was hit by a lorry and died": the one person that the sentence begins with, of whom a second verb
    /// behind "and" speaks as well.
    pub(super) fn subject_of_the_sentence(self, verb: usize) -> Option<Member> {
        let scene = self.scene;
        let first = scene.sentence.start;
        let adverb = |i: usize| {
            scene.class(i).contains(Class::ADVERB) || scene.word(i).ends_with("ly") || scene.word(i) == "later"
        };
        let and = (first..verb).rev().find(|&i| !adverb(i))?;
        let second = scene.class(verb).intersects(Class::VERB | Class::DIES);
        if scene.word(and) != "and" || !second {
            return None;
        }
        let is_person = |i: usize| scene.class(i).contains(Class::PERSON) || is_age(scene, i);
        let head = (first..and).find(|&i| is_person(i) && !scene.class(i + 1).contains(Class::PERSON))?;
        let behind = age_behind(scene, head).map_or(head + 1, |closing| closing + 1);
        let alone = behind < and
            && scene.class(behind).contains(Class::AUXILIARY)
            && !(behind..and).any(|i| is_person(i) || scene.class(i).intersects(Class::SUBORDINATOR | Class::RELATIVE));
        self.one_up_to(head).filter(|_| alone)
    }
}
