//! Victims without a number: "a man was killed", "killing a 12-year-old girl", "Toddler dies" count one each, where
//! the vocabulary knows the verb.

use rust_decimal::Decimal;

use super::govern::takes_a_person;
use super::read::Scene;
use crate::document::BlockKind;
use crate::quantity::{Form, Hedge, Noun, Number, Quantity, Unit};
use crate::span::Span;
use crate::token::{Class, Kind, Token};
use crate::vocabulary::{Counts, Meaning};

/// Farthest that a verb can stand behind its subject, in tokens.
const FARTHEST: usize = 7;

/// Adds the unnumbered victims of a sentence to its quantities, in text order.
pub(super) fn add(scene: &Scene<'_>, block: &BlockKind, quantities: &mut Vec<Quantity>) {
    let before = quantities.len();
    for found in scene.matches {
        let Meaning::Cue(measure) = found.meaning else { continue };
        let own = &scene.vocabulary.measures[measure.0 as usize];
        if own.counts != Counts::Person || !own.accumulates {
            continue;
        }
        let (start, end) = (found.start as usize, found.end as usize);
        let headline = matches!(block, BlockKind::Heading(_));
        let mut victim = object(scene, end, headline)
            .or_else(|| if takes_a_person(scene, start, end) { None } else { subject(scene, start, headline) });
        while let Some((from, head)) = victim {
            let one = one(scene, from, head);
            let new = quantities.iter().all(|q| !q.span.overlaps(one.span) || matches!(q.unit, Unit::Age(_)));
            if new {
                quantities.push(one);
            }
            victim = joined_before(scene, from, headline);
        }
    }
    if quantities.len() > before {
        quantities.sort_by_key(|q| (q.span.start, q.span.end));
    }
}

/// A singular noun for a person; its phrase begins with "a", "an" or "another", or, in a headline, with itself.
fn phrase_ending_at(scene: &Scene<'_>, head: usize, headline: bool) -> Option<usize> {
    if !is_one_person(scene, head) {
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
        if !is_modifier(scene, before) {
            // "a woman and child", "Man, 20, killed", "death of 5-year-old Jay".
            let joined =
                scene.word(before) == "and" && before > scene.sentence.start && is_one_person(scene, before - 1);
            let named = headline && at == head && scene.tokens[head].capital();
            return (joined || named || is_age(scene, head) && scene.tokens[at].kind == Kind::Digits).then_some(at);
        }
        at = before;
    }
    None
}

/// What a phrase for one unnumbered person begins with; "her brother" is one brother.
const ARTICLES: &[&str] = &["a", "an", "another", "his", "her"];

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
fn is_age(scene: &Scene<'_>, at: usize) -> bool {
    scene.word(at) == "old"
        && at >= 4
        && is_hyphen(scene.tokens[at - 1])
        && scene.class(at - 2).contains(Class::TIME_UNIT)
        && is_hyphen(scene.tokens[at - 3])
}

/// A hyphen, or the en dash that some write for it: "a 20–year–old".
fn is_hyphen(token: Token) -> bool {
    token.is_punct('-') || token.is_punct('\u{2013}') && !token.spaced()
}

fn is_one_person(scene: &Scene<'_>, at: usize) -> bool {
    if is_age(scene, at) {
        return !scene.class(at + 1).contains(Class::PERSON);
    }
    let class = scene.class(at);
    let word = scene.word(at);
    class.contains(Class::PERSON)
        && !class.intersects(Class::COLLECTIVE | Class::VERB)
        && !word.ends_with('s')
        && !matches!(word, "suspect" | "gunman" | "shooter" | "personnel" | "staff" | "officer" | "member" | "police")
        && scene.tokens.get(at + 1).is_none_or(|t| t.kind != Kind::Clitic)
}

