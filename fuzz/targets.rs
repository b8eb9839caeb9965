//! What is fuzzed: every parser of files that come from outside. The first byte of the data says which kind of file it
//! is.

use std::sync::OnceLock;

use figlint::document::{File, Given};
use figlint::lint::{Baseline, Content, Linter, Text};
use figlint::reference::{Format, Loader};
use figlint::report::{Report, Sources, sarif};
use figlint::rule::Source;
use figlint::span::Span;
use figlint::{config, reference, rule};

/// What is fed with data; it fails by a panic.
type Target = fn(&[u8]);

/// All targets by name.
#[allow(dead_code, reason = "a single target does not need the list")]
pub(crate) const TARGETS: [(&str, Target); 6] = [
    ("text", text),
    ("lint", lint),
    ("reference", reference),
    ("rule", rule),
    ("config", config),
    ("baseline", baseline),
];

/// The kinds of texts, by the first byte of the data from `a` on.
const TEXTS: [&str; 7] = ["a.md", "b.mdx", "c.html", "d.txt", "e.jsonl", "f.docx", "g.qmd"];

fn chosen<T: Copy>(data: &[u8], choices: &[T]) -> Option<(T, usize)> {
    let first = usize::from(data.first()?.wrapping_sub(b'a'));
    Some((choices[first % choices.len()], 1))
}

/// Every text is read or refused, and every character of it leads back to bytes of its file.
pub(crate) fn text(data: &[u8]) {
    let Some((path, from)) = chosen(data, &TEXTS) else { return };
    let bytes = &data[from..];
    let Ok(file) = File::open(path, bytes) else { return };
    file.each_part(&mut |part| {
        let Ok(part) = part else { return };
        let document = part.read(path, &Given::default());
        for block in &document.blocks {
            for (at, character) in block.text.char_indices() {
                let span = block.map.to_file(Span::new(at as u32, (at + character.len_utf8()) as u32));
                assert!(document.source.get(span.range()).is_some_and(|found| !found.is_empty()));
                assert!(path == "f.docx" || document.to_file(span).end as usize <= bytes.len());
            }
        }
    });
}

/// Every text is checked by all rules, and what is found can be reported.
pub(crate) fn lint(data: &[u8]) {
    let Some((path, from)) = chosen(data, &TEXTS) else { return };
    let linter = linter();
    let content = Content::Bytes(data[from..].to_vec());
    let texts = [Text { path: path.to_owned(), config_path: path.to_owned(), content }];
    let outcome = linter.lint(&texts);
    let report =
        Report { outcome: &outcome, rules: &linter.rules, texts: &texts, show_passed: true, show_suppressed: true };
    let mut sources = Sources::default();
    sources.keep_bytes(path, &data[from..]);
    sarif(&report, &mut sources, &mut Vec::new()).expect("memory can be written");
}

/// Every reference set is read with recovery.
pub(crate) fn reference(data: &[u8]) {
    let formats = [Format::Toml, Format::Yaml, Format::Json, Format::Csv];
    let Some((format, from)) = chosen(data, &formats) else { return };
    reference::table_of_workbook(&data[from..]).ok();
    let Ok(text) = std::str::from_utf8(&data[from..]) else { return };
    let mut loader = Loader::new(&linter().vocabulary);
    loader.add("facts", text, format).ok();
    loader.finish();
}

/// Every rule file is read with recovery.
pub(crate) fn rule(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let loaded = rule::load([Source::new("house/own.toml", text)]);
    for rule in &loaded.rules {
        rule.examples().ok();
    }
}

/// Every configuration is read with recovery.
pub(crate) fn config(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    config::parse(&Source::new("figlint.toml", text), 0);
}

/// A baseline that can be read is written as it was read.
pub(crate) fn baseline(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(read) = Baseline::parse(text) else { return };
    let written = read.to_json();
    let again = Baseline::parse(&written).expect("what was written can be read");
    assert_eq!(again.to_json(), written);
}

/// All bundled rules, read once.
fn linter() -> &'static Linter {
    static LINTER: OnceLock<Linter> = OnceLock::new();
    LINTER.get_or_init(Linter::bundled)
}
