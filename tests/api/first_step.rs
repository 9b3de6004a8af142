//! The survey's first step: what it is about, asked where its link does not say so.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, draw_id, on_both, quick, text_of};

use crate::kinds::kiosk;

on_both!(
    a_link_that_says_nothing_asks_for_the_procedure,
    what_came_in_most_at_the_counter_is_offered_first,
    the_whole_catalogue_is_found_without_marks,
    whoever_does_not_know_is_asked_for_the_unit_and_may_skip,
    a_counter_may_name_what_it_serves,
    a_token_goes_along,
    altered_addresses_ask_again,
    another_procedure_is_chosen_with_all_that_was_typed,
    a_large_catalogue_weighs_nothing,
);

const ASKS: &str = "Anh/chị vừa làm thủ tục gì?";
const ASKS_UNIT: &str = "Phòng nào phục vụ anh/chị?";

/// The usual office with a campaign that names no unit.
async fn open(engine: Engine) -> Service {
    let mut service = Service::start(engine).await;
    service.stop();
    let header = "code,title,instrument,sampling,valid_from";
    service.import("campaigns", &format!("{header}\nmo,Đợt mở,quick/1,counter_qr,2020-01-01\n"));
    service.serve();
    service
}

/// The addresses of the rows that lead on.
fn doors(page: &Reply) -> Vec<String> {
    let lists = page.body.split("class=\"doors\"").skip(1);
    let links = lists.flat_map(|list| {
        let list = list.split("</ul>").next().unwrap_or_default();
        list.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next())
    });
    links.map(|link| link.replace("&amp;", "&")).collect()
}

/// The way on without an answer.
fn way_on(page: &Reply) -> String {
    let links = page.body.split("<a ").filter(|link| link.contains("class=\"button quiet"));
    let way = links.last().and_then(|link| link.split("href=\"").nth(1)).expect("a way on");
    way.split('"').next().unwrap_or_default().replace("&amp;", "&")
}

fn asks(page: &Reply) -> Option<&'static str> {
    let seen = text_of(&page.body);
    [ASKS, ASKS_UNIT].into_iter().find(|question| seen.contains(question))
}

fn is_form(page: &Reply) -> bool {
    page.status == 200 && page.body.contains("id=\"survey\"")
}

async fn a_link_that_says_nothing_asks_for_the_procedure(engine: Engine) {
    let service = open(engine).await;
    let page = service.get("/s/mo?p=quay-1").await;
    assert_eq!((page.status, asks(&page)), (200, Some(ASKS)), "{}", page.body);
    assert!(!is_form(&page) && !page.body.contains("id=\"page\""), "plain, and no form yet");
    let ways = doors(&page);
    assert!(ways.contains(&"/s/mo?p=quay-1&procedure=1.115377".to_owned()), "{ways:?}");
    assert!(!page.body.contains("2.000002"), "what has ended is not offered");
    let form = service.get("/s/mo?p=quay-1&procedure=1.115377").await;
    assert!(is_form(&form), "{}", form.body);
    let seen = text_of(&form.body);
    assert!(seen.contains("điện mặt trời mái nhà") && seen.contains("Quầy số 1"), "{seen}");
    let mut fields = vec![("id".to_owned(), draw_id()), ("a.O1".to_owned(), "4".to_owned())];
    fields.push(("p".to_owned(), "quay-1".to_owned()));
    fields.push(("procedure".to_owned(), "1.115377".to_owned()));
    assert_eq!(service.send_form("/s/mo?p=quay-1", &fields).await.status, 303);
    let index = service.live("by=unit&instrument=quick").await;
    assert_eq!(index.row("QLNL")["n"], 1, "the unit that leads it: {index:?}");
    for known in ["/s/quick?p=quay-1", "/s/mo?unit=VP", "/s/mo?procedure=2.000004"] {
        assert!(is_form(&service.get(known).await), "{known} says what it is about");
    }
    let english = service.get("/s/mo?lang=en").await;
    let seen = text_of(&english.body);
    assert!(seen.contains("Which procedure") && seen.contains("Rooftop solar notice"), "{seen}");
    assert!(doors(&english).iter().all(|way| way.ends_with("&lang=en")), "{:?}", doors(&english));
    assert_eq!(service.verified(), 1);
}

