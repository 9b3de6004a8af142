//! What `hailong` can be told to do.

mod instruments;
mod serve;
mod settings;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use server::{
    api,
    error::Error,
    store::{Db, open::Access, recount},
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
    /// Counts every ballot again and compares with the tallies, cell by cell.
    Verify,
    /// Prints the description of the JSON calls.
    Openapi,
}

/// Does what was told.
pub async fn run(command: Command) -> Result<ExitCode, Error> {
    match command.task {
        Task::Serve(serving) => serve::run(&command.database, serving).await,
        Task::Verify => verify(&command.database).await,
        Task::Openapi => openapi(),
    }
}

async fn verify(database: &Database) -> Result<ExitCode, Error> {
    let opened = Db::open(&database.url()?, Access::Read).await?;
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
    Ok(if found.differences.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn openapi() -> Result<ExitCode, Error> {
    let described = serde_json::to_string_pretty(&api::openapi::describe())
        .map_err(|error| Error::said(format!("the description cannot be written: {error}")))?;
    println!("{described}");
    Ok(ExitCode::SUCCESS)
}
