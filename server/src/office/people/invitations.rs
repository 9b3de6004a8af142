//! `/api/v1/office/invitations/{token}`: a link by which an invited person chooses a password.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Fault,
    office::people::account::{Invited, Password},
    people::password,
};

use crate::{
    identity::{self, tokens},
    problem::Problem,
    sent::{self, SentJson},
    state::App,
    store::{
        accounts, invitations, openid,
        record::{self, Entry},
        sessions,
    },
};

/// Whom a link is for.
#[utoipa::path(
    get, path = "/invitations/{token}", params(("token" = String, Path)),
    responses((status = 200, body = Invited)),
)]
pub async fn show(
    State(app): State<App>,
    Path(token): Path<String>,
) -> Result<Json<Invited>, Problem> {
    let invited = open(&app, &token).await?;
    Ok(Json(Invited { name: invited.name, full_name: invited.full_name }))
}

/// Uses a link up: the password is set, and every session there was ends.
#[utoipa::path(
    post, path = "/invitations/{token}", params(("token" = String, Path)), request_body = Password,
    responses((status = 204, description = "the password is set")),
)]
pub async fn create(
    State(app): State<App>,
    Path(token): Path<String>,
    SentJson(body): SentJson,
) -> Result<StatusCode, Problem> {
    let chosen: Password = sent::json(&body)?;
    let invited = open(&app, &token).await?;
    if let Some(reason) = password::fault(&chosen.password, &[&invited.name, &invited.full_name]) {
        return Err(Problem::faults(vec![Fault::new("password", reason)]));
    }
    let hash = identity::password::hash(chosen.password, app.world.fill).await?;
    let mut tx = app.db.begin().await?;
    if !invitations::take(&mut tx, &tokens::hash(&token), app.moment()).await? {
        return Err(Problem::NotFound);
    }
    let id = invited.account_id;
    accounts::set_password(&mut tx, id, &hash).await?;
    sessions::end_all(&mut tx, id).await?;
    invitations::end_all(&mut tx, id).await?;
    // Whoever had the account before may have linked themselves to it.
    openid::unlink(&mut tx, id).await?;
    let entry = Entry {
        moment: app.moment(),
        account: Some(id),
        actor: &invited.name,
        action: "password.choose",
        object: &format!("account/{}", invited.name),
        before: None,
        after: None,
    };
    record::add(&mut tx, &app.world.keys, entry).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn open(app: &App, token: &str) -> Result<invitations::Invited, Problem> {
    let invited = invitations::open(&app.db, &tokens::hash(token), app.moment()).await?;
    invited.ok_or(Problem::NotFound)
}
