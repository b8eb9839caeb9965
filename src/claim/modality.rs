//! Whether a figure states what is, or what someone plans, pledges or forecasts, and whether it is a part of another
//! or holds no more. Read from the words of its own segment; gapped clauses take it over from the figure before.

use super::scene::Scene;
use super::{Modality, Standing};
use crate::quantity::{Quantity, Unit};
use crate::token::{Class, Kind};
use crate::vocabulary::{Counts, Meaning};

/// Modality and standing of each quantity of a sentence.
pub(super) fn modalities(scene: &Scene<'_>, quantities: &[Quantity]) -> Vec<(Modality, Standing)> {
    let mut out: Vec<(Modality, Standing)> = Vec::with_capacity(quantities.len());
    for (at, quantity) in quantities.iter().enumerate() {
        // Most figures follow one that is actual, and need not be asked whether they are gapped.
        let before = || out.last().map(|last| last.0).filter(|before| *before != Modality::Actual);
        let gapped = || before().filter(|_| !super::segment::has_verb(scene, at));
        let modality = modality(scene, quantity, at).or_else(gapped).unwrap_or(Modality::Actual);
        out.push((modality, standing(scene, quantities, at, &out)));
    }
    out
}

/// The modality that the words before the figure say, or "will" behind it.
fn modality(scene: &Scene<'_>, quantity: &Quantity, at: usize) -> Option<Modality> {
    let segment = &scene.segments[at];
    let (start, end) = (quantity.tokens.0 as usize, quantity.tokens.1 as usize);
    // Before the figure the nearest word decides: "was expected to pledge 500" is a pledge, but a plan of one.
    for i in (segment.start..start).rev() {
        let class = scene.class(i);
        if opens_a_fact(scene, i, start, end) {
            break;
        }
        if class.contains(Class::PLEDGE) {
            return Some(Modality::Pledged);
        }
        if class.contains(Class::PLAN) && !scene.tokens[i].capital() && !is_plan_of_record(scene, i, start)
            || class.contains(Class::PLAN) && i == segment.start
        {
            return Some(Modality::Planned);
        }
        if class.contains(Class::FORECAST) || scene.word(i).eq_ignore_ascii_case("estimated") {
            return Some(Modality::Estimated);
        }
    }
    if is_purpose(scene, start) {
        return Some(Modality::Planned);
    }
    let behind = end..segment.end.min(end + 4);
    let perhaps = behind.clone().any(|i| {
        matches!(scene.word(i), "may" | "might" | "could") && scene.word(i + 1) == "have"
            || matches!(scene.word(i), "believed" | "thought")
                && scene.word(i + 1) == "to"
                && scene.word(i + 2) == "have"
            || scene.class(i).contains(Class::FORECAST)
    });
    if perhaps {
        return Some(Modality::Estimated);
    }
    behind
        .clone()
        .any(|i| {
            matches!(scene.word(i), "will" | "would" | "could" | "planned" | "expected" | "due")
                || matches!(scene.word(i), "is" | "are") && scene.word(i + 1) == "to"
        })
        .then_some(Modality::Planned)
        .or_else(|| {
            behind.clone().any(|i| matches!(scene.word(i), "pledged" | "promised")).then_some(Modality::Pledged)
        })
}

/// "The response plan is 34% funded", "the target was missed by 40": a plan in the past or present, and not what it
/// plans.
fn is_plan_of_record(scene: &Scene<'_>, noun: usize, figure: usize) -> bool {
    let noun_of_record = matches!(scene.word(noun), "plan" | "plans" | "target" | "targets" | "goal" | "proposal");
    let told = |i: usize| matches!(scene.word(i), "is" | "are" | "was" | "were" | "has" | "have" | "had");
    noun_of_record && (noun + 1..figure).any(|i| told(i) && scene.word(i + 1) != "to")
}

/// "The road will close after 12 people died": what the figure's own clause tells has happened, whatever will follow.
fn opens_a_fact(scene: &Scene<'_>, at: usize, start: usize, end: usize) -> bool {
    matches!(scene.word(at), "after" | "because" | "when" | "although" | "though")
        && at + 1 == start
        && (end..scene.sentence.end.min(end + 3)).any(|i| scene.class(i).intersects(Class::VERB | Class::AUXILIARY))
}

