//! One wrong weekday in every kind of document, behind everything that makes positions go wrong: where each report says
//! that it stands, in bytes, in UTF-16 units and in columns of a terminal.

use serde_json::Value;

use crate::project::{Project, stdout};

/// What is wrong: 2 January 2024 was a Tuesday.
const DAY: &str = "Monday, 2 January 2024";

/// Where a finding stands: line, column in bytes, column in UTF-16 units, and how many columns of a terminal are before it
/// in the line as the report shows it.
#[derive(Debug, PartialEq, Eq)]
struct At(u64, u64, u64, usize);

#[track_caller]
fn case(path: &str, bytes: &[u8], wanted: &At) {
    let project = Project::new(&[]);
    project.write(path, bytes);
    let check = |format: &str| stdout(&project.run(&format!("check {path} --output-format {format}")).code(1));
    let line: Value = serde_json::from_str(check("jsonl").trim()).expect("one finding");
    let sarif: Value = serde_json::from_str(&check("sarif")).expect("SARIF is JSON");
    let region = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    let number = |value: &Value| value.as_u64().unwrap_or_default();
    let human = check("human");
    let carets = human.lines().find(|line| line.contains("^^")).unwrap_or_default();
    let gutter = carets.find(':').map_or(0, |at| at + ": ".len());
    let shown = carets.find('^').unwrap_or_default() - gutter;
    assert_eq!(number(&region["startLine"]), number(&line["line"]));
    let found = At(number(&line["line"]), number(&line["column"]), number(&region["startColumn"]), shown);
    assert_eq!(found, *wanted, "{human}");
    if line["locator"].is_null() {
        let (start, end) = (number(&line["start"]) as usize, number(&line["end"]) as usize);
        assert_eq!(number(&region["byteOffset"]), start as u64);
        let decoded = |bytes: &[u8]| match path {
            "le.txt" => encoding_rs::UTF_16LE.decode_without_bom_handling(bytes).0.into_owned(),
            "be.html" => bytes.chunks(2).map(|unit| char::from(unit[1])).collect(),
            _ => String::from_utf8_lossy(bytes).into_owned(),
        };
        assert_eq!(decoded(&bytes[start..end]).replace("</b>", ""), DAY);
    }
}

#[test]
fn of_markdown() {
    case("a.md", b"Met on Monday, 2 January 2024.", &At(1, 8, 8, 7));
    // A byte order mark is counted in bytes and nowhere else.
    case("a.md", "\u{feff}Met on Monday, 2 January 2024.".as_bytes(), &At(1, 11, 8, 7));
    case("a.md", "---\r\ntitle: Ten\r\n---\r\n\r\nMet\r\non Monday, 2 January 2024.\r\n".as_bytes(), &At(6, 4, 4, 3));
    // An emoji is four bytes, two units and two columns; a combining accent two bytes, one unit and no column.
    case("a.md", "> 😀 cafe\u{301} *on* Monday, 2 January 2024.".as_bytes(), &At(1, 20, 17, 15));
    // An ideograph is three bytes, one unit and two columns.
    case("a.md", "| a | 東京 on Monday, 2 January 2024 |\n|---|---|\n".as_bytes(), &At(1, 17, 13, 14));
    case("a.md", "{{< n \"é\" >}} and {: .x} on Monday, 2 January 2024.".as_bytes(), &At(1, 30, 29, 28));
}

#[test]
fn of_mdx_and_quarto() {
    case(
        "a.mdx",
        "import A from 'a'\n\n<A n={5}>é</A> met {1 + 1} on Monday, 2 January 2024.".as_bytes(),
        &At(3, 32, 31, 30),
    );
    case(
        "a.qmd",
        "```{r}\nx <- 2\n```\n\n::: {.é}\nMet on Monday, 2 January 2024 [@a].\n:::\n".as_bytes(),
        &At(6, 8, 8, 7),
    );
}

#[test]
fn of_html() {
    case("a.html", "<p title='é'>Caf&eacute; &amp; on Monday, 2 January 2024".as_bytes(), &At(1, 36, 35, 34));
    case("a.xhtml", b"<html><body>\r\n<p>Met on <b>Monday</b>, 2 January 2024</p></body></html>", &At(2, 14, 14, 13));
    let utf16: Vec<u8> =
        "\u{feff}<p>Met\n<p>on Monday, 2 January 2024".encode_utf16().flat_map(u16::to_be_bytes).collect();
    case("be.html", &utf16, &At(2, 13, 7, 6));
    case("a.htm", b"<meta charset=latin1>\n<p>Caf\xe9 on Monday, 2 January 2024", &At(2, 12, 12, 11));
}

#[test]
fn of_plain_text() {
    // A tab is one byte and one unit; it is shown as four columns.
    case("a.txt", b"\tMet on Monday, 2 January 2024.", &At(1, 9, 9, 11));
    case("a.txt", "The caf\u{e9} opens\r\n\r\nMet on Monday, 2 January 2024.\r\n".as_bytes(), &At(3, 8, 8, 7));
    case("a.txt", b"Caf\xe9 \x96 met on Monday, 2 January 2024.", &At(1, 15, 15, 14));
    let utf16: Vec<u8> =
        "\u{feff}😀\r\n\r\n日 on Monday, 2 January 2024.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    case("le.txt", &utf16, &At(3, 11, 6, 6));
}

#[test]
fn of_archives_and_word_documents() {
    case(
        "a.jsonl",
        "{\"id\": 1, \"text\": \"Ten.\"}\n{\"id\": 2, \"text\": \"Caf\\u00e9 é\\n\\non Monday, 2 January 2024.\"}\n"
            .as_bytes(),
        &At(2, 39, 38, 37),
    );
    let body = "<w:p><w:r><w:t>Ten.</w:t></w:r></w:p><w:p><w:r><w:t>É 😀 on Mon</w:t></w:r><w:r><w:t>day, 2 January 2024.</w:t></w:r></w:p>";
    case("a.docx", &word(body), &At(2, 12, 9, 8));
}

/// A Word document with this body.
pub(crate) fn word(body: &str) -> Vec<u8> {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("memory can be written");
    let xml = format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    zip.write_all(xml.as_bytes()).expect("memory can be written");
    zip.finish().expect("memory can be written").into_inner()
}
