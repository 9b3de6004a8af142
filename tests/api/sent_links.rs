//! Links as people send them: read as they are meant, or the page says what cannot be followed.

use reqwest::Method;
use serde_json::json;
use tests::{Engine, Reply, Service, draw_id, on_both, quick, text_of};

use crate::kinds::kiosk;

on_both!(
    a_link_in_a_sentence_leads_to_the_same_form,
    a_link_of_two_minds_is_said_so,
    what_a_link_names_and_is_not_there_is_said,
    a_procedure_and_a_strange_unit_are_asked_about,
    a_kiosk_is_known_however_its_point_is_written,
    what_is_full_closed_or_unknown_is_said,
);

fn is_form(page: &Reply) -> bool {
    page.status == 200 && page.body.contains("id=\"survey\"")
}

async fn a_link_in_a_sentence_leads_to_the_same_form(engine: Engine) {
    let service = Service::start(engine).await;
    for link in [
        "/S/Quick?P=QUAY-1&UNIT=qltm",
        "/s/quick/?p=quay-1&amp;unit=QLTM",
        "/s/quick.?p=quay-1.&unit=QLTM",
        "/s/quick%E2%80%8B?p=quay-1%C2%A0&unit=QLTM),",
        "/s/quick%3Fp=quay-1%26unit=QLTM",
        "/s/quick?p=quay-1&p=Quay-1&unit=&unit=QLTM",
        "/s/quick?p=quay%E2%80%931&unit=%EF%BC%B1LTM",
    ] {
        let page = service.get(link).await;
        assert!(is_form(&page), "{link}: {page:?}");
        for field in ["name=\"p\" value=\"quay-1\"", "name=\"unit\" value=\"QLTM\""] {
            assert!(page.body.contains(field), "{link}: {}", page.body);
        }
    }
    for link in
        ["/Phieu", "/phieu/", "/KET-QUA.", "/van-phong/", "/s/quick/Poster/", "/s/QUICK/qr.svg)"]
    {
        assert_eq!(service.get(link).await.status, 200, "{link}");
    }
    let fields = [("id", draw_id()), ("a.O1", "4".to_owned()), ("p", "quay-1".to_owned())];
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    let thanks = service.send_form("/S/QUICK/", &fields).await;
    assert_eq!(thanks.status, 303, "{thanks:?}");
    assert!(thanks.header("location").starts_with("/s/quick/thanks"), "{thanks:?}");
}

async fn a_link_of_two_minds_is_said_so(engine: Engine) {
    let service = Service::start(engine).await;
    for link in ["/s/quick?p=quay-1&p=cong", "/s/quick?unit=VP&amp;Unit=QLTM"] {
        let page = service.get(link).await;
        assert_eq!(page.status, 422, "{link}");
        assert!(text_of(&page.body).contains("nói hai điều trái nhau"), "{}", page.body);
        assert!(!page.header("content-security-policy").is_empty(), "as any page");
    }
    let reply = service.get("/api/v1/index?by=unit&by=month").await;
    assert_eq!((reply.status, reply.faults()), (422, vec!["by twice".to_owned()]));
}

async fn what_a_link_names_and_is_not_there_is_said(engine: Engine) {
    let service = Service::start(engine).await;
    let says = |page: &Reply, words: &str| {
        assert_eq!(page.status, 200, "{page:?}");
        assert!(!is_form(page) && text_of(&page.body).contains(words), "{words}: {}", page.body);
    };
    for point in ["quay-99", "quay-cu", "%3Cimg%3E"] {
        let page = service.get(&format!("/s/quick?p={point}&unit=QLTM")).await;
        says(&page, "không có hoặc không còn dùng");
        // A form of a counter that has ended finds its draft again.
        let draft = if point == "quay-cu" { "&amp;from=quay-cu%3AQLTM%3A" } else { "" };
        let way = format!("href=\"/s/quick?unit=QLTM{draft}\"");
        assert!(page.body.contains(&way) && !page.body.contains("<img"), "{}", page.body);
    }
    for about in ["procedure=2.000002", "unit=CU", "unit=nope"] {
        // This campaign names a unit, so nothing else is asked.
        says(&service.get(&format!("/s/quick?p=quay-1&{about}")).await, "không còn hiệu lực");
    }
    let go_on = service.get("/s/quick?p=quay-1").await;
    assert!(is_form(&go_on), "{go_on:?}");
    assert_eq!(service.get("/s/khong-co?p=quay-1").await.status, 404);
    let unknown = service.get("/s/khong-co").await;
    assert!(text_of(&unknown.body).contains("Không có đợt khảo sát này"), "{}", unknown.body);
    let poster = service.get("/s/xong/poster?p=quay-cu&unit=NO").await;
    let seen = text_of(&poster.body);
    for said in ["Đợt khảo sát đã kết thúc", "Không có đơn vị này", "không có hiệu lực"]
    {
        assert!(poster.status == 404 && seen.contains(said), "{said}: {seen}");
    }
    let set = service.get("/s/xong/set").await;
    assert!(set.status == 404 && text_of(&set.body).contains("đã kết thúc"), "{}", set.body);
}

