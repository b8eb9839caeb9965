//! Products: "200 seats at $50 each, or $10,000", "$20 an hour, 40 hours a week, or $800 a week", "$400 for each of the 2
//! million residents". Only where a word says that the one figure is what the others make.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::compare::Figure;
use super::rate::{Per, goes_on, is_one_of, linked, parts_of, per, rounding, value};
use super::sentence::SentenceView;
use super::working::{bare, like, number, slip};
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::quantity::{Interval, Unit, Widths};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};

/// Parameters of the check `product`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Product {
    /// Words that make a figure for a longer time what one for a shorter time adds up to; prices go down with time.
    pay: Vec<String>,
}

impl Default for Product {
    fn default() -> Self {
        let words = "earn earns earned earning earnings wage wages salary salaries income pension rent rents save saves \
                     saved saving savings lose loses losing loss losses spend spends spending spent revenue";
        Self { pay: words.split_whitespace().map(str::to_owned).collect() }
    }
}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Product>()?))
}

/// A number with both intervals.
#[derive(Clone, Copy, Debug)]
struct Term {
    nominal: Decimal,
    soft: Interval,
    hard: Interval,
}

impl Term {
    fn of(claim: &Claim, widths: &Widths) -> Option<Self> {
        let meaning = Figure::of(&claim.quantity, widths)?.meaning;
        Some(Self { nominal: value(claim)?, soft: meaning.soft, hard: meaning.hard? })
    }

    /// A figure that was calculated: at least half its last written place to either side.
    fn rounded(claim: &Claim, widths: &Widths) -> Option<Self> {
        let term = Self::of(claim, widths)?;
        let wide = Interval::around(term.nominal, rounding(claim))?;
        Some(Self { soft: term.soft.cover(&wide), hard: term.hard.cover(&wide), ..term })
    }

    fn factor((interval, nominal): (Interval, Decimal)) -> Self {
        Self { nominal, soft: interval, hard: interval }
    }

    fn by(self, other: Self) -> Option<Self> {
        Some(Self {
            nominal: self.nominal.checked_mul(other.nominal)?,
            soft: self.soft.by(&other.soft)?,
            hard: self.hard.by(&other.hard)?,
        })
    }

    fn over(self, other: Self) -> Option<Self> {
        Some(Self {
            nominal: self.nominal.checked_div(other.nominal)?,
            soft: self.soft.over(&other.soft)?,
            hard: self.hard.over(&other.hard)?,
        })
    }
}

/// A calculation that the sentence makes.
#[derive(Debug)]
struct Sum<'r> {
    stated: &'r Claim,
    computed: Term,
    /// "200 × $50".
    working: String,
    from: Vec<&'r Claim>,
}

impl Check for Product {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        for view in SentenceView::all(scene.reading) {
            if view.claims.len() < 2 || view.claims[0].repeated {
                continue;
            }
            let mut at = 0;
            while at + 1 < view.claims.len() {
                let claims = &view.claims[at..];
                let found = at_a_price(scene, &view, claims)
                    .or_else(|| for_each(scene, &view, claims))
                    .or_else(|| self.over_time(scene, &view, claims))
                    .or_else(|| self.spread_out(scene, &view, claims))
                    .or_else(|| self.other_time(scene, &view, claims))
                    .or_else(|| of_a_population(scene, &view, claims));
                at += 1;
                let Some(sum) = found else { continue };
                if let Some(outcome) = judge(scene, &view, &sum) {
                    out.push(Verdict { primary: view.place(sum.stated.quantity.span), outcome });
                    at += 1;
                }
            }
        }
    }
}

fn money(claim: &Claim) -> bool {
    matches!(claim.quantity.unit, Unit::Money(_))
}

fn counted(claim: &Claim) -> bool {
    matches!(claim.quantity.unit, Unit::Thing | Unit::Person | Unit::None)
}

