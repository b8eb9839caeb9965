//! Accounts: a total with its parts, in every order in which one sentence gives them.

use super::addend::{
    are_apart, can_overlap, clause_between, counts_alike, is_a_rate, is_a_year, is_another, is_item_mark, is_nested,
    is_part, one_verb, opening_token, parted, same_unit,
};
use super::amount::value;
use super::divided::division;
use super::opening::{is_split, opening, opens_with_of, opens_with_whom};
use super::sentence::SentenceView;
use crate::claim::{Claim, Standing};
use crate::quantity::{Form, Number, Unit, singular};
use crate::token::{Class, Kind as TokenKind};
use crate::verdict::Confidence;
use rust_decimal::Decimal;

/// A total and the figures that the text says are its parts; all stand in one block.
#[derive(Clone, Debug)]
pub(super) struct Account<'v> {
    /// The total.
    pub total: &'v Claim,
    /// The parts; none where the text says "a total of" and gives none.
    pub parts: Vec<&'v Claim>,
    /// How much of the total they are.
    pub kind: Kind,
    /// How sure it is that these are the parts, and all of them.
    pub confidence: Confidence,
}

/// How much of a total its parts make up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// All of it.
    Whole,
    /// Some of it: "including", "of which"; they can be less, never more.
    Some,
}

impl<'v> Account<'v> {
    /// The account of the claim `at` with these parts, if they are enough.
    fn of(view: &SentenceView<'v>, at: usize, parts: Vec<&'v Claim>, least: usize, kind: Kind) -> Option<Self> {
        // Parts of a list that is not complete can overlap.
        let sure = kind == Kind::Whole || are_apart(view, &parts);
        let confidence = if sure { Confidence::High } else { Confidence::Medium };
        // "Spain 88.1, Italy 31.9, in all 120 million": parts that leave the magnitude to their total.
        let total = &view.claims[at];
        let short = |c: &Claim| !is_magnitude(c) && value(c) < Decimal::from(1000);
        if is_magnitude(total) && !parts.is_empty() && parts.iter().all(|c| short(c)) {
            return None;
        }
        (parts.len() >= least).then(|| Self { total, parts, kind, confidence })
    }
}

