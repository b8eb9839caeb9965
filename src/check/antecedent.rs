//! Antecedents: which figure "12 of them" and "of whom 12" look back to, where no other plural stands between.

use rust_decimal::Decimal;

use super::amount::value_or_nought;
use super::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::Unit;
use crate::token::{Class, Kind};

/// Most words between the whole and its part: "43 people were taken to the hospital of the next town, 12 of them".
const FARTHEST: usize = 10;

/// Whether `part` says that it is a part of `whole`, the figure before it in the sentence.
pub(super) fn looks_back(view: &SentenceView<'_>, whole: &Claim, part: &Claim) -> bool {
    let (from, start) = (view.end_token(whole), view.first_token(part));
    let relative = |i: usize| matches!(view.word(i), "whom" | "which");
    // "15,000 doses, of which 4,600"
    let opened = relative(start.wrapping_sub(1)) && view.word_before(start, 2) == "of";
    let comma = if opened { start.wrapping_sub(3) } else { start.wrapping_sub(1) };
    if !(opened || of_them(view, part)) || comma < from || view.word(comma) != "," || comma - from > FARTHEST {
        return false;
    }
    (0..view.claims.len()).all(|i| !has_larger(&view.claims[i], whole, part)) && leaves_alone(view, whole, from..comma)
}

/// "Forty-six of them are women.", "Of these, 46 are women.", "They include 46 women." behind a sentence with one
/// plural, its only count: that count.
pub(super) fn in_sentence_before<'v>(
    view: &SentenceView<'v>,
    before: &SentenceView<'v>,
) -> Option<(&'v Claim, &'v Claim)> {
    let part = view.claims.first().filter(|c| speaks_of_them(view, c))?;
    if matches!(part.quantity.unit, Unit::Money(_)) {
        let mut wholes = before.claims.iter().filter(|c| c.quantity.unit == part.quantity.unit);
        let whole = wholes.next().filter(|_| wholes.next().is_none())?;
        return of_that(view).then_some((whole, part));
    }
    let counts = |c: &&Claim| c.quantity.unit.counts_things();
    let mut wholes = before.claims.iter().filter(counts);
    let whole = wholes.next().filter(|whole| wholes.next().is_none() && value_or_nought(whole) > Decimal::ONE)?;
    let others = (0..before.tokens().len()).any(|i| !before.in_a_figure(i) && may_be_plural(before, i));
    // "There are three towns. Among them live 900 farmers."
    let kin = part.quantity.noun.is_none() || is_people(before, whole) && is_people(view, part) || of_them(view, part);
    (!others && kin && matches!(whole.quantity.unit, Unit::Person | Unit::Thing)).then_some((whole, part))
}

/// "300 visitors": a word for people. Cases and households are counted as people, and are none.
fn is_people(view: &SentenceView<'_>, claim: &Claim) -> bool {
    claim.quantity.unit == Unit::Person && view.class(view.end_token(claim).saturating_sub(1)).contains(Class::PERSON)
}

/// Whether a sentence opens with words that make its first figure a part of what was told before.
fn speaks_of_them(view: &SentenceView<'_>, part: &Claim) -> bool {
    let start = view.first_token(part);
    let opens =
        |words: &[&str]| words.len() == start && words.iter().enumerate().all(|(i, word)| view.word(i) == *word);
    let them = || ["them", "these", "those"].into_iter();
    let subject = matches!(view.word(0), "It" | "He" | "She" | "The")
        && start <= 4
        && !(0..start).any(|i| may_be_plural(view, i));
    (start == 0 || subject) && of_them(view, part)
        || them().any(|word| opens(&["Of", word, ","]) || opens(&["Of", word]))
        || them().any(|word| ["are", "were"].into_iter().any(|verb| opens(&["Among", word, verb])))
        || ["They", "These", "Those"]
            .into_iter()
            .any(|word| ["include", "included"].into_iter().any(|verb| opens(&[word, verb])))
        || of_that(view) && (start == 2 || start == 3 && view.word(2) == ",")
}

/// "Of that, ...": of the amount before it.
fn of_that(view: &SentenceView<'_>) -> bool {
    view.word(0) == "Of" && matches!(view.word(1), "that" | "this")
}

/// "12 of whom", "12 of them"
fn of_them(view: &SentenceView<'_>, part: &Claim) -> bool {
    let end = view.end_token(part);
    view.word(end) == "of" && matches!(view.word(end + 1), "whom" | "which" | "them")
}

/// "80 people in three towns, 12 of them children": a figure before the nearest one that the part can be of.
fn has_larger(other: &Claim, whole: &Claim, part: &Claim) -> bool {
    other.quantity.span.start < whole.quantity.span.start
        && (other.quantity.unit.counts_things() && part.quantity.unit.counts_things()
            || other.quantity.unit == part.quantity.unit)
        && value_or_nought(other) >= value_or_nought(part)
}

/// Whether the words behind the whole name nobody else: nothing, a place ("on board"), or the rest of the clause whose
/// subject it is ("were taken to hospital").
fn leaves_alone(view: &SentenceView<'_>, whole: &Claim, words: std::ops::Range<usize>) -> bool {
    let Some(first) = words.clone().next() else { return true };
    let opens = matches!(view.word(first), "aboard" | "there" | "here")
        || view.class(first).contains(Class::PREPOSITION) && view.word(first) != "of"
        || is_subject(view, whole) && !view.class(first).intersects(Class::DETERMINER | Class::CONJUNCTION);
    let other_clause = Class::PRONOUN | Class::CONJUNCTION | Class::SUBORDINATOR | Class::RELATIVE;
    opens
        && words.clone().all(|i| {
            // "Three women run the shop": an object, which "them" may mean.
            let object = view.class(i).contains(Class::DETERMINER) && !view.class(i - 1).contains(Class::PREPOSITION);
            view.tokens()[i].kind != Kind::Punct
                && !object
                && !may_be_plural(view, i)
                && (!view.class(i).intersects(other_clause) || view.class(i).contains(Class::PREPOSITION))
        })
}

/// "two men with several dogs, 12 of them": a plural that "them" may mean.
fn may_be_plural(view: &SentenceView<'_>, at: usize) -> bool {
    const FUNCTION: Class = Class::AUXILIARY
        .union(Class::DETERMINER)
        .union(Class::PREPOSITION)
        .union(Class::PRONOUN)
        .union(Class::ADVERB)
        .union(Class::TIME_UNIT);
    let (word, class) = (view.word(at), view.class(at));
    class.contains(Class::COLLECTIVE)
        || !class.intersects(FUNCTION)
            && word.ends_with('s')
            && word.len() > 2
            && !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending))
}

/// "Forty people were", "On Friday 40 people were", and not "the owners of 40 farms were".
fn is_subject(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    let Some(before) = start.checked_sub(1) else { return true };
    let day = view.class(before).intersects(Class::WEEKDAY | Class::MONTH | Class::TIME_UNIT | Class::DAY_WORD);
    let year = view.tokens()[before].kind == Kind::Digits;
    let lead = before.saturating_sub(usize::from(view.class(before).contains(Class::DETERMINER)));
    day || year || !view.class(lead).intersects(Class::PREPOSITION | Class::CONJUNCTION)
}