async fn a_procedure_and_a_strange_unit_are_asked_about(engine: Engine) {
    let service = Service::start(engine).await;
    let page = service.get("/s/quick?p=quay-1&procedure=1.115377&unit=QLTM").await;
    assert!(!is_form(&page) && text_of(&page.body).contains("một đơn vị không giải quyết"));
    for way in ["/s/quick?p=quay-1&amp;procedure=1.115377\"", "/s/quick?p=quay-1&amp;unit=QLTM\""] {
        assert!(page.body.contains(way), "{way}: {}", page.body);
    }
    for fitting in ["unit=QLNL", "unit=SCT"] {
        let page = service.get(&format!("/s/quick?procedure=1.115377&{fitting}")).await;
        assert!(is_form(&page), "{fitting}: {page:?}");
    }
}

async fn a_kiosk_is_known_however_its_point_is_written(engine: Engine) {
    let service = Service::start(engine).await;
    let address = kiosk(&service, "quay-1");
    let token = address.split_once("?t=").expect("a token").1;
    for link in
        [address.replace("/k/quay-1", "/K/QUAY-1/"), format!("{address}."), format!("{address}%20")]
    {
        assert!(service.get(&link).await.status < 400, "{link}");
    }
    let mut ballot = quick(4);
    ballot["service_point"] = json!("quay\u{2060}-1 ");
    ballot["token"] = json!(format!("{}-{}", &token[..4], &token[4..]));
    let kept = service.post(&ballot).await;
    assert_eq!(kept.status, 201, "{kept:?}");
    for raw in ["/k/quay-1", "/k/quay-1?t=quay-1", "/k/quay-cu?t=1"] {
        let page = service.get(raw).await;
        assert!(
            page.status == 404 && text_of(&page.body).contains("Địa chỉ của thiết bị"),
            "{raw}"
        );
    }
}

async fn what_is_full_closed_or_unknown_is_said(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "VP").await;
    let mut one = json!({"code": "mot", "title": {"vi": "Một phiếu", "en": ""}, "quota": 1});
    one["instrument"] = json!("quick/1");
    for (field, value) in
        [("channel", "in_person"), ("sampling", "open_link"), ("from", "2020-01-01")]
    {
        one[field] = json!(value);
    }
    for field in ["unit", "until"] {
        one[field] = json!(null);
    }
    let made = office.send(Method::POST, "/api/v1/office/campaigns", &one).await;
    assert_eq!(made.status, 201, "{made:?}");
    let mut ballot = quick(4);
    ballot["campaign"] = json!("mot");
    assert_eq!(service.post(&ballot).await.status, 201);
    ballot["id"] = json!(draw_id());
    assert_eq!(service.post(&ballot).await.faults(), ["campaign full"]);
    let page = service.get("/s/mot").await;
    let seen = text_of(&page.body);
    assert!(seen.contains("đã nhận đủ số phiếu") && !seen.contains("đã kết thúc"), "{seen}");
    for (campaign, fault) in [
        ("xong", "campaign closed"),
        ("sap-toi", "campaign not_open_yet"),
        ("?", "campaign unknown_campaign"),
    ] {
        ballot["campaign"] = json!(campaign);
        assert_eq!(service.post(&ballot).await.faults(), [fault]);
    }
}