async fn what_came_in_most_at_the_counter_is_offered_first(engine: Engine) {
    let service = open(engine).await;
    let sends = [("quay-1", "2.000535", 3), ("quay-1", "1.115377", 1), ("cong", "2.000001", 5)];
    for (point, procedure, times) in sends {
        for _ in 0..times {
            let mut ballot = quick(4);
            ballot["service_point"] = json!(point);
            ballot["procedure"] = json!(procedure);
            assert_eq!(service.post(&ballot).await.status, 201);
        }
    }
    let first = |page: &Reply| doors(page)[0].rsplit_once('=').expect("a code").1.to_owned();
    assert_eq!(first(&service.get("/s/mo?p=quay-1").await), "2.000535");
    assert_eq!(first(&service.get("/s/mo?p=cong").await), "2.000001");
    assert_eq!(first(&service.get("/s/mo?p=buu-dien").await), "2.000001", "or from anywhere");
    assert_eq!(first(&service.get("/s/mo").await), "2.000001");
}

async fn the_whole_catalogue_is_found_without_marks(engine: Engine) {
    let service = open(engine).await;
    for typed in ["dien%20mat%20troi", "ĐIỆN%20mặt%20trời", "1.115377", "%20mai%20nha%20"] {
        let page = service.get(&format!("/s/mo?p=quay-1&q={typed}")).await;
        let found = page.body.split("id=\"found\"").nth(1).expect("a result");
        assert!(found.contains("/s/mo?p=quay-1&amp;procedure=1.115377\""), "{typed}: {found}");
        assert!(found.contains("1 thủ tục khớp"), "{typed}: {found}");
        let is_code = typed.starts_with('1');
        assert_eq!(found.contains("<mark>"), !is_code, "what was met is marked: {found}");
    }
    for hostile in ["%25", "_", "%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "'%20or%201=1--"] {
        let page = service.get(&format!("/s/mo?p=quay-1&q={hostile}")).await;
        assert_eq!(page.status, 200, "{hostile}");
        assert!(!page.body.contains("<script>"), "{}", page.body);
    }
    let none = service.get("/s/mo?p=quay-1&q=khong%20co%20dau").await;
    assert!(text_of(&none.body).contains("Không thấy thủ tục nào khớp"), "{}", none.body);
    assert!(none.body.contains("value=\"khong co dau\""), "what was typed stays");
    assert!(none.body.contains("type=\"hidden\" name=\"p\" value=\"quay-1\""), "and the counter");
    let long = service.get(&format!("/s/mo?q={}", "a".repeat(5000))).await;
    assert_eq!(long.status, 200);
}

async fn whoever_does_not_know_is_asked_for_the_unit_and_may_skip(engine: Engine) {
    let service = open(engine).await;
    let page = service.get("/s/mo?p=quay-1").await;
    let unit = service.get(&way_on(&page)).await;
    assert_eq!(asks(&unit), Some(ASKS_UNIT), "{}", unit.body);
    let ways = doors(&unit);
    let expected = ["QLNL", "QLTM", "VP"].map(|code| format!("/s/mo?p=quay-1&unit={code}"));
    assert_eq!(ways, expected, "those that lead a procedure today");
    assert!(text_of(&service.get(&ways[0]).await.body).contains("Quản lý năng lượng"));
    let form = service.get(&way_on(&unit)).await;
    assert!(is_form(&form), "{}", form.body);
    assert!(form.body.contains("/s/mo?p=quay-1&amp;about=none&amp;lang=en"), "asked once");
    let mut bare = quick(4);
    bare["campaign"] = json!("mo");
    assert_eq!(service.post(&bare).await.status, 201, "neither is needed");
    assert_eq!(service.verified(), 1);
}

