//! A real editor: Neovim, set up as docs/editors.md says, opens a draft and does with it what its writer would do
//! (`neovim/write.lua`). Where Neovim is not installed this says so and passes, unless `FIGLINT_NEOVIM=required`.

use std::process::{Command, Stdio};

use crate::project::{Project, path_with_figlint};

/// The page that shows how editors are set up.
const PAGE: &str = include_str!("../../docs/editors.md");
/// What is done in the editor.
const WRITE: &str = include_str!("neovim/write.lua");

const DRAFT: &str = "# Relief \u{1f6a2}\r\n\r\nThe cafe\u{301} fund: \u{1f1f5}\u{1f1ea} Peru sent 14 engineers, \
    Chile 9 and Bolivia 6, for a total of 31 specialists.\r\n\r\nIn March 2024 the storm killed 13 people in Peru.\r\n";
const FACTS: &str = "[[fact]]\nsays   = \"The storm killed 31 people in Peru in March 2024.\"\n\
    as_of  = 2024-04-19\nsource = \"relief office, report 12\"\n";

/// Neovim's version, where it is installed.
fn version() -> Option<(u32, u32)> {
    let output = Command::new("nvim").arg("--version").stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let mut parts = text.lines().next()?.strip_prefix("NVIM v")?.split(['.', '-']).map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

/// The Lua block of the page that this version of Neovim is set up with.
fn setup(version: (u32, u32)) -> &'static str {
    let mut blocks = PAGE.split("```lua\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0));
    let call = if version >= (0, 11) { "vim.lsp.enable" } else { "vim.lsp.start_client" };
    blocks.find(|block| block.contains(call)).expect("the page says how Neovim is set up")
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn a_draft_is_written_in_neovim() {
    let Some(version) = version() else {
        let required = std::env::var_os("FIGLINT_NEOVIM").is_some_and(|value| value == "required");
        assert!(!required, "nvim is not installed");
        eprintln!("nvim is not installed: no real editor is driven");
        return;
    };
    let project = Project::new(&[
        ("figlint.toml", "references = [\"facts/storm.toml\"]\n"),
        ("facts/storm.toml", FACTS),
        ("draft.md", DRAFT),
        ("setup.lua", setup(version)),
        ("write.lua", WRITE),
    ]);
    let output = Command::new("nvim")
        .args(["--clean", "--headless", "-n", "-c", "luafile write.lua"])
        .current_dir(project.root())
        .env("PATH", path_with_figlint())
        .env("SETUP", "setup.lua")
        .envs(["XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"].map(|name| (name, project.root().join(".nvim"))))
        .stdin(Stdio::null())
        .output()
        .expect("nvim runs");
    let said = String::from_utf8_lossy(&output.stdout).replace('\u{301}', "+301");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{errors}");
    insta::assert_snapshot!(said, @"
    language: markdown line ends: dos
    3:78 figlint a total of 31 specialists
      the parts add up to 29, not to “a total of 31 specialists”
      working: 14 + 9 + 6 = 29, stated 31
      help: as written, the parts can make exactly 29; check the total and whether a part is missing
    5:32 figlint 13 people
      “13 people” does not agree with the reference set, which says 31: deaths; Peru; March 2024
      working: “13 people” means exactly 13; the reference set says exactly 31
      likely cause: two digits may be exchanged: 13 and 31
      help: the desk's source: relief office, report 12
    offered: Write 29 for 31
    offered: Write 16 for 14
    offered: Suppress sum-mismatch here
    line: The cafe+301 fund: 🇵🇪 Peru sent 14 engineers, Chile 9 and Bolivia 6, for a total of 29 specialists.
    5:32 figlint 13 people
      “13 people” does not agree with the reference set, which says 31: deaths; Peru; March 2024
      working: “13 people” means exactly 13; the reference set says exactly 31
      likely cause: two digits may be exchanged: 13 and 31
      help: the desk's source: relief office, report 12
    definition: storm.toml 2:10
    left: 0
    ");
}
