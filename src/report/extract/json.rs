//! Rows as JSON, written byte by byte: `extract` prints as many bytes as it reads, so that a general serializer would
//! be the slowest part of it.

use std::io::Write as _;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Row;
use crate::period::Period;

/// Appends a row as one JSON object, without a line end.
pub fn jsonl_row(row: &Row<'_>, out: &mut Vec<u8>) {
    text(out, "{\"path\":", row.path);
    number(out, ",\"start\":", row.start);
    number(out, ",\"end\":", row.end);
    number(out, ",\"line\":", row.line);
    number(out, ",\"column\":", row.column);
    if let Some(locator) = row.locator {
        text(out, ",\"locator\":", locator);
    }
    text(out, ",\"text\":", row.text);
    text(out, ",\"kind\":", row.kind.name());
    decimal(out, ",\"value\":", row.value);
    decimal(out, ",\"low\":", row.low);
    decimal(out, ",\"high\":", row.high);
    text(out, ",\"hedge\":", row.hedge);
    maybe(out, ",\"unit\":", row.unit);
    maybe(out, ",\"noun\":", row.noun);
    maybe(out, ",\"change\":", row.change);
    maybe(out, ",\"timex\":", row.timex);
    maybe(out, ",\"measure\":", row.measure);
    list(out, ",\"about\":", row.about.iter().copied());
    list(out, ",\"qualifiers\":", row.qualifiers.iter().map(String::as_str));
    period(out, ",\"period\":", row.period);
    day(out, ",\"as_of\":", row.as_of);
    text(out, ",\"modality\":", row.modality);
    maybe(out, ",\"attribution\":", row.attribution);
    text(out, ",\"context\":", row.context);
    out.extend_from_slice(b",\"id\":\"");
    hex(out, row.id);
    out.push(b'"');
    text(out, ",\"status\":", row.status);
    out.push(b'}');
}

/// Appends a JSON string with its quotation marks.
pub fn json_string(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let bytes = text.as_bytes();
    let mut plain = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if !ESCAPED[byte as usize] {
            continue;
        }
        out.extend_from_slice(&bytes[plain..at]);
        plain = at + 1;
        match byte {
            b'"' => out.extend_from_slice(b"\\\""),
            b'\\' => out.extend_from_slice(b"\\\\"),
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\r' => out.extend_from_slice(b"\\r"),
            b'\t' => out.extend_from_slice(b"\\t"),
            _ => {
                out.extend_from_slice(b"\\u00");
                out.push(HEX[(byte >> 4) as usize]);
                out.push(HEX[(byte & 15) as usize]);
            }
        }
    }
    out.extend_from_slice(&bytes[plain..]);
    out.push(b'"');
}

const HEX: &[u8; 16] = b"0123456789abcdef";

/// Bytes that JSON does not allow in a string.
const ESCAPED: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = true;
        byte += 1;
    }
    table[b'"' as usize] = true;
    table[b'\\' as usize] = true;
    table
};

fn text(out: &mut Vec<u8>, key: &str, value: &str) {
    out.extend_from_slice(key.as_bytes());
    json_string(out, value);
}

fn maybe(out: &mut Vec<u8>, key: &str, value: Option<&str>) {
    match value {
        Some(value) => text(out, key, value),
        None => null(out, key),
    }
}

fn null(out: &mut Vec<u8>, key: &str) {
    out.extend_from_slice(key.as_bytes());
    out.extend_from_slice(b"null");
}

fn number(out: &mut Vec<u8>, key: &str, value: u32) {
    out.extend_from_slice(key.as_bytes());
    digits(out, u128::from(value), 1);
}

/// The decimal digits of a number, with noughts in front up to `width`.
fn digits(out: &mut Vec<u8>, mut value: u128, width: usize) {
    let mut buffer = [b'0'; 40];
    let mut at = buffer.len();
    while value > 0 {
        at -= 1;
        buffer[at] = b'0' + (value % 10) as u8;
        value /= 10;
    }
    at = at.min(buffer.len() - width);
    out.extend_from_slice(&buffer[at..]);
}

fn decimal(out: &mut Vec<u8>, key: &str, value: Option<Decimal>) {
    let Some(value) = value else {
        return null(out, key);
    };
    out.extend_from_slice(key.as_bytes());
    let mantissa = value.mantissa();
    if value.scale() == 0 {
        if mantissa < 0 {
            out.push(b'-');
        }
        digits(out, mantissa.unsigned_abs(), 1);
    } else {
        // "1.20" and "1.2" are one number, and "1200000.0" is no way to write 1.2 million.
        let _ = write!(out, "{}", value.normalize());
    }
}

