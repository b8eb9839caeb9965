//! A text of a run: its name and where its bytes come from.

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use crate::document::DecodeError;
use crate::span::{LineIndex, Span};
use crate::verdict::Place;

/// One text to read.
#[derive(Clone, Debug)]
pub struct Text {
    /// As given, with `/`; what reports show.
    pub path: String,
    /// Relative to the configuration's folder, with `/`; what the globs of `[[document]]` are held against.
    pub config_path: String,
    /// Its bytes.
    pub content: Content,
}

/// Where the bytes of a text come from.
#[derive(Clone, Debug)]
pub enum Content {
    /// A file.
    File(PathBuf),
    /// Standard input, an editor, an example.
    Bytes(Vec<u8>),
}

/// Why a text could not be read.
#[derive(Clone, Debug, thiserror::Error)]
pub enum TextError {
    /// The file system says no.
    #[error("{path} cannot be read: {}", why(error))]
    Read {
        /// The text.
        path: String,
        /// What the file system says.
        error: Arc<io::Error>,
    },
    /// It is no text, or not the kind of file that its name says.
    #[error("{path} cannot be read: {error}")]
    Decode {
        /// The text.
        path: String,
        /// What is wrong.
        error: DecodeError,
        /// The first byte that is wrong.
        place: Option<Box<Place>>,
    },
}

/// Why a file cannot be read, in words of this program.
pub fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "the system does not allow it".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::InvalidData => "it is not UTF-8".to_owned(),
        _ => error.to_string(),
    }
}

impl TextError {
    /// Which text.
    pub fn path(&self) -> &str {
        match self {
            Self::Read { path, .. } | Self::Decode { path, .. } => path,
        }
    }
}

impl TextError {
    /// Where in the text, if it is somewhere.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Read { .. } => None,
            Self::Decode { place, .. } => place.as_deref(),
        }
    }
}

impl Text {
    /// A text that is not a file.
    pub fn in_memory(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), config_path: path.to_owned(), content: Content::Bytes(text.as_bytes().to_vec()) }
    }

    /// Its bytes, read from the disk where they are there.
    pub fn bytes(&self) -> Result<Cow<'_, [u8]>, TextError> {
        match &self.content {
            Content::Bytes(bytes) => Ok(Cow::Borrowed(bytes)),
            Content::File(path) => {
                let told = |error| TextError::Read { path: self.path.clone(), error: Arc::new(error) };
                std::fs::read(path).map(Cow::Owned).map_err(told)
            }
        }
    }

    /// A file that says something else than its name, or a document in it.
    pub(super) fn error(&self, error: DecodeError, bytes: &[u8]) -> TextError {
        let place = error.offset().map(|at| {
            let before = &bytes[..bytes.len().min(at as usize)];
            let at = before.len() as u32;
            Box::new(Place::of(&self.path, &LineIndex::new(before), Span::new(at, at), ""))
        });
        TextError::Decode { path: self.path.clone(), error, place }
    }
}
