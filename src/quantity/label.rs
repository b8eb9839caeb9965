//! Words that make a name of the number beside them: "Article 5", "pp. 12-14", "Resolutions 1701 and 2699", "size 9
//! shoes", "the Big Four", "ISO 9001", "a 747". All look at the words around one figure, a bounded number of them.

use super::equation::is_in_an_equation;
use super::score::{is_a_result, is_in_a_row_of_scores};
use super::title::{is_a_numbered_title, is_a_quoted_title, is_in_a_title};
use super::{Hedge, Quantity, Unit};
use crate::token::{Class, Kind, Look, Token, Tokens};

/// Most tokens of a list that one label numbers: "Articles 5, 6, 9 and 12".
const LIST_REACH: usize = 8;
/// Bodies that are called after their number: "the Group of 77", "the Gang of Four".
const COUNTED_BODIES: &[&str] = &["Group", "Gang", "Band", "Council", "Committee", "Club", "Rule"];
/// American retirement plans, which look like thousands and billions.
const PLANS: &[&str] = &["401k", "401K", "403b", "403B", "457b"];

/// Numbers that one calls in need, and those that are other figures as often and want to be dialled.
const CALLED: &[&str] = &["911", "988", "999"];
const DIALLED: &[&str] = &["000", "101", "110", "111", "112", "119", "211", "311"];

/// Whether the words around a quantity make a name of it. `start` is the place of its first token in the sentence and
/// `end` the one after its last.
pub(super) fn is_named(sentence: Tokens<'_>, read: &Quantity, start: usize, end: usize) -> bool {
    let written = read.number_span.slice(sentence.block());
    PLANS.contains(&written)
        || is_padded(sentence, start, written)
        || is_labelled(sentence, read, start)
        || is_in_a_title(sentence, read)
        || is_a_quoted_title(sentence, start, end)
        || is_part_of_an_address(sentence, read, end)
        || is_emergency_number(sentence, read, written, start)
        || is_airliner(sentence, start, written)
        || is_in_an_equation(sentence, read, start, end)
        || is_bare(sentence, read)
            && (is_in_a_row_of_scores(sentence, start)
                || is_a_result(sentence, start, end)
                || is_a_numbered_title(sentence, start, end)
                || continues_a_list(sentence, start)
                || is_of_a_body(sentence, start)
                || is_standard(sentence, start, end)
                || is_numbered_time(sentence, start)
                || is_version(sentence, start, written)
                || is_calibre(sentence, start, written)
                || is_decade(sentence, end)
                || is_of_a_line(sentence, start, end)
                || is_broadcaster(sentence, start, end)
                || is_in_a_key(sentence, end))
}

/// "Bond 007", "desk 03": nobody counts with a nought in front.
fn is_padded(sentence: Tokens<'_>, start: usize, written: &str) -> bool {
    let named = start.checked_sub(1).and_then(|i| sentence.get(i)).is_some_and(|t| t.kind == Kind::Word);
    named && (2..4).contains(&written.len()) && written.starts_with('0') && written.bytes().all(|b| b.is_ascii_digit())
}

/// A number, or range, without anything that it counts or measures; a bound in signs alone is none ("GCC >= 9").
fn is_bare(sentence: Tokens<'_>, read: &Quantity) -> bool {
    let in_signs = read.span.slice(sentence.block()).starts_with(['>', '<', '\u{2265}', '\u{2264}']);
    read.unit == Unit::None
        && read.noun.is_none()
        && read.change.is_none()
        && (in_signs || matches!(read.hedge, Hedge::None | Hedge::Between))
}

/// "Resolution 2699", "pages 12-14", "No. 7": a bare number behind a label is a name. So is a number with a noun where
/// the label is a proper name ("Boeing 737 jets") or one that is never a verb ("size 9 shoes").
fn is_labelled(sentence: Tokens<'_>, read: &Quantity, start: usize) -> bool {
    let Some(at) = word_before(sentence, start) else {
        return false;
    };
    let Some(label) = sentence.get(at) else { return false };
    // "At this stage 12 people had left."
    let pointed_at = at.checked_sub(1).and_then(|i| sentence.get(i)).is_some_and(|t| {
        matches!(sentence.text_of(t), "this" | "that" | "each" | "every" | "any" | "which" | "same" | "This" | "That")
    });
    if pointed_at {
        return false;
    }
    let class = sentence.entry(label).class;
    let counts = matches!(read.unit, Unit::Thing | Unit::Person)
        && matches!(read.hedge, Hedge::None | Hedge::Between)
        && read.change.is_none();
    let in_digits = sentence.get(start).is_some_and(|t| t.kind == Kind::Digits);
    class.contains(Class::GRADE) && in_digits && (is_bare(sentence, read) || counts)
        || class.contains(Class::LABEL) && (is_bare(sentence, read) || counts && at > 0 && label.capital())
}

