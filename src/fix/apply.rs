//! Puts edits into the bytes of a file, in the file's own encoding. All other bytes stay as they are, and with them
//! line ends and the byte order mark.

use crate::document::{DecodeError, File};
use crate::verdict::Edit;

/// Why edits cannot be put into a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplyError {
    /// It is no text any more.
    #[error(transparent)]
    Decode(#[from] DecodeError),
    /// A character that the file's encoding does not have.
    #[error("\u{201c}{text}\u{201d} cannot be written in the encoding of the file; save it as UTF-8")]
    Encoding {
        /// The new text.
        text: String,
    },
    /// An edit outside of the file, or over another.
    #[error("the file is not what it was when it was checked")]
    Outside,
}

/// The bytes of a file with edits; they must not overlap.
pub fn apply(path: &str, bytes: &[u8], edits: &[&Edit]) -> Result<Vec<u8>, ApplyError> {
    let file = File::open(path, bytes)?;
    let mut edits: Vec<&Edit> = edits.to_vec();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut out = Vec::with_capacity(bytes.len() + 64);
    let mut at = 0;
    for edit in edits {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let kept = bytes.get(at..start).filter(|_| end >= start && end <= bytes.len()).ok_or(ApplyError::Outside)?;
        let new = file.encode(&edit.text).ok_or_else(|| ApplyError::Encoding { text: edit.text.clone() })?;
        out.extend_from_slice(kept);
        out.extend_from_slice(&new);
        at = end;
    }
    out.extend_from_slice(bytes.get(at..).ok_or(ApplyError::Outside)?);
    Ok(out)
}
