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
    limits::origin::Sender,
    office::Staff,
    problem::Problem,
    sent::{self, SentJson},
    state::App,
    store::{accounts, invitations, record},
};

/// Changes the password of whoever knows the old one. Every other session ends.
#[utoipa::path(
    put, path = "/me/password", request_body = NewPassword,
    responses((status = 204, description = "changed; this session goes on under another token")),
)]
pub async fn update(
    State(app): State<App>,
    staff: Staff,
    sender: Sender,
    jar: CookieJar,
    SentJson(body): SentJson,
) -> Result<(CookieJar, StatusCode), Problem> {
    let sent: NewPassword = sent::json(&body)?;
    if let Some(reason) = password::fault(&sent.new, &[&staff.name, &staff.full_name]) {
        return Err(Problem::faults(vec![Fault::new("new", reason)]));
    }
    let again = Again { staff: &staff, jar: &jar, sender: &sender };
    proof::own_password(&app, again, "old", &sent.old).await?;
    let hash = identity::password::hash(sent.new, app.world.fill).await?;
    let mut tx = app.db.begin().await?;
    accounts::set_password(&mut tx, staff.account, &hash).await?;
    invitations::end_all(&mut tx, staff.account).await?;
    let jar = renew(&app, &mut tx, &staff, jar).await?;
    let object = format!("account/{}", staff.name);
    let entry = staff.entry(&app, "password.change", &object, None, None);
    record::add(&mut tx, &app.world.keys, entry).await?;
    tx.commit().await?;
    Ok((jar, StatusCode::NO_CONTENT))
}
