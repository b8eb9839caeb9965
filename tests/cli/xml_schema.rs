//! Holds an XML document against the part of XML Schema that JUnit's uses: which attributes an element must and may have,
//! and which elements may stand in it. Their order and the types of values are not looked at.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What a schema says of one element.
#[derive(Debug, Default)]
struct Element {
    required: BTreeSet<String>,
    allowed: BTreeSet<String>,
    children: BTreeSet<String>,
}

/// The elements of a schema, by name.
#[derive(Debug)]
pub(crate) struct XmlSchema(BTreeMap<String, Element>);

impl XmlSchema {
    /// Reads a schema whose elements are declared at its top, each by itself.
    pub(crate) fn read(schema: &str) -> Self {
        let mut elements: BTreeMap<String, Element> = BTreeMap::new();
        let (mut declared, mut depth) = (String::new(), 0);
        walk(schema, |step| match step {
            Step::Open(name, attributes) => {
                depth += 1;
                match (name, depth) {
                    ("xs:element", 2) => declared.clone_from(&attributes["name"]),
                    ("xs:complexType" | "xs:simpleType", 2) => declared.clear(),
                    _ if declared.is_empty() => return,
                    _ => {}
                }
                let element = elements.entry(declared.clone()).or_default();
                match (name, attributes.get("ref"), attributes.get("name")) {
                    ("xs:element", Some(child), _) => drop(element.children.insert(child.clone())),
                    ("xs:attribute", _, Some(key)) => {
                        if attributes.get("use").is_some_and(|needed| needed == "required") {
                            element.required.insert(key.clone());
                        }
                        element.allowed.insert(key.clone());
                    }
                    _ => {}
                }
            }
            Step::Close => depth -= 1,
        });
        Self(elements)
    }

    /// Lets an element have an attribute that the schema does not know.
    pub(crate) fn allow(&mut self, element: &str, attribute: &str) {
        let element = self.0.get_mut(element).expect("the schema has the element");
        assert!(element.allowed.insert(attribute.to_owned()), "the schema knows {attribute} itself");
    }

    /// What does not fit, in the document's order; panics where it is not well-formed.
    pub(crate) fn faults(&self, document: &str) -> Vec<String> {
        let mut faults = Vec::new();
        let mut open: Vec<String> = Vec::new();
        walk(document, |step| match step {
            Step::Open(name, attributes) => {
                let parent = open.last().and_then(|parent| self.0.get(parent));
                if parent.is_some_and(|parent| !parent.children.contains(name)) {
                    faults.push(format!("<{name}> in <{}>", open[open.len() - 1]));
                }
                match self.0.get(name) {
                    None => faults.push(format!("<{name}> is not known")),
                    Some(element) => {
                        let missing = element.required.iter().filter(|key| !attributes.contains_key(*key));
                        faults.extend(missing.map(|key| format!("<{name}> without {key}")));
                        let unknown = attributes.keys().filter(|key| !element.allowed.contains(*key));
                        faults.extend(unknown.map(|key| format!("<{name}> with {key}")));
                    }
                }
                open.push(name.to_owned());
            }
            Step::Close => drop(open.pop()),
        });
        faults
    }
}

enum Step<'a> {
    Open(&'a str, BTreeMap<String, String>),
    Close,
}

fn walk(xml: &str, mut step: impl FnMut(Step<'_>)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().expect("it is well-formed") {
            Event::Eof => return,
            Event::Start(tag) => step(Step::Open(tag.name().as_ref(), attributes(&tag))),
            Event::Empty(tag) => {
                step(Step::Open(tag.name().as_ref(), attributes(&tag)));
                step(Step::Close);
            }
            Event::End(_) => step(Step::Close),
            _ => {}
        }
    }
}

fn attributes(tag: &BytesStart<'_>) -> BTreeMap<String, String> {
    let attributes = tag.attributes().map(|attribute| {
        let attribute = attribute.expect("an attribute");
        (attribute.key.as_ref().to_owned(), attribute.value.into_owned())
    });
    attributes.collect()
}
