//! Signing in by OpenID Connect, by way of a provider that the tests run.

mod door;
mod link;
mod provider;
mod token;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, PASSWORD, Provider, Reply, Service, Staff};

const ME: &str = "/api/v1/office/me/openid";
const SESSION: &str = "/api/v1/office/session/openid";

/// A service, and the provider it is told about.
struct World {
    provider: Provider,
    service: Service,
}

impl World {
    async fn new(engine: Engine) -> Self {
        let provider = Provider::start().await;
        let settings = provider.settings();
        let settings: Vec<(&str, &str)> =
            settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let service = Service::with(engine, &settings).await;
        Self { provider, service }
    }

    /// Somebody of this role, signed in, whose account the person at the provider opens.
    async fn linked(&self, role: &str, person: &str) -> Staff {
        let staff = self.service.account(role, "SCT").await;
        let reply = self.link(&staff, person).await;
        assert_eq!(reply.status, 204, "{reply:?}");
        staff
    }

    /// Links an account: with its password, and by way of the provider.
    async fn link(&self, staff: &Staff, person: &str) -> Reply {
        let arrival = self.visited(staff, ME, person).await;
        staff.send(Method::PUT, ME, &arrival).await
    }

    /// Signs in by way of the provider.
    async fn sign_in(&self, browser: &Staff, person: &str) -> Reply {
        let arrival = self.visited(browser, SESSION, person).await;
        browser.send(Method::PUT, SESSION, &arrival).await
    }

    /// Goes to the provider from a browser; what it comes back with.
    async fn visited(&self, browser: &Staff, from: &str, person: &str) -> Value {
        let typed = if from == ME { json!({"password": PASSWORD}) } else { Value::Null };
        let left = browser.send(Method::POST, from, &typed).await;
        assert_eq!(left.status, 200, "{left:?}");
        let address = left.json()["address"].as_str().expect("an address").to_owned();
        self.provider.visit(&address, person).await.1
    }

    /// A browser in which nobody is signed in.
    fn browser(&self) -> Staff {
        self.service.browser("")
    }

    /// What the record says lately, the newest first, as `actor action object after`.
    async fn record(&self, reader: &Staff) -> Vec<String> {
        let rows = reader.get(&format!("{OFFICE}/record")).await.json()["rows"].clone();
        let row = |row: &Value| {
            let part = |name: &str| row[name].as_str().unwrap_or("-").to_owned();
            ["actor", "action", "object", "after"].map(part).join(" ")
        };
        rows.as_array().expect("rows").iter().map(row).collect()
    }
}

/// Who is signed in, if anybody is.
async fn me(browser: &Staff) -> Value {
    let reply = browser.get("/api/v1/office/me").await;
    if reply.status == 200 { reply.json()["name"].clone() } else { json!(reply.status) }
}
