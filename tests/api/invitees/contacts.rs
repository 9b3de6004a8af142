//! Who somebody is: sealed at rest, whole for few, and never anywhere else.

use std::fs;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Service, Staff, on_both};

use super::{answering, ids, invited, path, table, tokens, upload};

on_both!(
    a_contact_is_nowhere_in_the_clear,
    each_reading_is_on_the_record,
    an_administrator_sees_nobody_whole,
    a_head_reaches_the_own_unit_s_people_only,
    a_key_sees_nobody_whole_unless_it_may_export,
);

/// Invented, and unlike anything else.
const CANARY: [&str; 4] =
    ["0900987651", "chim.yen.4417@example.vn", "Hoàng Thị Chim Yến Phụng", "H19-CANARY-7731"];

async fn a_contact_is_nowhere_in_the_clear(engine: Engine) {
    let mut service = Service::with(engine, &[("HAILONG_LOG", "trace")]).await;
    let office = service.account("office", "VP").await;
    let [phone, email, name, dossier] = CANARY;
    let file = format!("name,phone,email,dossier\n{name},{phone},{email},{dossier}\n");
    assert_eq!(upload(&office, "quick", "", file.clone()).await.status, 201);
    assert_eq!(upload(&office, "quick", "", file).await.status, 422, "told, and not logged");
    let id = ids(&office, &format!("?q={phone}")).await.remove(0);
    let right = json!({"name": name, "phone": phone, "email": email, "dossier": dossier});
    let one = format!("{}/{id}", path("quick"));
    assert_eq!(office.send(Method::PUT, &one, &right).await.status, 200);
    let token = tokens(&office, "quick").await.remove(0);
    assert_eq!(service.get(&format!("/s/quick?t={token}")).await.status, 200);
    let ballot = answering(&token);
    for status in [201, 200] {
        assert_eq!(service.post(&ballot).await.status, status);
    }
    assert_eq!(service.post(&answering(&token)).await.status, 409);
    let metrics = service.get("/metrics").await.body;
    let (log, tables) = (service.log(), service.database.cells(&[]).await);
    assert!(log.len() > 100 && metrics.len() > 100 && tables.len() > 1000, "there is something");
    service.stop();
    let words = CANARY.iter().copied().chain([token.as_str()]);
    for word in words {
        let hex: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
        for (place, text) in [("log", &log), ("metrics", &metrics), ("tables", &tables)] {
            let found = text.contains(word) || text.to_lowercase().contains(&hex);
            assert!(!found, "{word} is in the {place}");
        }
        if engine == Engine::Sqlite {
            let folder = service.database.folder.path();
            assert!(folder.join("hailong.db").exists());
            for file in ["hailong.db", "hailong.db-wal"] {
                let bytes = fs::read(folder.join(file)).unwrap_or_default();
                let found = bytes.windows(word.len()).any(|part| part == word.as_bytes());
                assert!(!found, "{word} is in {file}");
            }
        }
    }
}

async fn each_reading_is_on_the_record(engine: Engine) {
    let (service, office) = invited(engine).await;
    office.get(&path("quick")).await;
    office.get(&format!("{}?q=0900000101", path("quick"))).await;
    table(&office, "quick").await;
    let wanted = "select actor || ' ' || action || ' ' || object || ' ' || after from record
         where action in ('invitees.read', 'invitees.export') order by seq";
    let entries = service.database.texts(wanted).await;
    let read = format!("{} invitees.read campaign/quick ", office.name);
    let all = "{\"page\":1,\"rows\":3,\"searched\":false,\"unmasked\":3}";
    let found = "{\"page\":1,\"rows\":1,\"searched\":true,\"unmasked\":1}";
    assert_eq!(entries[..2], [format!("{read}{all}"), format!("{read}{found}")]);
    assert!(
        entries[2].contains("invitees.export campaign/quick") && entries.len() == 3,
        "{entries:?}"
    );
    service.verified();
}

