//! `hailong retention`: the daily removal, at once.

use std::process::ExitCode;

use server::{
    error::Error,
    keys::own,
    retention::Run,
    store::{Db, open::Access, settings},
};

use super::{
    say::say,
    serve::{fill, now},
    settings::Database,
};

/// Removes what is past its time, beside a server that may be running.
pub async fn run(database: &Database) -> Result<ExitCode, Error> {
    let opened = Db::open(&database.url()?, Access::Beside).await?;
    let keys = own::open(&opened.db, &database.keys_file()?, fill).await?;
    let office = settings::office(&opened.db).await?;
    let run = Run { db: &opened.db, keys: &keys, now: now(), actor: "hailong retention" };
    let gone = run.all(&office).await?;
    opened.db.close().await;
    for (kind, removed) in &gone {
        say!("{kind}: {removed} removed");
    }
    if gone.is_empty() {
        say!("nothing is past its time");
    }
    Ok(ExitCode::SUCCESS)
}
