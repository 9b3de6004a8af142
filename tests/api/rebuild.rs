//! Tallies that say something else than the ballots are found out cell by cell, and made anew.

mod beside;

use std::{
    io::{BufRead, BufReader},
    process::{Output, Stdio},
};

use serde_json::{Value, json};
use tests::{Engine, Service, on_both, quick, this_month};

on_both!(
    a_bit_that_flipped_is_named_and_mended,
    whatever_stands_in_the_table_gives_way_to_what_the_ballots_say,
    a_ballot_that_cannot_be_read_is_named_and_the_others_are_counted,
    a_rebuild_that_was_killed_goes_on_where_it_was,
);

const ENTRIES: &str = "select actor || ' ' || object || ' ' || after from record
     where action = 'tallies.rebuild' order by seq";

async fn behind(service: &Service, statements: &str) {
    service.database.behind(statements).await.expect("it is done behind the service's back");
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// What `verify` says about tallies that are wrong.
fn differences(service: &Service) -> Vec<String> {
    let output = service.run(&["verify"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let lines = said(&output).lines().map(str::to_owned).collect::<Vec<_>>();
    lines.into_iter().filter(|line| line.contains(": counted ")).collect()
}

/// Makes the tallies anew; what was said about it.
fn rebuilt(service: &Service) -> String {
    let output = service.run(&["verify", "--rebuild"]);
    let said = said(&output);
    assert!(output.status.success() && said.contains(", 0 differences"), "{said} {output:?}");
    said
}

/// What the record says of every rebuild.
async fn entries(service: &Service) -> Vec<Value> {
    let entries = service.database.texts(ENTRIES).await;
    let after = entries.iter().map(|entry| {
        let after = entry.strip_prefix("hailong verify tallies ").expect("who, and what");
        serde_json::from_str(after).expect("JSON")
    });
    after.collect()
}

/// A stopped service with so many ballots, each of level 4.
async fn stopped(engine: Engine, ballots: usize) -> Service {
    let mut service = Service::start(engine).await;
    for _ in 0..ballots {
        assert_eq!(service.post(&quick(4)).await.status, 201);
    }
    service.stop();
    service
}

/// Bytes as the engine writes them in a statement.
fn bytes(engine: Engine, hex: &str) -> String {
    match engine {
        Engine::Sqlite => format!("x'{hex}'"),
        Engine::Postgres => format!("decode('{hex}', 'hex')"),
    }
}

async fn a_bit_that_flipped_is_named_and_mended(engine: Engine) {
    let service = stopped(engine, 3).await;
    assert_eq!(service.verified(), 3);
    let hex = match engine {
        Engine::Sqlite => "lower(hex(counts))",
        Engine::Postgres => "encode(counts, 'hex')",
    };
    let counts = format!("select {hex} from tallies where period < 1000000");
    let right = service.database.texts(&counts).await.pop().expect("the month's row");
    // Six counts for the ballot, then six for each item: this is item 2, level 4.
    let place = 8 * (6 * 2 + 3);
    assert_eq!(&right[place..place + 8], "03000000");
    let wrong = format!("{}13{}", &right[..place], &right[place + 2..]);
    let wrong = bytes(engine, &wrong);
    behind(&service, &format!("update tallies set counts = {wrong} where period < 1000000")).await;
    behind(&service, "update campaigns set ballots = 30 where code = 'quick'").await;
    let key = "select 'instrument ' || instrument_id || ' period ' || period || ' unit '
         || unit_version_id || ' procedure ' || procedure_id || ' channel ' || channel
         || ' sampling ' || sampling from tallies where period < 1000000";
    let key = service.database.texts(key).await.pop().expect("the month's row");
    let id = "select cast(id as text) from campaigns where code = 'quick'";
    let id = service.database.texts(id).await.pop().expect("the campaign");
    let cell = format!("{key} item 2 level 4: counted 3, stored 19");
    assert_eq!(differences(&service), [cell, format!("campaign {id}: counted 3, stored 30")]);

    let month = this_month();
    let said = rebuilt(&service);
    let step = format!("rebuild: {month}, 3 ballots, 1 cells were wrong");
    assert!(said.lines().any(|line| line == step), "{said}");
    assert_eq!(service.database.texts(&counts).await, [right], "the row is what it was");
    assert_eq!(service.verified(), 3);
    let entry = |cells, campaigns| json!({"months": 1, "ballots": 3, "cells": cells, "campaigns": campaigns});
    assert_eq!(entries(&service).await, [entry(1, 1)]);
    rebuilt(&service);
    assert_eq!(entries(&service).await, [entry(1, 1), entry(0, 0)], "nothing was wrong any more");
}

/// Every cell of the database that a rebuild must leave as it was, or bring back.
async fn cells_of(service: &Service) -> Vec<String> {
    let cells = service.database.cells(&["record", "settings", "revisions"]).await;
    let mut lines: Vec<String> = cells.lines().map(str::to_owned).collect();
    lines.sort_unstable();
    lines
}

/// Rows that no ballot made, rows that are gone, one that is no histogram at all.
async fn whatever_stands_in_the_table_gives_way_to_what_the_ballots_say(engine: Engine) {
    let service = stopped(engine, 4).await;
    let cells = cells_of(&service).await;
    let torn = bytes(engine, "07");
    for wrong in [
        "delete from tallies".to_owned(),
        "delete from tallies where period > 1000000".to_owned(),
        format!("update tallies set counts = {torn}"),
        "update tallies set channel = 3, period = period - 100 where period < 1000000".to_owned(),
        "insert into tallies select instrument_id, 5, 7, 7, 7, 7, counts, moments from tallies"
            .to_owned()
            + " where period < 1000000",
        "update tallies set unit_version_id = 99".to_owned(),
    ] {
        behind(&service, &wrong).await;
        assert!(!differences(&service).is_empty(), "{wrong}");
        rebuilt(&service);
        assert_eq!(cells_of(&service).await, cells, "{wrong}");
    }
    assert_eq!(entries(&service).await.len(), 6);
}

async fn a_ballot_that_cannot_be_read_is_named_and_the_others_are_counted(engine: Engine) {
    let service = stopped(engine, 4).await;
    let spoilt = service.ballots().await[1].id;
    // No mark is 7, and no half of a byte is 15.
    for wrong in ["444744", "44ff44", "ffffff"] {
        let spoil = bytes(engine, wrong);
        let which = "(select id from ballots order by id limit 1 offset 1)";
        behind(&service, &format!("update ballots set answers = {spoil} where id = {which}")).await;
        let output = service.run(&["verify", "--rebuild"]);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{wrong}: {said}");
        assert!(said.contains(&format!("\nballot {spoilt} cannot be read\n")), "{said}");
        let last = said.lines().last().expect("a last line");
        assert!(last.starts_with("4 ballots, ") && last.ends_with(" 1 differences"), "{said}");
        assert!(differences(&service).is_empty(), "nothing else is wrong");
    }
}

/// Has two of six ballots count in January and two in February of 2025.
async fn spread_over_months(service: &Service) {
    for (day, place) in [(20_250_115, 0), (20_250_215, 2)] {
        let some = format!("select id from ballots order by id limit 2 offset {place}");
        behind(service, &format!("update ballots set day = {day} where id in ({some})")).await;
    }
    rebuilt(service);
    assert_eq!(service.verified(), 6);
}

/// From now on whoever writes a row of February waits, as if that took very long.
async fn hold_up_february(service: &Service, engine: Engine) {
    let slow = match engine {
        Engine::Sqlite => {
            "create trigger slow before insert on tallies when new.period in (202502, 20250215)
             begin select count(*) from ballots a, ballots b, ballots c, ballots d, ballots e,
             ballots f, ballots g, ballots h, ballots i, ballots j, ballots k, ballots l, ballots m,
             ballots n, ballots o; end"
        }
        Engine::Postgres => {
            "create function slow() returns trigger language plpgsql as
             $$ begin perform pg_sleep(600); return new; end $$;
             create trigger slow before insert on tallies for each row
             when (new.period in (202502, 20250215)) execute function slow()"
        }
    };
    behind(service, slow).await;
}

/// Starts a rebuild, kills it once January is done, and lets February go on.
async fn killed_after_january(service: &Service, engine: Engine) {
    hold_up_february(service, engine).await;
    let mut child = service.begin(&["verify", "--rebuild"], Stdio::piped());
    let stdout = BufReader::new(child.stdout.take().expect("stdout is a pipe"));
    let mut lines = stdout.lines().map_while(Result::ok);
    let january = lines.find(|line| line.starts_with("rebuild: 2025-01"));
    child.kill().expect("it still runs");
    child.wait().expect("it ended");
    assert!(january.is_some(), "it never came to January");
    match engine {
        Engine::Sqlite => behind(service, "drop trigger slow").await,
        Engine::Postgres => {
            service.database.drop_connections().await;
            behind(service, "drop trigger slow on tallies; drop function slow()").await;
        }
    }
}

async fn a_rebuild_that_was_killed_goes_on_where_it_was(engine: Engine) {
    let service = stopped(engine, 6).await;
    spread_over_months(&service).await;
    assert_eq!(entries(&service).await.len(), 1);
    let zeros = match engine {
        Engine::Sqlite => "zeroblob(length(counts))",
        Engine::Postgres => "decode(repeat('00', length(counts)), 'hex')",
    };
    behind(&service, &format!("update tallies set counts = {zeros}")).await;
    killed_after_january(&service, engine).await;
    let left = differences(&service);
    let of = |month: &str| left.iter().filter(|it| it.contains(&format!("period {month}"))).count();
    assert!(of("202501") == 0 && of("202502") == 14, "a month is done or as it was: {left:?}");
    assert_eq!(entries(&service).await.len(), 1, "it is not at its end yet");
    let said = rebuilt(&service);
    assert!(said.contains("rebuild: goes on after 2025-01, where it was cut off"), "{said}");
    assert!(!said.contains("rebuild: 2025-01,") && said.contains("rebuild: 2025-02,"), "{said}");
    assert_eq!(service.verified(), 6);
    let sum = json!({"months": 3, "ballots": 6, "cells": 42, "campaigns": 0});
    assert_eq!(entries(&service).await[1..], [sum], "one entry tells of both");
}
