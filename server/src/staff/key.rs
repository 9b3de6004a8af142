//! Keys of other programs: `Authorization: Bearer hl_…` instead of a session.

use axum::http::{HeaderMap, header};
use domain::{
    Action, Scope, feedback::kind::Source, office::people::key::may_hold, people::role::Reach,
};

use super::{NOTED, Sender, Way};
use crate::{identity::tokens, node::Node, problem::Problem, store::api_keys};

/// What every key begins with, so that one left lying about is known for what it is.
pub const PREFIX: &str = "hl_";

/// How a key narrows its maker's right.
pub(super) struct Bounds {
    /// The key's row.
    pub id: i64,
    /// The channel it is for.
    pub channel: Option<Source>,
    actions: String,
    unit: Option<i64>,
}

impl Bounds {
    /// What is left of the maker's scope in a call of `action`.
    pub fn narrow(&self, node: &Node, action: Action, scope: Scope) -> Result<Scope, Problem> {
        let mut named = self.actions.split(' ');
        if !may_hold(action) || !named.any(|name| name == action.name()) {
            return Err(Problem::NotAllowed);
        }
        Ok(match self.unit {
            None => scope,
            unit => scope.and(Scope::of(Reach::Below, unit, &node.books().catalogue, node.today())),
        })
    }
}

/// Whose key a request carries, if it carries one; a key that opens nothing is refused.
pub(super) async fn of(node: &Node, headers: &HeaderMap) -> Result<Option<Sender>, Problem> {
    let Some(sent) = headers.get(header::AUTHORIZATION) else { return Ok(None) };
    let key = sent.to_str().ok().and_then(|sent| sent.strip_prefix("Bearer "));
    let key = key.filter(|key| key.starts_with(PREFIX)).ok_or(Problem::SignInFirst)?;
    let now = node.moment();
    let open = api_keys::open(&node.db, &tokens::hash(key), now).await?;
    let open = open.ok_or(Problem::SignInFirst)?;
    if open.used.is_none_or(|used| (now - used).abs() > NOTED) {
        api_keys::touch(&node.db, open.id, now).await?;
    }
    Ok(Some(Sender {
        account: open.account_id,
        name: open.name,
        full_name: open.full_name,
        role: open.role,
        unit: open.unit_id,
        has_totp: open.has_totp,
        way: Way::Key(Bounds {
            id: open.id,
            channel: open.channel.and_then(Source::from_number),
            actions: open.actions,
            unit: open.bound_to,
        }),
    }))
}
