//! The rest: "the remaining $2m", "the other 12", "the rest, 15 tonnes" closes an enumeration, whose total stands
//! before it in the same sentence or in one of the sentences of the paragraph before.

use rust_decimal::Decimal;

use super::account::{Account, Kind, ONLY_A_SLIP};
use super::addend::{counts_alike, is_a_rate, is_a_year, is_another, is_nested, is_part};
use super::amount::value_or_nought;
use super::antecedent::looks_back;
use super::income::is_income;
use super::opening::is_of_the;
use super::sentence::SentenceView;
use crate::claim::{Claim, Standing};
use crate::quantity::{Form, Number, Unit};
use crate::token::{Class, Kind as TokenKind, Token};
use crate::verdict::Confidence;

/// "the remaining 20%", "the other 20%", "the rest, 20%", "everything else 20%", "20% on everything else".
pub(super) fn is_the_rest(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let word = |back| view.word_before(start, back);
    let mark = usize::from(matches!(word(1), "," | "(" | "-" | "\u{2013}" | "\u{2014}"));
    matches!((word(2), word(1)), ("the" | "The", "remaining" | "other")) && word(3) != "of"
        || mark == 1 && matches!((word(3), word(2)), ("the" | "The", "rest" | "remainder" | "balance"))
        || names_all_others((word(mark + 2), word(mark + 1)))
        || matches!((word(mark + 3), word(mark + 2), word(mark + 1)), ("all", "the", "others"))
        // "74 million on everything else", "and 74 million for all others."
        || view.class(end).contains(Class::PREPOSITION)
            && names_all_others((view.word(end + 1), view.word(end + 2)))
            && view.tokens().get(end + 3).is_none_or(|t| t.kind == TokenKind::Punct)
}

/// "everything else", "all others": whatever was not named before.
fn names_all_others(words: (&str, &str)) -> bool {
    matches!(
        words,
        ("everything" | "Everything" | "everybody" | "everyone" | "all" | "All", "else") | ("all" | "All", "others")
    )
}

/// Every way to read the figure that a sentence calls the rest as what a total leaves; the surest comes first.
pub(super) fn accounts_with_rest<'v>(view: &SentenceView<'v>) -> Vec<Account<'v>> {
    let Some(rest) = view.claims.iter().rfind(|c| is_part(c) && is_the_rest(view, c)) else {
        return Vec::new();
    };
    let at = view.claims.partition_point(|c| c.quantity.span.start < rest.quantity.span.start);
    let mut own = members(view, &view.claims[..at], rest);
    // "the other eight graves held the remaining 254": the graves hold, and are no part.
    own.retain(|c| !is_the_rest(view, c));
    let mut found = Vec::new();
    let mut add = |total: &'v Claim, parts: &[&'v Claim], confidence: Confidence| {
        found.extend(with_rest(total, parts, rest, confidence));
    };
    if let [.., total, part] = &view.claims[..at]
        && looks_back(view, total, part)
        && counts_alike(view, rest, total)
        && value_or_nought(part).max(value_or_nought(rest)) < value_or_nought(total)
    {
        // "14 islands, 9 of which are inhabited; the other 5 are bare"
        add(total, &[part], Confidence::High);
    } else if let Some(total) = view.claims.get(at + 1).filter(|c| is_of(view, rest, c) && counts_alike(view, rest, c))
    {
        add(total, &own, Confidence::High);
    } else if !own.is_empty() {
        within(view, &own, &mut add);
        let Some(earlier) = view.before().filter(|earlier| !leaves_its_time(view, earlier)) else { return found };
        let mut totals = members(&earlier, earlier.claims, rest);
        totals.retain(|total| is_counted(total));
        // Of several figures before it any may be the total, or none; nor is income the whole of what was spent.
        let several = totals.len() > 1;
        for total in totals {
            let sure = match opens_with_that(view) {
                _ if several => ONLY_A_SLIP,
                true => Confidence::High,
                false if is_income(&earlier, total) => ONLY_A_SLIP,
                false => Confidence::Medium,
            };
            add(total, &own, sure);
        }
    } else if let Some((total, parts, sure)) = over_sentences(view, rest) {
        add(total, &parts, sure);
    } else if let Some(earlier) = view.before() {
        within(&earlier, &members(&earlier, earlier.claims, rest), &mut add);
    }
    found
}

