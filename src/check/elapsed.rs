//! Elapsed time: "the 13-year mission from 2004 to 2017", "the 30th anniversary of the 1995 treaty".

use rust_decimal::prelude::ToPrimitive;
use serde::Deserialize;

use super::ago::ago;
use super::apart::apart;
use super::fix::{Right, fix, rewritten};
use super::jubilee::{jubilee, year_of_service};
use super::lasted::{from_to, lasted, reigned};
use super::late::late;
use super::sentence::SentenceView;
use super::since::{for_years, in_a_row, since};
use super::term::terms;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::{Claim, Dated};
use crate::period::{Lead, TimeUnit};
use crate::quantity::{Form, Hedge, Number, Unit};
use crate::span::Span;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Reason, Verdict};

/// The check `elapsed`; it has no parameters.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Elapsed {}

/// Builds the check from its rule's parameters.
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(parameters.read::<Elapsed>()?))
}

impl Check for Elapsed {
    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        let mut last: Option<SentenceView<'_>> = None;
        for sentence in &scene.reading.sentences {
            let view = SentenceView::of(scene.reading, sentence);
            let before = last.replace(view).filter(|before| before.sentence.block == sentence.block);
            let dates = view.dates();
            if scene.reading.document.blocks[sentence.block as usize].repeated {
                continue;
            }
            if !dates.is_empty() {
                apart(&view, before.as_ref(), out);
                ago(scene, &view, out);
                terms(&view, out);
            }
            for claim in view.claims {
                let Some(years) = whole(claim) else { continue };
                out.extend(late(&view, before.as_ref(), claim, years));
                let found = match claim.quantity.unit {
                    Unit::Duration(TimeUnit::Year) => lasted(&view, claim, years, dates)
                        .or_else(|| from_to(&view, claim, years))
                        .or_else(|| reigned(&view, claim, years))
                        .or_else(|| since(scene, &view, claim, years))
                        .or_else(|| for_years(scene, &view, claim, years)),
                    Unit::Ordinal => anniversary(scene, &view, claim, years, dates)
                        .or_else(|| in_a_row(scene, &view, claim, years))
                        .or_else(|| jubilee(scene, &view, before.as_ref(), claim, years))
                        .or_else(|| year_of_service(scene, &view, claim, years)),
                    _ => None,
                };
                out.extend(found);
            }
        }
    }
}

/// The whole number of a figure that is said plainly.
pub(super) fn whole(claim: &Claim) -> Option<i32> {
    let plain = matches!(claim.quantity.hedge, Hedge::None | Hedge::Exactly) && claim.quantity.change.is_none();
    match claim.quantity.number {
        Number::Value { value, form: Form::Whole, .. } if plain => value.to_i32(),
        _ => None,
    }
}

/// "the 30th anniversary of the 1995 treaty" in a text of 2025, or one that was celebrated "in 2025". With another date
/// than that of the celebration in the sentence the day may be told there.
fn anniversary(
    scene: &Scene<'_>,
    view: &SentenceView<'_>,
    claim: &Claim,
    years: i32,
    dates: &[Dated],
) -> Option<Verdict> {
    let rest = &view.block()[claim.quantity.number_span.end as usize..];
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic()).trim_start();
    if ![rest.trim_start(), behind].iter().any(|text| text.starts_with("anniversary of")) {
        return None;
    }
    let near = |d: &&Dated| d.expr.span.start.checked_sub(claim.quantity.span.end).is_some_and(|far| far <= 60);
    let dated = dates.iter().find(near).filter(|d| !d.expr.relative)?;
    let start = year(dated.expr.timex.as_deref()?)?;
    let day = match dates {
        [_] => scene.reading.document.metadata.date,
        [a, b] => {
            let other = if std::ptr::eq(a, dated) { b } else { a };
            Some(other.expr.period?.start.filter(|_| is_celebrated(view, claim) && other.expr.lead != Lead::Since)?)
        }
        _ => return None,
    };
    let Some(day) = day else {
        return Some(Verdict {
            primary: view.place(claim.quantity.span),
            outcome: Outcome::NotChecked(Reason::NoDate),
        });
    };
    let actual = i32::from(day.year()) - i32::from(start);
    let working = format!("{} - {start} = {actual}", day.year());
    Some(judge(view, &Counted::of(claim, 1), dated.expr.span, (years, actual), &working))
}

/// "marked the 30th anniversary", "celebrated its 30th anniversary": it was on the day that the sentence names.
fn is_celebrated(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let start = view.first_token(claim);
    matches!(view.word_before(start, 2), "marked" | "celebrated" | "commemorated" | "observed")
}

/// The year of "2004" or "2004-05-01".
pub(super) fn year(timex: &str) -> Option<i16> {
    let year = timex.get(..4)?.parse().ok()?;
    matches!(timex.as_bytes().get(4), None | Some(b'-')).then_some(year)
}

/// A stated number of years, and how far off it is still right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted<'c> {
    pub span: Span,
    /// The figure, where it is no date to the readers ("25 years ago").
    pub claim: Option<&'c Claim>,
    /// So many years less than the dates give are right.
    pub less: i32,
    /// So many years more.
    pub more: i32,
}

impl<'c> Counted<'c> {
    /// A figure of which a year less is right, and `more` years more.
    pub(super) fn of(claim: &'c Claim, more: i32) -> Self {
        Self { span: claim.quantity.span, claim: Some(claim), less: 1, more }
    }
}

/// Holds a stated number of years against what the dates give.
pub(super) fn judge(
    view: &SentenceView<'_>,
    counted: &Counted<'_>,
    dated: Span,
    (stated, actual): (i32, i32),
    working: &str,
) -> Verdict {
    let primary = view.place(counted.span);
    let text = view.text(counted.span);
    let label = Label { place: view.place(dated), message: working.to_owned() };
    let calculation = format!("{working}, stated {stated}");
    let outcome = if (-counted.less..=counted.more).contains(&(stated - actual)) {
        let message = "the years between agree".to_owned();
        Outcome::Passed { calculation, message, labels: vec![label] }
    } else {
        Outcome::Failed(Box::new(Failure {
            mismatch: Mismatch::Hard,
            confidence: Confidence::Medium,
            message: format!("“{text}”, but the years are {actual} apart"),
            help: Some(format!("write {actual}, or check the years")),
            primary_label: format!("says {stated}"),
            labels: vec![label],
            calculation: Some(calculation),
            cause: Some("the figure was taken from an older text, or one of the years is wrong".to_owned()),
            fix: fix([counted.claim.and_then(|claim| rewritten(view, claim, Right::exactly(actual.into())))]),
        }))
    };
    Verdict { primary, outcome }
}
