//! How many of something there are, in words.

use crate::quantity::grouped;

/// A number with its noun: "1 text", "1,182 figures".
pub fn count(n: u64, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n.into()), if n == 1 { one } else { many })
}
