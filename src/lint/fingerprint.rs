//! A stable name for a finding: a hash of its rule, path and the words around the figure, so that it survives edits
//! elsewhere in the text. Where the same words stand twice, their order decides.

use std::collections::HashMap;

use crate::verdict::Place;

/// Gives out fingerprints; findings must come in text order.
#[derive(Debug, Default)]
pub(super) struct Fingerprints {
    seen: HashMap<u64, u64>,
}

impl Fingerprints {
    /// 16 hexadecimal digits.
    pub(super) fn next(&mut self, rule: &str, place: &Place) -> String {
        let mut hash = hash_words(&[rule, &place.path], &place.context);
        let before = self.seen.entry(hash).or_default();
        let ordinal = *before;
        *before += 1;
        if ordinal > 0 {
            hash = fnv(hash, &ordinal.to_le_bytes());
        }
        format!("{hash:016x}")
    }
}

/// A hash of names and of the words of a text, however they are spaced: FNV-1a of the names, each with a nought byte
/// behind it, and the words with a space between them.
pub fn hash_words(names: &[&str], text: &str) -> u64 {
    let mut hash = OFFSET;
    for name in names {
        hash = fnv(fnv(hash, name.as_bytes()), &[0]);
    }
    for (n, word) in text.split_whitespace().enumerate() {
        if n > 0 {
            hash = fnv(hash, b" ");
        }
        hash = fnv(hash, word.as_bytes());
    }
    hash
}

/// The offset basis of 64-bit FNV-1a.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
/// The prime of 64-bit FNV-1a.
const PRIME: u64 = 0x0100_0000_01b3;

/// 64-bit FNV-1a, continued from `hash`: simple enough to be computed by anyone who reads the format.
fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::{LineIndex, Span};

    #[test]
    fn depends_on_words_and_not_on_positions() {
        let place = |at, words| Place::of("a.md", &LineIndex::new(b""), Span::new(at, at + 1), words);
        let mut all = Fingerprints::default();
        let first = all.next("r", &place(0, "12 were killed"));
        let second = all.next("r", &place(50, "12 were killed"));
        assert_ne!(first, second);
        assert_eq!(first.len(), 16);
        let moved = Fingerprints::default().next("r", &place(9, "12 were\n killed"));
        assert_eq!(first, moved);
        assert_ne!(first, Fingerprints::default().next("s", &place(0, "12 were killed")));
    }

    #[test]
    fn fnv_as_published() {
        assert_eq!(fnv(OFFSET, b"a"), 0xaf63_dc4c_8601_ec8c);
    }
}
