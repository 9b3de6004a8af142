//! Senders that never rest, and what each of their ballots was told.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use serde_json::{Value, json};
use tests::{Service, patiently, quick};
use tokio::task::JoinSet;

/// One ballot that was sent, and its receipt if the sender got one.
pub struct Sent {
    /// The ballot.
    pub ballot: Value,
    /// The receipt.
    pub receipt: Option<String>,
    /// The status it was answered with; nothing, if the connection ended first.
    pub status: Option<u16>,
}

/// Senders at work.
pub struct Load {
    senders: JoinSet<Vec<Sent>>,
    rest: Arc<AtomicBool>,
    /// How many receipts were given so far.
    receipts: Arc<AtomicUsize>,
}

impl Load {
    /// Starts senders, each sending one ballot after another until it is told to rest or has no
    /// server left.
    pub fn start(service: &Service, senders: usize) -> Self {
        let (rest, receipts) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let mut set = JoinSet::new();
        for sender in 0..senders {
            let (client, rest, receipts) = (service.client(), rest.clone(), receipts.clone());
            let address = format!("{}/api/v1/ballots", service.url());
            set.spawn(async move {
                let mut sent = Vec::new();
                while !rest.load(Ordering::Relaxed) {
                    let one = send(&client, &address, ballot(sender, sent.len())).await;
                    receipts.fetch_add(usize::from(one.receipt.is_some()), Ordering::Relaxed);
                    let gone = one.status.is_none();
                    sent.push(one);
                    if gone {
                        break;
                    }
                }
                sent
            });
        }
        Self { senders: set, rest, receipts }
    }

    /// Waits until so many receipts were given.
    pub fn until(&self, receipts: usize) {
        patiently("ballots to be kept", || {
            (self.receipts.load(Ordering::Relaxed) >= receipts).then_some(())
        });
    }

    /// Lets every sender finish, and tells what became of each ballot.
    pub async fn rest(self) -> Vec<Sent> {
        self.rest.store(true, Ordering::Relaxed);
        self.senders.join_all().await.into_iter().flatten().collect()
    }
}

/// Ballots that differ, so that they fall into different tallies.
fn ballot(sender: usize, number: usize) -> Value {
    let mut ballot = quick(u8::try_from((sender + number) % 5 + 1).unwrap_or(1));
    ballot["unit"] = json!(["VP", "QLTM", "QLNL"][sender % 3]);
    if number.is_multiple_of(3) {
        ballot["comment"] = json!(format!("lần {number} của {sender}"));
    }
    ballot
}

/// Sends one ballot, whatever happens to the server meanwhile.
pub async fn send(client: &reqwest::Client, address: &str, ballot: Value) -> Sent {
    let mut sent = Sent { ballot, receipt: None, status: None };
    let Ok(reply) = client.post(address).json(&sent.ballot).send().await else { return sent };
    sent.status = Some(reply.status().as_u16());
    if let Ok(body) = reply.json::<Value>().await {
        sent.receipt = body["receipt"].as_str().map(str::to_owned);
    }
    sent
}
