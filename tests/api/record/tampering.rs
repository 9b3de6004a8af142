//! Whoever gets past the triggers is found out: `hailong verify` names the first broken link.

use std::process::Output;

use tests::{Engine, Service, on_both};

use super::{add, inspect, office};

on_both! {
    each_way_of_changing_the_record_is_named_at_its_first_entry,
    an_end_that_was_cut_off_shows_for_ever,
    the_log_tells_the_newest_entry_at_the_start,
    verify_needs_the_keys_of_the_record,
}

/// What is done to six entries, and what `hailong verify` must say about it.
const CHANGES: [(&str, &str); 15] = [
    ("update record set actor = 'lan' where seq = 3", "entry 3 is not as it was written; 2"),
    ("update record set account_id = null where seq = 3", "entry 3 is not as it was written; 2"),
    ("update record set before = '{}' where seq = 3", "entry 3 is not as it was written; 2"),
    ("update record set moment = moment - 1 where seq = 1", "entry 1 is not as it was written; 0"),
    ("update record set hash = (select hash from record where seq = 2) where seq = 3",
     "entry 3 is not as it was written; 2"),
    ("update record set seq = 99 where seq = 3; update record set seq = 3 where seq = 4;
      update record set seq = 4 where seq = 99", "entry 3 is not as it was written; 2"),
    ("delete from record where seq = 1", "entry 1 is missing; 0"),
    ("delete from record where seq = 3", "entry 3 is missing; 2"),
    ("delete from record where seq = 3; update record set seq = seq - 1 where seq = 4;
      update record set seq = seq - 1 where seq = 5; update record set seq = seq - 1 where seq = 6",
     "entry 3 is not as it was written; 2"),
    ("delete from record where seq = 6", "entry 6 is missing; 5"),
    ("delete from record", "entry 1 is missing; 0"),
    ("insert into record select 7, moment, account_id, actor, action, object, before, after, hash
      from record where seq = 6", "entry 7 is not as it was written; 6"),
    ("insert into record select 0, moment, account_id, actor, action, object, before, after, hash
      from record where seq = 6", "entry 0 is not as it was written; 0"),
    ("delete from settings where name = 'record.head'",
     "entry 6 is the last, but the settings do not name it as the newest; 6"),
    ("update settings set value = (select value from older) where name = 'record.head'",
     "entry 6 is the last, but the settings do not name it as the newest; 6"),
];

/// Six entries without their triggers, and a copy to begin again from.
async fn unguarded(engine: Engine) -> Service {
    let service = office(engine).await;
    add(&service, 3).await;
    let older = "create table older as select * from settings where name = 'record.head'";
    service.database.behind(older).await.expect("the older newest entry");
    add(&service, 3).await;
    service.verified();
    let triggers = match engine {
        Engine::Sqlite => {
            "drop trigger record_is_not_changed; drop trigger record_is_not_shortened;
             drop trigger record_is_not_replaced;"
        }
        Engine::Postgres => {
            "drop trigger record_is_not_changed on record;
             drop trigger record_is_not_emptied on record;"
        }
    };
    let copies = "create table copy as select * from record;
                  create table head as select * from settings where name = 'record.head';";
    service.database.behind(&format!("{triggers}{copies}")).await.expect("no triggers any more");
    service
}

async fn begin_again(service: &Service) {
    let statements = "delete from record; insert into record select * from copy;
                      delete from settings where name = 'record.head';
                      insert into settings select * from head;";
    service.database.behind(statements).await.expect("as it was");
    service.verified();
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[track_caller]
fn broken(service: &Service, wanted: &str) {
    let output = service.run(&["verify"]);
    let printed = printed(&output);
    assert!(printed.contains(&format!("record: {wanted}")), "not {wanted:?} but {printed}");
    assert_eq!(output.status.code(), Some(1), "{printed}");
}

async fn each_way_of_changing_the_record_is_named_at_its_first_entry(engine: Engine) {
    let service = unguarded(engine).await;
    for (change, wanted) in CHANGES {
        service.database.behind(change).await.expect(change);
        broken(&service, &format!("{wanted} entries before that"));
        begin_again(&service).await;
    }
}

async fn an_end_that_was_cut_off_shows_for_ever(engine: Engine) {
    let service = unguarded(engine).await;
    service.database.behind("delete from record where seq > 4").await.expect("cut off");
    add(&service, 2).await;
    broken(&service, "entry 5 is missing; 4");
    begin_again(&service).await;
    let forged = "delete from record where seq > 3;
                  update settings set value = '3 00 00' where name = 'record.head'";
    service.database.behind(forged).await.expect("cut off and covered up");
    add(&service, 2).await;
    broken(&service, "entry 4 follows nothing");
    assert!(service.log().contains("the end of the record was changed from outside"));
}

async fn the_log_tells_the_newest_entry_at_the_start(engine: Engine) {
    let mut service = office(engine).await;
    add(&service, 3).await;
    let newest = inspect(&service, "record").await.json()["rows"][0].clone();
    let hash = newest["hash"].as_str().expect("a hash");
    service.stop();
    service.serve();
    let wanted = format!("the newest entry of the record is 3, {hash}");
    tests::patiently("the newest entry in the log", || service.log().find(&wanted));
}

async fn verify_needs_the_keys_of_the_record(engine: Engine) {
    let mut service = office(engine).await;
    service.verified();
    add(&service, 1).await;
    let output = service.run(&["verify"]);
    assert!(printed(&output).contains("record: 1 entries in order"), "{output:?}");
    let missing = service.database.folder.path().join("gone");
    service.set("HAILONG_KEYS_FILE", &missing.display().to_string());
    let output = service.run(&["verify"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        !output.status.success() && said.contains("can only be checked with the keys"),
        "{said}"
    );
    assert!(!missing.exists(), "a check makes no keys");
}