async fn a_counter_may_name_what_it_serves(engine: Engine) {
    let mut service = open(engine).await;
    let office = service.account("office", "VP").await;
    let path = "/api/v1/office/service-points/quay-1";
    let serve = async |units: Value, procedures: Value| {
        let row = office.get(path).await.json();
        let mut body = json!({"based_on": row["state"], "units": units, "procedures": procedures});
        for field in ["name", "channel", "from", "until"] {
            body[field] = row[field].clone();
        }
        office.send(Method::PUT, path, &body).await
    };
    let message = serve(json!([]), json!(["2.000535", " 2.000004 ", "2.000535"])).await;
    assert_eq!(message.json()["procedures"], json!(["2.000004", "2.000535"]), "{message:?}");
    let codes = |page: &Reply| {
        let ways = doors(page);
        ways.iter()
            .map(|way| way.rsplit_once('=').expect("a code").1.to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&service.get("/s/mo?p=quay-1").await), ["2.000004", "2.000535"]);
    assert_eq!(serve(Value::Null, Value::Null).await.status, 200);
    assert_eq!(codes(&service.get("/s/mo?p=quay-1").await).len(), 2, "left out, they stay");
    serve(json!([]), json!(["2.000535", "2.000002"])).await;
    let only = service.get("/s/mo?p=quay-1").await;
    assert!(is_form(&only) && text_of(&only.body).contains("an toàn_thực phẩm"), "{}", only.body);
    serve(json!(["QLTM", "QLNL"]), json!([])).await;
    let page = service.get("/s/mo?p=quay-1").await;
    assert_eq!((asks(&page), codes(&page)), (Some(ASKS_UNIT), vec!["QLNL".into(), "QLTM".into()]));
    serve(json!(["QLTM"]), json!([])).await;
    let only = service.get("/s/mo?p=quay-1").await;
    assert!(is_form(&only) && only.body.contains("name=\"unit\" value=\"QLTM\""), "{}", only.body);
    let wrong = serve(json!(["KHONG"]), json!(["9"])).await;
    assert_eq!(wrong.faults(), ["procedures unknown_procedure", "units unknown_unit"]);
    service.stop();
    let header = "code,name,channel,units,procedures,valid_from";
    let row = "quay-9,Quầy 9,in_person,QLTM; VP,2.000004 1.115377,2020-01-01";
    service.import("service-points", &format!("{header}\n{row}\n"));
    let plain = "code,name,channel,valid_from\nquay-9,Quầy chín,in_person,2020-01-01\n";
    service.import("service-points", plain);
    service.serve();
    assert_eq!(codes(&service.get("/s/mo?p=quay-9").await), ["1.115377", "2.000004"]);
}

async fn a_token_goes_along(engine: Engine) {
    let service = open(engine).await;
    let address = kiosk(&service, "quay-1");
    let token = address.split_once("?t=").expect("a token").1;
    let page = service.get(&format!("/s/mo?p=quay-1&t={token}&q=khuyen")).await;
    assert_eq!(page.header("referrer-policy"), "strict-origin");
    assert!(page.body.contains(&format!("type=\"hidden\" name=\"t\" value=\"{token}\"")));
    assert!(doors(&page).iter().all(|way| way.contains(token)), "{:?}", doors(&page));
    let form = service.get(&doors(&page)[0]).await;
    assert!(form.body.contains(&format!("name=\"t\" value=\"{token}\"")), "{}", form.body);
}

async fn altered_addresses_ask_again(engine: Engine) {
    let service = open(engine).await;
    for query in ["procedure=2.000002", "procedure=9", "unit=CU", "unit=%22%3E%3Cimg%3E"] {
        let page = service.get(&format!("/s/mo?p=quay-1&{query}")).await;
        assert_eq!((page.status, asks(&page)), (200, Some(ASKS)), "{query}");
        assert!(text_of(&page.body).contains("không còn hiệu lực"), "{query}: {}", page.body);
        assert!(!page.body.contains("<img"));
    }
    for about in ["none", "unit", "x", "", "%00", "procedure"] {
        let page = service.get(&format!("/s/mo?p=khong-co&about={about}")).await;
        assert!(page.status == 200 && !page.body.contains("khong-co"), "{about}: {}", page.body);
    }
}

