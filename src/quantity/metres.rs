//! "1.2m": metres or millions. Both are written alike, and what stands around the number decides.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{preceded, terminated};

use crate::token::{Class, Grammar, Kind, Token, Tokens, any_of, digits, followed_by, glued, punct, word};

/// Words behind metres: "30m high", "100m hurdles", "5m below".
const MEASURED: &[&str] = &[
    "high",
    "tall",
    "long",
    "wide",
    "deep",
    "away",
    "across",
    "thick",
    "above",
    "below",
    "sprint",
    "race",
    "hurdles",
    "relay",
    "dash",
    "freestyle",
    "butterfly",
    "backstroke",
    "breaststroke",
    "medley",
    "by",
    "x",
    "apart",
    "offshore",
    "downstream",
    "upstream",
    "underwater",
    "underground",
    "exclusion",
];

/// What falls or is laid out by the metre: "2m of rain".
const BY_THE_METRE: &[&str] =
    &["rain", "rainfall", "snow", "snowfall", "water", "floodwater", "ice", "sand", "cable", "pipe", "fabric"];

/// One thing whose length an article and a number say: "a 1.2m fence".
const LONG_THINGS: &[&str] = &[
    "fence",
    "wall",
    "pole",
    "tower",
    "statue",
    "tree",
    "crane",
    "mast",
    "chimney",
    "ladder",
    "trench",
    "ditch",
    "tunnel",
    "hole",
    "crater",
    "pit",
    "drop",
    "fall",
    "cliff",
    "wave",
    "waves",
    "pool",
    "yacht",
    "boat",
    "vessel",
    "ship",
    "bridge",
    "dam",
    "beam",
    "cable",
    "pipe",
    "rope",
    "road",
    "path",
    "track",
    "gap",
    "run",
    "walk",
    "swim",
    "python",
    "shark",
    "crocodile",
    "whale",
    "telescope",
    "antenna",
    "barrier",
    "embankment",
    "strip",
    "span",
];

/// "m" for metres, as what stands behind it says: a word, the power of "85m2" and "85m²", the time of "4m/s".
pub(super) fn metres(i: Tokens<'_>) -> Grammar<'_, Token> {
    let measured = preceded(opt(glued(punct('-'))), any_of(MEASURED));
    let fallen = preceded(word("of"), any_of(BY_THE_METRE));
    let power = glued(alt((digits, punct('²'), punct('³'), punct('^'))));
    let speed = preceded(glued(punct('/')), glued(word("s")));
    terminated(glued(word("m")), alt((measured, fallen, power, speed))).parse(i)
}

/// Words before a distance that is run or swum: "ran the 100m", "the women's 800m".
const RACED: &[&str] = &[
    "ran the ",
    "run the ",
    "runs the ",
    "running the ",
    "swam the ",
    "swim the ",
    "swims the ",
    "swimming the ",
    "men's ",
    "women's ",
    "men\u{2019}s ",
    "women\u{2019}s ",
];

/// Whether "m" behind the number from `i` to `rest` is for metres because of what stands before the number: an article,
/// with one long thing behind ("a 1.2m majority" is many votes), or a race.
pub(super) fn is_length_by_context(i: Tokens<'_>, rest: Tokens<'_>) -> bool {
    let thing = preceded(glued(word("m")), any_of(LONG_THINGS));
    let long_thing = followed_by(thing).parse(rest).is_ok() && follows_article(i);
    let raced = glued(word("m")).parse(rest).is_ok_and(|(behind, _)| {
        let counted = |t: Token| t.kind == Kind::Word && !behind.entry(t).class.intersects(Class::CLOSED);
        !behind.first().is_some_and(counted)
    });
    long_thing || raced && is_raced(i)
}

/// Whether the words before the first token are of a race: "ran the", "the men's".
fn is_raced(i: Tokens<'_>) -> bool {
    let begins = i.first().map_or(0, |t| t.start as usize);
    let before = i.block().get(..begins).unwrap_or_default();
    RACED.iter().any(|race| before.strip_suffix(race).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

/// Whether the word before the first token is "a" or "an". Grammars see only what follows, so the text is asked.
fn follows_article(i: Tokens<'_>) -> bool {
    let begins = i.first().map_or(0, |t| t.start as usize);
    let before = i.block().as_bytes().get(..begins).unwrap_or_default();
    [&b"a "[..], b"an ", b"A ", b"An "].iter().any(|article| {
        before.strip_suffix(*article).is_some_and(|rest| !rest.last().is_some_and(u8::is_ascii_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn metres_or_millions() {
        let cases = [
            ("a 1.4m fence", "1.4m = 1.4 none Measure"),
            ("a 1.4m majority", "1.4m = 1400000 none None"),
            ("3m of snow", "3m = 3 none Measure"),
            ("3m of them", "3m = 3000000 none None"),
            ("the 1.4m users", "1.4m users = 1400000 none Person users"),
            ("she ran the 800m in May", "800m = 800 none Measure"),
            ("the women's 400m", "400m = 400 none Measure"),
            ("it runs the 400m schools", "400m schools = 400000000 none Thing schools"),
            ("won the 200m hurdles", "200m = 200 none Measure"),
        ];
        for (text, expected) in cases {
            assert!(rows(text).starts_with(expected), "{text}: {}", rows(text));
        }
    }
}
