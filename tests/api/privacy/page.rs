//! `/phieu`: seeing and taking back without scripts, in two languages.

use reqwest::Method;
use tests::{Engine, Reply, Service, on_both, text_of};

use super::said;

on_both!(
    the_way_from_the_receipt_to_a_withdrawal_works_without_scripts,
    what_leads_nowhere_comes_back_as_a_form,
    what_was_said_is_shown_as_text,
    what_is_sent_is_answered_with_the_way_to_a_page,
    two_tabs_keep_two_ballots_apart,
    without_cookies_the_page_comes_as_the_answer,
);

fn fields(sent: &Reply, step: &str) -> Vec<(String, String)> {
    let fields = [("receipt", sent.receipt()), ("pin", sent.pin()), ("step", step.to_owned())];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

async fn the_way_from_the_receipt_to_a_withdrawal_works_without_scripts(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = service.post(&said(4, "Xếp hàng lâu")).await;
    let form = service.get("/phieu?lang=en").await;
    assert!(form.status == 200 && form.body.contains("name=\"pin\""), "{form:?}");
    let seen = service.visit("/phieu?lang=en", &fields(&sent, "")).await;
    let text = text_of(&seen.body);
    assert_eq!(seen.status, 200, "{seen:?}");
    assert!(text.contains("Xếp hàng lâu") && text.contains("Satisfied"), "{text}");
    for (step, question) in [("comment", "Withdraw the comment?"), ("all", "Withdraw the whole")] {
        let page = service.visit("/phieu?lang=en", &fields(&sent, step)).await;
        assert!(page.status == 200 && text_of(&page.body).contains(question), "{page:?}");
        assert!(
            service.verified() == 1 && service.ballots().await[0].comment.is_some()
                || step == "all"
        );
        let sure = format!("{step}-sure");
        let done = service.send_form("/phieu?lang=en", &fields(&sent, &sure)).await;
        let gone = format!("/phieu?done={step}&lang=en");
        assert_eq!((done.status, done.header("location")), (303, gone.as_str()), "{done:?}");
        assert!(text_of(&service.get(&gone).await.body).contains("has been withdrawn"));
    }
    assert_eq!(service.verified(), 0);
    let again = service.visit("/phieu", &fields(&sent, "")).await;
    assert!(again.status == 410 && text_of(&again.body).contains("đã được rút"), "{again:?}");
}

async fn what_leads_nowhere_comes_back_as_a_form(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = service.post(&said(4, "x")).await;
    let mut typed = fields(&sent, "all-sure");
    typed[1].1 = if sent.pin() == "000000" { "000001" } else { "000000" }.to_owned();
    for _ in 0..5 {
        let reply = service.visit("/phieu", &typed).await;
        assert_eq!(reply.status, 404);
        assert!(reply.body.contains("role=\"alert\"") && reply.body.contains(&sent.receipt()));
        assert!(!reply.body.contains(&typed[1].1), "the pin is typed anew: {reply:?}");
    }
    let held = service.visit("/phieu", &typed).await;
    assert!(held.status == 429 && text_of(&held.body).contains("sau 1 phút"), "{held:?}");
    assert_eq!(service.verified(), 1);
}

async fn what_was_said_is_shown_as_text(engine: Engine) {
    let service = Service::start(engine).await;
    let script = "</p><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    let sent = service.post(&said(4, script)).await;
    let seen = service.visit("/phieu", &fields(&sent, "")).await;
    assert!(!seen.body.contains("<script>alert") && !seen.body.contains("<img"), "{seen:?}");
    let mut typed = fields(&sent, "");
    typed[0].1 = script.to_owned();
    let back = service.visit("/phieu", &typed).await;
    assert!(back.status == 404 && !back.body.contains("<script>alert"), "{back:?}");
    assert!(!back.body.contains("<img"), "{back:?}");
}

async fn what_is_sent_is_answered_with_the_way_to_a_page(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = service.post(&said(4, "Xếp hàng lâu")).await;
    for step in ["", "all", "comment", "consent/publish_comment", "correct"] {
        let way = service.send_form("/phieu", &fields(&sent, step)).await;
        assert_eq!(way.status, 303, "{step}: {way:?}");
        let cookie = way.header("set-cookie");
        for property in ["__Host-ballot-", "HttpOnly", "SameSite=Strict", "Secure", "Max-Age=900"] {
            assert!(cookie.contains(property), "{property}: {cookie}");
        }
        let plain = sent.receipt().replace('-', "");
        for secret in [sent.receipt(), plain, sent.pin()] {
            assert!(!format!("{:?}", way.headers).contains(&secret), "{step}: {way:?}");
        }
        for reload in 0..3 {
            assert_eq!(service.follow(&way).await.status, 200, "{step} {reload}");
        }
    }
    let wrong = if sent.pin() == "000000" { "000001" } else { "000000" };
    let mut typed = fields(&sent, "");
    typed[1].1 = wrong.to_owned();
    let way = service.send_form("/phieu?lang=en", &typed).await;
    assert_eq!((way.status, way.header("location")), (303, "/phieu?step=unknown&lang=en"));
    assert!(service.follow(&way).await.body.contains(&sent.receipt()), "typed once");
}

async fn two_tabs_keep_two_ballots_apart(engine: Engine) {
    let service = Service::start(engine).await;
    let (one, other) =
        (service.post(&said(4, "phiếu một")).await, service.post(&said(2, "phiếu hai")).await);
    let ways = [&one, &other].map(|sent| fields(sent, ""));
    let (first, second) =
        (service.send_form("/phieu", &ways[0]).await, service.send_form("/phieu", &ways[1]).await);
    let cookies = format!("{}; {}", first.cookies(), second.cookies());
    let seen = async |way: &Reply, cookies: &str| {
        let request = service.request(Method::GET, way.header("location"));
        let reply = request.header("cookie", cookies).send().await.expect("an answer");
        Reply::read(reply).await
    };
    assert!(seen(&first, &cookies).await.body.contains("phiếu một"));
    assert!(seen(&second, &cookies).await.body.contains("phiếu hai"));
    for foreign in [String::new(), second.cookies()] {
        let page = seen(&first, &foreign).await;
        let seen = text_of(&page.body);
        assert!(page.status == 200 && seen.contains("Xin nhập lại hai mã"), "{seen}");
        assert!(!seen.contains("phiếu một") && page.body.contains("name=\"plain\""), "{seen}");
    }
    let home = service.request(Method::GET, "/").header("cookie", &cookies);
    let home = Reply::read(home.send().await.expect("an answer")).await;
    let ended = home.headers.get_all("set-cookie").iter().filter_map(|it| it.to_str().ok());
    assert_eq!(ended.filter(|it| it.contains("Max-Age=0")).count(), 2, "put away: {home:?}");
    service.set_clock(16 * 60);
    assert!(
        !seen(&first, &cookies).await.body.contains("phiếu một"),
        "a quarter of an hour is over"
    );
}

async fn without_cookies_the_page_comes_as_the_answer(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = service.post(&said(4, "không cookie")).await;
    let mut typed = fields(&sent, "");
    typed.push(("plain".to_owned(), "yes".to_owned()));
    let page = service.send_form("/phieu", &typed).await;
    assert!(page.status == 200 && text_of(&page.body).contains("không cookie"), "{page:?}");
    assert_eq!(page.header("set-cookie"), "");
    assert!(page.body.matches("name=\"plain\"").count() >= 3, "and so do the next ones");
    typed[1].1 = "12345".to_owned();
    assert_eq!(service.send_form("/phieu", &typed).await.status, 404);
}
