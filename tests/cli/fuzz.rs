//! A short run of every fuzz target over its corpus and over changed copies of it, the same on every run, so that the
//! targets hold without cargo-fuzz.

use std::path::Path;

#[path = "../../fuzz/targets.rs"]
mod targets;

/// Changed copies of each file of a corpus.
const COPIES: u64 = 12;

/// Numbers that look like chance and are the same on every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % (limit.max(1) as u64)) as usize
    }

    /// A copy with a few changes: bytes replaced, pieces taken out, doubled or put elsewhere.
    fn changed(&mut self, seed: &[u8], other: &[u8]) -> Vec<u8> {
        const MARKS: &[u8] = b"<>{}[]()|*_`#$%&/\\\"'=:;,.- \n\r\t0129\xc3\xa9\xff\0";
        let mut copy = seed.to_vec();
        for _ in 0..=self.below(4) {
            let at = self.below(copy.len());
            let end = (at + self.below(40)).min(copy.len());
            match self.below(5) {
                0 if at < copy.len() => copy[at] = MARKS[self.below(MARKS.len())],
                1 => drop(copy.drain(at..end)),
                2 => {
                    let piece = copy[at..end].repeat(1 + self.below(8));
                    copy.splice(at..at, piece);
                }
                3 => {
                    let from = self.below(other.len());
                    let to = (from + self.below(60)).min(other.len());
                    copy.splice(at..end, other[from..to].iter().copied());
                }
                _ => copy.truncate(at.max(1)),
            }
        }
        copy
    }
}

#[test]
fn every_target_holds_on_its_corpus() {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (name, target) in targets::TARGETS {
        // What is linted is read first.
        let corpus = corpora.join(if name == "lint" { "text" } else { name });
        let entries = std::fs::read_dir(&corpus).unwrap_or_else(|error| panic!("{}: {error}", corpus.display()));
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        let seeds: Vec<Vec<u8>> = paths.iter().filter_map(|path| std::fs::read(path).ok()).collect();
        assert!(!seeds.is_empty(), "{name} has no corpus");
        let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
        for seed in &seeds {
            target(seed);
            for _ in 0..COPIES {
                let other = &seeds[numbers.below(seeds.len())];
                target(&numbers.changed(seed, other));
            }
        }
    }
}
