//! Replaces a file at once: the new bytes are written beside it and then take its name, so that nobody ever reads half
//! of it, and a full disk leaves the old one.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Why a file was left as it was.
#[derive(Debug, thiserror::Error)]
pub enum ReplaceError {
    /// Its owner does not want it changed.
    #[error("it is read-only")]
    ReadOnly,
    /// The file system says no.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Gives a file new bytes. Links are followed, and permissions stay.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), ReplaceError> {
    let path = fs::canonicalize(path)?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(ReplaceError::ReadOnly);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.figlint-{}", std::process::id()));
    let written = write(&beside, bytes, permissions).and_then(|()| fs::rename(&beside, &path));
    if written.is_err() {
        // What is left of it helps nobody; that it cannot be removed either changes nothing.
        let _ = fs::remove_file(&beside);
    }
    Ok(written?)
}

fn write(path: &Path, bytes: &[u8], permissions: fs::Permissions) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.set_permissions(permissions)?;
    file.sync_all()
}
