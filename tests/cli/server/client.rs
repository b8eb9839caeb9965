//! An editor, as far as a conversation with the server needs one: it frames messages, keeps what comes apart by what it
//! is, and answers what the server asks.

use std::collections::VecDeque;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};
use snapbox::cmd::cargo_bin;

/// How long an answer may take on a slow machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A message as it goes over the pipe.
pub(crate) fn framed(message: &Value) -> String {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len())
}

/// An editor in conversation.
pub(crate) struct Client {
    child: Child,
    stdin: Option<ChildStdin>,
    incoming: Receiver<Value>,
    /// What came while something else was waited for.
    earlier: VecDeque<Value>,
    next: i64,
}

/// The address of a file in a folder.
pub(crate) fn uri(root: &Path, path: &str) -> String {
    format!("file://{}/{path}", root.display())
}

impl Client {
    /// Starts the server, without a word.
    pub(crate) fn mute(arguments: &[&str]) -> Self {
        let mut child = Command::new(cargo_bin!("figlint"))
            .arg("server")
            .args(arguments)
            .current_dir(std::env::temp_dir())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the server starts");
        let stdin = child.stdin.take();
        let mut stdout = BufReader::new(child.stdout.take().expect("it is piped"));
        let (sender, incoming) = channel();
        std::thread::spawn(move || {
            let mut line = String::new();
            let mut length = 0;
            while stdout.read_line(&mut line).is_ok_and(|read| read > 0) {
                if let Some(value) = line.strip_prefix("Content-Length: ") {
                    length = value.trim().parse().expect("a length is a number");
                } else if line.trim().is_empty() {
                    let mut body = vec![0; length];
                    stdout.read_exact(&mut body).expect("a body is as long as it says");
                    let value = serde_json::from_slice(&body).expect("a body is JSON");
                    if sender.send(value).is_err() {
                        return;
                    }
                }
                line.clear();
            }
        });
        Self { child, stdin, incoming, earlier: VecDeque::new(), next: 0 }
    }

    /// Starts the server for these folders, with what the client can do.
    pub(crate) fn start(folders: &[&Path], capabilities: &Value) -> Self {
        let mut client = Self::mute(&[]);
        let folders: Vec<Value> = folders
            .iter()
            .map(|folder| json!({ "uri": format!("file://{}", folder.display()), "name": "texts" }))
            .collect();
        let folders = if folders.is_empty() { Value::Null } else { folders.into() };
        client.request(
            "initialize",
            &json!({ "processId": null, "rootUri": null, "workspaceFolders": folders, "capabilities": capabilities }),
        );
        client.notify("initialized", &json!({}));
        client
    }

    /// Sends bytes as they are.
    pub(crate) fn raw(&mut self, bytes: &[u8]) {
        let stdin = self.stdin.as_mut().expect("the conversation goes on");
        stdin.write_all(bytes).and_then(|()| stdin.flush()).expect("the server listens");
    }

    /// Sends a message.
    pub(crate) fn send(&mut self, message: &Value) {
        self.raw(framed(message).as_bytes());
    }

    pub(crate) fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Sends a request and hands back its number, without waiting for the answer.
    pub(crate) fn ask(&mut self, method: &str, params: &Value) -> i64 {
        self.next += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.next, "method": method, "params": params }));
        self.next
    }

    /// The answer to a request: the whole message.
    pub(crate) fn answer(&mut self, id: &Value) -> Value {
        self.wait(|message| message.get("method").is_none() && message["id"] == *id)
    }

    /// The result of a request.
    #[track_caller]
    pub(crate) fn request(&mut self, method: &str, params: &Value) -> Value {
        let id = self.ask(method, params);
        let mut answer = self.answer(&id.into());
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].take()
    }

    /// The next notification of a method for which something holds.
    pub(crate) fn notified(&mut self, method: &str, is_it: impl Fn(&Value) -> bool) -> Value {
        let mut message = self.wait(|message| message["method"] == method && is_it(&message["params"]));
        message["params"].take()
    }

    /// The next diagnostics of a text, by their codes and ranges.
    pub(crate) fn published(&mut self, uri: &str) -> Value {
        self.notified("textDocument/publishDiagnostics", |params| params["uri"] == uri)
    }

    pub(crate) fn open(&mut self, uri: &str, language: &str, text: &str) {
        let item = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.notify("textDocument/didOpen", &json!({ "textDocument": item }));
    }

    pub(crate) fn change(&mut self, uri: &str, version: i64, changes: &Value) {
        let text = json!({ "uri": uri, "version": version });
        self.notify("textDocument/didChange", &json!({ "textDocument": text, "contentChanges": changes }));
    }

    /// Everything that is found in a text, asked for.
    pub(crate) fn pull(&mut self, uri: &str) -> Vec<Value> {
        let report = self.request("textDocument/diagnostic", &json!({ "textDocument": { "uri": uri } }));
        report["items"].as_array().cloned().unwrap_or_default()
    }

    /// A request about a position.
    pub(crate) fn at(&mut self, method: &str, uri: &str, line: u32, character: u32) -> Value {
        let context = json!({ "includeDeclaration": true });
        let position = json!({ "line": line, "character": character });
        self.request(method, &json!({ "textDocument": { "uri": uri }, "position": position, "context": context }))
    }

    fn wait(&mut self, is_it: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.earlier.iter().position(&is_it) {
            return self.earlier.remove(at).unwrap_or_default();
        }
        loop {
            let message = self.incoming.recv_timeout(PATIENCE).expect("an answer comes in time");
            if message.get("method").is_some() && message.get("id").is_some() {
                self.send(&json!({ "jsonrpc": "2.0", "id": message["id"], "result": null }));
            }
            if is_it(&message) {
                return message;
            }
            self.earlier.push_back(message);
        }
    }

    /// What the server asked for with a method so far.
    pub(crate) fn asked(&mut self, method: &str) -> Value {
        let mut message = self.wait(|message| message["method"] == method && message.get("id").is_some());
        message["params"].take()
    }

    /// The number of the server's process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Takes leave, and hands back the exit code.
    pub(crate) fn leave(mut self, with_shutdown: bool) -> Option<i32> {
        if with_shutdown {
            self.request("shutdown", &Value::Null);
        }
        self.notify("exit", &Value::Null);
        self.child.wait().expect("it ends").code()
    }

    /// Closes the pipe without a word, and hands back the exit code.
    pub(crate) fn vanish(mut self) -> Option<i32> {
        self.stdin = None;
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.stdin = None;
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `code start..end` of diagnostics: `sum-mismatch 0:51..0:76`.
pub(crate) fn brief(diagnostics: &[Value]) -> Vec<String> {
    let one = |one: &Value| format!("{} {}", one["code"].as_str().unwrap_or("-"), range(&one["range"]));
    diagnostics.iter().map(one).collect()
}

/// `line:character..line:character`.
pub(crate) fn range(range: &Value) -> String {
    let end = |end: &Value| format!("{}:{}", end["line"], end["character"]);
    format!("{}..{}", end(&range["start"]), end(&range["end"]))
}
