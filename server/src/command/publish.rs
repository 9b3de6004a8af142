//! `hailong publish`: figures for everybody, at once.

use std::process::ExitCode;

use clap::Args;
use domain::figures::publish::scheme::{Length, Span};
use server::{
    error::Error,
    keys::own,
    publications::press::{Press, Release},
    store::{Db, books, open::Access},
};

use super::{
    say::say,
    serve::{fill, now},
    settings::{Database, publishing::Publishing},
};

/// What shall be published.
#[derive(Args)]
pub struct Asked {
    /// `2026-08`, `2026-q3` or `2026`; otherwise everything that is due.
    #[arg(value_parser = period)]
    period: Option<Span>,
    /// Publishes the period once more, and says why.
    #[arg(long, requires = "period")]
    again: Option<String>,
    /// Only says what would be published.
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    publishing: Publishing,
}

/// Publishes beside a server that may be running.
pub async fn run(database: &Database, asked: Asked) -> Result<ExitCode, Error> {
    let opened = Db::open(&database.url()?, Access::Beside).await?;
    let keys = own::open(&opened.db, &database.keys_file()?, fill).await?;
    let books = books::load(&opened.db).await?;
    let press = Press {
        db: &opened.db,
        keys: &keys,
        books: &books,
        rules: asked.publishing.rules(),
        now: now(),
        actor: "hailong publish",
    };
    let periods = match asked.period {
        Some(period) => vec![period],
        None => press.due().await?,
    };
    if periods.is_empty() {
        say!("nothing is due");
    }
    for period in periods {
        let note = asked.again.as_deref();
        if asked.dry_run && (asked.period.is_some() || period.length == Length::Month) {
            say!("would publish {}", told(&press.rehearse(period, note).await?));
        } else if asked.dry_run {
            say!("would publish {period} from its months");
        } else {
            say!("published {}", told(&press.publish(period, note).await?));
        }
    }
    opened.db.close().await;
    Ok(ExitCode::SUCCESS)
}

/// A publication in a line: what is in it, and how many rows are withheld.
fn told(release: &Release) -> String {
    let editions = release.editions.iter().map(|edition| {
        let (rows, withheld) = edition.size();
        format!("{}: {rows} rows, {withheld} withheld", edition.instrument)
    });
    let editions: Vec<String> = editions.collect();
    let said = if editions.is_empty() { "no ballots".to_owned() } else { editions.join("; ") };
    format!("{} version {}: {said}", release.period, release.version)
}

fn period(text: &str) -> Result<Span, String> {
    Span::read(text).ok_or_else(|| "a period is 2026-08, 2026-q3 or 2026".to_owned())
}
