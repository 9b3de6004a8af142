//! `/phieu`: correcting a ballot and taking an agreement back without scripts.

use serde_json::json;
use tests::{Engine, Reply, Service, on_both, text_of};

use super::{address, said};

on_both!(
    a_ballot_is_corrected_without_scripts_and_says_so,
    a_faulty_correction_comes_back_as_it_was_typed,
    an_agreement_is_taken_back_without_scripts,
    in_a_crowd_the_form_comes_back_with_its_ticket,
);

fn fields(sent: &Reply, more: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = [("receipt".to_owned(), sent.receipt()), ("pin".to_owned(), sent.pin())];
    let more = more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    own.into_iter().chain(more).collect()
}

async fn a_ballot_is_corrected_without_scripts_and_says_so(engine: Engine) {
    let service = Service::start(engine).await;
    let mut ballot = said(2, "lời <b>cũ</b> & \"thế\"");
    ballot["consent"] = json!(["publish_comment/1"]);
    ballot["respondent"] = json!({"sex": "female"});
    let sent = service.post(&ballot).await;
    let seen = service.visit("/phieu?lang=en", &fields(&sent, &[])).await;
    assert!(seen.body.contains("value=\"correct\""), "{seen:?}");
    let form = service.visit("/phieu?lang=en", &fields(&sent, &[("step", "correct")])).await;
    assert_eq!(form.status, 200, "{form:?}");
    let page = &form.body;
    assert!(page.contains("lời &lt;b>cũ") && !page.contains("lời <b>cũ"), "{page}");
    for (name, value) in [("a.O1", "2"), ("consent", "publish_comment/1")] {
        let tag = page.split('<').find(|tag| tag.contains(name) && tag.contains(value));
        assert!(tag.is_some_and(|tag| tag.contains("checked")), "{name}: {tag:?}");
    }
    assert!(page.contains("value=\"female\" selected"), "{page}");
    let typed = [("step", "correct-sure"), ("a.O1", "5"), ("a.A0", "na"), ("comment", "lời mới")];
    let done = service.send_form("/phieu?lang=en", &fields(&sent, &typed)).await;
    let way = "/phieu?done=corrected&lang=en";
    assert_eq!((done.status, done.header("location")), (303, way), "{done:?}");
    assert!(text_of(&service.get(way).await.body).contains("has been corrected"));
    let stored = service.get(&address(&sent)).await.json();
    assert_eq!((&stored["comment"], &stored["respondent"]), (&json!("lời mới"), &json!({})));
    let answers = json!([{"item": "O1", "level": 5}, {"item": "A0", "level": null}]);
    assert_eq!((&stored["answers"], &stored["consent"]), (&answers, &json!([])));
    assert_eq!(stored["withdrawn"][0]["consent"], "publish_comment/1", "it was unticked");
    let seen = text_of(&service.visit("/phieu?lang=en", &fields(&sent, &[])).await.body);
    assert!(seen.contains("Last corrected on") && seen.contains("withdrawn on"), "{seen}");
    assert_eq!(service.verified(), 1);
}

async fn a_faulty_correction_comes_back_as_it_was_typed(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = service.post(&said(2, "đang có")).await;
    let long = "dài ".repeat(600);
    let typed = [("step", "correct-sure"), ("a.O1", "4"), ("a.A0", "9"), ("comment", &long)];
    let back = service.send_form("/phieu", &fields(&sent, &typed)).await;
    assert_eq!(back.status, 422, "{back:?}");
    let list = back.body.split("id=\"faults\"").nth(1).and_then(|rest| rest.split("</ul>").next());
    assert_eq!(list.unwrap_or_default().matches("<li").count(), 2, "{back:?}");
    assert!(back.body.contains(&long) && back.body.contains(&sent.pin()), "{back:?}");
    let empty = service.send_form("/phieu", &fields(&sent, &[("step", "correct-sure")])).await;
    assert_eq!(empty.status, 422);
    assert_eq!(service.get(&address(&sent)).await.json()["comment"], "đang có");
    let mut wrong = fields(&sent, &typed);
    wrong[1].1 = "x".to_owned();
    assert_eq!(service.visit("/phieu", &wrong).await.status, 404);
    assert_eq!(service.verified(), 1);
}

async fn an_agreement_is_taken_back_without_scripts(engine: Engine) {
    let service = Service::start(engine).await;
    let mut ballot = said(2, "công bố được");
    ballot["consent"] = json!(["publish_comment/1"]);
    let sent = service.post(&ballot).await;
    let ask = [("step", "consent/publish_comment")];
    let page = service.visit("/phieu?lang=en", &fields(&sent, &ask)).await;
    assert!(text_of(&page.body).contains("Withdraw the consent?"), "{page:?}");
    let sure = [("step", "consent-sure/publish_comment")];
    let done = service.send_form("/phieu?lang=en", &fields(&sent, &sure)).await;
    let way = "/phieu?done=consent&lang=en";
    assert_eq!((done.status, done.header("location")), (303, way), "{done:?}");
    assert!(text_of(&service.get(way).await.body).contains("consent has been withdrawn"));
    let stored = service.get(&address(&sent)).await.json();
    assert_eq!((&stored["consent"], &stored["comment"]), (&json!([]), &json!("công bố được")));
}

async fn in_a_crowd_the_form_comes_back_with_its_ticket(engine: Engine) {
    let settings = [("HAILONG_FREE_ORIGIN", "1"), ("HAILONG_CROWD_WAIT", "0")];
    let service = Service::with(engine, &settings).await;
    let sent = service.post(&said(2, "một")).await;
    let typed = [("step", "correct-sure"), ("a.O1", "4"), ("comment", "hai")];
    let held = service.send_form("/phieu", &fields(&sent, &typed)).await;
    assert_eq!(held.status, 429, "{held:?}");
    let pass = held.body.split("name=\"pass\" value=\"").nth(1).and_then(|it| it.split('"').next());
    let mut typed = typed.to_vec();
    typed.push(("pass", pass.expect("a ticket")));
    assert_eq!(service.send_form("/phieu", &fields(&sent, &typed)).await.status, 303);
    assert_eq!(service.get(&address(&sent)).await.json()["comment"], "hai");
}
