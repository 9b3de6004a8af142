//! What is handed out: address, code, poster and slips for a campaign, a counter, a procedure, a unit.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, on_both, text_of};

on_both!(
    a_hand_out_names_what_it_is_for_and_how_long_it_takes,
    a_code_comes_as_lines_and_as_dots,
    nothing_is_handed_out_for_what_is_closed,
    a_set_holds_every_counter_and_what_it_serves,
);

const KINDS: [&str; 4] = ["poster", "slips", "qr.svg", "qr.png"];

async fn a_hand_out_names_what_it_is_for_and_how_long_it_takes(engine: Engine) {
    let service = Service::start(engine).await;
    let about = "p=quay-1&unit=QLNL&procedure=1.115377";
    let address = format!("/s/sipas?{about}");
    for (path, times) in [("poster", 1), ("slips", 8)] {
        let page = service.get(&format!("/s/sipas/{path}?{about}")).await;
        let seen = text_of(&page.body);
        for name in [
            "Sở Công Thương",
            "Khảo sát hài lòng",
            "Quầy số 1",
            "Quản lý năng lượng",
            "Thông báo phát triển điện mặt trời mái nhà",
            "18 câu hỏi, khoảng 2 phút.",
        ] {
            assert!(seen.contains(name), "{path}: {name} is missing: {seen}");
        }
        assert_eq!(seen.matches(&address).count(), times, "{path}: {seen}");
        let codes = page.body.matches("class=\"qr\"").count();
        assert_eq!(codes, times, "{path}: a code each");
        let english = text_of(&service.get(&format!("/s/sipas/{path}?{about}&lang=en")).await.body);
        assert!(english.contains("Rooftop solar notice"), "{english}");
        assert!(english.contains("18 questions, about 2 min."), "{english}");
    }
    let online = text_of(&service.get("/s/sipas/poster?p=cong").await.body);
    assert!(online.contains("15 câu hỏi, khoảng 2 phút."), "{online}");
    let quick = text_of(&service.get("/s/quick/poster").await.body);
    assert!(quick.contains("6 câu hỏi, khoảng 1 phút."), "{quick}");
    let form = service.get(&address).await;
    assert!(text_of(&form.body).contains("điện mặt trời") && form.body.contains("value=\"QLNL\""));
}

async fn a_code_comes_as_lines_and_as_dots(engine: Engine) {
    let service = Service::start(engine).await;
    for (kind, content) in [("qr.svg", "image/svg+xml"), ("qr.png", "image/png")] {
        let reply = service.get(&format!("/s/quick/{kind}?p=quay-1&procedure=1.115377")).await;
        assert_eq!((reply.status, reply.header("content-type")), (200, content));
    }
}

async fn nothing_is_handed_out_for_what_is_closed(engine: Engine) {
    let service = Service::start(engine).await;
    let statuses = async |campaign: &str, query: &str| {
        let mut statuses = Vec::new();
        for kind in KINDS {
            statuses.push(service.get(&format!("/s/{campaign}/{kind}?{query}")).await.status);
        }
        statuses.dedup();
        statuses
    };
    for query in ["p=quay-cu", "p=khong", "procedure=2.000002", "procedure=x", "unit=CU", "unit=Y"]
    {
        assert_eq!(statuses("quick", query).await, [404], "{query}");
    }
    assert_eq!(statuses("xong", "").await, [404], "a campaign that is over");
    assert_eq!(service.get("/s/xong/set").await.status, 404);
    assert_eq!(service.get("/s/khong-co/set").await.status, 404);
    assert_eq!(statuses("sap-toi", "p=quay-1").await, [200], "printed before it opens");
    let office = service.account("office", "VP").await;
    let takes = async |kinds: Value| {
        let path = "/api/v1/office/campaigns/quick";
        let row = office.get(path).await.json();
        let mut body = json!({"based_on": row["state"], "takes": kinds});
        for field in
            ["title", "instrument", "unit", "channel", "sampling", "from", "until", "quota"]
        {
            body[field] = row[field].clone();
        }
        assert_eq!(office.send(Method::PUT, path, &body).await.status, 200);
    };
    takes(json!(["open_link"])).await;
    assert_eq!(
        (statuses("quick", "").await, statuses("quick", "p=quay-1").await),
        (vec![200], vec![404])
    );
    takes(json!(["counter_qr"])).await;
    assert_eq!(
        (statuses("quick", "").await, statuses("quick", "p=quay-1").await),
        (vec![404], vec![200])
    );
    let closing = "/api/v1/office/campaigns/quick/closing";
    assert_eq!(office.send(Method::POST, closing, &Value::Null).await.status, 200);
    assert_eq!(statuses("quick", "p=quay-1").await, [404]);
}

async fn a_set_holds_every_counter_and_what_it_serves(engine: Engine) {
    let mut service = Service::start(engine).await;
    service.stop();
    let header = "code,name,channel,procedures,valid_from";
    let row = "quay-2,Quầy số 2,in_person,2.000004 2.000002,2020-01-01";
    service.import("service-points", &format!("{header}\n{row}\n"));
    service.serve();
    let addresses = |page: &Reply| {
        let seen = text_of(&page.body);
        let found = [
            "/s/quick",
            "/s/quick?p=quay-1",
            "/s/quick?p=quay-2",
            "/s/quick?p=quay-2&procedure=2.000004",
        ];
        found.map(|address| seen.contains(address))
    };
    let set = service.get("/s/quick/set").await;
    assert_eq!((set.status, addresses(&set)), (200, [true; 4]), "{}", text_of(&set.body));
    // Anywhere, and four counters in use, one with a procedure of its own.
    assert_eq!(set.body.matches("class=\"sheet\"").count(), 2 * 6, "a poster and slips for each");
    let seen = text_of(&set.body);
    assert!(!seen.contains("quay-cu") && !seen.contains("2.000002"), "nothing that has ended");
}
