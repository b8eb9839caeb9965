//! Levels of another time in a clause of their own: "14% more than a year before, when it packed 220,000", "a rise of
//! 12% on last spring, when there were 50,000".

use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::token::{Class, Kind};

/// Words between "than" and the clause: "in the same month of last year".
const LONGEST_TIME: usize = 8;

/// Words of the clause before its figure: "when the number of calls stood at".
const LONGEST_SUBJECT: usize = 6;

/// Whether a level is what a "when" clause says of the time behind `mark`, the "than" of a comparison.
pub(super) fn recalled(view: &SentenceView<'_>, mark: usize, base: &Claim) -> bool {
    let (start, end) = (view.first_token(base), view.end_token(base));
    let Some(when) = (mark + 2..start).find(|&i| view.word(i) == "when") else { return false };
    let time = when - mark <= LONGEST_TIME
        && view.word(when - 1) == ","
        && !(mark + 1..when - 1)
            .any(|i| view.tokens()[i].kind == Kind::Punct || view.class(i).contains(Class::RELATIVE));
    let subject = when + 1..start;
    if !time || subject.len() > LONGEST_SUBJECT || subject.clone().any(|i| view.tokens()[i].kind == Kind::Punct) {
        return false;
    }
    // "when it packed 220,000", of what "packed" before; "when there were 240", "when they stood at 220,000".
    let again = |i: usize| (0..mark).any(|earlier| view.word(earlier) == view.word(i));
    let copula = |i: usize| matches!(view.word(i), "was" | "were" | "been");
    let hedges = subject.clone().rev().take_while(|&i| is_hedge(view, i)).count();
    let verb = subject.end - hedges;
    let stands = match (view.word_before(verb, 2), view.word_before(verb, 1)) {
        ("stood" | "came" | "amounted", "at" | "to")
        | (_, "numbered" | "totalled" | "totaled" | "reached" | "averaged") => true,
        _ => {
            verb > when + 1
                && (copula(verb - 1) || again(verb - 1) && !view.class(verb - 1).contains(Class::PREPOSITION))
        }
    };
    // "when 390 were reported", "when 5,000 came"
    let counted = |i: usize| {
        matches!(view.word(i), "came" | "attended" | "reported" | "recorded" | "registered" | "counted" | "logged")
            || again(i) && view.class(i).contains(Class::VERB)
    };
    let first = subject.is_empty() && (end..end + 2).any(counted);
    let last = view.ends_clause(end);
    stands && last || first && base.quantity.noun.is_none()
}

/// "nearly 220,000"; the "to" of "came to" is none.
fn is_hedge(view: &SentenceView<'_>, at: usize) -> bool {
    view.class(at).contains(Class::HEDGE) && !matches!(view.word(at), "to" | "at")
}
