//! Members: the enumeration behind "six states:" in the same sentence, cut at its commas or semicolons and its "and".

use crate::check::sentence::SentenceView;
use crate::span::Span;
use crate::token::{Class, Kind, Token};

/// Longer members are clauses, in which commas can mean anything.
const LONGEST: usize = 7;

/// Names that are one member though "and" stands within.
const PAIRS: &[(&str, &str)] = &[
    ("Trinidad", "Tobago"),
    ("Antigua", "Barbuda"),
    ("Bosnia", "Herzegovina"),
    ("Kitts", "Nevis"),
    ("Vincent", "Grenadines"),
    ("Turks", "Caicos"),
    ("Principe", "Sao"),
    ("Tyne", "Wear"),
    ("Standard", "Poor"),
    ("Johnson", "Johnson"),
];

/// The members of an enumeration.
pub(super) struct Members {
    /// Their bytes in the block.
    pub spans: Vec<Span>,
    /// Byte of the block behind the last one.
    pub end: usize,
    /// Cut at semicolons, so that commas and figures can stand within a member.
    pub semicolons: bool,
}

/// Reads the enumeration that a colon or dash opens behind byte `from` of the block; `None` where anything about it is
/// uncertain.
pub(super) fn members(view: &SentenceView<'_>, from: usize, sentence_end: usize) -> Option<Members> {
    let tokens = view.tokens();
    let opening = (0..tokens.len())
        .find(|&i| tokens[i].start as usize >= from && (tokens[i].is_punct(':') || is_dash(tokens, i)))?;
    let dash = !tokens[opening].is_punct(':');
    let mut end = (opening + 1..tokens.len())
        .find(|&i| {
            dash && is_dash(tokens, i)
                || is(tokens[i], &['.', '!', '?']) && tokens[i].end as usize >= sentence_end.saturating_sub(2)
        })
        .unwrap_or(tokens.len());
    if dash && end == tokens.len() {
        return None;
    }
    while end > opening && is(tokens[end - 1], &['.', '"', '\u{201d}', '\'']) {
        end -= 1;
    }
    let list = opening + 1..end;
    let semicolons = list.clone().any(|i| tokens[i].is_punct(';'));
    let mut pieces = Vec::new();
    let mut start = list.start;
    for i in list.clone() {
        if is(tokens[i], if semicolons { &[';'] } else { &[','] }) {
            pieces.push(start..i);
            start = i + 1;
        }
    }
    pieces.push(start..list.end);
    let conjunction = |i: usize| matches!(view.word(i), "and" | "or" | "&");
    let last = pieces.pop()?;
    // "Hall and Reid of Ulm, Dow and Adeyi of Isny": pairs, and not members.
    let pairs = |piece: &std::ops::Range<usize>| {
        piece.clone().any(|i| matches!(view.word(i), "and" | "or") && !is_pair(view, i))
    };
    let joins: Vec<usize> = last.clone().filter(|&i| conjunction(i)).collect();
    // The one conjunction that every enumeration has stands in its last piece.
    match joins[..] {
        [join, ..] if join == last.start => pieces.push(join + 1..last.end),
        [join] if !semicolons && !is_pair(view, join) && !pieces.iter().any(pairs) => {
            pieces.push(last.start..join);
            pieces.push(join + 1..last.end);
        }
        _ => return None,
    }
    let sound = pieces.len() >= 2
        && pieces.iter().all(|piece| is_member(view, piece.clone(), semicolons))
        && alike(view, &pieces);
    sound.then(|| Members {
        spans: pieces.iter().map(|p| Span::new(tokens[p.start].start, tokens[p.end - 1].end)).collect(),
        end: tokens[end - 1].end as usize,
        semicolons,
    })
}

/// A dash, or a hyphen with a space on either side.
pub(super) fn is_dash(tokens: &[Token], at: usize) -> bool {
    let spaced = |i: usize| tokens.get(i).is_some_and(|t| t.spaced());
    let hyphen = |token: &Token| token.is_punct('-') && spaced(at) && spaced(at + 1);
    tokens.get(at).is_some_and(|token| is(*token, &['\u{2013}', '\u{2014}']) || hyphen(token))
}

fn is(token: Token, marks: &[char]) -> bool {
    token.kind == Kind::Punct && token.word.as_punct().is_some_and(|mark| marks.contains(&mark))
}

/// "Trinidad and Tobago": whether the "and" at a place stands within a name.
pub(super) fn is_pair(view: &SentenceView<'_>, join: usize) -> bool {
    let (before, after) = (view.word_before(join, 1), view.word(join + 1));
    PAIRS.iter().any(|(a, b)| *a == before && *b == after) || after == "the" && view.word(join + 2) == "Grenadines"
}

/// A name or a short noun phrase: no clause, no bracket, no quotation, no figure.
fn is_member(view: &SentenceView<'_>, piece: std::ops::Range<usize>, long: bool) -> bool {
    if piece.is_empty() || !long && piece.len() > LONGEST {
        return false;
    }
    let clause = Class::AUXILIARY
        | Class::REPORTING
        | Class::PRONOUN
        | Class::RELATIVE
        | Class::SUBORDINATOR
        | Class::NEGATION
        | Class::INCLUDING;
    // "and Hall and Reid of Ulm" are two.
    let two = |i: usize| {
        let capital = |i: usize| view.tokens().get(i).is_some_and(|t| t.capital());
        matches!(view.word(i), "and" | "or") && capital(i - 1) && capital(i + 1) && !is_pair(view, i)
    };
    long || !(piece.start + 1..piece.end).any(two)
        && piece.clone().all(|i| {
            !view.class(i).intersects(clause)
                && !is(
                    view.tokens()[i],
                    &['(', ')', '"', '\u{201c}', '\u{201d}', ':', ';', '\u{2013}', '\u{2014}', '?'],
                )
        })
}

/// Whether all members begin alike, with a capital or without one; an apposition begins otherwise.
fn alike(view: &SentenceView<'_>, pieces: &[std::ops::Range<usize>]) -> bool {
    let capital = |piece: &std::ops::Range<usize>| {
        piece.clone().find(|&i| view.word(i) != "the").is_some_and(|i| view.tokens()[i].capital())
    };
    let first = capital(&pieces[0]);
    pieces.iter().all(|piece| capital(piece) == first)
}
