//! Shares that exclude each other: votes, markets and what something is made of ("wind made up 45%, coal 38% and gas
//! 27%"), and answers of which everybody gives one ("52% were for it, 41% against it and 17% undecided"). They can come
//! to less than 100 per cent where the text leaves some out, never to more.

use super::is_plain;
use crate::check::divided::are_opposed;
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::Unit;
use crate::token::{Class, Kind};
use crate::verdict::Confidence;

/// Fewest shares of a list without opposed words; two can be the winners of two races.
const LEAST: usize = 3;

/// Most words that name whose share it is.
const LONGEST: usize = 5;

/// What can only be had by one: "44 percent of the vote".
const DIVIDED: &[&str] = &["vote", "votes", "seats", "market", "ballots"];

/// Verbs of which such a share is the object.
const TAKES: &[&str] = &[
    "won", "wins", "win", "took", "takes", "take", "received", "got", "gets", "has", "had", "have", "polled", "drew",
    "secured", "holds", "held", "hold", "captured", "gained", "on", "with",
];

/// Degrees of an answer, of which everybody gives one: "very likely", "somewhat likely", "not likely".
const DEGREES: &[&str] = &["very", "somewhat", "fairly", "rather", "quite", "not", "hardly"];

/// The shares of the sentence that exclude each other, and how sure that is.
pub(super) fn exclusive<'v>(view: &SentenceView<'v>) -> Option<(Vec<&'v Claim>, Confidence)> {
    let shares: Vec<&Claim> = view.claims.iter().filter(|c| c.quantity.unit == Unit::Percent).collect();
    if shares.len() < 2 || !shares.iter().all(|c| is_plain(view, c)) {
        return None;
    }
    let opposed = are_opposed(view, &shares) && !shares[1..].iter().any(|share| has_own_voter(view, share));
    if opposed || ends_undecided(view, &shares) || are_degrees(view, &shares) {
        return Some((shares, Confidence::High));
    }
    if shares.len() < LEAST || !shares.windows(2).all(|pair| is_next(view, pair[0], pair[1])) || !closes(view, &shares)
    {
        return None;
    }
    if are_divided(view, shares[0]) {
        Some((shares, Confidence::High))
    } else if makes_up(view, shares[0]) {
        Some((shares, Confidence::Medium))
    } else {
        None
    }
}

/// "Bern was 61 percent for it and Thun 72 percent against": a name straight before the share tells whose answer it is.
fn has_own_voter(view: &SentenceView<'_>, share: &Claim) -> bool {
    let at = view.first_token(share).wrapping_sub(1);
    view.class(at).is_empty() && view.word(at).starts_with(char::is_uppercase)
}

/// "60 percent wanted to, 25 percent did not and 15 percent had no opinion"
fn ends_undecided(view: &SentenceView<'_>, shares: &[&Claim]) -> bool {
    let [_, .., against, last] = shares else { return false };
    let says = |claim: &Claim, words: &[&str]| {
        let end = view.end_token(claim);
        (end..end + 3).any(|i| words.contains(&view.word(i)))
    };
    says(last, &["opinion", "undecided", "unsure", "know", "sure", "answer"])
        && says(against, &["not", "against", "opposed", "no", "disagreed", "rejected"])
        && shares.len() == 3
}

/// "38 percent are very happy with it, 41 percent fairly happy and 19 percent not happy": degrees of one quality.
fn are_degrees(view: &SentenceView<'_>, shares: &[&Claim]) -> bool {
    let degree = |claim: &Claim| {
        let end = view.end_token(claim);
        let at = (end..end + 4).find(|&i| DEGREES.contains(&view.word(i)) && !view.in_a_figure(i))?;
        let quality = (at..at + 3).find(|&i| !DEGREES.contains(&view.word(i)))?;
        Some((view.word(at), view.word(quality)))
    };
    let degrees: Option<Vec<(&str, &str)>> = shares.iter().map(|share| degree(share)).collect();
    let Some(degrees) = degrees.filter(|degrees| degrees.len() >= LEAST) else { return false };
    let differs = |at: usize| degrees[..at].iter().all(|(degree, _)| *degree != degrees[at].0);
    (0..degrees.len()).all(|at| differs(at) && degrees[at].1 == degrees[0].1)
}

/// "won 44 percent of the vote": the share of something that has one owner for each part.
fn are_divided(view: &SentenceView<'_>, first: &Claim) -> bool {
    let (start, end) = (view.first_token(first), view.end_token(first));
    view.word(end) == "of"
        && (end + 1..end + 4).any(|i| DIVIDED.contains(&view.word(i)))
        && TAKES.contains(&view.word_before(start, 1))
}

/// "steel makes up 51 percent", "rent accounts for 48 percent"; groups of people overlap.
fn makes_up(view: &SentenceView<'_>, first: &Claim) -> bool {
    let start = view.first_token(first);
    let verb = matches!(
        (view.word_before(start, 2), view.word_before(start, 1)),
        ("makes" | "make" | "made" | "making", "up") | ("accounts" | "account" | "accounted" | "accounting", "for")
    );
    let people = (0..view.tokens().len()).any(|i| view.class(i).contains(Class::PERSON));
    verb && !people
}

/// Whether one share follows the other with nothing but its owner between: "of the vote, the Reds".
fn is_next(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    let (from, to) = (view.end_token(a), view.first_token(b));
    let mark = |i: usize| view.class(i).contains(Class::CONJUNCTION) || matches!(view.word(i), "," | ";");
    let Some(owner) = (from..to).find(|&i| mark(i)).and_then(|at| (at..to).find(|&i| !mark(i))) else { return false };
    let of = view.word(from) == "of" && owner - from <= LONGEST + 1;
    let owner = if view.word(to - 1) == "for" { owner..to - 1 } else { owner..to };
    let other = Class::PREPOSITION | Class::AUXILIARY | Class::REPORTING | Class::RELATIVE | Class::NEGATION;
    let starts = Class::ADVERB | Class::SUBORDINATOR | Class::RISE | Class::FALL;
    (mark(from) || of)
        && (1..=LONGEST).contains(&owner.len())
        && !view.class(owner.start).intersects(starts)
        && owner.clone().all(|i| !view.class(i).intersects(other) && view.tokens()[i].kind == Kind::Word)
}

/// Nothing is said of the last share alone, and no share has a whole of its own.
fn closes(view: &SentenceView<'_>, shares: &[&Claim]) -> bool {
    let wholes = shares.iter().filter(|c| view.word(view.end_token(c)) == "of").count();
    let behind = shares.last().map_or("", |last| view.word(view.end_token(last)));
    wholes <= 1 && matches!(behind, "." | "," | ";" | "" | "of" | ")" | "-" | "\u{2013}" | "\u{2014}")
}
