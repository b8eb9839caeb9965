//! A `[[bound]]` of a rule file: between which values a figure of some kind lies in this world, and the words that make
//! a figure one of that kind. Users add their own in the same form.

use std::ops::Range;

use rust_decimal::Decimal;
use serde::Deserialize;
use toml::Spanned;

use super::ParameterFault;
use super::sentence::SentenceView;
use crate::claim::Claim;
use crate::period::TimeUnit;
use crate::quantity::Unit;
use crate::quantity::unit::{MEASURES, MeasureUnit, convert};
use crate::token::{Class, Kind};
use crate::verdict::nearest;

/// Words between a figure and what stands beside it: "a magnitude of about 7.8", "winds reached 180 mph".
const BESIDE: usize = 3;

/// Words between a figure and its noun: "the 117-year-old Japanese woman".
const BEHIND: usize = 2;

/// A bound as it is written in the rule file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Row {
    /// What it bounds: "age of a person".
    name: Spanned<String>,
    /// The unit of its values; see [`read_unit`].
    unit: Spanned<String>,
    #[serde(default)]
    low: Option<f64>,
    #[serde(default)]
    high: Option<f64>,
    #[serde(default)]
    beside: Vec<String>,
    #[serde(default)]
    behind: Vec<String>,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    not: Vec<String>,
    #[serde(default)]
    certain: bool,
    source: String,
}

/// A bound that is ready to be held against figures.
#[derive(Clone, Debug)]
pub(super) struct Bound {
    /// What it bounds, in the singular: "age of a person".
    pub name: String,
    /// The unit of its values.
    pub unit: Unit,
    /// The name of that unit, as the rule file has it.
    pub symbol: String,
    /// The least and the most there can be.
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    /// Whether nothing can ever lie outside; a record can be broken.
    pub certain: bool,
    /// Where the values come from.
    pub source: String,
    beside: Vec<Phrase>,
    behind: Vec<Phrase>,
    words: Vec<Phrase>,
    not: Vec<Phrase>,
}

/// Words that stand one behind the other, whatever their case; hyphens between them do not count.
pub(super) type Phrase = Vec<String>;

impl Bound {
    /// Checks a row; the first thing that is wrong is told with its place.
    pub(super) fn read(row: Spanned<Row>) -> Result<Self, ParameterFault> {
        let place = row.span();
        let row = row.into_inner();
        let fault = |span: Range<usize>, message: String| ParameterFault { message, key: None, span: Some(span) };
        let name = row.name.get_ref().clone();
        let symbol = row.unit.get_ref();
        let unit = read_unit(symbol).ok_or_else(|| fault(row.unit.span(), no_unit(symbol)))?;
        let number = |value: Option<f64>| value.and_then(|value| Decimal::try_from(value).ok());
        let (low, high) = (number(row.low), number(row.high));
        match (low, high) {
            (None, None) => return Err(fault(place, format!("the bound “{name}” has neither `low` nor `high`"))),
            (Some(low), Some(high)) if low >= high => {
                return Err(fault(
                    place,
                    format!("`low` of the bound “{name}” is {low}, which is not below `high`, {high}"),
                ));
            }
            _ => {}
        }
        if row.beside.is_empty() && row.behind.is_empty() && row.words.is_empty() {
            let message = format!(
                "the bound “{name}” would hold for every figure in {symbol}: add `beside`, `behind` or `words`"
            );
            return Err(fault(row.name.span(), message));
        }
        let phrases = |list: &[String]| list.iter().map(|text| phrase(text)).collect::<Vec<_>>();
        Ok(Self {
            unit,
            symbol: symbol.clone(),
            low,
            high,
            certain: row.certain,
            source: row.source,
            beside: phrases(&row.beside),
            behind: phrases(&row.behind),
            words: phrases(&row.words),
            not: phrases(&row.not),
            name,
        })
    }

    /// A value of a claim in the bound's unit; `None` where it is of another kind.
    pub(super) fn in_own_unit(&self, value: Decimal, unit: Unit) -> Option<Decimal> {
        match (unit, self.unit) {
            (Unit::Measure(from), Unit::Measure(to)) => convert(value, from, to),
            // A bare number counts people where a verb of the sentence does.
            (Unit::None | Unit::Person, Unit::None) => Some(value),
            (own, bound) => (own == bound).then_some(value),
        }
    }

    /// Whether a value lies inside.
    pub(super) fn holds(&self, value: Decimal) -> bool {
        self.low.is_none_or(|low| low <= value) && self.high.is_none_or(|high| value <= high)
    }

