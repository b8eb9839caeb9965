//! figlint reads a text, finds every figure with its unit, hedge and dates, works out what it is about, and says where
//! it cannot be true.
pub mod document;
pub mod period;
pub mod span;
pub mod token;