/// "200 seats at $50 each, or $10,000"; "12 instalments of $99, a total of $1,188"; "50 x $20 = $1,000".
fn at_a_price<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Sum<'r>> {
    let [count, price, total, ..] = claims else { return None };
    if !counted(count) || !money(price) || price.quantity.unit != total.quantity.unit {
        return None;
    }
    let between: Vec<&str> = (view.end_token(count)..view.first_token(price)).take(4).map(|i| view.word(i)).collect();
    let (each, end) = per(view, price);
    let each = match each {
        Per::Each => true,
        Per::Noun(noun) => is_one_of(view, noun, count),
        Per::Whole => {
            matches!(between[..], ["of"]) && is_payment(view, count)
                || matches!(between[..], ["x" | "\u{d7}" | "times"])
        }
        _ => false,
    };
    let priced = matches!(
        between[..],
        ["at" | "for" | "of" | "x" | "\u{d7}" | "times" | "@" | "costing" | "worth" | "paying"]
            | ["priced", "at"]
            | ["sold", "at" | "for"]
    );
    if !each || !priced || !linked(view, end, total) || goes_on(view, view.end_token(total)) {
        return None;
    }
    let computed = Term::of(count, scene.widths)?.by(Term::rounded(price, scene.widths)?)?;
    let working = format!("{} × {}", bare(view, count), bare(view, price));
    Some(Sum { stated: total, computed, working, from: vec![count, price] })
}

fn is_payment(view: &SentenceView<'_>, count: &Claim) -> bool {
    count.quantity.noun.is_some_and(|noun| {
        matches!(
            view.text(noun.head),
            "payments" | "instalments" | "installments" | "payment" | "instalment" | "installment"
        )
    })
}

/// "$1.2 billion, or $600 for each of the 2 million residents"; "the 2 million residents owe $1.2 billion, or $600 each";
/// "$30 per household, or $6 million for the 200,000 households".
fn for_each<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Sum<'r>> {
    let [first, second, third, ..] = claims else { return None };
    let (one, first_end) = per(view, first);
    let (two, second_end) = per(view, second);
    let behind: Vec<&str> = (second_end..view.first_token(third)).take(7).map(|i| view.word(i)).collect();
    let same = |a: &Claim, b: &Claim| money(a) && a.quantity.unit == b.quantity.unit;
    let quotient = |total: &'r Claim, rate: &'r Claim, count: &'r Claim| {
        let computed = Term::of(total, scene.widths)?.over(Term::of(count, scene.widths)?)?;
        let working = format!("{} ÷ {}", bare(view, total), bare(view, count));
        Some(Sum { stated: rate, computed, working, from: vec![total, count] })
    };
    let of_all =
        matches!(behind[..], ["for", "each" | "every", "of" | "one", ..] | ["for", "every", ..]) && behind.len() <= 6;
    if counted(third) && same(first, second) && one == Per::Whole && linked(view, first_end, second) {
        let fits = match two {
            Per::Whole => of_all,
            Per::Noun(noun) => behind.first() == Some(&"for") && behind.len() <= 6 && is_one_of(view, noun, third),
            _ => false,
        };
        return fits.then(|| quotient(first, second, third)).flatten();
    }
    if counted(third) && same(first, second) && linked(view, first_end, second) && two == Per::Whole {
        let noun = matches!(one, Per::Noun(noun) if is_one_of(view, noun, third));
        let fits = noun && matches!(behind[..], ["for", "the" | "all" | "its"] | ["for", "all", "the"]);
        let computed = Term::rounded(first, scene.widths)?.by(Term::of(third, scene.widths)?)?;
        let working = format!("{} × {}", bare(view, first), bare(view, third));
        return fits.then_some(Sum { stated: second, computed, working, from: vec![first, third] });
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
            Per::Noun(noun) => is_one_of(view, noun, first),
            _ => false,
        };
        return fits.then(|| quotient(second, third, first)).flatten();
    }
    None
}

impl Product {
    /// "$20 an hour, 40 hours a week, or $800 a week"; "$50 a day for 30 days, or $1,500".
    fn over_time<'r>(&self, scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Sum<'r>> {
        let [rate, time, total, ..] = claims else { return None };
        let (Per::Time(unit), rate_end) = per(view, rate) else { return None };
        let Unit::Duration(stated_unit) = time.quantity.unit else { return None };
        let (each, time_end) = per(view, time);
        let (whole, total_end) = per(view, total);
        let between: Vec<&str> = (rate_end..view.first_token(time)).take(3).map(|i| view.word(i)).collect();
        let joined = matches!(
            between[..],
            [","] | ["for" | "over" | "x" | "\u{d7}" | "times"] | [",", "for" | "over"] | ["for", "the"]
        );
        if rate.quantity.unit != total.quantity.unit || !money(rate) || !joined || !linked(view, time_end, total) {
            return None;
        }
        let mut computed = Term::rounded(rate, scene.widths)?.by(length(view, time, scene.widths)?)?;
        if stated_unit != unit {
            computed = computed.by(Term::factor(parts_of(stated_unit, unit, self.is_pay(view))?))?;
        }
        match (each, whole) {
            (Per::Whole, Per::Whole) if !goes_on(view, total_end) => {}
            (Per::Time(a), Per::Time(b)) if a == b => {}
            (Per::Time(a), Per::Time(b)) => computed = computed.by(Term::factor(parts_of(b, a, self.is_pay(view))?))?,
            _ => return None,
        }
        let working = format!("{} × {}", bare(view, rate), in_time(view, time));
        Some(Sum { stated: total, computed, working, from: vec![rate, time] })
    }

