//! The whole build: the bundles, their style sheets, then the server that embeds them.

use crate::{
    bundle::{self, ENTRIES},
    child,
    outcome::Outcome,
    setup, style,
};

/// Which server.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Quickly built, with everything that is tested.
    Developers,
    /// As it is handed out.
    Release {
        /// With OpenID Connect sign-in.
        oidc: bool,
    },
}

/// Sets up what is missing and builds everything; what has not changed is left as it is.
pub(crate) fn everything(kind: Kind) -> Outcome {
    site()?;
    server(kind)
}

/// The files the server embeds. The bundles are always small: the profile concerns the server only.
pub(crate) fn site() -> Outcome {
    let way = setup::for_build()?;
    for sheet in ["pages", "print", "results", "feedback"] {
        style::build(sheet)?;
    }
    for entry in &ENTRIES {
        style::build(entry.package)?;
        bundle::build(&way, entry)?;
    }
    Ok(())
}

fn server(kind: Kind) -> Outcome {
    let mut cargo = child::cargo(["build", "--package", "server"]);
    if matches!(kind, Kind::Release { .. }) {
        cargo.arg("--release");
    }
    if matches!(kind, Kind::Developers | Kind::Release { oidc: true }) {
        cargo.args(["--features", "oidc"]);
    }
    child::run(&mut cargo)
}
