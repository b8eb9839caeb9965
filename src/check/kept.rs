//! Claims that outlive their text: what is needed to compare them with other claims, and nothing of the text itself.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Scene;
use super::cause::{Causes, Kind, tells_much, year};
use super::compare::Figure;
use super::context_words::CORRECTS;
use super::fix::Slot;
use super::happening::Happening;
use super::sentence::SentenceView;
use super::working::{interval, number, slip};
use crate::claim::{Claim, Modality, Standing};
use crate::period::Period;
use crate::quantity::{Change, Unit};
use crate::token::Class;
use crate::verdict::Place;
use crate::vocabulary::{Counts, EntityId, EntityKind, MeasureId, Vocabulary};

/// Days after the end of a period from which its figures no longer change (docs/design.md).
const SETTLED_AFTER: i32 = 30;

/// A claim with an explicit period, ready to be compared.
#[derive(Clone, Debug)]
pub struct Kept {
    /// What it is a figure of.
    pub measure: MeasureId,
    /// Its two intervals.
    pub(super) figure: Figure,
    /// Where it stands.
    pub place: Place,
    /// Where its hedge and number stand, and what they say.
    pub(super) slot: Option<Slot>,
    /// As it was written.
    pub text: Arc<str>,
    /// The place it is about: named in its sentence, or the text's topic.
    about: EntityId,
    /// First token of its sentence: two figures of one sentence are seldom one figure said twice.
    sentence: u32,
    /// Whether that place is named in the sentence, or unrivalled in the text.
    pub(super) sure: bool,
    /// Other entities of its sentence.
    others: Vec<EntityId>,
    /// What the sentence says was the cause, where that is not violence: earthquake, cholera.
    causes: Vec<Arc<str>>,
    happening: Happening,
    /// What the sentence says that the figure was before: "rose to 31 from 19".
    former: Vec<Decimal>,
    /// Whether the sentence says that the figure was taken down.
    pub(super) revised: bool,
    /// A level that is known as of a day, which is its period unless the text states one.
    stock: bool,
    period: Period,
    as_of: Date,
    unit: Unit,
    change: Option<Change>,
    modality: Modality,
    qualifiers: Vec<String>,
    attributed: Option<Arc<str>>,
    /// Other figures of the same sentence and period, for the likely cause.
    siblings: Vec<(MeasureId, Decimal)>,
}

/// Claims by measure and value, for the likely reason.
pub(super) type ByValue<'k> = HashMap<(MeasureId, Decimal), Vec<&'k Kept>>;

/// Most claims of one value that are looked at for one finding.
const OTHERS: usize = 100;

/// What two claims must share to be looked at together.
pub(super) type Key = (MeasureId, EntityId, Period, Unit, Option<Change>, Modality, Vec<String>);

/// The claims of a text that can be compared: declared measure, explicit closed period, place known, actual or not, but
/// neither part of another figure nor former.
pub(super) fn keep(scene: &Scene<'_>) -> Vec<Kept> {
    let reading = scene.reading;
    let Some(date) = reading.document.metadata.date else { return Vec::new() };
    SentenceView::all(reading)
        .flat_map(|view| view.claims.iter().filter_map(move |claim| kept(scene, &view, claim, date)))
        .collect()
}

