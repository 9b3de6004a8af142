//! `/api/v1/office/session/openid`: signing in by way of the OpenID Connect provider.

use axum::{Json, extract::State, http::HeaderMap};
use axum_extra::extract::cookie::CookieJar;
use domain::{
    Reason,
    office::people::{
        account::Next,
        openid::{Arrival, Departure},
    },
};
use serde_json::json;

use super::{Reply, begin, note};
use crate::{
    identity::{
        demo,
        throttle::{self, Budget},
        tries,
    },
    keys::Key,
    node::Node,
    office::people::openid::{arrive, depart, provider, refused},
    problem::Problem,
    sender::Sender,
    sent::{self, SentJson},
    staff::cookies,
    store::{
        Tx,
        accounts::{self, Account},
        openid,
    },
};

/// Sends the browser to the provider.
#[utoipa::path(post, path = "/session/openid", responses((status = 200, body = Departure)))]
pub async fn create(
    State(node): State<Node>,
    jar: CookieJar,
) -> Result<(CookieJar, Json<Departure>), Problem> {
    depart(&node, jar, None).await
}

/// Signs in whoever the provider says it is, into the account they linked; as after a password, a
/// second factor that is set up is still asked for.
#[utoipa::path(
    put, path = "/session/openid", request_body = Arrival, responses((status = 200, body = Next)),
)]
pub async fn update(
    State(node): State<Node>,
    sender: Sender,
    jar: CookieJar,
    headers: HeaderMap,
    SentJson(body): SentJson,
) -> Reply {
    provider(&node)?;
    let sent: Arrival = sent::json(&body)?;
    let budgets = [Budget::of_origin(&node, sender.origin)];
    tries::count(&node, &budgets, None).await?;
    let heard = arrive(&node, &jar, None, sent).await;
    let shown = throttle::unless_away(&node, &budgets, heard).await?;
    let mut tx = node.db.begin().await?;
    let opened = match shown {
        Ok(subject) => opened(&node, &mut tx, &subject).await?,
        Err(unshown) => Opened::Not(None, unshown.0, Reason::NotShown),
    };
    let account = match opened {
        Opened::By(account) => account,
        Opened::Not(account, why, reason) => {
            let whose = account.as_ref().map(|account| (account.id, account.name.as_str()));
            note(&node, &mut tx, whose, "session.refuse", Some(json!({"openid": why}))).await?;
            tx.commit().await?;
            return Err(refused(reason));
        }
    };
    throttle::take_back(&mut tx, &budgets[0]).await?;
    note(&node, &mut tx, Some((account.id, &account.name)), "session.openid", None).await?;
    let (jar, next) = begin(&node, &mut tx, jar, &headers, &account).await?;
    tx.commit().await?;
    Ok((jar.add(cookies::back()), next))
}

/// What somebody at the provider opens here.
enum Opened {
    By(Account),
    /// Nothing: whose account it would be, if any; why, for the record; what is told.
    Not(Option<Account>, &'static str, Reason),
}

async fn opened(node: &Node, tx: &mut Tx, subject: &Key) -> Result<Opened, Problem> {
    let account = match openid::account(tx, subject).await? {
        Some(account) => accounts::hold(tx, account).await?,
        None => None,
    };
    Ok(match account {
        None => Opened::Not(None, "not_linked", Reason::NotLinked),
        Some(account) if account.disabled.is_some() => {
            Opened::Not(Some(account), "disabled", Reason::NotLinked)
        }
        Some(account) if account.is_shut() => {
            Opened::Not(Some(account), "waiting", Reason::NotLinked)
        }
        // As with its password: an account of the demo is dead where nothing is a demo.
        Some(account) if is_demo(&account) && !node.books().demo => {
            Opened::Not(Some(account), "demo", Reason::NotLinked)
        }
        Some(account) => Opened::By(account),
    })
}

fn is_demo(account: &Account) -> bool {
    account.password.as_deref() == Some(demo::MARK)
}
