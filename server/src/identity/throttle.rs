//! What is held against those who guess: after a few tries each further one has to wait longer.
//!
//! A try is counted before it is heard, so that a thousand at once are not heard either, and taken
//! back when it was right. Tries count against the account and against the origin. A browser in
//! which the account was signed in before has a budget of its own instead: whoever guesses from
//! elsewhere does not lock the owner out. Codes of the second factor count against the account
//! alone. Only keyed hashes are kept, the origin's for a day.

use crate::{
    keys::Key,
    node::Node,
    problem::Problem,
    store::{
        Tx,
        attempts::{self, Rule},
    },
};

/// A day without a try, in milliseconds, and nothing is held against anyone.
const FORGOTTEN: i64 = 24 * 3_600_000;

/// What tries count against.
#[derive(Clone, Debug)]
pub struct Budget {
    key: Key,
    free: u32,
    longest: i64,
}

impl Budget {
    /// One account, whoever tries: ten free tries, then up to a quarter of an hour between two.
    pub fn of_account(node: &Node, name: &str) -> Self {
        Self {
            key: node.world.keys.blind("attempts.account", name.as_bytes()),
            free: 10,
            longest: 900,
        }
    }

    /// One browser that knows an account: as many.
    pub fn of_browser(node: &Node, browser: &str) -> Self {
        Self {
            key: node.world.keys.blind("attempts.browser", browser.as_bytes()),
            free: 10,
            longest: 900,
        }
    }

    /// One origin: a whole office may share it, so more is free and the wait is shorter.
    pub fn of_origin(node: &Node, origin: Key) -> Self {
        Self { key: node.world.keys.blind("attempts.origin", &origin), free: 30, longest: 60 }
    }

    /// The second factor of one account, whichever browser tries: only a right code clears it, so
    /// that whoever has the password cannot go on guessing by typing it again.
    pub fn of_code(node: &Node, account: i64) -> Self {
        let key = node.world.keys.blind("attempts.code", &account.to_be_bytes());
        Self { key, free: 5, longest: 900 }
    }
}

/// Counts a try against every budget, if all of them have room for one.
pub async fn count(node: &Node, budgets: &[Budget]) -> Result<(), Problem> {
    let now = node.moment();
    let mut tx = node.db.begin().await?;
    for Budget { key, free, longest } in budgets {
        let (free_tries, forgotten) = (i64::from(*free), now - FORGOTTEN);
        let rule = Rule { now, forgotten, free: free_tries, longest: 1000 * longest };
        let Some(tries) = attempts::count(&mut tx, key, rule).await? else {
            let until = attempts::until(&mut tx, key).await?.unwrap_or(now);
            return Err(Problem::TooMany(seconds(until - now)));
        };
        let until = now + 1000 * wait(tries, free_tries, *longest);
        attempts::hold(&mut tx, key, until).await?;
    }
    attempts::forget_before(&mut tx, now - FORGOTTEN).await?;
    Ok(tx.commit().await?)
}

/// Whether nobody was turned away by the wait that holds now under one of these budgets, and that
/// this one was. A flood is noted once in each wait: waits only begin with a try that is heard.
pub async fn is_first_held(
    node: &Node,
    tx: &mut Tx,
    budgets: &[Budget],
) -> Result<bool, sqlx::Error> {
    let now = node.moment();
    for Budget { key, longest, .. } in budgets {
        let Some(until) = attempts::until(tx, key).await?.filter(|until| *until > now) else {
            continue;
        };
        let noted = node.world.keys.blind("attempts.noted", key);
        let rule = Rule { now, forgotten: now, free: 0, longest: 1000 * longest };
        let is_first = attempts::count(tx, &noted, rule).await?.is_some();
        if is_first {
            attempts::hold(tx, &noted, until).await?;
        }
        return Ok(is_first);
    }
    Ok(false)
}

/// Takes everything back that is held under a budget: the try was right.
pub async fn clear(tx: &mut Tx, budget: &Budget) -> Result<(), sqlx::Error> {
    attempts::clear(tx, &budget.key).await
}