/// Sentences between a total and its rest: "Of these, ... Another 150 ... A further 80 ... The remaining 100 ...".
const APART: usize = 4;

/// The total that the sentences before the rest divide, one or more parts in each: "The ferry carried 90 passengers. Of
/// these, 41 got off at Alba. Another 20 got off at Bram. The other 29 stayed." Surer where one of them says of what
/// they are parts.
fn over_sentences<'v>(view: &SentenceView<'v>, rest: &'v Claim) -> Option<(&'v Claim, Vec<&'v Claim>, Confidence)> {
    let mut parts: Vec<&Claim> = Vec::new();
    let mut view = *view;
    for _ in 0..APART {
        view = view.before()?;
        if view.before().is_some_and(|earlier| leaves_its_time(&view, &earlier)) {
            return None;
        }
        let member = |c: &&Claim| (is_part(c) || is_another(c)) && is_alike(&view, c, rest);
        let mut own: Vec<&Claim> = view.claims.iter().filter(member).collect();
        let goes_on = is_another(own.first()?);
        own.append(&mut parts);
        parts = own;
        if !goes_on {
            let total = view.before().and_then(|earlier| only(&earlier, rest))?;
            let named = |c: &&Claim| c.quantity.noun.map(|noun| view.text(noun.head));
            let sure = opens_with_that(&view);
            // "The college has 640 students. It hired four cooks."
            let of_total = |part: &&Claim| named(part).is_none() || named(part) == named(&total);
            let confidence = if sure { Confidence::High } else { Confidence::Medium };
            return (sure || parts.iter().all(of_total)).then_some((total, parts, confidence));
        }
    }
    None
}

/// The account of a total with the parts that are named and what is left of it.
pub(super) fn with_rest<'v>(
    total: &'v Claim,
    parts: &[&'v Claim],
    rest: &'v Claim,
    confidence: Confidence,
) -> Option<Account<'v>> {
    let parts: Vec<&Claim> = parts.iter().copied().chain(std::iter::once(rest)).collect();
    // Parts of something else are as a rule far from the total.
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, c| sum.checked_add(value_or_nought(c))).unwrap_or_default();
    let reaches = |a: Decimal, b: Decimal| a.checked_add(a).is_none_or(|twice| twice >= b);
    let near = reaches(sum, value_or_nought(total)) && reaches(value_or_nought(total), sum);
    let larger = near && parts.iter().all(|c| value_or_nought(c) < value_or_nought(total));
    let sound = parts.len() > 1
        && (confidence == Confidence::High || larger)
        && !is_a_year(total)
        && total.standing != Standing::Former;
    sound.then_some(Account { total, parts, kind: Kind::Whole, confidence })
}

/// The total among the figures of one sentence: "Of the 40 schools, 12 ...", "12 of the 40 schools", "40 tonnes of
/// rice, 25 by road".
fn within<'v>(
    view: &SentenceView<'v>,
    figures: &[&'v Claim],
    add: &mut impl FnMut(&'v Claim, &[&'v Claim], Confidence),
) {
    let [first, others @ ..] = figures else { return };
    let Some(second) = others.first() else { return };
    if is_of(view, first, second) {
        let parts: Vec<&Claim> = std::iter::once(*first).chain(others[1..].iter().copied()).collect();
        add(second, &parts, Confidence::High);
    } else if is_of_the(view, first) {
        add(first, others, Confidence::High);
    } else if is_counted(first) && straight_behind(view, first, second) {
        add(first, others, Confidence::Medium);
    }
}

