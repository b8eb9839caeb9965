//! The language server: what `figlint check` finds, while a text is written. One thread handles messages in their
//! order, and always from the latest text: a text is read again when somebody asks for something of it, or when its
//! writer pauses. Texts that are not open are read on other threads. It stands beside the command line, which hands in
//! how a folder is loaded.

mod actions;
mod client;
mod diagnostics;
mod disk;
mod document;
mod hover;
mod navigation;
mod places;
mod positions;
mod publish;
mod pull;
mod queue;
mod requests;
mod state;
mod suppress;
mod symbols;
mod transport;
mod watch;
mod workspace;

pub use workspace::{Find, Hide, LeavesOut, Load, Project};

use std::io::{BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use crossbeam_channel::{Receiver, at, never, select};
use lsp_server::{ErrorCode, Message, Response};

use state::Server;
use transport::{Incoming, Outgoing};

/// Serves one client until it says `exit` or is gone. Whether it took its leave as it should, with `shutdown` first.
pub fn run(input: impl BufRead + Send + 'static, output: impl Write + Send + 'static, load: Load) -> bool {
    let incoming = transport::read(input);
    let (out, writer) = transport::write(output);
    let mut server = Server::new(out, load);
    let orderly = serve(&mut server, &incoming);
    drop(server);
    // What could not be written has nobody left to read it.
    let _ = writer.join();
    orderly
}

/// Handles what comes: messages first, then texts that were read in the background, then what is due.
fn serve(server: &mut Server, incoming: &Receiver<Incoming>) -> bool {
    let scanned = server.scanned();
    let changed = server.disk.changes();
    loop {
        for one in incoming.try_iter() {
            server.take_in(one);
        }
        for one in scanned.try_iter() {
            server.put_in(one);
        }
        if let Some(next) = server.queue.next() {
            if let Some(orderly) = handle(server, next) {
                return orderly;
            }
            continue;
        }
        let now = Instant::now();
        if server.next_due().is_some_and(|due| due <= now) {
            guarded(|| server.do_due(now));
            continue;
        }
        select! {
            recv(incoming) -> one => match one {
                Ok(one) => server.take_in(one),
                Err(_) => return false,
            },
            recv(scanned) -> one => if let Ok(one) = one {
                server.put_in(one);
            },
            recv(changed) -> one => if let Ok(one) = one {
                guarded(|| server.paths_changed(&one));
            },
            recv(server.next_due().map_or_else(never, at)) -> _ => {}
        }
    }
}

/// Handles one message; with `exit`, whether the client took its leave as it should.
fn handle(server: &mut Server, incoming: Incoming) -> Option<bool> {
    match incoming {
        Incoming::Malformed(Some(id), error) => server.respond(Response { id, response_result: Err(error) }),
        Incoming::Malformed(None, error) => server.send(Outgoing::Malformed(error)),
        Incoming::Message(Message::Response(_)) => {}
        Incoming::Message(Message::Notification(notification)) => {
            if notification.method == "exit" {
                return Some(server.has_shut_down());
            }
            guarded(|| server.notified(notification));
        }
        Incoming::Message(Message::Request(request)) => {
            let id = request.id.clone();
            if guarded(|| server.requested(request)).is_none() {
                let message = "internal error: the request could not be answered".to_owned();
                server.respond(Response::new_err(id, ErrorCode::InternalError as i32, message));
            }
        }
    }
    None
}

/// A mistake of ours in one answer must not take the editor's server away: the panic is told on standard error.
fn guarded(work: impl FnOnce()) -> Option<()> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}
