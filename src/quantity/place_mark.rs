//! Digits that say where something is: coordinates, citation marks, list markers, codes. Each function returns the
//! token after the mark, and looks at a bounded number of tokens.

use crate::token::{Kind, Look, Token, Tokens};

/// Most tokens of one coordinate or of one pair of square brackets.
const LONGEST_MARK: usize = 14;
/// Decimals from which two numbers with a comma are a place on the globe.
const FINE: u32 = 4;

/// The token after a coordinate, a citation, a list marker or a hexadecimal code that begins at the digits `at`.
pub(super) fn place_mark_end(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    sexagesimal_end(sentence, at)
        .or_else(|| decimal_pair_end(sentence, at))
        .or_else(|| citation_end(sentence, at))
        .or_else(|| list_marker_end(sentence, at))
}

fn glued(sentence: Tokens<'_>, at: usize) -> Option<Token> {
    sentence.get(at).filter(|t| !t.spaced())
}

/// "40°26′46″N", "12°N", "51°30'N": degrees with minutes or with a side of the globe.
fn sexagesimal_end(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    let mut next = after_decimals(sentence, at + 1);
    glued(sentence, next).filter(|t| t.is_punct('°') || t.is_punct('º'))?;
    next += 1;
    let mut parts = 0;
    while parts < 2 && glued(sentence, next).is_some_and(|t| t.kind == Kind::Digits) {
        let after = after_decimals(sentence, next + 1);
        let mark = glued(sentence, after).and_then(|t| t.word.as_punct());
        let Some('\'' | '"' | '\u{2019}' | '\u{201d}' | '\u{2032}' | '\u{2033}') = mark else {
            break;
        };
        (next, parts) = (after + 1, parts + 1);
    }
    let side = sentence.get(next).filter(|t| matches!(sentence.text_of(*t), "N" | "S" | "E" | "W"));
    (parts > 0 || side.is_some()).then(|| next + usize::from(side.is_some()))
}

/// The token after ".5" that is glued on, or the same place.
fn after_decimals(sentence: Tokens<'_>, at: usize) -> usize {
    let stop = glued(sentence, at).is_some_and(|t| t.is_punct('.'));
    if stop && glued(sentence, at + 1).is_some_and(|t| t.kind == Kind::Digits) { at + 2 } else { at }
}

/// "51.5074, -0.1278": two numbers with four decimals or more.
fn decimal_pair_end(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    let fine = |at: usize| {
        let end = after_decimals(sentence, at + 1);
        let decimals = sentence.get(end - 1).filter(|t| end == at + 3 && t.end - t.start >= FINE);
        decimals.filter(|_| sentence.get(at).is_some_and(|t| t.kind == Kind::Digits)).map(|_| end)
    };
    let comma = fine(at)?;
    glued(sentence, comma).filter(|t| t.is_punct(','))?;
    let minus = sentence.get(comma + 1).is_some_and(|t| t.is_punct('-') || t.is_punct('\u{2212}'));
    fine(comma + 1 + usize::from(minus))
}

/// "[12]", "[3, 4]", "[7-9]" behind the words that they prove; "[600] officers" is an editor's insertion.
fn citation_end(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    let open = at.checked_sub(1).and_then(|i| sentence.get(i)).filter(|t| t.is_punct('['))?;
    let mut short = true;
    for next in at..at + LONGEST_MARK {
        let token = sentence.get(next)?;
        match token.kind {
            Kind::Digits => short &= token.end - token.start < 3,
            Kind::Punct if token.is_punct(']') => {
                let glued_on = open.start > 0 && !open.spaced();
                return (short || glued_on).then_some(next + 1);
            }
            Kind::Punct if matches!(token.word.as_punct(), Some(',' | '-' | '\u{2013}' | ';')) => {}
            _ => return None,
        }
    }
    None
}

/// "(3)" at the head of a line with words behind it, "2)" before words, "2." alone. "(3)" alone in a cell is a figure
/// below nought.
fn list_marker_end(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    let short = sentence.get(at).is_some_and(|t| t.end - t.start < 3);
    if short && at == 0 && sentence.len() == 2 && glued(sentence, 1).is_some_and(|t| t.is_punct('.')) {
        return Some(2);
    }
    let bracket = (at.saturating_sub(LONGEST_MARK)..at).any(|i| sentence.get(i).is_some_and(|t| t.is_punct('(')));
    let words_behind = sentence.get(at + 2).is_some_and(|t| t.kind == Kind::Word && t.spaced());
    if short && !bracket && words_behind && glued(sentence, at + 1).is_some_and(|t| t.is_punct(')')) {
        return Some(at + 2);
    }
    let open = at.checked_sub(1).and_then(|i| sentence.get(i))?;
    let marks = open.is_punct('(') && open.look.contains(Look::LINE_START);
    let closes = sentence.get(at + 1).is_some_and(|t| t.is_punct(')'));
    (marks && closes && short && words_behind).then_some(at + 2)
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn marks_of_places_are_no_figures() {
        let none = |text: &str| assert_eq!(rows(text), "", "{text}");
        none("It lies at 47°22′N 8°33′E in the hills.");
        none("The wreck is at 12°S now.");
        none("Go to 47.3769, 8.5417 or 47.3769, -8.5417 then.");
        none("It was shown.[4] And again.[5,6] Others differ [17-19].");
        none("(4) The board meets.");
        none("We ask 1) who came and 2) who stayed.");
        none("colour #ff7700 and address 0x7fa0");
    }

    #[test]
    fn figures_that_look_a_little_like_them() {
        let cases = [
            ("[600] officers came", "600 = 600 none None"),
            ("from 4.5, 6.25 in May", "4.5 = 4.5 none None ; 6.25 = 6.25 none None"),
        ];
        for (text, expected) in cases {
            assert_eq!(rows(text).replace('\n', " ; "), expected, "{text}");
        }
    }
}
