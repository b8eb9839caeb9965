//! Scores of matches that look like ranges: of "6-4, 6-7 (5-7), 6-3" the middle two go up like ranges do, and only
//! their neighbours say what they are.

use crate::token::{Kind, Tokens};

/// Most digits of one side of a score.
const LONGEST: u32 = 3;
/// Most pairs of a match that are looked at on either side.
const MOST_SETS: usize = 5;
/// Tokens of a pair.
const PAIR: usize = 3;

/// Whether the pair of digits that begins at `start` is one of a row of scores: beside commas and brackets stand other
/// pairs, and one of them goes down.
pub(super) fn is_in_a_row_of_scores(sentence: Tokens<'_>, start: usize) -> bool {
    if pair(sentence, start).is_none() {
        return false;
    }
    let (mut first, mut at) = (start, start);
    for _ in 0..MOST_SETS {
        let Some(before) = (1..=2)
            .filter_map(|marks| first.checked_sub(PAIR + marks))
            .find(|&before| pair(sentence, before).is_some() && (before + PAIR..first).all(|i| is_joint(sentence, i)))
        else {
            break;
        };
        first = before;
    }
    at = at.min(first);
    for _ in 0..2 * MOST_SETS {
        match pair(sentence, at) {
            Some(true) => return true,
            Some(false) => {}
            None => return false,
        }
        let Some(next) = (1..=2)
            .map(|marks| at + PAIR + marks)
            .find(|&next| pair(sentence, next).is_some() && (at + PAIR..next).all(|i| is_joint(sentence, i)))
        else {
            return false;
        };
        at = next;
    }
    false
}

/// Words straight before the result of a match.
const RESULTS: &[&str] = &[
    "won", "win", "wins", "lost", "lose", "loses", "losing", "winning", "drew", "beaten", "trailed", "trailing", "led",
    "leading",
];

/// "lost 0-2": a pair that counts nothing behind the verb of a match.
pub(super) fn is_a_result(sentence: Tokens<'_>, start: usize, end: usize) -> bool {
    end == start + PAIR
        && pair(sentence, start).is_some()
        && start.checked_sub(1).and_then(|at| sentence.get(at)).is_some_and(|t| RESULTS.contains(&sentence.text_of(t)))
}

fn is_joint(sentence: Tokens<'_>, at: usize) -> bool {
    sentence.get(at).is_some_and(|t| matches!(t.word.as_punct(), Some(',' | '(' | ')' | ';')))
}

/// Whether the pair "6-4" at this place goes down; none where no pair stands.
fn pair(sentence: Tokens<'_>, at: usize) -> Option<bool> {
    let side = |at: usize| {
        let token = sentence.get(at).filter(|t| t.kind == Kind::Digits && t.end - t.start <= LONGEST)?;
        sentence.text_of(token).parse::<u32>().ok()
    };
    let (low, high) = (side(at)?, side(at + 2)?);
    let hyphen = sentence.get(at + 1)?;
    let glued = !hyphen.spaced() && sentence.get(at + 2).is_some_and(|t| !t.spaced());
    ((hyphen.is_punct('-') || hyphen.is_punct('\u{2013}')) && glued).then_some(low > high)
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn sets_and_ranges() {
        let cases = [
            ("she won 4-6, 6-3, 7-5 there", ""),
            ("he lost 6-7 (3-7), 6-4, 3-6", ""),
            ("he lost 0-2 in the final", ""),
            ("they won 1-3 overall", ""),
            ("they won 1-3 medals", "1-3 medals = [1, 3] between"),
            ("she lost 4-6 pounds", "4-6 pounds = [4, 6] between"),
            ("ages 5-7, 8-10 and 11-13", "5-7 = [5, 7] between"),
            ("a run of 5-7 days, 4-6 at best", "5-7 days = [5, 7] between"),
        ];
        for (text, expected) in cases {
            let read = rows(text).replace('\n', " ; ");
            assert!(read.starts_with(expected) && (!expected.is_empty() || read.is_empty()), "{text}: {read}");
        }
    }
}
