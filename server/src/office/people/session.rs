//! `/api/v1/office/session`: signing in, in one step or two, and out.

mod device;
#[cfg(feature = "oidc")]
pub mod openid;

use crate::{
    identity::{
        proof,
        throttle::{self, Budget},
        tokens,
        tries::{self, note},
    },
    node::Node,
    problem::Problem,
    sender::Sender,
    sent::{self, SentJson},
    staff::{self, cookies},
    store::{
        Tx,
        accounts::{self, Account},
        sessions,
    },
};
use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use axum_extra::extract::cookie::CookieJar;
use domain::{
    Fault, Reason,
    office::people::account::{Code, Next, SignIn, Step, as_name, folded},
};

type Reply = Result<(CookieJar, Json<Next>), Problem>;

/// Signs in with name and password.
///
/// A name that nobody has, a wrong password and a disabled account get the same answer after the
/// same work.
#[utoipa::path(
    post, path = "/session", request_body = SignIn, responses((status = 200, body = Next)),
)]
pub async fn create(
    State(node): State<Node>,
    sender: Sender,
    jar: CookieJar,
    headers: HeaderMap,
    SentJson(body): SentJson,
) -> Reply {
    let typed: SignIn = sent::json(&body)?;
    let name = folded(&typed.name);
    let account = match as_name(&typed.name) {
        Some(name) => accounts::named(&node.db, &name).await?,
        None => None,
    };
    let whose = account.as_ref().map(|account| (account.id, account.name.as_str()));
    let budgets = tries::budgets(&node, &jar, &name, &sender);
    tries::count(&node, &budgets, whose).await?;
    let heard = proof::password(&node, account.as_ref(), &typed.password).await;
    let is_right = throttle::unless_away(&node, &budgets, heard).await?;
    let mut tx = node.db.begin().await?;
    let proved = account.as_ref().filter(|_| is_right);
    let Some(account) = still(&mut tx, proved).await? else {
        note(&node, &mut tx, whose, "session.refuse", None).await?;
        tx.commit().await?;
        return Err(Problem::faults(vec![Fault::new("password", Reason::WrongSignIn)]));
    };
    tries::forgive(&mut tx, &budgets).await?;
    let reply = begin(&node, &mut tx, jar, &headers, &account).await?;
    tx.commit().await?;
    Ok(reply)
}

/// The account, if what was proved still opens it: while a password is being hashed it may be
/// changed, and the sessions that the change ends must not be followed by one more.
async fn still(tx: &mut Tx, proved: Option<&Account>) -> Result<Option<Account>, sqlx::Error> {
    let Some(proved) = proved else { return Ok(None) };
    let now = accounts::hold(tx, proved.id).await?;
    Ok(now.filter(|now| {
        (&now.password, &now.totp, now.is_shut())
            == (&proved.password, &proved.totp, proved.is_shut())
    }))
}

/// Begins a session under a token of its own; the one this browser had, if any, ends.
async fn begin(
    node: &Node,
    tx: &mut Tx,
    jar: CookieJar,
    headers: &HeaderMap,
    account: &Account,
) -> Result<(CookieJar, Json<Next>), Problem> {
    if let Some(cookie) = jar.get(cookies::SESSION) {
        sessions::end_token(tx, &tokens::hash(cookie.value())).await?;
    }
    sessions::end_begun_before(tx, staff::oldest(node).0).await?;
    let (token, complete) = (tokens::draw(node.world.fill), account.totp.is_none());
    let new = sessions::New {
        token_hash: &tokens::hash(&token),
        account: account.id,
        complete,
        moment: node.moment(),
        device: &device::of(headers),
    };
    sessions::begin(tx, &new).await?;
    let jar = jar.add(cookies::session(token));
    if !complete {
        // Whoever knows the password and has no code leaves this entry alone behind.
        note(node, tx, Some((account.id, &account.name)), "session.ask_code", None).await?;
        return Ok((jar, Json(Next { next: Step::SecondFactor })));
    }
    note(node, tx, Some((account.id, &account.name)), "session.begin", None).await?;
    Ok((jar.add(cookies::known(node, &account.name)), Json(Next { next: Step::Done })))
}

/// Goes on with a code of the second factor, or a recovery code.
#[utoipa::path(
    post, path = "/session/second-factor", request_body = Code,
    responses((status = 200, body = Next)),
)]
pub async fn complete(
    State(node): State<Node>,
    jar: CookieJar,
    headers: HeaderMap,
    SentJson(body): SentJson,
) -> Reply {
    let typed: Code = sent::json(&body)?;
    let open = staff::session(&node, &headers).await?.filter(|open| open.complete == 0);
    let open = open.ok_or(Problem::SignInFirst)?;
    let account = accounts::get(&node.db, open.account_id).await?.ok_or(Problem::SignInFirst)?;
    let budget = Budget::of_code(&node, account.id);
    let whose = Some((account.id, account.name.as_str()));
    tries::count(&node, std::slice::from_ref(&budget), whose).await?;
    let mut tx = node.db.begin().await?;
    if !proof::code(&node, &mut tx, &account, &typed.code).await? {
        note(&node, &mut tx, whose, "session.refuse", None).await?;
        tx.commit().await?;
        return Err(Problem::faults(vec![Fault::new("code", Reason::WrongCode)]));
    }
    throttle::clear(&mut tx, &budget).await?;
    let token = tokens::draw(node.world.fill);
    if !sessions::rotate(&mut tx, open.id, &tokens::hash(&token)).await? {
        return Err(Problem::SignInFirst);
    }
    note(&node, &mut tx, whose, "session.begin", None).await?;
    tx.commit().await?;
    let jar = jar.add(cookies::session(token)).add(cookies::known(&node, &account.name));
    Ok((jar, Json(Next { next: Step::Done })))
}

/// Signs out: the token opens nothing any more, wherever it is.
#[utoipa::path(
    delete, path = "/session",
    responses((status = 204, description = "signed out, or nobody was signed in")),
)]
pub async fn remove(
    State(node): State<Node>,
    jar: CookieJar,
    headers: HeaderMap,
) -> Result<(CookieJar, StatusCode), Problem> {
    if let Some(open) = staff::session(&node, &headers).await? {
        let mut tx = node.db.begin().await?;
        sessions::end(&mut tx, open.account_id, open.id).await?;
        note(&node, &mut tx, Some((open.account_id, &open.name)), "session.end", None).await?;
        tx.commit().await?;
    }
    Ok((jar.add(cookies::ended()), StatusCode::NO_CONTENT))
}
