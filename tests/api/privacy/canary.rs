//! What a person writes about themselves is found in one table and nowhere else.

use tests::{Engine, Service, on_both};

use super::{
    address, delete, put, said,
    staff::{read, sign_in},
};

on_both!(what_people_write_is_in_the_comments_and_nowhere_else);

/// Invented, and unlike anything else.
const CANARIES: [&str; 4] =
    ["0900987654", "Nguyễn Thị Chim Hoàng Yến", "chim.hoang.yen@example.vn", "001099887766"];

async fn what_people_write_is_in_the_comments_and_nowhere_else(engine: Engine) {
    let mut service = Service::with(engine, &[("HAILONG_LOG", "debug")]).await;
    let secret = CANARIES.join(", ");
    let (stored, gone) = (said(2, &secret), said(3, &secret));
    let receipts = [service.post(&stored).await, service.post(&gone).await];
    assert_eq!(service.post(&stored).await.status, 200);
    let mut other = stored.clone();
    other["answers"] = serde_json::json!([]);
    assert_eq!(service.post(&other).await.status, 409);
    other["unit"] = serde_json::json!(secret);
    assert_eq!(service.post(&other).await.status, 422);
    let corrected = service.post(&said(4, &secret)).await;
    let mut says = serde_json::json!({"answers": stored["answers"], "comment": secret});
    says["answers"][0]["level"] = serde_json::json!(5);
    assert_eq!(put(&service, &address(&corrected), &says).await.status, 200);
    says["comment"] = serde_json::json!("không còn gì");
    assert_eq!(put(&service, &address(&corrected), &says).await.status, 200);
    says["comment"] = serde_json::json!(secret.repeat(20));
    assert_eq!(put(&service, &address(&corrected), &says).await.status, 422);
    let name = sign_in(&service, engine, 4, Some("VP")).await;
    for word in CANARIES {
        let word: String = form_urlencoded::byte_serialize(word.as_bytes()).collect();
        assert_eq!(read(&service, &name, &format!("q={word}")).await.status, 200);
    }
    assert_eq!(service.get(&address(&receipts[0])).await.status, 200);
    assert_eq!(delete(&service, &address(&receipts[1])).await.status, 204);
    let out = service.request(reqwest::Method::DELETE, "/api/v1/office/session");
    let out = out.header("cookie", format!("__Host-hailong={name}"));
    let out = out.header("sec-fetch-site", "same-origin").send().await.expect("an answer");
    assert_eq!(out.status(), 204, "signed out");
    let metrics = service.get("/metrics").await.body;
    let (log, tables) = (service.log(), service.database.cells(&["comments"]).await);
    assert!(log.len() > 100 && metrics.len() > 100 && tables.len() > 1000, "there is something");
    for (place, text) in [("log", &log), ("metrics", &metrics), ("tables", &tables)] {
        for word in CANARIES {
            let hex: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
            let found = text.contains(word) || text.to_lowercase().contains(&hex);
            assert!(!found, "{word} is in the {place}");
        }
    }
    assert_eq!(service.database.cells(&[]).await.matches(CANARIES[0]).count(), 1, "one comment");
    service.stop();
}
