//! The arguments of `figlint server`.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
#[command(after_help = "Editors start it; it speaks the language server protocol over standard input and output.")]
pub(crate) struct Server {
    /// A reference set, besides those of the configuration; repeatable
    #[arg(long, value_name = "FILE")]
    pub(crate) reference: Vec<PathBuf>,
    /// Accepted for editors that pass it; nothing else is spoken
    #[arg(long, hide = true)]
    pub(crate) stdio: bool,
}
