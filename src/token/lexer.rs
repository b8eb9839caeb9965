//! Cuts a block of text into tokens in one pass over its bytes.

use super::{Kind, Lexicon, Look, Token, WordId};

/// Longest word, in bytes, that is looked up; longer ones are in no lexicon.
const LONGEST: usize = 32;

/// "º", which many keyboards have instead of the sign of degrees; Unicode counts it among the letters.
const ORDINAL_SIGN: char = '\u{ba}';

/// Appends the tokens of a block to `out`, which is cleared first, so that one buffer serves all blocks of a thread.
///
/// White space of every kind (no-break and thin spaces too) separates; digits and letters separate from each other
/// ("2.4m" is `2` `.` `4` `m`); single letters with full stops are one word ("U.N.", "a.m.").
pub fn tokenize(text: &str, lexicon: &Lexicon, out: &mut Vec<Token>) {
    out.clear();
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut look = Look::SPACE_BEFORE | Look::LINE_START;
    while at < bytes.len() {
        let byte = bytes[at];
        match byte {
            b' ' | b'\t' | b'\r' => {
                look |= Look::SPACE_BEFORE;
                at += 1;
                continue;
            }
            b'\n' => {
                look |= Look::SPACE_BEFORE | Look::LINE_START;
                at += 1;
                continue;
            }
            b'0'..=b'9' => {
                let end = run_end(bytes, at, |b| b.is_ascii_digit());
                out.push(token(at, end, WordId::UNKNOWN, Kind::Digits, look));
                at = end;
            }
            b'A'..=b'Z' | b'a'..=b'z' => at = lex_word(text, at, look, lexicon, out),
            0x80.. => {
                let Some(mark) = text[at..].chars().next() else {
                    break;
                };
                if mark.is_whitespace() || mark == '\u{feff}' || mark == '\u{200b}' {
                    look |= Look::SPACE_BEFORE;
                    at += mark.len_utf8();
                    continue;
                }
                if mark.is_alphabetic() && mark != ORDINAL_SIGN {
                    at = lex_word(text, at, look, lexicon, out);
                } else {
                    at = lex_mark(text, at, mark, look, out);
                }
            }
            _ => at = lex_mark(text, at, char::from(byte), look, out),
        }
        look = Look::empty();
    }
}

fn token(start: usize, end: usize, word: WordId, kind: Kind, look: Look) -> Token {
    Token { start: start as u32, end: end as u32, word, kind, look }
}

fn run_end(bytes: &[u8], from: usize, keep: impl Fn(u8) -> bool) -> usize {
    from + bytes[from..].iter().position(|&b| !keep(b)).unwrap_or(bytes.len() - from)
}

/// One punctuation mark, or the ending `'s` straight after a word.
fn lex_mark(text: &str, at: usize, mark: char, look: Look, out: &mut Vec<Token>) -> usize {
    let end = at + mark.len_utf8();
    if is_apostrophe(mark) && look.is_empty() && out.last().is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Digits))
    {
        let rest = &text.as_bytes()[end..];
        if matches!(rest.first(), Some(b's' | b'S')) && !rest.get(1).is_some_and(u8::is_ascii_alphanumeric) {
            out.push(token(at, end + 1, WordId::UNKNOWN, Kind::Clitic, look));
            return end + 1;
        }
    }
    out.push(token(at, end, WordId::punct(mark), Kind::Punct, look));
    end
}

fn is_apostrophe(mark: char) -> bool {
    matches!(mark, '\'' | '\u{2019}')
}

/// A word from its first letter: letters, inner apostrophes before letters other than a final `s`, "U.N."
fn lex_word(text: &str, at: usize, look: Look, lexicon: &Lexicon, out: &mut Vec<Token>) -> usize {
    let bytes = text.as_bytes();
    let mut end = run_end(bytes, at, |b| b.is_ascii_alphabetic());
    // Most words are letters from A to Z before a space or mark; others need a closer look.
    if !matches!(bytes.get(end), Some(0x80..|b'.'| b'\'')) {
        let word = &bytes[at..end];
        out.push(token(at, end, look_up_letters(word, lexicon), Kind::Word, look | case_of_letters(word)));
        return end;
    }
    end = letters_end(text, at);
    let mut look = look | case_of(&text[at..end]);
    if end - at == 1 && bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_alphabetic) {
        if let Some(stop) = initials_end(bytes, at) {
            end = stop;
            look |= Look::INITIALS;
            if look.contains(Look::CAPITAL) {
                look |= Look::ALL_CAPS;
            }
        }
    } else {
        while let Some(mark) = text[end..].chars().next().filter(|&m| is_apostrophe(m)) {
            let inner = end + mark.len_utf8();
            let after = letters_end(text, inner);
            if after == inner || &text[inner..after] == "s" || &text[inner..after] == "S" {
                break;
            }
            end = after;
        }
    }
    out.push(token(at, end, look_up(&text[at..end], lexicon), Kind::Word, look));
    end
}

