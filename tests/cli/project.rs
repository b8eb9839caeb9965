//! A folder with texts, and the program run in it.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use snapbox::cmd::{Command, OutputAssert, cargo_bin};

/// A text with a sum that is wrong.
pub(crate) const SUM: &str = "France gave $3.2 million and Spain $3 million, for a total of $8 million.\n";
/// The same, right.
pub(crate) const SOUND: &str = "France gave $3.2 million and Spain $3 million, for a total of $6.2 million.\n";
/// A text with a weekday that is wrong.
pub(crate) const WEEKDAY: &str = "The council met on Monday, 2 January 2024.\n";

/// A folder of its own that goes when the test ends.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("figlint-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let root = std::env::temp_dir().join(name);
        let project = Self { root };
        // The search for a configuration ends here.
        std::fs::create_dir_all(project.root.join(".git")).expect("a folder for the test");
        for (path, text) in files {
            project.write(path, text.as_bytes());
        }
        project
    }

    pub(crate) fn root(&self) -> &std::path::Path {
        &self.root
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.root.join(path);
        let folder = path.parent().expect("a file lies in a folder");
        std::fs::create_dir_all(folder).expect("a folder for the test");
        std::fs::write(path, bytes).expect("a file for the test");
    }

    /// A run with these arguments, split at spaces.
    pub(crate) fn run(&self, args: &str) -> OutputAssert {
        self.run_with(args, "")
    }

    /// The same in a folder below.
    pub(crate) fn run_in(&self, folder: &str, args: &str) -> OutputAssert {
        Command::new(cargo_bin!("figlint"))
            .current_dir(self.root.join(folder))
            .env_remove("NO_COLOR")
            .env_remove("GITHUB_STEP_SUMMARY")
            .args(args.split_whitespace())
            .assert()
    }

    /// The same with a text on standard input.
    pub(crate) fn run_with(&self, args: &str, stdin: &str) -> OutputAssert {
        Command::new(cargo_bin!("figlint"))
            .current_dir(&self.root)
            .env_remove("NO_COLOR")
            .env_remove("GITHUB_STEP_SUMMARY")
            .args(args.split_whitespace())
            .stdin(stdin)
            .assert()
    }
}

impl Drop for Project {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

/// `PATH` with the built program before everything else.
pub(crate) fn path_with_figlint() -> OsString {
    let folder = cargo_bin!("figlint").parent().expect("the program lies in a folder").to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(std::iter::once(folder).chain(std::env::split_paths(&path))).expect("no folder has a colon")
}

/// Standard output of a run.
pub(crate) fn stdout(run: &OutputAssert) -> String {
    String::from_utf8_lossy(&run.get_output().stdout).into_owned()
}

/// Standard error of a run.
pub(crate) fn stderr(run: &OutputAssert) -> String {
    String::from_utf8_lossy(&run.get_output().stderr).into_owned()
}
