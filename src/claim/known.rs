//! The one victim of whom a text tells by name, pronoun or "the" alone: "Moore was fatally shot", "he was pronounced
//! dead", "the death of Ray Colby". Most of those are among the people whom the text counts elsewhere; where it counts
//! nobody and tells of one person only, that one is the toll.

use std::cell::OnceCell;
use std::collections::HashSet;

use rust_decimal::Decimal;

use super::govern::{is_averted, takes_a_person};
use super::member::{LONGEST_NAME, before_place, is_part_of_a_name, is_the};
use super::people::{SUFFERING, is_wound};
use super::scene::Scene;
use super::segment::segments;
use super::victim::unnumbered;
use super::whom::{Person, Who, explained, is_somebody, name, whom};
use super::{Claim, Reading, Standing};
use crate::quantity::{Quantity, Unit};
use crate::token::{Class, Kind};
use crate::vocabulary::{Counts, Meaning, MeasureId, Vocabulary};

/// Farthest that a verb stands behind whom it speaks of, in tokens.
const FARTHEST: usize = 16;

/// A person known already, with what befell him.
#[derive(Debug)]
pub(super) struct Known {
    claim: Claim,
    who: Who,
}

impl Reading<'_> {
    /// Remembers whom the sentence tells of without counting; `base` is the number of the block's first token.
    pub(super) fn note_known(
        &mut self,
        scene: &Scene<'_>,
        quantities: &[Quantity],
        base: u32,
        sentence: u32,
        first_mention: u32,
    ) {
        for found in scene.matches {
            let Meaning::Cue(measure) = found.meaning else { continue };
            let (start, end) = (found.start as usize, found.end as usize);
            if !is_of_a_toll(scene.vocabulary, measure) || is_open(scene, start) || is_averted(scene, start) {
                continue;
            }
            let Some(person) = behind(scene, start, end).or_else(|| before(scene, start, end)) else { continue };
            let quantity = unnumbered(scene, person.from, person.last, Decimal::from(person.count));
            if quantities.iter().any(|q| q.unit == Unit::Person && q.span.overlaps(quantity.span)) {
                continue;
            }
            let quantities = [quantity];
            let alone = Scene {
                segments: segments(
                    scene.text,
                    scene.tokens,
                    &scene.vocabulary.lexicon,
                    scene.sentence.clone(),
                    &quantities,
                ),
                figures: std::iter::once(person.from..person.last + 1).collect(),
                sentence: scene.sentence.clone(),
                verbs: OnceCell::new(),
                ..*scene
            };
            let claims = self.claims.len();
            self.claims_of(&alone, &quantities, base, sentence, first_mention, false);
            let read = self.claims.split_off(claims).into_iter().filter(|claim| claim.measure.is_some());
            self.known.extend(
                read.map(|claim| Known {
                    claim: Claim { standing: Standing::Named, ..claim },
                    who: person.who.clone(),
                }),
            );
        }
    }

    /// Counts the one known person of each measure of which the text counts nobody. `settled` says what the whole text
    /// makes of a measure.
    pub(super) fn settle_known(&mut self, settled: &[Option<MeasureId>]) {
        let mut known = std::mem::take(&mut self.known);
        for one in &mut known {
            let own = one.claim.measure.and_then(|measure| settled[measure.0 as usize]);
            one.claim.measure = own.or(one.claim.measure);
        }
        let surnames = self.surnames(&known);
        known.retain(|one| match &one.who {
            Who::Name(name) => name.contains(' ') || surnames.contains(name.as_str()),
            _ => true,
        });
        // Where somebody died, "he" and "the victim" may well be the one who did.
        known
            .retain(|one| matches!(one.who, Who::Name(_)) || !one.claim.measure.is_some_and(|m| self.may_have_died(m)));
        known.sort_by_key(|one| std::cmp::Reverse(one.claim.quantity.number.value()));
        let mut done: Vec<MeasureId> = Vec::new();
        for one in &known {
            let Some(measure) = one.claim.measure.filter(|measure| !done.contains(measure)) else { continue };
            done.push(measure);
            let open = self.vocabulary.measures[measure.0 as usize].settles.is_some();
            let counted = self.claims.iter().any(|claim| claim.measure == Some(measure));
            let of_it = known.iter().filter(|other| other.claim.measure == Some(measure));
            if !open && !counted && are_one(of_it.map(|other| &other.who)) {
                self.insert(one.claim.clone());
            }
        }
    }

    /// Whether the text tells of what those of a measure may have suffered instead: the injured, that they died.
    fn may_have_died(&self, measure: MeasureId) -> bool {
        let own = &self.vocabulary.measures[measure.0 as usize].id;
        let open = self.vocabulary.measures.iter().filter(|other| other.settles.as_ref() == Some(own));
        let mut instead = open.filter_map(|other| self.vocabulary.measure(other.unless.as_deref()?));
        instead.any(|other| self.cued[other.0 as usize])
    }

    /// The names of one word of those known that the text gives with a first name as well.
    fn surnames(&self, known: &[Known]) -> HashSet<String> {
        let lone = known.iter().filter_map(|one| match &one.who {
            Who::Name(name) if !name.contains(' ') => Some(name.as_str()),
            _ => None,
        });
        let lone: HashSet<&str> = lone.collect();
        let mut surnames = HashSet::new();
        for sentence in self.sentences.iter().filter(|_| !lone.is_empty()) {
            let text = &self.document.blocks[sentence.block as usize].text;
            let tokens = &self.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize];
            for pair in tokens.windows(2) {
                let first = pair[0].kind == Kind::Word
                    && pair[0].capital()
                    && self.vocabulary.lexicon.class(pair[0].word).is_empty();
                if first && pair[1].capital() && lone.contains(pair[1].text(text)) {
                    surnames.insert(pair[1].text(text).to_owned());
                }
            }
        }
        surnames
    }

    fn insert(&mut self, claim: Claim) {
        let own = &self.sentences[claim.sentence as usize].claims;
        let before = self.claims[own.start as usize..own.end as usize]
            .partition_point(|other| other.quantity.span.start < claim.quantity.span.start);
        let at = own.start as usize + before;
        for sentence in &mut self.sentences[claim.sentence as usize..] {
            sentence.claims.end += 1;
        }
        for sentence in &mut self.sentences[claim.sentence as usize + 1..] {
            sentence.claims.start += 1;
        }
        self.claims.insert(at, claim);
    }
}

