//! Where sentences end: a stop, question or exclamation mark, with its closing quotes, before a space and the start of
//! something new. Abbreviations and initials do not end one.

use std::ops::Range;

use super::{Class, Kind, Lexicon, Look, Token};

/// Index ranges of the sentences of one block, in order, without gaps; every token lies in exactly one.
pub fn sentences(tokens: &[Token], lexicon: &Lexicon, out: &mut Vec<Range<usize>>) {
    out.clear();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        if ends_sentence(tokens, at, lexicon) || is_too_long(tokens, start, at) {
            let mut end = at + 1;
            while tokens.get(end).is_some_and(|t| closes(*t)) {
                end += 1;
            }
            out.push(start..end);
            start = end;
            at = end;
        } else {
            at += 1;
        }
    }
    if start < tokens.len() {
        out.push(start..tokens.len());
    }
}

/// Tokens after which a sentence ends at the next mark, and at twice as many anywhere. The longest sentences of prose
/// have some 200; what is longer is a table or a machine's, and all work within a sentence stays bounded.
const LONGEST: usize = 400;

fn is_too_long(tokens: &[Token], start: usize, at: usize) -> bool {
    let length = at - start;
    length >= LONGEST && tokens[at].kind == Kind::Punct && tokens.get(at + 1).is_none_or(|t| t.spaced())
        || length >= 2 * LONGEST
}

/// Quotes and brackets that close what the sentence opened.
fn closes(token: Token) -> bool {
    !token.spaced()
        && token.kind == Kind::Punct
        && matches!(token.word.as_punct(), Some('"' | '\'' | '\u{201d}' | '\u{2019}' | ')' | ']' | '.' | '!' | '?'))
}

fn ends_sentence(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let token = tokens[at];
    if token.kind == Kind::Word {
        // "the U.S. The next": initials end a sentence only before a capitalised function word.
        return token.look.contains(Look::ALL_CAPS | Look::INITIALS)
            && tokens.get(at + 1).is_some_and(|next| {
                next.spaced()
                    && next.capital()
                    && lexicon
                        .class(next.word)
                        .intersects(Class::DETERMINER | Class::PRONOUN | Class::PREPOSITION | Class::SUBORDINATOR)
            });
    }
    let Some(mark) = token.word.as_punct().filter(|_| token.kind == Kind::Punct) else {
        return false;
    };
    if !matches!(mark, '.' | '!' | '?' | '\u{2026}') {
        return false;
    }
    let mut next = at + 1;
    while tokens.get(next).is_some_and(|t| closes(*t)) {
        next += 1;
    }
    let Some(follower) = tokens.get(next) else {
        return true;
    };
    if !follower.spaced() || (follower.kind == Kind::Word && !follower.capital()) {
        return false;
    }
    if mark != '.' || next > at + 1 {
        return true;
    }
    let Some(before) = at.checked_sub(1).map(|i| tokens[i]) else {
        return true;
    };
    // "Mr. Smith", "A. Smith", "No. 5" go on; "in May. The" ends.
    let initial = before.kind == Kind::Word && before.end - before.start == 1 && before.capital();
    let abbreviated = lexicon.class(before.word).contains(Class::ABBREVIATION) && !token.spaced();
    // "approx. €5", "max. $20".
    let money = matches!(follower.word.as_punct(), Some('$' | '€' | '£' | '¥' | '₹'));
    !(initial || abbreviated && (follower.kind == Kind::Digits || money || before.capital()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokenize;

    fn cut(text: &str) -> String {
        let lexicon = Lexicon::builder().build();
        let (mut tokens, mut ranges) = (Vec::new(), Vec::new());
        tokenize(text, &lexicon, &mut tokens);
        sentences(&tokens, &lexicon, &mut ranges);
        let cut: Vec<_> =
            ranges.iter().map(|r| &text[tokens[r.start].start as usize..tokens[r.end - 1].end as usize]).collect();
        cut.join(" | ")
    }

    #[test]
    fn sentences_end_at_stops_that_end_sentences() {
        insta::assert_snapshot!(cut("Ten died. Two fled."), @"Ten died. | Two fled.");
        insta::assert_snapshot!(cut("The U.N. Security Council met. It voted."), @"The U.N. Security Council met. | It voted.");
        insta::assert_snapshot!(cut("He left the U.S. The rest stayed."), @"He left the U.S. | The rest stayed.");
        insta::assert_snapshot!(cut("Mr. Smith paid 3.5 million. \"Why?\" he asked."), @r#"Mr. Smith paid 3.5 million. | "Why?" he asked."#);
        insta::assert_snapshot!(cut("SHIP CARRYING OVER THE 300 MIGRANTS SINKS"), @"SHIP CARRYING OVER THE 300 MIGRANTS SINKS");
        insta::assert_snapshot!(cut("FIRE The blaze began at ten."), @"FIRE The blaze began at ten.");
        insta::assert_snapshot!(cut("“It is done.” They left."), @"“It is done.” | They left.");
    }
}
