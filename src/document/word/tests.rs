//! Word documents that are written here, part by part.

use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::document::{File, Given};
use crate::span::Span;

/// A document with these parts.
fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("memory can be written");
        zip.write_all(xml.as_bytes()).expect("memory can be written");
    }
    zip.finish().expect("memory can be written").into_inner()
}

fn document(body: &str) -> String {
    format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>")
}

/// The blocks of a document, each with its locator, or what is wrong with the file.
fn shown(bytes: &[u8]) -> String {
    let file = match File::open("a.docx", bytes) {
        Ok(file) => file,
        Err(error) => return error.to_string(),
    };
    let mut lines = Vec::new();
    file.each_part(&mut |part| {
        let Ok(part) = part else { return };
        let document = part.read("a.docx", &Given::default());
        lines.push(format!("title {:?}", document.metadata.title.as_deref().unwrap_or_default()));
        for block in &document.blocks {
            let span = block.map.to_file(Span::new(0, block.text.len() as u32));
            assert_eq!(span.slice(document.source), block.text);
            let kind = crate::document::tests::kind(&block.kind);
            lines.push(format!("{kind} {:?} ({})", block.text, document.locator(span).unwrap_or_default()));
        }
    });
    lines.join("\n")
}

fn read(body: &str) -> String {
    shown(&packed(&[("word/document.xml", &document(body))]))
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn paragraphs_headings_and_lists() {
    let styles = "<w:styles><w:style w:styleId=\"Kop1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"Mijn\"><w:basedOn w:val=\"Kop1\"/></w:style><w:style w:styleId=\"Inhoud\"><w:name w:val=\"toc 1\"/></w:style></w:styles>";
    let styled = |style: &str, text: &str| {
        format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let listed = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t>12 tents</w:t></w:r></w:p>";
    let body = [
        styled("Inhoud", "The harbour 3"),
        styled("Kop1", "The harbour"),
        styled("Mijn", "A pier"),
        styled("Quote", "So be it."),
        "<w:p/>".to_owned(),
        "<w:p><w:r><w:t>It cost </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>$1</w:t></w:r><w:r><w:t>,200 &amp; more, see m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r><w:r><w:t>.</w:t><w:br/><w:t>Next</w:t></w:r></w:p>".to_owned(),
        listed.to_owned(),
    ]
    .concat();
    insta::assert_snapshot!(shown(&packed(&[("word/document.xml", &document(&body)), ("word/styles.xml", styles)])), @r#"
    title "The harbour"
    h1 "The harbour" (paragraph 1)
    h1 "A pier" (paragraph 2)
    quote "So be it." (paragraph 3)
    p "It cost $1,200 & more, see m².\nNext" (paragraph 4)
    li "12 tents" (paragraph 5)
    "#);
}

#[test]
fn tables_have_headers_and_locators() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p(text));
    let row = |head: &str, a: &str, b: &str| format!("<w:tr>{head}{}{}</w:tr>", cell(a), cell(b));
    let head = "<w:trPr><w:tblHeader/></w:trPr>";
    let wide =
        format!("<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{}</w:tc></w:tr>", p("No data after 2021"));
    let table = format!("<w:tbl>{}{}{wide}</w:tbl>", row(head, "Year 2", "Deaths"), row("", "2020", "1,100"));
    insta::assert_snapshot!(read(&[p("Before."), table, p("After.")].concat()), @r#"
    title ""
    p "Before." (paragraph 1)
    cell 0,0,0 head "Year 2" (table 1, row 1, column 1)
    cell 0,0,1 head "Deaths" (table 1, row 1, column 2)
    cell 0,1,0 under Year 2 "2020" (table 1, row 2, column 1)
    cell 0,1,1 under Deaths of 2020 "1,100" (table 1, row 2, column 2)
    cell 0,2,0 under Year 2 "No data after 2021" (table 1, row 3, column 1)
    p "After." (paragraph 2)
    "#);
}

#[test]
fn what_the_text_withdraws_is_out() {
    let body = "<w:p><w:r><w:t>The fund paid </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>$9</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>$7</w:t></w:r></w:ins><w:r><w:t> million</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t> in 1999</w:t></w:r><w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t> then</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> secret</w:t></w:r><w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:t>.</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p><w:p><w:r><w:t>line.</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE 5</w:instrText></w:r><w:r><w:t>Page six</w:t></w:r></w:p>";
    insta::assert_snapshot!(read(body), @r#"
    title ""
    p "The fund paid $7 million then." (paragraph 1)
    p "One line." (paragraph 2)
    p "Page six" (paragraph 3)
    "#);
}

#[test]
fn notes_and_text_boxes() {
    let boxed = format!(
        "<w:p><w:r><w:t>Outer </w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>text.</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
        p("Boxed 5."),
        p("Boxed 5.")
    );
    let notes = format!(
        "<w:footnotes><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>",
        p("Counted in 2019.")
    );
    insta::assert_snapshot!(shown(&packed(&[("word/document.xml", &document(&boxed)), ("word/footnotes.xml", &notes)])), @r#"
    title ""
    p "Boxed 5." (paragraph 1)
    p "Outer text." (paragraph 2)
    p "Counted in 2019." (footnote 2)
    "#);
}

#[test]
fn says_what_is_wrong_with_a_file() {
    let whole = packed(&[("word/document.xml", &document(&p("Ten.")))]);
    insta::assert_snapshot!(shown(b"Plain words."), @"the file is no zip archive that can be read (invalid Zip archive: Could not find EOCD); save it again as a Word document (.docx)");
    insta::assert_snapshot!(shown(&whole[..whole.len() / 2]), @"the file is no zip archive that can be read (invalid Zip archive: Could not find EOCD); save it again as a Word document (.docx)");
    insta::assert_snapshot!(shown(&packed(&[("mimetype", "x")])), @"the file has no `word/document.xml`; save it again as a Word document (.docx)");
    insta::assert_snapshot!(shown(&packed(&[("word/document.xml", "<w:document><w:p></w:body>")])), @"`word/document.xml` in the file is broken at its byte 17: ill-formed document: expected `</w:p>`, but `</w:body>` was found; save it again as a Word document (.docx)");
    insta::assert_snapshot!(shown(&packed(&[("word/document.xml", "<w:document><w:p>")])), @"`word/document.xml` in the file ends before its elements do; save it again as a Word document (.docx)");
    insta::assert_snapshot!(shown(b"\xd0\xcf\x11\xe0 and so on"), @"the file is an old .doc or is locked with a password; save it again as a Word document (.docx)");
}

#[test]
fn a_small_file_does_not_unpack_to_gigabytes() {
    let bomb = packed(&[("word/document.xml", &" ".repeat(65 << 20))]);
    assert!(bomb.len() < 1 << 20);
    insta::assert_snapshot!(shown(&bomb), @"`word/document.xml` in the file unpacks to more than 64 MB; save it again as a Word document (.docx)");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic(at in 0usize..600, byte: u8, cut in 0usize..600) {
        let mut bytes = packed(&[("word/document.xml", &document(&p("Ten &amp; <w:b/> two.")))]);
        let len = bytes.len();
        bytes[at % len] = byte;
        shown(&bytes);
        bytes.truncate(cut % len);
        shown(&bytes);
    }

    #[test]
    fn no_xml_panics(xml in "(<w:(p|tbl|tr|tc|r|t|del|pPr|gridSpan w:val='9'|tblHeader/)>|</w:(p|tbl|tr|tc|r|t|del|pPr)>|<w:tc/>|<w:p/>|5 |&amp;|&#xZ;)*") {
        read(&xml);
    }
}
