//! Many at once: one link on a hundred phones, and links in a crowd of others.

use std::collections::BTreeMap;

use tests::{Engine, Service, answered, on_both};
use tokio::task::JoinSet;

use super::{PEOPLE, answering, path, tokens, upload};

on_both!(
    of_a_hundred_phones_with_one_link_one_counts,
    all_links_at_once_count_each,
    a_link_is_not_held_up_by_a_crowd_and_has_a_bound_of_its_own,
);

/// How many of these ballots, sent all at once, were answered how.
async fn at_once(service: &Service, ballots: Vec<serde_json::Value>) -> BTreeMap<u16, usize> {
    let mut phones = JoinSet::new();
    for ballot in ballots {
        let (client, url) = (service.client(), format!("{}/api/v1/ballots", service.url()));
        phones.spawn(async move {
            let reply = client.post(url).json(&ballot).send().await.expect("an answer");
            reply.status().as_u16()
        });
    }
    let mut statuses = BTreeMap::new();
    for status in phones.join_all().await {
        *statuses.entry(status).or_default() += 1;
    }
    statuses
}

async fn of_a_hundred_phones_with_one_link_one_counts(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "VP").await;
    assert_eq!(upload(&office, "quick", "", PEOPLE).await.status, 201);
    let token = tokens(&office, "quick").await.remove(0);
    let ballots: Vec<_> = (0..100).map(|_| answering(&token)).collect();
    let statuses = at_once(&service, ballots.clone()).await;
    assert_eq!(statuses.get(&201), Some(&1), "{statuses:?}");
    assert!(statuses.keys().all(|status| [201, 409, 429].contains(status)), "{statuses:?}");
    // Whoever comes again is told the same, or has the receipt that came in.
    let again = at_once(&service, ballots).await;
    assert_eq!(again, BTreeMap::from([(200, 1), (409, 99)]), "all are told why");
    assert_eq!((service.verified(), service.ballots().await.len()), (1, 1));
    let list = office.get(&format!("{}?answered=yes", path("quick"))).await.json();
    assert_eq!(list["total"], 1, "{list}");
}

async fn all_links_at_once_count_each(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "VP").await;
    let lines = (0..60).map(|at| format!("09000002{at:02}\n"));
    let file = format!("phone\n{}", lines.collect::<String>());
    assert_eq!(upload(&office, "quick", "", file).await.status, 201);
    let tokens = tokens(&office, "quick").await;
    let twice = tokens.iter().flat_map(|token| [answering(token), answering(token)]);
    let statuses = at_once(&service, twice.collect()).await;
    assert_eq!(statuses, BTreeMap::from([(201, 60), (409, 60)]));
    assert_eq!(service.verified(), 60);
}

async fn a_link_is_not_held_up_by_a_crowd_and_has_a_bound_of_its_own(engine: Engine) {
    let narrow = [("HAILONG_FREE_ORIGIN", "1"), ("HAILONG_FREE_CAMPAIGN", "1")];
    let service = Service::with(engine, &narrow).await;
    let office = service.account("office", "VP").await;
    assert_eq!(upload(&office, "quick", "", PEOPLE).await.status, 201);
    let tokens = tokens(&office, "quick").await;
    let crowd = [service.post(&answered("O1", 5)).await, service.post(&answered("O1", 5)).await];
    assert_eq!(crowd.map(|reply| reply.status), [201, 429], "others wait");
    assert_eq!(service.post(&answering(&tokens[0])).await.status, 201, "an invited one does not");
    let mut wrong = answering(&tokens[1]);
    wrong["unit"] = serde_json::json!("nowhere");
    assert_eq!(service.post(&wrong).await.status, 422, "what is faulty is not counted");
    for _ in 1..20 {
        assert_eq!(service.post(&answering(&tokens[0])).await.status, 409);
    }
    let over = service.post(&answering(&tokens[0])).await;
    assert_eq!(over.status, 409, "it is known without another look by the writer");
    assert_eq!(service.post(&answering(&tokens[2])).await.status, 201, "others have their own");
    let forged = "0".repeat(28);
    assert_eq!(service.post(&answering(&forged)).await.status, 422, "a forged one opens nothing");
    assert_eq!(service.verified(), 3);
}
