//! `/gop-y` and `/tra-cuu` without scripts.

use reqwest::Method;
use serde_json::json;
use tests::{Engine, Reply, Service, draw_id, on_both, text_of};

use super::{codes, desk::Desk, formal, send};

on_both!(
    a_form_is_sent_and_its_codes_are_shown_once,
    a_form_with_faults_keeps_what_was_typed,
    a_complaint_is_referred_and_not_kept,
    a_few_words_lead_to_a_procedure_or_a_choice,
    what_is_followed_has_a_page_of_its_own,
    what_is_asked_for_is_added_on_the_page,
    an_answer_is_rated_and_looked_at_again_on_the_page,
    code_and_pin_that_lead_nowhere_come_back_as_a_form,
);

fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

async fn form(service: &Service, pairs: &[(&str, &str)]) -> Reply {
    let id = draw_id();
    service.send_form("/gop-y", &fields(&[&[("id", id.as_str())], pairs].concat())).await
}

async fn a_form_is_sent_and_its_codes_are_shown_once(engine: Engine) {
    let service = Service::start(engine).await;
    let page = service.get("/gop-y?p=quay-1&lang=en").await;
    assert!(page.status == 200 && page.body.contains("Counter 1"), "{page:?}");
    assert!(!page.body.contains(" checked"), "nothing is chosen beforehand");
    let id = draw_id();
    let sent = fields(&[
        ("id", &id),
        ("p", "quay-1"),
        ("kind", "praise"),
        ("text", "Tốt"),
        ("reply", "no"),
    ]);
    let sent = service.send_form("/gop-y", &sent).await;
    let on = service.follow(&sent).await;
    assert_eq!((sent.status, on.status, on.header("location")), (303, 303, "/gop-y/thanks"));
    let get = |cookie: String| {
        let request = service.request(Method::GET, "/gop-y/thanks").header("cookie", cookie);
        async move { Reply::read(request.send().await.expect("an answer")).await }
    };
    let thanks = get(sent.cookies()).await;
    assert!(thanks.body.contains("GY-") && thanks.body.contains("id=\"pin\""), "{thanks:?}");
    let again = get(thanks.cookies()).await;
    assert!(!again.body.contains("GY-"), "once: {again:?}");
    let plain = service.get(sent.header("location")).await;
    assert!(plain.body.contains("GY-"), "where no cookie is kept: {plain:?}");
}

async fn a_form_with_faults_keeps_what_was_typed(engine: Engine) {
    let service = Service::start(engine).await;
    let typed =
        [("text", "<b>Chờ</b> lâu"), ("reply", "yes"), ("name", "Bùi Văn C"), ("phone", "12")];
    let refused = form(&service, &typed).await;
    assert_eq!(refused.status, 422, "{refused:?}");
    for part in
        ["&lt;b>Chờ", "Bùi Văn C", "<title>Lỗi: ", "#kind", "#phone", "#consent", "id=\"faults\""]
    {
        assert!(refused.body.contains(part), "{part}: {}", refused.body);
    }
    let none = form(&service, &[]).await;
    let named =
        ["#kind", "#text", "#reply"].map(|it| none.body.contains(&format!("href=\"{it}\"")));
    assert_eq!((none.status, named), (422, [true; 3]), "{none:?}");
}

async fn a_complaint_is_referred_and_not_kept(engine: Engine) {
    let desk = Desk::open(engine).await;
    let typed = [("kind", "complaint"), ("text", "Tôi tố cáo ông A."), ("reply", "no")];
    let refused = form(&desk.service, &typed).await;
    let text = text_of(&refused.body);
    assert!(refused.status == 422 && text.contains("Luật Tố cáo"), "{refused:?}");
    assert!(text.contains("Tôi tố cáo ông A."), "to be copied: {text}");
    assert_eq!(desk.new_cases().await, json!([]));
}

async fn a_few_words_lead_to_a_procedure_or_a_choice(engine: Engine) {
    let desk = Desk::open(engine).await;
    let said = [("kind", "service"), ("text", "x"), ("reply", "no")];
    let asked = form(&desk.service, &[&said[..], &[("about", "khuyen mai")]].concat()).await;
    assert_eq!(asked.status, 422, "{asked:?}");
    assert!(asked.body.contains("p/2.000004") && asked.body.contains("p/2.000001"), "{asked:?}");
    assert!(!asked.body.contains("p/2.000002"), "not in force");
    let none = form(&desk.service, &[&said[..], &[("about", "cấp hộ chiếu")]].concat()).await;
    assert!(none.status == 422 && none.body.contains("value=\"none\""), "{none:?}");
    let on = [("about", "cấp hộ chiếu"), ("choice", "none")];
    assert_eq!(form(&desk.service, &[&said[..], &on].concat()).await.status, 303);
    let exact = [("about", "Dang ky hoat dong khuyen mai")];
    assert_eq!(form(&desk.service, &[&said[..], &exact].concat()).await.status, 303);
    let mut found = Vec::new();
    for case in desk.new_cases().await.as_array().expect("cases") {
        let number = case["number"].as_i64().expect("a number");
        found.push(desk.page(number).await["procedure"].clone());
    }
    assert!(found.contains(&json!("2.000004")), "{found:?}");
}

