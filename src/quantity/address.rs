//! Numbers of houses, streets and postcodes.

use crate::token::{Kind, Look, Token, Tokens};

/// Last words of an address: "10 Downing Street".
const STREETS: &[&str] = &[
    "street",
    "st",
    "road",
    "rd",
    "avenue",
    "ave",
    "lane",
    "drive",
    "boulevard",
    "blvd",
    "square",
    "terrace",
    "court",
    "crescent",
    "highway",
    "parkway",
    "row",
    "mews",
    "close",
    "quay",
    "plaza",
    "place",
    "way",
    "circle",
    "pike",
    "turnpike",
    "trail",
    "loop",
    "alley",
    "freeway",
];
/// Most words of the name of a street.
const LONGEST_STREET: usize = 4;

/// Whether a bare number is the number of a house: "221 Baker Street", "1600 Pennsylvania Avenue".
pub(super) fn is_house_number(after: Tokens<'_>) -> bool {
    let words = (0..LONGEST_STREET).map_while(|i| after.get(i).filter(|t| t.kind == Kind::Word && t.capital()));
    words.skip(1).any(|t| is_street(after.text_of(t)))
}

/// Whether a word ends the name of a street: "5th Avenue".
pub(super) fn is_street(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase()) && STREETS.iter().any(|street| word.eq_ignore_ascii_case(street))
}

/// Whether the five digits behind a state are its postcode: "Springfield, IL 62704".
pub(super) fn is_postcode(sentence: Tokens<'_>, number: Token, state: Option<Token>, comma: Option<Token>) -> bool {
    number.kind == Kind::Digits
        && number.end - number.start == 5
        && comma.is_some_and(|t| t.is_punct(','))
        && state
            .is_some_and(|t| t.kind == Kind::Word && t.look.contains(Look::ALL_CAPS) && sentence.text_of(t).len() == 2)
}
