//! Who sends a request, and how far their right to it goes.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use axum_extra::extract::cookie::CookieJar;
use domain::{
    Action, Role, Scope,
    role::{Reach, reach},
};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{
    problem::Problem,
    state::App,
    store::{record::Entry, sessions},
};

/// The session's cookie. The prefix makes browsers take it from our host alone, over TLS alone.
pub const COOKIE: &str = "__Host-hailong";
/// How often a session's use is noted, in milliseconds.
const NOTED: i64 = 60_000;

/// The sender of a call of the office, and what it may touch.
#[derive(Clone, Debug)]
pub struct Staff {
    /// The account's row.
    pub account: i64,
    /// The account's name.
    pub name: String,
    /// The person's name.
    pub full_name: String,
    /// The role.
    pub role: Role,
    /// The unit.
    pub unit: Option<i64>,
    /// Whether a second factor is set up.
    pub has_second_factor: bool,
    /// The session; none where a key was used.
    pub session: Option<i64>,
    /// What the right to this call reaches.
    pub scope: Scope,
}

impl Staff {
    /// An entry for the record about something this person does now.
    pub fn entry<'a>(
        &'a self,
        app: &App,
        action: &'a str,
        object: &'a str,
        before: Option<Value>,
        after: Option<Value>,
    ) -> Entry<'a> {
        let account = Some(self.account);
        Entry { moment: app.moment(), account, actor: &self.name, action, object, before, after }
    }
}

impl<S: Sync> FromRequestParts<S> for Staff {
    type Rejection = Problem;

    /// Only behind the check of [`super::Office`], which puts it there.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get().cloned().ok_or(Problem::SignInFirst)
    }
}

/// The sender, if it may do `action` at all.
pub async fn of(app: &App, headers: &HeaderMap, action: Action) -> Result<Staff, Problem> {
    let open = session(app, headers).await?.ok_or(Problem::SignInFirst)?;
    if open.complete == 0 {
        return Err(Problem::SignInFirst);
    }
    let role = Role::from_number(open.role).ok_or(Problem::NotAllowed)?;
    let books = app.books();
    if books.office.second_factor.contains(&role) && !open.has_totp && action != Action::OwnAccount
    {
        return Err(Problem::SecondFactorFirst);
    }
    let reach = reach(role, action);
    if reach == Reach::Nothing {
        return Err(Problem::NotAllowed);
    }
    let scope = Scope::of(reach, open.unit_id, &books.catalogue, app.today());
    Ok(Staff {
        account: open.account_id,
        name: open.name,
        full_name: open.full_name,
        role,
        unit: open.unit_id,
        has_second_factor: open.has_totp,
        session: Some(open.id),
        scope,
    })
}

/// The session of a request, if it has one that has not run out; complete or not.
pub async fn session(app: &App, headers: &HeaderMap) -> Result<Option<sessions::Open>, Problem> {
    let jar = CookieJar::from_headers(headers);
    let Some(token) = jar.get(COOKIE) else { return Ok(None) };
    let open = sessions::open(&app.db, &token_hash(token.value())).await?;
    let (now, rules) = (app.moment(), &app.books().office);
    let Some(open) = open.filter(|open| {
        now - open.seen < rules.idle_minutes * 60_000
            && now - open.begun < rules.session_hours * 3_600_000
    }) else {
        return Ok(None);
    };
    if now - open.seen > NOTED {
        sessions::touch(&app.db, open.id, now).await?;
    }
    Ok(Some(open))
}

/// What is kept of a token.
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}
