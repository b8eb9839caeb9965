//! `figlint completions` and `figlint man`, from the same arguments that are parsed.

use std::io::Write;

use clap::CommandFactory;

use super::Status;
use super::args::{Args, Completions};
use super::session::Session;

/// What a shell completes after `figlint`.
pub(super) fn completions(session: &mut Session, args: &Completions) -> Status {
    // The generator writes to memory: it panics where a pipe is closed.
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "figlint", &mut text);
    session.print(|_, out| out.write_all(&text));
    Status::Clean
}

/// The manual page, with a section for each command.
pub(super) fn man(session: &mut Session) -> Status {
    session.print(|_, out| {
        let mut command = Args::command();
        command.build();
        clap_mangen::Man::new(command.clone()).render(out)?;
        for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set() && sub.get_name() != "help") {
            let name = format!("figlint {}", sub.get_name());
            writeln!(out, ".SH \"{}\"", name.to_uppercase())?;
            let page = clap_mangen::Man::new(sub.clone());
            page.render_synopsis_section(out)?;
            page.render_description_section(out)?;
            page.render_options_section(out)?;
        }
        Ok(())
    });
    Status::Clean
}
