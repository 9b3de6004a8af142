//! The office's books from files: everything is checked first, and taken whole or not at all.
//!
//! `sheet` turns bytes into lines, `fields` lines into typed rows, a file per kind makes a change of
//! the books of them, which `domain` lays over what is stored. A line speaks for its whole entry: a
//! column that is left out says the same as an empty cell. The database does not change before the
//! commit.

mod bombs;
mod campaigns;
mod cells;
mod choice;
mod days;
mod encoding;
pub mod feedback;
mod fields;
mod header;
pub mod invitees;
mod letters;
mod line;
mod merged;
mod procedures;
pub mod report;
mod service_points;
pub mod sheet;
mod shown;
mod units;
pub mod words;
mod workbook;

use std::{collections::HashSet, fs::File, io::Read, path::Path};

use domain::{Catalogue, Fault, books::draft::Draft, fault::FileReason};

pub use self::report::{Counts, Report};
use self::sheet::Sheet;
use crate::{
    books::outcome,
    error::Error,
    store::{Db, books, settings},
};

/// The most bytes of a file.
pub const MOST_BYTES: u64 = 10 * 1024 * 1024;

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

impl Kind {
    /// The columns of its files.
    fn columns(self) -> &'static [header::Column] {
        match self {
            Self::Units => &units::COLUMNS,
            Self::Procedures => &procedures::COLUMNS,
            Self::ServicePoints => &service_points::COLUMNS,
            Self::Campaigns => &campaigns::COLUMNS,
        }
    }
}

/// What each kind's file holds, for whoever asks on the command line.
pub fn columns() -> String {
    let kinds: [(&str, &[header::Column]); 5] = [
        ("units", &units::COLUMNS),
        ("procedures", &procedures::COLUMNS),
        ("service-points", &service_points::COLUMNS),
        ("campaigns", &campaigns::COLUMNS),
        ("feedback", &feedback::COLUMNS),
    ];
    let format_cell = |column: &header::Column| match column.required {
        true => column.name.to_owned(),
        false => format!("[{}]", column.name),
    };
    let lines = kinds.map(|(kind, columns)| {
        let columns: Vec<String> = columns.iter().map(format_cell).collect();
        format!("  {kind:<15} {}", columns.join(" "))
    });
    format!(
        "Columns, in any order, in English or Vietnamese; those in brackets may be left out:\n{}\n\n\
         Rows of one code are versions of one unit or procedure. Dates are YYYY-MM-DD, or date cells of a sheet;\n\
         DD/MM/YYYY where a day above 12 in the column shows that it is meant. Of a workbook, the first visible\n\
         sheet with the columns is read. Each number of a channel is one case of feedback; one that was answered\n\
         before has the day and the words of its answer.",
        lines.join("\n")
    )
}

/// Takes a file; without `apply` it is only checked.
///
/// The report names every fault of the file, and nothing was changed if there is one. An error
/// means that the file or the database could not be read at all.
pub async fn run(db: &Db, kind: Kind, file: &Path, apply: bool) -> Result<Report, Error> {
    take(db, kind, &bytes(file)?, apply).await
}

/// The bytes of a file, and one more than are taken where it is larger.
pub fn bytes(file: &Path) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let opened = File::open(file)
        .map_err(|error| Error::new(format!("cannot open {}: {error}", file.display())))?;
    opened.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Takes the bytes of a file, as [`run`] does.
pub async fn take(db: &Db, kind: Kind, bytes: &[u8], apply: bool) -> Result<Report, Error> {
    let refused =
        |fault| Report { kind, counts: Counts::default(), faults: vec![fault], applied: false };
    if bytes.len() as u64 > MOST_BYTES {
        return Ok(refused(Fault::file(FileReason::TooBig(MOST_BYTES))));
    }
    let sheet = match sheet::read(bytes, kind.columns()) {
        Ok(sheet) => sheet,
        Err(fault) => return Ok(refused(fault)),
    };
    let mut tx = if apply { db.begin().await? } else { db.snapshot().await? };
    if apply {
        // Also makes imports on several servers wait for each other, so that each sees the books
        // it changes.
        settings::books_changed(&mut tx).await?;
    }
    let books = books::read(&mut tx).await?;
    let (draft, mut faults, unread) = read(kind, &sheet, &books);
    let lines = draft.rows();
    let outcome = outcome(&mut tx, &books, draft).await?;
    let counts = Counts::of(lines, &outcome);
    faults.extend(outcome.faults.into_iter().filter(|fault| !units::follows(fault, &unread)));
    faults.sort_by_key(Fault::line);
    let applied = apply && faults.is_empty();
    if applied {
        books::write(&mut tx, outcome.edits).await?;
        tx.commit().await?;
    }
    Ok(Report { kind, counts, faults, applied })
}

/// What a sheet says, what is wrong with its lines, and the codes of units in lines that cannot be
/// read.
fn read(kind: Kind, sheet: &Sheet, books: &Catalogue) -> (Draft, Vec<Fault>, HashSet<String>) {
    let (draft, faults) = match kind {
        Kind::Units => return units::read(sheet),
        Kind::Procedures => procedures::read(sheet),
        Kind::ServicePoints => service_points::read(sheet, books),
        Kind::Campaigns => campaigns::read(sheet, books),
    };
    (draft, faults, HashSet::new())
}

#[cfg(test)]
pub(crate) mod tests;
