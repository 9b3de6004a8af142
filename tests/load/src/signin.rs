//! Whether the time a refused sign-in takes tells that there is such an account.

use std::{net::Ipv4Addr, path::Path, time::Instant};

use domain::{Role, people::standing::Standing};
use serde_json::json;
use server::{
    identity::password::hash_now,
    store::accounts::{self, New},
};

use crate::{
    client::{Connection, millis},
    host,
    report::{Outcome, Report, median, percentile},
    world,
};

/// As many accounts are there; each name is tried less often than a wait would begin.
const ACCOUNTS: u32 = 60;
const TRIES: u32 = 9;
/// How often the measured times are dealt into two heaps anew.
const DEALS: usize = 2000;

/// Tries a wrong password for names that somebody has and names that nobody has, in turn.
pub(crate) async fn measure(report: &mut Report) -> Outcome {
    let folder = tempfile::tempdir()?;
    fill(folder.path()).await?;
    let server = host::start("ours", folder.path()).await?;
    let mut connection = Connection::open(&server.address).await?;
    let mut times: [Vec<f64>; 2] = Default::default();
    let mut origins = (0x0a00_0000..).map(Ipv4Addr::from_bits);
    for round in 0..ACCOUNTS * TRIES {
        // The first of each pair changes, so that neither kind always follows the other.
        let first = usize::from(round % 2 == 1);
        for kind in [first, 1 - first] {
            let name = format!("{}.{}", ["known", "ghost"][kind], round % ACCOUNTS);
            let origin = origins.next().ok_or("no more origins")?;
            let time = guess(&mut connection, &name, origin).await?;
            if round >= ACCOUNTS {
                times[kind].push(time);
            }
        }
    }
    server.stop().await?;
    tell(report, times);
    Ok(())
}

fn tell(report: &mut Report, [mut known, mut unknown]: [Vec<f64>; 2]) {
    for (what, times) in [
        ("sign-in refused, a name somebody has", &mut known),
        ("sign-in refused, a name nobody has", &mut unknown),
    ] {
        let (low, high) = (percentile(times, 25), percentile(times, 75));
        let middle = median(times.clone());
        report.note(what, format!("{middle:.2} ms ({low:.2}–{high:.2})"));
    }
    let apart = apart(&known, &unknown);
    let by_chance = by_chance(known, &unknown);
    report.note("  their medians apart", format!("{:.0} µs", 1000.0 * apart));
    report.note(
        "  where chance alone deals them, 99 of 100",
        format!("{:.0} µs", 1000.0 * by_chance),
    );
    report.at_most("  apart, over what chance makes of it", apart / by_chance, 1.0, "×");
}

fn apart(one: &[f64], other: &[f64]) -> f64 {
    (median(one.to_vec()) - median(other.to_vec())).abs()
}

/// How far apart the medians are in at most 99 of 100 deals of the same times into two heaps.
fn by_chance(mut all: Vec<f64>, others: &[f64]) -> f64 {
    let half = all.len();
    all.extend(others);
    let mut deals: Vec<f64> = (0..DEALS)
        .map(|_| {
            fastrand::shuffle(&mut all);
            let (one, other) = all.split_at(half);
            apart(one, other)
        })
        .collect();
    percentile(&mut deals, 99)
}

async fn guess(connection: &mut Connection, name: &str, origin: Ipv4Addr) -> Outcome<f64> {
    let typed = json!({"name": name, "password": "không phải mật khẩu"}).to_string();
    let started = Instant::now();
    let reply = connection.post_for("/api/v1/office/session", &typed, origin).await?;
    let time = millis(started);
    if reply.status == 422 { Ok(time) } else { Err(format!("{name}: {}", reply.status).into()) }
}

/// A database with accounts that have a password.
async fn fill(folder: &Path) -> Outcome {
    let db = world::make(folder).await?;
    let hash = hash_now("kẹo lạc gõ cửa đêm mưa", [7; 16])?;
    let mut tx = db.begin().await?;
    for number in 0..ACCOUNTS {
        let new = New {
            name: &format!("known.{number}"),
            full_name: "Người Thử",
            role: Role::Viewer.number(),
            unit: None,
            password: Some(&hash),
            created: 0,
            standing: Standing::Plain,
        };
        accounts::add(&mut tx, &new).await?;
    }
    tx.commit().await?;
    db.close().await;
    Ok(())
}
