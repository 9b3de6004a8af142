//! What everybody may read: published answers, found without marks, by unit and by month.

use serde_json::json;
use tests::{Engine, on_both, text_of};

use super::{desk, desk::Desk, formal, send};

on_both!(
    a_published_answer_is_found_without_marks_and_the_case_is_not,
    a_question_that_cannot_be_answered_says_why,
);

async fn a_published_answer_is_found_without_marks_and_the_case_is_not(engine: Engine) {
    let desk = Desk::open(engine).await;
    let mut message = formal();
    message["consent"] = json!(["answer_feedback/1", "publish_feedback/1"]);
    let sent = send(&desk.service, &message).await;
    let number = desk.number().await;
    desk.answer(number).await;
    let none = desk.service.get("/api/v1/published").await;
    assert_eq!(
        (none.status, &none.json()["total"]),
        (200, &json!(0)),
        "not before it is published"
    );
    let public = json!({"question": "Chờ […] mới đến lượt.", "answer": "Hồ sơ còn thiếu sơ đồ."});
    desk.done(&desk.office, number, json!({"order": "publish", "public": public})).await;
    let month = &desk::day(0).to_string()[..7];
    for question in ["q=thieu%20so", "q=MOI%20DEN", "unit=QLNL", &format!("month={month}&q=luot")] {
        let found = desk.service.get(&format!("/api/v1/published?{question}")).await;
        assert_eq!(found.json()["total"], 1, "{question}: {found:?}");
        let row = &found.json()["rows"][0];
        assert_eq!(
            (&row["answer"], &row["unit"]["code"]),
            (&json!("Hồ sơ còn thiếu sơ đồ."), &json!("QLNL"))
        );
        assert!(!found.body.contains("GY-") && !found.body.contains("Trần"), "{found:?}");
    }
    for question in ["q=khong_co", "unit=QLTM", "month=2020-01", "q=%25", "q=hai%20gio"] {
        let found = desk.service.get(&format!("/api/v1/published?{question}")).await;
        assert_eq!(found.json()["total"], 0, "{question}: {found:?}");
    }
    let file = desk.service.get("/api/v1/published.csv?q=so%20do").await;
    let line = "Chờ […] mới đến lượt.,Hồ sơ còn thiếu sơ đồ.";
    assert!(file.body.contains(line) && !file.body.contains("Trần"), "{file:?}");
    let feed = desk.service.get("/api/v1/published.atom").await;
    assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
    assert!(feed.body.contains("<entry>") && feed.body.contains("Hồ sơ còn thiếu"), "{feed:?}");
    let page = desk.service.get("/cong-khai?q=so%20do").await;
    assert!(text_of(&page.body).contains("Hồ sơ còn thiếu sơ đồ."), "{page:?}");
    let own = desk.service.get(&super::way(&sent)).await.json();
    assert_eq!(own["state"], "published", "{own}");
}

async fn a_question_that_cannot_be_answered_says_why(engine: Engine) {
    let desk = Desk::open(engine).await;
    let refused = desk.service.get("/api/v1/published?month=x&unit=KHONG&field=x").await;
    assert_eq!(
        (refused.status, refused.faults()),
        (
            422,
            ["field unknown_choice", "month bad_date", "unit unknown_unit"]
                .map(str::to_owned)
                .to_vec()
        )
    );
    let page = desk.service.get("/cong-khai?month=x").await;
    assert!(page.status == 422 && page.body.contains("role=\"alert\""), "{page:?}");
}
