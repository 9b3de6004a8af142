//! `hailong verify`: every ballot counted again, and the tallies made anew where that is asked for.

use std::{fs, io, process::ExitCode, time::Duration};

use server::{
    erasures::{Erasures, again},
    error::Error,
    keys::{Keys, own},
    store::{
        Db,
        open::Access,
        rebuild::{Rebuild, Step},
        record::check,
        recount,
    },
};

use super::{
    say::{complain, say},
    serve::{fill, now},
    settings::Database,
};

/// How many ballots are counted between two words about it.
const WORD: u64 = 500_000;

/// Makes the tallies anew, if that is asked for, and checks everything.
pub async fn run(database: &Database, rebuild: bool) -> Result<ExitCode, Error> {
    let access = if rebuild { Access::Rebuild } else { Access::Read };
    let opened = Db::open(&database.url()?, access).await?;
    if rebuild {
        make_anew(database, &opened.db).await?;
    }
    let in_order = record_in_order(database, &opened.db).await?;
    let is_right = counted_right(&opened.db).await?;
    let right = nothing_came_back(database, &opened.db).await? && in_order && is_right;
    opened.db.close().await;
    Ok(if right { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Makes the tallies anew, and tells of each month.
async fn make_anew(database: &Database, db: &Db) -> Result<(), Error> {
    let keys = own::open(db, &database.keys_file()?, fill).await?;
    let moment = now().timestamp_millis();
    let run = Rebuild { db, keys: &keys, moment, actor: "hailong verify" };
    if let Some(after) = run.begin().await?.after {
        say!("rebuild: goes on after {}, where it was cut off", month(after));
    }
    let said = |step: Step| {
        let Step { month: number, ballots, cells } = step;
        say!("rebuild: {}, {ballots} ballots, {cells} cells were wrong", month(number));
    };
    match run.go_on(&mut { said }).await? {
        Some(all) => say!(
            "rebuild: {} months, {} ballots, {} cells and {} campaigns were wrong",
            all.months,
            all.ballots,
            all.cells,
            all.campaigns
        ),
        None => say!("rebuild: another run came to the end first"),
    }
    Ok(())
}

/// 2026-11.
fn month(number: i64) -> String {
    format!("{:04}-{:02}", number / 100, number % 100)
}

/// Whether the tallies say what the ballots say; names every cell that does not.
async fn counted_right(db: &Db) -> Result<bool, Error> {
    let mut next = WORD;
    let mut progress = |ballots| {
        if ballots >= next {
            complain!("{ballots} ballots counted");
            next = ballots + WORD;
        }
    };
    let found = recount::watched(db, &mut progress).await?;
    for difference in &found.differences {
        say!("{difference}");
    }
    if found.without_moments > 0 {
        say!(
            "{} rows of tallies lack their moments: `hailong serve` or --rebuild counts them",
            found.without_moments
        );
    }
    say!(
        "{} ballots, {} cells, {} differences",
        found.ballots,
        found.cells,
        found.differences.len()
    );
    Ok(found.differences.is_empty())
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
        Error::new(format!("the record can only be checked with the keys in {file}: {error}"))
    })?;
    let keys = Keys::read(&text)?;
    own::check(db, &keys, &file).await?;
    if is_empty {
        return Ok(true);
    }
    let checked = check::check(db, &keys).await?;
    match checked.broken {
        Some(broken) => say!("record: {broken}; {} entries before that", checked.entries),
        None => say!("record: {} entries in order", checked.entries),
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
    let before = again::unknown(db, &erasures).await?;
    if before.is_empty() {
        return Ok(true);
    }
    tokio::time::sleep(ON_ITS_WAY).await;
    // Others may be on their way by now.
    let now = again::unknown(db, &erasures).await?;
    let unknown = now.keys().filter(|mark| before.contains_key(*mark)).count();
    if unknown > 0 {
        say!(
            "an older copy: {unknown} withdrawals in {} are not in it; `hailong serve` makes them again",
            file.display()
        );
    }
    Ok(unknown == 0)
}
