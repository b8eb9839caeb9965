//! The command line: the only part that knows arguments, the terminal, the current directory and the environment.

mod args;
mod check;
mod completions;
mod diff;
mod discover;
mod explain;
mod extract;
mod facts;
mod git;
mod in_order;
mod init;
mod known;
mod linter;
mod lists;
mod mend;
mod paths;
mod progress;
mod reports;
mod schema;
mod server;
mod session;
mod settings;
mod setup;
mod test;
mod watch;

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use clap::error::{ContextKind, ContextValue};

use args::{Args, Command, Reading};
use session::Session;

/// What a run says in the end, as exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// Nothing to fail for.
    Clean = 0,
    /// Findings at or above `--fail-on`.
    Found = 1,
    /// Usage, configuration, rule files, reference sets, input or output.
    Failed = 2,
}

/// What is called as `figlint draft.md` is told of `figlint check`.
fn tell_of_check(error: &clap::Error) {
    if let Some(ContextValue::String(name)) = error.get(ContextKind::InvalidSubcommand)
        && (Reading::is_stdin(Path::new(name)) || Path::new(name).exists())
    {
        let _ = writeln!(io::stderr(), "\n  tip: to check it, write `figlint check {name}`");
    }
}

/// The whole program.
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // A closed pipe behind `--help` is no reason to complain.
            let _ = error.print();
            tell_of_check(&error);
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let mut session = Session::new(&args.shared);
    let status = match &args.command {
        Command::Check(check) => check::run(&mut session, &args.shared, check),
        Command::Diff(diff) => diff::run(&mut session, &args.shared, diff),
        Command::Extract(extract) => extract::run(&mut session, &args.shared, extract),
        Command::Facts(facts) => facts::run(&mut session, &args.shared, facts),
        Command::Server(server) => server::run(&args.shared, server),
        Command::Test(test) => test::run(&mut session, &args.shared, test),
        Command::Explain(explain) => explain::explain(&mut session, &args.shared, explain),
        Command::Rules => explain::rules(&mut session, &args.shared),
        Command::Measures(list) => lists::measures(&mut session, &args.shared, list),
        Command::Units(list) => lists::units(&mut session, list),
        Command::Init(args) => init::run(&mut session, args),
        Command::Schema(args) => schema::run(&mut session, args),
        Command::Completions(args) => completions::completions(&mut session, args),
        Command::Man => completions::man(&mut session),
    };
    ExitCode::from(session.finish(status) as u8)
}