fn kept(scene: &Scene<'_>, view: &SentenceView<'_>, claim: &Claim, date: Date) -> Option<Kept> {
    let reading = scene.reading;
    let measure =
        claim.measure.filter(|_| !claim.repeated && claim.standing == Standing::Own && !claim.quantity.additional)?;
    // Place and period make one quantity of a toll, but not of money or shares: those are each company's own.
    let toll = reading.vocabulary.measures[measure.0 as usize].counts == Counts::Person;
    if !toll || claim.quantity.unit != Unit::Person || !view.says_a_number(claim) {
        return None;
    }
    // "Anna Berg, 27; her sister, 25": a bare number behind a name is an age.
    if claim.quantity.noun.is_none() && view.word_before(view.first_token(claim), 1) == "," {
        return None;
    }
    let stock = reading.vocabulary.measures[measure.0 as usize].stock;
    let as_of = claim.as_of.unwrap_or(date);
    let stated = claim.stated_period();
    let period = stated.map(|p| p.period).or_else(|| stock.then(|| Period::day(as_of)).flatten())?;
    if !period.is_closed() {
        return None;
    }
    let is_place = |id: EntityId| reading.vocabulary.entities[id.0 as usize].kind == EntityKind::Place;
    let named = claim.about.iter().copied().find(|id| is_place(*id));
    let topic = reading.topic.map(|t| (t.place, t.unrivalled));
    let in_headline =
        |place: EntityId| reading.nearness(claim, place).is_some_and(|n| n <= crate::claim::Nearness::Headline);
    let (about, sure) = match (named, topic) {
        (Some(place), _) => (place, true),
        (None, Some((place, unrivalled))) => (place, unrivalled || in_headline(place)),
        (None, None) => return None,
    };
    // How many people were displaced in a year, and how many at its end, are two quantities that read alike.
    let sure = sure && !stock;
    if reading.rival(claim, &[about]).is_some() {
        return None;
    }
    let siblings = view
        .claims
        .iter()
        .filter(|other| !std::ptr::eq(*other, claim) && other.stated_period().map(|p| p.period) == Some(period))
        .filter_map(|other| Some((other.measure?, Figure::of(&other.quantity, scene.widths)?.nominal?)))
        .collect();
    Some(Kept {
        measure,
        figure: Figure::of(&claim.quantity, scene.widths)?,
        place: view.place(claim.quantity.span),
        slot: Slot::of(view, claim),
        text: view.text(claim.quantity.span).into(),
        about,
        sentence: view.sentence.tokens.start,
        sure,
        others: claim.about.iter().copied().filter(|id| *id != about).collect(),
        causes: causes(view),
        happening: Happening::of(view, claim),
        former: former(view),
        revised: revised(view),
        stock,
        period,
        as_of,
        unit: claim.quantity.unit,
        change: claim.quantity.change,
        modality: claim.modality,
        qualifiers: claim.qualifiers.clone(),
        attributed: claim.attribution.map(|span| view.text(span).into()),
        siblings,
    })
}

/// Causes that make another quantity of the same measure, place and period.
fn causes(view: &SentenceView<'_>) -> Vec<Arc<str>> {
    let count = view.sentence.tokens.len();
    let mut causes: Vec<Arc<str>> = (0..count)
        .filter(|&i| view.class(i).contains(Class::CAUSE))
        .map(|i| crate::quantity::singular(view.word(i)).into())
        .collect();
    causes.sort_unstable();
    causes.dedup();
    causes
}

/// The figures of a sentence that were so once.
fn former(view: &SentenceView<'_>) -> Vec<Decimal> {
    let once = view.claims.iter().filter(|claim| claim.standing == Standing::Former);
    once.filter_map(|claim| claim.quantity.number.value()).collect()
}

/// "down from 31", "revised", "corrected".
fn revised(view: &SentenceView<'_>) -> bool {
    (0..view.sentence.tokens.len()).any(|at| {
        view.class(at).contains(Class::FALL) || CORRECTS.iter().any(|word| view.word(at).eq_ignore_ascii_case(word))
    })
}

/// Most days of a period in which a place has one happening of a kind.
const DAYS_OF_ONE: i32 = 3;

impl Kept {
    /// Whether its own sentence says that the other figure was so before.
    pub(super) fn replaces(&self, other: &Self) -> bool {
        other.figure.nominal.is_some_and(|value| self.former.contains(&value))
    }

    pub(super) fn key(&self) -> Key {
        (self.measure, self.about, self.period, self.unit, self.change, self.modality, self.qualifiers.clone())
    }

    /// The same with the end left open in periods that were still running: such periods agree where they begin.
    pub(super) fn key_across(&self) -> Key {
        let mut key = self.key();
        if !self.is_short() && self.period.last_day() == Some(self.as_of) {
            key.2.end = None;
        }
        key
    }

    fn is_short(&self) -> bool {
        self.period
            .start
            .zip(self.period.end)
            .is_some_and(|(start, end)| end.since(start).is_ok_and(|span| span.get_days() <= DAYS_OF_ONE))
    }

