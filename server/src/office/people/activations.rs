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
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    store::{
        accounts, activations, openid,
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
    State(node): State<Node>,
    Path(token): Path<String>,
) -> Result<Json<Invited>, Problem> {
    let invited = open(&node, &token).await?;
    Ok(Json(Invited { name: invited.name, full_name: invited.full_name }))
}

/// Uses a link up: the password is set, and every session there was ends.
#[utoipa::path(
    post, path = "/invitations/{token}", params(("token" = String, Path)), request_body = Password,
    responses((status = 204, description = "the password is set")),
)]
pub async fn create(
    State(node): State<Node>,
    Path(token): Path<String>,
    SentJson(body): SentJson,
) -> Result<StatusCode, Problem> {
    let chosen: Password = sent::json(&body)?;
    let invited = open(&node, &token).await?;
    if let Some(reason) = password::fault(&chosen.password, &[&invited.name, &invited.full_name]) {
        return Err(Problem::faults(vec![Fault::new("password", reason)]));
    }
    let hash = identity::password::hash(chosen.password, node.world.fill).await?;
    let mut tx = node.db.begin().await?;
    if !activations::take(&mut tx, &tokens::hash(&token), node.moment()).await? {
        return Err(Problem::NotFound);
    }
    let id = invited.account_id;
    accounts::set_password(&mut tx, id, &hash).await?;
    sessions::end_all(&mut tx, id).await?;
    identity::activations::end_all(&mut tx, id, node.moment()).await?;
    // Whoever had the account before may have linked themselves to it.
    openid::unlink(&mut tx, id).await?;
    let entry = Entry {
        moment: node.moment(),
        account: Some(id),
        actor: &invited.name,
        action: "password.choose",
        object: &format!("account/{}", invited.name),
        before: None,
        after: None,
    };
    record::add(&mut tx, &node.world.keys, entry).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn open(node: &Node, token: &str) -> Result<activations::Invited, Problem> {
    let invited = activations::open(&node.db, &tokens::hash(token), node.moment()).await?;
    invited.ok_or(Problem::NotFound)
}
