//! The whole build: both bundles, their style sheets, then the server that embeds them.

use crate::{
    bundle::{self, BUNDLES},
    child,
    outcome::Outcome,
    setup, style,
};

/// Sets up what is missing and builds everything; what has not changed is left as it is.
pub(crate) fn everything(release: bool) -> Outcome {
    site()?;
    server(release)
}

/// The files the server embeds. The bundles are always small: the profile concerns the server only.
pub(crate) fn site() -> Outcome {
    let way = setup::for_build()?;
    for name in BUNDLES {
        style::build(name)?;
        bundle::build(&way, name)?;
    }
    Ok(())
}

fn server(release: bool) -> Outcome {
    let mut cargo = child::cargo(["build", "--package", "server"]);
    if release {
        cargo.arg("--release");
    }
    child::run(&mut cargo)
}
