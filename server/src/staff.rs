//! Who sends a request, and how far their right to it goes.

pub mod act;
pub mod cookies;
pub mod guard;
pub mod key;
pub mod origin;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use axum_extra::extract::cookie::CookieJar;
use domain::{
    Action, Role, Scope,
    feedback::kind::Source,
    people::role::{Reach, is_of_the_house, reach},
};

pub use self::act::{Act, Deed};
use crate::{identity::tokens, node::Node, problem::Problem, store::sessions};

/// How often a session's use is noted, in milliseconds.
const NOTED: i64 = 60_000;
/// A session that still waits for its second factor ends after this many milliseconds.
const WAITING: i64 = 10 * 60_000;

/// The sender of a call of the office, and what it may touch.
#[derive(Clone, Debug)]
pub struct Staff {
    /// The account's row.
    pub account: i64,
    /// The account's name.
    pub name: String,
    /// The account's name, with the key that was used in its stead.
    pub actor: String,
    /// The person's name.
    pub full_name: String,
    /// The role.
    pub role: Role,
    /// The unit.
    pub unit: Option<i64>,
    /// Whether a second factor is set up.
    pub has_second_factor: bool,
    /// The session; none where a key was used.
    pub session: Option<i64>,
    /// The channel of another body's system whose key was used.
    pub channel: Option<Source>,
    /// What the right to this call reaches.
    pub scope: Scope,
}

impl<S: Sync> FromRequestParts<S> for Staff {
    type Rejection = Problem;

    /// Only behind [`guard`], which puts it there.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get().cloned().ok_or(Problem::SignInFirst)
    }
}

/// The account behind a request, by its session or its key.
struct Sender {
    /// The account's row.
    pub account: i64,
    /// The account's name.
    pub name: String,
    /// The person's name.
    pub full_name: String,
    /// The role, as its number.
    pub role: i64,
    /// The unit.
    pub unit: Option<i64>,
    /// Whether a second factor is set up.
    pub has_totp: bool,
    /// By which way it came.
    pub way: Way,
}

/// How a request shows whose it is.
enum Way {
    /// By this session.
    Session(i64),
    /// By a key, which narrows the account's right.
    Key(key::Bounds),
}

/// The sender, if it may do `action` at all.
///
/// `is_used` says whether this keeps a session open for longer. A program's key counts before a session: no
/// page can make a browser send one.
pub async fn of(
    node: &Node,
    headers: &HeaderMap,
    action: Action,
    is_used: bool,
) -> Result<Staff, Problem> {
    let sender = match key::of(node, headers).await? {
        Some(sender) => sender,
        None => by_session(node, headers, is_used).await?,
    };
    let role = Role::from_number(sender.role).ok_or(Problem::NotAllowed)?;
    let books = node.books();
    let lacks_factor = books.office.second_factor.contains(&role) && !sender.has_totp;
    if lacks_factor && action != Action::OwnAccount {
        return Err(Problem::SecondFactorFirst);
    }
    let reach = reach_of(node, role, sender.unit, action);
    if reach == Reach::Nothing {
        return Err(Problem::NotAllowed);
    }
    let home = home(node, role, sender.unit);
    let scope = Scope::of(reach, home, &books.catalogue, node.today());
    let (scope, session, channel, actor) = match sender.way {
        Way::Session(id) => (scope, Some(id), None, sender.name.clone()),
        Way::Key(bounds) => (
            bounds.narrow(node, action, scope)?,
            None,
            bounds.channel,
            format!("{}/key-{}", sender.name, bounds.id),
        ),
    };
    Ok(Staff {
        account: sender.account,
        name: sender.name,
        actor,
        full_name: sender.full_name,
        role,
        unit: sender.unit,
        has_second_factor: sender.has_totp,
        session,
        channel,
        scope,
    })
}

/// How far an account's right to `action` goes. What an administrator changes for everybody is for
/// those alone whose unit is the whole house: one room's administrator may make others like it. The same
/// goes for what heads confirm.
pub fn reach_of(node: &Node, role: Role, unit: Option<i64>, action: Action) -> Reach {
    if is_of_the_house(role, action) && !is_whole_house(node, unit) {
        return Reach::Nothing;
    }
    reach(role, action)
}

/// Whether a unit is the whole house, or was it until it was merged into the one of today.
///
/// There is one house, the first of the units with nothing above them. A second root, be it a house of
/// its own or a room whose parent was left out of a file, takes nothing from the first house's
/// administrators and gives its own no more than its own tree: what belongs to no unit (the tree
/// itself, procedures, settings, keys) is everybody's. Its first administrator comes from the command
/// line, since nobody's scope holds another root.
pub fn is_whole_house(node: &Node, unit: Option<i64>) -> bool {
    let (books, today) = (node.books(), node.today());
    let Some(unit) = unit else { return false };
    // What went into the house has not become it: only who was the house, to its own last day, still is.
    let mut own = books.catalogue.versions_of(unit).into_iter();
    let Some(last) = own.rfind(|it| it.period.from <= today) else { return false };
    let own_day = last.period.to.map_or(today, |last| last.min(today));
    let stands = books.catalogue.unit_on(unit, today).map(|version| version.unit);
    books.catalogue.house_on(own_day) == Some(unit)
        && stands.is_some()
        && stands == books.catalogue.house_on(today)
}

/// The unit from which an account's right reaches down: its own. For administrators of a house that
/// was merged it is the house it went into, or nobody would be left to keep its accounts.
fn home(node: &Node, role: Role, unit: Option<i64>) -> Option<i64> {
    if role != Role::Administrator || !is_whole_house(node, unit) {
        return unit;
    }
    let books = node.books();
    unit.and_then(|unit| books.catalogue.unit_on(unit, node.today())).map(|version| version.unit)
}

async fn by_session(node: &Node, headers: &HeaderMap, is_used: bool) -> Result<Sender, Problem> {
    let open = open_session(node, headers, is_used).await?.filter(|open| open.complete == 1);
    let open = open.ok_or(Problem::SignInFirst)?;
    Ok(Sender {
        account: open.account_id,
        name: open.name,
        full_name: open.full_name,
        role: open.role,
        unit: open.unit_id,
        has_totp: open.has_totp,
        way: Way::Session(open.id),
    })
}

/// The session of a request, if it has one that has not run out; complete or not.
pub async fn session(node: &Node, headers: &HeaderMap) -> Result<Option<sessions::Open>, Problem> {
    open_session(node, headers, true).await
}

/// The same; `is_used`, whether this keeps it open for longer.
async fn open_session(
    node: &Node,
    headers: &HeaderMap,
    is_used: bool,
) -> Result<Option<sessions::Open>, Problem> {
    let jar = CookieJar::from_headers(headers);
    let Some(token) = jar.get(cookies::SESSION) else { return Ok(None) };
    let open = sessions::open(&node.db, &tokens::hash(token.value())).await?;
    let now = node.moment();
    let (begun, seen) = oldest(node);
    let is_open = |open: &sessions::Open| {
        open.seen > seen && open.begun > begun && (open.complete == 1 || open.begun > now - WAITING)
    };
    let Some(open) = open.filter(is_open) else { return Ok(None) };
    if is_used && (now - open.seen).abs() > NOTED {
        sessions::touch(&node.db, open.id, now).await?;
    }
    Ok(Some(open))
}

/// Sessions open nothing any more that were begun, or last used, at these moments or before.
pub fn oldest(node: &Node) -> (i64, i64) {
    let (now, books) = (node.moment(), node.books());
    (now - books.office.session_hours * 3_600_000, now - books.office.idle_minutes * 60_000)
}
