//! Who sent a case and what was said of it go in their time; what was published and the log stay.

use serde_json::{Value, json};
use tests::{Engine, on_both};

use super::{Office, done, found, page, state};

on_both!(
    the_sender_of_a_case_goes_a_year_after_the_answer_and_its_words_after_five,
    what_is_open_stays_whole_however_old,
);

async fn rows(office: &Office, table: &str) -> usize {
    office.service.database.texts(&format!("select 'row' from {table}")).await.len()
}

/// Makes every case as old as if it had been answered so long ago, and removes what is due.
async fn after(office: &Office, answered: i64) {
    let aged = format!(
        "update feedback set answered = {answered} where answered is not null;
         update feedback set sent = {answered};
         update feedback_views set seen = 1;"
    );
    office.service.database.behind(&aged).await.expect("the days are moved");
    let output = office.service.run(&["retention"]);
    assert!(output.status.success(), "{output:?}");
}

/// The day so many years ago.
fn years_ago(years: i64) -> i64 {
    domain::day::number(super::day(0)) - years * 10_000 - 200
}

async fn the_sender_of_a_case_goes_a_year_after_the_answer_and_its_words_after_five(
    engine: Engine,
) {
    let office = Office::open(engine).await;
    let number = office.answered().await;
    let public = page(&office.office, number).await["public"].clone();
    done(&office.office, number, json!({"order": "publish", "public": public})).await;
    after(&office, years_ago(0)).await;
    assert_eq!(rows(&office, "feedback_contacts").await, 1, "two months are no year");
    assert_eq!(rows(&office, "feedback_views").await, 0);
    after(&office, years_ago(1)).await;
    assert_eq!(rows(&office, "feedback_contacts").await, 0);
    let seen = page(&office.office, number).await;
    assert_eq!((&seen["sender"], state(&seen)), (&Value::Null, "published"));
    assert!(seen["lines"][0]["words"].as_str().is_some_and(|it| it.contains("Nộp từ")), "{seen}");
    after(&office, years_ago(5)).await;
    assert_eq!(rows(&office, "feedback_words").await, 0);
    let bare = page(&office.office, number).await;
    assert_eq!(
        (&bare["lines"][0]["words"], bare["lines"].as_array().map(Vec::len)),
        (&Value::Null, Some(7))
    );
    assert_eq!(bare["row"]["subject"], "");
    assert_eq!(found(&office.office, "finished", "nop tu thang").await, [0; 0]);
    assert_eq!(rows(&office, "feedback_published").await, 1, "what was published stays");
    let noted = "select object from record where action = 'retention.remove' order by seq";
    let noted = office.service.database.texts(noted).await;
    for kind in ["senders", "cases", "looks"] {
        assert!(noted.iter().any(|it| it == kind), "{kind}: {noted:?}");
    }
}

async fn what_is_open_stays_whole_however_old(engine: Engine) {
    let office = Office::open(engine).await;
    let number = office.in_progress().await;
    after(&office, years_ago(9)).await;
    let seen = page(&office.handler, number).await;
    assert_eq!(seen["sender"]["name"], "Nguyễn Thị B");
    assert!(seen["lines"][0]["words"].is_string(), "{seen}");
}
