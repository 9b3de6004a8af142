//! Whether whoever asks is the account's owner: the password, and the code after it.

use domain::{Fault, Reason};

use super::{
    password, second_factor,
    second_factor::When,
    throttle::{self, Budget},
    tokens,
};
use crate::{
    demo,
    problem::Problem,
    state::App,
    store::{Tx, accounts, accounts::Account, recovery_codes},
};

/// Whether a password is the account's. It takes as long where there is no account, or none that
/// can be signed in with, and the answer is the same.
pub async fn password(app: &App, of: Option<&Account>, typed: &str) -> Result<bool, Problem> {
    let account = of.filter(|account| account.disabled.is_none());
    let kept = account.and_then(|account| account.password.clone());
    let is_right = password::verify(typed.to_owned(), kept.clone()).await?;
    let is_demo = app.books().demo && kept.as_deref() == Some(demo::accounts::MARK);
    Ok(is_right
        || is_demo
            && account.is_some_and(|account| {
                let printed = demo::accounts::password(&app.world.keys, &account.name);
                tokens::hash(&printed) == tokens::hash(typed)
            }))
}

/// The password of whoever is signed in already, once more; `field` is where it was typed. Tries
/// are counted.
pub async fn own_password(
    app: &App,
    account: i64,
    field: &str,
    typed: &str,
) -> Result<(), Problem> {
    let budget = Budget::of_proof(app, account);
    throttle::count(app, std::slice::from_ref(&budget)).await?;
    let account = accounts::get(&app.db, account).await?;
    let heard = password(app, account.as_ref(), typed).await;
    if !throttle::unless_away(app, std::slice::from_ref(&budget), heard).await? {
        return Err(Problem::faults(vec![Fault::new(field, Reason::WrongPassword)]));
    }
    let mut tx = app.db.begin().await?;
    throttle::clear(&mut tx, &budget).await?;
    Ok(tx.commit().await?)
}

/// Uses up a code of the second factor, or a recovery code; whether it was one that opens.
pub async fn code(app: &App, tx: &mut Tx, account: &Account, typed: &str) -> Result<bool, Problem> {
    let Some(sealed) = &account.totp else { return Ok(false) };
    let when = When { moment: app.moment(), last_step: account.totp_step };
    if let Some(step) = second_factor::check(&app.world.keys, account.id, sealed, typed, when) {
        return Ok(accounts::use_step(tx, account.id, step).await?);
    }
    let Some(hash) = second_factor::recovery_hash(typed) else { return Ok(false) };
    Ok(recovery_codes::take(tx, account.id, &hash).await?)
}
