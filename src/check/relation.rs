//! Relations between figures of one text that are true by what their words mean: killed + injured = casualties, valid +
//! rejected votes = ballots cast. The formulas stand in the rule file.

mod declared;
mod formula;

use std::ops::Range;

use rust_decimal::Decimal;

use super::amount::like;
use super::bound::has;
use super::compare::{self, Figure};
use super::fix::{Right, fix, rewritten};
use super::sentence::SentenceView;
use super::working::{bare, slip};
use super::{Check, ParameterFault, Parameters, Scene};
use crate::claim::{Claim, Modality, PeriodOrigin, Standing};
use crate::quantity::{Hedge, Interval, Meaning, Number, Unit};
use crate::verdict::{Confidence, Failure, Label, Outcome, Place, Verdict};
use crate::vocabulary::Measure;
use declared::{Relation, Relations};

/// Builds the check from its rule's parameters. A name that is no `[[term]]` is a measure; see [`Check::bind`].
pub(super) fn build(parameters: &Parameters<'_>) -> Result<Box<dyn Check>, ParameterFault> {
    Ok(Box::new(Relations::read(parameters)?))
}

impl Check for Relations {
    fn bind(&self, measures: &[Measure]) -> Result<(), ParameterFault> {
        self.know(measures)
    }

    fn check(&self, scene: &Scene<'_>, out: &mut Vec<Verdict>) {
        let sentences = &scene.reading.sentences;
        let ids: Vec<Option<u16>> = self.terms.iter().map(|term| term.measure_id(scene)).collect();
        let mut from = 0;
        while from < sentences.len() {
            let block = sentences[from].block;
            let to = from + sentences[from..].partition_point(|s| s.block == block);
            let claims = sentences[from].claims.start as usize..sentences[to - 1].claims.end as usize;
            if claims.len() > 2 {
                self.in_block(scene, &ids, claims, out);
            }
            from = to;
        }
    }
}

/// A figure with the sentence it stands in.
type Found<'r> = (SentenceView<'r>, &'r Claim);

impl Relations {
    fn in_block(&self, scene: &Scene<'_>, ids: &[Option<u16>], claims: Range<usize>, out: &mut Vec<Verdict>) {
        let mut found: Vec<Vec<Found<'_>>> = vec![Vec::new(); self.terms.len()];
        for claim in &scene.reading.claims[claims] {
            if matches!(claim.quantity.number, Number::Value { .. }) {
                let view = SentenceView::of(scene.reading, &scene.reading.sentences[claim.sentence as usize]);
                for (n, term) in self.terms.iter().enumerate() {
                    if term.is(&view, claim, ids[n]) {
                        found[n].push((view, claim));
                    }
                }
            }
        }
        let mut told: Vec<Place> = Vec::new();
        for relation in &self.relations {
            let all: Option<Vec<Found<'_>>> = relation
                .terms
                .iter()
                .map(|&n| match found[n][..] {
                    [one] => Some(one),
                    _ => None,
                })
                .collect();
            let Some(all) = all.filter(|all| belong_together(relation, all)) else { continue };
            let Some((view, whole)) = all.last() else { continue };
            // A surplus is a profit, too.
            let primary = view.place(whole.quantity.span);
            if !told.contains(&primary)
                && let Some(outcome) = judge(scene, relation, &all)
            {
                told.push(primary.clone());
                out.push(Verdict { primary, outcome });
            }
        }
    }
}

