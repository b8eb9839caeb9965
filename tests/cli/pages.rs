//! What the pages show is what the program prints: every `$ ` line of a ```console block in README.md and docs/*.md is
//! run, and what follows it is compared. `FIGLINT_BLESS=1 cargo test` writes what is printed now into the pages.
//!
//! A block runs in a folder of its own that holds `examples/` and nothing else, with the built binary as `figlint`;
//! `cargo run --release --quiet --` is that binary too. Standard output and standard error are shown as they come.

#![cfg(unix)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::project::{Project, path_with_figlint};

/// What the README shows for building and running in one go.
const CARGO_RUN: &str = "cargo run --release --quiet --";
/// The one command for all tests; `.ci/run` runs the same.
const CARGO_TEST: &str = "cargo test";

/// The repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Whether pages are to be written instead of compared.
pub(crate) fn bless() -> bool {
    std::env::var_os("FIGLINT_BLESS").is_some_and(|value| value == "1")
}

/// Compares a page with what it should be, or writes it.
#[track_caller]
pub(crate) fn page(path: &Path, wanted: &str) {
    let there = std::fs::read_to_string(path).unwrap_or_default();
    if there == wanted {
        return;
    }
    if bless() {
        std::fs::write(path, wanted).expect("the page can be written");
        return;
    }
    let difference = similar::TextDiff::from_lines(&*there, wanted);
    let difference = difference.unified_diff().header("the page", "as it should be").to_string();
    panic!("{} is out of date; FIGLINT_BLESS=1 cargo test writes it\n{difference}", path.display());
}

/// Every page whose console blocks are run.
fn pages() -> Vec<PathBuf> {
    let docs = std::fs::read_dir(root().join("docs")).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut pages: Vec<PathBuf> = docs.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect();
    pages.push(root().join("README.md"));
    pages.sort();
    pages
}

/// The repository as a block sees it.
fn copy() -> Project {
    let project = Project::new(&[]);
    for entry in ignore::WalkBuilder::new(root().join("examples")).build().flatten() {
        if entry.file_type().is_some_and(|kind| kind.is_file()) {
            let path = entry.path().strip_prefix(root()).expect("it lies in the repository");
            project.write(&path.to_string_lossy(), &std::fs::read(entry.path()).expect("an example is read"));
        }
    }
    project
}

/// What a command prints in a folder.
fn printed(command: &str, folder: &Path) -> String {
    if command == CARGO_TEST {
        // It would run itself; that `.ci/run` runs it is another test.
        return String::new();
    }
    let script = format!("exec 2>&1\n{}", command.replace(CARGO_RUN, "figlint"));
    let output = Command::new("sh")
        .args(["-c", &script])
        .current_dir(folder)
        .env("PATH", path_with_figlint())
        .env_remove("NO_COLOR")
        .env_remove("COLUMNS")
        .stdin(Stdio::null())
        .output()
        .expect("sh runs");
    String::from_utf8(output.stdout).expect("figlint prints UTF-8")
}

/// The page with what its commands print now.
fn refreshed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut block: Option<Project> = None;
    for line in text.lines() {
        if line.starts_with("```") {
            block = (line == "```console").then(copy);
        } else if let Some(project) = &block {
            if let Some(command) = line.strip_prefix("$ ") {
                out.push_str(line);
                out.push('\n');
                for printed in printed(command, project.root()).lines() {
                    out.push_str(printed.trim_end());
                    out.push('\n');
                }
            }
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[test]
fn every_console_block_shows_what_is_printed() {
    for path in pages() {
        let text = std::fs::read_to_string(&path).expect("a page is text");
        page(&path, &refreshed(&text));
    }
}

#[test]
fn the_two_commands_of_the_readme_come_first() {
    let text = std::fs::read_to_string(root().join("README.md")).expect("there is a README");
    let mut commands = text.lines().filter_map(|line| line.strip_prefix("$ "));
    assert!(commands.next().is_some_and(|first| first.starts_with(CARGO_RUN)), "the main job comes first");
    assert_eq!(commands.next(), Some(CARGO_TEST));
}

#[test]
fn the_test_command_of_the_readme_is_the_one_of_ci() {
    // The package that is published carries no `.ci`.
    if let Ok(script) = std::fs::read_to_string(root().join(".ci/run")) {
        assert!(script.lines().any(|line| line.trim() == format!("run {CARGO_TEST}")), "{script}");
    }
}

#[test]
fn the_main_command_finds_the_three_mistakes() {
    let text = std::fs::read_to_string(root().join("README.md")).expect("there is a README");
    let command = text.lines().find_map(|line| line.strip_prefix("$ ")).expect("there is a command");
    let project = copy();
    let found = printed(&format!("{command} --output-format jsonl"), project.root());
    let rules: Vec<serde_json::Value> =
        found.lines().map(|line| serde_json::from_str(line).expect("a finding is JSON")).collect();
    let names: Vec<&str> = rules.iter().filter_map(|finding| finding["rule"].as_str()).collect();
    assert_eq!(names, ["reference-mismatch", "weekday-mismatch", "sum-mismatch"]);
    let cause = rules[0]["cause"].as_str().unwrap_or_default();
    assert!(cause.contains("846") && cause.contains("424") && cause.contains("1,270"), "{cause}");
}
