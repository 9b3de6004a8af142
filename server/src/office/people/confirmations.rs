//! `/api/v1/office/confirmations`: what waits for a second person, and their answer.

use std::collections::BTreeMap;

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Role,
    office::people::confirmation::{Answer, Confirmation},
    people::standing::{Matter, Outcome, Standing},
};
use serde_json::json;

use super::accounts::{second, unit_name};
use crate::{
    identity::activations,
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Act, Deed, Staff},
    store::{
        accounts::{self, Account},
        confirmations::{self, Decision},
    },
};

/// What waits and the reader can decide: neither asked for by them nor about themselves.
#[utoipa::path(
    get, path = "/confirmations", responses((status = 200, body = Vec<Confirmation>)),
)]
pub async fn list(
    State(node): State<Node>,
    staff: Staff,
) -> Result<Json<Vec<Confirmation>>, Problem> {
    let names = Names::read(&node).await?;
    if !names.0.get(&staff.account).is_some_and(|reader| second::may_confirm(&node, reader)) {
        return Ok(Json(Vec::new()));
    }
    let waiting = confirmations::waiting(&node.db, node.moment()).await?;
    let theirs = waiting.iter().filter(|row| is_for(&staff, row));
    Ok(Json(theirs.filter_map(|row| names.of(&node, row)).collect()))
}

/// Confirms or refuses. What was refused is gone: the link opens nothing, the account is disabled.
#[utoipa::path(
    put, path = "/confirmations/{id}", params(("id" = i64, Path)), request_body = Answer,
    responses((status = 204, description = "decided")),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
    SentJson(body): SentJson,
) -> Result<StatusCode, Problem> {
    let answer: Answer = sent::json(&body)?;
    let waiting = confirmations::waiting(&node.db, node.moment()).await?;
    let row = waiting.into_iter().find(|row| row.id == id && is_for(&staff, row));
    let row = row.ok_or(Problem::NotFound)?;
    let mut act = staff.act(&node).await?;
    // Held in the order of the rows: two who decide about each other wait for one another.
    let (low, high) = (staff.account.min(row.account_id), staff.account.max(row.account_id));
    let (one, other) =
        (accounts::hold(&mut act.tx, low).await?, accounts::hold(&mut act.tx, high).await?);
    let both: Vec<Account> = one.into_iter().chain(other).collect();
    let held = |id| both.iter().find(|it| it.id == id).ok_or(Problem::NotFound);
    if !second::may_confirm(&node, held(staff.account)?) {
        return Err(Problem::NotAllowed);
    }
    let account = held(row.account_id)?;
    decide(&mut act, &node, &row, account, answer).await?;
    let action = if answer.confirmed { "account.confirm" } else { "account.refuse" };
    let matter = Matter::from_number(row.matter);
    let done = Deed::new(action, format!("account/{}", account.name));
    act.keep(done.after(json!({"matter": matter}))).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whether somebody can be the second person of a row: they neither asked nor own the account.
fn is_for(staff: &Staff, row: &confirmations::Confirmation) -> bool {
    row.asked_by != staff.account && row.account_id != staff.account
}

async fn decide(
    act: &mut Act<'_>,
    node: &Node,
    row: &confirmations::Confirmation,
    account: &Account,
    answer: Answer,
) -> Result<(), Problem> {
    let outcome = if answer.confirmed { Outcome::Confirmed } else { Outcome::Refused };
    let decision = Decision { outcome, by: act.by(), now: node.moment() };
    if !confirmations::decide(&mut act.tx, row.id, &decision).await? {
        return Err(Problem::NotFound);
    }
    match (Matter::from_number(row.matter), answer.confirmed) {
        (Some(Matter::Role), true) => {
            accounts::stand(&mut act.tx, account.id, Standing::Vouched).await?;
        }
        (Some(Matter::Role), false) => {
            accounts::disable(&mut act.tx, account.id, decision.now).await?;
            activations::end_all(&mut act.tx, account.id, decision.now).await?;
        }
        (_, true) => {}
        (_, false) => activations::end_all(&mut act.tx, account.id, decision.now).await?,
    }
    Ok(())
}

/// Every account by its row, for the names.
pub(super) struct Names(BTreeMap<i64, Account>);

impl Names {
    /// As they are now.
    pub(super) async fn read(node: &Node) -> Result<Self, Problem> {
        let all = accounts::all(&node.db).await?;
        Ok(Self(all.into_iter().map(|it| (it.id, it)).collect()))
    }

    /// A row as people read it.
    pub(super) fn of(
        &self,
        node: &Node,
        row: &confirmations::Confirmation,
    ) -> Option<Confirmation> {
        let account = self.0.get(&row.account_id)?;
        Some(Confirmation {
            id: row.id,
            account: account.name.clone(),
            full_name: account.full_name.clone(),
            role: Role::from_number(account.role)?,
            unit_name: unit_name(node, account),
            matter: Matter::from_number(row.matter)?,
            outcome: Outcome::from_number(row.outcome)?,
            asked_by: self.who(row.asked_by)?,
            asked: row.asked,
            decided_by: row.decided_by.and_then(|by| self.who(by)),
            decided: row.decided,
        })
    }

    fn who(&self, id: i64) -> Option<String> {
        self.0.get(&id).map(|it| format!("{} ({})", it.full_name, it.name))
    }
}
