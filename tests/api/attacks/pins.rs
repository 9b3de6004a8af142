//! Guessing at receipts and pins, by one and by many.

use reqwest::Method;
use tests::{Engine, Reply, Service, on_both, quick};

on_both!(
    a_receipt_nobody_has_and_a_wrong_pin_are_one_to_whoever_guesses,
    many_origins_guess_no_faster_at_one_receipt,
    an_origin_that_goes_through_receipts_waits_and_others_do_not,
    many_wrong_ones_raise_an_alarm_that_names_nobody,
    a_right_pin_leaves_nothing_behind,
);

const BEHIND: [(&str, &str); 1] = [("HAILONG_TRUSTED_PROXIES", "127.0.0.1")];
const NOBODYS: &str = "0000-0000-0000-00";

fn wrong(pin: &str) -> String {
    format!("{:06}", (pin.parse::<u32>().expect("digits") + 1) % 1_000_000)
}

async fn ask(service: &Service, from: u32, receipt: &str, pin: &str) -> Reply {
    let request = service.request(Method::GET, &format!("/api/v1/ballots/{receipt}?pin={pin}"));
    let from = format!("10.{}.{}.{}", from >> 16, from >> 8 & 255, from & 255);
    let request = request.header("x-forwarded-for", from);
    Reply::read(request.send().await.expect("an answer")).await
}

/// Everything a reply tells, but for the time.
fn answer(reply: &Reply) -> (u16, String, Vec<String>) {
    let headers = reply.headers.iter().filter(|(name, _)| *name != "date");
    let mut headers: Vec<String> =
        headers.map(|(name, value)| format!("{name}: {value:?}")).collect();
    headers.sort();
    (reply.status, reply.body.clone(), headers)
}

async fn a_receipt_nobody_has_and_a_wrong_pin_are_one_to_whoever_guesses(engine: Engine) {
    let service = Service::with(engine, &BEHIND).await;
    let sent = service.post(&quick(3)).await;
    let pin = wrong(&sent.pin());
    for guess in 0..5 {
        let real = ask(&service, guess, &sent.receipt(), &pin).await;
        let unreal = ask(&service, guess, NOBODYS, &pin).await;
        assert_eq!((real.status, answer(&real)), (404, answer(&unreal)), "{guess}");
    }
    // Waits that grow the same way; a second may go by between the two.
    for from in 100..103 {
        let real = ask(&service, from, &sent.receipt(), &pin).await;
        let unreal = ask(&service, from, NOBODYS, &pin).await;
        assert_eq!((real.status, unreal.status), (429, 429), "{real:?} {unreal:?}");
        assert_eq!(real.body, unreal.body);
        let wait = |reply: &Reply| reply.header("retry-after").parse::<i64>().expect("seconds");
        assert!(
            wait(&real) > 50 && (wait(&real) - wait(&unreal)).abs() <= 2,
            "{real:?} {unreal:?}"
        );
    }
    let page = async |receipt: &str| {
        let typed = [("receipt", receipt), ("pin", &pin)];
        let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let reply = service.visit("/phieu", &typed).await;
        (reply.status, reply.body.replace(receipt, ""))
    };
    assert_eq!(page(&sent.receipt()).await, page(NOBODYS).await);
}

async fn many_origins_guess_no_faster_at_one_receipt(engine: Engine) {
    let service = Service::with(engine, &BEHIND).await;
    let sent = service.post(&quick(3)).await;
    let url = |pin: u32| format!("/api/v1/ballots/{}?pin={pin:06}", sent.receipt());
    let own: u32 = sent.pin().parse().expect("digits");
    let guesses: Vec<_> = (0..1000_u32)
        .filter(|pin| *pin != own)
        .map(|pin| {
            let request = service.request(Method::GET, &url(pin));
            let request =
                request.header("x-forwarded-for", format!("10.1.{}.{}", pin >> 8, pin & 255));
            tokio::spawn(async move { request.send().await.expect("an answer").status().as_u16() })
        })
        .collect();
    let mut heard = 0;
    for guess in guesses {
        let status = guess.await.expect("it ends");
        assert!([404, 429, 503].contains(&status), "{status}");
        heard += u32::from(status == 404);
    }
    assert_eq!(heard, 5, "of a thousand guesses from a thousand places");
    assert_eq!(ask(&service, 70_000, &sent.receipt(), &sent.pin()).await.status, 429);
    assert_eq!(service.verified(), 1);
}

