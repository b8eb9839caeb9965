//! One run: what the outputs can show, and everything that goes wrong on the way.

use std::io::{self, BufWriter, ErrorKind, IsTerminal, StdoutLock, Write};
use std::path::{Path, PathBuf};

use super::Status;
use super::args::{Color, Shared};
use crate::lint::TextError;
use crate::report::{Human, Look, Notice, Sources};
use crate::rule::Fault;
use crate::verdict::{Severity, nearest};

/// Prints notices as they come and remembers whether one was an error.
#[derive(Debug)]
pub(super) struct Session {
    /// What standard output can show.
    pub(super) look: Look,
    /// Texts for snippets.
    pub(super) sources: Sources,
    /// No closing lines.
    pub(super) quiet: bool,
    verbose: bool,
    /// The folder in which a search for the configuration begins, as paths begin that are shown: empty for the current
    /// one.
    pub(super) here: PathBuf,
    notices: Human,
    /// What was told, where nothing is printed.
    collected: Option<Vec<Notice>>,
    failed: bool,
}

/// What helps where no name of a rule is like the wrong one.
pub(super) const ALL_RULES: &str = "`figlint rules` lists them all";

/// Where a width is not known: wide enough for a sentence, narrow enough for a mail.
const DEFAULT_WIDTH: usize = 100;
/// Below this nothing can be drawn.
const NARROWEST: usize = 40;
/// Longer lines are not read any more.
const WIDEST: usize = 140;

impl Session {
    pub(super) fn new(shared: &Shared) -> Self {
        let look = |terminal: bool| {
            let unicode = terminal || shared.color == Color::Always;
            Look {
                color: match shared.color {
                    Color::Always => true,
                    Color::Never => false,
                    Color::Auto => terminal && wants_color(),
                },
                unicode,
                width: if terminal { width() } else { DEFAULT_WIDTH },
            }
        };
        Self {
            look: look(io::stdout().is_terminal()),
            sources: Sources::default(),
            quiet: shared.quiet,
            verbose: shared.verbose,
            here: PathBuf::new(),
            notices: Human::new(look(io::stderr().is_terminal())),
            collected: None,
            failed: false,
        }
    }

    /// A session in an absolute folder that prints nothing: what it would tell is handed over in the end.
    pub(super) fn collecting(shared: &Shared, here: &Path) -> Self {
        Self { here: here.to_owned(), collected: Some(Vec::new()), ..Self::new(shared) }
    }

    /// What a collecting session was told.
    pub(super) fn collected(self) -> Vec<Notice> {
        self.collected.unwrap_or_default()
    }

    /// Says what is used, with `-v`.
    pub(super) fn say(&self, line: &str) {
        if self.verbose {
            let _ = writeln!(io::stderr(), "{line}");
        }
    }

    /// Says something on standard error, without `-q`.
    pub(super) fn tell(&self, line: &str) {
        if !self.quiet {
            let _ = writeln!(io::stderr(), "{line}");
        }
    }

    /// Prints a notice; an error makes the exit code 2.
    pub(super) fn notice(&mut self, notice: &Notice) {
        self.failed |= notice.severity == Severity::Error;
        if let Some(collected) = &mut self.collected {
            collected.push(notice.clone());
            return;
        }
        let mut out = Vec::new();
        let drawn = self.notices.notice(notice, &mut self.sources, &mut out);
        // There is nobody left to tell when standard error is closed.
        let _ = drawn.and_then(|()| io::stderr().write_all(&out));
    }

    /// An error without a place.
    pub(super) fn error(&mut self, message: &dyn std::fmt::Display, help: Option<&str>) {
        self.notice(&Notice {
            severity: Severity::Error,
            message: message.to_string(),
            help: help.map(str::to_owned),
            place: None,
        });
    }

    /// A name that is none of the `known` ones, with the one that was probably meant.
    pub(super) fn unknown<'a>(&mut self, kind: &str, name: &str, known: impl IntoIterator<Item = &'a str>, all: &str) {
        let help = nearest(name, known).map_or_else(|| all.to_owned(), |near| format!("did you mean `{near}`?"));
        self.error(&format!("there is no {kind} `{name}`"), Some(&help));
    }

    /// Whether something went wrong so far.
    pub(super) fn has_failed(&self) -> bool {
        self.failed
    }

    /// Something without a place that the user should know of and that stops nothing.
    pub(super) fn warn(&mut self, message: &str) {
        let message = message.to_owned();
        self.notice(&Notice { severity: Severity::Warning, message, help: None, place: None });
    }

    /// A text that cannot be read.
    pub(super) fn text_error(&mut self, error: &TextError) {
        self.notice(&Notice {
            severity: Severity::Error,
            message: error.to_string(),
            help: None,
            place: error.place().cloned(),
        });
    }

    /// A fault of a rule file or configuration.
    pub(super) fn fault(&mut self, fault: &Fault, severity: Severity) {
        self.notice(&Notice {
            severity,
            message: fault.to_string(),
            help: fault.kind.help(),
            place: Some(fault.place.clone()),
        });
    }

    /// Lets a command write to standard output. A pipe that was closed is silent.
    pub(super) fn print(
        &mut self,
        write: impl FnOnce(&mut Self, &mut BufWriter<StdoutLock<'static>>) -> io::Result<()>,
    ) {
        let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
        let written = write(self, &mut out).and_then(|()| out.flush());
        if let Err(error) = written {
            // What is left in the buffer cannot be written either.
            let _ = out.into_parts();
            if error.kind() != ErrorKind::BrokenPipe {
                self.error(&format!("standard output cannot be written: {error}"), None);
            }
        }
    }

    /// The exit code: an error on the way goes before everything that was found.
    pub(super) fn finish(&self, status: Status) -> Status {
        if self.failed { Status::Failed } else { status }
    }
}

/// <https://no-color.org>: any value but the empty one.
fn wants_color() -> bool {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    set("NO_COLOR").is_none() && set("TERM").is_none_or(|term| term != "dumb")
}

fn width() -> usize {
    let found = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    found.unwrap_or(DEFAULT_WIDTH).clamp(NARROWEST, WIDEST)
}
