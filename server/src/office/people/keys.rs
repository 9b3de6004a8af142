//! `/api/v1/office/keys`: keys of other programs.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Action, Fault, Reason,
    feedback::kind::Source,
    listing::{Key, ListPage, ListQuery},
    office::people::key::{KeyRow, MadeKey, NewKey},
    text,
};
use serde_json::json;

use crate::{
    identity::tokens,
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff, key::PREFIX},
    store::api_keys::{self, ApiKey, New},
};

const DAY: i64 = 24 * 3_600_000;

/// The keys there are and were, the newest first.
///
/// They are found by the label or the maker's name, and sorted by `label`, `maker`, `created`, `expires`
/// or `used`.
#[utoipa::path(
    get, path = "/keys", params(ListQuery), responses((status = 200, body = ListPage<KeyRow>)),
)]
pub async fn list(
    State(node): State<Node>,
    staff: Staff,
    Query(wanted): Query<ListQuery>,
) -> Result<Json<ListPage<KeyRow>>, Problem> {
    let rows = api_keys::all(&node.db).await?;
    let within = rows.into_iter().filter(|row| is_within(&staff, row.unit_id));
    Ok(Json(wanted.list(
        within.map(|row| view(&node, row)),
        |search, row| search.is_in(&[&format!("{} {}", row.label, row.maker)]),
        |row, column| match column {
            "label" => Key::from(&row.label),
            "maker" => Key::from(&row.maker),
            "created" => Key::from(row.created),
            "expires" => Key::from(row.expires),
            "used" => Key::from(row.used),
            _ => Key::Nothing,
        },
    )))
}

/// Whether a key is for this person to see and revoke: one without a unit reaches as far as its
/// maker, so only for those without a bound themselves.
fn is_within(staff: &Staff, unit: Option<i64>) -> bool {
    staff.scope.holds(unit)
}

fn view(node: &Node, row: ApiKey) -> KeyRow {
    let (books, today) = (node.books(), node.today());
    let version = row.unit_id.and_then(|unit| books.catalogue.unit_on(unit, today));
    KeyRow {
        id: row.id,
        label: row.label,
        actions: row.actions.split(' ').filter_map(Action::read).collect(),
        unit: version.map(|version| version.code.clone()),
        channel: row.channel.and_then(Source::from_number),
        maker: row.maker,
        created: row.created,
        expires: row.expires,
        revoked: row.revoked,
        used: row.used,
    }
}

/// Makes a key, shown this once.
///
/// A key may do those of its `actions` that its maker may do at the moment of the call, to what belongs
/// to its `unit` and what lies below. It never reaches further than its maker, and ends with the maker's
/// account. It signs nobody in, keeps no accounts and makes no keys. Since keys are made by
/// administrators, none reads comments, the record or figures that are not public: whoever shows the
/// index elsewhere asks `GET /api/v1/index`, which needs no key.
#[utoipa::path(
    post, path = "/keys", request_body = NewKey, responses((status = 201, body = MadeKey)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<MadeKey>), Problem> {
    let sent: NewKey = sent::json(&body)?;
    let mut faults = sent.faults(staff.role);
    let unit = unit(&node, &staff, sent.unit.as_deref(), &mut faults);
    if !faults.is_empty() {
        return Err(Problem::faults(faults));
    }
    let key = format!("{PREFIX}{}", tokens::draw(node.world.fill));
    let (label, now) = (text::clean(&sent.label), node.moment());
    let mut names: Vec<&str> = sent.actions.iter().map(|action| action.name()).collect();
    names.sort_unstable();
    names.dedup();
    let (actions, expires) = (names.join(" "), now + sent.days * DAY);
    let new = New {
        key_hash: &tokens::hash(&key),
        label: &label,
        account: staff.account,
        unit,
        actions: &actions,
        channel: sent.channel.map(Source::number),
        created: now,
        expires,
    };
    let mut act = staff.act(&node).await?;
    let id = api_keys::add(&mut act.tx, &new).await?;
    let after = json!({"label": label, "actions": names, "unit": sent.unit, "channel": sent.channel,
        "expires": expires});
    act.keep(Deed::new("key.create", format!("key/{id}")).after(after)).await?;
    Ok((StatusCode::CREATED, Json(MadeKey { id, key, expires })))
}

fn unit(node: &Node, staff: &Staff, code: Option<&str>, faults: &mut Vec<Fault>) -> Option<i64> {
    let books = node.books();
    let known = code.map(|code| books.catalogue.unit_named_on(code, node.today()));
    let found = known.flatten().map(|version| version.unit);
    if matches!(known, Some(None)) {
        faults.push(Fault::new("unit", Reason::UnknownUnit));
    } else if !is_within(staff, found) {
        faults.push(Fault::new("unit", Reason::NotYoursToGive));
    }
    found
}

/// One key.
#[utoipa::path(
    get, path = "/keys/{id}", params(("id" = i64, Path)), responses((status = 200, body = KeyRow)),
)]
pub async fn show(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
) -> Result<Json<KeyRow>, Problem> {
    Ok(Json(view(&node, one(&node, &staff, id).await?)))
}

/// A key that is for this person to see.
async fn one(node: &Node, staff: &Staff, id: i64) -> Result<ApiKey, Problem> {
    let rows = api_keys::all(&node.db).await?;
    let row = rows.into_iter().find(|row| row.id == id && is_within(staff, row.unit_id));
    row.ok_or(Problem::NotFound)
}

/// Revokes a key at once and for good.
#[utoipa::path(
    delete, path = "/keys/{id}", params(("id" = i64, Path)),
    responses((status = 204, description = "revoked")),
)]
pub async fn remove(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
) -> Result<StatusCode, Problem> {
    let row = one(&node, &staff, id).await?;
    let mut act = staff.act(&node).await?;
    if api_keys::revoke(&mut act.tx, id, node.moment()).await? {
        let before = json!({"label": row.label});
        act.keep(Deed::new("key.revoke", format!("key/{id}")).before(before)).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
