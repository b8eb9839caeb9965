//! Totals in another sentence than their parts: "Two died in Bern, nine in Thun and four in Chur. In all, 15 people died.",
//! "The hall has 96 flats. Of these, 41 are in the north wing and 38 in the south wing."

use super::account::{Account, Kind, is_a_kind, is_near};
use super::addend::{counts_alike, is_nested, is_part};
use super::antecedent::in_sentence_before;
use super::divided::division_of;
use super::sentence::SentenceView;
use crate::claim::{Claim, Reading};
use crate::token::Class;
use crate::verdict::Confidence;

/// Sentences before a total that can hold its parts.
const FARTHEST: usize = 3;

/// Words of a sentence whose total counts more than the parts before it: those of a longer time, or not told one by one.
const MORE: &[&str] =
    &["have", "has", "had", "since", "far", "now", "other", "others", "elsewhere", "including", "also"];

/// Every way to read the sentences before one that opens with "In all" as the parts of its total; with "Together they" the
/// surer ones. Parts of a list that is not complete are common before "In all".
pub(super) fn accounts_in_all<'v>(reading: &'v Reading<'v>, view: &SentenceView<'v>, index: usize) -> Vec<Account<'v>> {
    let Some(total) = view.claims.first() else { return Vec::new() };
    let Some(confidence) = sums_up(view, total) else { return Vec::new() };
    let mut parts: Vec<&Claim> = Vec::new();
    let mut found = Vec::new();
    for back in 1..=FARTHEST.min(index) {
        let sentence = &reading.sentences[index - back];
        let before = SentenceView::of(reading, sentence);
        let alike = |c: &Claim| {
            let kinds = is_a_kind(view, total) && c.quantity.noun.is_some() && is_part(c);
            is_part(c) && !is_nested(&before, c) && (counts_alike(view, c, total) || kinds)
        };
        let sound = sentence.block == view.sentence.block
            && !before.claims.is_empty()
            && before.claims.iter().all(alike)
            && before.claims.windows(2).all(|pair| before.joined(&pair[0], &pair[1]));
        if !sound {
            break;
        }
        parts.splice(0..0, before.claims);
        if parts.len() > 1 && is_near(total, &parts) {
            found.push(Account { total, parts: parts.clone(), kind: Kind::Whole, confidence });
        }
    }
    found
}

/// "In all, 15 people died", "Together they carry 31".
fn sums_up(view: &SentenceView<'_>, total: &Claim) -> Option<Confidence> {
    let start = view.first_token(total);
    let opening = (view.word(0), view.word(1));
    let more = view.words().any(|word| MORE.contains(&word)) || view.claims.len() > 1;
    let straight = start <= 2 || start == 3 && view.word(2) == ",";
    match opening {
        _ if more || !is_part(total) => None,
        ("In", "all" | "total") | ("Altogether", _) | ("All", "told") => straight.then_some(Confidence::Low),
        ("Together" | "Combined", _) | ("Between", "them") => {
            let verb = (1..start).any(|i| view.class(i).intersects(Class::PRONOUN)) || straight;
            (verb && start <= 5).then_some(Confidence::Medium)
        }
        _ => None,
    }
}

/// "Of these, 41 are in the north wing and 38 in the south wing.": what the one count of the sentence before is divided into.
pub(super) fn divided_before<'v>(
    reading: &'v Reading<'v>,
    view: &SentenceView<'v>,
    index: usize,
) -> Option<Account<'v>> {
    let sentence = reading.sentences.get(index.checked_sub(1)?)?;
    if sentence.block != view.sentence.block || view.claims.len() < 2 {
        return None;
    }
    let (total, _) = in_sentence_before(view, &SentenceView::of(reading, sentence))?;
    division_of(view, total, view.claims)
}
