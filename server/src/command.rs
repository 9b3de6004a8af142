//! What `hailong` can be told to do.

mod books;
mod instruments;
mod keys;
mod retention;
mod serve;
mod settings;
mod user;

use std::{fs, io, path::PathBuf, process::ExitCode, time::Duration};

use clap::{Parser, Subcommand};
use server::{
    erasures::{Erasures, again},
    error::Error,
    import::{self, Kind},
    keys::{Keys, own},
    routes,
    store::{
        self, Db,
        open::{Access, Opened},
        record::check,
        recount,
    },
};

use self::settings::{Database, Serving};

/// Hài Lòng: learns whether the people a department serves are satisfied.
#[derive(Parser)]
#[command(name = "hailong", version)]
pub struct Command {
    #[command(flatten)]
    database: Database,
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Answers on the web until it is told to stop.
    Serve(Serving),
    /// Loads a department with two years of synthetic ballots, to look around in.
    Demo,
    /// Takes units, procedures, service points or campaigns from a CSV or XLSX file: everything is
    /// checked first, and taken whole or not at all.
    #[command(after_help = import::columns())]
    Import {
        /// What the file holds.
        kind: Kind,
        /// The file.
        file: PathBuf,
        /// Only checks and reports.
        #[arg(long)]
        dry_run: bool,
    },
    /// Counts every ballot again and compares with the tallies, cell by cell; checks that no entry of
    /// the record was changed, taken out or cut off.
    Verify,
    /// Adds the first account, or a link by which somebody chooses a password.
    #[command(subcommand)]
    User(user::Task),
    /// Removes at once what is past its time, as a running server does every day.
    Retention,
    /// Changes the key that seals: rotate, restart every server, reseal, retire.
    #[command(subcommand)]
    Keys(keys::Task),
    /// Prints the description of the JSON calls.
    Openapi,
}

/// Does what was told.
pub async fn run(command: Command) -> Result<ExitCode, Error> {
    settings::take_shortcuts()?;
    match command.task {
        Task::Serve(serving) => serve::run(&command.database, serving).await,
        Task::Demo => books::demo(&command.database).await,
        Task::Import { kind, file, dry_run } => {
            books::import(&command.database, kind, &file, !dry_run).await
        }
        Task::Verify => verify(&command.database).await,
        Task::User(task) => user::run(&command.database, task).await,
        Task::Retention => retention::run(&command.database).await,
        Task::Keys(task) => keys::run(&command.database, task).await,
        Task::Openapi => openapi(),
    }
}

/// Opens the database to write, with the question sets this program knows.
async fn open(database: &Database) -> Result<Opened, Error> {
    let sets = instruments::read(database.instruments.as_deref())?;
    let opened = Db::open(&database.url()?, Access::Write).await?;
    store::instruments::take_in(&opened.db, &sets).await?;
    store::notices::take_in(&opened.db).await?;
    Ok(opened)
}

async fn verify(database: &Database) -> Result<ExitCode, Error> {
    let opened = Db::open(&database.url()?, Access::Read).await?;
    let in_order = record_in_order(database, &opened.db).await?;
    let found = recount::recount(&opened.db).await?;
    for difference in &found.differences {
        println!("{difference}");
    }
    println!(
        "{} ballots, {} cells, {} differences",
        found.ballots,
        found.cells,
        found.differences.len()
    );
    let right =
        nothing_came_back(database, &opened.db).await? && in_order && found.differences.is_empty();
    Ok(if right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether every entry of the record is there as it was written; names the first that is not.
async fn record_in_order(database: &Database, db: &Db) -> Result<bool, Error> {
    let (file, is_empty) = (database.keys_file()?, check::is_empty(db).await?);
    let text = match fs::read_to_string(&file) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && is_empty => return Ok(true),
        text => text,
    };
    let text = text.map_err(|error| {
        let file = file.display();
        Error::said(format!("the record can only be checked with the keys in {file}: {error}"))
    })?;
    let keys = Keys::read(&text)?;
    own::check(db, &keys, &file).await?;
    if is_empty {
        return Ok(true);
    }
    let checked = check::check(db, &keys).await?;
    match checked.broken {
        Some(broken) => println!("record: {broken}; {} entries before that", checked.entries),
        None => println!("record: {} entries in order", checked.entries),
    }
    Ok(checked.broken.is_none())
}

/// How long a withdrawal may be on its way into the database.
const ON_ITS_WAY: Duration = Duration::from_secs(2);

/// Whether all that people took back is out of the database.
async fn nothing_came_back(database: &Database, db: &Db) -> Result<bool, Error> {
    let file = database.erasures_file()?;
    if !file.exists() {
        return Ok(true);
    }
    let erasures = Erasures::at(&file)?;
    if again::unknown(db, &erasures).await?.is_empty() {
        return Ok(true);
    }
    tokio::time::sleep(ON_ITS_WAY).await;
    let unknown = again::unknown(db, &erasures).await?.len();
    if unknown > 0 {
        println!(
            "an older copy: {unknown} withdrawals in {} are not in it; `hailong serve` makes them again",
            file.display()
        );
    }
    Ok(unknown == 0)
}

fn openapi() -> Result<ExitCode, Error> {
    let described = serde_json::to_string_pretty(&routes::describe())
        .map_err(|error| Error::said(format!("the description cannot be written: {error}")))?;
    println!("{described}");
    Ok(ExitCode::SUCCESS)
}
