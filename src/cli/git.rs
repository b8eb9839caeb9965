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

/// The repository of the current folder, and the commit that it is compared with.
#[derive(Debug)]
pub(super) struct Since {
    /// The top folder, absolute.
    pub(super) top: PathBuf,
    base: String,
}

/// A file that was changed, by its paths relative to the top folder, with `/`; none where it was not there.
#[derive(Clone, Debug)]
pub(super) struct ChangedFile {
    pub(super) old: Option<String>,
    pub(super) new: Option<String>,
}

/// Whatever the user's settings say, the diff has one form.
const FORM: [&str; 10] = [
    "-c",
    "core.quotePath=false",
    "diff",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--text",
    "--find-renames",
    "--no-relative",
    "--ignore-submodules",
];

impl Since {
    /// Of two branches that went on after they parted, what the other one changed is not counted: texts are compared
    /// with the commit from which both come.
    pub(super) fn revision(revision: &str) -> Result<Self, GitError> {
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
        Ok(Self { top, base })
    }

    /// The lines that were changed.
    pub(super) fn lines(&self) -> Result<Changed, GitError> {
        let form = ["-U0", "--inter-hunk-context=0", "--src-prefix=a/", "--dst-prefix=b/"];
        let diff = self.ask(&[&FORM[..], &form, &[&self.base, "--"]].concat())?;
        let tracked = self.ask(&["ls-files", "-z"])?;
        Ok(Changed::new(&diff, &tracked))
    }

    /// The files that were changed.
    pub(super) fn files(&self) -> Result<Vec<ChangedFile>, GitError> {
        let out = self.ask(&[&FORM[..], &["--name-status", "-z", &self.base, "--"]].concat())?;
        let mut fields = out.split(|&byte| byte == 0).map(|field| String::from_utf8_lossy(field).into_owned());
        let mut files = Vec::new();
        while let (Some(status), Some(path)) = (fields.next(), fields.next()) {
            files.push(match status.chars().next() {
                Some('A') => ChangedFile { old: None, new: Some(path) },
                Some('D') => ChangedFile { old: Some(path), new: None },
                Some('R' | 'C') => ChangedFile { old: Some(path), new: fields.next() },
                _ => ChangedFile { old: Some(path.clone()), new: Some(path) },
            });
        }
        Ok(files)
    }

    /// The bytes of a file before it was changed.
    pub(super) fn before(&self, path: &str) -> Result<Vec<u8>, GitError> {
        self.ask(&["cat-file", "blob", &format!("{}:{path}", self.base)])
    }

    fn ask(&self, arguments: &[&str]) -> Result<Vec<u8>, GitError> {
        succeeded(git(&self.top, arguments)?)
    }
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