/// The place of the word before `start`, over the stop of an abbreviation: "Fig. 4".
fn word_before(sentence: Tokens<'_>, start: usize) -> Option<usize> {
    let at = start.checked_sub(1)?;
    let token = sentence.get(at)?;
    if token.kind == Kind::Word {
        return Some(at);
    }
    let abbreviated = at.checked_sub(1)?;
    let word = sentence.get(abbreviated).filter(|t| t.kind == Kind::Word && token.is_punct('.') && !token.spaced())?;
    sentence.entry(word).class.intersects(Class::ABBREVIATION | Class::LABEL | Class::GRADE).then_some(abbreviated)
}

/// "and 2699" behind "Resolutions 1701".
fn continues_a_list(sentence: Tokens<'_>, start: usize) -> bool {
    for at in (start.saturating_sub(LIST_REACH)..start).rev() {
        let Some(token) = sentence.get(at) else { break };
        let text = sentence.text_of(token);
        let joins = token.kind == Kind::Digits
            || sentence.entry(token).class.contains(Class::CARDINAL)
            || matches!(text, "and" | "or" | "to" | "&")
            || matches!(token.word.as_punct(), Some(',' | '-' | '\u{2013}' | '(' | ')'));
        if joins {
            continue;
        }
        let class = sentence.entry(token).class;
        // "Of the 88 rooms, 41 are let": the clause goes on.
        let parted = sentence.get(at + 1).is_some_and(|next| next.is_punct(','));
        return token.kind == Kind::Word
            && !parted
            && (text.ends_with('s') || text == "pp")
            && class.intersects(Class::LABEL | Class::GRADE);
    }
    false
}

/// "the Group of Seven", "the G 20".
fn is_of_a_body(sentence: Tokens<'_>, start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).and_then(|i| sentence.get(i)).map(|t| sentence.text_of(t));
    before(1) == Some("G") || before(1) == Some("of") && before(2).is_some_and(|text| COUNTED_BODIES.contains(&text))
}

/// "ISO 9001", "HB 1234", "H.R. 2155": four digits and more without separators behind capitals that are no place and
/// no currency. A line in capitals says nothing.
fn is_standard(sentence: Tokens<'_>, start: usize, end: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).and_then(|i| sentence.get(i));
    let capitals = |t: Token| t.kind == Kind::Word && t.look.contains(Look::ALL_CAPS);
    let other = Class::CURRENCY_CODE | Class::UNIT | Class::UNIT_SYMBOL | Class::MONTH | Class::PHRASE_START;
    end == start + 1
        && sentence.get(start).is_some_and(|t| t.kind == Kind::Digits && t.end - t.start > 3 && t.spaced())
        && before(1).is_some_and(|t| capitals(t) && t.end - t.start < 6 && !sentence.entry(t).class.intersects(other))
        && !before(2).is_some_and(capitals)
        && !sentence.get(end).is_some_and(capitals)
}

/// "the 3500 block of Elm Street", "the 805 freeway".
fn is_part_of_an_address(sentence: Tokens<'_>, read: &Quantity, end: usize) -> bool {
    let first = sentence.list().partition_point(|t| t.start < read.number_span.end);
    let ways = ["block", "blocks", "freeway", "turnpike", "expressway", "bypass"];
    let way = |at: usize| sentence.get(at).is_some_and(|t| t.kind == Kind::Word && ways.contains(&sentence.text_of(t)));
    let hyphened = sentence.get(first).is_some_and(|t| t.is_punct('-') && !t.spaced()) && way(first + 1);
    let of = sentence.get(first + 1).is_none_or(|t| t.kind == Kind::Punct || sentence.text_of(t) != "away");
    read.hedge == Hedge::None && end >= first && (way(first) && of || hyphened)
}

