//! Steps told by a comparison: "312 tons, 50% more than the 208 tons of last year", "a rise of 8% on the 1,204 sold in
//! May", "512 fires. That is 35% more than the 379 of the year before".

use super::step::{Step, figures_of, is_level, only_level};
use super::when::recalled;
use crate::check::compare::may_be_one_unit;
use crate::check::direction::{Said, directed, in_points};
use crate::check::sentence::{SentenceView, is_one_of};
use crate::claim::Claim;
use crate::quantity::{Change, Form, Number, Unit};
use crate::token::{Class, Kind};

/// Words between a comparison and its base: "than the revised".
const REACH: usize = 6;

/// The comparison at a figure: the base behind it, and which way it goes.
fn comparison<'v>(view: &SentenceView<'v>, change: &Claim, base: &'v Claim) -> Option<Said> {
    let (start, to) = (view.end_token(change).saturating_sub(1), view.first_token(base));
    let of_points = in_points(view, change, &change.quantity).is_some();
    if to < start
        || to - start > 3 * REACH
        || !is_level(view, base)
        || base.quantity.unit == Unit::Percent && !of_points
    {
        return None;
    }
    let mark = (start..to).find(|&i| matches!(view.word(i), "than" | "above" | "below" | "on" | "over" | "under"))?;
    let plain = |i: usize| {
        view.class(i).intersects(Class::DETERMINER | Class::HEDGE | Class::RISE | Class::FALL | Class::MONTH)
            || matches!(
                view.word(i),
                "more"
                    | "fewer"
                    | "less"
                    | "greater"
                    | "larger"
                    | "smaller"
                    | "the"
                    | "its"
                    | "their"
                    | "a"
                    | "revised"
            )
    };
    // "5% more than a year ago, with 300": what follows the comparison is its base at once.
    // "than the agency's own estimate of 2.16 billion", "than this year's 306 million": a noun phrase with its figure.
    let ends_in_of = view.word_before(to, 1) == "of" && (mark + 1..to - 1).all(|i| inside_phrase(view, i));
    let owned = matches!(view.word_before(to, 1), "'s" | "\u{2019}s") && (mark + 1..to).all(|i| inside_phrase(view, i));
    let near = to - start <= 2 * REACH;
    let direct = near && (start + 1..to).all(|i| i == mark || plain(i));
    let told = near && (ends_in_of || owned) || recalled(view, mark, base);
    let beside = near && in_brackets_behind_a_time(view, mark, base);
    let pointed = |i: usize| of_points && matches!(view.word(i), "a" | "percentage" | "point" | "points");
    let named = (told || beside) && (start + 1..mark).all(|i| plain(i) || pointed(i));
    if !(direct || named) || mark + 1 == to && matches!(view.word(mark), "on" | "over") {
        return None;
    }
    // "5% more than the 300 that were planned"
    let end = view.end_token(base);
    let unreal =
        |i: usize| matches!(view.word(i), "would" | "planned" | "expected" | "forecast" | "needed" | "targeted");
    if (end..end + REACH).any(unreal) {
        return None;
    }
    let way = match view.word(mark) {
        "above" => Some(Change::Increase),
        "below" | "under" => Some(Change::Decrease),
        _ if (start..mark).any(|i| matches!(view.word(i), "more" | "higher" | "greater" | "larger")) => {
            Some(Change::Increase)
        }
        _ if (start..mark).any(|i| matches!(view.word(i), "fewer" | "less" | "lower" | "smaller")) => {
            Some(Change::Decrease)
        }
        _ => change.quantity.change.or_else(|| Some(directed(view, change)?.change)),
    };
    Some(Said { change: way?, at: view.first_token(change) })
}

/// "4% more than a year before (220,000)", "less than in 2019 (1.2 million)": a time, and the level of it in brackets.
fn in_brackets_behind_a_time(view: &SentenceView<'_>, mark: usize, base: &Claim) -> bool {
    const WORDS: &[&str] = &[
        "a", "an", "the", "in", "at", "of", "for", "during", "that", "this", "last", "previous", "same", "first",
        "second", "third", "fourth", "before", "earlier", "ago", "period", "time", "point", "half", "quarter",
    ];
    let open = view.first_token(base).saturating_sub(1);
    let of_time = |i: usize| view.in_a_date(i) || WORDS.contains(&view.word(i)) || TIMES.contains(&view.word(i));
    mark + 1 < open
        && view.word(open) == "("
        && view.word(view.end_token(base)) == ")"
        && (mark + 1..open).all(of_time)
        && (mark + 1..open).any(|i| view.in_a_date(i) || TIMES.contains(&view.word(i)) || view.word(i) == "quarter")
}

/// Times of which "last" and "this" are two.
pub(super) const TIMES: &[&str] = &["year", "month", "week", "season", "spring", "summer", "autumn", "fall", "winter"];

/// A word of a noun phrase: no verb, no clause, no other preposition.
fn inside_phrase(view: &SentenceView<'_>, at: usize) -> bool {
    let ends = Class::AUXILIARY | Class::CONJUNCTION | Class::RELATIVE | Class::SUBORDINATOR | Class::PREPOSITION;
    view.tokens().get(at).is_some_and(|t| t.kind != Kind::Punct && t.kind != Kind::Digits)
        && !view.class(at).intersects(ends)
}

