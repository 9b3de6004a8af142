//! `POST /api/v1/office/unit-mergers`: units that become one. Their versions end, and whatever names
//! them means the other one from that day on.

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    Catalogue,
    books::units,
    office::books::{merger::Merger, outlook::Outlook, unit::UnitPage},
};

use super::{done, page};
use crate::{
    books::{Change, everything, look_ahead},
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::Staff,
};

/// What the same merger would do.
#[utoipa::path(
    post, path = "/unit-mergers/outlook", request_body = Merger,
    responses((status = 200, body = Outlook)),
)]
pub async fn outlook(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<Json<Outlook>, Problem> {
    let sent: Merger = sent::json(&body)?;
    everything(&staff)?;
    look_ahead(&node, |books| Ok((units::merge(books, &sent)?, sent.check()?.0))).await
}

/// Merges units from a day on; the unit they became.
#[utoipa::path(
    post, path = "/unit-mergers", request_body = Merger, responses((status = 201, body = UnitPage)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<UnitPage>), Problem> {
    let sent: Merger = sent::json(&body)?;
    everything(&staff)?;
    let plan = |books: &Catalogue| Ok(units::merge(books, &sent)?);
    let (change, draft) = Change::begin(&node, &staff, sent.check().is_ok(), plan).await?;
    let code = &sent.into.code;
    let before: Vec<_> =
        sent.from.iter().chain([code]).map(|code| page(&change.books, code)).collect();
    let page = change
        .finish(draft, done("unit.merge", code).before(before), |books| page(books, code))
        .await?;
    Ok((StatusCode::CREATED, Json(page)))
}
