//! temporary
use super::Quantity;
use crate::token::Tokens;
/// Reads.
pub fn read_quantities(_tokens: Tokens<'_>, _out: &mut Vec<Quantity>) {}
