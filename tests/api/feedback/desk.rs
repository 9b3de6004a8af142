//! The office's side of a case, as far as its sender's tests need it.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Reply, Service, Staff, door};

/// The people of a case.
pub(super) struct Desk {
    pub(super) service: Service,
    pub(super) office: Staff,
    pub(super) head: Staff,
    pub(super) handler: Staff,
}

impl Desk {
    pub(super) async fn open(engine: Engine) -> Self {
        let service = Service::start(engine).await;
        let office = service.account("office", "VP").await;
        let head = service.account("head", "QLNL").await;
        let handler = service.account("handler", "QLNL").await;
        Self { service, office, head, handler }
    }

    /// The cases that nobody has yet.
    pub(super) async fn new_cases(&self) -> Value {
        let inbox = self.office.get(&format!("{OFFICE}/feedback?tab=unassigned")).await;
        assert_eq!(inbox.status, 200, "{inbox:?}");
        inbox.json()["rows"].clone()
    }

    /// The number of the only case.
    pub(super) async fn number(&self) -> i64 {
        let cases = self.new_cases().await;
        cases[0]["number"].as_i64().unwrap_or_else(|| panic!("no case: {cases}"))
    }

    pub(super) async fn page(&self, number: i64) -> Value {
        let reply = self.office.get(&format!("{OFFICE}/feedback/{number}")).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json()
    }

    /// Takes a step as the case is now.
    pub(super) async fn done(&self, staff: &Staff, number: i64, mut order: Value) {
        let page = staff.get(&format!("{OFFICE}/feedback/{number}")).await;
        order["seen"] = page.json()["seen"].clone();
        let name = order["order"].as_str().expect("an order");
        let path = format!("{OFFICE}/feedback/{number}/{}", door(name));
        let reply = staff.send(Method::POST, &path, &order).await;
        assert_eq!(reply.status, 200, "{order}: {reply:?}");
    }

    /// Answers a case.
    pub(super) async fn answer(&self, number: i64) {
        self.done(&self.office, number, json!({"order": "receive"})).await;
        self.done(&self.office, number, json!({"order": "assign", "unit": "QLNL"})).await;
        let name = json!({"order": "name", "account": self.handler.name});
        self.done(&self.head, number, name).await;
        let answer = json!({"order": "submit", "words": "Hồ sơ còn thiếu sơ đồ."});
        self.done(&self.handler, number, answer).await;
        self.done(&self.head, number, json!({"order": "approve"})).await;
    }
}

/// The local day some days from today.
#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the day it is")]
pub(super) fn day(ahead: u64) -> NaiveDate {
    domain::day::local_day(chrono::Utc::now()) + Days::new(ahead)
}

/// The first day after today that is no Saturday or Sunday.
pub(super) fn working_day_after_today() -> NaiveDate {
    let is_weekend = |day: &NaiveDate| matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    (1..5).map(day).find(|day| !is_weekend(day)).expect("a week has working days")
}

/// Enters a day that is not what its weekday says.
pub(super) async fn add_day(office: &Staff, entry: &Value) -> Reply {
    let year = &entry["day"].as_str().expect("a day")[..4];
    let path = format!("{OFFICE}/calendar/{year}");
    let state = office.get(&path).await.json()["state"].clone();
    let mut change = json!({"based_on": state, "days": [entry]});
    let ahead = office.send(Method::POST, &format!("{path}/outlook"), &change).await;
    if ahead.status == 200 {
        change["outlook"] = ahead.json()["version"].clone();
    }
    office.send(Method::PUT, &path, &change).await
}
