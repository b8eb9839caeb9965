//! Publication dates in metadata: in values (`2024-03-02T10:00Z`, `March 2, 2024`) and in the paths of addresses
//! (`/2024/03/02/`, `/2024-03-02-`). The span is the date itself, so that a finding can point at it.

use jiff::civil::Date;

use super::reading::Reading;
use super::{DateOrigin, MarkedDay, StatedDate, dateline};
use crate::span::Span;

/// Publication dates that are kept of one text; a page that lists hundreds is not dated by them.
const MOST: usize = 64;

/// Notes a publication date; one that is known from the same origin is not noted twice.
pub(super) fn note(reading: &mut Reading<'_>, origin: DateOrigin, date: Date, span: Span) {
    let known = reading.stated.iter().any(|stated| stated.origin == origin && stated.date == date);
    if !known && reading.stated.len() < MOST {
        reading.stated.push(StatedDate { date, span, origin });
    }
}

/// Notes the date with which a value begins.
pub(super) fn value(reading: &mut Reading<'_>, origin: DateOrigin, bytes: Span) {
    let text = bytes.slice(reading.source);
    let lead = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || c == '\'').len();
    let found = numeric(&text[lead..]).or_else(|| dateline::leading_date(&text[lead..]));
    if let Some((date, span)) = found {
        note(reading, origin, date, shifted(span, bytes.start + lead as u32));
    }
}

/// The day of `<time datetime=...>`, whose words are still to come; `None` for months, durations, weeks and ranges.
pub(super) fn marked(source: &str, value: Span, words: u32) -> Option<MarkedDay> {
    let text = value.slice(source);
    let lead = text.len() - text.trim_start().len();
    let (date, span) = numeric(&text[lead..])?;
    let behind = text[lead..][span.range()].len() + lead;
    let timed = match text[behind..].trim_end().as_bytes() {
        [] => false,
        [b'T' | b't' | b' ', hour, ..] if hour.is_ascii_digit() => true,
        _ => return None,
    };
    let words = Span::new(words, words);
    Some(MarkedDay { date, timed, markup: shifted(span, value.start + lead as u32), words })
}

/// Notes the date in the path of an address.
pub(super) fn url(reading: &mut Reading<'_>, origin: DateOrigin, bytes: Span) {
    if let Some((date, span)) = in_path(bytes.slice(reading.source)) {
        note(reading, origin, date, shifted(span, bytes.start));
    }
}

/// The date with which a file's name begins, as in the posts of Jekyll and Hugo.
pub(super) fn in_file_name(path: &str) -> Option<Date> {
    let name = path.rsplit(['/', '\\']).next()?;
    let (date, span) = numeric(name)?;
    matches!(name.as_bytes().get(span.end as usize), Some(b'-' | b'_' | b'.')).then_some(date)
}

fn shifted(span: Span, by: u32) -> Span {
    Span::new(span.start + by, span.end + by)
}

/// `2024-03-02`, `2024/3/2`, `2024.03.02` at the start, with the same mark twice and no digit after it.
fn numeric(text: &str) -> Option<(Date, Span)> {
    let bytes = text.as_bytes();
    let (year, at) = number(bytes, 0, 4)?;
    let mark = *bytes.get(at).filter(|b| matches!(b, b'-' | b'/' | b'.' | b'_'))?;
    let (month, at) = number(bytes, at + 1, 2).or_else(|| month_name(bytes, at + 1))?;
    if bytes.get(at) != Some(&mark) {
        return None;
    }
    let (day, end) = number(bytes, at + 1, 2)?;
    if bytes.get(end).is_some_and(u8::is_ascii_digit) || !(1900..2100).contains(&year) {
        return None;
    }
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some((date, Span::new(0, end as u32)))
}

/// A number of at most `most` digits, exactly that many for years, and the byte after it.
fn number(bytes: &[u8], at: usize, most: usize) -> Option<(i16, usize)> {
    let digits = bytes.get(at..)?.iter().take(most).take_while(|b| b.is_ascii_digit()).count();
    if digits == 0 || most == 4 && digits < 4 {
        return None;
    }
    let value = bytes[at..at + digits].iter().fold(0, |n, b| n * 10 + i16::from(b - b'0'));
    Some((value, at + digits))
}

/// `jan` to `dec`, as some newspapers write them in addresses.
fn month_name(bytes: &[u8], at: usize) -> Option<(i16, usize)> {
    const NAMES: [&[u8]; 12] =
        [b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"];
    let name = bytes.get(at..at + 3)?;
    let (month, _) = (1..).zip(NAMES).find(|(_, known)| name.eq_ignore_ascii_case(known))?;
    Some((month, at + 3))
}

/// The first date that stands between slashes, or at the start of a part of the path.
fn in_path(url: &str) -> Option<(Date, Span)> {
    let path = &url[..url.find(['?', '#']).unwrap_or(url.len())];
    memchr::memchr_iter(b'/', path.as_bytes())
        .chain(path.starts_with(|c: char| c.is_ascii_digit()).then_some(usize::MAX))
        .find_map(|slash| {
            let start = slash.wrapping_add(1);
            let (date, span) = numeric(&path[start..])?;
            let ends = matches!(path.as_bytes().get(start + span.end as usize), None | Some(b'/' | b'-' | b'_' | b'.'));
            ends.then_some((date, shifted(span, start as u32)))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dates_in_addresses() {
        let p = |url: &str| {
            in_path(url).map_or_else(|| "none".to_owned(), |(date, span)| format!("{date} {}", span.slice(url)))
        };
        insta::assert_snapshot!(p("https://example.org/news/2024/03/02/ten-people"), @"2024-03-02 2024/03/02");
        insta::assert_snapshot!(p("https://example.org/2024/mar/2/ten"), @"2024-03-02 2024/mar/2");
        insta::assert_snapshot!(p("/posts/2024-03-02-ten.html"), @"2024-03-02 2024-03-02");
        insta::assert_snapshot!(p("2024/03/02/ten/"), @"2024-03-02 2024/03/02");
        insta::assert_snapshot!(p("https://example.org/2024/03/ten"), @"none");
        insta::assert_snapshot!(p("https://example.org/2024/13/02/"), @"none");
        insta::assert_snapshot!(p("https://example.org/?d=/2024/03/02/"), @"none");
        insta::assert_snapshot!(p("https://example.org/2024-03-0299"), @"none");
    }

    #[test]
    fn reads_dates_in_file_names() {
        let p = |path: &str| in_file_name(path).map(|date| date.to_string());
        assert_eq!(p("_posts/2024-03-02-ten.md").as_deref(), Some("2024-03-02"));
        assert_eq!(p("2024-03-02.txt").as_deref(), Some("2024-03-02"));
        assert_eq!(p("notes-2024-03-02.txt"), None);
    }
}
