//! JSON and YAML sets as one tree, and the rows in it: a list of facts, or a mapping with such a list under `fact`.

use std::borrow::Cow;

use super::fault::{Fault, Source};
use super::row::{Entry, Row, Written};
use crate::span::Span;
use crate::verdict::nearest;

/// A value with the bytes it stands at.
#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) span: Span,
    pub(super) kind: Kind<'a>,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Kind<'a> {
    /// `null`: as if the key were not there.
    Null,
    /// A text, a number, or what no key of a fact takes.
    One(Written<'a>),
    /// A list.
    List(Vec<Node<'a>>),
    /// Keys with their bytes, and values.
    Map(Vec<(Cow<'a, str>, Span, Node<'a>)>),
}

/// Keys of a listed fact that say where it stands.
const PLACE: [&str; 3] = ["path", "line", "column"];

/// The rows of a tree in file order; whatever is no fact is a fault.
pub(super) fn rows<'a>(source: &Source<'a>, root: Node<'a>, faults: &mut Vec<Fault>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let mut fault = |span: Span, message: String, help: Option<String>| {
        faults.push(Fault { message, help, place: source.place(span, span), other: None });
    };
    // What `figlint facts list` printed: every fact with its place in the set that it came from.
    let mut listed = false;
    let list = match root.kind {
        Kind::Null => Vec::new(),
        Kind::List(list) => list,
        Kind::Map(map) => {
            let mut list = Vec::new();
            listed = map.iter().any(|(key, ..)| key == "version");
            for (key, key_span, node) in map {
                match node.kind {
                    Kind::List(facts) if key == "fact" || listed && key == "facts" => list.extend(facts),
                    _ if listed && key == "version" => {}
                    _ if key == "fact" => {
                        fault(key_span, "\u{201c}fact\u{201d} is not a list of facts".to_owned(), None);
                    }
                    _ => {
                        let help = nearest(&key, ["fact"]).map(|_| "the list of facts is called \u{201c}fact\u{201d}");
                        let message = format!("a reference set has no key \u{201c}{key}\u{201d}");
                        fault(key_span, message, help.map(str::to_owned));
                    }
                }
            }
            list
        }
        Kind::One(_) => {
            let help = "it is a list of facts, each with id, measure and value".to_owned();
            fault(root.span, "this is no reference set".to_owned(), Some(help));
            Vec::new()
        }
    };
    for node in list {
        let Kind::Map(map) = node.kind else {
            fault(node.span, "this is no fact: it has no keys".to_owned(), None);
            continue;
        };
        let head = map.first().map_or(node.span, |(_, span, _)| *span);
        let entries = map
            .into_iter()
            .filter(|(key, ..)| !(listed && PLACE.contains(&&**key)))
            .filter_map(|(key, key_span, value)| entry(key, key_span, value))
            .collect();
        rows.push(Row { head, whole: node.span, entries });
    }
    rows
}

fn entry<'a>(key: Cow<'a, str>, key_span: Span, node: Node<'a>) -> Option<Entry<'a>> {
    let span = node.span;
    written(node).map(|value| Entry { key, key_span, value, span })
}

fn written(node: Node<'_>) -> Option<Written<'_>> {
    Some(match node.kind {
        Kind::Null => return None,
        Kind::One(value) => value,
        Kind::List(list) => Written::List(list.into_iter().filter_map(written).collect()),
        Kind::Map(_) => Written::Other("a mapping"),
    })
}