fn letters_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = run_end(bytes, from, |b| b.is_ascii_alphabetic());
    while end < bytes.len() && bytes[end] >= 0x80 {
        let Some(letter) =
            text[end..].chars().next().filter(|c| c.is_alphabetic() || ('\u{300}'..'\u{370}').contains(c))
        else {
            break;
        };
        end = run_end(bytes, end + letter.len_utf8(), |b| b.is_ascii_alphabetic());
    }
    end
}

/// The end of "U.N." or "a.m." from its first letter; the last full stop belongs to it.
fn initials_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut end = at;
    let mut letters = 0;
    while bytes.get(end).is_some_and(u8::is_ascii_alphabetic) && bytes.get(end + 1) == Some(&b'.') {
        end += 2;
        letters += 1;
    }
    (letters >= 2 && !bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)).then_some(end)
}

fn case_of(word: &str) -> Look {
    let mut letters = word.chars();
    let mut look = Look::empty();
    if letters.next().is_some_and(char::is_uppercase) {
        look |= Look::CAPITAL;
        if word.len() > 1 && letters.all(char::is_uppercase) {
            look |= Look::ALL_CAPS;
        }
    }
    look
}

/// The same for letters from A to Z alone.
#[inline]
fn case_of_letters(word: &[u8]) -> Look {
    match word {
        [first, rest @ ..] if first.is_ascii_uppercase() => {
            let all = !rest.is_empty() && rest.iter().all(u8::is_ascii_uppercase);
            if all { Look::CAPITAL | Look::ALL_CAPS } else { Look::CAPITAL }
        }
        _ => Look::empty(),
    }
}

/// The id of a word of letters from A to Z alone, of which one bit says whether they are small.
#[inline]
fn look_up_letters(word: &[u8], lexicon: &Lexicon) -> WordId {
    const SMALL: u8 = 0x20;
    let mut lower = [0u8; LONGEST];
    let Some(buffer) = lower.get_mut(..word.len()) else {
        return WordId::UNKNOWN;
    };
    for (small, letter) in buffer.iter_mut().zip(word) {
        *small = letter | SMALL;
    }
    lexicon.id_of_bytes(buffer)
}

fn look_up(word: &str, lexicon: &Lexicon) -> WordId {
    if word.is_ascii() {
        let mut lower = [0u8; LONGEST];
        let Some(buffer) = lower.get_mut(..word.len()) else {
            return WordId::UNKNOWN;
        };
        buffer.copy_from_slice(word.as_bytes());
        buffer.make_ascii_lowercase();
        lexicon.id_of_bytes(buffer)
    } else {
        lexicon.id(&word.to_lowercase().replace('\u{2019}', "'"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let mut tokens = Vec::new();
        tokenize(text, &Lexicon::builder().build(), &mut tokens);
        let parts: Vec<_> =
            tokens.iter().map(|t| format!("{}{}", if t.spaced() { "_" } else { "" }, t.text(text))).collect();
        parts.join(" ")
    }

    #[test]
    fn cuts_words_digits_and_marks() {
        insta::assert_snapshot!(shown("$2.4m in 2024"), @"_$ 2 . 4 m _in _2024");
        insta::assert_snapshot!(shown("at\u{a0}least 2,500"), @"_at _least _2 , 500");
        insta::assert_snapshot!(shown("The U.N. said"), @"_The _U.N. _said");
        insta::assert_snapshot!(shown("Haiti\u{2019}s 13-year"), @"_Haiti ’s _13 - year");
        insta::assert_snapshot!(shown("don't O\u{2019}Neill's"), @"_don't _O’Neill 's");
        insta::assert_snapshot!(shown("in the 1990's, A. Smith"), @"_in _the _1990 's , _A . _Smith");
        insta::assert_snapshot!(shown("Moïse’s"), @"_Moïse ’s");
    }
}
