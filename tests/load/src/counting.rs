//! A million ballots counted again: for `hailong verify`, and for a question that no tally answers.

use std::fs;

use domain::ballot::Attribute;
use server::store::{
    Db,
    counting::{Cut, Cuts},
    recount::recount,
};

use crate::{
    report::{Outcome, Report, median},
    world,
};

const BALLOTS: u32 = 1_000_000;
const ROUNDS: usize = 5;
/// Ticks of the clock that Linux counts a process's work by, a second.
const TICKS: f64 = 100.0;
/// What is asked for.
const BAR: f64 = 1_000_000.0;

/// Counts in this process and reads how long its threads worked, SQLite's own among them.
pub(crate) async fn measure(report: &mut Report) -> Outcome {
    let folder = tempfile::tempdir()?;
    let db = world::make(folder.path()).await?;
    world::fill(&db, BALLOTS as usize).await?;
    let (mut verify, mut cut) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let begun = worked()?;
        let found = recount(&db).await?;
        verify.push(f64::from(BALLOTS) / (worked()? - begun));
        if found.ballots != u64::from(BALLOTS) || !found.differences.is_empty() {
            return Err(format!("{} ballots, {:?}", found.ballots, found.differences).into());
        }
        let begun = worked()?;
        ask(&db).await?;
        cut.push(f64::from(BALLOTS) / (worked()? - begun));
    }
    db.close().await;
    report.at_least("ballots verified a CPU second", median(verify), BAR, "/s");
    report.at_least("ballots cut by age a CPU second", median(cut), BAR, "/s");
    Ok(())
}

async fn ask(db: &Db) -> Outcome {
    let cut = Cut { by: Attribute::Age, days: 20_240_101..=20_261_231, units: None };
    let groups = Cuts::default().ask(db, &cut, &mut |_, _| ()).await?;
    let ballots: u64 = groups.values().map(|counts| counts.ballots()).sum();
    if ballots == u64::from(BALLOTS) { Ok(()) } else { Err(format!("{ballots} ballots").into()) }
}

/// Seconds that this process has worked.
fn worked() -> Outcome<f64> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    let fields = stat.rsplit_once(") ").ok_or("no name")?.1.split(' ').skip(11).take(2);
    let ticks: Vec<f64> = fields.map(str::parse).collect::<Result<_, _>>()?;
    Ok(ticks.iter().sum::<f64>() / TICKS)
}
