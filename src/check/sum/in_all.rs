//! Totals in another sentence than their parts: "Two died in Bern, nine in Thun and four in Chur. In all, 15 people
//! died.", "The hall has 96 flats. Of these, 41 are in the north wing and 38 in the south wing."

use rust_decimal::Decimal;

use crate::check::account::{Account, Kind, ONLY_A_SLIP, is_a_kind, is_near, opens_in_all, without_their_number};
use crate::check::addend::{counts_alike, is_nested, is_part};
use crate::check::amount::value_or_nought;
use crate::check::antecedent::in_sentence_before;
use crate::check::divided::division_of;
use crate::check::sentence::SentenceView;
use crate::check::working::slip;
use crate::claim::Claim;
use crate::token::Class;
use crate::verdict::Confidence;

/// Sentences before a total that can hold its parts.
const FARTHEST: usize = 3;

/// Words from the head of a sentence to its total: "Together the three carry".
const REACH: usize = 4;

/// Words of a sentence whose total counts more than the parts before it: those of a longer time, or not told one by
/// one.
const MORE: &[&str] = &["since", "far", "now", "other", "others", "elsewhere", "including", "also", "with"];

/// Words that do so behind "In all": "In all, 90 have died", of whom the last are told before.
const UP_TO_NOW: &[&str] = &["have", "has", "had", "still"];

/// Every way to read the sentences before one that opens with "In all" as the parts of its total; with "Together they"
/// the surer ones. Parts of a list that is not complete are common before "In all".
pub(super) fn accounts_in_all<'v>(view: &SentenceView<'v>) -> Vec<Account<'v>> {
    let Some(total) = view.claims.first() else { return Vec::new() };
    let Some(confidence) = sums_up(view, total) else { return Vec::new() };
    let mut parts: Vec<&Claim> = Vec::new();
    let mut found = Vec::new();
    for before in std::iter::successors(view.before(), SentenceView::before).take(FARTHEST) {
        let alike = |c: &Claim| {
            let kinds = is_a_kind(view, total) && c.quantity.noun.is_some() && is_part(c);
            is_part(c) && !is_nested(&before, c) && (counts_alike(view, c, total) || kinds)
        };
        let all: Vec<&Claim> = before.claims.iter().collect();
        let members = without_their_number(&all);
        let sound = !members.is_empty()
            && speak_of_one(view, total, &before, members)
            && members.iter().all(|c| alike(c))
            && members.windows(2).all(|pair| before.joined(pair[0], pair[1]));
        if !sound {
            break;
        }
        parts.splice(0..0, members.iter().copied());
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(value_or_nought(part)));
        let slipped = || sum.and_then(|sum| slip(value_or_nought(total), sum)).is_some();
        if parts.len() > 1 && (is_near(total, &parts) || slipped()) {
            found.push(Account { total, parts: parts.clone(), kind: Kind::Whole, confidence });
        }
    }
    found
}

/// Whether the total counts what the parts count: their noun or measure, or where it has none, with a verb of theirs.
fn speak_of_one(view: &SentenceView<'_>, total: &Claim, before: &SentenceView<'_>, parts: &[&Claim]) -> bool {
    if is_a_kind(view, total) {
        return true;
    }
    let nouns: Vec<String> = parts.iter().filter_map(|part| before.head(part)).collect();
    if let Some(own) = view.head(total).filter(|_| !nouns.is_empty()) {
        return nouns.contains(&own);
    }
    if total.measure.is_some() && parts.iter().any(|part| part.measure == total.measure) {
        return true;
    }
    let content = |i: &usize| view.class(*i).difference(Class::VERB).is_empty() && view.word(*i).len() > 2;
    (1..view.first_token(total)).filter(content).any(|i| before.words().any(|word| word == view.word(i)))
}

/// "In all, 15 people died", "Together they carry 31".
fn sums_up(view: &SentenceView<'_>, total: &Claim) -> Option<Confidence> {
    let start = view.first_token(total);
    let opening = (view.word(0), view.word(1));
    let more = view.words().any(|word| MORE.contains(&word)) || view.claims.len() > 1;
    match opening {
        _ if more || !is_part(total) => None,
        _ if opens_in_all(view, total) => (!view.words().any(|word| UP_TO_NOW.contains(&word))).then_some(ONLY_A_SLIP),
        // "Together they carry 31", "Between them 31"
        ("Together" | "Combined", _) | ("Between", "them") => (start <= REACH).then_some(Confidence::Medium),
        _ => None,
    }
}

/// "Of these, 41 are in the north wing and 38 in the south wing.": what the one count of the sentence before is divided
/// into.
pub(super) fn divided_before<'v>(view: &SentenceView<'v>) -> Option<Account<'v>> {
    if view.claims.len() < 2 {
        return None;
    }
    let (total, _) = in_sentence_before(view, &view.before()?)?;
    division_of(view, total, view.claims)
}
