//! Ballots a second, beside a server that stores nothing and one with a transaction per request.

use std::time::{Duration, Instant};

use server::store::{Db, open::Access, recount::recount};

use crate::{
    client::{Connection, millis},
    host,
    report::{Outcome, Report, median, percentile},
    world,
};

const CONNECTIONS: usize = 64;
const ROUND: Duration = Duration::from_secs(3);
const ROUNDS: usize = 5;
const KINDS: [&str; 3] = ["none", "ours", "one"];

/// What one round showed: replies with a receipt, per second, and the 99th percentile in ms.
struct Round {
    receipts: u64,
    rate: f64,
    p99: f64,
}

/// Measures in turn, then counts everything again: a speed with a wrong count is void.
pub(crate) async fn measure(report: &mut Report) -> Outcome {
    let folders = [tempfile::tempdir()?, tempfile::tempdir()?, tempfile::tempdir()?];
    let mut servers = Vec::new();
    for (kind, folder) in KINDS.iter().zip(&folders) {
        world::make(folder.path()).await?.close().await;
        servers.push(host::start(kind, folder.path()).await?);
    }
    let mut rounds: [Vec<Round>; 3] = Default::default();
    for _ in 0..ROUNDS {
        for (server, rounds) in servers.iter().zip(&mut rounds) {
            rounds.push(round(&server.address).await?);
        }
    }
    let memory = servers[1].peak_memory()?;
    for server in servers {
        server.stop().await?;
    }
    let [none, ours, one] = &rounds;
    let rate = |rounds: &[Round]| median(rounds.iter().map(|round| round.rate).collect());
    report.note("submits, nothing stored", format!("{:.0} /s", rate(none)));
    report.note("submits, a transaction each", format!("{:.0} /s", rate(one)));
    report.note("submits, durable", format!("{:.0} /s", rate(ours)));
    report.at_least("  of the one that stores nothing", 100.0 * rate(ours) / rate(none), 35.0, "%");
    report.at_least("  times a transaction each", rate(ours) / rate(one), 15.0, "×");
    let p99 = median(ours.iter().map(|round| round.p99).collect());
    report.at_most("  p99 at 64 connections", p99, 10.0, "ms");
    report.at_most("  peak memory", memory, 100.0, "MB");
    for (rounds, folder) in [(ours, &folders[1]), (one, &folders[2])] {
        check(rounds, folder.path()).await?;
    }
    report.note("  receipts = rows, tallies = recount", "yes".to_owned());
    Ok(())
}

async fn check(rounds: &[Round], folder: &std::path::Path) -> Outcome {
    let opened =
        Db::open(&format!("sqlite:{}", folder.join("bench.db").display()), Access::Read).await?;
    let found = recount(&opened.db).await?;
    let receipts: u64 = rounds.iter().map(|round| round.receipts).sum();
    if found.differences.is_empty() && found.ballots == receipts {
        Ok(())
    } else {
        Err(format!("{receipts} receipts, {} rows, {:?}", found.ballots, found.differences).into())
    }
}

async fn round(address: &str) -> Outcome<Round> {
    let started = Instant::now();
    let clients: Vec<_> = (0..CONNECTIONS)
        .map(|seed| tokio::spawn(client(address.to_owned(), seed as u64, started)))
        .collect();
    let mut times = Vec::new();
    for client in clients {
        times.extend(client.await??);
    }
    let rate = times.len() as f64 / started.elapsed().as_secs_f64();
    Ok(Round { receipts: times.len() as u64, rate, p99: percentile(&mut times, 99) })
}

async fn client(address: String, seed: u64, started: Instant) -> Outcome<Vec<f64>> {
    let mut chance = fastrand::Rng::with_seed(seed);
    let mut connection = Connection::open(&address).await?;
    let mut times = Vec::new();
    while started.elapsed() < ROUND {
        let body = world::body(&mut chance);
        let sent = Instant::now();
        let reply = connection.post("/api/v1/ballots", &body).await?;
        if reply.status != 201 {
            return Err(
                format!("{}: {}", reply.status, String::from_utf8_lossy(&reply.body)).into()
            );
        }
        times.push(millis(sent));
    }
    Ok(times)
}
