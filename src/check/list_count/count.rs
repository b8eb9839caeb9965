//! Which figures can be the count of a list: whole numbers of things that speak of what follows, and no dates, bounds,
//! versions or parts.

use rust_decimal::Decimal;

use crate::check::sentence::SentenceView;
use crate::claim::{Claim, Reading, Standing};
use crate::quantity::{Form, Hedge, Number, Unit};
use crate::token::{Class, Kind};

/// A whole number of things without a bound.
pub(super) fn plain_count(view: &SentenceView<'_>, claim: &Claim) -> Option<Decimal> {
    let quantity = &claim.quantity;
    // "operate under four constraints:" is no bound.
    let under = quantity.hedge == Hedge::LessThan && view.text(quantity.span).starts_with("under ");
    // "002" is a number of something, not a count.
    let plain = !view.text(quantity.number_span).starts_with('0')
        && (under || matches!(quantity.hedge, Hedge::None | Hedge::Exactly | Hedge::About))
        && quantity.unit.counts_things()
        && quantity.change.is_none()
        && matches!(claim.standing, Standing::Own | Standing::Part);
    match quantity.number {
        Number::Value { value, form: Form::Whole, .. } if plain => Some(value),
        _ => None,
    }
}

/// A colon or a spaced dash stands straight behind the counted noun, or a few words behind a bare number.
pub(super) fn opens_members(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let text = view.block();
    // Four words fit into this; what stands farther off opens no list of this figure.
    let end = claim.quantity.span.end as usize;
    let rest = &text[end..text.floor_char_boundary((end + 120).min(text.len()))];
    let mark = rest.find([':', '\u{2013}', '\u{2014}']).into_iter().chain(rest.find(" - ")).min();
    mark.is_some_and(|at| {
        let between = &rest[..at];
        // "at 8: news, sport and weather", "12 noon: tea and cake".
        let hour = matches!(between.trim(), "noon" | "midnight" | "a.m." | "p.m." | "am" | "pm" | "o'clock");
        // "the following three: ..."; "three: ..." may be a score or a number of a chapter.
        let following = view.word_before(view.first_token(claim), 1) == "following";
        if hour || claim.quantity.noun.is_none() && between.trim().is_empty() && !following {
            return false;
        }
        between.split_whitespace().count() <= 4 && !between.contains([',', ';', '.', '(', ')', '"'])
    })
}

/// Whether the figure speaks of the list: not a date, a time, a version or a part ("two of the three"), and no
/// "including" opens the list.
pub(super) fn governs(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let (first, end) = (view.first_token(claim), view.end_token(claim));
    let count = view.tokens().len();
    let open =
        |i: usize| view.class(i).contains(Class::INCLUDING) || matches!(view.word(i), "like" | "e.g" | "example");
    // "eight of us gathered to:": the items go on with the sentence.
    let stop = usize::from(view.tokens().last().is_some_and(|t| t.kind == Kind::Punct));
    let goes_on = matches!(view.word_before(count, 1 + stop), "to" | "that" | "by" | "for" | "with" | "and" | "or");
    let of_us = view.word(end) == "of" && matches!(view.word(end + 1), "us" | "them" | "you" | "these" | "those");
    // "Round Two projects" is a name.
    let bare = claim.quantity.noun.is_none() && view.tokens()[first].kind == Kind::Digits;
    // "Apologies: 6", "level = 4": what a form or a program puts there.
    let filled = matches!(view.word_before(first, 1), ":" | "=");
    // "one, two or all three of them:"
    let alternative = view.word_before(first, 1) == "or"
        || view.word(end) == "or"
        || view.word(end) == "," && view.word(end + 1) == "or";
    // "Release Eight", "Java 8"
    let named =
        first > usize::from(bare) && (view.tokens()[first].capital() || bare) && view.tokens()[first - 1].capital();
    !(end..count).any(open)
        && !is_partitive(view, claim)
        && !goes_on
        && !of_us
        && !named
        && !filled
        && !alternative
        && !matches!(view.word_before(first, 1), "top" | "than" | "per" | "every" | "another")
}

/// "The following two tables show the results.": what stands on the page by itself, and not as items of a list.
pub(super) fn is_shown(view: &SentenceView<'_>, claim: &Claim) -> bool {
    const SHOWN: &str = " table chart figure graph map picture photo photograph image screenshot diagram illustration \
                         video clip slide paragraph section chapter page column box panel quote ";
    view.head(claim).is_some_and(|head| SHOWN.contains(&format!(" {head} ")))
}

/// "two" and not "2".
pub(super) fn in_words(view: &SentenceView<'_>, claim: &Claim) -> bool {
    !view.text(claim.quantity.number_span).starts_with(|c: char| c.is_ascii_digit())
}

/// "two of the three": the list below is that of the two.
pub(super) fn is_partitive(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let first = view.first_token(claim);
    let of = if matches!(view.word_before(first, 1), "the" | "these" | "those" | "our" | "their") { 2 } else { 1 };
    let part = view.word_before(first, of + 1).to_lowercase();
    view.word_before(first, of) == "of"
        && matches!(
            part.as_str(),
            "two" | "three" | "four" | "five" | "six" | "some" | "many" | "most" | "few" | "several"
        )
}

/// "The following towns have two stations each: ...": the list is that of the towns.
pub(super) fn follows_another(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let first = view.first_token(claim);
    (0..first.saturating_sub(1))
        .any(|i| view.word(i).eq_ignore_ascii_case("following") && !view.class(i + 1).contains(Class::AUXILIARY))
}

/// "the deans of the two chambers": the list may be that of the deans.
pub(super) fn is_owner(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let first = view.first_token(claim);
    let of = if view.class(first.wrapping_sub(1)).contains(Class::DETERMINER) { 2 } else { 1 };
    let head = view.word_before(first, of + 1);
    let verb = matches!(head, "consists" | "is" | "was" | "has");
    view.word_before(first, of) == "of" && !verb && head.ends_with('s')
}

/// Whether an item begins with a number from two on, as a count or an ordinal would not.
pub(super) fn counts_several(reading: &Reading<'_>, block: u32) -> bool {
    let first = reading.sentences.partition_point(|sentence| sentence.block < block);
    let Some(sentence) = reading.sentences.get(first).filter(|sentence| sentence.block == block) else { return false };
    let view = SentenceView::of(reading, sentence);
    view.claims.first().is_some_and(|claim| {
        view.first_token(claim) == 0
            && in_words(&view, claim)
            && matches!(claim.quantity.unit, Unit::Thing | Unit::Person)
            && plain_count(&view, claim).is_some_and(|n| n > Decimal::ONE)
    })
}

/// Whether the last item tells of whatever is none of the others: "The remaining fields stay as they are."
pub(super) fn is_of_the_rest(reading: &Reading<'_>, block: u32) -> bool {
    const OPENINGS: &[&str] =
        &["the remaining ", "the rest", "the other", "all other", "any other", "otherwise", "if neither ", "if none "];
    let text = &reading.document.blocks[block as usize].text;
    let opens = |words: &&str| text.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
    OPENINGS.iter().any(opens)
}