/// The figures among `claims` that can be parts beside the rest.
pub(super) fn members<'v>(view: &SentenceView<'v>, claims: &'v [Claim], rest: &Claim) -> Vec<&'v Claim> {
    claims.iter().filter(|c| is_part(c) && is_alike(view, c, rest)).collect()
}

fn is_alike(view: &SentenceView<'_>, claim: &Claim, rest: &Claim) -> bool {
    let measured = is_a_head_count(rest) && matches!(claim.quantity.unit, Unit::Measure(_));
    counts_alike(view, rest, claim) && !is_nested(view, claim) && !is_a_rate(view, claim) && !measured
}

/// "the other five": a small number without a unit, as it is written in words, is no measurement.
fn is_a_head_count(rest: &Claim) -> bool {
    let number = rest.quantity.number;
    rest.quantity.unit == Unit::None && matches!(number, Number::Value { value, .. } if value <= Decimal::from(12))
}

/// The one figure of a sentence that the rest can be a part of.
fn only<'v>(view: &SentenceView<'v>, rest: &Claim) -> Option<&'v Claim> {
    match members(view, view.claims, rest)[..] {
        [total] if is_counted(total) => Some(total),
        _ => None,
    }
}

/// "In 1990 some 210 came by bus and the other 100 on foot.": a time of its own, and another total.
fn leaves_its_time(view: &SentenceView<'_>, before: &SentenceView<'_>) -> bool {
    let known = years(before);
    let back = (0..view.tokens().len()).any(|i| {
        matches!((view.word(i), view.word(i + 1)), ("Last" | "last", "year" | "month" | "week" | "season" | "time"))
    });
    back || years(view).iter().any(|year| !known.contains(year))
}

/// The years that a sentence names.
pub(super) fn years<'v>(view: &SentenceView<'v>) -> Vec<&'v str> {
    let year = |t: &&Token| t.kind == TokenKind::Digits && t.end - t.start == 4;
    let numbers = view.tokens().iter().filter(year).map(|t| t.text(view.block()));
    numbers.filter(|text| text.starts_with("19") || text.starts_with("20")).collect()
}

/// A number of something, an amount, or "90 million" of what the sentence speaks of.
pub(super) fn is_counted(claim: &Claim) -> bool {
    claim.quantity.noun.is_some()
        || claim.quantity.unit.is_amount()
        || matches!(claim.quantity.number, Number::Value { form: Form::Magnitude, .. })
}

/// "12 of the 40", "12 out of 40".
pub(super) fn is_of(view: &SentenceView<'_>, part: &Claim, whole: &Claim) -> bool {
    let between = view.end_token(part)..view.first_token(whole);
    let of = between.clone().any(|i| view.word(i) == "of");
    of && between.len() <= 3 && between.clone().all(|i| matches!(view.word(i), "of" | "out" | "the" | "its" | "their"))
}

/// "40 tonnes of rice, 25 by road": the second figure begins straight behind a comma or colon, without a verb between.
fn straight_behind(view: &SentenceView<'_>, first: &Claim, second: &Claim) -> bool {
    let (from, to) = (view.end_token(first), view.first_token(second));
    let verb = Class::AUXILIARY | Class::CONJUNCTION | Class::RISE | Class::FALL | Class::REPORTING | Class::VERB;
    // "42 km on Monday, 10 km on Tuesday"
    let alike = view.word(from) == view.word(view.end_token(second));
    to > from
        && !alike
        && to - from <= 8
        && matches!(view.word(to - 1), "," | ":" | "\u{2013}" | "\u{2014}")
        && !(from..to).any(|i| view.class(i).intersects(verb) || matches!(view.word(i), "to" | ";" | "those" | "these"))
}

/// "Of that, ...", "Of this amount", "Of these": the parts of what the sentence before states.
fn opens_with_that(view: &SentenceView<'_>) -> bool {
    view.word(0) == "Of" && matches!(view.word(1), "that" | "this" | "these" | "those" | "them" | "which" | "it")
        || matches!((view.word(0), view.word(1), view.word(2)), ("Of", "the", "total" | "sum" | "amount" | "money"))
}
