//! Parse, run, exit code.

fn main() -> std::process::ExitCode {
    figlint::cli::main()
}
