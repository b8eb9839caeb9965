//! A measure: one thing that figures can be about, with the words that say so.

use serde::Deserialize;

/// Index of a measure in its vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MeasureId(pub u16);

/// What a measure counts: the class of unit its figures have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counts {
    /// People.
    Person,
    /// Money in any currency.
    Money,
    /// Shares: per cent and fractions.
    Percent,
    /// Things, by their noun.
    Thing,
    /// Amounts in units of measure: acres, kilometres, tonnes.
    Amount,
    /// Lengths of time: months of a mandate, years of a sentence.
    Duration,
    /// How many there are for so many people: murders per 100,000.
    Rate,
}

/// A `[[measure]]` of a rule file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Its name in claims, facts and rules: "deaths".
    pub id: String,
    /// The class of unit.
    pub counts: Counts,
    /// Whether it is a running total that only grows within a period.
    #[serde(default)]
    pub accumulates: bool,
    /// Whether it is a level at a time (displaced, population), which a later as-of replaces.
    #[serde(default)]
    pub stock: bool,
    /// Whether a country has one of it at a time, so that two texts that state it for one time must agree: inflation,
    /// turnout.
    #[serde(default)]
    pub one_of_place: bool,
    /// Words and phrases that say that a figure in the same clause is of this measure. `<name>` at the end stands for a
    /// capitalised word: `fled <name>`.
    #[serde(default)]
    pub cues: Vec<String>,
    /// Counted nouns that say so by themselves ("police officers", "troops").
    #[serde(default)]
    pub nouns: Vec<String>,
    /// Nouns that a counted thing must have for a cue to speak of it: hail that damaged cars destroyed no buildings.
    /// None where any thing will do; a number without a noun always does.
    #[serde(default)]
    pub things: Vec<String>,
    /// Phrases that contain a cue and do not mean it.
    #[serde(default)]
    pub not: Vec<String>,
    /// Words that narrow it: underlying, like-for-like, seasonally adjusted. Figures with different ones are not the
    /// same quantity.
    #[serde(default)]
    pub qualifiers: Vec<String>,
    /// Measures whose sum it is: casualties are deaths and injured.
    #[serde(default)]
    pub sum_of: Vec<String>,
    /// What a figure of this measure is where the text has no cue of `unless`: people shot are injured in a text that
    /// names no dead.
    #[serde(default)]
    pub settles: Option<String>,
    /// The measure that keeps figures of this one from being settled.
    #[serde(default)]
    pub unless: Option<String>,
}

impl Measure {
    /// Its name for people: "food insecure".
    pub fn in_words(&self) -> String {
        self.id.replace('_', " ")
    }

    /// Takes over the words that another declaration of the same measure adds.
    pub(super) fn extend(&mut self, other: Self) {
        self.cues.extend(other.cues);
        self.nouns.extend(other.nouns);
        self.things.extend(other.things);
        self.not.extend(other.not);
        self.qualifiers.extend(other.qualifiers);
        self.sum_of.extend(other.sum_of);
        self.settles = other.settles.or(self.settles.take());
        self.unless = other.unless.or(self.unless.take());
        self.accumulates |= other.accumulates;
        self.stock |= other.stock;
        self.one_of_place |= other.one_of_place;
    }
}
