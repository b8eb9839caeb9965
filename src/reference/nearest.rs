//! The right name that a wrong one was meant to be, for "did you mean".

/// The candidate that needs the fewest changes to become, if it needs few enough to have been meant: one in three
/// letters, at least one. Case, hyphens and underscores do not count.
pub fn nearest<'a>(wrong: &str, right: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = plain(wrong);
    let allowed = (wrong.len() / 3).max(1);
    right
        .into_iter()
        .map(|name| (changes(&wrong, &plain(name)), name))
        .min_by_key(|&(changes, _)| changes)
        .filter(|&(changes, _)| changes <= allowed)
        .map(|(_, name)| name)
}

fn plain(name: &str) -> Vec<char> {
    name.chars().map(|c| if c == '-' || c == ' ' { '_' } else { c.to_ascii_lowercase() }).take(64).collect()
}

/// Letters to insert, drop, replace or swap with their neighbour (optimal string alignment).
fn changes(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1];
        for j in 0..b.len() {
            let replaced = last[j] + usize::from(a[i] != b[j]);
            let mut best = replaced.min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_and_far() {
        let near = |wrong| nearest(wrong, ["deaths", "displaced", "food_insecure", "as_of"]);
        assert_eq!(near("death"), Some("deaths"));
        assert_eq!(near("dpislaced"), Some("displaced"));
        assert_eq!(near("food-insecure"), Some("food_insecure"));
        assert_eq!(near("As of"), Some("as_of"));
        assert_eq!(near("votes"), None);
        assert_eq!(near(""), None);
    }
}
