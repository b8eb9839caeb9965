//! How long an editor waits: on a draft of 200 KB, a key is pressed and everything asked that an editor asks after it.
//! Printed are the median and the 99th percentile of each answer, and the memory of the server before and after.

#[expect(dead_code, reason = "the editor of the tests can do more")]
#[path = "../tests/cli/server/client.rs"]
mod client;
mod prose;

use std::io::{self, Write as _};
use std::time::Instant;

use client::Client;
use serde_json::{Value, json};

/// The size of the draft.
const SIZE: usize = 200 << 10;
/// How many keys are pressed; `FIGLINT_KEYS` says otherwise.
const KEYS: usize = 500;
/// The draft.
const URI: &str = "untitled:draft";

fn main() -> io::Result<()> {
    let keys = std::env::var("FIGLINT_KEYS").ok().and_then(|keys| keys.parse().ok()).unwrap_or(KEYS);
    let text = format!("---\ndate: 2024-06-20\n---\n\n{}", prose::prose(SIZE, 7));
    let lines = text.lines().count();
    let can = json!({ "textDocument": { "diagnostic": {}, "documentSymbol": { "hierarchicalDocumentSymbolSupport": true } } });
    let mut client = Client::start(&[], &can);
    client.open(URI, "markdown", &text);
    let found = client.pull(URI).len();
    let before = resident(client.process());
    let document = json!({ "uri": URI });
    let mut times: [(&str, Vec<f64>); 4] = [
        ("textDocument/diagnostic", Vec::new()),
        ("textDocument/codeAction", Vec::new()),
        ("textDocument/hover", Vec::new()),
        ("textDocument/documentSymbol", Vec::new()),
    ];
    for key in 0..keys {
        // Somewhere else every time; every second key takes the one before it back.
        let at = json!({ "line": (key / 2 * 7919) % lines, "character": 0 });
        let behind = json!({ "line": at["line"], "character": 1 });
        let (range, typed) = if key % 2 == 0 {
            (json!({ "start": at, "end": at }), "4")
        } else {
            (json!({ "start": at, "end": behind }), "")
        };
        let version = i64::try_from(key).unwrap_or_default() + 2;
        client.change(URI, version, &json!([{ "range": range, "text": typed }]));
        for (method, times) in &mut times {
            let params = json!({
                "textDocument": document,
                "position": at,
                "range": range,
                "context": { "diagnostics": [] },
            });
            let start = Instant::now();
            client.request(method, &params);
            times.push(start.elapsed().as_secs_f64() * 1000.0);
        }
    }
    let after = resident(client.process());
    let mut out = io::stdout().lock();
    writeln!(out, "{} KB, {found} findings, {keys} keys", text.len() >> 10)?;
    for (method, times) in &mut times {
        times.sort_by(f64::total_cmp);
        let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default();
        writeln!(out, "{method:28} p50 {:6.2} ms   p99 {:6.2} ms", at(50), at(99))?;
    }
    writeln!(out, "resident: {} KB, then {} KB", shown(before), shown(after))
}

/// Kilobytes of memory that a process has, where the system tells.
fn resident(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn shown(memory: Option<u64>) -> Value {
    memory.map_or("?".into(), Value::from)
}
