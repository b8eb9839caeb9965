//! The part and the whole that a share is said of: "a third of the 90 pupils, 31,", "12 of the 40 members, nearly a
//! third".

use crate::check::addend::counts_alike;
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::{Number, Unit};
use crate::token::{Class, Kind};

/// Farthest that a share can stand behind the part that it is said of, in tokens.
const FARTHEST_APPOSITION: usize = 7;

/// Words between a part and the share at the end of its sentence.
const LONGEST_CLAUSE: usize = 8;

/// Words for a whole that its members have been counted of.
const WHOLES: &[&str] = &[
    "fleet",
    "total",
    "whole",
    "membership",
    "workforce",
    "staff",
    "council",
    "board",
    "class",
    "group",
    "crew",
    "team",
    "house",
    "chamber",
    "assembly",
    "committee",
    "jury",
    "sample",
    "cast",
    "herd",
    "flock",
    "stock",
    "lot",
    "field",
];

/// A part and its whole, in one sentence.
pub(super) struct Pair<'v> {
    pub view: SentenceView<'v>,
    pub part: &'v Claim,
    pub whole: &'v Claim,
}

/// The part and the whole that a share in figures or words is said of. `before` is the sentence before.
pub(super) fn beside_share<'v>(
    view: &SentenceView<'v>,
    before: Option<SentenceView<'v>>,
    at: usize,
) -> Option<Pair<'v>> {
    let (first, end) = (view.first_token(&view.claims[at]), view.end_token(&view.claims[at]));
    divided(view, end, at + 1)
        .or_else(|| in_brackets(view, end, at + 1))
        .or_else(|| named_after(view, at))
        .or_else(|| set_against(view, at))
        .or_else(|| opened(view, at + 1, first).filter(|_| ends(view, end)))
        .or_else(|| before.and_then(|before| summed_up(view, at, before).or_else(|| of_them(view, at, before))))
}

/// The same for a word that is no figure ("a majority"), of which `at` is the token and `next` the claim behind it.
pub(super) fn beside_word<'v>(view: &SentenceView<'v>, at: usize, next: usize) -> Option<Pair<'v>> {
    let start = if matches!(view.word_before(at, 1), "a" | "the") { at - 1 } else { at };
    let named = || pair_before(view, next, start).filter(|_| ends(view, past_the_whole(view, at + 1)));
    let told = || opened(view, next, start).filter(|_| ends(view, at + 1));
    divided(view, at + 1, next).or_else(named).or_else(told)
}

/// "... of the 90 pupils, 31,": the whole behind "of", and the part as its apposition. `next` is the claim behind.
fn divided<'v>(view: &SentenceView<'v>, end: usize, next: usize) -> Option<Pair<'v>> {
    let (whole, part) = (view.claims.get(next)?, view.claims.get(next + 1)?);
    let first = view.first_token(whole);
    let of = is_of_the(view, end, first);
    let (from, to) = (view.end_token(whole), view.first_token(part));
    let words: Vec<&str> = (from..to.min(from + 4)).map(|i| view.word(i)).collect();
    let apposed = matches!(words[..], ["," | "(" | "\u{2013}" | "\u{2014}"] | [",", "or"]);
    let behind = view.end_token(part);
    let closed = ends(view, behind) || view.says_in_all(behind);
    (of && apposed && closed && is_count(whole) && is_count(part) && counts_alike(view, part, whole)).then_some(Pair {
        view: *view,
        part,
        whole,
    })
}

/// "a quarter (26 of 104) of the wells", "a quarter of the wells, 26 of 104,": the pair in brackets or commas behind
/// the share.
fn in_brackets<'v>(view: &SentenceView<'v>, end: usize, next: usize) -> Option<Pair<'v>> {
    let pair = pair(view, next)?;
    let open = view.first_token(pair.part).checked_sub(1).filter(|&open| open >= end)?;
    let closed = view.word(view.end_token(pair.whole));
    let enclosed = match view.word(open) {
        "(" => closed == ")",
        "," => matches!(closed, "," | "."),
        _ => false,
    };
    let named =
        view.word(end) == "of" && open - end <= LONGEST_CLAUSE && view.class(end + 1).contains(Class::DETERMINER);
    let plain = (end..open).all(|i| {
        view.tokens()[i].kind == Kind::Word
            && !view.class(i).intersects(Class::AUXILIARY | Class::REPORTING | Class::CONJUNCTION | Class::RELATIVE)
    });
    let bare = pair.part.quantity.noun.is_none() && pair.whole.quantity.noun.is_none();
    (enclosed && bare && (open == end || named && plain)).then_some(pair)
}