    /// "$4.5 billion over 10 years, or $450 million a year".
    fn spread_out<'r>(&self, scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Sum<'r>> {
        let [total, time, rate, ..] = claims else { return None };
        let Unit::Duration(stated_unit) = time.quantity.unit else { return None };
        let Per::Time(unit) = per(view, rate).0 else { return None };
        let (whole, end) = per(view, total);
        let over = matches!(view.word(end), "over" | "for" | "across" | "in") && view.first_token(time) <= end + 2;
        let same = (money(total) || counted(total))
            && (total.quantity.unit == rate.quantity.unit || rate.quantity.noun.is_none() && counted(rate));
        if whole != Per::Whole || !over || !same || !linked(view, view.end_token(time), rate) {
            return None;
        }
        let mut length = length(view, time, scene.widths)?;
        if stated_unit != unit {
            length = length.by(Term::factor(parts_of(stated_unit, unit, self.is_pay(view))?))?;
        }
        let computed = Term::of(total, scene.widths)?.over(length)?;
        let working = format!("{} ÷ {}", bare(view, total), in_time(view, time));
        Some(Sum { stated: rate, computed, working, from: vec![total, time] })
    }

    fn is_pay(&self, view: &SentenceView<'_>) -> bool {
        view.words().any(|word| self.pay.iter().any(|pay| pay.eq_ignore_ascii_case(word)))
    }

    /// "$1,500 a month, or $18,000 a year"; "8,760 calls a year, or 24 a day".
    fn other_time<'r>(&self, scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Sum<'r>> {
        let [first, second, ..] = claims else { return None };
        let (Per::Time(one), end) = per(view, first) else { return None };
        let (Per::Time(other), after) = per(view, second) else { return None };
        let same = money(first) && first.quantity.unit == second.quantity.unit
            || counted(first) && counted(second) && (second.quantity.noun.is_none() || same_noun(view, first, second));
        if one == other || !same || !linked(view, end, second) || view.word(after) == "for" {
            return None;
        }
        let rated = Term::rounded(first, scene.widths)?;
        let paid = self.is_pay(view);
        let (computed, count) = if let Some(factor) = parts_of(other, one, paid) {
            (rated.by(Term::factor(factor))?, format!("× {}", span(factor.0)))
        } else {
            let factor = parts_of(one, other, paid)?;
            (rated.over(Term::factor(factor))?, format!("÷ {}", span(factor.0)))
        };
        // A year's ticket costs less than twelve of a month.
        let ratio = value(second)?.checked_div(computed.nominal)?;
        let cheaper = if other > one { ratio < Decimal::ONE } else { ratio > Decimal::ONE };
        if money(first) && cheaper && !paid {
            return None;
        }
        Some(Sum { stated: second, computed, working: format!("{} {count}", bare(view, first)), from: vec![first] })
    }
}

/// A length of time; "over 10 years" behind an amount are ten and not more than ten.
fn length(view: &SentenceView<'_>, time: &Claim, widths: &Widths) -> Option<Term> {
    if view.text(time.quantity.span).starts_with("over ") {
        return value(time).map(|v| Term::factor((Interval::point(v), v)));
    }
    Term::of(time, widths)
}

/// "10 years", without the "over" before it.
fn in_time<'r>(view: &SentenceView<'r>, time: &Claim) -> &'r str {
    view.text(crate::span::Span::new(time.quantity.number_span.start, time.quantity.span.end))
}

/// "12", "225 to 366".
fn span(interval: Interval) -> String {
    match (interval.low.value(), interval.high.value()) {
        (Some(low), Some(high)) if low != high => format!("{} to {}", number(low), number(high)),
        (low, _) => number(low.unwrap_or_default()),
    }
}

fn same_noun(view: &SentenceView<'_>, a: &Claim, b: &Claim) -> bool {
    let head = |claim: &Claim| claim.quantity.noun.map(|noun| view.text(noun.head));
    head(a) == head(b)
}

