//! `/api/v1/office/invitations/{token}`: a link by which an invited person chooses a password.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Fault,
    office::people::account::{Invitation, Invited, Password},
    people::password,
};

use crate::{
    identity::{self, tokens},
    problem::Problem,
    sent::{self, SentJson},
    state::App,
    store::{
        Tx, accounts, invitations, openid,
        record::{self, Entry},
        sessions,
    },
};

/// A link can be used for three days: long enough for a weekend, short enough to be forgotten.
const LIFE: i64 = 3 * 24 * 3_600_000;

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

/// A new link for an account; those before it open nothing any more.
pub async fn invite(app: &App, tx: &mut Tx, account: i64) -> Result<Invitation, Problem> {
    let world = &app.world;
    Ok(draw(tx, account, app.moment(), world.fill, &world.public_url).await?)
}

/// The same for the command line.
pub async fn draw(
    tx: &mut Tx,
    account: i64,
    now: i64,
    fill: fn(&mut [u8]),
    public_url: &str,
) -> Result<Invitation, sqlx::Error> {
    let (token, expires) = (tokens::draw(fill), now + LIFE);
    invitations::end_all(tx, account).await?;
    invitations::add(tx, &tokens::hash(&token), account, expires).await?;
    Ok(Invitation { invitation: format!("{public_url}/van-phong/loi-moi/{token}"), expires })
}
