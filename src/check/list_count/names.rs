//! Names that are told behind their count without a colon: "three towns, Ulm, Lindau and Isny, were cut off", "the two
//! winners are Ana Sorel and Piet Vos", "a trio of firms, Orlo, Banti and Kess".

use super::count::{governs, is_partitive};
use super::members::{is_dash, is_pair};
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::span::Span;
use crate::token::{Class, Kind};

/// Longer names are several things at once.
const LONGEST: usize = 6;

/// Words of a subject between its noun and its verb: "the three towns of the valley are".
const SUBJECT: usize = 6;

/// Nouns that say how many there are of what stands behind "of".
const COLLECTIVES: &[(&str, u32)] =
    &[("pair", 2), ("duo", 2), ("trio", 3), ("quartet", 4), ("quintet", 5), ("sextet", 6), ("septet", 7)];

/// Words behind a list that has not named all.
const OPEN: &[&str] = &[
    "among",
    "amongst",
    "including",
    "notably",
    "especially",
    "mostly",
    "mainly",
    "plus",
    "respectively",
    "being",
    "etc",
];

/// Names with the count that stands before them.
pub(super) struct Named<'c> {
    /// The words that count them.
    pub count: Span,
    pub n: u32,
    /// The figure; "both" and "a trio" are none.
    pub claim: Option<&'c Claim>,
    pub names: Vec<Span>,
    /// A comma opens them.
    apposed: bool,
    /// A comma or dash closes them, and the sentence goes on.
    enclosed: bool,
}

impl<'c> Named<'c> {
    /// The names from a token on.
    fn read(view: &SentenceView<'_>, first: usize, count: Span, n: u32, claim: Option<&'c Claim>) -> Option<Self> {
        let (names, end) = names(view, first)?;
        let enclosed = view.word(end) == "," || is_dash(view.tokens(), end);
        Some(Self { count, n, claim, names, apposed: view.word_before(first, 1) == ",", enclosed })
    }
}

