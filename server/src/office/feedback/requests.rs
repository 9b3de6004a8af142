//! `/api/v1/office/requests`: what one unit asks another, or another body a unit, and what comes of it.

mod list;
mod making;
mod view;

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    day,
    feedback::request::{RequestMove, RequestState},
    office::feedback::request::{NewRequest, Reply, RequestPage, RequestRow, Withdrawal},
    text,
};
use serde_json::{Value, json};

pub use self::list::{__path_list, __path_people, list, people};
use super::case;
use crate::{
    feedback::{
        requests::{
            self,
            reach::{self, Sides},
            view::row,
        },
        view::Names,
    },
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Act, Deed, Staff},
    store::{
        Tx,
        feedback::requests::{self as stored, Listed},
    },
};

/// One request. Whoever works on neither side of it sees its words without what looks personal.
#[utoipa::path(
    get, path = "/requests/{id}", params(("id" = i64, Path)),
    responses((status = 200, body = RequestPage)),
)]
pub async fn show(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
) -> Result<Json<RequestPage>, Problem> {
    let it = found(&node, &staff, &mut node.db.snapshot().await?, id).await?;
    Ok(Json(view::page(&node, &staff, it).await?))
}

/// Asks a unit of the house: by a unit, or as another body's letter is entered. `days` counts working days
/// after today by the house's calendar; `due` names the last day.
#[utoipa::path(
    post, path = "/requests", request_body = NewRequest,
    responses((status = 201, body = RequestPage)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<RequestPage>), Problem> {
    let sent: NewRequest = sent::json(&body)?;
    let (new, term) = making::checked(&node, &staff, &sent).await?;
    let (books, now) = (node.books(), (node.world.now)());
    let mut act = staff.act(&node).await?;
    let id = requests::ask(&mut act.tx, &books, new, term, now).await?;
    let it = stored::one(&mut act.tx, id).await?.ok_or(Problem::Broken)?;
    let row = row(&node, &Names::new(), &it).ok_or(Problem::Broken)?;
    act.keep(Deed::new("request.create", format!("request/{id}")).after(noted(&row))).await?;
    let page = view::page(&node, &staff, it).await?;
    Ok((StatusCode::CREATED, Json(page)))
}

/// Answers a request, in time or late. Of two who answer at once the second is refused, and sees what the
/// first wrote.
#[utoipa::path(
    post, path = "/requests/{id}/reply", params(("id" = i64, Path)), request_body = Reply,
    responses((status = 200, body = RequestPage)),
)]
pub async fn reply(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
    SentJson(body): SentJson,
) -> Result<Json<RequestPage>, Problem> {
    let sent: Reply = sent::json(&body)?;
    let words = text::compose(&sent.check().map_err(Problem::faults)?);
    let books = node.books();
    let mut act = staff.act(&node).await?;
    let it = open(&node, &staff, &mut act, (id, &sent.based_on), RequestMove::Reply).await?;
    let by = (act.by(), words.as_str());
    if !requests::reply(&mut act.tx, &books, &it, by, (node.world.now)()).await? {
        return Err(Problem::Stale);
    }
    kept(&node, &staff, act, "request.reply", id).await
}

/// Takes a request back.
#[utoipa::path(
    post, path = "/requests/{id}/withdrawal", params(("id" = i64, Path)),
    request_body = Withdrawal,
    responses((status = 200, body = RequestPage)),
)]
pub async fn withdraw(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
    SentJson(body): SentJson,
) -> Result<Json<RequestPage>, Problem> {
    let sent: Withdrawal = sent::json(&body)?;
    let reason = text::compose(&sent.check().map_err(Problem::faults)?);
    let mut act = staff.act(&node).await?;
    open(&node, &staff, &mut act, (id, &sent.based_on), RequestMove::Withdraw).await?;
    if !stored::withdraw(&mut act.tx, id, day::number(node.today()), &reason).await? {
        return Err(Problem::Stale);
    }
    kept(&node, &staff, act, "request.withdraw", id).await
}

/// A request that the reader may change in this way, as they saw it.
async fn open(
    node: &Node,
    staff: &Staff,
    act: &mut Act<'_>,
    (id, based_on): (i64, &str),
    wanted: RequestMove,
) -> Result<Listed, Problem> {
    let it = found(node, staff, &mut act.tx, id).await?;
    let request = requests::dates(&it).ok_or(Problem::Broken)?;
    if request.state() != RequestState::Open || view::seen(&it) != based_on {
        return Err(Problem::Stale);
    }
    let (books, today) = (node.books(), node.today());
    let moves = reach::moves(staff, &books.catalogue, today, &it, request.state());
    if moves.contains(&wanted) { Ok(it) } else { Err(Problem::NotAllowed) }
}

/// Keeps a change with its entry, and shows the request as it is then.
async fn kept(
    node: &Node,
    staff: &Staff,
    mut act: Act<'_>,
    deed: &'static str,
    id: i64,
) -> Result<Json<RequestPage>, Problem> {
    let it = stored::one(&mut act.tx, id).await?.ok_or(Problem::Broken)?;
    let row = row(node, &Names::new(), &it).ok_or(Problem::Broken)?;
    act.keep(Deed::new(deed, format!("request/{id}")).after(noted(&row))).await?;
    Ok(Json(view::page(node, staff, it).await?))
}

/// A request that is there for the reader: they are on one side of it, or may read the case it belongs to.
/// What belongs to a case about them is not there.
async fn found(node: &Node, staff: &Staff, tx: &mut Tx, id: i64) -> Result<Listed, Problem> {
    let it = stored::one(tx, id).await?.ok_or(Problem::NotFound)?;
    if it.about_account_id == Some(staff.account) {
        return Err(Problem::NotFound);
    }
    let books = node.books();
    if Sides::of(staff, &books.catalogue, node.today(), &it).is_any() {
        return Ok(it);
    }
    let number = it.feedback.ok_or(Problem::NotFound)?;
    case::find(node, staff, tx, number).await.map(|_| it)
}

/// What goes on the record, which is never shortened: no words, since they may name somebody.
fn noted(row: &RequestRow) -> Value {
    json!({"unit": row.unit, "due": row.due, "status": row.state})
}
