//! What checks say of claims: passed with the working, failed, or not checked with the reason; and the finding that a
//! failed verdict becomes for people.

mod finding;
mod fix;
mod nearest;
mod place;

pub use finding::{Confidence, Finding, Label, Severity};
pub use fix::{Alternative, ByHand, Edit, Fix};
pub use nearest::nearest;
pub use place::Place;

/// What a check says of one claim or of one relation between claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Where the figure stands that the verdict is about.
    pub primary: Place,
    /// What the check says.
    pub outcome: Outcome,
}

/// The three things a check can say.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// The figure was looked at and holds.
    Passed {
        /// The working: "7.6 + 5 + 2.4 + 4 = 19, stated 19".
        calculation: String,
        /// In words, what it was held against.
        message: String,
        /// The other places.
        labels: Vec<Label>,
    },
    /// It does not hold.
    Failed(Box<Failure>),
    /// It could not be held against anything.
    NotChecked(Reason),
}

/// Why a verdict failed. Becomes a [`Finding`] when its rule adds id and severity.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// Outside the hard interval, or of the soft one only.
    pub mismatch: Mismatch,
    /// How sure it is that the two figures are the same quantity.
    pub confidence: Confidence,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What the editor can do.
    pub help: Option<String>,
    /// What the primary place shows.
    pub primary_label: String,
    /// The other places.
    pub labels: Vec<Label>,
    /// The working.
    pub calculation: Option<String>,
    /// The likely reason in a sentence.
    pub cause: Option<String>,
    /// What would mend it.
    pub fix: Option<Fix>,
}

impl Failure {
    /// One that leaves no doubt, of which nothing more is known than a sentence.
    pub fn certain(message: String) -> Self {
        Self {
            mismatch: Mismatch::Hard,
            confidence: Confidence::High,
            message,
            help: None,
            primary_label: String::new(),
            labels: Vec::new(),
            calculation: None,
            cause: None,
            fix: None,
        }
    }
}

/// How far two figures are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// Outside the hard interval: the rule's own severity.
    Hard,
    /// Outside the soft interval only: one severity lower.
    Soft,
    /// Above an "up to", which promises nothing: information at most.
    Note,
}

/// Why a figure was not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The text has no date, so relative dates and weekdays stay open.
    NoDate,
    /// The vocabulary does not know what the figure is about.
    NoMeasure,
    /// No fact of the reference set has this measure and context.
    NoFact,
    /// A fact matches but for the period, which the text does not state.
    NoPeriod,
    /// Another place, body or event stands nearer to the figure.
    Rival,
    /// It is planned, pledged or estimated, and nothing of that kind is known.
    Modality,
    /// The parts or the base of the calculation are not in the text.
    NoBase,
    /// The text gives the fact's figure elsewhere; this one counts some of the same people.
    CountsSome,
    /// A correction quotes the figure that was wrong.
    TakenBack,
    /// Vague figures are compared with nothing.
    Vague,
    /// The arithmetic went over 28 digits.
    TooLarge,
}

impl Reason {
    /// The one that tells an editor more: what stood in the way last.
    #[must_use]
    pub fn max_telling(self, other: Self) -> Self {
        if self == Self::NoFact { other } else { self }
    }

    /// Its name in the machine formats.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoDate => "no_date",
            Self::NoMeasure => "no_measure",
            Self::NoFact => "no_fact",
            Self::NoPeriod => "no_period",
            Self::Rival => "rival",
            Self::Modality => "modality",
            Self::NoBase => "no_base",
            Self::CountsSome => "counts_some",
            Self::TakenBack => "taken_back",
            Self::Vague => "vague",
            Self::TooLarge => "too_large",
        }
    }

    /// For the closing lines, behind a number: "10 without a fact in the reference set".
    pub fn text(self) -> &'static str {
        match self {
            Self::NoDate => "for want of the text’s date (give --date)",
            Self::NoMeasure => "about something figlint does not know",
            Self::NoFact => "without a fact in the reference set",
            Self::NoPeriod => "without a period in the text",
            Self::Rival => "nearer to another place, body or event",
            Self::Modality => "planned, pledged or estimated",
            Self::NoBase => "without the other figures of the calculation",
            Self::CountsSome => "counting some of the people of a checked figure",
            Self::TakenBack => "quoted in a correction",
            Self::Vague => "too vague to compare",
            Self::TooLarge => "too large to calculate with",
        }
    }
}
