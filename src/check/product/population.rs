//! Rates of a population: "12 deaths per 100,000, or 120 in a city of 1 million", "$240 million, or $1,200 a head". How
//! many live there can stand anywhere in the sentence, or in the one before or behind it.

use rust_decimal::Decimal;

use super::calculation::{Calculation, Term};
use super::price::{counted, money};
use crate::check::rate::{Per, computable, per};
use crate::check::sentence::SentenceView;
use crate::check::working::bare;
use crate::claim::Claim;
use crate::quantity::{Hedge, Interval, Unit, Widths};
use crate::token::Class;

/// Words for a place with people in it, and for all who live there: "a town of", "a population of".
const PEOPLED: &[&str] = &[
    "population",
    "city",
    "town",
    "village",
    "county",
    "country",
    "nation",
    "state",
    "province",
    "region",
    "district",
    "island",
    "borough",
    "municipality",
    "parish",
    "suburb",
    "territory",
    "republic",
];

/// Words for everybody who lives somewhere.
const INHABITANTS: &[&str] = &["inhabitants", "residents", "citizens", "people"];

/// Words that make a rate one of some people or of more than one year.
const OF_SOME: &[&str] = &[
    "among",
    "aged",
    "men",
    "women",
    "male",
    "female",
    "boys",
    "girls",
    "children",
    "adults",
    "since",
    "between",
    "over",
    "annual",
    "annually",
    "yearly",
    "average",
    "averaged",
    "vaccinated",
    "unvaccinated",
];

/// What a rate of a sentence makes of the population that it or a sentence beside it names.
pub(super) fn of_a_population<'r>(widths: &Widths, view: &SentenceView<'r>) -> Option<Calculation<'r>> {
    let rated = |claim: &Claim| match per(view, claim).0 {
        Per::Base => true,
        Per::Noun(noun) => is_a_head(noun),
        _ => false,
    };
    let plain = |view: &SentenceView<'_>| {
        let long = view.claims.iter().any(|c| matches!(c.quantity.unit, Unit::Duration(_)));
        let of_some = |i: usize| OF_SOME.contains(&view.word(i)) && !view.in_a_figure(i);
        !long && !(0..view.tokens().len()).any(of_some)
    };
    let told = |view: &SentenceView<'r>| view.claims.iter().rposition(|c| per(view, c).0 == Per::Base);
    if let Some(at) = view.claims.iter().rposition(rated) {
        let own = lives_in(view);
        let population = own.or_else(|| lives_in(&view.before()?)).or_else(|| lives_in(&view.after()?))?;
        if !plain(view) {
            return None;
        }
        return match per(view, &view.claims[at]).0 {
            Per::Base => among(widths, view, at, population),
            Per::Noun(noun) => a_head(widths, view, at, population).filter(|_| own.is_some() || noun != "person"),
            _ => None,
        };
    }
    // "45 cases per 100,000. With a population of 400,000, that makes 180 cases."
    let population = lives_in(view)?;
    let before = view.before()?;
    let rate = Rate::of(&before, told(&before)?).filter(|_| plain(view) && plain(&before))?;
    let [count] = others(view, &[population])[..] else { return None };
    (is_made(view, count) && before.claims.len() == 2).then(|| rate.makes(widths, view, population, count)).flatten()
}

/// "12 per 100,000": a rate with its base.
struct Rate<'r> {
    rate: &'r Claim,
    base: &'r Claim,
}

impl<'r> Rate<'r> {
    /// The rate that the claim `at` tells, if it is one of everybody.
    fn of(view: &SentenceView<'r>, at: usize) -> Option<Self> {
        let (rate, base) = (&view.claims[at], view.claims.get(at + 1)?);
        let round = [1_000, 10_000, 100_000, 1_000_000].map(Decimal::from).contains(&computable(base)?);
        let everybody = base.quantity.noun.is_none_or(|noun| INHABITANTS.contains(&view.text(noun.head)));
        (round && everybody && counted(rate)).then_some(Self { rate, base })
    }

    /// How many of a population the rate makes, against the count that is stated.
    fn makes(
        &self,
        widths: &Widths,
        view: &SentenceView<'r>,
        population: &'r Claim,
        count: &'r Claim,
    ) -> Option<Calculation<'r>> {
        let all = Term::rounded(self.rate, widths)?.by(Term::of(population, widths)?)?;
        let working = [self.rate, population, self.base].map(|claim| bare(view, claim));
        let working = format!("{} × {} ÷ {}", working[0], working[1], working[2]);
        Some(Calculation::offered(count, all.over(exactly(self.base)?)?, working, vec![self.rate, population]))
    }

    /// The rate that a count makes in a population, against the one that is stated.
    fn made_by(
        &self,
        widths: &Widths,
        view: &SentenceView<'r>,
        population: &'r Claim,
        count: &'r Claim,
    ) -> Option<Calculation<'r>> {
        let share = Term::of(count, widths)?.by(exactly(self.base)?)?.over(Term::of(population, widths)?)?;
        let working = [count, population, self.base].map(|claim| bare(view, claim));
        let working = format!("{} ÷ {} × {}", working[0], working[1], working[2]);
        Some(Calculation::offered(self.rate, share, working, vec![count, population]))
    }
}

