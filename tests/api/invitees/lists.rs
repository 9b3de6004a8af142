//! The list: paged, found by exactly what somebody says of themselves, and taken away as text.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, on_both};

use super::{ids, invited, path, table, tokens, upload};

on_both!(
    people_are_found_by_number_address_or_dossier_and_by_nothing_less,
    long_lists_come_in_pages,
    the_links_leave_as_text_and_can_be_had_again,
    a_person_is_put_right_and_removed_as_they_ask,
);

async fn people_are_found_by_number_address_or_dossier_and_by_nothing_less(engine: Engine) {
    let (_service, office) = invited(engine).await;
    for (typed, found) in [
        ("0900000101", 1),
        ("%2B84 900.000.101", 1),
        ("MOT@example.vn", 1),
        ("h19-26-0001", 1),
        ("H19 -26- 0001", 1),
        ("0900000109", 0),
        ("090000010", 0),
        ("example.vn", 0),
        ("H19", 0),
        ("Người Thử Một", 0),
        ("%25", 0),
        ("' or 1=1 --", 0),
    ] {
        let query = format!("?q={}", typed.replace(' ', "+"));
        assert_eq!(ids(&office, &query).await.len(), found, "{typed}");
    }
    let wrong = office.get(&format!("{}?answered=maybe&created=x", path("quick"))).await;
    assert_eq!(wrong.faults(), ["answered unknown_choice", "created bad_date"]);
    assert_eq!(office.get(&path("nirgends")).await.status, 404);
}

async fn long_lists_come_in_pages(engine: Engine) {
    let (service, office) = invited(engine).await;
    let lines: String = (0..117).map(|at| format!("0900001{at:03}\n")).collect();
    assert_eq!(upload(&office, "quick", "", format!("phone\n{lines}")).await.status, 201);
    service
        .database
        .behind("update invitees set created = 20200101 where email is not null")
        .await
        .expect("two came earlier");
    let page = |number: &str| format!("{}{number}", path("quick"));
    let first = office.get(&page("")).await.json();
    assert_eq!(
        (&first["total"], &first["pages"], &first["page"]),
        (&json!(120), &json!(3), &json!(1))
    );
    let days = |list: &Value| list["rows"][0]["created"].clone();
    assert_eq!(days(&first), "2020-01-01", "the oldest first");
    assert_ne!(days(&office.get(&page("?sort=-created")).await.json()), "2020-01-01");
    let last = office.get(&page("?page=3")).await.json();
    assert_eq!(last["rows"].as_array().map(Vec::len), Some(20));
    let mut seen: Vec<String> = Vec::new();
    for number in 1..=3 {
        seen.extend(ids(&office, &format!("?page={number}")).await);
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 120, "everybody once");
    let early = office.get(&page("?created=2020-01-01")).await.json();
    assert_eq!(early["total"], 2);
}

async fn the_links_leave_as_text_and_can_be_had_again(engine: Engine) {
    let (service, office) = invited(engine).await;
    let hostile =
        "name,phone,dossier\n\"=HYPERLINK(\"\"http://evil.example\"\")\",0900000140,@SUM(1)\n";
    assert_eq!(upload(&office, "quick", "", hostile).await.status, 201);
    let reply = office.get(&format!("{}.csv", path("quick"))).await;
    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
    assert!(reply.header("content-disposition").contains("filename=\"quick-20"), "{reply:?}");
    let text = reply.body.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    assert!(text.starts_with("Họ tên,Điện thoại,"), "{text}");
    assert!(text.contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\",0900000140,,'@SUM(1),"));
    let mut again = tokens(&office, "quick").await;
    again.sort_unstable();
    let mut before = tokens(&office, "quick").await;
    before.sort_unstable();
    assert_eq!(again, before, "no link is another the second time");
    let english = office.get(&format!("{}.csv?lang=en&answered=no", path("quick"))).await.body;
    assert!(english.starts_with("\u{feff}Name,Phone,"), "{english}");
    let exported = "select after from record where action = 'invitees.export' order by seq";
    let message = service.database.texts(exported).await;
    assert_eq!(message.len(), 4, "{message:?}");
    assert!(message.iter().all(|after| after.contains("\"rows\":4")), "{message:?}");
}

async fn a_person_is_put_right_and_removed_as_they_ask(engine: Engine) {
    let (service, office) = invited(engine).await;
    let before = tokens(&office, "quick").await;
    let id = ids(&office, "?q=0900000101").await.remove(0);
    let one = format!("{}/{id}", path("quick"));
    let mut right = json!({"name": "Người Thử", "phone": "+84900000199", "dossier": "H19-26-0001"});
    let put = office.send(Method::PUT, &one, &right).await;
    assert_eq!(put.status, 200, "{put:?}");
    assert_eq!(put.json()["contact"]["phone"], "0900000199");
    assert_eq!(put.json()["contact"]["email"], "");
    assert_eq!(ids(&office, "?q=0900000199").await, std::slice::from_ref(&id));
    for gone in ["?q=0900000101", "?q=mot@example.vn"] {
        assert_eq!(ids(&office, gone).await.len(), 0, "{gone}");
    }
    assert_eq!(tokens(&office, "quick").await, before, "the link stays");
    right["phone"] = json!("12");
    right["email"] = json!("x");
    let wrong = office.send(Method::PUT, &one, &right).await;
    assert_eq!(wrong.faults(), ["email bad_email", "phone bad_phone"]);
    let taken = json!({"phone": "0900000199", "dossier": "h19-26-0002"});
    assert_eq!(office.send(Method::PUT, &one, &taken).await.faults(), ["dossier twice"]);
    assert_eq!(office.send(Method::PUT, &one, &json!({})).await.faults(), ["phone missing"]);
    for (method, body) in [(Method::PUT, &taken), (Method::DELETE, &Value::Null)] {
        let elsewhere = format!("{}/{id}", path("sipas"));
        assert_eq!(office.send(method, &elsewhere, body).await.status, 404, "another campaign's");
    }
    assert_eq!(office.send(Method::DELETE, &one, &Value::Null).await.status, 204);
    assert_eq!(office.send(Method::DELETE, &one, &Value::Null).await.status, 404);
    assert_eq!(table(&office, "quick").await.len(), 2);
    let message = "select action || ' ' || object || coalesce(after, '') from record
         where action like 'invitee.%' order by seq";
    let changed =
        format!("invitee.change invitee/{id}{{\"changed\":[\"name\",\"phone\",\"email\"]}}");
    let removed = format!("invitee.remove invitee/{id}");
    assert_eq!(service.database.texts(message).await, [changed, removed]);
}
