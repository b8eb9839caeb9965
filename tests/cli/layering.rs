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
        let text = std::fs::read_to_string(file.path()).expect("a source file is text");
        // What stands behind `#[cfg(test)]` may look further.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        let code: String = lines.collect();
        if path.ends_with("tests.rs") {
            continue;
        }
        for used in code.split("crate::").skip(1) {
            let name: String = used.chars().take_while(char::is_ascii_lowercase).collect();
            let group = used.strip_prefix('{').map(|rest| rest.split('}').next().unwrap_or_default());
            let names: Vec<&str> = match group {
                Some(list) => list.split(',').map(|item| item.trim().split("::").next().unwrap_or_default()).collect(),
                None => vec![&name],
            };
            for name in names {
                let other = LAYERS.iter().position(|layer| *layer == name);
                if other.is_some_and(|other| other > own) {
                    wrong.push(format!("{} uses {name}", path.display()));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn main_uses_nothing_but_the_command_line() {
    let main = include_str!("../../src/main.rs");
    for used in main.split("figlint::").skip(1) {
        assert!(used.starts_with("cli::"), "main.rs uses {used}");
    }
}
