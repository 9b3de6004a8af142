//! The server on this machine, with the demo in it.

use std::{env, os::unix::process::CommandExt, path::Path};

use crate::{
    build::{self, Kind},
    child,
    outcome::{Outcome, While, fail},
    place,
};

/// How `hailong demo` ends where the database holds data of its own.
const OTHER_DATA: i32 = 3;

/// Builds, loads the demo unless the database is another's, and becomes the server.
pub(crate) fn demo() -> Outcome {
    build::everything(Kind::Developers)?;
    let hailong = place::hailong(false);
    let given = ["HAILONG_DATABASE_URL", "HAILONG_DATABASE_URL_FILE"];
    if given.iter().all(|name| env::var_os(name).is_none()) {
        load(&hailong)?;
    }
    // The server takes this process's place, so Ctrl-C reaches it and its exit code is ours.
    let fault = child::command(&hailong).arg("serve").exec();
    Err(fault).during(|| format!("starting {}", hailong.display()))
}

/// Loads the demo, or what is missing of it; a database with other data is served as it is.
fn load(hailong: &Path) -> Outcome {
    println!("  loading the demo, unless it is there");
    let status = child::command(hailong)
        .arg("demo")
        .status()
        .during(|| format!("starting {}", hailong.display()))?;
    if status.success() || status.code() == Some(OTHER_DATA) {
        return Ok(());
    }
    fail(format!("the demo did not load: `hailong demo` ended with {status}"))
}
