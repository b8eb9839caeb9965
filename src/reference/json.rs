//! JSON sets: values are taken as the bytes of the file, so that decimals stay exact and every fault has its place.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::fault::{Source, Unreadable};
use super::row::Written;
use super::tree::{Kind, Node};
use crate::span::Span;

/// The tree of a JSON text.
pub(super) fn read<'a>(source: &Source<'a>) -> Result<Node<'a>, Unreadable> {
    let raw: &RawValue = serde_json::from_str(source.text).map_err(|error| unreadable(source, &error))?;
    node(source, raw, 0).map_err(|error| unreadable(source, &error))
}

/// What lies deeper is in no fact.
const DEEPEST: u8 = 8;

fn unreadable(source: &Source<'_>, error: &serde_json::Error) -> Unreadable {
    let at = source.byte(error.line(), error.column());
    let text = error.to_string();
    let what = text.split(" at line").next().unwrap_or_default();
    Unreadable { message: format!("this is no JSON: {what}"), span: at..at }
}

fn node<'a>(source: &Source<'a>, raw: &'a RawValue, depth: u8) -> serde_json::Result<Node<'a>> {
    let text = raw.get();
    let kind = match text.as_bytes().first() {
        Some(b'{' | b'[') if depth > DEEPEST => Kind::One(Written::Other("a nest of lists")),
        Some(b'{') => {
            let Members(members) = serde_json::from_str(text)?;
            let mut map = Vec::with_capacity(members.len());
            for (Key(key), value) in members {
                let value = node(source, value, depth + 1)?;
                // A key with escapes is shown at its value.
                let span = match &key {
                    Cow::Borrowed(key) => span(source, key),
                    Cow::Owned(_) => value.span,
                };
                map.push((key, span, value));
            }
            Kind::Map(map)
        }
        Some(b'[') => {
            let list: Vec<&RawValue> = serde_json::from_str(text)?;
            Kind::List(list.into_iter().map(|item| node(source, item, depth + 1)).collect::<Result<_, _>>()?)
        }
        Some(b'"') => {
            let Key(words) = serde_json::from_str(text)?;
            Kind::One(Written::Text(words))
        }
        Some(b'n') => Kind::Null,
        Some(b't' | b'f') => Kind::One(Written::Other("true or false")),
        _ => Kind::One(Written::Number(Cow::Borrowed(text))),
    };
    Ok(Node { span: span(source, text), kind })
}

/// Where a part of the text stands in it.
fn span(source: &Source<'_>, part: &str) -> Span {
    let start = (part.as_ptr() as usize).saturating_sub(source.text.as_ptr() as usize);
    let end = (start + part.len()).min(source.text.len());
    Span::new(start.min(end) as u32, end as u32)
}

/// A string that borrows from the text where it has no escapes.
#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

/// The members of an object in file order, doubled ones too.
struct Members<'a>(Vec<(Key<'a>, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}