/// Every step of a sentence that a comparison makes. `before` is the sentence before in the same block.
pub(super) fn comparisons<'v>(view: &SentenceView<'v>, before: Option<&SentenceView<'v>>) -> Vec<Step<'v>> {
    let figures: Vec<&Claim> = figures_of(view);
    let mut out: Vec<Step<'_>> = Vec::new();
    for pair in figures.windows(2) {
        let (change, base) = (pair[0], pair[1]);
        let Some(says) = comparison(view, change, base) else { continue };
        // "Three contractors bid; the lowest offer, 1.9 billion, was 12% below the 2.16 billion": the contractors are
        // none.
        let large = |c: &Claim| matches!(c.quantity.number, Number::Value { form: Form::Magnitude, .. });
        let amount = |c: &Claim| c.quantity.noun.is_none() && large(c);
        let measured = |c: &Claim| c.quantity.unit.is_amount();
        let alike = |c: &&Claim| {
            is_level(view, c)
                && may_be_one_unit(c, base)
                && c.quantity.change.is_none()
                && (!amount(base) || c.quantity.noun.is_none() || measured(c) || large(c))
        };
        let own = || figures.iter().copied().filter(|c| !std::ptr::eq(*c, base) && !std::ptr::eq(*c, change));
        let mut results = own().filter(alike);
        let again = goes_on(view, out.last(), change).filter(alike);
        let result = match (again, results.next(), results.next()) {
            (Some(result), ..) => result,
            (_, Some(result), None) if near(view, result, change, base) => result,
            (_, Some(_), Some(_)) => match straight_before(view, own().filter(alike), change, base) {
                Some(result) => result,
                None => continue,
            },
            (_, None, _) if own().next().is_none() && points_back(view) => {
                let Some(result) = before.and_then(|before| only_level(before)).filter(|c| may_be_one_unit(c, base))
                else {
                    continue;
                };
                result
            }
            _ => continue,
        };
        let mut step = Step::new(base, result, Some(change), Some(says));
        if base.quantity.unit == Unit::Percent {
            step.change = in_points(view, change, &change.quantity).map(|points| (change, points));
        }
        out.push(step);
    }
    out
}

/// "40, 25% more than a year before (32) and 20% less than in 2019 (50)": a second comparison of what was compared.
fn goes_on<'v>(view: &SentenceView<'v>, last: Option<&Step<'v>>, change: &Claim) -> Option<&'v Claim> {
    let last = last?;
    let between = view.end_token(last.base)..view.first_token(change);
    let closed = view.word(between.start) == ")" && between.len() <= 3;
    let joined = |i: usize| matches!(view.word(i), ")" | "," | "and" | "but" | "or");
    (closed && between.clone().all(joined)).then_some(last.result)
}

/// Of several figures the one straight before the change, where the others count something else or stand behind the
/// base: "the five ports handled 312 tons, 50% more than the 208 tons of last year, when 90 were lost". Of others
/// nobody can say which is compared.
fn straight_before<'v>(
    view: &SentenceView<'v>,
    figures: impl Iterator<Item = &'v Claim> + Clone,
    change: &Claim,
    base: &Claim,
) -> Option<&'v Claim> {
    let start = view.first_token(change);
    let last = figures.clone().filter(|c| view.end_token(c) <= start && !is_placed(view, c)).last()?;
    let other = |c: &Claim| match (view.head(c), view.head(last)) {
        (Some(theirs), Some(own)) => theirs != own && view.head(base).is_none_or(|base| base == own),
        _ => false,
    };
    let close = start - view.end_token(last) <= 2 * REACH && near(view, last, change, base);
    let alone =
        figures.filter(|c| !std::ptr::eq(*c, last)).all(|c| view.first_token(c) >= view.end_token(base) || other(c));
    (close && alone).then_some(last)
}

/// "512 fires in 12 towns", "in all the 12 towns": where it was, and nothing that was compared.
fn is_placed(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    let place = |i: usize| matches!(view.word(i), "in" | "at" | "across" | "among" | "within" | "throughout" | "with");
    let bare = |i: usize| view.class(i).contains(Class::DETERMINER) || view.word(i) == "all";
    (0..start).rev().find(|&i| !bare(i)).is_some_and(place)
}

/// "512, 35% more than", and "35% above the 379 of last year, at 512".
fn near(view: &SentenceView<'_>, result: &Claim, change: &Claim, base: &Claim) -> bool {
    let (start, end) = (view.first_token(result), view.end_token(result));
    if start > view.end_token(base) {
        return view.word_before(start, 1) == "at" && view.word_before(start, 2) == ",";
    }
    let from = view.first_token(change);
    let clause = |i: usize| matches!(view.word(i), ";" | "but" | "while" | "and" | "which" | ":");
    // "The budget of 318 million is 4 percent higher than ..."
    let copula = from - end.min(from) <= REACH && matches!(view.word_before(from, 1), "is" | "was" | "are" | "were");
    // "With 340 dogs the shelter took in 60 more than ..."
    let with = view.word_before(start, 1) == "With" && start == 1;
    end <= from
        && from - end <= 2 * REACH
        && !(end..from).any(clause)
        && (copula || with || (end..from).any(|i| view.word(i) == ","))
}

/// "That was 25% more than": the sentence begins with what the one before was about.
pub(super) fn points_back(view: &SentenceView<'_>) -> bool {
    let is = |i: usize, words: &[&str]| is_one_of(words, view.word(i));
    is(0, &["that", "this", "it"]) && is(1, &["was", "is", "were"])
}