async fn another_procedure_is_chosen_with_all_that_was_typed(engine: Engine) {
    let service = open(engine).await;
    let form = service.get("/s/mo?p=quay-1&procedure=2.000004").await;
    assert!(form.body.contains("/s/mo?p=quay-1&amp;from=quay-1%3A%3A2.000004\""), "{}", form.body);
    let id = draw_id();
    let typed = [
        ("id", id.as_str()),
        ("p", "quay-1"),
        ("procedure", "2.000004"),
        ("a.O1", "2"),
        ("comment", "Chờ \"lâu\" <i>"),
        ("age", "3"),
    ];
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let turned = |more: &[(&str, &str)]| {
        let more = more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let kept = typed.iter().filter(|(name, _)| name != "procedure").cloned();
        kept.chain(more).collect::<Vec<_>>()
    };
    let ask = service.send_form("/s/mo", &turned(&[("turn", "about")])).await;
    assert_eq!((ask.status, asks(&ask)), (200, Some(ASKS)), "{}", ask.body);
    assert!(ask.body.contains("value=\"Chờ &quot;lâu&quot; &lt;i&gt;\""), "{}", ask.body);
    assert!(ask.body.contains("name=\"procedure\" value=\"1.115377\""), "{}", ask.body);
    let found = turned(&[("turn", "form"), ("look", "1"), ("q", "mat troi")]);
    let found = service.send_form("/s/mo", &found).await;
    assert!(found.body.contains("1 thủ tục khớp") && found.body.contains("<mark>"), "{found:?}");
    let back = turned(&[("turn", "form"), ("procedure", "1.115377")]);
    let back = service.send_form("/s/mo", &back).await;
    assert!(is_form(&back) && back.body.contains("Chờ \"lâu\" &lt;i>"), "{}", back.body);
    assert!(back.body.contains(&format!("name=\"id\" value=\"{id}\"")), "the same ballot");
    assert!(back.body.contains("name=\"procedure\" value=\"1.115377\""), "{}", back.body);
    let stored = "select cast(count(*) as text) from ballots";
    assert_eq!(service.database.texts(stored).await, ["0"], "nothing is sent by turning");
    for from in ["x", "%3A%3A%3A", "::<script>", &"a:".repeat(200)] {
        let page = service.get(&format!("/s/mo?procedure=2.000004&from={from}")).await;
        assert!(is_form(&page) && !page.body.contains("<script>"), "{from}");
    }
    let own = service.get("/s/mo?p=quay-1&procedure=1.115377&from=quay-1%3A%3A2.000004").await;
    assert!(own.body.contains("\"shelf\":\"quay-1::2.000004\""), "{}", own.body);
}

async fn a_large_catalogue_weighs_nothing(engine: Engine) {
    let mut service = open(engine).await;
    let bare = service.get("/s/mo?p=quay-1").await.body.len();
    service.stop();
    let rows: String = (0..2000)
        .map(|at| format!("1.{at:06},Thủ tục thử số {at} có tên dài,Thử,VP,2015-01-01\n"))
        .collect();
    service.import("procedures", &format!("code,name,field,unit,valid_from\n{rows}"));
    service.serve();
    let page = service.get("/s/mo?p=quay-1").await;
    assert_eq!(asks(&page), Some(ASKS));
    assert!(page.body.len() <= bare, "{} bytes instead of {bare}", page.body.len());
    let many = service.get("/s/mo?p=quay-1&q=thu%20tuc%20thu").await;
    assert_eq!(doors(&many).len(), 30);
    assert!(text_of(&many.body).contains("thu hẹp"), "{}", many.body);
}
