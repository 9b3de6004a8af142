//! The provider's signed word on who somebody is, as it should be and as it should not.

use std::{
    collections::BTreeMap,
    sync::LazyLock,
    time::{SystemTime, UNIX_EPOCH},
};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use rsa::{
    RsaPrivateKey,
    pkcs1::{EncodeRsaPublicKey, LineEnding},
    pkcs1v15::SigningKey,
    rand_core::OsRng,
    sha2::Sha256,
    signature::{SignatureEncoding, Signer},
    traits::PublicKeyParts,
};
use serde_json::{Value, json};

/// What a provider does that it should not, or not always.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lie {
    /// It keeps to the standard.
    #[default]
    None,
    /// It takes a code as often as it comes.
    CodesAgain,
    /// The token was made for another way.
    OtherNonce,
    /// There is nothing that says for which way it was made.
    NoNonce,
    /// The token is for somebody else.
    OtherAudience,
    /// The token is for somebody else too.
    SharedAudience,
    /// The token names another issuer.
    OtherIssuer,
    /// The token has run out.
    Expired,
    /// The token says that it is not signed.
    Unsigned,
    /// The token is signed as RS256 by nothing.
    EmptySignature,
    /// The token is signed with the client's secret (HS256).
    BySecret,
    /// The token is signed with the public key, as if that were a secret (HS256).
    ByPublicKey,
    /// The token is signed by somebody else, under the name of the key that is shown.
    ByOtherKey,
    /// The token is signed by a key that is not shown.
    ByHiddenKey,
    /// The token was changed after it was signed.
    Changed,
    /// There is no token.
    NoToken,
    /// It fails.
    Broken,
    /// It answers with more than anybody wants to read.
    Huge,
    /// It takes what it is asked and never answers.
    Silent,
    /// It sends the server to a place that is not over TLS.
    Elsewhere,
}

/// What a token is about.
pub(super) struct About<'a> {
    pub(super) client: &'a str,
    pub(super) issuer: &'a str,
    pub(super) secret: &'a str,
    /// What the browser was sent with.
    pub(super) request: &'a BTreeMap<String, String>,
}

static KEYS: LazyLock<[RsaPrivateKey; 2]> = LazyLock::new(|| {
    [(); 2].map(|()| RsaPrivateKey::new(&mut OsRng, 2048).expect("a key can be drawn"))
});

/// Draws the keys, unless they are there.
pub(super) fn draw_keys() {
    LazyLock::force(&KEYS);
}

fn key(number: usize) -> &'static RsaPrivateKey {
    &KEYS[number % 2]
}

/// The public part of a key as providers show it.
pub(super) fn shown(number: usize) -> Value {
    let key = key(number).to_public_key();
    let [n, e] = [key.n(), key.e()].map(|part| BASE64_URL_SAFE_NO_PAD.encode(part.to_bytes_be()));
    let kid = format!("key-{number}");
    json!({"kty": "RSA", "use": "sig", "alg": "RS256", "kid": kid, "n": n, "e": e})
}

/// A token.
pub(super) fn made(lie: Lie, number: usize, about: &About) -> String {
    let alg = match lie {
        Lie::Unsigned => "none",
        Lie::BySecret | Lie::ByPublicKey => "HS256",
        _ => "RS256",
    };
    let kid = if lie == Lie::ByHiddenKey { "hidden".to_owned() } else { format!("key-{number}") };
    let header = part(&json!({"alg": alg, "typ": "JWT", "kid": kid}));
    let signed = [header.as_str(), &part(&claims(lie, about))].join(".");
    let public = key(number).to_public_key().to_pkcs1_pem(LineEnding::LF).expect("it is written");
    let signature = match lie {
        Lie::Unsigned | Lie::EmptySignature => Vec::new(),
        Lie::BySecret => hs256(about.secret.as_bytes(), &signed),
        Lie::ByPublicKey => hs256(public.as_bytes(), &signed),
        Lie::ByOtherKey | Lie::ByHiddenKey => rs256(number + 1, &signed),
        _ => rs256(number, &signed),
    };
    let signed = if lie == Lie::Changed {
        let mut claims = claims(lie, about);
        claims["exp"] = json!(now() + 3600);
        [header, part(&claims)].join(".")
    } else {
        signed
    };
    [signed, BASE64_URL_SAFE_NO_PAD.encode(signature)].join(".")
}

fn claims(lie: Lie, about: &About) -> Value {
    let person = &about.request["person"];
    let mut claims = json!({
        "iss": about.issuer, "aud": about.client, "sub": person, "nonce": about.request["nonce"],
        "iat": now(), "exp": now() + 300,
        // What people can often change by themselves: it must open nothing.
        "preferred_username": person, "email": person, "email_verified": true,
        "amr": ["pwd", "mfa"],
    });
    match lie {
        Lie::OtherNonce => claims["nonce"] = json!("0".repeat(64)),
        Lie::NoNonce => claims["nonce"] = Value::Null,
        Lie::OtherAudience => claims["aud"] = json!("somebody-else"),
        Lie::SharedAudience => claims["aud"] = json!([about.client, "somebody-else"]),
        Lie::OtherIssuer => claims["iss"] = json!("http://127.0.0.1:1"),
        Lie::Expired => claims["exp"] = json!(now() - 1),
        _ => {}
    }
    claims
}

fn rs256(number: usize, text: &str) -> Vec<u8> {
    SigningKey::<Sha256>::new(key(number).clone()).sign(text.as_bytes()).to_vec()
}

fn hs256(secret: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(secret).expect("a key of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn part(value: &Value) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(value.to_string())
}

#[expect(clippy::disallowed_methods, reason = "a provider has a clock of its own")]
fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs()
}