/// The account that the claim `at` is the total of.
pub(super) fn account<'v>(view: &SentenceView<'v>, at: usize, least: usize) -> Option<Account<'v>> {
    let total = &view.claims[at];
    if total.repeated || !is_part(total) || total.standing == Standing::Former {
        return None;
    }
    let whole = |parts| Account::of(view, at, parts, least, Kind::Whole);
    if states_a_total(view, total) {
        let before = parts_before(view, at);
        if is_product(total, &before) {
            return None;
        }
        if adds_to_a_stock(view, &before) {
            return Account::of(view, at, before, least, Kind::Some);
        }
        let orders = [parts_behind, in_brackets, givers];
        let found = whole(before).or_else(|| orders.iter().find_map(|order| whole(order(view, at))));
        return found.or_else(|| Account::of(view, at, Vec::new(), 0, Kind::Whole));
    }
    if is_summed_up(view, total) {
        return whole(summed_up(view, at)).or_else(|| whole(parts_behind(view, at)));
    }
    if view.claims.len() < at + 1 + least {
        return None;
    }
    if let Some(found) = whole(in_brackets(view, at)).or_else(|| itemised(view, at, least)) {
        return Some(found);
    }
    let opening = opening(view, at);
    let split = opening.is_none() && is_split(view, at);
    if opening.is_none() && !split && !is_apposed(view, at) {
        return None;
    }
    let parts = run(view, at, at + 1, opening == Some(Kind::Some));
    match opening {
        None if split => {
            let alike = are_apart(view, &parts) || parts.iter().all(|c| counts_alike(view, c, total));
            whole(parts).filter(|_| alike)
        }
        Some(Kind::Whole) => whole(parts),
        Some(Kind::Some) if is_a_year(total) => None,
        Some(Kind::Some) if can_overlap(view, total) && !are_apart(view, &parts) => {
            division(view, at).filter(|_| opens_with_of(view, at) || opens_with_whom(view, at))
        }
        Some(Kind::Some) => Account::of(view, at, parts, least, Kind::Some),
        None => Account::of(view, at, parts.clone(), least, apposition(view, at, &parts)?),
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

/// "added 310,000 mobile and 20,000 landline customers, for a total of 13.1 million": the total counts those who were
/// there before, too.
fn adds_to_a_stock(view: &SentenceView<'_>, parts: &[&Claim]) -> bool {
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

/// "2,550 in all", "31 seats altogether", "a combined 31 seats".
fn is_summed_up(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let behind = matches!((view.word(end), view.word(end + 1)), ("in", "all" | "total"))
        || matches!(view.word(end), "altogether" | "combined" | "together");
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

/// Words with which the figures before a total tell more or less than its parts: "£50 each to Ann and Tom", "40 did
/// both", and "one in June" whose figure is read as none.
const NO_PLAIN_PART: &[&str] = &["each", "apiece", "both", "neither", "one"];

/// The figures before such a total that count what it counts.
fn summed_up<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let unlike = |i: usize| NO_PLAIN_PART.contains(&view.word(i)) && !view.in_a_figure(i);
    if (0..view.first_token(&view.claims[total])).any(unlike) {
        return Vec::new();
    }
    let all = &view.claims[total];
    let parts: Vec<&Claim> = view.claims[..total].iter().filter(|c| counts_alike(view, c, all)).collect();
    let sound = parts.iter().all(|c| is_part(c) && c.standing == Standing::Own && !is_nested(view, c) && !is_a_year(c))
        && parts.windows(2).all(|pair| view.joined(pair[0], pair[1]));
    if sound { parts } else { Vec::new() }
}

/// "12 changes: seven fixes, three commands and two removals", "$4 million last year: $3 million for pay and ...":
/// a figure in front of a colon whose list gives a number for each item.
fn itemised<'v>(view: &SentenceView<'v>, at: usize, least: usize) -> Option<Account<'v>> {
    let total = &view.claims[at];
    let named = total.quantity.noun.is_some() || total.measure.is_some();
    let counted = named || matches!(total.quantity.unit, Unit::Money(_) | Unit::Measure(_));
    // "40 people were held in 12 cities: 8 in Bern and 4 in Basel" counts people.
    let only = at == 0 || !view.claims[..at].iter().any(|c| is_part(c) && same_unit(view, c, total));
    let parts = if only && !is_a_year(total) { parts_behind(view, at) } else { return None };
    if !counted && !are_apart(view, &parts) {
        return None;
    }
    let (first, last) = (parts.first()?, parts.last()?);
    let closes = parts.len() > 2 || view.class(opening_token(view, last).checked_sub(1)?).contains(Class::CONJUNCTION);
    // "six towns: two nights in one and three in the other"
    if parts.iter().any(|c| view.is_a_time(view.end_token(c).saturating_sub(1))) {
        return None;
    }
    // "a pair of shoes and two hats", "3 bedrooms, a kitchen and two halls"
    let opens = view.opens_a_list(opening_token(view, first).checked_sub(1)?);
    let numbered = |i: usize| parts.iter().any(|c| opening_token(view, c) == i);
    let each = (view.end_token(total)..view.tokens().len())
        .filter(|&i| (view.word(i) == "," || view.class(i).contains(Class::CONJUNCTION)) && !view.in_a_figure(i))
        .all(|i| numbered(i + 1) || view.class(i + 1).contains(Class::CONJUNCTION) && numbered(i + 2));
    let found = Account::of(view, at, parts.clone(), least, Kind::Whole)
        .filter(|_| closes && opens && is_near(total, &parts) && each)?;
    let sure = parts.len() > 2 || matches!(total.quantity.unit, Unit::Money(_));
    Some(Account { confidence: if sure { Confidence::High } else { Confidence::Medium }, ..found })
}

/// Whether the next figure begins straight behind a comma, and one of the two counts something. A place or a time may
/// stand before the comma: "90 pupils at present, 41 girls and 49 boys".
fn is_apposed(view: &SentenceView<'_>, at: usize) -> bool {
    let (claim, next) = (&view.claims[at], &view.claims[at + 1]);
    let (end, comma) = (view.end_token(claim), view.first_token(next).saturating_sub(1));
    let other = Class::CONJUNCTION | Class::AUXILIARY | Class::NEGATION | Class::INCLUDING | Class::RELATIVE;
    (claim.quantity.noun.is_some() || next.quantity.noun.is_some())
        && view.word(comma) == ","
        && (end == comma
            || (end..comma).len() <= 4
                && view.class(end).intersects(Class::PREPOSITION | Class::DETERMINER | Class::ADVERB)
                && !(end..comma).any(|i| view.word(i) == "," || view.class(i).intersects(other)))
}

/// "a jury of 12, seven women and five men,": all of them; "3,400 people, 1,900 in Asia and 800 in Peru": some of them.
fn apposition(view: &SentenceView<'_>, at: usize, parts: &[&Claim]) -> Option<Kind> {
    let (first, last) = (parts.first()?, parts.last()?);
    let all: Vec<&Claim> = std::iter::once(&view.claims[at]).chain(parts.iter().copied()).collect();
    let close = view.word(view.end_token(&view.claims[at])) == ",";
    // "five men, four women and two children" are one list.
    if are_apart(view, parts) && !are_apart(view, &all) {
        let behind = view.end_token(last);
        let whole = close || is_near(&view.claims[at], parts);
        return (whole && !(behind..behind + 4).any(|i| view.class(i).contains(Class::INCLUDING)))
            .then_some(Kind::Whole);
    }
    if !close {
        return None;
    }
    let place = |c: &&Claim| view.word(view.end_token(c));
    let placed = view.class(view.end_token(first)).contains(Class::PREPOSITION) && place(first) != "of";
    let bare = parts.iter().all(|c| c.quantity.noun.is_none() && place(c) == place(first));
    (view.claims[at].quantity.noun.is_some() && placed && bare).then_some(Kind::Some)
}

