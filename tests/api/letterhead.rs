//! Whose pages they are: the house's own name, from its settings or its books, and no other.

use reqwest::Method;
use serde_json::json;
use tests::{Engine, Service, on_both, text_of};

on_both!(
    every_page_is_headed_by_the_topmost_unit,
    the_letterhead_of_the_settings_goes_first,
    a_house_without_a_name_is_called_by_none,
    a_hotline_stands_at_the_foot_of_pages_once_it_is_set,
    what_is_promised_is_said_on_pages_of_its_own,
);

const PAGES: [&str; 7] =
    ["/", "/s/sipas", "/s/sipas/poster", "/ket-qua", "/phieu", "/van-phong", "/khong-co"];

/// The words of a page in a language.
async fn read(service: &Service, path: &str, lang: &str) -> String {
    text_of(&service.get(&format!("{path}?lang={lang}")).await.body)
}

async fn every_page_is_headed_by_the_topmost_unit(engine: Engine) {
    let service = Service::start(engine).await;
    for path in PAGES {
        let page = read(&service, path, "vi").await;
        assert!(page.contains("Sở Công Thương") && !page.contains("Đồng Nai"), "{path}: {page}");
        let page = read(&service, path, "en").await;
        assert!(page.contains("Department of Industry and Trade"), "{path}: {page}");
    }
}

async fn the_letterhead_of_the_settings_goes_first(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, settings) = (service.admin().await, "/api/v1/office/settings");
    let seen = admin.get(settings).await.json();
    let mut body = json!({"based_on": seen["state"], "settings": seen["settings"]});
    body["settings"]["letterhead"] = json!("SỞ <b>Y TẾ</b>");
    assert_eq!(admin.send(Method::PUT, settings, &body).await.status, 200);
    for path in PAGES {
        let body = service.get(path).await.body;
        assert!(body.contains("SỞ &lt;b&gt;Y TẾ&lt;/b&gt;"), "{path}: {body}");
        let page = read(&service, path, "en").await;
        assert!(page.contains("Department of Industry and Trade"), "{path}: {page}");
    }
}

async fn a_house_without_a_name_is_called_by_none(engine: Engine) {
    let mut service = Service::stopped(engine, &[]).await;
    service.serve();
    for (path, end) in [("/", "</span></a>"), ("/ket-qua", "</span></a>"), ("/van-phong", "</a>")] {
        let body = service.get(path).await.body;
        assert!(body.contains(&format!("<b>Hài Lòng</b>{end}")), "{path}: {body}");
    }
}

async fn a_hotline_stands_at_the_foot_of_pages_once_it_is_set(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, settings) = (service.admin().await, "/api/v1/office/settings");
    let seen = admin.get(settings).await.json();
    assert!(!service.get("/").await.body.contains("tel:"));
    let mut body = json!({"based_on": seen["state"], "settings": seen["settings"]});
    body["settings"]["hotline"] = json!("gọi 1022");
    let reply = admin.send(Method::PUT, settings, &body).await;
    assert_eq!(reply.faults(), ["hotline bad_hotline"]);
    body["settings"]["hotline"] = json!("1900 1234");
    assert_eq!(admin.send(Method::PUT, settings, &body).await.status, 200);
    for path in ["/", "/ket-qua", "/phieu", "/khong-co", "/quyen-rieng-tu"] {
        let body = service.get(path).await.body;
        assert!(body.contains("href=\"tel:19001234\""), "{path}: {body}");
    }
}

async fn what_is_promised_is_said_on_pages_of_its_own(engine: Engine) {
    let service = Service::start(engine).await;
    let privacy = read(&service, "/quyen-rieng-tu", "vi").await;
    assert!(privacy.contains("Ý kiến bị xóa sau 1.095 ngày"), "{privacy}");
    let privacy = read(&service, "/quyen-rieng-tu", "en").await;
    assert!(privacy.contains("erased 1,095 days"), "{privacy}");
    assert!(read(&service, "/ho-tro-tiep-can", "en").await.contains("by keyboard"));
}
