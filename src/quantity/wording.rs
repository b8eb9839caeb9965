//! Shares and factors in words, for figures that are written anew: another word of the same kind, where there is one
//! that fits.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::spell::spelled;

/// The fractions that news tells in words, the plainest first.
const FRACTIONS: [(u32, u32); 12] =
    [(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (1, 10), (9, 10), (1, 8)];
/// Share by which a word may be off: half of what readers take "a third" for.
const SLACK: Decimal = Decimal::from_parts(4, 0, 0, false, 2);
/// Words for two, three and four times, and for a half.
const TIMES: [[&str; 4]; 5] = [
    ["doubled", "tripled", "quadrupled", "halved"],
    ["doubling", "tripling", "quadrupling", "halving"],
    ["doubles", "triples", "quadruples", "halves"],
    ["double", "triple", "quadruple", "halve"],
    ["twice", "three times", "four times", "half"],
];
const FACTORS: [Decimal; 4] = [
    Decimal::TWO,
    Decimal::from_parts(3, 0, 0, false, 0),
    Decimal::from_parts(4, 0, 0, false, 0),
    Decimal::from_parts(5, 0, 0, false, 1),
];

fn close(value: Decimal, to: Decimal) -> bool {
    value.checked_sub(to).is_some_and(|off| off.abs() <= to.saturating_mul(SLACK))
}

/// A share of one in the words of another: "a quarter" for "half", "one in five" for "one in ten", "3/8" for "1/2"; and
/// the share that they say. Nothing where no plain fraction is near.
pub(super) fn fraction_in_words(written: &str, value: Decimal) -> Option<(String, Decimal)> {
    let fits = |&(above, below): &(u32, u32)| {
        let said = Decimal::from(above).checked_div(Decimal::from(below))?;
        close(value, said).then_some((above, below, said))
    };
    let lower = written.to_ascii_lowercase();
    let number = |n: u32| {
        if written.bytes().any(|b| b.is_ascii_digit()) { Some(n.to_string()) } else { spelled(n.into(), false) }
    };
    if let Some(joint) =
        [" in every ", " out of every ", " out of ", " in "].into_iter().find(|joint| lower.contains(joint))
    {
        let lone = Decimal::ONE.checked_div(value)?.round().to_u32().filter(|n| *n > 1);
        let (above, below, said) = lone.and_then(|below| fits(&(1, below))).or_else(|| {
            (3..=10).flat_map(|below| (2..below).map(move |above| (above, below))).find_map(|pair| fits(&pair))
        })?;
        return Some((format!("{}{joint}{}", number(above)?, number(below)?), said));
    }
    let (above, below, said) = FRACTIONS.iter().find_map(fits)?;
    if written.contains('/') {
        return Some((format!("{above}/{below}"), said));
    }
    if !written.is_ascii() {
        return None;
    }
    let one = if lower.starts_with("one") { "one" } else { "a" };
    let joint = if lower.contains(' ') && lower.split(' ').next().is_some_and(|first| first.len() > 3)
        || one == "a" && above == 1
    {
        " "
    } else {
        "-"
    };
    let name = match below {
        2 => return Some((if one == "one" { "one half" } else { "half" }.to_owned(), said)),
        3 => "third",
        4 => "quarter",
        5 => "fifth",
        8 => "eighth",
        _ => "tenth",
    };
    Some(if above == 1 {
        (format!("{one}{joint}{name}"), said)
    } else {
        (format!("{}{joint}{name}s", spelled(above.into(), false)?), said)
    })
}

/// A factor in the words of another: "tripled" for "doubled", "four times" for "three times", "2.5-fold"; and the
/// factor that they say. What rises is not told as a fall.
pub(super) fn times_in_words(written: &str, factor: Decimal) -> Option<(String, Decimal)> {
    let lower = written.to_ascii_lowercase();
    if let Some((row, column)) = TIMES.iter().find_map(|row| Some((row, row.iter().position(|word| *word == lower)?))) {
        let fits = |&at: &usize| close(factor, FACTORS[at]) && (at == 3) == (column == 3);
        return (0..4).find(fits).map(|at| (row[at].to_owned(), FACTORS[at]));
    }
    let end = [" times", "-fold", "fold", "x"].iter().find_map(|word| lower.rfind(word))?;
    let (count, rest) = written.split_at(end);
    let whole = factor.round();
    let near = close(factor, whole) && whole > Decimal::ONE;
    let (text, said) = if count.bytes().any(|b| b.is_ascii_digit()) {
        let said = if near { whole } else { factor.round_dp(1) }.normalize();
        (said.to_string(), said)
    } else {
        (spelled(whole.to_u64().filter(|n| near && *n <= 20)?, false)?, whole)
    };
    (said > Decimal::ONE).then(|| (format!("{text}{rest}"), said))
}
