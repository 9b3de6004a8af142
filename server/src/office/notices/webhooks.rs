//! `/api/v1/office/webhooks`: programs that are called when something happens to a case.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::{StatusCode, Uri},
};
use domain::{
    Fault, Reason,
    listing::{Key, ListPage, ListQuery},
    office::notices::{MadeWebhook, NewWebhook, WebhookRow},
    text,
};
use serde_json::json;

use crate::{
    node::Node,
    notices::{
        hook::{self, SECRET},
        reach::Outside,
    },
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::webhooks::{self, Webhook},
};

/// The programs that are called, and those that were.
#[utoipa::path(
    get, path = "/webhooks", params(ListQuery),
    responses((status = 200, body = ListPage<WebhookRow>)),
)]
pub async fn list(
    State(node): State<Node>,
    _: Staff,
    Query(wanted): Query<ListQuery>,
) -> Result<Json<ListPage<WebhookRow>>, Problem> {
    let rows = webhooks::all(&node.db).await?;
    Ok(Json(wanted.list(
        rows.into_iter().map(view),
        |search, row| search.is_in(&[&format!("{} {}", row.label, row.url)]),
        |row, column| match column {
            "label" => Key::from(&row.label),
            "created" => Key::from(row.created),
            _ => Key::Nothing,
        },
    )))
}

/// Adds a program, and shows this once what its calls are signed with.
///
/// Each call is a `POST` as Standard Webhooks describes it, with `webhook-id`, `webhook-timestamp` and
/// `webhook-signature`. The same id again is the same notice. Its body holds a link and a code; that for
/// a gateway also the number it goes to.
#[utoipa::path(
    post, path = "/webhooks", request_body = NewWebhook,
    responses((status = 201, body = MadeWebhook)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<MadeWebhook>), Problem> {
    let sent: NewWebhook = sent::json(&body)?;
    let (label, url) = sent.check().map_err(Problem::faults)?;
    if !may_be_called(&node, &url) {
        return Err(Problem::faults(vec![Fault::new("url", Reason::BadWebAddress)]));
    }
    let label = text::compose(&label);
    let mut secret = [0; SECRET];
    (node.world.fill)(&mut secret);
    let mut act = staff.act(&node).await?;
    let named = (label.as_str(), url.as_str());
    let id = webhooks::add(&mut act.tx, named, sent.is_gateway, node.moment()).await?;
    let sealed = node.world.keys.seal(&hook::secret_purpose(id), &secret, node.world.fill);
    webhooks::set_secret(&mut act.tx, id, &sealed).await?;
    let after = json!({"label": label, "url": host(&url), "is_gateway": sent.is_gateway});
    act.keep(Deed::new("webhook.create", format!("webhook/{id}")).after(after)).await?;
    Ok((StatusCode::CREATED, Json(MadeWebhook { id, secret: hook::shown(&secret) })))
}

/// Whether an address may be called at all: over TLS and on the open net, unless the server's settings
/// say otherwise. Where its name leads is looked at with each call.
fn may_be_called(node: &Node, url: &str) -> bool {
    let reaches_inside = node.world.post.reaches_inside;
    let Ok(parsed) = url.parse::<Uri>() else { return false };
    let is_safe = reaches_inside || parsed.scheme_str() == Some("https");
    is_safe && parsed.host().is_some() && Outside::new(reaches_inside).may_reach(&parsed)
}

/// What goes on the record of an address: what stands behind its host may open a door.
fn host(url: &str) -> String {
    url.parse::<Uri>().ok().and_then(|url| Some(url.host()?.to_owned())).unwrap_or_default()
}

/// One program.
#[utoipa::path(
    get, path = "/webhooks/{id}", params(("id" = i64, Path)),
    responses((status = 200, body = WebhookRow)),
)]
pub async fn show(
    State(node): State<Node>,
    _: Staff,
    Path(id): Path<i64>,
) -> Result<Json<WebhookRow>, Problem> {
    webhooks::one(&node.db, id).await?.map(view).map(Json).ok_or(Problem::NotFound)
}

/// Calls a program no more. What still waits for it goes.
#[utoipa::path(
    delete, path = "/webhooks/{id}", params(("id" = i64, Path)),
    responses((status = 204, description = "it is called no more")),
)]
pub async fn remove(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
) -> Result<StatusCode, Problem> {
    let found = webhooks::one(&node.db, id).await?.ok_or(Problem::NotFound)?;
    let mut act = staff.act(&node).await?;
    if webhooks::disable(&mut act.tx, id, node.moment()).await? {
        let before = json!({"label": found.label});
        act.keep(Deed::new("webhook.remove", format!("webhook/{id}")).before(before)).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}

fn view(it: Webhook) -> WebhookRow {
    let Webhook { id, label, url, is_gateway, created, disabled, .. } = it;
    WebhookRow { id, label, url, is_gateway: is_gateway == 1, created, disabled }
}
