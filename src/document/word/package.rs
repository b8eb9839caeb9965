//! The zip archive that a Word document is, and the parts in it as text. A part is read up to a limit, so that a small
//! file cannot unpack to gigabytes.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::document::DecodeError;

/// The part with the text.
pub(super) const DOCUMENT: &str = "word/document.xml";
/// Bytes that a part may have when it is unpacked: a thousand pages are a tenth of that.
const LARGEST: u64 = 64 << 20;

/// An open archive.
#[derive(Debug)]
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, DecodeError> {
        // The container of Word before 2007, and of documents with a password.
        if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
            return Err(fault("the file is an old .doc or is locked with a password".to_owned()));
        }
        let archive = ZipArchive::new(Cursor::new(bytes));
        let archive =
            archive.map_err(|error| fault(format!("the file is no zip archive that can be read ({error})")))?;
        Ok(Self { archive })
    }

    /// A part as text; `None` where the document has no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>, DecodeError> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(fault(format!("`{name}` in the file cannot be unpacked ({error})"))),
        };
        let mut bytes = Vec::new();
        part.take(LARGEST + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| fault(format!("`{name}` in the file cannot be unpacked ({error})")))?;
        if bytes.len() as u64 > LARGEST {
            return Err(fault(format!("`{name}` in the file unpacks to more than {} MB", LARGEST >> 20)));
        }
        // All that Word and its likes write is UTF-8.
        let text = String::from_utf8(bytes);
        text.map(Some).map_err(|error| {
            fault(format!("`{name}` in the file is not UTF-8 from byte {} on", error.utf8_error().valid_up_to()))
        })
    }
}

pub(super) fn fault(fault: String) -> DecodeError {
    DecodeError::Word { fault }
}
