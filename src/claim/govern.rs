//! Whether a cue can speak of a figure at all: "Two gunmen killed 12 people" counts no gunmen among the dead, and "two
//! people, including the deceased" are not two dead. The distance alone does not tell.

use super::denied::{is_denied, is_disputed, is_none_of};
use super::scene::Scene;
use crate::quantity::{Quantity, Unit};
use crate::token::{Class, Kind};
use crate::vocabulary::Meaning;

/// Farthest that the object of a verb can stand behind it, in tokens: "injured a young local protester".
const FARTHEST_OBJECT: usize = 9;

/// Whether the cue in `start..end` may govern the figure: not denied, not said of someone else, not in another clause.
pub(super) fn can_govern(scene: &Scene<'_>, quantity: &Quantity, start: usize, end: usize) -> bool {
    let (from, to) = (quantity.tokens.0 as usize, quantity.tokens.1 as usize);
    if is_denied(scene, from, start, end) || is_none_of(scene, from) || is_disputed(scene, from) {
        return false;
    }
    if is_of_a_parent(scene, from) || is_base_of_a_part(scene, from) && !is_bound_to(scene, quantity, start, end) {
        return false;
    }
    if end <= from {
        !(another_verb_takes_it(scene, end, from) || is_agent(scene, quantity) || is_age_at(scene, start, end, from))
    } else if start >= to {
        let done_by = quantity.unit == Unit::Person
            && (is_done_by(scene, quantity, start, end) || start > to && is_left_behind(scene, from));
        !(is_said_of_a_part(scene, to, start)
            || is_of_one_of_them(scene, to, start)
            || another_clause_follows(scene, to, start)
            || done_by)
    } else {
        true
    }
}

/// "twelve of the 40 passengers", "some of the 30 wounded", "two of a group of 12 hikers": what a part is taken of.
/// What is said is said of the part.
pub(super) fn is_base_of_a_part(scene: &Scene<'_>, figure: usize) -> bool {
    let first = scene.sentence.start.max(figure.saturating_sub(FARTHEST_BASE));
    let plain = |&i: &usize| {
        scene.tokens[i].kind != Kind::Punct
            && !scene.class(i).intersects(Class::AUXILIARY | Class::VERB | Class::CONJUNCTION)
    };
    let is_part = |end: usize| {
        let upto = scene.figures.partition_point(|f| f.start < end);
        scene.figures[upto.saturating_sub(2)..upto].iter().any(|f| f.end == end)
            || end > scene.sentence.start && SOME.iter().any(|some| scene.word(end - 1).eq_ignore_ascii_case(some))
    };
    (first..figure).rev().take_while(plain).any(|i| scene.word(i) == "of" && is_part(i))
}

/// Words that take a part without a number.
const SOME: &[&str] = &["one", "some", "many", "most", "several", "few"];

/// Farthest that the base of a part stands behind it, in tokens: "of the ferry's crew of".
const FARTHEST_BASE: usize = 7;

/// "the 50 hostages", "the nine injured": the cue is in the figure's own phrase, an adjective behind it, or what it is
/// of.
fn is_bound_to(scene: &Scene<'_>, quantity: &Quantity, start: usize, end: usize) -> bool {
    let (from, to) = (quantity.tokens.0 as usize, quantity.tokens.1 as usize);
    let within = start >= from && end <= to;
    // "half the population of 11 million".
    let bound = end + 1 == from && scene.word(end) == "of";
    within || bound || start == to && !(scene.class(start).contains(Class::DIES) || scene.word(start) == "survived")
}

/// "a father of three": children of his, of whom nothing is said.
pub(super) fn is_of_a_parent(scene: &Scene<'_>, figure: usize) -> bool {
    figure >= scene.sentence.start + 2
        && scene.word(figure - 1) == "of"
        && scene.class(figure - 2).contains(Class::PERSON)
        && !scene.class(figure - 2).contains(Class::COLLECTIVE)
        && !scene.word(figure - 2).ends_with('s')
}

/// "She died at 84", "was killed at 14": an age. "They put the killed at 14" counts.
fn is_age_at(scene: &Scene<'_>, start: usize, end: usize, figure: usize) -> bool {
    let passive = start > scene.sentence.start && scene.class(start - 1).contains(Class::AUXILIARY);
    end + 1 == figure && scene.word(end) == "at" && (passive || scene.class(start).contains(Class::DIES))
}

/// "killed by two gunmen": those who do it. "by 12 per cent" and "up by 40 people" say how much.
pub(super) fn is_agent(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let from = quantity.tokens.0 as usize;
    let named = quantity.unit == Unit::Person && quantity.noun.is_some() && quantity.change.is_none();
    let by = (scene.sentence.start..from).rev().take(2).find(|&i| scene.word(i) != "the");
    named && by.is_some_and(|i| scene.word(i) == "by" && i > scene.sentence.start && is_participle(scene, i - 1))
}

/// "killed", "shot", "shot dead", "run over": what stands before the one who did it.
fn is_participle(scene: &Scene<'_>, at: usize) -> bool {
    scene.word(at).ends_with("ed")
        || scene.matches.iter().any(|m| m.end as usize == at + 1 && matches!(m.meaning, Meaning::Cue(_)))
}

/// "wounded in a fight involving 30 people", "killed when 12 people fell", "was hurt, said that two suspects": the
/// words before the figure belong to a verb that is not the cue.
fn another_verb_takes_it(scene: &Scene<'_>, cue_end: usize, figure: usize) -> bool {
    let taken_by_participle = figure > cue_end && is_foreign_participle(scene, figure - 1);
    taken_by_participle
        || (cue_end..figure).any(|i| {
            let class = scene.class(i);
            // "Turnout was put at 54%".
            class.contains(Class::REPORTING) && scene.tokens[i].kind == Kind::Word && scene.word(i + 1) != "at"
                || matches!(scene.word(i), "when" | "while" | "because" | "if")
        })
}

