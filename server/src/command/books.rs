//! `hailong import` and `hailong demo`: filling the books.

use std::{path::Path, process::ExitCode};

use chrono::Utc;
use domain::day;
use server::{
    demo,
    error::Error,
    import::{self, Kind},
};

use super::settings::Database;

/// Checks a file and, if nothing is wrong and `apply` is asked for, takes it.
pub async fn import(
    database: &Database,
    kind: Kind,
    file: &Path,
    apply: bool,
) -> Result<ExitCode, Error> {
    let opened = super::open(database).await?;
    let report = import::run(&opened.db, kind, file, apply).await?;
    opened.db.close().await;
    print!("{report}");
    Ok(if report.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Loads the demo.
pub async fn demo(database: &Database) -> Result<ExitCode, Error> {
    let opened = super::open(database).await?;
    #[expect(clippy::disallowed_methods, reason = "time enters here")]
    let today = day::local_day(Utc::now());
    let loaded = demo::load(&opened.db, today).await?;
    opened.db.close().await;
    println!("{loaded}");
    Ok(ExitCode::SUCCESS)
}