/// What came of a try; where nobody had time to hear it, it is taken back from every budget.
pub async fn unless_away<T>(
    node: &Node,
    budgets: &[Budget],
    heard: Result<T, Problem>,
) -> Result<T, Problem> {
    if matches!(heard, Err(Problem::Away | Problem::ProviderAway)) {
        let mut tx = node.db.begin().await?;
        for budget in budgets {
            attempts::undo(&mut tx, &budget.key, node.moment()).await?;
        }
        tx.commit().await?;
    }
    heard
}

/// Takes one try back. The others stay: one's own account must not pay for guesses at others'.
pub async fn take_back(tx: &mut Tx, budget: &Budget) -> Result<(), sqlx::Error> {
    attempts::take_back(tx, &budget.key).await
}

/// How many seconds pass before the next try is heard: none while tries are free, then one, two,
/// four and so on.
fn wait(tries: i64, free: i64, longest: i64) -> i64 {
    match tries - free {
        ..0 => 0,
        over => (1 << over.min(20)).min(longest),
    }
}

fn seconds(milliseconds: i64) -> u32 {
    u32::try_from(milliseconds.max(1).div_euclid(1000) + 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_its_limit() {
        let waits: Vec<i64> = (1..=8).map(|tries| wait(tries, 3, 10)).collect();
        assert_eq!(waits, [0, 0, 1, 2, 4, 8, 10, 10]);
        assert_eq!(wait(i64::MAX, 0, 900), 900);
    }

    #[tokio::test]
    async fn a_try_is_counted_before_it_is_heard_and_told_how_long_to_wait() {
        let (node, _folder) = Node::for_tests().await;
        let account = Budget { free: 2, ..Budget::of_account(&node, "an") };
        assert!(count(&node, std::slice::from_ref(&account)).await.is_ok());
        assert!(count(&node, std::slice::from_ref(&account)).await.is_ok());
        let held = count(&node, std::slice::from_ref(&account)).await;
        assert!(matches!(held, Err(Problem::TooMany(2))), "{held:?}");
        let other = Budget::of_account(&node, "binh");
        assert!(count(&node, &[other.clone(), account.clone()]).await.is_err());
        let mut tx = node.db.begin().await.unwrap();
        clear(&mut tx, &account).await.unwrap();
        tx.commit().await.unwrap();
        assert!(count(&node, &[other, account]).await.is_ok());
    }

    #[tokio::test]
    async fn of_a_flood_against_one_wait_the_first_is_noted() {
        let (node, _folder) = Node::for_tests().await;
        let budgets = [Budget { free: 1, ..Budget::of_account(&node, "an") }];
        let mut tx = node.db.begin().await.unwrap();
        assert!(!is_first_held(&node, &mut tx, &budgets).await.unwrap(), "nothing is held");
        tx.commit().await.unwrap();
        assert!(count(&node, &budgets).await.is_ok());
        assert!(count(&node, &budgets).await.is_err());
        let mut tx = node.db.begin().await.unwrap();
        assert!(is_first_held(&node, &mut tx, &budgets).await.unwrap());
        assert!(!is_first_held(&node, &mut tx, &budgets).await.unwrap());
    }

    #[tokio::test]
    async fn a_try_that_nobody_had_time_to_hear_is_not_held_against_anyone() {
        let (node, _folder) = Node::for_tests().await;
        let budgets = [Budget { free: 1, ..Budget::of_account(&node, "an") }];
        assert!(count(&node, &budgets).await.is_ok());
        let away = unless_away::<bool>(&node, &budgets, Err(Problem::Away)).await;
        assert!(matches!(away, Err(Problem::Away)));
        assert!(count(&node, &budgets).await.is_ok(), "neither the try nor the wait is left");
        assert!(unless_away(&node, &budgets, Ok(false)).await.is_ok());
        assert!(count(&node, &budgets).await.is_err(), "one that was heard is");
    }
}
