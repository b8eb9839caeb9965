//! Fixing: which of the fixes that findings carry are applied, to which bytes, and round after round until nothing is
//! left to do. Nothing is written before that: a text is changed in memory, and its file replaced once.

mod apply;
mod choose;
mod diff;
mod replace;
mod rounds;

pub use apply::{ApplyError, apply};
pub use choose::{Fate, Tally, fate, tally, together};
pub use diff::unified;
pub use replace::{ReplaceError, replace};
pub use rounds::{Changed, Fixed, Given, Mended, until_stable};

#[cfg(test)]
mod tests;
