//! `/api/v1/office/campaigns`: rounds of asking, each within the scope of whoever changes it.

mod rows;

use std::collections::HashMap;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Campaign, Catalogue,
    books::{campaign::Standing, campaigns as rules},
    listing::{ListPage, ListQuery, Search, fits},
    office::books::outlook::Affected,
    office::surveys::campaign::{CampaignChange, CampaignRow, NewCampaign},
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    books::Change,
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{campaigns, outlook},
};

/// What else a row has to be.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// `open`, `not_open_yet` or `closed`.
    standing: Option<String>,
    /// The code of its unit, today.
    unit: Option<String>,
}

impl Filter {
    fn fits(&self, row: &CampaignRow) -> bool {
        let standing = match row.standing {
            Standing::NotOpenYet => "not_open_yet",
            Standing::Open => "open",
            Standing::Closed => "closed",
        };
        fits(self.standing.as_deref(), standing) && fits(self.unit.as_deref(), row.unit.as_deref())
    }
}

/// Every campaign, with its ballots.
#[utoipa::path(
    get, path = "/campaigns", params(ListQuery, Filter),
    responses((status = 200, body = ListPage<CampaignRow>)),
)]
pub async fn list(
    State(node): State<Node>,
    Query(wanted): Query<ListQuery>,
    Query(filter): Query<Filter>,
) -> Result<Json<ListPage<CampaignRow>>, Problem> {
    let mut tx = node.db.snapshot().await?;
    let counts = campaigns::counts(&mut tx).await?;
    tx.commit().await?;
    let (books, today) = (node.books(), node.today());
    let mut rows: Vec<CampaignRow> = books
        .catalogue
        .campaigns
        .values()
        .map(|campaign| rows::row(&books.catalogue, campaign, &counts, today))
        .filter(|row| filter.fits(row))
        .collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    let holds = |search: &Search, row: &CampaignRow| {
        let unit = row.unit.as_deref().unwrap_or_default();
        search.words_in(&[&row.code, &row.title.vi, &row.title.en, unit])
    };
    Ok(Json(wanted.list(rows, holds, rows::key)))
}

/// One campaign.
#[utoipa::path(
    get, path = "/campaigns/{code}", params(("code" = String, Path)),
    responses((status = 200, body = CampaignRow)),
)]
pub async fn show(
    State(node): State<Node>,
    Path(code): Path<String>,
) -> Result<Json<CampaignRow>, Problem> {
    let mut tx = node.db.snapshot().await?;
    let counts = campaigns::counts(&mut tx).await?;
    tx.commit().await?;
    let books = node.books();
    let campaign = books.catalogue.campaigns.get(&code).ok_or(Problem::NotFound)?;
    Ok(Json(rows::row(&books.catalogue, campaign, &counts, node.today())))
}

/// Adds a campaign.
#[utoipa::path(
    post, path = "/campaigns", request_body = NewCampaign,
    responses((status = 201, body = CampaignRow)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<CampaignRow>), Problem> {
    let sent: NewCampaign = sent::json(&body)?;
    let plan = |books: &Catalogue| {
        within(&node, &staff, books, sent.unit.as_deref())?;
        Ok(rules::create(books, &sent)?)
    };
    let (mut change, (code, draft)) =
        Change::begin(&node, &staff, sent.check().is_ok(), plan).await?;
    change.write(draft).await?;
    let done = Deed::new("campaign.create", format!("campaign/{code}"));
    let row = keep(change, (&node, &code), done).await?;
    Ok((StatusCode::CREATED, Json(row)))
}

/// Changes a campaign. Once it has ballots, question set, unit, channel and sampling stay.
#[utoipa::path(
    put, path = "/campaigns/{code}", params(("code" = String, Path)), request_body = CampaignChange,
    responses((status = 200, body = CampaignRow)),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    Path(code): Path<String>,
    SentJson(body): SentJson,
) -> Result<Json<CampaignRow>, Problem> {
    let sent: CampaignChange = sent::json(&body)?;
    let plan = |books: &Catalogue| {
        let before = before(&node, &staff, books, &code)?;
        if rows::row(books, before, &HashMap::new(), node.today()).state != sent.based_on {
            return Err(Problem::Stale);
        }
        within(&node, &staff, books, sent.unit.as_deref())?;
        Ok((before.clone(), rules::change(books, &code, &sent)?))
    };
    let (mut change, (before, draft)) =
        Change::begin(&node, &staff, sent.check().is_ok(), plan).await?;
    let before = row(&mut change, &node, &before).await?;
    change.write(draft).await?;
    let done = Deed::new("campaign.change", format!("campaign/{code}")).before(before);
    Ok(Json(keep(change, (&node, &code), done).await?))
}

