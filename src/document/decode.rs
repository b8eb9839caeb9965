//! From the bytes of a file to text, and what is said of a file that is none. UTF-8 is read as it is; what else can be
//! read without a doubt is decoded ([`super::encoding`]); everything else is refused, because a wrong guess could make
//! one figure of another.

use std::fmt;

use super::encoding::{self, Encoded};
use crate::span::{LineColumn, LineIndex};

/// How far into a file zero bytes are counted.
const HEAD: usize = 8192;
/// A text has at most one zero byte among so many.
const BYTES_A_ZERO: usize = 100;

/// Why a file, or a document in it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A byte that is not UTF-8, in a file that is UTF-8 elsewhere or no text at all.
    #[error("line {}, column {} (byte {offset}): {bytes} is not UTF-8; save the file as UTF-8", at.line, at.column)]
    InvalidUtf8 {
        /// The first bad byte, from 0.
        offset: u64,
        /// Its line and column, from 1; columns count bytes.
        at: LineColumn,
        /// The bytes that belong to no character.
        bytes: BadBytes,
    },
    /// Bytes of nought, which texts in UTF-8 and its like have none of.
    #[error(
        "the file is no text: it has zero bytes, as pictures and programs have, and UTF-16 without its byte order mark; leave it out with `exclude`, or save it as UTF-8"
    )]
    Binary,
    /// A charset that is declared and is not read.
    #[error("the file is declared to be in `{label}`, which is not read; save it as UTF-8")]
    Charset {
        /// As declared.
        label: String,
    },
    /// A file whose positions do not fit into 32 bits.
    #[error("the file has {size} bytes; at most {} can be read", u32::MAX)]
    TooLarge {
        /// Its size in bytes.
        size: u64,
    },
    /// A line of an archive that is no record.
    #[error("line {}, column {}: {fault}; a line of an archive is an object such as {{\"id\": \"...\", \"title\": \"...\", \"date\": \"2024-03-02\", \"text\": \"...\"}}", at.line, at.column)]
    Record {
        /// The byte of the file, from 0.
        offset: u64,
        /// Its line and column, from 1.
        at: LineColumn,
        /// What is wrong there.
        fault: String,
    },
    /// A `.docx` that is damaged or none.
    #[error("{fault}; save it again as a Word document (.docx)")]
    Word {
        /// What is wrong, with the part of the file.
        fault: String,
    },
}

impl DecodeError {
    /// The byte of the file, where it is a certain one.
    pub fn offset(&self) -> Option<u64> {
        match self {
            Self::InvalidUtf8 { offset, .. } | Self::Record { offset, .. } => Some(*offset),
            Self::Binary | Self::Charset { .. } | Self::TooLarge { .. } | Self::Word { .. } => None,
        }
    }
}

/// One to four bytes that are not UTF-8; shown as `0xE9 0x20`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadBytes {
    bytes: [u8; 4],
    len: u8,
}

impl BadBytes {
    fn new(found: &[u8]) -> Self {
        let mut bytes = [0; 4];
        let len = found.len().min(bytes.len());
        bytes[..len].copy_from_slice(&found[..len]);
        Self { bytes, len: len as u8 }
    }

    /// The bytes themselves.
    pub fn as_slice(&self) -> &[u8] {
        &self.bytes[..usize::from(self.len)]
    }
}

impl fmt::Display for BadBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, byte) in self.as_slice().iter().enumerate() {
            write!(f, "{}0x{byte:02X}", if n > 0 { " " } else { "" })?;
        }
        Ok(())
    }
}

/// The bytes of a file as they are or decoded.
#[derive(Debug)]
pub(super) enum Decoded<'a> {
    Utf8(&'a str),
    Other(Encoded),
}

