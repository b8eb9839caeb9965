//! Plain terms of facts ("gang violence", "village 12") and where a text names them: found by their first word, so that
//! ten thousand villages cost a text no more than one.

use std::collections::HashMap;

/// Numbered terms.
#[derive(Clone, Debug, Default)]
pub(super) struct PlainTerms {
    /// The number of each term.
    numbers: HashMap<String, u32>,
    /// The lengths that terms have, by their first word, in bytes.
    lengths: HashMap<String, Vec<u32>>,
    /// Terms that begin with no ASCII word, and are not looked for.
    open: Vec<u32>,
}

impl PlainTerms {
    /// The number of a term, which is a new one where it is not known yet.
    pub(super) fn number(&mut self, words: &str) -> u32 {
        if let Some(&number) = self.numbers.get(words) {
            return number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(words.to_owned(), number);
        let end = words.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(words.len());
        if end == 0 {
            self.open.push(number);
        } else {
            let lengths = self.lengths.entry(words[..end].to_owned()).or_default();
            if !lengths.contains(&(words.len() as u32)) {
                lengths.push(words.len() as u32);
            }
        }
        number
    }

    pub(super) fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Terms that every text may name.
    pub(super) fn open(&self) -> &[u32] {
        &self.open
    }

    /// Hands on the terms that begin at a word of a text, in any case, their first word perhaps with a plural s.
    pub(super) fn find(&self, text: &str, found: &mut impl FnMut(u32)) {
        let (mut lower, mut end) = (String::new(), 0);
        for word in text.split(|c: char| !c.is_ascii_alphanumeric()) {
            let start = end;
            end += word.len();
            end += text[end..].chars().next().map_or(0, char::len_utf8);
            if word.is_empty() {
                continue;
            }
            for form in [Some(word), word.strip_suffix(['s', 'S'])].into_iter().flatten() {
                lower.clear();
                lower.push_str(form);
                lower.make_ascii_lowercase();
                for &length in self.lengths.get(&lower).into_iter().flatten() {
                    let Some(words) = text.get(start..start + length as usize) else { continue };
                    if let Some(&number) = self.numbers.get(&words.to_ascii_lowercase()) {
                        found(number);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_found_whole() {
        let mut terms = PlainTerms::default();
        for term in ["village 12", "village 7", "flood", "gang violence", "\u{d1}uble"] {
            terms.number(term);
        }
        assert_eq!(terms.number("village 7"), 1);
        assert_eq!(terms.open(), [4]);
        let row = |text: &str| {
            let mut found = Vec::new();
            terms.find(text, &mut |number| found.push(number));
            found
        };
        assert_eq!(row("In Village 12 the Floods rose; gang wars, gang violence."), [0, 2, 3]);
        assert_eq!(row("\u{201c}Village 7\u{201d}, caf\u{e9} by the village 8"), [1]);
        assert_eq!(row("floodlit villages 12"), [] as [u32; 0]);
        assert_eq!(row("a flood"), [2]);
        assert_eq!(row("gang violenc\u{e9}"), [] as [u32; 0]);
    }
}