fn exactly(claim: &Claim) -> Option<Term> {
    computable(claim).map(|value| Term::factor((Interval::point(value), value)))
}

/// "12 deaths per 100,000, or 120", "120 deaths, or 12 per 100,000": the sentence has no other figure.
fn among<'r>(widths: &Widths, view: &SentenceView<'r>, at: usize, population: &'r Claim) -> Option<Calculation<'r>> {
    let rate = Rate::of(view, at)?;
    let [count] = others(view, &[population, rate.rate, rate.base])[..] else { return None };
    if count.quantity.span.start > rate.rate.quantity.span.start {
        return is_made(view, count).then(|| rate.makes(widths, view, population, count)).flatten();
    }
    (is_made(view, rate.rate) || is_a_rate(view, rate.rate))
        .then(|| rate.made_by(widths, view, population, count))
        .flatten()
}

/// "$240 million, or $1,200 a head": money or a measured amount, shared out among all.
fn a_head<'r>(widths: &Widths, view: &SentenceView<'r>, at: usize, population: &'r Claim) -> Option<Calculation<'r>> {
    let rate = &view.claims[at];
    let [total] =
        view.claims.iter().filter(|c| ![population, rate].iter().any(|own| std::ptr::eq(*own, *c))).collect::<Vec<_>>()
            [..]
    else {
        return None;
    };
    let shared = money(total) || matches!(total.quantity.unit, Unit::Measure(_));
    let alike = shared && total.quantity.unit == rate.quantity.unit;
    if !alike || total.quantity.span.start > rate.quantity.span.start || !is_made(view, rate) {
        return None;
    }
    let computed = Term::of(total, widths)?.over(Term::of(population, widths)?)?;
    let working = format!("{} ÷ {}", bare(view, total), bare(view, population));
    Some(Calculation::offered(rate, computed, working, vec![total, population]))
}

pub(super) fn is_a_head(noun: &str) -> bool {
    matches!(noun, "head" | "person" | "capita" | "resident" | "inhabitant" | "citizen")
}

/// The figures of a sentence but for those; none where one of them cannot be counted.
fn others<'r>(view: &SentenceView<'r>, own: &[&Claim]) -> Vec<&'r Claim> {
    let others: Vec<&Claim> = view.claims.iter().filter(|c| !own.iter().any(|own| std::ptr::eq(*own, *c))).collect();
    if others.iter().all(|c| counted(c) && computable(c).is_some()) { others } else { Vec::new() }
}

/// ", or 120", "that makes 120": what the figures before it make.
fn is_made(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    let words = (view.word_before(start, 2), view.word_before(start, 1));
    matches!(
        words,
        ("," | "(" | "\u{2013}" | "\u{2014}", "or")
            | (_, "makes" | "making" | "means" | "meaning" | "equals" | "equalling")
            | ("that" | "which" | "That" | "it", "made" | "meant" | "is" | "was")
            | ("comes" | "came" | "amounts" | "amounted" | "translates" | "translated", "to")
            | ("would", "be" | "mean" | "make")
            | ("works" | "worked", "out")
    )
}

/// ", a rate of 12", "the murder rate was 12".
fn is_a_rate(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    view.word_before(start, 2) == "rate" && matches!(view.word_before(start, 1), "of" | "is" | "was")
}

/// The one figure of a sentence that tells how many live somewhere.
fn lives_in<'r>(view: &SentenceView<'r>) -> Option<&'r Claim> {
    let mut found = view.claims.iter().filter(|c| is_a_population(view, c));
    found.next().filter(|_| found.next().is_none())
}

/// "a town of 60,000", "the population is 60,000", "60,000 inhabitants", "has 60,000 people", "its 60,000 people".
fn is_a_population(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let (start, end) = (view.first_token(claim), view.end_token(claim));
    let before = |back: usize| view.word_before(start, back);
    let plain = !matches!(claim.quantity.hedge, Hedge::UpTo | Hedge::Vague) && !claim.quantity.additional;
    let many = computable(claim).is_some_and(|many| many >= Decimal::ONE_THOUSAND);
    if !plain || !many || !counted(claim) || claim.quantity.unit == Unit::Thing || before(1) == "per" {
        return false;
    }
    let head = claim.quantity.noun.map(|noun| view.text(noun.head));
    if head.is_some_and(|noun| !INHABITANTS.contains(&noun)) {
        return false;
    }
    let of_a_place = before(1) == "of" && (2..=4).any(|back| PEOPLED.contains(&before(back)));
    let counts_all =
        before(2) == "population" && matches!(before(1), "is" | "was" | "of" | "at" | "totals" | "reached");
    let owned =
        matches!(before(1), "its" | "has" | "have" | "had" | "with") || (before(2), before(1)) == ("home", "to");
    // "has 60,000 people who work in it"
    let ends = !view.class(end).intersects(Class::RELATIVE | Class::VERB | Class::AUXILIARY);
    of_a_place || counts_all || head.is_some() && owned && ends
}
