//! The layers use only those before them; see the table of contents in src/lib.rs.

use std::path::Path;

const LAYERS: [&str; 18] = [
    "span",
    "token",
    "period",
    "quantity",
    "vocabulary",
    "document",
    "claim",
    "verdict",
    "reference",
    "check",
    "rule",
    "config",
    "lint",
    "fix",
    "diff",
    "report",
    "server",
    "cli",
];

#[test]
fn each_layer_uses_only_those_before_it() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    for file in ignore::WalkBuilder::new(&source).build().flatten() {
        let path = file.path().strip_prefix(&source).expect("it lies below src");
        let first = path.components().next().map(|c| c.as_os_str().to_string_lossy());
        let layer = first.unwrap_or_default().trim_end_matches(".rs").to_owned();
        if path.extension().is_none_or(|ending| ending != "rs") || ["lib", "main"].contains(&&*layer) {
            continue;
        }
        let Some(own) = LAYERS.iter().position(|name| *name == layer) else {
            wrong.push(format!("{} belongs to no layer", path.display()));
            continue;
        };
        let is_test =
            |part: std::path::Component<'_>| ["tests", "tests.rs"].iter().any(|name| part.as_os_str() == *name);
        if path.components().any(is_test) {
            continue;
        }
        let text = std::fs::read_to_string(file.path()).expect("a source file is text");
        wrong.extend(ahead_of(own, &text).into_iter().map(|name| format!("{} uses {name}", path.display())));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The layers behind the one with this number that a file of it uses, apart from its tests, which may look further.
fn ahead_of(own: usize, text: &str) -> Vec<String> {
    let mut lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut code = String::new();
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            code.push_str(line);
            continue;
        }
        // The item ends on its own line, or with a brace that stands as far in as it does.
        let indent = line.len() - line.trim_start().len();
        let ends = |line: &&str| line.len() - line.trim_start().len() == indent && line.ends_with([';', '}']);
        lines.find(ends);
    }
    let names = code.split("crate::").skip(1);
    let names = names.map(|used| used.chars().take_while(char::is_ascii_lowercase).collect::<String>());
    names.filter(|name| LAYERS.iter().skip(own + 1).any(|layer| layer == name) || name.is_empty()).collect()
}

#[test]
fn a_layer_that_looks_ahead_is_found() {
    let case =
        |text: &str| ahead_of(LAYERS.iter().position(|name| *name == "check").expect("it is one"), text).join(" ");
    assert_eq!(case("use crate::claim::Claim;\nuse crate::verdict::{Label, Place};\n"), "");
    assert_eq!(case("#[cfg(test)]\nmod tests;\n\nuse crate::lint::Linter;\n"), "lint");
    assert_eq!(case("#[cfg(test)]\nmod tests {\n    use crate::lint::Linter;\n}\n"), "");
    assert_eq!(case("#[cfg(test)]\nuse crate::lint::Linter;\n\nfn a() -> crate::rule::Rule {\n"), "rule");
    assert_eq!(
        case(
            "impl A {\n    #[cfg(test)]\n    fn b() {\n        crate::lint::c();\n    }\n\n    fn d(e: &crate::fix::F) {}\n}\n"
        ),
        "fix"
    );
    assert_eq!(case("/// See [`crate::cli`].\nfn a() {}\n"), "");
}

#[test]
fn main_uses_nothing_but_the_command_line() {
    let main = include_str!("../../src/main.rs");
    for used in main.split("figlint::").skip(1) {
        assert!(used.starts_with("cli::"), "main.rs uses {used}");
    }
}
