//! The progress bar of long runs. Whoever pipes the output, runs in CI or waits less than a second never sees one.

use std::io::{self, IsTerminal};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::session::Session;

/// A run that is over sooner needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// How far a run is, counted by all its threads.
#[derive(Debug)]
pub(super) struct Progress {
    total: u64,
    done: AtomicU64,
    /// None where nobody would see a bar.
    since: Option<Instant>,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// The progress of a run over so many texts.
    pub(super) fn new(session: &Session, texts: usize) -> Self {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let seen = !session.quiet && io::stderr().is_terminal() && !set("CI") && !dumb;
        Self { total: texts as u64, done: AtomicU64::new(0), since: seen.then(Instant::now), bar: OnceLock::new() }
    }

    /// One more text was read.
    pub(super) fn one_more(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.since.is_some_and(|since| since.elapsed() >= PATIENCE) {
            let draw = || {
                let bar = ProgressBar::new(self.total);
                let style = ProgressStyle::with_template("{wide_bar} {pos} of {len} texts");
                if let Ok(style) = style { bar.with_style(style) } else { bar }
            };
            self.bar.get_or_init(draw).set_position(done);
        }
    }

    /// Takes the bar away before anything else is printed.
    pub(super) fn clear(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
