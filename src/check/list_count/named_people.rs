//! People told one by one behind a colon: "Three people died in the fire: a girl of six, her mother and a man of 40."

use std::ops::Range;

use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::{Number, Unit};
use crate::span::Span;
use crate::token::{Class, Kind};
use crate::verdict::Confidence;

/// Words that begin the name of one person.
const ONE: &[&str] = &["a", "an", "another", "one", "the", "his", "her", "their", "its"];

/// How far behind its first word a person's noun stands: "a retired primary school teacher".
const REACH: usize = 5;

/// The people of such a list.
pub(super) struct People {
    /// The bytes of each member in the block.
    pub spans: Vec<Span>,
    /// How many people they are: "two women" are two.
    pub count: u32,
    pub confidence: Confidence,
}

/// Reads the list behind the colon of the sentence; `None` where it does not name people one by one, or where anything
/// about it is uncertain. `n` is what the figure `at` says.
pub(super) fn people(view: &SentenceView<'_>, at: usize, n: u32) -> Option<People> {
    let tokens = view.tokens();
    let claim = &view.claims[at];
    let colons: Vec<usize> = (view.end_token(claim)..tokens.len()).filter(|&i| tokens[i].is_punct(':')).collect();
    let [colon] = colons[..] else { return None };
    // "Three people died in two fires: ..." may list the fires.
    let rival = |c: &Claim| matches!(c.quantity.unit, Unit::Person | Unit::Thing) && view.first_token(c) < colon;
    if claim.quantity.unit != Unit::Person || view.claims[at + 1..].iter().any(rival) {
        return None;
    }
    let end = (colon..tokens.len()).rfind(|&i| !matches!(view.word(i), "." | "!" | "\"" | "\u{201d}"))? + 1;
    let other = Class::RELATIVE | Class::AUXILIARY | Class::SUBORDINATOR | Class::REPORTING | Class::INCLUDING;
    let plain = |i: usize| {
        !view.class(i).intersects(other) && !matches!(view.word(i), "(" | ";" | "\u{2013}" | "\u{2014}" | "as")
    };
    if !(colon + 1..end).all(plain) {
        return None;
    }
    let mut found = People { spans: Vec::new(), count: 0, confidence: Confidence::High };
    let (mut commas, mut closed) = (false, false);
    let mut start = colon + 1;
    for i in colon + 1..=end {
        let and = i < end && view.word(i) == "and";
        if i < end && view.word(i) != "," && !and {
            continue;
        }
        if start < i && !is_an_age(view, start..i) {
            let (count, sure) = member(view, start..i)?;
            found.count += count;
            found.spans.push(Span::new(tokens[start].start, tokens[i - 1].end));
            found.confidence = if sure { found.confidence } else { Confidence::Medium };
        }
        closed |= and;
        commas |= i < end && !and;
        start = i + 1;
    }
    // "a man of 40, a teacher, and a girl" are two.
    let apposed = commas && found.count > n;
    // Where each member has a number, they are parts of a sum.
    let numbered =
        |span: &Span| view.claims.iter().any(|c| span.contains(c.quantity.span) && c.quantity.unit == Unit::Person);
    let sum = found.spans.iter().all(numbered);
    (!sum && closed && found.spans.len() > 1 && !apposed).then_some(found)
}

/// Whether words can name somebody: "a" is followed by a word for a person.
pub(super) fn can_be_somebody(view: &SentenceView<'_>, span: Span) -> bool {
    let from = view.tokens().partition_point(|t| t.start < span.start);
    let to = view.tokens().partition_point(|t| t.start < span.end);
    !ONE[..2].contains(&view.word(from)) && !matches!(view.word(from), "his" | "her" | "their")
        || (from..to).any(|i| view.class(i).contains(Class::PERSON))
}

/// How many people one member of the list is, and whether that is sure: "a girl of six", "his two sons", "wife".
fn member(view: &SentenceView<'_>, piece: Range<usize>) -> Option<(u32, bool)> {
    let opens = ONE.contains(&view.word(piece.start).to_lowercase().as_str());
    let from = piece.start + usize::from(opens);
    let near = from..piece.end.min(from + REACH);
    if opens && view.word(from) == "couple" {
        return (piece.len() < 3).then_some((2, true));
    }
    let many = |i: usize| view.claims.iter().find(|c| view.first_token(c) == i && c.quantity.unit == Unit::Person);
    if let Some(claim) = [piece.start, from].into_iter().find_map(many) {
        let Number::Value { value, .. } = claim.quantity.number else { return None };
        // "two of her passengers"
        return (view.word(view.end_token(claim)) != "of")
            .then(|| u32::try_from(value).ok())?
            .map(|count| (count, true));
    }
    let head = near.clone().find(|&i| view.class(i).contains(Class::PREPOSITION)).unwrap_or(near.end);
    let person = (from..head).rfind(|&i| view.class(i).contains(Class::PERSON))?;
    let plural = view.class(person).intersects(Class::COLLECTIVE) || view.word(person).ends_with('s');
    (!plural && (opens || person == from)).then_some((1, opens))
}

/// "a driver, 34, his wife"
fn is_an_age(view: &SentenceView<'_>, piece: Range<usize>) -> bool {
    let number = |i: usize| view.tokens()[i].kind == Kind::Digits || view.class(i).contains(Class::CARDINAL);
    piece.clone().all(|i| number(i) || matches!(view.word(i), "aged"))
}
