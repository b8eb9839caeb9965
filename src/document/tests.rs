//! What holds for every format: spans lead back to the bytes they came from, nothing that is no prose is read, and no
//! input is refused.

mod metadata;
mod rows;

use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

/// A block's kind in a word.
pub(super) fn kind(kind: &BlockKind) -> String {
    match kind {
        BlockKind::Paragraph => "p".to_owned(),
        BlockKind::Heading(level) => format!("h{level}"),
        BlockKind::ListItem => "li".to_owned(),
        BlockKind::Quotation => "quote".to_owned(),
        BlockKind::Caption => "caption".to_owned(),
        BlockKind::TableCell(cell) => {
            let mut shown = format!("cell {},{},{}", cell.table, cell.row, cell.column);
            let parts = [(" under ", &cell.column_header), (" of ", &cell.row_header), (" in ", &cell.caption)];
            for (joint, text) in parts.into_iter().filter_map(|(joint, text)| Some((joint, text.as_ref()?))) {
                write!(shown, "{joint}{text}").ok();
            }
            if cell.header { shown + " head" } else { shown }
        }
    }
}

fn read<'a>(path: &str, source: &'a str) -> Document<'a> {
    Document::read(path, source, &Given::default())
}

/// Every span of every block lies in the file on character boundaries.
#[track_caller]
fn assert_sound(document: &Document<'_>) {
    for block in &document.blocks {
        assert!(!block.text.trim().is_empty());
        let mut last = 0;
        for (at, character) in block.text.char_indices() {
            let span = block.map.to_file(Span::new(at as u32, (at + character.len_utf8()) as u32));
            let found = document.source.get(span.range());
            assert!(found.is_some_and(|found| !found.is_empty()), "{character:?} at {span:?} in {:?}", document.source);
            assert!(span.start >= last, "{character:?} stands before what precedes it in {:?}", document.source);
            last = span.start;
        }
    }
}

/// The words `w0é`, `w1é` ... of the blocks are the expected ones, and each maps to bytes that are that word.
#[track_caller]
fn assert_words(document: &Document<'_>, expected: &[String]) {
    let mut found = Vec::new();
    for block in &document.blocks {
        for (start, _) in block.text.match_indices('w') {
            let len = block.text[start..].find('é').map_or(0, |len| len + 'é'.len_utf8());
            let span = Span::new(start as u32, (start + len) as u32);
            assert_eq!(
                block.map.to_file(span).slice(document.source),
                span.slice(&block.text),
                "in {:?}",
                document.source
            );
            found.push(span.slice(&block.text).to_owned());
        }
    }
    assert_eq!(found, expected, "in {:?}", document.source);
}

/// Pieces of markup and text; `W` becomes a word with a number of its own.
fn pieces(choices: &'static [&'static str]) -> impl Strategy<Value = (String, Vec<String>)> {
    prop::collection::vec(prop::sample::select(choices), 0..40).prop_map(|pieces| {
        let (mut source, mut words) = (String::new(), Vec::new());
        for piece in pieces {
            for part in piece.split_inclusive('W') {
                source.push_str(part.trim_end_matches('W'));
                if part.ends_with('W') {
                    let word = format!("w{}é", words.len());
                    source.push_str(&word);
                    words.push(word);
                }
            }
        }
        (source, words)
    })
}

const HTML: &[&str] = &[
    "W ",
    "W\r\n",
    "&amp;W&nbsp;",
    " W&#8212;",
    "&mdash;&copy W ",
    "<p>W</p>",
    "<p class=\"x > y\">W",
    "<b>W</b> ",
    "<a href='w99'>W</a> ",
    "<script>let w98 = \"</b>\";</script>",
    "<style>w97 {}</style>",
    "<!-- w96 <p> -->",
    "<ul><li>W<li>W</ul>",
    "<table><caption>W</caption><tr><th>W<td>W</table>",
    "<h2>W</h2>",
    "<br>",
    "<br/>W ",
    "<img alt='w95'> ",
    "<nav>w94</nav>",
    "\u{1f600}\u{a0}W\n",
    "<svg><text>w93</text></svg>",
    "<svg/>",
    "< ",
    " & ",
];