/// "12 of the 40 members, nearly a third", "12 of 40 (30%)": the pair straight before the share.
fn named_after<'v>(view: &SentenceView<'v>, at: usize) -> Option<Pair<'v>> {
    let share = &view.claims[at];
    let start = view.first_token(share);
    let pair = pair_before(view, at, start)
        .or_else(|| pair(view, at.checked_sub(2)?).filter(|p| is_clause(view, view.end_token(p.whole), start)))?;
    // "12 of the 40 members, a third of the women": the women are not the members.
    let other = matches!(
        (view.head(share), view.head(pair.whole)),
        (Some(a), Some(b)) if a != b && !WHOLES.contains(&a.as_str())
    );
    (!other && ends(view, past_the_whole(view, view.end_token(share)))).then_some(pair)
}

/// Behind "of the fleet", "of all of them": the whole once more, in one word for it.
fn past_the_whole(view: &SentenceView<'_>, at: usize) -> usize {
    let determined = matches!(view.word(at + 1), "the" | "its" | "their" | "our" | "that");
    match (view.word(at), view.word(at + 1)) {
        ("of", "them" | "those" | "all") => at + 2,
        ("of", _) if determined && WHOLES.contains(&view.word(at + 2)) => at + 3,
        _ => at,
    }
}

/// "Of the 240 seats, 180 were taken, or three quarters": the pair opens the sentence, and the share ends it. `next` is
/// the claim behind the share, or the share's own successor.
fn opened<'v>(view: &SentenceView<'v>, next: usize, start: usize) -> Option<Pair<'v>> {
    let mut before = view.claims[..next].iter().rev().filter(|c| view.end_token(c) <= start);
    let (part, whole, None) = (before.next()?, before.next()?, before.next()) else { return None };
    let first = view.first_token(whole);
    let of = view.word(0) == "Of" && (first == 1 || first == 2 && view.class(1).contains(Class::DETERMINER));
    let comma = view.first_token(part).checked_sub(1).filter(|&i| view.word(i) == ",")?;
    let clause = is_clause(view, view.end_token(part), start);
    let bare = part.quantity.noun.is_none() && comma - view.end_token(whole) <= 3;
    (of && clause && bare && is_count(part) && is_count(whole) && counts_alike(view, part, whole)).then_some(Pair {
        view: *view,
        part,
        whole,
    })
}

/// "were taken, or": the rest of a clause between a part and its share.
fn is_clause(view: &SentenceView<'_>, from: usize, start: usize) -> bool {
    let to = start.saturating_sub(usize::from(view.word_before(start, 1) == "or"));
    to > from + 1
        && to - from <= LONGEST_CLAUSE
        && view.word(to - 1) == ","
        && !(from..to - 1).any(|i| view.tokens()[i].kind == Kind::Punct || view.class(i).contains(Class::CONJUNCTION))
}

/// "The club has 60 boats. Half of them, 30, leak.": the whole in the sentence before, where it is the only figure.
fn of_them<'v>(view: &SentenceView<'v>, at: usize, before: SentenceView<'v>) -> Option<Pair<'v>> {
    let (share, part) = (&view.claims[at], view.claims.get(at + 1)?);
    // The readers take "of them" into the share.
    let end = view.end_token(share);
    let them = view.word_before(end, 1) == "them" && view.first_token(part) == end + 1;
    let apposed = match view.word(end) {
        "," => view.word(view.end_token(part)) == ",",
        "(" => view.word(view.end_token(part)) == ")",
        _ => false,
    };
    let [whole] = before.claims else { return None };
    let bare = part.quantity.noun.is_none() && whole.quantity.noun.is_some();
    (at == 0 && them && apposed && bare && is_count(part) && is_count(whole)).then_some(Pair {
        view: *view,
        part,
        whole,
    })
}

