//! What `hailong` can be told to do.

mod books;
mod instruments;
mod keys;
mod kiosk;
mod publish;
mod retention;
pub(crate) mod say;
mod serve;
mod settings;
mod user;
mod verify;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use server::{
    error::Error,
    import, routes,
    store::{
        self, Db,
        open::{Access, Opened},
    },
};

use self::{
    say::say,
    settings::{Database, Serving, publishing::Publishing},
};

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
    Serve(Box<Serving>),
    /// Loads a department with two years of synthetic ballots, to look around in.
    Demo(Publishing),
    /// Publishes what is due, or one period: everybody may read it then, and it never changes.
    Publish(publish::Asked),
    /// Takes units, procedures, service points, campaigns or the feedback of other channels from a CSV or
    /// XLSX file: everything is checked first, and taken whole or not at all.
    #[command(after_help = import::columns())]
    Import {
        /// What the file holds.
        kind: books::Filed,
        /// The file.
        file: PathBuf,
        /// Only checks and reports.
        #[arg(long)]
        dry_run: bool,
        /// Of feedback: the account that registers it.
        #[arg(long, required_if_eq("kind", "feedback"))]
        account: Option<String>,
    },
    /// Counts every ballot again and compares with the tallies, cell by cell; checks that no entry of
    /// the record was changed, taken out or cut off.
    Verify {
        /// First makes the tallies anew from the ballots, month by month, with an entry on the
        /// record. Beside running servers on PostgreSQL; an SQLite file must not be served.
        #[arg(long)]
        rebuild: bool,
    },
    /// Adds the first account, or a link by which somebody chooses a password.
    #[command(subcommand)]
    User(user::Task),
    /// Prints the signed address of the device at a service point: ballots sent from there count as
    /// the kiosk's.
    Kiosk {
        /// The code of the service point.
        point: String,
        /// Where people reach the server.
        #[arg(long, env = "HAILONG_PUBLIC_URL", default_value = "http://127.0.0.1:8080")]
        public_url: String,
    },
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
        Task::Serve(serving) => serve::run(&command.database, *serving).await,
        Task::Demo(publishing) => books::demo(&command.database, &publishing).await,
        Task::Publish(asked) => publish::run(&command.database, asked).await,
        Task::Import { kind, file, dry_run, account } => {
            let by = account.unwrap_or_default();
            books::import(&command.database, kind, (&file, &by), !dry_run).await
        }
        Task::Verify { rebuild } => verify::run(&command.database, rebuild).await,
        Task::User(task) => user::run(&command.database, task).await,
        Task::Kiosk { point, public_url } => {
            kiosk::run(&command.database, &point, &public_url).await
        }
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
    store::consents::take_in(&opened.db).await?;
    Ok(opened)
}

fn openapi() -> Result<ExitCode, Error> {
    let described = serde_json::to_string_pretty(&routes::describe())
        .map_err(|error| Error::new(format!("the description cannot be written: {error}")))?;
    say!("{described}");
    Ok(ExitCode::SUCCESS)
}
