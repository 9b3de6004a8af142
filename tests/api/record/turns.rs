//! Many at once, on two servers where there can be two: every entry finds its place in the chain.

use std::sync::Arc;

use reqwest::Client;
use tests::{Engine, on_both};
use tokio::task::JoinSet;

use super::{inspect, office};

on_both! { fifty_at_once_leave_a_chain_without_a_gap }

/// How many are added at once.
const MANY: usize = 50;

async fn fifty_at_once_leave_a_chain_without_a_gap(engine: Engine) {
    let service = office(engine).await;
    let beside = (engine == Engine::Postgres).then(|| service.beside());
    let urls: Vec<Arc<str>> =
        [Some(&service), beside.as_ref()].into_iter().flatten().map(|it| it.url().into()).collect();
    let mut sent = JoinSet::new();
    for number in 0..MANY {
        let (client, url) = (service.client(), Arc::clone(&urls[number % urls.len()]));
        sent.spawn(export(client, url, number));
    }
    for status in sent.join_all().await {
        assert_eq!(status, 200, "nobody is refused");
    }
    let page = inspect(&service, "record").await.json();
    let rows = page["rows"].as_array().expect("rows");
    let mut seqs: Vec<i64> = rows.iter().filter_map(|row| row["seq"].as_i64()).collect();
    seqs.sort_unstable();
    assert_eq!(seqs, (1..=MANY as i64).collect::<Vec<_>>());
    let mut actions: Vec<&str> = rows.iter().filter_map(|row| row["after"].as_str()).collect();
    actions.sort_unstable();
    actions.dedup();
    assert_eq!(actions.len(), MANY, "each is there once");
    service.verified();
}

async fn export(client: Client, url: Arc<str>, number: usize) -> u16 {
    let path = format!("{url}/api/v1/office/record.csv?to=2000-01-01&actor=number-{number}");
    let request = client.get(path).header("cookie", "__Host-hailong=inspector");
    request.send().await.expect("an answer").status().as_u16()
}
