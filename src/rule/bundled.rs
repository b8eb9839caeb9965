//! The rule files that are part of the binary: one list, compared with the folder `rules` by a test.

use super::source::Source;

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../rules/", $path)))),*]
    };
}

/// Path below `rules` and text.
const FILES: &[(&str, &str)] = files![
    "arithmetic/change-mismatch.toml",
    "arithmetic/implausible-value.toml",
    "arithmetic/impossible-percentage.toml",
    "arithmetic/part-exceeds-whole.toml",
    "arithmetic/percent-point-mixup.toml",
    "arithmetic/product-mismatch.toml",
    "arithmetic/ratio-mismatch.toml",
    "arithmetic/relation-mismatch.toml",
    "arithmetic/share-total.toml",
    "arithmetic/sum-mismatch.toml",
    "calendar/age-mismatch.toml",
    "calendar/dateline-conflict.toml",
    "calendar/elapsed-mismatch.toml",
    "calendar/impossible-date.toml",
    "calendar/range-reversed.toml",
    "calendar/weekday-mismatch.toml",
    "consistency/figure-conflict.toml",
    "disasters/vocabulary.toml",
    "elections/vocabulary.toml",
    "health/vocabulary.toml",
    "humanitarian/bodies.toml",
    "humanitarian/durations.toml",
    "humanitarian/protection.toml",
    "humanitarian/vocabulary.toml",
    "money/vocabulary.toml",
    "reference/reference-data.toml",
    "reference/reference-mismatch.toml",
    "reference/reference-outdated.toml",
    "wording/conversion-mismatch.toml",
    "wording/false-precision.toml",
    "wording/list-count-mismatch.toml",
    "wording/unused-suppression.toml",
    "wording/words-figures-mismatch.toml",
];

/// All bundled rule files, in the order of their paths.
pub fn bundled() -> impl Iterator<Item = Source> {
    FILES.iter().map(|(path, text)| Source::bundled(format!("rules/{path}"), text))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::super::{is_kebab_case, load};
    use super::*;

    #[test]
    fn the_list_is_the_folder() -> std::io::Result<()> {
        let mut there = BTreeSet::new();
        let rules = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
        for pack in std::fs::read_dir(rules)? {
            let pack = pack?;
            for file in std::fs::read_dir(pack.path())? {
                there.insert(format!("{}/{}", pack.file_name().to_string_lossy(), file?.file_name().to_string_lossy()));
            }
        }
        let listed: BTreeSet<String> = FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(listed, there);
        assert_eq!(listed.len(), FILES.len(), "a file is listed twice");
        Ok(())
    }

    #[test]
    fn bundled_rules_load_without_a_fault() {
        let loaded = load(bundled());
        assert_eq!(loaded.faults, []);
        for rule in &loaded.rules {
            assert!(is_kebab_case(&rule.id), "{}", rule.id);
        }
    }

    #[test]
    fn each_rule_has_an_example_that_finds_and_one_that_is_silent() {
        for rule in load(bundled()).rules {
            let examples = rule.examples().unwrap_or_default();
            assert!(examples.iter().any(|e| !e.finds.is_empty()), "{} never finds", rule.id);
            assert!(examples.iter().any(|e| e.finds.is_empty()), "{} is never silent", rule.id);
        }
    }

    #[test]
    fn what_is_counted_has_a_singular() {
        for rule in load(bundled()).rules {
            let Some(passed) = rule.passed else { continue };
            let plural = passed.many.split(' ').any(|word| word.ends_with('s'));
            assert!(!plural || passed.one != passed.many, "{}: 1 {}", rule.id, passed.one);
        }
    }

    #[test]
    fn examples_stand_last_so_that_a_run_can_leave_them_unread() {
        for (path, text) in FILES {
            let (mut table, mut in_text) = (false, false);
            for line in text.lines() {
                if !in_text && line.starts_with('[') {
                    let example = line.starts_with("[[example");
                    assert!(example || !table, "{path}: {line} stands behind the first example");
                    table |= example;
                }
                in_text ^= line.matches("\"\"\"").count() == 1;
            }
        }
    }
}