/// Closes a campaign at once: it takes no ballot from this moment on.
#[utoipa::path(
    post, path = "/campaigns/{code}/closing", params(("code" = String, Path)),
    responses((status = 200, body = CampaignRow)),
)]
pub async fn close(
    State(node): State<Node>,
    staff: Staff,
    Path(code): Path<String>,
) -> Result<Json<CampaignRow>, Problem> {
    let plan = |books: &Catalogue| before(&node, &staff, books, &code).cloned();
    let (mut change, mut campaign) = Change::begin(&node, &staff, true, plan).await?;
    let before = row(&mut change, &node, &campaign).await?;
    if before.closed.is_some() {
        return Ok(Json(before));
    }
    let moment = node.moment();
    campaigns::close(&mut change.act.tx, campaign.id, moment).await?;
    campaign.closed = Some(moment);
    change.books.campaigns.insert(code.clone(), campaign);
    let done = Deed::new("campaign.close", format!("campaign/{code}")).before(before);
    Ok(Json(keep(change, (&node, &code), done).await?))
}

/// What closing a campaign at once would do.
#[utoipa::path(
    get, path = "/campaigns/{code}/closing", params(("code" = String, Path)),
    responses((status = 200, body = Affected)),
)]
pub async fn closing(
    State(node): State<Node>,
    staff: Staff,
    Path(code): Path<String>,
) -> Result<Json<Affected>, Problem> {
    let mut tx = node.db.snapshot().await?;
    let counts = campaigns::counts(&mut tx).await?;
    let beside = outlook::beside(&mut tx, node.today()).await?;
    tx.commit().await?;
    let books = node.books();
    let campaign = before(&node, &staff, &books.catalogue, &code)?;
    let links = beside.links.iter().filter(|link| link.campaign == campaign.id);
    Ok(Json(Affected {
        ballots: counts.get(&campaign.id).copied().unwrap_or_default(),
        invitations: links.map(|link| link.count).sum(),
        ..Affected::default()
    }))
}

/// A campaign as it is, if it is within the scope.
fn before<'a>(
    node: &Node,
    staff: &Staff,
    books: &'a Catalogue,
    code: &str,
) -> Result<&'a Campaign, Problem> {
    let campaign = books.campaigns.get(code).ok_or(Problem::NotFound)?;
    reached(node, staff, books, campaign.unit)?;
    Ok(campaign)
}

/// Refuses the code of a unit outside the scope. One that nobody has is a fault and told as such,
/// to those who may name any.
fn within(
    node: &Node,
    staff: &Staff,
    books: &Catalogue,
    unit: Option<&str>,
) -> Result<(), Problem> {
    let unit = unit.and_then(|code| books.unit(code.trim()).first()).map(|version| version.unit);
    reached(node, staff, books, unit)
}

/// Refuses a unit outside the scope; a merged one belongs to those of the unit it went into.
fn reached(
    node: &Node,
    staff: &Staff,
    books: &Catalogue,
    unit: Option<i64>,
) -> Result<(), Problem> {
    let stands_for = unit.and_then(|unit| books.unit_on(unit, node.today()));
    let unit = stands_for.map(|version| version.unit).or(unit);
    if staff.scope.holds(unit) { Ok(()) } else { Err(Problem::NotAllowed) }
}

async fn row(
    change: &mut Change<'_>,
    node: &Node,
    campaign: &Campaign,
) -> Result<CampaignRow, Problem> {
    let counts = campaigns::counts(&mut change.act.tx).await?;
    Ok(rows::row(&change.books, campaign, &counts, node.today()))
}

/// Keeps a change of one campaign; the campaign as it is now.
async fn keep(
    mut change: Change<'_>,
    (node, code): (&Node, &str),
    done: Deed,
) -> Result<CampaignRow, Problem> {
    let campaign = change.books.campaigns.get(code).cloned().ok_or(Problem::Broken)?;
    let row = row(&mut change, node, &campaign).await?;
    change.keep(done.after(&row)).await?;
    Ok(row)
}
