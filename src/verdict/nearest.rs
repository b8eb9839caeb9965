//! The right name that a wrong one was meant to be, for every "did you mean" there is.

/// The candidate that needs the fewest changes to become, if it needs few enough to have been meant: one in three
/// letters of the longer name, at least one. Else the first that has a word which needs even fewer, one in four
/// letters: "weekdy" is the beginning of `weekday-mismatch`. Case, hyphens and underscores do not count.
pub fn nearest<'a>(wrong: &str, right: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wrong = plain(wrong);
    let right: Vec<(&str, Vec<char>)> = right.into_iter().map(|name| (name, plain(name))).collect();
    let few = |other: &[char], part: usize, least: usize| {
        let changes = changes(&wrong, other);
        (changes <= (wrong.len().max(other.len()) / part).max(least)).then_some(changes)
    };
    let whole = right.iter().filter_map(|(name, letters)| Some((few(letters, 3, 1)?, *name)));
    let words = right.iter().flat_map(|(name, letters)| letters.split(|c| *c == '_').map(move |word| (*name, word)));
    let words = words.filter(|_| wrong.len() > 2).filter_map(|(name, word)| Some((few(word, 4, 0)?, name)));
    let least = whole.min_by_key(|(changes, _)| *changes);
    least.or_else(|| words.min_by_key(|(changes, _)| *changes)).map(|(_, name)| name)
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

    #[test]
    fn a_word_of_a_name_is_enough() {
        let near = |wrong| nearest(wrong, ["sum-mismatch", "weekday-mismatch", "dateline-conflict", "fail-on"]);
        assert_eq!(near("weekdy"), Some("weekday-mismatch"));
        assert_eq!(near("sum"), Some("sum-mismatch"));
        assert_eq!(near("datline"), Some("dateline-conflict"));
        assert_eq!(near("fail_on"), Some("fail-on"));
        assert_eq!(near("zebra"), None);
        assert_eq!(near("on"), None);
    }
}
