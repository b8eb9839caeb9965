//! Numbers in titles and names of several words, told by their capitals: "the Six Nations", "World War Two",
//! "“99 Balloons”".

use super::{Form, Number, Quantity, Unit};
use crate::token::{Class, Kind, Look, Token, Tokens};

/// How far around a word its sentence is asked whether it is written like a title.
const TITLE_REACH: usize = 10;

/// Words that are written with a capital and are no part of a title.
const NO_NAME: Class = Class::MONTH.union(Class::WEEKDAY).union(Class::CURRENCY);

/// "in the Six Nations", "World War Two", "the Third Reich": a number word with a capital inside a sentence, where the
/// sentence is not all capitals, as headlines are.
pub(super) fn is_in_a_title(sentence: Tokens<'_>, read: &Quantity) -> bool {
    let at = sentence.list().partition_point(|t| t.start < read.number_span.start);
    let capital =
        |t: Token| t.kind == Kind::Word && t.capital() && !t.look.intersects(Look::ALL_CAPS | Look::LINE_START);
    let counted = matches!(read.number, Number::Value { form: Form::Whole, .. });
    if !counted || is_of_a_contract(sentence, read) || !sentence.get(at).is_some_and(capital) {
        return false;
    }
    let follows_a_word = at
        .checked_sub(1)
        .and_then(|i| sentence.get(i))
        .is_some_and(|t| t.kind == Kind::Clitic || t.kind == Kind::Word && !sentence.text_of(t).ends_with('.'));
    follows_a_word && has_small_words(sentence, at)
}

/// "Thirty (30) days", "Five Hundred Dollars": contracts and cheques write numbers like names.
fn is_of_a_contract(sentence: Tokens<'_>, read: &Quantity) -> bool {
    // "Thirty (30)" is one number to the readers, "Thirty (20)" two.
    let from = sentence.list().partition_point(|t| t.start < read.number_span.start);
    let end = sentence.list().partition_point(|t| t.start < read.number_span.end);
    let again = (from..=end).find(|&i| sentence.get(i).is_some_and(|t| t.is_punct('(')));
    let again = again.is_some_and(|i| (i + 1..i + 3).any(|i| sentence.get(i).is_some_and(|t| t.kind == Kind::Digits)));
    again || matches!(read.unit, Unit::Money(_))
}

/// "“99 Balloons”", "“Twelve Angry Women”": a quotation of few words, all of them capitals, is what something is
/// called.
pub(super) fn is_a_quoted_title(sentence: Tokens<'_>, start: usize, end: usize) -> bool {
    let mark = |at: Option<usize>| at.and_then(|i| sentence.get(i)).and_then(|t| t.word.as_punct());
    let opens = matches!(mark(start.checked_sub(1)), Some('"' | '\u{201c}' | '\u{2018}'));
    // "“40 Dead”" is a headline: what it counts need not be all of the quotation.
    let closes = matches!(mark(Some(end)), Some('"' | '\u{201d}' | '\u{2019}'));
    opens
        && closes
        && end > start + 1
        && (start + 1..end).all(|i| sentence.get(i).is_some_and(|t| t.kind == Kind::Word && t.capital()))
        && has_small_words(sentence, start)
}

/// "they saw Tin Parade 3 again": a small number behind a name of several words, with nothing that it could count.
/// "Green Party 4, Labour 9" are counts.
pub(super) fn is_a_numbered_title(sentence: Tokens<'_>, start: usize, end: usize) -> bool {
    let name = |back: usize| {
        start.checked_sub(back).and_then(|at| sentence.get(at)).is_some_and(|t| {
            t.kind == Kind::Word
                && t.capital()
                && !t.look.intersects(Look::ALL_CAPS | Look::LINE_START)
                && !sentence.entry(t).class.intersects(NO_NAME)
        })
    };
    let short = sentence.get(start).is_some_and(|t| t.kind == Kind::Digits && t.end - t.start == 1 && t.spaced());
    let goes_on = sentence.get(end).is_some_and(|t| {
        t.kind == Kind::Word
            && !t.capital()
            && !matches!(sentence.text_of(t), "of" | "to")
            && (sentence.entry(t).class.intersects(Class::PREPOSITION | Class::CONJUNCTION)
                || matches!(sentence.text_of(t), "is" | "was" | "has" | "again"))
    });
    short && end == start + 1 && goes_on && name(1) && name(2) && has_small_words(sentence, start)
}

/// Whether words of content near this place are written small, as they are not in headlines.
fn has_small_words(sentence: Tokens<'_>, at: usize) -> bool {
    let closed = Class::PREPOSITION | Class::CONJUNCTION | Class::DETERMINER | Class::AUXILIARY | Class::SUBORDINATOR;
    (at.saturating_sub(TITLE_REACH)..at + TITLE_REACH).filter_map(|i| sentence.get(i)).any(|t| {
        t.kind == Kind::Word && !t.capital() && t.end - t.start > 2 && !sentence.entry(t).class.intersects(closed)
    })
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn titles_are_no_figures() {
        for text in [
            "won the Six Nations again",
            "since World War Two ended",
            "under the Third Reich many fled",
            "she asked the Big Four firms",
            "they saw Porter's Eleven again",
            "they sang “40 Candles” all night",
            "they saw Tin Parade 3 again",
            "the film Night Bakers 2 was shown",
            "the painting \"Three Sisters\" was sold",
        ] {
            assert_eq!(rows(text).replace("all night = 1 none Duration(Day)", ""), "", "{text}");
        }
    }

    #[test]
    fn figures_with_capitals_and_in_quotations() {
        let cases = [
            ("Police Arrest Seven Men", "Seven Men = 7 none Person Men"),
            ("He left the U.S. Two men stayed", "Two men = 2 none Person men"),
            ("he said “40 candles” were lit", "40 candles = 40 none Thing candles"),
            ("“40 Candles Lit”", "40 Candles"),
            ("the count gave Green Party 4, others none", "4 = 4"),
            ("it gave the Green Party 4 of its seats", "4"),
            ("there in New Delhi 4 died of it", "4 = 4"),
            ("a fee of Two Hundred Euros is due", "Two Hundred Euros = 200"),
            ("give notice of Sixty (60) days", "Sixty (60) days = 60"),
        ];
        for (text, expected) in cases {
            assert!(rows(text).starts_with(expected), "{text}: {}", rows(text));
        }
    }
}
