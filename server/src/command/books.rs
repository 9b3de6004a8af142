//! `hailong import` and `hailong demo`: filling the books.

use std::{path::Path, process::ExitCode};

use domain::day;
use server::{
    demo,
    error::Error,
    import::{
        self, Kind,
        feedback::keep::{self, Hand},
    },
    keys::own,
    store::{
        Db,
        open::{Access, Opened},
    },
};

use super::{
    say::{complain, say},
    serve::{fill, now},
    settings::{Database, publishing::Publishing},
};

/// The exit code of a demo that was not loaded because the database holds other data; `cargo xtask
/// run` knows it too.
const OTHER_DATA: u8 = 3;

/// What a file may hold.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub enum Filed {
    /// Units and their versions.
    Units,
    /// Procedures and their versions.
    Procedures,
    /// Service points.
    ServicePoints,
    /// Campaigns.
    Campaigns,
    /// Feedback from the register of another channel.
    Feedback,
}

impl Filed {
    /// Which of the books it is, if it is one.
    fn book(self) -> Option<Kind> {
        Some(match self {
            Self::Units => Kind::Units,
            Self::Procedures => Kind::Procedures,
            Self::ServicePoints => Kind::ServicePoints,
            Self::Campaigns => Kind::Campaigns,
            Self::Feedback => return None,
        })
    }
}

/// Checks a file and, if nothing is wrong and `apply` is asked for, takes it; of feedback in the name of
/// an account.
pub async fn import(
    database: &Database,
    kind: Filed,
    (file, by): (&Path, &str),
    apply: bool,
) -> Result<ExitCode, Error> {
    let opened = if apply { super::open(database).await? } else { look(database).await? };
    let Some(kind) = kind.book() else {
        return register(database, &opened, (file, by), apply).await;
    };
    let report = import::run(&opened.db, kind, file, apply).await?;
    opened.db.close().await;
    say!("{}", report.to_string().trim_end());
    Ok(if report.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The register of another channel.
async fn register(
    database: &Database,
    opened: &Opened,
    (file, account): (&Path, &str),
    apply: bool,
) -> Result<ExitCode, Error> {
    let keys = own::open(&opened.db, &database.keys_file()?, fill).await?;
    let hand = Hand { account, keys: &keys, fill, at: now() };
    let mut said = |cases| say!("import: {cases} cases");
    let taken = keep::run(&opened.db, &hand, file, apply, &mut said).await?;
    opened.db.close().await;
    say!("{}", taken.to_string().trim_end());
    Ok(if taken.faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Opens the database as it stands, beside a server that may be running.
async fn look(database: &Database) -> Result<Opened, Error> {
    let opened = Db::open(&database.url()?, Access::Read).await?;
    opened.db.schema_version().await.map_err(|error| {
        Error::new(format!(
            "nothing can be checked against a database that is not set up yet, \
             as `hailong serve` does: {error}"
        ))
    })?;
    Ok(opened)
}

/// Loads the demo, unless the database holds anything else.
pub async fn demo(database: &Database, publishing: &Publishing) -> Result<ExitCode, Error> {
    let opened = super::open(database).await?;
    let keys = own::open(&opened.db, &database.keys_file()?, fill).await?;
    let today = day::local_day(now());
    let loaded = demo::load(&opened.db, &keys, today).await?;
    let mut accounts = Vec::new();
    if loaded.is_some() {
        demo::invitees::load(&opened.db, &keys, fill, today).await?;
        demo::publications::load(&opened.db, &keys, publishing.rules(), now()).await?;
        demo::accounts::load(&opened.db, now().timestamp_millis()).await?;
        demo::cases::load(&opened.db, &keys, fill, today).await?;
        demo::beside::load(&opened.db, today).await?;
        demo::templates::load(&opened.db).await?;
        demo::cases::tell(&opened.db, publishing.rules(), now()).await?;
        accounts = demo::accounts::ready(&opened.db, &keys).await?;
    }
    opened.db.close().await;
    let Some(loaded) = loaded else {
        complain!(
            "hailong: this database holds data of its own, and the demo would mix with it: \
             use another database (HAILONG_DATABASE_URL) or another folder (HAILONG_DATA_DIR)"
        );
        return Ok(ExitCode::from(OTHER_DATA));
    };
    say!("{loaded}");
    for account in accounts {
        say!("  {account}");
    }
    Ok(ExitCode::SUCCESS)
}
