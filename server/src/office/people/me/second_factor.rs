//! `/api/v1/office/me/second-factor`: setting one's own second factor up, and taking it away.

use axum::{Json, extract::State, http::StatusCode};
use axum_extra::extract::cookie::CookieJar;
use domain::{
    Fault, Reason,
    office::people::account::{Code, Password, RecoveryCodes, SecondFactor},
};

use super::{recovery_codes::draw_codes, renew};
use crate::{
    identity::{
        proof::{self, Again},
        second_factor::{self, When},
        throttle::{self, Budget},
        tries,
    },
    node::Node,
    problem::Problem,
    sender::Sender,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{accounts, recovery_codes},
};

/// Draws a secret and shows it this once, to whoever knows the password: an open session that was
/// left behind gets none. It counts from the first code on that proves it.
///
/// Where a second factor is in use it has to be taken away first.
#[utoipa::path(
    post, path = "/me/second-factor", request_body = Password,
    responses((status = 200, body = SecondFactor)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    sender: Sender,
    jar: CookieJar,
    SentJson(body): SentJson,
) -> Result<Json<SecondFactor>, Problem> {
    let sent: Password = sent::json(&body)?;
    let again = Again { staff: &staff, jar: &jar, sender: &sender };
    proof::own_password(&node, again, "password", &sent.password).await?;
    let (keys, fill) = (&node.world.keys, node.world.fill);
    let secret = second_factor::draw(fill);
    let sealed = second_factor::seal(keys, staff.account, &secret, fill);
    let view = second_factor::view(&staff.name, secret)?;
    let mut tx = node.db.begin().await?;
    if !accounts::offer_secret(&mut tx, staff.account, &sealed).await? {
        return Err(Problem::faults(vec![Fault::new("second_factor", Reason::AlreadySet)]));
    }
    tx.commit().await?;
    let second_factor::SecretView { secret, address, qr } = view;
    Ok(Json(SecondFactor { secret, address, qr }))
}

/// Takes the secret that was shown into use, proved by a code, and gives recovery codes.
#[utoipa::path(
    put, path = "/me/second-factor", request_body = Code,
    responses((status = 200, body = RecoveryCodes)),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    jar: CookieJar,
    SentJson(body): SentJson,
) -> Result<(CookieJar, Json<RecoveryCodes>), Problem> {
    let sent: Code = sent::json(&body)?;
    let wrong = || Problem::faults(vec![Fault::new("code", Reason::WrongCode)]);
    let budget = Budget::of_code(&node, staff.account);
    let whose = Some((staff.account, staff.name.as_str()));
    tries::count(&node, std::slice::from_ref(&budget), whose).await?;
    let account = accounts::get(&node.db, staff.account).await?.ok_or(Problem::SignInFirst)?;
    let sealed = account.totp_next.ok_or_else(wrong)?;
    let when = When { moment: node.moment(), last_step: account.totp_step };
    let step = second_factor::check(&node.world.keys, staff.account, &sealed, &sent.code, when);
    let step = step.ok_or_else(wrong)?;
    let mut act = staff.act(&node).await?;
    if !accounts::take_secret(&mut act.tx, staff.account, &sealed, step).await? {
        return Err(wrong());
    }
    let codes = draw_codes(&node, &mut act.tx, staff.account).await?;
    throttle::clear(&mut act.tx, &budget).await?;
    let jar = renew(&node, &mut act.tx, &staff, jar).await?;
    act.keep(Deed::new("second_factor.set", format!("account/{}", staff.name))).await?;
    Ok((jar, Json(codes)))
}

/// Takes the second factor away from whoever knows the password.
#[utoipa::path(
    delete, path = "/me/second-factor", request_body = Password,
    responses((status = 204, description = "taken away; this session goes on under another token")),
)]
pub async fn remove(
    State(node): State<Node>,
    staff: Staff,
    sender: Sender,
    jar: CookieJar,
    SentJson(body): SentJson,
) -> Result<(CookieJar, StatusCode), Problem> {
    let sent: Password = sent::json(&body)?;
    let again = Again { staff: &staff, jar: &jar, sender: &sender };
    proof::own_password(&node, again, "password", &sent.password).await?;
    let mut act = staff.act(&node).await?;
    accounts::clear_secret(&mut act.tx, staff.account).await?;
    recovery_codes::replace(&mut act.tx, staff.account, &[]).await?;
    let jar = renew(&node, &mut act.tx, &staff, jar).await?;
    act.keep(Deed::new("second_factor.clear", format!("account/{}", staff.name))).await?;
    Ok((jar, StatusCode::NO_CONTENT))
}
