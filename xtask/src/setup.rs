//! What a machine needs before anything can be built, run or tested here.

use std::{fs, path::Path, time::SystemTime};

use crate::{
    child, debian,
    outcome::{Outcome, While, fail},
    place, postgres, python,
    toolchain::Way,
};

/// What the tests take from Debian.
const TEST_PACKAGES: [&str; 4] = ["postgresql-15", "chromium", "fonts-liberation2", "python3-venv"];

/// The compiler for the browser.
pub(crate) fn for_build() -> Outcome<Way> {
    let way = Way::provide()?;
    println!("  the browser's code is built by {}", way.words());
    Ok(way)
}

/// A real PostgreSQL, a real browser, a mail server, Schemathesis and the browser tests' packages.
pub(crate) fn for_tests() -> Outcome {
    let missing = debian::missing(&TEST_PACKAGES);
    if debian::can_install() {
        if !missing.is_empty() {
            debian::install(&missing)?;
        }
    } else {
        check_by_hand(&missing)?;
    }
    python::SCHEMATHESIS.provide()?;
    python::AIOSMTPD.provide()?;
    browser_packages("tests/browser")
}

/// What the tests need, and the packages that our survey page is measured beside.
pub(crate) fn for_bench() -> Outcome {
    for_tests()?;
    browser_packages("tests/browser/paint")
}

/// Where nothing may be installed: the programs have to be there, however they came.
fn check_by_hand(missing: &[&str]) -> Outcome {
    let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];
    let lacks_browser = !browser.iter().any(|path| Path::new(path).exists());
    if postgres::programs().is_some() && !lacks_browser {
        return Ok(());
    }
    fail(format!(
        "the tests need PostgreSQL 15 under /usr/lib/postgresql/15/bin and Chromium as \
         /usr/bin/chromium.\nOn Debian or Ubuntu, as root: `apt-get install {}`",
        missing.join(" ")
    ))
}

/// `npm ci`, unless the last one was of this very lock file.
fn browser_packages(folder: &str) -> Outcome {
    let folder = place::root().join(folder);
    let wanted = changed(&folder.join("package-lock.json"));
    if wanted.is_none() || wanted <= changed(&folder.join("node_modules/.package-lock.json")) {
        return Ok(());
    }
    let mut npm = child::command("npm");
    child::run(npm.args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))
        .during(|| "the browser tests need Node.js 20 with npm and the npm registry".into())
}

fn changed(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|about| about.modified()).ok()
}