const MARKDOWN: &[&str] = &[
    "W ",
    "W\r\n",
    "W\n",
    "\n\n",
    "&amp;W&nbsp;",
    " W&#8212; ",
    "*W* ",
    "**W** ",
    "[W](http://x.org/w99) ",
    "\n\n# W\n\n",
    "\n- W\n",
    "\n\n> W\n\n",
    "\n\n| W | W |\n|---|---|\n| W | *W* |\n\n",
    "`w98` ",
    "\\* W ",
    "\n\n```\nw97\n```\n\n",
    "\u{1f600}\u{a0}W ",
    "x <!-- w96 --> W ",
    "\n\n<div>W &lt; W</div>\n\n",
];

proptest! {
    #[test]
    fn words_of_html_lead_back_to_the_file((source, words) in pieces(HTML)) {
        let document = read("a.html", &source);
        assert_sound(&document);
        assert_words(&document, &words);
    }

    #[test]
    fn words_of_markdown_lead_back_to_the_file((source, words) in pieces(MARKDOWN)) {
        let document = read("a.md", &source);
        assert_sound(&document);
        assert_words(&document, &words);
    }

    #[test]
    fn words_of_plain_text_lead_back_to_the_file((source, words) in pieces(&["W ", "W\r\n", "\n", "\n\n", "- W", ". W", "    W", "12. W ", "\u{a0}W, W"])) {
        let document = read("a.txt", &source);
        assert_sound(&document);
        assert_words(&document, &words);
    }

    #[test]
    fn no_text_is_refused(source in "\\PC*|[ -~\n\r\t]*|([<>&;#!/a-c\"'= \n-]|<t[dhr]>|<table>|<!--|</?p|&#x?|---\n|title: )*") {
for path in ["a.txt", "a.md", "a.html", "a.mdx"] {
            assert_sound(&read(path, &source));
        }
    }

    #[test]
    fn no_mdx_is_refused(source in "([a-c5 \n{}<>\"'`]|import |export const |<Aé|\\\\\\{|é|/>)*") {
        assert_sound(&read("a.mdx", &source));
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), mark in 0_usize..3) {
        let mark: &[u8] = [b"".as_slice(), b"\xff\xfe", b"\xfe\xff"][mark];
        let bytes = [mark, &bytes].concat();
        for path in ["a.txt", "a.md", "a.mdx", "a.html", "a.jsonl", "a.docx"] {
            let Ok(file) = File::open(path, &bytes) else { continue };
            file.each_part(&mut |part| {
                let Ok(part) = part else { return };
                let document = part.read(path, &Given::default());
                assert_sound(&document);
                for block in &document.blocks {
                    let span = document.to_file(block.map.to_file(Span::new(0, block.text.len() as u32)));
                    assert!(span.end as usize <= bytes.len() && document.lines.locate(span.start).line > 0);
                }
            });
        }
    }

    #[test]
    fn figures_in_other_encodings_stand_where_they_say(words in "[a-zé 0-9\n]{1,60}") {
        let source = format!("{words} n5");
        let western = encoding_rs::WINDOWS_1252.encode(&source).0.into_owned();
        let utf16: Vec<u8> = format!("\u{feff}{source}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, width) in [(western, 1), (utf16, 2)] {
            let file = File::open("a.txt", &bytes).expect("the text can be decoded");
            file.each_part(&mut |part| {
                let part = part.expect("a file that is open has its text");
                let document = part.read("a.txt", &Given::default());
                let block = document.blocks.last().expect("the text has a word");
                let end = block.text.len() as u32;
                let span = document.to_file(block.map.to_file(Span::new(end - 1, end)));
                assert_eq!(span.range(), bytes.len() - width..bytes.len());
            });
        }
    }
}
