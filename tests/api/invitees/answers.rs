//! One ballot for each invitation: nobody else's, and never a second.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Service, answered, draw_id, on_both, text_of};

use super::{answering, ids, invited, path, tokens, upload};

on_both!(
    a_link_counts_once_and_a_replay_keeps_its_receipt,
    no_forged_altered_or_foreign_token_counts,
    a_link_ends_with_its_campaign_and_with_its_person,
    the_page_knows_the_dossier_and_sends_the_token_once,
    an_invited_ballot_is_told_apart_and_names_nobody,
    a_full_campaign_leaves_the_invitation_open,
);

async fn a_link_counts_once_and_a_replay_keeps_its_receipt(engine: Engine) {
    let (service, office) = invited(engine).await;
    let tokens = tokens(&office, "quick").await;
    let ballot = answering(&tokens[0]);
    let first = service.post(&ballot).await;
    assert_eq!(first.status, 201, "{first:?}");
    let again = service.post(&ballot).await;
    assert_eq!((again.status, again.receipt()), (200, first.receipt()));
    let typed = answering(&format!(" {} ", tokens[0].to_lowercase()));
    for other in [answering(&tokens[0]), typed] {
        let refused = service.post(&other).await;
        assert_eq!((refused.status, refused.faults()), (409, vec!["token token_used".to_owned()]));
        let message = refused.problem()["faults"][0]["message"].clone();
        assert!(message.as_str().is_some_and(|message| message.contains("Cảm ơn")), "{message}");
    }
    assert_eq!(service.post(&answering(&tokens[1])).await.status, 201, "the others still may");
    assert_eq!(service.post(&answered("O1", 4)).await.status, 201, "and so may anyone");
    let list = office.get(&format!("{}?answered=yes", path("quick"))).await.json();
    assert_eq!(list["total"], 2, "{list}");
    assert_eq!(service.verified(), 3);
}

async fn no_forged_altered_or_foreign_token_counts(engine: Engine) {
    let (service, office) = invited(engine).await;
    assert_eq!(upload(&office, "sipas", "", "phone\n0900000109\n").await.status, 201);
    let (mine, foreign) = (tokens(&office, "quick").await, tokens(&office, "sipas").await);
    let other = |letter: &str| if letter == "7" { "8" } else { "7" };
    let altered =
        |at: usize| [&mine[0][..at], other(&mine[0][at..=at]), &mine[0][at + 1..]].concat();
    let spliced = [&mine[0][..14], &mine[1][14..]].concat();
    let forged = [altered(2), altered(13), altered(20), altered(27), spliced, foreign[0].clone()];
    let short = mine[0][..27].to_owned();
    let nonsense = ["", "0", "' or 1=1 --", "{}", "ệ"].map(str::to_owned);
    for token in forged.into_iter().chain([short, "0".repeat(28)]).chain(nonsense) {
        let refused = service.post(&answering(&token)).await;
        assert_eq!((refused.status, refused.faults()), (422, vec!["token unknown_token".into()]));
        let query: String = form_urlencoded::byte_serialize(token.as_bytes()).collect();
        let page = service.get(&format!("/s/quick?t={query}")).await;
        assert_eq!(page.status, if token.is_empty() { 200 } else { 404 }, "{token}");
    }
    assert_eq!(service.ballots().await.len(), 0);
    let list = office.get(&format!("{}?answered=no", path("quick"))).await.json();
    assert_eq!(list["total"], 3, "nobody's invitation was touched: {list}");
}

async fn a_link_ends_with_its_campaign_and_with_its_person(engine: Engine) {
    let (service, office) = invited(engine).await;
    let (tokens, first) = (tokens(&office, "quick").await, ids(&office, "?q=h19-26-0001").await);
    let gone = format!("{}/{}", path("quick"), first[0]);
    assert_eq!(office.send(Method::DELETE, &gone, &Value::Null).await.status, 204);
    let refused = service.post(&answering(&tokens[0])).await;
    assert_eq!(refused.faults(), ["token unknown_token"]);
    assert_eq!(service.get(&format!("/s/quick?t={}", tokens[0])).await.status, 404);
    let stored = answering(&tokens[1]);
    assert_eq!(service.post(&stored).await.status, 201);
    let closing = "/api/v1/office/campaigns/quick/closing";
    assert_eq!(office.send(Method::POST, closing, &Value::Null).await.status, 200);
    assert_eq!(service.post(&answering(&tokens[2])).await.faults(), ["campaign closed"]);
    assert_eq!(service.post(&stored).await.status, 200, "a replay keeps its receipt");
    let page = service.get(&format!("/s/quick?t={}", tokens[2])).await;
    assert!(text_of(&page.body).contains("đã kết thúc"), "{}", page.body);
    let late = upload(&office, "quick", "", "phone\n0900000199\n").await;
    assert_eq!(late.faults(), ["campaign closed"]);
    assert_eq!(service.verified(), 1);
}

