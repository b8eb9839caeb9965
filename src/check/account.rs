//! Accounts: a total with its parts, in every order in which one sentence gives them.

use rust_decimal::Decimal;

use super::sentence::SentenceView;
use crate::claim::{Claim, Standing};
use crate::quantity::{Form, Hedge, Number, Unit};
use crate::token::Class;

/// A total and the figures that the sentence says are its parts.
#[derive(Debug)]
pub(super) struct Account<'v> {
    /// The total.
    pub total: &'v Claim,
    /// The parts; none where the text says "a total of" and gives none.
    pub parts: Vec<&'v Claim>,
    /// How much of the total they are.
    pub kind: Kind,
}

/// How much of a total its parts make up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// All of it.
    Whole,
    /// Some of it: "including", "of which"; they can be less, never more.
    Some,
}

/// The account that the claim `at` is the total of.
pub(super) fn account<'v>(view: &SentenceView<'v>, at: usize, min_parts: usize) -> Option<Account<'v>> {
    let total = &view.claims[at];
    if total.repeated || !is_part(total) || total.standing == Standing::Former {
        return None;
    }
    let of = |parts: Vec<&'v Claim>, kind| Some(Account { total, parts, kind });
    let enough = |parts: &Vec<&Claim>| parts.len() >= min_parts;
    if states_a_total(view, total) {
        let orders = [parts_before, parts_behind, in_brackets, givers];
        let found = orders.iter().map(|order| order(view, at)).find(enough);
        return of(found.unwrap_or_default(), Kind::Whole);
    }
    if view.claims.len() < at + 1 + min_parts {
        return None;
    }
    let in_brackets = in_brackets(view, at);
    if enough(&in_brackets) {
        return of(in_brackets, Kind::Whole);
    }
    if matches!(total.quantity.unit, Unit::Money(_)) && view.word(view.end_token(total)) == ":" {
        return Some(parts_behind(view, at)).filter(enough).and_then(|parts| of(parts, Kind::Whole));
    }
    match opening(view, at)? {
        Kind::Whole => Some(run(view, at)).filter(enough).and_then(|parts| of(parts, Kind::Whole)),
        Kind::Some if counts_people(view, total) || is_a_year(total) => None,
        Kind::Some => Some(run(view, at)).filter(enough).and_then(|parts| of(parts, Kind::Some)),
    }
}

/// "for a total of $21 million", "a total of 12:", "which adds up to 90", "totalling 40".
fn states_a_total(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    let word = |back: usize| view.word_before(start, back);
    let after_total = claim.quantity.total && !matches!(word(1), "of" | "from" | "than" | "to");
    let adds_up = matches!(word(1), "totalling" | "totaling" | "totalled" | "totaled")
        || matches!((word(2), word(1)), ("up", "to")) && matches!(word(3), "adds" | "add" | "adding");
    (after_total || adds_up) && claim.standing == Standing::Own
}

/// What stands between a total and the figures behind it: "consists of", "made up of"; "including", "of which".
fn opening(view: &SentenceView<'_>, at: usize) -> Option<Kind> {
    let (end, next) = (view.end_token(&view.claims[at]), view.first_token(&view.claims[at + 1]));
    if next <= end || next - end > 12 {
        return None;
    }
    (end..next).find_map(|i| match (view.word(i), view.word(i + 1)) {
        ("consists" | "consist" | "consisted" | "consisting" | "composed" | "up", "of") => Some(Kind::Whole),
        ("comprising" | "comprises" | "comprise" | "comprised", _) if i + 3 >= next => Some(Kind::Whole),
        ("including" | "includes" | "included", _) if i + 5 >= next => Some(Kind::Some),
        ("of", "which") if i + 3 >= next => Some(Kind::Some),
        (",", _) if i + 1 == next && opens_with_of(view, at) => Some(Kind::Some),
        _ => None,
    })
}

/// "Of the 13 billion dollars of frozen debt, ..."
fn opens_with_of(view: &SentenceView<'_>, at: usize) -> bool {
    at == 0 && view.word(0) == "Of" && view.first_token(&view.claims[0]) <= 4
}

