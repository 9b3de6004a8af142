//! Calls of other programs, signed as Standard Webhooks asks for: the same id however often it is sent.

use std::time::Duration;

use axum::{
    body::Bytes,
    http::{Request, StatusCode, Uri, header},
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use chrono::{DateTime, SecondsFormat, Utc};
use domain::feedback::notice::{Hitch, Notice};
use hmac::{Hmac, KeyInit, Mac};
use http_body_util::Full;
use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use serde_json::json;
use sha2::Sha256;

use super::{
    outcome::Outcome,
    reach::{Inside, Outside},
};
use crate::{keys::Keys, store::webhooks::Webhook};

/// The whole answer arrives in this time or not at all.
const PATIENCE: Duration = Duration::from_secs(15);
/// Bytes of a secret.
pub const SECRET: usize = 32;

/// A call, still to be signed: a link and a code.
pub struct Call<'a> {
    id: &'a str,
    body: String,
}

impl<'a> Call<'a> {
    /// What happened to a case; `to` is given to gateways alone, which pass it on to that number.
    pub fn new(
        id: &'a str,
        notice: Notice,
        happened: DateTime<Utc>,
        (code, link): (&str, &str),
        to: Option<&str>,
    ) -> Self {
        let mut body = json!({
            "type": format!("feedback.{}", notice.name()),
            "timestamp": happened.to_rfc3339_opts(SecondsFormat::Secs, true),
            "data": {"code": code, "link": link},
        });
        if let Some(to) = to {
            body["data"]["to"] = json!(to);
        }
        Self { id, body: body.to_string() }
    }

    /// Calls once. Redirects are not followed, and no answer is read.
    pub async fn send(
        self,
        url: Uri,
        secret: &[u8],
        now: DateTime<Utc>,
        reaches_inside: bool,
    ) -> Outcome {
        let outside = Outside::new(reaches_inside);
        if !outside.may_reach(&url) {
            return Outcome::Never(Hitch::Inside);
        }
        let mut http = HttpConnector::new_with_resolver(outside);
        http.enforce_http(false);
        let Ok(tls) = HttpsConnectorBuilder::new().with_native_roots() else {
            return Outcome::Later(Hitch::Away);
        };
        let tls = if reaches_inside { tls.https_or_http() } else { tls.https_only() };
        let client = Client::builder(TokioExecutor::new())
            .pool_max_idle_per_host(0)
            .build(tls.enable_http1().wrap_connector(http));
        let Some(request) = self.request(url, secret, now) else {
            return Outcome::Never(Hitch::Refused);
        };
        match tokio::time::timeout(PATIENCE, client.request(request)).await {
            Ok(Ok(answer)) => judged(answer.status()),
            Ok(Err(error)) if is_inside(&error) => Outcome::Never(Hitch::Inside),
            // The other side knows the id: once more does no harm.
            _ => Outcome::Later(Hitch::Away),
        }
    }

    fn request(self, url: Uri, secret: &[u8], now: DateTime<Utc>) -> Option<Request<Full<Bytes>>> {
        let seconds = now.timestamp();
        let signature = signature(secret, self.id, seconds, &self.body);
        Request::post(url)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::USER_AGENT, "hailong")
            .header("webhook-id", self.id)
            .header("webhook-timestamp", seconds)
            .header("webhook-signature", signature)
            .body(Full::from(self.body))
            .ok()
    }
}

/// What an answer means: whoever is gone says so, whoever refuses otherwise is asked again.
fn judged(status: StatusCode) -> Outcome {
    match status {
        status if status.is_success() => Outcome::Sent,
        StatusCode::GONE => Outcome::Never(Hitch::Refused),
        _ => Outcome::Later(Hitch::Away),
    }
}

/// Whether the name led within our own network.
fn is_inside(error: &(dyn std::error::Error + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(error) = cause {
        let wrapped = error.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
        if error.is::<Inside>() || wrapped.is_some_and(|it| it.is::<Inside>()) {
            return true;
        }
        cause = error.source();
    }
    false
}

/// `v1,` and the keyed hash of id, second and body.
fn signature(secret: &[u8], id: &str, seconds: i64, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("a key of any length is taken");
    mac.update(format!("{id}.{seconds}.{body}").as_bytes());
    format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes()))
}

/// A secret as the other side gets it.
pub fn shown(secret: &[u8]) -> String {
    format!("whsec_{}", BASE64_STANDARD.encode(secret))
}

/// What the secret of a program is sealed for.
pub fn secret_purpose(id: i64) -> String {
    format!("webhooks.secret/{id}")
}

/// What the address of an account is sealed for.
pub fn mail_purpose(account: i64) -> String {
    format!("account_mails.address/{account}")
}

/// The secret of a program; nothing, if its key is gone.
pub fn open_secret(keys: &Keys, webhook: &Webhook) -> Option<Vec<u8>> {
    keys.open(&secret_purpose(webhook.id), &webhook.secret)
}

/// Where an account gets its digests; nothing, if its key is gone.
pub fn open_mail(keys: &Keys, account: i64, sealed: &[u8]) -> Option<String> {
    String::from_utf8(keys.open(&mail_purpose(account), sealed)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_signed_as_the_standard_says() {
        let secret = BASE64_STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signed = signature(
            &secret,
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330,
            "{\"test\": 2432232314}",
        );
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn a_call_holds_a_link_and_a_code_alone() {
        let call =
            Call::new("msg_1", Notice::Answered, DateTime::default(), ("GY", "https://a"), None);
        let expected = json!({"type": "feedback.answered", "timestamp": "1970-01-01T00:00:00Z",
            "data": {"code": "GY", "link": "https://a"}});
        assert_eq!(call.body, expected.to_string());
    }

    #[tokio::test]
    async fn a_name_that_leads_inside_is_refused() {
        let call = || Call::new("msg_1", Notice::Asked, DateTime::default(), ("GY", "a"), None);
        for url in ["https://localhost:1/", "https://127.0.0.1:1/", "https://[::ffff:10.0.0.1]/"] {
            let outcome = call().send(url.parse().unwrap(), b"x", DateTime::default(), false).await;
            assert_eq!(outcome, Outcome::Never(Hitch::Inside), "{url}");
        }
    }
}
