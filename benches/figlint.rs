//! How fast figlint reads: bytes of English news prose a second for `extract` and `check`, in one text of one and of two
//! megabytes (the time must double with the text), in 64 texts over two threads, with a hundred thousand facts, and what a run costs
//! before the first byte is read. docs/speed.md tells how to read the numbers.

use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

use figlint::lint::{Linter, Text};
use figlint::reference::Facts;
use figlint::report::extract::{jsonl_row, rows};
use figlint::rule::{bundled, load};
use figlint::vocabulary::Vocabulary;

const MEGABYTE: usize = 1 << 20;

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
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

/// News prose of about so many bytes, as Markdown with front matter: a figure for every 26 words or so. Local news has
/// one for every 20, the mixed texts of docs/speed.md one for every 41.
fn prose(bytes: usize, seed: u64) -> String {
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

/// Everything that a run needs before it reads a text.
fn linter() -> Linter {
    let mut loaded = load(bundled());
    let vocabulary = Vocabulary::new(std::mem::take(&mut loaded.measures), std::mem::take(&mut loaded.entities));
    Linter::new(loaded.rules, Arc::new(vocabulary))
}

/// What `figlint extract --output-format jsonl` does with a text.
fn extract(linter: &Linter, text: &Text) -> usize {
    let render = |reading: &figlint::claim::Reading<'_>| {
        let mut out = Vec::new();
        rows(reading, &mut |row| jsonl_row(row, &mut out));
        out.len()
    };
    linter.with_reading(text, render).expect("the prose is UTF-8")
}

fn one_text(c: &mut Criterion) {
    let linter = linter();
    let mut group = c.benchmark_group("one text");
    group.sample_size(20);
    for megabytes in [1, 2] {
        let text = prose(megabytes * MEGABYTE, 7);
        group.throughput(Throughput::Bytes(text.len() as u64));
        let texts = [Text::in_memory("a.md", &text)];
        let size = format!("{megabytes} MB");
        group.bench_function(BenchmarkId::new("extract", &size), |b| b.iter(|| extract(&linter, black_box(&texts[0]))));
        group.bench_function(BenchmarkId::new("check", &size), |b| b.iter(|| linter.lint(black_box(&texts))));
    }
    group.finish();
}

fn many_texts(c: &mut Criterion) {
    use rayon::prelude::*;
    let linter = linter();
    let texts: Vec<Text> = (0..64).map(|n| Text::in_memory(&format!("{n}.md"), &prose(MEGABYTE / 16, n + 1))).collect();
    let threads = rayon::ThreadPoolBuilder::new().num_threads(2).build().expect("two threads");
    let bytes: usize = (0..64).map(|n| prose(MEGABYTE / 16, n + 1).len()).sum();
    let mut group = c.benchmark_group("64 texts, 2 threads");
    group.sample_size(20);
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("extract", |b| {
        b.iter(|| threads.install(|| texts.par_iter().map(|text| extract(&linter, text)).sum::<usize>()));
    });
    group.bench_function("check", |b| b.iter(|| threads.install(|| linter.lint(black_box(&texts)))));
    group.finish();
}

fn start(c: &mut Criterion) {
    c.bench_function("start", |b| b.iter(linter));
}

/// A reference set of so many facts about a few countries and many villages, as a desk's register has them.
fn register(facts: usize) -> String {
    const PLACES: [&str; 5] = ["Peru", "Norway", "Malawi", "Chile", "Nepal"];
    const MEASURES: [&str; 4] = ["deaths", "injured", "displaced", "funding"];
    let mut dice = Dice(3);
    let mut set = String::new();
    for n in 0..facts {
        let (place, measure) = (PLACES[dice.roll(PLACES.len())], MEASURES[dice.roll(MEASURES.len())]);
        let (year, month, day) = (1990 + n % 34, 1 + n / 34 % 12, 1 + n / 408 % 28);
        let village = if n % 2 == 0 { format!(", \"village {}\"", n % 20_000) } else { String::new() };
        let _ = write!(
            set,
            "[[fact]]\nid = \"f{n}\"\nmeasure = \"{measure}\"\nabout = [\"{place}\"{village}]\nperiod = \"{year}-{month:02}-{day:02}\"\n\
             as_of = 2024-01-{day:02}\nvalue = {}\nunit = \"{}\"\nsource = \"register {n}\"\nstatus = \"contested\"\n\n",
            1 + dice.roll(1000),
            if measure == "funding" { "USD" } else { "person" },
        );
    }
    set
}

/// Loading a hundred thousand facts, and what they cost a check.
fn facts(c: &mut Criterion) {
    let mut linter = linter();
    let set = register(100_000);
    let mut group = c.benchmark_group("100,000 facts");
    group.sample_size(10);
    group.bench_function("load", |b| {
        b.iter(|| {
            let loaded = figlint::reference::load("set.toml", black_box(&set), &linter.vocabulary).expect("TOML");
            assert_eq!(loaded.faults, []);
            Facts::new(loaded.facts)
        });
    });
    let texts = [Text::in_memory("a.md", &prose(MEGABYTE, 7))];
    group.bench_function("check without", |b| b.iter(|| linter.lint(black_box(&texts))));
    let loaded = figlint::reference::load("set.toml", &set, &linter.vocabulary).expect("TOML");
    linter.facts = Facts::new(loaded.facts);
    group.bench_function("check with", |b| b.iter(|| linter.lint(black_box(&texts))));
    group.finish();
}

criterion_group!(benches, one_text, many_texts, facts, start);
criterion_main!(benches);