/// "12 deaths per 100,000 in a town of 500,000, or 60 deaths"; "in a county of 500,000, 60 died, or 12 per 100,000".
fn of_a_population<'r>(scene: &Scene<'_>, view: &SentenceView<'r>, claims: &'r [Claim]) -> Option<Sum<'r>> {
    let [first, second, third, fourth, ..] = claims else { return None };
    let base = |claim: &Claim| {
        value(claim).is_some_and(|v| [1_000, 10_000, 100_000, 1_000_000].map(Decimal::from).contains(&v))
    };
    // A rate of several years, or of one group, is another calculation.
    let plain = !view.claims.iter().any(|c| matches!(c.quantity.unit, Unit::Duration(_)));
    let all = counted(first) && counted(second) && counted(third) && counted(fourth) && plain;
    if !all || view.claims.len() != 4 {
        return None;
    }
    let of = |claim: &Claim| {
        matches!(view.word_before(view.first_token(claim), 1), "of") || claim.quantity.unit == Unit::Person
    };
    let term = |claim: &Claim| Term::of(claim, scene.widths);
    let exact = |claim: &Claim| value(claim).map(|v| Term::factor((Interval::point(v), v)));
    if per(view, first).0 == Per::Base && base(second) && of(third) && linked(view, view.end_token(third), fourth) {
        let computed = Term::rounded(first, scene.widths)?.by(term(third)?)?.over(exact(second)?)?;
        let working = format!("{} × {} ÷ {}", bare(view, first), bare(view, third), bare(view, second));
        return Some(Sum { stated: fourth, computed, working, from: vec![first, third] });
    }
    let (two, second_end) = per(view, second);
    if per(view, third).0 == Per::Base && base(fourth) && of(first) && two == Per::Whole {
        // "60 died, or 12": a verb may stand between.
        let to = view.first_token(third);
        let or = view.word_before(to, 1) == "or" && view.word_before(to, 2) == "," && to <= second_end + 6;
        let computed = term(second)?.by(exact(fourth)?)?.over(term(first)?)?;
        let working = format!("{} ÷ {} × {}", bare(view, second), bare(view, first), bare(view, fourth));
        return or.then_some(Sum { stated: third, computed, working, from: vec![first, second] });
    }
    None
}

fn judge(scene: &Scene<'_>, view: &SentenceView<'_>, sum: &Sum<'_>) -> Option<Outcome> {
    let stated = Term::rounded(sum.stated, scene.widths)?;
    let computed = sum.computed;
    let right = right(view, sum);
    let text = view.text(sum.stated.quantity.span);
    let calculation = format!("{} = {right}, stated {text}", sum.working);
    let labels = sum
        .from
        .iter()
        .map(|c| Label { place: view.place(c.quantity.span), message: "calculated from this".to_owned() });
    let labels: Vec<Label> = labels.collect();
    if !computed.soft.disjoint(&stated.soft) {
        let message = "the figures make what is stated".to_owned();
        return Some(Outcome::Passed { calculation, message, labels });
    }
    let slip = slip(stated.nominal, computed.nominal);
    // What "or" joins can be another offer, unless the two are near each other or apart by a slip.
    let ratio = stated.nominal.checked_div(computed.nominal)?;
    if slip.is_none() && (ratio > Decimal::new(3, 0) || ratio < Decimal::new(33, 2)) {
        return None;
    }
    let hard = computed.hard.disjoint(&stated.hard);
    Some(Outcome::Failed(Box::new(Failure {
        mismatch: if hard { Mismatch::Hard } else { Mismatch::Soft },
        confidence: Confidence::High,
        message: format!("{} is {right}, not “{text}”", sum.working),
        help: Some(format!("write {right}, or check the figures that it is calculated from")),
        primary_label: format!("should be {right}"),
        labels,
        calculation: Some(calculation),
        cause: slip,
        fix: None,
    })))
}

/// What would be right: one number, or its ends where a factor is far from certain.
fn right(view: &SentenceView<'_>, sum: &Sum<'_>) -> String {
    match (sum.computed.soft.low.value(), sum.computed.soft.high.value()) {
        (Some(low), Some(high)) if high > low.saturating_mul(Decimal::new(15, 1)) => {
            format!("{} to {}", like(view, sum.stated, low), like(view, sum.stated, high))
        }
        _ => like(view, sum.stated, sum.computed.nominal),
    }
}
