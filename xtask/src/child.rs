//! Other programs, run as children that may write to the terminal themselves.

use std::{
    env,
    ffi::OsStr,
    process::{Command, Stdio},
};

use crate::{
    outcome::{Outcome, While, fail},
    place,
};

/// A command in the workspace's folder, free of what cargo told this very program about itself.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(place::root()).stdin(Stdio::null());
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(about_this_package) {
            command.env_remove(name);
        }
    }
    if env::var_os("CARGO_TARGET_DIR").is_some() {
        command.env("CARGO_TARGET_DIR", place::target());
    }
    command
}

/// Build scripts watch these, so a stray value would rebuild their crates every other time.
fn about_this_package(name: &str) -> bool {
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"]
        .iter()
        .any(|start| name.starts_with(start))
}

/// Cargo with these words.
pub(crate) fn cargo<'a>(words: impl IntoIterator<Item = &'a str>) -> Command {
    let mut command = command("cargo");
    command.args(words);
    command
}

/// Shows the command, runs it to its end, and fails unless it ended well.
pub(crate) fn run(command: &mut Command) -> Outcome {
    println!("  $ {}", shown(command));
    let status = command.status().during(|| format!("starting `{}`", shown(command)))?;
    if status.success() {
        return Ok(());
    }
    fail(format!("`{}` ended with {status}", shown(command)))
}

/// What the command prints, without the white space around it; its complaints stay silent.
pub(crate) fn read(command: &mut Command) -> Option<String> {
    let reply = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(reply.stdout).ok()?;
    reply.status.success().then(|| text.trim().to_owned())
}

/// Whether the command ends well, whatever it prints.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
}

/// The command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
