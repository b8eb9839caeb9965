//! The program as its users run it: exit codes, outputs, and what happens with bad input.

mod action;
mod bad_input;
mod diff;
mod exit_codes;
mod extract;
mod fuzz;
mod json_schema;
mod key_pages;
mod known;
mod layering;
mod machine;
mod mend;
mod neovim;
mod pages;
mod positions;
mod project;
mod report_schemas;
mod reports;
mod rule_pages;
mod rules;
mod schema;
mod server;
mod sets;
mod settings;
mod watch;
mod xml_schema;
