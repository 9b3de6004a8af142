//! What people do who mean harm, tried at every call that is described.

mod assignment;
mod counters;
mod counts;
mod equations;
mod eyes;
mod forgery;
mod injection;
mod links;
mod markup;
mod pins;
mod searches;
mod twice;
mod withheld;

use std::collections::BTreeMap;

use domain::Role;
use tests::{Described, Reply, Service, Staff};

/// One account of each role of the whole house, signed in once.
struct House(BTreeMap<&'static str, Staff>);

impl House {
    /// Signs everybody in.
    async fn of(service: &Service) -> Self {
        let mut staff = BTreeMap::new();
        for role in [Role::Administrator, Role::Office, Role::Inspector, Role::Head] {
            staff.insert(role.name(), service.account(role.name(), "SCT").await);
        }
        staff.insert("", service.browser(""));
        Self(staff)
    }

    /// Whoever may do this call.
    fn whoever_may(&self, call: &Described) -> &Staff {
        &self.0[call.role().map_or("", Role::name)]
    }

    /// Everybody is signed in as before.
    async fn is_whole(&self) {
        for (role, staff) in self.0.iter().filter(|(role, _)| !role.is_empty()) {
            assert_eq!(staff.get("/api/v1/office/me").await.status, 200, "{role}");
        }
    }
}

/// What is kept, but for what every look leaves behind.
async fn contents(service: &Service) -> String {
    all_but(service, &["attempts", "record", "sessions"]).await
}

/// What is kept in all tables but these, and which sessions there are; when one was last used and
/// when the daily run took place is nobody's doing.
async fn all_but(service: &Service, tables: &[&str]) -> String {
    let cells = service.database.cells(&[tables, &["sessions"]].concat()).await;
    let by_itself = ["record.head", "retention."];
    let lines = cells.lines().filter(|line| !by_itself.iter().any(|name| line.contains(name)));
    let sessions = "select cast(id as text) from sessions order by sessions.id";
    let sessions = service.database.texts(sessions).await.join(" ");
    lines.map(|line| format!("{line}\n")).chain([sessions]).collect()
}

/// Tells apart what was kept before and now, line by line.
fn assert_same(before: &str, now: &str) {
    let gone: Vec<&str> = before.lines().filter(|line| !now.contains(line)).collect();
    let new: Vec<&str> = now.lines().filter(|line| !before.contains(line)).collect();
    assert!(before == now, "gone: {gone:#?} new: {new:#?}");
}

/// Asks somebody's call, as far as it only shows something.
async fn show(staff: &Staff, call: &Described, but: Option<(&str, &str)>) -> Reply {
    staff.get(&call.address(but)).await
}
