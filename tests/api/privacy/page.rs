//! `/phieu`: seeing and taking back without scripts, in two languages.

use tests::{Engine, Reply, Service, on_both, text_of};

use super::said;

on_both!(
    the_way_from_the_receipt_to_a_withdrawal_works_without_scripts,
    what_leads_nowhere_comes_back_as_a_form,
    what_was_said_is_shown_as_text,
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
    let seen = service.send_form("/phieu?lang=en", &fields(&sent, "")).await;
    let text = text_of(&seen.body);
    assert_eq!(seen.status, 200, "{seen:?}");
    assert!(text.contains("Xếp hàng lâu") && text.contains("Satisfied"), "{text}");
    for (step, question) in [("comment", "Withdraw the comment?"), ("all", "Withdraw the whole")] {
        let page = service.send_form("/phieu?lang=en", &fields(&sent, step)).await;
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
    let again = service.send_form("/phieu", &fields(&sent, "")).await;
    assert!(again.status == 410 && text_of(&again.body).contains("đã được rút"), "{again:?}");
}

async fn what_leads_nowhere_comes_back_as_a_form(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = service.post(&said(4, "x")).await;
    let mut typed = fields(&sent, "all-sure");
    typed[1].1 = if sent.pin() == "000000" { "000001" } else { "000000" }.to_owned();
    for _ in 0..5 {
        let reply = service.send_form("/phieu", &typed).await;
        assert_eq!(reply.status, 404);
        assert!(reply.body.contains("role=\"alert\"") && reply.body.contains(&sent.receipt()));
        assert!(!reply.body.contains(&typed[1].1), "the pin is typed anew: {reply:?}");
    }
    let held = service.send_form("/phieu", &typed).await;
    assert!(held.status == 429 && text_of(&held.body).contains("sau 1 phút"), "{held:?}");
    assert_eq!(service.verified(), 1);
}

async fn what_was_said_is_shown_as_text(engine: Engine) {
    let service = Service::start(engine).await;
    let script = "</p><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    let sent = service.post(&said(4, script)).await;
    let seen = service.send_form("/phieu", &fields(&sent, "")).await;
    assert!(!seen.body.contains("<script>alert") && !seen.body.contains("<img"), "{seen:?}");
    let mut typed = fields(&sent, "");
    typed[0].1 = script.to_owned();
    let back = service.send_form("/phieu", &typed).await;
    assert!(back.status == 404 && !back.body.contains("<script>alert"), "{back:?}");
    assert!(!back.body.contains("<img"), "{back:?}");
}
