//! What ends while somebody fills in a form, or while a ballot waits in a phone: nothing typed is lost.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, draw_id, on_both, quick, text_of};

on_both!(
    a_form_that_was_open_at_the_closing_is_taken_for_a_day,
    nobody_makes_up_a_form_that_was_open,
    what_ends_at_midnight_is_stamped_as_of_the_day_before,
    an_empty_code_is_as_good_as_none,
    a_portal_is_no_counter,
    who_is_not_invited_is_told_so,
);

/// The id that a page's form was given.
fn id_of(page: &Reply) -> String {
    let field = page.body.split("name=\"id\" value=\"").nth(1).expect("a form with an id");
    field.split('"').next().unwrap_or_default().to_owned()
}

fn fields(id: &str, more: &[(&str, &str)]) -> Vec<(String, String)> {
    let own = [("id", id), ("a.O1", "2"), ("comment", "Chờ từ sáng")];
    let all = own.iter().chain(more);
    all.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

async fn close(service: &Service, campaign: &str) {
    let office = service.account("office", "VP").await;
    let path = format!("/api/v1/office/campaigns/{campaign}/closing");
    assert_eq!(office.send(Method::POST, &path, &Value::Null).await.status, 200);
}

async fn a_form_that_was_open_at_the_closing_is_taken_for_a_day(engine: Engine) {
    let service = Service::start(engine).await;
    let forms = [
        service.get("/s/quick").await,
        service.get("/s/quick").await,
        service.get("/s/quick").await,
    ];
    let [plain, queued, late] = forms.each_ref().map(id_of);
    close(&service, "quick").await;
    assert!(text_of(&service.get("/s/quick").await.body).contains("đã kết thúc"));
    let stored = service.send_form("/s/quick", &fields(&plain, &[])).await;
    assert_eq!(stored.status, 303, "{stored:?}");
    service.set_clock(23 * 3600);
    let mut ballot = quick(4);
    ballot["id"] = json!(queued);
    assert_eq!(service.post(&ballot).await.status, 201, "from a phone's queue");
    service.set_clock(25 * 3600);
    let page = service.send_form("/s/quick", &fields(&late, &[])).await;
    let seen = text_of(&page.body);
    assert_eq!(page.status, 422);
    for words in ["đã kết thúc", "chưa được ghi nhận", "Chờ từ sáng", "Không hài lòng"]
    {
        assert!(seen.contains(words), "{words}: {seen}");
    }
    ballot["id"] = json!(late);
    assert_eq!(service.post(&ballot).await.faults(), ["campaign closed"]);
    ballot["id"] = json!(queued);
    assert_eq!(service.post(&ballot).await.status, 200, "a replay keeps its receipt");
    service.set_clock(0);
    assert_eq!(service.verified(), 2);
}

async fn nobody_makes_up_a_form_that_was_open(engine: Engine) {
    let service = Service::start(engine).await;
    let real = id_of(&service.get("/s/quick").await);
    close(&service, "quick").await;
    let after = draw_id();
    let mut bit = real.clone();
    bit.replace_range(35..36, if real.ends_with('0') { "1" } else { "0" });
    // The time of a form that was open, with the rest drawn anew.
    let early = format!("{}{}", &real[..14], &after[14..]);
    for id in [after, bit, early] {
        let mut ballot = quick(4);
        ballot["id"] = json!(id);
        assert_eq!(service.post(&ballot).await.faults(), ["campaign closed"], "{id}");
    }
    assert_eq!(service.verified(), 0);
}

async fn what_ends_at_midnight_is_stamped_as_of_the_day_before(engine: Engine) {
    let mut service = Service::start(engine).await;
    let number = super::clock::today();
    let today = domain::day::from_number(number).expect("a day").to_string();
    service.stop();
    let header = "code,name,channel,valid_from,valid_to";
    service.import(
        "service-points",
        &format!("{header}\nquay-8,Quầy 8,in_person,2020-01-01,{today}\n"),
    );
    service.serve();
    let id = id_of(&service.get("/s/quick?p=quay-8").await);
    let late = id_of(&service.get("/s/quick?p=quay-8").await);
    // A minute less than a day later it is tomorrow, wherever in the day it is now but in its first minute.
    service.set_clock(24 * 3600 - 60);
    let stored = service.send_form("/s/quick", &fields(&id, &[("p", "quay-8")])).await;
    assert_eq!(stored.status, 303, "{stored:?}");
    let kept = service.ballots().await;
    assert!(kept[0].service_point_id.is_some() && kept[0].day == number, "{kept:?}");
    service.set_clock(24 * 3600 + 60);
    let page = service.send_form("/s/quick", &fields(&late, &[("p", "quay-8")])).await;
    assert!(page.status == 422 && page.body.contains("Chờ từ sáng"), "{page:?}");
    assert!(text_of(&page.body).contains("đã ngừng phục vụ"), "{}", page.body);
    let again = service.send_form("/s/quick", &fields(&draw_id(), &[])).await;
    assert_eq!(again.status, 303, "sent again from the form that came back: {again:?}");
    let lost = service.get("/s/quick?p=quay-8").await;
    assert!(lost.body.contains("from=quay-8%3A%3A"), "a draft is found again: {}", lost.body);
    service.set_clock(0);
    assert_eq!(service.verified(), 2);
}

async fn an_empty_code_is_as_good_as_none(engine: Engine) {
    let service = Service::start(engine).await;
    let mut ballot = quick(4);
    for field in ["service_point", "unit", "procedure", "instrument"] {
        ballot[field] = json!("");
    }
    assert_eq!(service.post(&ballot).await.status, 201);
    for field in ["service_point", "unit", "procedure", "instrument"] {
        ballot.as_object_mut().expect("a ballot").remove(field);
    }
    assert_eq!(service.post(&ballot).await.status, 200, "the same ballot");
    assert_eq!(service.ballots().await[0].sampling, 5, "by an open link");
}

async fn a_portal_is_no_counter(engine: Engine) {
    let service = Service::start(engine).await;
    for (point, kind) in [("cong", 5), ("quay-1", 3), ("buu-dien", 3)] {
        let mut ballot = quick(4);
        ballot["service_point"] = json!(point);
        assert_eq!(service.post(&ballot).await.status, 201);
        assert!(service.ballots().await.iter().any(|it| it.sampling == kind), "{point}");
    }
    let index = service.live("by=sampling&instrument=quick").await;
    assert_eq!(
        (&index.row("open_link")["n"], &index.row("counter_qr")["n"]),
        (&json!(1), &json!(2))
    );
    takes(&service, json!(["counter_qr", "kiosk"])).await;
    let page = service.get("/s/quick?p=cong").await;
    assert!(text_of(&page.body).contains("người đến quầy"), "{}", page.body);
    assert_eq!(service.get("/s/quick/poster?p=cong").await.status, 404);
}

async fn takes(service: &Service, kinds: Value) {
    let office = service.account("office", "VP").await;
    let path = "/api/v1/office/campaigns/quick";
    let row = office.get(path).await.json();
    let mut body = json!({"based_on": row["state"], "takes": kinds});
    for field in ["title", "instrument", "unit", "channel", "sampling", "from", "until", "quota"] {
        body[field] = row[field].clone();
    }
    let reply = office.send(Method::PUT, path, &body).await;
    assert_eq!(reply.status, 200, "{reply:?}");
}

async fn who_is_not_invited_is_told_so(engine: Engine) {
    let service = Service::start(engine).await;
    takes(&service, json!(["random_list"])).await;
    for link in ["/s/quick", "/s/quick?p=quay-1", "/s/quick?p=khong-co"] {
        let seen = text_of(&service.get(link).await.body);
        assert!(
            seen.contains("người được mời") && !seen.contains("người đến quầy"),
            "{link}: {seen}"
        );
    }
    assert_eq!(service.post(&quick(4)).await.faults(), ["campaign other_way"]);
}
