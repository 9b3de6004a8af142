//! `hailong keys`: another key to seal with, in three steps.
//!
//! A server reads its keys when it starts, so on PostgreSQL, where many may run, every one is
//! restarted between the first step and the second. An SQLite file is not touched while a server
//! runs on it: each step takes its lock.

use std::process::ExitCode;

use clap::Subcommand;
use serde_json::{Value, json};
use server::{
    error::Error,
    keys::{Keys, own, reseal},
    store::{
        Db,
        record::{self, Entry},
    },
};

use super::{
    say::say,
    serve::{fill, now},
    settings::Database,
};

#[derive(Clone, Copy, Subcommand)]
pub enum Task {
    /// Adds a key to the keys file, by which is sealed from now on; the older ones still open.
    /// Afterwards give the file to every server and restart it.
    Rotate,
    /// Seals anew what an older key sealed. Every server must know the new key by then.
    Reseal,
    /// Takes the older keys out of the file, once nothing is sealed by them.
    Retire,
}

/// Does one step.
pub async fn run(database: &Database, task: Task) -> Result<ExitCode, Error> {
    let opened = super::open(database).await?;
    let (db, file) = (&opened.db, database.keys_file()?);
    let keys = own::open(db, &file, fill).await?;
    let said = match task {
        Task::Rotate => {
            keys.clone().with_new_seal(fill).replace(&file)?;
            note(db, &keys, "keys.rotate", None).await?;
            "a new key seals from the next start on: give the keys file to every server, restart \
             them all, then run `hailong keys reseal`"
                .to_owned()
        }
        Task::Reseal => {
            let anew = reseal::all(db, &keys, fill).await?;
            note(db, &keys, "keys.reseal", Some(json!({ "secrets": anew }))).await?;
            format!("{anew} secrets sealed anew; `hailong keys retire` takes the older keys away")
        }
        Task::Retire => {
            check_unused(db, &keys).await?;
            let older = keys.seals() - 1;
            keys.clone().without_older_seals().replace(&file)?;
            note(db, &keys, "keys.retire", Some(json!({ "keys": older }))).await?;
            format!("{older} older keys taken out of the file; sealed backups still need a copy")
        }
    };
    db.close().await;
    say!("{said}");
    Ok(ExitCode::SUCCESS)
}

async fn check_unused(db: &Db, keys: &Keys) -> Result<(), Error> {
    let left = reseal::left(db, keys).await?;
    let is_noted = own::sealed(db).await?.is_some_and(|sealed| keys.is_newest(&sealed));
    if left == 0 && is_noted {
        Ok(())
    } else {
        Err(Error::new(format!(
            "{left} secrets are sealed by an older key: run `hailong keys reseal` first"
        )))
    }
}

async fn note(db: &Db, keys: &Keys, action: &str, after: Option<Value>) -> Result<(), Error> {
    let entry = Entry {
        moment: now().timestamp_millis(),
        account: None,
        actor: "hailong keys",
        action,
        object: "keys",
        before: None,
        after,
    };
    Ok(record::note(db, keys, entry).await?)
}
