//! What a figure is a figure of: the cue of the vocabulary that governs it in its own segment, the counted noun, or,
//! where verb and noun are left out, the measure of the figure before it.

use std::ops::Range;

use rust_decimal::Decimal;

use super::counts::{countable, counts};
use super::denied::is_disputed;
use super::govern::{can_govern, is_base_of_a_part};
use super::scene::Scene;
use crate::quantity::{Noun, Number, Quantity, Unit};
use crate::token::{Class, Kind};
use crate::vocabulary::{Counts, Match, Meaning, MeasureId};

/// Farthest that a cue can stand from its figure, in tokens.
const FARTHEST: usize = 16;

/// Up to here (in the weights of `distance`) a cue says more than the counted noun.
const NEAR: usize = 16;

/// Farthest that a cue can stand from a bare number: "and 845 injured", "killing at least 13", "2,212 were injured".
const FARTHEST_OF_BARE: usize = 4;

/// The measure of each quantity of a sentence.
pub(super) fn measures(scene: &Scene<'_>, quantities: &[Quantity]) -> Vec<Option<MeasureId>> {
    let mut out: Vec<Option<MeasureId>> =
        quantities.iter().enumerate().map(|(at, q)| own(scene, quantities, q, at)).collect();
    if out.iter().all(Option::is_none) {
        return out;
    }
    super::carried::carry(scene, quantities, &mut out);
    out
}

/// The measure that the words of a figure say.
fn own(scene: &Scene<'_>, quantities: &[Quantity], quantity: &Quantity, at: usize) -> Option<MeasureId> {
    if is_next_one(quantities, at) {
        return None;
    }
    if let Unit::Duration(_) = quantity.unit {
        return super::duration::measure(scene, quantity);
    }
    let by_cue =
        by_cue(scene, quantity, at).map(|measure| super::fate::of(scene, quantity, measure).unwrap_or(measure));
    by_cue.or_else(|| by_noun(scene, quantity, at))
}

/// "Two drowned, and a third is missing": one more person, and no third of them.
fn is_next_one(quantities: &[Quantity], at: usize) -> bool {
    let Number::Share { value } = quantities[at].number else { return false };
    let before = at.checked_sub(1).map(|i| quantities[i].number);
    let Some(Number::Value { value: before, .. }) = before else { return false };
    quantities[at].noun.is_none()
        && (value * before.saturating_add(Decimal::ONE) - Decimal::ONE).abs() < Decimal::new(1, 6)
}

/// The nearest cue in the segment whose measure counts this sort of unit. "A population of 9 million" is one whatever
/// follows; what a share is a share of ("half the population") is its base and not its measure.
fn by_cue(scene: &Scene<'_>, quantity: &Quantity, at: usize) -> Option<MeasureId> {
    if !countable(quantity.unit) {
        return None;
    }
    let start = quantity.tokens.0 as usize;
    let share = matches!(quantity.number, Number::Share { .. });
    let segment = &scene.segments[at];
    // What a share is of may be said behind other figures: "half of them - 40 people - were hurt".
    let (area, own) = if share {
        (segment.start..scene.sentence.end, quantity.tokens)
    } else if is_part(scene, at) {
        (segment.start..scene.segments[at + 1].end, (0, 0))
    } else {
        (segment.clone(), (0, 0))
    };
    // What is asked of few cues, or costs little, comes first: a sentence may have a cue for each of its figures.
    let governs = |found: &Match| match found.meaning {
        Meaning::Cue(measure) => (counts(scene, measure, quantity)
            && !opens_the_main_clause(scene, quantity, at, found.start as usize, found.end as usize)
            && !belongs_to_the_next(scene, found.end as usize, quantity)
            && can_govern(scene, quantity, found.start as usize, found.end as usize))
        .then_some(measure),
        _ => None,
    };
    // "a death toll of 31", "won by 310 votes": what the preposition before a figure binds it to.
    let bound = |m: &&Match| match m.end as usize {
        end if end == start => m.end - m.start > 1 && matches!(scene.word(end - 1), "of" | "by"),
        end => end + 1 == start && scene.word(end) == "of",
    };
    if let Some(measure) = scene.matches.iter().filter(bound).find_map(governs) {
        return Some(measure);
    }
    // "Two gunmen killed 12 people": with nothing that separates two figures, the verb between them may be of either.
    let shared = match at.checked_sub(1) {
        Some(before) if segment.start == start => scene.figures[before].end..start,
        _ => 0..0,
    };
    let subject = subject_of_reached(scene, segment, start);
    let nearest = |base: bool| {
        scene
            .matches
            .iter()
            .filter(|m| matches!(m.meaning, Meaning::Cue(_)))
            .filter(|m| {
                let at = m.start as usize;
                area.contains(&at) || base && (shared.contains(&at) || subject.contains(&at))
            })
            .filter(|m| base || m.end <= own.0 || m.start >= own.1)
            .filter_map(|m| Some((distance(scene, quantity, m.start as usize, m.end as usize)?, governs(m)?)))
            .min_by_key(|(distance, measure)| (*distance, !is_exactly(scene, *measure, quantity.unit)))
    };
    let (distance, measure) = nearest(false).or_else(|| nearest(true))?;
    // "the 400 officers on patrol, who help displaced families": the noun says more than a cue far off.
    (distance <= NEAR || by_noun(scene, quantity, at).is_none()).then_some(measure)
}

