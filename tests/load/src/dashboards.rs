//! The office's index at ten thousand ballots and at a million.

use std::time::Instant;

use domain::Role;

use crate::{
    host, reader,
    report::{Outcome, Report, median, percentile},
    world,
};

const QUESTIONS: [&str; 8] = [
    "by=unit",
    "by=procedure",
    "by=factor",
    "by=item",
    "by=month",
    "by=channel",
    "by=unit&from=2026-01&to=2026-03",
    "by=month&unit=U3&method=MEAN5",
];
const ROUNDS: usize = 60;
/// Somebody who reads every figure.
const READER: &str = "reader";

/// Asks every question of both databases in turn.
pub(crate) async fn measure(report: &mut Report) -> Outcome {
    let mut hosted = Vec::new();
    let mut folders = Vec::new();
    for ballots in [10_000, 1_000_000] {
        let folder = tempfile::tempdir()?;
        let started = Instant::now();
        let db = world::make(folder.path()).await?;
        world::fill(&db, ballots).await?;
        reader::sign_in(&db, READER, Role::Leadership, None).await?;
        db.close().await;
        // The lock on the file goes with it: the server to be measured wants it.
        drop(db);
        report.note(
            &format!("filled with {ballots} ballots"),
            format!("{:.1} s", started.elapsed().as_secs_f64()),
        );
        hosted.push(host::start("ours", folder.path()).await?);
        folders.push(folder);
    }
    let mut times: [Vec<f64>; 2] = Default::default();
    for _ in 0..ROUNDS {
        for question in QUESTIONS {
            for (server, times) in hosted.iter().zip(&mut times) {
                let path = format!("/api/v1/office/index?{question}");
                times.push(reader::ask(&server.address, &path, READER).await?);
            }
        }
    }
    let [small, large] = &mut times;
    let (few, many) = (median(small.clone()), median(large.clone()));
    report.at_most("index query, p95 at 10 000 ballots", percentile(small, 95), 20.0, "ms");
    report.at_most("index query, p95 at 1 000 000 ballots", percentile(large, 95), 20.0, "ms");
    report.at_most("  median, large over small", many / few, 1.1, "×");
    for server in hosted {
        server.stop().await?;
    }
    Ok(())
}
