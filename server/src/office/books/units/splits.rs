//! `POST /api/v1/office/unit-splits`: a unit that becomes several, each taking a part of what was its.

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    Catalogue,
    books::units,
    office::books::{merger::Split, outlook::Outlook, unit::UnitPage},
};

use super::{done, page};
use crate::{
    books::{Change, everything, look_ahead},
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::Staff,
};

/// What the same split would do.
#[utoipa::path(
    post, path = "/unit-splits/outlook", request_body = Split,
    responses((status = 200, body = Outlook)),
)]
pub async fn outlook(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<Json<Outlook>, Problem> {
    let sent: Split = sent::json(&body)?;
    everything(&staff)?;
    look_ahead(&node, |books| Ok((units::split(books, &sent)?, sent.check()?.0))).await
}

/// Splits a unit from a day on; the unit as it was and where its parts went.
#[utoipa::path(
    post, path = "/unit-splits", request_body = Split, responses((status = 201, body = UnitPage)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<UnitPage>), Problem> {
    let sent: Split = sent::json(&body)?;
    everything(&staff)?;
    let plan = |books: &Catalogue| Ok(units::split(books, &sent)?);
    let (change, draft) = Change::begin(&node, &staff, sent.check().is_ok(), plan).await?;
    let code = &sent.unit;
    let done = done("unit.split", code).before(page(&change.books, code));
    let page = change.finish(draft, done, |books| page(books, code)).await?;
    Ok((StatusCode::CREATED, Json(page)))
}