/// "twelve of the 40 passengers": the next figure is what this one is a part of.
pub(super) fn is_part(scene: &Scene<'_>, at: usize) -> bool {
    let next = scene.figures.get(at + 1);
    next.is_some_and(|next| scene.word(scene.figures[at].end) == "of" && is_base_of_a_part(scene, next.start))
}

/// "The death toll from the quake in Nepal passed 150": the verb says that the figure is that of its subject.
fn is_reached(scene: &Scene<'_>, figure: usize) -> bool {
    let first = scene.sentence.start;
    // "rises to 15", "stands at 15".
    let led = figure >= first + 2
        && match scene.word(figure - 1) {
            // "more than doubled, from 310".
            "from" => (figure.saturating_sub(3).max(first)..figure - 1)
                .any(|i| scene.class(i).intersects(Class::RISE | Class::FALL | Class::MULTIPLE)),
            "to" => {
                scene.class(figure - 2).intersects(Class::RISE | Class::FALL | Class::LEADS_TO)
                    || is_led_to(scene, figure - 1)
            }
            "at" => matches!(
                scene.word(figure - 2),
                "stands" | "stood" | "remained" | "remains" | "now" | "put" | "estimated"
            ),
            _ => false,
        };
    led || figure > first && scene.class(figure - 1).contains(Class::REACHES)
}

/// "bringing the number of murders in the city to nine": a verb that leads to a number, and nothing that parts them.
fn is_led_to(scene: &Scene<'_>, to: usize) -> bool {
    (scene.sentence.start..to)
        .rev()
        .take(FARTHEST)
        .take_while(|&i| scene.tokens[i].kind != Kind::Punct && scene.word(i) != "to")
        .any(|i| scene.class(i).contains(Class::LEADS_TO))
}

/// "The toll from the 6.9-magnitude quake has risen to 63", "Cases in the two camps reached 410": a figure that its
/// subject has reached, with figures in between that only tell more of the subject.
fn subject_of_reached(scene: &Scene<'_>, segment: &Range<usize>, figure: usize) -> Range<usize> {
    if segment.start <= scene.sentence.start || !is_reached(scene, figure) {
        return 0..0;
    }
    let plain = |&i: &usize| {
        scene.is_in_a_figure(i)
            || scene.tokens[i].kind != Kind::Punct
                && !scene.class(i).intersects(Class::RELATIVE | Class::REPORTING | Class::CONJUNCTION)
    };
    let from = (scene.sentence.start..segment.start).rev().take(FARTHEST).take_while(plain).last();
    from.map_or(0..0, |from| from..segment.start)
}

/// "The death toll from the floods in Nepal was 150": a noun for a number has a number for its predicate.
fn is_level_of(scene: &Scene<'_>, cue_end: usize, figure: usize) -> bool {
    cue_end < figure
        && matches!(scene.word(cue_end - 1), "toll" | "count" | "number")
        && matches!(scene.word(figure - 1), "was" | "is" | "were" | "remains" | "remained" | "became")
}

/// Whether a measure counts just this class of unit: of "unemployment", 5.1% is a rate and 40,000 people are a number.
fn is_exactly(scene: &Scene<'_>, measure: MeasureId, unit: Unit) -> bool {
    let counts = scene.vocabulary.measures[measure.0 as usize].counts;
    matches!(
        (unit, counts),
        (Unit::Percent | Unit::PercentagePoint | Unit::Ratio, Counts::Percent)
            | (Unit::Person, Counts::Person)
            | (Unit::Money(_), Counts::Money)
            | (Unit::Thing, Counts::Thing)
            | (Unit::Measure(_), Counts::Amount)
    )
}

