//! One open text: what is found in it while it changes, what can be done about it, and what its figures were read as.

use serde_json::{Value, json};

use super::client::{Client, brief, framed, range, uri};
use crate::project::Project;

/// A client that can do everything.
fn able(encoding: &str) -> Value {
    json!({
        "general": { "positionEncodings": [encoding] },
        "workspace": { "workspaceEdit": { "documentChanges": true } },
        "textDocument": {
            "publishDiagnostics": { "relatedInformation": true, "versionSupport": true },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
        },
    })
}

/// A total that is wrong, behind an emoji of two UTF-16 units and an accent of its own.
const TOTAL: &str = "\u{1f6a2} Cafe\u{301} fund: Oslo gave $7 million and Lima $5 million, a total of $18 million.";

#[test]
fn columns_are_counted_as_the_client_counts() {
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let mut client = Client::start(&[], &able(encoding));
        let text = format!("Intro.\r\n\r\n{TOTAL}\r\n");
        client.open("untitled:a", "markdown", &text);
        let found = client.pull("untitled:a");
        let at = TOTAL.find("a total of").expect("it is there");
        let before = &TOTAL[..at];
        let column = match encoding {
            "utf-8" => before.len(),
            "utf-16" => before.encode_utf16().count(),
            _ => before.chars().count(),
        };
        let end = column + "a total of $18 million".len();
        assert_eq!(brief(&found), [format!("sum-mismatch 2:{column}..2:{end}")], "{encoding}");
    }
}

