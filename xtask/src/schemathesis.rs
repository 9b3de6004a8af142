//! Schemathesis, which tries out every call that the API's description names.

use std::path::PathBuf;

use crate::{
    child,
    outcome::{Outcome, While},
    place,
};

const VERSION: &str = "4.32.5";

/// The program, in a Python environment of its own.
pub(crate) fn program() -> PathBuf {
    place::target().join(format!("schemathesis-{VERSION}/bin/schemathesis"))
}

/// Installs it, once for each version.
pub(crate) fn provide() -> Outcome {
    if child::succeeds(child::command(program()).arg("--version")) {
        return Ok(());
    }
    let folder = place::target().join(format!("schemathesis-{VERSION}"));
    let mut environment = child::command("python3");
    child::run(environment.args(["-m", "venv", "--clear"]).arg(&folder))
        .during(|| "the tests need Python 3 with venv (Debian: python3-venv)".into())?;
    let mut pip = child::command(folder.join("bin/pip"));
    pip.args(["install", "--quiet", "--disable-pip-version-check"]);
    child::run(pip.arg(format!("schemathesis=={VERSION}")))
        .during(|| "the tests need Schemathesis from the Python package index".into())
}
