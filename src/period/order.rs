//! Which number comes first in "3/4/2025": what the rest of the document shows.

use super::DateOrder;
use super::resolve::order_of;

impl DateOrder {
    /// The order that the numeric dates of a text show: one with a number above twelve tells it for all. `None` where
    /// none does or where they contradict each other. One pass over the slashes of the text.
    pub fn evident_in(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let mut found = None;
        for slash in memchr::memchr_iter(b'/', bytes) {
            let Some(order) = order_at(bytes, slash) else {
                continue;
            };
            if found.is_some_and(|other| other != order) {
                return None;
            }
            found = Some(order);
        }
        found
    }

    /// The order that all of these texts show together, as [`Self::evident_in`] for one.
    pub fn evident_in_all<'t>(texts: impl IntoIterator<Item = &'t str>) -> Option<Self> {
        let mut orders = texts.into_iter().filter_map(Self::evident_in);
        let first = orders.next()?;
        orders.all(|order| order == first).then_some(first)
    }
}

/// The order of a date whose first slash stands here: "25/6/2024" or "6/25/24".
fn order_at(bytes: &[u8], slash: usize) -> Option<DateOrder> {
    let (before, after) = (bytes.get(..slash)?, bytes.get(slash + 1..)?);
    let back = before.iter().rev().take(3).take_while(|b| b.is_ascii_digit()).count();
    if back == 0 || before.len().checked_sub(back + 1).is_some_and(|i| matches!(before[i], b'/' | b'-' | b'.')) {
        return None;
    }
    let first = number(before.get(before.len() - back..)?)?;
    let ahead = after.iter().take(3).take_while(|b| b.is_ascii_digit()).count();
    let second = number(after.get(..ahead)?)?;
    let rest = after.get(ahead..)?;
    let year = rest.iter().skip(1).take(5).take_while(|b| b.is_ascii_digit()).count();
    let whole = rest.first() == Some(&b'/') && matches!(year, 2 | 4) && rest.get(year + 1) != Some(&b'/');
    let dates = (1..=31).contains(&first) && (1..=31).contains(&second);
    if whole && dates { order_of(first, second) } else { None }
}

/// One or two digits.
fn number(digits: &[u8]) -> Option<u8> {
    match digits {
        [a] => Some(a - b'0'),
        [a, b] => Some((a - b'0') * 10 + (b - b'0')),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_clear_date_tells_the_order_of_all() {
        let p = DateOrder::evident_in;
        assert_eq!(p("Open from 3/4/2025; closed on 25/6/2025."), Some(DateOrder::DayMonth));
        assert_eq!(p("Filed 3/4/25, answered 6/25/25."), Some(DateOrder::MonthDay));
        assert_eq!(p("25/6/2025 and 6/25/2025"), None);
        assert_eq!(p("3/4/2025, 24/7, 2024/25/6, 13/14/2024, 1/2, /, 99/1/2020, 25/6/20/24"), None);
        assert_eq!(DateOrder::evident_in_all(["3/4/2025", "25/6/2025"]), Some(DateOrder::DayMonth));
    }
}
