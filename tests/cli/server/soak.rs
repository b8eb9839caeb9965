//! Ten thousand edits, after which the server must find what a fresh run finds, in no more memory than before.

use serde_json::{Value, json};

use super::client::{Client, uri};
use crate::project::{Project, stdout};

/// Edits in total; every so many of them the server is asked what it finds.
const EDITS: i64 = 10_000;
const ASKED: i64 = 50;

/// A xorshift generator: the same edits in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

const PIECES: [&str; 16] = [
    "31",
    " people",
    "\r\n\r\n",
    "\n",
    "\u{1f30a}",
    "e\u{301}",
    "$5 million",
    ", a total of $13 million",
    "On Monday, 4 March 2025 it shut. ",
    "In March 2024 the storm killed 13 people in Peru. ",
    "<!-- figlint-disable-line -->",
    "rose 20% from 50 to 70",
    "- ",
    "| 4 | 5 |\n",
    "\u{1f468}\u{200d}\u{1f469}",
    ".",
];

const DRAFT: &str = "---\ndate: 2024-05-02\n---\n\nOslo gave $7 million and Lima $5 million, a total of $13 million.\r\n\r\nIn March 2024 the storm killed 31 people in Peru. Sales rose 20% from 50 to 70.\r\n\r\nThe cafe\u{301} \u{1f30a} shut on Monday, 4 March 2025.\r\n";

/// A text that is not open and says otherwise.
const OTHER: &str = "---\ndate: 2024-05-03\n---\nThe storm in Peru killed 48 people in March 2024.\n";

/// The position of a byte, in UTF-16 units.
fn position(text: &str, byte: usize) -> Value {
    let before = &text[..byte];
    let start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let lines = before.matches('\n').count() + before.replace("\r\n", "").matches('\r').count();
    json!({ "line": lines, "character": before[start..].encode_utf16().count() })
}

/// A character boundary that does not part a line end.
fn boundary(text: &str, random: &mut Random) -> usize {
    let at = text.floor_char_boundary(random.below(text.len() + 1));
    if text[..at].ends_with('\r') && text[at..].starts_with('\n') { at - 1 } else { at }
}

#[test]
fn ten_thousand_edits_leave_what_a_fresh_run_finds() {
    let project = Project::new(&[("b.md", OTHER)]);
    let mut client = Client::start(&[project.root()], &json!({ "textDocument": { "diagnostic": {} } }));
    let uri = uri(project.root(), "a.md");
    let mut random = Random(0x5eed);
    let mut text = DRAFT.to_owned();
    client.open(&uri, "markdown", &text);
    let mut memory = Vec::new();
    for version in 2..EDITS + 2 {
        let mut changes = Vec::new();
        for _ in 0..=random.below(3) {
            let start = boundary(&text, &mut random);
            let room = if text.len() > 1200 { 300 } else { 12 };
            let end =
                boundary(&text[..text.ceil_char_boundary((start + room).min(text.len()))], &mut random).max(start);
            let piece = PIECES[random.below(PIECES.len())];
            changes.push(json!({
                "range": { "start": position(&text, start), "end": position(&text, end) },
                "text": piece,
            }));
            text.replace_range(start..end, piece);
        }
        client.change(&uri, version, &changes.into());
        if version % ASKED == 0 {
            client.pull(&uri);
        }
        if version % (EDITS / 10) == 0 {
            memory.extend(resident(client.process()));
        }
    }
    let report = client.request("workspace/diagnostic", &json!({ "previousResultIds": [] }));
    let mut rows = Vec::new();
    for report in report["items"].as_array().into_iter().flatten() {
        let name = report["uri"].as_str().and_then(|uri| uri.rsplit('/').next()).unwrap_or_default();
        for one in report["items"].as_array().into_iter().flatten() {
            rows.push(row(name, &one["range"]["start"], &one["code"], &one["message"]));
        }
    }
    project.write("a.md", text.as_bytes());
    let mut fresh = Vec::new();
    for line in stdout(&project.run("check --output-format jsonl .")).lines() {
        let one: Value = serde_json::from_str(line).expect("it is JSON");
        let name = one["path"].as_str().unwrap_or_default();
        let source = if name == "a.md" { &*text } else { OTHER };
        if one.get("rule").is_some() {
            let start = position(source, one["start"].as_u64().unwrap_or_default() as usize);
            fresh.push(row(name, &start, &one["rule"], &one["message"]));
        }
    }
    assert_eq!(rows, fresh, "{text}");
    assert!(!rows.is_empty(), "the last text shows something: {text}");
    // The first tenth fills caches and the allocator's pages.
    if let (Some(early), Some(late)) = (memory.get(1), memory.last()) {
        assert!(*late < early + early / 4 + 4096, "kilobytes resident: {memory:?}");
    }
}

/// A finding in one line; a diagnostic has the working in further lines of its message.
fn row(name: &str, start: &Value, rule: &Value, message: &Value) -> String {
    let message = message.as_str().and_then(|message| message.lines().next()).unwrap_or_default();
    let rule = rule.as_str().unwrap_or_default();
    format!("{name}:{}:{} {rule}: {message}", start["line"], start["character"])
}

/// Kilobytes of memory that a process has, where the system tells.
fn resident(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
