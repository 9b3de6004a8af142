//! The second person: which accounts need one, and who can be one.

use domain::{
    Action, Role,
    people::{
        role::Reach,
        standing::{self, Matter, Standing},
    },
};

use crate::{
    node::Node,
    problem::Problem,
    staff::reach_of,
    store::{
        Tx,
        accounts::{self, Account, AccountUpdate},
        confirmations,
    },
};

/// Whether an account of this role and unit watches over others: whoever may confirm is one that nobody
/// makes alone, or one person would be both.
pub(super) fn watches(node: &Node, role: i64, unit: Option<i64>) -> bool {
    let reach = |role| reach_of(node, role, unit, Action::ConfirmAccounts);
    Role::from_number(role).map(reach) > Some(Reach::Nothing)
}

/// Whether somebody can confirm what others ask for: their role does, and nobody made them that alone.
pub(in crate::office::people) fn may_confirm(node: &Node, account: &Account) -> bool {
    account.standing == Standing::Vouched.number()
        && account.disabled.is_none()
        && watches(node, account.role, account.unit_id)
}

/// Whether there is nobody who could confirm what `asker` asks for about an account.
pub(super) fn nobody(node: &Node, all: &[Account], asker: i64, owner: i64) -> bool {
    let others = all.iter().filter(|it| it.id != asker && it.id != owner);
    !others.into_iter().any(|it| it.password.is_some() && may_confirm(node, it))
}

/// Whether a new link for an account needs a second person: it is in use already, or watches over others.
/// The first link of any other account opens what nobody has used yet.
pub(super) fn link_needs_one(account: &Account) -> bool {
    account.password.is_some() || account.standing == Standing::Vouched.number()
}

/// After a change of what an account may do: what it can be relied on for now, and what is asked of a
/// second person. What was asked for before is no more.
pub(super) async fn settle(
    node: &Node,
    tx: &mut Tx,
    asker: i64,
    from: &Account,
    to: &AccountUpdate<'_>,
) -> Result<(), Problem> {
    let now = node.moment();
    let before = Standing::from_number(from.standing).unwrap_or(Standing::Plain);
    let (watched, watches) =
        (watches(node, from.role, from.unit_id), watches(node, to.role, to.unit));
    let standing = standing::after(before, from.role == to.role, watched, watches);
    accounts::stand(tx, from.id, standing).await?;
    confirmations::lapse(tx, from.id, Matter::Role, now).await?;
    if standing == Standing::Waiting && to.disabled.is_none() {
        confirmations::ask(tx, from.id, Matter::Role, asker, now).await?;
    }
    Ok(())
}
