//! `/api/v1/office/feedback/{number}/…`: the steps that staff take, by the right that each needs.

pub mod bulk;
mod kept;
mod step;

use std::collections::BTreeSet;

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
    store::{
        Tx,
        accounts::{self, Account},
        feedback::cases,
    },
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
    // Read before the act begins: no act waits for a second connection.
    let people = match order.order {
        Order::Name | Order::Escalate | Order::Concern => accounts::all(&node.db).await?,
        _ => Vec::new(),
    };
    let mut act = staff.act(node).await?;
    let deed = within(node, staff, &mut act.tx, &people, (number, seen), order).await?;
    act.keep(deed).await
}

/// The step within an act that was begun. What is refused is refused before anything is written.
async fn within(
    node: &Node,
    staff: &Staff,
    tx: &mut Tx,
    people: &[Account],
    (number, seen): (i64, u32),
    order: &CheckedOrder,
) -> Result<Deed, Problem> {
    let (books, now) = (node.books(), (node.world.now)());
    // Two that are linked to each other at once take both turns in the same order.
    let both: BTreeSet<i64> = order.case.into_iter().chain([number]).collect();
    for number in both {
        cases::hold(tx, number).await?;
    }
    let found = case::find(node, staff, tx, number).await?;
    if seen != found.case.events {
        return Err(Problem::Stale);
    }
    case::may(&books, staff, now, &found.case, order.order)?;
    let step = step::of(node, staff, tx, people, &found, order).await?;
    let words = order.words.clone();
    let line = Line { at: now, actor: reach::actor_of(staff, order.order), step, words };
    let after = log::add(tx, &books, number, found.case.clone(), line).await?;
    kept::beside(node, staff, tx, &found, order, &after).await?;
    let deed = Deed::new("feedback.step", format!("feedback/{number}"));
    Ok(deed.before(noted(&found)).after(noted_after(order, &after)))
}

/// What goes on the record, which is never shortened: no words, since they may name somebody.
fn noted(found: &Found) -> Value {
    json!({"status": found.case.state, "level": found.case.level})
}

fn noted_after(order: &CheckedOrder, case: &domain::feedback::case::Case) -> Value {
    json!({
        "order": order.order, "status": case.state, "level": case.level, "unit": order.unit,
        // Whom a case is about stands in its own log alone.
        "account": order.account.as_ref().filter(|_| order.order != Order::Concern), "day": order.day.map(|day| day.to_string()),
    })
}
