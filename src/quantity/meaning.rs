//! temporary
/// The two intervals.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Meaning {
    /// Outside: an editor should look.
    pub soft: super::Interval,
    /// Outside: the text is wrong. None where nothing is certain.
    pub hard: Option<super::Interval>,
}
/// The table of widths.
#[derive(Clone, Debug, Default)]
pub struct Widths {}
