//! figlint reads a text, finds every figure with its unit, hedge and dates, works out what it is about, and says where
//! it cannot be true.
//!
//! The modules are layers, each of which uses only those before it:
//!
//! - [`span`], [`token`]: bytes of a text, and its words with what the lexicon knows of them;
//! - [`period`], [`quantity`], [`vocabulary`]: dates, figures, and what figures can be about;
//! - [`document`], [`claim`]: a file as blocks of prose, and its figures as statements of something;
//! - [`verdict`], [`mod@reference`], [`check`]: what is said of a claim, the facts that it is held against, and the
//!   algorithms that do so;
//! - [`rule`], [`config`], [`lint`]: which checks run how, and the way of many texts through them to findings;
//! - [`fix`], [`diff`]: what is done about findings, and what an edit left behind;
//! - [`report`], [`server`], [`cli`]: what people, editors and machines see of all this.

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