/// Different figures that stand near each other and share place, period and all that narrows them.
fn belong_together(relation: &Relation, all: &[Found<'_>]) -> bool {
    let claims: Vec<&Claim> = all.iter().map(|(_, claim)| *claim).collect();
    let Some(first) = claims.first() else { return false };
    let Some(whole) = claims.last() else { return false };
    // In two sentences, the whole is told first and then its parts; where no other term is possible, in any order.
    let sentences = claims.iter().map(|c| c.sentence);
    let near = sentences.clone().all(|s| s == whole.sentence)
        || sentences.clone().all(|s| s == whole.sentence || s == whole.sentence + 1)
        || relation.certain
            && sentences.clone().all(|s| s.abs_diff(first.sentence) <= 2 && s.abs_diff(whole.sentence) <= 2);
    let plain = |c: &&Claim| {
        c.standing != Standing::Former
            && !c.quantity.additional
            && c.modality == Modality::Actual
            && (c.quantity.change.is_none() || std::ptr::eq(*c, *whole))
            && !matches!(c.quantity.hedge, Hedge::UpTo | Hedge::Vague)
    };
    let distinct = claims
        .iter()
        .enumerate()
        .all(|(n, a)| claims[..n].iter().all(|b| a.quantity.span != b.quantity.span || a.sentence != b.sentence));
    let money = |c: &Claim| match c.quantity.unit {
        Unit::Money(currency) => Some(currency),
        _ => None,
    };
    // Another figure of the kind may be a part that the formula does not have, and "for flour" is a part of the costs.
    let rival = all.iter().any(|(view, claim)| {
        let like =
            |c: &&Claim| money(c) == money(whole) && counts(c) && !claims.iter().any(|term| std::ptr::eq(*term, *c));
        let part =
            money(claim).is_some() && matches!(view.word(view.end_token(claim)), "for" | "on" | "from" | "to" | "of");
        part || view.claims.iter().any(|c| like(&c))
    });
    let agree = |a: &Claim| {
        let period = |c: &Claim| c.period.filter(|p| p.origin < PeriodOrigin::Inherited).map(|p| p.period);
        let periods = period(a).zip(period(first)).is_none_or(|(a, b)| a == b);
        let places = a.about.is_empty() || first.about.is_empty() || a.about.iter().any(|id| first.about.contains(id));
        // "486 billion and 512 billion rupees": the currency is written once.
        let currency = money(a).zip(money(first)).is_none_or(|(a, b)| a == b);
        a.qualifiers == first.qualifiers && currency && periods && places
    };
    near && distinct
        && !rival
        && claims.iter().all(plain)
        && claims.iter().all(|c| agree(c))
        && !all.iter().any(|(view, _)| has(view, &relation.not, 0..view.tokens().len()))
}

/// A count or an amount, and no share, age, length of time or measurement.
fn counts(claim: &Claim) -> bool {
    let unit = claim.quantity.unit;
    (unit.counts_things() || matches!(unit, Unit::Money(_))) && claim.quantity.change.is_none()
}

/// How many times more or less than what it should be a figure can be that no slip explains, where another term is
/// possible.
const FAR: u32 = 3;

fn judge(scene: &Scene<'_>, relation: &Relation, all: &[Found<'_>]) -> Option<Outcome> {
    let ((view, whole), parts) = all.split_last()?;
    let stated = Figure::of(&whole.quantity, scene.widths)?;
    let mut nominal = Decimal::ZERO;
    let zero = Interval::point(Decimal::ZERO);
    let mut meaning = Meaning { soft: zero, hard: Some(zero) };
    let mut working = String::new();
    for ((minus, name), (view, claim)) in relation.formula.parts.iter().zip(parts) {
        let figure = Figure::of(&claim.quantity, scene.widths)?;
        let (own, value) = (figure.meaning, figure.nominal?);
        let (sum, join): (fn(&Interval, &Interval) -> Option<Interval>, _) =
            if *minus { (Interval::minus, " - ") } else { (Interval::plus, " + ") };
        meaning = Meaning {
            soft: sum(&meaning.soft, &own.soft)?,
            hard: match (meaning.hard, own.hard) {
                (Some(a), Some(b)) => Some(sum(&a, &b)?),
                _ => None,
            },
        };
        nominal = if *minus { nominal.checked_sub(value)? } else { nominal.checked_add(value)? };
        if !working.is_empty() || *minus {
            working.push_str(join);
        }
        working.extend([bare(view, claim), " ", name.text.as_str()]);
    }
    let right = like(view, whole, nominal);
    let text = view.text(whole.quantity.span);
    let calculation = format!("{working} = {right} {}, stated {text}", relation.formula.whole.text);
    let label = |(n, (view, claim)): (usize, &Found<'_>)| Label {
        place: view.place(claim.quantity.span),
        message: relation.formula.parts[n].1.text.clone(),
    };
    let labels = parts.iter().enumerate().map(label).collect();
    let Some(mismatch) = compare::mismatch(&Figure { meaning, nominal: Some(nominal), hedge: Hedge::None }, &stated)
    else {
        return Some(Outcome::Passed { calculation, message: format!("the {} agree", relation.name), labels });
    };
    // A loss is no profit; and what is far off is as a rule that of another year.
    let slip = stated.nominal.and_then(|stated| slip(stated, nominal));
    let ratio = stated.nominal.and_then(|stated| stated.checked_div(nominal));
    let near = ratio.is_some_and(|ratio| ratio < Decimal::from(FAR) && ratio > Decimal::ONE / Decimal::from(FAR));
    if !relation.certain && slip.is_none() && !near {
        return None;
    }
    let one_sentence = all.iter().all(|(_, claim)| claim.sentence == whole.sentence);
    Some(Outcome::Failed(Box::new(Failure {
        mismatch,
        confidence: if relation.certain && one_sentence { Confidence::High } else { Confidence::Medium },
        message: format!("{working} make {right} {}, not “{text}”", relation.formula.whole.text),
        help: Some(format!("check all {} figures, or say what makes the difference", all.len())),
        primary_label: format!("should be {right}"),
        labels,
        calculation: Some(calculation),
        cause: slip,
        fix: fix([rewritten(
            view,
            whole,
            Right::exactly(nominal).from(&parts.iter().map(|(_, c)| *c).collect::<Vec<_>>(), whole),
        )]),
    })))
}
