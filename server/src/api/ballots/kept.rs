//! `/api/v1/ballots/{receipt}`: what is kept of one ballot, and taking it back.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Catalogue,
    ballot::{KeptBallot, answers, unpack},
    day,
    respondent::Respondent,
};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use crate::{
    limits::origin::Sender,
    problem::{Problem, ProblemReply},
    receipts,
    state::App,
    store::{
        notices,
        withdrawals::{self, Row, Withdrawal},
    },
};

/// What goes with the receipt.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Shown {
    /// The pin that was told with the receipt.
    pin: String,
}

/// What is kept of a ballot.
#[utoipa::path(
    get, path = "/api/v1/ballots/{receipt}", tag = "ballots",
    params(("receipt" = String, Path, description = "the receipt code"), Shown),
    responses(
        (status = 200, body = KeptBallot),
        (status = 404, body = ProblemReply, content_type = "application/problem+json",
            description = "no such receipt, or not its pin"),
        (status = 410, body = ProblemReply, content_type = "application/problem+json",
            description = "taken back"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json",
            description = "too many wrong pins"),
    ),
)]
pub async fn show(
    State(app): State<App>,
    sender: Sender,
    Path(receipt): Path<String>,
    Query(Shown { pin }): Query<Shown>,
) -> Result<Json<KeptBallot>, Problem> {
    find(&app, &sender, &receipt, &pin).await.map(Json)
}

/// Takes a ballot back: it is gone, and its counts with it.
#[utoipa::path(
    delete, path = "/api/v1/ballots/{receipt}", tag = "ballots",
    params(("receipt" = String, Path, description = "the receipt code"), Shown),
    responses(
        (status = 204, description = "gone"),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
        (status = 410, body = ProblemReply, content_type = "application/problem+json"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn remove(
    State(app): State<App>,
    sender: Sender,
    Path(receipt): Path<String>,
    Query(Shown { pin }): Query<Shown>,
) -> Result<StatusCode, Problem> {
    withdraw(&app, &sender, &receipt, &pin, true).await.map(|()| StatusCode::NO_CONTENT)
}

/// Takes a ballot's comment back; the answers stay and still count.
#[utoipa::path(
    delete, path = "/api/v1/ballots/{receipt}/comment", tag = "ballots",
    params(("receipt" = String, Path, description = "the receipt code"), Shown),
    responses(
        (status = 204, description = "there is no comment any more"),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
        (status = 410, body = ProblemReply, content_type = "application/problem+json"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn remove_comment(
    State(app): State<App>,
    sender: Sender,
    Path(receipt): Path<String>,
    Query(Shown { pin }): Query<Shown>,
) -> Result<StatusCode, Problem> {
    withdraw(&app, &sender, &receipt, &pin, false).await.map(|()| StatusCode::NO_CONTENT)
}

/// The ballot of a receipt and its pin, for the page as well.
pub async fn find(
    app: &App,
    sender: &Sender,
    receipt: &str,
    pin: &str,
) -> Result<KeptBallot, Problem> {
    let id = receipts::find(app, sender, receipt, pin).await?;
    let row = withdrawals::kept(&app.db, id).await?.ok_or(Problem::NotFound)?;
    let consent = notices::agreed(&app.db, id).await?;
    kept(&app.books().catalogue, row, consent).ok_or(Problem::Broken)
}

/// Takes back all of a ballot or only its comment, for the page as well.
pub async fn withdraw(
    app: &App,
    sender: &Sender,
    receipt: &str,
    pin: &str,
    whole: bool,
) -> Result<(), Problem> {
    let id = receipts::find(app, sender, receipt, pin).await?;
    let withdrawal = withdrawal(app, id, whole);
    match whole {
        // Another request may have been faster: gone is gone.
        true => app.writer.withdraw(withdrawal).await.map(|_| ()),
        false => Ok(withdrawal.done(&app.db).await.map(|_| ())?),
    }
}

fn withdrawal(app: &App, id: Uuid, whole: bool) -> Withdrawal {
    let (day, moment) = (day::number(app.today()), app.moment());
    Withdrawal { id, whole, day, moment, keys: app.world.keys.clone() }
}

/// A stored ballot in the words of the books; nothing, if they do not know it.
fn kept(books: &Catalogue, row: Row, consent: Vec<String>) -> Option<KeptBallot> {
    let set = books.instruments.get(&row.instrument_id)?;
    let campaign = books.campaigns.values().find(|it| it.id == row.campaign_id)?;
    let day = day::from_number(row.day)?;
    let point = books.service_points.values().find(|it| Some(it.id) == row.service_point_id);
    let unit = books.units.iter().find(|it| Some(it.id) == row.unit_version_id);
    let of_procedure = |it: &&domain::catalogue::ProcedureVersion| {
        Some(it.procedure) == row.procedure_id && it.period.holds(day)
    };
    Some(KeptBallot {
        day: day.to_string(),
        campaign: campaign.code.clone(),
        instrument: set.key(),
        service_point: point.map(|it| it.code.clone()),
        unit: unit.map(|it| it.code.clone()),
        procedure: books.procedures.iter().find(of_procedure).map(|it| it.code.clone()),
        answers: answers(set, &unpack(&row.answers)?),
        comment: row.comment,
        respondent: Respondent::unpacked(row.respondent),
        consent,
    })
}