#[test]
fn a_diagnostic_says_what_the_report_says() {
    let project = Project::new(&[]);
    let mut client = Client::start(&[project.root()], &able("utf-16"));
    let uri = uri(project.root(), "a.md");
    client.open(&uri, "markdown", &format!("{TOTAL}\n"));
    let found = client.pull(&uri);
    let one = &found[0];
    assert_eq!(one["severity"], 1);
    assert_eq!(one["source"], "figlint");
    insta::assert_snapshot!(one["message"].as_str().unwrap_or_default(), @"
    the parts add up to $12 million, not to “a total of $18 million”
    working: 7 + 5 = 12 (million dollars), stated 18
    help: as written, the parts can make $11 million to $13 million; check the total and whether a part is missing
    ");
    let related: Vec<String> = one["relatedInformation"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| format!("{} {}", range(&one["location"]["range"]), one["message"].as_str().unwrap_or_default()))
        .collect();
    insta::assert_snapshot!(related.join("\n"), @"
    0:25..0:35 part: $7 million
    0:45..0:55 part: $5 million
    ");
    assert_eq!(one["relatedInformation"][0]["location"]["uri"], uri);
}

#[test]
fn edits_are_followed_one_by_one() {
    let mut client = Client::start(&[], &able("utf-16"));
    let uri = "untitled:a";
    client.open(uri, "markdown", &format!("{TOTAL}\r\n"));
    let first = client.published(uri);
    assert_eq!((first["version"].clone(), first["diagnostics"].as_array().map(Vec::len)), (1.into(), Some(1)));
    // 18 becomes 12, then a line with another mistake comes before it, in one notification.
    let total = TOTAL.find("18 million").expect("it is there");
    let column = TOTAL[..total].encode_utf16().count();
    let edit = |from: (usize, usize), to: (usize, usize), text: &str| {
        let end = |(line, character): (usize, usize)| json!({ "line": line, "character": character });
        json!({ "range": { "start": end(from), "end": end(to) }, "text": text })
    };
    client.change(uri, 2, &json!([edit((0, column + 1), (0, column + 2), "2")]));
    assert_eq!(brief(&client.pull(uri)), Vec::<String>::new());
    client.change(
        uri,
        3,
        &json!([
            edit((0, 0), (0, 0), "On Monday, 4 March 2025 it \u{1f600}"),
            edit((0, 29), (0, 29), " opened.\r\n\r\n")
        ]),
    );
    assert_eq!(brief(&client.pull(uri)), ["weekday-mismatch 0:3..0:23"]);
    let last = client.notified("textDocument/publishDiagnostics", |params| params["version"] == 3);
    assert_eq!(last["diagnostics"].as_array().map(Vec::len), Some(1));
    client.change(uri, 4, &json!([{ "text": "Nothing.\r\n" }]));
    assert_eq!(
        client.notified("textDocument/publishDiagnostics", |params| params["version"] == 4)["diagnostics"],
        json!([])
    );
    client.notify("textDocument/didClose", &json!({ "textDocument": { "uri": uri } }));
    assert_eq!(client.pull(uri).len(), 0);
}

#[test]
fn answers_come_at_once_and_pushes_after_a_pause() {
    let mut client = Client::start(&[], &able("utf-16"));
    let uri = "untitled:a";
    client.open(uri, "markdown", "Ten.\n");
    client.published(uri);
    let mut breath = String::new();
    for version in 2..=6 {
        let text = json!({ "uri": uri, "version": version });
        let changes = json!([{ "text": format!("{}{TOTAL}\n", "\n".repeat(version)) }]);
        let params = json!({ "textDocument": text, "contentChanges": changes });
        let message = json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": params });
        breath.push_str(&framed(&message));
    }
    client.raw(breath.as_bytes());
    let lines = |found: &Value| found[0]["range"]["start"]["line"].clone();
    assert_eq!(lines(&client.pull(uri).into()), 6, "the latest text");
    let pushed = client.published(uri);
    assert_eq!((&pushed["version"], lines(&pushed["diagnostics"])), (&6.into(), 6.into()), "none in between");
}

#[test]
fn an_unchanged_report_is_not_sent_again() {
    let mut client = Client::start(&[], &able("utf-8"));
    client.open("untitled:a", "markdown", &format!("{TOTAL}\n"));
    let text = json!({ "uri": "untitled:a" });
    let first = client.request("textDocument/diagnostic", &json!({ "textDocument": text }));
    assert_eq!(first["kind"], "full");
    let params = json!({ "textDocument": text, "previousResultId": first["resultId"] });
    assert_eq!(client.request("textDocument/diagnostic", &params)["kind"], "unchanged");
    client.change("untitled:a", 2, &json!([{ "text": "Nothing.\n" }]));
    assert_eq!(client.request("textDocument/diagnostic", &params)["items"], json!([]));
}

/// The text after the edits of an action.
fn applied(text: &str, action: &Value) -> String {
    let mut edits = action["edit"]["documentChanges"][0]["edits"].as_array().cloned().unwrap_or_default();
    let offset = |position: &Value| {
        let line = position["line"].as_u64().unwrap_or_default() as usize;
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        start + position["character"].as_u64().unwrap_or_default() as usize
    };
    edits.sort_by_key(|edit| std::cmp::Reverse(offset(&edit["range"]["start"])));
    let mut out = text.to_owned();
    for edit in &edits {
        let range = offset(&edit["range"]["start"])..offset(&edit["range"]["end"]);
        out.replace_range(range, edit["newText"].as_str().unwrap_or_default());
    }
    out
}

fn actions(client: &mut Client, uri: &str, diagnostic: &Value, only: &Value) -> Vec<Value> {
    let context = json!({ "diagnostics": [diagnostic], "only": only });
    let params = json!({ "textDocument": { "uri": uri }, "range": diagnostic["range"], "context": context });
    client.request("textDocument/codeAction", &params).as_array().cloned().unwrap_or_default()
}

#[test]
fn unused_suppressions_are_removed_all_at_once() {
    let mut client = Client::start(&[], &able("utf-8"));
    let text = "<!-- figlint-disable-next-line sum-mismatch -->\r\nCafe\u{301} \u{1f600} shut.\r\n\r\nTen <!-- figlint-disable-line --> left.\r\n";
    client.open("untitled:a", "markdown", text);
    let found = client.pull("untitled:a");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["tags"], json!([1]), "unnecessary");
    let quick = actions(&mut client, "untitled:a", &found[0], &json!(["quickfix"]));
    assert_eq!(quick[0]["title"], "Remove this instruction");
    assert_eq!(quick[0]["isPreferred"], true);
    assert_eq!(quick.len(), 1, "an instruction is not suppressed by another");
    assert_eq!(quick[0]["diagnostics"][0]["code"], "unused-suppression");
    assert_eq!(quick[0]["edit"]["documentChanges"][0]["textDocument"], json!({ "uri": "untitled:a", "version": 1 }));
    let all = actions(&mut client, "untitled:a", &found[0], &json!(["source.fixAll"]));
    assert_eq!(all.len(), 1);
    assert_eq!(all[0]["kind"], "source.fixAll.figlint");
    assert_eq!(applied(text, &all[0]), "Cafe\u{301} \u{1f600} shut.\r\n\r\nTen left.\r\n");
}

#[test]
fn every_alternative_of_a_fix_is_offered_and_mends() {
    let mut client = Client::start(&[], &able("utf-8"));
    let text = "Cafe\u{301} \u{1f600}: it shut on Monday, 4 March 2025.\r\n";
    client.open("untitled:a", "markdown", text);
    let found = client.pull("untitled:a");
    let quick = actions(&mut client, "untitled:a", &found[0], &json!(["quickfix"]));
    let (suppress, fixes) = quick.split_last().expect("there are actions");
    assert_eq!(suppress["title"], "Suppress weekday-mismatch here");
    assert_eq!(fixes[0]["title"], "Write Tuesday for Monday");
    assert!(fixes.iter().all(|fix| fix.get("isPreferred").is_none()), "none is safe");
    for (version, fix) in (2..).zip(fixes) {
        client.change("untitled:a", version, &json!([{ "text": applied(text, fix) }]));
        assert_eq!(client.pull("untitled:a"), Vec::<Value>::new(), "{fix}");
    }
    assert_eq!(actions(&mut client, "untitled:a", &found[0], &json!(["refactor"])), Vec::<Value>::new());
}

#[test]
fn a_line_can_be_suppressed_wherever_it_stands() {
    const DAY: &str = "Monday, 4 March 2025";
    let cases = [
        ("a.md", "It shut on DAY.\r\n", "<!-- figlint-disable-next-line weekday-mismatch -->\r\nIt shut on DAY.\r\n"),
        (
            "b.md",
            "The \u{1f600} ferry\nshut on DAY.  \nLate.\n",
            "The \u{1f600} ferry\nshut on DAY. <!-- figlint-disable-line weekday-mismatch -->  \nLate.\n",
        ),
        (
            "c.md",
            "- It shut on DAY.\n- Late.\n",
            "- It shut on DAY. <!-- figlint-disable-line weekday-mismatch -->\n- Late.\n",
        ),
        (
            "d.md",
            "| Day | Gate |\n|---|---|\n| DAY | 3 |\n",
            "| Day | Gate |\n|---|---|\n| DAY | 3 <!-- figlint-disable-line weekday-mismatch --> |\n",
        ),
        ("e.md", "> It shut on DAY.\n", "> It shut on DAY. <!-- figlint-disable-line weekday-mismatch -->\n"),
        ("f.mdx", "It shut on DAY.\n", "{/* figlint-disable-next-line weekday-mismatch */}\nIt shut on DAY.\n"),
        (
            "g.html",
            "<ul>\n  <li>It shut on DAY.</li>\n</ul>\n",
            "<ul>\n  <!-- figlint-disable-next-line weekday-mismatch -->\n  <li>It shut on DAY.</li>\n</ul>\n",
        ),
    ];
    let project = Project::new(&[]);
    let mut client = Client::start(&[project.root()], &able("utf-8"));
    for (name, before, after) in cases {
        let (before, after) = (before.replace("DAY", DAY), after.replace("DAY", DAY));
        let uri = uri(project.root(), name);
        client.open(&uri, "", &before);
        let found = client.pull(&uri);
        assert_eq!(found.len(), 1, "{before}");
        let quick = actions(&mut client, &uri, &found[0], &json!(["quickfix"]));
        let suppress = quick.last().cloned().unwrap_or_default();
        assert_eq!(suppress["title"], "Suppress weekday-mismatch here");
        assert_eq!(applied(&before, &suppress), after);
        client.change(&uri, 2, &json!([{ "text": after }]));
        assert_eq!(client.pull(&uri), Vec::<Value>::new(), "{after}");
    }
    // Plain text and front matter have no comments.
    let title = format!("---\ntitle: It shut on {DAY}\n---\n");
    for (name, text) in [("h.txt", format!("It shut on {DAY}.\n")), ("i.md", title)] {
        let uri = uri(project.root(), name);
        client.open(&uri, "", &text);
        let found = client.pull(&uri);
        let quick = actions(&mut client, &uri, &found[0], &json!(["quickfix"]));
        assert!(quick.iter().all(|action| !action["title"].as_str().unwrap_or_default().starts_with("Suppress")));
    }
}

const FACTS: &str = "[[fact]]\nid = \"toll\"\nsays = \"The storm killed 31 people in Peru in March 2024.\"\nas_of = 2024-04-19\nsource = \"relief office, report 12\"\n";
const DRAFT: &str = "---\r\ndate: 2024-05-02\r\n---\r\n\r\nThe toll \u{1f30a}\r\n\r\nIn March 2024 the storm killed 13 people in Peru. Cafe\u{301}s sent 40 tents.\r\n";

#[test]
fn a_hover_tells_how_a_figure_was_read() {
    let project = Project::new(&[("figlint.toml", "references = [\"facts.toml\"]\n"), ("facts.toml", FACTS)]);
    let mut client = Client::start(&[project.root()], &able("utf-16"));
    let uri = uri(project.root(), "a.md");
    client.open(&uri, "markdown", DRAFT);
    let hover = client.at("textDocument/hover", &uri, 6, 33);
    assert_eq!(range(&hover["range"]), "6:31..6:40");
    assert_eq!(hover["contents"]["kind"], "markdown");
    insta::assert_snapshot!(hover["contents"]["value"].as_str().unwrap_or_default(), @"
    **13 people**

    - kind: count
    - value: 13
    - unit: person
    - measure: deaths
    - about: Peru
    - read as: exactly 13
    - period: March 2024 (in its clause: “March 2024”)
    - as of: 2 May 2024 (the text’s date)

    ---

    - wrong, reference-mismatch: “13 people” does not agree with the reference set, which says 31: deaths; Peru; March 2024 (“13 people” means exactly 13; the reference set says exactly 31)
    - fact toll: 31 (facts.toml:3); source: relief office, report 12
    ");
    let day = client.at("textDocument/hover", &uri, 6, 5);
    insta::assert_snapshot!(day["contents"]["value"].as_str().unwrap_or_default(), @"
    **March 2024**

    - kind: date
    - means: March 2024

    ---

    - not checked: no rule looks at it
    ");
    let tents = client.at("textDocument/hover", &uri, 6, 64);
    insta::assert_snapshot!(tents["contents"]["value"].as_str().unwrap_or_default(), @"
    **40 tents**

    - kind: count
    - value: 40
    - unit: tent
    - measure: shelters
    - about: Peru
    - read as: exactly 40
    - period: March 2024 (of which the sentence before tells)
    - as of: 2 May 2024 (the text’s date)

    ---

    - not checked, reference-mismatch: without a fact in the reference set
    ");
    assert_eq!(client.at("textDocument/hover", &uri, 4, 2), Value::Null, "no figure");
    client.change(&uri, 2, &json!([{ "text": format!("{TOTAL}\n") }]));
    let part = client.at("textDocument/hover", &uri, 0, 27);
    insta::assert_snapshot!(part["contents"]["value"].as_str().unwrap_or_default(), @r"
    **\$7 million**

    - kind: money
    - value: 7,000,000
    - unit: USD
    - measure: funding
    - about: Oslo
    - read as: 6,500,000 to 7,500,000

    ---

    - wrong, sum-mismatch: the parts add up to \$12 million, not to “a total of \$18 million” (7 + 5 = 12 (million dollars), stated 18)
    - not checked, reference-mismatch: without a fact in the reference set
    ");
}

#[test]
fn a_figure_leads_to_its_fact_and_back() {
    let project = Project::new(&[
        ("figlint.toml", "references = [\"facts.toml\"]\n"),
        ("facts.toml", FACTS),
        ("b.md", "---\ndate: 2024-05-03\n---\nThe storm in Peru killed 31 people in March 2024.\n"),
    ]);
    let mut client = Client::start(&[project.root()], &able("utf-16"));
    let (draft, other) = (uri(project.root(), "a.md"), uri(project.root(), "b.md"));
    let facts = uri(project.root(), "facts.toml");
    client.open(&draft, "markdown", DRAFT);
    client.request("workspace/diagnostic", &json!({ "previousResultIds": [] }));
    let places = |found: &Value| -> Vec<String> {
        let all = found.as_array().into_iter().flatten();
        all.map(|one| format!("{} {}", one["uri"].as_str().unwrap_or_default(), range(&one["range"]))).collect()
    };
    let definition = client.at("textDocument/definition", &draft, 6, 33);
    assert_eq!(places(&definition), [format!("{facts} 2:7..2:58")]);
    let all = [format!("{facts} 2:7..2:58"), format!("{draft} 6:31..6:40"), format!("{other} 3:25..3:34")];
    let references = client.at("textDocument/references", &draft, 6, 33);
    assert_eq!(places(&references), all);
    client.open(&facts, "toml", FACTS);
    let references = client.at("textDocument/references", &facts, 2, 20);
    assert_eq!(places(&references), all);
    assert_eq!(client.at("textDocument/definition", &draft, 6, 64), json!([]), "nothing speaks of the tents");
}

#[test]
fn the_outline_lists_what_figures_are_about() {
    let mut client = Client::start(&[], &able("utf-16"));
    client.open("untitled:a", "markdown", DRAFT);
    let params = json!({ "textDocument": { "uri": "untitled:a" } });
    let symbols = client.request("textDocument/documentSymbol", &params);
    let one = &symbols[0];
    assert_eq!((one["name"].as_str(), one["detail"].as_str()), (Some("13 people"), Some("deaths, 13, March 2024")));
    assert_eq!(range(&one["range"]), "6:31..6:40");
    let mut plain = Client::start(&[], &json!({}));
    plain.open("untitled:a", "markdown", DRAFT);
    let symbols = plain.request("textDocument/documentSymbol", &params);
    assert_eq!(symbols[0]["location"]["uri"], "untitled:a");
    let hover = plain.at("textDocument/hover", "untitled:a", 6, 33);
    assert_eq!(hover["contents"]["kind"], "plaintext");
}
