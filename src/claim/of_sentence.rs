//! The claims of one sentence: each of its quantities with its measure, unit, period, modality and source.

use super::scene::Scene;
use super::{Claim, Reading};
use crate::quantity::{Change, Number, Quantity, Unit, VagueRow};
use crate::token::Class;
use crate::vocabulary::{Counts, MeasureId};

impl Reading<'_> {
    /// The claims of one sentence.
    pub(super) fn claims_of(&mut self, scene: &Scene<'_>, quantities: &[Quantity]) {
        let measures = super::measure::measures(scene, quantities);
        let modalities = super::modality::modalities(scene, quantities);
        let attribution = super::attribution::source(scene);
        let first_date = self.dates.len() as u32;
        let first_claim = self.claims.len();
        for (at, quantity) in quantities.iter().enumerate() {
            let mut quantity = quantity.clone();
            let measure = measures[at].or_else(|| self.measure_of_whole(scene, &quantity));
            self.settle_unit(scene, &mut quantity, measure);
            if is_left_to_its_measure(&quantity) && (measure.is_none() || quantity.unit == Unit::Thing) {
                continue;
            }
            let segment = &scene.segments[at];
            let (time, as_of) = super::time::of(
                scene,
                quantities,
                at,
                (measure, modalities[at].0),
                self.document.metadata.date,
                first_date,
            );
            if self.counts_others(first_claim, scene, &quantity, measure) {
                quantity.change = None;
            }
            let change = quantity.change;
            let period = time.or_else(|| self.inherited_period(first_claim, scene, at, measure, change));
            let qualifiers = super::qualifier::qualifiers(scene, &quantity, measure, segment);
            let narrowed = qualifiers.is_empty() && self.is_narrowed(first_claim, scene, &quantity, measure);
            self.claims.push(Claim {
                measure,
                sentence: scene.number,
                segment: scene.base + segment.start as u32..scene.base + segment.end as u32,
                about: Vec::new(),
                qualifiers,
                narrowed,
                period,
                as_of: as_of.or(self.document.metadata.date),
                as_of_stated: as_of.is_some(),
                modality: modalities[at].0,
                standing: modalities[at].1,
                attribution,
                repeated: scene.repeated,
                quantity,
            });
        }
        self.fill_about(scene, first_claim);
    }

    /// "Only 3 million euros of this sum": the measure of the money that was spoken of last.
    fn measure_of_whole(&self, scene: &Scene<'_>, quantity: &Quantity) -> Option<MeasureId> {
        let end = quantity.tokens.1 as usize;
        let anaphoric = matches!(quantity.unit, Unit::Money(_))
            && scene.word(end) == "of"
            && matches!(scene.word(end + 1), "this" | "that" | "the")
            && matches!(scene.word(end + 2), "amount" | "sum" | "money" | "total");
        let whole = || self.claims.iter().rev().find(|before| before.quantity.unit == quantity.unit);
        whole().filter(|_| anaphoric)?.measure
    }

    /// "killed three people and left eight more wounded": people besides those before, and no rise. "4 more than in
    /// April" is one.
    fn counts_others(
        &self,
        first_claim: usize,
        scene: &Scene<'_>,
        quantity: &Quantity,
        measure: Option<MeasureId>,
    ) -> bool {
        let others = quantity.change == Some(Change::Increase)
            && quantity.unit.counts_things()
            && quantity.tokens.0 + 1 < quantity.tokens.1
            && scene.word(quantity.tokens.1 as usize) != "than";
        let counts_people = |measure: MeasureId| self.vocabulary.measures[measure.0 as usize].counts == Counts::Person;
        others
            && measure.is_some_and(counts_people)
            && self.claims[first_claim..].last().is_some_and(|before| {
                before.quantity.change.is_none()
                    && before.measure != measure
                    && before.measure.is_some_and(counts_people)
            })
    }

    /// "146 civilians were killed and 672 injured": a bare number of people that "and" joins to one of particular
    /// people.
    fn is_narrowed(
        &self,
        first_claim: usize,
        scene: &Scene<'_>,
        quantity: &Quantity,
        measure: Option<MeasureId>,
    ) -> bool {
        let Some(before) = self.claims[first_claim..].last() else { return false };
        let of_people = |q: &Quantity| q.unit == Unit::Person && q.change.is_none();
        let gap = before.quantity.tokens.1 as usize..quantity.tokens.0 as usize;
        let parts = |i: usize| {
            scene.tokens[i].is_punct(';') || scene.class(i).intersects(Class::SUBORDINATOR | Class::RELATIVE)
        };
        quantity.noun.is_none()
            && measure.is_some()
            && of_people(quantity)
            && of_people(&before.quantity)
            && (before.narrowed || before.qualifiers.iter().any(|word| !is_of_everybody(word)))
            && gap.clone().any(|i| scene.word(i) == "and")
            && !gap.clone().any(parts)
    }

    /// A figure without a period of its own in a gapped clause has that of the figure before it.
    fn inherited_period(
        &self,
        first_claim: usize,
        scene: &Scene<'_>,
        at: usize,
        measure: Option<MeasureId>,
        change: Option<Change>,
    ) -> Option<super::ClaimPeriod> {
        let before = self.claims[first_claim..].last()?;
        let same = measure.is_some() && before.measure.is_some() && before.quantity.change == change;
        let gapped = || at > 0 && !super::segment::has_verb(scene, at);
        // "gets 40 more boats next year, doubling its fleet": a multiple has no words of its own.
        let shared = || matches!(scene.word(scene.figures[at].start), "doubling" | "tripling" | "trebling" | "halving");
        let period = before.period.filter(|_| same && gapped() || shared())?;
        // "from 20 a year earlier": the year before is of that figure alone.
        let own = period.date.and_then(|date| scene.dates.get((date as usize).checked_sub(self.dates.len())?));
        if own.is_some_and(|date| date.dependent) {
            return None;
        }
        Some(super::ClaimPeriod { origin: super::PeriodOrigin::Inherited, ..period })
    }

    /// People where the measure counts people or the head noun is a demonym ("two dozen Jamaicans").
    fn settle_unit(&self, scene: &Scene<'_>, quantity: &mut Quantity, measure: Option<MeasureId>) {
        let counts_people = measure.is_some_and(|m| self.vocabulary.measures[m.0 as usize].counts == Counts::Person);
        match quantity.unit {
            Unit::None if counts_people => quantity.unit = Unit::Person,
            // "31 deaths": a noun of the measure's own that stands for people.
            Unit::Thing if counts_people && measure.is_some_and(|m| super::counts::is_noun_of(scene, m, quantity)) => {
                quantity.unit = Unit::Person;
            }
            Unit::Thing => {
                let head = quantity.noun.map(|n| n.head);
                let demonym =
                    self.mentions[scene.first_mention as usize..].iter().any(|m| m.demonym && Some(m.span) == head);
                if demonym {
                    quantity.unit = Unit::Person;
                }
            }
            _ => {}
        }
    }
}

/// "two men were killed and three injured": by a sex or an age a text calls whoever was there, and picks out nobody.
fn is_of_everybody(qualifier: &str) -> bool {
    matches!(qualifier, "man" | "woman" | "adult" | "teen" | "teenager" | "youth" | "boy" | "girl")
}

/// "several people" are figures only where the vocabulary knows what they are figures of; "a few villages" are none.
fn is_left_to_its_measure(quantity: &Quantity) -> bool {
    let few = matches!(quantity.number, Number::Vague(v) if matches!(v.row, VagueRow::Couple | VagueRow::Few | VagueRow::Several));
    few && !matches!(quantity.unit, Unit::Duration(_) | Unit::Money(_) | Unit::Measure(_))
}
