//! Two steps of `action.yml`, run as a runner of GitHub runs them: bash with `-e` and `pipefail`, the inputs as variables
//! of the environment, a folder for temporary files, files for outputs and the summary. The first names what the program is
//! built from, so that it can be kept; the last checks.

#![cfg(unix)]

use std::process::{Command, Output};

use crate::known::{git, repository};
use crate::project::{Project, SUM, WEEKDAY, path_with_figlint};

/// The script of the step with this name: what stands deeper than its `run: |`.
fn script(name: &str) -> String {
    let action = include_str!("../../action.yml");
    let (_, step) = action.split_once(&format!("- name: {name}\n")).expect("there is such a step");
    let (_, body) = step.split_once("      run: |\n").expect("the step runs a script");
    let lines = body.lines().map_while(|line| line.strip_prefix("        ").or(line.is_empty().then_some(line)));
    lines.collect::<Vec<_>>().join("\n")
}

fn step(project: &Project, name: &str, inputs: &[(&str, &str)]) -> Output {
    let temporary = project.root().join(".git/runner");
    std::fs::create_dir_all(&temporary).expect("a folder for the test");
    Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &script(name)])
        .current_dir(project.root())
        .env("PATH", path_with_figlint())
        .env("RUNNER_TEMP", &temporary)
        .env("GITHUB_STEP_SUMMARY", temporary.join("summary.md"))
        .env("GITHUB_OUTPUT", temporary.join("output"))
        .env("GITHUB_PATH", temporary.join("path"))
        .envs(inputs.iter().copied())
        .output()
        .expect("bash runs")
}

/// Runs the step; returns its exit code and the paths of the errors that it annotates.
fn annotated(project: &Project, paths: &str, args: &str, new_only: &str, since: &str) -> (Option<i32>, Vec<String>) {
    let inputs = [("PATHS", paths), ("ARGS", args), ("NEW_ONLY", new_only), ("SINCE", since)];
    let run = step(project, "Check the figures", &inputs);
    let out = String::from_utf8_lossy(&run.stdout).into_owned();
    let file =
        |line: &str| line.strip_prefix("::error file=").and_then(|rest| Some(rest.split_once(',')?.0.to_owned()));
    (run.status.code(), out.lines().filter_map(file).collect())
}

#[test]
fn the_action_reports_what_is_new_or_everything() {
    let project = repository(&[("old.md", SUM), ("briefs/day.md", "Nothing yet.\n")]);
    let found =
        |code: i32, files: &[&str]| (Some(code), files.iter().map(|file| (*file).to_owned()).collect::<Vec<_>>());
    assert_eq!(annotated(&project, ".", "", "true", "HEAD"), found(0, &[]));
    project.write("briefs/day.md", WEEKDAY.as_bytes());
    git(&project, "commit --quiet --all -m day");
    assert_eq!(annotated(&project, ".", "", "true", "HEAD~1"), found(1, &["briefs/day.md"]));
    assert_eq!(annotated(&project, ".", "", "false", "HEAD~1"), found(1, &["briefs/day.md", "old.md"]));
    // The first push of a branch has nothing but zeros before it, a run by hand nothing at all.
    for since in ["", "0000000000000000000000000000000000000000"] {
        assert_eq!(annotated(&project, ".", "", "true", since), found(1, &["briefs/day.md", "old.md"]));
    }
    assert_eq!(annotated(&project, "briefs old.md", "--select arithmetic -q", "false", ""), found(1, &["old.md"]));
    assert_eq!(annotated(&project, ".", "--fail-on never", "false", "").0, Some(0));
    assert_eq!(annotated(&project, "*.md", "", "false", ""), found(2, &[]));
    let summary = std::fs::read_to_string(project.root().join(".git/runner/summary.md")).unwrap_or_default();
    assert!(summary.contains("## figlint") && summary.contains("old.md:1:"), "{summary}");
}

#[test]
fn the_program_is_kept_for_what_it_is_built_from() {
    let files = ["Cargo.toml", "Cargo.lock", "src/main.rs", "rules/calendar/weekday-mismatch.toml", "README.md"];
    let project = Project::new(&files.map(|file| (file, "1\n")));
    let key = |version: &str| {
        let root = project.root().to_string_lossy().into_owned();
        let inputs =
            [("VERSION", version), ("GITHUB_ACTION_PATH", &root), ("RUNNER_OS", "Linux"), ("RUNNER_ARCH", "X64")];
        let run = step(&project, "Name the build", &inputs);
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let output = std::fs::read_to_string(project.root().join(".git/runner/output")).unwrap_or_default();
        output.lines().last().unwrap_or_default().to_owned()
    };
    let first = key("");
    assert!(first.starts_with("key=figlint-Linux-X64-"), "{first}");
    project.write("README.md", b"2\n");
    assert_eq!(key(""), first);
    project.write("rules/calendar/weekday-mismatch.toml", b"2\n");
    assert_ne!(key(""), first);
    assert!(key("0.1.0").ends_with("-0.1.0"));
    let path = std::fs::read_to_string(project.root().join(".git/runner/path")).unwrap_or_default();
    let action = include_str!("../../action.yml");
    assert!(path.lines().all(|line| line.ends_with("/figlint-program/bin")), "{path}");
    assert_eq!(action.matches("path: ${{ runner.temp }}/figlint-program\n").count(), 2);
    assert_eq!(action.matches("--root \"$RUNNER_TEMP/figlint-program\"").count(), 2);
}
