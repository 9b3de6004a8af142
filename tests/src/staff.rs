//! People who work at the office, signed in as a browser would: with cookies, from our own pages.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    time::{SystemTime, UNIX_EPOCH},
};

use reqwest::{Client, Method, RequestBuilder};
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

use crate::{reply::Reply, service::Service};

/// The password of every account that tests make.
pub const PASSWORD: &str = "kẹo lạc gõ cửa đêm mưa";
/// Where the calls of the office are.
pub const OFFICE: &str = "/api/v1/office";

/// A browser in which somebody may be signed in.
pub struct Staff {
    /// What is typed to sign in.
    pub name: String,
    /// The second factor's secret, in base 32, if one was set up.
    pub secret: Option<String>,
    /// What stands in for it.
    pub recovery_codes: Vec<String>,
    url: String,
    client: Client,
    cookies: Mutex<BTreeMap<String, String>>,
}

impl Service {
    /// An administrator of the whole house, added on the command line, signed in with a second
    /// factor.
    pub async fn admin(&self) -> Staff {
        self.account("administrator", "SCT").await
    }

    /// Somebody of this role in this unit, signed in; with a second factor where the role needs it.
    pub async fn account(&self, role: &str, unit: &str) -> Staff {
        let drawn = uuid::Uuid::now_v7().simple().to_string();
        let name = format!("{role}.{}", &drawn[20..]);
        self.add_account(&name, role, unit);
        let mut staff = self.browser(&name);
        let signed_in = staff.sign_in(PASSWORD).await;
        assert_eq!(signed_in.json()["next"], "done", "{signed_in:?}");
        if staff.get("/api/v1/office/me").await.json()["needs_second_factor"] == true {
            staff.set_second_factor().await;
        }
        staff
    }

    /// Adds an account on the command line, beside the running server.
    pub fn add_account(&self, name: &str, role: &str, unit: &str) {
        let file = self.write(&format!("password-{name}"), PASSWORD);
        let file = file.display().to_string();
        let words = ["user", "add", name, "--role", role, "--unit", unit];
        let words = [words.as_slice(), &["--full-name", "Người Thử", "--password-file", &file]];
        let output = self.run(&words.concat());
        assert!(output.status.success(), "user add {name}: {output:?}");
    }

    /// A browser in which nobody is signed in yet.
    pub fn browser(&self, name: &str) -> Staff {
        Staff {
            name: name.to_owned(),
            secret: None,
            recovery_codes: Vec::new(),
            url: self.url().to_owned(),
            client: self.client(),
            cookies: Mutex::default(),
        }
    }
}

impl Staff {
    /// Gets a page or a JSON answer.
    pub async fn get(&self, path: &str) -> Reply {
        self.answer(self.request(Method::GET, path)).await
    }

    /// Sends JSON from our own pages; `Value::Null` sends no body.
    pub async fn send(&self, method: Method, path: &str, body: &Value) -> Reply {
        let request = self.request(method, path);
        let request = if body.is_null() { request } else { request.json(body) };
        self.answer(request).await
    }

    /// A request of this browser, still to be sent.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.url));
        let request = request.header("sec-fetch-site", "same-origin");
        let cookies = self.cookies();
        let pairs: Vec<String> =
            cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if pairs.is_empty() { request } else { request.header("cookie", pairs.join("; ")) }
    }

    /// Sends a request and keeps the cookies that come back.
    pub async fn answer(&self, request: RequestBuilder) -> Reply {
        let reply = Reply::read(request.send().await.expect("an answer")).await;
        let mut stored = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        for set in reply.headers.get_all("set-cookie") {
            let set = set.to_str().expect("a cookie is plain text");
            let (name, rest) = set.split_once('=').expect("a cookie has a name");
            let value = rest.split(';').next().unwrap_or_default();
            if value.is_empty() {
                stored.remove(name);
            } else {
                stored.insert(name.to_owned(), value.to_owned());
            }
        }
        drop(stored);
        reply
    }

    /// Types name and password.
    pub async fn sign_in(&self, password: &str) -> Reply {
        let typed = json!({"name": self.name, "password": password});
        self.send(Method::POST, "/api/v1/office/session", &typed).await
    }

    /// Types a code of the second factor, or a recovery code.
    pub async fn type_code(&self, code: &str) -> Reply {
        let path = "/api/v1/office/session/second-factor";
        self.send(Method::POST, path, &json!({"code": code})).await
    }

    /// Sets a second factor up, and leaves the codes of this half minute and the next unused.
    pub async fn set_second_factor(&mut self) {
        let path = "/api/v1/office/me/second-factor";
        let shown = self.send(Method::POST, path, &json!({"password": PASSWORD})).await;
        self.secret = shown.json()["secret"].as_str().map(str::to_owned);
        let mut proved = self.send(Method::PUT, path, &json!({"code": self.code(-1)})).await;
        if proved.status == 422 {
            // The half minute went by in between.
            proved = self.send(Method::PUT, path, &json!({"code": self.code(-1)})).await;
        }
        let codes = proved.json()["recovery_codes"].clone();
        self.recovery_codes = serde_json::from_value(codes).expect("recovery codes");
    }

    /// The code of the half minute that lies this many after the present one.
    ///
    /// # Panics
    /// If no second factor was set up.
    #[expect(clippy::disallowed_methods, reason = "an authenticator has a clock of its own")]
    pub fn code(&self, steps: i64) -> String {
        let secret = self.secret.as_deref().expect("a second factor was set up");
        let secret = Secret::try_from_base32(secret).expect("base 32");
        let totp = Builder::new().with_secret(secret).build().expect("a usable secret");
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
        totp.generate(now.saturating_add_signed(steps * 30)).to_string()
    }

    /// A code that is wrong now and for some minutes; another one for each number.
    pub fn wrong_code(&self, number: usize) -> String {
        let right: Vec<String> = (-10..=10).map(|steps| self.code(steps)).collect();
        let codes = (0..1_000_000).map(|code| format!("{code:06}"));
        codes.filter(|code| !right.contains(code)).nth(number).expect("most are wrong")
    }

    /// The cookies this browser holds.
    pub fn cookies(&self) -> BTreeMap<String, String> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts cookies into this browser in the place of those it holds.
    pub fn set_cookies(&self, cookies: BTreeMap<String, String>) {
        *self.cookies.lock().unwrap_or_else(PoisonError::into_inner) = cookies;
    }
}

/// The call of a case that an order is sent to: it follows from the right that the order needs.
pub fn door(order: &str) -> &'static str {
    let order = domain::feedback::order::Order::read(order).expect("an order");
    match order.right() {
        domain::Action::DirectFeedback => "direction",
        domain::Action::ApproveFeedback => "approval",
        domain::Action::PublishFeedback => "publication",
        domain::Action::RegisterFeedback => "sender",
        _ => "work",
    }
}
