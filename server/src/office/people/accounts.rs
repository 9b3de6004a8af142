//! `/api/v1/office/accounts`: who works here, as those see and keep it whose unit they belong to.

mod kept;
pub mod part;
mod row;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Fault, Reason,
    listing::{Listed, Wanted},
    office::people::account::{AccountChange, AccountRow, Invitation, NewAccount, as_name},
    text,
};
use serde_json::{Value, json};

use self::row::Filter;
use crate::{
    identity::invitations::invite,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Done, Staff},
    state::App,
    store::{
        accounts::{self, Account, Change, New},
        invitations, sessions,
    },
};

/// The accounts within the reader's scope.
///
/// They are found by the name, the person's name or the unit, and sorted by `name`, `full_name`, `role`,
/// `unit` or `created`.
#[utoipa::path(
    get, path = "/accounts", params(Wanted, Filter),
    responses((status = 200, body = Listed<AccountRow>)),
)]
pub async fn list(
    State(app): State<App>,
    staff: Staff,
    Query(wanted): Query<Wanted>,
    Query(filter): Query<Filter>,
) -> Result<Json<Listed<AccountRow>>, Problem> {
    let all = accounts::all(&app.db).await?;
    let within = all.iter().filter(|account| kept::is_within(&app, &staff, account.unit_id));
    let mut rows: Vec<AccountRow> = within
        .filter_map(|account| row::of(&app, account))
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
    State(app): State<App>,
    staff: Staff,
    Path(name): Path<String>,
) -> Result<Json<AccountRow>, Problem> {
    let account = kept::seen(&app, &staff, &name).await?;
    row::of(&app, &account).map(Json).ok_or(Problem::NotFound)
}

/// Adds an account and gives the link to hand to its owner.
#[utoipa::path(
    post, path = "/accounts", request_body = NewAccount,
    responses((status = 201, body = Invitation)),
)]
pub async fn create(
    State(app): State<App>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<Invitation>), Problem> {
    let sent: NewAccount = sent::json(&body)?;
    let mut faults = sent.faults();
    let unit = kept::given(&app, &staff, sent.role, sent.unit.as_deref(), None, &mut faults);
    let (Some(name), true) = (as_name(&sent.name), faults.is_empty()) else {
        return Err(Problem::faults(faults));
    };
    let full_name = text::kept(&sent.full_name);
    let new = New {
        name: &name,
        full_name: &full_name,
        role: sent.role.number(),
        unit,
        password: None,
        created: app.moment(),
    };
    let mut act = staff.act(&app).await?;
    let id = accounts::add(&mut act.tx, &new).await?;
    let id = id.ok_or_else(|| Problem::faults(vec![Fault::new("name", Reason::Taken)]))?;
    let invitation = invite(&app, &mut act.tx, id).await?;
    let done = Done::new("account.create", format!("account/{name}"));
    act.keep(done.after(told(&full_name, &sent, unit))).await?;
    Ok((StatusCode::CREATED, Json(invitation)))
}

fn told(full_name: &str, sent: &NewAccount, unit: Option<i64>) -> Value {
    json!({"full_name": full_name, "role": sent.role, "unit": unit.and(sent.unit.as_deref())})
}

/// Changes an account. Where what it may do changes, it is signed out everywhere and links to choose
/// its password end.
#[utoipa::path(
    put, path = "/accounts/{name}", params(("name" = String, Path)), request_body = AccountChange,
    responses((status = 200, body = AccountRow)),
)]
pub async fn update(
    State(app): State<App>,
    staff: Staff,
    Path(name): Path<String>,
    SentJson(body): SentJson,
) -> Result<Json<AccountRow>, Problem> {
    let sent: AccountChange = sent::json(&body)?;
    let account = kept::changed(&app, &staff, &name).await?;
    let mut faults = sent.faults();
    let (role, code) = (sent.role, sent.unit.as_deref());
    let unit = kept::given(&app, &staff, role, code, Some(&account), &mut faults);
    let full_name = text::kept(&sent.full_name);
    let to = Change {
        full_name: &full_name,
        role: role.number(),
        unit,
        disabled: sent.disabled.then(|| account.disabled.unwrap_or(app.moment())),
    };
    let is_other = may_do_other(&account, &to);
    if account.id == staff.account && is_other {
        faults.extend(kept::own(&account, &to));
    }
    if !faults.is_empty() {
        return Err(Problem::faults(faults));
    }
    keep(&app, &staff, &account, &to, is_other).await?;
    let account = accounts::get(&app.db, account.id).await?.ok_or(Problem::NotFound)?;
    row::of(&app, &account).map(Json).ok_or(Problem::NotFound)
}

fn may_do_other(from: &Account, to: &Change<'_>) -> bool {
    (from.role, from.unit_id, from.disabled) != (to.role, to.unit, to.disabled)
}

async fn keep(
    app: &App,
    staff: &Staff,
    account: &Account,
    to: &Change<'_>,
    is_other: bool,
) -> Result<(), Problem> {
    let mut act = staff.act(app).await?;
    accounts::change(&mut act.tx, account.id, to).await?;
    if is_other {
        sessions::end_all(&mut act.tx, account.id).await?;
        // A link was handed out for the account as it was: it opens nothing greater.
        invitations::end_all(&mut act.tx, account.id).await?;
    }
    let done = Done::new("account.change", format!("account/{}", account.name));
    act.note(done.before(kept::before(app, account)).after(kept::after(app, to))).await?;
    // Counted after the entry: changes take their turns at the record, so that two administrators
    // who disable each other at once are not both the last but one.
    if kept::is_able_administrator(account) && !kept::any_administrator(&mut act.tx).await? {
        return Err(Problem::faults(vec![Fault::new("role", Reason::LastAdministrator)]));
    }
    act.commit().await
}
