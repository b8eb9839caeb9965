//! Finds the quantities of a sentence: steps from one word that can begin a number to the next, goes back over what
//! leads it, and reads forward from there with the grammar.

use super::phrase::quantity;
use super::unit::Currency;
use super::{Change, Hedge, Number, Quantity, Unit};
use crate::span::Span;
use crate::token::{Class, Kind, Token, Tokens};

/// Words that can begin a number.
const TRIGGER: Class = Class::CARDINAL
    .union(Class::HUNDRED)
    .union(Class::DOZEN)
    .union(Class::VAGUE_PLURAL)
    .union(Class::VAGUE_FEW)
    .union(Class::FRACTION)
    .union(Class::ORDINAL)
    .union(Class::MULTIPLE)
    .union(Class::TIME_UNIT)
    .union(Class::MAGNITUDE);

/// Most tokens that can lead a number: "at least an additional US $".
const LONGEST_LEAD: usize = 7;

/// Appends the quantities of one sentence, left to right. `sentence` are its tokens; `first` is the index of the
/// first of them in the block, and `taken` are the spans that are dates already, in text order.
pub fn read_quantities(sentence: Tokens<'_>, first: u32, taken: &[Span], out: &mut Vec<Quantity>) {
    let mut at = 0;
    let mut free_from = 0;
    let mut taken = taken.iter().peekable();
    while let Some(token) = sentence.get(at) {
        while taken.next_if(|span| span.end <= token.start).is_some() {}
        if taken.peek().is_some_and(|span| span.start <= token.start) {
            at += 1;
            free_from = at;
            continue;
        }
        let limit = taken.peek().map_or(u32::MAX, |span| span.start);
        match starts_number(sentence, token).then(|| read_at(sentence, at, free_from, first, limit)).flatten() {
            Some((after, Some(quantity))) => {
                out.push(quantity);
                at = after;
                free_from = after;
            }
            Some((after, None)) => {
                at = after;
                free_from = after;
            }
            None => at += 1,
        }
    }
}

/// "cut from 45 to 30": two figures, and no range as in "ranging from 30 to 45".
fn follows_from(sentence: Tokens<'_>, start: usize) -> bool {
    let word = |back: usize| start.checked_sub(back).and_then(|i| sentence.get(i)).map_or("", |t| sentence.text_of(t));
    word(1).eq_ignore_ascii_case("from") && !matches!(word(2), "range" | "ranges" | "ranged" | "ranging" | "anywhere")
}

fn starts_number(sentence: Tokens<'_>, token: Token) -> bool {
    match token.kind {
        Kind::Digits => true,
        Kind::Word => sentence.entry(token).class.intersects(TRIGGER),
        _ => false,
    }
}

/// The quantity whose number begins at `at`, read from the farthest lead that fits, and the token after it. The inner
/// `None` steps over digits that are part of a name.
fn read_at(
    sentence: Tokens<'_>,
    at: usize,
    free_from: usize,
    first: u32,
    limit: u32,
) -> Option<(usize, Option<Quantity>)> {
    if is_inside_a_name(sentence, at) {
        return Some((name_end(sentence, at), None));
    }
    let earliest = (free_from..at).rev().take(LONGEST_LEAD).take_while(|&i| can_lead(sentence, i)).last().unwrap_or(at);
    let trigger = sentence.get(at)?;
    // A list up to `limit`: the quantity must not eat the date that follows it.
    let upto = sentence.list().iter().position(|t| t.start >= limit).unwrap_or(sentence.len());
    let visible = Tokens::new(sentence.block(), &sentence.list()[..upto], sentence.lexicon());
    for start in earliest..=at {
        let Ok((rest, mut read)) = quantity(visible.skip(start), follows_from(sentence, start)) else {
            continue;
        };
        if !read.number_span.contains(trigger.span()) || read.number_span.start < sentence.get(start)?.start {
            continue;
        }
        let after = upto - rest.len();
        read.tokens = (first + start as u32, first + after as u32);
        return Some((after, finish(sentence, start, read)));
    }
    (trigger.kind == Kind::Digits).then(|| (name_end(sentence, at), None))
}

