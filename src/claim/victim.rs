//! Victims without a number: "a man was killed", "killing a 12-year-old girl", "Toddler dies" count one each, where
//! the vocabulary knows the verb; so do the members of "a woman and her two children", which are three.

use rust_decimal::Decimal;

use super::denied::nobody;
use super::govern::takes_a_person;
use super::people::People;
use super::scene::Scene;
use crate::document::BlockKind;
use crate::quantity::{Form, Hedge, Noun, Number, Quantity, Unit, VagueRow};
use crate::span::Span;
use crate::token::{Class, Kind, Token};
use crate::vocabulary::{Counts, Meaning};

/// Adds the unnumbered victims of a sentence to its quantities, in text order.
pub(super) fn add(scene: &Scene<'_>, block: &BlockKind, quantities: &mut Vec<Quantity>) {
    let before = quantities.len();
    for quantity in quantities.iter_mut().filter(|q| is_pair_of_spouses(scene, q)) {
        quantity.number = Number::Value { value: Decimal::TWO, place: Decimal::ONE, form: Form::Whole };
        quantity.unit = Unit::Person;
    }
    for found in scene.matches {
        let Meaning::Cue(measure) = found.meaning else { continue };
        let own = &scene.vocabulary.measures[measure.0 as usize];
        if own.counts != Counts::Person || !own.accumulates {
            continue;
        }
        let (start, end) = (found.start as usize, found.end as usize);
        if let Some(none) = spared(scene, start, end) {
            quantities.push(none);
            continue;
        }
        if let Some(several) = several(scene, start) {
            quantities.push(several);
            continue;
        }
        let people = People { scene, quantities, headline: matches!(block, BlockKind::Heading(_)) };
        let group =
            people.behind(end).or_else(|| if takes_a_person(scene, start, end) { None } else { people.before(start) });
        if let Some(victims) = group.and_then(|group| group.quantity(scene, quantities)) {
            quantities.push(victims);
        }
    }
    quantities.extend(gapped(scene, quantities));
    if quantities.len() > before {
        quantities.sort_by_key(|q| (q.span.start, q.span.end));
    }
}

/// "A couple was found dead": two people, where nothing is counted by the word.
fn is_pair_of_spouses(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let end = quantity.tokens.1 as usize;
    let couple = matches!(quantity.number, Number::Vague(vague) if vague.row == VagueRow::Couple);
    couple
        && quantity.noun.is_none()
        && scene.word(end - 1) == "couple"
        && (matches!(scene.word(end), "was" | "were" | "is" | "are" | "found")
            || scene.matches.iter().any(|m| m.start as usize == end))
}

/// "a double homicide", "Triple shooting": an event that is named by the number of its victims; "a body was found".
fn several(scene: &Scene<'_>, cue: usize) -> Option<Quantity> {
    let at = cue.checked_sub(1).filter(|&i| i >= scene.sentence.start)?;
    let at = if is_hyphen(scene.tokens[at]) { at.checked_sub(1)? } else { at };
    // "a double homicide" says how many; of "a body" there may be more.
    let named =
        matches!(scene.word(cue), "homicide" | "murder" | "slaying" | "killing" | "shooting" | "stabbing" | "drowning");
    let value = match scene.word(at).to_ascii_lowercase().as_str() {
        "a" | "another" if scene.word(cue) == "body" => 1,
        "double" => 2,
        "triple" => 3,
        "quadruple" => 4,
        "quintuple" => 5,
        _ => return None,
    };
    let number_span = if named { scene.tokens[at] } else { scene.tokens[cue] }.span();
    (named || scene.word(cue) == "body")
        .then(|| Quantity { number_span, ..unnumbered(scene, at, cue, Decimal::from(value)) })
}