/// The text of a file in any encoding that is read.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, DecodeError> {
    check_size(bytes)?;
    if let Some(encoding) = encoding::marked(bytes) {
        return Ok(Decoded::Other(Encoded::new(encoding, bytes)));
    }
    if is_binary(bytes) {
        return Err(DecodeError::Binary);
    }
    let error = match utf8(bytes) {
        Ok(text) => return Ok(Decoded::Utf8(text)),
        Err(error) => error,
    };
    if let Some(label) = encoding::declared(bytes)
        && let Some(encoding) = encoding_rs::Encoding::for_label(label.as_bytes())
        && encoding != encoding_rs::UTF_8
    {
        // A charset of several bytes a character would need a map of its own, and none of English is written in one.
        return if encoding.is_single_byte() {
            Ok(Decoded::Other(Encoded::new(encoding, bytes)))
        } else {
            Err(DecodeError::Charset { label: label.to_owned() })
        };
    }
    if encoding::can_be_western(bytes) { Ok(Decoded::Other(Encoded::western(bytes))) } else { Err(error) }
}

/// Whether the beginning of a file has so many zero bytes that it is no text; a stray one is left in many by programs.
fn is_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    memchr::memchr_iter(0, head).count() * BYTES_A_ZERO > head.len()
}

/// A file that must be UTF-8: a rule file, a configuration, an archive.
pub(super) fn utf8(bytes: &[u8]) -> Result<&str, DecodeError> {
    check_size(bytes)?;
    std::str::from_utf8(bytes).map_err(|error| {
        let offset = error.valid_up_to();
        let len = error.error_len().unwrap_or(bytes.len() - offset);
        DecodeError::InvalidUtf8 {
            offset: offset as u64,
            at: LineIndex::new(&bytes[..offset]).locate(offset as u32),
            bytes: BadBytes::new(&bytes[offset..offset + len]),
        }
    })
}

fn check_size(bytes: &[u8]) -> Result<(), DecodeError> {
    u32::try_from(bytes.len()).map(|_| ()).map_err(|_| DecodeError::TooLarge { size: bytes.len() as u64 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_where_a_file_is_no_text() {
        let p = |bytes: &[u8]| match decode(bytes) {
            Ok(Decoded::Utf8(text)) => format!("{text:?}"),
            Ok(Decoded::Other(encoded)) => format!("decoded {:?}", encoded.text),
            Err(error) => error.to_string(),
        };
        insta::assert_snapshot!(p(b"ten caf\xc3\xa9s"), @r#""ten cafés""#);
        insta::assert_snapshot!(p(b"one\ntwo caf\xe9s"), @r#"decoded "one\ntwo cafés""#);
        insta::assert_snapshot!(p(b"one caf\xc3\xa9\ntwo caf\xe9s"), @"line 2, column 8 (byte 17): 0xE9 is not UTF-8; save the file as UTF-8");
        insta::assert_snapshot!(p(b"caf\xc3\xa9s cut \xe2\x82"), @"line 1, column 12 (byte 11): 0xE2 0x82 is not UTF-8; save the file as UTF-8");
        insta::assert_snapshot!(p(b"\xff\xfea\0"), @r#"decoded "\u{feff}a""#);
        let none = "the file is no text: it has zero bytes, as pictures and programs have, and UTF-16 without its byte \
                    order mark; leave it out with `exclude`, or save it as UTF-8";
        assert_eq!(p(&vec![0; 20_000]), none);
        assert_eq!(p(b"t\0e\0n\0 \0m\0e\0n\0"), none);
        assert_eq!(p(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), none);
        let stray = format!("{}\0{}", "ten men ".repeat(20), "two women ".repeat(20));
        assert_eq!(p(stray.as_bytes()), format!("{stray:?}"));
        insta::assert_snapshot!(p(b"<meta charset=iso-8859-2>\xb3"), @r#"decoded "<meta charset=iso-8859-2>ł""#);
        insta::assert_snapshot!(p(b"<meta charset=shift_jis>\x83\x65"), @"the file is declared to be in `shift_jis`, which is not read; save it as UTF-8");
    }
}
