//! Texts that are made to be slow, a megabyte of each: digits, dashes, brackets, number words and figures without end.
//! Twice the text must take twice the time and no more; docs/speed.md says how long each takes.

/// Names with what is repeated.
pub(crate) const HOSTILE: &[(&str, &str)] = &[
    ("digits", "7"),
    ("sevens", "7 "),
    ("no-break spaces", "1\u{a0}"),
    ("list", "12, "),
    ("hundreds", "one hundred and "),
    ("hyphens", "-"),
    ("dashes", "\u{2014} "),
    ("currency signs", "$"),
    ("brackets", "("),
    ("changes", "rose 5% to 6 from 7, "),
    ("fractions", "1/2 "),
    ("ratios", "5 of 6 of "),
    ("scores", "5-"),
    ("months", "May "),
    ("years", "2024-"),
    ("hedges", "at least "),
    ("dead", "100 people killed and "),
    ("tallies", "5 men, 6 women and 7 children "),
    ("ages", "killed a 5-year-old and "),
    ("verbs", "who killed 5 "),
    ("days later", "three days later "),
    ("bounds", "between £5 and "),
    ("rests", "the remaining "),
    ("lives", "born in 1950 died "),
    ("parts", "12 people, including "),
    ("pairs", "a pair of "),
    ("primes", "5'"),
    ("degrees", "5°"),
    ("stops", "5; "),
    ("from", "from 5 to "),
    ("thirties", "in her 30s "),
    ("places", "5 in Peru "),
    ("table", "| 1 | 2 |\n"),
    ("doublings", "300 more guards, doubling the force. It brings the force to 500. "),
    ("list items", "- 7\n"),
    ("tags", "<b>"),
    ("links", "[["),
    ("templates", "{{"),
    ("quotes", "\""),
    ("next lines", "<!-- figlint-disable-next-line x -->\n\n"),
    ("ends", "<!-- figlint-disable x -->\n\n<!-- figlint-enable x -->\n\n"),
];

/// So many bytes, or a few less.
pub(crate) fn hostile(piece: &str, bytes: usize) -> String {
    let head = if piece.starts_with('|') { "| a | b |\n|---|---|\n" } else { "" };
    format!("{head}{}", piece.repeat(bytes / piece.len()))
}
