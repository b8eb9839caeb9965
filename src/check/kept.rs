//! Claims that outlive their text: what is needed to compare them with other claims, and nothing of the text itself.

mod comparable;
mod happening;
mod rate;
mod reason;

use std::cell::OnceCell;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Scene;
use super::compare::Figure;
use super::context::words::CORRECTS;
use super::fix::Slot;
use super::nobody;
use super::rate::{Per, per};
use super::sentence::{SentenceView, is_one_of};
use super::working::interval;
use crate::claim::{Claim, Modality, Standing};
use crate::period::Period;
use crate::quantity::{Change, Unit};
use crate::token::Class;
use crate::verdict::Place;
use happening::{Happening, Phrases};
pub(super) use reason::together;

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
    /// The words that say which rate it is, where it is one that a country has one of.
    rate: Option<Vec<Arc<str>>>,
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

/// What two claims must share to be looked at together.
pub(super) type Key = (MeasureId, EntityId, Period, Unit, Option<Change>, Modality, Vec<String>);

/// The claims of a text that can be compared: declared measure, explicit closed period, place known, actual or not, but
/// neither part of another figure nor former.
pub(super) fn keep(scene: &Scene<'_>) -> Vec<Kept> {
    let reading = scene.reading;
    let Some(date) = reading.document.metadata.date else { return Vec::new() };
    let mut all = Vec::new();
    for view in SentenceView::all(reading) {
        let phrases = OnceCell::new();
        let phrases = || phrases.get_or_init(|| Phrases::of(&view));
        all.extend(view.claims.iter().filter_map(|claim| kept(scene, &view, claim, date, phrases)));
    }
    all
}

/// `phrases` gives those of the sentence.
fn kept<'p>(
    scene: &Scene<'_>,
    view: &SentenceView<'_>,
    claim: &Claim,
    date: Date,
    phrases: impl Fn() -> &'p Phrases,
) -> Option<Kept> {
    let reading = scene.reading;
    let measure =
        claim.measure.filter(|_| !claim.repeated && claim.standing == Standing::Own && !claim.quantity.additional)?;
    // Place and period make one quantity of a toll and of a country's rates, but not of money or shares: those are each
    // company's own.
    let own = &reading.vocabulary.measures[measure.0 as usize];
    let counted =
        || view.says_a_number(claim) || nobody::is_none(claim) && is_over(claim, date) && nobody::is_of_all(view);
    let toll = own.counts == Counts::Person && claim.quantity.unit == Unit::Person && counted();
    let rate = rate::basis(view, claim, own);
    if claim.narrowed || !toll && rate.is_none() {
        return None;
    }
    if is_mean(view, claim) {
        return None;
    }
    // "Anna Berg, 27; her sister, 25": a bare number behind a name is an age.
    if claim.quantity.noun.is_none() && view.word_before(view.first_token(claim), 1) == "," {
        return None;
    }
    let stock = own.stock;
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
    let sure = sure && !stock && rate.is_none();
    if rate.is_some() && named.is_none() {
        return None;
    }
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
        happening: Happening::of(view, claim, phrases()),
        former: former(view),
        revised: revised(view),
        rate,
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

/// Whether the time of a count was over on the day on which it was known.
fn is_over(claim: &Claim, date: Date) -> bool {
    let last = claim.stated_period().and_then(|period| period.period.last_day());
    last.is_some_and(|last| last < claim.as_of.unwrap_or(date))
}

/// "an average of 12 a day", "daily arrests fell to 990", "40 a week": so many in each part of the period, and not in
/// all of it.
fn is_mean(view: &SentenceView<'_>, claim: &Claim) -> bool {
    let first = view.sentence.tokens.start;
    let mean = |i: u32| is_one_of(MEANS, view.word((i - first) as usize));
    claim.segment.clone().any(mean) || !matches!(per(view, claim).0, Per::Whole)
}

/// Words that say that a figure is of each part of its period.
const MEANS: &[&str] = &["average", "averaged", "averaging", "mean", "daily", "weekly", "monthly", "nightly", "hourly"];

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
    (0..view.sentence.tokens.len()).any(|at| view.class(at).contains(Class::FALL) || is_one_of(CORRECTS, view.word(at)))
}

impl Kept {
    /// The claims that share a key, two or more, in the order in which they became known; the groups stand in the order
    /// of their first claims.
    pub(super) fn groups<'k, K: Eq + Hash>(kept: &[&'k Self], key: impl Fn(&Self) -> K) -> Vec<Vec<&'k Self>> {
        let mut places = HashMap::new();
        let mut groups: Vec<Vec<&Self>> = Vec::new();
        for &claim in kept {
            let place = *places.entry(key(claim)).or_insert(groups.len());
            if place == groups.len() {
                groups.push(Vec::new());
            }
            groups[place].push(claim);
        }
        groups.retain(|group| group.len() > 1);
        for group in &mut groups {
            group.sort_by_cached_key(|claim| claim.order());
        }
        groups
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
}