    /// When it was known, then where it stands.
    pub(super) fn order(&self) -> (Date, Arc<str>, u32) {
        (self.as_of, Arc::clone(&self.place.path), self.place.span.start)
    }

    /// Claims by measure and value.
    pub(super) fn by_value<'k>(kept: &[&'k Self]) -> ByValue<'k> {
        let mut by_value: ByValue<'_> = HashMap::new();
        for &claim in kept {
            if let Some(value) = claim.figure.nominal {
                by_value.entry((claim.measure, value)).or_default().push(claim);
            }
        }
        by_value
    }

    fn settled(&self) -> bool {
        let closed = self.period.end.and_then(|end| end.checked_add(jiff::Span::new().days(SETTLED_AFTER)).ok());
        closed.is_some_and(|day| self.as_of >= day)
    }

    fn same_subject(&self, other: &Self) -> bool {
        self.causes == other.causes
            && (self.others.is_empty()
                || other.others.is_empty()
                || self.others.iter().any(|id| other.others.contains(id)))
    }

    /// Two mentions in one text.
    pub(super) fn comparable_within(&self, other: &Self) -> bool {
        self.place.path == other.place.path
            && !self.stock
            && self.sentence != other.sentence
            && self.same_subject(other)
            && self.others == other.others
    }

    /// Mentions in two texts, this one known no later than the other: of one happening, and both settled, known on the
    /// same day, or counted again since.
    pub(super) fn comparable_across(&self, later: &Self) -> bool {
        let short = self.is_short() && !self.stock;
        self.place.path != later.place.path
            && self.same_subject(later)
            && self.happening.is_that_of(&later.happening, short, &self.causes, || self.is_a_slip_of(later))
            && (self.settled() && later.settled() || self.as_of == later.as_of || !self.stock && later.updates(self))
    }

    /// Whether exchanged or missing digits or a power of ten make one figure of the other, and not by chance.
    fn is_a_slip_of(&self, other: &Self) -> bool {
        let both = self.figure.nominal.zip(other.figure.nominal);
        both.is_some_and(|(a, b)| a.min(b) >= Decimal::ONE_HUNDRED && slip(a, b).is_some())
    }

    /// Whether its number is less than the other's.
    pub(super) fn is_below(&self, other: &Self) -> bool {
        self.figure.nominal.zip(other.figure.nominal).is_some_and(|(own, other)| own < other)
    }

    /// Two sources that are both named and differ: a reported dispute.
    pub(super) fn disputes(&self, other: &Self) -> bool {
        self.place.path == other.place.path
            && matches!((&self.attributed, &other.attributed), (Some(a), Some(b)) if a != b)
    }

    /// Whether this is a later count of a period that was not settled when the other was written.
    pub(super) fn updates(&self, other: &Self) -> bool {
        self.as_of > other.as_of && !other.settled()
    }

    /// Its intervals in plain words.
    pub(super) fn words(&self) -> String {
        interval(&self.figure.meaning.hard.unwrap_or(self.figure.meaning.soft))
    }

    pub(super) fn period_words(&self) -> String {
        self.period.in_words()
    }

    pub(super) fn about_words(&self, vocabulary: &Vocabulary) -> String {
        format!(" in {}", vocabulary.entities[self.about.0 as usize].name)
    }

    /// The likely reasons why this figure and a later one differ; `others` are those of the same measure that all texts
    /// have, by value.
    pub(super) fn why_not(&self, later: &Self, vocabulary: &Vocabulary, others: &ByValue<'_>) -> Option<String> {
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
pub(super) fn together(
    vocabulary: &Vocabulary,
    stated: Decimal,
    own: (MeasureId, Decimal),
    others: impl Iterator<Item = (MeasureId, Decimal)>,
) -> Option<String> {
    let id = |measure: MeasureId| vocabulary.measures[measure.0 as usize].id.as_str();
    let words = |measure: MeasureId| vocabulary.measures[measure.0 as usize].in_words();
    for (measure, value) in others {
        let sum = own.1.checked_add(value)?;
        let off = (sum - stated).abs();
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
