//! Numbers of equations, which say nothing of the world: "2x + 7 = 19". Arithmetic without a letter ("45 + 7 = 52") is
//! left alone: it can be right or wrong.

use super::{Number, Quantity, Unit};
use crate::token::{Class, Kind, Token, Tokens};

/// How far to either side the equation is looked at.
const REACH: usize = 8;

/// Whether a number stands between the signs of an equation that has a variable, a sign of equality and an operation.
pub(super) fn is_in_an_equation(sentence: Tokens<'_>, read: &Quantity, start: usize, end: usize) -> bool {
    let mark = |at: usize| sentence.get(at).and_then(|t| t.word.as_punct());
    let sign = |at: usize| matches!(mark(at), Some('=' | '+' | '-' | '*' | '/' | '^' | '×' | '\u{2212}'));
    let bare = read.unit == Unit::None || matches!(read.number, Number::Multiple { .. });
    if !bare || !(sign(end) || start.checked_sub(1).is_some_and(sign)) {
        return false;
    }
    let letter = |at: usize| sentence.get(at).is_some_and(|t| is_variable(sentence, t));
    let part = |at: usize| {
        sign(at)
            || letter(at)
            || matches!(mark(at), Some('.' | '(' | ')'))
            || sentence.get(at).is_some_and(|t| t.kind == Kind::Digits)
    };
    let first = (start.saturating_sub(REACH)..start).rev().take_while(|&at| part(at)).last().unwrap_or(start);
    let last = (start..end + REACH).take_while(|&at| part(at)).last().unwrap_or(start);
    let has = |test: &dyn Fn(usize) -> bool| (first..=last).any(test);
    has(&|at| mark(at) == Some('=')) && has(&|at| sign(at) && mark(at) != Some('=')) && has(&letter)
}

/// "x", "y": a letter that is no word, no unit and no magnitude.
fn is_variable(sentence: Tokens<'_>, token: Token) -> bool {
    const OTHER: Class = Class::CLOSED.union(Class::UNIT_SYMBOL).union(Class::UNIT).union(Class::SHORT_MAGNITUDE);
    token.kind == Kind::Word
        && token.end - token.start == 1
        && !matches!(sentence.text_of(token), "a" | "A" | "I")
        && !sentence.entry(token).class.intersects(OTHER)
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn equations_are_no_figures() {
        for text in ["solve 3x + 8 = 26 now", "as y = 4x - 2 shows", "where 5y - 9 = 21 holds"] {
            assert_eq!(rows(text), "", "{text}");
        }
    }

    #[test]
    fn figures_beside_signs() {
        let cases = [
            ("there 45 + 7 = 52 stayed", "45 = 45"),
            ("of patients (n = 120) many", "120 = 120"),
            ("from 12 - 4 = 8 goats", "12 = 12"),
        ];
        for (text, expected) in cases {
            assert!(rows(text).starts_with(expected), "{text}: {}", rows(text));
        }
    }
}
