//! What is behind a figure: its interval, its months, its levels, and units that one decision tells apart.

use serde_json::{Value, json};
use tests::{Engine, OFFICE, Reply, Service, Staff, on_both, quick, this_month};

on_both!(
    an_item_stands_with_its_interval_its_levels_and_its_units,
    several_items_are_as_doubtful_as_their_people,
    nobody_sees_behind_what_is_beyond_their_reach,
    a_question_with_faults_names_them_all,
    without_ballots_there_is_nothing_to_tell,
);

/// Ten satisfied and two not in one unit, the reverse in another, and one in a third.
async fn house(engine: Engine) -> Service {
    let service = Service::start(engine).await;
    service.live_in(this_month().plus(-1));
    for (unit, satisfied, others) in [("QLTM", 10, 2), ("QLNL", 2, 10), ("VP", 1, 0)] {
        let levels = (0..satisfied).map(|_| 5).chain((0..others).map(|_| 1));
        for level in levels {
            let mut ballot = quick(level);
            ballot["unit"] = json!(unit);
            assert_eq!(service.post(&ballot).await.status, 201);
        }
    }
    service.set_clock(0);
    service
}

async fn behind(staff: &Staff, question: &str) -> Reply {
    staff.get(&format!("{OFFICE}/indicator?{question}")).await
}

/// The units of an answer: code, value, verdict, places.
fn units(found: &Value) -> Vec<(String, Option<u64>, String, Value)> {
    let rows = found["rows"].as_array().expect("rows").iter();
    let text = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
    rows.map(|row| {
        let value = row["figure"]["value"].as_u64();
        (text(row, "key"), value, text(row, "verdict"), row["places"].clone())
    })
    .collect()
}

async fn an_item_stands_with_its_interval_its_levels_and_its_units(engine: Engine) {
    let service = house(engine).await;
    let leader = service.account("leadership", "SCT").await;
    let found = behind(&leader, "by=item&key=A0").await.json();
    assert_eq!((&found["subject"], &found["key"]), (&json!("item"), &json!("A0")));
    assert_eq!(found["period"], json!(this_month().plus(-1).to_string()));
    assert_eq!((&found["is_over"], &found["scheme"]), (&json!(true), &json!("calendar")));
    // Wilson's interval of 13 of 25 people.
    let figure = json!({"value": 5200, "precision": "hundredths",
        "interval": {"low": 3349, "high": 6997}, "num": 13, "den": 25, "n": 25});
    assert_eq!(found["figure"], figure);
    assert_eq!(found["levels"], json!([12, 0, 0, 0, 13]));
    let expected = [
        ("QLNL".to_owned(), Some(1667), "down".to_owned(), json!([2, 2])),
        ("QLTM".to_owned(), Some(8333), "up".to_owned(), json!([1, 1])),
        ("VP".to_owned(), None, "too_few".to_owned(), Value::Null),
    ];
    assert_eq!(units(&found), expected);
    assert_eq!(found["rows"][1]["figure"]["interval"], json!({"low": 5519, "high": 9531}));
    let points = found["trend"]["points"].as_array().expect("months");
    let last = points.last().expect("a month");
    assert_eq!((&last["value"], &last["n"]), (&json!(5200), &json!(25)));
    assert!(found["level"]["saying"]["level"]["told"]["percent"].is_object(), "{found}");

    let unit = behind(&leader, "by=unit&key=QLTM").await.json();
    assert_eq!((&unit["figure"]["num"], &unit["figure"]["n"]), (&json!(60), &json!(12)));
    assert_eq!(units(&unit).len(), 3, "the others stand beside it");
    assert_eq!(unit["rows"][1]["is_own"], true);
    let few = behind(&leader, "by=unit&key=VP").await.json();
    assert_eq!((&few["figure"]["value"], &few["levels"]), (&Value::Null, &Value::Null));
    assert!(few["level"]["saying"]["level"]["told"]["not_enough"].is_object(), "{few}");
    let one = behind(&leader, "by=item&key=A0&unit=QLNL").await.json();
    assert_eq!((&one["figure"]["num"], units(&one).len()), (&json!(2), 3));
}

/// Expected ends were computed apart, person by person, by a script in another language.
async fn several_items_are_as_doubtful_as_their_people(engine: Engine) {
    let service = house(engine).await;
    let leader = service.account("leadership", "SCT").await;
    let whole = behind(&leader, "").await.json();
    assert_eq!((&whole["subject"], &whole["figure"]["n"]), (&json!("whole"), &json!(25)));
    assert_eq!(whole["figure"]["interval"], json!({"low": 3229, "high": 7110}));
    let row = service.live("by=unit").await.json()["total"].clone();
    assert_eq!((row["ci_low"].as_str(), row["ci_high"].as_str()), (Some("32.29"), Some("71.10")));
}

async fn nobody_sees_behind_what_is_beyond_their_reach(engine: Engine) {
    let service = house(engine).await;
    let head = service.account("head", "QLTM").await;
    let own = behind(&head, "by=item&key=A0").await.json();
    assert_eq!((&own["figure"]["num"], &own["figure"]["den"]), (&json!(10), &json!(12)));
    assert_eq!(units(&own).len(), 1, "nobody else's unit is named");
    for question in ["by=unit&key=QLNL", "by=item&key=A0&unit=QLNL"] {
        assert_eq!(behind(&head, question).await.status, 404, "{question}");
    }
    // The same figure has the same interval for whoever reads it.
    let leader = service.account("leadership", "SCT").await;
    let [mine, theirs] = [&head, &leader].map(|staff| behind(staff, "by=unit&key=QLTM"));
    assert_eq!(mine.await.json()["figure"], theirs.await.json()["figure"]);
    let viewer = service.account("viewer", "SCT").await;
    assert_eq!(behind(&viewer, "by=item&key=A0").await.status, 404);
}

async fn a_question_with_faults_names_them_all(engine: Engine) {
    let service = Service::start(engine).await;
    let leader = service.account("leadership", "SCT").await;
    let faults = |question: &'static str| {
        let leader = &leader;
        async move {
            let reply = behind(leader, question).await;
            assert_eq!(reply.status, 422, "{question}: {reply:?}");
            reply.faults()
        }
    };
    let all = faults("by=moon&unit=NO&procedure=9").await;
    assert_eq!(all, ["by unknown_choice", "procedure unknown_procedure", "unit unknown_unit"]);
    assert_eq!(faults("by=unit&key=NO").await, ["key unknown_unit"]);
    assert_eq!(
        faults("period=2026-13&scheme=x").await,
        ["period bad_date", "scheme unknown_choice"]
    );
}

async fn without_ballots_there_is_nothing_to_tell(engine: Engine) {
    let service = Service::start(engine).await;
    let leader = service.account("leadership", "SCT").await;
    let found = behind(&leader, "by=unit&key=QLTM").await;
    assert_eq!(found.status, 200, "{found:?}");
    let found = found.json();
    assert_eq!((&found["figure"]["n"], &found["rows"]), (&json!(0), &json!([])));
    assert_eq!((&found["level"], &found["levels"]), (&Value::Null, &Value::Null));
}
