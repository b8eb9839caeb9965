//! Figures that say themselves that they are totals: "a total of 12", "totalling 40", "31 in all", "a combined 31"; and
//! the parts before them.

use rust_decimal::Decimal;

use super::run;
use crate::check::addend::{addable, counts_alike, is_a_year, is_nested, is_part, opening_token};
use crate::check::amount::value_or_nought;
use crate::check::sentence::SentenceView;
use crate::claim::{Claim, Standing};
use crate::quantity::Unit;
use crate::token::{Class, Kind as TokenKind};

/// "for a total of $21 million", "a total of 12:", "which adds up to 90", "totalling 40".
pub(super) fn states_a_total(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    let word = |back: usize| view.word_before(start, back);
    let after_total = claim.quantity.total && !matches!(word(1), "of" | "from" | "than" | "to");
    let adds_up = matches!(word(1), "totalling" | "totaling" | "totalled" | "totaled")
        || matches!((word(2), word(1)), ("up", "to")) && matches!(word(3), "adds" | "add" | "adding");
    (after_total || adds_up) && claim.standing == Standing::Own
}

/// "added 310,000 mobile and 20,000 landline customers, for a total of 13.1 million": the total counts those who were
/// there before, too.
pub(super) fn adds_to_a_stock(view: &SentenceView<'_>, parts: &[&Claim]) -> bool {
    let Some(first) = parts.first() else { return false };
    let start = view.first_token(first);
    first.quantity.additional
        || (start.saturating_sub(4)..start).any(|i| {
            matches!(
                view.word(i),
                "added"
                    | "adds"
                    | "adding"
                    | "gained"
                    | "gains"
                    | "hired"
                    | "recruited"
                    | "opened"
                    | "opening"
                    | "acquired"
                    | "attracted"
                    | "won"
                    | "new"
            )
        })
}

/// "40 rows of 12 seats, for a total of 480".
pub(super) fn is_product(total: &Claim, parts: &[&Claim]) -> bool {
    parts.len() > 1
        && parts.iter().try_fold(Decimal::ONE, |product, part| product.checked_mul(value_or_nought(part)))
            == Some(value_or_nought(total))
}

/// The run of figures of the same unit before the total. Each is a part: none is said to be inside another, and each
/// begins its own conjunct. Counts inside an item ("$6 million on 12 schools") are passed over.
pub(super) fn parts_before<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let all = &view.claims[total];
    let alike = |c: &&Claim| addable(c, all);
    let aside = |c: &Claim| view.class(view.first_token(c).saturating_sub(1)).contains(Class::PREPOSITION);
    let run = view.claims[..total].iter().rev().take_while(|c| alike(c) || aside(c));
    let mut parts: Vec<&Claim> = run.filter(alike).collect();
    parts.reverse();
    // "It gave 12 schools $6 million, 5 clinics $5 million and parks $1 million": the run may begin before the clinics.
    let first =
        parts.first().map_or(total, |first| view.claims.iter().position(|c| std::ptr::eq(c, *first)).unwrap_or(0));
    let adds_up = || {
        parts.iter().try_fold(Decimal::ZERO, |sum, c| sum.checked_add(value_or_nought(c))) == Some(value_or_nought(all))
    };
    if view.claims[..first].iter().any(|c| alike(&c)) && !adds_up() {
        return Vec::new();
    }
    // "12 doctors and 85 nurses, another 6 doctors and 20 nurses, for a total of 18 doctors and 105 nurses": each noun
    // has its own total.
    let own = view.head(all);
    if own.is_some() && parts.iter().any(|c| view.head(c) == own) {
        parts.retain(|c| view.head(c).is_none() || view.head(c) == own);
    }
    let sound = parts.iter().all(|c| is_part(c) && c.standing == Standing::Own && !c.quantity.total)
        && parts.windows(2).all(|pair| view.joined(pair[0], pair[1]));
    if sound { parts } else { Vec::new() }
}

/// "loans totalling $8 million from the bank ($2 million) and the fund ($6 million)": all money behind the total.
pub(super) fn givers<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let claim = &view.claims[total];
    if !matches!(claim.quantity.unit, Unit::Money(_)) || !matches!(view.word(view.end_token(claim)), "from" | "in") {
        return Vec::new();
    }
    let parts = run(view, total, total + 1, false);
    let money = view.claims[total + 1..].iter().filter(|c| matches!(c.quantity.unit, Unit::Money(_))).count();
    if parts.len() == money { parts } else { Vec::new() }
}

/// "2,550 in all", "31 seats altogether", "a combined 31 seats".
pub(super) fn is_summed_up(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let behind = view.says_in_all(end) || matches!(view.word(end), "combined" | "together");
    let before = matches!((view.word_before(start, 2), view.word_before(start, 1)), ("a", "combined") | ("in", "all"));
    // "in all 90 this year", "90 in all since May": those of a longer time than the parts.
    let longer = (start..end + 5).any(|i| {
        matches!(view.word(i), "since" | "date" | "far" | "now")
            || view.word(i) == "this" && view.class(i + 1).contains(Class::TIME_UNIT)
            || view.word(i) == "this" && matches!(view.word(i + 1), "season" | "term" | "winter" | "summer")
    });
    // "in all of Spain", "in total disarray"
    let ends = |at: usize| view.tokens().get(at).is_none_or(|t| t.kind == TokenKind::Punct);
    claim.standing == Standing::Own && !longer && (before || behind && (ends(end + 1) || ends(end + 2)))
}

