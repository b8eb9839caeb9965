//! The nearest right name for a wrong one, for every "did you mean" there is.

/// Below this ratio a suggestion confuses more than it helps.
const CUTOFF: f32 = 0.6;
/// The same for one word of a name, where more must be alike.
const WORD_CUTOFF: f32 = 0.8;

/// The known name most like `name`, if one is like it at all; else the first that has a word like it ("weekdy" is the
/// beginning of `weekday-mismatch`).
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let like = |list: &[&'a str], cutoff| similar::get_close_matches(name, list, 1, cutoff).first().copied();
    like(&known, CUTOFF).or_else(|| {
        let words: Vec<&str> = known.iter().flat_map(|known| known.split(['-', '_'])).collect();
        let word = like(&words, WORD_CUTOFF)?;
        known.into_iter().find(|known| known.split(['-', '_']).any(|own| own == word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_nothing_else() {
        let known = ["sum", "weekday", "reference", "fail-on", "dateline-conflict"];
        let p = |name| nearest(name, known);
        assert_eq!(p("weekdy"), Some("weekday"));
        assert_eq!(p("fail_on"), Some("fail-on"));
        assert_eq!(p("sums"), Some("sum"));
        assert_eq!(p("datline"), Some("dateline-conflict"));
        assert_eq!(p("zebra"), None);
    }
}