async fn the_page_knows_the_dossier_and_sends_the_token_once(engine: Engine) {
    let (service, office) = invited(engine).await;
    let tokens = tokens(&office, "quick").await;
    let address = format!("/s/quick?t={}", tokens[0]);
    let page = service.get(&address).await;
    let seen = text_of(&page.body);
    for name in ["Quản lý thương mại", "Đăng ký hoạt động khuyến mại", "Quầy số 1"]
    {
        assert!(seen.contains(name), "{name}: {seen}");
    }
    for name in ["Người Thử Một", "0900000101", "H19-26-0001"] {
        assert!(!page.body.contains(name), "{name} is on the page");
    }
    assert_eq!(page.header("referrer-policy"), "strict-origin", "no address with a token leaves");
    assert_eq!(page.header("cache-control"), "no-store");
    let field = format!("name=\"t\" value=\"{}\"", tokens[0]);
    assert!(page.body.contains(&field), "{}", page.body);
    let mut fields = vec![("t".to_owned(), tokens[0].clone())];
    fields.extend([("id".to_owned(), draw_id()), ("a.O1".to_owned(), "9".to_owned())]);
    let mended = service.send_form("/s/quick", &fields).await;
    assert!(mended.status == 422 && mended.body.contains(&field), "{mended:?}");
    fields[2].1 = "4".to_owned();
    let stored = service.send_form("/s/quick", &fields).await;
    assert_eq!(stored.status, 303, "{stored:?}");
    assert!(!stored.header("location").contains(&tokens[0]), "{stored:?}");
    assert_eq!(service.send_form("/s/quick", &fields).await.status, 303, "the same form again");
    fields[1].1 = draw_id();
    for used in [service.get(&address).await, service.send_form("/s/quick", &fields).await] {
        assert_eq!(used.status, 409);
        assert!(text_of(&used.body).contains("Lời mời này đã được trả lời"), "{}", used.body);
    }
    let english = service.get(&format!("{address}&lang=en")).await;
    assert!(text_of(&english.body).contains("This invitation was answered"), "{}", english.body);
    assert_eq!(service.verified(), 1);
}

async fn an_invited_ballot_is_told_apart_and_names_nobody(engine: Engine) {
    let (service, office) = invited(engine).await;
    let tokens = tokens(&office, "quick").await;
    let (mut bare, mut invited) = (answered("O1", 4), answering(&tokens[0]));
    invited["answers"] = bare["answers"].clone();
    assert_eq!(service.post(&invited).await.status, 201);
    bare["id"] = invited["id"].clone();
    // What is kept of a ballot is the same with and without the token, so it tells nothing of it.
    assert_eq!(service.post(&bare).await.status, 200);
    assert_eq!(service.post(&answered("O1", 4)).await.status, 201);
    let stored = service.ballots().await;
    let mut kinds: Vec<i64> = stored.iter().map(|ballot| ballot.sampling).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, [2, 5], "one of all dossiers, one of an open link");
    service.verified();
}

async fn a_full_campaign_leaves_the_invitation_open(engine: Engine) {
    let (service, office) = invited(engine).await;
    let tokens = tokens(&office, "quick").await;
    set_quota(&service, 1).await;
    let (first, second) = (answering(&tokens[0]), answering(&tokens[1]));
    let (one, two) = tokio::join!(service.post(&first), service.post(&second));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422]);
    let list = office.get(&format!("{}?answered=yes", path("quick"))).await.json();
    assert_eq!(list["total"], 1, "who was refused may come back: {list}");
    for _ in 0..20 {
        assert_eq!(service.post(&answering(&tokens[2])).await.faults(), ["campaign full"]);
    }
    let over = service.post(&answering(&tokens[2])).await;
    assert!(over.status == 429 && over.problem()["pass"].is_object(), "so often, and then work");
    set_quota(&service, 9).await;
    let late = if one.status == 422 { &tokens[0] } else { &tokens[1] };
    assert_eq!(service.post(&answering(late)).await.status, 201);
    assert_eq!(service.verified(), 2);
}

async fn set_quota(service: &Service, quota: i64) {
    let office = service.account("office", "VP").await;
    let path = "/api/v1/office/campaigns/quick";
    let row = office.get(path).await.json();
    let mut body = json!({"based_on": row["state"], "quota": quota});
    for field in ["title", "instrument", "unit", "channel", "sampling", "from", "until"] {
        body[field] = row[field].clone();
    }
    let reply = office.send(Method::PUT, path, &body).await;
    assert_eq!(reply.status, 200, "{reply:?}");
}