/// The run of figures of the same unit before the total. Each is a part: none is said to be inside another, and each
/// begins its own conjunct. Counts inside an item ("$6 million on 12 schools") are passed over.
fn parts_before<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let all = &view.claims[total];
    let alike = |c: &&Claim| same_unit(view, c, all);
    let aside = |c: &Claim| view.class(view.first_token(c).saturating_sub(1)).contains(Class::PREPOSITION);
    let run = view.claims[..total].iter().rev().take_while(|c| alike(c) || aside(c));
    let mut parts: Vec<&Claim> = run.filter(alike).collect();
    parts.reverse();
    // "It gave 12 schools $6 million, 5 clinics $5 million and parks $1 million": the run may begin before the clinics.
    let first =
        parts.first().map_or(total, |first| view.claims.iter().position(|c| std::ptr::eq(c, *first)).unwrap_or(0));
    let adds_up = || parts.iter().try_fold(Decimal::ZERO, |sum, c| sum.checked_add(value(c))) == Some(value(all));
    if view.claims[..first].iter().any(|c| alike(&c)) && !adds_up() {
        return Vec::new();
    }
    // "12 doctors and 85 nurses, another 6 doctors and 20 nurses, for a total of 18 doctors and 105 nurses": each noun
    // has its own total.
    let noun = |c: &Claim| c.quantity.noun.map(|noun| singular(&view.text(noun.head).to_lowercase()));
    let own = noun(all);
    if own.is_some() && parts.iter().any(|c| noun(c) == own) {
        parts.retain(|c| noun(c).is_none() || noun(c) == own);
    }
    let sound = parts.iter().all(|c| is_part(c) && c.standing == Standing::Own && !c.quantity.total)
        && parts.windows(2).all(|pair| view.joined(pair[0], pair[1]));
    if sound { parts } else { Vec::new() }
}

/// "a total of 12 people died: five men, four women and three children": all figures behind a colon or dash. How long it
/// took, or how many items there are, can stand before it: "$3 million over two years:", "in three parts:".
fn parts_behind<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
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
        let counts_items = value(c) == Decimal::from(parts.len()) && view.end_token(c) == opening;
        counts_items || !same_unit(view, c, all)
    };
    if parts.len() == members && view.claims[total + 1..first].iter().all(aside) { parts } else { Vec::new() }
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
    // "the first 100 rows (0 + 1 + ... + 99)": the stops of what was left out end the sentence.
    let elided = view.word(closing) != ")";
    let some = elided
        || (opening..closing).any(|i| {
            matches!(
                view.word(i),
                "including" | "includes" | "or" | "from" | "compared" | "vs" | "versus" | "up" | "down"
            ) || view.word(i) == "of"
                && view.class(i + 1).intersects(Class::DETERMINER | Class::PRONOUN | Class::RELATIVE)
        });
    let sound = !some
        && inside.iter().all(|c| is_part(c) && same_unit(view, c, &view.claims[total]))
        && inside.windows(2).all(|pair| parted(view, pair[0], pair[1]))
        && !is_balance(&view.claims[total], &inside)
        && !are_numbers(view, &view.claims[total], &inside)
        && (is_counted(&view.claims[total]) || is_near(&view.claims[total], &inside))
        && !is_version(&view.claims[total]);
    if sound { inside } else { Vec::new() }
}

/// "two rules (14 and 15)", "three films (Alien, Alien 2 and Alien 3)": the numbers of as many things as were counted,
/// or of things with one name.
fn are_numbers(view: &SentenceView<'_>, total: &Claim, parts: &[&Claim]) -> bool {
    let bare = parts.iter().all(|c| c.quantity.noun.is_none() && c.quantity.unit == Unit::None);
    let name = |c: &Claim| view.word_before(view.first_token(c), 1);
    let named = parts.iter().all(|c| name(c).starts_with(char::is_uppercase) && name(c) == name(parts[0]));
    let counted = Decimal::from(parts.len() as u64) == value(total);
    bare && parts.len() > 1 && (counted || named)
}

