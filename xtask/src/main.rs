//! The project's chores: set up, build, run, test and measure, each one command.

mod bench;
mod budget;
mod build;
mod bundle;
mod child;
mod debian;
mod outcome;
mod place;
mod postgres;
mod python;
mod serve;
mod setup;
mod site;
mod slowest;
mod spare;
mod style;
mod test;
mod toolchain;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Hài Lòng's chores.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Chores {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Finds or installs what the build needs
    Setup {
        /// Also what the tests need: PostgreSQL, Chromium, fonts, Schemathesis, the browser tests' packages
        #[arg(long)]
        test: bool,
    },
    /// Builds the bundles, the style sheets and the server
    Build {
        /// The server as it is handed out
        #[arg(long)]
        release: bool,
        /// That with OpenID Connect sign-in, which the developer's server always has
        #[arg(long, requires = "release")]
        oidc: bool,
    },
    /// Sets up, builds, loads the demo into ./data on the first run, and serves
    Run,
    /// Everything that has to hold before a change is handed in
    Test(test::Wish),
    /// Measures the release build
    Bench(bench::Wish),
}

fn main() -> ExitCode {
    let outcome = match Chores::parse().chore {
        Chore::Setup { test: false } => setup::for_build().map(drop),
        Chore::Setup { test: true } => setup::for_build().and_then(|_| setup::for_tests()),
        Chore::Build { release: false, .. } => build::everything(build::Kind::Developers),
        Chore::Build { oidc, .. } => build::everything(build::Kind::Release { oidc }),
        Chore::Run => serve::demo(),
        Chore::Test(wish) => test::run(&wish),
        Chore::Bench(wish) => bench::run(&wish),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("\nxtask: {}", fault.0);
            ExitCode::FAILURE
        }
    }
}
