//! `POST /api/v1/office/me/recovery-codes`: new recovery codes for the old ones.

use axum::{Json, extract::State};
use axum_extra::extract::cookie::CookieJar;
use domain::{
    Fault, Reason,
    office::people::account::{BothProofs, RecoveryCodes},
};

use super::renew;
use crate::{
    identity::{
        proof::{self, Again},
        second_factor,
        throttle::{self, Budget},
        tries,
    },
    node::Node,
    problem::Problem,
    sender::Sender,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{Tx, accounts, recovery_codes},
};

/// Gives new recovery codes to whoever proves both password and second factor; the old ones open
/// nothing any more, and every other session ends. They are shown this once.
#[utoipa::path(
    post, path = "/me/recovery-codes", request_body = BothProofs,
    responses((status = 200, body = RecoveryCodes)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    sender: Sender,
    jar: CookieJar,
    SentJson(body): SentJson,
) -> Result<(CookieJar, Json<RecoveryCodes>), Problem> {
    let sent: BothProofs = sent::json(&body)?;
    let again = Again { staff: &staff, jar: &jar, sender: &sender };
    proof::own_password(&node, again, "password", &sent.password).await?;
    let budget = Budget::of_code(&node, staff.account);
    let whose = Some((staff.account, staff.name.as_str()));
    tries::count(&node, std::slice::from_ref(&budget), whose).await?;
    let account = accounts::get(&node.db, staff.account).await?.ok_or(Problem::SignInFirst)?;
    let mut act = staff.act(&node).await?;
    if !proof::code(&node, &mut act.tx, &account, &sent.code).await? {
        tries::note(&node, &mut act.tx, whose, "password.refuse", None).await?;
        act.commit().await?;
        return Err(Problem::faults(vec![Fault::new("code", Reason::WrongCode)]));
    }
    throttle::clear(&mut act.tx, &budget).await?;
    let codes = draw_codes(&node, &mut act.tx, staff.account).await?;
    let jar = renew(&node, &mut act.tx, &staff, jar).await?;
    act.keep(Deed::new("second_factor.new_codes", format!("account/{}", staff.name))).await?;
    Ok((jar, Json(codes)))
}

/// Draws recovery codes; an account has these and no others.
pub(super) async fn draw_codes(
    node: &Node,
    tx: &mut Tx,
    account: i64,
) -> Result<RecoveryCodes, sqlx::Error> {
    let codes = second_factor::draw_recovery_codes(node.world.fill);
    let hashes: Vec<_> =
        codes.iter().filter_map(|code| second_factor::recovery_hash(code)).collect();
    recovery_codes::replace(tx, account, &hashes).await?;
    Ok(RecoveryCodes { recovery_codes: codes })
}