/// "a surplus of 12 (52 arrivals and 40 departures)", "-12 (40 births and 52 deaths)": gains and losses, which leave their
/// difference.
fn is_balance(total: &Claim, parts: &[&Claim]) -> bool {
    let (all, values) = (value(total), parts.iter().map(|c| value(c)).collect::<Vec<_>>());
    let losses = all < Decimal::ZERO && values.iter().all(|part| *part > Decimal::ZERO);
    let left = match values[..] {
        [gains, losses] => gains.checked_sub(losses),
        _ => None,
    };
    losses || left.is_some_and(|left| left.abs() == all.abs())
}

/// "40 rows of 12 seats, for a total of 480".
fn is_product(total: &Claim, parts: &[&Claim]) -> bool {
    parts.len() > 1
        && parts.iter().try_fold(Decimal::ONE, |product, part| product.checked_mul(value(part))) == Some(value(total))
}

/// Whether a figure says what it counts. A measure is no such word: "a 12 mm pipe (20 mm with its lining and 25 mm)".
fn is_counted(claim: &Claim) -> bool {
    let unit = claim.quantity.unit;
    claim.quantity.noun.is_some() || claim.measure.is_some() || !matches!(unit, Unit::None | Unit::Measure(_))
}

/// "release 60.2 (Layout 31.1 and Format 9)": a decimal number of nothing.
fn is_version(claim: &Claim) -> bool {
    claim.quantity.unit == Unit::None && !is_counted(claim) && !value(claim).is_integer()
}

/// Whether a figure has a magnitude word: "12 million".
fn is_magnitude(claim: &Claim) -> bool {
    matches!(claim.quantity.number, Number::Value { form: Form::Magnitude, .. })
}

/// Whether every part is less than the total, and no more of it is missing than there. Others are often the numbers of
/// versions, points and names.
fn is_near(total: &Claim, parts: &[&Claim]) -> bool {
    let all = value(total);
    let missing = parts.iter().try_fold(all, |left, c| left.checked_sub(value(c)));
    parts.iter().all(|c| value(c) < all)
        && missing.and_then(|m| m.abs().checked_add(m.abs())).is_some_and(|twice| twice <= all)
}

/// Whether a figure is more than the place of something: no "(2)" before an item, no "in the second".
fn counts(view: &SentenceView<'_>, claim: &Claim) -> bool {
    claim.quantity.unit != Unit::Ordinal && !is_item_mark(view, claim)
}

/// The members of the enumeration that begins with the claim `from`, behind the claim `total`. Each may have a verb
/// where `verbs` says so and they are one; then the end of the bracket or the clause ends them, and so does "12 of them".
fn run<'v>(view: &SentenceView<'v>, total: usize, from: usize, verbs: bool) -> Vec<&'v Claim> {
    let all = &view.claims[total];
    // "Emigration was 410, of whom 60 were citizens, immigration 600": a figure named before it, behind one that is not.
    let named = |claim: &Claim| {
        let at = view.first_token(claim).wrapping_sub(1);
        view.tokens().get(at).is_some_and(|t| t.kind == TokenKind::Word) && view.class(at).is_empty()
    };
    let whom = verbs && opens_with_whom(view, total);
    let between =
        |a: &Claim, b: &Claim, mark: &str| (view.end_token(a)..view.first_token(b)).any(|i| view.word(i) == mark);
    // A semicolon goes on with a list only where it has stood between all of its members.
    let ends = |parts: &[&Claim], last: &Claim, claim: &Claim| {
        let commas = parts.len() > 1 && !between(parts[0], parts[1], ";");
        between(last, claim, ")") && !between(last, claim, "(") || between(last, claim, ";") && (whom || commas)
    };
    let mut parts: Vec<&Claim> = Vec::new();
    for claim in view.claims[from..].iter().filter(|c| counts(view, c)) {
        let member = (is_part(claim) || is_another(claim))
            && same_unit(view, claim, all)
            && (!is_a_rate(view, claim) || is_a_rate(view, all));
        let goes_on = |last: &&Claim| {
            parted(view, last, claim)
                && (!clause_between(view, last, claim) || verbs && one_verb(view, parts[0], claim))
                && !(verbs && (named(claim) && !named(parts[0]) || is_nested(view, claim)))
                && !(verbs && ends(&parts, last, claim))
        };
        if !member || !parts.last().is_none_or(goes_on) {
            break;
        }
        parts.push(claim);
    }
    parts
}

/// "loans totalling $8 million from the bank ($2 million) and the fund ($6 million)": all money behind the total.
fn givers<'v>(view: &SentenceView<'v>, total: usize) -> Vec<&'v Claim> {
    let claim = &view.claims[total];
    if !matches!(claim.quantity.unit, Unit::Money(_)) || !matches!(view.word(view.end_token(claim)), "from" | "in") {
        return Vec::new();
    }
    let parts = run(view, total, total + 1, false);
    let money = view.claims[total + 1..].iter().filter(|c| matches!(c.quantity.unit, Unit::Money(_))).count();
    if parts.len() == money { parts } else { Vec::new() }
}