/// Nobody dead, told as something that happened: "no deaths were reported", "nobody was killed". "No one else", "no
/// further deaths" and "if no one is killed" leave open how many there were, and "no one was hurt" is mostly said of
/// one event among several.
fn spared(scene: &Scene<'_>, start: usize, end: usize) -> Option<Quantity> {
    let from = nobody(scene, start)?;
    let told = |at: usize| matches!(scene.word(at), "was" | "were" | "been" | "had");
    let subject = scene.word(from).len() > 2 || scene.word(start - 1) != scene.word(from);
    let open = |at: usize| {
        scene.class(at).contains(Class::RELATIVE)
            || matches!(
                scene.word(at),
                "if" | "If" | "unless" | "until" | "ensure" | "hope" | "hoped" | "would" | "could"
            )
    };
    if (scene.sentence.start..start).any(open) || matches!(scene.word(end), "else" | "until" | "before") {
        return None;
    }
    let last = if subject {
        // Nothing but auxiliaries between "nobody" and the verb.
        let gap = from + 1..start;
        let plain = |i: usize| told(i) || scene.word(i) == "one" || scene.tokens[i].is_punct('-');
        if !gap.clone().all(plain) || !(scene.word(start) == "killed" || scene.class(start).contains(Class::DIES)) {
            return None;
        }
        gap.rev().find(|&i| scene.word(i) == "one").unwrap_or(from)
    } else {
        let noun = matches!(scene.word(start), "deaths" | "fatalities");
        let whole = told(end)
            || matches!(scene.word(end), "reported" | "recorded" | "among" | "have" | "in")
            || from > scene.sentence.start && (told(from - 1) || matches!(scene.word(from - 1), "caused" | "with"));
        if !(noun && whole) {
            return None;
        }
        end - 1
    };
    Some(Quantity { noun: None, ..unnumbered(scene, from, last, Decimal::ZERO) })
}

/// A singular noun for a person; its phrase begins with "a", "an" or "another", or, in a headline, with itself.
pub(super) fn phrase_ending_at(scene: &Scene<'_>, head: usize, headline: bool) -> Option<usize> {
    let either = is_victim_or_agent(scene, head);
    if !is_one_person(scene, head) && !either {
        return None;
    }
    let mut at = head;
    for _ in 0..8 {
        let Some(before) = at.checked_sub(1).filter(|&i| i >= scene.sentence.start) else {
            return (headline || is_age(scene, head)).then_some(at);
        };
        if ARTICLES.iter().any(|article| scene.word(before).eq_ignore_ascii_case(article)) {
            return Some(before);
        }
        // "the boy's father", "Smith's 12-year-old son": the owner stands for the article.
        if scene.tokens[before].kind == Kind::Clitic && before > scene.sentence.start {
            return Some(at);
        }
        if !is_modifier(scene, before) {
            // "a woman and child", "Man, 20, killed", "death of 5-year-old Jay".
            let joined =
                scene.word(before) == "and" && before > scene.sentence.start && is_one_person(scene, before - 1);
            let bare = scene.tokens[head].capital() || scene.tokens[before].kind == Kind::Punct || either;
            let named = headline && at == head && bare;
            // "leaves 20-year-old man dead".
            let aged = scene.tokens[at].kind == Kind::Digits && (is_age(scene, head) || is_age(scene, at + 4));
            return (joined || named || aged).then_some(at);
        }
        at = before;
    }
    None
}

/// What a phrase for one unnumbered person begins with; "her brother" is one brother.
pub(super) const ARTICLES: &[&str] = &["a", "an", "another", "his", "her", "their", "my", "our"];

/// Words between the article and the noun: adjectives, ages, other nouns.
fn is_modifier(scene: &Scene<'_>, at: usize) -> bool {
    let stops = Class::DETERMINER
        | Class::PREPOSITION
        | Class::CONJUNCTION
        | Class::AUXILIARY
        | Class::PRONOUN
        | Class::RELATIVE
        | Class::SUBORDINATOR
        | Class::VERB
        | Class::REPORTING;
    match scene.tokens[at].kind {
        Kind::Digits => true,
        Kind::Punct => is_hyphen(scene.tokens[at]),
        Kind::Word => {
            let class = scene.class(at);
            class.intersects(Class::CARDINAL | Class::TIME_UNIT | Class::PERSON)
                || scene.word(at) == "old"
                || !class.intersects(stops)
        }
        Kind::Clitic => false,
    }
}

