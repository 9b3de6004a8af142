//! Whichever older copy of the database is put back: what people took back goes again.

use serde_json::{Value, json};
use tests::{Engine, Reply, Service, on_both, quick};

use super::{address, delete, put, said};

on_both!(
    what_people_took_back_goes_again_when_an_older_copy_is_put_back,
    a_lost_file_of_withdrawals_is_made_again_from_the_database,
);

async fn what_people_took_back_goes_again_when_an_older_copy_is_put_back(engine: Engine) {
    let mut service = Service::start(engine).await;
    let gone = said(5, "cả phiếu đi");
    let words = said(4, "lời đi phiếu ở lại");
    let mut agreed = said(3, "lời ở lại");
    agreed["consent"] = json!(["publish_comment/1"]);
    let corrected = said(1, "lời trước khi sửa");
    let mut own = Vec::new();
    for ballot in [&gone, &words, &agreed, &corrected] {
        own.push(service.post(ballot).await);
    }
    assert_eq!(service.post(&quick(2)).await.status, 201);
    service.stop();
    service.database.keep_copy().await;
    service.serve();
    let later = said(5, "sau bản sao");
    own.push(service.post(&later).await);
    take_back(&service, &own).await;
    let says = json!({"answers": corrected["answers"], "comment": "lời sau khi sửa"});
    assert_eq!(put(&service, &address(&own[3]), &says).await.status, 200);
    assert_eq!(service.verified(), 4);
    service.kill();
    service.database.put_back().await;
    let message = service.run(&["verify"]);
    let message = String::from_utf8_lossy(&message.stdout).into_owned();
    assert!(message.contains("an older copy: 5 withdrawals"), "{message}");
    service.serve();
    assert_eq!(service.verified(), 4, "counts are exact");
    nothing_came_back(&service).await;
    assert_eq!(service.get(&address(&own[0])).await.status, 410);
    let stored = service.get(&address(&own[2])).await.json();
    assert_eq!((&stored["consent"], &stored["withdrawn"][0]["day"]), (&json!([]), &stored["day"]));
    for ballot in [&gone, &later] {
        assert_eq!(service.post(ballot).await.status, 410, "a phone sends it once more");
    }
    assert_eq!(service.post(&words).await.status, 200, "this one is still kept");
    let (sums, entries) = repeated(&service).await;
    assert_eq!(sums, [1, 2, 1, 1]);
    service.stop();
    service.serve();
    assert_eq!(repeated(&service).await, (sums, entries), "once");
    assert_eq!(service.post(&later).await.status, 410, "after another start too");
    assert_eq!(service.verified(), 4);
}

async fn nothing_came_back(service: &Service) {
    let cells = service.database.cells(&[]).await;
    for word in ["cả phiếu đi", "lời đi phiếu", "lời trước khi sửa", "sau bản sao"]
    {
        assert!(!cells.contains(word), "{word} came back");
    }
    assert!(cells.contains("lời ở lại"));
}

/// How much the record says was taken out again: ballots, comments, consents, what is kept out; and
/// in how many entries.
async fn repeated(service: &Service) -> ([i64; 4], usize) {
    let entries = "select after from record where action = 'withdrawals.repeat'";
    let entries = service.database.texts(entries).await;
    let sum = |kind: &str| -> i64 {
        let message = entries.iter().map(|it| serde_json::from_str::<Value>(it).expect("JSON"));
        message.filter_map(|it| it[kind].as_i64()).sum()
    };
    (["ballots", "comments", "consents", "kept_out"].map(sum), entries.len())
}

/// Takes back all of one ballot, the comment of the next, the agreement of the third, and the last.
async fn take_back(service: &Service, own: &[Reply]) {
    let path = |own: &Reply, part: &str| address(own).replace("?pin=", &format!("{part}?pin="));
    let taken = [
        address(&own[0]),
        path(&own[1], "/comment"),
        path(&own[2], "/consents/publish_comment"),
        address(&own[4]),
    ];
    for path in &taken {
        assert_eq!(delete(service, path).await.status, 204, "{path}");
    }
}

async fn a_lost_file_of_withdrawals_is_made_again_from_the_database(engine: Engine) {
    let mut service = Service::start(engine).await;
    let sent = service.post(&said(5, "đi rồi")).await;
    service.stop();
    service.database.keep_copy().await;
    service.serve();
    assert_eq!(delete(&service, &address(&sent)).await.status, 204);
    service.stop();
    let folder = service.database.folder.path();
    let file = match engine {
        Engine::Sqlite => folder.join("hailong.db.erased"),
        Engine::Postgres => folder.join("data/hailong.erased"),
    };
    let lines = std::fs::read_to_string(&file).expect("the file is there");
    assert!(lines.lines().count() == 2 && !lines.contains("đi rồi"), "{lines}");
    std::fs::remove_file(&file).expect("it is lost");
    service.serve();
    service.stop();
    let again = std::fs::read_to_string(&file).expect("the file is there again");
    assert_eq!(again.lines().nth(1), lines.lines().nth(1));
    service.database.put_back().await;
    service.serve();
    assert_eq!(service.verified(), 0);
    assert_eq!(service.get(&address(&sent)).await.status, 410);
}
