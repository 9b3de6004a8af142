//! `PUT /api/v1/ballots/{receipt}`: a kept ballot says something else from now on.

use axum::{
    Json,
    extract::{Path, Query, State},
};
use domain::{
    Fault, Reason,
    ballot::{Correction, KeptBallot},
};

use super::{
    kept::{Shown, asked, change, of},
    read,
};
use crate::{
    limits::{self, origin::Sender},
    problem::{Problem, ProblemReply},
    receipts,
    sent::SentJson,
    state::App,
    store::{changes::What, withdrawals},
};

/// Corrects a ballot: its answers, its comment, its facets, what is agreed to; what is left out is no
/// longer said. It counts where and when it did. Possible while its campaign is open, and 15 days
/// after its last day.
#[utoipa::path(
    put, path = "/ballots/{receipt}",
    params(("receipt" = String, Path, description = "the receipt code"), Shown),
    request_body = Correction,
    responses(
        (status = 200, body = KeptBallot, description = "corrected: what is kept now"),
        (status = 400, body = ProblemReply, content_type = "application/problem+json"),
        (status = 404, body = ProblemReply, content_type = "application/problem+json",
            description = "no such receipt, or not its pin"),
        (status = 410, body = ProblemReply, content_type = "application/problem+json",
            description = "taken back"),
        (status = 413, body = ProblemReply, content_type = "application/problem+json"),
        (status = 415, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json",
            description = "too many wrong pins, or many from one place: then `pass` says what lets it through"),
    ),
)]
pub async fn update(
    State(app): State<App>,
    Path(receipt): Path<String>,
    Query(shown): Query<Shown>,
    sender: Sender,
    SentJson(body): SentJson,
) -> Result<Json<KeptBallot>, Problem> {
    let (correction, faults) = read::correction(&body)?;
    correct(&app, (&receipt, &shown.pin), correction, faults, &sender).await.map(Json)
}

/// Checks and makes a correction, however it was sent. `faults` are those found while reading it.
pub async fn correct(
    app: &App,
    (receipt, pin): (&str, &str),
    correction: Correction,
    mut faults: Vec<Fault>,
    sender: &Sender,
) -> Result<KeptBallot, Problem> {
    let id = receipts::find(app, sender, receipt, pin).await?;
    let row = withdrawals::kept(&app.db, id).await?.ok_or(Problem::Withdrawn)?;
    let books = app.books();
    let (campaign, set, channel) = asked(&books.catalogue, &row).ok_or(Problem::Broken)?;
    if campaign.correctable_until().is_some_and(|last| last < app.today()) {
        faults.push(Fault::new("campaign", Reason::Closed));
    }
    let correction = match correction.check(&books.catalogue, set, channel) {
        Ok(correction) if faults.is_empty() => correction,
        checked => {
            faults.extend(read::not_yet_named(&faults, checked.err().unwrap_or_default()));
            return Err(Problem::faults(faults));
        }
    };
    // It costs what a ballot costs.
    let receipt = receipts::of(&app.world.keys, id).receipt;
    limits::admit(app, &campaign.code, None, &receipt, sender)?;
    app.limits.corrected(id, app.moment())?;
    match app.writer.change(change(app, id, What::Correction(correction))).await? {
        true => of(app, id).await,
        false => Err(Problem::Withdrawn),
    }
}
