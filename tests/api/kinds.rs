//! How a ballot came follows from its way in: a link of one's own, a kiosk, a counter, or any link.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, draw_id, on_both, quick, text_of};

on_both!(
    a_kind_follows_from_the_way_in,
    a_kiosk_is_known_by_its_signed_address,
    no_forged_or_foreign_kiosk_counts,
    a_kiosk_shows_a_receipt_once_and_leads_back,
    what_is_meant_for_a_counter_is_taken_there_alone,
    campaigns_name_the_kinds_they_take_in_files_and_forms,
);

const CAMPAIGNS: &str = "/api/v1/office/campaigns";

fn at(point: &str, token: Option<&str>) -> Value {
    let mut ballot = quick(4);
    ballot["service_point"] = json!(point);
    if let Some(token) = token {
        ballot["token"] = json!(token);
    }
    ballot
}

/// The signed address of the kiosk at a counter, as the command prints it.
pub(crate) fn kiosk(service: &Service, point: &str) -> String {
    let output = service.run(&["kiosk", point, "--public-url", ""]);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn token(address: &str) -> &str {
    address.split_once("?t=").expect("a token").1
}

async fn kinds(service: &Service) -> Vec<i64> {
    let mut kinds: Vec<i64> =
        service.ballots().await.iter().map(|ballot| ballot.sampling).collect();
    kinds.sort_unstable();
    kinds
}

async fn a_kind_follows_from_the_way_in(engine: Engine) {
    let service = Service::start(engine).await;
    let token = token(&kiosk(&service, "quay-1")).to_owned();
    // What the campaigns set out to do says nothing: one is for counters, the other for any link.
    for campaign in ["quick", "sipas"] {
        for (point, token) in [(None, None), (Some("quay-1"), None), (Some("quay-1"), Some(&token))]
        {
            let mut ballot = at(point.unwrap_or_default(), token.map(String::as_str));
            ballot["campaign"] = json!(campaign);
            if point.is_none() {
                ballot.as_object_mut().expect("a ballot").remove("service_point");
            }
            if campaign == "sipas" {
                ballot["answers"] = json!([{"item": "B1", "level": 4}]);
            }
            let reply = service.post(&ballot).await;
            assert_eq!(reply.status, 201, "{reply:?}");
        }
    }
    assert_eq!(kinds(&service).await, [3, 3, 4, 4, 5, 5], "two each by QR, kiosk and open link");
    let index = service.live("by=sampling&instrument=quick").await;
    for kind in ["counter_qr", "kiosk", "open_link"] {
        assert_eq!(index.row(kind)["n"], 1, "{index:?}");
    }
    assert_eq!(service.verified(), 6);
}

async fn a_kiosk_is_known_by_its_signed_address(engine: Engine) {
    let service = Service::start(engine).await;
    let address = kiosk(&service, "quay-1");
    let office = service.account("office", "VP").await;
    let message = office.get("/api/v1/office/service-points/quay-1/kiosk").await.json();
    assert!(message["address"].as_str().is_some_and(|it| it.ends_with(&address)), "{message}");
    assert_eq!(office.get("/api/v1/office/service-points/quay-cu/kiosk").await.status, 404);
    let start = service.get(&address).await;
    let seen = text_of(&start.body);
    assert!(seen.contains("Quầy số 1") && seen.contains("Phiếu nhanh"), "{seen}");
    let way = format!("/s/quick?p=quay-1&amp;t={}", token(&address));
    assert!(start.body.contains(&way), "{}", start.body);
    let page = service.get(&way.replace("&amp;", "&")).await;
    let field = format!("name=\"t\" value=\"{}\"", token(&address));
    assert!(page.body.contains(&field), "{}", page.body);
    assert_eq!(page.header("referrer-policy"), "strict-origin");
    let fields = [
        ("id", draw_id()),
        ("p", "quay-1".to_owned()),
        ("t", token(&address).to_owned()),
        ("a.O1", "4".to_owned()),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    assert_eq!(service.send_form("/s/quick?p=quay-1", &fields).await.status, 303);
    assert_eq!(kinds(&service).await, [4]);
    let closing = format!("{CAMPAIGNS}/sipas/closing");
    assert_eq!(office.send(Method::POST, &closing, &Value::Null).await.status, 200);
    let only = service.get(&format!("{address}&lang=en")).await;
    assert_eq!(only.status, 303, "the only survey opens at once");
    let there = format!("/s/quick?p=quay-1&t={}&lang=en", token(&address));
    assert_eq!(only.header("location"), there);
    assert_eq!(service.verified(), 1);
}

async fn a_kiosk_shows_a_receipt_once_and_leads_back(engine: Engine) {
    let service = Service::start(engine).await;
    let address = kiosk(&service, "quay-1");
    let fields = [
        ("id", draw_id()),
        ("p", "quay-1".to_owned()),
        ("t", token(&address).to_owned()),
        ("a.O1", "4".to_owned()),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    let way = service.send_form("/s/quick?p=quay-1", &fields).await;
    assert_eq!(way.header("location"), "/s/quick/thanks", "nothing stands in the address");
    let request = service.request(Method::GET, "/s/quick/thanks").header("cookie", way.cookies());
    let thanks = Reply::read(request.send().await.expect("an answer")).await;
    assert!(text_of(&thanks.body).contains("Mã biên nhận"), "{}", thanks.body);
    assert_eq!(thanks.header("refresh"), format!("30; url={address}"));
    assert!(thanks.header("set-cookie").contains("Max-Age=0"), "a reload shows it no more");
    assert!(thanks.body.contains("id=\"kiosk\""));
    let counter = "/s/quick?p=quay-1&about=none";
    for (way, is_kiosk) in
        [(format!("{counter}&t={}", token(&address)), true), (counter.into(), false)]
    {
        assert_eq!(service.get(&way).await.body.contains("id=\"kiosk\""), is_kiosk, "{way}");
    }
    let by_script = at("quay-1", Some(token(&address)));
    let request = service.request(Method::POST, "/api/v1/ballots");
    let request = request.header("sec-fetch-site", "same-origin");
    let request = request.header("content-type", "application/json").body(by_script.to_string());
    let reply = Reply::read(request.send().await.expect("an answer")).await;
    assert_eq!((reply.status, reply.header("set-cookie")), (201, ""));
}

async fn no_forged_or_foreign_kiosk_counts(engine: Engine) {
    let service = Service::start(engine).await;
    let (mine, foreign) = (kiosk(&service, "quay-1"), kiosk(&service, "cong"));
    let (mine, foreign) = (token(&mine).to_owned(), token(&foreign).to_owned());
    let other = |letter: &str| if letter == "7" { "8" } else { "7" };
    let altered = |at: usize| [&mine[..at], other(&mine[at..=at]), &mine[at + 1..]].concat();
    let forged = [altered(0), altered(7), altered(13), foreign, "0".repeat(14), mine[1..].into()];
    for token in &forged {
        let refused = service.post(&at("quay-1", Some(token))).await;
        assert_eq!((refused.status, refused.faults()), (422, vec!["token unknown_token".into()]));
        for path in ["/k/quay-1?t=", "/s/quick?p=quay-1&t="] {
            assert_eq!(service.get(&format!("{path}{token}")).await.status, 404, "{path}{token}");
        }
    }
    let mut nowhere = quick(4);
    nowhere["token"] = json!(mine);
    assert_eq!(service.post(&nowhere).await.faults(), ["token unknown_token"]);
    let closed = kiosk(&service, "quay-cu");
    let faults = service.post(&at("quay-cu", Some(token(&closed)))).await.faults();
    assert_eq!(faults, ["service_point not_valid_then"]);
    for path in [&closed, "/k/quay-1", "/k/khong-co?t=0", &format!("/s/quick?t={mine}")] {
        assert_eq!(service.get(path).await.status, 404, "{path}");
    }
    assert_eq!(service.verified(), 0);
}

async fn what_is_meant_for_a_counter_is_taken_there_alone(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "VP").await;
    assert_eq!(change(&office, "quick", json!(["kiosk", "counter_qr", "kiosk"])).await.status, 200);
    assert!(!service.get("/").await.body.contains("/s/quick"), "offered at home");
    for path in ["/s/quick", "/s/quick?p=quay-cu", "/s/quick?p=khong-co&lang=en"] {
        let page = service.get(path).await;
        assert!(page.status == 200 && !page.body.contains("<form"), "{path}");
        let seen = text_of(&page.body);
        assert!(seen.contains("người đến quầy") || seen.contains("at the counter"), "{seen}");
    }
    assert!(service.get("/s/quick?p=quay-1").await.body.contains("<form"));
    let stored = at("quay-1", None);
    assert_eq!(service.post(&stored).await.status, 201);
    let refused = service.post(&quick(4)).await;
    assert_eq!((refused.status, refused.faults()), (422, vec!["campaign other_way".to_owned()]));
    let fields = [("id", draw_id()), ("a.O1", "4".to_owned())];
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    let form = service.send_form("/s/quick", &fields).await;
    assert_eq!(form.status, 422);
    assert!(text_of(&form.body).contains("quét mã QR tại quầy"), "{}", form.body);
    assert_eq!(change(&office, "quick", json!(["open_link"])).await.status, 200);
    assert_eq!(service.post(&stored).await.status, 200, "a replay keeps its receipt");
    assert_eq!(service.post(&at("quay-1", None)).await.faults(), ["campaign other_way"]);
    assert!(service.get("/").await.body.contains("/s/quick"));
    assert_eq!(service.verified(), 1);
}

async fn change(staff: &tests::Staff, code: &str, takes: Value) -> Reply {
    let path = format!("{CAMPAIGNS}/{code}");
    let row = staff.get(&path).await.json();
    let mut body = json!({"based_on": row["state"], "takes": takes});
    for field in ["title", "instrument", "unit", "channel", "sampling", "from", "until", "quota"] {
        body[field] = row[field].clone();
    }
    staff.send(Method::PUT, &path, &body).await
}

async fn campaigns_name_the_kinds_they_take_in_files_and_forms(engine: Engine) {
    let mut service = Service::start(engine).await;
    let office = service.account("office", "VP").await;
    let takes =
        async |code: &str| office.get(&format!("{CAMPAIGNS}/{code}")).await.json()["takes"].clone();
    assert_eq!(takes("quick").await, json!([]), "those that were there take every kind");
    let message = change(&office, "quick", json!(["open_link", "counter_qr", "open_link"])).await;
    assert_eq!(message.json()["takes"], json!(["counter_qr", "open_link"]), "{message:?}");
    assert_eq!(change(&office, "quick", Value::Null).await.status, 200);
    assert_eq!(takes("quick").await, json!(["counter_qr", "open_link"]), "left out, they stay");
    assert_eq!(change(&office, "quick", json!(["by_owl"])).await.status, 422);
    service.stop();
    let header = "code,title,instrument,sampling,takes,valid_from";
    service.import(
        "campaigns",
        &format!("{header}\nmoi,Mới,quick/1,kiosk,kiosk; counter_qr,2020-01-01\n"),
    );
    let without = "code,title,title_en,instrument,unit,sampling,valid_from";
    service.import("campaigns", &format!("{without}\nmoi,Khác,,quick/1,,kiosk,2020-01-01\n"));
    let wrong = format!("{header}\nsai,Sai,quick/1,kiosk,kiosk by_owl,2020-01-01\n");
    let file = service.write("wrong.csv", &wrong);
    let output = service.run(&["import", "campaigns", &file.display().to_string()]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!output.status.success() && said.contains("unknown_choice"), "{said}");
    service.serve();
    let reader = service.account("office", "VP").await;
    let row = reader.get(&format!("{CAMPAIGNS}/moi")).await.json();
    assert_eq!(
        (&row["takes"], &row["title"]["vi"]),
        (&json!(["counter_qr", "kiosk"]), &json!("Khác"))
    );
}