/// "28 kg a head, about a tenth of the 290 kg of a flight", "$2 billion, or 9 percent of its $21.1 billion": the part,
/// and the share in apposition with its whole.
fn set_against<'v>(view: &SentenceView<'v>, at: usize) -> Option<Pair<'v>> {
    let (part, share, whole) = (view.claims.get(at.checked_sub(1)?)?, &view.claims[at], view.claims.get(at + 1)?);
    let (end, first) = (view.end_token(share), view.first_token(whole));
    let of = is_of_the(view, end, first);
    let (from, start) = (view.end_token(part), view.first_token(share));
    let apposed = start > from
        && start - from <= FARTHEST_APPOSITION
        && matches!(view.word(start - 1), "," | "or" | "(" | "\u{2013}" | "\u{2014}");
    // What the part is a part of, and no clause of its own: "28 kg of carbon a head,".
    let plain = apposed
        && (from..start - 1).all(|i| {
            !view.class(i).intersects(Class::VERB | Class::AUXILIARY | Class::CONJUNCTION | Class::RELATIVE)
                && !matches!(view.word(i), ";" | ":" | "than" | "from" | "to")
        });
    let one_unit = part.quantity.unit == whole.quantity.unit && part.quantity.unit != Unit::None
        || counts_alike(view, part, whole);
    (of && plain && one_unit && is_count(part) && is_count(whole)).then_some(Pair { view: *view, part, whole })
}

/// Whether the words between a share and its whole say no more than that it is one: "of the", "of the town's", "of its
/// workforce of".
fn is_of_the(view: &SentenceView<'_>, end: usize, first: usize) -> bool {
    let owner = |i: usize| {
        matches!(view.word(i), "the" | "its" | "their" | "a" | "all" | "these" | "those" | "our" | "\u{2019}s" | "'s")
            || matches!(view.word(i + 1), "\u{2019}s" | "'s") && i + 1 < first
    };
    let named = first > end + 2 && view.word(first - 1) == "of" && WHOLES.contains(&view.word(first - 2));
    let last = if named { first - 2 } else { first };
    first > end && first - end <= 5 && view.word(end) == "of" && (end + 1..last).all(owner)
}

/// The pair whose whole ends, but for a comma, bracket or "or", where a share begins.
fn pair_before<'v>(view: &SentenceView<'v>, at: usize, start: usize) -> Option<Pair<'v>> {
    let pair = pair(view, at.checked_sub(2)?)?;
    let words: Vec<&str> = (view.end_token(pair.whole)..start).take(4).map(|i| view.word(i)).collect();
    let apposed = matches!(words[..], ["," | "(" | "\u{2013}" | "\u{2014}" | "or"] | [",", "or"] | [",", "that", "is"]);
    apposed.then_some(pair)
}

/// "12 of the 40 members", where `at` is the part.
fn pair<'v>(view: &SentenceView<'v>, at: usize) -> Option<Pair<'v>> {
    let (part, whole) = (view.claims.get(at)?, view.claims.get(at + 1)?);
    let between = view.end_token(part)..view.first_token(whole);
    let of = !between.is_empty()
        && between.len() <= 3
        && between.clone().any(|i| view.word(i) == "of")
        && between.clone().all(|i| matches!(view.word(i), "of" | "out" | "the" | "its" | "their" | "all"));
    (of && is_count(part) && is_count(whole) && counts_alike(view, part, whole)).then_some(Pair {
        view: *view,
        part,
        whole,
    })
}

/// "12 of the 40 members came. That is nearly a third."
fn summed_up<'v>(view: &SentenceView<'v>, at: usize, before: SentenceView<'v>) -> Option<Pair<'v>> {
    let share = &view.claims[at];
    let opens = at == 0
        && view.first_token(share) <= 3
        && matches!(view.word(0), "That" | "This" | "It")
        && matches!(view.word(1), "is" | "was" | "'s" | "\u{2019}s" | "makes" | "made" | "means");
    if !opens || !ends(view, view.end_token(share)) {
        return None;
    }
    let mut pairs = (0..before.claims.len()).filter_map(|i| pair(&before, i));
    pairs.next().filter(|_| pairs.next().is_none())
}

/// Whether a phrase ends here.
pub(super) fn ends(view: &SentenceView<'_>, at: usize) -> bool {
    matches!(view.word(at), "," | ")" | "." | ";" | ":" | "\u{2013}" | "\u{2014}" | "")
}

/// A number of people or things, an amount of money or of what is measured.
fn is_count(claim: &Claim) -> bool {
    claim.quantity.change.is_none()
        && matches!(claim.quantity.number, Number::Value { .. })
        && (claim.quantity.unit.counts_things() || claim.quantity.unit.is_amount())
}
