//! The same again, at once, by two, or cut off in the middle: what is kept stays whole.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Service, Staff, draw_id, on_both, quick};

on_both!(
    a_change_sent_again_is_done_once,
    of_many_who_change_the_same_at_once_one_is_heard,
    an_office_killed_in_the_middle_of_changes_keeps_a_whole_record,
    odd_letters_in_names_open_no_other_account,
    ids_from_the_ends_of_time_are_kept_and_withdrawn_like_others,
);

fn account(name: &str) -> Value {
    json!({"name": name, "full_name": "Người Mới", "role": "viewer", "unit": "VP"})
}

async fn a_change_sent_again_is_done_once(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let path = format!("{OFFICE}/accounts");
    assert_eq!(admin.send(Method::POST, &path, &account("moi")).await.status, 201);
    let before = service.database.cells(&["sessions"]).await;
    for _ in 0..3 {
        let again = admin.send(Method::POST, &path, &account("moi")).await;
        assert!([409, 422].contains(&again.status), "{again:?}");
    }
    assert_eq!(service.database.cells(&["sessions"]).await, before);
}

async fn of_many_who_change_the_same_at_once_one_is_heard(engine: Engine) {
    let service = Service::start(engine).await;
    let (one, two) =
        (service.account("office", "SCT").await, service.account("office", "VP").await);
    let path = format!("{OFFICE}/campaigns/quick");
    let seen = one.get(&path).await.json();
    let change = |title: &str| {
        let mut body = json!({"based_on": seen["state"], "title": {"vi": title}});
        for field in ["instrument", "channel", "sampling", "from", "unit", "quota", "until"] {
            body[field] = seen[field].clone();
        }
        body
    };
    let send = async |staff: &Staff, title: String| {
        staff.send(Method::PUT, &path, &change(&title)).await.status
    };
    let (a, b, c, d) = tokio::join!(
        send(&one, "Một".to_owned()),
        send(&two, "Hai".to_owned()),
        send(&one, "Ba".to_owned()),
        send(&two, "Bốn".to_owned()),
    );
    let mut statuses = [a, b, c, d];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409, 409]);
    let entries = "select action from record where action like 'campaign.%'";
    assert_eq!(service.database.texts(entries).await.len(), 1);
    service.verified();
}

async fn an_office_killed_in_the_middle_of_changes_keeps_a_whole_record(engine: Engine) {
    let mut service = Service::start(engine).await;
    let admin = service.admin().await;
    let mut replies = Vec::new();
    for round in 0..5 {
        let cookies = admin.cookies();
        let pairs: Vec<String> =
            cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let sending: Vec<_> = (0..12)
            .map(|number| {
                let name = format!("moi.{round}.{number}");
                let request = service.request(Method::POST, &format!("{OFFICE}/accounts"));
                let request = request.header("cookie", pairs.join("; "));
                let request = request.header("sec-fetch-site", "same-origin").json(&account(&name));
                tokio::spawn(async move {
                    (name, request.send().await.map(|reply| reply.status().as_u16()).ok())
                })
            })
            .collect();
        let mut sending = sending.into_iter();
        // Some are done, some under way, some not begun.
        for _ in 0..=round {
            replies.push(sending.next().expect("there are more").await.expect("it ends"));
        }
        service.kill();
        for task in sending {
            replies.push(task.await.expect("it ends"));
        }
        service.serve();
    }
    service.verified();
    let names = service.database.texts("select name from accounts").await;
    let entries =
        service.database.texts("select object from record where action = 'account.create'").await;
    for (name, status) in &replies {
        let (is_there, is_told) =
            (names.contains(name), entries.contains(&format!("account/{name}")));
        assert_eq!(is_there, is_told, "{name}: the change and its entry are kept together");
        assert!(is_there || *status != Some(201), "{name} was acknowledged");
    }
    assert!(replies.iter().any(|(_, status)| *status == Some(201)));
}

async fn odd_letters_in_names_open_no_other_account(engine: Engine) {
    let mut service = Service::start(engine).await;
    let admin = service.admin().await;
    service.add_account("lan", "viewer", "VP");
    let odd = [
        "LAN",
        "Lan",
        "l\u{430}n",
        "\u{200b}lan",
        "lan\u{200b}",
        "ⓛⓐⓝ",
        "ｌａｎ",
        "lan\0",
        "lan\u{301}",
        " lan",
        "lan ",
        "lan\n",
        "lan\r\nset-cookie: a=b",
        "l\u{202e}na",
        "../lan",
        "lan/..",
        "lan%00",
        "",
    ];
    let long = "n".repeat(100_000);
    for name in odd.into_iter().chain([long.as_str()]) {
        let added = admin.send(Method::POST, &format!("{OFFICE}/accounts"), &account(name)).await;
        assert_eq!(added.status, 422, "{name:.40?}: {added:?}");
        let shown = service.browser(name).sign_in("không phải mật khẩu").await;
        assert!([422, 429].contains(&shown.status), "{name:.40?}: {shown:?}");
        assert!(shown.headers.get("set-cookie").is_none());
    }
    for full_name in ["", "  ", "\u{200b}", &"x".repeat(100_000), "\0"] {
        let mut body = account("moi");
        body["full_name"] = json!(full_name);
        let added = admin.send(Method::POST, &format!("{OFFICE}/accounts"), &body).await;
        assert_eq!((added.status, added.faults().len()), (422, 1), "{full_name:.40?}: {added:?}");
    }
    let huge = json!({"based_on": "", "days": vec![json!({"day": "2031-01-01", "kind": "holiday"}); 3000]});
    let office = service.account("office", "SCT").await;
    for body in [huge, json!({"based_on": "", "days": []})] {
        let reply = office.send(Method::PUT, &format!("{OFFICE}/calendar/2031"), &body).await;
        assert!([200, 409, 413, 422].contains(&reply.status), "{reply:?}");
    }
    assert!(service.is_well().await);
}

async fn ids_from_the_ends_of_time_are_kept_and_withdrawn_like_others(engine: Engine) {
    let service = Service::start(engine).await;
    let ends = [
        "00000000-0000-7000-8000-000000000001".to_owned(),
        "ffffffff-ffff-7fff-bfff-ffffffffffff".to_owned(),
        draw_id(),
    ];
    let ballot = |id: &str| {
        let mut ballot = quick(4);
        ballot["id"] = json!(id);
        ballot
    };
    let mut sent = Vec::new();
    for id in &ends {
        let reply = service.post(&ballot(id)).await;
        assert_eq!(reply.status, 201, "{reply:?}");
        sent.push(reply);
    }
    for reply in &sent {
        let path = format!("/api/v1/ballots/{}?pin={}", reply.receipt(), reply.pin());
        assert_eq!(service.get(&path).await.status, 200);
        let gone = service.request(Method::DELETE, &path).send().await.expect("an answer");
        assert_eq!(gone.status(), 204);
    }
    let again = ends.iter().map(String::clone).chain((0..20).map(|_| draw_id()));
    let again: Vec<_> = again
        .map(|id| {
            let request = service.request(Method::POST, "/api/v1/ballots").json(&ballot(&id));
            tokio::spawn(async move { request.send().await.expect("an answer").status().as_u16() })
        })
        .collect();
    let mut statuses = Vec::new();
    for task in again {
        statuses.push(task.await.expect("it ends"));
    }
    assert!(statuses[..3].iter().all(|status| *status == 410), "{statuses:?}");
    assert!(statuses[3..].iter().all(|status| *status == 201), "{statuses:?}");
    assert_eq!(service.verified(), 20);
}