    /// Whether the words around a figure make it one of this kind.
    pub(super) fn speaks_of(&self, view: &SentenceView<'_>, claim: &Claim) -> bool {
        if self.unit == Unit::None && claim.quantity.noun.is_some() {
            return false;
        }
        let (start, end) = (view.first_token(claim), view.end_token(claim));
        let all = 0..view.tokens().len();
        (self.beside.is_empty() || touches(view, &self.beside, start, end))
            && (self.behind.is_empty() || stands_behind(view, &self.behind, end))
            && (self.words.is_empty() || has(view, &self.words, all.clone()))
            && !has(view, &self.not, all)
    }
}

pub(super) fn phrase(text: &str) -> Phrase {
    text.split([' ', '-']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Reads "age" (years of someone's life), "percent", "number" (without a unit), a unit of time in the singular, or the
/// symbol of a unit of measurement.
fn read_unit(text: &str) -> Option<Unit> {
    Some(match text {
        "age" => Unit::Age(TimeUnit::Year),
        "percent" => Unit::Percent,
        "number" => Unit::None,
        "minute" => Unit::Duration(TimeUnit::Minute),
        "hour" => Unit::Duration(TimeUnit::Hour),
        "day" => Unit::Duration(TimeUnit::Day),
        "week" => Unit::Duration(TimeUnit::Week),
        "month" => Unit::Duration(TimeUnit::Month),
        "year" => Unit::Duration(TimeUnit::Year),
        symbol => Unit::Measure(MeasureUnit::from_symbol(symbol)?),
    })
}

fn no_unit(text: &str) -> String {
    const NAMES: [&str; 9] = ["age", "percent", "number", "minute", "hour", "day", "week", "month", "year"];
    let known = NAMES.into_iter().chain(MEASURES.iter().map(|row| row.symbol));
    match nearest(text, known) {
        Some(near) => format!("there is no unit `{text}`; did you mean `{near}`?"),
        None => {
            format!("there is no unit `{text}`; it is one of {}, or a symbol such as km/h, kg, degC", NAMES.join(", "))
        }
    }
}

/// Whether a phrase begins at a token; the token behind it.
fn begins(view: &SentenceView<'_>, phrase: &[String], at: usize) -> Option<usize> {
    let mut i = at;
    for (n, word) in phrase.iter().enumerate() {
        if n > 0 && view.word(i) == "-" {
            i += 1;
        }
        if !view.word(i).eq_ignore_ascii_case(word) {
            return None;
        }
        i += 1;
    }
    Some(i)
}

pub(super) fn has(view: &SentenceView<'_>, phrases: &[Phrase], tokens: Range<usize>) -> bool {
    tokens.clone().any(|at| phrases.iter().any(|phrase| begins(view, phrase, at).is_some()))
}

/// A phrase a few words before the figure or behind it, with no mark, conjunction or other figure between. One that
/// begins with a conjunction ("and costs") stands only before it.
pub(super) fn touches(view: &SentenceView<'_>, phrases: &[Phrase], start: usize, end: usize) -> bool {
    let plain = |i: usize| {
        !view.in_a_figure(i)
            && !view.class(i).contains(Class::CONJUNCTION)
            && view.tokens().get(i).is_some_and(|t| t.kind != Kind::Punct || view.word(i) == "-")
    };
    // Phrases begin with words; the figures of a list need not be asked for one.
    let word = |at: &usize| view.tokens().get(*at).is_some_and(|t| t.kind == Kind::Word);
    let before = (start.saturating_sub(BESIDE + 3)..start).filter(word).any(|at| {
        let ends = phrases.iter().filter_map(|phrase| begins(view, phrase, at)).max();
        ends.is_some_and(|to| to <= start && start - to <= BESIDE && (to..start).all(plain))
    });
    before
        || (end..=end + BESIDE)
            .filter(|at| word(at) && !view.class(*at).contains(Class::CONJUNCTION))
            .any(|at| (end..at).all(plain) && phrases.iter().any(|phrase| begins(view, phrase, at).is_some()))
}

/// A phrase that is the noun of the figure, or straight behind it.
pub(super) fn stands_behind(view: &SentenceView<'_>, phrases: &[Phrase], end: usize) -> bool {
    let other = Class::DETERMINER | Class::PREPOSITION | Class::CONJUNCTION | Class::AUXILIARY | Class::VERB;
    (end..=end + BEHIND).any(|at| {
        (end..at)
            .all(|i| view.tokens().get(i).is_some_and(|t| t.kind == Kind::Word) && !view.class(i).intersects(other))
            && phrases.iter().any(|phrase| begins(view, phrase, at).is_some())
    })
}
