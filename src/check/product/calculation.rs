//! A calculation that a sentence makes, with both intervals of every figure in it.

use rust_decimal::Decimal;

use crate::check::compare::Figure;
use crate::check::rate::{computable, rounding};
use crate::claim::Claim;
use crate::quantity::{Interval, Widths};

/// A number with both intervals.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    pub nominal: Decimal,
    pub soft: Interval,
    pub hard: Interval,
}

impl Term {
    pub(super) fn of(claim: &Claim, widths: &Widths) -> Option<Self> {
        let meaning = Figure::of(&claim.quantity, widths)?.meaning;
        Some(Self { nominal: computable(claim)?, soft: meaning.soft, hard: meaning.hard? })
    }

    /// A figure that was calculated: at least half its last written place to either side.
    pub(super) fn rounded(claim: &Claim, widths: &Widths) -> Option<Self> {
        let term = Self::of(claim, widths)?;
        let wide = Interval::around(term.nominal, rounding(claim))?;
        Some(Self { soft: term.soft.cover(&wide), hard: term.hard.cover(&wide), ..term })
    }

    pub(super) fn factor((interval, nominal): (Interval, Decimal)) -> Self {
        Self { nominal, soft: interval, hard: interval }
    }

    pub(super) fn by(self, other: Self) -> Option<Self> {
        Some(Self {
            nominal: self.nominal.checked_mul(other.nominal)?,
            soft: self.soft.by(&other.soft)?,
            hard: self.hard.by(&other.hard)?,
        })
    }

    pub(super) fn over(self, other: Self) -> Option<Self> {
        Some(Self {
            nominal: self.nominal.checked_div(other.nominal)?,
            soft: self.soft.over(&other.soft)?,
            hard: self.hard.over(&other.hard)?,
        })
    }
}

/// How surely a figure is what the others make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// The words leave no doubt.
    Sure,
    /// What "or" joins can be another offer, unless the two are near each other or apart by a slip.
    Offered,
    /// Other money may be in it: wrong only where a slip explains the difference.
    Loose,
}

/// A calculation that the sentence makes.
#[derive(Debug)]
pub(super) struct Calculation<'r> {
    pub stated: &'r Claim,
    pub computed: Term,
    /// "200 × $50".
    pub working: String,
    pub certainty: Certainty,
    pub from: Vec<&'r Claim>,
}

impl<'r> Calculation<'r> {
    /// A calculation whose words leave a doubt, as most do.
    pub(super) fn offered(stated: &'r Claim, computed: Term, working: String, from: Vec<&'r Claim>) -> Self {
        Self { stated, computed, working, certainty: Certainty::Offered, from }
    }
}
