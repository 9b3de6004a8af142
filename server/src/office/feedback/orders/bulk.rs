//! `POST /api/v1/office/feedback/steps`: one step for many cases.

use axum::{Json, extract::State};
use domain::{
    Lang,
    office::feedback::{
        bulk::{BulkForm, BulkOutcome, LeftCase, SeenCase},
        order::CheckedOrder,
    },
};

use super::within;
use crate::{
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    speech::Speech,
    staff::Staff,
};

/// Cases that are kept together: whoever else works waits no longer than for these.
const TOGETHER: usize = 50;

/// Takes a step for up to 500 cases. Those that can take it do; the others are named with the reason, and
/// nothing of them is changed.
#[utoipa::path(
    post, path = "/feedback/steps", request_body = BulkForm,
    responses((status = 200, body = BulkOutcome)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    Speech(lang): Speech,
    SentJson(body): SentJson,
) -> Result<Json<BulkOutcome>, Problem> {
    let form: BulkForm = sent::json(&body)?;
    let (order, cases) = form.check().map_err(Problem::faults)?;
    let mut outcome = BulkOutcome::default();
    for cases in cases.chunks(TOGETHER) {
        // What was done stays said, whatever becomes of the rest.
        if let Err(problem) = some(&node, &staff, cases, &order, (lang, &mut outcome)).await {
            let why = why(&problem, lang);
            let left = cases.iter().map(|it| LeftCase { number: it.number, why: why.clone() });
            outcome.left.extend(left);
        }
    }
    Ok(Json(outcome))
}

/// Takes it for some cases in one transaction.
async fn some(
    node: &Node,
    staff: &Staff,
    cases: &[SeenCase],
    order: &CheckedOrder,
    (lang, outcome): (Lang, &mut BulkOutcome),
) -> Result<(), Problem> {
    let mut act = staff.act(node).await?;
    let (mut done, mut left) = (Vec::new(), Vec::new());
    for &SeenCase { number, seen } in cases {
        match within(node, staff, &mut act.tx, &[], (number, seen), order).await {
            Ok(deed) => done.push(deed),
            Err(
                problem @ (Problem::Faults(_)
                | Problem::Stale
                | Problem::NotFound
                | Problem::NotAllowed),
            ) => left.push(LeftCase { number, why: why(&problem, lang) }),
            Err(problem) => return Err(problem),
        }
    }
    // The record last: whoever waits for it holds cases, and nobody waits in a circle.
    let taken = done.len();
    for deed in done {
        act.note(deed).await?;
    }
    act.commit().await?;
    outcome.done += taken;
    outcome.left.extend(left);
    Ok(())
}

/// What a problem says in one sentence.
fn why(problem: &Problem, lang: Lang) -> String {
    match problem.spoken(lang).into_iter().next() {
        Some(fault) => fault.message,
        None => problem.trouble(lang).title.to_owned(),
    }
}
