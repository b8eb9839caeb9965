//! News prose for measurements, put together from sentences: the same on every machine.

use std::fmt::Write as _;

/// Sentences with figures; `#` is a number of one to three digits, `@` a day, a month and a year.
const FIGURES: &[&str] = &[
    "The floods had killed at least #,### people by the end of the week, the health ministry of Peru said on @.",
    "Norway gave $7.6 million, Japan $5 million and Canada $2.4 million, for a total of $15 million.",
    "About ##,000 people have left their homes since March, and nearly half of them have found shelter with relatives.",
    "The number of stalls rose by ## per cent, from ### to ###, after the road was opened in May.",
    "Prices doubled within two years, while wages grew by less than # per cent.",
    "The council will spend £##.# million on ### new buses next year, up from ## this year.",
    "More than ### workers walked out for three days, and # of the ## plants stood still.",
    "On @, a court in Lima sentenced ## officers to between # and ## years in prison.",
    "Hundreds of families queued for water; the 13-year-old pump had broken on Tuesday.",
    "The index fell #.## points, or #.# per cent, to #,###.",
];

/// Sentences without any.
const WORDS: &[&str] = &[
    "Officials in the capital declined to say who had ordered the closure of the road along the river.",
    "Residents who had waited outside the gates since dawn were told to come back later in the week.",
    "The minister, who took office after the election, has promised to publish the full report before the summer.",
    "Aid agencies warned that the rains would make the mountain villages even harder to reach.",
    "Nobody in the town remembers a winter like it, and few believe that it will be the last of its kind.",
    "Critics of the plan say that it rewards those who have already left and forgets those who stayed behind.",
    "A spokeswoman for the company confirmed the talks but would not comment on what had been offered.",
    "Farmers have begun to plant again where the water has gone, though the soil is still heavy with salt.",
];

/// A linear congruential generator: the same prose on every machine.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// News prose of about so many bytes, as Markdown with front matter: a figure for every 26 words or so. Local news has
/// one for every 20, the mixed texts of docs/speed.md one for every 41.
pub(crate) fn prose(bytes: usize, seed: u64) -> String {
    const MONTHS: [&str; 4] = ["January", "March", "June", "October"];
    let mut dice = Dice(seed);
    let mut text = String::from("---\ntitle: What the floods cost\ndate: 2024-06-18\n---\n");
    while text.len() < bytes {
        text.push('\n');
        for _ in 0..3 + dice.roll(3) {
            let (list, other) = (dice.roll(5) < 1, dice.roll(1 << 16));
            let sentence = if list { FIGURES[other % FIGURES.len()] } else { WORDS[other % WORDS.len()] };
            for letter in sentence.chars() {
                let _ = match letter {
                    '#' => write!(text, "{}", 1 + dice.roll(9)),
                    '@' => write!(text, "{} {} 2023", 1 + dice.roll(28), MONTHS[dice.roll(MONTHS.len())]),
                    other => write!(text, "{other}"),
                };
            }
            text.push(' ');
        }
        text.push('\n');
    }
    text
}
