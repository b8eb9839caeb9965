//! Beginning and end, what is no message, and requests that are cancelled.

use serde_json::{Value, json};

use super::client::{Client, framed};

#[test]
fn the_exit_code_tells_whether_it_was_shut_down() {
    assert_eq!(Client::start(&[], &json!({})).leave(true), Some(0));
    assert_eq!(Client::start(&[], &json!({})).leave(false), Some(1));
    assert_eq!(Client::start(&[], &json!({})).vanish(), Some(1));
    assert_eq!(Client::mute(&["--stdio"]).leave(false), Some(1));
}

#[test]
fn requests_at_the_wrong_time_are_refused() {
    let mut client = Client::mute(&[]);
    let early = client.ask("textDocument/hover", &json!({}));
    assert_eq!(client.answer(&early.into())["error"]["code"], -32002);
    client.request("initialize", &json!({ "capabilities": {} }));
    let again = client.ask("initialize", &json!({ "capabilities": {} }));
    assert_eq!(client.answer(&again.into())["error"]["code"], -32600);
    let unknown = client.ask("textDocument/rename", &json!({}));
    assert_eq!(client.answer(&unknown.into())["error"]["code"], -32601);
    let lacking = client.ask("textDocument/hover", &json!({ "position": 3 }));
    assert_eq!(client.answer(&lacking.into())["error"]["code"], -32602);
    client.request("shutdown", &Value::Null);
    let late = client.ask("textDocument/hover", &json!({}));
    assert_eq!(client.answer(&late.into())["error"]["code"], -32600);
    assert_eq!(client.leave(false), Some(0));
}

#[test]
fn what_is_no_message_is_survived() {
    let mut client = Client::start(&[], &json!({}));
    for bytes in ["Content-Length: 5\r\n\r\n{\"a\":", "Content-Length: x\r\n\r\n", "Content-Length: 2\r\n\r\n[]"] {
        client.raw(bytes.as_bytes());
        assert!(client.answer(&Value::Null)["error"]["code"].as_i64().is_some_and(|code| code <= -32600));
    }
    client.raw(b"Content-Length: 3\r\n\r\n\xff\xfe\xfd");
    assert_eq!(client.answer(&Value::Null)["error"]["code"], -32700);
    client.send(&json!({ "jsonrpc": "2.0", "id": "seven", "method": 7 }));
    assert_eq!(client.answer(&"seven".into())["error"]["code"], -32600);
    client.notify("textDocument/didChange", &json!({ "textDocument": 1 }));
    client.notify("$/unheardOf", &json!({}));
    let uri = "untitled:Untitled-1";
    client.open(uri, "markdown", "The gate opened on Monday, 4 March 2025.\n");
    assert_eq!(client.pull(uri).len(), 1);
    assert_eq!(client.leave(true), Some(0));
}

#[test]
fn a_request_that_waits_can_be_cancelled() {
    let mut client = Client::start(&[], &json!({}));
    let uri = "untitled:Untitled-1";
    client.open(uri, "markdown", &"Lima sent 31 tents and Quito 14.\n\n".repeat(4000));
    // All in one breath: the first is in work when the last two come.
    let params = json!({ "textDocument": { "uri": uri } });
    let request =
        |id: &str, method: &str| framed(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
    let breath = [
        request("a", "textDocument/diagnostic"),
        request("b", "textDocument/documentSymbol"),
        framed(&json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": "b" } })),
        request("c", "textDocument/documentSymbol"),
    ];
    client.raw(breath.concat().as_bytes());
    assert!(client.answer(&"a".into()).get("result").is_some());
    assert_eq!(client.answer(&"b".into())["error"]["code"], -32800);
    assert!(client.answer(&"c".into())["result"].is_array());
}