/// Whether a measure counts those killed or hurt, or who may be either.
fn is_of_a_toll(vocabulary: &Vocabulary, measure: MeasureId) -> bool {
    let own = &vocabulary.measures[measure.0 as usize];
    let summed = || vocabulary.measures.iter().any(|group| group.sum_of.contains(&own.id));
    own.counts == Counts::Person && own.accumulates && (own.settles.is_some() || summed())
}

/// Whether all that people are called may be said of one. Nobody is called much more than this in a text.
fn are_one<'k>(called: impl Iterator<Item = &'k Who>) -> bool {
    const MOST: usize = 8;
    let mut distinct: Vec<&Who> = Vec::new();
    for who in called {
        if distinct.contains(&who) {
            continue;
        }
        if distinct.len() == MOST || !distinct.iter().all(|other| other.may_be(who)) {
            return false;
        }
        distinct.push(who);
    }
    true
}

/// Whether the words before a cue leave open that it happened, or tell what somebody is accused of.
fn is_open(scene: &Scene<'_>, cue: usize) -> bool {
    (scene.sentence.start..cue).any(|i| {
        matches!(
            scene.word(i),
            "if" | "If" | "unless" | "would" | "could" | "might" | "may" | "feared" | "fears" | "would-be" | "whether"
        )
    })
}

/// "killed the driver", "the death of Ray Colby", "shot himself", "the slain teen": who stands behind the cue.
fn behind(scene: &Scene<'_>, start: usize, end: usize) -> Option<Person> {
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

/// "Moore was fatally shot", "he later died", "the victim is in stable condition", "his death": who stands before the cue.
fn before(scene: &Scene<'_>, start: usize, end: usize) -> Option<Person> {
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
    let dies = matches!(scene.word(start), "died" | "dies" | "succumbed" | "perished" | "drowned");
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

/// "He was hit by a car and died", "She was taken to Mercy Hospital with serious injuries": the sentence begins with the
/// one person, and nobody else stands before the cue.
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
    // "Colby, 34, was".
    let aged = verb >= first + 4 && scene.tokens[verb - 1].is_punct(',') && scene.tokens[verb - 2].kind == Kind::Digits;
    let last = if aged { verb.checked_sub(4)? } else { verb - 1 };
    let person = whom(scene, last).filter(|person| suffers && person.from == first)?;
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
    "when",
    "after",
    "because",
    "since",
];
