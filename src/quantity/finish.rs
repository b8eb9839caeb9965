//! What decides, once a quantity is read, whether it is a figure: the words before it, its unit and its noun.

use super::name::{is_house_number, is_postcode, is_street};
use super::phrase::negated;
use super::{Change, Hedge, Number, Quantity, Unit};
use crate::token::{Class, Kind, Token, Tokens};

/// Adds what stands before the quantity (a rise or fall, a label noun) and drops what is no figure.
pub(super) fn finish(sentence: Tokens<'_>, start: usize, first: u32, mut read: Quantity) -> Option<Quantity> {
    let before = |back: usize| start.checked_sub(back).and_then(|i| sentence.get(i));
    if labels_a_name(sentence, &read, before(1), start == 1) {
        return None;
    }
    let bare = read.unit == Unit::None && read.hedge == Hedge::None;
    if bare
        && let Some(number) = sentence.get(start)
        && (is_house_number(sentence.skip((read.tokens.1 - first) as usize))
            || is_postcode(sentence, number, before(1), before(2)))
    {
        return None;
    }
    if start == 1
        && (read.tokens.1 - first) as usize == sentence.len()
        && sentence.get(0).is_some_and(|t| t.is_punct('-') || t.is_punct('\u{2212}'))
        && let Ok(number) = negated(read.number)
    {
        // A block of nothing but "- 1,204", as cells of tables have it.
        read.number = number;
    }
    if read.change.is_none() && !matches!(read.number, Number::Multiple { .. } | Number::Share { .. }) {
        read.change = change_before(sentence, before(1), before(2));
    }
    keep(&read, sentence, before(1)).then_some(read)
}

/// "Resolution 2699", "Article 5", "No. 7", "Flight 370": a bare number behind a label is a name. So is a number with
/// a noun where the label is a proper name: "Boeing 737 jets".
fn labels_a_name(sentence: Tokens<'_>, read: &Quantity, before: Option<Token>, label_opens: bool) -> bool {
    let named = read.unit == Unit::Thing && !label_opens && before.is_some_and(Token::capital);
    let bare = read.unit == Unit::None && read.noun.is_none();
    (bare || named)
        && read.hedge == Hedge::None
        && read.change.is_none()
        && before.is_some_and(|t| t.kind == Kind::Word && sentence.entry(t).class.contains(Class::LABEL))
}

/// "up 600", "fell by 12", "an increase of 20%".
fn change_before(sentence: Tokens<'_>, before: Option<Token>, earlier: Option<Token>) -> Option<Change> {
    let direction = |token: Token| {
        let class = sentence.entry(token).class;
        if class.contains(Class::RISE) {
            Some(Change::Increase)
        } else if class.contains(Class::FALL) {
            Some(Change::Decrease)
        } else {
            None
        }
    };
    let before = before.filter(|t| t.kind == Kind::Word)?;
    match sentence.text_of(before) {
        // "made up of 600", "comes down to"
        "of" if earlier.is_some_and(|t| matches!(sentence.text_of(t), "up" | "down")) => None,
        "by" | "of" | "another" | "an" => earlier.filter(|t| t.kind == Kind::Word).and_then(direction),
        // "lost 12 men", "cut 45 jobs", "added 3": transitive verbs count what they take.
        "lost" | "cut" | "cuts" | "shed" | "gained" | "gain" | "added" | "lower" | "higher" => None,
        _ => direction(before),
    }
}

/// Whether a number counts anything: "one" needs a unit or a person, an ordinal a noun, a vague "few" is left to its
/// measure, a bare plural of time needs the preposition that makes it a length.
fn keep(read: &Quantity, sentence: Tokens<'_>, before: Option<Token>) -> bool {
    let one_in_words = matches!(read.number, Number::Value { value, .. } if value == rust_decimal::Decimal::ONE)
        && sentence.block().as_bytes()[read.number_span.start as usize].is_ascii_alphabetic();
    if one_in_words && read.unit == Unit::None {
        return false;
    }
    if read.unit == Unit::Ordinal {
        return match read.noun {
            None => is_lone_ordinal(read, sentence, before),
            Some(noun) => !is_street(noun.head.slice(sentence.block())),
        };
    }
    let half_of_a_match = matches!(read.number, Number::Share { .. })
        && before.is_some_and(|t| {
            sentence.entry(t).class.intersects(Class::ORDINAL | Class::DEICTIC) || sentence.text_of(t) == "other"
        });
    !half_of_a_match
}

/// Whether an ordinal without a noun is a figure: "21st", "twenty-fifth", "the fourth", "finished second", or nothing
/// but the ordinal. "Second, we must", "at first", "the first 30 days" and "the second-largest" are none.
fn is_lone_ordinal(read: &Quantity, sentence: Tokens<'_>, before: Option<Token>) -> bool {
    const PLACED: &[&str] = &[
        "finished",
        "finish",
        "finishes",
        "finishing",
        "came",
        "come",
        "comes",
        "coming",
        "placed",
        "places",
        "ranked",
        "ranks",
        "rank",
        "ranking",
        "sits",
        "lies",
        "stands",
        "remains",
    ];
    let written = read.number_span.slice(sentence.block());
    if !written.bytes().all(|b| b.is_ascii_alphabetic()) {
        return true;
    }
    let after = sentence.get(sentence.list().partition_point(|t| t.start < read.span.end));
    let alone = after.is_none_or(|t| t.kind == Kind::Punct) && before.is_none();
    let goes_on = after.is_some_and(|t| {
        t.kind == Kind::Digits
            || t.is_punct('-') && !t.spaced()
            || sentence.text_of(t) != "one"
                && sentence.entry(t).class.intersects(Class::CARDINAL | Class::TIME_UNIT | Class::HUNDRED)
    });
    let lone_comma = after.is_some_and(|t| t.is_punct(','));
    alone && !lone_comma
        || !goes_on
            && before.is_some_and(|t| {
                let class = sentence.entry(t).class;
                let text = sentence.text_of(t);
                // "Just a second" is a length of time.
                let moment = read.number_span.slice(sentence.block()).eq_ignore_ascii_case("second") && text == "a";
                t.kind == Kind::Clitic
                    || t.kind == Kind::Word
                        && (class.intersects(Class::DETERMINER | Class::DEICTIC) && !moment || PLACED.contains(&text))
            })
}
