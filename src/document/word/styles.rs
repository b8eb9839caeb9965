//! The styles of a Word document: what a paragraph of each style is. Their ids are in the language of the one who
//! wrote, their names are not.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What a style makes of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Heading(u8),
    ListItem,
    Quotation,
    Caption,
    /// An entry of the table of contents: the heading again, with a page number.
    Contents,
}

/// Longest chain of styles that are based on another.
const DEEPEST: usize = 16;

/// All styles, by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    of: HashMap<String, (Option<Style>, Option<String>)>,
}

impl Styles {
    /// Reads `word/styles.xml`, as far as it can be read: a text without styles is a text too.
    pub(super) fn read(xml: &str) -> Self {
        let mut styles = Self::default();
        let mut reader = Reader::from_str(xml);
        let mut id: Option<String> = None;
        while let Ok(event) = reader.read_event() {
            let element = match &event {
                Event::Start(element) | Event::Empty(element) => element,
                Event::Eof => break,
                _ => continue,
            };
            if element.name().as_ref() == "w:style" {
                id = attribute(element, "w:styleId");
                if let Some(id) = &id {
                    styles.of.insert(id.clone(), (None, None));
                }
            } else if let Some(entry) = id.as_ref().and_then(|id| styles.of.get_mut(id)) {
                let value = attribute(element, "w:val").unwrap_or_default();
                match element.name().as_ref() {
                    "w:name" => entry.0 = entry.0.or(by_name(&value)),
                    "w:basedOn" => entry.1 = Some(value),
                    "w:outlineLvl" => entry.0 = entry.0.or(outline(&value)),
                    "w:numId" => entry.0 = entry.0.or(Some(Style::ListItem)),
                    _ => {}
                }
            }
        }
        styles
    }

    /// What a paragraph of this style is, by the style or one that it is based on.
    pub(super) fn get(&self, id: &str) -> Option<Style> {
        let mut id = id;
        for _ in 0..DEEPEST {
            let Some((style, based_on)) = self.of.get(id) else { return by_name(id) };
            if style.is_some() {
                return *style;
            }
            id = based_on.as_deref()?;
        }
        None
    }
}

/// What Word's own styles are.
fn by_name(name: &str) -> Option<Style> {
    let name = name.to_ascii_lowercase();
    if let Some(level) = name.strip_prefix("heading") {
        return level.trim().parse().ok().filter(|level| (1..=9).contains(level)).map(|l: u8| Style::Heading(l.min(6)));
    }
    match name.as_str() {
        "title" => Some(Style::Heading(1)),
        "subtitle" => Some(Style::Heading(2)),
        "caption" => Some(Style::Caption),
        "quote" | "intense quote" | "block text" => Some(Style::Quotation),
        _ if name.starts_with("list") => Some(Style::ListItem),
        _ if name.starts_with("toc ") || name == "table of figures" => Some(Style::Contents),
        _ => None,
    }
}

/// A level of the outline, from 0; 9 is running text.
pub(super) fn outline(value: &str) -> Option<Style> {
    value.parse().ok().filter(|level: &u8| *level < 9).map(|level| Style::Heading((level + 1).min(6)))
}

/// The value of an attribute.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.value.into_owned())
}
