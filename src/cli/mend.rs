//! `--fix`, `--unsafe-fixes` and `--diff`: what was found is mended, in the files or as a diff, and what was mended is
//! said.

use std::io::{self, Write};

use clap::Args as ClapArgs;

use super::session::Session;
use crate::fix::{Fate, Fixed, Given, Mended, Tally, fate, replace, tally, unified, until_stable};
use crate::lint::{Content, Linter, Outcome, Text};
use crate::report::{count, ways};
use crate::verdict::ByHand;

/// Rounds after which fixes that bring each other back are left alone.
const ROUNDS: usize = 10;
/// Fixes that are told one by one; the rest is counted.
const TOLD: usize = 50;

/// The arguments.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Mending")]
pub(super) struct MendArgs {
    /// Mend in the texts what can be mended without changing their meaning, and report what is left
    #[arg(long, conflicts_with_all = ["write_baseline", "show_files", "show_settings"])]
    pub(super) fix: bool,
    /// Mend also where another figure, word or date comes into the text: with `--fix`, or with `--diff` to look first
    #[arg(long)]
    pub(super) unsafe_fixes: bool,
    /// Print what `--fix` would change as a unified diff, and change nothing; exit with 1 if there is something
    #[arg(long, conflicts_with_all = ["write_baseline", "show_files", "show_settings"])]
    pub(super) diff: bool,
}

impl MendArgs {
    /// Whether texts are to be mended at all.
    pub(super) fn wanted(&self) -> bool {
        self.fix || self.diff
    }
}

/// Mends the texts in memory. `outcome` is what was found in them, and becomes what is left. With changed lines only
/// (`narrow`), one round: lines that later rounds touch may be others.
pub(super) fn mend(
    args: &MendArgs,
    narrow: bool,
    linter: &Linter,
    texts: &mut [Text],
    outcome: &mut Outcome,
) -> Mended {
    let given = Given { unsafe_too: args.unsafe_fixes, rounds: if narrow { 1 } else { ROUNDS } };
    until_stable(texts, outcome, given, |texts| linter.lint(texts))
}

/// Prints the changes as a diff; whether there are any. `left` is what would be found then.
pub(super) fn print_diff(
    session: &mut Session,
    args: &MendArgs,
    texts: &[Text],
    mended: &Mended,
    left: &Outcome,
) -> bool {
    refused(session, mended);
    session.print(|_, out| {
        for changed in &mended.changed {
            out.write_all(unified(&texts[changed.index].path, &changed.before, &changed.after).as_bytes())?;
        }
        Ok(())
    });
    let (fixes, files) = (mended.fixed.len() as u64, mended.changed.len() as u64);
    if fixes > 0 {
        session.tell(&format!(
            "Would mend {} in {}.",
            count(fixes, "finding", "findings"),
            count(files, "text", "texts")
        ));
    }
    let not_safe = if args.unsafe_fixes { 0 } else { tally(&left.findings).not_safe };
    if not_safe > 0 {
        session
            .tell(&format!("With `--unsafe-fixes` it would mend {not_safe}{}.", if fixes > 0 { " more" } else { "" }));
    }
    !mended.changed.is_empty()
}

/// Writes the mended texts back, standard input to standard output. A file that cannot be written stays as it was, and
/// so does its text; whether there is one.
pub(super) fn write(session: &mut Session, texts: &mut [Text], files: &[Content], mended: &mut Mended) -> bool {
    refused(session, mended);
    let mut failed = Vec::new();
    for changed in &mended.changed {
        let text = &mut texts[changed.index];
        if let Content::File(path) = &files[changed.index]
            && let Err(error) = replace(path, &changed.after)
        {
            session.error(&format!("{} cannot be mended: {error}", text.path), None);
            text.content = Content::Bytes(changed.before.clone());
            failed.push(text.path.clone());
        } else {
            session.sources.keep_bytes(&text.path, &changed.after);
        }
    }
    mended.fixed.retain(|fixed| !failed.contains(&fixed.path));
    mended.changed.retain(|changed| !failed.contains(&texts[changed.index].path));
    for (text, content) in texts.iter().zip(files) {
        if let (Content::Bytes(after), Content::Bytes(_)) = (&text.content, content) {
            session.print(|_, out| out.write_all(after));
        }
    }
    !failed.is_empty()
}

/// Texts whose edits could not be made.
fn refused(session: &mut Session, mended: &Mended) {
    for (path, why) in &mended.refused {
        session.error(&format!("{path} cannot be mended: {why}"), None);
    }
}

/// Says what was mended, and what only an editor can.
pub(super) fn tell(session: &mut Session, mended: &Mended, outcome: &Outcome) {
    let left: Vec<_> = outcome
        .findings
        .iter()
        .filter_map(|finding| match fate(finding, true) {
            Fate::ByHand(why) => Some((finding, why)),
            _ => None,
        })
        .collect();
    let all = mended.fixed.len() + outcome.findings.len();
    if !mended.fixed.is_empty() {
        session.tell(&format!("Mended {} of {}:", mended.fixed.len(), count(all as u64, "finding", "findings")));
    }
    for fixed in mended.fixed.iter().take(TOLD) {
        session.tell(&format!("  {}", line(fixed)));
    }
    if mended.fixed.len() > TOLD {
        session.tell(&format!("  and {} more", mended.fixed.len() - TOLD));
    }
    if !left.is_empty() {
        session.tell("Left to you:");
    }
    for (finding, why) in left.iter().take(TOLD) {
        let ways = finding.fix.as_ref().map(ways).unwrap_or_default();
        let why = if *why == ByHand::Quoted { " (in a quotation)" } else { "" };
        let (path, line) = (finding.primary.shown_path(), finding.primary.start.line);
        session.tell(&format!("  {path}:{line} {}: {ways}{why}", finding.rule));
    }
    if !mended.settled {
        session.warn(&format!("after {ROUNDS} rounds there was still something to mend; look at the texts"));
    }
}

fn line(fixed: &Fixed) -> String {
    let now = if fixed.now.is_empty() { "removed" } else { &fixed.now };
    format!("{}:{} {}: {} -> {now}", fixed.path, fixed.line, fixed.rule, fixed.was)
}

/// The last line of the human report: how many findings have a fix.
pub(super) fn fixable(outcome: &Outcome, args: &MendArgs, out: &mut dyn Write) -> io::Result<()> {
    let Tally { safe, not_safe, by_hand } = tally(&outcome.findings);
    let mut parts = Vec::new();
    if args.unsafe_fixes && safe + not_safe > 0 {
        parts.push(format!("{} with `--fix --unsafe-fixes`", safe + not_safe));
    } else {
        if safe > 0 {
            parts.push(format!("{safe} with `--fix`"));
        }
        if not_safe > 0 {
            parts.push(format!("{not_safe}{} with `--fix --unsafe-fixes`", if safe > 0 { " more" } else { "" }));
        }
    }
    if by_hand > 0 {
        parts.push(format!("{by_hand} by a choice that is yours"));
    }
    if parts.is_empty() { Ok(()) } else { writeln!(out, "Can be mended: {}.", parts.join(", ")) }
}