/// The form that follows feedback, with a step.
fn own(sent: &Reply, step: &[(&str, &str)]) -> Vec<(String, String)> {
    let (code, pin) = codes(sent);
    fields(&[&[("code", code.as_str()), ("pin", pin.as_str())], step].concat())
}

async fn what_is_followed_has_a_page_of_its_own(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = send(&service, &formal()).await;
    let asked = service.send_form("/tra-cuu", &own(&sent, &[])).await;
    assert!(
        asked.status == 303 && asked.header("location").starts_with("/tra-cuu?b="),
        "{asked:?}"
    );
    let (code, pin) = codes(&sent);
    assert!(!asked.header("location").contains(&code), "the address says nothing");
    let page = service.follow(&asked).await;
    let text = text_of(&page.body);
    for part in
        ["đang chờ", "Chờ hai giờ", "15 ngày làm việc", "Chờ bổ sung không làm lùi hạn", &code]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let elsewhere = service.get(asked.header("location")).await;
    assert!(elsewhere.status == 200 && !elsewhere.body.contains(&code), "{elsewhere:?}");
    let plain = service.send_form("/tra-cuu?lang=en", &own(&sent, &[("plain", "yes")])).await;
    assert!(plain.status == 200 && plain.body.contains(&pin), "{plain:?}");
}

async fn what_is_asked_for_is_added_on_the_page(engine: Engine) {
    let desk = Desk::open(engine).await;
    let sent = send(&desk.service, &formal()).await;
    let until = super::desk::day(5);
    let ask = json!({"order": "ask", "day": until.to_string(), "words": "Xin gửi ảnh biên nhận."});
    desk.done(&desk.office, desk.number().await, ask).await;
    let page = desk.service.visit("/tra-cuu", &own(&sent, &[])).await;
    let text = text_of(&page.body);
    assert!(text.contains("Xin gửi ảnh biên nhận.") && text.contains("Sở chờ anh/chị"), "{text}");
    let blank = own(&sent, &[("step", "add"), ("text", " ")]);
    let empty = desk.service.send_form("/tra-cuu", &blank).await;
    assert_eq!(empty.status, 422);
    let add = own(&sent, &[("step", "add"), ("text", "Số 12/BN.")]);
    let done = desk.service.visit("/tra-cuu", &add).await;
    let text = text_of(&done.body);
    assert!(text.contains("Đã gửi bổ sung.") && text.contains("Số 12/BN."), "{text}");
    assert!(!text.contains("Sở chờ anh/chị"), "nobody waits any more: {text}");
}

async fn an_answer_is_rated_and_looked_at_again_on_the_page(engine: Engine) {
    let desk = Desk::open(engine).await;
    let sent = send(&desk.service, &formal()).await;
    desk.answer(desk.number().await).await;
    let page = desk.service.visit("/tra-cuu", &own(&sent, &[])).await;
    assert!(text_of(&page.body).contains("Hồ sơ còn thiếu sơ đồ."), "{page:?}");
    assert!(page.body.contains("name=\"rating\""), "{page:?}");
    let none = desk.service.send_form("/tra-cuu", &own(&sent, &[("step", "rate")])).await;
    assert_eq!(none.status, 422);
    let rate = own(&sent, &[("step", "rate"), ("rating", "dissatisfied")]);
    let rated = desk.service.visit("/tra-cuu", &rate).await;
    assert!(text_of(&rated.body).contains("Đã ghi nhận đánh giá."), "{rated:?}");
    assert!(!rated.body.contains("name=\"rating\""), "once: {rated:?}");
    let reopen = own(&sent, &[("step", "reopen"), ("text", "Chưa nói khi nào.")]);
    let again = desk.service.visit("/tra-cuu", &reopen).await;
    let text = text_of(&again.body);
    assert!(
        text.contains("Sở đã nhận đề nghị xem lại.") && text.contains("tiếp\u{a0}nhận"),
        "{text}"
    );
    assert!(!again.body.contains("id=\"why\""), "once: {again:?}");
}

async fn code_and_pin_that_lead_nowhere_come_back_as_a_form(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = send(&service, &formal()).await;
    let (code, pin) = codes(&sent);
    let other = if pin == "000000" { "000001" } else { "000000" };
    let typed = fields(&[("code", &code), ("pin", other)]);
    for _ in 0..5 {
        let reply = service.visit("/tra-cuu", &typed).await;
        assert_eq!(reply.status, 404);
        assert!(reply.body.contains("role=\"alert\"") && reply.body.contains(&code), "{reply:?}");
        assert!(!reply.body.contains(other), "the pin is typed anew: {reply:?}");
    }
    let held = service.visit("/tra-cuu", &typed).await;
    assert!(held.status == 429 && !held.header("retry-after").is_empty(), "{held:?}");
}
