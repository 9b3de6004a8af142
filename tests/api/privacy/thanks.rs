//! The receipt is shown once and after a reload, from a sealed cookie, and stands in no address.

use reqwest::Method;
use tests::{Engine, Reply, Service, draw_id, on_both, quick, text_of};

on_both!(
    the_thanks_show_the_receipt_once_and_after_a_reload,
    another_page_puts_the_receipt_away,
    a_browser_without_cookies_is_shown_the_receipt_and_told_why,
    what_was_not_sealed_here_shows_nothing,
    our_own_page_gets_the_cookie_with_its_ballot_and_a_program_does_not,
);

const THANKS: &str = "/s/quick/thanks";

async fn sent(service: &Service) -> Reply {
    let id = draw_id();
    let fields = [("id", id.as_str()), ("a.O1", "4")];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    service.send_form("/s/quick", &fields).await
}

fn cookie(reply: &Reply) -> &str {
    reply.header("set-cookie").split(';').next().unwrap_or_default()
}

async fn look(service: &Service, path: &str, cookie: &str, more: &[(&str, &str)]) -> Reply {
    let request = service.request(Method::GET, path).header("cookie", cookie);
    let request = more.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    Reply::read(request.send().await.expect("an answer")).await
}

fn code(reply: &Reply) -> Option<String> {
    let code = reply.body.split("class=\"code\">").nth(1)?.split('<').next()?;
    Some(code.to_owned())
}

const RELOAD: [(&str, &str); 1] = [("cache-control", "max-age=0")];

async fn the_thanks_show_the_receipt_once_and_after_a_reload(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = sent(&service).await;
    let words = sent.header("set-cookie");
    for word in ["__Host-receipt=", "Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
        assert!(words.contains(word), "{word}: {words}");
    }
    let lasts = words.split("Max-Age=").nth(1).and_then(|it| it.split(';').next()?.parse().ok());
    assert!(lasts.is_some_and(|seconds: u32| (800..=900).contains(&seconds)), "{words}");
    let on = look(&service, sent.header("location"), cookie(&sent), &[]).await;
    assert_eq!((on.status, on.header("location")), (303, THANKS), "the address tells nothing");
    let first = look(&service, THANKS, cookie(&sent), &[]).await;
    let shown = code(&first).expect("a receipt");
    assert_eq!((first.status, first.header("cache-control")), (200, "no-store"));
    let seen = cookie(&first);
    assert_eq!(code(&look(&service, THANKS, seen, &RELOAD).await), Some(shown.clone()));
    let other = "/s/quick/thanks?lang=en";
    let from = format!("{}{THANKS}", service.url());
    let english = look(&service, other, seen, &[("referer", &from)]).await;
    assert_eq!(code(&english), Some(shown), "its own link to the other language");
    let back = look(&service, THANKS, seen, &[]).await;
    assert_eq!((back.status, code(&back)), (200, None), "going back is no reload");
    assert!(text_of(&back.body).contains("không hiện lại"), "{back:?}");
}

async fn another_page_puts_the_receipt_away(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = sent(&service).await;
    for path in ["/", "/s/quick", "/ket-qua", "/phieu", "/van-phong"] {
        let page = look(&service, path, cookie(&sent), &[]).await;
        let ended = page.header("set-cookie");
        assert!(ended.starts_with("__Host-receipt=;") && ended.contains("Max-Age=0"), "{path}");
        assert_eq!(service.get(path).await.header("set-cookie"), "", "nobody else gets one");
    }
}

async fn a_browser_without_cookies_is_shown_the_receipt_and_told_why(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = sent(&service).await;
    let words = service.get(sent.header("location")).await;
    assert!(
        code(&words).is_some() && text_of(&words.body).contains("không nhận cookie"),
        "{words:?}"
    );
    assert_eq!(code(&service.get(THANKS).await), None);
    let receipt = code(&words).expect("a receipt");
    assert!(!sent.header("location").contains(&receipt), "{sent:?}");
}

async fn what_was_not_sealed_here_shows_nothing(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = sent(&service).await;
    let sealed = sent.header("location").split("k=").nth(1).expect("something sealed").to_owned();
    for wrong in [&sealed[2..], "", "zz", "é", &"0".repeat(400)] {
        let cookie = format!("__Host-receipt={wrong}");
        let shown = look(&service, THANKS, &cookie, &RELOAD).await;
        assert_eq!((shown.status, code(&shown)), (200, None), "{wrong}");
        let shown = service.get(&format!("{THANKS}?k={wrong}")).await;
        assert_eq!((shown.status, code(&shown)), (200, None), "{wrong}");
    }
    let cookie = format!("__Host-receipt={sealed}");
    let moved = look(&service, THANKS, &cookie, &RELOAD).await;
    assert_eq!(code(&moved), None, "what an address holds is no cookie");
}

async fn our_own_page_gets_the_cookie_with_its_ballot_and_a_program_does_not(engine: Engine) {
    let service = Service::start(engine).await;
    let ballot = quick(4);
    let request = service.request(Method::POST, "/api/v1/ballots");
    let request = request.header("sec-fetch-site", "same-origin").json(&ballot);
    let ours = Reply::read(request.send().await.expect("an answer")).await;
    let reloaded = look(&service, THANKS, cookie(&ours), &RELOAD).await;
    assert_eq!(code(&reloaded), Some(ours.receipt()));
    assert!(reloaded.body.contains(&ours.pin()));
    assert_eq!(code(&look(&service, THANKS, cookie(&ours), &[]).await), None);
    assert_eq!(service.post(&ballot).await.header("set-cookie"), "");
}