/// "In all, 15 people", "Altogether the four clinics treated 31": the figure that such words at the head of a sentence
/// sum up. Before it stands at most the number of its parts.
pub(in crate::check) fn opens_in_all(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let length = match (view.word(0), view.word(1)) {
        ("In", "all" | "total") | ("All", "told") => 2,
        ("Altogether" | "Overall", _) => 1,
        _ => return false,
    };
    let (from, to) = (length + usize::from(view.word(length) == ","), view.first_token(claim));
    let few = |c: &Claim| {
        c.quantity.span.start >= claim.quantity.span.start || value_or_nought(c) <= Decimal::from(MOST_PARTS)
    };
    to >= from && to - from <= SUBJECT && !(from..to).any(|i| view.word(i) == ",") && view.claims.iter().all(few)
}

/// Most words between "In all," and its figure: "the four clinics of the province treated".
const SUBJECT: usize = 8;

/// Most parts that are counted beside their total: "the twelve schools".
const MOST_PARTS: u32 = 20;

/// Words with which the figures before a total tell more or less than its parts: "£50 each to Ann and Tom", "40 did
/// both", and "one in June" whose figure is read as none.
const NO_PLAIN_PART: &[&str] = &["each", "apiece", "both", "neither", "one"];

/// The figures before such a total that count what it counts.
pub(super) fn summed_up<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let unlike = |i: usize| NO_PLAIN_PART.contains(&view.word(i)) && !view.in_a_figure(i);
    if (0..view.first_token(&view.claims[total])).any(unlike) {
        return Vec::new();
    }
    let all = &view.claims[total];
    let parts: Vec<&Claim> = view.claims[..total].iter().filter(|c| counts_alike(view, c, all)).collect();
    let parts = without_their_number(&parts).to_vec();
    // "46 rooms: 34 double and 12 single, with 80 beds in all"
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, c| sum.checked_add(value_or_nought(c)));
    let before = parts.first().and_then(|first| view.claims.iter().position(|c| std::ptr::eq(c, *first)));
    if view.claims[..before.unwrap_or(0)]
        .iter()
        .any(|c| Some(value_or_nought(c)) == sum && sum != Some(value_or_nought(all)))
    {
        return Vec::new();
    }
    let sound = parts.iter().all(|c| is_part(c) && c.standing == Standing::Own && !is_nested(view, c) && !is_a_year(c))
        && parts.windows(2).all(|pair| view.joined(pair[0], pair[1]));
    if sound { parts } else { Vec::new() }
}

/// "The three buses carry 42, 35 and 51 people": without the figure that tells how many parts there are.
pub(in crate::check) fn without_their_number<'c, 'v>(claims: &'c [&'v Claim]) -> &'c [&'v Claim] {
    match claims {
        [number, parts @ ..] if parts.len() > 1 && value_or_nought(number) == Decimal::from(parts.len() as u64) => {
            parts
        }
        _ => claims,
    }
}

/// Nouns for things or people of several kinds.
const KINDS: &[&str] = &[
    "vehicle",
    "animal",
    "bird",
    "tree",
    "plant",
    "boat",
    "ship",
    "vessel",
    "aircraft",
    "machine",
    "device",
    "instrument",
    "building",
    "home",
    "medal",
    "item",
    "object",
    "piece",
    "specimen",
    "post",
    "job",
    "position",
    "person",
    "worker",
    "employee",
    "staff",
    "official",
    "soldier",
    "casualty",
    "victim",
];

/// "80 vehicles": a total of several kinds of things or people.
pub(in crate::check) fn is_a_kind(view: &SentenceView<'_>, claim: &Claim) -> bool {
    view.head(claim).is_some_and(|noun| KINDS.contains(&&*noun))
}

/// "61 cars, 14 lorries and five coaches, 80 vehicles in all": the parts of a total whose noun names kinds of things.
/// They are all figures before it, and it stands straight behind them.
pub(super) fn kinds_before<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let all = &view.claims[total];
    let Some(kind) = view.head(all).filter(|_| is_a_kind(view, all)) else { return Vec::new() };
    let parts: Vec<&Claim> = view.claims[..total].iter().collect();
    let counted = |c: &Claim| matches!(c.quantity.unit, Unit::Thing | Unit::Person);
    let of_a_kind =
        |c: &Claim| counted(c) && is_part(c) && c.standing == Standing::Own && view.head(c).is_some_and(|n| n != kind);
    let straight = |last: &&&Claim| (view.end_token(last)..view.first_token(all)).len() <= BEHIND;
    // "12 coins, a ring and three buttons": one without a figure.
    let begins = |i: usize| std::iter::once(&all).chain(&parts).any(|c| opening_token(view, c) == i);
    let joint = |i: usize| (view.word(i) == "," || view.class(i).contains(Class::CONJUNCTION)) && !view.in_a_figure(i);
    let told = (0..view.first_token(all)).filter(|&i| joint(i)).all(|i| begins(i + 1) || joint(i + 1));
    let sound = told
        && parts.iter().all(|c| of_a_kind(c) && !is_nested(view, c))
        && parts.windows(2).all(|pair| view.joined(pair[0], pair[1]))
        && view.word_before(view.first_token(all), 1) == ","
        && parts.last().as_ref().is_some_and(straight);
    if sound { parts } else { Vec::new() }
}

/// Tokens between the last part and its total: "five coaches of its own,".
const BEHIND: usize = 4;
