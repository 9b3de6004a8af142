//! The server on this machine, with the demo in it.

use std::{env, os::unix::process::CommandExt};

use crate::{
    build, child,
    outcome::{Outcome, While},
    place,
};

/// Builds, loads the demo where there is no database yet, and becomes the server.
pub(crate) fn demo() -> Outcome {
    build::everything(false)?;
    let hailong = place::hailong(false);
    if needs_demo() {
        println!("  loading the demo");
        child::run(child::command(&hailong).arg("demo"))
            .during(|| "the demo did not load: delete the folder data and try again".into())?;
    }
    // The server takes this process's place, so Ctrl-C reaches it and its exit code is ours.
    let fault = child::command(&hailong).arg("serve").exec();
    Err(fault).during(|| format!("starting {}", hailong.display()))
}

/// Whether the database is the usual file and has not been made yet.
fn needs_demo() -> bool {
    let data = env::var_os("HAILONG_DATA_DIR").unwrap_or_else(|| "data".into());
    env::var_os("HAILONG_DATABASE_URL").is_none()
        && !place::root().join(data).join("hailong.db").exists()
}
