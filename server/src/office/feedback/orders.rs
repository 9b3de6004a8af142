//! `/api/v1/office/feedback/{number}/…`: the steps that staff take, by the right that each needs.

mod kept;
mod step;

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    Action, Fault, Reason,
    feedback::order::Order,
    office::feedback::{
        case::CasePage,
        order::{CheckedOrder, OrderForm},
    },
};
use serde_json::{Value, json};

use super::case::{self, Found};
use crate::{
    feedback::{
        log::{self, Line},
        reach,
    },
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{accounts, feedback::cases},
};

/// Takes a case as ours, refuses it, gives it to a unit.
#[utoipa::path(
    post, path = "/feedback/{number}/direction", params(("number" = i64, Path)),
    request_body = OrderForm,
    responses((status = 200, body = CasePage), (status = 204)),
)]
pub async fn direct(
    State(node): State<Node>,
    staff: Staff,
    Path(number): Path<i64>,
    SentJson(body): SentJson,
) -> Result<Response, Problem> {
    take(&node, &staff, number, Action::DirectFeedback, &body).await
}

/// Works on a case: asks, answers, transfers, takes it up.
#[utoipa::path(
    post, path = "/feedback/{number}/work", params(("number" = i64, Path)),
    request_body = OrderForm,
    responses((status = 200, body = CasePage), (status = 204)),
)]
pub async fn work(
    State(node): State<Node>,
    staff: Staff,
    Path(number): Path<i64>,
    SentJson(body): SentJson,
) -> Result<Response, Problem> {
    take(&node, &staff, number, Action::WorkOnFeedback, &body).await
}

/// Approves an answer, sends it back, decides what was taken up.
#[utoipa::path(
    post, path = "/feedback/{number}/approval", params(("number" = i64, Path)),
    request_body = OrderForm,
    responses((status = 200, body = CasePage), (status = 204)),
)]
pub async fn approve(
    State(node): State<Node>,
    staff: Staff,
    Path(number): Path<i64>,
    SentJson(body): SentJson,
) -> Result<Response, Problem> {
    take(&node, &staff, number, Action::ApproveFeedback, &body).await
}

/// Enters what the sender of a case adds, thinks of the answer or asks for, by telephone or at a counter.
#[utoipa::path(
    post, path = "/feedback/{number}/sender", params(("number" = i64, Path)),
    request_body = OrderForm,
    responses((status = 200, body = CasePage), (status = 204)),
)]
pub async fn enter(
    State(node): State<Node>,
    staff: Staff,
    Path(number): Path<i64>,
    SentJson(body): SentJson,
) -> Result<Response, Problem> {
    take(&node, &staff, number, Action::RegisterFeedback, &body).await
}

/// Publishes an answer, or takes it away again.
#[utoipa::path(
    post, path = "/feedback/{number}/publication", params(("number" = i64, Path)),
    request_body = OrderForm,
    responses((status = 200, body = CasePage), (status = 204)),
)]
pub async fn publish(
    State(node): State<Node>,
    staff: Staff,
    Path(number): Path<i64>,
    SentJson(body): SentJson,
) -> Result<Response, Problem> {
    take(&node, &staff, number, Action::PublishFeedback, &body).await
}

/// Takes a step, with its entry on the record, and shows the case as it is then, if it is still there
/// for whoever took it.
async fn take(
    node: &Node,
    staff: &Staff,
    number: i64,
    right: Action,
    body: &[u8],
) -> Result<Response, Problem> {
    let form: OrderForm = sent::json(body)?;
    if form.order.right() != right {
        return Err(Problem::faults(vec![Fault::new("order", Reason::UnknownChoice)]));
    }
    let order = form.check().map_err(Problem::faults)?;
    step(node, staff, number, form.seen, &order).await?;
    match case::again(node, staff, number).await {
        Ok(page) => Ok(Json(page).into_response()),
        // It is somebody else's by now, and no longer there for whoever gave it away.
        Err(Problem::NotFound) => Ok(StatusCode::NO_CONTENT.into_response()),
        Err(problem) => Err(problem),
    }
}

/// One step of one case, in one transaction.
pub async fn step(
    node: &Node,
    staff: &Staff,
    number: i64,
    seen: u32,
    order: &CheckedOrder,
) -> Result<(), Problem> {
    let (books, now) = (node.books(), (node.world.now)());
    // Read before the act begins: no act waits for a second connection.
    let people = match order.order {
        Order::Name | Order::Escalate | Order::Concern => accounts::all(&node.db).await?,
        _ => Vec::new(),
    };
    let mut act = staff.act(node).await?;
    cases::hold(&mut act.tx, number).await?;
    let found = case::find(node, staff, &mut act.tx, number).await?;
    if seen != found.case.events {
        return Err(Problem::Stale);
    }
    case::may(&books, staff, now, &found.case, order.order)?;
    let step = step::of(node, staff, &mut act.tx, &people, &found, order).await?;
    let words = order.words.clone();
    let line = Line { at: now, actor: reach::actor_of(staff, order.order), step, words };
    let after = log::add(&mut act.tx, &books, number, found.case.clone(), line).await?;
    kept::beside(node, staff, &mut act.tx, &found, order, &after).await?;
    let deed = Deed::new("feedback.step", format!("feedback/{number}"));
    act.keep(deed.before(noted(&found)).after(noted_after(order, &after))).await
}

/// What goes on the record, which is never shortened: no words, since they may name somebody.
fn noted(found: &Found) -> Value {
    json!({"status": found.case.state, "level": found.case.level})
}

fn noted_after(order: &CheckedOrder, case: &domain::feedback::case::Case) -> Value {
    json!({
        "order": order.order, "status": case.state, "level": case.level, "unit": order.unit,
        "account": order.account, "day": order.day.map(|day| day.to_string()),
    })
}
