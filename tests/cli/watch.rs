//! `figlint check --watch` through the program: a file changes, and what that means is said.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::project::{Project, SOUND, SUM, WEEKDAY, stderr};

/// The program at work; it ends with the test.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn start(project: &Project, args: &str) -> Self {
        let mut child = Command::new(snapbox::cmd::cargo_bin("figlint"))
            .args(["check", "--watch"])
            .args(args.split_whitespace())
            .current_dir(project.root())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("figlint starts");
        let out = child.stdout.take().expect("standard output is a pipe");
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        Self { child, lines }
    }

    /// The lines up to one that begins like this.
    fn until(&self, begin: &str) -> Vec<String> {
        let mut lines = Vec::new();
        loop {
            let line = self.lines.recv_timeout(Duration::from_secs(30));
            let line = line.unwrap_or_else(|_| panic!("no line begins with `{begin}`: {lines:#?}"));
            lines.push(line);
            if lines.last().is_some_and(|line| line.starts_with(begin)) {
                return lines;
            }
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn what_changed_is_checked_again() {
    let project = Project::new(&[("a.md", SOUND), ("b.md", WEEKDAY), ("notes/c.txt", "Nothing.\n")]);
    let run = Watching::start(&project, "");
    run.until("Watching 3 texts.");
    project.write("a.md", SUM.as_bytes());
    assert_eq!(
        run.until("Checked").last().map(String::as_str),
        Some("Checked 1 changed text: 1 error. 1 finding elsewhere as before.")
    );
    assert!(run.until("sum-mismatch").len() < 5, "only what is new is told");
    project.write("a.md", SOUND.as_bytes());
    assert_eq!(
        run.until("Checked").last().map(String::as_str),
        Some("Checked 1 changed text: nothing found. 1 finding elsewhere as before.")
    );
    project.write("notes/d.txt", SUM.as_bytes());
    run.until("Checked 1 changed text: 1 error.");
    std::fs::remove_file(project.root().join("b.md")).expect("a file to remove");
    run.until("Checked 1 changed text: nothing found. 1 finding");
}

#[test]
fn what_depends_on_a_change_is_told_too() {
    let toll = |n: &str| {
        format!("---\ndate: 2024-08-01\n---\n\nIn Haiti {n} people were killed from January to March 2024.\n")
    };
    let project = Project::new(&[("a.md", &toll("1,660")), ("b.md", &toll("1,660"))]);
    let run = Watching::start(&project, "--output-format jsonl");
    std::thread::sleep(Duration::from_millis(1500));
    project.write("a.md", toll("1,560").as_bytes());
    let line = run.until("{").pop().unwrap_or_default();
    assert!(line.contains("\"figure-conflict\"") && line.contains("a.md") && line.contains("b.md"), "{line}");
}

#[test]
fn a_changed_configuration_reads_everything_anew() {
    let project = Project::new(&[("a.md", WEEKDAY), ("figlint.toml", "ignore = [\"weekday-mismatch\"]\n")]);
    let run = Watching::start(&project, "");
    run.until("Watching 1 text.");
    project.write("figlint.toml", b"");
    run.until("Checked 1 changed text: 1 error.");
}

#[test]
fn standard_input_cannot_be_watched() {
    let run = Project::new(&[]).run("check --watch -").code(2);
    assert!(stderr(&run).contains("standard input cannot be watched"));
}
