//! From the bytes of a file to text. Only UTF-8 is read: a guess at another encoding would move positions and could
//! turn one figure into another.

use std::fmt;

use crate::span::{LineColumn, LineIndex};

/// Why a file is no text that can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A byte that is not UTF-8.
    #[error("line {}, column {} (byte {offset}): {bytes} is not UTF-8; save the file as UTF-8", at.line, at.column)]
    InvalidUtf8 {
        /// The first bad byte, from 0.
        offset: u64,
        /// Its line and column, from 1; columns count bytes.
        at: LineColumn,
        /// The bytes that belong to no character.
        bytes: BadBytes,
    },
    /// A file in UTF-16, by its byte order mark.
    #[error("the file is UTF-16 (it begins with the bytes {bytes}); save it as UTF-8")]
    Utf16 {
        /// The byte order mark.
        bytes: BadBytes,
    },
    /// A file whose positions do not fit into 32 bits.
    #[error("the file has {size} bytes; at most {} can be read", u32::MAX)]
    TooLarge {
        /// Its size in bytes.
        size: u64,
    },
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

pub(super) fn decode(bytes: &[u8]) -> Result<&str, DecodeError> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(DecodeError::TooLarge { size: bytes.len() as u64 });
    }
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(DecodeError::Utf16 { bytes: BadBytes::new(&bytes[..2]) });
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_where_a_file_is_no_utf8() {
        let p = |bytes: &[u8]| decode(bytes).map_or_else(|error| error.to_string(), |text| format!("{text:?}"));
        insta::assert_snapshot!(p(b"ten caf\xc3\xa9s"), @r#""ten cafés""#);
        insta::assert_snapshot!(p(b"one\ntwo caf\xe9s"), @"line 2, column 8 (byte 11): 0xE9 is not UTF-8; save the file as UTF-8");
        insta::assert_snapshot!(p(b"cut \xe2\x82"), @"line 1, column 5 (byte 4): 0xE2 0x82 is not UTF-8; save the file as UTF-8");
        insta::assert_snapshot!(p(b"\xff\xfea\0"), @"the file is UTF-16 (it begins with the bytes 0xFF 0xFE); save it as UTF-8");
    }
}
