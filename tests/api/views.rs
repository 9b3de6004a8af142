//! Saved views: each account its own, addresses of the office's pages alone, thirty at most.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Service, on_both};

on_both!(a_view_is_its_owner_s_alone_and_leads_to_a_page_of_the_office);

async fn a_view_is_its_owner_s_alone_and_leads_to_a_page_of_the_office(engine: Engine) {
    let service = Service::start(engine).await;
    let one = service.account("office", "SCT").await;
    let two = service.account("handler", "QLTM").await;
    let path = format!("{OFFICE}/views");
    let address = "/van-phong/gop-y?tab=overdue&q=%C4%91i%E1%BB%87n&unit=QLTM";
    let view = |name: &str, address: &str| json!({"name": name, "address": address});
    for wrong in [
        "https://evil.example/van-phong/gop-y",
        "//evil.example/van-phong",
        "/van-phong/khong-co",
        "/van-phong/dang-nhap",
        "/van-phong/gop-y/../dang-nhap",
        "/gop-y",
        "javascript:alert(1)",
    ] {
        let refused = one.send(Method::POST, &path, &view("Trễ", wrong)).await;
        assert_eq!(refused.faults(), ["address no_such_page"], "{wrong}");
    }
    let none = one.send(Method::POST, &path, &view(" ", "")).await;
    assert_eq!(none.faults(), ["address missing", "name missing"]);
    let made = one.send(Method::POST, &path, &view("Trễ của QLTM", address)).await;
    assert_eq!(made.status, 201, "{made:?}");
    assert_eq!(made.json()["address"], address, "its parameters are as they were");
    let id = made.json()["id"].clone();
    for at in ["/van-phong", "/van-phong/so-lieu-gop-y?period=2024", "/van-phong/chi-so?by=unit"] {
        assert_eq!(two.send(Method::POST, &path, &view("Khác", at)).await.status, 201, "{at}");
    }
    assert_eq!(two.get(&path).await.json().as_array().map(Vec::len), Some(3), "not the other's");
    let named = json!({"name": "Của tôi"});
    let other = format!("{path}/{id}");
    assert_eq!(two.send(Method::PUT, &other, &named).await.status, 404);
    assert_eq!(two.send(Method::DELETE, &other, &Value::Null).await.status, 404);
    assert_eq!(one.send(Method::PUT, &other, &named).await.status, 204);
    assert_eq!(
        one.get(&path).await.json(),
        json!([{"id": id, "name": "Của tôi", "address": address}])
    );
    for place in 1..30 {
        let more = one.send(Method::POST, &path, &view(&format!("Số {place}"), address)).await;
        assert_eq!(more.status, 201, "{place}: {more:?}");
    }
    let full = one.send(Method::POST, &path, &view("Thừa", address)).await;
    assert_eq!(full.faults(), ["name enough"]);
    assert_eq!(one.send(Method::DELETE, &other, &Value::Null).await.status, 204);
    assert_eq!(one.send(Method::POST, &path, &view("Thừa", address)).await.status, 201);
}