/// Whether a token can be part of what leads a number.
fn can_lead(sentence: Tokens<'_>, at: usize) -> bool {
    let Some(token) = sentence.get(at) else {
        return false;
    };
    match token.kind {
        Kind::Punct => token.word.as_punct().is_some_and(|mark| {
            Currency::of_sign(mark).is_some() || matches!(mark, '~' | '≈' | '>' | '<' | '.' | '+' | '-' | '\u{2212}')
        }),
        Kind::Word => {
            sentence
                .entry(token)
                .class
                .intersects(Class::HEDGE | Class::CARDINAL | Class::CURRENCY | Class::CURRENCY_CODE | Class::VAGUE_FEW)
                || sentence.text_of(token) == "c"
                || is_currency_prefix(sentence.text_of(token))
        }
        _ => false,
    }
}

/// "US", "A", "HK" before a currency sign, and codes before digits.
fn is_currency_prefix(text: &str) -> bool {
    text.len() <= 3 && text.bytes().all(|b| b.is_ascii_uppercase()) || text == "Rs" || text == "KSh"
}

/// Digits that are glued to letters or symbols before them: "COVID-19", "B52", "#12", "@3", "1.2.3".
fn is_inside_a_name(sentence: Tokens<'_>, at: usize) -> bool {
    let Some(token) = sentence.get(at) else {
        return false;
    };
    if token.spaced() || at == 0 {
        return false;
    }
    let (before, earlier) = (sentence.get(at - 1), at.checked_sub(2).and_then(|i| sentence.get(i)));
    let Some(before) = before else { return false };
    let joined =
        |other: Option<Token>| !before.spaced() && other.is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Digits));
    match before.kind {
        Kind::Word | Kind::Digits => !is_currency_prefix(sentence.text_of(before)),
        Kind::Clitic => false,
        Kind::Punct => match before.word.as_punct() {
            Some('_' | '@' | '#' | '=' | '/' | ':' | '\\' | '&') => true,
            Some('-' | '\u{2013}' | '.' | ',') => joined(earlier),
            _ => false,
        },
    }
}

/// The token after everything that is glued together from `at` on.
fn name_end(sentence: Tokens<'_>, at: usize) -> usize {
    (at + 1..sentence.len())
        .find(|&i| {
            sentence.get(i).is_none_or(|t| {
                t.spaced()
                    || t.kind == Kind::Punct && !matches!(t.word.as_punct(), Some('-' | '_' | '/' | '.' | ':' | ','))
            })
        })
        .unwrap_or(sentence.len())
}

/// Adds what stands before the quantity (a rise or fall, a label noun) and drops what is no figure.
fn finish(sentence: Tokens<'_>, start: usize, mut read: Quantity) -> Option<Quantity> {
    let before = |back: usize| start.checked_sub(back).and_then(|i| sentence.get(i));
    if labels_a_name(sentence, &read, before(1)) {
        return None;
    }
    if read.change.is_none() && !matches!(read.number, Number::Multiple { .. } | Number::Share { .. }) {
        read.change = change_before(sentence, before(1), before(2));
    }
    keep(&read, sentence, before(1)).then_some(read)
}

/// "Resolution 2699", "Article 5", "No. 7", "Flight 370": a bare number behind a label is a name.
fn labels_a_name(sentence: Tokens<'_>, read: &Quantity, before: Option<Token>) -> bool {
    let bare = read.unit == Unit::None && read.hedge == Hedge::None && read.noun.is_none() && read.change.is_none();
    bare && before.is_some_and(|t| t.kind == Kind::Word && sentence.entry(t).class.contains(Class::LABEL))
}

/// "up 600", "fell by 12", "an increase of 20%".
fn change_before(sentence: Tokens<'_>, before: Option<Token>, earlier: Option<Token>) -> Option<Change> {
    let direction = |token: Token| {
        let class = sentence.entry(token).class;
        if class.contains(Class::RISE) {
            Some(Change::Increase)
        } else if class.contains(Class::FALL) {
            Some(Change::Decrease)
        } else {
            None
        }
    };
    let before = before.filter(|t| t.kind == Kind::Word)?;
    match sentence.text_of(before) {
        "by" | "of" | "another" | "an" => earlier.filter(|t| t.kind == Kind::Word).and_then(direction),
        // "lost 12 men", "cut 45 jobs", "added 3": transitive verbs count what they take.
        "lost" | "cut" | "cuts" | "shed" | "gained" | "gain" | "added" | "lower" | "higher" => None,
        _ => direction(before),
    }
}

