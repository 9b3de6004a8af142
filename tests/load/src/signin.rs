//! How long signing in takes that fails, by whom it is tried for: nobody finds out by the clock who
//! has an account.

use std::time::Instant;

use server::{
    identity::password,
    store::{Db, accounts},
};

use crate::{
    client::{Connection, millis},
    host,
    report::{Outcome, Report, median, percentile},
    world,
};

/// Whom is tried for. The first stands there twice: what lies between the two is noise.
const KINDS: [&str; 5] = ["known", "known", "unknown", "disabled", "invited"];
const ROUNDS: usize = 200;

/// Tries every kind in turn, each try with a name and from a network of its own, so that none waits.
pub(crate) async fn measure(report: &mut Report) -> Outcome {
    let folder = tempfile::tempdir()?;
    let db = world::make(folder.path()).await?;
    people(&db).await?;
    db.close().await;
    let server = host::start("ours", folder.path()).await?;
    let mut connection = Connection::open(&server.address).await?;
    let mut times: [Vec<f64>; KINDS.len()] = Default::default();
    let mut bodies = Vec::new();
    for round in 0..ROUNDS {
        // Each round begins with another kind, so that none always follows the same.
        for turn in 0..KINDS.len() {
            let kind = (round + turn) % KINDS.len();
            let name = format!("{}.{kind}.{round}", KINDS[kind]);
            let from = format!("10.{kind}.{}.{}", round / 250, round % 250 + 1);
            let body = format!("{{\"name\":\"{name}\",\"password\":\"không phải mật khẩu\"}}");
            let started = Instant::now();
            let reply = connection.sign_in(&from, &body).await?;
            times[kind].push(millis(started));
            if reply.status != 422 {
                return Err(format!("{name}: {}", reply.status).into());
            }
            bodies.push(reply.body);
        }
    }
    bodies.dedup();
    if bodies.len() != 1 {
        return Err("not everybody is told the same".into());
    }
    told(report, &mut times);
    server.stop().await
}

fn told(report: &mut Report, times: &mut [Vec<f64>; KINDS.len()]) {
    let first = median(times[0].clone());
    let (low, high) = (percentile(&mut times[0], 25), percentile(&mut times[0], 75));
    let value = format!("{first:.2} ms");
    report.note("refused sign-in, median for a known name", value);
    report.note("  half of them lie within", format!("{low:.2}–{high:.2} ms"));
    for (kind, times) in KINDS.iter().zip(times).skip(1) {
        let other = median(times.clone()) - first;
        report.note(
            &format!("  median for a name that is {kind}, less that"),
            format!("{other:+.2} ms"),
        );
    }
}

/// Accounts of every kind but the unknown, one for each round.
async fn people(db: &Db) -> Outcome {
    let hash = password::hash_now("mật khẩu của ai đó", [7; 16])?;
    let mut tx = db.begin().await?;
    for (kind, what) in KINDS.iter().enumerate().filter(|(_, what)| **what != "unknown") {
        for round in 0..ROUNDS {
            let name = format!("{what}.{kind}.{round}");
            let new = accounts::New {
                name: &name,
                full_name: "Người Thử",
                role: 8,
                unit: None,
                password: (*what != "invited").then_some(hash.as_str()),
                created: 0,
            };
            let id = accounts::add(&mut tx, &new).await?.ok_or("a name is taken")?;
            if *what == "disabled" {
                let to = accounts::Change {
                    full_name: "Người Thử",
                    role: 8,
                    unit: None,
                    disabled: Some(1),
                };
                accounts::change(&mut tx, id, &to).await?;
            }
        }
    }
    Ok(tx.commit().await?)
}
