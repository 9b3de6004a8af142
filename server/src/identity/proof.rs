//! Whether whoever asks is the account's owner: the password, and the code after it.

use axum_extra::extract::cookie::CookieJar;
use domain::{Fault, Reason};

use super::{demo, password, second_factor, second_factor::When, throttle, tokens, tries};
use crate::{
    node::Node,
    problem::Problem,
    sender::Sender,
    staff::Staff,
    store::{
        Tx,
        accounts::{self, Account},
        recovery_codes,
    },
};

/// Whether a password is the account's. It takes as long where there is no account, or none that
/// can be signed in with, and the answer is the same.
pub async fn password(node: &Node, of: Option<&Account>, typed: &str) -> Result<bool, Problem> {
    let account = of.filter(|account| !account.is_shut());
    let stored = account.and_then(|account| account.password.clone());
    let is_right = password::verify(typed.to_owned(), stored.clone()).await?;
    let is_demo = node.books().demo && stored.as_deref() == Some(demo::MARK);
    Ok(is_right
        || is_demo
            && account.is_some_and(|account| {
                let printed = demo::password(&node.world.keys, &account.name);
                tokens::hash(&printed) == tokens::hash(typed)
            }))
}

/// How whoever is signed in already comes to prove it once more.
pub struct Again<'a> {
    /// Who is signed in.
    pub staff: &'a Staff,
    /// What the browser holds.
    pub jar: &'a CookieJar,
    /// Where it comes from.
    pub sender: &'a Sender,
}

/// The password of whoever is signed in already, once more; `field` is where it was typed. Tries
/// count in the same waits as those at the front door, so that an open session left behind gives no
/// more guesses.
pub async fn own_password(
    node: &Node,
    Again { staff, jar, sender }: Again<'_>,
    field: &str,
    typed: &str,
) -> Result<(), Problem> {
    let whose = Some((staff.account, staff.name.as_str()));
    let budgets = tries::budgets(node, jar, &staff.name, sender);
    tries::count(node, &budgets, whose).await?;
    let account = accounts::get(&node.db, staff.account).await?;
    let heard = password(node, account.as_ref(), typed).await;
    let is_right = throttle::unless_away(node, &budgets, heard).await?;
    let mut tx = node.db.begin().await?;
    if !is_right {
        tries::note(node, &mut tx, whose, "password.refuse", None).await?;
        tx.commit().await?;
        return Err(Problem::faults(vec![Fault::new(field, Reason::WrongPassword)]));
    }
    tries::forgive(&mut tx, &budgets).await?;
    Ok(tx.commit().await?)
}

/// Uses up a code of the second factor, or a recovery code; whether it was one that opens.
pub async fn code(
    node: &Node,
    tx: &mut Tx,
    account: &Account,
    typed: &str,
) -> Result<bool, Problem> {
    let Some(sealed) = &account.totp else { return Ok(false) };
    let when = When { moment: node.moment(), last_step: account.totp_step };
    if let Some(step) = second_factor::check(&node.world.keys, account.id, sealed, typed, when) {
        return Ok(accounts::use_step(tx, account.id, step, account.totp_step).await?);
    }
    let Some(hash) = second_factor::recovery_hash(typed) else { return Ok(false) };
    Ok(recovery_codes::take(tx, account.id, &hash).await?)
}
