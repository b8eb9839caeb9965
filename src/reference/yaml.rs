//! YAML sets: the parser's events become a tree with bytes of the file. Where the parser stumbles, every item of the
//! list is read alone, so that one bad fact hides no other.

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, StrInput};

use super::fault::{Fault, Source, Unreadable};
use super::iso::iso_day;
use super::row::Written;
use super::tree::{Kind, Node};
use super::value::decimal;
use crate::span::Span;

/// Deeper sets are none.
const DEEPEST: usize = 16;

/// The tree of a YAML text. Items that are no YAML are faults.
pub(super) fn read<'a>(source: &Source<'a>, faults: &mut Vec<Fault>) -> Result<Node<'a>, Unreadable> {
    let text = source.text;
    let error = match tree(text, 0) {
        Ok(node) => return Ok(node),
        Err(error) => error,
    };
    let starts = items(text);
    if starts.is_empty() {
        let at = error.at;
        return Err(Unreadable { message: format!("this is no YAML: {}", error.message), span: at..at });
    }
    let mut list = Vec::new();
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(text.len());
        match tree(&text[start..end], start) {
            Ok(Node { kind: Kind::List(items), .. }) => list.extend(items),
            Ok(_) => {}
            Err(error) => {
                let at = error.at.clamp(start, end) as u32;
                faults.push(Fault {
                    message: format!("this is no valid YAML: {}", error.message),
                    help: Some("the whole fact is left out until this is mended".to_owned()),
                    place: source.place(Span::new(at, at), Span::new(start as u32, end as u32)),
                    other: None,
                });
            }
        }
    }
    Ok(Node { span: Span::new(0, text.len() as u32), kind: Kind::List(list) })
}

/// First bytes of the lines that begin an item of the outermost list.
fn items(text: &str) -> Vec<usize> {
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let is_item = |line: &str| line.trim_start_matches(' ').starts_with("- ");
    let Some(outermost) = text.lines().filter(|line| is_item(line)).map(indent).min() else {
        return Vec::new();
    };
    let mut at = 0;
    let mut starts = Vec::new();
    for line in text.split_inclusive('\n') {
        if is_item(line) && indent(line) == outermost {
            starts.push(at);
        }
        at += line.len();
    }
    starts
}

/// What is wrong with a YAML text, at this byte of the file.
struct Wrong {
    message: String,
    at: usize,
}

/// Reads the first document of a text that begins at a byte of the file.
fn tree(text: &str, from: usize) -> Result<Node<'_>, Wrong> {
    let mut reader = Reader { parser: Parser::new_from_str(text), text, from, chars: 0, bytes: 0 };
    loop {
        match reader.next()? {
            (Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _) => {}
            (Event::StreamEnd | Event::DocumentEnd, span) => return Ok(Node { span, kind: Kind::Null }),
            (event, span) => {
                let root = reader.node(event, span, 0)?;
                // Faults behind the first document are faults of the set.
                while !matches!(reader.next()?.0, Event::StreamEnd) {}
                return Ok(root);
            }
        }
    }
}

struct Reader<'a> {
    parser: Parser<'a, StrInput<'a>>,
    text: &'a str,
    from: usize,
    /// The last place that was asked for, in characters and bytes: the parser counts characters.
    chars: usize,
    bytes: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Span), Wrong> {
        match self.parser.next() {
            None => Ok((Event::StreamEnd, Span::default())),
            Some(Ok((event, span))) => {
                let start = self.byte(span.start.index());
                let end = self.byte(span.end.index()).max(start);
                Ok((event, Span::new(start as u32, end as u32)))
            }
            Some(Err(error)) => Err(self.wrong(&error)),
        }
    }

    fn wrong(&mut self, error: &ScanError) -> Wrong {
        Wrong { message: error.info().to_owned(), at: self.byte(error.marker().index()) }
    }

    /// The byte of the file at which a character of the text begins.
    fn byte(&mut self, chars: usize) -> usize {
        if chars >= self.chars {
            let ahead = self.text[self.bytes..].chars().take(chars - self.chars);
            self.bytes += ahead.map(char::len_utf8).sum::<usize>();
        } else {
            let back = self.text[..self.bytes].chars().rev().take(self.chars - chars);
            self.bytes -= back.map(char::len_utf8).sum::<usize>();
        }
        self.chars = chars;
        self.from + self.bytes
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Result<Node<'a>, Wrong> {
        if depth > DEEPEST {
            return Err(Wrong { message: "too many levels".to_owned(), at: span.start as usize });
        }
        let mut whole = span;
        let kind = match event {
            Event::Scalar(words, style, _, _) => {
                let bytes = self.text.get(span.start as usize - self.from..span.end as usize - self.from);
                scalar(words, style, bytes.unwrap_or_default())
            }
            Event::SequenceStart(..) => {
                let mut list = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, end) => {
                            whole = whole.cover(end);
                            break Kind::List(list);
                        }
                        (event, span) => list.push(self.node(event, span, depth + 1)?),
                    }
                }
            }
            Event::MappingStart(..) => {
                let mut map = Vec::new();
                loop {
                    let (event, key_span) = self.next()?;
                    if event == Event::MappingEnd {
                        whole = map
                            .last()
                            .map_or(whole, |(_, key, node): &(_, Span, Node<'_>)| whole.cover(*key).cover(node.span));
                        break Kind::Map(map);
                    }
                    let Event::Scalar(key, ..) = event else {
                        return Err(Wrong { message: "a key is a word".to_owned(), at: key_span.start as usize });
                    };
                    let (event, span) = self.next()?;
                    map.push((key, key_span, self.node(event, span, depth + 1)?));
                }
            }
            Event::Alias(_) => Kind::One(Written::Other("an alias")),
            _ => Kind::Null,
        };
        Ok(Node { span: whole, kind })
    }
}

/// A scalar by YAML's core schema: what has no quotation marks can be a number, a day or nothing.
fn scalar<'a>(words: std::borrow::Cow<'a, str>, style: ScalarStyle, bytes: &'a str) -> Kind<'a> {
    let bytes = bytes.trim_end();
    if style != ScalarStyle::Plain {
        return Kind::One(Written::Text(words));
    }
    Kind::One(match &*words {
        "" | "~" | "null" | "Null" | "NULL" => return Kind::Null,
        "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => Written::Other("true or false"),
        plain if plain == bytes && iso_day(plain).is_some() => Written::Day(bytes.into()),
        plain if plain == bytes && !plain.contains('_') && decimal(plain).is_some() => Written::Number(bytes.into()),
        _ => Written::Text(words),
    })
}
