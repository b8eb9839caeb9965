//! Rows: facts as they were written, before they are understood. Every file format is read into rows, so that keys,
//! types and faults are the same for all.

use std::borrow::Cow;

use crate::span::Span;

/// One fact as it was written.
#[derive(Debug)]
pub(super) struct Row<'a> {
    /// Bytes of its header, where faults of the whole row are shown.
    pub(super) head: Span,
    /// Bytes of the whole row.
    pub(super) whole: Span,
    /// Its keys and values in file order.
    pub(super) entries: Vec<Entry<'a>>,
}

/// A key with its value.
#[derive(Debug)]
pub(super) struct Entry<'a> {
    pub(super) key: Cow<'a, str>,
    pub(super) key_span: Span,
    pub(super) value: Written<'a>,
    pub(super) span: Span,
}

/// A value as it was written.
#[derive(Debug)]
pub(super) enum Written<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A decimal number, as in the file.
    Number(Cow<'a, str>),
    /// A calendar day, as in the file.
    Day(Cow<'a, str>),
    /// Several values.
    List(Vec<Written<'a>>),
    /// Anything that no key of a fact takes, by the name of its type.
    Other(&'static str),
}

impl Written<'_> {
    /// The same without a copy of its words.
    pub(super) fn borrowed(&self) -> Written<'_> {
        match self {
            Self::Text(text) => Written::Text(Cow::Borrowed(text)),
            Self::Number(number) => Written::Number(Cow::Borrowed(number)),
            Self::Day(day) => Written::Day(Cow::Borrowed(day)),
            Self::List(list) => Written::List(list.iter().map(Self::borrowed).collect()),
            Self::Other(kind) => Written::Other(kind),
        }
    }

    /// What it is, with article.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "a text",
            Self::Number(_) => "a number",
            Self::Day(_) => "a date",
            Self::List(_) => "a list",
            Self::Other(kind) => kind,
        }
    }
}
