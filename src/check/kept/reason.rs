//! Why two kept claims differ, as far as arithmetic and the other claims can show it.

use rust_decimal::Decimal;

use super::{ByValue, Kept};
use crate::check::cause::{Causes, Kind, tells_much, year};
use crate::check::working::number;
use crate::vocabulary::{MeasureId, Vocabulary};

/// Most claims of one value that are looked at for one finding.
const OTHERS: usize = 100;

impl Kept {
    /// The likely reasons why this figure and a later one differ; `others` are those of the same measure that all texts
    /// have, by value.
    pub(in crate::check) fn why_not(
        &self,
        later: &Self,
        vocabulary: &Vocabulary,
        others: &ByValue<'_>,
    ) -> Option<String> {
        let (a, b) = (self.figure.nominal?, later.figure.nominal?);
        let mut causes = Causes::of(b, a, Some(self.period));
        causes.add(Kind::Year, year(a, b, Some(self.period)));
        let together = self.together(b, vocabulary).or_else(|| later.together(a, vocabulary));
        causes.add(Kind::Together, together);
        for value in [b, a] {
            let same = others.get(&(self.measure, value)).into_iter().flatten().take(OTHERS);
            for other in same.filter(|other| other.unit == self.unit && other.modality == self.modality) {
                let (kind, words) = self.of_other(other, vocabulary);
                causes.add(kind, words.map(|words| format!("{} {words}", number(value))));
            }
        }
        causes.said()
    }

    /// What another claim with the value of one of two shows.
    fn of_other(&self, other: &Self, vocabulary: &Vocabulary) -> (Kind, Option<String>) {
        let tells = other.figure.nominal.is_some_and(tells_much);
        let (about, period) = (other.about == self.about, other.period == self.period);
        if about && period && other.qualifiers != self.qualifiers && !other.qualifiers.is_empty() {
            (Kind::Part, Some(format!("is the figure for “{}” only", other.qualifiers.join(", "))))
        } else if about && !period && other.qualifiers == self.qualifiers {
            (Kind::OtherPeriod, tells.then(|| format!("is the figure for {}", other.period_words())))
        } else {
            let place = &vocabulary.entities[other.about.0 as usize].name;
            let other = tells && period && !about && other.qualifiers == self.qualifiers;
            (Kind::OtherPlace, other.then(|| format!("is the figure for {place}")))
        }
    }

    fn together(&self, stated: Decimal, vocabulary: &Vocabulary) -> Option<String> {
        together(vocabulary, stated, (self.measure, self.figure.nominal?), self.siblings.iter().copied())
    }
}

/// "1,930 + 975 = 2,905: was “killed or injured” meant?", where another measure of the same group and this one add up
/// to what was stated.
pub(in crate::check) fn together(
    vocabulary: &Vocabulary,
    stated: Decimal,
    own: (MeasureId, Decimal),
    others: impl Iterator<Item = (MeasureId, Decimal)>,
) -> Option<String> {
    let id = |measure: MeasureId| vocabulary.measures[measure.0 as usize].id.as_str();
    let words = |measure: MeasureId| vocabulary.measures[measure.0 as usize].in_words();
    for (measure, value) in others {
        let sum = own.1.checked_add(value)?;
        let off = sum.saturating_sub(stated).abs();
        // The stated figure is the sum, or the sum rounded to the place where the figure ends.
        let step = crate::quantity::meaning::last_place(stated);
        let group = vocabulary
            .measures
            .iter()
            .find(|m| m.sum_of.iter().any(|part| part == id(own.0)) && m.sum_of.iter().any(|part| part == id(measure)));
        if let Some(group) = group
            && measure != own.0
            && off <= step / Decimal::TWO
        {
            let name = group.cues.first().cloned().unwrap_or_else(|| group.in_words());
            return Some(format!(
                "{} ({}) + {} ({}) = {}: was “{name}” meant?",
                number(own.1),
                words(own.0),
                number(value),
                words(measure),
                number(sum)
            ));
        }
    }
    None
}
