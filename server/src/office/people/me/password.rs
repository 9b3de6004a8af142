//! `PUT /api/v1/office/me/password`: another password for one's own account.

use axum::{extract::State, http::StatusCode};
use axum_extra::extract::cookie::CookieJar;
use domain::{Fault, office::people::account::NewPassword, people::password};

use super::renew;
use crate::{
    identity::{
        self,
        proof::{self, Again},
    },
    node::Node,
    problem::Problem,
    sender::Sender,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::accounts,
};

/// Changes the password of whoever knows the old one. Every other session ends.
#[utoipa::path(
    put, path = "/me/password", request_body = NewPassword,
    responses((status = 204, description = "changed; this session goes on under another token")),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    sender: Sender,
    jar: CookieJar,
    SentJson(body): SentJson,
) -> Result<(CookieJar, StatusCode), Problem> {
    let sent: NewPassword = sent::json(&body)?;
    let reason = password::fault(&sent.new, &[&staff.name, &staff.full_name]);
    let mut faults: Vec<Fault> =
        reason.map(|reason| Fault::new("new", reason)).into_iter().collect();
    let again = Again { staff: &staff, jar: &jar, sender: &sender };
    match proof::own_password(&node, again, "old", &sent.old).await {
        Err(Problem::Faults(others)) => faults.splice(0..0, others.iter().cloned()).for_each(drop),
        shown => shown?,
    }
    if !faults.is_empty() {
        return Err(Problem::faults(faults));
    }
    let hash = identity::password::hash(sent.new, node.world.fill).await?;
    let mut act = staff.act(&node).await?;
    accounts::set_password(&mut act.tx, staff.account, &hash).await?;
    identity::activations::end_all(&mut act.tx, staff.account, node.moment()).await?;
    let jar = renew(&node, &mut act.tx, &staff, jar).await?;
    act.keep(Deed::new("password.change", format!("account/{}", staff.name))).await?;
    Ok((jar, StatusCode::NO_CONTENT))
}
