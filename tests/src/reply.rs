//! What the server answered.

use reqwest::header::HeaderMap;
use serde_json::Value;

/// A reply, read whole.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status code.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
}

impl Reply {
    /// Reads a reply to its end.
    pub async fn read(response: reqwest::Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, body: response.text().await.expect("the body arrives") }
    }

    /// A header's value; empty, if it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// The receipt.
    pub fn receipt(&self) -> String {
        let receipt = self.json()["receipt"].as_str().map(str::to_owned);
        receipt.unwrap_or_else(|| panic!("no receipt: {self:?}"))
    }

    /// The pin that goes with the receipt.
    pub fn pin(&self) -> String {
        let pin = self.json()["pin"].as_str().map(str::to_owned);
        pin.unwrap_or_else(|| panic!("no pin: {self:?}"))
    }

    /// The faults of a problem as `field code`, sorted.
    pub fn faults(&self) -> Vec<String> {
        let reply = self.problem();
        let faults = reply["faults"].as_array().expect("a problem lists its faults");
        let word = |fault: &Value, name: &str| fault[name].as_str().unwrap_or("?").to_owned();
        let mut named: Vec<String> = faults
            .iter()
            .map(|fault| format!("{} {}", word(fault, "field"), word(fault, "code")))
            .collect();
        named.sort();
        named
    }

    /// The body as a problem, with everything a problem has.
    ///
    /// # Panics
    /// If it is none.
    pub fn problem(&self) -> Value {
        assert_eq!(self.header("content-type"), "application/problem+json", "{self:?}");
        let reply = self.json();
        assert_eq!(reply["type"], "about:blank", "{reply}");
        assert_eq!(reply["status"], self.status, "{reply}");
        assert!(reply["title"].as_str().is_some_and(|title| !title.is_empty()), "{reply}");
        assert!(reply["faults"].is_array(), "{reply}");
        reply
    }

    /// One row of an index by its key.
    pub fn row(&self, key: &str) -> Value {
        let reply = self.json();
        let rows = reply["rows"].as_array().expect("an index has rows");
        let row = rows.iter().find(|row| row["key"] == key);
        row.unwrap_or_else(|| panic!("no row {key:?} in {reply}")).clone()
    }
}
