//! What people do who mean harm, tried at every call that is described.

mod assignment;
mod counts;
mod eyes;
mod forgery;
mod injection;
mod links;
mod markup;
mod pins;
mod searches;
mod twice;

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
async fn kept(service: &Service) -> String {
    let cells = service.database.cells(&["attempts", "record", "sessions"]).await;
    let lines = cells.lines().filter(|line| !line.contains("record.head"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// Asks somebody's call, as far as it only shows something.
async fn show(staff: &Staff, call: &Described, but: Option<(&str, &str)>) -> Reply {
    staff.get(&call.address(but)).await
}
