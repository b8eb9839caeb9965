//! figlint reads a text, finds every figure with its unit, hedge and dates, works out what it is about, and says where
//! it cannot be true.
pub mod check;
pub mod claim;
pub mod cli;
pub mod config;
pub mod diff;
pub mod document;
pub mod fix;
pub mod lint;
pub mod period;
pub mod quantity;
pub mod reference;
pub mod report;
pub mod rule;
pub mod server;
pub mod span;
pub mod token;
pub mod verdict;
pub mod vocabulary;
