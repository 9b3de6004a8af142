//! `/api/v1/office/accounts`: who works here, as those see and keep it whose unit they belong to.

pub mod part;
mod row;
mod rules;
pub(super) mod second;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Fault, Reason, Role, Words,
    listing::{ListPage, ListQuery},
    office::people::account::{AccountChange, AccountRow, ActivationLink, NewAccount, as_name},
    people::standing::{Matter, Standing},
    text,
};
use serde_json::{Value, json};

use self::row::{Around, Filter};
use crate::{
    identity::activations::{end_all, invite},
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{
        accounts::{self, Account, AccountUpdate, New},
        confirmations, sessions,
    },
};

/// The accounts within the reader's scope.
///
/// They are found by the name, the person's name or the unit, and sorted by `name`, `full_name`, `role`,
/// `unit` or `created`.
#[utoipa::path(
    get, path = "/accounts", params(ListQuery, Filter),
    responses((status = 200, body = ListPage<AccountRow>)),
)]
pub async fn list(
    State(node): State<Node>,
    staff: Staff,
    Query(wanted): Query<ListQuery>,
    Query(filter): Query<Filter>,
) -> Result<Json<ListPage<AccountRow>>, Problem> {
    let around = Around::read(&node, &staff).await?;
    let all = around.all.iter();
    let within = all.filter(|account| rules::is_within(&node, &staff, account.unit_id));
    let mut rows: Vec<AccountRow> = within
        .filter_map(|account| around.row(&node, account))
        .filter(|row| filter.fits(row))
        .collect();
    rows.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(Json(wanted.list(rows, row::holds, row::key)))
}

/// One account.
#[utoipa::path(
    get, path = "/accounts/{name}", params(("name" = String, Path)),
    responses((status = 200, body = AccountRow)),
)]
pub async fn show(
    State(node): State<Node>,
    staff: Staff,
    Path(name): Path<String>,
) -> Result<Json<AccountRow>, Problem> {
    let account = rules::visible(&node, &staff, &name).await?;
    shown(&node, &staff, &account).await
}

/// The name of an account's unit today; its last one, if it ended.
pub(super) fn unit_name(node: &Node, account: &Account) -> Option<Words> {
    let books = node.books();
    let version = row::last(&books.catalogue, account.unit_id?, node.today());
    version.map(|version| version.name.clone())
}

async fn shown(node: &Node, staff: &Staff, account: &Account) -> Result<Json<AccountRow>, Problem> {
    let around = Around::read(node, staff).await?;
    around.row(node, account).map(Json).ok_or(Problem::NotFound)
}

/// Adds an account and gives the link to hand to its owner. One that watches over others, such as an
/// inspector's, opens nothing before a second person has confirmed it.
#[utoipa::path(
    post, path = "/accounts", request_body = NewAccount,
    responses((status = 201, body = ActivationLink)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<ActivationLink>), Problem> {
    let sent: NewAccount = sent::json(&body)?;
    let mut faults = sent.faults();
    let unit =
        rules::assigned_unit(&node, &staff, sent.role, sent.unit.as_deref(), None, &mut faults);
    if let Some(name) = as_name(&sent.name) {
        let is_taken = accounts::named(&node.db, &name).await?.is_some();
        faults.extend(is_taken.then(|| Fault::new("name", Reason::Taken)));
    }
    let (Some(name), true) = (as_name(&sent.name), faults.is_empty()) else {
        return Err(Problem::faults(faults));
    };
    let full_name = text::clean(&sent.full_name);
    let new = New {
        name: &name,
        full_name: &full_name,
        role: sent.role.number(),
        unit,
        password: None,
        created: node.moment(),
        standing: standing(&node, sent.role, unit),
    };
    let mut act = staff.act(&node).await?;
    let id = accounts::add(&mut act.tx, &new).await?;
    let id = id.ok_or_else(|| Problem::faults(vec![Fault::new("name", Reason::Taken)]))?;
    let mut invitation = invite(&node, &mut act.tx, id, None).await?;
    if new.standing == Standing::Waiting {
        let asker = staff.account;
        confirmations::ask(&mut act.tx, id, Matter::Role, asker, new.created).await?;
        invitation.waits = true;
    }
    let done = Deed::new("account.create", format!("account/{name}"));
    act.keep(done.after(created(&full_name, &sent, unit))).await?;
    Ok((StatusCode::CREATED, Json(invitation)))
}

fn standing(node: &Node, role: Role, unit: Option<i64>) -> Standing {
    match second::watches(node, role.number(), unit) {
        true => Standing::Waiting,
        false => Standing::Plain,
    }
}

fn created(full_name: &str, sent: &NewAccount, unit: Option<i64>) -> Value {
    json!({"full_name": full_name, "role": sent.role, "unit": unit.and(sent.unit.as_deref())})
}

/// Changes an account. Where what it may do changes, it is signed out everywhere and links to choose
/// its password end; where it is to watch over others, nobody signs in before a second person agrees.
#[utoipa::path(
    put, path = "/accounts/{name}", params(("name" = String, Path)), request_body = AccountChange,
    responses((status = 200, body = AccountRow)),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    Path(name): Path<String>,
    SentJson(body): SentJson,
) -> Result<Json<AccountRow>, Problem> {
    let sent: AccountChange = sent::json(&body)?;
    let account = rules::changeable(&node, &staff, &name).await?;
    let mut faults = sent.faults();
    let (role, code) = (sent.role, sent.unit.as_deref());
    let unit = rules::assigned_unit(&node, &staff, role, code, Some(&account), &mut faults);
    let full_name = text::clean(&sent.full_name);
    let to = AccountUpdate {
        full_name: &full_name,
        role: role.number(),
        unit,
        disabled: sent.disabled.then(|| account.disabled.unwrap_or(node.moment())),
    };
    let is_other = may_do_other(&account, &to);
    if account.id == staff.account && is_other {
        faults.extend(rules::own(&account, &to));
    }
    if !faults.is_empty() {
        return Err(Problem::faults(faults));
    }
    keep(&node, &staff, &account, &to, is_other).await?;
    let account = accounts::get(&node.db, account.id).await?.ok_or(Problem::NotFound)?;
    shown(&node, &staff, &account).await
}

fn may_do_other(from: &Account, to: &AccountUpdate<'_>) -> bool {
    (from.role, from.unit_id, from.disabled) != (to.role, to.unit, to.disabled)
}

async fn keep(
    node: &Node,
    staff: &Staff,
    account: &Account,
    to: &AccountUpdate<'_>,
    is_other: bool,
) -> Result<(), Problem> {
    let mut act = staff.act(node).await?;
    let held = accounts::hold(&mut act.tx, account.id).await?.ok_or(Problem::NotFound)?;
    accounts::change(&mut act.tx, account.id, to).await?;
    if is_other {
        sessions::end_all(&mut act.tx, account.id).await?;
        // A link was handed out for the account as it was: it opens nothing greater.
        end_all(&mut act.tx, account.id, node.moment()).await?;
        second::settle(node, &mut act.tx, staff.account, &held, to).await?;
    }
    let done = Deed::new("account.change", format!("account/{}", account.name));
    act.note(done.before(rules::before(node, account)).after(rules::after(node, to))).await?;
    // Counted after the entry: changes take their turns at the record, so that two administrators
    // who disable each other at once are not both the last but one.
    if rules::is_able_administrator(account) && !rules::any_administrator(&mut act.tx).await? {
        return Err(Problem::faults(vec![Fault::new("role", Reason::LastAdministrator)]));
    }
    act.commit().await
}