/// The first such list of a sentence. `counts` are the figures that can be the count of a list.
pub(super) fn named<'c>(view: &SentenceView<'_>, counts: impl Iterator<Item = (&'c Claim, u32)>) -> Option<Named<'c>> {
    let figures = counts
        .filter(|(claim, _)| governs(view, claim))
        .filter_map(|(claim, n)| Named::read(view, opening(view, claim)?, claim.quantity.span, n, Some(claim)));
    let holds = |&at: &usize| view.class(at).contains(Class::HOLDS_A_NUMBER);
    let words = (0..view.tokens().len()).filter(holds).filter_map(|at| {
        let (count, n, first) = in_a_word(view, at)?;
        Named::read(view, first, count, n, None)
    });
    figures.chain(words).find(|list| is_certain(view, list))
}

/// The first token of the names that a figure announces.
fn opening(view: &SentenceView<'_>, claim: &Claim) -> Option<usize> {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let part = view.word_before(start, 1) == "of" && matches!(view.word_before(start, 2), "one" | "One");
    if is_partitive(view, claim) || part || view.word_before(start, 1) == "by" {
        return None;
    }
    if matches!(view.word(end), "," | ":" | "(") && claim.quantity.noun.is_some() {
        // "After three defeats, Ulm and Lindau, both from the south, won."
        let clause = (0..start).rfind(|&i| view.tokens()[i].kind == Kind::Punct).map_or(0, |i| i + 1);
        let leads = view.class(clause).intersects(Class::PREPOSITION | Class::SUBORDINATOR) && clause < start;
        return (!leads || view.word(end) != ",").then_some(end + 1);
    }
    // "the three largest towns are", "named the three dead as"
    let all =
        (1..=2).any(|back| matches!(view.word_before(start, back), "the" | "The" | "Its" | "Their" | "its" | "their"));
    let link = (end..end + SUBJECT).find(|&i| {
        matches!(view.word(i), "are" | "were")
            || view.word(i) == "as" && (0..start).any(|i| matches!(view.word(i), "named" | "identified"))
    })?;
    let plain = (end..link).all(|i| {
        view.tokens()[i].kind != Kind::Punct
            && !view.class(i).intersects(Class::RELATIVE | Class::AUXILIARY | Class::REPORTING | Class::CONJUNCTION)
    });
    (all && plain).then_some(link + 1)
}

/// "Both winners, ", "a trio of firms, ", "the trio, ": the words, what they count, and the first token of the names.
fn in_a_word(view: &SentenceView<'_>, at: usize) -> Option<(Span, u32, usize)> {
    let word = view.word(at);
    let both = matches!(word, "both" | "Both");
    let of = view.word(at + 1) == "of";
    let known = matches!(view.word_before(at, 1), "the" | "The");
    let n = if both { 2 } else { COLLECTIVES.iter().find(|(name, _)| *name == word && (of || known))?.1 };
    let noun = at + if of { 2 } else { 1 };
    let plain = |&i: &usize| {
        let token = view.tokens()[i];
        let other = Class::PRONOUN | Class::PREPOSITION;
        token.kind == Kind::Word && !token.capital() && !view.class(i).intersects(other)
    };
    let mark = (noun..view.tokens().len().min(noun + 3)).find(|i| !plain(i))?;
    let opens = matches!(view.word(mark), "," | ":") || is_dash(view.tokens(), mark);
    let names_them = mark > noun || !both && !of;
    (names_them && opens).then(|| (view.tokens()[at].span(), n, mark + 1))
}

/// The names from a token on, and what stands behind them: the end of the clause; `None` where anything else stands
/// among them.
fn names(view: &SentenceView<'_>, mut at: usize) -> Option<(Vec<Span>, usize)> {
    let mut spans = Vec::new();
    let mut last = false;
    loop {
        let end = end_of_name(view, at)?;
        spans.push(view.tokens()[at].span().cover(view.tokens()[end - 1].span()));
        at = end;
        // "Ana Sorel, 34, and Piet Vos, 40"
        let aged = view.word(at) == "," && view.tokens().get(at + 1).is_some_and(|t| t.kind == Kind::Digits);
        at += if aged { 2 } else { 0 };
        if last {
            break;
        }
        (at, last) = match (view.word(at), view.word(at + 1)) {
            (",", "and" | "&") => (at + 2, true),
            ("and" | "&", _) => (at + 1, true),
            (",", _) => (at + 1, false),
            _ => return None,
        };
    }
    let goes_on = view.tokens().get(at + 1);
    let clause = goes_on.is_some_and(|t| t.kind == Kind::Word && !t.capital())
        && !view.class(at + 1).contains(Class::CONJUNCTION)
        && !OPEN.contains(&view.word(at + 1));
    let closed = match view.word(at) {
        "" | ";" | "!" | "?" | ")" => true,
        "." => goes_on.is_none(),
        "," => clause,
        _ => is_dash(view.tokens(), at),
    };
    closed.then_some((spans, at))
}

/// The token behind a name: capitalised words, joined by hyphens and the particles of names.
fn end_of_name(view: &SentenceView<'_>, start: usize) -> Option<usize> {
    let capital = |i: usize| {
        view.tokens().get(i).is_some_and(|t| t.kind == Kind::Word && t.capital())
            && !view.class(i).intersects(Class::PRONOUN | Class::MONTH | Class::WEEKDAY)
    };
    let particle = |i: usize| {
        matches!(view.word(i), "-" | "of" | "de" | "da" | "di" | "du" | "van" | "von" | "der" | "al" | "the")
    };
    let first = start + usize::from(matches!(view.word(start), "the" | "The"));
    let mut at = first;
    while capital(at) || at > first && (particle(at) && (capital(at + 1) || particle(at + 1)) || is_pair(view, at)) {
        at += 1;
    }
    (at > first && at - start <= LONGEST).then_some(at)
}

/// Whether the names are the things and all of them. At the end of a sentence fewer names than were counted may stand
/// beside them ("36 states, Guam and Puerto Rico"), and so may many fewer anywhere. Where there are more of them than
/// were counted, some may say where the others are or who they are ("two towns, Salem, Oregon and Rye", "two sons, Per,
/// Duke of Ulm, and Jon").
fn is_certain(view: &SentenceView<'_>, list: &Named<'_>) -> bool {
    let (found, n) = (list.names.len(), list.n as usize);
    if found <= n {
        return found == n || n - found <= (n / 4).max(1) && (list.enclosed || !list.apposed);
    }
    let sentence = view.sentence;
    let mentions = &view.reading.mentions[sentence.mentions.start as usize..sentence.mentions.end as usize];
    let known = list.names.iter().filter(|name| mentions.iter().any(|m| name.overlaps(m.span))).count();
    let titled = list.names.iter().any(|name| view.text(*name).contains(" of "));
    (known == 0 || known == found) && !titled && found != 2 * n
}
