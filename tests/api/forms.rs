//! The survey as a plain form: sent with scripts off, and nothing typed is ever lost.

use reqwest::Method;
use serde_json::json;
use tests::{Draft, Engine, Reply, Service, draw_id, on_both, text_of};

on_both!(
    a_form_that_is_sent_leads_to_its_receipt,
    a_refused_form_comes_back_as_it_was_typed,
    a_form_sent_twice_counts_once,
    a_used_id_with_other_answers_is_refused,
    what_was_typed_is_shown_as_text,
    the_form_speaks_the_language_it_was_read_in,
    a_form_for_a_closed_campaign_is_refused_in_words,
    a_form_that_another_site_had_a_browser_send_is_refused,
);

/// The start tag of the first element that holds every one of these parts.
fn tag<'a>(page: &'a str, parts: &[&str]) -> Option<&'a str> {
    page.split('<')
        .map(|tag| tag.split('>').next().unwrap_or_default())
        .find(|tag| parts.iter().all(|part| tag.contains(part)))
}

fn fields(id: &str, typed: &[(&'static str, &str)]) -> Vec<(String, String)> {
    Draft::new("sipas", typed).form(id)
}

/// The id that a form carries.
fn id_in(page: &Reply) -> String {
    let hidden = tag(&page.body, &["name=\"id\""]).expect("a form carries its id");
    hidden.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an id").into()
}

async fn a_form_that_another_site_had_a_browser_send_is_refused(engine: Engine) {
    let service = Service::start(engine).await;
    for (site, status) in [("cross-site", 403), ("same-site", 403), ("same-origin", 303)] {
        let request = service.request(Method::POST, "/s/quick").header("sec-fetch-site", site);
        let request = request.form(&[("id", draw_id().as_str()), ("a.O1", "5")]);
        let reply = Reply::read(request.send().await.expect("an answer")).await;
        assert_eq!(reply.status, status, "{site}");
    }
    assert_eq!(service.verified(), 1);
}

async fn a_form_that_is_sent_leads_to_its_receipt(engine: Engine) {
    let service = Service::start(engine).await;
    let page = service.get("/s/sipas?p=quay-1&about=none").await;
    assert!(page.status == 200 && text_of(&page.body).contains("Quầy số 1"));
    let form = tag(&page.body, &["form", "id=\"survey\""]).expect("a form");
    assert!(form.contains("method=\"post\"") && form.contains("/s/sipas"), "{form}");
    let typed = [("p", "quay-1"), ("instrument", "sipas-service/1"), ("a.A1", "5"), ("a.E1", "na")];
    let sent = service.send_form("/s/sipas?p=quay-1", &fields(&id_in(&page), &typed)).await;
    assert_eq!(sent.status, 303, "{sent:?}");
    let thanks = sent.header("location");
    assert!(thanks.starts_with("/s/sipas/thanks?k="), "{thanks}");
    let shown = service.get(thanks).await;
    let ballot = json!({"id": id_in(&page), "campaign": "sipas", "service_point": "quay-1",
        "answers": [{"item": "A1", "level": 5}, {"item": "E1", "level": null}]});
    let reply = service.post(&ballot).await;
    let text = text_of(&shown.body);
    assert!(text.contains(&reply.receipt()) && text.contains(&reply.pin()), "{shown:?} {reply:?}");
    assert_eq!(service.get("/s/nope/thanks").await.status, 404);
    let stored = &service.ballots().await[0];
    assert_eq!((stored.id.to_string(), stored.service_point_id.is_some()), (id_in(&page), true));
    assert_eq!(service.verified(), 1);
}

async fn a_refused_form_comes_back_as_it_was_typed(engine: Engine) {
    let service = Service::start(engine).await;
    let id = draw_id();
    let comment = "Dòng một\r\n  \"Dòng\" hai & <b>ba</b>";
    let mut typed = fields(
        &id,
        &[
            ("p", "quay-1"),
            ("a.A1", "5"),
            ("a.E2", "na"),
            ("a.B1", "9"),
            ("comment", comment),
            ("age", "over-60"),
            ("sex", "female"),
            ("party", ""),
        ],
    );
    let page = service.send_form("/s/sipas?p=quay-1", &typed).await;
    assert_eq!(page.status, 422);
    assert_eq!(id_in(&page), id, "the id stays, so that sending again counts once");
    for parts in [
        &["name=\"a.A1\"", "value=\"5\"", "checked"][..],
        &["name=\"a.E2\"", "value=\"na\"", "checked"],
        &["option", "value=\"over-60\"", "selected"],
        &["option", "value=\"female\"", "selected"],
        &["name=\"p\"", "value=\"quay-1\""],
    ] {
        assert!(tag(&page.body, parts).is_some(), "lost: {parts:?}");
    }
    assert!(tag(&page.body, &["name=\"a.A1\"", "value=\"4\"", "checked"]).is_none());
    let area = page.body.split("<textarea").nth(1).and_then(|rest| rest.split("</textarea").next());
    let area = area.and_then(|area| area.split_once('>')).expect("a comment").1;
    assert_eq!(text_of(area).replace("\r\n", "\n").trim(), comment.replace("\r\n", "\n"));
    assert!(tag(&page.body, &["class=\"fault\"", "id=\"f-B1\""]).is_some(), "beside its field");
    assert!(tag(&page.body, &["a href=\"#a-B1\""]).is_some(), "in the summary");
    assert!(tag(&page.body, &["id=\"a-B1\""]).is_some(), "where the summary leads");
    assert_eq!(service.ballots().await, []);
    for field in &mut typed {
        if field.0 == "a.B1" {
            field.1 = "3".to_owned();
        }
    }
    assert_eq!(service.send_form("/s/sipas?p=quay-1", &typed).await.status, 303);
    assert_eq!(service.verified(), 1);
}

async fn a_form_sent_twice_counts_once(engine: Engine) {
    let service = Service::start(engine).await;
    let typed = fields(&draw_id(), &[("a.B1", "4")]);
    let first = service.send_form("/s/sipas", &typed).await;
    let second = service.send_form("/s/sipas", &typed).await;
    assert_eq!((first.status, second.status), (303, 303));
    let (first, second) = (first.header("location"), second.header("location"));
    assert_eq!(service.get(first).await.body, service.get(second).await.body, "one receipt");
    assert_eq!(service.verified(), 1);
}

async fn a_used_id_with_other_answers_is_refused(engine: Engine) {
    let service = Service::start(engine).await;
    let id = draw_id();
    assert_eq!(service.send_form("/s/sipas", &fields(&id, &[("a.B1", "4")])).await.status, 303);
    let other = service.send_form("/s/sipas", &fields(&id, &[("a.B1", "1")])).await;
    assert_eq!(other.status, 409);
    assert!(other.header("content-type").starts_with("text/html"));
    assert_eq!(service.verified(), 1);
}

async fn what_was_typed_is_shown_as_text(engine: Engine) {
    let service = Service::start(engine).await;
    let attack = "</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}";
    let names = ["comment", "a.B1", "a.<script>", "age", "id", "p", "unit", "instrument"];
    for name in names {
        let typed =
            vec![(name.to_owned(), attack.to_owned()), ("a.B2".to_owned(), "77".to_owned())];
        let page = service.send_form("/s/sipas", &typed).await;
        assert_eq!(page.status, 422, "{name}");
        for live in ["<script>alert", "<img src=x", "</textarea><script"] {
            assert!(!page.body.contains(live), "{name}: {live} is live in the page");
        }
    }
    let address = "/s/sipas?p=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&unit=%3Cimg%20src=x%3E";
    let page = service.get(address).await;
    assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"));
}

async fn the_form_speaks_the_language_it_was_read_in(engine: Engine) {
    let service = Service::start(engine).await;
    let wrong = fields(&draw_id(), &[("a.B1", "9")]);
    let vietnamese = service.send_form("/s/sipas", &wrong).await;
    assert!(text_of(&vietnamese.body).contains("Mức trả lời phải từ 1 đến 5"));
    let english = service.send_form("/s/sipas?lang=en", &wrong).await;
    assert!(text_of(&english.body).contains("The level must be from 1 to 5"));
    assert!(english.body.contains("lang=\"en\"") && vietnamese.body.contains("lang=\"vi\""));
    let form = tag(&english.body, &["form", "id=\"survey\""]).expect("a form");
    assert!(form.contains("lang=en"), "{form}");
    let sent = service.send_form("/s/sipas?lang=en", &fields(&draw_id(), &[("a.B1", "5")])).await;
    assert!(sent.header("location").ends_with("&lang=en"), "{sent:?}");
    assert!(service.get(sent.header("location")).await.body.contains("lang=\"en\""));
}

async fn a_form_for_a_closed_campaign_is_refused_in_words(engine: Engine) {
    let service = Service::start(engine).await;
    for (path, status) in [("/s/xong", 422), ("/s/sap-toi", 422), ("/s/khong-co", 404)] {
        let page = service.send_form(path, &fields(&draw_id(), &[("a.O1", "5")])).await;
        assert_eq!(page.status, status, "{path}");
        assert!(page.header("content-type").starts_with("text/html"), "{path}");
        assert!(text_of(&page.body).trim().len() > 100, "{path} says too little");
    }
    assert_eq!(service.ballots().await, []);
}
