//! What people write: kept by one rule, the same on both databases.

use serde_json::json;
use tests::{Engine, Reply, Service, draw_id, on_both};
use unicode_normalization::UnicodeNormalization;

on_both!(
    letters_are_kept_composed_however_they_were_typed,
    what_cannot_be_seen_is_dropped,
    stacked_marks_and_emoji_families_stay_whole,
    the_limit_of_a_comment_counts_letters_as_people_do,
    a_comment_far_too_long_is_named,
    what_a_comment_says_is_never_logged,
);

async fn say(service: &Service, comment: &str) -> Reply {
    let ballot = json!({"id": draw_id(), "campaign": "sipas", "comment": comment,
        "answers": [{"item": "B1", "level": 4}]});
    service.post(&ballot).await
}

/// Sends each comment and compares what was kept with what should be.
async fn keeps(engine: Engine, comments: &[(&str, &str)]) {
    let service = Service::start(engine).await;
    for (sent, _) in comments {
        assert_eq!(say(&service, sent).await.status, 201, "{sent:?}");
    }
    let stored: Vec<String> =
        service.ballots().await.into_iter().map(|it| it.comment.unwrap_or_default()).collect();
    let expected: Vec<&str> = comments.iter().map(|(_, stored)| *stored).collect();
    assert_eq!(stored, expected);
    assert_eq!(service.verified(), comments.len() as u64);
}

async fn letters_are_kept_composed_however_they_were_typed(engine: Engine) {
    let said = "Cảm ơn, mọi việc đều ổn ở Đồng Nai";
    let decomposed: String = said.nfd().collect();
    assert_ne!(said, decomposed);
    keeps(engine, &[(said, said), (&decomposed, said)]).await;
}

async fn what_cannot_be_seen_is_dropped(engine: Engine) {
    keeps(
        engine,
        &[
            ("a\u{200b}b\u{feff}c\u{2060}d", "abcd"),
            ("nul\0here\u{7}\u{1b}[31m", "nulhere[31m"),
            ("dòng 1\r\ndòng 2\u{2028}dòng 3\rdòng 4", "dòng 1\ndòng 2\ndòng 3\ndòng 4"),
            ("a\u{202e}cba\u{2066}", "acba"),
            (" \t x\u{a0}y\u{3000} ", "x y"),
            ("\u{fffe}\u{10ffff}noncharacters\u{e0041}", "noncharacters"),
            ("\u{200b}\u{0}\u{7f}", ""),
            ("= + - @ 1+1 <script>alert(1)</script>", "= + - @ 1+1 <script>alert(1)</script>"),
            ("'; drop table ballots; --", "'; drop table ballots; --"),
        ],
    )
    .await;
}

async fn stacked_marks_and_emoji_families_stay_whole(engine: Engine) {
    let zalgo = ["a", &"\u{334}".repeat(1000)].concat();
    let families = "👨\u{200d}👩\u{200d}👧\u{200d}👦".repeat(100);
    let plain = "𠮷 🏳\u{fe0f}\u{200d}🌈";
    keeps(engine, &[(&zalgo, &zalgo), (&families, &families), (plain, plain)]).await;
}

async fn the_limit_of_a_comment_counts_letters_as_people_do(engine: Engine) {
    let service = Service::start(engine).await;
    let most: String = "ệ".repeat(2000);
    let decomposed: String = most.nfd().collect();
    assert_eq!(decomposed.chars().count(), 6000);
    assert_eq!(say(&service, &decomposed).await.status, 201);
    assert_eq!(say(&service, &format!("  {most}\u{200b}\n")).await.status, 201, "trimmed first");
    // A mark that composes with nothing counts with its letter, and a family is one.
    let family = "👨\u{200d}👩\u{200d}👧";
    for last in ["e\u{334}", family, "🇻🇳"] {
        let whole = [&"a".repeat(1999), last].concat();
        assert_eq!(say(&service, &whole).await.status, 201, "{last}");
        let beyond = [&"a".repeat(2000), last].concat();
        assert_eq!(say(&service, &beyond).await.faults(), ["comment too_long"], "{last}");
    }
    assert_eq!(say(&service, &format!("{decomposed}x")).await.faults(), ["comment too_long"]);
    let stored = service.ballots().await;
    let most = stored.iter().filter(|it| it.comment.as_ref() == Some(&most));
    assert_eq!((stored.len(), most.count()), (5, 2));
}

async fn a_comment_far_too_long_is_named(engine: Engine) {
    let mut service = Service::start(engine).await;
    let reply = say(&service, &"ý".repeat(100_000)).await;
    assert_eq!((reply.status, reply.faults()), (422, vec!["comment too_long".to_owned()]));
    let message = reply.json()["faults"][0]["message"].as_str().unwrap_or_default().to_owned();
    assert!(message.contains("2.000"), "the message tells the limit: {message}");
    assert!(service.is_well().await && service.ballots().await.is_empty());
}

async fn what_a_comment_says_is_never_logged(engine: Engine) {
    let mut service = Service::start(engine).await;
    service.set("HAILONG_LOG", "debug");
    service.stop();
    service.serve();
    assert_eq!(say(&service, "canary-0912345678").await.status, 201);
    say(&service, &"canary-0912345678 ".repeat(1000)).await.problem();
    service.terminate();
    service.ended();
    assert!(!service.log().contains("0912345678"), "{}", service.log());
}
