//! Products: "200 seats at $50 each, or $10,000", "$20 an hour, 40 hours a week, or $800 a week", "$400 for each of the
//! 2 million residents". Only where a word says that the one figure is what the others make.

mod calculation;
mod measured;
mod population;
pub(in crate::check) mod price;
mod proceeds;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::amount::like;
use super::fix::{Right, fix, rewritten};
use super::rate::{Per, computable, goes_on, linked, parts_of, per};
use super::sentence::SentenceView;
use super::working::{bare, number, slip};
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::quantity::{Interval, Unit, Widths};
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};
use calculation::{Calculation, Certainty, Term};
use measured::{area, load};
use population::of_a_population;
use price::{a_piece, at_a_price, counted, divided, for_each, for_each_of, in_coins, money, so_many_each};
use proceeds::paid_for;

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

impl Check for Product {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        for view in SentenceView::all(scene.reading) {
            if view.claims.len() < 2 {
                continue;
            }
            if let Some(sum) = of_a_population(scene.widths, &view) {
                out.extend(verdict(scene, &view, &sum));
                continue;
            }
            let mut at = 0;
            while at + 1 < view.claims.len() {
                let claims = &view.claims[at..];
                let found = at_a_price(scene, &view, claims)
                    .or_else(|| for_each_of(scene, &view, claims))
                    .or_else(|| paid_for(scene, &view, claims))
                    .or_else(|| so_many_each(scene, &view, claims))
                    .or_else(|| for_each(scene, &view, claims))
                    .or_else(|| divided(scene, &view, claims))
                    .or_else(|| a_piece(scene, &view, claims))
                    .or_else(|| in_coins(scene, &view, claims))
                    .or_else(|| area(scene, &view, claims))
                    .or_else(|| load(scene, &view, claims))
                    .or_else(|| self.over_time(scene, &view, claims))
                    .or_else(|| self.spread_out(scene, &view, claims))
                    .or_else(|| self.other_time(scene, &view, claims));
                at += 1;
                let Some(sum) = found else { continue };
                let verdict = verdict(scene, &view, &sum);
                at += usize::from(verdict.is_some());
                out.extend(verdict);
            }
        }
    }
}

impl Product {
    /// "$20 an hour, 40 hours a week, or $800 a week"; "$50 a day for 30 days, or $1,500".
    fn over_time<'r>(
        &self,
        scene: &Scene<'_>,
        view: &SentenceView<'r>,
        claims: &'r [Claim],
    ) -> Option<Calculation<'r>> {
        let [rate, time, total, ..] = claims else { return None };
        let (Per::Time(unit), rate_end) = per(view, rate) else { return None };
        let Unit::Duration(stated_unit) = time.quantity.unit else { return None };
        let (each, time_end) = per(view, time);
        let (whole, total_end) = per(view, total);
        let between: Vec<&str> = (rate_end..view.first_token(time)).take(3).map(|i| view.word(i)).collect();
        let joined = matches!(
            &*between.join(" "),
            "," | "for"
                | "over"
                | "x"
                | "\u{d7}"
                | "times"
                | ", for"
                | ", over"
                | "for the"
                | "over the"
                | "for a"
                | "over a"
        );
        // "over the 36-month term"
        let time_end = time_end + usize::from(matches!(view.word(time_end), "term" | "contract" | "lease" | "period"));
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
        Some(Calculation { stated: total, computed, working, certainty: Certainty::Offered, from: vec![rate, time] })
    }

    /// "$4.5 billion over 10 years, or $450 million a year".
    fn spread_out<'r>(
        &self,
        scene: &Scene<'_>,
        view: &SentenceView<'r>,
        claims: &'r [Claim],
    ) -> Option<Calculation<'r>> {
        let [total, time, rate, ..] = claims else { return None };
        let Unit::Duration(stated_unit) = time.quantity.unit else { return None };
        let Per::Time(unit) = per(view, rate).0 else { return None };
        let (whole, end) = per(view, total);
        let over = matches!(view.word(end), "over" | "for" | "across" | "in") && view.first_token(time) <= end + 2;
        let measured = matches!(total.quantity.unit, Unit::Measure(_));
        let same = (money(total) || counted(total) || measured)
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
        Some(Calculation {
            stated: rate,
            computed,
            working,
            certainty: if measured { Certainty::Sure } else { Certainty::Offered },
            from: vec![total, time],
        })
    }

    fn is_pay(&self, view: &SentenceView<'_>) -> bool {
        view.words().any(|word| self.pay.iter().any(|pay| pay.eq_ignore_ascii_case(word)))
    }

    /// "$1,500 a month, or $18,000 a year"; "8,760 calls a year, or 24 a day".
    fn other_time<'r>(
        &self,
        scene: &Scene<'_>,
        view: &SentenceView<'r>,
        claims: &'r [Claim],
    ) -> Option<Calculation<'r>> {
        let [first, second, ..] = claims else { return None };
        let (Per::Time(one), end) = per(view, first) else { return None };
        let (Per::Time(other), after) = per(view, second) else { return None };
        let same = money(first) && first.quantity.unit == second.quantity.unit
            || counted(first)
                && counted(second)
                && (second.quantity.noun.is_none() || view.head(first) == view.head(second));
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
        let ratio = computable(second)?.checked_div(computed.nominal)?;
        let cheaper = if other > one { ratio < Decimal::ONE } else { ratio > Decimal::ONE };
        if money(first) && cheaper && !paid {
            return None;
        }
        Some(Calculation {
            stated: second,
            computed,
            working: format!("{} {count}", bare(view, first)),
            certainty: Certainty::Offered,
            from: vec![first],
        })
    }
}

