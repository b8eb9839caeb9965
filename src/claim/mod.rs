//! Claims: quantities that say something. A reading takes a document through tokens, sentences, quantities and dates
//! to claims with a measure, what they are about, a period, a modality and the level or change they state.

use std::ops::Range;

use jiff::civil::Date;

use crate::document::Document;
use crate::period::{DateExpr, Period};
use crate::quantity::Quantity;
use crate::span::Span;
use crate::token::Token;
use crate::vocabulary::{EntityId, MeasureId, Vocabulary};

mod about;
mod age;
mod attribution;
mod befallen;
mod carried;
mod context;
mod counts;
mod denied;
mod dialect;
mod duration;
mod fate;
mod govern;
mod inferred;
mod known;
mod measure;
mod member;
mod modality;
mod of_sentence;
mod own_date;
mod people;
mod qualifier;
mod read;
mod said;
mod scene;
mod segment;
mod subject;
mod tabled;
#[cfg(test)]
mod tests;
mod time;
mod victim;
mod whole;
mod whom;

pub use context::{Nearness, Rival};

/// One document with everything that was read in it. All indices are into the vectors of the same reading.
#[derive(Debug)]
pub struct Reading<'a> {
    /// The text.
    pub document: &'a Document<'a>,
    /// The words the claims speak of.
    pub vocabulary: &'a Vocabulary,
    /// Tokens of all blocks, one after the other; spans are relative to their block.
    pub tokens: Vec<Token>,
    /// Sentences of all blocks in text order.
    pub sentences: Vec<Sentence>,
    /// Names of entities in text order.
    pub mentions: Vec<Mention>,
    /// Dates in text order.
    pub dates: Vec<Dated>,
    /// Claims in text order.
    pub claims: Vec<Claim>,
    /// The place most named in the text.
    pub topic: Option<Topic>,
    /// Whether the text is in a language that is not read.
    pub foreign: bool,
    /// The entities that the headline names.
    in_headline: Vec<EntityId>,
    /// For each sentence, the last place that is named before it in its paragraph and belongs to no figure alone.
    places_before: Vec<Option<EntityId>>,
    /// Of which measures the text has cues.
    cued: Vec<bool>,
    /// People told of without a count.
    known: Vec<known::Known>,
}

/// One sentence.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Index of its block in the document.
    pub block: u32,
    /// Its tokens, as indices of `Reading::tokens`.
    pub tokens: Range<u32>,
    /// Its claims, as indices of `Reading::claims`.
    pub claims: Range<u32>,
    /// Its dates, as indices of `Reading::dates`.
    pub dates: Range<u32>,
    /// Its mentions, as indices of `Reading::mentions`.
    pub mentions: Range<u32>,
}

/// A date expression with the sentence it stands in.
#[derive(Clone, Debug)]
pub struct Dated {
    /// The expression; its span is relative to the block.
    pub expr: DateExpr,
    /// Index of its sentence.
    pub sentence: u32,
}

/// A name of an entity in the text.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    /// Which entity.
    pub entity: EntityId,
    /// Whether the demonym stands there ("Haitian") and not the name.
    pub demonym: bool,
    /// Bytes in the block.
    pub span: Span,
    /// First token, as index of `Reading::tokens`.
    pub token: u32,
    /// Index of its sentence.
    pub sentence: u32,
}

/// The place that a text is about.
#[derive(Clone, Copy, Debug)]
pub struct Topic {
    /// The place.
    pub place: EntityId,
    /// How often it is named, demonyms included.
    pub count: u32,
    /// Whether no other place is named at least half as often.
    pub unrivalled: bool,
}

/// A quantity that says something.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The quantity; its spans are relative to the block.
    pub quantity: Quantity,
    /// Index of its sentence.
    pub sentence: u32,
    /// The part of its sentence that speaks of this figure and no other, as indices of `Reading::tokens`.
    pub segment: Range<u32>,
    /// What it is a figure of, where the vocabulary knows it.
    pub measure: Option<MeasureId>,
    /// Entities in the same sentence that it is about, nearest first.
    pub about: Vec<EntityId>,
    /// Words that narrow the measure: "children", "civilians", "median". Lower case, sorted.
    pub qualifiers: Vec<String>,
    /// Whether the qualifiers of the figure before it may be its own as well: "146 civilians were killed and 672
    /// injured". What it is a figure of is then not known well enough to hold another against it.
    pub narrowed: bool,
    /// The period it covers and where that stands.
    pub period: Option<ClaimPeriod>,
    /// The day on which it was known.
    pub as_of: Option<Date>,
    /// Whether `as_of` stands in the text; otherwise it is the document's date.
    pub as_of_stated: bool,
    /// Whether it has happened.
    pub modality: Modality,
    /// Bytes of the source's name in the block, if the text attributes the figure.
    pub attribution: Option<Span>,
    /// Whether it is a figure of its own, a part of another, or one that no longer holds.
    pub standing: Standing,
    /// Whether it stands in a passage that was printed before in the same document.
    pub repeated: bool,
}

/// The period of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimPeriod {
    /// The days.
    pub period: Period,
    /// Where it was found.
    pub origin: PeriodOrigin,
    /// The date expression it comes from, as index of `Reading::dates`.
    pub date: Option<u32>,
}

/// Where a claim's period was found, nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodOrigin {
    /// In the claim's own clause.
    Clause,
    /// In the claim's sentence.
    Sentence,
    /// Taken over from the claim beside it in the same sentence, to which "and" joins it, or of which it is a gapped
    /// part.
    Inherited,
    /// That of another figure of its sentence: "40 were killed and 60 injured in May".
    Shared,
    /// That of which the sentences before it in the paragraph tell.
    Paragraph,
    /// In the words that lead in the list in which it stands.
    LeadIn,
    /// In the heading of its section.
    Heading,
    /// In the headline.
    Headline,
}

impl PeriodOrigin {
    /// Whether the figure's own words say it. What is taken from around it is likely, but proves nothing.
    pub fn is_stated(self) -> bool {
        self <= Self::Inherited
    }
}

impl Claim {
    /// The period that its own words say.
    pub fn stated_period(&self) -> Option<ClaimPeriod> {
        self.period.filter(|period| period.origin.is_stated())
    }
}

/// How a figure stands to the others of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Standing {
    /// It speaks for itself.
    #[default]
    Own,
    /// A part of another figure: behind "including", before "of this amount", "of whom".
    Part,
    /// One person told of by name, pronoun or "the" in a text that counts nobody: likely the toll, but not said to be.
    Named,
    /// It was so once: "initially", "previously".
    Former,
}

/// Whether a figure states what is, or what someone wants, promises or guesses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Modality {
    /// It has happened or is so.
    #[default]
    Actual,
    /// A plan, goal, expectation.
    Planned,
    /// A pledge or commitment.
    Pledged,
    /// A forecast or an estimated cost.
    Estimated,
}

impl Modality {
    /// Its name in the machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Planned => "planned",
            Self::Pledged => "pledged",
            Self::Estimated => "estimated",
        }
    }
}
