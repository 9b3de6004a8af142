//! The office's books from files: everything is checked first, and taken whole or not at all.
//!
//! `sheet` turns bytes into lines, `fields` lines into typed rows, a file per kind hands them to
//! `crate::books`, which lays them over what is stored. A line speaks for its whole entry: a column that is
//! left out says the same as an empty cell. The database does not change before the commit.

mod campaigns;
pub mod fault;
mod fields;
mod header;
pub mod invitees;
mod procedures;
pub mod report;
mod service_points;
pub mod sheet;
mod units;
mod words;
mod workbook;

use std::{fs::File, io::Read, path::Path};

use self::fault::{Fault, Reason};
pub use self::report::{Counts, Report};
use crate::{
    error::Error,
    store::{Db, settings},
};

/// The most bytes of a file.
const MOST_BYTES: u64 = 10 * 1024 * 1024;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// Units and their versions.
    Units,
    /// Procedures and their versions.
    Procedures,
    /// Service points.
    ServicePoints,
    /// Campaigns.
    Campaigns,
}

/// What each kind's file holds, for whoever asks on the command line.
pub fn columns() -> String {
    let kinds: [(&str, &[header::Column]); 4] = [
        ("units", &units::COLUMNS),
        ("procedures", &procedures::COLUMNS),
        ("service-points", &service_points::COLUMNS),
        ("campaigns", &campaigns::COLUMNS),
    ];
    let written = |column: &header::Column| match column.required {
        true => column.name.to_owned(),
        false => format!("[{}]", column.name),
    };
    let lines = kinds.map(|(kind, columns)| {
        let columns: Vec<String> = columns.iter().map(written).collect();
        format!("  {kind:<15} {}", columns.join(" "))
    });
    format!(
        "Columns, in any order, in English or Vietnamese; those in brackets may be left out:\n{}\n\n\
         Rows of one code are versions of one unit or procedure. Dates are YYYY-MM-DD, or date cells of a sheet.",
        lines.join("\n")
    )
}

/// Takes a file; without `apply` it is only checked.
///
/// The report names every fault of the file, and nothing was changed if there is one. An error
/// means that the file or the database could not be read at all.
pub async fn run(db: &Db, kind: Kind, file: &Path, apply: bool) -> Result<Report, Error> {
    let mut bytes = Vec::new();
    let opened = File::open(file)
        .map_err(|error| Error::said(format!("cannot open {}: {error}", file.display())))?;
    opened.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    take(db, kind, &bytes, apply).await
}

/// Takes the bytes of a file, as [`run`] does.
pub async fn take(db: &Db, kind: Kind, bytes: &[u8], apply: bool) -> Result<Report, Error> {
    let refused =
        |fault| Report { kind, counts: Counts::default(), faults: vec![fault], applied: false };
    if bytes.len() as u64 > MOST_BYTES {
        return Ok(refused(Fault::file(Reason::TooBig(MOST_BYTES))));
    }
    let sheet = match sheet::read(bytes) {
        Ok(sheet) => sheet,
        Err(fault) => return Ok(refused(fault)),
    };
    let mut tx = if apply { db.begin().await? } else { db.snapshot().await? };
    if apply {
        // Also makes imports on several servers wait for each other, so that each sees the books
        // it changes.
        settings::books_changed(&mut tx).await?;
    }
    let (counts, mut faults) = match kind {
        Kind::Units => units::take(&mut tx, &sheet, apply).await?,
        Kind::Procedures => procedures::take(&mut tx, &sheet, apply).await?,
        Kind::ServicePoints => service_points::take(&mut tx, &sheet, apply).await?,
        Kind::Campaigns => campaigns::take(&mut tx, &sheet, apply).await?,
    };
    faults.sort_by_key(|fault| fault.row);
    let applied = apply && faults.is_empty();
    if applied {
        tx.commit().await?;
    }
    Ok(Report { kind, counts, faults, applied })
}

#[cfg(test)]
pub(crate) mod tests;
