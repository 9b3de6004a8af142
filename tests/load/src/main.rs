//! Measures what the budgets name and prints one table: `cargo xtask bench`.
//!
//! Baselines and ours run in turn against servers in processes of their own; medians are quoted.

mod casework;
mod client;
mod counting;
mod dashboards;
mod host;
mod pages;
mod paint;
mod reader;
mod report;
mod signin;
mod submits;
mod world;

use std::process::ExitCode;

use crate::report::{Outcome, Report};

const PARTS: [&str; 7] =
    ["pages", "paint", "submits", "dashboards", "casework", "counting", "signin"];

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["host", kind, folder, url] => host::run(kind, folder.as_ref(), url).await,
        ["readme"] => measure(&[]).await.and_then(|report| report.print_markdown()),
        parts => measure(parts).await.and_then(|report| report.print()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Measures the parts that are named, or all of them.
async fn measure(parts: &[&str]) -> Outcome<Report> {
    if let Some(unknown) = parts.iter().find(|part| !PARTS.contains(part)) {
        return Err(format!("there is no part {unknown}: {}", PARTS.join(", ")).into());
    }
    let wanted = |part: &str| parts.is_empty() || parts.contains(&part);
    let mut report = Report::default();
    if wanted("pages") {
        pages::measure(&mut report).await?;
    }
    if wanted("paint") {
        paint::measure(&mut report).await?;
    }
    if wanted("submits") {
        submits::measure(&mut report).await?;
    }
    if wanted("dashboards") {
        dashboards::measure(&mut report).await?;
    }
    if wanted("casework") {
        casework::measure(&mut report).await?;
    }
    if wanted("counting") {
        counting::measure(&mut report).await?;
    }
    if wanted("signin") {
        signin::measure(&mut report).await?;
    }
    Ok(report)
}
