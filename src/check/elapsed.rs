//! Elapsed time: "the 13-year mission from 2004 to 2017", "the 30th anniversary of the 1995 treaty".

mod ago;
mod apart;
mod between;
mod ended;
mod jubilee;
mod lasted;
mod late;
mod since;
mod stretch;
mod term;

use rust_decimal::prelude::ToPrimitive;
use serde::Deserialize;

use super::fix::{Right, fix, rewritten};
use super::sentence::SentenceView;
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::Claim;
use crate::period::TimeUnit;
use crate::quantity::{Form, Hedge, Number, Unit};
use crate::span::Span;
use crate::verdict::{Confidence, Failure, Label, Mismatch, Outcome, Verdict};
use ago::{ago, old};
use apart::apart;
use ended::ended;
use jubilee::{feasts, jubilee};
use lasted::{from_to, lasted, reigned};
use late::late;
use since::{for_years, in_a_row, since, year_of_service};
use term::terms;

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
        for sentence in &scene.reading.sentences {
            let view = SentenceView::of(scene.reading, sentence);
            let before = view.before();
            let dates = view.dates();
            if !dates.is_empty() {
                apart(&view, before.as_ref(), out);
                ago(scene, &view, out);
                terms(&view, out);
            }
            out.extend(feasts(&view).filter_map(|feast| jubilee(scene, &view, before.as_ref(), &feast)));
            for claim in view.claims {
                let Some(count) = whole(claim) else { continue };
                out.extend(late(&view, before.as_ref(), claim, count));
                out.extend(ended(&view, claim, count));
                let found = match claim.quantity.unit {
                    Unit::Duration(TimeUnit::Year) => lasted(&view, claim, count, TimeUnit::Year)
                        .or_else(|| from_to(&view, claim, count))
                        .or_else(|| reigned(&view, claim, count))
                        .or_else(|| since(scene, &view, claim, count))
                        .or_else(|| for_years(scene, &view, claim, count)),
                    Unit::Duration(unit) => lasted(&view, claim, count, unit),
                    Unit::Age(TimeUnit::Year) => old(scene, &view, claim, count),
                    Unit::Ordinal => {
                        in_a_row(scene, &view, claim, count).or_else(|| year_of_service(scene, &view, claim, count))
                    }
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

/// The year of "2004" or "2004-05-01".
pub(super) fn year(timex: &str) -> Option<i16> {
    let year = timex.get(..4)?.parse().ok()?;
    matches!(timex.as_bytes().get(4), None | Some(b'-')).then_some(year)
}

/// A stated length of time, and how far off it is still right.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted<'c> {
    pub span: Span,
    pub unit: TimeUnit,
    /// The figure, where it is no date to the readers ("25 years ago").
    pub claim: Option<&'c Claim>,
    /// So many units less than the dates give are right.
    pub less: i32,
    /// So many units more.
    pub more: i32,
}

impl<'c> Counted<'c> {
    /// A figure of which a year less is right, and `more` years more.
    pub(super) fn of(claim: &'c Claim, more: i32) -> Self {
        Self { span: claim.quantity.span, unit: TimeUnit::Year, claim: Some(claim), less: 1, more }
    }
}

/// Holds a stated length of time against what the dates give.
pub(super) fn judge(
    view: &SentenceView<'_>,
    counted: &Counted<'_>,
    dated: Span,
    (stated, actual): (i32, i32),
    working: &str,
) -> Verdict {
    let primary = view.place(counted.span);
    let units = format!("{}{}", counted.unit.name(), if actual == 1 { "" } else { "s" });
    let text = view.text(counted.span);
    let label = Label { place: view.place(dated), message: working.to_owned() };
    let calculation = format!("{working}, stated {stated}");
    let outcome = if (-counted.less..=counted.more).contains(&(stated - actual)) {
        let message = format!("the {units} between agree");
        Outcome::Passed { calculation, message, labels: vec![label] }
    } else {
        Outcome::Failed(Box::new(Failure {
            mismatch: Mismatch::Hard,
            confidence: Confidence::Medium,
            message: format!("“{text}”, but the dates are {actual} {units} apart"),
            help: Some(format!("write {actual}, or check the dates")),
            primary_label: format!("says {stated}"),
            labels: vec![label],
            calculation: Some(calculation),
            cause: Some("the figure was taken from an older text, or one of the dates is wrong".to_owned()),
            fix: fix([counted.claim.and_then(|claim| rewritten(view, claim, Right::exactly(actual.into())))]),
        }))
    };
    Verdict { primary, outcome }
}
