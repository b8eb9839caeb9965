//! Products of a count and a price, and bills that are shared out: a price a piece, a bill per head.

use rust_decimal::Decimal;

use super::calculation::{Calculation, Certainty, Term};
use super::population::is_a_head;
use super::proceeds::made_by_a_sale;
use crate::check::Scene;
use crate::check::rate::{Per, computable, goes_on, linked, names_one_of, per};
use crate::check::sentence::SentenceView;
use crate::check::working::bare;
use crate::claim::Claim;
use crate::quantity::Unit;

pub(super) fn money(claim: &Claim) -> bool {
    matches!(claim.quantity.unit, Unit::Money(_))
}

pub(in crate::check) fn counted(claim: &Claim) -> bool {
    claim.quantity.unit.counts_things()
}

/// "200 seats at $50 each, or $10,000"; "12 instalments of $99, a total of $1,188"; "50 x $20 = $1,000".
pub(super) fn at_a_price<'r>(
    scene: &Scene<'_>,
    view: &SentenceView<'r>,
    claims: &'r [Claim],
) -> Option<Calculation<'r>> {
    let [count, price, total, ..] = claims else { return None };
    if !counted(count) || !money(price) || price.quantity.unit != total.quantity.unit {
        return None;
    }
    let between: Vec<&str> = (view.end_token(count)..view.first_token(price)).take(4).map(|i| view.word(i)).collect();
    let (told, end) = per(view, price);
    let each = match told {
        Per::Each => true,
        Per::Noun(noun) => names_one_of(view, noun, count),
        Per::Whole => {
            matches!(between[..], ["of"]) && is_payment(view, count)
                || matches!(between[..], ["x" | "\u{d7}" | "times"])
        }
        _ => false,
    };
    let priced = matches!(
        between[..],
        ["at" | "for" | "of" | "x" | "\u{d7}" | "times" | "@" | "costing" | "worth" | "paying" | "cost"]
            | ["priced" | "sold" | "selling" | "bought", "at" | "for"]
            | ["that" | "which", "cost"]
    );
    if !each || !priced {
        return None;
    }
    let certainty = if linked(view, end, total) {
        (!goes_on(view, view.end_token(total))).then_some(Certainty::Offered)
    } else {
        made_by_a_sale(view, end, total)
    };
    let computed = Term::of(count, scene.widths)?.by(Term::rounded(price, scene.widths)?)?;
    let working = format!("{} × {}", bare(view, count), bare(view, price));
    Some(Calculation { certainty: certainty?, ..Calculation::offered(total, computed, working, vec![count, price]) })
}

/// "$45,000 for each of the 30 vans, a total of $1.35 million".
pub(super) fn for_each_of<'r>(
    scene: &Scene<'_>,
    view: &SentenceView<'r>,
    claims: &'r [Claim],
) -> Option<Calculation<'r>> {
    let [price, count, total, ..] = claims else { return None };
    let between: Vec<&str> = (view.end_token(price)..view.first_token(count)).take(5).map(|i| view.word(i)).collect();
    let each = matches!(
        between[..],
        ["for", "each" | "every", "of"] | ["for", "each" | "every", "of", "the" | "its" | "their"]
    );
    let end = view.end_token(count);
    let same = money(price) && price.quantity.unit == total.quantity.unit;
    if !each || !same || !counted(count) || !linked(view, end, total) || goes_on(view, view.end_token(total)) {
        return None;
    }
    let computed = Term::of(count, scene.widths)?.by(Term::rounded(price, scene.widths)?)?;
    let working = format!("{} × {}", bare(view, count), bare(view, price));
    Some(Calculation::offered(total, computed, working, vec![count, price]))
}

