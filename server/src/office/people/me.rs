//! `/api/v1/office/me`: who is signed in, what they may do, and their own password, second factor
//! and sessions.

pub mod notices;
#[cfg(feature = "oidc")]
pub mod openid;
pub mod password;
pub mod recovery_codes;
pub mod second_factor;
pub mod sessions;

use axum::{Json, extract::State};
use axum_extra::extract::cookie::CookieJar;
use domain::{Action, office::Me, people::role::Reach};

use crate::{
    identity::tokens,
    node::Node,
    problem::Problem,
    staff::{Staff, cookies, reach_of},
    store::{self, Tx},
};

/// Who is signed in.
#[utoipa::path(get, path = "/me", responses((status = 200, body = Me)))]
pub async fn show(State(node): State<Node>, staff: Staff) -> Json<Me> {
    let (books, today) = (node.books(), node.today());
    let version = staff.unit.and_then(|unit| books.catalogue.unit_on(unit, today));
    let may = |action: &Action| reach_of(&node, staff.role, staff.unit, *action) > Reach::Nothing;
    Json(Me {
        name: staff.name,
        full_name: staff.full_name,
        role: staff.role,
        unit: version.map(|version| version.name.clone()),
        actions: Action::ALL.iter().copied().filter(may).collect(),
        second_factor: staff.has_second_factor,
        needs_second_factor: books.office.second_factor.contains(&staff.role)
            && !staff.has_second_factor,
        demo: books.demo,
    })
}

/// After a change of what proves the owner: this session goes on under another token, every other
/// one ends.
async fn renew(
    node: &Node,
    tx: &mut Tx,
    staff: &Staff,
    jar: CookieJar,
) -> Result<CookieJar, Problem> {
    let session = session(staff)?;
    let token = tokens::draw(node.world.fill);
    if !store::sessions::rotate(tx, session, &tokens::hash(&token)).await? {
        return Err(Problem::SignInFirst);
    }
    store::sessions::end_others(tx, staff.account, session).await?;
    Ok(jar.add(cookies::session(token)))
}

/// The session that asks; a key has no business here.
fn session(staff: &Staff) -> Result<i64, Problem> {
    staff.session.ok_or(Problem::NotAllowed)
}
