//! What an account loses or gets anew from those who keep it: link, second factor, sessions.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use domain::{Fault, Reason, office::people::account::ActivationLink, people::standing::Standing};

use super::{rules, second};
use crate::{
    identity::activations::invite,
    node::Node,
    problem::Problem,
    staff::{Deed, Staff},
    store::{
        accounts::{self, Account},
        recovery_codes, sessions,
    },
};

/// Gives a new link by which the account's owner chooses a password. Where the account is in use
/// already, it opens nothing before a second person has confirmed it, and the password goes on working.
#[utoipa::path(
    post, path = "/accounts/{name}/invitations", params(("name" = String, Path)),
    responses((status = 201, body = ActivationLink)),
)]
pub async fn invite_again(
    State(node): State<Node>,
    staff: Staff,
    Path(name): Path<String>,
) -> Result<(StatusCode, Json<ActivationLink>), Problem> {
    let account = others(&node, &staff, &name).await?;
    if account.disabled.is_some() {
        return Err(Problem::NotAllowed);
    }
    let mut act = staff.act(&node).await?;
    let held = accounts::hold(&mut act.tx, account.id).await?.ok_or(Problem::NotFound)?;
    let asked_by = second::link_needs_one(&held).then_some(staff.account);
    let mut invitation = invite(&node, &mut act.tx, account.id, asked_by).await?;
    invitation.waits |= held.standing == Standing::Waiting.number();
    act.keep(about(&account, "account.invite")).await?;
    Ok((StatusCode::CREATED, Json(invitation)))
}

/// Takes away the second factor of somebody who lost it, and signs the account out everywhere.
#[utoipa::path(
    delete, path = "/accounts/{name}/second-factor", params(("name" = String, Path)),
    responses((status = 204, description = "taken away")),
)]
pub async fn remove_second_factor(
    State(node): State<Node>,
    staff: Staff,
    Path(name): Path<String>,
) -> Result<StatusCode, Problem> {
    let account = others(&node, &staff, &name).await?;
    let mut act = staff.act(&node).await?;
    accounts::clear_secret(&mut act.tx, account.id).await?;
    recovery_codes::replace(&mut act.tx, account.id, &[]).await?;
    sessions::end_all(&mut act.tx, account.id).await?;
    act.keep(about(&account, "account.clear_second_factor")).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Signs the account out everywhere.
#[utoipa::path(
    delete, path = "/accounts/{name}/sessions", params(("name" = String, Path)),
    responses((status = 204, description = "signed out")),
)]
pub async fn remove_sessions(
    State(node): State<Node>,
    staff: Staff,
    Path(name): Path<String>,
) -> Result<StatusCode, Problem> {
    let account = rules::changeable(&node, &staff, &name).await?;
    let mut act = staff.act(&node).await?;
    sessions::end_all(&mut act.tx, account.id).await?;
    act.keep(about(&account, "account.end_sessions")).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Somebody else's account: one's own password and second factor change only with the password.
async fn others(node: &Node, staff: &Staff, name: &str) -> Result<Account, Problem> {
    let account = rules::changeable(node, staff, name).await?;
    if account.id == staff.account {
        return Err(Problem::faults(vec![Fault::new("name", Reason::NotToOneself)]));
    }
    Ok(account)
}

fn about(account: &Account, action: &'static str) -> Deed {
    Deed::new(action, format!("account/{}", account.name))
}
