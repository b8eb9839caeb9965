//! What git says of the folder: asked of the program itself, which knows every kind of repository.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::paths::absolute;
use crate::lint::Changed;

/// Why git could not say what was changed.
#[derive(Debug, thiserror::Error)]
pub(super) enum GitError {
    /// There is no git, or it does not start.
    #[error("`--since` asks git, and git cannot be started: {0}")]
    Missing(std::io::Error),
    /// The folder belongs to no repository.
    #[error("`--since` needs a git repository, and this folder lies in none")]
    NoRepository,
    /// Git does not know the revision.
    #[error("git knows no revision `{0}`")]
    UnknownRevision(String),
    /// Anything else.
    #[error("git says: {0}")]
    Failed(String),
}

impl GitError {
    /// What would help.
    pub(super) fn help(&self) -> Option<&'static str> {
        match self {
            Self::UnknownRevision(_) => Some(
                "name a commit, branch or tag; where only the last commit was fetched, as is usual in CI, fetch the others first",
            ),
            _ => None,
        }
    }
}

/// The lines that were changed since a revision, and the top folder of the repository.
///
/// Of two branches that went on after they parted, what the other one changed is not counted: lines are compared with
/// the commit from which both come.
pub(super) fn changed_since(revision: &str) -> Result<(Changed, PathBuf), GitError> {
    let here = Path::new(".");
    let up = git(here, &["rev-parse", "--show-cdup"])?;
    if !up.status.success() {
        return Err(GitError::NoRepository);
    }
    let top = absolute(&here.join(line(&up)));
    let commit = format!("{revision}^{{commit}}");
    let found = git(here, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit])?;
    if !found.status.success() {
        return Err(GitError::UnknownRevision(revision.to_owned()));
    }
    let found = line(&found);
    let parting = git(here, &["merge-base", &found, "HEAD"])?;
    let base = if parting.status.success() { line(&parting) } else { found };
    // Whatever the user's settings say, the diff has one form.
    let form =
        ["-U0", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--find-renames", "--inter-hunk-context=0"];
    let names = ["--src-prefix=a/", "--dst-prefix=b/", "--no-relative", "--ignore-submodules"];
    let arguments = [&["-c", "core.quotePath=false", "diff"][..], &form, &names, &[&base, "--"]].concat();
    let diff = succeeded(git(&top, &arguments)?)?;
    let tracked = succeeded(git(&top, &["ls-files", "-z"])?)?;
    Ok((Changed::new(&diff, &tracked), top))
}

fn git(folder: &Path, arguments: &[&str]) -> Result<Output, GitError> {
    Command::new("git").arg("-C").arg(folder).args(arguments).output().map_err(GitError::Missing)
}

fn line(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).trim_end_matches(['\r', '\n']).to_owned()
}

fn succeeded(output: Output) -> Result<Vec<u8>, GitError> {
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(GitError::Failed(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
}