fn phones(list: &Value) -> Vec<String> {
    let rows = list["rows"].as_array().unwrap_or_else(|| panic!("no rows: {list}"));
    let phone = |row: &Value| row["contact"]["phone"].as_str().map(str::to_owned);
    let mut phones: Vec<String> = rows.iter().filter_map(phone).collect();
    phones.sort_unstable();
    phones
}

async fn an_administrator_sees_nobody_whole(engine: Engine) {
    let (service, _office) = invited(engine).await;
    let admin = service.admin().await;
    let list = admin.get(&path("quick")).await;
    assert_eq!(phones(&list.json()), ["", "…101", "…102"]);
    for whole in ["Người Thử", "0900000101", "example.vn", "H19-26"] {
        assert!(!list.body.contains(whole), "{whole}: {}", list.body);
    }
    assert_eq!(admin.get(&format!("{}.csv", path("quick"))).await.status, 403);
    let id = ids(&admin, "?q=0900000101").await.remove(0);
    let one = format!("{}/{id}", path("quick"));
    let put = admin.send(Method::PUT, &one, &json!({"phone": "0900000177"})).await;
    assert_eq!((put.status, &put.json()["contact"]["phone"]), (200, &json!("…177")));
    assert_eq!(admin.send(Method::DELETE, &one, &Value::Null).await.status, 204);
}

async fn a_head_reaches_the_own_unit_s_people_only(engine: Engine) {
    let (service, office) = invited(engine).await;
    let head = service.account("head", "QLTM").await;
    assert_eq!(phones(&head.get(&path("quick")).await.json()), ["0900000101", "0900000102"]);
    assert_eq!(table(&head, "quick").await.len(), 2, "nor are others exported");
    let other = ids(&office, "?q=ba@example.vn").await.remove(0);
    assert_eq!(ids(&head, "?q=ba@example.vn").await.len(), 0, "nor found");
    let one = format!("{}/{other}", path("quick"));
    let wrong = head.send(Method::PUT, &one, &json!({"phone": "0900000177"})).await;
    assert_eq!(wrong.status, 404);
    assert_eq!(head.send(Method::DELETE, &one, &Value::Null).await.status, 404);
    let file = "phone,unit\n0900000150,QLTM\n0900000151,QLNL\n0900000152,\n";
    let refused = upload(&head, "quick", "", file).await;
    assert_eq!(refused.faults(), ["3.unit out_of_reach", "4.unit out_of_reach"]);
    assert_eq!(upload(&head, "quick", "", "phone,unit\n0900000150,QLTM\n").await.status, 201);
    for role in ["reception", "handler", "inspector", "leadership", "viewer"] {
        let staff: Staff = service.account(role, "QLTM").await;
        for path in [path("quick"), format!("{}.csv", path("quick"))] {
            assert_eq!(staff.get(&path).await.status, 403, "{role} {path}");
        }
        assert_eq!(upload(&staff, "quick", "", "phone\n0900000153\n").await.status, 403, "{role}");
    }
    assert_eq!(office.get(&path("quick")).await.json()["total"], 4);
}

async fn a_key_sees_nobody_whole_unless_it_may_export(engine: Engine) {
    let (service, _office) = invited(engine).await;
    let admin = service.admin().await;
    let new =
        json!({"label": "tải danh sách", "actions": ["change_invitees"], "unit": null, "days": 1});
    let made = admin.send(Method::POST, "/api/v1/office/keys", &new).await;
    assert_eq!(made.status, 201, "{made:?}");
    let key = made.json()["key"].as_str().expect("a key").to_owned();
    let request = service.request(Method::GET, &path("quick"));
    let request = request.header("authorization", format!("Bearer {key}"));
    let list = tests::Reply::read(request.send().await.expect("an answer")).await;
    assert_eq!(phones(&list.json()), ["", "…101", "…102"]);
}