/// "12-year-old": an age that stands for a person.
pub(super) fn is_age(scene: &Scene<'_>, at: usize) -> bool {
    scene.word(at) == "old"
        && at >= 4
        && is_hyphen(scene.tokens[at - 1])
        && scene.class(at - 2).contains(Class::TIME_UNIT)
        && is_hyphen(scene.tokens[at - 3])
}

/// A hyphen, or the en dash that some write for it: "a 20–year–old".
pub(super) fn is_hyphen(token: Token) -> bool {
    token.is_punct('-') || token.is_punct('\u{2013}') && !token.spaced()
}

pub(super) fn is_one_person(scene: &Scene<'_>, at: usize) -> bool {
    if is_age(scene, at) {
        return !scene.class(at + 1).contains(Class::PERSON);
    }
    let class = scene.class(at);
    let word = scene.word(at);
    class.contains(Class::PERSON)
        && !class.intersects(Class::COLLECTIVE | Class::VERB)
        && !word.ends_with('s')
        && !is_victim_or_agent(scene, at)
        && !matches!(word, "personnel" | "staff" | "member" | "police")
        && scene.tokens.get(at + 1).is_none_or(|t| t.kind != Kind::Clitic)
}

/// Whoever is at a shooting with a gun of his own: "an officer was shot" counts one, "the officer" is known already.
fn is_victim_or_agent(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.word(at), "suspect" | "gunman" | "shooter" | "officer")
        && scene.tokens.get(at + 1).is_none_or(|t| t.kind != Kind::Clitic && !t.capital())
}

/// "One was killed", "six injured, one dead": "one" stands for a person by itself, but not in "no one", "the one".
pub(super) fn is_lone_one(scene: &Scene<'_>, at: usize) -> bool {
    let alone = at == scene.sentence.start
        || !scene
            .class(at - 1)
            .intersects(Class::DETERMINER | Class::NEGATION | Class::ADVERB | Class::VERB | Class::PERSON)
            && scene.tokens[at - 1].kind != Kind::Digits;
    alone && ["one", "another"].iter().any(|one| scene.word(at).eq_ignore_ascii_case(one))
}

/// "four in Oslo, two in Bergen and one in Lyon": one person, where the verb is left out and a figure before it has the
/// same preposition. "One in four" is a share.
fn gapped(scene: &Scene<'_>, quantities: &[Quantity]) -> Option<Quantity> {
    let at = scene.sentence.clone().rev().find(|&i| scene.word(i) == "one")?;
    let place = scene.tokens.get(at + 2).is_some_and(|t| t.capital()) || scene.word(at + 2) == "the";
    let joined = matches!(scene.word(at.checked_sub(1)?), "and" | ",") && place;
    let last = quantities.iter().rfind(|q| (q.tokens.1 as usize) < at)?;
    let same = matches!(scene.word(at + 1), "in" | "at" | "near" | "from")
        && (last.tokens.1 as usize..at).any(|i| scene.word(i) == scene.word(at + 1));
    let counted = scene.matches.iter().any(|m| match m.meaning {
        Meaning::Cue(measure) => scene.vocabulary.measures[measure.0 as usize].counts == Counts::Person,
        _ => false,
    });
    let people = matches!(last.unit, Unit::None | Unit::Person);
    (joined && same && counted && people).then(|| unnumbered(scene, at, at, Decimal::ONE))
}

/// A count of people that no number says, with the words that stand for it.
pub(super) fn unnumbered(scene: &Scene<'_>, from: usize, head: usize, value: Decimal) -> Quantity {
    let (first, last) = (scene.tokens[from], scene.tokens[head]);
    let span = Span::new(first.start, last.end);
    Quantity {
        span,
        number_span: last.span(),
        tokens: (from as u32, head as u32 + 1),
        number: Number::Value { value, place: Decimal::ONE, form: Form::Whole },
        hedge: Hedge::None,
        unit: Unit::Person,
        noun: Some(Noun { phrase: last.span(), head: last.span() }),
        change: None,
        total: false,
        additional: false,
    }
}
