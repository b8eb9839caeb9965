//! The second step of `action.yml`, run as a runner of GitHub runs it: bash with `-e` and `pipefail`, the inputs as
//! variables of the environment, a folder for temporary files, a file for the summary.

#![cfg(unix)]

use std::process::{Command, Output};

use crate::known::{git, repository};
use crate::project::{Project, SUM, WEEKDAY, path_with_figlint};

/// The script of the last step: what stands deeper than its `run: |`.
fn script() -> String {
    let action = include_str!("../../action.yml");
    let (_, body) = action.rsplit_once("      run: |\n").expect("the last step runs a script");
    body.lines().map(|line| line.strip_prefix("        ").unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

fn step(project: &Project, inputs: [(&str, &str); 4]) -> Output {
    let temporary = project.root().join(".git/runner");
    std::fs::create_dir_all(&temporary).expect("a folder for the test");
    Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &script()])
        .current_dir(project.root())
        .env("PATH", path_with_figlint())
        .env("RUNNER_TEMP", &temporary)
        .env("GITHUB_STEP_SUMMARY", temporary.join("summary.md"))
        .envs(inputs)
        .output()
        .expect("bash runs")
}

/// Runs the step; returns its exit code and the paths of the errors that it annotates.
fn annotated(project: &Project, paths: &str, args: &str, new_only: &str, since: &str) -> (Option<i32>, Vec<String>) {
    let run = step(project, [("PATHS", paths), ("ARGS", args), ("NEW_ONLY", new_only), ("SINCE", since)]);
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
