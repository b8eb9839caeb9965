//! The language server in conversation with an editor.

mod client;
mod conversations;
mod lifecycle;
mod soak;
mod workspace;
