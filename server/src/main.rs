//! The program `hailong`: where time, chance and settings enter.

#![warn(clippy::print_stdout, clippy::print_stderr)]

mod command;

use std::process::ExitCode;

use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        // A log that cannot be written, as on a full disk, must not take the server with it.
        .log_internal_errors(false)
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("HAILONG_LOG")
                .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn")),
        )
        .init();
    match command::run(command::Command::parse()).await {
        Ok(code) => code,
        Err(error) => {
            command::say::complain!("hailong: {error}");
            ExitCode::FAILURE
        }
    }
}
