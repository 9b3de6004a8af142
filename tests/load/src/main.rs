//! Measures what the budgets name and prints one table: `cargo xtask bench`.
//!
//! Baselines and ours run in turn against servers in processes of their own; medians are quoted.

mod client;
mod dashboards;
mod host;
mod pages;
mod report;
mod submits;
mod world;

use std::process::ExitCode;

use crate::report::{Outcome, Report};

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["host", kind, folder] => host::run(kind, folder.as_ref()).await,
        [] => measure().await,
        _ => Err("run it without arguments".into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn measure() -> Outcome {
    let mut report = Report::default();
    pages::measure(&mut report).await?;
    submits::measure(&mut report).await?;
    dashboards::measure(&mut report).await?;
    report.print()
}
