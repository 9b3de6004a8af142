//! Everything that has to hold before a change is handed in, as stages told one by one.

use std::{
    process::Command,
    time::{Duration, Instant},
};

use clap::{Args, ValueEnum};

use crate::{
    budget,
    build::{self, Kind},
    child,
    outcome::{Outcome, While, fail},
    place,
    postgres::{Cluster, Promise},
    python, setup,
    slowest::Times,
};

/// What to test.
#[derive(Args)]
pub(crate) struct Wish {
    /// One stage alone (what it stands on is still brought up to date)
    #[arg(long, value_enum)]
    only: Option<Stage>,
    /// More words for `cargo test`, such as: --test api a_name
    #[arg(last = true)]
    words: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Stage {
    /// Every file reads as rustfmt writes it
    Format,
    /// No warning from the compiler or clippy
    Clippy,
    /// What building and testing needs is there
    Setup,
    /// The bundles and the server build
    Build,
    /// What a bundle weighs stays below its limit
    Budget,
    /// `cargo test`, with a real PostgreSQL
    Rust,
    /// The journeys in a real browser
    Browser,
}

/// Runs the stages in order and stops at the first that fails.
pub(crate) fn run(wish: &Wish) -> Outcome {
    let stages = Stage::value_variants().iter().copied();
    let stages: Vec<Stage> =
        stages.filter(|stage| wish.only.is_none_or(|only| only == *stage)).collect();
    let (mut took, mut times) = (Vec::new(), Times::default());
    for (at, stage) in stages.iter().enumerate() {
        println!("\n== {}/{} {} ==", at + 1, stages.len(), stage.name());
        let start = Instant::now();
        let outcome = stage.run(wish, &mut times);
        took.push((stage, start.elapsed()));
        println!("== {} took {} ==", stage.name(), words(start.elapsed()));
        if outcome.is_err() {
            times.print();
            summary(&took, false);
            let again = format!("Mend it and try `cargo xtask test --only {}`", stage.name());
            return outcome.or_else(|fault| fail(format!("{}.\n{again}", fault.0)));
        }
    }
    times.print();
    summary(&took, true);
    Ok(())
}

impl Stage {
    fn name(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    fn run(self, wish: &Wish, times: &mut Times) -> Outcome {
        // A stage alone stands on a build that may be old: bring that up to date first.
        if wish.only.is_some() && matches!(self, Self::Budget | Self::Rust | Self::Browser) {
            setup::for_tests()?;
            build::everything(Kind::Developers)?;
        }
        match self {
            Self::Format => format(),
            Self::Clippy => clippy(),
            Self::Setup => setup::for_build().and_then(|_| setup::for_tests()),
            Self::Build => build::everything(Kind::Developers),
            Self::Budget => budget::check(),
            Self::Rust => rust(&wish.words, times),
            Self::Browser => browser(times),
        }
    }
}

fn format() -> Outcome {
    let mut fmt = child::cargo(["fmt", "--all", "--check"]);
    child::run(&mut fmt).during(|| "`cargo fmt --all` mends this".into())
}

/// The bundles turn on what the server must not have, so they are looked at on their own; and the
/// server once more as it is handed out, without what can be left out.
fn clippy() -> Outcome {
    let native = ["--workspace", "--exclude", "citizen", "--exclude", "office", "--all-targets"];
    let native = [&native[..], &["--features", "server/oidc"]].concat();
    let alone = ["citizen", "office", "server"].map(|name| ["--package", name]);
    for packages in [&native[..]].into_iter().chain(alone.iter().map(|it| &it[..])) {
        let mut clippy = child::cargo(["clippy"]);
        child::run(clippy.args(packages).args(["--", "--deny", "warnings"]))?;
    }
    Ok(())
}

/// Makes libtest say how long each test took. Only the test programs see the variable: beside the
/// compiler it would have crates built anew.
const RUNNER: &str = "target.'cfg(all())'.runner = ['env', 'RUSTC_BOOTSTRAP=1']";
const TIMED: [&str; 3] = ["--", "-Zunstable-options", "--report-time"];

fn rust(words: &[String], times: &mut Times) -> Outcome {
    let (quick, lasting) = (Cluster::start(Promise::Quick)?, Cluster::start(Promise::Lasting)?);
    let test = |words: &[&str]| {
        let mut test = cargo_test();
        test.args(words).env("HAILONG_BIN", place::hailong(false));
        test.env("HAILONG_TEST_POSTGRES", quick.url());
        test.env("HAILONG_TEST_POSTGRES_LASTING", lasting.url());
        test.env("HAILONG_SCHEMATHESIS", python::SCHEMATHESIS.program());
        test.env("HAILONG_AIOSMTPD", python::AIOSMTPD.program());
        test
    };
    if !words.is_empty() {
        return child::run(test(&[]).args(words));
    }
    let targets = ["--lib", "--bins", "--tests", "--config", RUNNER];
    let ran = times.run(test(&targets).args(TIMED));
    // Examples in the documentation take no such words. They are tried even where a test failed.
    ran.and(child::run(&mut test(&["--doc"])))?;
    child::run(&mut child::cargo(["test", "--package", "xtask"]))
}

/// The chores are left to themselves: beside them, shared crates would be built a second time.
fn cargo_test() -> Command {
    let mut test = child::cargo(["test", "--workspace", "--no-fail-fast"]);
    test.args(["--exclude", "citizen", "--exclude", "office", "--exclude", "xtask"]);
    test.args(["--features", "server/oidc"]);
    test
}

/// As many journeys side by side; each file of them has servers and a browser of its own.
const SIDE_BY_SIDE: &str = "--test-concurrency=2";

fn browser(times: &mut Times) -> Outcome {
    let mut node = child::command("node");
    node.args(["--test", SIDE_BY_SIDE, "--test-reporter=spec"]);
    node.current_dir(place::root().join("tests/browser"));
    times.run(node.env("HAILONG_BIN", place::hailong(false)))
}

fn summary(took: &[(&Stage, Duration)], passed: bool) {
    println!("\n  stage         time");
    for (at, (stage, time)) in took.iter().enumerate() {
        let failed = !passed && at + 1 == took.len();
        println!(
            "  {:<10}{:>8}{}",
            stage.name(),
            words(*time),
            if failed { "  failed" } else { "" }
        );
    }
    let all = took.iter().map(|(_, time)| *time).sum();
    println!("  {:<10}{:>8}", "all", words(all));
}

/// "3.2 s" or "12:07 min".
fn words(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        return format!("{:.1} s", time.as_secs_f64());
    }
    format!("{}:{:02} min", seconds / 60, seconds % 60)
}