/// A word in -ing that neither counts among the cues nor stands for a preposition.
pub(super) fn is_foreign_participle(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.word(at);
    let known = Class::PREPOSITION | Class::INCLUDING | Class::HEDGE | Class::RISE | Class::FALL | Class::LEAD;
    word.len() > 5
        && word.ends_with("ing")
        && !scene.class(at).intersects(known)
        && !scene.matches.iter().any(|m| (m.start as usize..m.end as usize).contains(&at))
}

/// "two people, including the deceased, ...": the cue stands in the insertion that "including" opens.
fn is_said_of_a_part(scene: &Scene<'_>, figure_end: usize, cue: usize) -> bool {
    // "Thirteen soldiers were among the dead" counts the part itself.
    let itself = |i: usize| scene.word(i) == "among" && scene.class(i - 1).contains(Class::AUXILIARY);
    let opens = |i: &usize| scene.class(*i).contains(Class::INCLUDING) && !itself(*i);
    let Some(opened) = (figure_end..cue).rev().find(opens) else { return false };
    let figure_inside = scene.figures.iter().any(|figure| (opened..cue).contains(&figure.start));
    !figure_inside && !(opened..cue).any(|i| closes_insertion(scene, i))
}

/// "five people, one of whom died": the cue speaks of the one.
fn is_of_one_of_them(scene: &Scene<'_>, figure_end: usize, cue: usize) -> bool {
    (figure_end + 1..cue).any(|i| {
        scene.word(i) == "of" && scene.word(i - 1) == "one" && matches!(scene.word(i + 1), "whom" | "them" | "which")
    })
}

fn closes_insertion(scene: &Scene<'_>, at: usize) -> bool {
    scene.tokens[at].kind == Kind::Punct
        && matches!(scene.tokens[at].word.as_punct(), Some(',' | ')' | '\u{2013}' | '\u{2014}'))
        || scene.tokens[at].is_punct('-') && scene.tokens[at].spaced()
}

/// "40 firefighters fought the blaze that killed nine": a relative clause that begins behind another noun.
fn another_clause_follows(scene: &Scene<'_>, figure_end: usize, cue: usize) -> bool {
    let own = |i: usize| i == figure_end || i == figure_end + 1 && scene.tokens[figure_end].is_punct(',');
    (figure_end..cue)
        .any(|i| matches!(scene.word(i), "that" | "which" | "who") && !own(i) && verb_between(scene, figure_end, i))
}

fn verb_between(scene: &Scene<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| scene.class(i).intersects(Class::VERB | Class::AUXILIARY) || scene.word(i).ends_with("ed"))
}

/// "Two gunmen killed 12 people", "Three officers injured a protester": the figure does it, someone else suffers it.
fn is_done_by(scene: &Scene<'_>, quantity: &Quantity, start: usize, end: usize) -> bool {
    let straight = (quantity.tokens.1 as usize..start)
        .all(|i| scene.word(i).ends_with("ly") || matches!(scene.word(i), "who" | "had" | "have"));
    straight && takes_a_person(scene, start, end)
}

/// "He leaves a wife and two children and died at 81", "who lost his wife and two sons was hurt": the family of whom
/// the verb behind them speaks.
fn is_left_behind(scene: &Scene<'_>, figure: usize) -> bool {
    let listed = Class::DETERMINER | Class::PERSON | Class::CONJUNCTION | Class::CARDINAL;
    let of_the_list = |&i: &usize| {
        scene.class(i).intersects(listed)
            || scene.tokens[i].is_punct(',')
            || matches!(scene.word(i), "a" | "an" | "his" | "her" | "their")
    };
    let verb = (scene.sentence.start..figure).rev().find(|i| !of_the_list(i));
    verb.is_some_and(|i| {
        matches!(scene.word(i), "leaves" | "lost" | "loses" | "behind")
            || scene.word(i) == "by" && i > scene.sentence.start && scene.word(i - 1) == "survived"
    })
}

/// Whether a person stands behind a verb as its object, and no auxiliary before it makes it passive.
pub(super) fn takes_a_person(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let auxiliary = start > scene.sentence.start && scene.class(start - 1).contains(Class::AUXILIARY);
    let perfect = auxiliary && matches!(scene.word(start - 1), "had" | "have" | "has");
    let dies = scene.class(start).contains(Class::DIES) || scene.word(start) == "dead";
    if auxiliary && !perfect || dies {
        return false;
    }
    let opens = scene.class(end).intersects(Class::DETERMINER | Class::CARDINAL | Class::PERSON | Class::HEDGE)
        || scene.tokens.get(end).is_some_and(|t| t.kind == Kind::Digits);
    if !opens {
        return false;
    }
    let object = (end..scene.sentence.end.min(end + FARTHEST_OBJECT))
        .take_while(|&i| {
            (scene.tokens[i].kind != Kind::Punct || scene.tokens[i].is_punct('-'))
                && !scene.class(i).intersects(Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY)
        })
        .find(|&i| scene.class(i).contains(Class::PERSON));
    object.is_some_and(|i| {
        let says = scene.class(i + 1).contains(Class::REPORTING);
        let suffers = scene.matches.iter().any(|m| m.start as usize == i + 1);
        !says && !suffers
    })
}
