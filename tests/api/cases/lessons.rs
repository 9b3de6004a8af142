//! What cases taught: one lesson for many cases, counted for the house, its cases for those who may read them.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Reply, Staff, on_both};

use super::{Office, done, letter, page, register};

on_both!(seven_cases_lead_to_one_lesson_and_nobody_learns_of_a_case_that_is_not_theirs,);

async fn teach(staff: &Staff, number: i64, body: &Value) -> Reply {
    staff.send(Method::POST, &format!("{OFFICE}/feedback/{number}/lessons"), body).await
}

async fn list(staff: &Staff) -> Value {
    staff.get(&format!("{OFFICE}/lessons")).await.json()
}

async fn seven_cases_lead_to_one_lesson_and_nobody_learns_of_a_case_that_is_not_theirs(
    engine: Engine,
) {
    let office = Office::open(engine).await;
    let trade = office.service.account("head", "QLTM").await;
    let first = office.in_progress().await;
    let new = json!({"text": "Ghi rõ hạn, gọi 0900 000 123 khi trễ.", "theme": "Thời hạn"});
    assert_eq!(teach(&trade, first, &new).await.status, 404);
    let inspector = office.service.account("inspector", "VP").await;
    assert_eq!(teach(&inspector, first, &new).await.status, 403);
    let made = teach(&office.handler, first, &new).await;
    assert_eq!(made.status, 201, "{made:?}");
    let id = made.json()["row"]["id"].clone();
    for _ in 0..6 {
        let number = office.in_progress().await;
        let tied = teach(&office.handler, number, &json!({"lesson": id})).await;
        assert_eq!(tied.status, 201, "{tied:?}");
    }
    let again = teach(&office.handler, first, &json!({"lesson": id})).await;
    assert_eq!(again.faults(), ["lesson taken"]);
    let unknown = teach(&office.handler, first, &json!({"lesson": 999})).await;
    assert_eq!(unknown.faults(), ["lesson unknown_choice"]);

    // Everybody who reads cases reads the lesson and the count; the cases are for those of their reach.
    for (reader, named) in [(&office.handler, 7), (&trade, 0), (&inspector, 7)] {
        let all = list(reader).await;
        assert_eq!((&all["total"], &all["rows"][0]["cases"]), (&json!(1), &json!(7)), "{all}");
        assert!(!all.to_string().contains("0900"), "a list names nobody: {all}");
        let one = reader.get(&format!("{OFFICE}/lessons/{id}")).await.json();
        assert_eq!(one["cases"].as_array().map(Vec::len), Some(named), "{one}");
    }
    let seen = page(&office.handler, first).await;
    assert_eq!((&seen["lessons"][0]["id"], &seen["may_teach"]), (&id, &json!(true)));
    assert_eq!(page(&inspector, first).await["may_teach"], false);

    // A lesson of nothing but a case about somebody is not there for them.
    let mut about = letter();
    about["about"] = json!(office.handler.name);
    let hidden =
        register(&office.office, &about).await.json()["number"].as_i64().expect("a number");
    done(&office.office, hidden, json!({"order": "receive"})).await;
    let other = teach(&office.office, hidden, &json!({"text": "Chuyện riêng."})).await.json();
    teach(&office.office, hidden, &json!({"lesson": id})).await;
    let all = list(&office.handler).await;
    assert_eq!((&all["total"], &all["rows"][0]["cases"]), (&json!(1), &json!(7)), "{all}");
    let path = format!("{OFFICE}/lessons/{}", other["row"]["id"]);
    assert_eq!(office.handler.get(&path).await.status, 404);
    let guessed = json!({"lesson": other["row"]["id"]});
    assert_eq!(teach(&office.handler, first, &guessed).await.faults(), ["lesson unknown_choice"]);

    // What was tied by mistake is taken back; a lesson of no case is gone.
    let tie = format!("{OFFICE}/feedback/{hidden}/lessons/{}", other["row"]["id"]);
    assert_eq!(office.office.send(Method::DELETE, &tie, &Value::Null).await.status, 204);
    assert_eq!(office.office.send(Method::DELETE, &tie, &Value::Null).await.status, 404);
    assert_eq!(list(&office.office).await["total"], 1);
    let noted = "select action from record where action like 'lesson.%'";
    assert_eq!(office.service.database.texts(noted).await.len(), 10);
}
