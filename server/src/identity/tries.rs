//! Tries at a door, and what the record says of them.

use axum_extra::extract::cookie::CookieJar;
use serde_json::Value;

use super::throttle::{self, Budget};
use crate::{
    node::Node,
    problem::Problem,
    sender::Sender,
    staff::cookies,
    store::{
        Tx,
        record::{self, Entry},
    },
};

/// Whose door it is: an account's row and name, or nobody's.
pub type Whose<'a> = Option<(i64, &'a str)>;

/// What tries at an account's password count against. A browser that knows the account comes with a
/// budget of its own.
pub fn budgets(node: &Node, jar: &CookieJar, name: &str, sender: &Sender) -> Vec<Budget> {
    match cookies::knows(node, jar, name) {
        Some(browser) => vec![Budget::of_browser(node, &browser)],
        None => vec![Budget::of_account(node, name), Budget::of_origin(node, sender.origin)],
    }
}

/// Counts a try. One that is turned away is on the record, the first of each wait: so many entries
/// come of a flood as tries are heard, and no more.
pub async fn count(node: &Node, budgets: &[Budget], whose: Whose<'_>) -> Result<(), Problem> {
    let counted = throttle::count(node, budgets).await;
    if matches!(counted, Err(Problem::TooMany(_))) {
        let mut tx = node.db.begin().await?;
        if throttle::is_first_held(node, &mut tx, budgets).await? {
            note(node, &mut tx, whose, "session.hold", None).await?;
        }
        tx.commit().await?;
    }
    counted
}

/// Takes back what was held against a browser or an account that turned out right. The origin only
/// gets this one try back: a thief's own account must not pay for guesses at others'.
pub async fn forgive(tx: &mut Tx, budgets: &[Budget]) -> Result<(), sqlx::Error> {
    let (own, origin) = budgets.split_at(1.min(budgets.len()));
    for budget in own {
        throttle::clear(tx, budget).await?;
    }
    for budget in origin {
        throttle::take_back(tx, budget).await?;
    }
    Ok(())
}

/// Puts a step at a door on the record. Nobody's is told without the name that was typed: people
/// type passwords into that field.
pub async fn note(
    node: &Node,
    tx: &mut Tx,
    whose: Whose<'_>,
    action: &str,
    after: Option<Value>,
) -> Result<(), sqlx::Error> {
    let (account, actor) = whose.map_or((None, "?"), |(id, name)| (Some(id), name));
    let moment = node.moment();
    let entry = Entry { moment, account, actor, action, object: "session", before: None, after };
    record::add(tx, &node.world.keys, entry).await
}
