//! `/api/v1/office/me/openid`: who at the OpenID Connect provider opens one's own account.

use axum::{Json, extract::State, http::StatusCode};
use axum_extra::extract::cookie::CookieJar;
use domain::{
    Reason,
    office::people::{
        account::Password,
        openid::{Arrival, Departure, Link},
    },
};
use serde_json::json;

use super::{renew, session};
use crate::{
    identity::{
        proof::{self, Again},
        throttle::{self, Budget},
        tries,
    },
    keys::Key,
    node::Node,
    office::people::openid::{arrive, depart, provider, refused},
    problem::Problem,
    sender::Sender,
    sent::{self, SentJson},
    staff::{Deed, Staff, cookies},
    store::{Tx, openid},
};

/// Whether anybody there opens it.
#[utoipa::path(get, path = "/me/openid", responses((status = 200, body = Link)))]
pub async fn show(State(node): State<Node>, staff: Staff) -> Result<Json<Link>, Problem> {
    provider(&node)?;
    Ok(Json(Link { linked: openid::is_linked(&node.db, staff.account).await? }))
}

/// Sends whoever knows the password to the provider, to come back as who will open the account.
#[utoipa::path(
    post, path = "/me/openid", request_body = Password, responses((status = 200, body = Departure)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    sender: Sender,
    jar: CookieJar,
    SentJson(body): SentJson,
) -> Result<(CookieJar, Json<Departure>), Problem> {
    provider(&node)?;
    session(&staff)?;
    let sent: Password = sent::json(&body)?;
    let again = Again { staff: &staff, jar: &jar, sender: &sender };
    proof::own_password(&node, again, "password", &sent.password).await?;
    depart(&node, jar, Some(staff.account)).await
}

/// Links whoever the provider says it is. From now on they open this account, and no other one.
#[utoipa::path(
    put, path = "/me/openid", request_body = Arrival,
    responses((status = 204, description = "linked; this session goes on under another token")),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    sender: Sender,
    jar: CookieJar,
    SentJson(body): SentJson,
) -> Result<(CookieJar, StatusCode), Problem> {
    provider(&node)?;
    let sent: Arrival = sent::json(&body)?;
    let budget = Budget::of_origin(&node, sender.origin);
    let whose = Some((staff.account, staff.name.as_str()));
    tries::count(&node, std::slice::from_ref(&budget), whose).await?;
    let shown = arrive(&node, &jar, Some(staff.account), sent).await?;
    let object = format!("account/{}", staff.name);
    let mut act = staff.act(&node).await?;
    let linked = match shown {
        Ok(subject) => linked(&node, &mut act.tx, &staff, &subject).await?,
        Err(unshown) => Err((unshown.0, Reason::NotShown)),
    };
    let Err((why, reason)) = linked else {
        throttle::take_back(&mut act.tx, &budget).await?;
        let jar = renew(&node, &mut act.tx, &staff, jar).await?;
        act.keep(Deed::new("openid.link", object)).await?;
        return Ok((jar.add(cookies::back()), StatusCode::NO_CONTENT));
    };
    act.keep(Deed::new("openid.refuse", object).after(json!({"openid": why}))).await?;
    Err(refused(reason))
}

/// Links somebody to the account, or says why not.
async fn linked(
    node: &Node,
    tx: &mut Tx,
    staff: &Staff,
    subject: &Key,
) -> Result<Result<(), (&'static str, Reason)>, Problem> {
    if openid::link(tx, subject, staff.account, node.moment()).await? {
        return Ok(Ok(()));
    }
    Ok(Err(match openid::account(tx, subject).await? {
        Some(other) if other != staff.account => ("linked_elsewhere", Reason::LinkedElsewhere),
        _ => ("already_set", Reason::AlreadySet),
    }))
}

/// Takes the link away for whoever knows the password.
#[utoipa::path(
    delete, path = "/me/openid", request_body = Password,
    responses((status = 204, description = "taken away; this session goes on under another token")),
)]
pub async fn remove(
    State(node): State<Node>,
    staff: Staff,
    sender: Sender,
    jar: CookieJar,
    SentJson(body): SentJson,
) -> Result<(CookieJar, StatusCode), Problem> {
    provider(&node)?;
    let sent: Password = sent::json(&body)?;
    let again = Again { staff: &staff, jar: &jar, sender: &sender };
    proof::own_password(&node, again, "password", &sent.password).await?;
    let mut act = staff.act(&node).await?;
    if !openid::unlink(&mut act.tx, staff.account).await? {
        return Err(Problem::NotFound);
    }
    let jar = renew(&node, &mut act.tx, &staff, jar).await?;
    act.keep(Deed::new("openid.unlink", format!("account/{}", staff.name))).await?;
    Ok((jar, StatusCode::NO_CONTENT))
}