/// "called 911", "the 911 calls": nobody counts that many.
fn is_emergency_number(sentence: Tokens<'_>, read: &Quantity, written: &str, start: usize) -> bool {
    let before = start.checked_sub(1).and_then(|i| sentence.get(i)).map(|t| sentence.text_of(t));
    let reached_by =
        |verbs: &[&str]| before.is_some_and(|word| verbs.iter().any(|verb| word.eq_ignore_ascii_case(verb)));
    let dialled = || reached_by(&["dial", "dials", "dialled", "dialed", "dialling", "dialing"]);
    let called = || dialled() || reached_by(&["call", "calls", "called", "calling", "ring", "rang", "phone", "phoned"]);
    if read.unit == Unit::None && (CALLED.contains(&written) && called() || DIALLED.contains(&written) && dialled()) {
        return true;
    }
    written == "911"
        && read.hedge == Hedge::None
        && matches!(read.unit, Unit::None | Unit::Thing)
        && read.noun.is_none_or(|noun| {
            let phrase = noun.phrase.slice(sentence.block());
            ["call", "dispatch", "operator", "response", "system", "tape"].iter().any(|word| phrase.starts_with(word))
        })
}

/// "NewsChannel 11", "ActionNews 9", "(KXYZ 18)": stations are called after the number that they send on.
fn is_broadcaster(sentence: Tokens<'_>, start: usize, end: usize) -> bool {
    let Some(at) = start.checked_sub(1) else { return false };
    let Some(name) = sentence.get(at).filter(|t| t.kind == Kind::Word && t.capital()) else { return false };
    let text = sentence.text_of(name);
    // "(SD 9)" and "(IQR 12)" are figures of a study.
    let letters = name.look.contains(Look::ALL_CAPS)
        && !matches!(text, "SD" | "SE" | "SEM" | "CI" | "IQR" | "OR" | "HR" | "RR" | "BMI");
    let call_sign = letters
        && at.checked_sub(1).and_then(|i| sentence.get(i)).is_some_and(|t| t.is_punct('('))
        && sentence.get(end).is_some_and(|t| t.is_punct(')'));
    call_sign || text.len() > 5 && (text.ends_with("Channel") || text.ends_with("News"))
}

/// "in week 4", "on day two", "Year 9": which one, and not how many. "Last year 200 fled" is a count.
fn is_numbered_time(sentence: Tokens<'_>, start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).and_then(|i| sentence.get(i));
    let singular = |t: Token| {
        let class = sentence.entry(t).class;
        class.contains(Class::TIME_UNIT) && !class.contains(Class::PLURAL)
    };
    let led = before(2).is_none_or(|t| match t.kind {
        // "It raised week 4 from 90 to 95."
        Kind::Word => {
            sentence.entry(t).class.intersects(Class::RISE | Class::FALL | Class::LEADS_TO)
                || matches!(
                    sentence.text_of(t),
                    "in" | "on" | "during" | "by" | "since" | "until" | "after" | "before" | "In" | "On" | "During"
                )
        }
        _ => t.kind == Kind::Punct,
    });
    before(1).is_some_and(singular) && led
}

/// "OAuth 2.0", "Web 2.0": nobody writes a nought behind the stop of a small number for exactness alone.
fn is_version(sentence: Tokens<'_>, start: usize, written: &str) -> bool {
    let before = start.checked_sub(1).and_then(|i| sentence.get(i));
    let other = Class::CURRENCY_CODE | Class::MONTH | Class::PHRASE_START | Class::PREPOSITION;
    matches!(written.as_bytes(), [b'1'..=b'9', b'.', b'0'])
        && before.is_some_and(|t| t.kind == Kind::Word && t.capital() && !sentence.entry(t).class.intersects(other))
}

/// "the '70s" where no date was read.
fn is_decade(sentence: Tokens<'_>, end: usize) -> bool {
    sentence.get(end).is_some_and(|t| !t.spaced() && sentence.text_of(t) == "s")
}

