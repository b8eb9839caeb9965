//! How fast figlint reads: bytes of English news prose a second for `extract` and `check`, in one text of one and of two
//! megabytes (the time must double with the text), in 64 texts over two threads, over hostile texts, with a hundred
//! thousand facts, in thousands of texts against each other, and what a run costs before the first byte is read. docs/speed.md tells how to read the numbers.

mod hostile;
mod prose;

use std::fmt::Write as _;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

use figlint::lint::{Linter, Text};
use figlint::reference::{Facts, Format, Loader};
use figlint::report::extract::{jsonl_row, rows};

use hostile::{HOSTILE, hostile};
use prose::prose;

const MEGABYTE: usize = 1 << 20;

/// What `figlint extract --output-format jsonl` does with a text.
fn extract(linter: &Linter, text: &Text) -> usize {
    let render = |reading: &figlint::claim::Reading<'_>| {
        let mut out = Vec::new();
        rows(reading, &mut |row| jsonl_row(row, &mut out));
        out.len()
    };
    linter.with_readings(text, render).0.into_iter().sum()
}

fn one_text(c: &mut Criterion) {
    let linter = Linter::bundled();
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
    let linter = Linter::bundled();
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

fn hostile_texts(c: &mut Criterion) {
    let linter = Linter::bundled();
    let mut group = c.benchmark_group("hostile");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(MEGABYTE as u64));
    for (name, piece) in HOSTILE {
        let texts = [Text::in_memory("a.md", &hostile(piece, MEGABYTE))];
        group.bench_function(BenchmarkId::new("extract", name), |b| b.iter(|| extract(&linter, black_box(&texts[0]))));
        group.bench_function(BenchmarkId::new("check", name), |b| b.iter(|| linter.lint(black_box(&texts))));
    }
    group.finish();
}

fn start(c: &mut Criterion) {
    c.bench_function("start", |b| b.iter(Linter::bundled));
}

/// The rows of a register of so many facts about a few countries and many villages, as a desk keeps it.
fn register(facts: usize) -> impl Iterator<Item = [String; 9]> {
    const PLACES: [&str; 5] = ["Peru", "Norway", "Malawi", "Chile", "Nepal"];
    const MEASURES: [&str; 4] = ["deaths", "injured", "displaced", "funding"];
    let mut dice = prose::Dice(3);
    (0..facts).map(move |n| {
        let (place, measure) = (PLACES[dice.roll(PLACES.len())], MEASURES[dice.roll(MEASURES.len())]);
        let (year, month, day) = (1990 + n % 34, 1 + n / 34 % 12, 1 + n / 408 % 28);
        [
            format!("f{n}"),
            measure.to_owned(),
            if n % 2 == 0 { format!("{place}; village {}", n % 20_000) } else { place.to_owned() },
            format!("{year}-{month:02}-{day:02}"),
            format!("2024-01-{day:02}"),
            (1 + dice.roll(1000)).to_string(),
            if measure == "funding" { "USD" } else { "person" }.to_owned(),
            format!("register {n}"),
            "contested".to_owned(),
        ]
    })
}

/// The register as `[[fact]]` tables.
fn register_toml(facts: usize) -> String {
    let mut set = String::new();
    for [id, measure, about, period, as_of, value, unit, source, status] in register(facts) {
        let about = about.replace("; ", "\", \"");
        let _ = write!(
            set,
            "[[fact]]\nid = \"{id}\"\nmeasure = \"{measure}\"\nabout = [\"{about}\"]\nperiod = \"{period}\"\nas_of = {as_of}\n\
             value = {value}\nunit = \"{unit}\"\nsource = \"{source}\"\nstatus = \"{status}\"\n\n",
        );
    }
    set
}

/// The register as a table.
fn register_csv(facts: usize) -> String {
    let mut set = String::from("id,measure,about,period,as_of,value,unit,source,status\n");
    for row in register(facts) {
        set.push_str(&row.join(","));
        set.push('\n');
    }
    set
}

fn load_set(linter: &Linter, set: &str, format: Format) -> Facts {
    let mut loader = Loader::new(&linter.vocabulary);
    loader.add("set", set, format).expect("a set");
    let loaded = loader.finish();
    assert_eq!(loaded.faults, []);
    Facts::new(loaded.facts)
}

/// Loading a hundred thousand facts, and what they cost a check.
fn facts(c: &mut Criterion) {
    let mut linter = Linter::bundled();
    let sets = [("TOML", Format::Toml, register_toml(100_000)), ("CSV", Format::Csv, register_csv(100_000))];
    let mut group = c.benchmark_group("100,000 facts");
    group.sample_size(10);
    for (name, format, set) in &sets {
        group.bench_function(BenchmarkId::new("load", name), |b| {
            b.iter(|| load_set(&linter, black_box(set), *format));
        });
    }
    let texts = [Text::in_memory("a.md", &prose(MEGABYTE, 7))];
    group.bench_function("check without", |b| b.iter(|| linter.lint(black_box(&texts))));
    linter.facts = load_set(&linter, &sets[0].2, Format::Toml);
    group.bench_function("check with", |b| b.iter(|| linter.lint(black_box(&texts))));
    group.finish();
}

/// Place, year and number of dead.
type Toll = (&'static str, usize, usize);

/// Tolls in thousands of short texts, which are all held against each other: the time must double with the texts. First
/// of a few countries and years, most of which agree; then all of one country and one year, no two of which agree.
fn against_each_other(c: &mut Criterion) {
    let linter = Linter::bundled();
    let spread = |n: usize| {
        let place = ["Peru", "Norway", "Malawi", "Chile", "Nepal"][n % 5];
        (place, 2000 + n / 5 % 20, 1000 + n / 5 % 20)
    };
    let crowded = |n: usize| ("Peru", 2010, 1001 + 7 * n);
    let kinds: [(&str, &dyn Fn(usize) -> Toll); 2] = [("a hundred quantities", &spread), ("one quantity", &crowded)];
    let mut group = c.benchmark_group("texts against each other");
    group.sample_size(10);
    for (name, toll) in kinds {
        for count in [1_000, 2_000, 4_000, 8_000] {
            let text = |n: usize| {
                let (place, year, toll) = toll(n);
                let words =
                    format!("---\ndate: 2024-03-01\n---\n\nFloods killed {toll} people in {place} in {year}.\n");
                Text::in_memory(&format!("{n}.md"), &words)
            };
            let texts: Vec<Text> = (0..count).map(text).collect();
            group.throughput(Throughput::Elements(count as u64));
            group.bench_function(BenchmarkId::new(name, count), |b| b.iter(|| linter.lint(black_box(&texts))));
        }
    }
    group.finish();
}

criterion_group!(benches, one_text, many_texts, hostile_texts, facts, against_each_other, start);
criterion_main!(benches);