/// A length of time; "over 10 years" behind an amount are ten and not more than ten.
fn length(view: &SentenceView<'_>, time: &Claim, widths: &Widths) -> Option<Term> {
    if view.text(time.quantity.span).starts_with("over ") {
        return computable(time).map(|v| Term::factor((Interval::point(v), v)));
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

fn verdict(scene: &Scene<'_>, view: &SentenceView<'_>, sum: &Calculation<'_>) -> Option<Verdict> {
    let outcome = judge(scene, view, sum)?;
    Some(Verdict { primary: view.place(sum.stated.quantity.span), outcome })
}

fn judge(scene: &Scene<'_>, view: &SentenceView<'_>, sum: &Calculation<'_>) -> Option<Outcome> {
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
    let slip = slip(stated.nominal, computed.nominal).or_else(|| by_a_power(&stated, &computed));
    let ratio = stated.nominal.checked_div(computed.nominal)?;
    let far = ratio > Decimal::new(3, 0) || ratio < Decimal::new(33, 2);
    let doubtful = match sum.certainty {
        Certainty::Sure => false,
        Certainty::Offered => far,
        Certainty::Loose => true,
    };
    if slip.is_none() && doubtful {
        return None;
    }
    let hard = computed.hard.disjoint(&stated.hard);
    let sure = sum.certainty != Certainty::Loose;
    Some(Outcome::Failed(Box::new(Failure {
        mismatch: if hard { Mismatch::Hard } else { Mismatch::Soft },
        confidence: if sure { Confidence::High } else { Confidence::Medium },
        message: format!("{} is {right}, not “{text}”", sum.working),
        help: Some(format!("write {right}, or check the figures that it is calculated from")),
        primary_label: format!("should be {right}"),
        labels,
        calculation: Some(calculation),
        cause: slip,
        fix: fix([rewritten(view, sum.stated, Right::about(computed.nominal))]),
    })))
}

/// A power of ten between the two, as far as they are rounded: "£35" for £35,294.
fn by_a_power(stated: &Term, computed: &Term) -> Option<String> {
    [(10i64, "ten"), (100, "a hundred"), (1000, "a thousand"), (1_000_000, "a million")].into_iter().find_map(
        |(power, name)| {
            let times = |of: &Interval, other: &Interval| {
                of.times(Decimal::from(power)).is_some_and(|scaled| !scaled.disjoint(other))
            };
            let found = times(&stated.soft, &computed.soft) || times(&computed.soft, &stated.soft);
            found.then(|| format!("the two differ by a factor of {name}"))
        },
    )
}

/// What would be right: one number, or its ends where a factor is far from certain.
fn right(view: &SentenceView<'_>, sum: &Calculation<'_>) -> String {
    match (sum.computed.soft.low.value(), sum.computed.soft.high.value()) {
        (Some(low), Some(high)) if high > low.saturating_mul(Decimal::new(15, 1)) => {
            format!("{} to {}", like(view, sum.stated, low), like(view, sum.stated, high))
        }
        _ => like(view, sum.stated, sum.computed.nominal),
    }
}
