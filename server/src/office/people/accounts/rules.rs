//! Whose account may be kept by whom, and what may be given.

use domain::{Fault, Reason, Role, office::people::account::as_name, people::role::is_bounded};
use serde_json::{Value, json};

use super::row;
use crate::{
    node::Node,
    problem::Problem,
    staff::{Staff, is_whole_house},
    store::{
        Tx,
        accounts::{self, Account, AccountUpdate},
    },
};

/// Whether accounts of a unit are within the scope. Where the unit is no longer there, they are kept
/// with those of the unit that answers for it: somebody has to give them another.
pub(super) fn is_within(node: &Node, staff: &Staff, unit: Option<i64>) -> bool {
    let books = node.books();
    let answering = unit.and_then(|unit| books.catalogue.answering_on(unit, node.today()));
    staff.scope.holds(answering.or(unit))
}

/// The account of a name, if it is within the scope; otherwise there is none.
pub(super) async fn visible(node: &Node, staff: &Staff, name: &str) -> Result<Account, Problem> {
    let name = as_name(name).ok_or(Problem::NotFound)?;
    let account = accounts::named(&node.db, &name).await?;
    account.filter(|account| is_within(node, staff, account.unit_id)).ok_or(Problem::NotFound)
}

/// The account of a name, to be changed. Whoever keeps one unit's accounts does not get hold of
/// one that sees the whole house, not even by a link to choose its password.
pub(super) async fn changeable(node: &Node, staff: &Staff, name: &str) -> Result<Account, Problem> {
    let account = visible(node, staff, name).await?;
    let role = Role::from_number(account.role).ok_or(Problem::NotAllowed)?;
    if may_give(node, staff, role) { Ok(account) } else { Err(Problem::NotAllowed) }
}

/// The unit of a code, if role and unit are for this person to give. One that is no longer there may
/// stay what an account of it has, such as one that is to be disabled.
pub(super) fn assigned_unit(
    node: &Node,
    staff: &Staff,
    role: Role,
    unit: Option<&str>,
    of: Option<&Account>,
    faults: &mut Vec<Fault>,
) -> Option<i64> {
    if !may_give(node, staff, role) {
        faults.push(Fault::new("role", Reason::NotYoursToGive));
    }
    let books = node.books();
    let known = unit.map(|code| books.catalogue.unit_named_on(code, node.today()));
    let found = known.flatten().map(|version| version.unit);
    if matches!(known, Some(None)) {
        let own = of.and_then(|of| row::last(&books.catalogue, of.unit_id?, node.today()));
        if let Some(own) = own.filter(|own| Some(own.code.as_str()) == unit) {
            return Some(own.unit);
        }
        faults.push(Fault::new("unit", Reason::UnknownUnit));
    } else if !staff.scope.holds(found) {
        faults.push(Fault::new("unit", Reason::NotYoursToGive));
    }
    found
}

fn may_give(node: &Node, staff: &Staff, role: Role) -> bool {
    is_bounded(role, staff.role) || is_whole_house(node, staff.unit)
}

/// What nobody changes about their own account.
pub(super) fn own(account: &Account, to: &AccountUpdate<'_>) -> Vec<Fault> {
    let changeable = [
        ("role", account.role != to.role),
        ("unit", account.unit_id != to.unit),
        ("disabled", account.disabled != to.disabled),
    ];
    let changeable = changeable.into_iter().filter(|(_, changeable)| *changeable);
    changeable.map(|(field, _)| Fault::new(field, Reason::NotToOneself)).collect()
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
pub(super) fn before(node: &Node, account: &Account) -> Value {
    let Account { full_name, role, unit_id, disabled, .. } = account;
    after(node, &AccountUpdate { full_name, role: *role, unit: *unit_id, disabled: *disabled })
}

/// The account as it is to be, for the record.
pub(super) fn after(node: &Node, to: &AccountUpdate<'_>) -> Value {
    let (books, today) = (node.books(), node.today());
    let unit = to.unit.and_then(|unit| row::last(&books.catalogue, unit, today));
    json!({
        "full_name": to.full_name,
        "role": Role::from_number(to.role),
        "unit": unit.map(|version| version.code.as_str()),
        "disabled": to.disabled.is_some(),
    })
}