/// "A man, 34, was shot", "a woman who was killed", "Toddler dies": the nearest person before the verb, with nothing
/// but auxiliaries and adverbs, an age or "who" in between.
fn subject(scene: &Scene<'_>, verb: usize, headline: bool) -> Option<(usize, usize)> {
    for head in (scene.sentence.start.max(verb.saturating_sub(FARTHEST))..verb).rev() {
        if is_lone_one(scene, head) {
            // "One is in critical condition" is one of those counted before.
            return (head..verb).all(|i| scene.word(i) != "in").then_some((head, head));
        }
        if scene.class(head).contains(Class::PERSON) || is_age(scene, head) {
            return phrase_ending_at(scene, head, headline).map(|from| (from, head));
        }
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
                        "later" | "found" | "pronounced" | "in" | "and" | "shot" | "left" | "reported" | "listed"
                    )
            }
        };
        if !passes {
            return None;
        }
    }
    None
}

/// "One was killed", "six injured, one dead": "one" stands for a person by itself, but not in "no one", "the one".
fn is_lone_one(scene: &Scene<'_>, at: usize) -> bool {
    let alone = at == scene.sentence.start
        || !scene
            .class(at - 1)
            .intersects(Class::DETERMINER | Class::NEGATION | Class::ADVERB | Class::VERB | Class::PERSON)
            && scene.tokens[at - 1].kind != Kind::Digits;
    alone && scene.word(at).eq_ignore_ascii_case("one")
}

/// "killed a man", "the shooting death of a 5-year-old boy": the phrase that begins straight behind the verb.
fn object(scene: &Scene<'_>, end: usize, headline: bool) -> Option<(usize, usize)> {
    let start = if scene.word(end) == "of" { end + 1 } else { end };
    let article = ARTICLES.contains(&scene.word(start)) || scene.word(start) == "one";
    let begins = article || scene.tokens.get(start).is_some_and(|t| t.kind == Kind::Digits && t.spaced());
    if !begins && !headline {
        return None;
    }
    let ends = |i: usize| {
        i >= scene.sentence.end
            || scene.tokens[i].kind == Kind::Punct
            || scene.class(i).intersects(Class::CONJUNCTION | Class::PREPOSITION)
    };
    if scene.word(start) == "one" && ends(start + 1) && scene.word(start + 1) != "of" {
        return Some((start, start));
    }
    let head = (start..scene.sentence.end.min(start + 8))
        .take_while(|&i| scene.tokens[i].kind != Kind::Punct || is_hyphen(scene.tokens[i]))
        .take_while(|&i| {
            i == start || !scene.class(i).intersects(Class::DETERMINER | Class::PREPOSITION | Class::CONJUNCTION)
        })
        .find(|&i| is_one_person(scene, i) && !scene.class(i + 1).contains(Class::PERSON))?;
    // "Boy shoots sister": a headline leaves the article out.
    if headline && head == start {
        return Some((start, head));
    }
    phrase_ending_at(scene, head, headline).filter(|&from| from == start).map(|from| (from, head))
}

/// The phrase that "and" joins to the one that begins at `from`: "a woman and | a child were shot".
fn joined_before(scene: &Scene<'_>, from: usize, headline: bool) -> Option<(usize, usize)> {
    let and = from.checked_sub(1).filter(|&i| i > scene.sentence.start && matches!(scene.word(i), "and" | ","))?;
    let head = and.checked_sub(1).filter(|&i| i >= scene.sentence.start)?;
    phrase_ending_at(scene, head, headline).map(|from| (from, head))
}

/// A count of one with the words that stand for it.
fn one(scene: &Scene<'_>, from: usize, head: usize) -> Quantity {
    let (first, last) = (scene.tokens[from], scene.tokens[head]);
    let span = Span::new(first.start, last.end);
    Quantity {
        span,
        number_span: last.span(),
        tokens: (from as u32, head as u32 + 1),
        number: Number::Value { value: Decimal::ONE, place: Decimal::ONE, form: Form::Whole },
        hedge: Hedge::None,
        unit: Unit::Person,
        noun: Some(Noun { phrase: last.span(), head: last.span() }),
        change: None,
        total: false,
        additional: false,
    }
}
