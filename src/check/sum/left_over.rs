//! What is left of a total: "raised £152,400 of the £239,000 it needs, which leaves £86,600 to find", "of 24,310 who
//! started 23,876 finished; 434 dropped out".

use crate::check::account::{Account, ONLY_A_SLIP};
use crate::check::addend::{counts_alike, is_part};
use crate::check::antecedent::looks_back;
use crate::check::opening::is_of_the;
use crate::check::rest::{is_counted, is_of, members, with_rest};
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::token::{Class, Kind};
use crate::verdict::Confidence;

/// Words around a figure that make it what is wanted: "the appeal of $18 million", "the £239,000 it needs".
const WANTED: &[&str] = &["target", "goal", "appeal", "need", "needs", "needed", "aim", "aims", "cost", "costs"];

/// How far from the figure they stand.
const NEAR: usize = 4;

/// Every way to read the figure that a sentence says is left. Where nothing tells which figure is the total, the
/// reading is of low confidence.
pub(super) fn accounts_with_left_over<'v>(view: &SentenceView<'v>) -> Vec<Account<'v>> {
    let Some(at) = view.claims.iter().rposition(|c| is_part(c) && is_left(view, c)) else {
        return Vec::new();
    };
    let rest = &view.claims[at];
    let goes_on = view.claims[at + 1..].iter().any(|c| is_part(c) && counts_alike(view, rest, c));
    let own: Vec<&Claim> =
        members(view, &view.claims[..at], rest).into_iter().filter(|c| !is_of(view, c, rest)).collect();
    if goes_on {
        return Vec::new();
    }
    let sure = |view: &SentenceView<'_>, total: &Claim| {
        if is_wanted(view, total) { Confidence::Medium } else { ONLY_A_SLIP }
    };
    // "won 12 of its 20 games and has four left"
    let leaves = matches!(view.word_before(view.first_token(rest), 1), "leaves" | "leaving");
    let wanted_or_left = |total: &Claim| {
        let sure = leaves || is_wanted(view, total);
        if sure { Confidence::High } else { ONLY_A_SLIP }
    };
    match own[..] {
        [total, part] if looks_back(view, total, part) => with_rest(total, &[part], rest, Confidence::High),
        [part, total] if is_of(view, part, total) => with_rest(total, &[part], rest, wanted_or_left(total)),
        [total, part] if is_of_the(view, total) => with_rest(total, &[part], rest, Confidence::Medium),
        [total, ref parts @ ..] if !parts.is_empty() => with_rest(total, parts, rest, sure(view, total)),
        [part] => {
            let Some(before) = view.before() else { return Vec::new() };
            let totals = members(&before, before.claims, rest).into_iter().filter(|total| is_counted(total));
            return totals.filter_map(|total| with_rest(total, &[part], rest, ONLY_A_SLIP)).collect();
        }
        _ => {
            let Some(before) = view.before() else { return Vec::new() };
            match members(&before, before.claims, rest)[..] {
                [part, total] if is_of(&before, part, total) => with_rest(total, &[part], rest, Confidence::Medium),
                [total, part] => with_rest(total, &[part], rest, sure(&before, total)),
                _ => None,
            }
        }
    }
    .into_iter()
    .collect()
}

fn is_wanted(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    (start.saturating_sub(NEAR)..start).chain(end..end + NEAR).any(|i| WANTED.contains(&view.word(i)))
}

/// "£86,600 to find", "33,600 were still to come", "1,505 km are left", "leaves 494 to be read", "434 dropped out".
fn is_left(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let relative = end + usize::from(view.class(end).contains(Class::RELATIVE));
    let verb = relative + usize::from(view.class(relative).contains(Class::AUXILIARY));
    let still = matches!(view.word(verb), "still" | "yet");
    let at = verb + usize::from(still);
    let ends = |i: usize| view.tokens().get(i).is_none_or(|t| t.kind == Kind::Punct);
    let closes = |i: usize| {
        // "91 were left out"
        ends(i) || view.word(i) != "out" && view.class(i).intersects(Class::PREPOSITION | Class::CONJUNCTION)
    };
    let had = matches!(view.word_before(start, 1), "leaves" | "leaving" | "left" | "with" | "have" | "has" | "had");
    match (view.word(at), view.word(at + 1)) {
        ("to", "find" | "raise" | "collect" | "be") => true,
        ("to", "come" | "go") => still && closes(at + 2),
        ("left" | "needed" | "outstanding" | "unspent" | "unpaid" | "unsold", _) => {
            (verb > end || had) && closes(at + 1)
        }
        ("dropped", "out") => closes(at + 2),
        ("remain" | "remained", _) => ends(at + 1),
        _ => false,
    }
}