/// "33 trains with seven cars each, 231 cars in all": so many of each, and how many that makes.
pub(super) fn so_many_each<'r>(
    scene: &Scene<'_>,
    view: &SentenceView<'r>,
    claims: &'r [Claim],
) -> Option<Calculation<'r>> {
    let [count, each, total, ..] = claims else { return None };
    let things = [count, each, total].iter().all(|claim| counted(claim)) && view.head(count).is_some();
    let one_noun = view.head(each).is_some() && (view.head(total).is_none() || view.head(total) == view.head(each));
    let (from, to) = (view.end_token(count), view.first_token(each));
    let has = to == from + 1
        && matches!(view.word(from), "with" | "of" | "have" | "has" | "had" | "hold" | "holding" | "containing");
    let end = view.end_token(each);
    let behind = view.end_token(total);
    let in_all = view.says_in_all(behind) || total.quantity.total;
    let apposed = view.word(end) == "each" && view.word(end + 1) == "," && view.first_token(total) <= end + 4;
    if !(things && one_noun && has && apposed && in_all) {
        return None;
    }
    let computed = Term::of(count, scene.widths)?.by(Term::of(each, scene.widths)?)?;
    let working = format!("{} × {}", bare(view, count), bare(view, each));
    Some(Calculation::offered(total, computed, working, vec![count, each]))
}

/// "48 trains for 1.06 billion euros, or about 22 million a train": a total, what it is for each, and the one figure of
/// the sentence that counts these.
pub(super) fn a_piece<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Calculation<'r>> {
    // "$3.6 million for 12 buses, or $300,000 a bus"
    let (total, rate) = match claims {
        [total, count, rate, ..] if counted(count) && !money(count) && money(rate) => (total, rate),
        [total, rate, ..] => (total, rate),
        _ => return None,
    };
    let (Per::Noun(noun), behind) = per(view, rate) else { return None };
    let one_unit = rate.quantity.unit == total.quantity.unit
        || rate.quantity.unit == Unit::None && computable(rate)? > Decimal::TEN;
    if !money(total) || !one_unit || per(view, total).0 != Per::Whole || goes_on(view, behind) {
        return None;
    }
    let mut counts = view.claims.iter().filter(|c| counted(c) && names_one_of(view, noun, c));
    let count = counts.next().filter(|_| counts.next().is_none())?;
    // "48 trains for 1.06 billion", "paid 1.06 billion for 48 trains", "spent 1.06 billion on 48 trains"
    let (start, at) = (view.first_token(total), view.first_token(count));
    let spent = || (0..start).any(|i| matches!(view.word(i), "spend" | "spends" | "spent" | "spending"));
    let (from, paid) = if at < start {
        (view.end_token(total), view.word_before(start, 1) == "for")
    } else {
        let leads = view.word_before(at, 1) == "for" || view.word_before(at, 1) == "on" && spent();
        (view.end_token(count), leads && view.end_token(count) <= view.first_token(rate))
    };
    if !paid || !linked(view, from, rate) {
        return None;
    }
    let computed = Term::of(total, scene.widths)?.over(Term::of(count, scene.widths)?)?;
    let working = format!("{} ÷ {}", bare(view, total), bare(view, count));
    Some(Calculation::offered(rate, computed, working, vec![total, count]))
}

/// "$500 million divided among 327 million people is $1.53 each".
pub(super) fn divided<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Calculation<'r>> {
    let [total, count, rate, ..] = claims else { return None };
    let words = |from: usize, to: usize| (from..to).take(5).map(|i| view.word(i)).collect::<Vec<_>>();
    let among = matches!(
        words(view.end_token(total), view.first_token(count))[..],
        ["divided" | "split" | "shared" | "spread", "among" | "between" | "over" | "by" | "across"]
            | [
                "divided" | "split" | "shared" | "spread",
                "among" | "between" | "over" | "by" | "across",
                "the" | "all" | "its"
            ]
    );
    let is = matches!(
        words(view.end_token(count), view.first_token(rate))[..],
        ["is" | "was" | "makes" | "="] | [",", "or"] | ["would", "be" | "make"] | ["comes" | "came", "to"]
    );
    let each = match per(view, rate).0 {
        Per::Each => true,
        Per::Noun(noun) => is_a_head(noun) || names_one_of(view, noun, count),
        _ => false,
    };
    if !(among && is && each && money(total) && counted(count) && rate.quantity.unit == total.quantity.unit) {
        return None;
    }
    let computed = Term::of(total, scene.widths)?.over(Term::of(count, scene.widths)?)?;
    let working = format!("{} ÷ {}", bare(view, total), bare(view, count));
    Some(Calculation {
        certainty: Certainty::Sure,
        ..Calculation::offered(rate, computed, working, vec![total, count])
    })
}

