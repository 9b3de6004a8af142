//! What is offered where: the procedures of a campaign's unit, campaigns with room, sets of hand-outs,
//! and the address of a device that can be taken back.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Reply, Service, draw_id, on_both, quick, text_of};

use crate::kinds::kiosk;

on_both!(
    a_campaign_of_a_unit_asks_for_one_of_its_procedures,
    a_full_campaign_is_neither_offered_nor_handed_out,
    a_long_set_comes_in_pages_and_by_point,
    the_address_of_one_device_is_taken_back_alone,
);

fn is_form(page: &Reply) -> bool {
    page.status == 200 && page.body.contains("id=\"survey\"")
}

async fn a_campaign_of_a_unit_asks_for_one_of_its_procedures(engine: Engine) {
    let mut service = Service::start(engine).await;
    service.stop();
    let header = "code,title,instrument,unit,sampling,valid_from";
    service.import(
        "campaigns",
        &format!("{header}\ntm,Thương mại,quick/1,QLTM,open_link,2020-01-01\n"),
    );
    service.serve();
    let page = service.get("/s/tm?p=quay-1").await;
    assert!(!is_form(&page) && text_of(&page.body).contains("vừa làm thủ tục gì"), "{page:?}");
    for (code, is_offered) in [("2.000004", true), ("2.000001", true), ("1.115377", false)] {
        assert_eq!(page.body.contains(&format!("procedure={code}")), is_offered, "{code}");
    }
    let look = service.get("/s/tm?q=dien+mat+troi").await;
    assert!(
        text_of(&look.body).contains("Không thấy thủ tục nào"),
        "another unit's: {}",
        look.body
    );
    assert!(page.body.contains("/s/tm?p=quay-1&amp;about=none"), "{}", page.body);
    assert!(is_form(&service.get("/s/tm?p=quay-1&about=none").await), "and no unit is asked for");
    assert!(is_form(&service.get("/s/quick").await), "one procedure leaves nothing to ask");
}

async fn a_full_campaign_is_neither_offered_nor_handed_out(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "VP").await;
    let path = format!("{OFFICE}/campaigns/quick");
    let row = office.get(&path).await.json();
    let mut body = json!({"based_on": row["state"], "quota": 1});
    for field in ["title", "instrument", "unit", "channel", "sampling", "from", "until"] {
        body[field] = row[field].clone();
    }
    assert_eq!(office.send(Method::PUT, &path, &body).await.status, 200);
    assert!(service.get("/").await.body.contains("/s/quick"), "there is room");
    assert_eq!(service.get("/s/quick/poster").await.status, 200);
    assert_eq!(service.post(&quick(4)).await.status, 201);
    assert!(!service.get("/").await.body.contains("/s/quick"), "offered at home");
    for kind in ["poster", "slips", "qr.svg", "qr.png", "set", "poster?p=quay-1", "set?p=quay-1"] {
        let page = service.get(&format!("/s/quick/{kind}")).await;
        let seen = text_of(&page.body);
        assert!(page.status == 404 && seen.contains("đã nhận đủ số phiếu"), "{kind}: {seen}");
    }
    let device = service.get(&kiosk(&service, "quay-1")).await;
    assert!(!device.body.contains("/s/quick") && !device.header("location").contains("/s/quick"));
}

async fn a_long_set_comes_in_pages_and_by_point(engine: Engine) {
    let mut service = Service::start(engine).await;
    service.stop();
    let tail = ".000.00.00.H19";
    let codes: Vec<String> = (0..300).map(|at| format!("1.{at:06}{tail}")).collect();
    let rows: String =
        codes.iter().map(|code| format!("{code},Thủ tục {code},Thử,VP,2015-01-01\n")).collect();
    service.import("procedures", &format!("code,name,field,unit,valid_from\n{rows}"));
    let header = "code,name,channel,procedures,valid_from";
    let row = format!("mot-cua,Một cửa,in_person,{},2020-01-01", codes.join(" "));
    service.import("service-points", &format!("{header}\n{row}\n"));
    service.serve();
    let sheets = |page: &Reply| page.body.matches("class=\"sheet\"").count() / 2;
    let first = service.get("/s/quick/set").await;
    // Anywhere, four counters, and what one of them serves.
    assert!(text_of(&first.body).contains("Bản 1–60 trong 305"), "{}", text_of(&first.body));
    assert!(first.body.contains("/s/quick/set?page=2\"") && sheets(&first) == 60);
    let last = service.get("/s/quick/set?page=6").await;
    assert!(text_of(&last.body).contains("Bản 301–305 trong 305") && sheets(&last) == 5);
    let point = service.get("/s/quick/set?p=quay-1").await;
    assert!(text_of(&point.body).contains("Bản 1–1 trong 1") && point.body.contains("p=quay-1"));
    let long = service.get("/s/quick/set?p=mot-cua&page=99").await;
    assert!(text_of(&long.body).contains("Bản 301–301 trong 301"), "{}", text_of(&long.body));
    assert!(long.body.contains("/s/quick/set?page=5&amp;p=mot-cua"), "{}", long.body);
    assert_eq!(service.get("/s/quick/set?p=quay-cu").await.status, 404);
}

async fn the_address_of_one_device_is_taken_back_alone(engine: Engine) {
    let service = Service::start(engine).await;
    let (old, other) = (kiosk(&service, "quay-1"), kiosk(&service, "buu-dien"));
    let path = format!("{OFFICE}/service-points/quay-1/kiosk");
    for (role, status) in [("viewer", 403), ("head", 403), ("inspector", 403)] {
        let staff = service.account(role, "VP").await;
        assert_eq!(staff.send(Method::POST, &path, &Value::Null).await.status, status, "{role}");
    }
    assert!(service.get(&old).await.status < 400, "nothing was taken back yet");
    let office = service.account("office", "VP").await;
    let replaced = office.send(Method::POST, &path, &Value::Null).await;
    assert_eq!(replaced.status, 200, "{replaced:?}");
    let address = replaced.json()["address"].as_str().expect("an address").to_owned();
    let new = address.trim_start_matches(service.url()).to_owned();
    assert_eq!(kiosk(&service, "quay-1"), new, "the command line says the same");
    assert_eq!(service.get(&old).await.status, 404);
    assert!(service.get(&new).await.status < 400 && service.get(&other).await.status < 400);
    for (address, status) in [(&old, 422), (&new, 201)] {
        let mut ballot = quick(4);
        ballot["id"] = json!(draw_id());
        ballot["service_point"] = json!("quay-1");
        ballot["token"] = json!(address.split_once("?t=").expect("a token").1);
        assert_eq!(service.post(&ballot).await.status, status, "{address}");
    }
    let inspector = service.account("inspector", "SCT").await;
    let record = inspector.get(&format!("{OFFICE}/record")).await.body;
    assert!(record.contains("service_point.kiosk"), "{record}");
    assert!(!record.contains(new.split_once("?t=").expect("a token").1), "it opens a door");
}
