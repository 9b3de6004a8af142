//! `/api/v1/office/me/mail`: where somebody gets the digest of what is new for them.

use axum::{Json, extract::State, http::StatusCode};
use domain::office::notices::OwnMail;

use crate::{
    node::Node,
    notices::hook,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::webhooks,
};

/// One's own address; empty, if there is none.
#[utoipa::path(get, path = "/me/mail", responses((status = 200, body = OwnMail)))]
pub async fn show(State(node): State<Node>, staff: Staff) -> Result<Json<OwnMail>, Problem> {
    let sealed = webhooks::mail_of(&mut node.db.snapshot().await?, staff.account).await?;
    let opened = sealed.and_then(|it| hook::open_mail(&node.world.keys, staff.account, &it));
    Ok(Json(OwnMail { address: opened.unwrap_or_default() }))
}

/// Sets one's own address, or takes it away. What happens from then on is told there.
#[utoipa::path(
    put, path = "/me/mail", request_body = OwnMail,
    responses((status = 204, description = "set")),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<StatusCode, Problem> {
    let sent: OwnMail = sent::json(&body)?;
    let address = sent.check().map_err(Problem::faults)?;
    let purpose = hook::mail_purpose(staff.account);
    let seal =
        |address: &String| node.world.keys.seal(&purpose, address.as_bytes(), node.world.fill);
    let sealed = address.as_ref().map(seal);
    let mut act = staff.act(&node).await?;
    webhooks::set_mail(&mut act.tx, staff.account, sealed.as_deref()).await?;
    act.keep(Deed::new("account.mail", format!("account/{}", staff.name))).await?;
    Ok(StatusCode::NO_CONTENT)
}
