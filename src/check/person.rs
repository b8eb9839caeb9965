//! Whether an age and a date of birth are one person's: the words between them must leave nobody else.

use super::birth::{Age, Birth, tokens_of};
use super::sentence::SentenceView;
use crate::span::Span;
use crate::token::{Class, Kind};

/// Whether the age and the birth are one person's, by the words between them.
pub(super) fn same_person(view: &SentenceView<'_>, age: &Age<'_>, birth: &Birth) -> bool {
    let (start, end) = (view.first_token(age.claim), view.end_token(age.claim));
    if end <= birth.tokens.0 {
        return end + 12 >= birth.tokens.0 && apposed(view, end, birth.tokens.0);
    }
    nobody_else(view, birth.tokens.1, start, birth.tokens.0 == 0) && !is_introduced(view, start, end)
}

/// Whether no words about somebody else stand between the person and a date behind the age and the birth.
pub(super) fn reaches(view: &SentenceView<'_>, age: &Age<'_>, birth: &Birth, date: Span) -> bool {
    nobody_else(view, view.end_token(age.claim).max(birth.tokens.1), tokens_of(view, date).0, birth.tokens.0 == 0)
}

/// "when a new clerk, aged 30, noticed": the age of someone who enters with an article and acts; not "after a long
/// illness, aged 80, in Leeds".
fn is_introduced(view: &SentenceView<'_>, start: usize, end: usize) -> bool {
    let goes_on = Class::PREPOSITION | Class::CONJUNCTION | Class::DETERMINER | Class::SUBORDINATOR;
    let acts = view.word(end) == ","
        && view.tokens().get(end + 1).is_some_and(|t| t.kind == Kind::Word)
        && !view.class(end + 1).intersects(goes_on)
        && !view.word(end + 1).ends_with("ing");
    let enters = |i: usize| {
        matches!(view.word(i), "a" | "an" | "another")
            && i.checked_sub(1)
                .is_some_and(|before| view.class(before).contains(Class::SUBORDINATOR) || view.word(before) == "after")
    };
    acts && (start.saturating_sub(7)..start).any(enters)
}

/// Whether "He died in 2020 aged 65" goes on from a sentence with a birth and speaks of the same person.
pub(super) fn goes_on(view: &SentenceView<'_>, age: &Age<'_>, before: &SentenceView<'_>, birth: &Birth) -> bool {
    let (start, count) = (view.first_token(age.claim), before.tokens().len());
    matches!(view.word(0), "He" | "She")
        && nobody_else(before, 0, birth.tokens.0, true)
        && nobody_else(before, birth.tokens.1, count, birth.tokens.0 == 0)
        && nobody_else(view, 1, start, false)
}

/// Whether the words of a stretch speak of no second person. Where the sentence leads with the birth, its subject
/// follows: "Born in Leeds in 1950, the tenor Ann Lee died in 2020 aged 65".
fn nobody_else(view: &SentenceView<'_>, from: usize, to: usize, leading: bool) -> bool {
    let acts = |i: usize| view.class(i).intersects(Class::PRONOUN | Class::VERB | Class::AUXILIARY);
    let mut named = 0;
    (from..to).all(|i| {
        let class = view.class(i);
        // "born in 1950 to Ann Lee" names a parent; "born in 1950, who died in 2020" goes on with the same person.
        let opens = i <= from + 1 && !is_name(view, from);
        let other = class.contains(Class::RELATIVE) && view.word(i) != "that" && !opens
            || matches!(view.word(i), "they" | "They" | "it" | "we" | "I" | ";")
            || class.contains(Class::PERSON) && (!leading || is_possessive(view, i));
        if other {
            return false;
        }
        let place = is_place(view, i) && !(view.word(from) == "to" && i <= from + 3);
        if !is_name(view, i) || place || is_of_a_nation(view, i) {
            return true;
        }
        let subject = if named > 0 { named == i } else { !(from..i).any(acts) };
        named = i + 1;
        leading && subject
    })
}

/// From an age to the "born" behind it: "Ann Lee, 27, who was born in", "the 45-year-old striker, born on", or with a
/// semicolon or bracket between: "was 34 when he was shot in 2001; he was born in 1970".
fn apposed(view: &SentenceView<'_>, from: usize, to: usize) -> bool {
    let parted = (from..to).rev().find(|&i| matches!(view.word(i), ";" | "("));
    if (from..to).any(|i| is_name(view, i) && !is_place(view, i) || is_possessive(view, i + 1)) {
        return false;
    }
    let link = |i: usize| {
        matches!(
            view.word(i),
            "," | ";"
                | "("
                | "who"
                | "was"
                | "were"
                | "is"
                | "and"
                | "he"
                | "she"
                | "He"
                | "She"
                | "had"
                | "been"
                | "\u{2014}"
                | "\u{2013}"
        )
    };
    if let Some(mark) = parted {
        return (mark..to).all(link) && !(from..mark).any(|i| matches!(view.word(i), "who" | "whose"));
    }
    // A noun and what modifies it may stand behind "45-year-old".
    let noun = (from..to).take_while(|&i| !link(i) && !verbal(view, i)).take(4).count();
    (from + noun..to).all(link)
}

fn verbal(view: &SentenceView<'_>, at: usize) -> bool {
    view.class(at).intersects(
        Class::VERB
            | Class::AUXILIARY
            | Class::PREPOSITION
            | Class::CONJUNCTION
            | Class::SUBORDINATOR
            | Class::REPORTING,
    )
}

/// "his brother", "Lee's mother".
pub(super) fn is_possessive(view: &SentenceView<'_>, at: usize) -> bool {
    (1..=2).any(|back| {
        let word = view.word_before(at, back);
        matches!(word, "his" | "her" | "their" | "its" | "whose" | "'s" | "\u{2019}s" | "my" | "our")
    })
}

/// A capitalised word that is neither a pronoun nor a word of a date or figure.
fn is_name(view: &SentenceView<'_>, at: usize) -> bool {
    let known = Class::PRONOUN | Class::MONTH | Class::WEEKDAY | Class::DETERMINER;
    view.tokens().get(at).is_some_and(|t| t.kind == Kind::Word && t.capital())
        && !view.class(at).intersects(known)
        && !view.in_a_figure(at)
}

/// "a Norwegian explorer": an adjective between an article and the noun that it belongs to.
fn is_of_a_nation(view: &SentenceView<'_>, at: usize) -> bool {
    let noun = view.tokens().get(at + 1).is_some_and(|t| t.kind == Kind::Word && !t.capital());
    matches!(view.word_before(at, 1), "a" | "an") && noun && !verbal(view, at + 1)
}

/// A capitalised word behind "in", "at", "near" or "from", or behind another one of that kind.
fn is_place(view: &SentenceView<'_>, at: usize) -> bool {
    let mut i = at;
    while i > 0 && at - i < 6 {
        i -= 1;
        if matches!(view.word(i), "in" | "at" | "near" | "from" | "on" | "of" | "to") {
            return true;
        }
        if !is_name(view, i) && !matches!(view.word(i), "," | "the" | "-") {
            return false;
        }
    }
    false
}
