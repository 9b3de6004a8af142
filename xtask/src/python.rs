//! Programs of the Python package index that the tests need, each in an environment of its own.

use std::path::PathBuf;

use crate::{
    child,
    outcome::{Outcome, While},
    place,
};

/// A program and its version.
pub(crate) struct Tool {
    /// The package.
    pub(crate) name: &'static str,
    /// What people call it.
    pub(crate) title: &'static str,
    version: &'static str,
    /// What starts it, below its environment.
    program: &'static str,
    /// What shows that it is there.
    proof: &'static [&'static str],
}

/// Tries out every call that the API's description names.
pub(crate) const SCHEMATHESIS: Tool = Tool {
    name: "schemathesis",
    title: "Schemathesis",
    version: "4.32.5",
    program: "bin/schemathesis",
    proof: &["--version"],
};

/// A mail server that does what a test asks for.
pub(crate) const AIOSMTPD: Tool = Tool {
    name: "aiosmtpd",
    title: "aiosmtpd",
    version: "1.4.6",
    program: "bin/python",
    proof: &["-c", "import aiosmtpd"],
};

impl Tool {
    /// What starts it.
    pub(crate) fn program(&self) -> PathBuf {
        self.folder().join(self.program)
    }

    fn folder(&self) -> PathBuf {
        place::target().join(format!("{}-{}", self.name, self.version))
    }

    /// Installs it, once for each version.
    pub(crate) fn provide(&self) -> Outcome {
        if child::succeeds(child::command(self.program()).args(self.proof)) {
            return Ok(());
        }
        let folder = self.folder();
        let mut environment = child::command("python3");
        child::run(environment.args(["-m", "venv", "--clear"]).arg(&folder))
            .during(|| "the tests need Python 3 with venv (Debian: python3-venv)".into())?;
        let mut pip = child::command(folder.join("bin/pip"));
        pip.args(["install", "--quiet", "--disable-pip-version-check"]);
        child::run(pip.arg(format!("{}=={}", self.name, self.version)))
            .during(|| format!("the tests need {} from the Python package index", self.title))
    }
}
