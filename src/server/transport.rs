//! Messages over standard input and output. What is no message is answered with an error, and the next one is read:
//! the reader of lsp-server would end there.

use std::io::{self, BufRead, Read, Write};
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use lsp_server::{ErrorCode, Message, RequestId, ResponseError};
use serde_json::Value;

/// What came in.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A message.
    Message(Message),
    /// Something else, with the id of the request that it was meant to be.
    Malformed(Option<RequestId>, ResponseError),
}

/// What goes out.
#[derive(Debug)]
pub(super) enum Outgoing {
    /// A message.
    Message(Message),
    /// An answer to what had no id.
    Malformed(ResponseError),
}

/// Messages that may wait to be handled; more wait in the pipe.
const WAITING: usize = 1024;

/// Reads messages on a thread of their own; the channel closes when the input does.
pub(super) fn read(mut input: impl BufRead + Send + 'static) -> Receiver<Incoming> {
    let (sender, receiver) = bounded(WAITING);
    thread::spawn(move || {
        while let Ok(Some(body)) = body(&mut input) {
            if sender.send(body.map_or_else(|error| Incoming::Malformed(None, error), |body| message(&body))).is_err() {
                return;
            }
        }
    });
    receiver
}

/// Writes messages on a thread of their own, until all senders are gone.
pub(super) fn write(mut output: impl Write + Send + 'static) -> (Sender<Outgoing>, JoinHandle<io::Result<()>>) {
    let (sender, receiver) = unbounded::<Outgoing>();
    let writer = thread::spawn(move || {
        for message in receiver {
            match message {
                Outgoing::Message(message) => message.write(&mut output)?,
                Outgoing::Malformed(error) => {
                    let text = serde_json::json!({ "jsonrpc": "2.0", "id": null, "error": error }).to_string();
                    write!(output, "Content-Length: {}\r\n\r\n{text}", text.len())?;
                    output.flush()?;
                }
            }
        }
        Ok(())
    });
    (sender, writer)
}

fn error(code: ErrorCode, message: impl Into<String>) -> ResponseError {
    ResponseError { code: code as i32, message: message.into(), data: None }
}

/// The bytes of the next message, or what is wrong with its header; nothing at the end of the input.
fn body(input: &mut impl BufRead) -> io::Result<Option<Result<Vec<u8>, ResponseError>>> {
    let (mut length, mut line) = (None, Vec::new());
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let header = line.trim_ascii();
        if header.is_empty() {
            break;
        }
        let header = String::from_utf8_lossy(header);
        if let Some((name, value)) = header.split_once(':')
            && name.eq_ignore_ascii_case("Content-Length")
        {
            length = value.trim().parse::<u64>().ok();
        }
    }
    let Some(length) = length else {
        return Ok(Some(Err(error(ErrorCode::ParseError, "the header has no Content-Length"))));
    };
    // Not more than really comes is kept ready for it.
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body)?;
    Ok(if body.len() as u64 == length { Some(Ok(body)) } else { None })
}

/// A message. It is parsed in two steps, since numbers of any length cannot be told apart from strings in one.
fn message(body: &[u8]) -> Incoming {
    let value: Value = match serde_json::from_slice(body) {
        Ok(value) => value,
        Err(wrong) => return Incoming::Malformed(None, error(ErrorCode::ParseError, wrong.to_string())),
    };
    let id = value.get("id").cloned().and_then(|id| serde_json::from_value(id).ok());
    // Without a method or a result it is no message, though it may look like a response to something.
    let told = ["method", "result", "error"].iter().any(|key| value.get(key).is_some());
    match serde_json::from_value(value) {
        Ok(message) if told => Incoming::Message(message),
        _ => Incoming::Malformed(id, error(ErrorCode::InvalidRequest, "this is no message of the protocol")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_ends_nothing() {
        let frame = |body: &str| format!("Content-Length: {}\r\n\r\n{body}", body.len());
        let input = [
            frame("{"),
            "Content-Type: x\r\n\r\n".to_owned(),
            frame("[1]"),
            frame(r#"{"id": 4, "method": 7}"#),
            frame(r#"{"jsonrpc": "2.0", "id": 5, "method": "shutdown"}"#),
            "Content-Length: 90\r\n\r\n{}".to_owned(),
        ];
        let got: Vec<String> = read(io::Cursor::new(input.concat().into_bytes()))
            .iter()
            .map(|incoming| match incoming {
                Incoming::Message(Message::Request(request)) => format!("{} {}", request.id, request.method),
                Incoming::Message(_) => "another message".to_owned(),
                Incoming::Malformed(id, error) => format!("{} {:?}", error.code, id.map(|id| id.to_string())),
            })
            .collect();
        assert_eq!(got, ["-32700 None", "-32700 None", "-32600 None", "-32600 Some(\"4\")", "5 shutdown"]);
    }
}
