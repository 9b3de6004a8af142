//! A whole register in one transaction: every number is new, or nothing is kept.

use std::path::Path;

use domain::{
    Fault,
    fault::FileReason,
    feedback::event::Actor,
    people::role::{Reach, Role, reach},
};
use serde_json::json;

use super::{Row, read};
use crate::{
    error::Error,
    feedback::{keep::Door, outside, reach::level},
    import::{self, report::Taken},
    keys::Keys,
    node,
    problem::Problem,
    store::{
        Db, Tx, accounts,
        feedback::cases,
        record::{self, Entry},
    },
};

/// Lines after which a word is said.
const WORD: usize = 1_000;

/// Opens every case, unless one is there already: then nothing is written, and each is named. `said` hears
/// how many are open, every thousand.
pub async fn keep(
    tx: &mut Tx,
    door: &Door<'_>,
    actor: &Actor,
    rows: &[Row],
    said: &mut (dyn FnMut(usize) + Send),
) -> Result<Vec<Fault>, Problem> {
    let mut turns: Vec<_> = rows.iter().map(|row| (row.case.source, &*row.case.number)).collect();
    // Two files that share numbers take their turns in the same order.
    turns.sort_by_key(|(source, number)| (source.number(), *number));
    for whose in turns {
        outside::turn(tx, door.keys, whose, door.at.timestamp_millis()).await?;
    }
    let faults = known(tx, rows).await?;
    if !faults.is_empty() {
        return Ok(faults);
    }
    for (row, count) in rows.iter().zip(1..) {
        outside::open(tx, door, actor, &row.case).await?;
        if count % WORD == 0 {
            said(count);
        }
    }
    Ok(Vec::new())
}

/// A fault for each line whose case is here; before them one for the whole file, where all are.
pub async fn known(tx: &mut Tx, rows: &[Row]) -> Result<Vec<Fault>, Problem> {
    let mut faults = Vec::new();
    for Row { line, case } in rows {
        if let Some(number) = cases::of_outside(tx, case.source.number(), &case.number).await? {
            let fault = Fault::at(*line, "outside_number", FileReason::KnownCase);
            // Of a case about somebody of the house nobody is told more by a file.
            let is_about =
                cases::one(tx, number).await?.is_some_and(|it| it.about_account_id.is_some());
            let number = if is_about { String::new() } else { number.to_string() };
            faults.push(fault.about(number));
        }
    }
    if !faults.is_empty() && faults.len() == rows.len() {
        faults.insert(0, Fault::file(FileReason::KnownFile));
    }
    Ok(faults)
}

/// Whose hand a file is taken by on the command line, and by what.
pub struct Hand<'a> {
    /// The account's name.
    pub account: &'a str,
    /// What seals and hides.
    pub keys: &'a Keys,
    /// Chance.
    pub fill: fn(&mut [u8]),
    /// Now.
    pub at: chrono::DateTime<chrono::Utc>,
}

/// Takes a file on the command line; without `apply` it is only checked.
pub async fn run(
    db: &Db,
    hand: &Hand<'_>,
    file: &Path,
    apply: bool,
    said: &mut (dyn FnMut(usize) + Send),
) -> Result<Taken, Error> {
    let (account, role) = registrar(db, hand.account).await?;
    let bytes = import::bytes(file)?;
    let books = node::read(db, false).await?;
    let (rows, mut faults) = match bytes.len() as u64 > import::MOST_BYTES {
        true => (Vec::new(), vec![Fault::file(FileReason::TooBig(import::MOST_BYTES))]),
        false => read(&bytes, &books.catalogue, domain::day::local_day(hand.at)),
    };
    let mut taken = Taken { rows: rows.len(), faults: Vec::new(), applied: false };
    let away = |problem: Problem| Error::new(format!("the register was not taken: {problem:?}"));
    if !apply || !faults.is_empty() {
        let mut tx = db.snapshot().await?;
        faults.extend(known(&mut tx, &rows).await.map_err(away)?);
        faults.sort_by_key(Fault::line);
        return Ok(Taken { faults, ..taken });
    }
    let mut tx = db.begin().await?;
    let door = Door { books: &books, keys: hand.keys, fill: hand.fill, at: hand.at };
    let actor = Actor::Staff { account, level: level(role) };
    taken.faults = keep(&mut tx, &door, &actor, &rows, said).await.map_err(away)?;
    if taken.faults.is_empty() {
        record::add(&mut tx, hand.keys, entry(hand, account, rows.len())).await?;
        tx.commit().await?;
        taken.applied = true;
    }
    Ok(taken)
}

/// The account whose lines these are, if it may take a register.
async fn registrar(db: &Db, name: &str) -> Result<(i64, Role), Error> {
    let account = accounts::named(db, name).await?.filter(|it| it.disabled.is_none());
    let known = account.and_then(|it| Some((it.id, Role::from_number(it.role)?)));
    let may = |role| reach(role, domain::Action::ImportFeedback) > Reach::Nothing;
    known.filter(|(_, role)| may(*role)).ok_or_else(|| {
        Error::new(format!("{name} is no account that may take registers: name one with --account"))
    })
}

fn entry<'a>(hand: &Hand<'a>, account: i64, rows: usize) -> Entry<'a> {
    Entry {
        moment: hand.at.timestamp_millis(),
        account: Some(account),
        actor: hand.account,
        action: "feedback.import",
        object: "feedback",
        before: None,
        after: Some(json!({"rows": rows})),
    }
}
