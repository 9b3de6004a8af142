//! The measurements, on the release build.

use crate::{
    build::{self, Kind},
    child,
    outcome::Outcome,
    place, setup,
};

/// Builds for release and prints the table of measurements.
pub(crate) fn run() -> Outcome {
    setup::for_bench()?;
    build::everything(Kind::Release { oidc: false })?;
    let mut bench = child::cargo(["run", "--release", "--package", "load"]);
    child::run(bench.env("HAILONG_BIN", place::hailong(true)))
}