/// Groups of people and things overlap: "12 dead, including 9 women and 5 children".
fn counts_people(view: &SentenceView<'_>, claim: &Claim) -> bool {
    claim.quantity.unit == Unit::Person || Sort::of(view, claim) == Sort::Other
}

/// "in fiscal 1986, of which": no figure at all.
fn is_a_year(claim: &Claim) -> bool {
    let year = |value: Decimal| value >= Decimal::from(1900) && value < Decimal::from(2100);
    claim.quantity.unit == Unit::None
        && matches!(claim.quantity.number, Number::Value { value, form: Form::Whole, .. } if year(value))
}

/// A plain figure that can be added.
fn is_part(claim: &Claim) -> bool {
    claim.quantity.change.is_none()
        && matches!(claim.quantity.number, Number::Value { .. })
        && matches!(
            claim.quantity.hedge,
            Hedge::None | Hedge::Exactly | Hedge::About | Hedge::Nearly | Hedge::JustOver | Hedge::JustUnder
        )
        && matches!(claim.quantity.unit, Unit::None | Unit::Person | Unit::Thing | Unit::Money(_) | Unit::Measure(_))
}

/// The run of figures of the same unit before the total. Each is a part: none is said to be inside another, and each
/// begins its own conjunct.
fn parts_before<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let all = &view.claims[total];
    let mut parts: Vec<&Claim> = view.claims[..total].iter().rev().take_while(|c| same_unit(view, c, all)).collect();
    parts.reverse();
    let sound = parts.iter().all(|c| is_part(c) && c.standing == Standing::Own && !c.quantity.total)
        && parts.windows(2).all(|pair| view.joined(pair[0], pair[1]));
    if sound { parts } else { Vec::new() }
}

/// "a total of 12 people died: five men, four women and three children": all figures behind a colon or dash.
fn parts_behind<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let Some(next) = view.claims.get(total + 1) else { return Vec::new() };
    let (end, next) = (view.end_token(&view.claims[total]), view.first_token(next));
    let opens = (end..next.min(end + 6)).find(|&i| view.opens_a_list(i) || matches!(view.word(i), "," | "and" | "but"));
    if !opens.is_some_and(|i| view.opens_a_list(i) && view.word(i) != "(") {
        return Vec::new();
    }
    let parts = run(view, total);
    if parts.len() == view.claims.len() - total - 1 { parts } else { Vec::new() }
}

/// "$221 million ($200 million to the government and $21 million to a fund)": all figures of the bracket.
fn in_brackets<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let Some(next) = view.claims.get(total + 1) else { return Vec::new() };
    let (end, next) = (view.end_token(&view.claims[total]), view.first_token(next));
    // "the $221 million deal in August ("
    let opening = (end..next.min(end + 6)).find(|&i| view.word(i) == "(");
    let near = |at: usize| {
        !(end..at).any(|i| view.word(i) == "," || view.class(i).intersects(Class::AUXILIARY | Class::CONJUNCTION))
    };
    let Some(opening) = opening.filter(|&at| near(at)) else { return Vec::new() };
    let closing = (opening..opening + 60).find(|&i| matches!(view.word(i), ")" | "")).unwrap_or(opening);
    let inside: Vec<&Claim> = view.claims[total + 1..]
        .iter()
        .take_while(|c| view.first_token(c) < closing)
        .filter(|c| !matches!(c.quantity.unit, Unit::Duration(_)))
        .collect();
    let some = (opening..closing).any(|i| {
        matches!(
            view.word(i),
            "including" | "includes" | "or" | "from" | "compared" | "vs" | "versus" | "up" | "down" | "of"
        )
    });
    let sound = !some
        && inside.iter().all(|c| is_part(c) && same_unit(view, c, &view.claims[total]))
        && inside.windows(2).all(|pair| parted(view, pair[0], pair[1]));
    if sound { inside } else { Vec::new() }
}

