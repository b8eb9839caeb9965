//! Which cells of a sheet are shown as percentages. A spreadsheet keeps 70.6% as 0.706 and says in the style of the
//! cell that it is a percentage; calamine reads the number alone, so the styles are read here.

use std::collections::HashSet;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// Bytes that a part may have when it is unpacked.
const LARGEST: u64 = 256 << 20;

/// The number formats of percentages that every workbook has without saying so: `0%` and `0.00%` (ECMA-376, 18.8.30).
const BUILT_IN: [&str; 2] = ["9", "10"];

/// The cells of one sheet that are percentages, as rows and columns from 0. Empty where the styles cannot be read: a
/// number without a style is a number still.
pub(super) fn percentages(bytes: &[u8], sheet: &str) -> HashSet<(u32, u32)> {
    read(bytes, sheet).unwrap_or_default()
}

fn read(bytes: &[u8], sheet: &str) -> Option<HashSet<(u32, u32)>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut part = |name: &str| -> Option<String> {
        let mut text = String::new();
        archive.by_name(name).ok()?.take(LARGEST).read_to_string(&mut text).ok()?;
        Some(text)
    };
    let styles = styles(&part("xl/styles.xml")?);
    if styles.is_empty() {
        return None;
    }
    let relation = relation_of(&part("xl/workbook.xml")?, sheet)?;
    let target = target_of(&part("xl/_rels/workbook.xml.rels")?, &relation)?;
    let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
    Some(cells(&part(&path)?, &styles))
}

/// The indices of the cell styles (`cellXfs`) whose number format is a percentage.
fn styles(xml: &str) -> HashSet<String> {
    let mut formats: HashSet<String> = BUILT_IN.iter().map(|&id| id.to_owned()).collect();
    let (mut styles, mut of_cells, mut count) = (HashSet::new(), false, 0_usize);
    each(xml, |element, opens| match (local(element), opens) {
        ("numFmt", true) => {
            if let (Some(id), Some(code)) = (attribute(element, "numFmtId"), attribute(element, "formatCode"))
                && is_percentage(&code)
            {
                formats.insert(id);
            }
        }
        ("cellXfs", opens) => of_cells = opens,
        ("xf", true) if of_cells => {
            if attribute(element, "numFmtId").is_some_and(|id| formats.contains(&id)) {
                styles.insert(count.to_string());
            }
            count += 1;
        }
        _ => {}
    });
    styles
}

/// Whether a format code shows a percentage: it has a `%` that is neither quoted nor escaped.
fn is_percentage(code: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    code.chars().any(|c| {
        let literal = quoted || escaped;
        escaped = !literal && c == '\\';
        quoted ^= c == '"' && !escaped;
        c == '%' && !literal
    })
}

/// The relation by which the workbook names a sheet.
fn relation_of(xml: &str, sheet: &str) -> Option<String> {
    let mut relation = None;
    each(xml, |element, opens| {
        if opens && local(element) == "sheet" && attribute(element, "name").is_some_and(|name| name == sheet) {
            relation = attribute(element, "r:id");
        }
    });
    relation
}

/// The part that a relation points to.
fn target_of(xml: &str, relation: &str) -> Option<String> {
    let mut target = None;
    each(xml, |element, opens| {
        if opens && attribute(element, "Id").is_some_and(|id| id == relation) {
            target = attribute(element, "Target");
        }
    });
    target
}

fn cells(xml: &str, styles: &HashSet<String>) -> HashSet<(u32, u32)> {
    let mut cells = HashSet::new();
    each(xml, |element, opens| {
        if opens && local(element) == "c" && attribute(element, "s").is_some_and(|style| styles.contains(&style)) {
            cells.extend(attribute(element, "r").and_then(|cell| position(&cell)));
        }
    });
    cells
}

/// Row and column of "B3", from 0.
fn position(cell: &str) -> Option<(u32, u32)> {
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = cell.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |sum, letter| {
        let letter = letter.to_ascii_uppercase();
        let value = u32::from(letter.checked_sub(b'A').filter(|value| *value < 26)?) + 1;
        sum.checked_mul(26)?.checked_add(value)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// Calls `see` with each element as it opens (`true`) and closes (`false`), as far as the XML can be read.
fn each(xml: &str, mut see: impl FnMut(&BytesStart<'_>, bool)) {
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(element) | Event::Empty(element) => see(&element, true),
            Event::End(element) => see(&BytesStart::new(element.name().as_ref()), false),
            Event::Eof => break,
            _ => {}
        }
    }
}

/// The name of an element without its prefix.
fn local<'e>(element: &'e BytesStart<'_>) -> &'e str {
    let name: &'e str = element.name().into_inner();
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn format_codes() {
        for code in ["0%", "0.0%", "#,##0.00 %", "[Red]0%;-0%"] {
            assert!(is_percentage(code), "{code}");
        }
        for code in ["0", "General", "0\"%\"", "0\\%", "yyyy-mm-dd", "#,##0.00 \"per cent\""] {
            assert!(!is_percentage(code), "{code}");
        }
    }

    #[test]
    fn styles_of_cells() {
        let xml = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/></numFmts>\
                   <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>\
                   <cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
        let styles = styles(xml);
        assert_eq!(styles.len(), 2);
        let sheet = "<x:worksheet><x:c r=\"A1\" s=\"1\"/><x:c r=\"AB12\" s=\"2\"><v>0.5</v></x:c><x:c r=\"C3\" s=\"0\"/></x:worksheet>";
        assert_eq!(cells(sheet, &styles), HashSet::from([(0, 0), (11, 27)]));
        assert_eq!(position("B"), None);
        assert_eq!(position("0"), None);
    }
}