fn list<'a>(out: &mut Vec<u8>, key: &str, items: impl Iterator<Item = &'a str>) {
    out.extend_from_slice(key.as_bytes());
    out.push(b'[');
    for (n, item) in items.enumerate() {
        if n > 0 {
            out.push(b',');
        }
        json_string(out, item);
    }
    out.push(b']');
}

fn date(out: &mut Vec<u8>, day: Date) {
    if day.year() < 0 {
        let _ = write!(out, "{day}");
        return;
    }
    digits(out, day.year().unsigned_abs().into(), 4);
    out.push(b'-');
    digits(out, day.month().unsigned_abs().into(), 2);
    out.push(b'-');
    digits(out, day.day().unsigned_abs().into(), 2);
}

fn day(out: &mut Vec<u8>, key: &str, value: Option<Date>) {
    let Some(value) = value else {
        return null(out, key);
    };
    out.extend_from_slice(key.as_bytes());
    out.push(b'"');
    date(out, value);
    out.push(b'"');
}

fn period(out: &mut Vec<u8>, key: &str, value: Option<Period>) {
    let Some(value) = value else {
        return null(out, key);
    };
    out.extend_from_slice(key.as_bytes());
    out.push(b'"');
    end(out, value.start);
    out.push(b'/');
    end(out, value.last_day());
    out.push(b'"');
}

fn end(out: &mut Vec<u8>, day: Option<Date>) {
    match day {
        Some(day) => date(out, day),
        None => out.extend_from_slice(b".."),
    }
}

fn hex(out: &mut Vec<u8>, value: u64) {
    for shift in (0..16).rev() {
        out.push(HEX[(value >> (4 * shift)) as usize & 15]);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use jiff::civil::date as day_of;

    fn row<'r>(context: &'r str, about: &'r [&'r str], qualifiers: &'r [String]) -> Row<'r> {
        Row {
            path: "draft.md",
            start: 57,
            end: 78,
            line: 2,
            locator: None,
            column: 9,
            text: "at least 2,500 people",
            kind: crate::report::extract::Kind::Count,
            value: Some(Decimal::from(2500)),
            low: Some(Decimal::new(-12500, 1)),
            high: None,
            hedge: "at_least",
            unit: Some("person"),
            noun: Some("people"),
            change: None,
            timex: None,
            measure: Some("deaths"),
            about,
            qualifiers,
            period: Period::between(day_of(2024, 1, 1), day_of(2024, 4, 1)),
            as_of: Some(day_of(2024, 6, 20)),
            modality: "actual",
            attribution: None,
            context,
            id: 0xa1,
            status: "unchecked",
        }
    }

    #[test]
    fn a_row_is_the_line_of_the_format() {
        let mut out = Vec::new();
        let qualifiers = ["children".to_owned()];
        jsonl_row(&row("The \"gang\"\n", &["Haiti", "gang violence"], &qualifiers), &mut out);
        insta::assert_snapshot!(String::from_utf8_lossy(&out), @r#"{"path":"draft.md","start":57,"end":78,"line":2,"column":9,"text":"at least 2,500 people","kind":"count","value":2500,"low":-1250,"high":null,"hedge":"at_least","unit":"person","noun":"people","change":null,"timex":null,"measure":"deaths","about":["Haiti","gang violence"],"qualifiers":["children"],"period":"2024-01-01/2024-03-31","as_of":"2024-06-20","modality":"actual","attribution":null,"context":"The \"gang\"\n","id":"00000000000000a1","status":"unchecked"}"#);
        assert!(serde_json::from_slice::<serde_json::Value>(&out).is_ok());
    }

    #[test]
    fn open_periods_and_numbers() {
        let mut out = Vec::new();
        let p = |value: &str| {
            let mut out = Vec::new();
            decimal(&mut out, "", value.parse().ok());
            String::from_utf8_lossy(&out).into_owned()
        };
        assert_eq!(p("0"), "0");
        assert_eq!(p("1.20"), "1.2");
        assert_eq!(p("-3"), "-3");
        assert_eq!(p("1200000.0"), "1200000");
        assert_eq!(p("79228162514264337593543950335"), "79228162514264337593543950335");
        let open = Period { start: Some(day_of(987, 3, 1)), end: None };
        period(&mut out, "", Some(open));
        assert_eq!(out, b"\"0987-03-01/..\"");
    }

    proptest! {
        #[test]
        fn strings_come_back_as_they_were(written in any::<String>()) {
            let mut out = Vec::new();
            json_string(&mut out, &written);
            prop_assert_eq!(serde_json::from_slice::<String>(&out).ok(), Some(written));
        }
    }
}
