//! The nearest right name for a wrong one, for every "did you mean" there is.

/// Below this ratio a suggestion confuses more than it helps.
const CUTOFF: f32 = 0.6;

/// The known name most like `name`, if one is like it at all.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    similar::get_close_matches(name, &known, 1, CUTOFF).first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_nothing_else() {
        let known = ["sum", "weekday", "reference", "fail-on"];
        let p = |name| nearest(name, known);
        assert_eq!(p("weekdy"), Some("weekday"));
        assert_eq!(p("fail_on"), Some("fail-on"));
        assert_eq!(p("sums"), Some("sum"));
        assert_eq!(p("zebra"), None);
    }
}
