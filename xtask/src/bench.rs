//! The measurements, on the release build.

use std::{fs, process::Stdio};

use clap::Args;

use crate::{
    build::{self, Kind},
    child,
    outcome::{Outcome, While, fail},
    place,
    postgres::{Cluster, Promise},
    setup,
};

/// What to measure.
#[derive(Args)]
pub(crate) struct Wish {
    /// Puts the table of what has a bar into README.md, the one place where figures stand
    #[arg(long)]
    readme: bool,
    /// Parts to measure: pages, paint, submits, dashboards, casework, counting, signin, figures; all, if none is named
    parts: Vec<String>,
}

/// The part that is no measurement of speed, but of truth.
const FIGURES: &str = "figures";

/// As many departments as it takes to see one per cent to two digits.
const DEPARTMENTS: &str = "10000";

/// Where the table stands in README.md.
const MARKS: [&str; 2] = ["<!-- measured -->\n", "<!-- end of measured -->"];

/// Builds for release and prints the table of measurements.
pub(crate) fn run(wish: &Wish) -> Outcome {
    if wish.readme && !wish.parts.is_empty() {
        return fail("the table in README.md is of all parts: name none");
    }
    let (figures, parts): (Vec<&str>, Vec<&str>) =
        wish.parts.iter().map(String::as_str).partition(|part| *part == FIGURES);
    let is_everything = wish.parts.is_empty() && !wish.readme;
    if is_everything || !figures.is_empty() {
        simulate()?;
    }
    if parts.is_empty() && !figures.is_empty() {
        return Ok(());
    }
    setup::for_bench()?;
    build::everything(Kind::Release { oidc: false })?;
    let mut bench = child::cargo(["run", "--release", "--package", "load", "--"]);
    bench.args(&parts).env("HAILONG_BIN", place::hailong(true));
    let cluster = Cluster::start(Promise::Lasting)?;
    bench.env("HAILONG_BENCH_POSTGRES", cluster.url());
    if !wish.readme {
        return child::run(&mut bench);
    }
    let measured = bench.arg("readme").stderr(Stdio::inherit()).output()?;
    put(&String::from_utf8_lossy(&measured.stdout))?;
    if measured.status.success() { Ok(()) } else { fail("not every bar was met") }
}

/// How often a sentence is false, in as many departments as take some minutes.
fn simulate() -> Outcome {
    let mut test = child::cargo(["test", "--release", "--package", "tests", "--test", "figures"]);
    test.args(["simulation", "--", "--nocapture", "--test-threads=1"]);
    child::run(test.env("HAILONG_DEPARTMENTS", DEPARTMENTS))
}

/// Puts the table between its marks.
fn put(table: &str) -> Outcome {
    let file = place::root().join("README.md");
    let text = fs::read_to_string(&file).during(|| "reading README.md".into())?;
    let [begin, end] = MARKS;
    let parts = text.split_once(begin).zip(text.split_once(end));
    let Some(((before, _), (_, after))) = parts.filter(|_| table.starts_with("| what")) else {
        return fail("nothing was measured, or README.md lost the marks of its table");
    };
    print!("{table}");
    fs::write(&file, [before, begin, table, end, after].concat())
        .during(|| "writing README.md".into())
}