/// Whether a number counts anything: "one" needs a unit or a person, an ordinal a noun, a vague "few" is left to its
/// measure, a bare plural of time needs the preposition that makes it a length.
fn keep(read: &Quantity, sentence: Tokens<'_>, before: Option<Token>) -> bool {
    let one_in_words = matches!(read.number, Number::Value { value, .. } if value == rust_decimal::Decimal::ONE)
        && sentence.block().as_bytes()[read.number_span.start as usize].is_ascii_alphabetic();
    if one_in_words && read.unit == Unit::None {
        return false;
    }
    if read.unit == Unit::Ordinal {
        return read.noun.is_some();
    }
    let half_of_a_match = matches!(read.number, Number::Share { .. })
        && before.is_some_and(|t| {
            sentence.entry(t).class.intersects(Class::ORDINAL | Class::DEICTIC) || sentence.text_of(t) == "other"
        });
    !half_of_a_match
}

#[cfg(test)]
mod tests {
    use crate::quantity::testing::rows;

    #[test]
    fn hedges_and_bounds() {
        insta::assert_snapshot!(rows("at least 2,400 people were"), @"at least 2,400 people = 2400 at_least Person people");
        insta::assert_snapshot!(rows("Nearly 410,000 people, 95,000 more than in May"), @"
        Nearly 410,000 people = 410000 nearly Person people
        95,000 more = 95000 none None  increase
        ");
        insta::assert_snapshot!(rows("about 1,200 more than in"), @"about 1,200 more = 1200 about None  increase");
        insta::assert_snapshot!(rows("As many as one in three members are"), @"As many as one in three members = 0.3333333333333333333333333333 up_to Ratio members");
        insta::assert_snapshot!(rows("between 20 and 30 people"), @"between 20 and 30 people = [20, 30] between Person people");
        insta::assert_snapshot!(rows("just over 900, consisting"), @"just over 900 = 900 more_than None");
        insta::assert_snapshot!(rows("an estimated 70% of"), @"an estimated 70% = 70 about Percent");
        insta::assert_snapshot!(rows("200 or so cars and 50+ vans"), @"
        200 or so = 200 about None
        50+ vans = 50 at_least Thing vans
        ");
        insta::assert_snapshot!(rows("no fewer than 14 dogs, in excess of 300 cats"), @"
        no fewer than 14 dogs = 14 at_least Thing dogs
        in excess of 300 cats = 300 more_than Thing cats
        ");
        insta::assert_snapshot!(rows("almost 200 gangs in"), @"almost 200 gangs = 200 nearly Thing gangs");
    }

    #[test]
    fn money_shares_and_ranges() {
        insta::assert_snapshot!(rows("a total of $310 million went"), @"a total of $310 million = 310000000 none Money(Currency(0))");
        insta::assert_snapshot!(rows("pay $7.8m, the US $5 million and US$ 2.3 million"), @"
        $7.8m = 7800000 none Money(Currency(0))
        $5 million = 5000000 none Money(Currency(0))
        US$ 2.3 million = 2300000 none Money(Currency(0))
        ");
        insta::assert_snapshot!(rows("an additional $40 million and the US $200 million"), @"
        an additional $40 million = 40000000 none Money(Currency(0))  increase
        $200 million = 200000000 none Money(Currency(0))
        ");
        insta::assert_snapshot!(rows("$10-12 million and €2bn"), @"
        $10-12 million = [10000000, 12000000] between Money(Currency(0))
        €2bn = 2000000000 none Money(Currency(1))
        ");
        insta::assert_snapshot!(rows("30-50% of members"), @"30-50% = [30, 50] between Percent");
        insta::assert_snapshot!(rows("About half the population of 10.5 million"), @"
        About half the population = 0.5 about Ratio population
        10.5 million = 10500000 none None
        ");
        insta::assert_snapshot!(rows("more than one in ten Peruvians"), @"more than one in ten Peruvians = 0.1 more_than Ratio Peruvians");
        insta::assert_snapshot!(rows("half of whom are"), @"half of whom = 0.5 none Ratio");
        insta::assert_snapshot!(rows("doubling the size of"), @"doubling = x2 none Ratio");
        insta::assert_snapshot!(rows("rose by 20% to 50 from 40"), @"
        20% = 20 none Percent  increase
        50 = 50 none None
        40 = 40 none None
        ");
        insta::assert_snapshot!(rows("half a million people, a hundred and one dogs"), @"
        half a million people = 500000 none Person people
        a hundred and one dogs = 101 none Thing dogs
        ");
    }

    #[test]
    fn counted_nouns() {
        insta::assert_snapshot!(rows("a few hundred Kenyan police from"), @"a few hundred Kenyan police = [200, 500] vague Person police");
        insta::assert_snapshot!(rows("dozens of planes into"), @"dozens of planes = [24, 99] vague Thing planes");
        insta::assert_snapshot!(rows("300 more Peruvian police officers next"), @"300 more Peruvian police officers = 300 none Person officers increase");
        insta::assert_snapshot!(rows("600 more Kenyan [officers]"), @"600 more Kenyan [officers] = 600 none Person officers increase");
        insta::assert_snapshot!(rows("two dozen Jamaicans and two officers from"), @"
        two dozen Jamaicans = 24 none Thing Jamaicans
        two officers = 2 none Person officers
        ");
        insta::assert_snapshot!(rows("killing at least 14 and wounding dozens more"), @"
        at least 14 = 14 at_least None
        dozens more = [24, 99] vague None
        ");
        insta::assert_snapshot!(rows("another 77 hurt"), @"another 77 = 77 none None");
        insta::assert_snapshot!(rows("dozens of schools and health centres in"), @"dozens of schools and health centres = [24, 99] vague Thing centres");
        insta::assert_snapshot!(rows("20,000 U.S. troops in"), @"20,000 U.S. troops = 20000 none Person troops");
        insta::assert_snapshot!(rows("140 Chilean military police officers landed"), @"140 Chilean military police officers = 140 none Person officers");
        insta::assert_snapshot!(rows("nearly 570 foreign security force personnel are"), @"nearly 570 foreign security force personnel = 570 nearly Person personnel");
        insta::assert_snapshot!(rows("Six other countries have"), @"Six other countries = 6 none Thing countries");
        insta::assert_snapshot!(rows("2,400 officers and soldiers, but"), @"2,400 officers and soldiers = 2400 none Person soldiers");
        insta::assert_snapshot!(rows("tens of thousands of people"), @"tens of thousands of people = [20000, 99999] vague Person people");
        insta::assert_snapshot!(rows("approximately 260 Peruvian personnel have"), @"approximately 260 Peruvian personnel = 260 about Person personnel");
        insta::assert_snapshot!(rows("a 12-member jury"), @"12-member = 12 none Person member");
    }

    #[test]
    fn lengths_of_time() {
        insta::assert_snapshot!(rows("a 13-year UN mission"), @"13-year = 13 none Duration(Year)");
        insta::assert_snapshot!(rows("year-long with a review after nine months"), @"
        year-long = 1 none Duration(Year)
        nine months = 9 none Duration(Month)
        ");
        insta::assert_snapshot!(rows("months of delay"), @"months = [2, ∞) vague Duration(Month)");
        insta::assert_snapshot!(rows("decades-long insecurity"), @"decades-long = [2, ∞) vague Duration(Decade)");
        insta::assert_snapshot!(rows("the best part of a year"), @"the best part of a year = 1 nearly Duration(Year)");
        insta::assert_snapshot!(rows("After weeks of limbo"), @"weeks = [2, ∞) vague Duration(Week)");
        insta::assert_snapshot!(rows("another 12 months"), @"another 12 months = 12 none Duration(Month)");
        insta::assert_snapshot!(rows("a 12-year-old boy"), @"12-year-old = 12 none Age(Year)");
    }

    #[test]
    fn measurements() {
        insta::assert_snapshot!(rows("3.5 km away and a 30-foot wall"), @"
        3.5 km = 3.5 none Measure(MeasureUnit(0))
        30-foot = 30 none Measure(MeasureUnit(6))
        ");
        insta::assert_snapshot!(rows("40 square miles, 25°C and 60 mph"), @"
        40 square miles = 40 none Measure(MeasureUnit(13))
        25°C = 25 none Measure(MeasureUnit(24))
        60 mph = 60 none Measure(MeasureUnit(27))
        ");
    }

    #[test]
    fn names_are_no_figures() {
        insta::assert_snapshot!(rows("COVID-19 and F-16 and 3-1 and 555-1234"), @"");
        insta::assert_snapshot!(rows("Resolution 2611 was"), @"");
        insta::assert_snapshot!(rows("one of the lawyers said"), @"");
        insta::assert_snapshot!(rows("the first elections since its 31st session"), @"
        first elections = 1 none Ordinal elections
        31st = 31 none Ordinal session
        ");
    }
}