/// Two members of one enumeration, with words between that may say what each is for: "$2m to the town and $3m".
fn parted(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    let (from, to) = (view.end_token(a), view.first_token(b));
    let mark = |i: usize| view.class(i).contains(Class::CONJUNCTION) || matches!(view.word(i), "," | ";" | "+");
    let relates =
        |i: usize| matches!(view.word(i), "from" | "than" | "including" | "to" | "or" | "times" | "out" | "of");
    (from..to).any(mark)
        && !(from..to).any(|i| matches!(view.word(i), "whom" | "which" | "than" | "including"))
        && !(to.saturating_sub(2)..to).any(|i| i >= from && relates(i))
}

/// The members of the enumeration that begins behind a figure.
fn run<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let mut parts: Vec<&Claim> = Vec::new();
    for claim in &view.claims[total + 1..] {
        let all = &view.claims[total];
        let member = is_part(claim) && same_unit(view, claim, all) && (!is_a_rate(view, claim) || is_a_rate(view, all));
        if !member || parts.last().is_some_and(|last| !parted(view, last, claim) || clause_between(view, last, claim)) {
            break;
        }
        parts.push(claim);
    }
    parts
}

/// A word that says that the second figure is of something else.
fn clause_between(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    (view.end_token(a)..view.first_token(b)).any(|i| {
        view.class(i).intersects(Class::AUXILIARY | Class::REPORTING)
            || matches!(
                view.word(i),
                "while" | "but" | "per" | "each" | "compared" | "against" | "total" | "after" | "up" | "down"
            )
    })
}

fn same_unit(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    let counted = |unit| matches!(unit, Unit::Person | Unit::None | Unit::Thing);
    let units = match (a.quantity.unit, b.quantity.unit) {
        (Unit::Money(x), Unit::Money(y)) => x == y,
        (Unit::Measure(x), Unit::Measure(y)) => x == y,
        (Unit::Measure(_), Unit::None) | (Unit::None, Unit::Measure(_)) => true,
        (x, y) => counted(x) && counted(y),
    };
    units && Sort::of(view, a).fits(Sort::of(view, b))
}

/// "loans totalling $8 million from the bank ($2 million) and the fund ($6 million)": all money behind the total.
fn givers<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let claim = &view.claims[total];
    if !matches!(claim.quantity.unit, Unit::Money(_)) || !matches!(view.word(view.end_token(claim)), "from" | "in") {
        return Vec::new();
    }
    let parts = run(view, total);
    let money = view.claims[total + 1..].iter().filter(|c| matches!(c.quantity.unit, Unit::Money(_))).count();
    if parts.len() == money { parts } else { Vec::new() }
}

/// What a figure without a currency of the table counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Nothing that is written.
    Bare,
    /// Money, by a word that the table of currencies does not have.
    Coin,
    /// The hundredth part of a coin: dollars and cents do not add up as numbers.
    Cents,
    /// Things or people.
    Other,
}

impl Sort {
    fn of(view: &SentenceView<'_>, claim: &Claim) -> Self {
        let noun = claim.quantity.noun.map_or("", |noun| view.text(noun.head));
        let named = [noun, view.word(view.end_token(claim))].into_iter().find_map(|word| match word {
            "cts" | "ct" | "cents" | "cent" | "pence" => Some(Self::Cents),
            "dlrs" | "dlr" | "stg" | "pesos" | "crowns" | "guilders" | "schillings" | "dinars" | "escudos"
            | "pesetas" => Some(Self::Coin),
            _ => None,
        });
        named.unwrap_or(if noun.is_empty() { Self::Bare } else { Self::Other })
    }

    fn fits(self, other: Self) -> bool {
        self == other
            || matches!((self, other), (Self::Bare, Self::Coin | Self::Other) | (Self::Coin | Self::Other, Self::Bare))
    }
}

/// "38.50 dlrs a share": a rate, no part of a sum that is none.
fn is_a_rate(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let end = view.end_token(claim);
    (end..end + 2).any(|i| matches!(view.word(i), "per") || matches!((view.word(i), view.word(i + 1)), ("a", "share")))
}
