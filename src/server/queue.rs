//! Messages that have come and were not handled yet. They are handled in their order; but a request that the client
//! has cancelled in the meantime is not worked on any more.

use std::collections::VecDeque;

use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};

use super::transport::Incoming;

/// The messages, in their order.
#[derive(Debug, Default)]
pub(super) struct Queue {
    waiting: VecDeque<Incoming>,
    /// Requests that cannot be answered yet.
    parked: Vec<Request>,
}

impl Queue {
    /// Takes a message in. A cancellation is carried out at once: returned is the answer to the request that it
    /// cancels, if that still waits.
    pub(super) fn push(&mut self, incoming: Incoming) -> Option<Response> {
        let Incoming::Message(Message::Notification(notification)) = &incoming else {
            self.waiting.push_back(incoming);
            return None;
        };
        let Some(id) = cancelled(notification) else {
            self.waiting.push_back(incoming);
            return None;
        };
        let is_it = |one: &Incoming| matches!(one, Incoming::Message(Message::Request(request)) if request.id == id);
        if let Some(at) = self.waiting.iter().position(is_it) {
            self.waiting.remove(at);
        } else {
            let at = self.parked.iter().position(|request| request.id == id)?;
            self.parked.remove(at);
        }
        Some(Response::new_err(id, ErrorCode::RequestCanceled as i32, "the request was cancelled".to_owned()))
    }

    /// The next message to handle.
    pub(super) fn next(&mut self) -> Option<Incoming> {
        self.waiting.pop_front()
    }

    /// Puts a request aside until [`Queue::unpark`].
    pub(super) fn park(&mut self, request: Request) {
        self.parked.push(request);
    }

    /// Hands the requests that were put aside on, as if they came now.
    pub(super) fn unpark(&mut self) {
        self.waiting.extend(self.parked.drain(..).map(|request| Incoming::Message(request.into())));
    }
}

/// The request that a notification cancels.
fn cancelled(notification: &Notification) -> Option<RequestId> {
    let id = notification.params.get("id").filter(|_| notification.method == "$/cancelRequest")?;
    serde_json::from_value(id.clone()).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_waits_can_be_cancelled() {
        let request =
            |id: i32| Incoming::Message(Request::new(id.into(), "textDocument/hover".to_owned(), json!({})).into());
        let cancel =
            |id: i32| Incoming::Message(Notification::new("$/cancelRequest".to_owned(), json!({ "id": id })).into());
        let mut queue = Queue::default();
        assert!(queue.push(request(1)).is_none() && queue.push(request(2)).is_none());
        assert!(queue.push(cancel(1)).is_some_and(|answer| answer.id == 1.into()));
        assert!(queue.push(cancel(1)).is_none() && queue.push(cancel(9)).is_none());
        assert!(matches!(queue.next(), Some(Incoming::Message(Message::Request(next))) if next.id == 2.into()));
        assert!(queue.next().is_none());
        for id in [3, 4] {
            queue.park(Request::new(id.into(), "workspace/diagnostic".to_owned(), json!({})));
        }
        assert!(queue.push(cancel(3)).is_some());
        assert!(queue.next().is_none());
        queue.unpark();
        assert!(matches!(queue.next(), Some(Incoming::Message(Message::Request(next))) if next.id == 4.into()));
    }
}
