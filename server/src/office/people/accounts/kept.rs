//! Whose account may be kept by whom, and what may be given.

use domain::{Fault, Reason, Role, office::people::account::as_name, people::role::is_bounded};
use serde_json::{Value, json};

use super::row;
use crate::{
    problem::Problem,
    staff::{Staff, is_whole_house},
    state::App,
    store::{
        Tx,
        accounts::{self, Account, Change},
    },
};

/// Whether accounts of a unit are within the scope. Where the unit is no longer there, they are kept
/// with those of the unit that answers for it: somebody has to give them another.
pub(super) fn is_within(app: &App, staff: &Staff, unit: Option<i64>) -> bool {
    let books = app.books();
    let answering = unit.and_then(|unit| books.catalogue.answering_on(unit, app.today()));
    staff.scope.holds(answering.or(unit))
}

/// The account of a name, if it is within the scope; otherwise there is none.
pub(super) async fn seen(app: &App, staff: &Staff, name: &str) -> Result<Account, Problem> {
    let name = as_name(name).ok_or(Problem::NotFound)?;
    let account = accounts::named(&app.db, &name).await?;
    account.filter(|account| is_within(app, staff, account.unit_id)).ok_or(Problem::NotFound)
}

/// The account of a name, to be changed. Whoever keeps one unit's accounts does not get hold of
/// one that sees the whole house, not even by a link to choose its password.
pub(super) async fn changed(app: &App, staff: &Staff, name: &str) -> Result<Account, Problem> {
    let account = seen(app, staff, name).await?;
    let role = Role::from_number(account.role).ok_or(Problem::NotAllowed)?;
    if may_give(app, staff, role) { Ok(account) } else { Err(Problem::NotAllowed) }
}

/// The unit of a code, if role and unit are for this person to give. One that is no longer there may
/// stay what an account of it has, such as one that is to be disabled.
pub(super) fn given(
    app: &App,
    staff: &Staff,
    role: Role,
    unit: Option<&str>,
    of: Option<&Account>,
    faults: &mut Vec<Fault>,
) -> Option<i64> {
    if !may_give(app, staff, role) {
        faults.push(Fault::new("role", Reason::NotYoursToGive));
    }
    let books = app.books();
    let known = unit.map(|code| books.catalogue.unit_named_on(code, app.today()));
    let found = known.flatten().map(|version| version.unit);
    if matches!(known, Some(None)) {
        let own = of.and_then(|of| row::last(&books.catalogue, of.unit_id?, app.today()));
        if let Some(own) = own.filter(|own| Some(own.code.as_str()) == unit) {
            return Some(own.unit);
        }
        faults.push(Fault::new("unit", Reason::UnknownUnit));
    } else if !staff.scope.holds(found) {
        faults.push(Fault::new("unit", Reason::NotYoursToGive));
    }
    found
}

fn may_give(app: &App, staff: &Staff, role: Role) -> bool {
    is_bounded(role, staff.role) || is_whole_house(app, staff.unit)
}

/// What nobody changes about their own account.
pub(super) fn own(account: &Account, to: &Change<'_>) -> Vec<Fault> {
    let changed = [
        ("role", account.role != to.role),
        ("unit", account.unit_id != to.unit),
        ("disabled", account.disabled != to.disabled),
    ];
    let changed = changed.into_iter().filter(|(_, changed)| *changed);
    changed.map(|(field, _)| Fault::new(field, Reason::NotToOneself)).collect()
}

/// Whether administration rests on this account too.
pub(super) fn is_able_administrator(account: &Account) -> bool {
    account.role == Role::Administrator.number()
        && account.disabled.is_none()
        && account.password.is_some()
}

/// Whether anyone is left who can sign in as administrator.
pub(super) async fn any_administrator(tx: &mut Tx) -> Result<bool, sqlx::Error> {
    Ok(accounts::able(tx, Role::Administrator.number()).await? > 0)
}

/// The account as it was, for the record.
pub(super) fn before(app: &App, account: &Account) -> Value {
    let Account { full_name, role, unit_id, disabled, .. } = account;
    after(app, &Change { full_name, role: *role, unit: *unit_id, disabled: *disabled })
}

/// The account as it is to be, for the record.
pub(super) fn after(app: &App, to: &Change<'_>) -> Value {
    let (books, today) = (app.books(), app.today());
    let unit = to.unit.and_then(|unit| row::last(&books.catalogue, unit, today));
    json!({
        "full_name": to.full_name,
        "role": Role::from_number(to.role),
        "unit": unit.map(|version| version.code.as_str()),
        "disabled": to.disabled.is_some(),
    })
}