/// "A blast that killed 12 injured 40": the verb between the two is of the second, since the first has its own before
/// it.
fn opens_the_main_clause(scene: &Scene<'_>, quantity: &Quantity, at: usize, start: usize, end: usize) -> bool {
    let (from, to) = (quantity.tokens.0 as usize, quantity.tokens.1 as usize);
    start == to
        && scene.figures.get(at + 1).is_some_and(|next| next.start == end)
        && scene.matches.iter().any(|m| {
            let relative = (m.start as usize).checked_sub(1).filter(|&i| i >= scene.sentence.start);
            matches!(m.meaning, Meaning::Cue(_))
                && m.end as usize == from
                && relative.is_some_and(|i| scene.class(i).contains(Class::RELATIVE))
        })
}

/// "a population of 9 million": the cue is bound to the figure behind it.
fn belongs_to_the_next(scene: &Scene<'_>, end: usize, quantity: &Quantity) -> bool {
    let behind = end >= quantity.tokens.1 as usize;
    // "Two men were held after the fatal shooting of a clerk".
    // "The man died of a gunshot wound" says of whom before it.
    let dies = behind && quantity.unit == Unit::Person && scene.class(end - 1).contains(Class::DIES);
    behind && scene.word(end - 1) == "of"
        || behind
            && !dies
            && scene.word(end) == "of"
            && scene.tokens.get(end + 1).is_some_and(|t| {
                t.kind == Kind::Digits || scene.class(end + 1).intersects(Class::HEDGE.union(Class::CARDINAL))
            })
}

/// The measure of the counted noun itself ("police officers"), unless the segment says that it is not meant ("saved 12
/// lives").
fn by_noun(scene: &Scene<'_>, quantity: &Quantity, at: usize) -> Option<MeasureId> {
    let noun = quantity.noun?;
    scene.matches.iter().find_map(|m| match m.meaning {
        Meaning::Noun(measure) => {
            let meant = !is_vetoed(scene, measure, at) && !is_disputed(scene, quantity.tokens.0 as usize);
            (names(scene, m, noun) && counts(scene, measure, quantity) && meant).then_some(measure)
        }
        _ => None,
    })
}

/// Whether a phrase of the vocabulary is what a figure counts: it ends with the head ("police officers"), or the head
/// opens it ("cases of sexual violence").
pub(super) fn names(scene: &Scene<'_>, found: &Match, noun: Noun) -> bool {
    let (start, end) = (scene.tokens[found.start as usize].start, scene.tokens[found.end as usize - 1].end);
    start >= noun.phrase.start && end == noun.head.end || start == noun.head.start
}

/// Whether the segment says that a measure is not meant.
pub(super) fn is_vetoed(scene: &Scene<'_>, measure: MeasureId, at: usize) -> bool {
    let within = |start: usize| scene.segments[at].contains(&start);
    scene.matches.iter().any(|m| m.meaning == Meaning::NotCue(measure) && within(m.start as usize))
}

/// How far a cue stands from a figure, in tokens, counting a comma in between as six and another clause as ten; cues
/// behind the figure are a little nearer, since subjects come first.
fn distance(scene: &Scene<'_>, quantity: &Quantity, start: usize, end: usize) -> Option<usize> {
    let (from, to) = (quantity.tokens.0 as usize, quantity.tokens.1 as usize);
    if start >= from && end <= to {
        return Some(0);
    }
    let (gap, before) = if end <= from {
        (end..from, true)
    } else if start >= to {
        (to..start, false)
    } else {
        return Some(0);
    };
    let of_people = matches!(scene.word(to), "others" | "of");
    // "Seven are thought to be still trapped".
    let subject = !before && scene.class(to).contains(Class::AUXILIARY);
    let bare = quantity.unit == Unit::None
        && !of_people
        && !subject
        && !is_reached(scene, from)
        && !is_level_of(scene, end, from);
    if gap.len() > if bare { FARTHEST_OF_BARE } else { FARTHEST } {
        return None;
    }
    let weight: usize = gap
        .map(|i| match scene.tokens[i].kind {
            Kind::Punct if scene.tokens[i].is_punct(',') => 6,
            Kind::Word if scene.class(i).contains(Class::RELATIVE) && !before => 10,
            _ => 1,
        })
        .sum();
    Some(weight * 2 + usize::from(before))
}