/// "a plot to kill 100", "ordered to abduct two": an infinitive with people as its object is no deed, unless its verb
/// says that it was done.
fn is_purpose(scene: &Scene<'_>, figure: usize) -> bool {
    let Some(to) = figure.checked_sub(2).filter(|&i| i > scene.sentence.start && scene.word(i) == "to") else {
        return false;
    };
    let toll = scene.matches.iter().any(|m| {
        let Meaning::Cue(measure) = m.meaning else { return false };
        let own = &scene.vocabulary.measures[measure.0 as usize];
        m.start as usize == to + 1 && own.counts == Counts::Person && own.accumulates
    });
    toll && !matches!(scene.word(to - 1), "on" | "managed" | "continued" | "known" | "said" | "reported" | "confirmed")
}

/// Part of another figure, or no longer so.
fn standing(scene: &Scene<'_>, quantities: &[Quantity], at: usize, before: &[(Modality, Standing)]) -> Standing {
    let quantity = &quantities[at];
    let segment = &scene.segments[at];
    let (start, end) = (quantity.tokens.0 as usize, quantity.tokens.1 as usize);
    if (segment.start..start).any(|i| opens_parts(scene, i)) || super::carried::is_behind_including(scene, at) {
        return Standing::Part;
    }
    // "Thirteen soldiers were among the dead".
    if scene.class(end).contains(Class::AUXILIARY) && scene.word(end + 1) == "among" {
        return Standing::Part;
    }
    // "a woman and her two children": the two are among the three.
    let among = |q: &Quantity| q.unit == Unit::Person && q.span != quantity.span && q.span.contains(quantity.span);
    if quantity.unit == Unit::Person && quantities.iter().any(among) {
        return Standing::Part;
    }
    // "won 98 of the 200 seats": what is counted are things, and these are all of them that are meant.
    let of_things =
        quantities.get(at + 1).is_some_and(|next| next.unit == Unit::Thing && super::measure::is_part(scene, at));
    // "$15 million of this amount", "half of whom", "30 of the 50".
    if !of_things
        && scene.word(end) == "of"
        && matches!(scene.word(end + 1), "this" | "that" | "these" | "those" | "them" | "whom" | "which" | "the")
        && quantity.unit != Unit::Percent
        || at > 0
            && (segment.start..start)
                .any(|i| scene.word(i) == "of" && matches!(scene.word(i + 1), "whom" | "which" | "them"))
    {
        return Standing::Part;
    }
    // "rose to 63 from 55", "down from 51": where it came from.
    let came_from = start > scene.sentence.start && scene.word(start - 1) == "from" && changes(scene, start);
    if came_from || (segment.start..end).any(|i| scene.class(i).contains(Class::FORMER)) {
        return Standing::Former;
    }
    // The members of a list behind "including" are all parts: same unit, no verb of their own.
    let continues = at > 0
        && before[at - 1].1 == Standing::Part
        && quantities[at - 1].unit == quantity.unit
        && !super::segment::has_verb(scene, at);
    if continues { Standing::Part } else { Standing::Own }
}

/// "including four nurses", "Among the dead were"; but "the jobless rate among the young" has no whole.
fn opens_parts(scene: &Scene<'_>, at: usize) -> bool {
    let inside = at > scene.sentence.start && scene.tokens[at - 1].kind == Kind::Word;
    scene.class(at).contains(Class::INCLUDING) && !(inside && scene.word(at) == "among")
}

/// A rise, a fall or a correction, or "to" with a figure, before "from".
fn changes(scene: &Scene<'_>, figure: usize) -> bool {
    (scene.sentence.start..figure).rev().take(12).any(|i| {
        scene.class(i).intersects(Class::RISE | Class::FALL)
            || matches!(
                scene.word(i),
                "raised" | "lowered" | "revised" | "corrected" | "swung" | "widened" | "narrowed"
            )
            || scene.word(i) == "to" && scene.class(i + 1).is_empty()
    })
}