/// "6.5bn pennies, or £65m": the same money in coins.
pub(super) fn in_coins<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Calculation<'r>> {
    let [coins, amount, ..] = claims else { return None };
    let small = |claim: &Claim| {
        let text = view.text(claim.quantity.span);
        ["pennies", "pence", "cents"].iter().any(|coin| text.ends_with(coin))
    };
    let same = money(coins) && coins.quantity.unit == amount.quantity.unit && small(coins) && !small(amount);
    if !same || !linked(view, view.end_token(coins), amount) || goes_on(view, view.end_token(amount)) {
        return None;
    }
    let computed = Term::of(coins, scene.widths)?;
    Some(Calculation::offered(amount, computed, bare(view, coins).to_owned(), vec![coins]))
}

fn is_payment(view: &SentenceView<'_>, count: &Claim) -> bool {
    count.quantity.noun.is_some_and(|noun| {
        matches!(
            view.text(noun.head),
            "payments" | "instalments" | "installments" | "payment" | "instalment" | "installment"
        )
    })
}

/// "$1.2 billion, or $600 for each of the 2 million residents"; "the 2 million residents owe $1.2 billion, or $600
/// each"; "$30 per household, or $6 million for the 200,000 households".
pub(super) fn for_each<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Calculation<'r>> {
    let [first, second, third, ..] = claims else { return None };
    let (one, first_end) = per(view, first);
    let (two, second_end) = per(view, second);
    let behind: Vec<&str> = (second_end..view.first_token(third)).take(7).map(|i| view.word(i)).collect();
    let same = |a: &Claim, b: &Claim| money(a) && a.quantity.unit == b.quantity.unit;
    let quotient = |total: &'r Claim, rate: &'r Claim, count: &'r Claim| {
        let computed = Term::of(total, scene.widths)?.over(Term::of(count, scene.widths)?)?;
        let working = format!("{} ÷ {}", bare(view, total), bare(view, count));
        Some(Calculation::offered(rate, computed, working, vec![total, count]))
    };
    let of_all =
        matches!(behind[..], ["for", "each" | "every", "of" | "one", ..] | ["for", "every", ..]) && behind.len() <= 6;
    if counted(third) && same(first, second) && one == Per::Whole && linked(view, first_end, second) {
        let fits = match two {
            Per::Whole => of_all,
            Per::Noun(noun) => behind.first() == Some(&"for") && behind.len() <= 6 && names_one_of(view, noun, third),
            _ => false,
        };
        return fits.then(|| quotient(first, second, third)).flatten();
    }
    if counted(third) && same(first, second) && linked(view, first_end, second) && two == Per::Whole {
        let noun = matches!(one, Per::Noun(noun) if names_one_of(view, noun, third));
        let fits = noun && matches!(behind[..], ["for", "the" | "all" | "its"] | ["for", "all", "the"]);
        let computed = Term::rounded(first, scene.widths)?.by(Term::of(third, scene.widths)?)?;
        let working = format!("{} × {}", bare(view, first), bare(view, third));
        return fits.then(|| Calculation::offered(second, computed, working, vec![first, third]));
    }
    // The one count of the sentence stands before its total.
    let only = view.claims.iter().filter(|c| counted(c)).count() == 1;
    if counted(first)
        && first.quantity.noun.is_some()
        && only
        && same(second, third)
        && two == Per::Whole
        && linked(view, second_end, third)
    {
        let fits = match per(view, third).0 {
            Per::Each => true,
            Per::Noun(noun) => names_one_of(view, noun, first),
            _ => false,
        };
        return fits.then(|| quotient(second, third, first)).flatten();
    }
    None
}