/// "the 38 bus", "the 5.45 train": which one runs.
fn is_of_a_line(sentence: Tokens<'_>, start: usize, end: usize) -> bool {
    const LINES: &[&str] = &["bus", "train", "tram", "ferry", "trolleybus", "streetcar", "flight"];
    let led = start.checked_sub(1).and_then(|i| sentence.get(i));
    led.is_some_and(|t| sentence.entry(t).class.contains(Class::DETERMINER))
        && sentence.get(end).is_some_and(|t| LINES.contains(&sentence.text_of(t)))
}

/// "1 = never": the key of a table.
fn is_in_a_key(sentence: Tokens<'_>, end: usize) -> bool {
    sentence.get(end).is_some_and(|t| t.is_punct('='))
}

/// "a 747 landed", "the 737 MAX jets": an airliner by its number alone.
fn is_airliner(sentence: Tokens<'_>, start: usize, written: &str) -> bool {
    let text = |at: Option<usize>| at.and_then(|i| sentence.get(i)).map(|t| sentence.text_of(t));
    let behind = text(Some(start + 1));
    let jets =
        matches!(behind, Some("MAX" | "Max" | "jet" | "jets" | "plane" | "planes" | "landed" | "crash" | "aircraft"));
    matches!(written.as_bytes(), [b'7', b'0'..=b'8', b'7']) && (jets || text(start.checked_sub(1)) == Some("a"))
}

/// "a .45", "his .22 rifle", "a Webley .38".
fn is_calibre(sentence: Tokens<'_>, start: usize, written: &str) -> bool {
    let before = start.checked_sub(1).and_then(|i| sentence.get(i));
    let named = |t: Token| {
        written.len() == ".45".len() && t.kind == Kind::Word && t.capital() && !t.look.contains(Look::LINE_START)
    };
    written.starts_with('.') && before.is_some_and(|t| sentence.entry(t).class.contains(Class::DETERMINER) || named(t))
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn labelled_numbers_are_no_figures() {
        let none = |text: &str| assert_eq!(rows(text), "", "{text}");
        none("see Articles 4, 6 and 11 of it");
        none("as Fig. 3 and pp. 31-40 show");
        none("chapters 2 to 6 of the book");
        none("he wore size 11 boots");
        none("with type 2 diabetes");
        none("a category 4 storm hit");
        none("it meets ISO 22301 since then");
        none("under HB 2213 they may");
        none("the Group of 77 met");
        none("the Gang of Four fell");
        none("a 757 landed there");
        none("the 737 MAX jets stayed down");
        none("in the 4200 block of Elm Street");
        none("he called 911 at once, and the 911 calls show it");
        none("it fell in week 4 and on day nine");
        none("the OAuth 2.0 server, agent 007");
        none("1 = never; 5 = always");
        none("at desk 03, and Bond 007 returns");
        none("he drew a .38 and fired");
        none("her 401k lost money");
        none("on the 38 bus or the 5.45 train");
        none("it needs GCC >= 9 and JDK 11 or later");
        none("phone 999 if it is so, or dial 112 at once");
        none("he fired a Webley .38 twice");
        none("under Executive Order 11246 and Exhibit 12 to it");
        none("it stopped with error 1045 and HTTP 503");
    }

    #[test]
    fn figures_behind_other_words() {
        let cases = [
            ("they laid down 40 miles", "40 miles = 40 none Measure"),
            ("last year 200 fled", "200 = 200 none None"),
            ("about 911 people came", "about 911 people = 911 about Person people"),
            ("it sent $911 in aid", "$911 = 911 none Money"),
            ("the blast shook 12 blocks away", "12 blocks = 12 none Thing blocks"),
            ("they form 12 teams", "12 teams = 12 none Thing teams"),
            ("the UN sent 4000 then", "4000 = 4000 none None"),
            ("the police stop 12 vans", "12 vans = 12 none Thing vans"),
            ("it won 0.07 of them", "0.07 = 0.07 none None"),
            ("they call 112 aunts", "112 aunts = 112 none Person aunts"),
            ("a mean of 4.1 (SD 0.9)", "4.1 = 4.1 none None\n0.9 = 0.9 none None"),
            ("at this stage 12 people left", "12 people = 12 none Person people"),
            ("in stage four cancers", "four cancers = 4 none Thing cancers"),
        ];
        for (text, expected) in cases {
            assert!(rows(text).starts_with(expected), "{text}: {}", rows(text));
        }
    }
}
