//! Numbers of laws, judgements, verses and moves, by the marks around them: "§ 14", "381 U.S. 479", "2 Corinthians 5",
//! "1.e4". Each function looks at a bounded number of tokens.

use crate::token::{Class, Kind, Look, Token, Tokens};

/// Most digits of a page or a volume.
const LONGEST: u32 = 4;

/// The token after a citation that begins at the digits `at`; none where a figure may stand there.
pub(super) fn citation_end(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    sentence.get(at).filter(|t| t.kind == Kind::Digits && t.end - t.start <= LONGEST)?;
    signed(sentence, at)
        .or_else(|| reported(sentence, at))
        .or_else(|| of_a_book(sentence, at))
        .or_else(|| chess_move(sentence, at))
}

/// "§ 14", "¶ 3", "№ 7".
fn signed(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    let mark = at.checked_sub(1).and_then(|i| sentence.get(i)).and_then(|t| t.word.as_punct());
    matches!(mark, Some('§' | '¶' | '№')).then_some(at + 1)
}

/// "381 U.S. 479", "42 U.S.C. § 1983": volume, report or code, page or section.
fn reported(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    let report = Look::INITIALS | Look::ALL_CAPS;
    sentence.get(at + 1).filter(|t| t.spaced() && t.look.contains(report))?;
    let marks = (at + 2..at + 4).take_while(|&i| sentence.get(i).is_some_and(|t| t.is_punct('§'))).count();
    let page = sentence.get(at + 2 + marks).filter(|t| t.kind == Kind::Digits && t.end - t.start <= LONGEST)?;
    // "In 12 U.S. 2024 races" is no page: it is a year.
    let written = sentence.text_of(page);
    let year = written.len() == "2024".len() && (written.starts_with("19") || written.starts_with("20")) && marks == 0;
    let counts = sentence.get(at + 3 + marks).is_some_and(|t| t.kind == Kind::Word && !is_closed(sentence, t));
    (!year && !counts).then_some(at + 3 + marks)
}

fn is_closed(sentence: Tokens<'_>, token: Token) -> bool {
    sentence.entry(token).class.intersects(Class::CLOSED | Class::VERB)
}

/// "2 Corinthians 5": the number of a book before its name and its chapter.
fn of_a_book(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    let book = sentence.get(at + 1).filter(|t| t.kind == Kind::Word && t.spaced() && t.capital())?;
    let chapter = sentence.get(at + 2).is_some_and(|t| t.kind == Kind::Digits);
    let one_to_four = matches!(sentence.get(at).map(|t| sentence.text_of(t)), Some("1" | "2" | "3" | "4"));
    (one_to_four && chapter && sentence.entry(book).class.contains(Class::LABEL)).then_some(at + 1)
}

/// "1.e4", "12. Bxf7": the number of a move, with the field behind.
fn chess_move(sentence: Tokens<'_>, at: usize) -> Option<usize> {
    sentence.get(at + 1).filter(|t| t.is_punct('.') && !t.spaced())?;
    let piece = sentence.get(at + 2).filter(|t| t.kind == Kind::Word)?;
    let written = sentence.text_of(piece).trim_start_matches(['K', 'Q', 'R', 'B', 'N']);
    let field = sentence.get(at + 3).is_some_and(|t| {
        t.kind == Kind::Digits && !t.spaced() && matches!(sentence.text_of(t).as_bytes(), [b'1'..=b'8'])
    });
    let file = written.len() <= 3 && written.bytes().all(|b| matches!(b, b'a'..=b'h' | b'x'));
    (file && field && !written.is_empty()).then_some(at + 4)
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn citations_are_no_figures() {
        for text in [
            "as § 9 and §§ 14 of the code say",
            "see 381 U.S. 479 for that",
            "under 28 U.S.C. § 1331 it may",
            "and 45 C.F.R. § 164 as well",
            "from 2 Thessalonians 3 they read",
            "after 1.d4 d5 2.c4 e6 the pawn hung",
            "then 14. Nxe5 won a piece",
        ] {
            assert_eq!(rows(text), "", "{text}");
        }
    }

    #[test]
    fn figures_beside_them() {
        let cases = [
            ("some 12 U.S. senators", "some 12 U.S. senators = 12 about"),
            ("of 40 U.S. 15 stayed", "40 = 40 none None"),
            ("a paper of 14. Nobody came", "14 = 14 none None"),
            ("he bought 2 Bibles", "2 Bibles = 2 none Thing Bibles"),
        ];
        for (text, expected) in cases {
            assert!(rows(text).starts_with(expected), "{text}: {}", rows(text));
        }
    }
}
