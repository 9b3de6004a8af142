//! Staff who read pages of the office, and how long a reply to them takes.

use std::time::Instant;

use chrono::Utc;
use domain::{Role, people::standing::Standing};
use server::{
    identity::tokens,
    staff::cookies,
    store::{
        Db,
        accounts::{self, New},
        sessions,
    },
};

use crate::{
    client::{Connection, millis},
    report::Outcome,
};

/// Puts in somebody who is signed in, by a name that is the session's token as well; the account.
#[expect(
    clippy::disallowed_methods,
    reason = "a session begins on the clock of the server measured"
)]
pub(crate) async fn sign_in(db: &Db, name: &str, role: Role, unit: Option<i64>) -> Outcome<i64> {
    let mut tx = db.begin().await?;
    let moment = Utc::now().timestamp_millis();
    let new = New {
        name,
        full_name: "Người Đọc",
        role: role.number(),
        unit,
        password: None,
        created: moment,
        standing: Standing::Plain,
    };
    let account = accounts::add(&mut tx, &new).await?.ok_or("the name is taken")?;
    let token_hash = &tokens::hash(name);
    let new = sessions::New { token_hash, account, complete: true, moment, device: "" };
    sessions::begin(&mut tx, &new).await?;
    tx.commit().await?;
    Ok(account)
}

/// How long the reply to somebody takes, in milliseconds.
pub(crate) async fn ask(address: &str, path: &str, name: &str) -> Outcome<f64> {
    let mut connection = Connection::open(address).await?;
    let started = Instant::now();
    let reply = connection.get_as(path, &format!("{}={name}", cookies::SESSION)).await?;
    if reply.status == 200 {
        Ok(millis(started))
    } else {
        Err(format!("{path}: {}", reply.status).into())
    }
}