async fn an_origin_that_goes_through_receipts_waits_and_others_do_not(engine: Engine) {
    let service = Service::with(engine, &BEHIND).await;
    let sent = service.post(&quick(3)).await;
    // Every one of them is well formed; they differ in a letter and its check.
    let receipts = ["0000-0000-0000-00", "0000-0000-0001-0Q", "0000-0000-0002-0E"];
    let mut statuses = Vec::new();
    for guess in 0..40 {
        statuses.push(ask(&service, 1, receipts[guess % 3], "000000").await.status);
    }
    assert!(statuses[30..].iter().all(|status| *status == 429), "{statuses:?}");
    let held = ask(&service, 1, &sent.receipt(), &sent.pin()).await;
    assert_eq!(held.status, 429, "or it would know by that which one is right");
    let wait: u32 = held.header("retry-after").parse().expect("seconds");
    assert!((1..=601).contains(&wait), "{wait}");
    assert_eq!(ask(&service, 2, &sent.receipt(), &sent.pin()).await.status, 200);
    for _ in 0..60 {
        assert_eq!(
            ask(&service, 2, &sent.receipt(), &sent.pin()).await.status,
            200,
            "right ones never wait"
        );
    }
}

async fn many_wrong_ones_raise_an_alarm_that_names_nobody(engine: Engine) {
    let service = Service::with(engine, &BEHIND).await;
    let sent = service.post(&quick(3)).await;
    let count = async |name: &str| {
        let answer = service.get("/metrics").await.body;
        let line = answer.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.and_then(|count| count.parse::<u64>().ok()).unwrap_or_default()
    };
    for guess in 0..99 {
        ask(&service, guess, NOBODYS, "000000").await;
    }
    assert_eq!(count("hailong_receipts_mistaken_total").await, 99);
    assert!(!service.log().contains("guessed"));
    for guess in 0..60 {
        ask(&service, 1000 + guess, &sent.receipt(), &wrong(&sent.pin())).await;
    }
    assert_eq!(count("hailong_receipts_mistaken_total").await, 159);
    assert_eq!(count("hailong_guessing_alarms_total").await, 1, "once, not with each");
    // The time at the start of a line has six digits after the point, as many as a pin.
    let log = service.log();
    let log: Vec<&str> = log.lines().filter_map(|line| Some(line.split_once(' ')?.1)).collect();
    let log = log.join("\n");
    assert_eq!(log.matches("are being guessed").count(), 1, "{log}");
    let plain = sent.receipt().replace('-', "");
    for word in ["10.0.", NOBODYS, &sent.receipt(), &plain, &sent.pin(), "127.0.0.1"] {
        assert!(
            !log.contains(word) || word == "127.0.0.1" && !log.contains("127.0.0.1:"),
            "{word}: {log}"
        );
    }
}

async fn a_right_pin_leaves_nothing_behind(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = service.post(&quick(3)).await;
    let tries =
        async || service.database.texts("select cast(failures as text) from attempts").await;
    for _ in 0..3 {
        assert_eq!(ask(&service, 1, &sent.receipt(), &sent.pin()).await.status, 200);
        assert_eq!(tries().await.len(), 0, "only what was wrong is held against anyone");
    }
    assert_eq!(ask(&service, 1, &sent.receipt(), &wrong(&sent.pin())).await.status, 404);
    assert_eq!(tries().await, ["1"]);
    assert_eq!(ask(&service, 1, &sent.receipt(), &sent.pin()).await.status, 200);
    assert_eq!(tries().await.len(), 0);
}
