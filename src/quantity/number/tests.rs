use super::*;
use crate::token::{Lexicon, tokenize};

/// What may stand behind a number, of every kind that some grammar reads on with.
const BEHIND: &[&str] = &[
    "",
    " people",
    " in ten",
    " in 10",
    " out of 10",
    " of every 5",
    "/2",
    " 1/2",
    "\u{bd}",
    " and a half",
    " and 1/2",
    " dozen",
    " dozens",
    "-dozen",
    " million",
    "m",
    "bn",
    "k",
    " k",
    " hundred",
    " thousands",
    " lakh",
    " times the",
    "-fold",
    "fold",
    " over 3",
    " 000",
    " 000 000",
    ".5",
    ",5",
    ",500",
    " & 5",
    " half",
    " thirds",
    " 5/8 mile",
    "%",
    " m",
    " bn of it",
    "\u{2044}3",
    " km",
    "x",
    "\u{d7}",
    " lakh crore",
    " doz",
    " point 5",
    "'500",
    "-in-5",
    " and over",
    " or so",
    " crore rupees",
    " hundred and 21",
    " million and a half",
    " and 21",
    " plus",
    "'s",
    "-5",
    " to 6",
    " x",
    "\u{2013}7",
    ")",
    " \u{bc}",
    " two",
    " and two",
    " point five",
    " quarters of a million",
    "/2 of a million",
    " in 10 of a million",
    "\u{b0}",
    "\u{201d}",
    "\u{2014}5",
    " in a hundred",
    " in every ten",
    " in every other",
    " in Peru",
    " of each 7",
    " of them",
    " of a million",
    " over two",
    " over there",
    " out in",
    " and an half",
    " and quarter hours",
    "-and-a-half",
    " and-a-half",
    " and \u{bd}",
    " and then",
    " plus 5",
    " third",
    " hundredths",
    " halves",
    " fifteen",
    " thousandth",
    ", five hundred",
    " x 10^6",
    "e3",
    "\u{b9}\u{2070}",
    "^4",
    " x 4",
    " lakhs",
    " or three",
];

#[test]
fn bare_numbers_are_what_all_grammars_read() {
    let mut builder = Lexicon::builder();
    crate::quantity::unit::register(&mut builder);
    let lexicon = builder.build();
    let mut tokens = Vec::new();
    for first in ["1", "7", "20", "345", "1,200", "3.5", "2024", "0", "one", "two", "Nineteen", "thirty", "zero"] {
        for behind in BEHIND {
            let text = format!("{first}{behind} more");
            tokenize(&text, &lexicon, &mut tokens);
            let i = Tokens::new(&text, &tokens, &lexicon);
            let left = |(rest, number): (Tokens<'_>, Number)| (rest.len(), number);
            assert_eq!(number(i).ok().map(left), composed(i).ok().map(left), "{text}");
            let left = |(rest, plain): (Tokens<'_>, Plain)| (rest.len(), plain.number());
            assert_eq!(plain(i).ok().map(left), composed_plain(i).ok().map(left), "{text}");
        }
    }
}
