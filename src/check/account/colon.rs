//! Parts behind a colon or dash: "12 changes: seven fixes, three commands and two removals".

use super::{Account, Kind, counts, is_near, run};
use crate::check::addend::{addable, are_apart, is_a_year, is_part, opening_token};
use crate::check::amount::value_or_nought;
use crate::check::opening::is_a_split;
use crate::check::sentence::SentenceView;
use crate::claim::Claim;
use crate::quantity::Unit;
use crate::token::Class;
use crate::verdict::Confidence;
use rust_decimal::Decimal;

/// "12 changes: seven fixes, three commands and two removals", "$4 million last year: $3 million for pay and ...":
/// a figure in front of a colon whose list gives a number for each item.
pub(super) fn itemised<'v>(view: &SentenceView<'v>, at: usize, least: usize) -> Option<Account<'v>> {
    let total = &view.claims[at];
    let named = total.quantity.noun.is_some() || total.measure.is_some();
    let counted = named || total.quantity.unit.is_amount();
    let parts = if is_a_year(total) { return None } else { parts_behind(view, at) };
    // "40 people were held in 12 cities: 8 in Bern and 4 in Basel" counts people.
    let rivals = || view.claims[..at].iter().filter(|c| is_part(c) && addable(c, total));
    if rivals().next().is_some() && !(has_own_verb(view, at) && rivals().all(|c| !add_up(&parts, c))) {
        return None;
    }
    if !counted && !are_apart(view, &parts) {
        return None;
    }
    let (first, last) = (parts.first()?, parts.last()?);
    let closes = parts.len() > 2 || view.class(opening_token(view, last).checked_sub(1)?).contains(Class::CONJUNCTION);
    // "six towns: two nights in one and three in the other"
    if parts.iter().any(|c| view.is_a_time(view.end_token(c).saturating_sub(1))) {
        return None;
    }
    let each = if view.opens_a_list(opening_token(view, first).checked_sub(1)?) {
        each_is_numbered(view, at, &parts)
    } else {
        parts.len() > 2 && is_dealt_out(view, at, &parts) && each_is_named(view, &parts)
    };
    let found = Account::of(view, at, parts.clone(), least, Kind::Whole)
        .filter(|_| closes && each && is_near(total, &parts))?;
    let sure = parts.len() > 2 || matches!(total.quantity.unit, Unit::Money(_));
    Some(Account { confidence: if sure { Confidence::High } else { Confidence::Medium }, ..found })
}

/// Whether each member behind the total begins with its figure: not so "a pair of shoes and two hats", "3 bedrooms, a
/// kitchen and two halls".
fn each_is_numbered(view: &SentenceView<'_>, at: usize, parts: &[&Claim]) -> bool {
    let numbered = |i: usize| parts.iter().any(|c| opening_token(view, c) == i);
    (view.end_token(&view.claims[at])..view.tokens().len())
        .filter(|&i| (view.word(i) == "," || view.class(i).contains(Class::CONJUNCTION)) && !view.in_a_figure(i))
        .all(|i| numbered(i + 1) || view.class(i + 1).contains(Class::CONJUNCTION) && numbered(i + 2))
}

/// "is split between three towns:", "goes to three towns:": whether words behind the total say that the list is all of
/// it.
fn is_dealt_out(view: &SentenceView<'_>, at: usize, parts: &[&Claim]) -> bool {
    let (from, to) = (view.end_token(&view.claims[at]), view.first_token(parts[0]));
    let counted = || view.claims[at + 1..].iter().take_while(|c| !std::ptr::eq(*c, parts[0]));
    (from..to).any(|i| is_a_split(view, i))
        || counted().any(|c| value_or_nought(c) == Decimal::from(parts.len() as u64))
}

/// "Alder gets $5 million, Birch $4 million and Cedar $3 million": whether each figure stands behind the name of who or
/// what it belongs to, of which the first can have a verb.
fn each_is_named(view: &SentenceView<'_>, parts: &[&Claim]) -> bool {
    let opens = |i: usize| view.word(i) == "," || view.opens_a_list(i) || view.class(i).contains(Class::CONJUNCTION);
    let name = |i: usize| view.word(i).starts_with(char::is_uppercase) || matches!(view.word(i), "the" | "its" | "of");
    // "Reds 22, Greens 15, Blues 8, one still open": a member without a figure.
    let Some(end) = parts.last().map(|last| view.end_token(last)) else { return false };
    let mut behind = (end..view.tokens().len()).take_while(|&i| !view.opens_a_list(i));
    !behind.any(opens)
        && parts.iter().enumerate().all(|(n, part)| {
            let start = opening_token(view, part);
            let Some(from) = (start.saturating_sub(LONGEST_NAME)..start).rev().find(|&i| opens(i)).map(|i| i + 1)
            else {
                return false;
            };
            let verb = n == 0 && from + 1 < start && view.word(start - 1).chars().all(char::is_lowercase);
            from < start && (from..start - usize::from(verb)).all(name)
        })
}

/// Most words before the figure of a member: "the Port of Alder gets".
const LONGEST_NAME: usize = 6;

/// "a total of 12 people died: five men, four women and three children": all figures behind a colon or dash. How long
/// it took, or how many items there are, can stand before it: "$3 million over two years:", "in three parts:".
pub(super) fn parts_behind<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let all = &view.claims[total];
    let end = view.end_token(all);
    let parts_or_opens = |i: &usize| view.opens_a_list(*i) || matches!(view.word(*i), "," | "and" | "but");
    let opening = (end..end + 8).find(parts_or_opens).filter(|&i| view.opens_a_list(i) && view.word(i) != "(");
    let Some(opening) = opening else { return Vec::new() };
    let first = view.claims.partition_point(|c| view.first_token(c) < opening);
    let mut parts = run(view, total, first, false);
    // "640 euros: 310 for the flight, 250 for the hotel and 90 for meals"
    let purpose = |c: &&Claim| {
        let bare = c.quantity.noun.is_none() && c.quantity.unit == Unit::None;
        is_part(c) && bare && matches!(view.word(view.end_token(c)), "for" | "on" | "from")
    };
    let bare: Vec<&Claim> = view.claims[first..].iter().take_while(purpose).collect();
    if parts.is_empty() && bare.len() > 2 && matches!(all.quantity.unit, Unit::Money(_)) {
        parts = bare;
    }
    let members = view.claims[first..].iter().filter(|c| counts(view, c)).count();
    let aside = |c: &Claim| {
        let counts_items = value_or_nought(c) == Decimal::from(parts.len()) && view.end_token(c) == opening;
        counts_items || !addable(c, all)
    };
    if parts.len() == members && view.claims[total + 1..first].iter().all(aside) { parts } else { Vec::new() }
}

/// "logged 312 calls and made 19 arrests:": the figure has a verb of its own behind the figure before it.
fn has_own_verb(view: &SentenceView<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|i| view.end_token(&view.claims[i])) else { return false };
    let start = view.first_token(&view.claims[at]);
    let joined = |i: usize| view.class(i).contains(Class::CONJUNCTION);
    let verb = |i: usize| matches!(view.word(i), "made" | "had") || view.class(i).contains(Class::VERB);
    (before..start).any(|i| joined(i) && i + 2 == start && verb(i + 1))
}

fn add_up(parts: &[&Claim], total: &Claim) -> bool {
    parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(value_or_nought(part)))
        == Some(value_or_nought(total))
}
