//! Folders: texts that are not open, conflicts between texts, and files that change on the disk.

use serde_json::{Value, json};

use super::client::{Client, brief, uri};
use crate::project::Project;

const MARCH: &str = "---\ndate: 2024-03-20\n---\nIn January 2024 the storm killed 31 people in Peru.\n";
const LATER: &str = "---\ndate: 2024-03-22\n---\nThe storm in Peru killed 48 people in January 2024. \u{1f30a}\n";

fn pulls() -> Value {
    json!({
        "textDocument": { "diagnostic": {}, "publishDiagnostics": { "relatedInformation": true } },
        "workspace": { "diagnostics": { "refreshSupport": true }, "didChangeWatchedFiles": { "dynamicRegistration": true } },
        "window": { "workDoneProgress": true },
    })
}

/// `name code range` of all that is found in a folder.
fn all(client: &mut Client) -> Vec<String> {
    let report = client.request("workspace/diagnostic", &json!({ "previousResultIds": [] }));
    let reports = report["items"].as_array().cloned().unwrap_or_default();
    let of = |one: &Value| -> Vec<String> {
        let name = one["uri"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default().to_owned();
        brief(one["items"].as_array().map_or(&[][..], Vec::as_slice))
            .iter()
            .map(|one| format!("{name} {one}"))
            .collect()
    };
    reports.iter().flat_map(of).collect()
}

#[test]
fn texts_are_held_against_each_other_whether_they_are_open_or_not() {
    let project = Project::new(&[("a.md", MARCH), ("b.md", LATER), (".gitignore", "c.md\n"), ("c.md", LATER)]);
    let mut client = Client::start(&[project.root()], &pulls());
    let begun = client.notified("$/progress", |params| params["value"]["kind"] == "begin");
    assert_eq!(begun["value"]["title"], "figlint");
    assert_eq!(all(&mut client), ["b.md figure-conflict 3:25..3:34"]);
    client.notified("$/progress", |params| params["value"]["kind"] == "end");
    // The other text is opened and mended; what was found in the closed one goes.
    let a = uri(project.root(), "a.md");
    client.open(&a, "markdown", MARCH);
    client.change(&a, 2, &json!([{ "text": MARCH.replace("31", "48") }]));
    assert_eq!(client.pull(&a), Vec::<Value>::new());
    client.asked("workspace/diagnostic/refresh");
    assert_eq!(all(&mut client), Vec::<String>::new());
    // It is closed without being saved: what lies on the disk counts again.
    client.notify("textDocument/didClose", &json!({ "textDocument": { "uri": a } }));
    assert_eq!(all(&mut client), ["b.md figure-conflict 3:25..3:34"]);
}

#[test]
fn reports_say_what_is_unchanged_and_what_is_gone() {
    let project = Project::new(&[("a.md", MARCH), ("b.md", LATER)]);
    let mut client = Client::start(&[project.root()], &pulls());
    let first = client.request("workspace/diagnostic", &json!({ "previousResultIds": [] }));
    let (b, id) = (first["items"][0]["uri"].clone(), first["items"][0]["resultId"].clone());
    let gone = uri(project.root(), "gone.md");
    let before = json!({ "previousResultIds": [{ "uri": b, "value": id }, { "uri": gone, "value": "1" }] });
    let second = client.request("workspace/diagnostic", &before);
    assert_eq!(second["items"][0]["kind"], "unchanged");
    assert_eq!((&second["items"][1]["uri"], &second["items"][1]["items"]), (&gone.into(), &json!([])));
}

#[test]
fn findings_of_closed_texts_are_pushed_to_clients_that_do_not_ask() {
    let project = Project::new(&[("a.md", MARCH), ("b.md", LATER)]);
    let mut client = Client::start(&[project.root()], &json!({}));
    let (a, b) = (uri(project.root(), "a.md"), uri(project.root(), "b.md"));
    let found = client.published(&b);
    assert_eq!(brief(found["diagnostics"].as_array().map_or(&[], Vec::as_slice)), ["figure-conflict 3:25..3:34"]);
    client.open(&a, "markdown", &MARCH.replace("31", "48"));
    assert_eq!(client.published(&b)["diagnostics"], json!([]));
}

#[test]
fn files_that_change_are_read_again() {
    let project = Project::new(&[("a.md", MARCH), ("b.md", LATER)]);
    let mut client = Client::start(&[project.root()], &pulls());
    let watched = client.asked("client/registerCapability");
    assert_eq!(watched["registrations"][0]["method"], "workspace/didChangeWatchedFiles");
    assert_eq!(all(&mut client).len(), 1);
    let changed = |client: &mut Client, name: &str, kind: u32| {
        let change = json!({ "uri": uri(project.root(), name), "type": kind });
        client.notify("workspace/didChangeWatchedFiles", &json!({ "changes": [change] }));
    };
    project.write("b.md", LATER.replace("48", "31").as_bytes());
    changed(&mut client, "b.md", 2);
    assert_eq!(all(&mut client), Vec::<String>::new());
    project.write("c.md", b"It shut on Monday, 4 March 2025.\n");
    changed(&mut client, "c.md", 1);
    assert_eq!(all(&mut client), ["c.md weekday-mismatch 0:11..0:31"]);
    std::fs::remove_file(project.root().join("c.md")).expect("it was there");
    changed(&mut client, "c.md", 3);
    assert_eq!(all(&mut client), Vec::<String>::new());
    // A configuration comes; a text that it leaves out is not checked any more.
    project.write("c.md", b"It shut on Monday, 4 March 2025.\n");
    changed(&mut client, "c.md", 1);
    assert_eq!(all(&mut client).len(), 1);
    project.write("figlint.toml", b"exclude = [\"c.md\"]\nrefrences = []\n");
    changed(&mut client, "figlint.toml", 1);
    let config = uri(project.root(), "figlint.toml");
    let fault = client.published(&config);
    assert_eq!(fault["diagnostics"][0]["severity"], 2);
    assert_eq!(
        fault["diagnostics"][0]["message"],
        "nothing reads the key `refrences`\nhelp: did you mean `references`?"
    );
    assert_eq!(all(&mut client), Vec::<String>::new());
    project.write("figlint.toml", b"ignore = [\"calendar\"]\nreferences = [\"facts.toml\"]\n");
    changed(&mut client, "figlint.toml", 2);
    assert_eq!(client.published(&config)["diagnostics"], json!([]));
    let message = client.notified("window/showMessage", |_| true);
    assert_eq!(message["message"], "no file matches the reference set `facts.toml`");
    project.write("facts.toml", b"[[fact]]\nsays = \"The storm killed 90 people in Peru in January 2024.\"\nas_of = 2024-03-22\n\n[[fact]]\nsays = \"3\"\n");
    changed(&mut client, "facts.toml", 1);
    let facts = client.published(&uri(project.root(), "facts.toml"));
    assert_eq!(facts["diagnostics"][0]["code"], "reference-data");
    assert_eq!(all(&mut client).len(), 2, "both tolls disagree with the fact");
}

#[test]
fn every_folder_has_its_own_configuration() {
    let (one, two) = (Project::new(&[("figlint.toml", "ignore = [\"calendar\"]\n")]), Project::new(&[]));
    let alone = Project::new(&[("figlint.toml", "[severity]\ncalendar = \"warning\"\n")]);
    let mut client = Client::start(&[one.root(), two.root()], &json!({}));
    let text = "It shut on Monday, 4 March 2025.\n";
    let mut severities = Vec::new();
    for root in [one.root(), two.root(), alone.root()] {
        let uri = uri(root, "a.md");
        client.open(&uri, "markdown", text);
        severities.push(client.pull(&uri).first().map(|found| found["severity"].clone()));
    }
    assert_eq!(severities, [None, Some(1.into()), Some(2.into())]);
    // The second folder goes; its text stays open, as one without a folder. The third comes.
    let folder = |project: &Project| json!({ "uri": format!("file://{}", project.root().display()), "name": "" });
    let event = json!({ "added": [folder(&alone)], "removed": [folder(&two)] });
    client.notify("workspace/didChangeWorkspaceFolders", &json!({ "event": event }));
    assert_eq!(client.pull(&uri(two.root(), "a.md")).len(), 1);
    assert_eq!(client.pull(&uri(alone.root(), "a.md"))[0]["severity"], 2);
}

#[test]
fn rules_of_the_desk_lead_to_their_files() {
    let rule = "id = \"day\"\ncheck = \"weekday\"\nseverity = \"warning\"\ntitle = \"A day is wrong\"\nwhy = \"Days are easily wrong.\"\n";
    let config = "rules = [\"house\"]\nignore = [\"weekday-mismatch\"]\n";
    let project = Project::new(&[
        ("figlint.toml", config),
        ("house/day.toml", rule),
        ("house/broken.toml", "check = \"weekdays\"\n"),
        ("a.md", "It shut on Monday, 4 March 2025.\n"),
    ]);
    let mut client = Client::start(&[project.root()], &pulls());
    let broken = client.published(&uri(project.root(), "house/broken.toml"));
    assert_eq!(broken["diagnostics"][0]["severity"], 1, "{broken}");
    let report = client.request("workspace/diagnostic", &json!({ "previousResultIds": [] }));
    let found = &report["items"][0]["items"][0];
    assert_eq!((&found["code"], &found["severity"]), (&"day".into(), &2.into()));
    assert_eq!(found["codeDescription"]["href"], uri(project.root(), "house/day.toml"));
}

#[test]
fn files_are_watched_where_the_client_does_not() {
    let fact = |n: &str| format!("[[fact]]\nsays = \"The storm killed {n} people in Peru in March 2024.\"\n");
    let project = Project::new(&[("facts/a.toml", &fact("31")), ("figlint.toml", "references = [\"facts/a.toml\"]\n")]);
    let mut client = Client::start(&[project.root()], &json!({}));
    let draft = uri(project.root(), "draft.md");
    client.open(&draft, "markdown", "In March 2024 the storm killed 13 people in Peru.\n");
    let mut wait = |count: usize| {
        let is_it =
            |params: &Value| params["uri"] == draft && params["diagnostics"].as_array().map(Vec::len) == Some(count);
        client.notified("textDocument/publishDiagnostics", is_it);
    };
    wait(1);
    project.write("facts/a.toml", fact("13").as_bytes());
    wait(0);
    project.write("facts/new.toml", fact("31").as_bytes());
    std::fs::rename(project.root().join("facts/new.toml"), project.root().join("facts/a.toml")).expect("a new file");
    wait(1);
    project.write("figlint.toml", b"");
    wait(0);
}

#[test]
fn faults_stay_when_their_file_is_opened_and_go_when_it_is_saved() {
    let project = Project::new(&[("figlint.toml", "across = \"some\"\n")]);
    let mut client = Client::start(&[project.root()], &json!({}));
    let config = uri(project.root(), "figlint.toml");
    let first = client.published(&config);
    assert_eq!(first["diagnostics"].as_array().map(Vec::len), Some(1));
    client.open(&config, "toml", "across = \"some\"\n");
    assert_eq!(client.published(&config)["diagnostics"], first["diagnostics"]);
    project.write("figlint.toml", b"across = \"off\"\n");
    client.notify("textDocument/didSave", &json!({ "textDocument": { "uri": config } }));
    assert_eq!(client.published(&config)["diagnostics"], json!([]));
}

#[test]
fn what_the_baseline_knows_is_not_told() {
    let project = Project::new(&[
        ("figlint.toml", "baseline = \"old/known.json\"\n"),
        ("old/known.json", "{\"version\": 1, \"findings\": []}"),
        ("a.md", "It shut on Monday, 4 March 2025.\n"),
    ]);
    project.run("check --write-baseline old/known.json").code(0);
    project.write("b.md", b"It opened on Monday, 4 March 2026.\n");
    let mut client = Client::start(&[project.root()], &pulls());
    assert_eq!(all(&mut client), ["b.md weekday-mismatch 0:13..0:33"]);
}
